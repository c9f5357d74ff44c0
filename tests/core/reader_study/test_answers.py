"""What may be answered, where a reader goes on, and when."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.reader_study.plans import plan
from xraycolor_gui.core.errors import StudyError
from xraycolor_gui.core.reader_study.answers import Answer, check, following, from_json, may_begin, to_json
from xraycolor_gui.core.reader_study.order import order
from xraycolor_gui.core.reader_study.scale import suspicion
from xraycolor_gui.core.reader_study.scripted import scripted_answer

STUDY = plan()
SHOWINGS = order(STUDY, "R1")


def answer(**values: Any) -> Answer:
    given = {"nodule": "yes", "sure": 70, "quality": "fair", **values}
    kept = {key: value for key, value in given.items() if value is not None}
    return Answer(SHOWINGS[0], kept, "2026-06-01T10:00:00+00:00", 12.5)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"nodule": None}, "“Is there a nodule?” has no answer yet."),
        ({"nodule": "perhaps"}, "cannot be answered with 'perhaps'"),
        ({"sure": 101}, "cannot be answered with 101"),
        ({"sure": "70"}, "cannot be answered with '70'"),
        ({"quality": "yes"}, "cannot be answered with 'yes'"),
        ({"where": (math.nan, 1.0)}, "cannot be answered"),
        ({"mood": "good"}, "Nobody asked for “mood”."),
    ],
)
def test_an_answer_that_lacks_something_or_cannot_be_is_refused(values: dict[str, Any], told: str) -> None:
    with pytest.raises(StudyError, match=told.replace("?", r"\?")):
        check(STUDY, answer(**values))


def test_optional_questions_may_be_left_out() -> None:
    check(STUDY, answer())
    check(STUDY, answer(where=(3.5, 7.0), nodule="cannot tell"))


def test_a_film_in_another_place_than_the_plan_shows_it_is_refused() -> None:
    with pytest.raises(StudyError, match="does not show"):
        check(STUDY, replace(answer(), showing=replace(SHOWINGS[0], number=3)))
    with pytest.raises(StudyError, match="number of seconds"):
        check(STUDY, replace(answer(), seconds=math.nan))


@given(st.floats(0, 1e4), st.tuples(st.floats(-9, 9e4), st.floats(-9, 9e4)), st.booleans())
def test_an_answer_comes_back_from_json(seconds: float, place: tuple[float, float], scripted: bool) -> None:
    given_answer = replace(answer(where=place), seconds=seconds, scripted=scripted)
    assert from_json(json.loads(json.dumps(to_json(given_answer)))) == given_answer


@pytest.mark.parametrize("data", [None, {}, {"showing": {}}, {**to_json(answer()), "values": {"sure": None}}])
def test_what_is_no_answer_is_refused(data: Any) -> None:
    with pytest.raises(StudyError):
        from_json(data)


@given(st.integers(0, len(SHOWINGS)))
def test_a_reader_goes_on_at_the_first_film_without_an_answer(done: int) -> None:
    expected = SHOWINGS[done] if done < len(SHOWINGS) else None
    assert following(STUDY, "R1", SHOWINGS[:done]) == expected


def test_the_washout_begins_with_the_last_answer_of_the_session() -> None:
    last = datetime.fromisoformat("2026-06-01T10:00:00+00:00")
    first_session = [replace(answer(), showing=showing) for showing in SHOWINGS[:12]]
    assert may_begin(STUDY, SHOWINGS[0], []) is None
    assert may_begin(STUDY, SHOWINGS[5], first_session[:5]) is None
    assert may_begin(STUDY, SHOWINGS[12], first_session) == last + timedelta(days=28)
    begun = [*first_session, replace(answer(), showing=SHOWINGS[12])]
    assert may_begin(STUDY, SHOWINGS[13], begun) is None


def test_decision_and_certainty_make_one_scale() -> None:
    said = [("no", 90), ("no", 10), ("cannot tell", 50), ("yes", 10), ("yes", 90)]
    scale = [suspicion(STUDY, {"nodule": word, "sure": sure}) for word, sure in said]
    assert scale == [-90, -10, 0, 10, 90]
    assert math.isnan(suspicion(STUDY, {"nodule": "yes"}))


def test_scripted_answers_can_be_kept_and_say_who_gave_them() -> None:
    for reader in STUDY.readers:
        for showing in order(STUDY, reader):
            scripted = scripted_answer(STUDY, showing)
            check(STUDY, scripted)
            assert scripted.scripted
            assert scripted == scripted_answer(STUDY, showing)


def test_a_film_that_could_not_be_shown_needs_no_answers_and_has_none() -> None:
    unseen = Answer(SHOWINGS[0], {}, "2026-06-01T10:00:00+00:00", 0.0, unseen="This film cannot be read.")
    check(STUDY, unseen)
    assert from_json(json.loads(json.dumps(to_json(unseen)))) == unseen
    assert math.isnan(suspicion(STUDY, unseen.values))
    with pytest.raises(StudyError, match="has no answers"):
        check(STUDY, replace(unseen, values={"nodule": "yes"}))
