"""Outlines of painted pixels along the pixels' own edges, so that filling them gives back the very pixels."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

Ring = tuple[tuple[float, float], ...]
_Corner = tuple[int, int]


def rings_of(mask: NDArray[np.bool_]) -> tuple[Ring, ...]:
    """Closed outlines (x, y) of every piece and every hole of a mask (rows, columns); corners only."""
    ahead = _edges(mask)
    rings = []
    while ahead:
        start = next(iter(ahead))
        rings.append(_corners(_followed(ahead, start)))
    return tuple(rings)


def keyhole(rings: tuple[Ring, ...]) -> Ring:
    """All rings as one outline, joined by paths walked there and back: even-odd filling covers the same pixels."""
    first, *others = rings
    home = first[0]
    whole = [*first]
    for ring in others:
        whole += [home, *ring, ring[0]]
    return (*whole, home) if others else first


def _edges(mask: NDArray[np.bool_]) -> dict[_Corner, list[_Corner]]:
    """Where the outline goes on from each corner; the inside is on its right hand."""
    framed = np.pad(mask, 1)
    ahead: dict[_Corner, list[_Corner]] = defaultdict(list)
    above, below = framed[:-1, 1:-1], framed[1:, 1:-1]
    for row, column in np.argwhere(below & ~above).tolist():
        ahead[(column, row)].append((column + 1, row))
    for row, column in np.argwhere(above & ~below).tolist():
        ahead[(column + 1, row)].append((column, row))
    left, right = framed[1:-1, :-1], framed[1:-1, 1:]
    for row, column in np.argwhere(left & ~right).tolist():
        ahead[(column, row)].append((column, row + 1))
    for row, column in np.argwhere(right & ~left).tolist():
        ahead[(column, row + 1)].append((column, row))
    return ahead


def _followed(ahead: dict[_Corner, list[_Corner]], start: _Corner) -> list[_Corner]:
    """One closed walk, taken out of `ahead`."""
    walk, at = [], start
    while True:
        walk.append(at)
        choices = ahead[at]
        following = choices.pop()
        if not choices:
            del ahead[at]
        at = following
        if at == start:
            return walk


def _corners(walk: list[_Corner]) -> Ring:
    """Without the points on straight stretches."""
    turns = []
    for before, at, after in zip(walk[-1:] + walk[:-1], walk, walk[1:] + walk[:1], strict=True):
        if (at[0] - before[0], at[1] - before[1]) != (after[0] - at[0], after[1] - at[1]):
            turns.append((float(at[0]), float(at[1])))
    return tuple(turns)
