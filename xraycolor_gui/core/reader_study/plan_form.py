"""A plan as plain values, as TOML and JSON hold them: read with every mistake named, written so that it reads back.

docs/reader-study.md shows the form.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from xraycolor_gui.core.colorization import MAX_STRENGTH
from xraycolor_gui.core.reader_study.form import Form
from xraycolor_gui.core.reader_study.plan import (
    CANNOT_TELL,
    NO,
    YES,
    AnswerKind,
    Blinding,
    Colours,
    Condition,
    Plan,
    Question,
    Rehearsal,
    StudyFilm,
    Viewing,
)

_MOST = 10_000
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,59}")
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")
#: Columns of the table that is written for R; a question must not be called like one of them.
TAKEN = (
    *("reader", "case", "condition", "truth", "rating", "time", "session", "block", "number"),
    *("openings", "answered", "finished", "scripted"),
)


def read_plan(data: Mapping[str, Any]) -> Plan:
    """The plan in these values. Raises StudyError, which names every mistake with its key and what to do about it."""
    form = Form(data)
    plan = _plan(form)
    form.no_others()
    form.raise_mistakes()
    return plan


def plain(plan: Plan) -> dict[str, Any]:
    """Values that JSON takes and `read_plan` turns into an equal plan."""
    data = asdict(plan)
    data["conditions"] = [condition.value for condition in plan.conditions]
    data["film"] = [_without_none(asdict(film)) for film in plan.films]
    data["question"] = [_plain_question(question) for question in plan.questions]
    data["colour"] = data.pop("colours")
    data["readers"] = list(plan.readers)
    del data["films"], data["questions"], data["rehearsal"]
    if plan.rehearsal is not None:
        data["rehearsal"] = {
            **asdict(plan.rehearsal),
            "auc": {condition.value: value for condition, value in plan.rehearsal.auc.items()},
            "seconds": {condition.value: value for condition, value in plan.rehearsal.seconds.items()},
        }
    return data


def digest(plan: Plan) -> str:
    """64 hexadecimal digits; the same for plans that ask the same, whoever reads and however scripts answer."""
    asked = plain(replace(plan, readers=(), rehearsal=None))
    return hashlib.sha256(json.dumps(asked, sort_keys=True, ensure_ascii=True).encode()).hexdigest()


def continues(plan: Plan, begun: Plan) -> bool:
    """Whether a study that was begun by one plan may go on by another: the same, with readers added at the end."""
    return digest(plan) == digest(begun) and plan.readers[: len(begun.readers)] == begun.readers


def _plan(form: Form) -> Plan:
    questions = _questions(form)
    conditions = tuple(Condition(word) for word in form.several("conditions", [item.value for item in Condition]))
    plan = Plan(
        name=form.matching("name", _NAME, "letters, digits and hyphens, 60 at most"),
        title=form.text("title"),
        films=_films(form),
        conditions=conditions,
        questions=questions,
        readers=form.several("readers"),
        seed=form.whole("seed", 0, low=0),
        rating=form.text("rating", ""),
        washout_days=form.number("washout_days", 28.0, low=0, high=3650),
        instructions=form.text("instructions", ""),
        colours=_colours(form.inner("colour")),
        blinding=_blinding(form.inner("blinding")),
        viewing=_viewing(form.inner("viewing")),
        rehearsal=_rehearsal(form, conditions),
    )
    ratings = [question.key for question in questions if question.kind is AnswerKind.RATING]
    if plan.rating and plan.rating not in ratings:
        then = f"Name one of: {', '.join(ratings)}." if ratings else "Ask a rating question, or leave it out."
        form.mistake("rating", f"there is no rating question “{plan.rating}”", then)
    return plan


def _questions(form: Form) -> tuple[Question, ...]:
    questions = tuple(_question(item) for item in form.tables("question"))
    keys = [question.key for question in questions]
    deciding = [question.key for question in questions if question.kind is AnswerKind.YES_NO]
    for place, question in enumerate(questions, start=1):
        if keys.count(question.key) > 1 and question.key:
            form.mistake(f"question {place}: key", f"“{question.key}” is there twice", "Give each its own.")
        if question.certainty_of and question.certainty_of not in deciding:
            then = f"Name one of: {', '.join(deciding)}." if deciding else "Ask a yes-no question, or leave it out."
            form.mistake(f"question {place}: certainty_of", f"no yes-no question “{question.certainty_of}”", then)
    return questions


def _question(form: Form) -> Question:
    kind = AnswerKind(form.one_of("kind", [item.value for item in AnswerKind]))
    key = form.matching("key", _KEY, "a letter, then letters, digits and _")
    if key.lower() in TAKEN:
        form.mistake("key", f"“{key}” is a column of the table of answers", "Call the question otherwise.")
    words, optional = form.text("words"), form.flag("optional", False)
    if kind is AnswerKind.RATING:
        low, high = form.whole("low", 0), form.whole("high", 100)
        if low >= high:
            form.mistake("high", f"{high} is not above low, {low}", "Give a larger number.")
        return Question(
            key,
            kind,
            words,
            low,
            high,
            form.several("labels", default=()),
            certainty_of=form.text("certainty_of", ""),
            optional=optional,
        )
    if kind is AnswerKind.YES_NO:
        unsure = (CANNOT_TELL,) if form.flag("cannot_tell", False) else ()
        return Question(key, kind, words, options=(YES, NO, *unsure), optional=optional)
    if kind is AnswerKind.CHOICE:
        options = form.several("options", least=2)
        return Question(key, kind, words, options=options, ordered=form.flag("ordered", False), optional=optional)
    return Question(key, kind, words, optional=optional)


def _films(form: Form) -> tuple[StudyFilm, ...]:
    films = tuple(
        StudyFilm(item.text("case"), item.text("file"), item.flag("truth", None)) for item in form.tables("film")
    )
    cases = [film.case for film in films]
    for case in sorted({case for case in cases if case and cases.count(case) > 1}):
        form.mistake("film: case", f"“{case}” is there twice", "Give each film its own case.")
    return films


def _colours(form: Form) -> Colours:
    usual = Colours()
    return Colours(
        model=form.text("model", usual.model),
        palette=form.text("palette", usual.palette),
        strength=form.number("strength", usual.strength, low=0, high=MAX_STRENGTH),
        grey_below=form.number("grey_below", usual.grey_below, low=0, high=1),
    )


def _blinding(form: Form) -> Blinding:
    return Blinding(form.flag("identity", True), form.flag("condition", False))


def _viewing(form: Form) -> Viewing:
    usual = Viewing()
    return Viewing(
        window=form.flag("window", usual.window),
        zoom=form.flag("zoom", usual.zoom),
        hold_grey=form.flag("hold_grey", usual.hold_grey),
        progress=form.flag("progress", usual.progress),
    )


def _rehearsal(form: Form, conditions: tuple[Condition, ...]) -> Rehearsal | None:
    if "rehearsal" not in form:
        return None
    inner = form.inner("rehearsal")
    auc, seconds = inner.inner("auc"), inner.inner("seconds")
    return Rehearsal(
        auc={one: auc.number(one.value, low=0.5, high=0.999) for one in conditions},
        seconds={one: seconds.number(one.value, 20.0, low=0.1, high=_MOST) for one in conditions},
        shared=inner.number("shared", 0.5, low=0, high=1),
        seed=inner.whole("seed", 0, low=0),
    )


def _plain_question(question: Question) -> dict[str, Any]:
    data: dict[str, Any] = {"key": question.key, "kind": question.kind.value, "words": question.words}
    data["optional"] = question.optional
    if question.kind is AnswerKind.RATING:
        data |= {"low": question.low, "high": question.high, "labels": list(question.labels)}
        data["certainty_of"] = question.certainty_of
    elif question.kind is AnswerKind.YES_NO:
        data["cannot_tell"] = CANNOT_TELL in question.options
    elif question.kind is AnswerKind.CHOICE:
        data |= {"options": list(question.options), "ordered": question.ordered}
    return data


def _without_none(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value is not None}
