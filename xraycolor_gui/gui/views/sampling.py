"""Film values at the resolution of the screen, for any zoom, fast enough to follow the hand at 9 megapixels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.turn import UPRIGHT, Turn
from xraycolor_gui.gui.views.view_geometry import Canvas, Placement

#: From this magnification on, film pixels are shown as the rectangles they are.
BLOCKS_FROM = 4.0
_SMALLEST_LEVEL = 256
#: Rows that are made values at a time; even, so that strips part between pairs of rows.
_STRIP = 256
_COVERED = 65535

Floats = NDArray[np.float32]


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

    The finest level is the stored film itself, without a copy. Coarser ones of films of at most 16 bits take 16 bits a
    pixel, so that a film of 200 megapixels takes a third more than its pixels. NaN (padding) takes no part in the
    means: a screen pixel is NaN when most of what it shows is.
    """

    def __init__(self, stored: NDArray[Any], values_of: Callable[[NDArray[Any]], Floats] | None = None) -> None:
        """values_of: the values of any part of `stored`, float32, NaN where there is none; else they are its own."""
        self.shape: tuple[int, int] = stored.shape[0], stored.shape[1]
        #: The picture's own colours, red, green and blue, where it is shown in them.
        self.colours: tuple[Pyramid, ...] = ()
        self._stored = stored
        self._values_of = values_of or (lambda part: part.astype(np.float32, copy=False))
        self._scale = self._scale_of(stored)
        self._levels: list[_Level] = []
        self._complete = False
        if max(self.shape) > _SMALLEST_LEVEL:
            self._levels.append(self._first_halving())
        while self._levels and max(self._levels[-1].codes.shape) > _SMALLEST_LEVEL:
            self._levels.append(self._levels[-1].halved())

    def sample(self, patch: Patch) -> Floats:
        """Values of a patch as stored: float32 of `stored_size`. Means when minified, bilinear to 4 ×, then blocks."""
        row0, column0, row1, column1 = patch.region
        rows, columns = patch.stored_size
        step = min((row1 - row0) / rows, (column1 - column0) / columns)
        number = min(max(int(np.log2(step)) if step >= 2.0 else 0, 0), len(self._levels))
        if number == 0:
            cut = _Cut(patch, self.shape, 1.0)
            values = self._values_of(self._stored[cut.rows, cut.columns])
            if self._complete:
                return cut.resampled(values)
            missing = np.isnan(values)
            covered = cut.resampled((~missing).astype(np.float32))
            return _uncovered(cut.resampled(np.where(missing, np.float32(0), values)), covered)
        level = self._levels[number - 1]
        cut = _Cut(patch, level.codes.shape, 0.5**number)
        values = cut.resampled(level.codes[cut.rows, cut.columns].astype(np.float32))
        if level.coverage is None:
            return self._scale.values(values)
        covered = cut.resampled(level.coverage[cut.rows, cut.columns].astype(np.float32)) / np.float32(_COVERED)
        return self._scale.values(_uncovered(values, covered))

    def _scale_of(self, stored: NDArray[Any]) -> _Scale:
        if stored.dtype.kind not in "iu" or stored.dtype.itemsize > 2:
            return _Scale(0.0, 1.0, cv2.CV_32F)
        found = self._values_of(np.arange(int(stored.min()), int(stored.max()) + 1).astype(stored.dtype)[np.newaxis])
        found = found[np.isfinite(found)]
        low, high = (float(found.min()), float(found.max())) if found.size else (0.0, 1.0)
        return _Scale(low, 65535 / (high - low) if high > low else 1.0, cv2.CV_16U)

    def _first_halving(self) -> _Level:
        """In strips, because float values of the whole film would take more memory than all the rest."""
        codes, coverage, any_missing = [], [], False
        for row in range(0, self.shape[0], _STRIP):
            values = self._values_of(self._stored[row : row + _STRIP])
            missing = np.isnan(values)
            any_here = bool(missing.any())
            any_missing |= any_here
            if any_here:
                values = np.where(missing, np.float32(self._scale.low), values)
            half = _half(values)
            codes.append(self._scale.codes(half))
            if any_here:
                coverage.append(_half(np.where(missing, np.uint16(0), np.uint16(_COVERED))))
            else:
                coverage.append(np.full(half.shape, _COVERED, np.uint16))
        self._complete = not any_missing
        return _Level(np.concatenate(codes), np.concatenate(coverage) if any_missing else None)


