"""Three ways to the covariance of areas on the same cases; each takes ratings, curves × cases, and the truth."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from xraycolor_gui.core.statistics.auc import Floats, Truth, delong_covariance


def jackknife_covariance(ratings: Floats, truth: Truth) -> Floats:
    """From the areas with each case left out in turn (Quenouille, Tukey); needs two cases of each kind."""
    wins = _wins(ratings, truth)
    positives, negatives = wins.shape[1:]
    total = wins.sum(axis=(1, 2))[:, None]
    without_positive = (total - wins.sum(axis=2)) / ((positives - 1) * negatives)
    without_negative = (total - wins.sum(axis=1)) / (positives * (negatives - 1))
    areas = np.concatenate([without_positive, without_negative], axis=1)
    cases = areas.shape[1]
    covariance: Floats = np.atleast_2d(np.cov(areas)) * (cases - 1) ** 2 / cases
    return covariance


def unbiased_covariance(ratings: Floats, truth: Truth) -> Floats:
    """The U-statistic that is unbiased for any number of cases (Gallas 2006, one-shot estimate)."""
    wins = _wins(ratings, truth)
    curves, positives, negatives = wins.shape
    flat = wins.reshape(curves, -1)
    by_positive, by_negative, total = wins.sum(axis=2), wins.sum(axis=1), flat.sum(axis=1)
    same_both = flat @ flat.T
    same_positive = by_positive @ by_positive.T - same_both
    same_negative = by_negative @ by_negative.T - same_both
    neither = np.outer(total, total) - same_both - same_positive - same_negative
    pairs = positives * negatives
    moments = (same_both + same_positive + same_negative + neither) / pairs**2
    squared_mean = neither / (pairs * (positives - 1) * (negatives - 1))
    covariance: Floats = moments - squared_mean
    return covariance


def _wins(ratings: Floats, truth: Truth) -> Floats:
    """Curves × positive cases × negative cases: 1 where the positive is rated higher, .5 for a tie, else 0."""
    difference = ratings[:, truth][:, :, None] - ratings[:, ~truth][:, None, :]
    wins: Floats = (np.sign(difference) + 1) / 2
    return wins


#: By the name that a report states.
COVARIANCES: Mapping[str, Callable[[Floats, Truth], Floats]] = {
    "DeLong": delong_covariance,
    "jackknife": jackknife_covariance,
    "unbiased": unbiased_covariance,
}
