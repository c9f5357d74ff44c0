"""Records of feedback: what must be in them, and JSON that gives back the very record."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import pytest
from hypothesis import given

from tests.core.feedback_made import FILM, feedback, given_feedback
from xraycolor_gui.core.colorization import BACKGROUND
from xraycolor_gui.core.errors import FeedbackError
from xraycolor_gui.core.feedback import Feedback, Verdict, from_json, tissue_said, to_json


@given(feedback())
def test_json_gives_back_the_very_record(record: Feedback) -> None:
    assert from_json(json.loads(json.dumps(to_json(record)))) == record


@pytest.mark.parametrize(
    "changes",
    [
        {"region": None},
        {"tissue": "background"},
        {"rating": 6},
        {"reader": " "},
        {"comment": "x" * 10_001},
    ],
)
def test_a_record_that_says_nothing_sound_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(FeedbackError):
        given_feedback(**changes)


@pytest.mark.parametrize("key", ["id", "reader", "time", "software", "film"])
def test_a_record_without_its_essentials_is_refused(key: str) -> None:
    data = to_json(given_feedback())
    for wrong in (None, 3, "nonsense" if key in ("id", "time", "film") else None):
        with pytest.raises(FeedbackError):
            from_json({**data, key: wrong})


def test_an_unknown_verdict_names_the_known_ones() -> None:
    with pytest.raises(FeedbackError, match="hides-finding"):
        from_json({**to_json(given_feedback()), "verdict": "nice"})


def test_a_record_has_no_room_for_a_patient() -> None:
    words = {*asdict(FILM), *to_json(given_feedback())}
    assert not {word for word in words if "patient" in word or "birth" in word or "path" in word}


def test_the_verdicts_are_the_words_that_scripts_rely_on() -> None:
    words = ["right", "wrong-tissue", "bleeds", "should-be-grey", "hides-finding", "artefact"]
    assert [verdict.value for verdict in Verdict] == words


def test_verdicts_that_name_a_tissue_say_one_and_others_do_not() -> None:
    record = given_feedback()
    assert tissue_said(record) == "bone"
    assert tissue_said(replace(record, verdict=Verdict.RIGHT)) == "bone"
    assert tissue_said(replace(record, verdict=Verdict.SHOULD_BE_GREY, tissue="")) == BACKGROUND
    assert not tissue_said(replace(record, verdict=Verdict.BLEEDS))
    assert not tissue_said(replace(record, tissue=""))
    assert not tissue_said(replace(record, region=None, verdict=None))
