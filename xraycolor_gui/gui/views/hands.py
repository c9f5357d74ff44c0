"""Which drag a button begins on a picture, and what the wheel does."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent

from xraycolor_gui.gui.mouse import Wheel
from xraycolor_gui.gui.views.dragging import Dragging, begins
from xraycolor_gui.gui.views.linked_view import LinkedView
from xraycolor_gui.gui.views.view_geometry import Canvas

ZOOM_PER_NOTCH = 1.25
_NOTCH = 120
#: A press that moves less than this (logical pixels) is a click, not a drag.
_SLACK = 2.0


class Hands:
    """Reads mouse and wheel of one picture. Positions come in logical pixels; the geometry wants device pixels."""

    def __init__(self, linked: LinkedView) -> None:
        self._linked = linked
        self._session = linked.session
        self._begins = begins(linked)
        self._drag: Dragging | None = None
        self._start = QPointF()
        self._moved = False
        self._turned = 0.0

    @property
    def dragging(self) -> bool:
        """True while a button is down and has moved."""
        return self._drag is not None and self._moved

    def press(self, event: QMouseEvent) -> None:
        if self._drag is None and self._linked.geometry is not None and self._session.voi is not None:
            self._drag = self._begun(event)
            self._start = event.position()
            self._moved = False

    def move(self, event: QMouseEvent, canvas: Canvas) -> None:
        if self._drag is None or self._linked.geometry is None:
            self.release()
            return
        by = event.position() - self._start
        self._moved = self._moved or max(abs(by.x()), abs(by.y())) > _SLACK
        if self._moved:
            self._drag.move(event.position(), canvas)

    def release(self) -> None:
        """The button came up, or the film went away: what was done stays."""
        self._drag = None
        self._moved = False

    def cancel(self) -> bool:
        """Take the drag in progress back; False if there is none."""
        drag, moved = self._drag, self._moved
        self.release()
        if drag is not None and moved:
            drag.cancel()
        return drag is not None and moved

    def wheel(self, event: QWheelEvent, canvas: Canvas) -> None:
        """As the reader set it: next film, zoom at the cursor, strength."""
        turn = event.angleDelta()
        # Some systems turn Shift + wheel or Alt + wheel sideways.
        notches = (turn.y() or turn.x()) / _NOTCH
        does = self._session.mouse.wheel(event.modifiers())
        if does is Wheel.ZOOM:
            self._zoom(event.position(), notches, canvas)
            return
        steps = self._whole_steps(notches)
        if not steps:
            return
        if does is Wheel.FILM:
            self._session.next_film(-steps)
        elif does is Wheel.STRENGTH and self._session.colorization is not None:
            self._session.step_strength(steps)

    def _begun(self, event: QMouseEvent) -> Dragging | None:
        left = event.button() is Qt.MouseButton.LeftButton
        tool = self._session.tool if left else self._session.mouse.buttons.get(event.button())
        begin = self._begins.get(tool) if tool is not None else None
        return begin(event.position()) if begin is not None else None

    def _zoom(self, at: QPointF, notches: float, canvas: Canvas) -> None:
        geometry = self._linked.geometry
        if geometry is not None:
            at = at * canvas.ratio
            self._linked.set_geometry(geometry.zoomed(ZOOM_PER_NOTCH**notches, canvas, at.x(), at.y()))

    def _whole_steps(self, notches: float) -> int:
        """Fine wheels send parts of a notch: collect them."""
        if notches * self._turned < 0:
            self._turned = 0.0
        self._turned += notches
        steps = int(self._turned)
        self._turned -= steps
        return steps
