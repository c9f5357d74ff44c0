"""Hands, forearms with elbows, knees, feet and breasts built anew each time, limbs from a baby's to an adult's."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.random import Generator

from xraycolor_gui.training.anatomy import Body, TissueVolume
from xraycolor_gui.training.breasts import breast_view, build_breast
from xraycolor_gui.training.limb_solids import Bone, Flesh, Skeleton, Vector, fill
from xraycolor_gui.training.projection import View

#: Body parts that no CT at hand shows.
LIMBS = ("hand", "forearm", "knee", "foot", "breast")

_X, _Y, _Z = np.eye(3)
#: Metacarpal and phalanges of little finger, ring, middle and index finger, millimetres.
_RAYS = ((54.0, 33.0, 19.0, 16.0), (58.0, 41.0, 27.0, 18.0), (65.0, 44.0, 28.0, 18.0), (68.0, 40.0, 24.0, 17.0))
_THUMB = (46.0, 32.0, 22.0)
#: Centres (x, y, z) and half lengths of the carpal bones, proximal row from the thumb's side, then the distal row.
_CARPALS = (
    (12, 0, -3, 8.0), (1, 0, -6, 7.5), (-9, 1, -3, 6.5), (-13, -7, -1, 4.5),
    (18, -3, 6, 7.0), (10, 0, 8, 5.5), (1, 0, 6, 9.0), (-10, 0, 7, 7.5),
)  # fmt: skip


def build(kind: str, rng: Generator, coarse: float = 1.0) -> TissueVolume:
    """A limb of LIMBS, two thirds of them grown, the others anywhere between baby and adult.

    coarse: factor on the voxels, for films of few pixels.
    """
    if kind == "breast":
        return build_breast(rng, coarse)
    growth = 1.0 if rng.random() < 0.62 else float(rng.uniform(0.0, 0.95))
    makers = {"hand": _hand, "forearm": _forearm, "knee": _knee, "foot": _foot}
    bones, flesh, spacing, open_ends = makers[kind](rng, growth)
    volume = fill(f"limb_{kind}", (bones, flesh), spacing * coarse, open_ends, rng)
    if kind == "hand" and rng.random() < 0.2:
        volume = _pair(volume, rng)
    size = (0.35 + 0.6 * growth) * math.exp(rng.normal(0.0, 0.07))
    return replace(volume, spacing_mm=volume.spacing_mm * size)


def random_limb_view(body: Body, rng: Generator) -> View:
    """Frontal, lateral or oblique, the limb turned anyhow in the film's plane."""
    kind = body.name.removeprefix("limb_")
    if kind == "breast":
        return breast_view(body, rng)
    z0, z1, y0, y1, x0, x1 = body.box_mm
    sideways = 0.7 if body.open_top and kind == "foot" else 0.25
    turned = [0.0, 90.0, rng.uniform(20, 60)]
    azimuth = float(rng.choice(turned, p=[0.8 - sideways, sideways, 0.2]) + rng.normal(0.0, 6.0))
    longest = max(z1 - z0, x1 - x0 if azimuth < 45 else y1 - y0)
    small, large = {"hand": (0.55, 1.15), "forearm": (0.35, 0.85), "knee": (0.5, 0.75)}.get(kind, (0.7, 1.15))
    field = longest * rng.uniform(small, large)
    reach = 0.42 * field / (z1 - z0)
    height = {"hand": rng.normal(0.55, 0.1), "knee": rng.normal(0.5, 0.04), "foot": rng.normal(0.5, 0.08)}.get(
        kind, rng.uniform(min(reach, 0.5), max(1.0 - reach, 0.5))
    )
    return View(
        direction="PA" if rng.random() < 0.5 else "AP",
        azimuth_deg=azimuth,
        pitch_deg=float(rng.normal(0.0, 4.0)),
        roll_deg=float(rng.normal(0.0, 12.0) + (180.0 if rng.random() < 0.1 and not body.open_top else 0.0)),
        source_mm=float(rng.uniform(950, 1200)),
        object_mm=float(rng.uniform(20, 80)),
        field_mm=float(field),
        center=_in_limb(body, float(np.clip(height, 0.02, 0.98)), rng),
        mirrored=bool(rng.random() < 0.5),
    )


