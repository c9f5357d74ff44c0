"""Films in groups, in the order in which they are listed, and the headings between them."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from xraycolor_gui.core.radiograph import Labels
from xraycolor_gui.core.study import Key, order_in_patient, order_in_series, order_in_study
from xraycolor_gui.gui.films import Film


class Level(Enum):
    """What a heading names."""

    GROUP = "group"
    STUDY = "study"
    SERIES = "series"


@dataclass(frozen=True, eq=False, slots=True)
class Heading:
    """A row with rows below it. `key` is the same for the same heading; `first` is the film it is named after."""

    level: Level
    key: tuple[Key, ...]
    first: Film
    count: int
    rows: tuple[Row, ...]


Row = Heading | Path


class Group:
    """The films of one patient, or of one folder where files tell no patient.

    met: number of the film that came first; groups are listed in this order.
    """

    def __init__(self, key: Key) -> None:
        self.key = key
        self.films: tuple[Film, ...] = ()
        self.met = sys.maxsize
        self._order: dict[Path, tuple[object, ...]] = {}
        self._first: dict[tuple[Key, ...], tuple[object, ...]] = {}

    def add(self, films: Iterable[Film]) -> None:
        """Put films, which are of this group and not in it, in their places."""
        added = tuple(films)
        for film in added:
            self._order[film.path] = self._place(film)
        self.films = tuple(sorted((*self.films, *added), key=lambda film: self._order[film.path]))

    def replace(self, film: Film) -> bool:
        """Take this film in the place of that of the same path; True where its place is another one."""
        place = self._place(film)
        if place == self._order[film.path]:
            at = next(number for number, one in enumerate(self.films) if one.path is film.path or one.path == film.path)
            self.films = (*self.films[:at], film, *self.films[at + 1 :])
            return False
        self.remove(film.path)
        self.add((film,))
        return True

    def remove(self, path: Path) -> None:
        self.films = tuple(film for film in self.films if film.path != path)
        del self._order[path]

    def heading(self, films: tuple[Film, ...]) -> Heading:
        """These of its films below their headings. A level that would say the same of all films is left out."""
        studies = _split(films, lambda film: film.study)
        rows: list[Row] = []
        for key, members in studies:
            series = self._series_rows((self.key, key), members)
            if len(studies) == 1 or len(members) == 1:
                rows += series
            else:
                rows.append(Heading(Level.STUDY, (self.key, key), members[0], len(members), series))
        return Heading(Level.GROUP, (self.key,), films[0], len(films), tuple(rows))

    @staticmethod
    def _series_rows(study: tuple[Key, ...], films: tuple[Film, ...]) -> tuple[Row, ...]:
        split = _split(films, lambda film: film.series)
        rows: list[Row] = []
        for key, members in split:
            paths: tuple[Row, ...] = tuple(film.path for film in members)
            if len(split) == 1 or len(members) == 1:
                rows += paths
            else:
                rows.append(Heading(Level.SERIES, (*study, key), members[0], len(members), paths))
        return tuple(rows)

    def _place(self, film: Film) -> tuple[object, ...]:
        """Sort key: studies and series where their first film put them, whatever later ones say."""
        study = self._first_put((film.study,), order_in_patient(film.labels or Labels(), film.place))
        series = self._first_put((film.study, film.series), (order_in_study(film.place),))
        return study, series, order_in_series(film.place, film.path.name)

    def _first_put(self, key: tuple[Key, ...], order: tuple[object, ...]) -> tuple[object, ...]:
        return self._first.setdefault(key, (*order, len(self._first)))


def _split(films: tuple[Film, ...], key: Callable[[Film], Key]) -> list[tuple[Key, tuple[Film, ...]]]:
    return [(found, tuple(members)) for found, members in itertools.groupby(films, key)]
