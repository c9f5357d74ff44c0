"""Percentile bootstrap by patient: how far a number would move with other patients of the same kind.

Films are not inferred again. Every gate keeps a small quantity per film, and its number is a function of the films'
weights; a round of the bootstrap draws patients with replacement and weighs each film by how often its patient came.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.training.benchmark.measured import Measured

Weights = NDArray[np.float64]
Statistic = Callable[[Weights], float]

ROUNDS = 400
_SEED = 20
_PERCENT = (2.5, 97.5)


def interval(patients: Sequence[str], statistic: Statistic) -> tuple[float, float]:
    """95 % interval of `statistic`, which takes one weight per film; NaN for fewer than two patients."""
    return between(replicates(patients, statistic))


def replicates(patients: Sequence[str], statistic: Statistic) -> Weights:
    """The statistic's value in every round; the same patients are drawn each time. Empty for fewer than two."""
    names, place = np.unique(np.asarray(patients), return_inverse=True)
    if len(names) < 2:
        return np.empty(0)
    rng = np.random.default_rng(_SEED)
    values = []
    for _ in range(ROUNDS):
        drawn = np.bincount(rng.integers(len(names), size=len(names)), minlength=len(names))
        values.append(statistic(drawn[place].astype(np.float64)))
    return np.asarray(values, np.float64)


def between(values: Weights) -> tuple[float, float]:
    """The ends that hold 95 % of the rounds' values; rounds without a number are left out."""
    finite = values[np.isfinite(values)]
    if not len(finite):
        return math.nan, math.nan
    low, high = np.percentile(finite, _PERCENT)
    return float(low), float(high)


def ratio(parts: Sequence[float], wholes: Sequence[float]) -> Statistic:
    """Sum of the parts over sum of the wholes, such as pixels that lead over all pixels."""
    above, below = np.asarray(parts, np.float64), np.asarray(wholes, np.float64)

    def statistic(weights: Weights) -> float:
        total = float(weights @ below)
        return float(weights @ above) / total if total > 0 else math.nan

    return statistic


def mean(values: Sequence[float]) -> Statistic:
    """Of one value per film."""
    return ratio(values, np.ones(len(values)).tolist())


class Spread:
    """Distributions of one value, a histogram per film: quantiles of all films' pixels at any weights.

    step: width of a bin, in the value's unit; quantiles are exact to it. Values beyond `top` count as `top`.
    """

    def __init__(self, step: float, top: float) -> None:
        self.step = step
        self.bins = math.ceil(top / step) + 1
        self._counts: list[NDArray[np.float64]] = []

    def __len__(self) -> int:
        return len(self._counts)

    def add(self, values: NDArray[np.floating]) -> None:
        """One film's values, 0 or more, of any shape; each film weighs the same however many they are."""
        place = np.minimum((values.ravel() / self.step).astype(np.int64), self.bins - 1)
        counts = np.bincount(place, minlength=self.bins).astype(np.float64)
        self._counts.append(counts / max(counts.sum(), 1.0))

    def quantile(self, part: float) -> Statistic:
        """part: 0 … 1, such as .5 for the median."""
        counts = np.stack(self._counts) if self._counts else np.zeros((0, self.bins))

        def statistic(weights: Weights) -> float:
            total = np.cumsum(weights @ counts)
            if not len(total) or total[-1] <= 0:
                return math.nan
            below = int(np.searchsorted(total, part * total[-1]))
            before = total[below - 1] if below else 0.0
            within = (part * total[-1] - before) / max(total[below] - before, 1e-12)
            return float((below + min(max(within, 0.0), 1.0)) * self.step)

        return statistic


class Pooled:
    """Pixels of many films, each film with the same weight and known by its patient."""

    def __init__(self, step: float, top: float) -> None:
        self.patients: list[str] = []
        self._spread = Spread(step, top)

    def add(self, patient: str, values: NDArray[np.floating]) -> None:
        """A film without a pixel to count is left out."""
        if values.size:
            self.patients.append(patient)
            self._spread.add(values)

    def quantile(self, row: Measured, part: float) -> Measured:
        """`row` with this quantile, NaN without films."""
        return with_interval(row, self.patients, self._spread.quantile(part))


def with_interval(row: Measured, patients: Sequence[str], statistic: Statistic) -> Measured:
    """`row` with its value over all films, each counted once, its interval and its count."""
    low, high = interval(patients, statistic)
    return replace(row, value=statistic(np.ones(len(patients))), low=low, high=high, count=len(patients))
