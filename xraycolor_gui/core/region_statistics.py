"""What lies inside an outline: the film's own values, and the tissues of its colorization."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.presentation import modality_values
from xraycolor_gui.core.radiograph import LookupTable, Radiograph, Window
from xraycolor_gui.core.regions import Brush, Ellipse, Point, Rectangle, Region, bounds, fitted, mask_of, moved

Floats = NDArray[np.float64]
#: A composition is sampled at most so often along either side of an outline's box; it is coarse and smooth.
_MOST_SAMPLES = 192


@dataclass(frozen=True, slots=True)
class Statistics:
    """Values of the pixels whose centres lie inside, padding left out.

    mean, median, deviation (of these pixels, not of a sample), least and greatest are in the units of the film's
    windows: after its Modality LUT or rescale. unit: what the file calls them ('HU'), empty where it does not say.
    stored: nothing was changed on the way, these are the stored values. pixels: how many they are, at least 1.
    """

    mean: float
    median: float
    deviation: float
    least: float
    greatest: float
    pixels: int
    unit: str
    stored: bool


def statistics(radiograph: Radiograph, region: Region) -> Statistics | None:
    """None where the outline holds no pixel of the film, or padding alone."""
    found = _values_inside(radiograph, region)
    if found is None:
        return None
    values, counts = found
    pixels = int(counts.sum())
    mean = float(values @ counts) / pixels
    deviation = math.sqrt(float(np.square(values - mean) @ counts) / pixels)
    modality = radiograph.modality
    if isinstance(modality, LookupTable):
        unit, plain = "", False
    else:
        # US says that they have no name (PS3.3 C.11.1.1.2).
        unit = "" if modality.units.upper() == "US" else modality.units
        plain = not unit and (modality.slope, modality.intercept) == (1, 0)
    least, median, greatest = _quantiles(values, counts, (0.0, 0.5, 1.0))
    return Statistics(mean, median, deviation, least, greatest, pixels, unit, plain)


def window_inside(radiograph: Radiograph, region: Region) -> Window | None:
    """The window over what lies inside but for 1 % at either end; None where all is of one value, or nothing is."""
    found = _values_inside(radiograph, region)
    low, high = _quantiles(*found, (0.01, 0.99)) if found is not None else (0.0, 0.0)
    # A window's upper edge is at its centre plus half of one less than its width (PS3.3 C.11.2.1.2.1).
    return Window((low + high + 1) / 2, high - low + 1, explanation="drawn area") if high > low else None


def _values_inside(radiograph: Radiograph, region: Region) -> tuple[Floats, Floats] | None:
    """Modality values of the pixels inside, and how often each occurs; None without any."""
    cut = _cut(radiograph.shape, region)
    if cut is None:
        return None
    stored = radiograph.stored[cut]
    if not isinstance(region, Rectangle):
        stored = stored[_inside(moved(region, -cut[1].start, -cut[0].start), (stored.shape[0], stored.shape[1]))]
    values, counts = _counted(radiograph, stored.ravel())
    return (values, counts) if counts.sum() else None


def _quantiles(values: Floats, counts: Floats, shares: tuple[float, ...]) -> list[float]:
    """The values below which these shares of the pixels lie; the lower one where two share the middle."""
    order = np.argsort(values)
    passed = np.cumsum(counts[order])
    at = np.searchsorted(passed, np.array(shares) * passed[-1])
    return [float(value) for value in values[order][np.minimum(at, len(values) - 1)]]


def _counted(radiograph: Radiograph, stored: NDArray[np.generic]) -> tuple[Floats, Floats]:
    """Modality values of stored ones, and how often each occurs; padding is left out.

    Films of 8 and 16 bit are counted by stored value, which follows the hand at 9 megapixels.
    """
    each, counts = stored, np.ones(len(stored))
    if stored.dtype in (np.uint8, np.uint16, np.int16) and len(stored):
        kind = np.uint8 if stored.dtype == np.uint8 else np.uint16
        bins = np.iinfo(kind).max + 1
        plain: NDArray[np.uint8 | np.uint16] = np.ascontiguousarray(stored).view(kind)
        counts = cv2.calcHist([plain], [0], None, [bins], [0, bins]).ravel().astype(np.float64)
        found = np.flatnonzero(counts)
        each, counts = found.astype(kind).view(stored.dtype), counts[found]
    values = modality_values(replace(radiograph, stored=each.reshape(1, -1)))[0].astype(np.float64)
    known = ~np.isnan(values)
    return values[known], counts[known]


def _inside(region: Region, shape: tuple[int, int]) -> NDArray[np.bool_]:
    """As `mask_of`, for a large ellipse by rows: a tenth of the time."""
    if not isinstance(region, Ellipse) or shape[0] * shape[1] < 1 << 16:
        return mask_of(region, shape)
    down = ((np.arange(shape[0]) + 0.5) - region.y) / region.height - 0.5
    half = np.sqrt(np.maximum(0.25 - down * down, 0)) * region.width
    middle = region.x + region.width / 2
    columns = np.arange(shape[1], dtype=np.int32)
    first = np.clip(np.ceil(middle - half - 0.5), 0, shape[1]).astype(np.int32)
    last = np.clip(np.floor(middle + half - 0.5), -1, shape[1] - 1).astype(np.int32)
    mask = (columns >= first[:, None]) & (columns <= last[:, None])
    # Rounding may err by a pixel at either end: there the definition decides.
    rows = np.arange(shape[0])
    for ends in (first - 1, first, last, last + 1):
        at = np.clip(ends, 0, shape[1] - 1)
        across = (at + 0.5 - region.x) / region.width - 0.5
        mask[rows, at] = across * across + down * down <= 0.25
    return mask


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
    """Rows and columns of the film that the region may hold; of a rectangle, exactly those that it holds."""
    left, top, right, bottom = bounds(region)
    if isinstance(region, Rectangle):
        rows, columns = (_between(*ends) for ends in ((top, bottom, shape[0]), (left, right, shape[1])))
    else:
        rows = slice(max(math.floor(top), 0), min(math.floor(bottom) + 1, shape[0]))
        columns = slice(max(math.floor(left), 0), min(math.floor(right) + 1, shape[1]))
    return (rows, columns) if rows.start < rows.stop and columns.start < columns.stop else None


def _between(low: float, high: float, length: int) -> slice:
    """Pixels whose centres lie there, the upper end left out."""
    centres = np.arange(length) + 0.5
    inside = np.flatnonzero((centres >= low) & (centres < high))
    return slice(int(inside[0]), int(inside[-1]) + 1) if len(inside) else slice(0, 0)


def _spread(side: slice) -> tuple[NDArray[np.float64], float]:
    """Evenly spread places along one side, pixel centres where they are few; and how many pixels each stands for."""
    pixels = side.stop - side.start
    count = min(pixels, _MOST_SAMPLES)
    return side.start + (np.arange(count) + 0.5) * (pixels / count), pixels / count
