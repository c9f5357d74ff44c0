"""Kappa and intraclass correlation against published numbers."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xraycolor_gui.core.statistics.intraclass import intraclass
from xraycolor_gui.core.statistics.kappa import Weights, cohen_kappa, fleiss_kappa
from xraycolor_gui.core.statistics.proportion import proportion

# Fleiss 1971's method on the worked example of 14 readers, 10 cases and 5 categories, kappa .210.
FOURTEEN = [
    [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
]  # fmt: skip
# Shrout and Fleiss 1979, table 2.
SHROUT = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]


def test_cohens_kappa_and_its_interval_are_those_of_the_r_package_statpsych() -> None:
    pairs = [(0, 0)] * 31 + [(0, 1)] * 12 + [(1, 0)] * 4 + [(1, 1)] * 58
    kappa = cohen_kappa(*zip(*pairs, strict=True), (0, 1))
    assert (kappa.value, kappa.low, kappa.high) == pytest.approx((0.6756757, 0.5317210, 0.8196303), rel=1e-5)


def test_squared_weights_give_the_intraclass_agreement_of_many_cases() -> None:
    rng = np.random.default_rng(3)
    case = rng.integers(1, 5, 3000)
    first, second = (np.clip(case + rng.integers(-1, 2, 3000), 1, 5) for _ in range(2))
    kappa = cohen_kappa(first.tolist(), second.tolist(), range(1, 6), Weights.QUADRATIC)
    assert kappa.value == pytest.approx(
        intraclass(np.stack([first, second], 1).astype(float)).agreement.value, abs=1e-3
    )


def test_near_misses_count_less_where_categories_have_an_order() -> None:
    first, second = [1, 2, 3, 4, 4, 1, 2, 3], [1, 2, 3, 4, 3, 2, 3, 4]
    plain, linear, squared = (cohen_kappa(first, second, range(1, 5), weights).value for weights in Weights)
    assert plain < linear < squared < 1


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=30))
def test_kappa_never_exceeds_one_and_does_not_care_who_is_first(pairs: list[tuple[str, str]]) -> None:
    first, second = zip(*pairs, strict=True)
    kappa, turned = cohen_kappa(first, second, "abc"), cohen_kappa(second, first, "abc")
    if math.isnan(kappa.value):
        assert len(set(first) | set(second)) == 1
    else:
        assert kappa.value == pytest.approx(turned.value)
        assert -1 - 1e-9 <= kappa.value <= 1 + 1e-9


def test_fleiss_kappa_is_that_of_the_worked_example() -> None:
    kappa = fleiss_kappa(np.array(FOURTEEN, float))
    assert kappa.value == pytest.approx(0.210, abs=5e-4)
    assert kappa.low < 0.210 < kappa.high


def test_readers_who_always_say_the_same_word_have_no_kappa() -> None:
    assert math.isnan(cohen_kappa(["yes"] * 5, ["yes"] * 5, ["yes", "no"]).value)
    assert math.isnan(fleiss_kappa(np.array([[3.0, 0], [3, 0]])).value)


def test_intraclass_correlations_and_intervals_are_those_of_shrout_and_fleiss() -> None:
    found = intraclass(np.array(SHROUT, float))
    agreement, consistency = found.agreement, found.consistency
    # R package psych, ICC(): ICC2 and ICC3
    assert (agreement.value, agreement.low, agreement.high) == pytest.approx((0.29, 0.019, 0.761), abs=5e-3)
    assert (consistency.value, consistency.low, consistency.high) == pytest.approx((0.71, 0.342, 0.946), abs=5e-3)


def test_a_reader_who_always_rates_higher_disagrees_but_is_consistent() -> None:
    base = np.arange(10.0)
    found = intraclass(np.stack([base, base + 3], 1))
    assert found.consistency.value == pytest.approx(1)
    assert found.agreement.value < 0.9
    assert math.isnan(intraclass(np.ones((5, 2))).agreement.value)


def test_a_share_never_leaves_zero_to_one_even_where_all_are_right() -> None:
    all_right = proportion(10, 10)
    assert (all_right.value, all_right.high) == pytest.approx((1, 1))
    assert all_right.low == pytest.approx(0.7225, abs=1e-4)  # Wilson's interval
    assert math.isnan(proportion(0, 0).value)
