"""Rings round places of the film, white on a dark casing. All sizes in logical pixels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.views import marks
from xraycolor_gui.gui.views.drawn.film_view import FilmView

if TYPE_CHECKING:
    from xraycolor_gui.core.places import Ring

_LINE, _CASING = 1.5, 3.5


def paint_places(painter: QPainter, rings: Sequence[Ring], view: FilmView) -> None:
    """Draw the rings where the film lies."""
    rows, columns = view.placement.shape
    size = np.array([columns, rows], np.float64)
    polygons = [QPolygonF([QPointF(x, y) for x, y in view.many(ring * size).tolist()]) for ring in rings]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(marks.casing(), _CASING), QPen(QColor(tokens.TEXT_1), _LINE)):
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for polygon in polygons:
            painter.drawPolygon(polygon)
