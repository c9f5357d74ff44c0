"""Arms let down: chest CT is taken with arms raised, most chest films are not.

The raised shoulders are taken off a volume, and clavicles, shoulder blades and upper arms put on as they lie with the
arms down: as solids, since muscles of the shoulder hardly show on a film, but its bones and its outline do.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from xraycolor_gui.training.anatomy import CORTICAL, LUNG, MUSCLE, OUTSIDE, SPONGY, TissueVolume
from xraycolor_gui.training.limb_solids import Bone, Flesh, Grid, Skeleton, Vector, paint

#: Ribs lie within so many millimetres of the lungs; bone farther out belongs to the shoulder.
_RIB_MM = 14.0
#: Spine and breastbone lie within so many millimetres of the middle.
_MIDDLE_MM = 42.0
_ROOM_MM, _UPPER_ARM_MM = 135.0, 310.0

Mask = NDArray[np.bool_]
_X, _Y, _Z = np.eye(3)


@dataclass(frozen=True, eq=False, slots=True)
class _Chest:
    """Millimetres from the volume's corner. hull: the lungs' outline in every slice, filled."""

    middle: float
    apex: float
    half_width: float
    front: float
    hull: Mask


def lower_arms(volume: TissueVolume, rng: Generator) -> TissueVolume:
    """The chest with its arms down, wider than before; a volume without lungs comes back as it is."""
    if int((volume.tissue == LUNG).sum()) * volume.spacing_mm**3 < 1e6:
        return volume
    room = round(_ROOM_MM / volume.spacing_mm)
    tissue = np.pad(volume.tissue, ((0, 0), (12, 12), (room, room)))
    hu = np.pad(volume.hu, ((0, 0), (12, 12), (room, room)), constant_values=-1000).astype(np.float32)
    spacing = volume.spacing_mm
    chest = _measure(tissue, spacing)
    _take_off(tissue, hu, chest, spacing)
    grid = Grid(np.zeros(3), spacing, (tissue.shape[0], tissue.shape[1], tissue.shape[2]))
    paint(tissue, hu, grid, _shoulders(chest, spacing, rng), rng)
    for side in (-1.0, 1.0):
        _blade((tissue, hu), chest, spacing, side, rng)
    return replace(volume, tissue=tissue, hu=np.clip(hu, -1000, 3071).astype(np.int16), arms_down=True)


def _measure(tissue: NDArray[np.uint8], spacing: float) -> _Chest:
    lung = tissue == LUNG
    rows = np.flatnonzero(lung.sum(axis=(1, 2)) * spacing**2 > 300.0)
    columns = np.flatnonzero(lung.any(axis=(0, 1)))
    middle, half = float(columns.mean()), float(columns[-1] - columns[0]) / 2
    hull = np.zeros(tissue.shape, np.uint8)
    reach = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * round(_RIB_MM / spacing) + 1,) * 2)
    for z in range(tissue.shape[0]):
        points = np.argwhere(lung[min(z, int(rows[-1]))])[:, ::-1]
        if len(points) > 2:
            cv2.fillConvexPoly(hull[z], cv2.convexHull(points.astype(np.int32)), 1)
            hull[z] = cv2.dilate(hull[z], reach)
    upper = int(rows[-1] - 30.0 / spacing)
    bone = np.isin(tissue[upper, :, int(middle - 15) : int(middle + 15)], (CORTICAL, SPONGY))
    fronts = np.flatnonzero(bone.any(axis=1))
    front = float(fronts[0]) if fronts.size else float(np.argwhere(lung[upper])[:, 0].min())
    return _Chest(middle * spacing, float(rows[-1]) * spacing, half * spacing, front * spacing, hull.astype(bool))


def _take_off(tissue: NDArray[np.uint8], hu: NDArray[np.float32], chest: _Chest, spacing: float) -> None:
    """Shoulder bones become muscle, and what rises above the slope from neck to shoulder is gone."""
    depth, _, width = tissue.shape
    z = (np.arange(depth, dtype=np.float32) * spacing)[:, None]
    aside = np.abs(np.arange(width, dtype=np.float32) * spacing - chest.middle)[None, :]
    upper = z[:, :, None] > chest.apex - 190.0
    shoulder = np.isin(tissue, (CORTICAL, SPONGY)) & ~chest.hull & (aside > _MIDDLE_MM)[:, None, :] & upper
    tissue[shoulder], hu[shoulder] = MUSCLE, 50.0
    slope = chest.apex + 48.0 - 0.42 * np.maximum(aside - 50.0, 0.0)
    wide = chest.half_width + 42.0
    above = ((z > slope) & (aside > 50.0)) | ((z > chest.apex - 150.0) & (aside > wide))
    gone = np.broadcast_to(above[:, None, :], tissue.shape) & ~chest.hull
    tissue[gone], hu[gone] = OUTSIDE, -1000.0


def _shoulders(chest: _Chest, spacing: float, rng: Generator) -> tuple[Skeleton, list[Flesh]]:
    """Clavicles, upper arms and their flesh."""
    bones: list[Bone | tuple[Bone, ...]] = []
    flesh: list[Flesh] = []
    deep = chest.front + float(rng.uniform(52, 75))
    rise, wide = float(rng.normal(2.0, 9.0)), chest.half_width + float(rng.uniform(22, 36))
    stout, fat, cortex = float(rng.uniform(38, 52)), float(rng.uniform(5, 13)), float(rng.uniform(0.38, 0.5))
    for side in (-1.0, 1.0):
        spread = math.radians(float(rng.uniform(2, 16)))
        tip = np.array([chest.middle + side * wide, deep, chest.apex + rise + rng.normal(0, 3)])
        inner = np.array([chest.middle + side * 16.0, chest.front + 3.0, chest.apex - rng.uniform(22, 36)])
        middle = (inner + tip) / 2 + np.array([0.0, -rng.uniform(2, 9), rng.uniform(-3, 4)])
        bones.append((
            Bone(inner, middle, (11.5, 6.5, 6.8), (_Y, 0.85), -_Y * 5.0, 0.6),
            Bone(middle, tip, (6.8, 6.3, 9.0), (_Z, 0.75), _Y * 4.0, 0.6),
        ))  # fmt: skip
        head = tip + np.array([side * rng.uniform(6, 14), rng.uniform(-4, 8), -rng.uniform(26, 34)])
        way = np.array([side * math.sin(spread), 0.06, -math.cos(spread)])
        length = min(_UPPER_ARM_MM, head[2] - spacing)
        bones.append((
            Bone(head - way * 12.0, head + way * length, (22.0, 11.0, 11.5), None, None, cortex),
            Bone(head - side * 14.0 * _X, head + side * 6.0 * _X, (18.0, 21.0, 18.0), None, None, 0.06),
        ))  # fmt: skip
        elbow = head + way * (length + 10.0)
        if length == _UPPER_ARM_MM:
            hand = elbow + way * 260.0
            flesh.append(Flesh(elbow, hand, (stout * 0.85, stout * 0.6), fat))
            for apart in (-1.0, 1.0):
                aside = np.array([apart * 11.0, 0.0, 0.0])
                bones.append(Bone(elbow + 0.6 * aside, hand + aside, (11.0, 6.5, 10.0), None, aside * 0.4, cortex))
        neck = np.array([chest.middle + side * 42.0, deep + 12.0, chest.apex + 14.0])
        flesh += [
            Flesh(neck, head + np.array([0.0, 0.0, -8.0]), (30.0, stout * 0.86), fat),
            Flesh(head, head + way * 90.0, (stout * 0.95, stout), fat),
            Flesh(head + way * 90.0, elbow, (stout, stout * 0.85), fat),
        ]
        # Chest muscle and back muscle that close the armpit.
        pit = np.array([chest.middle + side * (chest.half_width - 8.0), deep - 12.0, chest.apex - 105.0])
        flesh.append(Flesh(head - way * 15.0 - side * 8.0 * _X, pit, (38.0, 24.0), fat))
    return bones, flesh


def _blade(
    volume: tuple[NDArray[np.uint8], NDArray[np.float32]], chest: _Chest, spacing: float, side: float, rng: Generator
) -> None:  # fmt: skip
    """The shoulder blade: a thin triangle on the back of the ribs, with its rim, its spine and the socket."""
    tissue, hu = volume
    wide = chest.half_width + 20.0
    turn = float(rng.normal(0.0, 6.0))
    corners = np.array([[wide - 10.0, -34.0], [wide * 0.56, -8.0 + turn], [wide * 0.68 + turn, -150.0]])
    corners += rng.normal(0.0, 5.0, corners.shape)
    center = corners.mean(axis=0)
    # Its edges are hollow, most of all the outer one.
    hollows = [(a + b) / 2 + share * (center - (a + b) / 2) for a, b, share in zip(
        corners, np.roll(corners, -1, axis=0), (0.25, -0.2, 0.35), strict=True)]  # fmt: skip
    points = np.stack([point for pair in zip(corners, hollows, strict=True) for point in pair])
    outline = np.stack([chest.middle + side * points[:, 0], chest.apex + points[:, 1]], axis=1) / spacing
    socket, upper, lower = outline[0], outline[2], outline[4]
    thick = np.zeros((tissue.shape[0], tissue.shape[2]), np.float32)
    cv2.fillPoly(thick, [np.rint(outline).astype(np.int32)], 1.2)
    cv2.polylines(thick, [np.rint(outline[[4, 5, 0]]).astype(np.int32)], False, 6.0, 4)
    cv2.line(thick, _spot(upper * 0.75 + lower * 0.25), _spot(socket + np.array([0.0, 16.0 / spacing])), 4.0, 4)
    cv2.circle(thick, _spot(socket), round(13.0 / spacing), 9.0, -1)
    cv2.line(thick, _spot(socket), _spot(socket + np.array([-side * 16.0, 12.0]) / spacing), 6.0, 6)
    thick = cv2.GaussianBlur(thick, (0, 0), 1.2).astype(np.float32)
    back = _back_of(chest.hull)
    for z, x in np.argwhere(thick > 0.6):
        y = int(back[z, x]) + round(4.0 / spacing)
        half = round(float(thick[z, x]) / 2)
        part = (z, slice(max(y - half, 0), y + half + 1), x)
        inside = tissue[part] != OUTSIDE
        tissue[part][inside] = CORTICAL
        hu[part][inside] = 600.0 * float(thick[z, x]) / (2 * half + 1) + 180.0


def _spot(point: Vector) -> tuple[int, int]:
    return round(float(point[0])), round(float(point[1]))


def _back_of(hull: Mask) -> NDArray[np.intp]:
    """How far back the rib cage reaches at every (z, x); beyond its sides, where it reaches there at most half way."""
    depth = hull.shape[1]
    back = depth - 1 - np.argmax(hull[:, ::-1, :], axis=1)
    back[~hull.any(axis=1)] = 0
    level = back.max(axis=1, keepdims=True)
    smooth: NDArray[np.intp] = np.clip(back, level - 14, depth - 6).astype(np.intp)
    return smooth