def _in_limb(body: Body, height: float, rng: Generator) -> tuple[float, float, float]:
    """About the middle of the limb's section at a height (fraction): a bent limb leaves the middle of its box."""
    section = np.argwhere(body.frontal[:, int(height * body.frontal.shape[1]), :] > 0)
    if len(section) == 0:
        return height, 0.5, 0.5
    y, x = section.mean(axis=0) / (body.frontal.shape[0], body.frontal.shape[2])
    return height, float(y), float(x + rng.normal(0.0, 0.07))


def _pair(volume: TissueVolume, rng: Generator) -> TissueVolume:
    """Both hands side by side."""
    gap = -int(rng.uniform(-10, 25) / volume.spacing_mm)
    gap = max(-gap, 0)
    tissue = np.pad(volume.tissue, ((0, 0), (0, 0), (0, gap)))
    hu = np.pad(volume.hu, ((0, 0), (0, 0), (0, gap)), constant_values=-1000)
    return TissueVolume(
        volume.name,
        np.concatenate([tissue, volume.tissue[:, :, ::-1]], axis=2),
        np.concatenate([hu, volume.hu[:, :, ::-1]], axis=2),
        volume.spacing_mm,
        volume.region,
        volume.open_top,
        volume.open_bottom,
    )


#: Bones, flesh, voxel size in millimetres, whether the lower and the upper end go on.
_Parts = tuple[Skeleton, list[Flesh], float, tuple[bool, bool]]


def _direction(sideways_deg: float, forward_deg: float) -> Vector:
    """Unit vector that leans from z to x by one angle and from z to −y (palm, shin) by the other."""
    side, forward = math.radians(sideways_deg), math.radians(forward_deg)
    return np.array([math.sin(side), -math.sin(forward) * math.cos(side), math.cos(side) * math.cos(forward)])


def _plate(length: float, growth: float, at_end: bool) -> tuple[tuple[float, float], ...]:
    """The growth plate near one end of a bone; closed when grown."""
    if growth >= 1.0:
        return ()
    width = 0.9 + 3.5 * (1.0 - growth) ** 2
    place = 0.03 * length + 2.0 + width / 2
    return ((length - place if at_end else place, width),)


@dataclass(frozen=True, slots=True)
class _Ray:
    """Lengths of a ray's bones from the palm outward, its lean to the thumb's side, the bend of each joint."""

    lengths: tuple[float, ...]
    side_deg: float
    curl_deg: float
    thick: float


def _digit(base: Vector, ray: _Ray, growth: float, rng: Generator) -> tuple[list[Bone], list[Flesh]]:
    """Metacarpal (or metatarsal) and phalanges of one ray, with the finger's flesh; the palm's is not in it."""
    bones: list[Bone] = []
    flesh: list[Flesh] = []
    at, bent = base, float(rng.normal(4.0, 3.0))
    whole = len(ray.lengths) == 4
    shafts = (4.3, 3.7, 3.1, 2.5) if whole else (4.9, 4.2, 3.2)
    for number, length in enumerate(ray.lengths):
        way = _direction(ray.side_deg + rng.normal(0.0, 1.5), bent)
        end = at + way * length
        middle = shafts[number] * ray.thick
        last = number == len(ray.lengths) - 1
        radii = (middle * 1.5, middle, middle * (0.85 if last else 1.45))
        plates = _plate(length, growth, at_end=number == 0 and whole)
        bones.append(Bone(at, end, radii, (_Y, 0.85), cortex=float(rng.uniform(0.36, 0.52)), plates=plates))
        if number:
            wide = (8.6 - 0.9 * number) * ray.thick
            tip = way * (wide * 0.35 if last else 0.0)
            flesh.append(Flesh(at, end + tip, (wide + 0.9, wide), 2.2 * ray.thick, (_Y, 0.95)))
        gap = 1.4 + 2.0 * (1.0 - growth)
        at, bent = end + way * gap, bent + max(float(rng.normal(ray.curl_deg, 4.0)), -5.0)
    return bones, flesh


