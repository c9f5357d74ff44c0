"""A film that moves under the hand, drawn in time: what came into sight is drawn anew, and the rest goes along.

While the film is only shifted, by whole device pixels, the picture before is shifted with it. While it is zoomed, the
picture is drawn from half as many pixels across and down. Both are for the eye in motion alone: once the hand rests,
the film is drawn whole and as finely as the screen shows it (`LinkedView`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core import color
from xraycolor_gui.gui.views.sampling import Patch

RGB = NDArray[np.uint8]
#: Draws a patch of the film exactly.
Draw = Callable[[Patch, float, color.Screen | None], RGB]

#: How far two scales may differ and still be one, and how far a shift may be from whole device pixels.
_SAME_SCALE, _WHOLE = 1e-9, 1e-3


@dataclass(frozen=True, eq=False, slots=True)
class _Picture:
    """A patch as it was drawn. fine: with all pixels of the screen."""

    patch: Patch
    strength: float
    screen: color.Screen | None
    rgb: RGB
    fine: bool


class _Box(NamedTuple):
    """A part of a patch, in its own device pixels."""

    left: int
    top: int
    right: int
    bottom: int


class Moving:
    """Remembers the last grey and the last coloured picture of a film."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._last: dict[bool, _Picture] = {}

    def forget(self) -> None:
        """The film looks otherwise from now on."""
        self._last.clear()

    def note(self, patch: Patch, strength: float, screen: color.Screen | None, rgb: RGB) -> None:
        """This is what the patch looks like, drawn exactly."""
        self._last[strength > 0] = _Picture(patch, strength, screen, rgb, fine=True)

    def draw(self, patch: Patch, strength: float, screen: color.Screen | None) -> RGB:
        """(height, width, 3) of a patch, soon."""
        last = self._last.get(strength > 0)
        if last is None or (last.strength, last.screen) != (strength, screen):
            picture = self._whole(patch, strength, screen)
        elif last.patch == patch:
            picture = last
        elif _scale(last.patch) != _scale(patch):
            picture = self._coarse(patch, strength, screen)
        else:
            shift = _shift(last.patch, patch)
            usable = last.fine and shift is not None
            picture = self._shifted(last, patch, shift) if usable and shift else self._whole(patch, strength, screen)
        self._last[strength > 0] = picture
        return picture.rgb

    def _whole(self, patch: Patch, strength: float, screen: color.Screen | None) -> _Picture:
        return _Picture(patch, strength, screen, self._draw(patch, strength, screen), fine=True)

    def _coarse(self, patch: Patch, strength: float, screen: color.Screen | None) -> _Picture:
        half = patch._replace(width=-(-patch.width // 2), height=-(-patch.height // 2))
        small = self._draw(half, strength, screen)
        rgb = np.asarray(cv2.resize(small, (patch.width, patch.height), interpolation=cv2.INTER_LINEAR), np.uint8)
        return _Picture(patch, strength, screen, rgb, fine=False)

    def _shifted(self, last: _Picture, patch: Patch, shift: tuple[int, int]) -> _Picture:
        across, down = shift
        here = _Box(
            max(across, 0),
            max(down, 0),
            min(last.patch.width + across, patch.width),
            min(last.patch.height + down, patch.height),
        )
        if here.right <= here.left or here.bottom <= here.top:
            return self._whole(patch, last.strength, last.screen)
        rgb = np.empty((patch.height, patch.width, 3), np.uint8)
        rows, columns = slice(here.top, here.bottom), slice(here.left, here.right)
        rgb[rows, columns] = last.rgb[here.top - down : here.bottom - down, here.left - across : here.right - across]
        for new in _around(here, patch):
            strip = self._draw(_part(patch, new), last.strength, last.screen)
            rgb[new.top : new.bottom, new.left : new.right] = strip
        return _Picture(patch, last.strength, last.screen, rgb, fine=True)


def _scale(patch: Patch) -> tuple[float, float, object]:
    """Film pixels per device pixel down and across, so rounded that equal scales are equal; and how the film lies."""
    row0, column0, row1, column1 = patch.region
    rows, columns = patch.stored_size
    return round((row1 - row0) / rows / _SAME_SCALE), round((column1 - column0) / columns / _SAME_SCALE), patch.turn


def _shift(before: Patch, now: Patch) -> tuple[int, int] | None:
    """By how many device pixels (right, down) the film moved within the patch; None where they are not whole."""
    (x0, y0), (x1, y1) = _film_corner(before), _film_corner(now)
    across, down = x1 - x0, y1 - y0
    if abs(across - round(across)) > _WHOLE or abs(down - round(down)) > _WHOLE:
        return None
    return round(across), round(down)


def _film_corner(patch: Patch) -> tuple[float, float]:
    """Where the film's first stored pixel lies, in device pixels from the patch's corner."""
    row0, column0, row1, column1 = patch.region
    rows, columns = patch.stored_size
    x = -column0 * columns / (column1 - column0)
    y = -row0 * rows / (row1 - row0)
    return patch.turn.place(x, y, columns, rows)


def _around(here: _Box, patch: Patch) -> Iterator[_Box]:
    """The rest of the patch round a box, without overlap."""
    width, height = patch.width, patch.height
    for box in (
        _Box(0, 0, width, here.top),
        _Box(0, here.bottom, width, height),
        _Box(0, here.top, here.left, here.bottom),
        _Box(here.right, here.top, width, here.bottom),
    ):
        if box.right > box.left and box.bottom > box.top:
            yield box


def _part(patch: Patch, box: _Box) -> Patch:
    """A part of a patch, as a patch of its own."""
    row0, column0, row1, column1 = patch.region
    rows, columns = patch.stored_size
    back = patch.turn.undone()
    corners = [back.place(x, y, patch.width, patch.height) for x, y in (box[:2], box[2:])]
    (x0, x1), (y0, y1) = (sorted(values) for values in zip(*corners, strict=True))
    down, across = (row1 - row0) / rows, (column1 - column0) / columns
    region = (row0 + y0 * down, column0 + x0 * across, row0 + y1 * down, column0 + x1 * across)
    return Patch(patch.x + box.left, patch.y + box.top, box.right - box.left, box.bottom - box.top, region, patch.turn)
