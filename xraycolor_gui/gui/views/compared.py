"""Grey in a part of a colour picture: left of a divider, in a lens, or by turns. All sizes in logical pixels.

The picture paints the same film twice, once clipped to `grey_part`: moving divider or lens draws nothing anew.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.comparing import STEP, Comparing, Mode
from xraycolor_gui.gui.views import marks
from xraycolor_gui.gui.views.marks import Weight, Word

#: How near the divider a press takes it.
REACH = 6.0
_HANDLE = 14.0
_HANDLE_UP = 52.0
_LABEL_TOP = 40.0
_NOTCH = 120
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def _pens() -> tuple[QPen, QPen]:
    """Casing and line."""
    return QPen(marks.casing(), 4), QPen(QColor(tokens.ACCENT), 2)


class Compared(QObject):
    """What one colour picture shows in grey at the moment, with its marks and hands.

    It watches the picture's events before the picture itself does, and leaves what it has no use for.
    """

    def __init__(self, comparing: Comparing, picture: QWidget, seen: Callable[[], QRectF]) -> None:
        """seen: the part of the picture that the film fills."""
        super().__init__(picture)
        self._comparing = comparing
        self._picture = picture
        self._mode = Mode.SIDE_BY_SIDE
        self._seen = seen
        self._drags = False
        self._points = False
        self._dirty = QRect()
        self._mouse: dict[QEvent.Type, Callable[[QMouseEvent], bool]] = {
            QEvent.Type.MouseButtonPress: self._press,
            QEvent.Type.MouseButtonDblClick: self._press,
            QEvent.Type.MouseMove: self._move,
            QEvent.Type.MouseButtonRelease: self._release,
        }
        comparing.moved.connect(self._repaint)
        comparing.blinked.connect(picture.update)
        picture.installEventFilter(self)

    @property
    def mode(self) -> Mode:
        """How this picture compares; SIDE_BY_SIDE and OVER leave it whole."""
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        if mode is not self._mode:
            self._mode = mode
            self._end_drag()
            self._picture.update()

    @property
    def shows_grey(self) -> bool:
        """Whether the whole picture is grey, because it is the grey's turn."""
        return self._mode is Mode.BLINK and self._comparing.shows_grey

    # Painting

    def clip_grey(self, painter: QPainter) -> bool:
        """Clip to what is grey; False where nothing is."""
        if self._mode is Mode.SWIPE:
            room = QRectF(self._picture.rect())
            room.setRight(self._divider())
            painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
            return True
        if self._mode is Mode.LENS:
            path = QPainterPath()
            path.addEllipse(self._lens(), self._comparing.radius, self._comparing.radius)
            painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            return True
        return False

    def paint_edge(self, painter: QPainter) -> None:
        """The line between grey and colour; whatever is written on the picture stands above it."""
        if self._mode is Mode.SWIPE:
            x = self._line()
            for pen in _pens():
                painter.setPen(pen)
                painter.drawLine(QPointF(x, 0), QPointF(x, self._picture.height()))
        elif self._mode is Mode.LENS:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for pen in _pens():
                painter.setPen(pen)
                painter.drawEllipse(self._lens(), self._comparing.radius, self._comparing.radius)

    def paint(self, painter: QPainter, font: QFont) -> None:
        """The divider's handle, and which side is which."""
        if self._mode is Mode.SWIPE:
            self._paint_handle(painter, font)
        elif self._mode is Mode.LENS:
            self._name_lens(painter, font)
        elif self._mode is Mode.BLINK:
            words = self.tr("Grey") if self.shows_grey else self.tr("Colour")
            self._paint_word(painter, words, self._picture.width() / 2, _LABEL_TOP, font)
        self._dirty = self._box()

    def _paint_handle(self, painter: QPainter, font: QFont) -> None:
        x = self._line()
        middle = QPointF(x, self._picture.height() - _HANDLE_UP)
        painter.setPen(QPen(QColor(tokens.ACCENT), 2))
        painter.setBrush(QColor(tokens.RAISED))
        painter.drawEllipse(middle, _HANDLE, _HANDLE)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.TEXT_1), 1.5))
        for side in (-1, 1):
            tip = [QPointF(side * 4, -4), QPointF(side * 8, 0), QPointF(side * 4, 4)]
            painter.drawPolyline(QPolygonF([middle + corner for corner in tip]))
        for side, words in ((-1, self.tr("Grey")), (1, self.tr("Colour"))):
            width = marks.label_width((Word(words),), font)
            self._paint_word(painter, words, x + side * (width / 2 + 12), _LABEL_TOP, font)

    def _name_lens(self, painter: QPainter, font: QFont) -> None:
        middle, radius = self._lens(), self._comparing.radius
        below = middle.y() + radius + 8
        top = below if below + marks.LABEL_HEIGHT < self._picture.height() else middle.y() - radius - 36
        self._paint_word(painter, self.tr("Grey"), middle.x(), top, font)

    def _paint_word(self, painter: QPainter, words: str, middle: float, top: float, font: QFont) -> None:
        word = (Word(words, Weight.STRONG),)
        marks.label(painter, middle - marks.label_width(word, font) / 2, top, word, font)

    def _line(self) -> float:
        """The divider in the middle of a pixel, where a line is sharp."""
        return round(self._divider()) + 0.5

    def _divider(self) -> float:
        seen = self._seen()
        return seen.left() + self._comparing.divider * seen.width()

    def _lens(self) -> QPointF:
        (across, down), seen = self._comparing.lens, self._seen()
        return QPointF(seen.left() + across * seen.width(), seen.top() + down * seen.height())

    def _box(self) -> QRect:
        """Everything that divider or lens cover."""
        if self._mode is Mode.SWIPE:
            return QRect(round(self._divider()) - 100, 0, 200, self._picture.height())
        if self._mode is Mode.LENS:
            reach = self._comparing.radius + 40
            middle = self._lens()
            return QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach).toAlignedRect()
        return QRect()

    @Slot()
    def _repaint(self) -> None:
        """What was covered, what is now, and for a divider all that lies between."""
        box = self._box()
        if self._mode is Mode.SWIPE:
            self._picture.update(box.united(self._dirty))
        elif self._mode is Mode.LENS:
            self._picture.update(self._dirty)
            self._picture.update(box)

    # Hands

    def eventFilter(self, _picture: QObject, event: QEvent) -> bool:
        if self._mode in {Mode.SIDE_BY_SIDE, Mode.OVER}:
            return False
        if isinstance(event, QMouseEvent) and event.type() in self._mouse:
            return self._mouse[event.type()](event)
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key(event)

    def _near_divider(self, at: QPointF) -> bool:
        return self._mode is Mode.SWIPE and abs(at.x() - self._divider()) <= (
            _HANDLE if abs(at.y() - self._picture.height() + _HANDLE_UP) <= _HANDLE else REACH
        )

    def _press(self, event: QMouseEvent) -> bool:
        if event.button() is Qt.MouseButton.LeftButton and self._near_divider(event.position()):
            self._drags = True
            return True
        return False

    def _move(self, event: QMouseEvent) -> bool:
        if self._drags:
            self._comparing.set_divider(self._shares(event.position())[0])
            return True
        if not event.buttons():
            self._point(self._near_divider(event.position()))
            if self._mode is Mode.LENS:
                self._comparing.set_lens(*self._shares(event.position()))
        return False

    def _release(self, event: QMouseEvent) -> bool:
        if self._drags and event.button() is Qt.MouseButton.LeftButton:
            self._drags = False
            return True
        return False

    def _wheel(self, event: QWheelEvent) -> bool:
        if self._mode is not Mode.LENS or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        # With Alt, most systems turn the wheel sideways.
        turn = event.angleDelta()
        self._comparing.size_lens((turn.y() or turn.x()) / _NOTCH)
        event.accept()
        return True

    def _key(self, event: QKeyEvent) -> bool:
        """Arrows move the lens (with Shift they size it), or the divider sideways; blinking, they change over.

        Beside the divider, up and down stay the next film.
        """
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        sizes = self._mode is Mode.LENS and held == Qt.KeyboardModifier.ShiftModifier
        if event.key() not in _ARROWS or (held and not sizes):
            return False
        right, down = (STEP * part for part in _ARROWS[Qt.Key(event.key())])
        if sizes:
            self._comparing.size_lens(1 if right > 0 or down < 0 else -1)
        elif self._mode is Mode.LENS:
            across, along = self._comparing.lens
            self._comparing.set_lens(across + right, along + down)
        elif not right:
            return False
        elif self._mode is Mode.SWIPE:
            self._comparing.set_divider(self._comparing.divider + right)
        else:
            self._comparing.hold_blink()
        return True

    def _shares(self, at: QPointF) -> tuple[float, float]:
        seen = self._seen()
        return (at.x() - seen.left()) / max(seen.width(), 1.0), (at.y() - seen.top()) / max(seen.height(), 1.0)

    def _point(self, near: bool) -> None:
        """Show by the pointer that the divider can be taken."""
        if near is not self._points:
            self._points = near
            if near:
                self._cursor = self._picture.cursor()
                self._picture.setCursor(Qt.CursorShape.SplitHCursor)
            else:
                self._picture.setCursor(self._cursor)

    def _end_drag(self) -> None:
        self._drags = False
        self._point(False)
