"""Folders that were opened are watched: films that come later join the list, and nothing moves but to make room.

The system tells of changes on its own disks. Of what others do on network drives it tells nothing, and systems have
only so many watches; so while the window is active, the folders' times of change are looked at as well.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.tasks import Report, TaskRunner

#: More folders than this are not watched.
MOST_FOLDERS = 1000
#: Milliseconds between two looks at a file; it is read once it has not changed between them.
PAUSE_MS = 1000
#: Milliseconds from one look at all folders' times to the next, and how many times as long as the look itself at least.
TIMES_MS = 5000
_REST = 20

#: Size and time of change of files that were not yet there.
_Sizes = dict[Path, tuple[int, int]]
#: Times of change of folders, in nanoseconds.
_Times = dict[Path, int]


class Watching(QObject):
    """Tells the session's list of films that are new. Hidden files and what is still being written are left out."""

    def __init__(
        self, session: Session, parent: QObject | None = None, pause_ms: int = PAUSE_MS, times_ms: int = TIMES_MS
    ) -> None:
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
        self._folders: dict[Path, None] = {}
        self._times: _Times = {}
        self._times_ms = times_ms
        self._poll = QTimer(self)
        self._poll.setSingleShot(True)
        self._poll.timeout.connect(self._look_at_times)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._wake)
        session.searchChanged.connect(self._follow_search)
        session.closing.connect(self.close)

    def close(self) -> None:
        """Watch no more; nothing arrives afterwards."""
        self._pause.stop()
        self._poll.stop()
        self._runner.close()

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that are watched."""
        return tuple(self._folders)

    @Slot()
    def _follow_search(self) -> None:
        search = self._list.search
        if search is not None and not search.running and self._list.roots:
            roots, seen = tuple(self._list.roots), tuple(self._list.seen)
            self._runner.start("folders", lambda _: _folders(roots, seen), self._watch)

    def _watch(self, folders: list[Path]) -> None:
        new = [folder for folder in folders if folder not in self._folders][: MOST_FOLDERS - len(self._folders)]
        self._folders |= dict.fromkeys(new)
        if new:
            self._watcher.addPaths(sorted(map(str, new)))
            self._wake()

    @Slot()
    def _wake(self) -> None:
        """Look at the folders' times as long as somebody looks at the window."""
        if is_active() and self._folders and not self._poll.isActive() and not self._runner.is_running("times"):
            self._poll.start(self._times_ms)

    @Slot()
    def _look_at_times(self) -> None:
        folders = tuple(self._folders)
        self._runner.start("times", lambda report: _times_of(folders, report), self._compare)

    def _compare(self, found: tuple[_Times, float]) -> None:
        times, seconds = found
        # Of a folder that is looked at for the first time nobody knows whether it has changed since it was searched.
        changed = [folder for folder, time in times.items() if self._times.get(folder) != time]
        self._times = times
        self._note_all(changed)
        self._wake()
        if self._poll.isActive():
            self._poll.start(max(self._times_ms, round(seconds * 1000 * _REST)))

    @Slot(str)
    def _note(self, folder: str) -> None:
        self._note_all([Path(folder)])

    def _note_all(self, folders: Iterable[Path]) -> None:
        self._changed.update(folders)
        if self._changed and not self._pause.isActive():
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


def is_active() -> bool:
    """Whether one of the program's windows is the one that is worked in."""
    return QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive


def _folders(roots: Iterable[Path], seen: Iterable[Path]) -> list[Path]:
    """The folders opened, and those below them that hold files; never what lies above them. In a worker."""
    opened = set(roots)
    found = dict.fromkeys(opened)
    for folder in {path.parent for path in seen}:
        if not opened.isdisjoint((folder, *folder.parents)):
            found[folder] = None
    return [folder for folder in found if os.path.isdir(folder)][:MOST_FOLDERS]  # noqa: PTH112


def _times_of(folders: Iterable[Path], report: Report) -> tuple[_Times, float]:
    """When each folder changed last, and how many seconds it took to find out; in a worker."""
    began, times = monotonic(), {}
    for folder in folders:
        report.check()
        with suppress(OSError):  # the folder, or its drive, went away
            times[folder] = os.stat(folder).st_mtime_ns  # noqa: PTH116 (half as fast by Path)
    return times, monotonic() - began


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
