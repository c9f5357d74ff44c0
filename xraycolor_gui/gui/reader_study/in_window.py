"""File ▸ Reader study…: the main window gives way to the study's, and comes back when that closes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from xraycolor_gui.gui.actions import Actions
from xraycolor_gui.gui.choosers import choose
from xraycolor_gui.gui.notice import Notice, Severity, as_told
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings

if TYPE_CHECKING:
    from xraycolor_gui.gui.reader_study.records import Study
    from xraycolor_gui.gui.reader_study.window import StudyWindow


class ReaderStudyInWindow(QObject):
    """Asks for a plan, and opens its study."""

    def __init__(self, session: Session, settings: Settings, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self.study: StudyWindow | None = None
        actions.make("file.reader_study", self.tr("Reader s&tudy…"), "", self.ask, menu="file.study")

    @Slot()
    def ask(self) -> None:
        """Choose the file of a plan."""
        chooser = choose(
            self._window,
            self.tr("Choose the plan of a reader study"),
            QFileDialog.FileMode.ExistingFile,
            lambda names: self.open(Path(names[0])),
            self._settings,
        )
        chooser.setNameFilter(self.tr("Plans of reader studies (*.toml)"))

    def open(self, plan: Path) -> None:
        """Open the study of this plan; the films that are open here stay open."""
        from xraycolor_gui.gui.reader_study.records import open_study

        self._session.tasks.start("study plan", lambda _: open_study(plan), self._show, failed=self._fail)

    def _show(self, study: Study) -> None:
        from xraycolor_gui.gui.reader_study.window import StudyWindow

        self.study = StudyWindow(study, steps=self._session.steps)
        self.study.closed.connect(self._come_back)
        self.study.resize(self._window.size())
        self.study.showMaximized()
        self._window.hide()

    def _fail(self, error: Exception) -> None:
        told = as_told(error, None)
        self._session.noticeRaised.emit(Notice(Severity.ERROR, told.what, told.next_step))

    @Slot()
    def _come_back(self) -> None:
        """Before the study's window goes, so that the program does not end with it."""
        self._window.show()
        if self.study is not None:
            self.study.deleteLater()
            self.study = None
