"""A child's chest from a grown one: round, ribs level, heart and thymus large."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from xraycolor_gui.training.anatomy import HEART, LUNG, LUNG_VESSEL, MUSCLE, TissueVolume


def as_child(volume: TissueVolume, rng: Generator) -> TissueVolume:
    """The chest in a child's proportions; its size stays, since a view scales it."""
    places = np.argwhere(volume.tissue[::3, ::3, ::3] == HEART) * 3
    tissue, hu = _level(volume.tissue, volume.hu, float(rng.uniform(0.1, 0.4)))
    if len(places) > 50:
        _enlarge(tissue, hu, float(rng.uniform(1.0, 1.35)))
    if rng.random() < 0.6:
        _put_thymus(tissue, hu, volume.spacing_mm, rng)
    return replace(volume, tissue=tissue, hu=hu, child=True)


def _level(
    tissue: NDArray[np.uint8], hu: NDArray[np.int16], steep: float
) -> tuple[NDArray[np.uint8], NDArray[np.int16]]:
    """Shear the body so that its front rises, and the ribs with it; ends repeat."""
    depth, high = tissue.shape[:2]
    shifts = np.rint(steep * (high / 2 - np.arange(high))).astype(int)
    source = np.clip(np.arange(depth)[:, None] - shifts[None, :], 0, depth - 1)
    rows = np.arange(high)[None, :]
    return tissue[source, rows], hu[source, rows]


def _enlarge(tissue: NDArray[np.uint8], hu: NDArray[np.int16], times: float) -> None:
    """Magnify the heart and what touches it, less and less outward, in place."""
    places = np.argwhere(tissue == HEART)
    center = places.mean(axis=0)
    reach = 3.2 * places.std(axis=0) * times
    box = tuple(
        slice(max(int(c - r), 0), min(int(c + r) + 1, n)) for c, r, n in zip(center, reach, tissue.shape, strict=True)
    )
    axes = [np.arange(part.start, part.stop, dtype=np.float32) for part in box]
    away = [(axis - c) / r for axis, c, r in zip(axes, center, reach, strict=True)]
    far = np.sqrt(away[0][:, None, None] ** 2 + away[1][None, :, None] ** 2 + away[2][None, None, :] ** 2)
    factor = 1.0 - (1.0 - 1.0 / times) * np.clip(1.0 - far, 0.0, 1.0) ** 0.5 * (far < 1.0)
    index = []
    for axis, (coordinates, c) in enumerate(zip(axes, center, strict=True)):
        shape = [1, 1, 1]
        shape[axis] = -1
        moved = c + (coordinates - c).reshape(shape) * factor
        index.append(np.clip(np.rint(moved).astype(np.intp), 0, tissue.shape[axis] - 1))
    tissue[box], hu[box] = tissue[tuple(index)], hu[tuple(index)]


def _put_thymus(tissue: NDArray[np.uint8], hu: NDArray[np.int16], spacing_mm: float, rng: Generator) -> None:
    """Soft tissue in front of the great vessels, bulging into the lungs on both sides, in place."""
    lung = np.argwhere(tissue[::2, ::2, ::2] == LUNG) * 2
    if len(lung) == 0:
        return
    low, high = lung.min(axis=0), lung.max(axis=0)
    middle = lung.mean(axis=0)[2] + rng.normal(0.0, 4.0 / spacing_mm)
    center = np.array([high[0] - rng.uniform(45, 75) / spacing_mm, low[1] + rng.uniform(25, 45) / spacing_mm, middle])
    radii = np.array([rng.uniform(30, 55), rng.uniform(20, 30), rng.uniform(32, 58)]) / spacing_mm
    z, y, x = (((np.arange(n) - c) / r) ** 2 for n, c, r in zip(tissue.shape, center, radii, strict=True))
    inside = (z[:, None, None] + y[None, :, None] + x[None, None, :] < 1.0) & np.isin(tissue, (LUNG, LUNG_VESSEL))
    tissue[inside], hu[inside] = MUSCLE, 40
