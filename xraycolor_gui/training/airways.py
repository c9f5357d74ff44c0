"""Faults of automatic labels where there is air: windpipes called lung, emphysema called gas, air at the skin."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

LUNG, GAS, SKIN, OUTSIDE = 1, 3, 16, 0

_SKIN_MM, _WINDPIPE_MM2, _BUBBLE_MM = 6.0, 700.0, 2.5
#: A lung's base at the top of an abdomen: this dense on the whole, and this large (cm³).
_LUNG_HU, _LUNG_CM3 = (-860, -560), 20.0

Classes = NDArray[np.uint8]
Hounsfield = NDArray[np.int16]


def correct_air(tissue: Classes, hu: Hounsfield, spacing_mm: float) -> None:
    """Put air to rights, in place. Slices run upward; classes and Hounsfield units (z, y, x)."""
    _skin_is_no_gas(tissue, spacing_mm)
    if int((tissue == LUNG).sum()) * spacing_mm**3 > 1e6:
        _emphysema_is_lung(tissue, spacing_mm)
        _windpipe_is_gas(tissue, spacing_mm)
    else:
        _lung_bases_are_lung(tissue, hu, spacing_mm)


def _skin_is_no_gas(tissue: Classes, spacing_mm: float) -> None:
    gas = tissue == GAS
    deep = max(round(_SKIN_MM / spacing_mm), 1)
    for z in range(tissue.shape[0]):
        if gas[z].any():
            core = ndimage.binary_erosion(tissue[z] != OUTSIDE, iterations=deep)
            tissue[z][gas[z] & ~core] = SKIN


def _emphysema_is_lung(tissue: Classes, spacing_mm: float) -> None:
    """Gas in specks beside lung is lung; windpipe, bronchi and bowel hold a ball of some millimetres."""
    gas = tissue == GAS
    reach = max(round(_BUBBLE_MM / spacing_mm), 1)
    solid = ndimage.binary_erosion(gas, iterations=reach, border_value=1)
    solid = ndimage.binary_dilation(solid, iterations=reach + 1)
    near = ndimage.binary_dilation(tissue == LUNG, iterations=2)
    tissue[gas & ~solid & near] = LUNG


def _windpipe_is_gas(tissue: Classes, spacing_mm: float) -> None:
    """Follow a small round piece of lung in the middle of the upper slices down to where it joins the lungs."""
    air = np.isin(tissue, (LUNG, GAS))
    columns = np.flatnonzero((tissue == LUNG).any(axis=(0, 1)))
    middle = float(columns.mean())
    followed: NDArray[np.bool_] | None = None
    for z in range(tissue.shape[0] - 1, tissue.shape[0] // 3, -1):
        parts, count = ndimage.label(air[z])
        if count == 0:
            continue
        areas = np.bincount(parts.ravel(), minlength=count + 1)[1:] * spacing_mm**2
        if followed is None:
            centers = np.array(ndimage.center_of_mass(air[z], parts, np.arange(1, count + 1)))
            small = (areas > 60.0) & (areas < _WINDPIPE_MM2) & (np.abs(centers[:, 1] - middle) * spacing_mm < 30.0)
            if not small.any():
                continue
            chosen = 1 + int(np.flatnonzero(small)[np.argmax(areas[small])])
        else:
            over = np.bincount(parts[followed], minlength=count + 1)[1:]
            chosen = 1 + int(np.argmax(over))
            if over[chosen - 1] == 0 or areas[chosen - 1] > _WINDPIPE_MM2:
                return
        followed = parts == chosen
        tissue[z][followed] = GAS


def _lung_bases_are_lung(tissue: Classes, hu: Hounsfield, spacing_mm: float) -> None:
    parts, _ = ndimage.label(tissue == GAS)
    for number in np.unique(parts[-3:]):
        inside = parts == number
        if number == 0 or inside.sum() * spacing_mm**3 < _LUNG_CM3 * 1e3:
            continue
        if _LUNG_HU[0] < float(np.median(hu[inside])) < _LUNG_HU[1]:
            tissue[inside] = LUNG
