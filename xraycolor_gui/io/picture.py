"""Decoded pixels of a PNG, TIFF or JPEG before they become a Radiograph."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Picture(NamedTuple):
    """pixels: (rows, columns) grey or (rows, columns, 3) RGB, of `bits` used bits; inverse: zero is white."""

    pixels: NDArray[np.generic]
    bits: int
    inverse: bool = False
    frames: int = 1
    lossy: bool = False
    notes: tuple[str, ...] = ()


def without_alpha(pixels: NDArray[np.generic], bits: int) -> tuple[NDArray[np.generic], tuple[str, ...]]:
    """Lay grey + alpha or RGB + alpha (last axis 2 or 4) over black; the note tells where that changed anything."""
    channels = pixels.shape[-1]
    if channels not in (2, 4):
        return pixels, ()
    colour, alpha = pixels[..., :-1], pixels[..., -1:]
    if channels == 2:
        colour = colour[..., 0]
        alpha = alpha[..., 0]
    top = 2**bits - 1
    if int(alpha.min()) == top:
        return np.ascontiguousarray(colour), ()
    laid = np.rint(colour.astype(np.float64) * alpha.astype(np.float64) / top).astype(pixels.dtype)
    return laid, ("Transparent pixels are laid over black.",)
