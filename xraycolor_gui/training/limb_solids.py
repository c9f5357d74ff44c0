"""Bones and flesh as solids, filled into a volume of tissue classes: for limbs that no CT at hand shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from scipy import ndimage

from xraycolor_gui.training.anatomy import CORTICAL, FAT, MUSCLE, OUTSIDE, SKIN, SPONGY, TissueVolume

Vector = NDArray[np.float64]
Field = NDArray[np.float32]

_MARGIN_MM = 4.0
#: Flesh of neighbouring solids melts together over so many millimetres.
_MELT_MM = 5.0
_SKIN_MM = 1.6
_FLESH, _FLESH_HU = (FAT, MUSCLE, SKIN), (-100.0, 50.0, 20.0)
_CORTEX_HU, _SPONGE_HU, _MARROW_HU = 1250.0, 330.0, 20.0
_FAR = 1e3


@dataclass(frozen=True, eq=False, slots=True)
class Bone:
    """A bone along a line, millimetres, (x, y, z).

    radii: at the start, the middle, the end. flat: axis and factor by which it is thinner (or thicker) along it.
    bow: sideways bend at the middle. cortex: share of the middle radius that is compact bone. plates: growth plates,
    (place along the bone in millimetres from its start, width in millimetres).
    """

    start: Vector
    end: Vector
    radii: tuple[float, float, float]
    flat: tuple[Vector, float] | None = None
    bow: Vector | None = None
    cortex: float = 0.32
    plates: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Flesh:
    """A rounded cone of flesh, `fat_mm` of it fat below the skin; flat as in Bone."""

    start: Vector
    end: Vector
    radii: tuple[float, float]
    fat_mm: float = 2.5
    flat: tuple[Vector, float] | None = None


#: Bones in one tuple are grown together.
Skeleton = Sequence[Bone | tuple[Bone, ...]]


def fill(
    name: str,
    solids: tuple[Skeleton, Sequence[Flesh]],
    spacing_mm: float,
    open_ends: tuple[bool, bool],
    rng: Generator,
) -> TissueVolume:
    """A volume with the solids in it. open_ends: whether the limb goes on beyond its (lower, upper) end."""
    _, flesh = solids
    ends = np.array([point for part in flesh for point in (part.start, part.end)])
    reach = np.array([[max(part.radii)] * 3 for part in flesh for _ in range(2)])
    low, high = (ends - reach).min(axis=0) - _MARGIN_MM, (ends + reach).max(axis=0) + _MARGIN_MM
    # Solids that go on are cut where their lines end, so that no round stump closes them.
    low[2] = ends[:, 2].min() if open_ends[0] else low[2]
    high[2] = ends[:, 2].max() if open_ends[1] else high[2]
    shape = tuple(int(n) for n in np.ceil((high - low) / spacing_mm))[::-1]
    grid = Grid(low, spacing_mm, (shape[0], shape[1], shape[2]))
    tissue, hu = np.zeros(grid.shape, np.uint8), np.full(grid.shape, -1000.0, np.float32)
    paint(tissue, hu, grid, solids, rng)
    return TissueVolume(
        name, tissue, np.clip(hu, -1000, 3000).astype(np.int16), spacing_mm, "limb", open_ends[1], open_ends[0]
    )


def paint(
    tissue: NDArray[np.uint8], hu: Field, grid: Grid, solids: tuple[Skeleton, Sequence[Flesh]], rng: Generator
) -> None:
    """Put solids into classes and Hounsfield units, in place: flesh where there is nothing yet, bones anywhere."""
    bones, flesh = solids
    skin, muscle = grid.empty(), grid.empty()
    for part in flesh:
        _melt(skin, grid, part, 0.0)
        _melt(muscle, grid, part, part.fat_mm)
    new = (tissue == OUTSIDE) & (skin < 0)
    grain = _grain(grid.shape, rng)
    tissue[new] = np.where(skin[new] > -_SKIN_MM, SKIN, np.where(muscle[new] < -_SKIN_MM, MUSCLE, FAT))
    hu[new] = np.choose(np.searchsorted(_FLESH, tissue[new]), _FLESH_HU) + 12.0 * grain[new]
    for bone in bones:
        put_bone(tissue, hu, grid, bone if isinstance(bone, tuple) else (bone,), grain)


def _grain(shape: tuple[int, int, int], rng: Generator) -> Field:
    """Smooth noise of standard deviation about 1; one small block laid side by side."""
    block = ndimage.gaussian_filter(rng.normal(0.0, 1.0, (48, 48, 48)).astype(np.float32), 1.0, mode="wrap")
    block /= block.std()
    turns = [np.arange(count) % 48 for count in shape]
    grain: Field = block[np.ix_(*turns)]
    return grain


@dataclass(frozen=True, eq=False, slots=True)
class Grid:
    """Voxels of a volume (z, y, x); `low` is the corner (x, y, z) in millimetres."""

    low: Vector
    spacing: float
    shape: tuple[int, int, int]

    def empty(self) -> Field:
        return np.full(self.shape, _FAR, np.float32)

    def box(self, points: Vector, margin: float) -> tuple[slice, slice, slice]:
        first = np.floor((points.min(axis=0) - margin - self.low) / self.spacing).astype(int)[::-1]
        last = np.ceil((points.max(axis=0) + margin - self.low) / self.spacing).astype(int)[::-1] + 1
        z, y, x = (slice(max(int(a), 0), max(int(b), 0)) for a, b in zip(first, last, strict=True))
        return z, y, x

    def offsets(self, box: tuple[slice, slice, slice], origin: Vector) -> tuple[Field, Field, Field]:
        """x, y, z from a point to the voxels of a box, ready to broadcast."""
        out = []
        for axis, part, count in zip((2, 1, 0), box, self.shape, strict=True):
            index = np.arange(part.start, min(part.stop, count))
            out.append((self.low[axis] + (index + 0.5) * self.spacing - origin[axis]).astype(np.float32))
        return out[2][None, None, :], out[1][None, :, None], out[0][:, None, None]


def _along_across(
    offsets: tuple[Field, Field, Field], axis: Vector, flat: tuple[Vector, float] | None
) -> tuple[Field, Field]:
    """Distance along the axis, and from it; along `flat` the distance counts by its factor more."""
    x, y, z = offsets
    along = x * np.float32(axis[0]) + y * np.float32(axis[1]) + z * np.float32(axis[2])
    squared = x**2 + y**2 + z**2 - along**2
    if flat is not None:
        side, factor = flat
        side = side - (side @ axis) * axis
        side = side / max(float(np.linalg.norm(side)), 1e-9)
        thin = x * np.float32(side[0]) + y * np.float32(side[1]) + z * np.float32(side[2])
        squared = squared + thin**2 * np.float32(1.0 / factor**2 - 1.0)
    return along, np.sqrt(np.maximum(squared, 0.0))


def _melt(field: Field, grid: Grid, part: Flesh, inward: float) -> None:
    """Join a rounded cone into a field of signed distances (smooth minimum)."""
    box = grid.box(np.stack([part.start, part.end]), max(part.radii) + _MELT_MM + 2.0)
    way = part.end - part.start
    length = max(float(np.linalg.norm(way)), 1e-6)
    along, across = _along_across(grid.offsets(box, part.start), way / length, part.flat)
    t = np.clip(along / length, 0.0, 1.0)
    radius = part.radii[0] + (part.radii[1] - part.radii[0]) * t - inward
    distance = np.hypot(across, along - t * length) - radius
    here = field[box]
    blend = np.clip(0.5 + 0.5 * (here - distance) / _MELT_MM, 0.0, 1.0)
    here[...] = here + (distance - here) * blend - _MELT_MM * blend * (1.0 - blend) * 0.5


def put_bone(tissue: NDArray[np.uint8], hu: Field, grid: Grid, parts: tuple[Bone, ...], grain: Field) -> None:
    """Put bones that are grown together into classes and Hounsfield units, in place."""
    points = np.array([point for part in parts for point in (part.start, part.end)])
    box = grid.box(points, max(max(part.radii) * 1.2 + 3.0 + _bow_length(part) for part in parts))
    distance, thick, ends = _bone_field(grid, box, parts[0])
    for part in parts[1:]:
        other, other_thick, other_ends = _bone_field(grid, box, part)
        nearer = other < distance
        thick, ends = np.where(nearer, other_thick, thick), np.where(nearer, other_ends, ends)
        distance = np.minimum(distance, other)
    inside = distance < 0
    compact = np.clip((distance + thick) / grid.spacing + 0.5, 0.0, 1.0)[inside]
    ends = np.clip(ends, 0.15, 1.0)[inside]
    spongy = _MARROW_HU + (_SPONGE_HU - _MARROW_HU) * ends + 90.0 * ends * grain[box][inside]
    value = spongy + (_CORTEX_HU - spongy) * compact
    hu[box][inside] = value
    tissue[box][inside] = np.where(value > 600.0, CORTICAL, SPONGY)


def _bone_field(grid: Grid, box: tuple[slice, slice, slice], bone: Bone) -> tuple[Field, Field, Field]:
    """Signed distance to the bone's surface, thickness of its compact layer, and 0 … 1 how near an end is."""
    first, middle, last = bone.radii
    way = bone.end - bone.start
    length = max(float(np.linalg.norm(way)), 1e-6)
    offsets = grid.offsets(box, bone.start)
    axis = way / length
    along, across = _along_across(offsets, axis, bone.flat)
    t = np.clip(along / length, 0.0, 1.0)
    if bone.bow is not None:
        bent = [o - np.float32(b) * 4.0 * t * (1.0 - t) for o, b in zip(offsets, bone.bow, strict=True)]
        along, across = _along_across((bent[0], bent[1], bent[2]), axis, bone.flat)
    wide_start, wide_end = max(0.16 * length, first * 0.7), max(0.16 * length, last * 0.7)
    at_start, at_end = np.exp(-((t * length / wide_start) ** 2)), np.exp(-(((1 - t) * length / wide_end) ** 2))
    radius = middle + (first - middle) * at_start + (last - middle) * at_end
    rounding = 0.45 * radius
    a, b = across - radius + rounding, np.abs(along - length / 2) - length / 2 + rounding
    distance = np.hypot(np.maximum(a, 0.0), np.maximum(b, 0.0)) + np.minimum(np.maximum(a, b), 0.0) - rounding
    for place, width in bone.plates:
        distance = np.maximum(distance, width / 2 - np.abs(along - place))
    thick = np.maximum(bone.cortex * middle * np.clip(1.0 - at_start - at_end, 0.0, 1.0), 0.8)
    return distance, thick, at_start + at_end


def _bow_length(bone: Bone) -> float:
    return 0.0 if bone.bow is None else float(np.linalg.norm(bone.bow))
