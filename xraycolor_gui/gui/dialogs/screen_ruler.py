"""A ruler, or the outline of a bank card, drawn on the screen: pulled until it is as long as the real one beside it."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.parts import button, label, row, segment, surface, wrapped
from xraycolor_gui.gui.screen_readers import announce
from xraycolor_gui.gui.screen_scale import MM_PER_INCH, ScreenScale, ScreenScales
from xraycolor_gui.gui.theme import chrome
from xraycolor_gui.gui.views.marks import sized

#: Where a screen says nothing: what most desktops take for granted.
_GUESS = ScreenScale(96 / MM_PER_INCH)
_RULER_MM, _TICK_MM = 100.0, 5
#: ISO/IEC 7810, ID-1: bank cards, identity cards, driving licences.
_CARD_MM, _CARD_HIGH_MM, _CARD_CORNER_MM = 85.6, 53.98, 3.18
#: Logical pixels left and right of what is drawn, and above it.
_MARGIN, _TOP = 24.0, 12.0
_CATCH = 16.0
_FAR = 10


class Measure(Enum):
    """What is drawn, by its length in millimetres."""

    RULER = _RULER_MM
    CARD = _CARD_MM


class Bar(QWidget):
    """Ruler or card at a scale that the hand changes: drag the right end, or use the arrow keys (Shift: farther)."""

    ACCESSIBLE_ROLE = QAccessible.Role.Slider
    changed = Signal()

    def __init__(self, scale: ScreenScale) -> None:
        super().__init__()
        self.per_mm = scale.per_mm
        self.measure = Measure.RULER
        self._grip: float | None = None
        self._start = scale.per_mm
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Length on the screen"))

    def sizeHint(self) -> QSize:
        """Room for a ruler a quarter longer than it is at first."""
        room = 1.25 * self._start / self.devicePixelRatioF()
        return QSize(round(_RULER_MM * room + 2 * _MARGIN), round(_CARD_HIGH_MM * room + 2 * _TOP))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def set_measure(self, measure: Measure) -> None:
        self.measure = measure
        self.update()

    def set_length(self, pixels: float) -> None:
        """How many device pixels the ruler or card is long."""
        most = (self.width() - 2 * _MARGIN) * self.devicePixelRatioF()
        per_mm = min(max(pixels, 20.0), max(most, 20.0)) / self.measure.value
        if per_mm != self.per_mm:
            self.per_mm = per_mm
            self.update()
            self.changed.emit()

    @property
    def length(self) -> float:
        """In device pixels."""
        return self.per_mm * self.measure.value

    @property
    def end(self) -> float:
        """Where its right end is, in logical pixels."""
        return _MARGIN + self.length / self.devicePixelRatioF()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        per_mm = self.per_mm / self.devicePixelRatioF()
        painter.setPen(QPen(QColor(chrome().text_1), 1.5))
        if self.measure is Measure.CARD:
            corner = _CARD_CORNER_MM * per_mm
            box = QRectF(_MARGIN, _TOP, self.end - _MARGIN, _CARD_HIGH_MM * per_mm)
            painter.drawRoundedRect(box, corner, corner)
        else:
            self._paint_ruler(painter, per_mm)
        self._paint_grip(painter)

    def _paint_ruler(self, painter: QPainter, per_mm: float) -> None:
        painter.setFont(sized(self.font(), tokens.CAPTION_PX))
        painter.drawLine(QPointF(_MARGIN, _TOP), QPointF(self.end, _TOP))
        for mm in range(round(_RULER_MM) + 1):
            x = _MARGIN + mm * per_mm
            high = 24.0 if mm % 10 == 0 else 16.0 if mm % _TICK_MM == 0 else 8.0
            painter.drawLine(QPointF(x, _TOP), QPointF(x, _TOP + high))
            if mm % 10 == 0:
                place = QRectF(x - 20, _TOP + 26, 40, 18)
                painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, QLocale().toString(mm))

    def _paint_grip(self, painter: QPainter) -> None:
        """The end that is pulled; a ring round it while the keyboard is here."""
        top, down = (_TOP + 46, _TOP + 64) if self.measure is Measure.RULER else (_TOP + 20, _TOP + 40)
        grip = QPointF(self.end, down)
        painter.setPen(QPen(QColor(chrome().accent), 2))
        painter.drawLine(QPointF(self.end, top), grip)
        painter.setBrush(QColor(chrome().accent) if self.hasFocus() else QColor(chrome().raised))
        painter.drawEllipse(grip, 8, 8)

    # Hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if abs(event.position().x() - self.end) <= _CATCH:
            self._grip = event.position().x() - self.end
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self.set_length((event.position().x() - self._grip - _MARGIN) * self.devicePixelRatioF())
        near = abs(event.position().x() - self.end) <= _CATCH
        self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grip = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not by:
            super().keyPressEvent(event)
            return
        self.set_length(self.length + by * (_FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1))


class ScreenRuler(QDialog):
    """Not modal. What it measures holds for the screen that it stands on when it is kept."""

    def __init__(self, scales: ScreenScales, parent: QWidget) -> None:
        super().__init__(parent)
        self._scales = scales
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Measure this screen"))
        surface(self, "dock")
        self.bar = Bar(scales.of(parent.screen()) or _GUESS)
        self._measures = QButtonGroup(self)
        choices = QHBoxLayout()
        choices.setSpacing(0)
        for number, words in enumerate((self.tr("Ruler, 100 mm"), self.tr("Bank card, 85.6 mm wide"))):
            choice = segment(words)
            choice.setChecked(number == 0)
            self._measures.addButton(choice, number)
            choices.addWidget(choice)
        choices.addStretch(1)
        self.dpi = label(tone=2, numbers=True)
        hint = self.tr(
            "Hold a real ruler or card against the screen and pull the right end until both are equally long. "
            "Arrow keys move it by one pixel, with Shift by ten."
        )
        self.keep = button(self.tr("Keep"), self._keep, primary=True)
        self.forget = button(self.tr("As the screen says"), self._forget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(choices)
        layout.addWidget(wrapped(hint, tone=2))
        layout.addWidget(self.bar, 1)
        layout.addLayout(row(self.dpi, None, self.forget, self.keep))
        self._measures.idClicked.connect(self._take_measure)
        self.bar.changed.connect(self._tell)
        self.bar.setFocus()
        self._tell()

    @Slot(int)
    def _take_measure(self, number: int) -> None:
        self.bar.set_measure(tuple(Measure)[number])

    @Slot()
    def _tell(self) -> None:
        words = self.tr("{} dpi").format(round(ScreenScale(self.bar.per_mm).dpi))
        self.dpi.setText(words)
        self.bar.setAccessibleDescription(words)
        announce(self.bar, words)

    def _keep(self) -> None:
        self._scales.keep(self.screen(), self.bar.per_mm)
        self.close()

    def _forget(self) -> None:
        self._scales.keep(self.screen(), None)
        self.close()
