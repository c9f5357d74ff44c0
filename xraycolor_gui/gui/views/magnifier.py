"""A magnifying glass on a picture, held at the cursor: the film as the picture shows it, several times as large."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QCursor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.spoken import numbers
from xraycolor_gui.gui.views import marks
from xraycolor_gui.gui.views.drawn.film_view import FilmView
from xraycolor_gui.gui.views.drawn.painting import paint_drawings
from xraycolor_gui.gui.views.marks import Weight, Word
from xraycolor_gui.gui.views.sampling import Patch, visible_patch
from xraycolor_gui.gui.views.view_geometry import Canvas, Placement

if TYPE_CHECKING:
    from xraycolor_gui.gui.views.linked_view import LinkedView
    from xraycolor_gui.gui.views.picture import Picture

#: Logical pixels round the glass that its label may take.
_ROUND = 44.0


class Magnifier(QObject):
    """The glass of one picture. All pictures of a film have theirs over the same place of it."""

    def __init__(self, linked: LinkedView, picture: Picture) -> None:
        super().__init__(picture)
        self._linked = linked
        self._covered = QRect()
        linked.comparing.glassChanged.connect(self._repaint)
        linked.session.cursorChanged.connect(self._repaint)

    @property
    def at(self) -> QPointF | None:
        """The middle of the glass, in logical pixels of the picture; None while there is none."""
        if self._linked.comparing.glass <= 1:
            return None
        picture, cursor = self._picture, self._linked.session.cursor
        view = picture.drawn.view
        if view is None:
            return None
        if cursor is not None:
            return view.to_picture(cursor[1], cursor[0])
        # While a button is down there is no cursor.
        return picture.mapFromGlobal(QPointF(QCursor.pos())) if picture.underMouse() else None

    def paint(self, painter: QPainter, paint_film: Callable[[QPainter, Patch], None]) -> None:
        """The glass, with what is drawn on the film. paint_film: paints a patch as the picture shows its own."""
        at = self.at
        view, radius = self._picture.drawn.view, self._linked.comparing.radius
        if at is None or view is None or not self._linked.viewport.has_film:
            return
        self._covered = self._box(at)
        times = self._linked.comparing.glass
        placement = magnified(view.placement, times, at * view.ratio)
        glass = QPainterPath()
        glass.addEllipse(at, radius, radius)
        painter.save()
        painter.setClipPath(glass, Qt.ClipOperation.IntersectClip)
        painter.fillPath(glass, QColor(tokens.SURROUND))
        patch = patch_within(placement, at * view.ratio, radius * view.ratio)
        if patch is not None:
            paint_film(painter, patch)
        self._paint_drawings(painter, FilmView(placement, view.ratio), self._covered)
        marks.cross_hair(painter, at.x(), at.y())
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(marks.casing(), 4), QPen(QColor(tokens.ACCENT), 2)):
            painter.setPen(pen)
            painter.drawEllipse(at, radius, radius)
        self._paint_times(painter, at, radius, times)

    def _paint_drawings(self, painter: QPainter, view: FilmView, box: QRect) -> None:
        drawn = self._linked.drawn
        for layer in drawn.layers:
            paint_drawings(painter, layer.drawings, layer.chosen, view, QRectF(box))
        making = drawn.tool.making if drawn.tool is not None else None
        if making is not None:
            paint_drawings(painter, [making], making.id, view, QRectF(box))

    def _paint_times(self, painter: QPainter, at: QPointF, radius: float, times: float) -> None:
        font = marks.sized(self._picture.font(), tokens.BODY_PX)
        words = (Word(f"{numbers(f'{times:g}')} ×", Weight.STRONG),)
        below = at.y() + radius + 8
        top = below if below + marks.LABEL_HEIGHT < self._picture.height() else at.y() - radius - 36
        marks.label(painter, at.x() - marks.label_width(words, font) / 2, top, words, font)

    @property
    def _picture(self) -> Picture:
        picture = self.parent()
        assert isinstance(picture, QWidget)
        return cast("Picture", picture)

    def _box(self, at: QPointF) -> QRect:
        reach = self._linked.comparing.radius + _ROUND
        return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach).toAlignedRect()

    @Slot()
    def _repaint(self) -> None:
        """What the glass covered, and what it covers now."""
        at = self.at
        if not self._covered.isEmpty():
            self._picture.update(self._covered)
            self._covered = QRect()
        if at is not None:
            self._picture.update(self._box(at))


def magnified(placement: Placement, times: float, at: QPointF) -> Placement:
    """The film so many times as large, with what lies under `at` (device pixels) staying there."""
    return placement._replace(
        x=round(at.x() - (at.x() - placement.x) * times),
        y=round(at.y() - (at.y() - placement.y) * times),
        per_column=placement.per_column * times,
        per_row=placement.per_row * times,
    )


def patch_within(placement: Placement, at: QPointF, radius: float) -> Patch | None:
    """What is seen of the film in the square round a circle; all in device pixels of the picture."""
    left, top, side = round(at.x() - radius), round(at.y() - radius), round(2 * radius)
    moved = placement._replace(x=placement.x - left, y=placement.y - top)
    patch = visible_patch(moved, Canvas(side, side))
    return patch._replace(x=patch.x + left, y=patch.y + top) if patch is not None else None
