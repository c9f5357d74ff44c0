"""A region grown from one place along the model's own composition."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.regions import Brush, painted

#: How unlike (Hellinger distance, 0 … 1) a place may be to the first one, unless the reader asks otherwise.
USUAL = 0.15
#: Places round the first one, to either side, that say what it is like.
_ROUND = 1


def unlikeness(shares: NDArray[np.float32], row: float, column: float, shape: tuple[int, int]) -> NDArray[np.float32]:
    """(r, c) Hellinger distance, 0 … 1, of every place's shares (r, c, tissues) from those at a pixel position.

    shape: (rows, columns) of the film that the shares cover.
    """
    rows, columns, _ = shares.shape
    r = min(max(int(row * rows / shape[0]), 0), rows - 1)
    c = min(max(int(column * columns / shape[1]), 0), columns - 1)
    near = shares[max(r - _ROUND, 0) : r + _ROUND + 1, max(c - _ROUND, 0) : c + _ROUND + 1]
    like = np.sqrt(np.maximum(shares, 0)) @ np.sqrt(np.maximum(near.mean(axis=(0, 1)), 0))
    return np.asarray(np.sqrt(np.clip(1 - like, 0, 1)), np.float32)


def grown(
    unlike: NDArray[np.float32], row: float, column: float, shape: tuple[int, int], limit: float = USUAL
) -> Brush | None:
    """All pixels of a film of `shape` joined with a pixel position whose unlikeness is at most `limit`.

    None where the position lies outside the film.
    """
    if not (0 <= row < shape[0] and 0 <= column < shape[1]):
        return None
    fine = cv2.resize(unlike, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR)
    like = (fine <= limit).astype(np.uint8)
    like[int(row), int(column)] = 1
    cv2.floodFill(like, None, (int(column), int(row)), 2, flags=4)
    return painted(like == 2)
