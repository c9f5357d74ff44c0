"""What stands in a picture's corners and at its edges. All sizes in logical pixels."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from xraycolor_gui.core.orientation import edge_letters
from xraycolor_gui.core.presentation import describe
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.opinion import corner_lines
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.spoken import spoken
from xraycolor_gui.gui.views import film_texts, marks

MARGIN = 12
_BAND = MARGIN + 3 * int(marks.LINE_HEIGHT) + 8
_LETTER = 20.0


class Corners:
    """The four corner texts of one picture.

    room: the picture. film: where the film lies in it, which sets the length of the scale bar.
    """

    def __init__(self, session: Session, room: QRect, film: QRectF, font: QFont) -> None:
        self._session = session
        self._room = room
        self._film = film
        self._font = font
        # Figures of equal width would set the hyphens of names apart.
        self._names = QFont(font)
        self._names.unsetFeature(marks.FIGURES)
        self._metrics = QFontMetricsF(font)

    def paint(self, painter: QPainter, dirty: QRect, colour: bool) -> None:
        """Paint what `dirty` touches. colour: the picture is a model's opinion, or should be, and says so."""
        if self._session.radiograph is None:
            return
        if dirty.top() < _BAND:
            self._paint_top(painter, self._session.radiograph)
        if dirty.bottom() > self._room.height() - _BAND:
            lines = corner_lines(self._session) if colour else window_lines(self._session)
            self._paint_bottom(painter, self._session.radiograph, lines)

    def _paint_top(self, painter: QPainter, radiograph: Radiograph) -> None:
        count = max(self._session.listing.count, 1)
        when = film_texts.film_lines(radiograph.labels, self._session.number, count)
        film = self._session.current
        if film is not None and film.key:
            when = [*when, QCoreApplication.translate("FilmTexts", "Key image")]
        right = self._room.width() - MARGIN
        marks.halo_lines(painter, QPointF(right, MARGIN - 2), when, self._names, right=True)
        who = self._elided(film_texts.patient_lines(radiograph), self._widest(when))
        marks.halo_lines(painter, QPointF(MARGIN, MARGIN - 2), who, self._names)

    def _paint_bottom(self, painter: QPainter, radiograph: Radiograph, lines: list[str]) -> None:
        end = QPointF(self._room.width() - MARGIN, self._room.height() - MARGIN)
        sideways = self._session.turn.sideways
        per_pixel = self._film.width() / radiograph.shape[0 if sideways else 1]
        bar = film_texts.scale_bar(self._session.measured.spacing(radiograph), per_pixel, sideways)
        taken = 0.0
        if bar is not None:
            length = bar.pixels * per_pixel
            marks.scale_bar(painter, end, length, bar.text, self._names)
            taken = max(length, self._widest([bar.text]))
        else:
            unknown = QCoreApplication.translate("FilmTexts", "spacing unknown")
            marks.halo_text(painter, end - QPointF(0, 4), unknown, self._names, right=True)
            taken = self._widest([unknown])
        top = end.y() - marks.block_height(lines)
        marks.halo_lines(painter, QPointF(MARGIN, top), self._elided(lines, taken), self._names)

    def _widest(self, lines: list[str]) -> float:
        return max((self._metrics.horizontalAdvance(line) for line in lines), default=0.0)

    def _elided(self, lines: list[str], taken: float) -> list[str]:
        """The lines cut to what the other corner leaves free."""
        room = self._room.width() - 3 * MARGIN - taken
        return [self._metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]


def paint_edge_letters(painter: QPainter, room: QRect, film: QRectF, session: Session) -> None:
    """Patient directions at the middle of the film's edges, only where the file tells them."""
    if session.radiograph is None or session.radiograph.orientation is None:
        return
    letters = edge_letters(session.radiograph.orientation, session.turn)
    font = marks.sized(painter.font(), tokens.CHOICE_PX, semibold=True)
    seen = film.intersected(QRectF(room))
    metrics = QFontMetricsF(font)
    middle, across = seen.center().y() + 5, seen.center().x()

    def centred(text: str) -> float:
        return across - metrics.horizontalAdvance(text) / 2

    above = seen.top() - 10 if seen.top() >= _LETTER else seen.top() + _LETTER - 2
    below = seen.bottom() + _LETTER - 2 if seen.bottom() + _LETTER <= room.height() else seen.bottom() - 8
    marks.halo_text(painter, QPointF(seen.left() + 4, middle), letters.left, font)
    marks.halo_text(painter, QPointF(seen.right() - 4, middle), letters.right, font, right=True)
    marks.halo_text(painter, QPointF(centred(letters.top), above), letters.top, font)
    marks.halo_text(painter, QPointF(centred(letters.bottom), below), letters.bottom, font)


def window_lines(session: Session) -> list[str]:
    """The window or VOI LUT, and whether the reader turned the grey round."""
    radiograph, voi = session.radiograph, session.voi
    if radiograph is None or voi is None:
        return []
    lines = [spoken(line) for line in describe(voi, radiograph).split(", ")[::-1]]
    if voi.explanation and len(lines) == 1:
        lines.append(spoken(voi.explanation))
    if session.inverted:
        lines[0] = QCoreApplication.translate("FilmTexts", "{window}, inverted").format(window=lines[0])
    return lines
