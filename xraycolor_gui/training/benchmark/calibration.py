"""Gate: confidence is the chance of being right. Expected calibration error (Guo et al., ICML 2017), 15 even bins.

On computed films the leading tissue of every pixel is known. On outlined real films, a pixel is right where the
leading tissue is the outlined one, or, outside all outlines, where it is none of those that are wholly outlined.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.training.benchmark.bootstrap import Weights, with_interval
from xraycolor_gui.training.benchmark.films import Film
from xraycolor_gui.training.benchmark.measured import Measured, Sense
from xraycolor_gui.training.benchmark.survey import Seen

GATE = "calibration of confidence"
_MOST = 0.05
_BINS = 15


@dataclass(eq=False, slots=True)
class Calibration:
    """Sums per film and bin; every film has the same weight."""

    title: str
    _patients: list[str] = field(default_factory=list)
    #: (bins, 3) per film: part of its pixels, sum of confidence, sum of right ones, over all its pixels.
    _sums: list[NDArray[np.float64]] = field(default_factory=list)

    def add(self, patient: str, confidence: NDArray[np.floating], right: NDArray[np.bool_]) -> None:
        """One film's pixels, (n,) each; confidence 0 … 1."""
        if not len(confidence):
            return
        place = np.minimum((confidence * _BINS).astype(np.int64), _BINS - 1)
        values = (np.ones(len(place)), confidence.astype(np.float64), right.astype(np.float64))
        sums = [np.bincount(place, weights=one, minlength=_BINS) for one in values]
        self._patients.append(patient)
        self._sums.append(np.stack(sums, axis=1) / len(place))

    def rows(self, contender: str) -> list[Measured]:
        if not self._sums:
            return []
        sums = np.stack(self._sums)

        def error(weights: Weights) -> float:
            _, confidence, right = np.tensordot(weights / weights.sum(), sums, axes=1).T
            return float(np.abs(confidence - right).sum())

        row = Measured(GATE, f"ECE, {self.title}", contender, 0.0, limit=_MOST, sense=Sense.AT_MOST)
        return [with_interval(row, self._patients, error)]


@dataclass(eq=False, slots=True)
class CalibrationOnFilms:
    """Test films on which heart and lungs are wholly outlined."""

    _found: Calibration = field(default_factory=lambda: Calibration("outlined films of the test split"))

    def wants(self, film: Film) -> bool:
        outlined = film.draws_all_of("lung") and film.draws_all_of("heart")
        return film.radiograph and film.split == "test" and outlined

    def see(self, seen: Seen) -> None:
        confidence = seen.painted.confidence
        if confidence is None or seen.leading is None:
            return
        right = np.ones(seen.leading.shape, np.bool_)
        for tissue, drawn in seen.drawn.tissues.items():
            leads = seen.leads(tissue)
            if leads is None:
                continue
            right &= ~drawn | leads
            if seen.film.draws_all_of(tissue):
                right &= drawn | ~leads
        self._found.add(seen.film.patient, confidence[seen.drawn.known], right[seen.drawn.known])

    def rows(self, contender: str) -> list[Measured]:
        return self._found.rows(contender)
