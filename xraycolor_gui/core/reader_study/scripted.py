"""Readers who answer by a known rule: they try out a plan, and show that the analysis finds the effect it was told.

Binormal ratings: what a scripted reader feels about a case is normal with variance 1, one part of it the case's own and
the same for everybody, the rest the reader's at that moment; positive cases lie √2 Φ⁻¹(AUC) higher, so that each
reader's true area is exactly the rehearsal's. Readers use the slider each in their own way, which changes no area.
Times are log-normal round the rehearsal's median. Everything is a function of plan, rehearsal, reader, case and
condition.
"""

from __future__ import annotations

import hashlib
import math
from datetime import UTC, datetime, timedelta
from statistics import NormalDist

from xraycolor_gui.core.errors import StudyError
from xraycolor_gui.core.reader_study.answers import Answer, Value
from xraycolor_gui.core.reader_study.order import Showing
from xraycolor_gui.core.reader_study.plan import NO, YES, AnswerKind, Plan, Question, Rehearsal

_NORMAL = NormalDist()
_BEGIN = datetime(2001, 1, 1, tzinfo=UTC)
_APART = timedelta(seconds=90)
#: Standard deviation of the logarithm of times.
_TIME_SPREAD = 0.4


def scripted_answer(plan: Plan, showing: Showing) -> Answer:
    """What a scripted reader says. It is dated long ago, so that nobody takes it for a person's.

    Raises StudyError where the plan has no rehearsal, or a film without truth.
    """
    rehearsal = _rehearsal(plan)
    opinion = _opinion(plan, rehearsal, showing)
    pace = _TIME_SPREAD * _drawn(rehearsal, "time", showing.reader, showing.case, showing.condition.value)
    waited = timedelta(days=(plan.washout_days + 1) * showing.session)
    return Answer(
        showing=showing,
        values=_values(plan, opinion),
        answered=(_BEGIN + waited + _APART * showing.number).isoformat(timespec="microseconds"),
        seconds=round(rehearsal.seconds[showing.condition] * math.exp(pace), 3),
        software="scripted reader",
        scripted=True,
    )


def true_difference(plan: Plan, first: int, second: int) -> float:
    """The difference in area that a rehearsal is told: one condition of the plan less another. Raises StudyError."""
    rehearsal = _rehearsal(plan)
    return rehearsal.auc[plan.conditions[first]] - rehearsal.auc[plan.conditions[second]]


def _rehearsal(plan: Plan) -> Rehearsal:
    if plan.rehearsal is None:
        raise StudyError(f"{plan.title} has no rehearsal.", "Add [rehearsal.auc] to the plan, with each condition.")
    return plan.rehearsal


def _opinion(plan: Plan, rehearsal: Rehearsal, showing: Showing) -> float:
    """0 … 1: how suspicious the case is to this reader."""
    truth = plan.film(showing.case).truth
    if truth is None:
        raise StudyError(f"Case {showing.case} has no truth.", "A rehearsal needs the truth of every film.")
    apart = math.sqrt(2) * _NORMAL.inv_cdf(rehearsal.auc[showing.condition])
    own = _drawn(rehearsal, "reading", showing.reader, showing.case, showing.condition.value)
    felt = math.sqrt(rehearsal.shared) * _drawn(rehearsal, "case", showing.case)
    felt += math.sqrt(1 - rehearsal.shared) * own + (apart / 2 if truth else -apart / 2)
    leaning, boldness = (0.3 * _drawn(rehearsal, what, showing.reader) for what in ("leaning", "boldness"))
    return _NORMAL.cdf((felt + leaning) * math.exp(boldness))


def _values(plan: Plan, opinion: float) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for question in plan.questions:
        if question.kind is AnswerKind.RATING:
            values[question.key] = _on_scale(question, opinion)
        elif question.kind is AnswerKind.YES_NO:
            values[question.key] = YES if opinion >= 0.5 else NO
        elif question.kind is AnswerKind.CHOICE:
            values[question.key] = question.options[
                min(int(opinion * len(question.options)), len(question.options) - 1)
            ]
        elif not question.optional:
            values[question.key] = (0.0, 0.0)
    return values


def _on_scale(question: Question, opinion: float) -> int:
    part = abs(2 * opinion - 1) if question.certainty_of else opinion
    return question.low + round(part * (question.high - question.low))


def _drawn(rehearsal: Rehearsal, *told: str) -> float:
    """A standard normal number that belongs to these words; the same everywhere and always."""
    words = "\0".join((str(rehearsal.seed), *told)).encode()
    number = int.from_bytes(hashlib.sha256(words).digest()[:6], "big")
    return _NORMAL.inv_cdf((number + 0.5) / (1 << 48))