def _lump(center: Vector, half: float, growth: float, rng: Generator) -> Bone:
    """A small irregular bone; in a child only its core is bone yet."""
    way = rng.normal(0.0, 1.0, 3)
    way = way / np.linalg.norm(way)
    half *= min(1.0, 0.25 + 0.8 * growth)
    radius = half * rng.uniform(0.85, 1.0)
    flat = rng.normal(0.0, 1.0, 3)
    return Bone(center - way * half, center + way * half, (radius, radius * 0.95, radius), (flat, 0.85), cortex=0.1)


def _hand(rng: Generator, growth: float) -> _Parts:
    bones: list[Bone] = []
    flesh: list[Flesh] = []
    thick, spread = float(rng.uniform(0.88, 1.15)), float(rng.uniform(0.3, 1.6))
    curl = float(rng.choice([rng.uniform(0, 6), rng.uniform(5, 35)], p=[0.75, 0.25]))
    for number, lengths in enumerate(_RAYS):
        base = np.array([-16.0 + 10.0 * number, 0.0, 15.0 - abs(number - 2.2)])
        side = (-13.0, -5.0, 1.0, 8.0)[number] * spread
        sized = tuple(length * float(rng.normal(1.0, 0.03)) for length in lengths)
        finger, round_it = _digit(base, _Ray(sized, side, curl, thick), growth, rng)
        bones += finger
        # The palm: flesh round every metacarpal.
        flesh += [*round_it, Flesh(base, finger[0].end, (12.5 * thick, 11.0 * thick), 3.5, (_Y, 0.95))]
    base = np.array([21.0, -7.0, 9.0])
    finger, round_it = _digit(base, _Ray(_THUMB, float(rng.uniform(25, 55)), 6.0, thick * 1.05), growth, rng)
    bones += finger
    flesh += [*round_it, Flesh(base - 3.0 * _X, finger[0].end, (15.0 * thick, 11.0 * thick), 3.0)]
    shown = len(_CARPALS) if growth > 0.6 else round(len(_CARPALS) * growth / 0.6)
    for x, y, z, half in [_CARPALS[n] for n in (6, 7, 2, 1, 4, 5, 0, 3)][:shown]:
        bones.append(_lump(np.array([x, y, z]) * 1.05 + rng.normal(0.0, 0.7, 3), half * 0.72, growth, rng))
    bones += _wrist_ends(growth, rng)
    wide = float(rng.uniform(25, 31))
    flesh.append(Flesh(np.zeros(3), -_Z * 45, (wide, wide), 3.5, (_Y, 0.72)))
    flesh.append(Flesh(-_Z * 45, -_Z * 105, (wide, wide * 1.35), 4.0, (_Y, 0.85)))
    return bones, flesh, 0.85, (True, False)


def _wrist_ends(growth: float, rng: Generator) -> list[Bone]:
    """Radius (thumb's side) and ulna, running down from the wrist."""
    bow, length = float(rng.uniform(3, 8)), 120.0
    cortex = float(rng.uniform(0.36, 0.52))
    plates = _plate(length, growth, at_end=False)
    bones = []
    for x, gap, wide, middle in ((8.0, 16.0, 13.5, 6.2), (-14.0, 18.0, 8.0, 5.4)):
        start = x * _X - gap * _Z
        side = np.sign(x) * bow * _X
        bones.append(Bone(start, start - length * _Z, (wide, middle, middle), (_Y, 0.75), side, cortex, plates))
    return bones


