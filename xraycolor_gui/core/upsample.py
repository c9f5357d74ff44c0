"""From the small to the large: compositions along the film's edges, chroma smoothly to the pixels on screen.

`refine` is joint bilateral upsampling (Kopf et al., SIGGRAPH 2007) in doublings: each finer pixel takes the
composition of those coarser pixels near it that are as grey as itself, so that colour ends where the film's edge is.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Region = tuple[float, float, float, float]

#: Grey difference that always counts as the same: noise. More where the neighbourhood itself varies more.
_SAME_GREY = 0.012
_PART_OF_CONTRAST = 0.12
#: Spread of the spatial weight, in coarser pixels, and how far it reaches: at the last doubling, and before it.
_SPREAD = 1.3
_LAST_REACH, _REACH = 1, 2
#: Reach of the first pass on the composition's own grid.
_SETTLE_REACH = 3


def refine(composition: Floats, grey: Floats, longest: int = 512) -> Floats:
    """Composition (r', c', tissues) of a whole film, doubled while its longest side stays within `longest`.

    grey: (rows, columns) of the same film at any size; it leads the edges. Sums and the range 0 … 1 are kept.
    """
    rows, columns = composition.shape[:2]
    doublings = _doublings(rows, columns, longest)
    planes = np.ascontiguousarray(np.moveaxis(composition, 2, 0), np.float32)
    guides = [guide(grey, (rows, columns), longest)]
    for level in range(doublings - 1, -1, -1):
        guides.append(_resized(guides[-1], (rows << level, columns << level)))
    guides.reverse()
    if doublings:
        planes = _settled(planes, guides[0])
    for number, (coarse, fine) in enumerate(pairwise(guides), 1):
        planes = _doubled(planes, coarse, fine, _LAST_REACH if number == doublings else _REACH)
    return np.ascontiguousarray(np.moveaxis(planes, 0, 2))


def guide(grey: Floats, shape: tuple[int, int], longest: int = 512) -> Floats:
    """The grey that leads the edges of a composition of `shape` (rows, columns): all that `refine` needs of it."""
    doublings = _doublings(*shape, longest)
    return _resized(grey, (shape[0] << doublings, shape[1] << doublings))


def enlarge(
    chroma: Floats, shape: tuple[int, int], region: Region | None = None, size: tuple[int, int] | None = None
) -> Floats:
    """Chroma (r, c, 2) of a whole film of `shape` (rows, columns), bilinear, pixel centres on pixel centres.

    region: (row 0, column 0, row 1, column 1), edges in film pixels, may be fractional; without it the whole film.
    size: (rows, columns) of the result; without it one pixel per film pixel of the region.
    """
    if region is None:
        return _resized(np.ascontiguousarray(chroma, np.float32), size or shape)
    top, left, bottom, right = region
    out_rows, out_columns = size or (round(bottom - top), round(right - left))
    if out_rows < 1 or out_columns < 1:
        return np.empty((max(out_rows, 0), max(out_columns, 0), 2), np.float32)
    # Centre of output pixel i lies at film position top + (i + ½)·step, and at chroma pixel that · r / rows − ½.
    down, across = chroma.shape[0] / shape[0], chroma.shape[1] / shape[1]
    row_step = (bottom - top) / out_rows * down
    column_step = (right - left) / out_columns * across
    matrix = np.array(
        [
            [column_step, 0, left * across + column_step / 2 - 0.5],
            [0, row_step, top * down + row_step / 2 - 0.5],
        ]
    )
    warped = cv2.warpAffine(
        np.ascontiguousarray(chroma, np.float32),
        matrix,
        (out_columns, out_rows),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(warped, np.float32)


def _doublings(rows: int, columns: int, longest: int) -> int:
    return max(0, int(np.floor(np.log2(longest / max(rows, columns)))))


def _resized(image: NDArray[Any], shape: tuple[int, int]) -> Floats:
    smaller = shape[0] * shape[1] < image.shape[0] * image.shape[1]
    how = cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(image, (shape[1], shape[0]), interpolation=how), np.float32)


def _settled(planes: Floats, grey: Floats) -> Floats:
    """Joint bilateral filter on the composition's own grid: what was smeared over an edge goes back to its side."""
    return _like_the_grey(planes, grey, grey, _SETTLE_REACH, (0.0, 0.0))


def _doubled(planes: Floats, coarse: Floats, fine: Floats, reach: int) -> Floats:
    """(tissues, 2r, 2c) from (tissues, r, c), led by the grey of both sizes.

    Fine pixels are treated by their four places within a coarse one: for each, every neighbour is one shifted view of
    the whole coarse picture, and nothing needs to be gathered.
    """
    tissues, rows, columns = planes.shape
    result = np.empty((tissues, 2 * rows, 2 * columns), np.float32)
    for low, left in ((0, 0), (0, 1), (1, 0), (1, 1)):
        place = (0.5 * low - 0.25, 0.5 * left - 0.25)
        result[:, low::2, left::2] = _like_the_grey(planes, coarse, fine[low::2, left::2], reach, place)
    return result


def _like_the_grey(planes: Floats, coarse: Floats, own: Floats, reach: int, place: tuple[float, float]) -> Floats:
    """For each coarse pixel the mean of its neighbours, weighted by nearness and by likeness to the grey `own`.

    place: where in the coarse pixel, from its centre, the point lies whose grey is `own`.
    """
    tissues, rows, columns = planes.shape
    pad = ((reach, reach), (reach, reach))
    padded = np.pad(planes, ((0, 0), *pad), mode="edge")
    padded_grey = np.pad(coarse, pad, mode="edge")
    sharpness = -0.5 / _same_grey_squared(coarse)
    sums = np.zeros((tissues, rows, columns), np.float32)
    total = np.zeros((rows, columns), np.float32)
    for down in range(2 * reach + 1):
        for right in range(2 * reach + 1):
            view = np.s_[down : down + rows, right : right + columns]
            away = (down - reach - place[0]) ** 2 + (right - reach - place[1]) ** 2
            weight = padded_grey[view] - own
            weight *= weight
            weight *= sharpness
            weight += np.float32(-away / (2 * _SPREAD**2))
            np.exp(weight, out=weight)
            total += weight
            sums += padded[:, *view] * weight
    # Where no neighbour is like it (a fine line), all weights vanish together: then the nearest pixel decides.
    lost = total < 1e-12
    mean: Floats = np.where(lost, planes, sums / np.where(lost, np.float32(1), total))
    return mean


def _same_grey_squared(grey: Floats) -> Floats:
    """Square of the grey difference that counts as the same, from the contrast of the 5 × 5 pixels around."""
    mean = cv2.blur(grey, (5, 5), borderType=cv2.BORDER_REPLICATE)
    variance = cv2.blur(grey * grey, (5, 5), borderType=cv2.BORDER_REPLICATE) - mean * mean
    same = np.float32(_SAME_GREY**2) + np.float32(_PART_OF_CONTRAST**2) * np.maximum(variance, 0)
    return np.asarray(same, np.float32)
