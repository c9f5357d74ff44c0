"""Things put into a stack or drawn over a film: opacities, effusion, bowel gas, tubes, letters, borders."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.training.bowel_gas import put_bowel_gas, put_stomach_bubble
from xraycolor_gui.training.implants import put_implant
from xraycolor_gui.training.look import Framing, Tissues

_LUNG, _, _FAT, _SOFT, _, _BONE, _MINERAL, _METAL = range(8)

Plane = NDArray[np.float32]


def change_tissues(stack: Plane, change: Tissues, rng: np.random.Generator) -> None:
    """Apply factors and put things into a stack (channels, rows, columns), in place."""
    stack[_LUNG] *= change.lung
    stack[_FAT] *= change.fat
    stack[_SOFT] *= change.soft
    stack[_MINERAL] *= change.mineral
    if change.crisp_bone > 0:
        for plane in (stack[_BONE], stack[_MINERAL]):
            detail = plane - cv2.GaussianBlur(plane, (0, 0), 1.3)
            np.maximum(plane + change.crisp_bone * detail, 0.0, out=plane)
    for _ in range(change.opacities):
        _opacity(stack, rng)
    if change.effusion:
        _effusion(stack, rng)
    for _ in range(change.gas_bubbles):
        put_bowel_gas(stack, rng)
    if change.stomach_bubble:
        put_stomach_bubble(stack, rng)
    for _ in range(change.tubes):
        _tube(stack, rng)
    for _ in range(change.implants):
        put_implant(stack, rng)


def _blob(shape: tuple[int, int], rng: np.random.Generator, center: tuple[float, float], radius: float) -> Plane:
    """Lumpy spot 0…1 about a centre (row, column), radius in pixels."""
    rows = np.arange(shape[0], dtype=np.float32)[:, None] - center[0]
    columns = np.arange(shape[1], dtype=np.float32)[None, :] - center[1]
    angle = rng.uniform(0, math.pi)
    stretch = math.exp(rng.normal(0, 0.3))
    along = (rows * math.cos(angle) + columns * math.sin(angle)) / stretch
    across = (columns * math.cos(angle) - rows * math.sin(angle)) * stretch
    distance = np.sqrt(along**2 + across**2) / radius
    lumps = cv2.resize(rng.random((9, 9), dtype=np.float32), (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    edge = float(rng.uniform(0.15, 1.0))
    spot: Plane = np.clip((1.0 + 0.5 * (lumps - 0.5) - distance) / edge, 0.0, 1.0).astype(np.float32)
    return spot


def _place(where: NDArray[np.bool_], rng: np.random.Generator) -> tuple[float, float] | None:
    places = np.flatnonzero(where[::4, ::4])
    if places.size == 0:
        return None
    row, column = divmod(int(rng.choice(places)), where[::4, ::4].shape[1])
    return row * 4.0, column * 4.0


def _opacity(stack: Plane, rng: np.random.Generator) -> None:
    """Air of the lung replaced by fluid: the spot becomes soft tissue to the degree that it is filled."""
    place = _place(stack[_LUNG] > 0.5, rng)
    if place is None:
        return
    size = stack.shape[1]
    spot = _blob(stack.shape[1:], rng, place, float(rng.uniform(0.015, 0.14)) * size) * float(rng.uniform(0.15, 0.9))
    # A lung of density 0.15 that is 4 cm of water equivalent deep holds about 20 cm of air; part of it fills.
    stack[_SOFT] += spot * np.minimum(stack[_LUNG] * float(rng.uniform(0.5, 2.0)), 8.0)
    stack[_LUNG] *= 1.0 - 0.8 * spot


def _effusion(stack: Plane, rng: np.random.Generator) -> None:
    """Fluid layered on one side from below."""
    lung = stack[_LUNG]
    rows = np.flatnonzero((lung > 0.5).any(axis=1))
    if rows.size < 10:
        return
    level = float(rows[0] + (rows[-1] - rows[0]) * rng.uniform(0.45, 0.9))
    depth = np.clip((np.arange(lung.shape[0], dtype=np.float32)[:, None] - level) / rng.uniform(5, 40), 0, 1)
    middle = lung.shape[1] / 2 + rng.normal(0, lung.shape[1] * 0.04)
    side = np.clip((np.arange(lung.shape[1])[None, :] - middle) * rng.choice([-1, 1]) / 6.0, 0, 1)
    filled = (depth * side).astype(np.float32)
    stack[_SOFT] += filled * lung * float(rng.uniform(1.0, 3.0))
    stack[_LUNG] *= 1.0 - 0.9 * filled


def _tube(stack: Plane, rng: np.random.Generator) -> None:
    """A catheter or wire across the film, radio-opaque."""
    rows, columns = stack.shape[1:]
    way = rng.uniform(-0.1, 1.1, (4, 2)) * (columns, rows)
    t = np.linspace(0, 1, 40)[:, None]
    curve = (1 - t) ** 3 * way[0] + 3 * t * (1 - t) ** 2 * way[1] + 3 * t**2 * (1 - t) * way[2] + t**3 * way[3]
    curve = curve[: int(rng.integers(12, 41))]
    line = np.zeros((rows, columns), np.uint8)
    thick = int(rng.integers(1, 4))
    cv2.polylines(line, [np.rint(curve * 8).astype(np.int32)], False, 255, thick, cv2.LINE_AA, 3)
    stack[_METAL] += line.astype(np.float32) * float(rng.uniform(0.05, 0.7)) / 255.0
    if rng.random() < 0.4:
        spot = tuple(int(v) for v in curve[-1] * 8)
        disc = np.zeros_like(line)
        cv2.circle(disc, (spot[0], spot[1]), int(rng.uniform(2, 5) * 8), 255, -1, cv2.LINE_AA, 3)
        stack[_METAL] += disc.astype(np.float32) * float(rng.uniform(0.1, 1.5)) / 255.0


def open_field(shape: tuple[int, int], framing: Framing) -> Plane:
    """1 inside the collimated field, 0 outside, the border soft over a pixel or two."""
    left, right, top, bottom = framing.collimation
    if not any(framing.collimation):
        return np.ones(shape, np.float32)
    rows, columns = shape
    center = np.array([columns, rows]) / 2
    turn = math.radians(framing.collimation_turn_deg)
    matrix = np.array([[math.cos(turn), -math.sin(turn)], [math.sin(turn), math.cos(turn)]])
    # A side that is not collimated must not show a corner when the blades are turned.
    x0, x1 = (left or -0.5) * columns, (1 - (right or -0.5)) * columns
    y0, y1 = (top or -0.5) * rows, (1 - (bottom or -0.5)) * rows
    corners = (np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]]) - center) @ matrix.T + center
    field = np.zeros(shape, np.uint8)
    cv2.fillPoly(field, [np.rint(corners * 8).astype(np.int32)], 255, cv2.LINE_AA, 3)
    return field.astype(np.float32) / 255.0


def draw_letters(grey: Plane, count: int, rng: np.random.Generator) -> Plane:
    """Side markers and notes burnt in, in place; returns where they are, 0…1."""
    rows, columns = grey.shape
    where = np.zeros(grey.shape, np.uint8)
    words = ("L", "R", "L", "R", "PA", "AP", "PORTABLE", "SUPINE", "ERECT", "12:34", "SITTING", "AP 90", "X")
    for _ in range(count):
        word = str(rng.choice(words))
        scale = float(rng.uniform(0.25, 1.1)) * rows / 256 * (0.6 if len(word) > 2 else 1.0)
        high = rng.random() < 0.75
        x = int(rng.choice([rng.uniform(0.01, 0.2), rng.uniform(0.72, 0.95)]) * columns)
        y = int((rng.uniform(0.04, 0.2) if high else rng.uniform(0.8, 0.99)) * rows)
        font = int(rng.choice([cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_PLAIN]))
        cv2.putText(where, word, (x, y), font, scale, 255, int(rng.integers(1, 3)), cv2.LINE_AA)
        if rng.random() < 0.15:
            cv2.rectangle(where, (x - 4, y + 4), (x + int(22 * scale), y - int(26 * scale)), 255, 1)
    ink = where.astype(np.float32) / 255.0
    shade = float(rng.uniform(0.75, 1.0)) if rng.random() < 0.92 else 0.0
    grey += ink * (shade - grey)
    return ink
