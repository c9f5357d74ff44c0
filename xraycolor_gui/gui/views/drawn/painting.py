"""Lines with a dark casing, and handles. All sizes in logical pixels."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.views import marks
from xraycolor_gui.gui.views.drawn.film_view import FilmView
from xraycolor_gui.gui.views.drawn.layer import Drawing, extent

LINE, CASING, CASING_CHOSEN = 2.0, 4.0, 5.0
HANDLE = 8.0
#: What is smaller than this on the screen, such as a marked point, gets a ring of that radius.
SMALL, RING = 8.0, 7.0
DASH = (5.0 / LINE, 4.0 / LINE)


def paint_drawings(painter: QPainter, drawings: Sequence[Drawing], chosen: str, view: FilmView, dirty: QRectF) -> None:
    """Lines of all drawings that `dirty` touches; the chosen one last, with its handles."""
    seen = [drawing for drawing in drawings if _reaches(drawing, view, dirty)]
    casing, line = _casing_pen(), _line_pen()
    for drawing in seen:
        if drawing.id != chosen:
            _paint_lines(painter, drawing, view, casing, _dashed(line) if drawing.dashed else line)
    for drawing in seen:
        if drawing.id == chosen:
            casing.setWidthF(CASING_CHOSEN)
            _paint_lines(painter, drawing, view, casing, _dashed(line) if drawing.dashed else line)
            _paint_handles(painter, drawing, view)


def _polygon(points: np.ndarray) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points.tolist()])


def _reaches(drawing: Drawing, view: FilmView, dirty: QRectF) -> bool:
    _, left, top, right, bottom = extent(drawing)
    box = QRectF(view.to_picture(left, top), view.to_picture(right, bottom)).normalized()
    room = HANDLE + CASING_CHOSEN
    return box.adjusted(-room, -room, room, room).intersects(dirty)


def _paint_lines(painter: QPainter, drawing: Drawing, view: FilmView, casing: QPen, line: QPen) -> None:
    lines, left, top, right, bottom = extent(drawing)
    polygons = [_polygon(view.many(corners)) for corners in lines]
    box = QRectF(view.to_picture(left, top), view.to_picture(right, bottom)).normalized()
    for pen in (casing, line):
        painter.setPen(pen)
        for polygon in polygons:
            painter.drawPolyline(polygon)
        if max(box.width(), box.height()) < SMALL:
            painter.drawEllipse(box.center(), RING, RING)


def _casing_pen() -> QPen:
    pen = QPen(marks.casing(), CASING)
    # Round ends cost twice the time where there are hundreds.
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    return pen


def _line_pen() -> QPen:
    pen = QPen(QColor(tokens.ACCENT), LINE)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    return pen


def _dashed(line: QPen) -> QPen:
    pen = QPen(line)
    pen.setDashPattern(DASH)
    return pen


def _paint_handles(painter: QPainter, drawing: Drawing, view: FilmView) -> None:
    painter.setPen(QPen(QColor(0, 0, 0), 1))
    painter.setBrush(QColor(tokens.ACCENT))
    for point in drawing.shape.handles:
        at = view.to_picture(*point)
        painter.drawRect(
            QRectF(round(at.x() - HANDLE / 2) + 0.5, round(at.y() - HANDLE / 2) + 0.5, HANDLE - 1, HANDLE - 1)
        )
    painter.setBrush(Qt.BrushStyle.NoBrush)
