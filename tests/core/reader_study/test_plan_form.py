"""Plans are read with every mistake named."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.reader_study.plans import form, plan
from xraycolor_gui.core.errors import StudyError
from xraycolor_gui.core.reader_study.plan import AnswerKind, Condition, Plan
from xraycolor_gui.core.reader_study.plan_form import continues, digest, plain, read_plan

plans = st.builds(
    plan,
    st.integers(1, 9),
    st.integers(1, 5),
    st.integers(1, 3),
    seed=st.integers(0, 99),
    washout_days=st.floats(0, 365),
    instructions=st.text(),
    blinding=st.fixed_dictionaries({"identity": st.booleans(), "condition": st.booleans()}),
    colour=st.fixed_dictionaries({}, optional={"palette": st.just("safe"), "strength": st.floats(0, 1.5)}),
)


@given(plans)
def test_a_plan_comes_back_from_its_plain_values_through_json(study: Plan) -> None:
    assert read_plan(json.loads(json.dumps(plain(study)))) == study


def test_what_is_left_out_has_its_usual_value() -> None:
    study = plan()
    assert study.washout_days == 28
    assert (study.colours.model, study.colours.palette, study.colours.strength) == ("basic", "anatomical", 1)
    assert (study.blinding.identity, study.blinding.condition) == (True, False)
    assert study.question("nodule").options == ("yes", "no", "cannot tell")
    assert [question.kind for question in study.questions] == [
        AnswerKind.YES_NO,
        AnswerKind.RATING,
        AnswerKind.CHOICE,
        AnswerKind.PLACE,
    ]
    assert study.rehearsal is not None
    assert study.rehearsal.auc[Condition.BOTH] == 0.85


def changed(**more: Any) -> dict[str, Any]:
    return {**form(), **more}


def asked(*questions: dict[str, Any], rating: str = "") -> dict[str, Any]:
    return changed(question=list(questions), rating=rating)


def without(key: str) -> dict[str, Any]:
    return {name: value for name, value in form().items() if name != key}


MISTAKES: list[tuple[dict[str, Any], str]] = [
    (without("name"), "name: missing. Give a text in quotes."),
    (changed(name="June / July"), "name: “June / July” is not made of letters, digits and hyphens"),
    (changed(title=7), "title: 7 is no text. Write a text in quotes."),
    (changed(readers=[]), "readers: 0 are too few. Name 1 at least."),
    (changed(readers=["A", "A"]), "readers: something is there twice."),
    (changed(readers="A"), 'readers: this is no list of texts. Write it as ["A", "B"].'),
    (
        {**without("rehearsal"), "conditions": ["gray"]},
        "conditions: “gray” is not known. Choose from: grey, colour, both.",
    ),
    (without("film"), "film: missing. Give one or more, each begun with [[film]]."),
    (changed(film=[]), "film: this is no list of tables."),
    (changed(film=[{"case": "1", "file": "a"}] * 2), "film: case: “1” is there twice."),
    (changed(film=[{"case": "1", "truth": 1, "file": "a"}]), "film 1: truth: 1 is neither true nor false."),
    (changed(seed=1.5), "seed: 1.5 is no whole number."),
    (changed(seed=-1), "seed: -1 is too small. Give 0 or more."),
    (changed(washout_days="long"), "washout_days: 'long' is no number."),
    (changed(washout_days=-3), "washout_days: -3 is out of range. Give a number from 0 to 3650."),
    (changed(rating="nodule"), "rating: there is no rating question “nodule”. Name one of: sure."),
    (changed(colour={"strength": 9}), "colour: strength: 9 is out of range."),
    (changed(colour={"stregth": 1}), "colour: stregth: nothing of this name is known. Did you mean “strength”?"),
    (changed(colour=3), "colour: this is no table. Begin it with [colour]."),
    (changed(wash_days=3), "wash_days: nothing of this name is known. Did you mean “washout_days”?"),
    (asked({"key": "time", "kind": "yes-no", "words": "?"}), "question 1: key: “time” is a column"),
    (asked({"key": "a", "kind": "essay", "words": "?"}), "question 1: kind: 'essay' is not known."),
    (
        asked({"key": "a", "kind": "choice", "words": "?", "options": ["one"]}),
        "question 1: options: 1 are too few. Name 2 at least.",
    ),
    (
        asked({"key": "a", "kind": "rating", "words": "?", "low": 5, "high": 5}, rating="a"),
        "question 1: high: 5 is not above low, 5.",
    ),
    (
        asked({"key": "sure", "kind": "rating", "words": "?", "certainty_of": "x"}),
        "question 1: certainty_of: no yes-no question “x”.",
    ),
    (changed(rehearsal={"auc": {"grey": 0.75}}), "rehearsal: auc: both: missing. Give a number from 0.5 to 0.999."),
    (
        changed(rehearsal={"auc": {"grey": 0.4, "both": 0.8}}),
        "rehearsal: auc: grey: 0.4 is out of range.",
    ),
]


@pytest.mark.parametrize(("data", "told"), MISTAKES)
def test_a_mistake_is_named_with_its_key_and_what_to_do(data: dict[str, Any], told: str) -> None:
    with pytest.raises(StudyError) as error:
        read_plan(data)
    assert told in str(error.value)
    assert str(error.value).startswith("1 mistake in the plan:")


def test_all_mistakes_are_named_at_once() -> None:
    with pytest.raises(StudyError) as error:
        read_plan({"title": "", "readers": 3, "conditions": ["grey"], "question": [{"kind": "rating"}]})
    told = str(error.value)
    assert told.startswith("6 mistakes in the plan:")
    for key in ("name", "title", "readers", "question 1: key", "question 1: words", "film"):
        assert f"\n  {key}: " in told


@given(st.dictionaries(st.sampled_from(sorted(form())), st.one_of(st.none(), st.integers(), st.lists(st.text()))))
def test_nonsense_is_refused_in_words(data: dict[str, Any]) -> None:
    with suppress(StudyError):
        assert isinstance(read_plan({**form(), **data}), Plan)


def test_a_study_goes_on_with_more_readers_and_with_nothing_else_changed() -> None:
    begun = plan(readers=2)
    assert continues(plan(readers=4), begun)
    assert not continues(plan(readers=1), begun)
    assert not continues(plan(readers=2, seed=1), begun)
    assert continues(plan(readers=2, rehearsal={"auc": {"grey": 0.5, "both": 0.5}}), begun)
    assert digest(plan(films=3)) != digest(plan(films=4))
