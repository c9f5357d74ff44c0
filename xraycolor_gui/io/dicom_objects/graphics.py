"""Graphic Data of regions, as structured reports and presentation states alike want it (PS3.3 C.18.6.1.2)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from highdicom.sr import GraphicTypeValues
from numpy.typing import NDArray

from xraycolor_gui.core import regions
from xraycolor_gui.core.feedback import FilmId
from xraycolor_gui.core.outlines import keyhole, rings_of
from xraycolor_gui.core.regions import Brush, Ellipse, Point, Region

Points = NDArray[np.float64]


def graphic(region: Region, film: FilmId) -> tuple[GraphicTypeValues, Points]:
    """Graphic Type and Graphic Data, (points, 2) column and row, of a region (PS3.3 C.18.6.1.2)."""
    match region:
        case Point(x, y):
            return GraphicTypeValues.POINT, np.array([[x, y]])
        case Ellipse():
            return GraphicTypeValues.ELLIPSE, ellipse_axes(region)
        case Brush():
            outline = keyhole(rings_of(regions.mask_of(region, (film.rows, film.columns))))
        case _:
            outline = regions.outline(region)
    return GraphicTypeValues.POLYLINE, closed(outline)


def ellipse_axes(ellipse: Ellipse) -> Points:
    """(4, 2) column and row: the ends of the major axis, then of the minor one."""
    x, y, width, height = ellipse.x, ellipse.y, ellipse.width, ellipse.height
    across = [(x, y + height / 2), (x + width, y + height / 2)]
    down = [(x + width / 2, y), (x + width / 2, y + height)]
    return np.array(across + down if width >= height else down + across)


def closed(outline: Sequence[tuple[float, float]]) -> Points:
    """(points + 1, 2) column and row of a line that ends where it began."""
    return np.array([*outline, outline[0]])
