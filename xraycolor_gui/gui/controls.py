"""Controls that Qt does not have as we draw them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QDoubleSpinBox, QSlider, QWidget

from xraycolor_gui.gui.style import tabular
from xraycolor_gui.gui.theme import chrome
from xraycolor_gui.gui.words import strength_text

_GROOVE = 4.0
_THUMB = 12.0
_NOTCH = 10.0


class Slider(QSlider):
    """A horizontal slider whose thumb goes where one clicks, with a notch; double click returns to the notch.

    The wheel is left to what it lies on: who scrolls a dock must not change what it passes.
    """

    def __init__(self, low: int, high: int, notch: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._notch = notch
        self._held = False
        self.setRange(low, high)
        self.setValue(notch)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(96, 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, at = self.height() / 2, self.x_of(self.value())
        thumb = chrome().text_1 if self.isEnabled() else chrome().text_off
        self.paint_track(painter, at, middle)
        # A ring in the colour of the ground sets the thumb off from the groove; with focus the accent takes its place.
        painter.setPen(QPen(QColor(chrome().accent if self.hasFocus() else chrome().dock), 2))
        painter.setBrush(QColor(thumb))
        radius = _THUMB / 2 + 0.5
        painter.drawEllipse(QPointF(at, middle), radius, radius)

    def paint_track(self, painter: QPainter, at: float, middle: float) -> None:
        """The groove on both sides of the thumb, which is `at`, and the notch."""
        on = self.isEnabled()
        rest = chrome().line_strong if on else chrome().line
        self.groove(painter, self.x_of(self.minimum()), at, middle, chrome().text_2 if on else chrome().line)
        self.groove(painter, at, self.x_of(self.maximum()), middle, rest)
        notch = self.x_of(self._notch)
        painter.setPen(QPen(QColor(rest), 1))
        painter.drawLine(QPointF(notch, middle - _NOTCH / 2), QPointF(notch, middle + _NOTCH / 2))

    def groove(self, painter: QPainter, left: float, right: float, middle: float, colour: str) -> None:
        """One stretch of the track."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(left, middle - _GROOVE / 2, right - left, _GROOVE), 2, 2)

    def x_of(self, value: float) -> float:
        """Where a value stands, in logical pixels from the left."""
        room = self.width() - _THUMB - 4
        span = max(self.maximum() - self.minimum(), 1)
        return _THUMB / 2 + 2 + room * (value - self.minimum()) / span

    def _value_at(self, x: float) -> int:
        room = max(self.width() - _THUMB - 4, 1.0)
        share = min(max((x - _THUMB / 2 - 2) / room, 0.0), 1.0)
        return round(self.minimum() + share * (self.maximum() - self.minimum()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = True
            self.setSliderDown(True)
            self.setValue(self._value_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self.setValue(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = False
            self.setSliderDown(False)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.setValue(self._notch)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Chooser(QComboBox):
    """A list that changes nothing by accident: arrows open it, and the wheel is left to what it lies on."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.showPopup()
        else:
            super().keyPressEvent(event)


class StrengthField(QDoubleSpinBox):
    """A strength that reads as text until it is pointed at or edited; Enter and Esc give the focus back."""

    def __init__(self, low: float, high: float, step: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setDecimals(2)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedWidth(48)
        self.setFont(tabular(self.font()))

    def textFromValue(self, value: float) -> str:
        return strength_text(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.clearFocus()


class NumberField(QDoubleSpinBox):
    """A number that the wheel changes only where it was asked for."""

    def __init__(self, low: float, high: float, step: float, decimals: int) -> None:
        super().__init__()
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setDecimals(decimals)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(56)
        # The style sheet's padding does not reach the field within.
        self.lineEdit().setTextMargins(6, 0, 2, 0)

    def sizeHint(self) -> QSize:
        return QSize(56, super().sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
