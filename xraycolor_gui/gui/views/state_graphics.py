"""What a presentation state draws over a film: lines and words."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QTransform

from xraycolor_gui.core.presentation_state import (
    Graphic,
    GraphicKind,
    Position,
    PresentationState,
    Text,
    Units,
    annotations_on,
    area_of,
)
from xraycolor_gui.core.radiograph import Source
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.views import marks
from xraycolor_gui.gui.views.view_geometry import Placement

_LINE, _CASING, _POINT = 1.5, 3.5, 3.0
#: Film position to logical pixels of the picture.
ToPicture = Callable[[Position], QPointF]


def paint_state(
    painter: QPainter, state: PresentationState, film: Source, placement: Placement, *, ratio: float, font: QFont
) -> None:
    """All that the state draws on this film. ratio: device pixels per logical pixel."""
    units = {units: _to_picture(units, state, film, placement, ratio) for units in Units}
    for annotation in annotations_on(state, film):
        for graphic in annotation.graphics:
            _paint_graphic(painter, graphic, units[graphic.units])
        for text in annotation.texts:
            _paint_text(painter, text, units, font)


def _to_picture(
    units: Units, state: PresentationState, source: Source, placement: Placement, ratio: float
) -> ToPicture:
    def film(at: Position) -> QPointF:
        x, y = placement.to_view(at[1], at[0])
        return QPointF(x / ratio, y / ratio)

    if units is Units.FILM:
        return film
    area = area_of(state, source)
    rows, columns = placement.shape
    first, last = (area.first, area.last) if area is not None else ((1, 1), (columns, rows))
    shown = QRectF(film((first[0] - 1, first[1] - 1)), film((last[0], last[1]))).normalized()
    return lambda at: QPointF(shown.x() + at[0] * shown.width(), shown.y() + at[1] * shown.height())


def _paint_graphic(painter: QPainter, graphic: Graphic, place: ToPicture) -> None:
    path = _path_of(graphic, [place(point) for point in graphic.points])
    painter.setBrush(QColor(tokens.TEXT_1) if graphic.filled else Qt.BrushStyle.NoBrush)
    for colour, width in ((marks.casing(), _CASING), (QColor(tokens.TEXT_1), _LINE)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPath(path)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _path_of(graphic: Graphic, points: list[QPointF]) -> QPainterPath:
    path = QPainterPath()
    match graphic.kind:
        case GraphicKind.POINT:
            path.addEllipse(points[0], _POINT, _POINT)
        case GraphicKind.CIRCLE:
            middle, edge = points[0], points[1]
            radius = math.hypot(edge.x() - middle.x(), edge.y() - middle.y())
            path.addEllipse(middle, radius, radius)
        case GraphicKind.ELLIPSE:
            path = _ellipse(points)
        case GraphicKind.CURVE if len(points) > 2:
            path = _curve(points)
        case _:
            path.moveTo(points[0])
            for point in points[1:]:
                path.lineTo(point)
    return path


def _curve(points: list[QPointF]) -> QPainterPath:
    """A smooth curve through all points (Catmull and Rom's); the standard leaves its kind to the viewer."""
    path = QPainterPath(points[0])
    closed = points[0] == points[-1]
    before, after = (points[-2], points[1]) if closed else (points[0], points[-1])
    way = [before, *points, after]
    for one, two, three, four in zip(way, way[1:], way[2:], way[3:], strict=False):
        path.cubicTo(two + (three - one) / 6, three - (four - two) / 6, three)
    return path


def _ellipse(points: list[QPointF]) -> QPainterPath:
    """By the ends of its axes; turned as they are."""
    left, right, top, bottom = points[:4]
    middle = (left + right) / 2
    along, across = (right - left) / 2, (bottom - top) / 2
    turn = QTransform(along.x(), along.y(), across.x(), across.y(), middle.x(), middle.y())
    round_path = QPainterPath()
    round_path.addEllipse(QPointF(0, 0), 1, 1)
    return turn.map(round_path)


def _paint_text(painter: QPainter, text: Text, units: dict[Units, ToPicture], font: QFont) -> None:
    """In its box, or beside its anchor; a line joins them where the state wants the anchor seen."""
    anchor = units[text.anchor_units](text.anchor) if text.anchor is not None else None
    lines = text.words.split("\n")
    if text.box is not None:
        place = units[text.box_units]
        box = QRectF(place((text.box[0], text.box[1])), place((text.box[2], text.box[3]))).normalized()
        # Words that are taller than their box grow upwards: below it lies what they speak of, more often than not.
        corner = QPointF(box.x(), min(box.y(), box.bottom() - marks.block_height(lines)))
    else:
        assert anchor is not None
        corner = anchor + QPointF(6, -marks.block_height(lines) / 2)
    if anchor is not None and text.anchor_visible:
        for colour, width in ((marks.casing(), _CASING), (QColor(tokens.TEXT_1), _LINE)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(anchor, corner + QPointF(0, marks.block_height(lines)))
    marks.halo_lines(painter, corner, lines, font)
