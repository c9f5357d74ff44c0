"""Metal put into a stack: prostheses, plates, nails, screws, wires, pacemakers, electrodes, and what pockets hold."""

from __future__ import annotations

import math
from collections.abc import Callable

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from xraycolor_gui.training.anatomy import CHANNELS
from xraycolor_gui.training.metal_shapes import Plane, Site, ball, curve, line, oval, rod, screw, sheet

_LUNG, _HEART, _BONE, _MINERAL, _METAL = (
    CHANNELS.index(name) for name in ("lung", "heart", "bone", "mineral", "metal")
)

#: What a millimetre adds to the metal channel: titanium, steel.
_ALLOYS = (0.43, 1.1)


def put_implant(stack: Plane, rng: Generator) -> None:
    """Put one thing of metal where such things are, into a stack (channels, rows, columns), in place."""
    lung = stack[_LUNG] > 0.5
    if lung[::4, ::4].mean() > 0.04:
        choices, place = _IN_CHESTS, _chest_site(stack, lung, rng)
    else:
        choices, place = _IN_BONES, _bone_site(stack, rng)
    kinds, weights = zip(*choices, strict=True)
    kind: Callable[[Site, Generator], None] = kinds[int(rng.choice(len(kinds), p=np.array(weights) / sum(weights)))]
    kind(place, rng)


def _per_pixel(rng: Generator, mm_per_pixel: float) -> float:
    return float(rng.choice(_ALLOYS)) * mm_per_pixel * math.exp(rng.normal(0.0, 0.2))


def _chest_site(stack: Plane, lung: NDArray[np.bool_], rng: Generator) -> Site:
    """The thorax: its middle, downward, a tenth of its width as measure."""
    columns = stack.shape[2]
    x = np.flatnonzero(lung.any(axis=0))
    y = np.flatnonzero(lung.any(axis=1))
    middle = np.array([(x[0] + x[-1]) / 2, (y[0] + y[-1]) / 2])
    turn = rng.normal(0.0, 0.06)
    width = float(np.clip((x[-1] - x[0]) / 10, columns / 30, columns / 9))
    axis = np.array([math.sin(turn), math.cos(turn)])
    return Site(stack[_METAL], middle, axis, width, _per_pixel(rng, 28.0 / width))


def _bone_site(stack: Plane, rng: Generator) -> Site:
    """A place on a bone, with the bone's run and width about it; anywhere if there is no bone."""
    rows, columns = stack.shape[1:]
    size = max(rows, columns)
    dense = stack[_BONE] + 2.0 * stack[_MINERAL]
    places = np.argwhere(dense[::4, ::4] > 1.0) * 4
    if places.shape[0] < 8:
        angle = rng.uniform(0, math.pi)
        at = rng.uniform(0.2, 0.8, 2) * (columns, rows)
        axis = np.array([math.cos(angle), math.sin(angle)])
        return Site(stack[_METAL], at, axis, size * rng.uniform(0.06, 0.14), _per_pixel(rng, 0.9))
    row, column = places[int(rng.integers(places.shape[0]))]
    reach = int(size * rng.uniform(0.07, 0.16))
    top, left = max(row - reach, 0), max(column - reach, 0)
    window = dense[top : row + reach, left : column + reach]
    spots = np.argwhere(window > 0.6 * window.max())
    if spots.shape[0] < 8:
        spots = np.argwhere(window > 0.3 * window.max())
    center = spots.mean(axis=0)
    values, vectors = np.linalg.eigh(np.cov((spots - center).T) + 1e-3 * np.eye(2))
    axis = vectors[::-1, 1] * rng.choice([-1.0, 1.0])
    width = float(np.clip(3.6 * math.sqrt(values[0]), size * 0.03, size * 0.16))
    at = np.array([center[1] + left, center[0] + top])
    return Site(stack[_METAL], at, axis, width, _per_pixel(rng, 25.0 / width))


