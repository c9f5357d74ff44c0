"""Shapes that can be drawn, moved and reshaped, in image coordinates. They are values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol, Self

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core import regions
from xraycolor_gui.core.regions import Brush, Ellipse, Point, Rectangle, Region

XY = tuple[float, float]
#: (n, 2) x and y of a line's corners.
Corners = NDArray[np.float64]

#: So many straight pieces look round up to some thousand screen pixels.
_ROUND = 160
#: A box keeps this much width and height, in pixels.
_LEAST = 0.25


class Shape(Protocol):
    """What every drawing can do."""

    @property
    def handles(self) -> tuple[XY, ...]:
        """Points to take hold of, in the order of `with_handle`."""

    @property
    def lines(self) -> tuple[Corners, ...]:
        """Lines to draw; a closed one ends where it began."""

    def holds(self, x: float, y: float, /) -> bool:
        """Whether the point is inside; never, for what encloses nothing."""

    def moved(self, dx: float, dy: float) -> Self:
        """The same elsewhere."""

    def with_handle(self, number: int, x: float, y: float) -> Self:
        """One handle pulled to another place."""


@dataclass(frozen=True, slots=True)
class Path:
    """Straight lines between points, each of which is a handle.

    links: which points are joined. level: 0 or 1: joined points keep equal x (0) or y (1), as the two ends of a width.
    """

    points: tuple[XY, ...]
    links: tuple[tuple[int, int], ...] = ((0, 1),)
    level: int | None = None

    @property
    def handles(self) -> tuple[XY, ...]:
        return self.points

    @property
    def lines(self) -> tuple[Corners, ...]:
        return tuple(np.array([self.points[a], self.points[b]], np.float64) for a, b in self.links)

    def holds(self, _x: float, _y: float, /) -> bool:
        return False

    def moved(self, dx: float, dy: float) -> Path:
        return replace(self, points=tuple((x + dx, y + dy) for x, y in self.points))

    def with_handle(self, number: int, x: float, y: float) -> Path:
        points = list(self.points)
        points[number] = (x, y)
        if self.level is not None:
            for a, b in self.links:
                if number in (a, b):
                    other = b if number == a else a
                    px, py = points[other]
                    points[other] = (x, py) if self.level == 0 else (px, y)
        return replace(self, points=tuple(points))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle or ellipse, with handles at corners and sides, clockwise from the upper left."""

    region: Rectangle | Ellipse

    @property
    def handles(self) -> tuple[XY, ...]:
        left, top, right, bottom = regions.bounds(self.region)
        across, down = (left + right) / 2, (top + bottom) / 2
        return (
            (left, top),
            (across, top),
            (right, top),
            (right, down),
            (right, bottom),
            (across, bottom),
            (left, bottom),
            (left, down),
        )

    @property
    def lines(self) -> tuple[Corners, ...]:
        left, top, right, bottom = regions.bounds(self.region)
        if isinstance(self.region, Rectangle):
            return (np.array([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], np.float64),)
        return (_circle() * ((right - left) / 2, (bottom - top) / 2) + ((left + right) / 2, (top + bottom) / 2),)

    def holds(self, x: float, y: float, /) -> bool:
        across = (x - self.region.x) / self.region.width - 0.5
        down = (y - self.region.y) / self.region.height - 0.5
        if isinstance(self.region, Rectangle):
            return max(abs(across), abs(down)) <= 0.5
        return across * across + down * down <= 0.25

    def moved(self, dx: float, dy: float) -> Box:
        return Box(type(self.region)(self.region.x + dx, self.region.y + dy, self.region.width, self.region.height))

    def with_handle(self, number: int, x: float, y: float) -> Box:
        left, top, right, bottom = regions.bounds(self.region)
        left, right = (x, right) if number in (0, 6, 7) else (left, x) if number in (2, 3, 4) else (left, right)
        top, bottom = (y, bottom) if number in (0, 1, 2) else (top, y) if number in (4, 5, 6) else (top, bottom)
        width, height = max(abs(right - left), _LEAST), max(abs(bottom - top), _LEAST)
        return Box(type(self.region)(min(left, right), min(top, bottom), width, height))


