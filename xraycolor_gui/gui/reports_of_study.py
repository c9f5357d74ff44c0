"""The way to the structured reports of the film's own study."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from xraycolor_gui.gui.actions import Actions, Need
from xraycolor_gui.gui.session import Session

if TYPE_CHECKING:
    from xraycolor_gui.gui.dialogs.reports import ReportsDialog

#: Of structured reports (PS3.3 C.17.1).
_MODALITY = "SR"


class ReportsOfStudy(QObject):
    """Connects itself to session and actions; the film is the one at hand. Reports are read when they are shown."""

    def __init__(self, session: Session, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._actions, self._window = session, actions, window
        self._dialog: ReportsDialog | None = None
        there = Need(lambda: bool(self.paths()), self.tr("the study has no structured report"))
        actions.make(
            "film.reports",
            self.tr("Reports of the st&udy…"),
            "Ctrl+R",
            self.show,
            menu="film.shown",
            needs=[actions.needs.film, there],
        )
        session.searchChanged.connect(self._refresh)

    def paths(self) -> tuple[Path, ...]:
        """Files that were found beside the films and are reports of the study at hand."""
        film, search = self._session.at_hand.radiograph, self._session.search
        if film is None or search is None or not film.source.study_uid:
            return ()
        return tuple(
            each.path
            for each in search.skipped
            if each.instance is not None
            and each.instance.labels.modality == _MODALITY
            and each.instance.source.study_uid == film.source.study_uid
        )

    def show(self) -> None:
        """In a window beside the films, which stays where it is from study to study."""
        from xraycolor_gui.gui.dialogs.reports import ReportsDialog

        if self._dialog is None:
            self._dialog = ReportsDialog(self._session, self._window)
        self._dialog.show_reports(self.paths())
        self._dialog.show()
        self._dialog.raise_()

    @Slot()
    def _refresh(self) -> None:
        search = self._session.search
        if search is not None and not search.running:
            self._actions.refresh()
