"""Ways for films into the window: choosers, the shipped sample, recent folders, drag and drop."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from xraycolor_gui.gui.actions import Actions
from xraycolor_gui.gui.choosers import choose
from xraycolor_gui.gui.notice import Notice, Severity
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings


class Opening(QObject):
    """Hands paths to the session, and remembers folders. recentChanged: one more, or how many films it holds."""

    recentChanged = Signal()

    def __init__(self, session: Session, settings: Settings, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self._counted: Path | None = None
        for action, do in (
            (actions.file.open_files, self.choose_files),
            (actions.file.open_folder, self.choose_folder),
            (actions.file.open_sample, self.open_sample),
        ):
            action.triggered.connect(lambda _, do=do: do())
        actions.file.keep_recent.setChecked(settings.keeps_recent())
        actions.file.keep_recent.triggered.connect(self._keep_recent)
        session.searchChanged.connect(self._count_recent)

    def open_paths(self, paths: Iterable[Path]) -> None:
        """Open files and folders; a folder is remembered."""
        paths = tuple(paths)
        folders = [path for path in paths if os.path.isdir(path)]  # noqa: PTH112 (Path.is_dir may raise)
        if len(folders) == 1:
            self._counted = folders[0]
            self._settings.add_recent(folders[0], 0, datetime.date.today().isoformat())
        self._session.open_paths(paths)

    def open_folder(self, folder: Path) -> None:
        self.open_paths((folder,))

    @Slot()
    def open_sample(self) -> None:
        """Open the radiographs that are shipped."""
        from xraycolor_gui.io.resources import sample_paths

        paths = sample_paths()
        if paths:
            self._session.open_paths(paths)
        else:
            words = self.tr("The sample radiographs are missing."), self.tr("Install XrayColor again.")
            self._session.noticeRaised.emit(Notice(Severity.CAUTION, *words))

    @Slot()
    def choose_files(self) -> None:
        self._choose(QFileDialog.FileMode.ExistingFiles, self.tr("Open files"))

    @Slot()
    def choose_folder(self) -> None:
        self._choose(QFileDialog.FileMode.Directory, self.tr("Open a folder"))

    def drag_entered(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropped(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.open_paths(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())

    def _choose(self, mode: QFileDialog.FileMode, title: str) -> None:
        recent = self._settings.recent()
        start = recent[0].path if recent else None
        choose(self._window, title, mode, lambda names: self.open_paths(map(Path, names)), self._settings, start=start)

    @Slot()
    def _count_recent(self) -> None:
        """The number of films beside a recent folder, once the search is over."""
        search = self._session.search
        if search is not None and not search.running and self._counted is not None:
            self._settings.add_recent(self._counted, search.films, datetime.date.today().isoformat())
            self._counted = None
            self.recentChanged.emit()

    @Slot(bool)
    def _keep_recent(self, keep: bool) -> None:
        self._settings.set_keeps_recent(keep)
        self.recentChanged.emit()
