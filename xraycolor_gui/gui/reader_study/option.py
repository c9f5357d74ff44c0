"""One of several answers: a circle, words that may take several lines, and the key that chooses it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.theme import chrome
from xraycolor_gui.gui.views import marks

_HEIGHT = 40
_EDGE = 14
_CIRCLE = 16
_GAP = 12
_KEY = 20
_PADDING = 10
_ROUND = 4.0


class Option(QAbstractButton):
    """Chosen until another one is, or until it is pressed again where no answer is needed."""

    def __init__(self, text: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(text)
        self.setFont(marks.sized(self.font(), tokens.CHOICE_PX))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._words(QRect(0, 0, width, _HEIGHT))
        needed = self.fontMetrics().boundingRect(0, 0, words.width(), 10_000, _flags(), self.text())
        return max(_HEIGHT, needed.height() + 2 * _PADDING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        ink = QColor(chrome().text_1 if self.isEnabled() else chrome().text_off)
        self._paint_circle(painter, ink)
        painter.setPen(ink)
        painter.setFont(self.font())
        painter.drawText(self._words(self.rect()), _flags() | Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.key:
            self._paint_key(painter, ink)

    def _paint_ground(self, painter: QPainter) -> None:
        theme, marked = chrome(), self.isChecked() or self.hasFocus()
        ground = theme.selected if self.isChecked() else theme.hover if self.underMouse() else theme.raised
        width = 2.0 if self.hasFocus() else 1.0
        painter.setPen(QPen(QColor(theme.accent if marked else theme.line_strong), width))
        painter.setBrush(QColor(ground))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _ROUND, _ROUND)

    def _paint_circle(self, painter: QPainter, ink: QColor) -> None:
        centre = QPointF(_EDGE + _CIRCLE / 2, self.height() / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1.5))
        painter.drawEllipse(centre, _CIRCLE / 2 - 1, _CIRCLE / 2 - 1)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(centre, _CIRCLE / 4, _CIRCLE / 4)

    def _paint_key(self, painter: QPainter, ink: QColor) -> None:
        box = QRectF(self.width() - _EDGE - _KEY, (self.height() - _KEY) / 2, _KEY, _KEY)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(chrome().line_strong), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(ink)
        painter.setFont(marks.sized(self.font(), tokens.CAPTION_PX))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.key)

    def _words(self, room: QRect) -> QRect:
        right = _EDGE + (_KEY + _GAP if self.key else 0)
        return room.adjusted(_EDGE + _CIRCLE + _GAP, 0, -right, 0)


def _flags() -> int:
    return Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
