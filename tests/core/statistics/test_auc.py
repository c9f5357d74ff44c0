"""The area under the curve, DeLong's variance, and the paired test."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from xraycolor_gui.core.statistics.auc import auc, delong_covariance, delong_test, roc_points, with_delong
from xraycolor_gui.core.statistics.auc_covariance import COVARIANCES

RNG = np.random.default_rng(6)
TRUTH = np.arange(60) < 25


def rated(shift: float, shared: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """Two curves of the same 60 cases that share part of their noise."""
    case = RNG.normal(size=60) * shared
    first, second = (case + RNG.normal(size=60) * (1 - shared) + shift * TRUTH for _ in range(2))
    return first, second


def test_the_area_is_the_share_of_pairs_in_the_right_order_with_ties_half() -> None:
    assert auc([3, 1, 2, 2], [True, False, True, False]) == pytest.approx((1 + 1 + 1 + 0.5) / 4)
    assert math.isnan(auc([1, 2], [True, True]))


@given(arrays(np.float64, 30, elements=st.integers(0, 20).map(float)), st.integers(0, 3))
def test_the_area_is_the_same_under_any_rising_transform(ratings: np.ndarray, which: int) -> None:
    rising = (np.exp, np.arctan, lambda x: x**3 + 2 * x, lambda x: np.log1p(x) * 7)[which]
    truth = np.arange(30) % 3 == 0
    assert auc(rising(ratings), truth) == pytest.approx(auc(ratings, truth))
    assert auc(-ratings, truth) == pytest.approx(1 - auc(ratings, truth))
    assert auc(ratings, ~truth) == pytest.approx(1 - auc(ratings, truth))


@given(arrays(np.float64, 30, elements=st.integers(0, 6).map(float)))
def test_the_area_is_what_lies_under_the_drawn_curve(ratings: np.ndarray) -> None:
    truth = np.arange(30) % 3 == 0
    false, true = roc_points(ratings, truth)
    assert (false[0], true[0], false[-1], true[-1]) == (0, 0, 1, 1)
    assert float(np.trapezoid(true, false)) == pytest.approx(auc(ratings, truth))


def test_every_covariance_is_about_that_of_a_bootstrap_over_cases() -> None:
    ratings = np.stack(rated(1.2, 0.5))
    drawn = []
    positives, negatives = np.flatnonzero(TRUTH), np.flatnonzero(~TRUTH)
    for _ in range(2000):
        cases = np.concatenate([RNG.choice(positives, len(positives)), RNG.choice(negatives, len(negatives))])
        drawn.append([auc(one[cases], TRUTH[cases]) for one in ratings])
    # the two estimates differ by a part in the number of cases, and the bootstrap's own error is 3 %
    by_bootstrap = np.cov(np.array(drawn).T)
    for covariance in COVARIANCES.values():
        assert covariance(ratings, TRUTH) == pytest.approx(by_bootstrap, rel=0.15)


def test_the_unbiased_covariance_is_right_on_average_where_cases_are_few() -> None:
    truth = np.arange(9) < 4
    areas, stated = [], []
    for _ in range(2500):
        ratings = RNG.normal(size=(1, 9)) + truth
        areas.append(auc(ratings[0], truth))
        stated.append(COVARIANCES["unbiased"](ratings, truth)[0, 0])
    assert np.mean(stated) == pytest.approx(np.var(areas), rel=0.07)


def test_equal_curves_do_not_differ() -> None:
    first, _ = rated(1)
    same = delong_test(first, np.exp(first), TRUTH)
    assert (same.difference.value, same.standard_error, same.p) == (0, 0, 1)


def test_the_paired_test_finds_a_difference_as_often_as_it_says_where_there_is_none() -> None:
    found = [delong_test(*rated(1, 0.5), TRUTH).p < 0.05 for _ in range(600)]
    assert 0.03 < np.mean(found) < 0.075


def test_the_paired_test_knows_that_curves_on_the_same_cases_go_together() -> None:
    first, second = rated(1, 0.7)
    covariance = delong_covariance(np.stack([first, second]), TRUTH)
    compared = delong_test(first, second, TRUTH)
    assert covariance[0, 1] > 0
    assert compared.standard_error**2 == pytest.approx(covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1])
    assert compared.difference.low < compared.difference.value < compared.difference.high


def test_one_case_of_a_kind_has_an_area_and_no_interval() -> None:
    one = with_delong([1, 2, 3], [False, True, True])
    assert one.value == 1
    assert math.isnan(one.low)
    assert math.isnan(delong_test([1, 2, 3], [1, 3, 2], [False, True, True]).p)
