"""What the hand does on a picture: window, pan, zoom, next film, strength."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent

from xraycolor_gui.core.presentation import Voi, to_window
from xraycolor_gui.core.radiograph import Window
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.views.linked_view import LinkedView
from xraycolor_gui.gui.views.view_geometry import Canvas, ViewGeometry

#: Logical pixels of drag that move the window by its own width, or change the width by a factor of e.
WINDOW_TRAVEL = 300.0
#: Logical pixels of drag that zoom by a factor of e.
ZOOM_TRAVEL = 200.0
ZOOM_PER_NOTCH = 1.25
_NOTCH = 120
#: A press that moves less than this (logical pixels) is a click, not a drag.
_SLACK = 2.0


def dragged_window(voi: Voi, dx: float, dy: float, inverse: bool) -> Window:
    """The window after a drag of (dx, dy) logical pixels: right is wider, up is brighter, both by shares of the width.

    A VOI LUT becomes a window on its output. inverse: the film shows its lowest value white.
    """
    window = to_window(voi)
    brighter = -dy / WINDOW_TRAVEL * window.width * (1 if inverse else -1)
    return replace(
        window, center=window.center + brighter, width=window.width * math.exp(dx / WINDOW_TRAVEL), explanation=""
    )


class _Drag(NamedTuple):
    """How things were when the button went down."""

    tool: Tool
    start: QPointF
    geometry: ViewGeometry
    voi: Voi


class Hands:
    """Reads mouse and wheel of one picture. Positions come in logical pixels; the geometry wants device pixels."""

    def __init__(self, linked: LinkedView) -> None:
        self._linked = linked
        self._session = linked.session
        self._drag: _Drag | None = None
        self._moved = False
        self._turned = 0.0

    @property
    def dragging(self) -> bool:
        """True while a button is down and has moved."""
        return self._drag is not None and self._moved

    def press(self, event: QMouseEvent) -> None:
        tools = {
            Qt.MouseButton.LeftButton: self._session.tool,
            Qt.MouseButton.MiddleButton: Tool.PAN,
            Qt.MouseButton.RightButton: Tool.ZOOM,
        }
        geometry, voi = self._linked.geometry, self._session.voi
        if self._drag is None and event.button() in tools and geometry is not None and voi is not None:
            self._drag = _Drag(tools[event.button()], event.position(), geometry, voi)
            self._moved = False

    def move(self, event: QMouseEvent, canvas: Canvas) -> None:
        """Everything is computed from where the drag began, so that going back undoes it exactly."""
        drag = self._drag
        if drag is None or self._linked.geometry is None:
            self.release()
            return
        moved = event.position() - drag.start
        self._moved = self._moved or max(abs(moved.x()), abs(moved.y())) > _SLACK
        if not self._moved:
            return
        if drag.tool is Tool.WINDOW:
            radiograph = self._session.radiograph
            assert radiograph is not None
            back = moved.isNull()
            self._session.set_voi(
                drag.voi if back else dragged_window(drag.voi, moved.x(), moved.y(), radiograph.inverse)
            )
        elif drag.tool is Tool.PAN:
            self._linked.set_geometry(drag.geometry.panned(moved.x() * canvas.ratio, moved.y() * canvas.ratio, canvas))
        else:
            x, y = drag.start.x() * canvas.ratio, drag.start.y() * canvas.ratio
            factor = math.exp(-moved.y() / ZOOM_TRAVEL)
            self._linked.set_geometry(drag.geometry.zoomed(factor, canvas, x, y))

    def release(self) -> None:
        self._drag = None
        self._moved = False

    def wheel(self, event: QWheelEvent, canvas: Canvas) -> None:
        """Plain: next film. Ctrl: zoom at the cursor. Shift: strength."""
        turn = event.angleDelta()
        # Some systems turn Shift + wheel sideways.
        notches = (turn.y() or turn.x()) / _NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            geometry, at = self._linked.geometry, event.position()
            if geometry is not None:
                factor = ZOOM_PER_NOTCH**notches
                at_device = at.x() * canvas.ratio, at.y() * canvas.ratio
                self._linked.set_geometry(geometry.zoomed(factor, canvas, *at_device))
            return
        steps = self._whole_steps(notches)
        if not steps:
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if self._session.colorization is not None:
                self._session.step_strength(steps)
        else:
            self._session.next_film(-steps)

    def _whole_steps(self, notches: float) -> int:
        """Fine wheels send parts of a notch: collect them."""
        if notches * self._turned < 0:
            self._turned = 0.0
        self._turned += notches
        steps = int(self._turned)
        self._turned -= steps
        return steps
