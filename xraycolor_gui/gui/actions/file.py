"""Opening, exporting, closing."""

from __future__ import annotations

from PySide6.QtCore import QObject

from xraycolor_gui.gui.actions.needs import Needs
from xraycolor_gui.gui.actions.registry import Registry
from xraycolor_gui.gui.notice import Notice, Severity
from xraycolor_gui.gui.session import Session


class FileActions(QObject):
    """What the File menu has."""

    def __init__(self, actions: Registry, session: Session, needs: Needs) -> None:
        super().__init__(actions)
        make, tr = actions.make, self.tr
        self._session = session
        self.open_files = make("file.open", tr("Open &files…"), "Ctrl+O", meaning="file", menu="file.open")
        self.open_folder = make("file.folder", tr("Open a f&older…"), "Ctrl+Shift+O", meaning="open", menu="file.open")
        self.open_sample = make("file.sample", tr("Open the &sample"), meaning="picture", menu="file.open")
        self.keep_recent = make("file.remember", tr("&Remember folders"), check=True, menu="file.recent")
        make("file.save", tr("&Save measurements"), "Ctrl+S", self._save, menu="file.out", needs=[needs.listed])
        self.export = make(
            "file.export", tr("&Export…"), "Ctrl+E", meaning="export", menu="file.out", needs=[needs.film, needs.known]
        )
        self.close_film = make(
            "file.close", tr("&Close film"), "Ctrl+W", self._close_film, menu="file.close", needs=[needs.listed]
        )
        self.quit = make("file.quit", tr("&Quit"), "Ctrl+Q", menu="file.quit")

    def _save(self) -> None:
        """They are saved as they are drawn; who asks is told so, or why not."""
        measured = self._session.measured
        measured.keep_now()
        done = Notice(Severity.DONE, self.tr("All measurements are saved"), self.tr("They are saved while you draw."))
        failed = Notice(Severity.CAUTION, self.tr("Not all measurements are saved"), measured.failure)
        self._session.noticeRaised.emit(done if measured.kept else failed)

    def _close_film(self) -> None:
        film = self._session.at_hand.current
        if film is not None:
            self._session.close_film(film)