def _screws(site: Site, rng: Generator) -> None:
    angle = rng.normal(1.2, 0.5)
    for number in range(int(rng.integers(1, 5))):
        way = math.cos(angle) * site.axis + math.sin(angle) * site.across
        head = site.point(0.45 * number + rng.normal(0, 0.15), -0.5)
        screw(site, head, head + way * site.width * rng.uniform(0.7, 1.6), site.width * rng.uniform(0.05, 0.11))


def _plate(site: Site, rng: Generator) -> None:
    count = int(rng.integers(4, 14))
    step, side = rng.uniform(0.35, 0.6), rng.choice([-1.0, 1.0]) * rng.uniform(0.0, 0.6)
    edge_on = abs(side) > 0.42
    half = rng.uniform(0.05, 0.08) if edge_on else rng.uniform(0.16, 0.3)
    bow = rng.normal(0.0, 0.02)
    places = [((i - count / 2) * step, side + bow * (i - count / 2) ** 2) for i in range(count)]
    ends = [(places[0][0] - step / 2, places[0][1]), *places, (places[-1][0] + step / 2, places[-1][1])]
    outline = [site.point(a, b - half) for a, b in ends] + [site.point(a, b + half) for a, b in reversed(ends)]
    centers = tuple(site.point(a, b) for a, b in places)
    sheet(
        site, np.array(outline), site.width * rng.uniform(0.1, 0.2), () if edge_on else centers, half * site.width * 0.5
    )
    for a, b in places:
        if rng.random() < 0.75:
            tip = site.point(a + rng.normal(0, 0.1), b - math.copysign(rng.uniform(0.6, 1.1), side))
            if edge_on:
                screw(site, site.point(a, b), tip, site.width * 0.06)
            else:
                ball(site, site.point(a, b), site.width * half * 0.8)


def _nail(site: Site, rng: Generator) -> None:
    half, radius = rng.uniform(2.0, 9.0), rng.uniform(0.12, 0.27)
    rod(site, site.point(-half, 0.0), site.point(half, rng.normal(0, 0.1)), site.width * radius)
    for end in (-1.0, 1.0):
        for number in range(int(rng.integers(0, 3))):
            along = end * (half - 0.35 - 0.4 * number)
            screw(site, site.point(along, -0.6), site.point(along + rng.normal(0, 0.08), 0.6), site.width * 0.06)
    if rng.random() < 0.35:  # the long screw into the femur's neck
        rod(site, site.point(-0.6 * half, -0.5), site.point(-0.6 * half - 1.5, 1.2), site.width * 0.14)


def _wires(site: Site, rng: Generator) -> None:
    for _ in range(int(rng.integers(1, 5))):
        angle = rng.normal(0.0, 0.5)
        way = (math.cos(angle) * site.axis + math.sin(angle) * site.across) * site.width * rng.uniform(0.8, 2.5)
        start = site.point(rng.normal(0, 0.4), rng.normal(0, 0.2))
        rod(site, start - way, start + way, site.width * rng.uniform(0.025, 0.05))


def _cerclage(site: Site, rng: Generator) -> None:
    for number in range(int(rng.integers(1, 5))):
        along = 0.6 * number - 0.9 + rng.normal(0, 0.1)
        flat = site.axis * site.width * rng.uniform(0.02, 0.2)
        ring = oval(site.point(along, 0.0), flat, site.across * site.width * 0.6)
        line(site, ring, site.width * 0.06)
        line(site, np.stack([site.point(along, 0.6), site.point(along + 0.12, 0.75)]), site.width * 0.1)


