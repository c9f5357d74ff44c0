"""Grey and chroma to sRGB: one table, one gather.

A table over (a*, b*) cells and levels of grey holds the packed colour of each, encoded by `encoding`, so that colour
costs little more than looking up. Eight levels lie between two 8-bit greys, and every 8-bit grey is itself a level.
The table is computed once, on first use or by `warm_up`, in about a second.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core import encoding
from xraycolor_gui.core.colorization import MAX_STRENGTH
from xraycolor_gui.core.encoding import grey_of_lightness, lightness

__all__ = ["Screen", "ab_to_rgb", "for_screen", "grey_of_lightness", "grey_rgb", "lightness", "render", "warm_up"]

_STEP = 1.5
_HALF = 32
_SIDE = 2 * _HALF + 1
_PER_CODE = 8
_LEVELS = 255 * _PER_CODE + 1
#: Greatest C* that is drawn; what is stronger is reduced to it along its hue.
_REACH = _STEP * _HALF

#: Pixels that a thread works on at a time; pictures up to this size are not worth a second thread.
_STRIP = 1 << 18
#: Bound for OpenCV, which takes the upper end of a range as outside.
_JUST_WHITE = float(np.nextafter(1.0, 2.0))
_CODES_AT_A_TIME = 64
_THREADS = min(4, os.cpu_count() or 1)

Convert = Callable[[NDArray[np.uint8]], NDArray[np.uint8]]

_lock = threading.Lock()
_table: NDArray[np.uint8] | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Screen:
    """The table, and the 256 greys, in the numbers of one screen: drawn through it, pictures cost what they always do.

    Only what is shown goes through it. Exports and certificates are sRGB.
    """

    table: NDArray[np.uint8]
    greys: NDArray[np.uint8]
    convert: Convert


def for_screen(convert: Convert) -> Screen:
    """convert: (n, 3) sRGB to the numbers that make the same colour on the screen."""
    table = _ready_table()
    shown = convert(np.ascontiguousarray(table.reshape(-1, 3))).reshape(table.shape)
    greys = convert(np.repeat(np.arange(256, dtype=np.uint8)[:, np.newaxis], 3, axis=1))
    return Screen(shown, greys, convert)


def render(
    grey: NDArray[np.float32], chroma: NDArray[np.float32], strength: float = 1.0, screen: Screen | None = None
) -> NDArray[np.uint8]:
    """(rows, columns, 3) sRGB whose decoded L* is the grey's.

    grey: (rows, columns), sRGB value 0 … 1. chroma: (rows, columns, 2), a*, b*. strength: 0 … 1.5, factor on chroma.
    Where the chroma is exactly 0, and everywhere at strength 0, this is `grey_rgb` to the bit. The chroma is drawn to
    the nearest 1.5 in a* and b*, up to C* 48, and less where sRGB has no such colour at that lightness.
    """
    if chroma.shape != (*grey.shape, 2):
        raise ValueError(f"chroma {chroma.shape} does not fit grey {grey.shape}")
    if not 0 <= strength <= MAX_STRENGTH:
        raise ValueError(f"strength {strength} is not within 0 … {MAX_STRENGTH}")
    if strength == 0 or grey.size == 0:
        return grey_rgb(grey, screen)
    grey = np.ascontiguousarray(grey, np.float32)
    chroma = np.ascontiguousarray(chroma, np.float32)
    _ready_table()
    rows, columns = grey.shape
    out = np.empty((rows, columns, 3), np.uint8)
    height = rows if grey.size <= _STRIP else max(1, min(-(-rows // (2 * _THREADS)), _STRIP // columns))

    def draw(row: int) -> None:
        strip = slice(row, row + height)
        _draw_strip(grey[strip], chroma[strip], strength, out[strip], screen)

    _for_each(draw, range(0, rows, height))
    return out


def grey_rgb(grey: NDArray[np.float32], screen: Screen | None = None) -> NDArray[np.uint8]:
    """(rows, columns, 3) with R = G = B = the grey rounded to 8 bits; for a screen, what looks like that on it."""
    if grey.size == 0:
        return np.empty((*grey.shape, 3), np.uint8)
    codes = _grey_codes(np.ascontiguousarray(grey, np.float32))
    rgb = np.asarray(cv2.cvtColor(codes, cv2.COLOR_GRAY2RGB), np.uint8)
    return rgb if screen is None else np.asarray(cv2.LUT(rgb, screen.greys[np.newaxis]), np.uint8)


def ab_to_rgb(
    target: NDArray[np.floating] | float, a: NDArray[np.floating] | float, b: NDArray[np.floating] | float
) -> NDArray[np.uint8]:
    """(…, 3) sRGB of chroma a*, b* at lightness `target` (L*), of shapes that go together; such as a legend's ramp."""
    target, a, b = np.broadcast_arrays(target, a, b)
    y = np.atleast_1d(encoding.luminance(grey_of_lightness(target.astype(np.float64)))).astype(np.float32)
    scale = np.minimum(1.0, _REACH / np.maximum(np.hypot(a, b), 1e-9))
    codes = encoding.ideal_codes(y, (a * scale).astype(np.float32), (b * scale).astype(np.float32))
    return encoding.round_together(y, codes).reshape(*target.shape, 3)


def warm_up() -> None:
    """Compute the table if it is not there yet; from any thread, and waiting if another is at it."""
    _ready_table()


def _ready_table() -> NDArray[np.uint8]:
    global _table  # noqa: PLW0603 - the one table of the process, written once under the lock
    if _table is None:
        with _lock:
            if _table is None:
                _table = _build_table()
    return _table