class _Scale(NamedTuple):
    """Values as codes (value − low) · factor, of an OpenCV depth."""

    low: float
    factor: float
    depth: int

    def codes(self, values: Floats) -> NDArray[Any]:
        if self.depth == cv2.CV_32F:
            return values
        return np.asarray(cv2.addWeighted(values, self.factor, values, 0.0, -self.low * self.factor, dtype=self.depth))

    def values(self, codes: Floats) -> Floats:
        """In place."""
        if self.depth != cv2.CV_32F:
            codes *= np.float32(1 / self.factor)
            codes += np.float32(self.low)
        return codes


class _Level(NamedTuple):
    """Means of codes times coverage, and of coverage (0 nothing … _COVERED), where anything is missing."""

    codes: NDArray[Any]
    coverage: NDArray[np.uint16] | None

    def halved(self) -> _Level:
        return _Level(_half(self.codes), _half(self.coverage) if self.coverage is not None else None)


class _Cut:
    """The part of a level that a patch needs, with room for the filters, and how it falls on the patch's pixels.

    fine: level pixels per film pixel.
    """

    def __init__(self, patch: Patch, shape: tuple[int, ...], fine: float) -> None:
        row0, column0, row1, column1 = (edge * fine for edge in patch.region)
        self._size = patch.stored_size
        rows, columns = self._size
        self._step = (row1 - row0) / rows, (column1 - column0) / columns
        step_y, step_x = self._step
        top, self.rows = _cut(row0, row1 - row0, shape[0])
        left, self.columns = _cut(column0, column1 - column0, shape[1])
        self._blocks = fine == 1.0 and max(self._step) <= 1 / BLOCKS_FROM
        # Pixels are addressed by their middle here, by their edges everywhere else.
        self._matrix = np.array(
            [
                [step_x, 0.0, column0 - left + step_x / 2 - 0.5],
                [0.0, step_y, row0 - top + step_y / 2 - 0.5],
            ]
        )

    def resampled(self, cut: Floats) -> Floats:
        """The cut's values at the patch's pixels."""
        rows, columns = self._size
        at = round(float(self._matrix[1, 2])), round(float(self._matrix[0, 2]))
        if np.allclose(self._matrix, [[1, 0, at[1]], [0, 1, at[0]]], rtol=0, atol=1e-6) and min(at) >= 0:
            exact = cut[at[0] : at[0] + rows, at[1] : at[1] + columns]
            if exact.shape == (rows, columns):
                return np.ascontiguousarray(exact)
        flags = cv2.WARP_INVERSE_MAP | (cv2.INTER_NEAREST if self._blocks else cv2.INTER_LINEAR)
        soft = _soften(cut, *self._step)
        sampled = cv2.warpAffine(soft, self._matrix, (columns, rows), flags=flags, borderMode=cv2.BORDER_REPLICATE)
        return sampled.astype(np.float32, copy=False)


def _uncovered(values: Floats, coverage: Floats) -> Floats:
    """Means of what is there, from means of values times coverage; in place."""
    values /= np.maximum(coverage, np.float32(0.5))
    values[coverage < 0.5] = np.nan
    return values


def _half(values: NDArray[Any]) -> NDArray[Any]:
    """Means of two by two pixels; an odd last row or column counts twice."""
    rows, columns = values.shape
    if rows % 2 or columns % 2:
        values = np.asarray(cv2.copyMakeBorder(values, 0, rows % 2, 0, columns % 2, cv2.BORDER_REPLICATE))
    size = (columns + 1) // 2, (rows + 1) // 2
    return np.asarray(cv2.resize(values, size, interpolation=cv2.INTER_AREA), values.dtype)


def _cut(start: float, extent: float, length: int) -> tuple[int, slice]:
    """First pixel and slice that hold everything an axis needs, with room for the filters."""
    first = min(max(int(start) - 2, 0), length - 1)
    last = max(min(int(start + extent) + 3, length), first + 1)
    return first, slice(first, last)


def _soften(values: Floats, step_y: float, step_x: float) -> Floats:
    """Widen bilinear sampling to the blur of an area mean of `step` pixels.

    A box of width s has variance s²/12, bilinear sampling 2/12 on average; three taps (a, 1 - 2a, a) add 2a.
    """
    a_y, a_x = (max(step * step - 2.0, 0.0) / 24 for step in (step_y, step_x))
    if a_y == 0.0 and a_x == 0.0:
        return values
    across, down = (np.array([a, 1 - 2 * a, a]) for a in (a_x, a_y))
    softened = cv2.sepFilter2D(values, cv2.CV_32F, across, down, borderType=cv2.BORDER_REPLICATE)
    return softened.astype(np.float32, copy=False)