def _hip(site: Site, rng: Generator) -> None:
    """Stem in the shaft, neck, head, and often a cup; the same shape serves the shoulder with a larger head."""
    side, length = rng.choice([-1.0, 1.0]), rng.uniform(2.2, 5.0)
    head_radius, head = rng.uniform(0.42, 0.75), site.point(-0.9, 0.85 * side)
    rod(
        site,
        site.point(0.0, 0.05 * side),
        site.point(length, 0.0),
        site.width * rng.uniform(0.28, 0.4),
        site.width * 0.14,
    )
    rod(site, site.point(0.0, 0.05 * side), site.point(-0.6, 0.55 * side), site.width * 0.22)
    ball(site, head, site.width * head_radius)
    if rng.random() < 0.6:
        cup = head_radius * rng.uniform(1.25, 1.6)
        turn = rng.normal(0.75, 0.2)
        inward = -math.cos(turn) * site.axis + math.sin(turn) * side * site.across
        rim = np.array([-inward[1], inward[0]])
        angle = np.linspace(-math.pi / 2, math.pi / 2, 20)[:, None]
        outer = head + site.width * cup * (np.cos(angle) * inward + np.sin(angle) * rim)
        inner = head + site.width * (cup * 0.82) * (np.cos(angle) * inward + np.sin(angle) * rim)
        sheet(site, np.concatenate([outer, inner[::-1]]), site.width * 0.6)
        sheet(site, outer, site.width * 0.1)
        if rng.random() < 0.5:
            screw(site, head + inward * site.width * cup, head + inward * site.width * (cup + 0.8), site.width * 0.07)


def _shoulder(site: Site, rng: Generator) -> None:
    side, length, radius = rng.choice([-1.0, 1.0]), rng.uniform(2.5, 6.0), rng.uniform(0.7, 1.2)
    stem = rng.uniform(0.2, 0.34)
    rod(
        site,
        site.point(0.0, 0.0),
        site.point(length, 0.0),
        site.width * stem,
        site.width * stem * rng.uniform(0.6, 1.0),
    )
    turn = rng.normal(0.8, 0.15)
    inward = -math.cos(turn) * site.axis + math.sin(turn) * side * site.across
    rim = np.array([-inward[1], inward[0]])
    angle = np.linspace(-1.35, 1.35, 20)[:, None]
    center = site.point(-0.2, 0.15 * side) - inward * site.width * radius * 0.3
    dome = center + site.width * radius * (np.cos(angle) * inward + np.sin(angle) * rim)
    sheet(site, dome, site.width * 0.9)
    body = np.stack([dome[2], dome[-3], site.point(0.7, stem), site.point(0.7, -stem)])
    holes = tuple(
        site.point(a, -side * 0.4 * radius + rng.normal(0, 0.03)) for a in (-0.2, 0.05, 0.3)[: rng.integers(4)]
    )
    sheet(site, cv2.convexHull(body.astype(np.float32))[:, 0].astype(float), site.width * 0.4, holes, site.width * 0.05)
    if rng.random() < 0.4:  # reverse: a ball on the blade, with its screws
        globe = site.point(-0.9, 1.0 * side)
        ball(site, globe, site.width * 0.55)
        for spread in (-0.3, 0.0, 0.3):
            screw(
                site, globe + rim * spread * site.width, globe + (inward + spread * rim) * site.width, site.width * 0.07
            )


def _knee(site: Site, rng: Generator) -> None:
    wide, gap = rng.uniform(0.8, 1.2), rng.uniform(0.18, 0.35)
    lobes = [(-0.1, -1.0), (-0.9, -0.85), (-0.55, -0.3), (-0.55, 0.3), (-0.9, 0.85), (-0.1, 1.0), (0.0, 0.6)]
    lobes += [(-0.18, 0.0), (0.0, -0.6)]
    sheet(site, np.array([site.point(a * 0.8, b * wide) for a, b in lobes]), site.width * rng.uniform(0.4, 0.9))
    tray = [(gap, -1.0), (gap, 1.0), (gap + 0.16, 1.0), (gap + 0.16, -1.0)]
    sheet(site, np.array([site.point(a, b * wide) for a, b in tray]), site.width * 0.7)
    stem = rng.uniform(0.5, 1.6)
    rod(site, site.point(gap, 0.0), site.point(gap + stem, 0.0), site.width * 0.2, site.width * 0.12)


