"""What a model must beat: answers that do not look at the film."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

#: Side of the grid on which compositions of films of all shapes are averaged.
_GRID = 96


class PositionPrior:
    """The mean composition of all other films: it knows where organs usually lie, and nothing of this film."""

    def __init__(self, compositions: Sequence[Floats]) -> None:
        self._grids = [_resized(composition, (_GRID, _GRID)) for composition in compositions]
        self._sum = np.sum(self._grids, axis=0, dtype=np.float64)

    def without(self, index: int, shape: tuple[int, int]) -> Floats:
        """(rows, columns, tissues) of `shape`: the mean of all films but this one."""
        mean = (self._sum - self._grids[index]) / max(1, len(self._grids) - 1)
        return _resized(mean.astype(np.float32), shape)


def constant_chroma(truth: Sequence[Floats]) -> Floats:
    """(2,) the one colour that is nearest on average to all pixels (n, 2) of all films: their mean."""
    return np.asarray(np.concatenate(truth).mean(axis=0), np.float32)


def _resized(planes: Floats, shape: tuple[int, int]) -> Floats:
    return np.asarray(cv2.resize(planes, shape[::-1], interpolation=cv2.INTER_LINEAR), np.float32)
