"""Small bodies made in code, with path lengths that can be worked out by hand."""

from __future__ import annotations

import numpy as np

from xraycolor_gui.training.anatomy import TissueVolume

MUSCLE, BONE, FAT, GAS, LUNG = 5, 12, 4, 3, 1


def empty(side: int = 60, spacing_mm: float = 2.0) -> TissueVolume:
    """A cube of air; both ends closed."""
    shape = (side, side, side)
    tissue, hu = np.zeros(shape, np.uint8), np.full(shape, -1000, np.int16)
    return TissueVolume("phantom", tissue, hu, spacing_mm, "phantom", open_top=False, open_bottom=False)


def cube(edge_mm: float, klass: int = MUSCLE, hu: int = 0) -> TissueVolume:
    """A cube of one tissue in the middle."""
    volume = empty()
    half = round(edge_mm / 2 / volume.spacing_mm)
    inside = (slice(30 - half, 30 + half),) * 3
    volume.tissue[inside], volume.hu[inside] = klass, hu
    return volume


def block(z: slice, y: slice, x: slice, klass: int = MUSCLE) -> TissueVolume:
    """A block of one tissue of water's density, by voxels."""
    volume = empty()
    volume.tissue[z, y, x], volume.hu[z, y, x] = klass, 0
    return volume


def chest() -> TissueVolume:
    """Two lungs in a block of muscle, 30 cm wide."""
    volume = block(slice(0, 60), slice(10, 50), slice(5, 55))
    for x in (slice(10, 27), slice(33, 50)):
        volume.tissue[10:50, 15:45, x], volume.hu[10:50, 15:45, x] = LUNG, -850
    return TissueVolume("chest_phantom", volume.tissue, volume.hu, 5.0, "chest")