def _forearm(rng: Generator, growth: float) -> _Parts:
    """Forearm hanging from an elbow at z = 0, bent by any angle between straight and a right angle."""
    bones: list[Bone | tuple[Bone, ...]] = []
    bend = float(rng.choice([rng.uniform(-3, 10), rng.uniform(60, 95)], p=[0.6, 0.4]))
    length, cortex = float(rng.uniform(215, 255)), float(rng.uniform(0.38, 0.52))
    bow = float(rng.uniform(3, 9))
    crossing = float(rng.uniform(-0.3, 1.0))  # −: supine, 1: radius and ulna far apart
    radius, ulna = np.array([14.0, 0.0, -10.0]), np.array([-9.0, 3.0, 4.0])
    foot = np.array([13.0 * crossing, -4.0, -length])
    bones.append(Bone(radius, foot, (11.0, 6.4, 13.5), (_Y, 0.8), _X * bow, cortex, _plate(length, growth, True)))
    ulna_end = np.array([-13.0 * crossing, 4.0, -length - 2.0])
    hook = Bone(np.array([-6.0, 14.0, 16.0]), np.array([-8.0, 6.0, -14.0]), (9.0, 8.5, 9.5), (_X, 0.9), cortex=0.2)
    shaft = Bone(ulna, ulna_end, (13.0, 6.4, 7.5), (_X, 0.8), -_X * bow * 0.4, cortex, _plate(length, growth, True))
    up = np.array([0.0, -math.sin(math.radians(bend)), math.cos(math.radians(bend))])
    ahead = np.array([0.0, math.cos(math.radians(bend)), math.sin(math.radians(bend))])
    top = up * 170.0
    humerus = (
        Bone(up * 8.0, top, (16.0, 10.5, 11.0), None, None, cortex, _plate(160.0, growth, False)),
        Bone(up * 10 - _X * 24, up * 10 + _X * 22, (8.5, 9.5, 9.0), (ahead, 0.8), cortex=0.12),
        Bone(up * 3 - _X * 14, up * 3 + _X * 17, (10.0, 8.5, 9.5), None, cortex=0.12),
    )
    bones += [(shaft, hook), humerus]
    wide = float(rng.uniform(36, 48))
    fat = float(rng.uniform(3, 10))
    flesh = [
        Flesh(np.array([0.0, 0.0, -10.0]), np.array([0.0, 0.0, -80.0]), (wide, wide * 1.02), fat, (_Y, 0.85)),
        Flesh(np.array([0.0, 0.0, -80.0]), np.array([0.0, 0.0, -length - 40.0]), (wide, wide * 0.62), fat, (_Y, 0.8)),
        Flesh(np.zeros(3), top, (wide * 0.95, wide * 1.15), fat, None),
    ]
    return bones, flesh, 1.2, (True, bend < 30)


def _knee(rng: Generator, growth: float) -> _Parts:
    bend = float(rng.choice([rng.uniform(-3, 12), rng.uniform(20, 80)], p=[0.65, 0.35]))
    way = np.array([0.0, -math.sin(math.radians(bend)), math.cos(math.radians(bend))])
    cortex = float(rng.uniform(0.34, 0.48))
    gap = float(rng.uniform(3.0, 7.0)) + 3.0 * (1 - growth)
    femur, tibia = way * (gap / 2 + 20.0), -_Z * (gap / 2)
    length = 190.0
    plates = _plate(length, growth, False)
    thigh = [Bone(femur, femur + way * length, (30.0, 14.5, 16.0), (_Y, 0.85), None, cortex, plates)]
    shin = (
        Bone(tibia, tibia - _Z * length, (37.0, 13.5, 13.0), (_Y, 0.72), None, cortex, plates),
        Bone(tibia - _Z * 8 - _Y * 22, tibia - _Z * 45 - _Y * 12, (10.0, 8.0, 7.0), cortex=0.15),
    )
    bones: list[Bone | tuple[Bone, ...]] = [
        shin,
        Bone(np.array([34.0, 14.0, -16.0]), np.array([33.0, 16.0, -length]), (10.0, 6.0, 6.0), None, None, 0.35,
             plates),
    ]  # fmt: skip
    for side in (-1.0, 1.0):
        center = femur - way * 3 + side * 21.0 * _X + np.array([0.0, 6.0, 0.0])
        thigh.append(Bone(center - _Y * 20, center + _Y * 17, (18.0, 19.0, 19.0), (_X, 0.85), cortex=0.06))
    bones.append(tuple(thigh))
    if growth > 0.3:
        cap = way * 38.0 - np.array([0.0, 38.0 * math.cos(math.radians(bend)), 0.0])
        bones.append(
            Bone(cap - way * 14, cap + way * 14, (15.0 * growth, 18.0 * growth, 16.0 * growth), (_Y, 0.5), cortex=0.1)
        )
    wide, fat = float(rng.uniform(54, 70)), float(rng.uniform(5, 18))
    flesh = [
        Flesh(np.zeros(3), way * 200.0, (wide, wide * 1.35), fat),
        Flesh(np.zeros(3), -_Z * 90.0 + _Y * 6, (wide, wide * 0.95), fat),
        Flesh(-_Z * 90.0 + _Y * 6, -_Z * 195.0 + _Y * 6, (wide * 0.95, wide * 0.8), fat),
    ]
    return bones, flesh, 1.5, (True, bend < 30)