@dataclass(frozen=True, slots=True)
class Outline:
    """Any other region. Corners of a polygon are handles; the rest is moved as a whole, an outline also stretched."""

    region: Region

    @property
    def handles(self) -> tuple[XY, ...]:
        if isinstance(self.region, regions.Polygon):
            return self.region.points
        if isinstance(self.region, Point):
            return ((self.region.x, self.region.y),)
        if isinstance(self.region, Brush):
            return ()
        left, top, right, bottom = regions.bounds(self.region)
        return (left, top), (right, top), (right, bottom), (left, bottom)

    @property
    def lines(self) -> tuple[Corners, ...]:
        return _outlines(self.region)

    def holds(self, x: float, y: float, /) -> bool:
        left, top, right, bottom = regions.bounds(self.region)
        if not (left <= x <= right and top <= y <= bottom):
            return False
        if isinstance(self.region, (Point, Brush)):
            local = regions.moved(self.region, -int(left), -int(top))
            return bool(
                regions.mask_of(local, (int(bottom - top) + 1, int(right - left) + 1))[
                    int(y - int(top)), int(x - int(left))
                ]
            )
        return _encloses(_outlines(self.region)[0], x, y)

    def moved(self, dx: float, dy: float) -> Outline:
        return Outline(regions.moved(self.region, dx, dy))

    def with_handle(self, number: int, x: float, y: float) -> Outline:
        if isinstance(self.region, regions.Polygon):
            points = self.region.points
            return Outline(regions.Polygon((*points[:number], (x, y), *points[number + 1 :])))
        if isinstance(self.region, Point):
            return Outline(Point(x, y))
        left, top, right, bottom = regions.bounds(self.region)
        # The corner opposite stays where it is, and the outline is never turned inside out.
        left, right = (min(x, right - _LEAST), right) if number in (0, 3) else (left, max(x, left + _LEAST))
        top, bottom = (min(y, bottom - _LEAST), bottom) if number in (0, 1) else (top, max(y, top + _LEAST))
        return Outline(regions.fitted(self.region, left, top, right - left, bottom - top))


def shape_of(region: Region) -> Box | Outline:
    """How a region of `core.regions` is drawn; its `region` is the way back."""
    return Box(region) if isinstance(region, (Rectangle, Ellipse)) else Outline(region)


@lru_cache(maxsize=1)
def _circle() -> Corners:
    turns = np.linspace(0, 2 * np.pi, _ROUND + 1)
    return np.column_stack([np.cos(turns), np.sin(turns)])


@lru_cache(maxsize=1024)
def _outlines(region: Region) -> tuple[Corners, ...]:
    """Closed lines; painted pixels by the edges between them and the rest."""
    if isinstance(region, Brush):
        return _edges(region)
    corners = np.array(regions.outline(region), np.float64)
    return (np.vstack([corners, corners[:1]]),)


def _edges(region: Brush) -> tuple[Corners, ...]:
    """Closed lines along the edges between painted pixels and those that are not."""
    local = regions.moved(region, -region.x, -region.y)
    mask = regions.mask_of(local, (region.height, region.width)).astype(np.uint8)
    twice = np.pad(np.repeat(np.repeat(mask, 2, axis=0), 2, axis=1), 2)
    loops, _ = cv2.findContours(twice, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    origin = np.array([region.x, region.y], np.float64)
    return tuple(_loop(np.asarray(loop, np.int64).reshape(-1, 2)) + origin for loop in loops)


def _loop(contour: NDArray[np.int64]) -> Corners:
    """The corners of a contour of pixels that were doubled, two of them left free round all.

    Of a pixel's two halves the near one ends at its near edge, the far one at its far edge: so this is exact.
    """
    points = (contour - 1) // 2
    points = points[np.any(points != np.roll(points, 1, axis=0), axis=1)]
    straight = (points - np.roll(points, 1, axis=0)) * (np.roll(points, -1, axis=0) - points)
    corners = points[straight.sum(axis=1) <= 0]
    return np.vstack([corners, corners[:1]]).astype(np.float64)


def _encloses(corners: Corners, x: float, y: float) -> bool:
    """Even-odd, for a closed line."""
    (x0, y0), (x1, y1) = corners[:-1].T, corners[1:].T
    crosses = (y0 > y) != (y1 > y)
    with np.errstate(divide="ignore", invalid="ignore"):
        right = x < x0 + (y - y0) * (x1 - x0) / (y1 - y0)
    return bool(np.count_nonzero(crosses & right) % 2)
