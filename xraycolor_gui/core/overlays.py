"""Overlay planes: bitmaps that lie on a film and are drawn over it, DICOM PS3.3 C.9.2."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False, slots=True)
class Overlay:
    """One plane.

    plane: (rows, columns) bool. row, column: the film's pixel, counted from 1, that its first one lies on; may be
    outside the film. group: 0x6000 … 0x601E. kind: 'graphics' or 'region'. embedded: it lay in unused bits of the
    pixels, as older files have it.
    """

    plane: NDArray[np.bool_]
    row: int = 1
    column: int = 1
    group: int = 0x6000
    kind: str = "graphics"
    label: str = ""
    embedded: bool = False

    def __post_init__(self) -> None:
        self.plane.setflags(write=False)


def on_film(overlay: Overlay, shape: tuple[int, int]) -> NDArray[np.bool_]:
    """(rows, columns) of the film, True where the plane marks it; what lies outside the film is cut away."""
    marked = np.zeros(shape, np.bool_)
    top, left = overlay.row - 1, overlay.column - 1
    height, width = overlay.plane.shape
    down, across = slice(max(top, 0), min(top + height, shape[0])), slice(max(left, 0), min(left + width, shape[1]))
    if down.start < down.stop and across.start < across.stop:
        marked[down, across] = overlay.plane[
            down.start - top : down.stop - top, across.start - left : across.stop - left
        ]
    return marked


def lies_outside(overlay: Overlay, shape: tuple[int, int]) -> bool:
    """Whether part of the plane is not on a film of this shape."""
    top, left = overlay.row - 1, overlay.column - 1
    height, width = overlay.plane.shape
    return top < 0 or left < 0 or top + height > shape[0] or left + width > shape[1]
