"""What a drag on a picture does, for each tool that moves the film or its window."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QPointF

from xraycolor_gui.core.presentation import Voi, to_window
from xraycolor_gui.core.radiograph import Window
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.views.linked_view import LinkedView
from xraycolor_gui.gui.views.view_geometry import Canvas

#: Logical pixels of drag that move the window by its own width, or change the width by a factor of e.
WINDOW_TRAVEL = 300.0
#: Logical pixels of drag that zoom by a factor of e.
ZOOM_TRAVEL = 200.0


class Dragging(Protocol):
    """One drag, from the button's going down to its coming up. Positions are logical pixels of the picture."""

    def move(self, to: QPointF, canvas: Canvas) -> None:
        """The pointer is at `to` now. Computed from where the drag began, so that going back undoes it exactly."""

    def cancel(self) -> None:
        """Esc, or the film went away: as it was before."""


#: Begins a drag where a button went down.
Begin = Callable[[QPointF], Dragging]


def dragged_window(voi: Voi, dx: float, dy: float, inverse: bool) -> Window:
    """The window after a drag of (dx, dy) logical pixels: right is wider, up is brighter, both by shares of the width.

    A VOI LUT becomes a window on its output. inverse: the film shows its lowest value white.
    """
    window = to_window(voi)
    brighter = -dy / WINDOW_TRAVEL * window.width * (1 if inverse else -1)
    return replace(
        window, center=window.center + brighter, width=window.width * math.exp(dx / WINDOW_TRAVEL), explanation=""
    )


class WindowDrag:
    """Right is wider, up is brighter."""

    def __init__(self, linked: LinkedView, start: QPointF) -> None:
        self._session, self._start = linked.session, start
        self._voi = self._session.voi

    def move(self, to: QPointF, canvas: Canvas) -> None:  # noqa: ARG002 (a window has no pixels)
        radiograph, by = self._session.radiograph, to - self._start
        if radiograph is None or self._voi is None:
            return
        dragged = dragged_window(self._voi, by.x(), by.y(), radiograph.inverse)
        self._session.set_voi(self._voi if by.isNull() else dragged)

    def cancel(self) -> None:
        if self._voi is not None:
            self._session.set_voi(self._voi)


class PlaceDrag:
    """Moves the film with the pointer, or zooms at the place where the drag began: up is larger."""

    def __init__(self, linked: LinkedView, start: QPointF, *, zooms: bool) -> None:
        self._linked, self._start, self._zooms = linked, start, zooms
        self._geometry = linked.geometry

    def move(self, to: QPointF, canvas: Canvas) -> None:
        geometry, by = self._geometry, (to - self._start) * canvas.ratio
        if geometry is None:
            return
        if self._zooms:
            at = self._start * canvas.ratio
            factor = math.exp(-(to - self._start).y() / ZOOM_TRAVEL)
            self._linked.set_geometry(geometry.zoomed(factor, canvas, at.x(), at.y()))
        else:
            self._linked.set_geometry(geometry.panned(by.x(), by.y(), canvas))

    def cancel(self) -> None:
        if self._geometry is not None:
            self._linked.set_geometry(self._geometry)


def begins(linked: LinkedView) -> dict[Tool, Begin]:
    """The drags of one picture by tool."""
    return {
        Tool.WINDOW: lambda at: WindowDrag(linked, at),
        Tool.ZOOM: lambda at: PlaceDrag(linked, at, zooms=True),
        Tool.PAN: lambda at: PlaceDrag(linked, at, zooms=False),
    }
