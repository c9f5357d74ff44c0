"""The bootstrap over readers and cases."""

from __future__ import annotations

import warnings

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from xraycolor_gui.core.statistics.crossed_bootstrap import crossed_bootstrap, mean, median

RNG = np.random.default_rng(0)


def test_the_interval_of_a_mean_grows_with_what_readers_differ() -> None:
    noise = RNG.normal(size=(6, 40))
    alike = crossed_bootstrap(noise, mean)
    apart = crossed_bootstrap(noise + RNG.normal(size=(6, 1)) * 3, mean)
    assert alike.holds(0)
    assert apart.high - apart.low > 3 * (alike.high - alike.low)


def test_with_one_reader_it_is_the_plain_bootstrap_of_the_cases() -> None:
    cases = RNG.normal(size=(1, 200))
    found = crossed_bootstrap(cases, mean)
    assert abs((found.high - found.low) / 2 / (1.96 * cases.std() / np.sqrt(200)) - 1) < 0.1


def test_the_same_table_gives_the_same_interval_however_large_it_is() -> None:
    table = RNG.normal(size=(30, 900))
    first, second = (crossed_bootstrap(table, median, 200) for _ in range(2))
    assert first == second
    assert first.low <= first.value <= first.high


@given(arrays(np.float64, (3, 7), elements=st.one_of(st.just(np.nan), st.floats(-9, 9))))
def test_gaps_are_passed_over(rows: np.ndarray) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # of rows without a number
        np.testing.assert_allclose(median(rows), np.nanmedian(rows, axis=1), atol=1e-12)
        np.testing.assert_allclose(mean(rows), np.nanmean(rows, axis=1), atol=1e-12)
