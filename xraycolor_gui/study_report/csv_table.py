"""All answers as a long table for R and spreadsheets: one row for each reader, case and condition."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Sequence
from typing import Any

from xraycolor_gui.core.reader_study.answers import Answer
from xraycolor_gui.core.reader_study.plan import AnswerKind, Plan
from xraycolor_gui.core.reader_study.plan_form import TAKEN
from xraycolor_gui.core.reader_study.scale import suspicion


def encoded(plan: Plan, answers: Sequence[Answer], finished: Sequence[str]) -> bytes:
    """UTF-8 with a header, line ends as RFC 4180 has them; empty cells where nothing is known.

    truth, finished, scripted: 1 or 0. rating: of the ROC question, as `suspicion` gives it. time: seconds. Then one
    column for each question, two (x and y in image pixels) for a place.
    """
    buffer = io.StringIO(newline="")
    table = csv.DictWriter(buffer, (*TAKEN, *(column for key in plan.questions for column in _columns(plan, key.key))))
    table.writeheader()
    order = {reader: place for place, reader in enumerate(plan.readers)}
    for answer in sorted(answers, key=lambda one: (order[one.showing.reader], one.showing.number)):
        table.writerow(_row(plan, answer, finished))
    return buffer.getvalue().encode()


def _columns(plan: Plan, key: str) -> tuple[str, ...]:
    return (f"{key}_x", f"{key}_y") if plan.question(key).kind is AnswerKind.PLACE else (key,)


def _row(plan: Plan, answer: Answer, finished: Sequence[str]) -> dict[str, Any]:
    showing = answer.showing
    truth, rating = plan.film(showing.case).truth, suspicion(plan, answer.values)
    row: dict[str, Any] = {
        "reader": showing.reader,
        "case": showing.case,
        "condition": showing.condition.value,
        "truth": "" if truth is None else int(truth),
        "rating": "" if math.isnan(rating) else f"{rating:g}",
        "time": answer.seconds,
        "session": showing.session + 1,
        "block": showing.block + 1,
        "number": showing.number + 1,
        "openings": answer.openings,
        "answered": answer.answered,
        "finished": int(showing.reader in finished),
        "scripted": int(answer.scripted),
    }
    for key, value in answer.values.items():
        cells = value if isinstance(value, tuple) else (value,)
        row.update(zip(_columns(plan, key), cells, strict=True))
    return row
