"""Shapes that metal has on a film: rods, balls, sheets, wires, screws, drawn as depths into the metal channel."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Plane = NDArray[np.float32]
Point = NDArray[np.float64]


@dataclass(frozen=True, eq=False, slots=True)
class Site:
    """Where metal goes: a point (x, y) in pixels, the bone's unit axis there, its width in pixels, and what a pixel of
    depth adds to the metal channel."""

    plane: Plane
    at: Point
    axis: Point
    width: float
    per_pixel: float

    @property
    def across(self) -> Point:
        return np.array([-self.axis[1], self.axis[0]])

    def point(self, along: float, across: float) -> Point:
        """A point by its distance along and across the bone, in bone widths."""
        place: Point = self.at + self.width * (along * self.axis + across * self.across)
        return place


def _window(plane: Plane, points: Point, margin: float) -> tuple[Plane, Plane, Plane] | None:
    """Part of the plane about some points, with its pixels' x and y; None where nothing is on the film."""
    low = np.floor(points.min(axis=0) - margin - 1).astype(int)
    high = np.ceil(points.max(axis=0) + margin + 2).astype(int)
    x0, y0 = max(int(low[0]), 0), max(int(low[1]), 0)
    x1, y1 = min(int(high[0]), plane.shape[1]), min(int(high[1]), plane.shape[0])
    if x0 >= x1 or y0 >= y1:
        return None
    x = np.arange(x0, x1, dtype=np.float32)[None, :]
    y = np.arange(y0, y1, dtype=np.float32)[:, None]
    return plane[y0:y1, x0:x1], x, y


def rod(site: Site, start: Point, end: Point, radius: float, tip: float | None = None) -> None:
    """A round rod, its radius in pixels going to `tip` at its end; thinner than a pixel it fades instead."""
    last = radius if tip is None else tip
    shown, shown_last = max(radius, 0.6), max(last, 0.6)
    part = _window(site.plane, np.stack([start, end]), max(shown, shown_last))
    if part is None:
        return
    plane, x, y = part
    way = end - start
    length = max(float(way @ way), 1e-6)
    t = np.clip(((x - start[0]) * way[0] + (y - start[1]) * way[1]) / length, 0.0, 1.0)
    squared = (x - start[0] - t * way[0]) ** 2 + (y - start[1] - t * way[1]) ** 2
    wide = shown + (shown_last - shown) * t
    depth = 2.0 * np.sqrt(np.maximum(wide**2 - squared, 0.0)) * (radius / shown) ** 2
    plane += (depth * site.per_pixel).astype(np.float32)


def ball(site: Site, center: Point, radius: float, hollow: float = 0.0) -> None:
    """A ball or, with the radius of its hollow, a shell."""
    part = _window(site.plane, center[None], radius)
    if part is None:
        return
    plane, x, y = part
    squared = (x - center[0]) ** 2 + (y - center[1]) ** 2
    depth = np.sqrt(np.maximum(radius**2 - squared, 0.0)) - np.sqrt(np.maximum(hollow**2 - squared, 0.0))
    plane += (2.0 * site.per_pixel * depth).astype(np.float32)


def sheet(site: Site, corners: Point, depth: float, holes: tuple[Point, ...] = (), hole: float = 0.0) -> None:
    """A flat piece with the outline `corners`, `depth` pixels deep, with round holes."""
    ink = np.zeros(site.plane.shape, np.uint8)
    cv2.fillPoly(ink, [np.rint(corners * 8).astype(np.int32)], 255, cv2.LINE_AA, 3)
    for center in holes:
        x, y = np.rint(center * 8).astype(int)
        cv2.circle(ink, (int(x), int(y)), max(int(hole * 8), 4), 0, -1, cv2.LINE_AA, 3)
    _add(site, ink, depth)


def line(site: Site, points: Point, depth: float, thick: int = 1) -> None:
    """A curve of even depth; `depth` in pixels below 1 makes a wire thinner than a pixel."""
    ink = np.zeros(site.plane.shape, np.uint8)
    cv2.polylines(ink, [np.rint(points * 8).astype(np.int32)], False, 255, thick, cv2.LINE_AA, 3)
    _add(site, ink, depth)


def _add(site: Site, ink: NDArray[np.uint8], depth: float) -> None:
    np.add(site.plane, ink * np.float32(site.per_pixel * depth / 255.0), out=site.plane)


def oval(center: Point, along: Point, across: Point, turns: float = 1.0) -> Point:
    """(28, 2) points of an ellipse. along, across: its half axes."""
    angle = np.linspace(0.0, 2.0 * math.pi * turns, 28)[:, None]
    points: Point = center + np.cos(angle) * along + np.sin(angle) * across
    return points


def curve(start: Point, end: Point, bend: float, rng: Generator) -> Point:
    """A loose line between two points (Bézier), `bend` in pixels."""
    t = np.linspace(0.0, 1.0, 30)[:, None]
    first, second = start + rng.normal(0.0, bend, 2), end + rng.normal(0.0, bend, 2)
    points: Point = (1 - t) ** 3 * start + 3 * t * (1 - t) ** 2 * first + 3 * t**2 * (1 - t) * second + t**3 * end
    return points


def screw(site: Site, head: Point, tip: Point, radius: float) -> None:
    """A tapered shaft with a head of twice its width; radius in pixels."""
    rod(site, head, tip, radius, radius * 0.6)
    way = (tip - head) / max(float(np.linalg.norm(tip - head)), 1e-6)
    rod(site, head, head + way * radius, radius * 1.9)
