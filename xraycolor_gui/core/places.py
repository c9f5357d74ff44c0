"""Where on a film a finding lies: closed rings round its places, in shares of the film, so that they fit any size."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

#: (corners, 2): across and down as shares of the film, 0 … 1; the last corner is joined to the first.
Ring = NDArray[np.float64]

#: What lies nearer to each other than twice this part of the longest side is one place, and rings keep so far off it.
ROOM = 0.01
_CORNERS = 24


def places_of(mask: NDArray[np.bool_], weight: NDArray[Any]) -> tuple[Ring, ...]:
    """Rings round the pieces of `mask` (rows, columns), first those with the greatest sum of `weight` (same shape)."""
    if not mask.any():
        return ()
    reach = max(1, round(ROOM * max(mask.shape)))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    # With a frame, so that what reaches the film's edge is not cut off.
    wide = cv2.dilate(np.pad(mask.astype(np.uint8), reach), disc)
    _, numbers = cv2.connectedComponents(wide)
    inside = numbers[reach:-reach, reach:-reach][mask]
    weights = np.bincount(inside, np.asarray(weight, np.float64)[mask], minlength=int(numbers.max()) + 1)
    found, _ = cv2.findContours(wide, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_TC89_L1)
    size = np.array([mask.shape[1], mask.shape[0]], np.float64)
    rings = [
        (weights[numbers[ring[0, 0, 1], ring[0, 0, 0]]], (ring[:, 0] - reach + 0.5) / size)
        for ring in found
        if len(ring) > 2
    ]
    return tuple(ring for _, ring in sorted(rings, key=lambda pair: -pair[0]))


def place_at(row: float, column: float, shape: tuple[int, int]) -> Ring:
    """A circle round one pixel of a picture of that shape (rows, columns)."""
    rows, columns = shape
    turn = np.linspace(0, 2 * np.pi, _CORNERS, endpoint=False)
    reach = 2 * ROOM * max(shape)
    across, down = column + 0.5 + reach * np.cos(turn), row + 0.5 + reach * np.sin(turn)
    return np.stack([across / columns, down / rows], axis=-1)
