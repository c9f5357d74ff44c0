"""The rays of a film: from one source to every pixel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]


@dataclass(frozen=True, eq=False, slots=True)
class Rays:
    """Source, centre of the first pixel, steps per column and per row, all (x, y, z) in millimetres about the view's
    centre; shape is (rows, columns)."""

    source: Vector
    first: Vector
    per_column: Vector
    per_row: Vector
    shape: tuple[int, int]

    def along(self, axis: int) -> Vector:
        """One coordinate of every pixel's centre, (rows, columns)."""
        rows, columns = np.arange(self.shape[0])[:, None], np.arange(self.shape[1])[None, :]
        pixels: Vector = self.first[axis] + columns * self.per_column[axis] + rows * self.per_row[axis]
        return pixels

    def directions(self) -> Vector:
        """Unit vectors from the source to every pixel, (rows, columns, 3)."""
        ways = np.stack([self.along(axis) - self.source[axis] for axis in range(3)], axis=2)
        ways /= np.linalg.norm(ways, axis=2, keepdims=True)
        return ways
