"""Drawings on one picture: painted, and moved by mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.views import marks
from xraycolor_gui.gui.views.drawn.drawn import Drawn
from xraycolor_gui.gui.views.drawn.film_view import FilmView
from xraycolor_gui.gui.views.drawn.hits import Hit, hit
from xraycolor_gui.gui.views.drawn.layer import Layer
from xraycolor_gui.gui.views.drawn.painting import paint_drawings
from xraycolor_gui.gui.views.drawn.shapes import Shape
from xraycolor_gui.gui.views.drawn.tools import Touch

if TYPE_CHECKING:
    from xraycolor_gui.gui.views.picture import Picture

#: A copy lies so many logical pixels beside its original.
COPY_OFF = 24.0


class OnPicture(QObject):
    """It watches the picture's events before the picture itself does, and leaves what it has no use for.

    Left button: take hold of a drawing, else draw with the tool. Tab and Shift + Tab choose, Delete deletes, Backspace
    takes the last point back, Esc ends drawing, then choosing. Plain arrows stay with the films, so
    that nobody moves a measurement on the way to the next.
    """

    def __init__(self, drawn: Drawn, picture: Picture) -> None:
        super().__init__(picture)
        self._drawn = drawn
        self._held: tuple[Hit, Shape, QPointF] | None = None
        self._drawing = False
        self._points = False
        drawn.changed.connect(picture.update)
        drawn.chosenChanged.connect(self._describe)
        picture.installEventFilter(self)

    @property
    def _picture(self) -> Picture:
        """Asked for, not kept: a cycle of references would be taken apart while events still come."""
        picture = self.parent()
        assert isinstance(picture, QWidget)
        return cast("Picture", picture)

    @property
    def view(self) -> FilmView | None:
        placement = self._picture.placement()
        return None if placement is None else FilmView(placement, self._picture.devicePixelRatioF())

    @property
    def busy(self) -> bool:
        """Whether the hand moves or draws something just now."""
        return self._held is not None or self._drawing

    @property
    def layers(self) -> tuple[Layer, ...]:
        """What is drawn on this picture."""
        return self._drawn.layers

    # Painting

    def paint(self, painter: QPainter, dirty: QRect) -> None:
        """All layers, and what is being drawn."""
        view = self.view
        if view is None:
            return
        room, part = QRectF(self._picture.rect()), QRectF(dirty)
        tool = self._drawn.tool
        making = tool.making if tool is not None else None
        for layer in self._drawn.layers:
            paint_drawings(painter, layer.drawings, layer.chosen, view, part)
        if making is not None:
            paint_drawings(painter, [making], making.id, view, part)
        chosen = self._drawn.chosen
        first = [each for each in (making, chosen[1] if chosen is not None else None) if each is not None]
        every = [each for layer in self._drawn.layers for each in layer.drawings if each.id != layer.chosen]
        painter.setFont(marks.sized(self._picture.font(), tokens.CAPTION_PX))
        self._drawn.labels.paint(painter, (first, every), view, room=room, dirty=part)

    # Mouse

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QMouseEvent):
            view = self.view
            if view is None:
                return False
            if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
                return self._press(event, view)
            if kind is QEvent.Type.MouseMove:
                return self._move(event, view)
            return kind is QEvent.Type.MouseButtonRelease and self._release(event, view)
        return kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event)

    def _press(self, event: QMouseEvent, view: FilmView) -> bool:
        if event.button() is Qt.MouseButton.RightButton:
            # The menu that may follow speaks of what is there.
            if (there := self._hit(event.position(), view)) is not None:
                self._drawn.choose(there.layer, there.drawing.id)
            return False
        if event.button() is not Qt.MouseButton.LeftButton or not self._drawn.takes_hold:
            return False
        tool, touch = self._drawn.tool, self._touch(event, view)
        found = self._hit(touch.at, view) if tool is None or not tool.busy else None
        if found is not None:
            self._drawn.choose(found.layer, found.drawing.id)
            self._held = found, found.drawing.shape, touch.at
            self._drawn.hold()
            self._picture.setFocus(Qt.FocusReason.MouseFocusReason)
            return True
        self._drawn.choose(None)
        if tool is None:
            return False
        self._picture.setFocus(Qt.FocusReason.MouseFocusReason)
        self._drawing = True
        self._drawn.hold()
        tool.press(touch)
        return True

    def _move(self, event: QMouseEvent, view: FilmView) -> bool:
        touch = self._touch(event, view)
        if self._held is not None:
            self._drag(touch)
            return True
        tool = self._drawn.tool
        if tool is not None and (self._drawing or (not event.buttons() and tool.busy)):
            tool.move(touch)
            return self._drawing
        if not event.buttons():
            self._point(touch.at, view)
        return False

    def _release(self, event: QMouseEvent, view: FilmView) -> bool:
        if event.button() is not Qt.MouseButton.LeftButton or not self.busy:
            return False
        tool, drew = self._drawn.tool, self._drawing
        self._held, self._drawing = None, False
        if drew and tool is not None:
            tool.release(self._touch(event, view))
        return False  # the picture tells where the pointer is now

    def _drag(self, touch: Touch) -> None:
        """Everything is computed from where the drag began, so that going back undoes it exactly."""
        assert self._held is not None
        (layer, drawing, handle), shape, start = self._held
        if layer.find(drawing.id) is None:  # its film was left, or undo took it away
            self._held = None
            return
        (x0, y0), (x, y) = touch.view.to_image(start), touch.point
        if handle is None:
            layer.reshape(drawing.id, shape.moved(x - x0, y - y0))
        else:
            at_x, at_y = shape.handles[handle]
            layer.reshape(drawing.id, shape.with_handle(handle, at_x + x - x0, at_y + y - y0))

    def _point(self, at: QPointF, view: FilmView) -> None:
        """The pointer tells what a press would take hold of."""
        found = self._hit(at, view) if self._drawn.takes_hold else None
        if found is not None:
            grip = Qt.CursorShape.PointingHandCursor if found.handle is None else Qt.CursorShape.SizeAllCursor
            self._picture.setCursor(grip)
        elif self._points:
            self._picture.setCursor(Qt.CursorShape.CrossCursor)
        self._points = found is not None

    def _hit(self, at: QPointF, view: FilmView) -> Hit | None:
        return hit(self._drawn.layers, at, view, inside=self._drawn.tool is None)

    def _touch(self, event: QMouseEvent, view: FilmView) -> Touch:
        held = event.modifiers()
        keys = (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier)
        return Touch(event.position(), view, *(bool(held & key) for key in keys))

    # Keys

    def _key(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift, plain = modifiers == Qt.KeyboardModifier.ShiftModifier, not modifiers
        if key == Qt.Key.Key_Backtab or (key == Qt.Key.Key_Tab and (plain or shift)):
            return self._drawn.step(-1 if key == Qt.Key.Key_Backtab or shift else 1)
        if key == Qt.Key.Key_Escape and plain:
            return self._escape()
        if key == Qt.Key.Key_Backspace and plain:
            return self._drawn.tool is not None and self._drawn.tool.take_back()
        if key == Qt.Key.Key_Delete and plain and self._drawn.chosen is not None:
            self._drawn.remove_chosen()
            return True
        return False

    def _escape(self) -> bool:
        tool = self._drawn.tool
        if tool is not None and tool.cancel():
            self._drawing = False
            return True
        if self._drawn.chosen is not None:
            self._held = None
            self._drawn.choose(None)
            return True
        return False

    def copy_chosen(self) -> None:
        """The chosen drawing once more, a little to the right and below."""
        chosen, view = self._drawn.chosen, self.view
        if chosen is not None and view is not None:
            layer, drawing = chosen
            layer.copy(drawing.id, *_way(view, COPY_OFF, COPY_OFF))

    def nudge_chosen(self, right: int, down: int) -> None:
        """Move the chosen drawing by whole pixels of the film, as the reader sees it, however the film lies."""
        view = self.view
        if view is not None:
            x, y = _way(view, right, down)
            pixels = max(abs(right), abs(down))
            # Only the direction counts.
            self._drawn.move_chosen(*(pixels * ((axis > 1e-9) - (axis < -1e-9)) for axis in (x, y)))

    @Slot()
    def _describe(self) -> None:
        """Tell a screen reader what is chosen."""
        chosen = self._drawn.chosen
        words = [] if chosen is None else [chosen[1].name, *(word.text for word in chosen[1].words)]
        self._picture.setAccessibleDescription(" ".join(word for word in words if word))


def _way(view: FilmView, right: float, down: float) -> tuple[float, float]:
    """Image coordinates crossed by a way on the picture, in logical pixels."""
    (x0, y0), (x1, y1) = view.to_image(QPointF(0, 0)), view.to_image(QPointF(right, down))
    return x1 - x0, y1 - y0
