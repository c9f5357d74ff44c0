"""Agreement on a scale: intraclass correlation of single ratings.

Shrout PE, Fleiss JL: Intraclass correlations: uses in assessing rater reliability. Psychol Bull 86 (1979) 420–428; the
interval of ICC(2,1) with the degrees of freedom as corrected by McGraw and Wong (Psychol Methods 1, 1996, 30–46).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.stats import f as f_distribution

from xraycolor_gui.core.statistics.auc import Floats
from xraycolor_gui.core.statistics.estimate import TAILS, Estimate


@dataclass(frozen=True, slots=True)
class Intraclass:
    """agreement: ICC(2,1), readers drawn at random, so that one who always rates higher disagrees.
    consistency: ICC(3,1), these readers, whose levels may differ.
    """

    agreement: Estimate
    consistency: Estimate


def intraclass(ratings: Floats) -> Intraclass:
    """ratings: cases × readers without gaps; NaN for fewer than two of either, and where nothing varies."""
    cases, readers = ratings.shape
    if cases < 2 or readers < 2 or np.ptp(ratings) == 0:
        return Intraclass(Estimate(math.nan), Estimate(math.nan))
    of_cases, of_readers = ratings.mean(axis=1), ratings.mean(axis=0)
    between = readers * float(of_cases.var(ddof=1))
    levels = cases * float(of_readers.var(ddof=1))
    freedom = (cases - 1) * (readers - 1)
    rest = ratings - of_cases[:, None] - of_readers[None] + ratings.mean()
    noise = float((rest**2).sum()) / freedom
    return Intraclass(_agreement(cases, readers, between, levels, noise), _consistency(cases, readers, between, noise))


def _consistency(cases: int, readers: int, between: float, noise: float) -> Estimate:
    if between + (readers - 1) * noise == 0:
        return Estimate(math.nan)
    value = (between - noise) / (between + (readers - 1) * noise)
    if noise == 0:
        return Estimate(value, value, value)
    ratio, first, second = between / noise, cases - 1, (cases - 1) * (readers - 1)
    low = ratio / float(f_distribution.ppf(TAILS[1], first, second))
    high = ratio * float(f_distribution.ppf(TAILS[1], second, first))
    return Estimate(value, (low - 1) / (low + readers - 1), (high - 1) / (high + readers - 1))


def _agreement(cases: int, readers: int, between: float, levels: float, noise: float) -> Estimate:
    total = between + (readers - 1) * noise + readers * (levels - noise) / cases
    if total <= 0:
        return Estimate(math.nan)
    value = (between - noise) / total
    if noise == 0 and levels == 0:
        return Estimate(value, value, value)
    # Satterthwaite's degrees of freedom of levels and noise together
    of_levels = readers * value / (cases * (1 - value))
    of_noise = 1 + readers * value * (cases - 1) / (cases * (1 - value))
    mixed = (of_levels * levels + of_noise * noise) ** 2
    parts = (of_levels * levels) ** 2 / (readers - 1) + (of_noise * noise) ** 2 / ((cases - 1) * (readers - 1))
    freedom = mixed / parts
    below = float(f_distribution.ppf(TAILS[1], cases - 1, freedom))
    above = float(f_distribution.ppf(TAILS[1], freedom, cases - 1))
    shared = readers * levels + (readers * cases - readers - cases) * noise
    low = cases * (between - below * noise) / (below * shared + cases * between)
    high = cases * (above * between - noise) / (shared + cases * above * between)
    return Estimate(value, low, high)
