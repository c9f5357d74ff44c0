"""Gas put into a stack: bubbles, whole loops of bowel, and the stomach's bubble under the left diaphragm."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from xraycolor_gui.training.anatomy import CHANNELS

_LUNG, _GAS, _SOFT, _HEART = (CHANNELS.index(name) for name in ("lung", "gas", "soft-tissue", "heart"))

Plane = NDArray[np.float32]


def put_bowel_gas(stack: Plane, rng: Generator) -> None:
    """Replace soft tissue by gas in one bubble or loop, where there is a belly, in place.

    A body part without lung, heart or gas of its own is a limb and is left alone.
    """
    lung = stack[_LUNG] > 0.5
    if not any((stack[channel, ::4, ::4] > 1.0).any() for channel in (_LUNG, _GAS, _HEART)):
        return
    deep = max(4.0, 0.6 * float(np.percentile(stack[_SOFT, ::4, ::4], 85)))
    belly = (stack[_SOFT] > deep) & (stack[_LUNG] < 0.2) & (stack[_HEART] < 1.0)
    if lung[::4, ::4].mean() > 0.004:  # the belly lies below the lungs
        rows = np.cumsum(lung.sum(axis=1))
        belly[: int(np.searchsorted(rows, 0.97 * rows[-1]))] = False
    places = np.argwhere(belly[::4, ::4]) * 4
    if places.size == 0:
        return
    start = places[int(rng.integers(len(places)))][::-1].astype(float)
    shape = stack.shape[1:]
    if rng.random() < 0.45:
        spot = _bubble(shape, start, shape[1] * float(rng.uniform(0.012, 0.08)), rng)
    else:
        spot = _loop(shape, start, shape[1] * float(rng.uniform(0.016, 0.055)), rng)
    _fill(stack, spot * float(rng.uniform(1.5, 7.0)), stack[_LUNG] < 0.4)


def put_stomach_bubble(stack: Plane, rng: Generator) -> None:
    """Gas in the stomach, below the lung on the heart's side; nothing where no such lung is in view."""
    lung = stack[_LUNG] > 0.5
    heart = stack[_HEART] > 1.0
    if lung[::4, ::4].mean() < 0.04 or heart[::4, ::4].mean() < 0.01:
        return
    columns = np.flatnonzero(lung.any(axis=0))
    middle = (columns[0] + columns[-1]) / 2
    side = 1.0 if np.argwhere(heart[::4, ::4])[:, 1].mean() * 4 > middle else -1.0
    half = (columns[-1] - columns[0]) / 2
    column = int(np.clip(middle + side * half * rng.uniform(0.35, 0.7), 0, lung.shape[1] - 1))
    rows = np.flatnonzero(lung[:, column])
    wide, high = half * rng.uniform(0.12, 0.35), half * rng.uniform(0.1, 0.3)
    if rows.size == 0 or rows[-1] + high > lung.shape[0]:
        return
    center = np.array([column, rows[-1] + high * rng.uniform(0.8, 1.3)])
    x = (np.arange(lung.shape[1], dtype=np.float32)[None, :] - center[0]) / wide
    y = (np.arange(lung.shape[0], dtype=np.float32)[:, None] - center[1]) / high
    spot = np.sqrt(np.maximum(1.0 - x**2 - y**2, 0.0))
    if rng.random() < 0.5:  # standing, gas ends at the level of what was drunk
        spot *= np.clip((rng.uniform(0.0, 0.8) - y) * high / 1.5, 0.0, 1.0)
    _fill(stack, spot.astype(np.float32) * float(rng.uniform(2.0, 8.0)), stack[_LUNG] < 2.0)


def _fill(stack: Plane, depth: Plane, where: NDArray[np.bool_]) -> None:
    gas = np.minimum(depth, 0.7 * stack[_SOFT]) * where
    stack[_GAS] += gas
    stack[_SOFT] -= gas


def _bubble(shape: tuple[int, ...], center: NDArray[np.float64], radius: float, rng: Generator) -> Plane:
    """Lumpy spot 0…1."""
    turn, stretch = rng.uniform(0, math.pi), math.exp(rng.normal(0, 0.3))
    x = np.arange(shape[1], dtype=np.float32)[None, :] - np.float32(center[0])
    y = np.arange(shape[0], dtype=np.float32)[:, None] - np.float32(center[1])
    along, across = (
        (x * math.cos(turn) + y * math.sin(turn)) / stretch,
        (y * math.cos(turn) - x * math.sin(turn)) * stretch,
    )
    lumps = cv2.resize(rng.random((9, 9), dtype=np.float32), (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    distance = np.sqrt(along**2 + across**2) / np.float32(radius) - 0.5 * (lumps - 0.5)
    spot: Plane = np.sqrt(np.maximum(1.0 - distance**2 * np.sign(distance), 0.0)).astype(np.float32)
    return np.minimum(spot, 1.0)


def _loop(shape: tuple[int, ...], start: NDArray[np.float64], radius: float, rng: Generator) -> Plane:
    """A bent tube 0…1, smooth or, as the colon, narrowed at every fold."""
    length = radius * rng.uniform(3.0, 14.0)
    heading, bend = rng.uniform(0, 2 * math.pi), rng.normal(0.0, 1.6)
    count = 24
    turns = heading + bend * np.linspace(0.0, 1.0, count) + np.cumsum(rng.normal(0.0, 0.12, count))
    points = start + np.cumsum(np.stack([np.cos(turns), np.sin(turns)], axis=1), axis=0) * (length / count)
    folds = 0.25 * (rng.random() < 0.5) * np.abs(np.sin(np.arange(count) * length / count / radius * 1.4))
    nearness = np.zeros(shape[:2], np.float32)
    for point, fold in zip(points, folds, strict=True):
        reach = radius * (1.0 - float(fold))
        x0, y0 = (max(int(v - reach), 0) for v in point)
        x1, y1 = min(int(point[0] + reach) + 2, shape[1]), min(int(point[1] + reach) + 2, shape[0])
        if x0 >= x1 or y0 >= y1:
            continue
        x = (np.arange(x0, x1, dtype=np.float32)[None, :] - np.float32(point[0])) / reach
        y = (np.arange(y0, y1, dtype=np.float32)[:, None] - np.float32(point[1])) / reach
        part = nearness[y0:y1, x0:x1]
        np.maximum(part, 1.0 - x**2 - y**2, out=part)
    return np.sqrt(nearness)
