"""One grey value per pixel for pictures stored in colour."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.radiograph import Window, WindowFunction

GREY_IN_COLOUR = "Stored in colour, but every pixel is grey; the grey is shown."
COLOUR = "Stored in colour; it is shown in its own colours, and where grey is needed by its luminance."

#: Rec. 709 weights of linear light, as sRGB (IEC 61966-2-1) uses them.
_WEIGHTS = (0.2126, 0.7152, 0.0722)
_BLOCK = 1 << 20


def luminance(rgb: NDArray[np.generic], bits: int) -> tuple[NDArray[np.generic], str]:
    """Grey of the same lightness as an sRGB picture, in its own dtype and depth, and a note on what was done.

    rgb: (rows, columns, 3) unsigned integers of `bits` used bits.
    """
    red, green, blue = rgb[..., 0], rgb[..., 1], rgb[..., 2]
    if np.array_equal(red, green) and np.array_equal(green, blue):
        return np.ascontiguousarray(green), GREY_IN_COLOUR
    top = float(2**bits - 1)
    precision = np.dtype(np.float32 if bits <= 16 else np.float64)
    flat = rgb.reshape(-1, 3)
    grey = np.empty(flat.shape[0], rgb.dtype)
    for start in range(0, flat.shape[0], _BLOCK):
        part = flat[start : start + _BLOCK].astype(precision) / top
        linear = _to_linear(np.clip(part, 0, 1)) @ np.asarray(_WEIGHTS, precision)
        grey[start : start + _BLOCK] = np.rint(_from_linear(linear) * top).astype(rgb.dtype)
    return grey.reshape(rgb.shape[:2]), COLOUR


def ybr_to_rgb(ybr: NDArray[np.generic], bits: int) -> NDArray[np.generic]:
    """YBR_FULL to RGB (PS3.3 C.7.6.3.1.2) at any depth; same shape and dtype."""
    top, middle = float(2**bits - 1), float(2 ** (bits - 1))
    luma, blue, red = (ybr[..., channel].astype(np.float32) for channel in range(3))
    blue, red = blue - middle, red - middle
    rgb = np.stack([luma + 1.402 * red, luma - 0.344136 * blue - 0.714136 * red, luma + 1.772 * blue], axis=-1)
    converted: NDArray[np.generic] = np.clip(np.rint(rgb), 0, top).astype(ybr.dtype)
    return converted


def eight_bits(rgb: NDArray[np.generic], bits: int) -> NDArray[np.uint8]:
    """The same colours at 8 bits per channel, what a screen shows; `bits` used bits come in."""
    if bits == 8:
        return rgb.astype(np.uint8, copy=False)
    shown: NDArray[np.uint8] = np.rint(rgb * (255 / (2**bits - 1))).astype(np.uint8)
    return shown


def full_range(bits: int) -> Window:
    """The window of a picture whose values are display values already: all `bits`, unchanged."""
    return Window((2**bits - 1) / 2, max(2**bits - 1, 1), WindowFunction.LINEAR_EXACT, "as stored")


def _to_linear(value: NDArray[np.floating]) -> NDArray[np.floating]:
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def _from_linear(value: NDArray[np.floating]) -> NDArray[np.floating]:
    bent = 1.055 * np.maximum(value, 0.0031308) ** (1 / 2.4) - 0.055
    return np.clip(np.where(value <= 0.0031308, value * 12.92, bent), 0, 1)
