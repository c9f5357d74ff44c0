"""Graphic Data of regions, as structured reports and presentation states alike want it (PS3.3 C.18.6.1.2)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.regions import Ellipse

Points = NDArray[np.float64]


def ellipse_axes(ellipse: Ellipse) -> Points:
    """(4, 2) column and row: the ends of the major axis, then of the minor one."""
    x, y, width, height = ellipse.x, ellipse.y, ellipse.width, ellipse.height
    across = [(x, y + height / 2), (x + width, y + height / 2)]
    down = [(x + width / 2, y), (x + width / 2, y + height)]
    return np.array(across + down if width >= height else down + across)


def closed(outline: Sequence[tuple[float, float]]) -> Points:
    """(points + 1, 2) column and row of a line that ends where it began."""
    return np.array([*outline, outline[0]])