def _spine(site: Site, rng: Generator) -> None:
    """Two rods with screws beside the middle."""
    levels, step, apart = int(rng.integers(2, 7)), rng.uniform(0.7, 1.0), rng.uniform(0.35, 0.6)
    first = rng.uniform(-3.0, 1.0)
    scale = 0.45 if rng.random() < 0.5 else 0.6
    for side in (-1.0, 1.0):
        across = side * apart
        rod(
            site,
            site.point(first - 0.2, across),
            site.point(first + (levels - 0.7) * step, across),
            site.width * 0.1 * scale * 2,
        )
        for level in range(levels):
            head = site.point(first + level * step, across)
            screw(
                site,
                head,
                site.point(first + level * step + rng.normal(0, 0.05), across * 0.4),
                site.width * 0.13 * scale * 2,
            )


def _sternal_wires(site: Site, rng: Generator) -> None:
    count, first = int(rng.integers(3, 8)), rng.uniform(-3.5, -1.5)
    across = rng.normal(0.0, 0.25)
    for number in range(count):
        center = site.point(first + number * rng.uniform(0.7, 0.95), across + rng.normal(0, 0.08))
        along, wide = site.axis * site.width * rng.uniform(0.08, 0.3), site.across * site.width * rng.uniform(0.2, 0.42)
        line(site, oval(center, along, wide, rng.uniform(0.75, 1.1)), 0.9)
        line(site, np.stack([center + along, center + along * 1.2 + wide * 0.35]), 1.1)


def _pacemaker(site: Site, rng: Generator) -> None:
    side = 1.0 if rng.random() < 0.8 else -1.0
    # `across` of a downward axis points to the left of the film; the patient's left is at its right.
    box = site.point(rng.uniform(-4.6, -3.0), -side * rng.uniform(2.6, 4.2))
    turn, size = rng.uniform(0, math.pi), site.width * rng.uniform(0.65, 1.05)
    one, two = np.array([math.cos(turn), math.sin(turn)]), np.array([-math.sin(turn), math.cos(turn)])
    angle = np.linspace(0.0, 2.0 * math.pi, 40)[:, None]
    power = rng.uniform(0.4, 1.0)  # 1: an ellipse, less: a rounded box
    c, s = np.cos(angle), np.sin(angle)
    outline = box + size * np.sign(c) * np.abs(c) ** power * one + 0.82 * size * np.sign(s) * np.abs(s) ** power * two
    sheet(site, outline, site.width * 0.07)
    sheet(site, box + 0.75 * (outline - box) * rng.uniform(0.8, 1.0) - 0.15 * size * one, site.width * 0.12)
    for _ in range(int(rng.integers(1, 4))):
        tip = site.point(rng.uniform(0.5, 3.0), rng.uniform(-2.2, 0.6))
        middle = site.point(rng.uniform(-3.2, -2.2), rng.uniform(0.0, 0.7))
        entry = curve(box + one * size, middle, site.width * 0.8, rng)
        way = np.concatenate([entry, curve(middle, tip, site.width * 0.8, rng)])
        line(site, way, rng.uniform(0.25, 0.7))
        if rng.random() < 0.4:  # a defibrillator's coil
            line(site, way[-14:-3], 1.2, 2)
        ball(site, tip, 1.4)


def _electrodes(site: Site, rng: Generator) -> None:
    for _ in range(int(rng.integers(2, 7))):
        center = site.point(rng.uniform(-4.5, 5.0), rng.uniform(-5.0, 5.0))
        snap = site.width * rng.uniform(0.14, 0.26)
        ball(site, center, max(snap, 1.2) * 0.8)
        if rng.random() < 0.5:
            line(site, oval(center, site.axis * snap * 1.7, site.across * snap * 1.7), 0.25)
        end = site.point(rng.uniform(-8.0, 8.0), rng.choice([-6.0, 6.0]))
        line(site, curve(center, end, site.width * 2.0, rng), rng.uniform(0.12, 0.35))


