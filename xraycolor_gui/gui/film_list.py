"""The films that are open, in the order they are listed, and the search that fills the list."""

from __future__ import annotations

import dataclasses
import itertools
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from xraycolor_gui.core.study import Key
from xraycolor_gui.gui.film_find import Sort, found_by, sort_key, words_of
from xraycolor_gui.gui.film_groups import Group, Heading
from xraycolor_gui.gui.films import Film, FilmState, Search, Skipped
from xraycolor_gui.gui.search import Batch, OneByOne
from xraycolor_gui.gui.steps import Steps
from xraycolor_gui.gui.tasks import TaskRunner

#: A group's heading and its films, as many as were asked for.
Listing = tuple[Heading, tuple[Film, ...]]


class FilmList(QObject):
    """Films of one patient or folder side by side. Part of the session; views know only the session."""

    filmsChanged = Signal()
    #: Path of a film that changed in its place.
    filmChanged = Signal(object)
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
        self.search: Search | None = None
        #: Folders that were opened, and every file and folder that was met in them.
        self.roots: dict[Path, None] = {}
        self.seen: set[Path] = set()
        self._new: list[Path] = []
        self.find_text = ""
        self.sort = Sort.FOUND
        #: Whether a film that is new to the list is a key image; whoever keeps them says so.
        self.is_key: Callable[[Film], bool] = lambda _: False
        self._films: dict[Path, Film] = {}
        self._words: dict[Path, str] = {}
        self._arrivals: dict[Path, int] = {}
        self._groups: dict[Key, Group] = {}
        self._listings: dict[Key, Listing | None] = {}
        self._sorted: list[Key] | None = []
        self._listed: tuple[Heading, ...] | None = ()
        self._in_order: tuple[Film, ...] | None = ()

    # The films

    @property
    def films(self) -> tuple[Film, ...]:
        """Those that are listed, in the order they are listed."""
        if self._in_order is None:
            self._in_order = tuple(itertools.chain.from_iterable(films for _, films in self._listings_in_order()))
        return self._in_order

    @property
    def count(self) -> int:
        """How many are listed; sooner told than the films themselves."""
        return sum(heading.count for heading in self.groups)

    @property
    def groups(self) -> tuple[Heading, ...]:
        """The listed films below their headings; the same object as long as nothing was added, moved or removed."""
        if self._listed is None:
            self._listed = tuple(heading for heading, _ in self._listings_in_order())
        return self._listed

    def find(self, path: Path | None) -> Film | None:
        """The film of this path, if it is open."""
        return self._films.get(path) if path is not None else None

    def place(self, film: Film) -> int:
        """Where the film is in the list; 0 where it is not listed."""
        before = 0
        for heading in self.groups:
            if heading.key == (film.group,):
                return before + max(self._place_in_group(film), 0)
            before += heading.count
        return 0

    def is_listed(self, film: Film) -> bool:
        """Whether the film is among those that were asked for."""
        return self._place_in_group(film) >= 0

    def add(self, films: tuple[Film, ...]) -> None:
        """Add films; of one that is there already only what its header tells is taken over."""
        new: dict[Path, Film] = {}
        for film in films:
            there = self._films.get(film.path)
            if there is None:
                new[film.path] = dataclasses.replace(film, key=True) if self.is_key(film) else film
            elif film.source is not None:
                told = {"labels": film.labels, "source": film.source, "place": film.place}
                self._replace(there, dataclasses.replace(there, **told))  # type: ignore[arg-type]
        by_group: dict[Key, list[Film]] = {}
        for film in new.values():
            by_group.setdefault(film.group, []).append(film)
            self._words[film.path] = words_of(film)
            # A film that was closed comes back to where it was.
            self._arrivals.setdefault(film.path, len(self._arrivals))
        self._films |= new
        for key, members in by_group.items():
            self._put_in(key, members)
        if films:
            self._tell()

    def change(self, path: Path | None, **changes: Any) -> None:
        """Change fields of one film; nothing happens if it is no longer open."""
        film = self.find(path)
        if film is None:
            return
        changed = dataclasses.replace(film, **changes)
        if changed == film:
            return
        self._replace(film, changed)
        self.filmChanged.emit(film.path)
        self._tell()

    def remove(self, path: Path) -> None:
        film = self._films.pop(path, None)
        if film is not None:
            self._take_out(film)
            del self._words[path]
            self._tell()

    def set_find(self, text: str) -> None:
        """List only films of which every word of the text is told."""
        if text.split() != self.find_text.split():
            self._listings.clear()
            self.find_text = text
            self._forget_order()
            self._tell()

    def set_sort(self, sort: Sort) -> None:
        """Order the groups; films in them stay in the order of their numbers."""
        if sort is not self.sort:
            self.sort = sort
            self._forget_order()
            self._tell()

    def _place_in_group(self, film: Film) -> int:
        """-1 where it is not listed."""
        listing = self._listing(film.group) if film.group in self._groups else None
        members = listing[1] if listing is not None else ()
        return next((place for place, one in enumerate(members) if one.path == film.path), -1)

    def _listings_in_order(self) -> list[Listing]:
        if self._sorted is None:
            keys = sorted(self._groups, key=lambda key: self._groups[key].met)
            self._sorted = [key for key in keys if self._listing(key) is not None]
            if self.sort is not Sort.FOUND:
                self._sorted.sort(key=lambda key: sort_key(self.sort, self._groups[key].first))
        return [listing for key in self._sorted if (listing := self._listings[key]) is not None]

    def _listing(self, key: Key) -> Listing | None:
        """The group's heading and its films that were asked for, if there are any."""
        if key not in self._listings:
            self._listings[key] = self._groups[key].heading(self._is_wanted if self.find_text.strip() else None)
        return self._listings[key]

    def _is_wanted(self, film: Film) -> bool:
        return found_by(self.find_text, self._words[film.path], film)

    def _group(self, key: Key) -> Group:
        """The group of this key, about to be changed."""
        self._listings.pop(key, None)
        self._forget_order()
        return self._groups.setdefault(key, Group(key))

    def _replace(self, film: Film, changed: Film) -> None:
        self._films[film.path] = changed
        if changed.group != film.group:
            self._take_out(film)
            self._put_in(changed.group, (changed,))
        elif self._groups[film.group].replace(changed) or changed.labels != film.labels:
            self._group(film.group)
        else:
            self._put_in_place(changed)
        if changed.labels is not film.labels:
            self._words[film.path] = words_of(changed)

    def _put_in_place(self, film: Film) -> None:
        """Its row stays as it is; but who asks for the films must get this one."""
        listing, self._in_order = self._listings.get(film.group), None
        if listing is not None:
            heading, films = listing
            self._listings[film.group] = heading, tuple(film if one.path == film.path else one for one in films)

    def _put_in(self, key: Key, films: Sequence[Film]) -> None:
        self._group(key).add((self._arrivals[film.path], film) for film in films)

    def _take_out(self, film: Film) -> None:
        group = self._group(film.group)
        group.remove(film.path)
        if group.met == sys.maxsize:
            del self._groups[film.group]

    def _forget_order(self) -> None:
        self._sorted = self._listed = self._in_order = None

    def _tell(self) -> None:
        self.filmsChanged.emit()

    # The search

    def look_through(self, paths: tuple[Path, ...], show_first: bool, hold: bool = False) -> None:
        """Read the headers of these files, and of all files in these folders, in the background, one search at a time.

        hold: not before `release` is called.
        """
        self._waiting.append((paths, show_first))
        self._held = hold
        self._next()

    def look_for_new(self, paths: tuple[Path, ...]) -> None:
        """Read the headers of files that came later; the last search counts them as its own."""
        self._new += [path for path in paths if path not in self.seen]
        self.seen.update(paths)
        if self._new and not self._runner.is_running("new"):
            paths, self._new = tuple(self._new), []
            batches = OneByOne(self._take_new)
            self._runner.start(
                "new",
                lambda report: batches.search(paths, "", self._steps, report),
                self._finish_new,
                failed=self._fail,
                partial=batches.take,
            )

    def release(self) -> None:
        """Let searches begin."""
        self._held = False
        self._next()

    def stop(self) -> None:
        """Keep what was found so far."""
        self._waiting.clear()
        self._runner.cancel("search")
        if self.search is not None and self.search.running:
            self.search = dataclasses.replace(self.search, running=False)
            self.searchChanged.emit()

    def close(self) -> None:
        self._runner.close()

    def _next(self) -> None:
        if self._held or not self._waiting or self._runner.is_running("search"):
            return
        paths, self._show_first = self._waiting.pop(0)
        folders = [path for path in paths if holds_films(path)]
        self.roots |= dict.fromkeys(folders)
        name = folders[0].name if len(folders) == 1 else ""
        batches = OneByOne(self._take)
        self._runner.start(
            "search",
            lambda report: batches.search(paths, name, self._steps, report),
            self._finish,
            failed=self._fail,
            partial=batches.take,
        )

    def _take(self, batch: Batch) -> None:
        self.search = batch.search
        self._note_seen(batch)
        self.add(batch.films)
        self._mark_unreadable(batch.search.skipped)
        self.searchChanged.emit()
        if self._show_first and batch.films:
            self._show_first = False
            self.firstFound.emit(batch.films[0])

    def _finish(self, batch: Batch) -> None:
        self._take(batch)
        self._next()

    def _take_new(self, batch: Batch) -> None:
        self._note_seen(batch)
        self.add(batch.films)

    def _finish_new(self, batch: Batch) -> None:
        self._take_new(batch)
        last, new = self.search, batch.search
        if last is not None:
            self.search = dataclasses.replace(
                last,
                read=last.read + new.read,
                total=last.total + new.total,
                films=last.films + new.films,
                skipped=last.skipped + new.skipped,
                namesakes=last.namesakes + new.namesakes,
            )
            self.searchChanged.emit()
        self.look_for_new(())

    def _note_seen(self, batch: Batch) -> None:
        for path in itertools.chain((film.path for film in batch.films), (file.path for file in batch.search.skipped)):
            # With the folder or the archive that it lies in, and those above.
            while path not in self.seen:
                self.seen.add(path)
                path = path.parent  # noqa: PLW2901

    def _mark_unreadable(self, skipped: tuple[Skipped, ...]) -> None:
        """Files that were opened by name stay in the list, with the reason."""
        for file in skipped:
            film = self.find(file.path)
            if film is not None and film.state is FilmState.WAITING:
                self.change(file.path, state=FilmState.UNREADABLE, error=file.error)

    def _fail(self, error: Exception) -> None:
        self.stop()
        self.searchFailed.emit(error)


def holds_films(path: Path) -> bool:
    """Whether films are to be searched there rather than read: a folder, a zip archive, a medium's directory."""
    named = path.name.casefold()
    folder = os.path.isdir(path)  # noqa: PTH112 (Path.is_dir may raise)
    return folder or named.endswith(".zip") or named.split(";")[0].rstrip(".") == "dicomdir"
