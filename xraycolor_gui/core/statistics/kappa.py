"""Agreement on categories beyond chance: Cohen's kappa for two readers, plain or weighted, Fleiss' for several.

Fleiss JL, Cohen J, Everitt BS: Large sample standard errors of kappa and weighted kappa. Psychol Bull 72 (1969)
323–327.
Fleiss JL: Measuring nominal scale agreement among many raters. Psychol Bull 76 (1971) 378–382.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from enum import Enum

import numpy as np
from scipy.stats import norm

from xraycolor_gui.core.statistics.auc import Floats
from xraycolor_gui.core.statistics.estimate import TAILS, Estimate


class Weights(Enum):
    """How far apart two categories count: all alike, by steps, or by squared steps."""

    NONE = "unweighted"
    LINEAR = "linear"
    QUADRATIC = "quadratic"


def cohen_kappa(
    first: Sequence[Hashable],
    second: Sequence[Hashable],
    categories: Sequence[Hashable],
    weights: Weights = Weights.NONE,
) -> Estimate:
    """Agreement of two readers on the same cases, with the normal interval of Fleiss, Cohen and Everitt (1969).

    categories: every answer that can be given, in their order if `weights` counts steps. NaN without cases, and where
    both gave one and the same answer to everything: then there is no chance agreement to be better than.
    """
    if not first:
        return Estimate(math.nan)
    place = {category: number for number, category in enumerate(categories)}
    table = np.zeros((len(place), len(place)))
    for one, other in zip(first, second, strict=True):
        table[place[one], place[other]] += 1
    table /= len(first)
    agreement = _weights(len(place), weights)
    rows, columns = table.sum(axis=1), table.sum(axis=0)
    observed, expected = float((agreement * table).sum()), float(rows @ agreement @ columns)
    if expected > 1 - 1e-12:
        return Estimate(math.nan)
    kappa = (observed - expected) / (1 - expected)
    spread = agreement - (agreement @ columns[:, None] + rows[None] @ agreement) * (1 - kappa)
    variance = (float((table * spread**2).sum()) - (kappa - expected * (1 - kappa)) ** 2) / len(first)
    reach = float(norm.ppf(TAILS[1])) * math.sqrt(max(variance, 0.0)) / (1 - expected)
    return Estimate(kappa, max(kappa - reach, -1.0), min(kappa + reach, 1.0))


def fleiss_kappa(counts: Floats) -> Estimate:
    """Agreement of several readers, with a jackknife interval over the cases.

    counts: cases × categories, how many readers gave that answer; the same number of readers for every case, two at
    least. NaN as in `cohen_kappa`.
    """
    if len(counts) < 2:
        return Estimate(math.nan)
    kappa = _fleiss(counts)
    without = np.array([_fleiss(np.delete(counts, case, axis=0)) for case in range(len(counts))])
    if not (math.isfinite(kappa) and np.isfinite(without).all()):
        return Estimate(kappa)
    error = math.sqrt((len(counts) - 1) * float(without.var()))
    reach = float(norm.ppf(TAILS[1])) * error
    return Estimate(kappa, max(kappa - reach, -1.0), min(kappa + reach, 1.0))


def _weights(count: int, weights: Weights) -> Floats:
    """1 where two categories are the same, 0 where they could not differ more."""
    if weights is Weights.NONE or count < 2:
        return np.eye(count)
    steps = np.abs(np.subtract.outer(np.arange(count), np.arange(count))) / (count - 1)
    apart: Floats = steps if weights is Weights.LINEAR else steps**2
    return 1 - apart


def _fleiss(counts: Floats) -> float:
    readers = counts[0].sum()
    pairs = ((counts**2).sum(axis=1) - readers) / (readers * (readers - 1))
    expected = float(((counts.sum(axis=0) / counts.sum()) ** 2).sum())
    return math.nan if expected > 1 - 1e-12 else float((pairs.mean() - expected) / (1 - expected))
