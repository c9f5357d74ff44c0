"""Intervals by patient, and quantiles of many films' pixels."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xraycolor_gui.training.benchmark.bootstrap import Spread, interval, mean, ratio, with_interval
from xraycolor_gui.training.benchmark.measured import GateResult, Measured, Sense

finite = st.floats(-100, 100, allow_nan=False)


@settings(max_examples=30, deadline=None)
@given(st.lists(finite, min_size=2, max_size=30))
def test_the_interval_of_a_mean_lies_within_the_values_and_is_repeatable(values: list[float]) -> None:
    patients = [str(number) for number in range(len(values))]
    low, high = interval(patients, mean(values))
    assert min(values) - 1e-9 <= low <= high <= max(values) + 1e-9
    assert interval(patients, mean(values)) == (low, high)


def test_the_interval_holds_the_truth_19_times_of_20() -> None:
    rng = np.random.default_rng(1)
    patients = [str(number) for number in range(40)]
    held = 0
    for _ in range(100):
        low, high = interval(patients, mean(rng.normal(3.0, 1.0, 40).tolist()))
        held += low <= 3.0 <= high
    assert 86 <= held <= 100


def test_films_of_one_patient_are_drawn_together() -> None:
    values = np.repeat([0.0, 1.0, 2.0, 3.0], 25).tolist()
    alone = interval([str(number) for number in range(100)], mean(values))
    together = interval([str(number // 25) for number in range(100)], mean(values))
    assert together[1] - together[0] > 2 * (alone[1] - alone[0])


def test_one_patient_has_no_interval() -> None:
    assert all(math.isnan(end) for end in interval(["a", "a"], mean([1.0, 2.0])))


def test_a_ratio_is_of_sums_and_nothing_over_nothing_is_no_number() -> None:
    assert ratio([1, 1], [1, 3])(np.ones(2)) == 0.5
    assert math.isnan(ratio([0], [0])(np.ones(1)))


@given(st.lists(st.floats(0, 50), min_size=1, max_size=200), st.sampled_from([0.05, 0.5, 0.95]))
def test_a_spreads_quantile_is_exact_to_its_step(values: list[float], part: float) -> None:
    spread = Spread(0.1, 60.0)
    spread.add(np.array(values))
    found = spread.quantile(part)(np.ones(1))
    lower, upper = (np.quantile(values, part, method=how) for how in ("inverted_cdf", "higher"))
    assert lower - 0.1 - 1e-6 <= found <= max(upper, lower) + 0.1 + 1e-6


def test_every_film_weighs_the_same_however_many_pixels_it_has() -> None:
    spread = Spread(0.1, 60.0)
    spread.add(np.full(10, 1.0))
    spread.add(np.full(10_000, 5.0))
    assert spread.quantile(0.4)(np.ones(2)) == pytest.approx(1.1, abs=0.1)


def test_a_row_gets_its_value_interval_and_count() -> None:
    row = Measured("gate", "name", "us", 0.0, limit=2.5, sense=Sense.AT_MOST)
    done = with_interval(row, ["a", "b", "c"], mean([1.0, 2.0, 3.0]))
    assert (done.value, done.count, done.result) == (2.0, 3, GateResult.PASS)
    assert done.low <= 2.0 <= done.high


def test_what_is_only_reported_or_no_number_has_no_verdict() -> None:
    assert Measured("g", "n", "us", 1.0).result is GateResult.NOT_APPLICABLE
    assert Measured("g", "n", "us", math.nan, limit=1.0, sense=Sense.AT_LEAST).result is GateResult.NOT_APPLICABLE
    assert Measured("g", "n", "us", math.nan).plain()["value"] is None
