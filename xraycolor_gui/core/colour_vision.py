"""How colours look to readers with a colour-vision deficiency, and how far apart two colours look.

Simulation of a complete deficiency: Machado, Oliveira, Fernandes, "A physiologically-based model for simulation of
color vision deficiency", IEEE TVCG 15 (2009), severity 1, in linear sRGB. Distance: CIEDE2000 (CIE 142:2001) after
Sharma, Wu, Dalal, Color Research & Application 30 (2005).
"""

from __future__ import annotations

from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core import encoding

Floats = NDArray[Any]


class Vision(Enum):
    """Colour vision of a reader; the value is the word in files and on the command line."""

    NORMAL = "normal"
    PROTAN = "protan"
    DEUTAN = "deutan"
    TRITAN = "tritan"

    @property
    def plain(self) -> str:
        """What readers call it."""
        return _PLAIN[self]


_PLAIN = {
    Vision.NORMAL: "normal",
    Vision.PROTAN: "red-blind",
    Vision.DEUTAN: "green-blind",
    Vision.TRITAN: "blue-blind",
}

#: Machado et al. 2009, table 1, severity 1.
_SEEN: dict[Vision, Floats] = {
    Vision.NORMAL: np.eye(3),
    Vision.PROTAN: np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    Vision.DEUTAN: np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    Vision.TRITAN: np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}


def seen(rgb: Floats, vision: Vision) -> Floats:
    """(…, 3) sRGB 0 … 1 as it looks with this vision, of (…, 3) sRGB 0 … 1."""
    return encoding.companded(_linear_seen(rgb, vision))


def seen_lab(rgb: Floats, vision: Vision = Vision.NORMAL) -> Floats:
    """(…, 3) CIELAB of (…, 3) sRGB 0 … 1 as it looks with this vision."""
    return encoding.lab(_linear_seen(rgb, vision))


def _linear_seen(rgb: Floats, vision: Vision) -> Floats:
    linear = encoding.luminance(np.asarray(rgb, np.float64))
    return np.asarray(np.clip(linear @ _SEEN[vision].T, 0, 1))


def delta_e(first: Floats, second: Floats) -> Floats:
    """CIEDE2000 between CIELAB colours; (…, 3) each, broadcast against one another."""
    first, second = np.broadcast_arrays(np.asarray(first, np.float64), np.asarray(second, np.float64))
    stretch = 1.5 - 0.5 * _strong((_size(first) + _size(second)) / 2)
    one, other = (np.stack([stretch * lab[..., 1], lab[..., 2]], axis=-1) for lab in (first, second))
    chroma_one, chroma_other = np.hypot(*np.moveaxis(one, -1, 0)), np.hypot(*np.moveaxis(other, -1, 0))
    hue_one, hue_other = _hue(one), _hue(other)
    turn = hue_other - hue_one
    across = np.abs(turn) > 180
    turn = np.where(across, turn - np.copysign(360, turn), turn)
    total = hue_one + hue_other
    hue = np.where(across, np.where(total < 360, total + 360, total - 360), total) / 2
    hue = np.where(chroma_one * chroma_other == 0, total, hue)
    light, chroma = (first[..., 0] + second[..., 0]) / 2, (chroma_one + chroma_other) / 2
    weight = 1 - 0.17 * _cos(hue - 30) + 0.24 * _cos(2 * hue) + 0.32 * _cos(3 * hue + 6) - 0.20 * _cos(4 * hue - 63)
    off_middle = (light - 50) ** 2
    of_light = (second[..., 0] - first[..., 0]) / (1 + 0.015 * off_middle / np.sqrt(20 + off_middle))
    of_chroma = (chroma_other - chroma_one) / (1 + 0.045 * chroma)
    of_hue = 2 * np.sqrt(chroma_one * chroma_other) * np.sin(np.radians(turn / 2)) / (1 + 0.015 * chroma * weight)
    rotation = -2 * _strong(chroma) * np.sin(np.radians(60 * np.exp(-(((hue - 275) / 25) ** 2))))
    squared = of_light**2 + of_chroma**2 + of_hue**2 + rotation * of_chroma * of_hue
    return np.asarray(np.sqrt(np.maximum(squared, 0)))


def _size(lab: Floats) -> Floats:
    return np.asarray(np.hypot(lab[..., 1], lab[..., 2]))


def _hue(ab: Floats) -> Floats:
    return np.asarray(np.degrees(np.arctan2(ab[..., 1], ab[..., 0])) % 360)


def _strong(chroma: Floats) -> Floats:
    """Sharma et al., equations 4 and 17: near 0 for weak colours, near 1 for strong ones."""
    seventh = chroma**7
    return np.asarray(np.sqrt(seventh / (seventh + 25.0**7)))


def _cos(degrees: Floats) -> Floats:
    return np.asarray(np.cos(np.radians(degrees)))
