"""The way to paper: File, Print."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xraycolor_gui.gui.actions import Actions
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings


class Printing(QObject):
    """Connects itself to actions; the film is the one at hand."""

    def __init__(self, session: Session, actions: Actions, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        actions.make(
            "file.print",
            self.tr("&Print…"),
            "Ctrl+P",
            self.ask,
            menu="file.out",
            needs=[actions.needs.film],
        )

    def ask(self) -> None:
        """Show what would be printed."""
        from xraycolor_gui.gui.dialogs.print_film import PrintDialog

        if self._session.at_hand.voi is not None:
            PrintDialog(self._session.at_hand, self._settings, self._window).show()
