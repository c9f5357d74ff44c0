"""The answers of a study as tables: conditions × readers × cases, in the order of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.reader_study.answers import Answer
from xraycolor_gui.core.reader_study.plan import AnswerKind, Condition, Plan
from xraycolor_gui.core.reader_study.scale import suspicion

Table = NDArray[np.float64]


@dataclass(frozen=True, eq=False, slots=True)
class Readings:
    """readers: those who have finished. unfinished: the others, with how much they have done.

    suspicion, seconds: conditions × readers × cases. suspicion is NaN where a reader left it out. seconds is NaN where
        a reading was interrupted, since its time is not the time it took, or the film could not be shown.
    codes: by key of the question, the same shape: a rating's number, or the place of the answer among the options; NaN
        where a reader left it out.
    truth: 1 positive, 0 negative, NaN unknown.
    """

    plan: Plan
    readers: tuple[str, ...]
    unfinished: dict[str, int]
    cases: tuple[str, ...]
    truth: Table
    suspicion: Table
    seconds: Table
    codes: dict[str, Table]
    interrupted: int
    unseen: int
    scripted: int
    other_files: tuple[str, ...]

    def place(self, condition: Condition) -> int:
        """Where the condition stands in the tables."""
        return self.plan.conditions.index(condition)


def readings_of(plan: Plan, answers: Sequence[Answer]) -> Readings:
    """Tables of the readers who have finished; what others said so far is counted and otherwise left alone.

    A study that is looked at before its end and then stopped or prolonged finds effects where there are none.
    """
    whole = len(plan.films) * len(plan.conditions)
    done = {reader: sum(answer.showing.reader == reader for answer in answers) for reader in plan.readers}
    readers = tuple(reader for reader in plan.readers if done[reader] == whole)
    cases = tuple(film.case for film in plan.films)
    shape = len(plan.conditions), len(readers), len(cases)
    gaps = np.full(shape, np.nan)
    tables = Readings(
        plan=plan,
        readers=readers,
        unfinished={reader: count for reader, count in done.items() if count < whole},
        cases=cases,
        truth=np.array([np.nan if film.truth is None else float(film.truth) for film in plan.films]),
        suspicion=gaps.copy(),
        seconds=gaps.copy(),
        codes={question.key: gaps.copy() for question in plan.questions if question.kind is not AnswerKind.PLACE},
        interrupted=sum(answer.openings > 1 for answer in answers if answer.showing.reader in readers),
        unseen=sum(bool(answer.unseen) for answer in answers if answer.showing.reader in readers),
        scripted=sum(answer.scripted for answer in answers),
        other_files=_shown_from_several_files(answers),
    )
    places = {case: place for place, case in enumerate(cases)}
    for answer in answers:
        if answer.showing.reader in readers:
            showing = answer.showing
            _put(tables, answer, (tables.place(showing.condition), readers.index(showing.reader), places[showing.case]))
    return tables


def _put(tables: Readings, answer: Answer, place: tuple[int, int, int]) -> None:
    tables.suspicion[place] = suspicion(tables.plan, answer.values)
    if answer.openings == 1 and not answer.unseen:
        tables.seconds[place] = answer.seconds
    for key, table in tables.codes.items():
        value = answer.values.get(key)
        if value is not None:
            table[place] = value if isinstance(value, int) else tables.plan.question(key).options.index(str(value))


def _shown_from_several_files(answers: Sequence[Answer]) -> tuple[str, ...]:
    files: dict[str, set[str]] = {}
    for answer in answers:
        if answer.sha256:
            files.setdefault(answer.showing.case, set()).add(answer.sha256)
    return tuple(sorted(case for case, found in files.items() if len(found) > 1))
