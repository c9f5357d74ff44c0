"""Who sees what when."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.reader_study.plans import plan
from xraycolor_gui.core.reader_study.order import order
from xraycolor_gui.core.reader_study.plan import Plan

plans = st.builds(
    plan,
    st.integers(1, 25),
    st.integers(1, 8),
    st.integers(1, 3),
    seed=st.integers(0, 99),
)


@given(plans)
def test_every_reader_sees_every_film_once_a_session_and_once_in_each_condition(study: Plan) -> None:
    for reader in study.readers:
        showings = order(study, reader)
        assert [showing.number for showing in showings] == list(range(len(study.films) * len(study.conditions)))
        by_condition = Counter((showing.case, showing.condition) for showing in showings)
        by_session = Counter((showing.case, showing.session) for showing in showings)
        for counted in (by_condition, by_session):
            assert set(counted.values()) == {1}
            assert len(counted) == len(showings)


@given(plans)
def test_conditions_come_in_blocks_one_of_each_in_a_session(study: Plan) -> None:
    for reader in study.readers:
        blocks: dict[tuple[int, int], set[str]] = {}
        for showing in order(study, reader):
            blocks.setdefault((showing.session, showing.block), set()).add(showing.condition.value)
        assert all(len(conditions) == 1 for conditions in blocks.values())
        places = [(showing.session, showing.block) for showing in order(study, reader)]
        assert places == sorted(places)


def test_what_a_reader_sees_does_not_hang_on_who_else_reads() -> None:
    study = plan(readers=3)
    longer = replace(study, readers=(*study.readers, "R4"))
    assert [order(study, reader) for reader in study.readers] == [order(longer, reader) for reader in study.readers]


def test_the_order_is_the_same_today_and_in_years() -> None:
    cases = [showing.case[-3:] for showing in order(plan(films=6, seed=20), "R1")]
    assert cases == ["002", "000", "001", "004", "005", "003", "002", "001", "000", "003", "005", "004"]
    assert cases != [showing.case[-3:] for showing in order(plan(films=6, seed=21), "R1")]


@pytest.mark.parametrize(("conditions", "readers"), [(2, 4), (3, 18)])
def test_over_a_full_square_of_readers_each_film_comes_in_each_condition_first_equally_often(
    conditions: int, readers: int
) -> None:
    study = plan(films=12, readers=readers, conditions=conditions)
    first = Counter(
        (showing.case, showing.condition)
        for reader in study.readers
        for showing in order(study, reader)
        if showing.session == 0
    )
    assert set(first.values()) == {readers // conditions}


@pytest.mark.parametrize(("conditions", "readers"), [(2, 2), (3, 6)])
def test_each_condition_is_seen_first_last_and_after_each_other_equally_often(conditions: int, readers: int) -> None:
    study = plan(films=12, readers=readers, conditions=conditions)
    places: Counter[tuple[str, int]] = Counter()
    followed: Counter[tuple[str, str]] = Counter()
    for reader in study.readers:
        first = [showing for showing in order(study, reader) if showing.session == 0]
        sequence = list(dict.fromkeys(showing.condition.value for showing in first))
        places.update((condition, place) for place, condition in enumerate(sequence))
        followed.update(pairwise(sequence))
    assert len(set(places.values())) == len(set(followed.values())) == 1


def test_positive_and_negative_cases_are_spread_evenly_over_the_blocks() -> None:
    study = plan(films=40)
    for reader in study.readers:
        positive = Counter(
            (showing.session, showing.block) for showing in order(study, reader) if study.film(showing.case).truth
        )
        assert set(positive.values()) == {10}


def test_a_stranger_has_no_order() -> None:
    with pytest.raises(ValueError):
        order(plan(), "stranger")
