"""Where points of the film lie on a picture, in logical pixels, and back."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF

from xraycolor_gui.gui.views.view_geometry import Placement


class FilmView(NamedTuple):
    """A placement seen in logical pixels. ratio: device pixels per logical pixel."""

    placement: Placement
    ratio: float

    def to_picture(self, x: float, y: float) -> QPointF:
        """Logical pixels of an image coordinate."""
        view_x, view_y = self.placement.to_view(y, x)
        return QPointF(view_x / self.ratio, view_y / self.ratio)

    def to_image(self, at: QPointF) -> tuple[float, float]:
        """(x, y) under a place of the picture; may lie outside the film."""
        row, column = self.placement.to_film(at.x() * self.ratio, at.y() * self.ratio)
        return column, row

    def many(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """(n, 2) logical pixels of (n, 2) image coordinates."""
        matrix, origin = _affine(self)
        made: NDArray[np.float64] = points @ matrix + origin
        return made


@lru_cache(maxsize=8)
def _affine(view: FilmView) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """(2, 2) and (2,): a point times the first, plus the second."""
    at = [view.to_picture(x, y) for x, y in ((0, 0), (1, 0), (0, 1))]
    origin, right, down = (np.array([point.x(), point.y()]) for point in at)
    return np.stack([right - origin, down - origin]), origin
