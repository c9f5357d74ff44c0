"""Asks how long a line is in truth, beside that line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QFrame, QHBoxLayout

from xraycolor_gui.core.measurements import LONGEST_MM, Measure, length, scale_of
from xraycolor_gui.core.radiograph import SpacingSource
from xraycolor_gui.gui.measuring.layer import MeasurementLayer
from xraycolor_gui.gui.parts import button, label
from xraycolor_gui.gui.views.drawn.shapes import XY

if TYPE_CHECKING:
    from xraycolor_gui.gui.session import Session
    from xraycolor_gui.gui.views.picture import Picture

_OFF = 16
#: What a ball for calibration often measures, where the film gives no idea.
_USUAL_MM = 25.0


class KnownLength(QObject):
    """Opens one field at a time, on the picture that the line was drawn on."""

    def __init__(self, session: Session, layer: MeasurementLayer) -> None:
        super().__init__(layer)
        self._session = session
        self._layer = layer
        self._field: LengthField | None = None
        session.radiographChanged.connect(self.close)
        session.turnChanged.connect(self.close)

    def ask(self, points: Sequence[XY]) -> None:
        """Ask for the length of the line between two points; with the answer the film is calibrated."""
        from xraycolor_gui.gui.views.picture import Picture

        radiograph, picture = self._session.radiograph, QApplication.focusWidget()
        if radiograph is None or not isinstance(picture, Picture) or points[0] == points[1]:
            return
        self.close()
        own = scale_of(radiograph)
        guess = _USUAL_MM if own.source is SpacingSource.UNKNOWN else length(points[0], points[1], own)
        self._layer.set_draft(points)
        self._field = LengthField(picture, guess)
        self._field.set.clicked.connect(lambda: self._calibrate(points))
        self._field.forget.clicked.connect(self.close)
        self._field.place(points)

    def _calibrate(self, points: Sequence[XY]) -> None:
        assert self._field is not None
        mm = self._field.number.value()
        self.close()
        self._layer.add(Measure.CALIBRATION, points, mm)

    @Slot()
    def close(self) -> None:
        """Forget the line, and give the keyboard back to the picture."""
        if self._field is not None:
            field, self._field = self._field, None
            field.hide()
            field.picture.setFocus()
            field.deleteLater()
            self._layer.set_draft(None)


class LengthField(QFrame):
    """“This line is [25.0 mm]  Calibrate  Cancel”. Enter calibrates, Esc forgets."""

    def __init__(self, picture: Picture, guess: float) -> None:
        super().__init__(picture)
        self.picture = picture
        self.setProperty("surface", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.number = QDoubleSpinBox()
        self.number.setRange(0.1, LONGEST_MM)
        self.number.setDecimals(1)
        self.number.setSuffix(" mm")
        self.number.setValue(guess)
        self.number.setAccessibleName(self.tr("True length of the line"))
        self.number.installEventFilter(self)
        self.set = button(self.tr("Calibrate"), lambda: None)
        self.forget = button(self.tr("Cancel"), lambda: None)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        named = label(self.tr("This line is"))
        named.setBuddy(self.number)
        for part in (named, self.number, self.set, self.forget):
            row.addWidget(part)

    def place(self, points: Sequence[XY]) -> None:
        """Beside the line, never on it."""
        # How wide words and field are is known once they are shown.
        self.show()
        self.adjustSize()
        view = self.picture.drawn.view
        ends = [view.to_picture(*point) for point in points] if view is not None else [QPointF(), QPointF()]
        lowest = max(ends, key=lambda end: end.y())
        room = QRectF(self.picture.rect())
        top = lowest.y() + _OFF
        if top + self.height() > room.height() - _OFF:
            top = max(min(end.y() for end in ends) - _OFF - self.height(), _OFF)
        left = max(min(lowest.x() - self.width() / 2, room.width() - self.width() - _OFF), _OFF)
        self.move(round(left), round(top))
        self.raise_()
        self.number.setFocus()
        self.number.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.number.interpretText()
                self.set.click()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.forget.click()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.forget.click()
