"""How much of the chroma follows from the grey alone: a colour table over grey has all of it, by construction."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.training.benchmark.bootstrap import Weights, with_interval
from xraycolor_gui.training.benchmark.films import Film
from xraycolor_gui.training.benchmark.measured import Measured
from xraycolor_gui.training.benchmark.survey import Seen

GATE = "chroma variance explained by grey"
_BINS = 50


@dataclass(eq=False, slots=True)
class ExplainedByGrey:
    """All radiographs together, every film with the same weight, in bins of 2 L*; nothing is held to a limit."""

    _patients: list[str] = field(default_factory=list)
    #: Per film (bins, 3): pixels, sums of a* and b*, as parts of all its pixels; and its mean of a*² + b*².
    _sums: list[NDArray[np.float64]] = field(default_factory=list)
    _squares: list[float] = field(default_factory=list)

    def wants(self, film: Film) -> bool:
        return film.radiograph

    def see(self, seen: Seen) -> None:
        place = np.clip(seen.level.ravel() / (100 / _BINS), 0, _BINS - 1).astype(np.int64)
        a, b = (seen.painted.chroma[..., axis].ravel().astype(np.float64) for axis in (0, 1))
        sums = [np.bincount(place, weights=values, minlength=_BINS) for values in (np.ones_like(a), a, b)]
        self._patients.append(seen.film.patient)
        self._sums.append(np.stack(sums, axis=1) / len(place))
        self._squares.append(float((a * a + b * b).mean()))

    def rows(self, contender: str) -> list[Measured]:
        if not self._sums:
            return []
        sums, squares = np.stack(self._sums), np.asarray(self._squares)

        def explained(weights: Weights) -> float:
            """Between the bins' mean colours over all: 1 − rest / whole variance."""
            pixels, ab = np.split(np.tensordot(weights / weights.sum(), sums, axes=1), [1], axis=1)
            mean = float((ab.sum(axis=0) ** 2).sum())
            between = float((ab**2 / np.maximum(pixels, 1e-12)).sum())
            whole = float(weights @ squares / weights.sum()) - mean
            return (between - mean) / whole if whole > 1e-6 else math.nan

        return [with_interval(Measured(GATE, "all radiographs", contender, 0.0), self._patients, explained)]
