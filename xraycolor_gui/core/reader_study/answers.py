"""What a reader said of a film and how long it took; where in the order a reader stands."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from xraycolor_gui.core.errors import StudyError
from xraycolor_gui.core.reader_study.order import Showing, order
from xraycolor_gui.core.reader_study.plan import AnswerKind, Condition, Plan, Question

#: A number, one of the options, or x and y in image pixels.
Value = int | str | tuple[float, float]
_AGAIN = "Take the answers from where they were written."


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything said of one showing; it is closed, nobody changes it afterwards.

    values: by key of the question; optional questions may be missing. answered: ISO 8601 in UTC.
    seconds: from the film on the screen to the answer, pauses left out. openings: how often the film was put on the
        screen until it was answered; more than once after a stop in the middle.
    sha256: of the film's file, as it was shown; empty where nothing was on a screen.
    scripted: by a script, not a person.
    unseen: why the film could not be shown, and so nothing was asked; empty where it was.
    """

    showing: Showing
    values: Mapping[str, Value]
    answered: str
    seconds: float
    openings: int = 1
    sha256: str = ""
    software: str = ""
    scripted: bool = False
    unseen: str = ""


def check(plan: Plan, answer: Answer) -> None:
    """Raises StudyError where a question lacks its answer or has an impossible one, or the plan has no such showing."""
    if answer.showing.reader not in plan.readers or answer.showing not in order(plan, answer.showing.reader):
        raise StudyError(
            f"{plan.title} does not show {answer.showing.case} to {answer.showing.reader} in this place.",
            "Use the plan with which the study was begun.",
        )
    for question in plan.questions:
        value = answer.values.get(question.key)
        if value is None and not question.optional and not answer.unseen:
            raise StudyError(f"“{question.words}” has no answer yet.", "Answer it, then go on.")
        if value is not None and not _fits(question, value):
            raise StudyError(f"“{question.words}” cannot be answered with {value!r}.", "Choose an answer it offers.")
    if answer.unseen and answer.values:
        raise StudyError("What could not be shown has no answers.", "Leave them out.")
    if unknown := set(answer.values) - {question.key for question in plan.questions}:
        raise StudyError(f"Nobody asked for “{min(unknown)}”.", "Use the plan with which the study was begun.")
    if not (math.isfinite(answer.seconds) and answer.seconds >= 0):
        raise StudyError("The time of an answer is not a number of seconds.", _AGAIN)


def following(plan: Plan, reader: str, answered: Iterable[Showing]) -> Showing | None:
    """The first showing without an answer, at which the reader begins or goes on; None when all is done."""
    done = set(answered)
    return next((showing for showing in order(plan, reader) if showing not in done), None)


def may_begin(plan: Plan, upcoming: Showing, answers: Sequence[Answer]) -> datetime | None:
    """When the washout before this showing ends; None where there is nothing to wait for.

    answers: the same reader's. The time may lie in the past.
    """
    before = [
        datetime.fromisoformat(answer.answered)
        for answer in answers
        if answer.showing.reader == upcoming.reader and answer.showing.session < upcoming.session
    ]
    begun = any(
        answer.showing.session == upcoming.session for answer in answers if answer.showing.reader == upcoming.reader
    )
    return None if begun or not before else max(before) + timedelta(days=plan.washout_days)


def to_json(answer: Answer) -> dict[str, Any]:
    """Plain values; `from_json` gives back an equal answer."""
    data = asdict(answer)
    data["showing"]["condition"] = answer.showing.condition.value
    return data


def from_json(data: Any) -> Answer:
    """Raises StudyError."""
    try:
        showing = Showing(**{**data["showing"], "condition": Condition(data["showing"]["condition"])})
        values = {str(key): _value(value) for key, value in data["values"].items()}
        return Answer(**{**data, "showing": showing, "values": values})
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise StudyError("An answer is not understood.", _AGAIN, str(error)) from error


def _value(value: Any) -> Value:
    if isinstance(value, (list, tuple)):
        x, y = value
        return float(x), float(y)
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise TypeError(f"{value!r} is no answer")
    return value


def _fits(question: Question, value: Value) -> bool:
    match question.kind:
        case AnswerKind.RATING:
            return isinstance(value, int) and question.low <= value <= question.high
        case AnswerKind.PLACE:
            return isinstance(value, tuple) and all(map(math.isfinite, value))
        case _:
            return value in question.options
