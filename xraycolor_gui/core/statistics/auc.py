"""The empirical ROC curve, the area under it, and how two areas on the same cases are compared.

DeLong ER, DeLong DM, Clarke-Pearson DL: Comparing the areas under two or more correlated receiver operating
characteristic curves. Biometrics 44 (1988) 837–845.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import norm, rankdata

from xraycolor_gui.core.statistics.estimate import TAILS, Estimate

Floats = NDArray[np.float64]
Truth = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two areas on the same cases. difference: first less second. p: two-sided."""

    difference: Estimate
    standard_error: float
    z: float
    p: float


def auc(ratings: ArrayLike, truth: ArrayLike) -> float:
    """Chance that a positive case is rated above a negative one, ties counted half; NaN where a kind is missing.

    ratings: one per case, higher is more suspicious. truth: True where the case is positive.
    """
    values, positive = np.asarray(ratings, np.float64), np.asarray(truth, np.bool_)
    if positive.all() or not positive.any():
        return math.nan
    return float(placements(values[None], positive)[0].mean())


def placements(ratings: Floats, truth: Truth) -> tuple[Floats, Floats]:
    """DeLong's structural components: how each case fares against all cases of the other kind.

    ratings: curves × cases. Returns V10, curves × positive cases, and V01, curves × negative cases, both 0 … 1; the
    mean of each row is the curve's area.
    """
    positive, negative = ratings[:, truth], ratings[:, ~truth]
    ranks = rankdata(ratings, axis=1)
    above = (ranks[:, truth] - rankdata(positive, axis=1)) / negative.shape[1]
    below = 1 - (ranks[:, ~truth] - rankdata(negative, axis=1)) / positive.shape[1]
    return above, below


def roc_points(ratings: ArrayLike, truth: ArrayLike) -> tuple[Floats, Floats]:
    """False and true positive rates of the empirical curve, from (0, 0) to (1, 1), one point per distinct rating."""
    values, positive = np.asarray(ratings, np.float64), np.asarray(truth, np.bool_)
    limits = np.unique(values)[::-1]
    called = values[None] >= limits[:, None]
    false, true = called[:, ~positive].mean(axis=1), called[:, positive].mean(axis=1)
    return np.concatenate(([0.0], false)), np.concatenate(([0.0], true))


def delong_covariance(ratings: Floats, truth: Truth) -> Floats:
    """Covariance of the areas of several curves on the same cases, curves × curves (DeLong 1988, equation 5)."""
    above, below = placements(ratings, truth)
    covariance: Floats = np.atleast_2d(np.cov(above)) / above.shape[1] + np.atleast_2d(np.cov(below)) / below.shape[1]
    return covariance


def with_delong(ratings: ArrayLike, truth: ArrayLike) -> Estimate:
    """The area of one curve with its normal interval by DeLong's variance, cut at 0 and 1."""
    values, positive = np.asarray(ratings, np.float64), np.asarray(truth, np.bool_)
    area = auc(values, positive)
    if not _has_two_of_each(positive):
        return Estimate(area)
    reach = float(norm.ppf(TAILS[1])) * math.sqrt(delong_covariance(values[None], positive)[0, 0])
    return Estimate(area, max(area - reach, 0.0), min(area + reach, 1.0))


def delong_test(first: ArrayLike, second: ArrayLike, truth: ArrayLike) -> Compared:
    """Whether two curves on the same cases differ (one reader, two ways of looking).

    p is 1 where both rate every pair of cases alike, NaN where there are fewer than two cases of a kind.
    """
    ratings = np.stack([np.asarray(first, np.float64), np.asarray(second, np.float64)])
    positive = np.asarray(truth, np.bool_)
    difference = auc(ratings[0], positive) - auc(ratings[1], positive)
    if not _has_two_of_each(positive):
        return Compared(Estimate(difference), math.nan, math.nan, math.nan)
    covariance = delong_covariance(ratings, positive)
    error = math.sqrt(max(covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1], 0.0))
    if error < 1e-12:
        certain = abs(difference) < 1e-12
        return Compared(Estimate(difference, difference, difference), 0.0, math.nan, 1.0 if certain else 0.0)
    z = difference / error
    reach = float(norm.ppf(TAILS[1])) * error
    interval = Estimate(difference, difference - reach, difference + reach)
    return Compared(interval, error, z, float(2 * norm.sf(abs(z))))


def _has_two_of_each(truth: Truth) -> bool:
    return bool(truth.sum() >= 2 and (~truth).sum() >= 2)