def _clips(site: Site, rng: Generator) -> None:
    spread = site.width * rng.uniform(0.3, 2.0)
    center = site.point(rng.uniform(-2.5, 2.5), rng.uniform(-2.5, 2.5))
    for _ in range(int(rng.integers(2, 11))):
        at = center + rng.normal(0.0, spread, 2)
        angle = rng.uniform(0, math.pi)
        way = np.array([math.cos(angle), math.sin(angle)]) * rng.uniform(1.0, 3.0)
        line(site, np.stack([at - way, at + way]), rng.uniform(0.6, 1.2))


def _port(site: Site, rng: Generator) -> None:
    side = rng.choice([-1.0, 1.0])
    at = site.point(rng.uniform(-4.0, -2.0), side * rng.uniform(2.2, 3.8))
    line(site, oval(at, site.axis * site.width * 0.35, site.across * site.width * 0.35), 1.0, 2)
    ball(site, at, site.width * 0.4, site.width * 0.36)
    line(site, curve(at, site.point(rng.uniform(-1.5, 1.0), 0.5), site.width * 1.5, rng), 0.2)


def _valve(site: Site, rng: Generator) -> None:
    center = site.point(rng.uniform(0.0, 2.0), rng.uniform(-1.6, 0.3))
    turn = rng.uniform(0, math.pi)
    one, two = np.array([math.cos(turn), math.sin(turn)]), np.array([-math.sin(turn), math.cos(turn)])
    size = site.width * rng.uniform(0.35, 0.55)
    line(site, oval(center, one * size, two * size * rng.uniform(0.2, 0.9)), 1.2, int(rng.integers(1, 3)))


def _worn(site: Site, rng: Generator) -> None:
    """Coins, buttons, zips, rings, chains, buckles."""
    at = site.point(rng.uniform(-3.0, 3.0), rng.uniform(-2.0, 2.0))
    size = site.width * rng.uniform(0.2, 0.5)
    one, two = site.axis * size, site.across * size * rng.uniform(0.3, 1.0)
    kind = int(rng.integers(5))
    if kind == 0:
        sheet(site, oval(at, one, site.across * size), rng.uniform(1.5, 4.0))
    elif kind == 1:
        line(site, oval(at, one, two), rng.uniform(1.0, 3.0), int(rng.integers(1, 4)))
    elif kind == 2:
        way = curve(at - one * 8, at + one * 8, site.width, rng)
        for point in way[::1]:
            line(site, np.stack([point - two * 0.25, point + two * 0.25]), 1.5)
    elif kind == 3:
        for point in curve(site.point(-6, -2), site.point(-6, 2), site.width * 3, rng):
            ball(site, point, max(size * 0.12, 0.8))
    else:
        box = np.array([at - one - two, at + one - two, at + one + two, at - one + two, at - one - two])
        line(site, box, rng.uniform(1.5, 4.0), int(rng.integers(2, 4)))


def _teeth(site: Site, rng: Generator) -> None:
    """Fillings and crowns along a row of teeth."""
    for number in range(int(rng.integers(2, 9))):
        at = site.point(0.35 * number - 1.0, 0.12 * (number - 3) ** 2 * 0.3 + rng.normal(0, 0.08))
        corners = at + rng.uniform(-1.0, 1.0, (6, 2)) * site.width * 0.16
        sheet(site, cv2.convexHull(corners.astype(np.float32))[:, 0].astype(float), site.width * rng.uniform(0.1, 0.3))


_Kinds = tuple[tuple[Callable[[Site, Generator], None], float], ...]
_IN_CHESTS: _Kinds = (
    (_sternal_wires, 2.0), (_pacemaker, 2.5), (_electrodes, 3.0), (_clips, 1.5), (_port, 1.0), (_valve, 0.7),
    (_spine, 0.8), (_worn, 1.0),
)  # fmt: skip
_IN_BONES: _Kinds = (
    (_screws, 2.0), (_plate, 3.0), (_nail, 2.0), (_wires, 1.5), (_cerclage, 0.8), (_hip, 2.5), (_shoulder, 1.5),
    (_knee, 1.2), (_spine, 0.6), (_clips, 0.5), (_worn, 1.0), (_teeth, 0.5),
)  # fmt: skip
