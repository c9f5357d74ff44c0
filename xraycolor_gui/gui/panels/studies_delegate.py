"""Paints the rows of the studies dock, wide or as a strip."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.film_words import told_of
from xraycolor_gui.gui.films import Film, FilmState
from xraycolor_gui.gui.icons import icon
from xraycolor_gui.gui.panels.studies_model import Role, StudiesModel, film_day, film_title
from xraycolor_gui.gui.theme import chrome
from xraycolor_gui.gui.thumbnails import Thumbnails

Index = QModelIndex | QPersistentModelIndex

EDGE = 3
STRIP_ROW = 88
#: Names often differ at their ends.
ELIDED = Qt.TextElideMode.ElideMiddle
#: Headings in a group stand in by so much for each level.
INDENT = 12
STATE_ICONS = {
    FilmState.COLOURING: "working",
    FilmState.COLOURED: "saved",
    FilmState.STAYS_GREY: "caution",
    FilmState.UNREADABLE: "error",
}
#: Of a row, by whether it is in the strip, and whether it is a film's.
_SIZES = {
    (False, False): QSize(0, tokens.ROW),
    (False, True): QSize(0, tokens.THUMB_ROW),
    (True, False): QSize(0, 1),
    (True, True): QSize(0, STRIP_ROW),
}


class StudiesDelegate(QStyledItemDelegate):
    """Headings: caret, name, count. Film rows: picture, view, day, and the state with icon and word."""

    def __init__(self, thumbnails: Thumbnails, view: QTreeView) -> None:
        super().__init__(view)
        self._thumbnails = thumbnails
        self._view = view
        self.strip = False

    def sizeHint(self, _: QStyleOptionViewItem, index: Index) -> QSize:
        return _SIZES[self.strip, StudiesModel.is_film(index)]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # From the view's left edge: the indent belongs to the row.
        area: QRect = option.rect
        area = QRect(0, area.top(), self._view.viewport().width(), area.height())
        film = index.data(Role.FILM)
        if film is None:
            self._paint_group(painter, area, index)
        else:
            self._paint_row(painter, area, option)
            if self.strip:
                self._paint_strip(painter, area, film)
            else:
                self._paint_film(painter, area, film)
        painter.restore()

    def _paint_row(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(chrome().selected))
            painter.fillRect(QRect(area.left(), area.top(), EDGE, area.height()), QColor(chrome().accent))
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(QColor(chrome().accent), 2))
                painter.drawRect(area.adjusted(1, 1, -1, -1))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(chrome().hover))

    def _paint_group(self, painter: QPainter, area: QRect, index: Index) -> None:
        if self.strip:
            painter.fillRect(area, QColor(chrome().line))
            return
        if self._view.currentIndex() == index and self._view.hasFocus():
            painter.setPen(QPen(QColor(chrome().accent), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        depth = int(index.data(Role.DEPTH))
        left = 8 + depth * INDENT
        caret = icon("unfolded" if self._view.isExpanded(index) else "folded", "text_2")
        _draw_icon(painter, caret, QRect(left, area.center().y() - 5, 12, 12))
        count = str(index.data(Role.COUNT))
        painter.setFont(_font(tokens.CAPTION_PX))
        width = painter.fontMetrics().horizontalAdvance(count)
        right = area.right() - 8
        painter.setPen(QColor(chrome().text_3))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(QRect(right - width, area.top(), width, area.height()), flags, count)
        painter.setFont(_font(tokens.BODY_PX))
        painter.setPen(QColor(chrome().text_2 if depth else chrome().text_1))
        left += 20
        place = QRect(left, area.top(), right - width - 8 - left, area.height())
        # A day stands first: it is the end that may go.
        _draw_words(painter, place, str(index.data()), Qt.TextElideMode.ElideRight if depth else ELIDED)

    def _paint_film(self, painter: QPainter, area: QRect, film: Film) -> None:
        picture = QRect(32, area.top() + (area.height() - tokens.THUMB) // 2, tokens.THUMB, tokens.THUMB)
        self._paint_picture(painter, picture, film)
        left = picture.right() + 13
        width = area.right() - 8 - left
        day = film_day(film) if film.state is not FilmState.UNREADABLE else self.tr("no picture")
        top = area.center().y() - (26 if day else 18)
        painter.setFont(_font(tokens.BODY_PX))
        painter.setPen(QColor(chrome().text_1))
        _draw_words(painter, QRect(left, top, width, 20), film_title(film))
        painter.setFont(_font(tokens.CAPTION_PX))
        painter.setPen(QColor(chrome().text_2))
        if day:
            _draw_words(painter, QRect(left, top + 20, width, 16), day)
            top += 16
        words = told_of(film)
        told_by_icon = STATE_ICONS.get(film.state)
        painter.setPen(QColor(chrome().text_2 if told_by_icon else chrome().text_3))
        if told_by_icon:
            _draw_icon(painter, icon(told_by_icon, "text_2"), QRect(left, top + 22, 12, 12))
            left += 16
        _draw_words(painter, QRect(left, top + 20, area.right() - 8 - left, 16), words)

    def _paint_strip(self, painter: QPainter, area: QRect, film: Film) -> None:
        picture = QRect(area.center().x() - tokens.THUMB // 2, area.top() + 8, tokens.THUMB, tokens.THUMB)
        self._paint_picture(painter, picture, film)
        painter.setFont(_font(tokens.CAPTION_PX))
        painter.setPen(QColor(chrome().text_2))
        below = QRect(area.left() + 4, picture.bottom() + 3, area.width() - 8, 16)
        text = painter.fontMetrics().elidedText(film_title(film), Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_picture(self, painter: QPainter, place: QRect, film: Film) -> None:
        painter.fillRect(place, QColor("#000000"))
        if film.state is FilmState.UNREADABLE or self._thumbnails.has_none(film.path):
            _draw_icon(painter, icon("no_picture"), QRect(place.center() - QPoint(9, 9), QSize(20, 20)))
        else:
            picture: QImage | None = self._thumbnails.get(film.path)
            if picture is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(place, picture)
        painter.setPen(QColor(chrome().line))
        painter.drawRect(place.adjusted(0, 0, -1, -1))


def _font(pixels: int) -> QFont:
    from PySide6.QtWidgets import QApplication

    font = QApplication.font()
    font.setPixelSize(pixels)
    return font


def _draw_icon(painter: QPainter, drawn: QIcon, place: QRect) -> None:
    drawn.paint(painter, place)


def _draw_words(painter: QPainter, place: QRect, words: str, elided: Qt.TextElideMode = ELIDED) -> None:
    """One line, shortened where it has no room."""
    text = painter.fontMetrics().elidedText(words, elided, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