def _foot(rng: Generator, growth: float) -> _Parts:
    """Toes up for films from above, or toes forward below the leg."""
    bones: list[Bone] = []
    flesh: list[Flesh] = []
    thick = float(rng.uniform(0.9, 1.15))
    rays = ((68.0, 22.0, 7.0, 8.0), (70.0, 24.0, 8.0, 8.0), (72.0, 26.0, 10.0, 8.0), (75.0, 28.0, 13.0, 9.0))
    for number, lengths in enumerate(rays):
        base = np.array([-24.0 + 12.0 * number, 4.0 - 5.0 * number, 8.0 + 3.0 * number])
        toe, round_it = _digit(base, _Ray(lengths, (-10.0, -5.0, -1.0, 2.0)[number], 4.0, thick), growth, rng)
        bones += toe
        flesh += [*round_it, Flesh(base, toe[0].end, (17.0, 13.0), 4.0)]
    base = np.array([26.0, -10.0, 14.0])
    ray = _Ray((60.0, 32.0, 22.0), float(rng.normal(2, 5)), 4.0, thick * 1.5)
    toe, round_it = _digit(base, ray, growth, rng)
    bones += toe
    flesh += [*round_it, Flesh(base, toe[0].end, (19.0, 16.0), 4.0)]
    tarsals = ((-20, 2, -8, 13.0), (2, -8, 0, 8.0), (12, -10, 4, 8.0), (24, -10, 4, 10.0), (18, -10, -14, 12.0))
    bones += [_lump(np.array(t[:3], float), t[3] * 0.8, growth, rng) for t in tarsals]
    bones.append(Bone(np.array([-8.0, 12.0, -75.0]), np.array([-12.0, 6.0, -20.0]), (19.0, 16.0, 13.0), cortex=0.08))
    bones.append(Bone(np.array([4.0, -14.0, -52.0]), np.array([10.0, -12.0, -20.0]), (17.0, 15.0, 14.0), cortex=0.08))
    sole = [Flesh(np.array([-6.0, 8.0, -78.0]), np.array([-2.0, 4.0, 5.0]), (29.0, 30.0), 6.0),
            Flesh(np.array([12.0, -6.0, -20.0]), np.array([16.0, -4.0, 20.0]), (26.0, 24.0), 5.0)]  # fmt: skip
    ankle, up = np.array([4.0, -22.0, -55.0]), -_Y
    cortex = float(rng.uniform(0.34, 0.46))
    bones.append(
        Bone(
            ankle + up * 8, ankle + up * 150, (21.0, 12.0, 12.5), (_Z, 0.9), None, cortex, _plate(142.0, growth, False)
        )
    )
    outer = ankle - _X * 24.0
    bones.append(
        Bone(outer - up * 6, outer + up * 145, (10.5, 6.0, 6.0), None, None, 0.35, _plate(151.0, growth, False))
    )
    leg = [
        Flesh(ankle, ankle + up * 70, (36.0, 32.0), 5.0),
        Flesh(ankle + up * 70, ankle + up * 160, (32.0, 46.0), 6.0),
    ]
    flesh += sole + leg
    if rng.random() < 0.55:  # stand it: leg to z, toes to −y
        turn = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, -1.0], [0.0, -1.0, 0.0]])
        return [_turned(bone, turn) for bone in bones], [_turned(part, turn) for part in flesh], 1.1, (False, True)
    # From above the leg would only hide the heel.
    return bones[:-2], [part for part in flesh if part not in leg], 0.9, (False, False)


_Solid = TypeVar("_Solid", Bone, Flesh)


def _turned(solid: _Solid, turn: Vector) -> _Solid:
    flat = None if solid.flat is None else (turn @ solid.flat[0], solid.flat[1])
    return replace(solid, start=turn @ solid.start, end=turn @ solid.end, flat=flat)
