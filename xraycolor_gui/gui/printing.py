"""The way to paper: File, Print."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xraycolor_gui.gui.actions import Actions
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.two_films import TwoFilms


class Printing(QObject):
    """Connects itself to actions; the film is the one at hand."""

    def __init__(
        self, session: Session, two_films: TwoFilms, actions: Actions, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._two_films, self._settings, self._window = session, two_films, settings, window
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
        from xraycolor_gui.gui.printed_film import printed_film

        at_hand, second = self._session.at_hand, self._two_films.second
        others = [each for each in (self._session, second) if each is not None and each is not at_hand]
        films = [film for each in (at_hand, *others) if (film := printed_film(each)) is not None]
        if films:
            PrintDialog(films, self._session, self._settings, self._window).show()
