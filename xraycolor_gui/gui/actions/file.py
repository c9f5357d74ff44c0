"""Opening, exporting, closing."""

from __future__ import annotations

from PySide6.QtCore import QObject

from xraycolor_gui.gui.actions.needs import Needs
from xraycolor_gui.gui.actions.registry import Registry
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
        self.export = make(
            "file.export", tr("&Export…"), "Ctrl+E", meaning="export", menu="file.out", needs=[needs.film, needs.known]
        )
        self.close_film = make(
            "file.close", tr("&Close film"), "Ctrl+W", self._close_film, menu="file.close", needs=[needs.listed]
        )
        self.quit = make("file.quit", tr("&Quit"), "Ctrl+Q", menu="file.quit")

    def _close_film(self) -> None:
        if self._session.current is not None:
            self._session.close_film(self._session.current)
