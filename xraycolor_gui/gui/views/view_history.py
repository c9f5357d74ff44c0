"""The way back through places and zooms. Apart from undo, so that taking back a measurement never moves the film."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from xraycolor_gui.gui.views.view_geometry import ViewGeometry

if TYPE_CHECKING:
    from xraycolor_gui.gui.views.linked_view import LinkedView

#: A place counts as one once the film has rested there so long.
RESTS_MS = 500
PLACES_KEPT = 50


class ViewHistory(QObject):
    """The places of the film in one view, in the order they were visited."""

    changed = Signal()

    def __init__(self, linked: LinkedView) -> None:
        super().__init__(linked)
        self._linked = linked
        self._places: list[ViewGeometry] = []
        self._at = -1
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RESTS_MS)
        self._rest.timeout.connect(self.note)
        linked.geometryChanged.connect(self._rest.start)
        linked.session.radiographChanged.connect(self._forget)
        self.note()

    @Slot()
    def note(self) -> None:
        """Remember where the film is now."""
        self._rest.stop()
        geometry = self._linked.geometry
        if geometry is not None and (not self._places or self._moved()):
            self._places = [*self._places[: self._at + 1], geometry][-PLACES_KEPT:]
            self._at = len(self._places) - 1
        self.changed.emit()

    @Slot()
    def go_back(self) -> None:
        """To the place before."""
        self.note()
        self._go(-1)

    @Slot()
    def go_on(self) -> None:
        """To the place after, if the way led back."""
        self._go(1)

    def _go(self, step: int) -> None:
        if 0 <= self._at + step < len(self._places):
            self._at += step
            self._linked.set_geometry(self._places[self._at])
            self._rest.stop()
            self.changed.emit()

    def _moved(self) -> bool:
        return self._at >= 0 and self._linked.geometry != self._places[self._at]

    @Slot()
    def _forget(self) -> None:
        self._places, self._at = [], -1
        self.note()
