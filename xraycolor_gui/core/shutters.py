"""Display shutters: what of a film is to be covered, DICOM PS3.3 C.7.6.11 (shapes) and C.7.6.15 (bitmap).

Several shapes together show only what lies inside all of them. Positions are film positions: pixel n of the standard,
counted from 1, reaches from n - 1 to n.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Shown from the upper to the lower row and the left to the right column, all counted from 1 and inclusive."""

    upper: int
    lower: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Circle:
    """Centre as (row, column) counted from 1; radius in pixels along a row."""

    row: int
    column: int
    radius: int


@dataclass(frozen=True, slots=True)
class Polygon:
    """(row, column) of each corner, counted from 1; the last is joined to the first."""

    corners: tuple[tuple[int, int], ...]


@dataclass(frozen=True, eq=False, slots=True)
class Bitmap:
    """(rows, columns) bool, True where covered. row, column: the film's pixel, from 1, that its first one lies on."""

    covers: NDArray[np.bool_]
    row: int = 1
    column: int = 1

    def __post_init__(self) -> None:
        self.covers.setflags(write=False)


#: Film pixels by which a position may miss a polygon's edge.
_HAIR = 1e-6

Shape = Rectangle | Circle | Polygon | Bitmap


@dataclass(frozen=True, slots=True)
class Shutter:
    """value: P-value 0 black … 1 white of what is covered (Shutter Presentation Value)."""

    shapes: tuple[Shape, ...]
    value: float = 0.0


def covered(
    shutter: Shutter, rows: NDArray[np.floating], columns: NDArray[np.floating], aspect: float = 1.0
) -> NDArray[np.bool_]:
    """(len(rows), len(columns)) True where the shutter covers these film positions (pixel middles are at n + .5).

    aspect: height of a pixel divided by its width, so that a circle is round on the screen.
    """
    hidden = np.zeros((len(rows), len(columns)), np.bool_)
    for shape in shutter.shapes:
        match shape:
            case Rectangle():
                hidden |= ~_between(rows, shape.upper, shape.lower)[:, None]
                hidden |= ~_between(columns, shape.left, shape.right)[None, :]
            case Circle():
                down = (rows - (shape.row - 0.5)) * aspect
                across = columns - (shape.column - 0.5)
                hidden |= down[:, None] ** 2 + across[None, :] ** 2 > shape.radius**2
            case Polygon():
                hidden |= ~_inside(shape, rows, columns)
            case Bitmap():
                hidden |= _under(shape, rows, columns)
    return hidden


def covered_pixels(shutter: Shutter, shape: tuple[int, int], aspect: float = 1.0) -> NDArray[np.bool_]:
    """`covered` for every pixel of a film of this shape."""
    return covered(shutter, np.arange(shape[0]) + 0.5, np.arange(shape[1]) + 0.5, aspect)


def _between(positions: NDArray[np.floating], first: int, last: int) -> NDArray[np.bool_]:
    between: NDArray[np.bool_] = (positions >= first - 1) & (positions < last)
    return between


def _inside(polygon: Polygon, rows: NDArray[np.floating], columns: NDArray[np.floating]) -> NDArray[np.bool_]:
    """Inside or on the edge: what a hair's breadth to any side is inside."""
    inside = np.zeros((len(rows), len(columns)), np.bool_)
    for down in (-_HAIR, _HAIR):
        for across in (-_HAIR, _HAIR):
            inside |= _within(polygon, rows + down, columns + across)
    return inside


def _within(polygon: Polygon, rows: NDArray[np.floating], columns: NDArray[np.floating]) -> NDArray[np.bool_]:
    """Even-odd: along each row, every edge that is met turns outside into inside or back."""
    turns = np.zeros((len(rows), len(columns) + 1), np.uint8)
    corners = np.asarray(polygon.corners, np.float64) - 0.5
    for (row0, column0), (row1, column1) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        met = np.flatnonzero((rows >= min(row0, row1)) & (rows < max(row0, row1)))
        if met.size:
            at = column0 + (rows[met] - row0) / (row1 - row0) * (column1 - column0)
            turns[met, np.searchsorted(columns, at)] ^= 1
    return np.bitwise_xor.accumulate(turns, axis=1)[:, :-1].astype(np.bool_)


def _under(bitmap: Bitmap, rows: NDArray[np.floating], columns: NDArray[np.floating]) -> NDArray[np.bool_]:
    """Where the bitmap does not reach nothing is covered."""
    down = np.floor(rows).astype(np.intp) - (bitmap.row - 1)
    across = np.floor(columns).astype(np.intp) - (bitmap.column - 1)
    height, width = bitmap.covers.shape
    found: NDArray[np.bool_] = bitmap.covers[
        np.clip(down, 0, height - 1)[:, None], np.clip(across, 0, width - 1)[None, :]
    ]
    found[(down < 0) | (down >= height), :] = False
    found[:, (across < 0) | (across >= width)] = False
    return found
