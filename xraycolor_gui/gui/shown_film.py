"""The current film's grey: its pixels, and the window they are seen through. One part of the session's state."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QObject, Signal, Slot

from xraycolor_gui.core.radiograph import LookupTable, Radiograph, Window
from xraycolor_gui.core.turn import UPRIGHT, Turn
from xraycolor_gui.gui.looks import Looks
from xraycolor_gui.gui.steps import Steps


class ShownFilm(Looks):
    """What is presented, and how. The session is one; views know only the session."""

    radiographChanged = Signal()
    voiChanged = Signal()
    turnChanged = Signal()

    def __init__(self, steps: Steps, parent: QObject | None = None) -> None:
        super().__init__(steps, parent)
        self._radiograph: Radiograph | None = None
        self._shown: Radiograph | None = None
        self._inverted = False
        self._first_voi: Window | LookupTable | None = None
        self._voi: Window | LookupTable | None = None
        self._turns: dict[tuple[object, ...], Turn] = {}

    @property
    def radiograph(self) -> Radiograph | None:
        """The current film as it is to be presented: its `inverse` is flipped while `inverted`."""
        return self._shown

    @property
    def voi(self) -> Window | LookupTable | None:
        """The window or VOI LUT in use."""
        return self._voi

    @property
    def turn(self) -> Turn:
        """How the current film lies. A film that comes back lies as it was left."""
        return self._turns.get(_key(self._radiograph), UPRIGHT)

    @property
    def inverted(self) -> bool:
        return self._inverted

    def set_voi(self, voi: Window | LookupTable) -> None:
        if self._radiograph is not None and voi is not self._voi:
            self._voi = voi
            self.voiChanged.emit()

    def set_stated_voi(self, number: int) -> None:
        """Use the file's window or VOI LUT of this number, counted from 1; nothing happens if there is none."""
        if self._radiograph is not None and 1 <= number <= len(self._radiograph.voi):
            self.set_voi(self._radiograph.voi[number - 1])

    @Slot()
    def set_full_range(self) -> None:
        if self._radiograph is not None:
            from xraycolor_gui.core.presentation import full_range_window

            self.set_voi(full_range_window(self._radiograph))

    @Slot()
    def reset_voi(self) -> None:
        """Back to how the film was first shown."""
        if self._first_voi is not None:
            self._voi, self._shown, self._inverted = self._first_voi, self._radiograph, False
            self.voiChanged.emit()

    @Slot()
    def toggle_inverted(self) -> None:
        if self._radiograph is not None:
            self._inverted = not self._inverted
            inverse = self._radiograph.inverse is not self._inverted
            self._shown = dataclasses.replace(self._radiograph, inverse=inverse)
            self.voiChanged.emit()

    def set_turn(self, turn: Turn) -> None:
        """Turn or flip the current film on the screen; what is stored and what is exported stay as they are."""
        if self._radiograph is not None and turn != self.turn:
            self._turns[_key(self._radiograph)] = turn
            self.turnChanged.emit()

    def _set_film(self, read: tuple[Radiograph, Window | LookupTable] | None) -> None:
        """Show these pixels through this window, or nothing."""
        if read is None and self._radiograph is None:
            return
        self._radiograph, self._first_voi = read or (None, None)
        self._shown, self._voi, self._inverted = self._radiograph, self._first_voi, False
        self.radiographChanged.emit()
        if read is not None:
            self.voiChanged.emit()


def _key(radiograph: Radiograph | None) -> tuple[object, ...]:
    """Path, content and frame: a file may change, and each frame lies as it was turned."""
    return () if radiograph is None else (radiograph.source.path, radiograph.source.sha256, radiograph.source.frame)
