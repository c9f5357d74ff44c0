"""Arms hanging beside the chest: CT is taken with arms raised, most radiographs are not. Simple solids, exact rays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.training.rays import Rays, Vector

_FAT, _SOFT, _BONE, _MINERAL = 2, 3, 5, 6
_FAT_DENSITY, _MUSCLE_DENSITY, _CORTICAL_MINERAL, _SPONGY_MINERAL = 0.91, 1.05, 0.75, 0.09

Interval = tuple[Vector, Vector]


@dataclass(frozen=True, slots=True)
class Arms:
    """Upper arms as capsules of fat, muscle, cortical bone and marrow; millimetres about the view's centre.

    shoulders: (x, y, z) of the right and of the left shoulder joint (right is −x).
    spread_deg: how far the arms stand off the body.
    """

    shoulders: tuple[tuple[float, float, float], ...]
    spread_deg: float = 6.0
    length_mm: float = 300.0
    radius_mm: float = 48.0
    fat_mm: float = 8.0
    bone_mm: float = 11.5
    cortex_mm: float = 3.5


def add_arms(data: NDArray[np.float32], arms: Arms, rays: Rays) -> None:
    """Add the arms' path lengths to a stack (channels, rows, columns) in place."""
    ways = rays.directions()
    for shoulder in arms.shoulders:
        top = np.array(shoulder)
        outward = np.sin(np.radians(arms.spread_deg)) * np.sign(top[0])
        axis = np.array([outward, 0.0, -np.cos(np.radians(arms.spread_deg))])
        tube = _Tube(rays.source, top, axis, arms.length_mm)
        start, end = tube.crossing(ways, arms.radius_mm)
        hit = np.flatnonzero((end > start).any(axis=0))
        if hit.size:
            near = slice(int(hit[0]), int(hit[-1]) + 1)
            _add_arm(data[:, :, near], ways[:, near], tube, arms)


def _add_arm(data: NDArray[np.float32], ways: Vector, tube: _Tube, arms: Arms) -> None:
    def chord(radius: float, head: float | None = None) -> Vector:
        start, end = tube.crossing(ways, radius, head)
        lengths: Vector = np.maximum(end - start, 0.0) / 10.0
        return lengths

    skin = chord(arms.radius_mm)
    muscle = np.minimum(chord(arms.radius_mm - arms.fat_mm), skin)
    bone = np.minimum(chord(arms.bone_mm, 2.0 * arms.bone_mm), muscle)
    marrow = np.minimum(chord(arms.bone_mm - arms.cortex_mm, 2.0 * arms.bone_mm - 1.5), bone)
    data[_FAT] += ((skin - muscle) * _FAT_DENSITY).astype(np.float32)
    data[_SOFT] += ((muscle - bone) * _MUSCLE_DENSITY).astype(np.float32)
    data[_BONE] += bone.astype(np.float32)
    data[_MINERAL] += ((bone - marrow) * _CORTICAL_MINERAL + marrow * _SPONGY_MINERAL).astype(np.float32)


@dataclass(frozen=True, eq=False, slots=True)
class _Tube:
    """A straight tube below a joint, with a ball at the joint, seen from a source; any radius."""

    source: Vector
    top: Vector
    axis: Vector
    length: float

    def crossing(self, ways: Vector, radius: float, head: float | None = None) -> Interval:
        """Where each ray enters and leaves tube and ball (radius `head`, else the tube's); start > end is a miss."""
        offset = self.source - self.top
        along_way, along_offset = ways @ self.axis, float(offset @ self.axis)
        across_way = ways - along_way[..., None] * self.axis
        across_offset = offset - along_offset * self.axis
        start, end = _roots(
            (across_way**2).sum(-1), across_way @ across_offset, float(across_offset @ across_offset) - radius**2
        )
        safe = np.where(np.abs(along_way) < 1e-9, 1e-9, along_way)
        low, high = -along_offset / safe, (self.length - along_offset) / safe
        start, end = np.maximum(start, np.minimum(low, high)), np.minimum(end, np.maximum(low, high))
        ball = radius if head is None else head
        ball_start, ball_end = _roots(np.ones_like(along_way), ways @ offset, float(offset @ offset) - ball**2)
        tube, cap = end > start, ball_end > ball_start
        first = np.where(tube & cap, np.minimum(start, ball_start), np.where(cap, ball_start, start))
        last = np.where(tube & cap, np.maximum(end, ball_end), np.where(cap, ball_end, end))
        return first, last


def _roots(a: Vector, half_b: Vector, c: float) -> Interval:
    """Both solutions of a t² + 2 half_b t + c = 0; (inf, −inf) where there is none."""
    under = half_b**2 - a * c
    root = np.sqrt(np.maximum(under, 0.0))
    miss = under <= 0
    safe = np.maximum(a, 1e-12)
    return np.where(miss, np.inf, (-half_b - root) / safe), np.where(miss, -np.inf, (-half_b + root) / safe)
