"""Whether a picture stored in colour shows colours, or is a grey one in three channels or on tinted film.

Film base is blue, old prints are yellow, scanners have casts: such a tint is weak and depends on lightness alone. Where
many pixels differ from the others of their lightness, or the whole is strongly coloured, it is no film.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

#: Pixels that are looked at: a regular grid of at most about this many.
_SAMPLE = 40_000
#: CIELAB lightness in which a pixel's hue can be told, and the width of one step of lightness.
_DARKEST, _LIGHTEST, _STEP = 8.0, 97.0, 4.0
#: Distance in a*, b* from the tint at which a pixel has a colour of its own, and the share of such pixels that a film
#: may have: an arrow or a coloured letter. Measured: tinted films after JPEG at most .01, photographs from .15 on.
_OWN_COLOUR, _MAY_HAVE = 12.0, 0.05
#: Median C* that no film has, if its tint is warm or green, and if it is blue as film bases are. Measured: eye
#: backgrounds, all of one warm tint, from 34 on; films photographed on blue light up to 34.
_STRONGEST_TINT, _STRONGEST_BLUE = 30.0, 45.0
_LEAST_PIXELS = 50


def has_colours(rgb: NDArray[np.generic], bits: int) -> bool:
    """Whether a picture shows more than a film’s tint: (rows, columns, 3) sRGB, unsigned, of `bits` used bits."""
    sample = np.ascontiguousarray(few(rgb)).reshape(-1, 1, 3).astype(np.float32) / np.float32(2**bits - 1)
    lab = cv2.cvtColor(np.clip(sample, 0, 1), cv2.COLOR_RGB2LAB).reshape(-1, 3)
    lab = lab[(lab[:, 0] > _DARKEST) & (lab[:, 0] < _LIGHTEST)]
    if len(lab) < min(_LEAST_PIXELS, sample.size // 6):
        return False
    chroma = lab[:, 1:]
    strongest = _STRONGEST_BLUE if np.median(chroma[:, 1]) < 0 else _STRONGEST_TINT
    if float(np.median(np.hypot(chroma[:, 0], chroma[:, 1]))) > strongest:
        return True
    step = (lab[:, 0] // _STEP).astype(int)
    away = chroma.copy()
    for here in np.unique(step):
        away[step == here] -= np.median(chroma[step == here], axis=0)
    return bool(np.mean(np.hypot(away[:, 0], away[:, 1]) > _OWN_COLOUR) > _MAY_HAVE)


def few(picture: NDArray[Any]) -> NDArray[Any]:
    """Every n-th row and column of a picture, so that some tens of thousands of pixels are left."""
    step = max(1, int(np.sqrt(picture.shape[0] * picture.shape[1] / _SAMPLE)))
    return picture[::step, ::step]
