"""The films that are open, in the order they are listed, and the search that fills the list."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from xraycolor_gui.gui.films import Film, FilmState, Search, Skipped, in_groups
from xraycolor_gui.gui.search import Batch, search
from xraycolor_gui.gui.steps import Steps
from xraycolor_gui.gui.tasks import TaskRunner


class FilmList(QObject):
    """Films of one study or folder side by side. Part of the session; views know only the session."""

    filmsChanged = Signal()
    searchChanged = Signal()
    firstFound = Signal(object)
    searchFailed = Signal(object)

    def __init__(self, steps: Steps, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._runner = TaskRunner(1, self)
        self._waiting: list[tuple[tuple[Path, ...], bool]] = []
        self._held = False
        self._show_first = False
        self.films: tuple[Film, ...] = ()
        self._places: dict[Path, int] = {}
        self.search: Search | None = None

    def look_through(self, paths: tuple[Path, ...], show_first: bool, hold: bool = False) -> None:
        """Read the headers of these files, and of all files in these folders, in the background, one search at a time.

        hold: not before `release` is called.
        """
        self._waiting.append((paths, show_first))
        self._held = hold
        self._next()

    def release(self) -> None:
        """Let searches begin."""
        self._held = False
        self._next()

    def _next(self) -> None:
        if self._held or not self._waiting or self._runner.is_running("search"):
            return
        paths, self._show_first = self._waiting.pop(0)
        folders = [path for path in paths if os.path.isdir(path)]  # noqa: PTH112 (Path.is_dir may raise)
        name = folders[0].name if len(folders) == 1 else ""
        self._runner.start(
            "search",
            lambda report: search(paths, name, self._steps, report.partial),
            self._finish,
            failed=self._fail,
            partial=self._take,
        )

    def stop(self) -> None:
        """Keep what was found so far."""
        self._waiting.clear()
        self._runner.cancel("search")
        if self.search is not None and self.search.running:
            self.search = dataclasses.replace(self.search, running=False)
            self.searchChanged.emit()

    def close(self) -> None:
        self._runner.close()

    def find(self, path: Path | None) -> Film | None:
        """The film of this path, if it is open."""
        place = self._places.get(path) if path is not None else None
        return self.films[place] if place is not None else None

    def place(self, film: Film) -> int:
        """Where the film is in the list."""
        return self._places[film.path]

    def add(self, films: tuple[Film, ...]) -> None:
        """Add films; of one that is there already only the labels are taken over."""
        if not films:
            return
        known = {film.path: film for film in self.films}
        for film in films:
            there = known.get(film.path)
            if there is None:
                known[film.path] = film
            elif film.source is not None:
                known[film.path] = dataclasses.replace(there, labels=film.labels, source=film.source)
        self._set(in_groups(tuple(known.values())))

    def change(self, path: Path | None, **changes: Any) -> None:
        """Change fields of one film; nothing happens if it is no longer open."""
        film = self.find(path)
        if film is None:
            return
        changed = dataclasses.replace(film, **changes)
        if changed != film:
            place = self._places[film.path]
            films = (*self.films[:place], changed, *self.films[place + 1 :])
            self._set(films if changed.group == film.group else in_groups(films))

    def remove(self, path: Path) -> None:
        self._set(tuple(film for film in self.films if film.path != path))

    def _set(self, films: tuple[Film, ...]) -> None:
        self.films = films
        self._places = {film.path: place for place, film in enumerate(films)}
        self.filmsChanged.emit()

    def _take(self, batch: Batch) -> None:
        self.search = batch.search
        self.add(batch.films)
        self._mark_unreadable(batch.search.skipped)
        self.searchChanged.emit()
        if self._show_first and batch.films:
            self._show_first = False
            self.firstFound.emit(batch.films[0])

    def _finish(self, batch: Batch) -> None:
        self._take(batch)
        self._next()

    def _mark_unreadable(self, skipped: tuple[Skipped, ...]) -> None:
        """Files that were opened by name stay in the list, with the reason."""
        for file in skipped:
            film = self.find(file.path)
            if film is not None and film.state is FilmState.WAITING:
                self.change(file.path, state=FilmState.UNREADABLE, error=file.error)

    def _fail(self, error: Exception) -> None:
        self.stop()
        self.searchFailed.emit(error)
