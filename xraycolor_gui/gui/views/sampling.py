"""Film values at the resolution of the screen, for any zoom, fast enough to follow the hand at 9 megapixels."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.turn import UPRIGHT, Turn
from xraycolor_gui.gui.views.view_geometry import Canvas, Placement

#: From this magnification on, film pixels are shown as the rectangles they are.
BLOCKS_FROM = 4.0
_SMALLEST_LEVEL = 256


class Patch(NamedTuple):
    """The visible part of a film: where it lies on the canvas (device pixels) and which film pixels it covers.

    region: (row0, column0, row1, column1) film positions of the patch's edges, as stored.
    turn: how the film lies. Everything is sampled and coloured as it is stored, and turned when it is drawn.
    """

    x: int
    y: int
    width: int
    height: int
    region: tuple[float, float, float, float]
    turn: Turn = UPRIGHT

    @property
    def stored_size(self) -> tuple[int, int]:
        """(rows, columns) of the patch's pixels before it is turned."""
        return (self.width, self.height) if self.turn.sideways else (self.height, self.width)


def visible_patch(placement: Placement, canvas: Canvas) -> Patch | None:
    """The device pixels whose middle lies on the film, or None when the film is out of sight."""
    width, height = placement.size
    x0, y0 = max(placement.x, 0), max(placement.y, 0)
    x1, y1 = (
        min(max(round(placement.x + width), placement.x + 1), canvas.width),
        min(max(round(placement.y + height), placement.y + 1), canvas.height),
    )
    if x1 <= x0 or y1 <= y0:
        return None
    (row0, row1), (column0, column1) = map(
        sorted, zip(placement.to_film(x0, y0), placement.to_film(x1, y1), strict=True)
    )
    return Patch(x0, y0, x1 - x0, y1 - y0, (row0, column0, row1, column1), placement.turn)


class Pyramid:
    """A film's values at full, half, quarter … resolution, each level the mean of the one before.

    NaN (padding) takes no part in the means: a screen pixel is NaN when most of what it shows is. The levels then hold
    values times coverage, and `coverage` (0 NaN … 1 value) has levels of its own; else it is empty.
    """

    def __init__(self, values: NDArray[np.float32]) -> None:
        rows, columns = values.shape
        self.shape = (rows, columns)
        missing = np.isnan(values)
        self.coverage: list[NDArray[np.float32]] = []
        if missing.any():
            self.coverage = _halvings((~missing).astype(np.float32))
            values = np.where(missing, np.float32(0), values)
        self.levels = _halvings(values)

    def sample(self, patch: Patch) -> NDArray[np.float32]:
        """Values of a patch as stored: float32 of `stored_size`. Means when minified, bilinear to 4 ×, then blocks."""
        row0, column0, row1, column1 = patch.region
        rows, columns = patch.stored_size
        level = self._level(min((row1 - row0) / rows, (column1 - column0) / columns))
        values = _resample(self.levels[level], self.shape, patch)
        if not self.coverage:
            return values
        coverage = _resample(self.coverage[level], self.shape, patch)
        values /= np.maximum(coverage, np.float32(0.5))
        values[coverage < 0.5] = np.nan
        return values

    def _level(self, step: float) -> int:
        """The coarsest level that is still at least as fine as the screen."""
        level = 0
        while step >= 2.0 and level + 1 < len(self.levels):
            step /= 2.0
            level += 1
        return level


def _resample(source: NDArray[np.float32], shape: tuple[int, int], patch: Patch) -> NDArray[np.float32]:
    """`source`, which covers the whole film of `shape` at any resolution, at the device pixels of a patch."""
    row0, column0, row1, column1 = patch.region
    fine_y, fine_x = source.shape[0] / shape[0], source.shape[1] / shape[1]
    rows, columns = patch.stored_size
    step_y, step_x = (row1 - row0) / rows * fine_y, (column1 - column0) / columns * fine_x
    start_y, start_x = row0 * fine_y, column0 * fine_x
    top, down = _cut(start_y, step_y * rows, source.shape[0])
    left, across = _cut(start_x, step_x * columns, source.shape[1])
    cut = _soften(source[down, across], step_y, step_x)
    # Pixels are addressed by their middle here, by their edges everywhere else.
    matrix = np.array(
        [
            [step_x, 0.0, start_x - left + step_x / 2 - 0.5],
            [0.0, step_y, start_y - top + step_y / 2 - 0.5],
        ]
    )
    blocks = fine_x == fine_y == 1.0 and max(step_y, step_x) <= 1 / BLOCKS_FROM
    flags = cv2.WARP_INVERSE_MAP | (cv2.INTER_NEAREST if blocks else cv2.INTER_LINEAR)
    sampled = cv2.warpAffine(cut, matrix, (columns, rows), flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return sampled.astype(np.float32, copy=False)


def _halvings(values: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    levels = [values]
    while max(levels[-1].shape) > _SMALLEST_LEVEL:
        rows, columns = levels[-1].shape
        half = cv2.resize(levels[-1], ((columns + 1) // 2, (rows + 1) // 2), interpolation=cv2.INTER_AREA)
        levels.append(half.astype(np.float32, copy=False))
    return levels


def _cut(start: float, extent: float, length: int) -> tuple[int, slice]:
    """First pixel and slice that hold everything an axis needs, with room for the filters."""
    first = min(max(int(start) - 2, 0), length - 1)
    last = max(min(int(start + extent) + 3, length), first + 1)
    return first, slice(first, last)


def _soften(values: NDArray[np.float32], step_y: float, step_x: float) -> NDArray[np.float32]:
    """Widen bilinear sampling to the blur of an area mean of `step` pixels.

    A box of width s has variance s²/12, bilinear sampling 2/12 on average; three taps (a, 1 - 2a, a) add 2a.
    """
    a_y, a_x = (max(step * step - 2.0, 0.0) / 24 for step in (step_y, step_x))
    if a_y == 0.0 and a_x == 0.0:
        return values
    across, down = (np.array([a, 1 - 2 * a, a]) for a in (a_x, a_y))
    softened = cv2.sepFilter2D(values, cv2.CV_32F, across, down, borderType=cv2.BORDER_REPLICATE)
    return softened.astype(np.float32, copy=False)
