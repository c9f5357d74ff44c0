"""A scale without a preset: there is no thumb until the reader touches it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.controls import Slider
from xraycolor_gui.gui.theme import chrome
from xraycolor_gui.gui.views import marks

_THUMB = 18.0
_TICKS = 5
_TICK_TOP = 8.0
_TRACK_AT = 16.0
_LINE = 18
#: Keys that set a value where there is none yet: they begin in the middle.
_MOVES = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End),
)


class RatingSlider(Slider):
    """Words stand under it, spread evenly. rated: it has a value, or another one."""

    rated = Signal()

    def __init__(self, low: int, high: int, words: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(low, high, low, parent)
        self.touched = False
        self._labels = words
        self.setSingleStep(max((high - low) // 20, 1))
        self.setPageStep(max((high - low) // 4, 1))
        self.valueChanged.connect(lambda _: self.rated.emit() if self.touched else None)

    def rate(self, value: int) -> None:
        """Take this value, as one touch does."""
        self.touched = True
        if value == self.value():
            self.rated.emit()
        self.setValue(value)
        self.update()

    def clear(self) -> None:
        """As if nobody had touched it."""
        self.touched = False
        self.setValue(self.minimum())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 32 + (_LINE if self._labels else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, on = chrome(), self.isEnabled()
        left, right = self.x_of(self.minimum()), self.x_of(self.maximum())
        if self.hasFocus() and not self.touched:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(QRectF(1, _TRACK_AT - 12, self.width() - 2, 24), 4, 4)
        self.groove(painter, left, right, _TRACK_AT, theme.line_strong if on else theme.line)
        painter.setPen(QPen(QColor(theme.line_strong), 1))
        for tick in range(_TICKS):
            x = round(left + (right - left) * tick / (_TICKS - 1)) + 0.5
            painter.drawLine(QPointF(x, _TRACK_AT + _TICK_TOP), QPointF(x, _TRACK_AT + _TICK_TOP + 4))
        self._paint_labels(painter, left, right)
        if self.touched:
            painter.setPen(QPen(QColor(theme.accent), 4 if self.hasFocus() else 3))
            painter.setBrush(QColor(theme.text_1 if on else theme.text_off))
            painter.drawEllipse(QPointF(self.x_of(self.value()), _TRACK_AT), _THUMB / 2 - 1.5, _THUMB / 2 - 1.5)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._touch()
        super().mousePressEvent(event)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click is a click."""
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nothing is answered by accident."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES and not self.touched:
            self._touch()
            self.setValue((self.minimum() + self.maximum()) // 2)
        super().keyPressEvent(event)

    def _touch(self) -> None:
        if not self.touched:
            self.touched = True
            self.rated.emit()
            self.update()

    def _paint_labels(self, painter: QPainter, left: float, right: float) -> None:
        font = marks.sized(self.font(), tokens.CAPTION_PX)
        painter.setFont(font)
        painter.setPen(QColor(chrome().text_2))
        metrics, last = QFontMetricsF(font), max(len(self._labels) - 1, 1)
        for place, text in enumerate(self._labels):
            width = metrics.horizontalAdvance(text)
            x = left + (right - left) * place / last - width / 2
            x = min(max(x, 0.0), self.width() - width)
            painter.drawText(QPointF(x, _TRACK_AT + _TICK_TOP + 4 + _LINE - 2), text)
