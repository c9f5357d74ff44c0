"""Tissue classes from Hounsfield units alone: what is body, lung, gas, fat, muscle, bone, metal and skin.

Heart, vessels and organs cannot be told by their number and stay muscle here; a label map names them (`structures`).
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from xraycolor_gui.training.anatomy import CORTICAL, FAT, GAS, LUNG, LUNG_VESSEL, METAL, MUSCLE, OUTSIDE, SKIN, SPONGY

AIR_HU, FAT_HU, MUSCLE_HU, CORTICAL_HU, METAL_HU = -400, -190, -30, 260, 2500
#: Solid enough to be body when it is looked for; blankets and foam are not.
_SOLID_HU = -350
#: Two voxels and more from its edge, gas in gut or throat is emptier than any lung but a few of the largest.
_GAS_CORE_HU, _LUNG_FOR_SURE_LITRES, _SMALLEST_LUNG_LITRES = -930, 1.5, 0.04
_TRABECULAR_HU = 110
#: Cross-section of a large vertebra, 14 cm² in pixels of 1.5 mm.
_VERTEBRA_VOXELS = 620
#: What bone encloses counts as brain or spinal canal when its mean lies here, else as marrow.
_CANAL_HU = (0.0, 50.0)

Mask = NDArray[np.bool_]
Volume = NDArray[np.int16]


def classify(hu: Volume, spacing_mm: float) -> NDArray[np.uint8]:
    """Classes of `anatomy` (z, y, x) for Hounsfield units; voxels are cubes, slices are axial."""
    litre = 1e6 / spacing_mm**3
    body = find_body(hu, spacing_mm)
    tissue = np.full(hu.shape, OUTSIDE, np.uint8)
    tissue[body] = MUSCLE
    smooth = ndimage.gaussian_filter(hu.astype(np.float32), 0.6)
    tissue[body & (smooth < MUSCLE_HU)] = FAT
    tissue[_shell(body, spacing_mm) & body] = SKIN
    _place_air(tissue, hu, body, litre)
    bone = find_bone(hu, body, litre)
    tissue[marrow(hu, smooth, bone, body, litre)] = SPONGY
    tissue[bone] = CORTICAL
    tissue[body & (hu > METAL_HU)] = METAL
    return tissue


def find_body(hu: Volume, spacing_mm: float) -> Mask:
    """The body with everything inside it; tables, blankets and cables are left out, loose limbs are kept."""
    solid = hu > _SOLID_HU
    core = ndimage.binary_opening(solid, iterations=2)
    parts, count = ndimage.label(core)
    if count == 0:
        return np.zeros(hu.shape, np.bool_)
    sizes = np.bincount(parts.ravel())
    sizes[0] = 0
    # A table top is wide but thin: nothing of it is left when a centimetre is peeled off each side.
    thick = np.unique(parts[ndimage.binary_erosion(core, iterations=max(1, round(9.0 / spacing_mm)))])
    kept = [n for n in thick if n > 0 and sizes[n] > 0.04 * sizes.max()]
    kept = kept or [int(sizes.argmax())]
    flesh = ndimage.binary_dilation(np.isin(parts, kept), iterations=3) & solid
    return np.asarray(flesh | _enclosed(flesh), np.bool_)


def _enclosed(flesh: Mask) -> Mask:
    """Air that the flesh encloses: in its own slice, and not open to the outside through a wide gap above or below."""
    holes = np.stack([_holes(plane) for plane in flesh])
    wide = ndimage.binary_opening(np.pad(~flesh, ((0, 0), (1, 1), (1, 1)), constant_values=True), iterations=4)
    parts, _ = ndimage.label(wide)
    sides = np.unique(np.concatenate([parts[:, 0].ravel(), parts[:, -1].ravel()]))
    open_air = np.isin(parts, sides[sides > 0])[:, 1:-1, 1:-1]
    leaked = ndimage.binary_dilation(open_air, iterations=4) & holes
    # Only where nearly all of a hole is open: a mouth does not open the lungs.
    names, count = ndimage.label(holes)
    if count == 0:
        return holes
    shares = ndimage.mean(leaked, names, np.arange(count + 1))
    lost = np.asarray(shares) > 0.6
    lost[0] = False
    return np.asarray(holes & ~lost[names], np.bool_)


def _holes(plane: Mask) -> Mask:
    """What of a slice cannot be reached from its border without crossing flesh."""
    padded = np.pad(~plane, 1, constant_values=True).astype(np.uint8)
    _, parts = cv2.connectedComponents(padded, connectivity=4)
    return np.asarray((padded[1:-1, 1:-1] > 0) & (parts[1:-1, 1:-1] != parts[0, 0]), np.bool_)


def _shell(body: Mask, spacing_mm: float) -> Mask:
    width = max(1, round(3.0 / spacing_mm))
    element = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * width + 1,) * 2)
    # What lies beyond the array is not known to be air: no skin on a cut surface.
    inner = np.stack([cv2.erode(plane.astype(np.uint8), element, borderValue=1) for plane in body])
    return np.asarray(body & (inner == 0), np.bool_)


def _place_air(tissue: NDArray[np.uint8], hu: Volume, body: Mask, litre: float) -> None:
    """Lung, its vessels and gas, in place."""
    air = body & (hu < AIR_HU)
    parts, count = ndimage.label(air)
    if count == 0:
        return
    sizes = np.bincount(parts.ravel())
    tissue[air] = GAS
    lungs = np.zeros(hu.shape, np.bool_)
    boxes = ndimage.find_objects(parts)
    for number in np.flatnonzero(sizes[1:] > _SMALLEST_LUNG_LITRES * litre) + 1:
        box = boxes[number - 1]
        here = parts[box] == number
        core = hu[box][ndimage.binary_erosion(here, iterations=2)]
        for_sure = sizes[number] > _LUNG_FOR_SURE_LITRES * litre
        if for_sure or (core.size and float(np.median(core)) > _GAS_CORE_HU):
            lungs[box] |= here
    if lungs.any():
        _place_lungs(tissue, hu, lungs, body, litre)


def _place_lungs(tissue: NDArray[np.uint8], hu: Volume, lungs: Mask, body: Mask, litre: float) -> None:
    element = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (7, 7))
    region = np.stack([_filled(cv2.morphologyEx(p.astype(np.uint8), cv2.MORPH_CLOSE, element) > 0) for p in lungs])
    region &= body
    airway = find_airway(hu, lungs, litre)
    rim = ndimage.binary_dilation(region, iterations=1) & body & (hu < FAT_HU)
    tissue[(region & (hu < AIR_HU + 100)) | rim] = LUNG
    tissue[region & (hu >= AIR_HU + 100)] = LUNG_VESSEL
    tissue[airway] = GAS


def find_airway(hu: Volume, lungs: Mask, litre: float) -> Mask:
    """Windpipe and large bronchi, which are joined to the lungs but hold nothing but air; none if it is not sure."""
    tenth = float(np.percentile(hu[lungs], 10))
    limit = float(np.clip(tenth - 25.0, -960.0, -925.0))
    empty = lungs & (ndimage.gaussian_filter(hu.astype(np.float32), 1.0) < limit)
    parts, count = ndimage.label(ndimage.binary_opening(empty))
    nothing = np.zeros(hu.shape, np.bool_)
    if count == 0:
        return nothing
    sizes = np.bincount(parts.ravel())
    sizes[0] = 0
    largest = int(sizes.argmax())
    # In emphysema the lung itself is as empty; the largest part then exceeds any windpipe.
    if not 0.003 * litre < sizes[largest] < min(0.15 * litre, 0.08 * int(lungs.sum())):
        return nothing
    grown = ndimage.binary_dilation(parts == largest, iterations=2)
    return np.asarray(grown & lungs & (hu < -800), np.bool_)


def find_bone(hu: Volume, body: Mask, litre: float) -> Mask:
    """Cortical bone: dense voxels in pieces of 0.2 ml and more."""
    parts, _ = ndimage.label(body & (hu >= CORTICAL_HU), np.ones((3, 3, 3)))
    sizes = np.bincount(parts.ravel())
    large = sizes > 0.0002 * litre
    large[0] = False
    return np.asarray(large[parts], np.bool_)


def marrow(hu: Volume, smooth: NDArray[np.float32], bone: Mask, body: Mask, litre: float) -> Mask:
    """Spongy bone and marrow: what cortical bone encloses, and dense voxels close by.

    A narrow tube, cut across, encloses its marrow; what is wider must be enclosed in two directions of three.
    """
    closed = ndimage.binary_closing(np.pad(bone, 2), iterations=2)[2:-2, 2:-2, 2:-2]
    votes = np.zeros(hu.shape, np.uint8)
    for axis in range(3):
        for source, target in _planes(closed, votes, axis):
            target[_filled(source)] += 1
            if axis == 0:
                target[_narrow(_holes(source))] += 1
    enclosed = (votes >= 2) & body & ~bone & (hu > FAT_HU)
    parts, count = ndimage.label(enclosed)
    if count:
        means = np.asarray(ndimage.mean(smooth, parts, np.arange(count + 1)))
        sizes = np.bincount(parts.ravel(), minlength=count + 1)
        canal = (means > _CANAL_HU[0]) & (means < _CANAL_HU[1]) & (sizes > 0.001 * litre)
        # Larger than any marrow and no fat: the skull's inside.
        canal |= (sizes > 0.25 * litre) & (means > -20)
        enclosed &= ~canal[parts]
    near = ndimage.binary_dilation(closed, iterations=2) & body & (smooth > _TRABECULAR_HU)
    return np.asarray(enclosed | near, np.bool_)


def _narrow(holes: Mask) -> Mask:
    """The holes that are no wider than a vertebra."""
    _, parts, stats, _ = cv2.connectedComponentsWithStats(holes.astype(np.uint8), connectivity=4)
    narrow = stats[:, cv2.CC_STAT_AREA] < _VERTEBRA_VOXELS
    narrow[0] = False
    return np.asarray(narrow[parts], np.bool_)


def _planes(volume: Mask, votes: NDArray[np.uint8], axis: int) -> Iterator[tuple[Mask, NDArray[np.uint8]]]:
    """Slices across one axis, and the places where their votes go."""
    yield from zip(np.moveaxis(volume, axis, 0), np.moveaxis(votes, axis, 0), strict=True)


def _filled(plane: Mask) -> Mask:
    return np.asarray(plane | _holes(plane), np.bool_)
