"""ROC areas of a reader study: of each reader and condition, and how conditions differ."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from xraycolor_gui.core.reader_study.plan import Condition
from xraycolor_gui.core.reader_study.readings import Readings, Table
from xraycolor_gui.core.statistics.auc import delong_test, with_delong
from xraycolor_gui.core.statistics.auc_covariance import COVARIANCES
from xraycolor_gui.core.statistics.estimate import Estimate
from xraycolor_gui.core.statistics.multireader import Components, Reach, Result, obuchowski_rockette

#: The covariance that the words of the report rest on; the others stand beside it.
MAIN = "DeLong"


@dataclass(frozen=True, slots=True)
class Versus:
    """One condition against another: first less second."""

    first: Condition
    second: Condition


@dataclass(frozen=True, slots=True)
class AreaDifference:
    """Difference of the readers' mean areas. covariance: how it was estimated; reach: whom the result is about."""

    versus: Versus
    reach: Reach
    covariance: str
    difference: Estimate
    standard_error: float
    degrees_of_freedom: float
    p: float


@dataclass(frozen=True, slots=True)
class ReaderArea:
    reader: str
    condition: Condition
    area: Estimate


@dataclass(frozen=True, slots=True)
class ReaderDifference:
    """One reader's areas compared by DeLong's paired test."""

    reader: str
    versus: Versus
    difference: Estimate
    standard_error: float
    p: float


@dataclass(frozen=True, slots=True)
class Overall:
    """Whether all conditions have the same area."""

    reach: Reach
    covariance: str
    f: float
    degrees_of_freedom: tuple[float, float]
    p: float


@dataclass(frozen=True, slots=True)
class Roc:
    """positives, negatives: cases with truth and a rating by everybody in every condition. left_out: the others.

    means: the readers' mean area in each condition, by `reach` of the main analysis. reach: the widest one there is.
    """

    positives: int
    negatives: int
    left_out: tuple[str, ...]
    reach: Reach
    means: dict[Condition, Estimate]
    overall: tuple[Overall, ...]
    differences: tuple[AreaDifference, ...]
    readers: tuple[ReaderArea, ...]
    reader_differences: tuple[ReaderDifference, ...]
    components: dict[str, Components]

    def main(self) -> tuple[AreaDifference, ...]:
        """The differences that the words rest on."""
        return tuple(one for one in self.differences if one.reach is self.reach and one.covariance == MAIN)


def pairs(conditions: tuple[Condition, ...]) -> tuple[Versus, ...]:
    """Every condition against each that the plan names before it."""
    return tuple(Versus(second, first) for first, second in combinations(conditions, 2))


def roc(readings: Readings) -> Roc | str:
    """The ROC analysis, or a sentence that says why there is none."""
    plan = readings.plan
    if not plan.rating:
        return "The plan names no rating for it."
    if not readings.readers:
        return "No reader has finished yet."
    if len(plan.conditions) < 2:
        return "There is one condition only, so nothing to compare."
    complete = np.isfinite(readings.truth) & np.isfinite(readings.suspicion).all(axis=(0, 1))
    truth = readings.truth[complete] == 1
    if truth.sum() < 2 or (~truth).sum() < 2:
        return "It needs two positive and two negative cases at least, rated by everybody."
    ratings = readings.suspicion[:, :, complete]
    analyses = {name: obuchowski_rockette(ratings, truth, name) for name in COVARIANCES}
    widest = analyses[MAIN].results[0]
    return Roc(
        positives=int(truth.sum()),
        negatives=int((~truth).sum()),
        left_out=tuple(case for case, kept in zip(readings.cases, complete, strict=True) if not kept),
        reach=widest.reach,
        means=dict(zip(plan.conditions, widest.means, strict=True)),
        overall=tuple(
            _overall(name, result, len(plan.conditions)) for name, found in analyses.items() for result in found.results
        ),
        differences=tuple(
            one
            for name, found in analyses.items()
            for result in found.results
            for one in _differences(name, result, plan.conditions)
        ),
        readers=_reader_areas(readings, ratings, truth),
        reader_differences=_reader_differences(readings, ratings, truth),
        components={name: found.components for name, found in analyses.items()},
    )


def _overall(covariance: str, result: Result, conditions: int) -> Overall:
    return Overall(result.reach, covariance, result.f, (conditions - 1, result.degrees_of_freedom), result.p)


def _differences(covariance: str, result: Result, conditions: tuple[Condition, ...]) -> tuple[AreaDifference, ...]:
    return tuple(
        AreaDifference(
            versus=Versus(conditions[one.second], conditions[one.first]),
            reach=result.reach,
            covariance=covariance,
            difference=_turned(one.difference),
            standard_error=one.standard_error,
            degrees_of_freedom=one.degrees_of_freedom,
            p=one.p,
        )
        for one in result.differences
    )


def _turned(estimate: Estimate) -> Estimate:
    return Estimate(-estimate.value, -estimate.high, -estimate.low)


def _reader_areas(readings: Readings, ratings: Table, truth: np.ndarray) -> tuple[ReaderArea, ...]:
    return tuple(
        ReaderArea(reader, condition, with_delong(ratings[readings.place(condition), place], truth))
        for place, reader in enumerate(readings.readers)
        for condition in readings.plan.conditions
    )


def _reader_differences(readings: Readings, ratings: Table, truth: np.ndarray) -> tuple[ReaderDifference, ...]:
    found = []
    for place, reader in enumerate(readings.readers):
        for versus in pairs(readings.plan.conditions):
            first, second = (ratings[readings.place(one), place] for one in (versus.first, versus.second))
            compared = delong_test(first, second, truth)
            found.append(ReaderDifference(reader, versus, compared.difference, compared.standard_error, compared.p))
    return tuple(found)
