"""Films in groups, in the order in which they are listed, and the headings between them."""

from __future__ import annotations

import itertools
import sys
from bisect import insort
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from operator import itemgetter
from pathlib import Path

from xraycolor_gui.core.radiograph import Labels
from xraycolor_gui.core.study import Key, order_in_patient, order_in_series, order_in_study
from xraycolor_gui.gui.films import Film

#: More films than this below one heading are parted into runs, each below a heading of its own.
RUN = 200


class Level(Enum):
    """What a heading names."""

    GROUP = "group"
    STUDY = "study"
    SERIES = "series"
    RUN = "run"


@dataclass(frozen=True, eq=False, slots=True)
class Heading:
    """A row with rows below it. `key` is the same for the same heading; `first` is the film it is named after.

    begins: number, from 1, of its first film below the heading above it.
    """

    level: Level
    key: tuple[object, ...]
    first: Film
    count: int
    rows: tuple[Row, ...]
    begins: int = 1


Row = Heading | Path
#: Where a film stands: its study's place, its series' in that, its own in that; then the film.
_Entry = tuple[tuple[object, ...], tuple[object, ...], tuple[object, ...], int, Film]


class Group:
    """The films of one patient, or of one folder where files tell no patient.

    met: number of the film that came first; groups are listed in this order.
    """

    def __init__(self, key: Key) -> None:
        self.key = key
        self.met = sys.maxsize
        self._entries: list[_Entry] = []
        self._numbers: dict[Path, int] = {}
        self._first: dict[tuple[Key, ...], tuple[object, ...]] = {}
        self._runs: dict[tuple[object, ...], Heading] = {}

    @property
    def films(self) -> tuple[Film, ...]:
        """In their order."""
        return tuple(map(_film, self._entries))

    @property
    def first(self) -> Film:
        return self._entries[0][4]

    def add(self, films: Iterable[tuple[int, Film]]) -> None:
        """Put films, which are of this group and not in it, in their places; with the numbers in which they came."""
        for number, film in films:
            self._entries.append(self._entry(number, film))
            self._numbers[film.path] = number
            self.met = min(self.met, number)
        self._entries.sort(key=_PLACE)

    def replace(self, film: Film) -> bool:
        """Take this film in the place of that of the same path; True where its place is another one."""
        number = self._numbers[film.path]
        at = self._at(number)
        entry = self._entry(number, film)
        moved = entry[:4] != self._entries[at][:4]
        del self._entries[at]
        insort(self._entries, entry, key=_PLACE)
        return moved

    def remove(self, path: Path) -> None:
        del self._entries[self._at(self._numbers.pop(path))]
        self.met = min(self._numbers.values(), default=sys.maxsize)

    def heading(self, wanted: Callable[[Film], bool] | None = None) -> tuple[Heading, tuple[Film, ...]] | None:
        """Its films, if any are wanted, below their headings. A level that would say the same of all is left out."""
        entries = self._entries if wanted is None else [entry for entry in self._entries if wanted(entry[4])]
        if not entries:
            return None
        studies = _split(entries, _STUDY)
        rows: list[Row] = []
        for number, members in studies:
            key = (self.key, number)
            below = self._series_rows(key, members)
            if len(studies) == 1 or len(members) == 1:
                rows += below
            else:
                rows.append(Heading(Level.STUDY, key, members[0][4], len(members), below))
        films = tuple(map(_film, entries))
        return Heading(Level.GROUP, (self.key,), films[0], len(films), tuple(rows)), films

    def _series_rows(self, study: tuple[object, ...], entries: list[_Entry]) -> tuple[Row, ...]:
        split = _split(entries, _SERIES)
        rows: list[Row] = []
        for number, members in split:
            key = (*study, number)
            if len(split) == 1:
                return self._in_runs(key, members)
            if len(members) == 1:
                rows.append(members[0][4].path)
            else:
                rows.append(Heading(Level.SERIES, key, members[0][4], len(members), self._in_runs(key, members)))
        return tuple(rows)

    def _in_runs(self, series: tuple[object, ...], entries: list[_Entry]) -> tuple[Row, ...]:
        if len(entries) <= RUN:
            return tuple([entry[4].path for entry in entries])
        rows: list[Row] = []
        for begin in range(0, len(entries), RUN):
            paths = tuple([entry[4].path for entry in entries[begin : begin + RUN]])
            key = (*series, begin)
            known = self._runs.get(key)
            if known is None or known.rows != paths:
                known = Heading(Level.RUN, key, entries[begin][4], len(paths), paths, begin + 1)
                self._runs[key] = known
            rows.append(known)
        return tuple(rows)

    def _entry(self, number: int, film: Film) -> _Entry:
        """Studies and series stand where their first film put them, whatever later ones say."""
        study, series = film.study, film.series
        in_patient = self._first.get((study,)) or self._put((study,), order_in_patient(_labels(film), film.place))
        in_study = self._first.get((study, series)) or self._put((study, series), (order_in_study(film.place),))
        return in_patient, in_study, order_in_series(film.place, film.path.name), number, film

    def _put(self, key: tuple[Key, ...], order: tuple[object, ...]) -> tuple[object, ...]:
        self._first[key] = placed = (*order, len(self._first))
        return placed

    def _at(self, number: int) -> int:
        return next(at for at, entry in enumerate(self._entries) if entry[3] == number)


_STUDY: Callable[[_Entry], tuple[object, ...]] = itemgetter(0)
_SERIES: Callable[[_Entry], tuple[object, ...]] = itemgetter(1)
_film: Callable[[_Entry], Film] = itemgetter(4)
_PLACE: Callable[[_Entry], tuple[object, ...]] = itemgetter(slice(0, 4))


def _labels(film: Film) -> Labels:
    return film.labels or Labels()


def _split(entries: list[_Entry], place: Callable[[_Entry], tuple[object, ...]]) -> list[tuple[object, list[_Entry]]]:
    """Entries of one study or series together, with the number that it was given when it was first met."""
    if place(entries[0]) is place(entries[-1]):
        return [(place(entries[0])[-1], entries)]
    return [(at[-1], list(members)) for at, members in itertools.groupby(entries, place)]
