"""Labels beside drawings: off their own line, and off each other where there is room. All sizes in logical pixels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter

from xraycolor_gui.gui.views import marks
from xraycolor_gui.gui.views.drawn.film_view import FilmView
from xraycolor_gui.gui.views.drawn.layer import Drawing, extent
from xraycolor_gui.gui.views.drawn.shapes import Corners

#: Where more drawings than these are in sight, labels would cover everything: only those asked for are there.
MOST = 40
#: Between a shape and its label, between labels, and from the picture's edge.
_OFF, _APART, _EDGE = 10.0, 4.0, 4.0


def paint_labels(
    painter: QPainter, first: Sequence[Drawing], others: Sequence[Drawing], view: FilmView, room: QRectF
) -> None:
    """The labels of `first`, which choose their places first and lie above, and of the others if they are few.

    In the painter's font.
    """
    font = painter.font()
    if len(others) > MOST:
        others = [drawing for drawing in others if _in_sight(drawing, view, room)]
    every = [*first, *others] if len(others) <= MOST else first
    for drawing, box in reversed(list(placed(every, view, room, font))):
        marks.label(painter, box.x(), box.y(), drawing.words, font)


def placed(drawings: Iterable[Drawing], view: FilmView, room: QRectF, font: QFont) -> Iterator[tuple[Drawing, QRectF]]:
    """Where the labels go."""
    taken: list[QRectF] = []
    for drawing in drawings:
        if drawing.words and _in_sight(drawing, view, room):
            box = label_box(drawing, view, room, font, taken)
            taken.append(box.adjusted(-_APART, -_APART, _APART, _APART))
            yield drawing, box


def label_box(drawing: Drawing, view: FilmView, room: QRectF, font: QFont, taken: Sequence[QRectF] = ()) -> QRectF:
    """Beyond the end that reaches farthest right, left, down or up: the first place that is free."""
    lines = [view.many(line) for line in extent(drawing).lines]
    inside = room.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    boxes = list(_beside(np.vstack(lines), marks.label_width(drawing.words, font)))
    for box in boxes:
        if inside.contains(box) and not _hits(box, taken):
            return box
    # Pushed along the edge a label may still lie beyond its drawing, unless all of that is out of sight.
    pushed = [_pushed(box, inside) for box in boxes]
    off_line = [box for box in pushed if not any(_crosses(line, box) for line in lines)]
    free = (box for box in off_line if not _hits(box, taken))
    return next(free, (*off_line, pushed[0])[0])


def _hits(box: QRectF, taken: Sequence[QRectF]) -> bool:
    return any(box.intersects(other) for other in taken)


def _beside(corners: Corners, width: float) -> Iterator[QRectF]:
    """Places in the order of preference, near ones first."""
    height = marks.LABEL_HEIGHT
    right, left = corners[corners[:, 0].argmax()], corners[corners[:, 0].argmin()]
    low, high = _middle_of(corners, corners[:, 1].max()), _middle_of(corners, corners[:, 1].min())
    for far in range(4):
        for sign in (-1, 1) if far else (0,):
            across, down = sign * far * width / 4, sign * far * (height + _APART)
            yield QRectF(right[0] + _OFF, right[1] - height / 2 + down, width, height)
            yield QRectF(left[0] - _OFF - width, left[1] - height / 2 + down, width, height)
            yield QRectF(low.x() - width / 2 + across, low.y() + _OFF, width, height)
            yield QRectF(high.x() - width / 2 + across, high.y() - _OFF - height, width, height)


def _in_sight(drawing: Drawing, view: FilmView, room: QRectF) -> bool:
    _, left, top, right, bottom = extent(drawing)
    box = QRectF(view.to_picture(left, top), view.to_picture(right, bottom)).normalized()
    return box.adjusted(-1, -1, 1, 1).intersects(room)


def _middle_of(corners: Corners, height: float) -> QPointF:
    """The middle of all that lies about so low or high: of a whole line, where it runs across."""
    there = corners[np.abs(corners[:, 1] - height) < _OFF]
    return QPointF(float(there[:, 0].min() + there[:, 0].max()) / 2, float(height))


def _pushed(box: QRectF, inside: QRectF) -> QRectF:
    left = max(min(box.left(), inside.right() - box.width()), inside.left())
    top = max(min(box.top(), inside.bottom() - box.height()), inside.top())
    return QRectF(left, top, box.width(), box.height())


def _crosses(line: Corners, box: QRectF) -> bool:
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
