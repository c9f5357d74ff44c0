"""The analysis finds what scripted readers were told, and leaves out what would mislead."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from tests.core.reader_study.plans import plan
from xraycolor_gui.core.reader_study.answers import Answer
from xraycolor_gui.core.reader_study.areas import Roc, roc
from xraycolor_gui.core.reader_study.decisions import EVERYBODY
from xraycolor_gui.core.reader_study.findings import analyse, plain
from xraycolor_gui.core.reader_study.order import order
from xraycolor_gui.core.reader_study.plan import Condition, Plan
from xraycolor_gui.core.reader_study.readings import Readings, readings_of
from xraycolor_gui.core.reader_study.scripted import scripted_answer, true_difference
from xraycolor_gui.core.statistics.multireader import Reach


@cache
def rehearsed(films: int = 60, readers: int = 3, conditions: int = 2) -> tuple[Plan, tuple[Answer, ...]]:
    study = plan(films, readers, conditions)
    return study, answered(study)


def answered(study: Plan) -> tuple[Answer, ...]:
    return tuple(scripted_answer(study, showing) for reader in study.readers for showing in order(study, reader))


def areas(readings: Readings) -> Roc:
    found = roc(readings)
    assert isinstance(found, Roc), found
    return found


def test_the_known_effect_lies_in_the_reported_interval() -> None:
    study, answers = rehearsed()
    found = analyse(readings_of(study, answers))
    assert found.roc is not None
    (difference,) = found.roc.main()
    assert (difference.versus.first, difference.versus.second) == (Condition.BOTH, Condition.GREY)
    assert difference.difference.holds(true_difference(study, 1, 0))
    assert not difference.difference.holds(0)
    assert found.roc.means[Condition.GREY].holds(0.75)
    assert found.roc.means[Condition.BOTH].holds(0.85)
    overall = [one for one in found.time_differences if one.reader == EVERYBODY]
    assert overall[0].ratio.holds(16 / 20)
    assert not overall[0].ratio.holds(1)


def test_over_many_rehearsals_intervals_hold_the_effect_as_often_as_they_say_and_none_is_made_up() -> None:
    held, found = 0, []
    for seed in range(60):
        study = plan(40, 3, rehearsal={"auc": {"grey": 0.75, "both": 0.85}, "seed": seed})
        (difference,) = areas(readings_of(study, answered(study))).main()
        held += difference.difference.holds(0.10)
        found.append(difference.difference.value)
    assert held >= 0.88 * 60
    assert np.mean(found) == pytest.approx(0.10, abs=0.02)


def test_where_there_is_no_effect_the_report_says_so() -> None:
    study = plan(60, 3, rehearsal={"auc": {"grey": 0.8, "both": 0.8}, "seconds": {"grey": 20.0, "both": 20.0}})
    found = analyse(readings_of(study, answered(study)))
    assert found.roc is not None
    assert found.roc.main()[0].difference.holds(0)
    assert found.time_differences[-1].ratio.holds(1)


def test_three_conditions_are_compared_in_pairs_and_all_at_once() -> None:
    found = areas(readings_of(*rehearsed(30, 3, 3)))
    assert len(found.main()) == 3
    assert {one.degrees_of_freedom[0] for one in found.overall} == {2}
    (last,) = (one for one in found.main() if one.versus.second is Condition.COLOUR)
    assert last.versus.first is Condition.BOTH


def test_readers_who_have_not_finished_are_left_out_and_counted() -> None:
    study, answers = rehearsed()
    found = analyse(readings_of(study, answers[:-1]))
    assert found.readers == ("R1", "R2")
    assert found.unfinished == {"R3": 119}
    assert found.roc is not None
    assert {one.reader for one in found.roc.readers} == {"R1", "R2"}
    nobody = analyse(readings_of(study, answers[:50]))
    assert nobody.roc is None
    assert nobody.no_roc == "No reader has finished yet."
    assert (nobody.decisions, nobody.agreement, nobody.times) == ((), (), ())


def test_one_reader_is_compared_on_cases_alone() -> None:
    found = analyse(readings_of(*rehearsed(60, 1)))
    assert found.roc is not None
    assert found.roc.reach is Reach.CASES
    single = found.roc.reader_differences[0]
    (difference,) = found.roc.main()
    assert (difference.difference.value, difference.p) == pytest.approx((single.difference.value, single.p))
    assert {one.measure for one in found.agreement} == {"Cohen’s kappa", "Cohen’s kappa, quadratic weights"}


def test_films_that_could_not_be_shown_are_counted_and_have_neither_answer_nor_time() -> None:
    study, answers = rehearsed()
    unseen = replace(answers[3], values={}, seconds=0.0, unseen="This film cannot be read.")
    found = analyse(readings_of(study, (*answers[:3], unseen, *answers[4:])))
    assert found.unseen == 1
    assert found.readers == study.readers
    assert found.roc is not None
    assert sum(one.count for one in found.times if one.reader != EVERYBODY) == len(answers) - 1


def test_interrupted_readings_have_no_time_and_count_for_all_else() -> None:
    study, answers = rehearsed()
    broken = [replace(answer, openings=2, seconds=9000.0) if place % 7 == 0 else answer
              for place, answer in enumerate(answers)]  # fmt: skip
    whole, found = (analyse(readings_of(study, given)) for given in (answers, broken))
    assert found.interrupted == sum(answer.openings > 1 for answer in broken)
    assert found.roc == whole.roc
    assert max(one.upper_quartile for one in found.times) < 100
    assert sum(one.count for one in found.times if one.reader != EVERYBODY) == 360 - found.interrupted


def test_cases_without_truth_count_for_agreement_and_time_only() -> None:
    study, answers = rehearsed()
    films = tuple(replace(film, truth=None) if place < 5 else film for place, film in enumerate(study.films))
    unknown = replace(study, films=films)
    found = analyse(readings_of(unknown, answers))
    assert found.roc is not None
    assert found.roc.left_out == tuple(film.case for film in films[:5])
    assert found.roc.positives + found.roc.negatives == 55
    assert {one.cases for one in found.agreement} == {60}
    nothing = replace(study, films=tuple(replace(film, truth=None) for film in study.films))
    assert analyse(readings_of(nothing, answers)).roc is None


def test_decisions_are_counted_against_the_truth_and_not_knowing_is_never_right() -> None:
    study, answers = rehearsed()
    unsure = [replace(answer, values={**answer.values, "nodule": "cannot tell"}) for answer in answers]
    all_yes = [replace(answer, values={**answer.values, "nodule": "yes"}) for answer in answers]
    for given, expected in ((unsure, (0, 0)), (all_yes, (1, 0))):
        found = analyse(readings_of(study, given)).decisions
        assert {(one.sensitivity.value, one.specificity.value) for one in found} == {expected}
    found = analyse(readings_of(study, answers)).decisions
    assert len(found) == 2 * 4
    assert all(one.sensitivity.low <= one.sensitivity.value <= one.sensitivity.high for one in found)


def test_readers_who_say_the_same_agree_fully() -> None:
    study, answers = rehearsed()
    first = {answer.showing.case: answer.values for answer in answers[:60]}
    same = [replace(answer, values=first[answer.showing.case]) for answer in answers]
    found = analyse(readings_of(study, same)).agreement
    assert {one.measure for one in found} == {
        "ICC(2,1)", "ICC(3,1)", "Fleiss’ kappa", "Cohen’s kappa", "Cohen’s kappa, quadratic weights"
    }  # fmt: skip
    assert all(one.value.value == pytest.approx(1) for one in found)


def test_answers_left_out_are_gaps_and_nothing_breaks() -> None:
    data = plan(12, 3)
    study = replace(data, questions=tuple(replace(question, optional=True) for question in data.questions))
    empty = [replace(answer, values={}) for answer in answered(study)]
    found = analyse(readings_of(study, empty))
    assert found.roc is None
    assert all(math.isnan(one.value.value) for one in found.agreement)
    assert all(math.isnan(one.sensitivity.value) for one in found.decisions)
    json.dumps(plain(found), allow_nan=False)


def test_films_whose_content_changed_between_sessions_are_named() -> None:
    study, answers = rehearsed()
    changed = [replace(answer, sha256="a" if answer.showing.session else "b") if answer.showing.case == "case-003"
               else replace(answer, sha256="c") for answer in answers]  # fmt: skip
    assert analyse(readings_of(study, changed)).other_files == ("case-003",)


def test_every_number_can_be_written_as_json() -> None:
    found = plain(analyse(readings_of(*rehearsed())))
    text = json.dumps(found, allow_nan=False)
    assert json.loads(text)["roc"]["differences"][0]["versus"] == {"first": "both", "second": "grey"}
    assert "infinite" in text