def _draw_strip(
    grey: NDArray[np.float32],
    chroma: NDArray[np.float32],
    strength: float,
    out: NDArray[np.uint8],
    screen: Screen | None,
) -> None:
    """Look up a strip of the picture in the table, by lines of levels and two whole coordinates per pixel."""
    place = _cells(chroma, strength / _STEP).view(np.int32)[..., 0]
    # A cell is two 16-bit numbers, a* below b*. Times (side, 1) as one 32-bit number leaves side · a* + b*, the table's
    # line, in the upper half; the level takes the lower one. That is the map remap likes best, and the fastest gather.
    place = place * np.int32(_SIDE << 16 | 1)
    place &= np.int32(-1 << 16)
    within = grey if cv2.checkRange(grey, True, minVal=0, maxVal=_JUST_WHITE)[0] else np.clip(np.nan_to_num(grey), 0, 1)
    place += _scaled(within, _LEVELS - 1, cv2.CV_32S)
    place += np.int32((_SIDE + 1) * _HALF << 16)
    coordinates = place.view(np.int16).reshape(*grey.shape, 2)
    table = screen.table if screen is not None else _ready_table()
    cv2.remap(table, coordinates, None, cv2.INTER_NEAREST, dst=out, borderMode=cv2.BORDER_REPLICATE)  # type: ignore[call-overload]
    # Both floats of a pixel at once. Without any chroma the grey picture stays, to the bit; the table's own neutral is
    # nearest in lightness instead.
    neutral = chroma.view(np.uint64)[..., 0] == 0
    if neutral.any():
        cv2.copyTo(grey_rgb(grey, screen), neutral.view(np.uint8), out)


def _cells(chroma: NDArray[np.float32], scale: float) -> NDArray[np.int16]:
    """(rows, columns, 2) the nearest cell of a* and of b*, 0 in the table's middle."""
    cells = _scaled(chroma, scale, cv2.CV_16S)
    if cv2.norm(cells, cv2.NORM_INF) > _HALF:
        wide = chroma * np.float32(scale)
        _reduce(wide)
        cells = np.rint(wide).astype(np.int16)
    return np.asarray(cells, np.int16)


def _scaled(values: NDArray[np.float32], factor: float, kind: int) -> NDArray[Any]:
    """Values · factor, rounded to integers of an OpenCV `kind` in the same pass."""
    return np.asarray(cv2.multiply(values, np.full(4, factor), dtype=kind))


def _reduce(cell: NDArray[np.float32]) -> None:
    """Bring chroma, in cells, that lies beyond the table's square to its reach, along the hue and in place.

    What lies in the square's corners is reduced in the table itself.
    """
    size = np.maximum(np.hypot(cell[..., 0], cell[..., 1]), np.float32(_HALF))
    cell *= (np.float32(_HALF) / size)[..., np.newaxis]


def _grey_codes(grey: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Rounded, and clipped to 0 … 255, in one pass."""
    return np.asarray(_scaled(grey, 255, cv2.CV_8U), np.uint8)


def _build_table() -> NDArray[np.uint8]:
    """(cells, levels, 3) sRGB; the cells are lines, a* outer and b* inner."""
    table = np.empty((_SIDE, _SIDE, _LEVELS, 3), np.uint8)
    axis = ((np.arange(_SIDE) - _HALF) * _STEP).astype(np.float32)
    y_of_codes = encoding.luminance(np.arange(256) / 255).astype(np.float32)
    y_of_levels = encoding.luminance(np.arange(_LEVELS) / (_LEVELS - 1)).astype(np.float32)

    def fill(row: int) -> None:
        size = np.maximum(np.hypot(axis[row], axis), np.float32(1e-9))
        scale = np.minimum(1, _REACH / size).astype(np.float32)
        a, b = axis[row] * scale, axis * scale
        for code in range(0, 256, _CODES_AT_A_TIME):
            last = min(code + _CODES_AT_A_TIME, 255)
            codes = encoding.ideal_codes(y_of_codes[code : last + 1], a[:, np.newaxis], b[:, np.newaxis])
            part = slice(code * _PER_CODE, last * _PER_CODE + 1)
            table[row, :, part] = encoding.round_together(y_of_levels[part], _between(codes))

    _for_each(fill, range(_SIDE))
    lines = table.reshape(_SIDE * _SIDE, _LEVELS, 3)
    lines.setflags(write=False)
    return lines


def _between(codes: NDArray[np.float32]) -> NDArray[np.float32]:
    """Codes at every level from those at every 8-bit grey (last axis): a straight line between them is near enough."""
    part = np.arange(_PER_CODE, dtype=np.float32) / _PER_CODE
    rise = np.diff(codes, axis=-1)[..., np.newaxis] * part + codes[..., :-1, np.newaxis]
    return np.concatenate([rise.reshape(*codes.shape[:-1], -1), codes[..., -1:]], axis=-1).astype(np.float32)


@cache
def _pool() -> ThreadPoolExecutor:
    """Kept, because starting threads takes as long as drawing a small picture."""
    return ThreadPoolExecutor(_THREADS, thread_name_prefix="colour")


def _for_each(work: Callable[[int], None], items: range) -> None:
    """Run `work` on every item, on a few threads if there are several items; NumPy and OpenCV release the lock."""
    if len(items) == 1 or _THREADS == 1:
        for item in items:
            work(item)
        return
    for _ in _pool().map(work, items):
        pass
