"""How sure the model is: one gauge that is slider and readout.

The thumb is the limit below which the colour fades to grey, the needle the pixel under the cursor. A needle left of the
thumb is why that pixel is grey.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSignalBlocker, QSize, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from xraycolor_gui.core.confidence import GREY_BELOW
from xraycolor_gui.gui import readout
from xraycolor_gui.gui.controls import Slider
from xraycolor_gui.gui.looks import GREY_BELOW_STEP
from xraycolor_gui.gui.opinion import from_hounsfield
from xraycolor_gui.gui.parts import label, row, wrapped
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.theme import chrome
from xraycolor_gui.gui.words import decimal, sureness

_PER_UNIT = 100
#: The needle's head: half its width, its height, and how high it stands over the track.
_NEEDLE = (4.5, 5.0, 16.0)
_PADDING = 12


class Gauge(Slider):
    """Track from guess to certain, thumb at the limit, needle at the confidence under the cursor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, _PER_UNIT, round(GREY_BELOW * _PER_UNIT), parent)
        self._needle: float | None = None
        self.setSingleStep(round(GREY_BELOW_STEP * _PER_UNIT))
        self.setPageStep(20)

    @property
    def needle(self) -> float | None:
        """Where the needle stands, 0 … 1; None while there is none."""
        return self._needle

    def set_needle(self, confidence: float | None) -> None:
        if confidence != self._needle:
            self._needle = confidence
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(256, 40)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 40)

    def paint_track(self, painter: QPainter, at: float, middle: float) -> None:
        """What the reader lets fade is dark, what keeps its colour light."""
        on = self.isEnabled()
        self.groove(painter, self.x_of(self.minimum()), at, middle, chrome().line)
        self.groove(painter, at, self.x_of(self.maximum()), middle, chrome().line_strong if on else chrome().line)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._needle is None:
            return
        half, head, height = _NEEDLE
        x, middle = self.x_of(self._needle * _PER_UNIT), self.height() / 2
        top = middle - height
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(chrome().text_1), 2))
        painter.drawLine(QPointF(x, top + head), QPointF(x, middle + 2))
        painter.setBrush(QColor(chrome().text_1))
        painter.setPen(QColor(chrome().text_1))
        painter.drawPolygon(QPolygonF([QPointF(x - half, top), QPointF(x + half, top), QPointF(x, top + head)]))


class HowSure(QWidget):
    """The gauge with its words."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.here = label(tone=2, caption=True, numbers=True)
        self.gauge = Gauge()
        self.gauge.setAccessibleName(self.tr("Colour fades to grey below"))
        self.gauge.setToolTip(self.tr("Colour fades to grey where the model is less sure than this. { and }"))
        self.meaning = wrapped(tone=2, caption=True)
        head = row(label(self.tr("How sure"), strong=True), None, self.here)
        ends = row(label(self.tr("guess"), tone=3, caption=True), None, label(self.tr("certain"), tone=3, caption=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.gauge)
        layout.addLayout(ends)
        layout.addSpacing(4)
        layout.addWidget(self.meaning)
        self.gauge.valueChanged.connect(self._from_gauge)
        session.greyBelowChanged.connect(self._follow)
        session.colorizationChanged.connect(self._follow)
        session.cursorChanged.connect(self._point)
        self._follow()

    @Slot(int)
    def _from_gauge(self, value: int) -> None:
        self._session.set_grey_below(value / _PER_UNIT)

    @Slot()
    def _follow(self) -> None:
        colorization, limit = self._session.colorization, self._session.grey_below
        with QSignalBlocker(self.gauge):
            self.gauge.setValue(round(limit * _PER_UNIT))
        silent = colorization is not None and colorization.confidence is None
        self.gauge.setEnabled(not silent)
        if from_hounsfield(self._session):
            words = self.tr("Nothing to doubt: the numbers of the slice say it")
        elif silent:
            words = self.tr("This model does not say")
        elif limit > 0:
            words = self.tr("Colour fades to grey below {limit}").format(limit=decimal(limit))
        else:
            words = self.tr("Colour is shown however unsure the model is")
        self.meaning.setText(words)
        self._point()

    @Slot()
    def _point(self) -> None:
        confidence = readout.confidence_at_cursor(self._session)
        self.gauge.set_needle(confidence)
        words = "" if confidence is None else f"{sureness(confidence)}, {decimal(confidence)}"
        self.here.setText(words)
        self.gauge.setAccessibleDescription(self.tr("under the cursor: {}").format(words) if words else "")
