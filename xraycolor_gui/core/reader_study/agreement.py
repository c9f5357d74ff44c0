"""How far readers agree with each other, and with themselves from one condition to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from xraycolor_gui.core.reader_study.areas import Versus, pairs
from xraycolor_gui.core.reader_study.plan import AnswerKind, Condition, Question
from xraycolor_gui.core.reader_study.readings import Readings, Table
from xraycolor_gui.core.statistics.estimate import Estimate
from xraycolor_gui.core.statistics.intraclass import intraclass
from xraycolor_gui.core.statistics.kappa import Weights, cohen_kappa, fleiss_kappa


@dataclass(frozen=True, slots=True)
class Agreement:
    """One measure of agreement. who: two readers, or one with himself, or empty for all readers together.

    condition: in which it was measured, None where a reader's answers in two conditions are compared (`versus`).
    cases: how many were answered by all concerned.
    """

    question: str
    measure: str
    condition: Condition | None
    versus: Versus | None
    who: tuple[str, ...]
    cases: int
    value: Estimate


def agreements(readings: Readings) -> tuple[Agreement, ...]:
    """Kappa for questions with options, intraclass correlation for ratings."""
    return tuple(
        one
        for question in readings.plan.questions
        if question.key in readings.codes
        for one in (_of_ratings if question.kind is AnswerKind.RATING else _of_options)(readings, question)
    )


def _of_ratings(readings: Readings, question: Question) -> Iterator[Agreement]:
    if len(readings.readers) < 2:
        return
    scale = readings.suspicion if question.key == readings.plan.rating else readings.codes[question.key]
    for condition in readings.plan.conditions:
        answered = _complete(scale[readings.place(condition)])
        found = intraclass(answered.T)
        cases = answered.shape[1]
        for name, value in (("ICC(2,1)", found.agreement), ("ICC(3,1)", found.consistency)):
            yield Agreement(question.key, name, condition, None, (), cases, value)


def _of_options(readings: Readings, question: Question) -> Iterator[Agreement]:
    table = readings.codes[question.key]
    weights = Weights.QUADRATIC if question.ordered else Weights.NONE
    measure = "Cohen’s kappa, quadratic weights" if question.ordered else "Cohen’s kappa"
    codes = range(len(question.options))
    for condition in readings.plan.conditions:
        said = table[readings.place(condition)]
        if len(readings.readers) > 2:
            answered = _complete(said)
            counts = np.stack([(answered == code).sum(axis=0) for code in codes], axis=1).astype(np.float64)
            value = fleiss_kappa(counts)
            yield Agreement(question.key, "Fleiss’ kappa", condition, None, (), len(counts), value)
        for first, second in combinations(range(len(readings.readers)), 2):
            both = _complete(said[[first, second]])
            value = _kappa(both, len(codes), weights)
            who = readings.readers[first], readings.readers[second]
            yield Agreement(question.key, measure, condition, None, who, both.shape[1], value)
    for place, reader in enumerate(readings.readers):
        for versus in pairs(readings.plan.conditions):
            both = _complete(table[[readings.place(versus.first), readings.place(versus.second)], place])
            value = _kappa(both, len(codes), weights)
            yield Agreement(question.key, measure, None, versus, (reader,), both.shape[1], value)


def _kappa(both: Table, options: int, weights: Weights) -> Estimate:
    first, second = both.astype(int).tolist()
    return cohen_kappa(first, second, range(options), weights)


def _complete(table: Table) -> Table:
    """Cases, in the last axis, that have no gap."""
    complete: Table = table[:, np.isfinite(table).all(axis=0)]
    return complete
