"""Gate: on films with outlined tissues, can these be told by colour among pixels of equal grey?

Beside it stands what a blind answer reaches: the mean colour of all other films of the set at the same place. As
filmed that prior is strong, because lungs lie where lungs lie; off-centre crops tell whether the film was looked at.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import cv2
import numpy as np

from xraycolor_gui.training.benchmark.bootstrap import between, replicates
from xraycolor_gui.training.benchmark.contender import Floats
from xraycolor_gui.training.benchmark.films import SEED, Film, group_title
from xraycolor_gui.training.benchmark.measured import Measured, Sense
from xraycolor_gui.training.benchmark.separability import (
    RankTable,
    Samples,
    Whole,
    at_places,
    place_samples,
    pooled_auc,
    ranked,
)
from xraycolor_gui.training.benchmark.survey import Seen, rng_of

GATE = "equal-grey AUC"
AS_FILMED, OFF_CENTRE = "as filmed", "off-centre"
#: Fewer films than this cannot be parted into halves that learn from each other.
_FEWEST = 4
#: Side of the grid that the prior's colours are averaged on.
_GRID = 96
#: By tissue: least AUC as filmed, least AUC on off-centre crops, least margin over the prior there.
_LIMITS = {"lung": (0.99, 0.98, 0.30), "heart": (0.99, 0.985, 0.19)}
#: On crops, for lungs that are outlined with the part behind the heart.
_BEHIND_HEART = 0.985


@dataclass(eq=False, slots=True)
class _Sampled:
    film: Film
    places: Whole
    shape: tuple[int, int]
    samples: dict[str, Samples]
    grid: Floats


@dataclass(eq=False, slots=True)
class EqualGrey:
    """Wants films on which all of a tissue is outlined; one row and its margin per set of films and tissue."""

    cut: str = AS_FILMED
    _found: list[_Sampled] = field(default_factory=list)

    def wants(self, film: Film) -> bool:
        return film.radiograph and any(film.draws_all_of(s.tissue) for s in film.structures)

    def see(self, seen: Seen) -> None:
        places = place_samples(seen.level, seen.drawn.known, rng_of(seen.film, 1))
        chroma = seen.painted.chroma
        samples = {
            tissue: at_places(places, seen.level, chroma, inside)
            for tissue, inside in seen.drawn.tissues.items()
            if seen.film.draws_all_of(tissue)
        }
        grid = np.asarray(cv2.resize(chroma, (_GRID, _GRID), interpolation=cv2.INTER_AREA), np.float32)
        self._found.append(_Sampled(seen.film, places, seen.painted.shape, samples, grid))

    def rows(self, contender: str) -> list[Measured]:
        sets: dict[tuple[str, tuple[str, ...]], list[_Sampled]] = {}
        for found in self._found:
            names = tuple(s.name for s in found.film.structures)
            sets.setdefault((found.film.folder, names), []).append(found)
        rows = []
        for key in sorted(sets):
            members = sorted(sets[key], key=lambda one: one.film.path.as_posix())
            if len(members) >= _FEWEST:
                rows += self._of_set(contender, members)
        return rows

    def _of_set(self, contender: str, members: Sequence[_Sampled]) -> list[Measured]:
        title = group_title([one.film for one in members])
        patients = [one.film.patient for one in members]
        blind = _blind(members)
        rows = []
        for tissue in sorted({name for one in members for name in one.samples}):
            having = [i for i, one in enumerate(members) if tissue in one.samples]
            chosen = [members[i].samples[tissue] for i in having]
            guessed = [replace(members[i].samples[tissue], chroma=blind[i]) for i in having]
            own, prior = ranked(chosen, SEED), ranked(guessed, SEED)
            rows += self._rows(
                Measured(GATE, f"{tissue}, {title}, {self.cut}", contender, pooled_auc(own), count=len(having)),
                _limits(tissue, members[0].film, self.cut),
                (RankTable(own), RankTable(prior)),
                pooled_auc(prior),
                [patients[i] for i in having],
            )
        return rows

    def _rows(
        self,
        row: Measured,
        limits: tuple[float, float],
        tables: tuple[RankTable, RankTable],
        prior: float,
        patients: Sequence[str],
    ) -> list[Measured]:
        """The AUC, the prior's, and the margin between them."""
        own, blind = (replicates(patients, table.auc) for table in tables)

        def held(one: Measured, limit: float) -> Measured:
            return one if math.isnan(limit) else replace(one, limit=limit, sense=Sense.AT_LEAST)

        low, high = between(own)
        main = held(replace(row, low=low, high=high), limits[0])
        low, high = between(blind)
        guess = replace(row, gate="position prior", value=prior, low=low, high=high)
        low, high = between(own - blind)
        over = replace(row, gate="margin over the position prior", value=row.value - prior, low=low, high=high)
        return [main, guess, held(over, limits[1])]


def _limits(tissue: str, film: Film, cut: str) -> tuple[float, float]:
    """Least AUC and least margin over the prior; NaN for what is only reported."""
    if tissue not in _LIMITS:
        return math.nan, math.nan
    filmed, crops, margin = _LIMITS[tissue]
    if cut == AS_FILMED:
        return filmed, math.nan
    return (_BEHIND_HEART if tissue == "lung" and film.lungs_behind_heart else crops), margin


def _blind(members: Sequence[_Sampled]) -> list[Floats]:
    """For every film's sampled pixels, the mean colour (n, 2) of all other films at their places."""
    total = np.sum([one.grid for one in members], axis=0, dtype=np.float64)
    found = []
    for one in members:
        others = ((total - one.grid) / max(1, len(members) - 1)).astype(np.float32)
        rows, columns = np.unravel_index(one.places, one.shape)
        where = (columns + 0.5) * _GRID / one.shape[1] - 0.5, (rows + 0.5) * _GRID / one.shape[0] - 0.5
        across, down = (np.asarray(axis, np.float32)[:, None] for axis in where)
        taken = cv2.remap(others, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        found.append(np.asarray(taken, np.float32).reshape(-1, 2))
    return found
