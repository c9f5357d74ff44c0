"""What a reader outlines on a film, in image coordinates: x to the right, y down, corner of the first pixel at 0.

Pixel (row, column) has its centre at (column + ½, row + ½) and belongs to a region when that centre lies inside it,
so that zoom, rotation and flips of a view can never change what a region means. A region may reach beyond the film.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.errors import FeedbackError

#: Largest coordinate; a million pixels from the film is a mistake, and keeps arithmetic on centres exact.
FARTHEST = 1e6
#: Most points of an outline, most runs of a brush.
MOST_POINTS = 200_000


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Left, top, width and height; the left and top edges belong to it, the right and bottom ones do not."""

    x: float
    y: float
    width: float
    height: float

    def __post_init__(self) -> None:
        _check_box("rectangle", self.x, self.y, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Ellipse:
    """The ellipse that touches the four sides of a box: left, top, width and height."""

    x: float
    y: float
    width: float
    height: float

    def __post_init__(self) -> None:
        _check_box("ellipse", self.x, self.y, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Polygon:
    """Corners clicked one by one; closed from the last to the first. Where it crosses itself, even-odd decides."""

    points: tuple[tuple[float, float], ...]

    def __post_init__(self) -> None:
        _check_points("polygon", self.points)


@dataclass(frozen=True, slots=True)
class Freehand:
    """An outline drawn in one stroke; closed and filled like a polygon."""

    points: tuple[tuple[float, float], ...]

    def __post_init__(self) -> None:
        _check_points("freehand", self.points)


@dataclass(frozen=True, slots=True)
class Point:
    """One place; it stands for the pixel that holds it."""

    x: float
    y: float

    def __post_init__(self) -> None:
        _check_numbers("point", (self.x, self.y))


@dataclass(frozen=True, slots=True)
class Brush:
    """Painted or grown pixels inside a box of whole pixels.

    runs: lengths of stretches of equal pixels in reading order, the first one outside the region (so it may be 0);
        their sum is width · height.
    """

    x: int
    y: int
    width: int
    height: int
    runs: tuple[int, ...]

    def __post_init__(self) -> None:
        _check_numbers("brush", (self.x, self.y))
        whole = (self.x, self.y, self.width, self.height, *self.runs)
        if not all(isinstance(number, int) for number in whole):
            raise _wrong("A brush region needs whole numbers.")
        if self.width < 1 or self.height < 1 or len(self.runs) > MOST_POINTS or self.width * self.height > 1 << 28:
            raise _wrong("A brush region has no sensible size.")
        if any(run < 0 for run in self.runs) or sum(self.runs) != self.width * self.height:
            raise _wrong("The runs of a brush region do not fill its box.")
        if not any(self.runs[1::2]):
            raise _wrong("A brush region holds no pixel.")


Region = Rectangle | Ellipse | Polygon | Freehand | Point | Brush
#: The word in JSON for each kind.
KINDS: dict[type[Region], str] = {
    Rectangle: "rectangle",
    Ellipse: "ellipse",
    Polygon: "polygon",
    Freehand: "freehand",
    Point: "point",
    Brush: "brush",
}
_BOXES: dict[str, type[Rectangle] | type[Ellipse]] = {"rectangle": Rectangle, "ellipse": Ellipse}
_OUTLINES: dict[str, type[Polygon] | type[Freehand]] = {"polygon": Polygon, "freehand": Freehand}


def kind(region: Region) -> str:
    """'rectangle', 'ellipse', 'polygon', 'freehand', 'point' or 'brush'."""
    return KINDS[type(region)]


def painted(mask: NDArray[np.bool_]) -> Brush:
    """The pixels that are True in a mask (rows, columns) of the whole film. Raises FeedbackError for an empty one."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        raise _wrong("This region holds no pixel of the film.")
    top, left = int(rows[0]), int(columns[0])
    inside = mask[top : int(rows[-1]) + 1, left : int(columns[-1]) + 1]
    flat = np.concatenate([[False], inside.ravel(), [not inside.ravel()[-1]]])
    ends = np.flatnonzero(flat[1:] != flat[:-1])
    runs = np.diff(ends, prepend=0)
    return Brush(left, top, inside.shape[1], inside.shape[0], tuple(int(run) for run in runs))


def mask_of(region: Region, shape: tuple[int, int]) -> NDArray[np.bool_]:
    """(rows, columns) bool: the pixels of a film of `shape` that belong to the region."""
    rows, columns = shape
    x, y = np.arange(columns) + 0.5, (np.arange(rows) + 0.5)[:, None]
    match region:
        case Rectangle(left, top, width, height):
            return (x >= left) & (x < left + width) & (y >= top) & (y < top + height)
        case Ellipse(left, top, width, height):
            across, down = (x - left) / width - 0.5, (y - top) / height - 0.5
            inside: NDArray[np.bool_] = across * across + down * down <= 0.25
            return inside
        case Point(px, py):
            mask = np.zeros(shape, np.bool_)
            row, column = math.floor(py), math.floor(px)
            if 0 <= row < rows and 0 <= column < columns:
                mask[row, column] = True
            return mask
        case Brush():
            return _brushed(region, shape)
        case _:
            return _filled(region.points, shape)


def bounds(region: Region) -> tuple[float, float, float, float]:
    """Left, top, right, bottom."""
    match region:
        case Point(x, y):
            return x, y, x, y
        case Polygon(points) | Freehand(points):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            return min(xs), min(ys), max(xs), max(ys)
        case _:
            return region.x, region.y, region.x + region.width, region.y + region.height


def moved(region: Region, dx: float, dy: float) -> Region:
    """The same region elsewhere; painted pixels move by whole pixels."""
    match region:
        case Point(x, y):
            return Point(x + dx, y + dy)
        case Polygon(points):
            return Polygon(tuple((x + dx, y + dy) for x, y in points))
        case Freehand(points):
            return Freehand(tuple((x + dx, y + dy) for x, y in points))
        case Brush(x, y, width, height, runs):
            return Brush(x + round(dx), y + round(dy), width, height, runs)
        case _:
            return type(region)(region.x + dx, region.y + dy, region.width, region.height)


def fitted(region: Region, x: float, y: float, width: float, height: float) -> Region:
    """The same region stretched or shrunk into another box; points and painted pixels only move there."""
    left, top, right, bottom = bounds(region)
    if isinstance(region, (Rectangle, Ellipse)):
        return type(region)(x, y, width, height)
    if isinstance(region, (Point, Brush)):
        return moved(region, x - left, y - top)
    across, down = width / ((right - left) or 1), height / ((bottom - top) or 1)
    return type(region)(tuple((x + (px - left) * across, y + (py - top) * down) for px, py in region.points))


def outline(region: Region) -> tuple[tuple[float, float], ...]:
    """Corners of a closed outline; an ellipse in 64 steps. Painted pixels and points have none: their box's corners."""
    match region:
        case Polygon(points) | Freehand(points):
            return points
        case Ellipse(x, y, width, height):
            turns = [2 * math.pi * step / 64 for step in range(64)]
            return tuple((x + width * (0.5 + math.cos(t) / 2), y + height * (0.5 + math.sin(t) / 2)) for t in turns)
        case Point(x, y):
            column, row = math.floor(x), math.floor(y)
            return ((column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1))
        case _:
            left, top, right, bottom = bounds(region)
            return ((left, top), (right, top), (right, bottom), (left, bottom))


def to_json(region: Region) -> dict[str, Any]:
    """As on the command line: ``{"type": "rectangle", "x": 10, "y": 12, "width": 40, "height": 30}``."""
    match region:
        case Point(x, y):
            return {"type": "point", "x": _short(x), "y": _short(y)}
        case Polygon(points) | Freehand(points):
            return {"type": kind(region), "points": [[_short(x), _short(y)] for x, y in points]}
        case _:
            box = {key: _short(getattr(region, key)) for key in ("x", "y", "width", "height")}
            runs = {"runs": list(region.runs)} if isinstance(region, Brush) else {}
            return {"type": kind(region), **box, **runs}


def from_json(data: Any) -> Region:
    """The region that `to_json` described. Raises FeedbackError, which says what is wrong with it."""
    if not isinstance(data, Mapping):
        raise _wrong("A region must be a JSON object.")
    word = data.get("type")
    if word in _BOXES:
        return _BOXES[word](*(_number(data, key) for key in ("x", "y", "width", "height")))
    if word == "point":
        return Point(_number(data, "x"), _number(data, "y"))
    if word in _OUTLINES:
        return _OUTLINES[word](_points(data.get("points")))
    if word == "brush":
        runs = data.get("runs")
        if not isinstance(runs, list) or not all(type(run) is int for run in runs):
            raise _wrong("A brush region needs runs of whole numbers.")
        x, y, width, height = (_whole(data, key) for key in ("x", "y", "width", "height"))
        return Brush(x, y, width, height, tuple(runs))
    raise _wrong(f"“{word}” is no kind of region." if word else "A region needs a type.")


def _filled(points: Sequence[tuple[float, float]], shape: tuple[int, int]) -> NDArray[np.bool_]:
    """Even-odd filling, exact at pixel centres; an edge belongs to the side on its right, or below it."""
    rows, columns = shape
    crossings = np.zeros((rows, columns + 1), np.int32)
    for start, end in pairwise([*points, points[0]]):
        (x0, y0), (x1, y1) = (start, end) if start[1] <= end[1] else (end, start)
        first, last = max(math.ceil(y0 - 0.5), 0), min(math.ceil(y1 - 0.5), rows)
        if first >= last:
            continue
        row = np.arange(first, last)
        at = x0 + (row + 0.5 - y0) * ((x1 - x0) / (y1 - y0))
        column = np.clip(np.ceil(at - 0.5), 0, columns).astype(np.intp)
        crossings[row, column] += 1
    inside: NDArray[np.bool_] = np.cumsum(crossings[:, :columns], axis=1) % 2 == 1
    return inside


def _brushed(region: Brush, shape: tuple[int, int]) -> NDArray[np.bool_]:
    values = np.arange(len(region.runs)) % 2 == 1
    inside = np.repeat(values, region.runs).reshape(region.height, region.width)
    mask = np.zeros(shape, np.bool_)
    top, left = max(region.y, 0), max(region.x, 0)
    bottom, right = min(region.y + region.height, shape[0]), min(region.x + region.width, shape[1])
    if top < bottom and left < right:
        mask[top:bottom, left:right] = inside[top - region.y : bottom - region.y, left - region.x : right - region.x]
    return mask


def _check_box(word: str, x: float, y: float, width: float, height: float) -> None:
    _check_numbers(word, (x, y, width, height))
    if width <= 0 or height <= 0:
        raise _wrong(f"The {word} has no width or no height.")


def _check_points(word: str, points: tuple[tuple[float, float], ...]) -> None:
    if not 3 <= len(points) <= MOST_POINTS:
        raise _wrong(f"The {word} needs at least 3 points and at most {MOST_POINTS:,}.")
    _check_numbers(word, tuple(number for point in points for number in point))


def _check_numbers(word: str, numbers: Sequence[float]) -> None:
    if not all(abs(number) <= FARTHEST for number in numbers):  # NaN is not either
        raise _wrong(f"A coordinate of the {word} is no number within ±{FARTHEST:,.0f}.")


def _number(data: Mapping[str, Any], key: str) -> float:
    return _float(data.get(key), key)


def _whole(data: Mapping[str, Any], key: str) -> int:
    value = data.get(key)
    if type(value) is not int:
        raise _wrong(f"The region's {key} is no whole number.")
    return value


def _float(value: Any, what: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) <= FARTHEST:
        raise _wrong(f"The region's {what} is no number of pixels.")
    return float(value)


def _points(data: Any) -> tuple[tuple[float, float], ...]:
    if not isinstance(data, list) or not all(isinstance(point, list) and len(point) == 2 for point in data):
        raise _wrong("The region's points must be pairs [x, y].")
    return tuple((_float(x, "x"), _float(y, "y")) for x, y in data)


def _short(number: float) -> float:
    """Whole numbers without a fraction, as people write them."""
    return int(number) if number == int(number) else number


def _wrong(what: str) -> FeedbackError:
    return FeedbackError(what, 'Write for example {"type":"rectangle","x":10,"y":12,"width":40,"height":30}.')
