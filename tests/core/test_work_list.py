"""Which films would teach most."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.feedback_made import FILM, feedback, given_feedback
from xraycolor_gui.core.colorization import TISSUES, Colorization, ModelId, Novelty
from xraycolor_gui.core.feedback import Feedback, FilmId, Verdict, new_id
from xraycolor_gui.core.regions import Rectangle
from xraycolor_gui.core.work_list import (
    SIDE,
    Reading,
    Sign,
    contradicted,
    is_answered,
    models_differ,
    novel,
    readers_differ,
    reading_of,
    signs_of,
    work_list,
)

LUNG, BONE = TISSUES.index("lung"), TISSUES.index("bone")


def film(name: str) -> FilmId:
    return FilmId(name * 64, 40, 50)


def reading(of: FilmId, model: str = "m", unsure: float = 0.2, beyond: float = -8.0, leads: int = LUNG) -> Reading:
    return Reading(of, model, unsure, beyond, np.full((4, 5), leads, np.uint8))


def said(of: FilmId, reader: str = "anna", **changes: object) -> Feedback:
    return given_feedback(film=of, reader=reader, **{"region": Rectangle(5, 5, 20, 20), **changes})


def test_the_film_that_the_model_doubts_most_comes_first() -> None:
    films = [film("a"), film("b"), film("c")]
    doubts = [reading(films[0], unsure=0.1), reading(films[1], unsure=0.4), reading(films[2], unsure=0.2)]
    assert [item.film for item in work_list(films, doubts, ())] == [films[1], films[2], films[0]]


def test_what_a_reader_answered_comes_last_for_this_reader_alone() -> None:
    one, two = film("a"), film("b")
    doubts = [reading(one, unsure=0.9), reading(two, unsure=0.1)]
    items = work_list([one, two], doubts, [said(one)], reader="anna")
    assert [(item.film, item.answered) for item in items] == [(two, False), (one, True)]
    items = work_list([one, two], doubts, [said(one)], reader="bela")
    assert [(item.film, item.answered) for item in items] == [(one, False), (two, False)]
    # That somebody found the colours wrong there is a reason more for the next reader.
    assert items[0].signs[Sign.CONTRADICTED] == 0.5
    assert work_list([one, two], doubts, [said(one)])[-1].film == one


def test_drafts_and_comments_are_no_answers() -> None:
    draft = said(film("a"), verdict=None, tissue="")
    comment = said(film("a"), region=None, verdict=None, tissue="", comment="dark")
    assert not is_answered([draft, comment])
    assert is_answered([replace(comment, rating=3)], "anna")
    assert not is_answered([replace(comment, rating=3)], "bela")


def test_models_differ_where_they_name_other_tissues_in_the_body() -> None:
    one = np.array([[0, LUNG, LUNG, BONE]], np.uint8)
    other = np.array([[0, LUNG, BONE, 0]], np.uint8)
    assert models_differ([one]) is None
    assert models_differ([one, other]) == pytest.approx(2 / 3)
    assert models_differ([one, one, other]) == pytest.approx(4 / 9)
    assert models_differ([np.zeros((2, 2), np.uint8)] * 2) == 0.0
    # A model that works at another size.
    assert models_differ([one, np.repeat(np.repeat(one, 3, 0), 3, 1)]) == 0.0


def test_readers_differ_in_the_part_of_which_both_spoke() -> None:
    bone = said(film("a"))
    assert readers_differ([bone]) is None
    heart = said(film("a"), "bela", tissue="heart", region=Rectangle(15, 5, 20, 20))
    assert readers_differ([bone, heart]) == 1.0
    same = said(film("a"), "bela", region=Rectangle(15, 5, 20, 20))
    assert readers_differ([bone, same]) == 0.0
    elsewhere = said(film("a"), "bela", region=Rectangle(30, 30, 5, 5))
    assert readers_differ([bone, elsewhere]) is None
    rating = said(film("a"), region=None, verdict=None, tissue="", rating=5)
    assert readers_differ([rating, replace(rating, reader="bela", rating=2)]) == 0.75


def test_a_readers_later_word_replaces_the_earlier_one() -> None:
    first = said(film("a"), tissue="heart", time="2024-05-06T07:08:09.000001+00:00")
    later = said(film("a"), time="2024-05-06T08:08:09.000001+00:00")
    assert readers_differ([first, later, said(film("a"), "bela")]) == 0.0


def test_a_single_contradiction_weighs_less_than_three() -> None:
    wrong = said(film("a"))
    right = replace(wrong, id=new_id(), verdict=Verdict.RIGHT)
    assert contradicted([]) is None
    assert contradicted([wrong]) == 0.5
    assert contradicted([wrong] * 3) == 0.75
    assert contradicted([wrong, right]) == pytest.approx(1 / 3)
    assert contradicted([right]) == 0.0


def test_novelty_counts_a_quarter_at_the_limit_and_never_more_than_a_half() -> None:
    assert novel(0.0) == 0.25
    assert novel(-8.0) < 0.001
    assert 0.499 < novel(12.0) <= 0.5 and novel(1e9) <= 0.5


def test_the_model_that_is_to_learn_says_how_unsure_it_is() -> None:
    both = {"m": reading(film("a"), "m", unsure=0.1), "n": reading(film("a"), "n", unsure=0.7, leads=BONE)}
    assert signs_of(both, (), "m")[Sign.UNSURE] == 0.1
    assert signs_of(both, (), "n")[Sign.UNSURE] == 0.7
    assert signs_of(both, (), "m")[Sign.MODELS_DIFFER] == 1.0
    assert next(iter(signs_of(both, (), "m"))) is Sign.MODELS_DIFFER


def test_a_film_is_known_by_content_or_uid() -> None:
    copy = FilmId("c" * 64, 40, 50, sop_instance_uid="1.2.3")
    there = FilmId("d" * 64, 40, 50, sop_instance_uid="1.2.3")
    (item,) = work_list([copy], [reading(there)], [said(there)])
    assert item.answered and Sign.UNSURE in item.signs
    other_frame = replace(there, frame=1)
    (item,) = work_list([copy], [reading(other_frame)], [said(other_frame)])
    assert not item.answered and not item.signs


@pytest.mark.parametrize("shape", [(300, 512), (10, 12)])
def test_a_reading_is_taken_over_the_body_alone(shape: tuple[int, int]) -> None:
    leading = np.zeros(shape, np.intp)
    leading[:, shape[1] // 2 :] = LUNG
    sure = np.where(leading == LUNG, 0.75, 0.1).astype(np.float32)
    composition = np.zeros((*shape, len(TISSUES)), np.float32)
    made = Colorization(composition, TISSUES, ModelId("basic", "ef" * 32), sure, Novelty(-3.0, -1.0))
    taken = reading_of(FILM, made, leading)
    assert (taken.unsure, taken.beyond, taken.model) == (0.25, -2.0, "ef" * 32)
    assert max(taken.leading.shape) <= SIDE and set(np.unique(taken.leading)) == {0, LUNG}


def test_a_picture_without_a_body_or_gauges_says_nothing() -> None:
    composition = np.zeros((4, 4, len(TISSUES)), np.float32)
    made = Colorization(composition, TISSUES, ModelId("basic", "ef" * 32))
    taken = reading_of(FILM, made, np.zeros((4, 4), np.intp))
    assert taken.unsure is None and taken.beyond is None
    (item,) = work_list([FILM], [taken], ())
    assert item.signs == {} and item.value == 0


@given(st.lists(feedback(), max_size=6), st.floats(0, 1), st.floats(-20, 20), st.sampled_from(["", "anna"]))
def test_every_value_lies_between_0_and_1_and_answered_films_come_last(
    records: list[Feedback], unsure: float, beyond: float, reader: str
) -> None:
    films = [FILM, film("a")]
    readings = [reading(each, unsure=unsure, beyond=beyond) for each in films]
    items = work_list(films, readings, records, reader=reader)
    assert {item.film for item in items} == set(films)
    assert all(0 <= part <= 1 for item in items for part in item.signs.values())
    assert all(0 <= item.value <= 1 for item in items)
    order = [(item.answered, -item.value) for item in items]
    assert order == sorted(order)
