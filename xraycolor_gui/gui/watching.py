"""Folders that were opened are watched: films that come later join the list, and nothing moves but to make room."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Slot

from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.tasks import TaskRunner

#: More folders than this are not watched: systems have only so many watches for all programs.
MOST_FOLDERS = 1000
#: Milliseconds between two looks at a file; it is read once it has not changed between them.
PAUSE_MS = 1000

#: Size and time of change of files that were not yet there.
_Sizes = dict[Path, tuple[int, int]]


class Watching(QObject):
    """Tells the session's list of films that are new. Hidden files and what is still being written are left out."""

    def __init__(self, session: Session, parent: QObject | None = None, pause_ms: int = PAUSE_MS) -> None:
        super().__init__(parent)
        self._list = session.listing
        self._runner = TaskRunner(1, self)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._note)
        self._changed: set[Path] = set()
        self._sizes: _Sizes = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self._look)
        session.searchChanged.connect(self._follow_search)
        session.closing.connect(self.close)

    def close(self) -> None:
        """Watch no more; nothing arrives afterwards."""
        self._pause.stop()
        self._runner.close()

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that are watched."""
        return tuple(map(Path, self._watcher.directories()))

    @Slot()
    def _follow_search(self) -> None:
        search = self._list.search
        if search is not None and not search.running and self._list.roots:
            roots, seen = tuple(self._list.roots), tuple(self._list.seen)
            self._runner.start("folders", lambda _: _folders(roots, seen), self._watch)

    def _watch(self, folders: list[Path]) -> None:
        new = {str(folder) for folder in folders} - set(self._watcher.directories())
        if new:
            self._watcher.addPaths(sorted(new))

    @Slot(str)
    def _note(self, folder: str) -> None:
        self._changed.add(Path(folder))
        if not self._pause.isActive():
            self._pause.start()

    @Slot()
    def _look(self) -> None:
        folders, seen, before = tuple(self._changed), frozenset(self._list.seen), self._sizes
        self._runner.start("look", lambda _: _news(folders, seen, before), self._take)

    def _take(self, found: tuple[list[Path], _Sizes]) -> None:
        ready, self._sizes = found
        self._list.look_for_new(tuple(ready))
        self._watch([path for path in ready if os.path.isdir(path)])  # noqa: PTH112 (Path.is_dir may raise)
        if self._sizes:
            self._pause.start()
        else:
            self._changed.clear()


def _folders(roots: Iterable[Path], seen: Iterable[Path]) -> list[Path]:
    """The folders opened, and those below them that hold files; never what lies above them. In a worker."""
    opened = set(roots)
    found = dict.fromkeys(opened)
    for folder in {path.parent for path in seen}:
        if not opened.isdisjoint((folder, *folder.parents)):
            found[folder] = None
    return [folder for folder in found if os.path.isdir(folder)][:MOST_FOLDERS]  # noqa: PTH112


def _news(folders: Iterable[Path], seen: frozenset[Path], before: _Sizes) -> tuple[list[Path], _Sizes]:
    """Files and folders not seen before that no longer grow, and the sizes of those that may; in a worker."""
    from xraycolor_gui.io.study_walk import is_left_out

    ready: list[Path] = []
    growing: _Sizes = {}
    for folder in folders:
        try:
            with os.scandir(folder) as entries:
                new = [one for one in entries if not is_left_out(one.name) and folder / one.name not in seen]
        except OSError:  # the folder went away
            continue
        for entry in new:
            path = folder / entry.name
            now = _size(entry)
            if now is not None and before.get(path) == now:
                ready.append(path)
            elif now is not None:
                growing[path] = now
    return sorted(ready), growing


def _size(entry: os.DirEntry[str]) -> tuple[int, int] | None:
    """None for what is no film and no folder, and for what is gone by now."""
    try:
        about = entry.stat()
    except OSError:
        return None
    return about.st_size, about.st_mtime_ns
