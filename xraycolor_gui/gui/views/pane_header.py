"""The line above a picture: what it is, what kind of thing that is, and in the colour pane the strength."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from xraycolor_gui.core.colorization import MAX_STRENGTH
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.controls import Slider, StrengthField
from xraycolor_gui.gui.looks import STRENGTH_STEP
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.theme import chrome

_PER_UNIT = 100
_NARROW_SLIDER = 72
_SLIDER = 120


class ElidingLabel(QLabel):
    """A label that gives way when room is short; its tooltip then has the whole text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(chrome().text_3))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class StrengthControl(QWidget):
    """Slider and number field for one value; off until there is colour, gone where there will be none."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.label = QLabel(self.tr("Strength"))
        self.label.setProperty("tone", "2")
        self.slider = Slider(0, round(MAX_STRENGTH * _PER_UNIT), _PER_UNIT)
        self.slider.setSingleStep(round(STRENGTH_STEP * _PER_UNIT))
        self.slider.setPageStep(50)
        self.slider.setAccessibleName(self.tr("Strength of the colour"))
        self.slider.setToolTip(self.tr("Strength of the colour. Shift + wheel over a picture, or [ and ]"))
        self.field = StrengthField(0.0, MAX_STRENGTH, STRENGTH_STEP)
        self.field.setAccessibleName(self.tr("Strength of the colour, as a number"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.label, self.slider, self.field):
            layout.addWidget(widget)
        self.slider.valueChanged.connect(self._from_slider)
        self.field.valueChanged.connect(session.set_strength)
        session.strengthChanged.connect(self._follow)
        session.colorizationChanged.connect(self._follow)
        self._follow()

    @property
    def least_width(self) -> int:
        """What its word, the slider and the number take, logical pixels."""
        return self.label.sizeHint().width() + self.slider.sizeHint().width() + self.field.width() + 2 * 4

    def in_use(self) -> bool:
        """True while the hand is on it, so that no echo is needed."""
        return self.slider.isSliderDown() or self.slider.hasFocus() or self.field.hasFocus()

    def set_narrow(self, narrow: bool) -> None:
        """Leave room for the words beside it: without its own, which are a tool tip too, and with a shorter slider."""
        self.label.setVisible(not narrow)
        self.slider.setMaximumWidth(_NARROW_SLIDER if narrow else _SLIDER)

    @Slot(int)
    def _from_slider(self, value: int) -> None:
        self._session.set_strength(value / _PER_UNIT)

    @Slot()
    def _follow(self) -> None:
        with QSignalBlocker(self.slider), QSignalBlocker(self.field):
            self.slider.setValue(round(self._session.strength * _PER_UNIT))
            self.field.setValue(self._session.strength)
        self.slider.update()
        self.setEnabled(self._session.colorization is not None)
        self.setVisible(not self._session.stays_grey)


class PaneHeader(QWidget):
    """Name and nature of a picture; the current pane has the accent on its upper edge."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(tokens.HEADER)
        self._current = False
        self.title = QLabel(title)
        self.title.setProperty("strong", "true")
        self.nature = ElidingLabel()
        self.purpose = QLabel(self.tr("Not for primary diagnosis"))
        self.purpose.setProperty("tone", "2")
        self.purpose.hide()
        self.other = QPushButton()
        self.other.setProperty("link", "true")
        self.other.hide()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 2, 8, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.title)
        self._layout.addWidget(self.nature, 1)
        self._layout.addWidget(self.purpose)
        self._layout.addWidget(self.other)

    def add(self, control: QWidget) -> None:
        """Put a control at the right end."""
        self._layout.addWidget(control)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._share_out()
        return super().event(event)

    def _share_out(self) -> None:
        """The words of the picture come first; the strength has its own where they leave room."""
        shown = [part for part in (self.title, self.purpose, self.other) if not part.isHidden()]
        taken = sum(part.sizeHint().width() + 8 for part in shown) + self.nature.sizeHint().width() + 8 + 20
        for control in self.findChildren(StrengthControl):
            control.set_narrow(self.width() < taken + control.least_width)

    def set_current(self, current: bool) -> None:
        if current != self._current:
            self._current = current
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(chrome().dock))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(chrome().line))
        if self._current:
            painter.fillRect(0, 0, self.width(), 2, QColor(chrome().accent))
