"""Which films are open, which one is shown, and the way from one to the next. One part of the session's state."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from xraycolor_gui.core.radiograph import LookupTable, Radiograph, Window
from xraycolor_gui.gui.film_list import FilmList, holds_films
from xraycolor_gui.gui.films import Film, FilmState, Search
from xraycolor_gui.gui.kept import RADIOGRAPH_BYTES, Kept, radiograph_bytes
from xraycolor_gui.gui.notice import Notice, Severity, as_told
from xraycolor_gui.gui.shown_film import ShownFilm
from xraycolor_gui.gui.steps import Steps
from xraycolor_gui.gui.tasks import TaskRunner

ReadFilm = tuple[Radiograph, Window | LookupTable]
#: When a file was changed last and its size; None where it cannot be asked.
Stamp = tuple[int, int] | None

#: A file, and the number of one of its frames.
FrameOf = tuple[Path, int]


def stamp(path: Path) -> Stamp:
    """What tells that a file, or the archive that it lies in, was changed since."""
    try:
        found = path.stat()
    except NotADirectoryError:
        from xraycolor_gui.io.archives import on_disk

        return stamp(holder) if (holder := on_disk(path)) != path else None
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size


class OpenFilms(ShownFilm):
    """The list of open films and the current one's grey. The session is one; views know only the session."""

    filmsChanged = Signal()
    currentChanged = Signal()
    workChanged = Signal()
    searchChanged = Signal()
    noticeRaised = Signal(object)
    closing = Signal()

    def __init__(self, steps: Steps, parent: QObject | None = None, first: OpenFilms | None = None) -> None:
        """first: the session whose list, workers and decoded films this one shares (`second_film`)."""
        super().__init__(steps, parent)
        self._reading = False
        self._later: list[Callable[[], object]] = []
        # Queued: colour begins first.
        self.workChanged.connect(self._do_later, Qt.ConnectionType.QueuedConnection)
        self.tasks: TaskRunner
        self._list: FilmList
        self._kept_radiographs: Kept[FrameOf, tuple[Stamp, ReadFilm]]
        if first is not None:
            self.tasks = TaskRunner(parent=self, beside=first.tasks)
            self._list, self._kept_radiographs = first._list, first._kept_radiographs
            self._list.filmsChanged.connect(self.filmsChanged)
            return
        self.tasks = TaskRunner(2, self)
        self._list = FilmList(self.steps, self)
        self._kept_radiographs = Kept(RADIOGRAPH_BYTES, lambda kept: radiograph_bytes(kept[1][0]))
        self.undo.is_open = lambda path: self._list.find(path) is not None
        self._list.filmsChanged.connect(self.filmsChanged)
        self._list.searchChanged.connect(self.searchChanged)
        self._list.firstFound.connect(self.show)
        self._list.searchFailed.connect(self._search_failed)
        self.workChanged.connect(self._release_search, Qt.ConnectionType.QueuedConnection)

    @property
    def films(self) -> tuple[Film, ...]:
        """Those listed in the studies dock, in its order: films of one patient or folder side by side."""
        return self._list.films

    @property
    def listing(self) -> FilmList:
        """The films with their headings, and how they are searched and ordered."""
        return self._list

    @property
    def current(self) -> Film | None:
        return self._list.find(self._current)

    @property
    def place(self) -> int:
        """Where the current film is in `films`; 0 while there is none."""
        return self._list.place(self.current) if self.current is not None else 0

    @property
    def number(self) -> int:
        """Which of the listed films is shown, from 1; 0 where it is not among those that were asked for."""
        here = self.current
        return self._list.place(here) + 1 if here is not None and self._list.is_listed(here) else 0

    @property
    def search(self) -> Search | None:
        """The folder search that runs or ran last."""
        return self._list.search

    @property
    def reading(self) -> bool:
        """True while the current film's pixels are being read."""
        return self._reading

    @property
    def settled(self) -> bool:
        """False while the current film is read: all other work had better wait."""
        return not self._reading

    def when_settled(self, do: Callable[[], object]) -> None:
        """Do what can wait for the current film's grey: at once if it can be seen, not at all if it is left before."""
        if self.settled:
            do()
        elif do not in self._later:
            self._later.append(do)

    def open_paths(self, paths: Iterable[Path]) -> None:
        """Open files at once, and look through folders in the background; the first of them is shown."""
        paths = tuple(Path(path) for path in paths)
        files = tuple(path for path in paths if not holds_films(path))
        # Opening again is how a reader asks for a file as it is now.
        self._kept_radiographs.forget(lambda key, kept: kept[0] != stamp(key[0]))
        if files:
            self._list.add(tuple(Film(path) for path in files))
            self.show_path(files[0])
        # The headers of the rest can wait for the first grey.
        self._list.look_through(paths, show_first=not files, hold=self._reading)

    def stop_search(self) -> None:
        """Keep what was found so far."""
        self._list.stop()

    def go_to(self, path: Path) -> None:
        if path != self._current:
            self.show_path(path)

    def show(self, film: Film) -> None:
        """Make this the current film; its grey appears as soon as it is read, its colour after that."""
        self.show_path(film.path)

    def show_path(self, path: Path) -> None:
        """As `show`. A film that could not be read is tried again."""
        film = self._list.find(path)
        kept = self._kept_radiographs.get((path, 0))
        if film is None or (path == self._current and (self._reading or kept is not None)):
            return
        self._leave()
        self._current = path
        self.currentChanged.emit()
        if kept is not None:
            self._take_radiograph(kept)
            return
        self._reading = True
        self.workChanged.emit()
        # The stamp first: what is written while the file is read counts as a change.
        self.tasks.start(
            "read",
            lambda _: (stamp(path), self.steps.read(path)),
            self._take_radiograph,
            failed=self._read_failed,
        )

    def next_film(self, step: int = 1) -> None:
        """Go `step` films on, staying inside the list."""
        if self.films:
            here = self.current
            index = self._list.place(here) + step if here is not None and self._list.is_listed(here) else 0
            film = self.films[min(max(index, 0), len(self.films) - 1)]
            if film != self.current:
                self.show(film)

    def next_group(self, step: int = 1) -> None:
        """Go to the first film of the next (or previous) series, study or folder."""
        here = self.current
        if here is None or not self.films:
            return
        at = self._series_end(self._list.place(here), 1 if step > 0 else -1)
        if step < 0:
            at = self._series_end(max(at - 1, 0), -1)
        elif at + 1 < len(self.films):
            at += 1
        else:
            at = self._series_end(at, -1)
        self.show(self.films[at])

    def _series_end(self, at: int, step: int) -> int:
        """The last place, going up or down the list from `at`, of the series there."""
        films = self.films
        series = films[at].group, films[at].study, films[at].series
        while 0 <= at + step < len(films):
            film = films[at + step]
            if (film.group, film.study, film.series) != series:
                break
            at += step
        return at

    def close_film(self, film: Film) -> None:
        """Take the film out of the list; its neighbour is shown instead. Nothing is changed on disk."""
        if (listed := self._list.find(film.path)) is None:
            return
        self.undo.did(self.tr("close film"), lambda: self._reopen(listed), lambda: self.close_film(listed))
        index = self._list.place(listed)
        was_current = film.path == self._current
        if was_current:
            self._leave()
            self._current = None
        self._kept_radiographs.forget(lambda key, _: key[0] == film.path)
        self._list.remove(film.path)
        if was_current:
            if self.films:
                self.show(self.films[min(index, len(self.films) - 1)])
            else:
                self.currentChanged.emit()

    def _reopen(self, film: Film) -> None:
        state = film.state if film.state is FilmState.UNREADABLE else FilmState.WAITING
        self._list.add((replace(film, state=state),))
        self.show_path(film.path)

    def kept_ahead(self, path: Path) -> tuple[Stamp, ReadFilm] | None:
        """The film as it was decoded before, if it is still kept."""
        return self._kept_radiographs.get((path, 0)) if self._kept_radiographs.has((path, 0)) else None

    def keep_ahead(self, path: Path, stamped: tuple[Stamp, ReadFilm]) -> None:
        """Keep a film that was decoded before it was asked for."""
        if self._list.find(path) is not None:
            self._kept_radiographs.keep((path, 0), stamped)

    def close(self) -> None:
        """End all work; no signal comes afterwards."""
        self.closing.emit()
        self.blockSignals(True)
        self._list.close()
        self.tasks.close()

    # Arrivals

    def _take_radiograph(self, stamped: tuple[Stamp, ReadFilm]) -> None:
        assert self._current is not None
        # Until it is said what follows the grey: who listens to the film's arrival is not to begin other work.
        self._reading = True
        self._kept_radiographs.keep((self._current, 0), stamped)
        read = stamped[1]
        self._list.change(
            self._current,
            labels=read[0].labels,
            source=read[0].source,
            state=FilmState.GREY,
            error=None,
        )
        self._set_film(read)
        self._begin_colour()
        self._reading = False
        self.workChanged.emit()

    def _begin_colour(self) -> None:
        """What is to follow the grey; whoever adds colour overrides it."""

    def _read_failed(self, error: Exception) -> None:
        film = self.current
        assert film is not None
        self._reading = False
        self._list.change(film.path, state=FilmState.UNREADABLE, error=as_told(error, film.path))
        self.workChanged.emit()
        self.currentChanged.emit()

    def _leave(self) -> None:
        """Stop all work for the current film and show nothing."""
        self.tasks.cancel("read")
        self._reading = False
        self.set_cursor(None)
        self._later.clear()
        self._set_film(None)
        self.workChanged.emit()

    # What the list tells

    @Slot()
    def _do_later(self) -> None:
        if self.settled:
            later, self._later = self._later, []
            for do in later:
                do()

    @Slot()
    def _release_search(self) -> None:
        if self.settled:
            self._list.release()

    @Slot(object)
    def _search_failed(self, error: Exception) -> None:
        self._raise(Severity.ERROR, error, None)

    def _raise(self, severity: Severity, error: Exception, path: Path | None) -> None:
        told = as_told(error, path)
        self.noticeRaised.emit(Notice(severity, told.what, told.next_step))
