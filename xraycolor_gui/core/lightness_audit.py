"""Is the lightness of a coloured picture the film's own? Measured on the 8-bit pixels that are shown or written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core import encoding
from xraycolor_gui.core.places import Ring, place_at

#: |ΔL*| between the decoded 8-bit picture and the unquantised grey, of 100. An 8-bit grey itself has .101 and .255.
MEAN_LIMIT, GREATEST_LIMIT = 0.02, 0.15
#: The histogram's upper end and its number of steps.
HISTOGRAM_END, HISTOGRAM_STEPS = 0.2, 20
#: Pixels at a time, so that memory does not grow with the film.
_STRIP = 1 << 18

#: Steps of the tables of lightness; what lies between two is interpolated, within .0005 L* everywhere.
_STEPS = 1 << 16


@dataclass(frozen=True, eq=False, slots=True)
class LightnessAudit:
    """|ΔL*| over the coloured pixels: mean, greatest, and how many lie in each of the HISTOGRAM_STEPS.

    What lies beyond HISTOGRAM_END counts into the last step. coloured: number of pixels measured. Pixels drawn exactly
    as the grey picture draws them are the film's own grey by definition and are not among them. greatest_at: a ring
    round the pixel of the greatest difference; None where nothing is coloured.
    """

    mean: float
    greatest: float
    histogram: tuple[int, ...]
    coloured: int
    greatest_at: Ring | None = None

    @property
    def holds(self) -> bool:
        return self.mean <= MEAN_LIMIT and self.greatest <= GREATEST_LIMIT


def audit_lightness(grey: NDArray[np.float32], rgb: NDArray[np.uint8]) -> LightnessAudit:
    """Compare `rgb` (rows, columns, 3), as drawn, with the `grey` (rows, columns) 0 … 1 that it was drawn from."""
    if rgb.shape != (*grey.shape, 3):
        raise ValueError(f"picture {rgb.shape} does not fit grey {grey.shape}")
    rows = max(1, _STRIP // max(grey.shape[1], 1))
    counts = np.zeros(HISTOGRAM_STEPS, np.int64)
    total, greatest, greatest_at = 0.0, 0.0, (0, 0)
    for top in range(0, grey.shape[0], rows):
        strip = np.ascontiguousarray(rgb[top : top + rows])
        own = np.clip(grey[top : top + rows], 0, 1).astype(np.float32)
        coloured = _coloured(own, strip)
        away = np.abs(_drawn_lightness(strip) - _looked_up(_tables().of_grey, own))
        number = cv2.countNonZero(coloured)
        total += cv2.mean(away, coloured)[0] * number
        _, most, _, (column, row) = cv2.minMaxLoc(away, coloured)
        if number and most > greatest:
            greatest, greatest_at = most, (top + row, column)
        within = np.minimum(away, np.nextafter(np.float32(HISTOGRAM_END), np.float32(0)))
        histogram = cv2.calcHist([within], [0], coloured, [HISTOGRAM_STEPS], [0, HISTOGRAM_END])
        counts += np.rint(np.ravel(histogram)).astype(np.int64)
    number = int(counts.sum())
    where = place_at(*greatest_at, (grey.shape[0], grey.shape[1])) if number else None
    return LightnessAudit(total / max(number, 1), float(greatest), tuple(counts.tolist()), number, where)


def _coloured(grey: NDArray[np.float32], rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """1 where the picture is not exactly the grey one, else 0."""
    codes = np.rint(grey * np.float32(255)).astype(np.uint8)
    red, green, blue = cv2.split(cv2.absdiff(rgb, cv2.cvtColor(codes, cv2.COLOR_GRAY2RGB)))
    return np.asarray(cv2.max(cv2.max(red, green), blue) > 0, np.uint8)


def _drawn_lightness(rgb: NDArray[np.uint8]) -> NDArray[np.float32]:
    luminance = cv2.transform(cv2.LUT(rgb, _tables().of_codes), np.ones((1, 3), np.float32))
    return _looked_up(_tables().of_luminance, np.asarray(luminance, np.float32))


@dataclass(frozen=True, eq=False, slots=True)
class _Tables:
    """of_codes: (1, 256, 3) luminance that each channel's code adds. The others: L* at _STEPS + 2 places over 0 … 1."""

    of_codes: NDArray[np.float32]
    of_grey: NDArray[np.float32]
    of_luminance: NDArray[np.float32]


@cache
def _tables() -> _Tables:
    place = np.minimum(np.arange(_STEPS + 2) / _STEPS, 1)
    codes = encoding.luminance(np.arange(256) / 255)
    return _Tables(
        np.stack([weight * codes for weight in encoding.LUMA], axis=-1).astype(np.float32)[np.newaxis],
        encoding.lightness(place).astype(np.float32),
        encoding.lightness_of_luminance(place).astype(np.float32),
    )


def _looked_up(table: NDArray[np.float32], values: NDArray[np.float32]) -> NDArray[np.float32]:
    """The table at values 0 … 1, straight lines between its places."""
    place = values * np.float32(_STEPS)
    below = place.astype(np.int32)
    place -= below
    low = table[below]
    place *= table[below + 1] - low
    place += low
    return place
