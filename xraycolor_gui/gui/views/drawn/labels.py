"""Labels beside drawings: off their own line, and off each other where there is room. All sizes in logical pixels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter

from xraycolor_gui.gui.kept import Kept
from xraycolor_gui.gui.views import marks
from xraycolor_gui.gui.views.drawn.film_view import FilmView
from xraycolor_gui.gui.views.drawn.layer import Drawing, extent
from xraycolor_gui.gui.views.drawn.shapes import Corners

#: Where more drawings than these are in sight, labels would cover everything: only those asked for are there.
MOST = 30
#: Up to so many drawings, labels also avoid the lines of others.
FEW = 12
#: Between a shape and its label, between labels, and from the picture's edge.
_OFF, _APART, _EDGE = 10.0, 4.0, 4.0
#: Panes of different size that are painted by turns.
_PICTURES = 3
#: So many of the places of `_beside` are near enough to tell whose label it is.
_NEAR = 12


class Taken(NamedTuple):
    """What a label should leave free: other labels, and lines (n pieces: starts and ways, (n, 2) each)."""

    boxes: Sequence[QRectF] = ()
    starts: Corners = np.empty((0, 2))
    ways: Corners = np.empty((0, 2))


_NOTHING = Taken()


class Labels:
    """Where labels are, on all pictures of a film; worked out anew when drawings, place or room are others."""

    def __init__(self) -> None:
        self._known: Kept[tuple[object, ...], list[tuple[Drawing, QRectF]]] = Kept(_PICTURES)

    def paint(
        self,
        painter: QPainter,
        which: tuple[Sequence[Drawing], Sequence[Drawing]],
        place: FilmView,
        *,
        room: QRectF,
        dirty: QRectF,
    ) -> None:
        """The labels that `dirty` touches, in the painter's font.

        which: those that choose their places first and lie above, and the others, which have labels if they are few.
        """
        first, others = which
        known = (*first, None, *others, place, room.width(), room.height())
        labels = self._known.get(known)
        if labels is None:
            if len(others) > MOST:
                others = [drawing for drawing in others if _in_sight(drawing, place, room)]
            every = [*first, *others] if len(others) <= MOST else first
            labels = list(placed(every, place, room, painter.font()))
            self._known.keep(known, labels)
        for drawing, box in reversed(labels):
            if box.intersects(dirty):
                marks.label(painter, box.x(), box.y(), drawing.words, painter.font())


def placed(drawings: Sequence[Drawing], view: FilmView, room: QRectF, font: QFont) -> Iterator[tuple[Drawing, QRectF]]:
    """Where the labels go."""
    seen = [drawing for drawing in drawings if _in_sight(drawing, view, room)]
    lines = [view.many(line) for drawing in seen if len(seen) <= FEW for line in extent(drawing).lines]
    starts = np.vstack([line[:-1] for line in lines]) if lines else np.empty((0, 2))
    ways = np.vstack([line[1:] - line[:-1] for line in lines]) if lines else np.empty((0, 2))
    boxes: list[QRectF] = []
    for drawing in seen:
        if drawing.words:
            box = label_box(drawing, view, room, font, Taken(boxes, starts, ways))
            boxes.append(box.adjusted(-_APART, -_APART, _APART, _APART))
            yield drawing, box


def label_box(drawing: Drawing, view: FilmView, room: QRectF, font: QFont, taken: Taken = _NOTHING) -> QRectF:
    """Beyond the end that reaches farthest right, left, down or up: the first place that is free.

    If none is quite free a label may lie on the lines of others, if need be on other labels, last on its own line.
    """
    lines = [view.many(line) for line in extent(drawing).lines]
    starts, ways = np.vstack([line[:-1] for line in lines]), np.vstack([line[1:] - line[:-1] for line in lines])
    inside = room.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    boxes = list(_beside(np.vstack(lines), marks.label_width(drawing.words, font)))
    # Pushed along the edge a label may still lie beyond its drawing, unless all of that is out of sight.
    pushed = [_pushed(box, inside) for box in boxes]
    near = (box for box in boxes[:_NEAR] if _is_free(box, inside, taken))
    return next(
        chain(
            (box for box in near if not _crosses(taken.starts, taken.ways, box)),
            (box for box in boxes if _is_free(box, inside, taken)),
            (box for box in pushed if _is_free(box, inside, taken) and not _crosses(starts, ways, box)),
            (box for box in pushed if not _crosses(starts, ways, box)),
            pushed[:1],
        )
    )


def _is_free(box: QRectF, inside: QRectF, taken: Taken) -> bool:
    return inside.contains(box) and not any(box.intersects(other) for other in taken.boxes)


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


def _crosses(start: Corners, way: Corners, box: QRectF) -> bool:
    """Whether any of these pieces of lines comes into the box (Liang and Barsky, 1984)."""
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
