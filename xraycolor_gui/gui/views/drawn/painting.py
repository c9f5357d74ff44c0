"""Lines with a dark casing, handles, and labels beside them. All sizes in logical pixels."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.views import marks
from xraycolor_gui.gui.views.drawn.film_view import FilmView
from xraycolor_gui.gui.views.drawn.layer import Drawing, extent
from xraycolor_gui.gui.views.drawn.shapes import Corners

LINE, CASING, CASING_CHOSEN = 2.0, 4.0, 5.0
HANDLE = 8.0
DASH = (5.0 / LINE, 4.0 / LINE)
#: Where more drawings than these are in sight, only the chosen one has its label.
LABELS = 60
#: Between a shape and its label.
_OFF = 10.0
_EDGE = 4.0


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


def paint_label(painter: QPainter, drawing: Drawing, view: FilmView, room: QRectF, font: QFont) -> None:
    """The label, where it covers nothing of its own drawing."""
    if drawing.words:
        box = label_box(drawing, view, room, font)
        marks.label(painter, box.x(), box.y(), drawing.words, font)


def label_box(drawing: Drawing, view: FilmView, room: QRectF, font: QFont) -> QRectF:
    """Beyond the end that reaches farthest right, left, down or up: the first where the label has room."""
    width, height = marks.label_width(drawing.words, font), marks.LABEL_HEIGHT
    corners = np.vstack([view.many(line) for line in extent(drawing).lines])
    right, left = corners[corners[:, 0].argmax()], corners[corners[:, 0].argmin()]
    lowest, highest = _middle_of(corners, corners[:, 1].max()), _middle_of(corners, corners[:, 1].min())
    inside = room.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    boxes = (
        QRectF(right[0] + _OFF, right[1] - height / 2, width, height),
        QRectF(left[0] - _OFF - width, left[1] - height / 2, width, height),
        QRectF(lowest[0] - width / 2, lowest[1] + _OFF, width, height),
        QRectF(highest[0] - width / 2, highest[1] - _OFF - height, width, height),
    )
    for box in boxes:
        if inside.contains(box):
            return box
    for box in boxes:
        # Pushed along the edge it still lies beyond the drawing, unless all of it is out of sight.
        pushed = _pushed(box, inside)
        if not any(_crosses(view.many(line), pushed) for line in extent(drawing).lines):
            return pushed
    return _pushed(boxes[0], inside)


def _middle_of(corners: Corners, height: float) -> tuple[float, float]:
    """The middle of all that lies about so low or high: of a whole line, where it runs across."""
    there = corners[np.abs(corners[:, 1] - height) < _OFF]
    return float(there[:, 0].min() + there[:, 0].max()) / 2, height


def _pushed(box: QRectF, inside: QRectF) -> QRectF:
    left = max(min(box.left(), inside.right() - box.width()), inside.left())
    top = max(min(box.top(), inside.bottom() - box.height()), inside.top())
    return QRectF(left, top, box.width(), box.height())


def _crosses(line: np.ndarray, box: QRectF) -> bool:
    """Whether any piece of the line comes into the box (Liang and Barsky, 1984)."""
    start, way = line[:-1], line[1:] - line[:-1]
    low, high = np.zeros(len(way)), np.ones(len(way))
    outside = np.zeros(len(way), np.bool_)
    for axis, (least, most) in enumerate(((box.left(), box.right()), (box.top(), box.bottom()))):
        flat = way[:, axis] == 0
        outside |= flat & ((start[:, axis] < least) | (start[:, axis] > most))
        step = np.where(flat, 1.0, way[:, axis])
        bounds = np.sort(np.stack([(least - start[:, axis]) / step, (most - start[:, axis]) / step]), axis=0)
        low = np.where(flat, low, np.maximum(low, bounds[0]))
        high = np.where(flat, high, np.minimum(high, bounds[1]))
    return bool((~outside & (low <= high)).any())


def _polygon(points: np.ndarray) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points.tolist()])


def _reaches(drawing: Drawing, view: FilmView, dirty: QRectF) -> bool:
    _, left, top, right, bottom = extent(drawing)
    box = QRectF(view.to_picture(left, top), view.to_picture(right, bottom)).normalized()
    room = HANDLE + CASING_CHOSEN
    return box.adjusted(-room, -room, room, room).intersects(dirty)


def _paint_lines(painter: QPainter, drawing: Drawing, view: FilmView, casing: QPen, line: QPen) -> None:
    polygons = [_polygon(view.many(corners)) for corners in extent(drawing).lines]
    for pen in (casing, line):
        painter.setPen(pen)
        for polygon in polygons:
            painter.drawPolyline(polygon)


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
