"""Several readers, several cases, several ways of looking: the analysis of variance of Obuchowski and Rockette.

Obuchowski NA, Rockette HE: Hypothesis testing of diagnostic accuracy for multiple readers and multiple tests.
Commun Stat Simul Comput 24 (1995) 285–308. Degrees of freedom: Hillis SL: A comparison of denominator degrees of
freedom methods for multiple observer ROC analysis. Stat Med 26 (2007) 596–619. Every reader rates every case every way.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from itertools import combinations

import numpy as np
from scipy.stats import chi2
from scipy.stats import f as f_distribution
from scipy.stats import t as t_distribution

from xraycolor_gui.core.statistics.auc import Floats, Truth, auc
from xraycolor_gui.core.statistics.auc_covariance import COVARIANCES
from xraycolor_gui.core.statistics.estimate import TAILS, Estimate


class Reach(Enum):
    """To whom a result reaches: who and what is taken as drawn at random from all readers and cases of the kind."""

    READERS_AND_CASES = "random readers, random cases"
    CASES = "fixed readers, random cases"
    READERS = "random readers, fixed cases"


@dataclass(frozen=True, slots=True)
class Components:
    """Mean squares of the areas, treatments × readers, and means of their covariance.

    error: variance of one area. same_reader (Cov1): one reader, two treatments. same_treatment (Cov2): two readers, one
    treatment. nothing_same (Cov3): two of both. treatment, reader, treatment_reader: mean squares.
    """

    error: float
    same_reader: float
    same_treatment: float
    nothing_same: float
    treatment: float
    reader: float
    treatment_reader: float


@dataclass(frozen=True, slots=True)
class Difference:
    """first, second: numbers of the treatments. difference: first less second."""

    first: int
    second: int
    difference: Estimate
    standard_error: float
    degrees_of_freedom: float
    p: float


@dataclass(frozen=True, slots=True)
class Result:
    """One analysis. f, degrees_of_freedom (of the denominator; the numerator's are treatments − 1) and p: of the
    hypothesis that all treatments have the same area. means: area of each treatment over the readers.
    """

    reach: Reach
    f: float
    degrees_of_freedom: float
    p: float
    means: tuple[Estimate, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class MultiReader:
    """areas: treatments × readers."""

    areas: tuple[tuple[float, ...], ...]
    covariance: str
    components: Components
    results: tuple[Result, ...]

    def of(self, reach: Reach) -> Result:
        """The analysis that reaches so far. Raises KeyError: with one reader only the cases can be random."""
        for result in self.results:
            if result.reach is reach:
                return result
        raise KeyError(reach)


def obuchowski_rockette(ratings: Floats, truth: Truth, covariance: str = "DeLong") -> MultiReader:
    """Compare treatments by the area under the empirical curve.

    ratings: treatments × readers × cases, without gaps, two treatments and two cases of each kind at least; with one
    reader there is only the result for fixed readers. covariance: a name in `COVARIANCES`.
    """
    treatments, readers, cases = ratings.shape
    areas = np.array([[auc(one, truth) for one in rows] for rows in ratings])
    flat = ratings.reshape(treatments * readers, cases)
    covariances = COVARIANCES[covariance](flat, truth).reshape(treatments, readers, treatments, readers)
    parts = _components(areas, covariances)
    reaches = tuple(Reach) if readers > 1 else (Reach.CASES,)
    results = tuple(_result(reach, areas, covariances, parts) for reach in reaches)
    return MultiReader(tuple(map(tuple, areas.tolist())), covariance, parts, results)


def _components(areas: Floats, covariances: Floats) -> Components:
    treatments, readers = areas.shape
    other_treatment, other_reader = ~np.eye(treatments, dtype=bool), ~np.eye(readers, dtype=bool)
    # axes: treatment, other treatment, reader, other reader
    ordered = covariances.transpose(0, 2, 1, 3)
    of_treatments, of_readers = areas.mean(axis=1, keepdims=True), areas.mean(axis=0, keepdims=True)
    rest = areas - of_treatments - of_readers + areas.mean()
    return Components(
        error=_mean(ordered[~other_treatment][:, ~other_reader]),
        same_reader=_mean(ordered[other_treatment][:, ~other_reader]),
        same_treatment=_mean(ordered[~other_treatment][:, other_reader]),
        nothing_same=_mean(ordered[other_treatment][:, other_reader]),
        treatment=float(readers * of_treatments.var(ddof=1)),
        reader=float(treatments * of_readers.var(ddof=1)) if readers > 1 else 0.0,
        treatment_reader=float((rest**2).sum() / ((treatments - 1) * max(readers - 1, 1))),
    )


def _mean(values: Floats) -> float:
    """0 where there is only one reader, so no pair of them."""
    return float(values.mean()) if values.size else 0.0


def _result(reach: Reach, areas: Floats, covariances: Floats, parts: Components) -> Result:
    treatments, readers = areas.shape
    interaction_freedom = (treatments - 1) * (readers - 1)
    pull = max(parts.same_treatment - parts.nothing_same, 0.0)
    if reach is Reach.CASES:
        noise = max(parts.error - parts.same_reader + (readers - 1) * pull, 0.0)
        freedom = math.inf
    elif reach is Reach.READERS:
        noise, freedom = parts.treatment_reader, float(interaction_freedom)
    else:
        noise = parts.treatment_reader + readers * pull
        freedom = _satterthwaite(noise, parts.treatment_reader, interaction_freedom)
    error = math.sqrt(2 * noise / readers)
    means = areas.mean(axis=1)
    pairs = combinations(range(treatments), 2)
    ratio = parts.treatment / noise if noise > 0 else math.nan
    return Result(
        reach=reach,
        f=ratio,
        degrees_of_freedom=freedom,
        p=_p_of_f(ratio, treatments - 1, freedom),
        means=tuple(_of_one(reach, areas[one], covariances[one, :, one, :]) for one in range(treatments)),
        differences=tuple(
            _difference(first, second, float(means[first] - means[second]), error, freedom) for first, second in pairs
        ),
    )


def _p_of_f(ratio: float, numerator: int, denominator: float) -> float:
    if math.isinf(denominator):
        return float(chi2.sf(ratio * numerator, numerator))
    return float(f_distribution.sf(ratio, numerator, denominator))


def _difference(first: int, second: int, value: float, error: float, freedom: float) -> Difference:
    if error == 0 or math.isnan(freedom):
        return Difference(first, second, Estimate(value), error, freedom, math.nan)
    reach = float(t_distribution.ppf(TAILS[1], freedom)) * error
    p = float(2 * t_distribution.sf(abs(value) / error, freedom))
    return Difference(first, second, Estimate(value, value - reach, value + reach), error, freedom, p)


def _of_one(reach: Reach, areas: Floats, covariances: Floats) -> Estimate:
    """Mean area of one treatment from its own readers only (Hillis 2007, section 5), the interval cut at 0 and 1."""
    readers = len(areas)
    mean = float(areas.mean())
    between = float(areas.var(ddof=1)) if readers > 1 else 0.0
    shared = _mean(covariances[~np.eye(readers, dtype=bool)])
    if reach is Reach.CASES:
        variance, freedom = float(np.trace(covariances)) / readers**2 + (1 - 1 / readers) * max(shared, 0.0), math.inf
    elif reach is Reach.READERS:
        variance, freedom = between / readers, readers - 1.0
    else:
        noise = between + readers * max(shared, 0.0)
        variance, freedom = noise / readers, _satterthwaite(noise, between, readers - 1)
    if not variance > 0 or math.isnan(freedom):
        return Estimate(mean)
    width = float(t_distribution.ppf(TAILS[1], freedom)) * math.sqrt(variance)
    return Estimate(mean, max(mean - width, 0.0), min(mean + width, 1.0))


def _satterthwaite(noise: float, known: float, freedom: int) -> float:
    """Hillis' degrees of freedom of `noise`, whose part `known` has `freedom`; infinite where that part is 0."""
    if known > 0:
        return noise**2 / (known**2 / freedom)
    return math.inf if noise > 0 else math.nan
