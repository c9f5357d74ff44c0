"""What lies inside an outline: the film's own values, and the tissues of its colorization."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.presentation import modality_values
from xraycolor_gui.core.radiograph import LookupTable, Radiograph
from xraycolor_gui.core.regions import Brush, Point, Region, bounds, fitted, mask_of, moved

#: A composition is sampled at most so often along either side of an outline's box; it is coarse and smooth.
_MOST_SAMPLES = 192


@dataclass(frozen=True, slots=True)
class Statistics:
    """Values of the pixels whose centres lie inside, padding left out.

    mean, deviation (of these pixels, not of a sample), least and greatest are in the units of the film's windows: after
    its Modality LUT or rescale. unit: what the file calls them ('HU'), empty where it does not say.
    stored: nothing was changed on the way, these are the stored values. pixels: how many they are, at least 1.
    """

    mean: float
    deviation: float
    least: float
    greatest: float
    pixels: int
    unit: str
    stored: bool


def statistics(radiograph: Radiograph, region: Region) -> Statistics | None:
    """None where the outline holds no pixel of the film, or padding alone."""
    cut = _cut(radiograph.shape, region)
    if cut is None:
        return None
    rows, columns = cut
    values = modality_values(replace(radiograph, stored=radiograph.stored[rows, columns]))
    inside = mask_of(moved(region, -columns.start, -rows.start), values.shape) & ~np.isnan(values)
    pixels = int(np.count_nonzero(inside))
    if not pixels:
        return None
    mask = inside.view(np.uint8)
    mean, deviation = (float(found[0, 0]) for found in cv2.meanStdDev(values, mask=mask))
    least, greatest, _, _ = cv2.minMaxLoc(values, mask)
    modality = radiograph.modality
    if isinstance(modality, LookupTable):
        unit, plain = "", False
    else:
        # US says that they have no name (PS3.3 C.11.1.1.2).
        unit = "" if modality.units.upper() == "US" else modality.units
        plain = not unit and (modality.slope, modality.intercept) == (1, 0)
    return Statistics(mean, deviation, float(least), float(greatest), pixels, unit, plain)


def mean_shares(shares: NDArray[np.float32], region: Region, shape: tuple[int, int]) -> NDArray[np.float64] | None:
    """(tissues,) mean of shares (r, c, tissues), which cover the whole film of `shape` at any resolution, inside.

    None where the outline holds no pixel of the film.
    """
    cut = _cut(shape, region)
    if cut is None:
        return None
    (rows, fewer_rows), (columns, fewer_columns) = (_spread(side) for side in cut)
    local = moved(region, -cut[1].start, -cut[0].start)
    if not isinstance(region, (Brush, Point)):
        left, top, right, bottom = bounds(local)
        box = left / fewer_columns, top / fewer_rows, (right - left) / fewer_columns, (bottom - top) / fewer_rows
        inside = mask_of(fitted(local, *box), (len(rows), len(columns)))
    else:
        whole = mask_of(local, (cut[0].stop - cut[0].start, cut[1].stop - cut[1].start))
        inside = whole[np.ix_((rows - cut[0].start).astype(np.intp), (columns - cut[1].start).astype(np.intp))]
    if not inside.any():
        return None
    r, c = ((at * n / of).astype(np.intp) for at, n, of in zip((rows, columns), shares.shape, shape, strict=False))
    mean: NDArray[np.float64] = shares[r[:, None], c][inside].mean(axis=0, dtype=np.float64)
    return mean


def _cut(shape: tuple[int, int], region: Region) -> tuple[slice, slice] | None:
    """Rows and columns of the film that the region may hold."""
    left, top, right, bottom = bounds(region)
    rows = slice(max(math.floor(top), 0), min(math.floor(bottom) + 1, shape[0]))
    columns = slice(max(math.floor(left), 0), min(math.floor(right) + 1, shape[1]))
    return (rows, columns) if rows.start < rows.stop and columns.start < columns.stop else None


def _spread(side: slice) -> tuple[NDArray[np.float64], float]:
    """Evenly spread places along one side, pixel centres where they are few; and how many pixels each stands for."""
    pixels = side.stop - side.start
    count = min(pixels, _MOST_SAMPLES)
    return side.start + (np.arange(count) + 0.5) * (pixels / count), pixels / count
