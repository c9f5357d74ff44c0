"""Lightness and chroma to 8-bit sRGB such that the decoded lightness is the one asked for.

CIELAB with D65 (CIE 15), sRGB after IEC 61966-2-1. Chroma that sRGB cannot show at a lightness is reduced along its
hue; nothing is clipped. The three channels are rounded together: red and blue may step to a neighbouring code, green
follows, and of all these the one whose luminance is nearest is taken. So a colour carries lightness more finely than
an 8-bit grey can.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[Any]

_TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_TO_RGB = np.linalg.inv(_TO_XYZ)
#: Row sums rather than a tabulated D65, so that R = G = B has a* = b* = 0 exactly.
_WHITE = _TO_XYZ.sum(axis=1)
#: Part of each channel in luminance.
LUMA = _TO_XYZ[1]

#: How far red and blue may step from their nearest code. Wider finds nearer lightness but strays in chroma.
_RED_STEPS = (0, -1, 1, 2, 3)
_BLUE_STEPS = (0, -1, 1, -2, 2)
#: Cost, in L*, of a squared step of one code in red (blue: a third), so that equals are decided by chroma.
_STRAY = 0.002
#: Cost, in L*, of each wider step of red: only dark greens, which have next to no red to step down, need them.
_LAST_RESORT = 0.02
#: Part of the way to the gamut's edge that is gone: at the very edge a channel is used up, and lightness turns coarse.
_WITHIN = 0.97
#: Halvings in the search of the gamut's edge: its place along the chroma is known to 1/1024.
_HALVINGS = 10


def luminance(grey: Floats) -> Floats:
    """Relative luminance Y, 0 … 1, of an sRGB value 0 … 1."""
    return np.where(grey <= 0.04045, grey / 12.92, ((np.maximum(grey, 0) + 0.055) / 1.055) ** 2.4)


def lightness(grey: Floats) -> Floats:
    """L*, 0 … 100, of a grey given as sRGB value 0 … 1."""
    return lightness_of_luminance(luminance(grey))


def lightness_of_luminance(y: Floats) -> Floats:
    """L*, 0 … 100, of relative luminance Y, 0 … 1."""
    return 116 * _root(y) - 16


def grey_of_lightness(value: Floats) -> Floats:
    """sRGB value 0 … 1 of the grey that has this L*."""
    return companded(_unroot((np.asarray(value) + 16) / 116))


def lab(linear: Floats) -> Floats:
    """(…, 3) CIELAB of (…, 3) linear sRGB 0 … 1."""
    x, y, z = np.moveaxis(_root(linear @ _TO_XYZ.T / _WHITE), -1, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def ideal_codes(y: Floats, a: Floats, b: Floats) -> Floats:
    """(3, …) sRGB · 255, not rounded, of luminance `y` with chroma a*, b* reduced along the hue until sRGB has it."""
    y, a, b = np.broadcast_arrays(y, a, b)
    scale = gamut_scale(y, a, b)
    return companded(np.clip(_linear_rgb(y, a * scale, b * scale), 0, 1)) * 255


def gamut_scale(y: Floats, a: Floats, b: Floats) -> Floats:
    """Greatest factor 0 … 1 on chroma a*, b* that sRGB can show at luminance `y`; all of one shape."""
    scale = np.ones_like(y)
    outside = ~_in_gamut(_linear_rgb(y, a, b))
    if outside.any():
        scale[outside] = _WITHIN * _edge_of_gamut(y[outside], a[outside], b[outside])
    return scale


def _edge_of_gamut(y: Floats, a: Floats, b: Floats) -> Floats:
    """The same by bisection, for colours that are known to lie outside."""
    low, width = np.zeros_like(y), 1.0
    for _ in range(_HALVINGS):
        width /= 2
        middle = low + width
        low = np.where(_in_gamut(_linear_rgb(y, a * middle, b * middle)), middle, low)
    return low


def _in_gamut(rgb: Floats) -> NDArray[np.bool_]:
    inside: NDArray[np.bool_] = (rgb.min(axis=0) >= -1e-6) & (rgb.max(axis=0) <= 1 + 1e-6)
    return inside


def _linear_rgb(y: Floats, a: Floats, b: Floats) -> Floats:
    root = _root(y)
    x = _unroot(root + a * np.float32(1 / 500)) * y.dtype.type(_WHITE[0])
    z = _unroot(root - b * np.float32(1 / 200)) * y.dtype.type(_WHITE[2])
    return np.stack([y.dtype.type(m[0]) * x + y.dtype.type(m[1]) * y + y.dtype.type(m[2]) * z for m in _TO_RGB])


def _root(y: Floats) -> Floats:
    return np.where(y > 216 / 24389, np.cbrt(y), (24389 / 27 * y + 16) / 116)


def _unroot(root: Floats) -> Floats:
    return np.where(root > 6 / 29, root * root * root, (116 * root - 16) * (27 / 24389))


def companded(linear: Floats) -> Floats:
    """sRGB value 0 … 1 of linear light 0 … 1."""
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * np.maximum(linear, 1e-9) ** (1 / 2.4) - 0.055)


def _luma_table(weight: float) -> NDArray[np.float32]:
    """weight · decoded value of codes -3 … 258, the end values repeated."""
    return np.asarray(weight * luminance(np.clip(np.arange(-3, 259), 0, 255) / 255), np.float32)


_RED = _luma_table(LUMA[0])
_BLUE = _luma_table(LUMA[2])
_GREEN = (LUMA[1] * luminance(np.arange(256) / 255)).astype(np.float32)
_PER_GREEN_STEP = (1 / np.gradient(_GREEN)).astype(np.float32)
#: Second difference of green's luminance over its first: what a straight line misses at a step of 1.
_GREEN_BEND = np.zeros(256, np.float32)
_GREEN_BEND[1:-1] = ((_GREEN[2:] + _GREEN[:-2]) / 2 - _GREEN[1:-1]) * _PER_GREEN_STEP[1:-1]

#: By a candidate's number. The number fits the low bits of a float's pattern.
_STEPS_OF_RED = np.repeat(np.array(_RED_STEPS, np.intp), len(_BLUE_STEPS))
_STEPS_OF_BLUE = np.tile(np.array(_BLUE_STEPS, np.intp), len(_RED_STEPS))
_NUMBER_BITS = np.int32(31)


def round_together(y: NDArray[np.float32], ideal: NDArray[np.float32]) -> NDArray[np.uint8]:
    """(…, 3) codes whose luminance is nearest `y`, near the `ideal` (3, …) codes.

    y broadcasts against one channel. An array of some ten thousand entries at a time stays in the processor's cache.
    Luminance is counted in steps of green, so that what green cannot make up is a fraction of a step.
    """
    nearest = np.rint(ideal)
    red, green, blue = nearest.astype(np.intp)
    red_off, _, blue_off = nearest - ideal
    per_step, bend = _PER_GREEN_STEP[green], _GREEN_BEND[green]
    # Steps of green per L*, to weigh straying chroma; below its linear part's end L* per luminance is constant.
    stray = _STRAY * per_step * ((3 / 116) * np.maximum(y, np.float32(216 / 24389)) ** np.float32(2 / 3))
    rest = (y - _GREEN[green]) * per_step
    ends = (-nearest[1], 255 - nearest[1]) if nearest[1].min() < 4 or nearest[1].max() > 251 else None
    reds = [
        (rest - _RED[red + (3 + step)] * per_step, _stray_cost(red_off, step, stray, red) + _wide_cost(step) * stray)
        for step in _RED_STEPS
    ]
    blues = [
        (_BLUE[blue + (3 + step)] * per_step, _stray_cost(blue_off, step, stray / 3, blue)) for step in _BLUE_STEPS
    ]
    best = np.full(red.shape, np.iinfo(np.int32).max, np.int32)
    for number, (after_red, red_cost) in enumerate(reds):
        for place, (blue_light, blue_cost) in enumerate(blues, number * len(blues)):
            gap = after_red - blue_light
            cost = _left_over(gap, _green_step(gap, ends), bend)
            cost += red_cost
            cost += blue_cost
            # Positive floats order like their bit patterns: the candidate's number rides in the lowest bits.
            key = cost.view(np.int32)
            key &= ~_NUMBER_BITS
            key |= np.int32(place)
            np.minimum(best, key, out=best)
    chosen = best & _NUMBER_BITS
    red += _STEPS_OF_RED[chosen]
    blue += _STEPS_OF_BLUE[chosen]
    gap = rest - (_RED[red + 3] + _BLUE[blue + 3]) * per_step
    return np.stack([red, nearest[1] + _green_step(gap, ends), blue], axis=-1).astype(np.uint8)


def _green_step(gap: Floats, ends: tuple[Floats, Floats] | None) -> Floats:
    """Whole steps of green nearest to `gap`, between the least and the greatest possible where given."""
    step = np.rint(gap)
    return step if ends is None else np.clip(step, *ends, out=step)


def _left_over(gap: Floats, step: Floats, bend: Floats) -> Floats:
    """How far `step` steps of green miss the gap; overwrites its arguments."""
    gap -= step
    step *= step
    step *= bend
    gap -= step
    return np.abs(gap, out=gap)


def _wide_cost(step: int) -> np.float32:
    """What a wider step of red costs on top, in costs of straying by one code."""
    return np.float32(_LAST_RESORT / _STRAY * max(step - 1, 0))


def _stray_cost(off: Floats, step: int, weight: Floats, nearest: NDArray[np.intp]) -> Floats:
    """Cost of `step` from the nearest code; prohibitive where there is no such code."""
    cost: Floats = (off + np.float32(step)) ** 2 * weight
    if nearest.min() + step < 0 or nearest.max() + step > 255:
        cost[(nearest + step < 0) | (nearest + step > 255)] = 1e3
    return cost
