"""Sensitivity and specificity of the readers' yes and no."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from xraycolor_gui.core.reader_study.plan import NO, YES, AnswerKind, Condition, Plan, Question
from xraycolor_gui.core.reader_study.readings import Readings
from xraycolor_gui.core.statistics.crossed_bootstrap import crossed_bootstrap, mean
from xraycolor_gui.core.statistics.estimate import Estimate
from xraycolor_gui.core.statistics.proportion import proportion

EVERYBODY = "all readers"


@dataclass(frozen=True, slots=True)
class Decided:
    """Share of positive cases called yes, and of negative ones called no; who cannot tell is right in neither."""

    reader: str
    condition: Condition
    sensitivity: Estimate
    specificity: Estimate


def deciding(plan: Plan) -> Question | None:
    """The yes-no question that truth answers: that of the rating, or the only one."""
    if plan.rating and plan.question(plan.rating).certainty_of:
        return plan.question(plan.question(plan.rating).certainty_of)
    asked = [question for question in plan.questions if question.kind is AnswerKind.YES_NO]
    return asked[0] if len(asked) == 1 else None


def decisions(readings: Readings) -> tuple[Decided, ...]:
    """By reader (Wilson's interval) and over all (bootstrap by reader and case); empty where nothing was decided."""
    question = deciding(readings.plan)
    if question is None or not readings.readers:
        return ()
    found = []
    for condition in readings.plan.conditions:
        said = readings.codes[question.key][readings.place(condition)]
        shares = []
        for truth, word in ((1.0, YES), (0.0, NO)):
            of_kind = said[:, readings.truth == truth]
            right = np.where(np.isnan(of_kind), np.nan, of_kind == question.options.index(word))
            shares.append(right)
        if shares[0].size == 0 or shares[1].size == 0:
            return ()
        for place, reader in enumerate(readings.readers):
            found.append(Decided(reader, condition, *(_share(right[place]) for right in shares)))
        pooled = (crossed_bootstrap(right, mean) for right in shares)
        found.append(Decided(EVERYBODY, condition, *pooled))
    return tuple(found)


def _share(right: np.ndarray) -> Estimate:
    return proportion(int(np.nansum(right)), int(np.isfinite(right).sum()))
