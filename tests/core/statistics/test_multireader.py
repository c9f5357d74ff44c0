"""Obuchowski and Rockette's analysis against two published studies, and against its own promises."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from tests.core.statistics.published import published
from xraycolor_gui.core.statistics.multireader import Reach, obuchowski_rockette

# What MRMCaov 0.3.0 gives under R (README.md beside the data): areas, difference, error, df, interval, p.
PUBLISHED = {
    ("vandyke", "DeLong"): (
        *(0.8970370, 0.9408374, -0.04380032, 0.0206825, 15.06611, -0.0878671960, 0.0002665519, 0.05123303),
    ),
    ("vandyke", "jackknife"): (
        *(0.8970370, 0.9408374, -0.04380032, 0.02074862, 15.25967, -0.0879594986, 0.0003588544, 0.05166569),
    ),
    ("vandyke", "unbiased"): (
        *(0.8970370, 0.9408374, -0.04380032, 0.02067154, 15.03418, -0.0878519409, 0.0002512968, 0.0511618),
    ),
    ("franken", "DeLong"): (
        *(0.8477499, 0.8368951, 0.01085482, 0.005010122, 3, -0.005089627, 0.026799261, 0.1188379),
    ),
    ("franken", "jackknife"): (
        *(0.8477499, 0.8368951, 0.01085482, 0.005010122, 3, -0.005089627, 0.026799261, 0.1188379),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("study", "covariance"), PUBLISHED)
def test_the_published_studies_come_out_to_four_digits(shared: Path, study: str, covariance: str) -> None:
    analysis = obuchowski_rockette(*published(shared / "reader_study" / f"{study}.csv"), covariance)
    result = analysis.of(Reach.READERS_AND_CASES)
    (pair,) = result.differences
    found = (
        *(mean.value for mean in result.means),
        *(pair.difference.value, pair.standard_error, pair.degrees_of_freedom),
        *(pair.difference.low, pair.difference.high, pair.p),
    )
    assert found == pytest.approx(PUBLISHED[study, covariance], rel=5e-5)
    assert result.p == pytest.approx(pair.p)


def test_the_components_of_the_published_study_come_out_to_four_digits(shared: Path) -> None:
    analysis = obuchowski_rockette(*published(shared / "reader_study" / "vandyke.csv"))
    parts = analysis.components
    assert (parts.error, parts.same_reader, parts.same_treatment, parts.nothing_same) == pytest.approx(
        (0.0007921325, 0.0003420090, 0.0003395265, 0.0002358497), rel=5e-5
    )
    assert (parts.treatment, parts.treatment_reader) == pytest.approx((0.004796171, 0.0005510306), rel=5e-5)
    assert analysis.of(Reach.READERS_AND_CASES).f == pytest.approx(4.484854, rel=5e-5)


def test_fixed_cases_are_the_plain_analysis_of_variance_of_the_areas(shared: Path) -> None:
    result = obuchowski_rockette(*published(shared / "reader_study" / "vandyke.csv")).of(Reach.READERS)
    assert (result.f, result.degrees_of_freedom) == pytest.approx((0.004796171 / 0.0005510306, 4), rel=1e-5)


def binormal(rng: np.random.Generator, treatments: int, readers: int, gain: float = 0.0) -> tuple[np.ndarray, ...]:
    """Ratings in which readers and cases have effects of their own, and treatments from the second on add `gain`."""
    truth = np.arange(80) < 40
    cases = rng.normal(size=80)
    skill = rng.normal(size=(1, readers, 1)) * 0.15
    effect = np.r_[0, np.full(treatments - 1, gain)][:, None, None]
    noise = rng.normal(size=(treatments, readers, 80))
    return truth * (1.2 + skill + effect) + 0.6 * cases + 0.8 * noise, truth


def test_no_effect_is_called_one_about_as_often_as_stated_and_intervals_hold_the_truth() -> None:
    rng = np.random.default_rng(1)
    held = dict.fromkeys(Reach, 0)
    for _ in range(300):
        analysis = obuchowski_rockette(*binormal(rng, 2, 4))
        for result in analysis.results:
            held[result.reach] += result.differences[0].difference.holds(0)
    assert 0.91 < held[Reach.READERS_AND_CASES] / 300 < 0.985
    assert 0.91 < held[Reach.CASES] / 300 < 0.985


def test_three_treatments_give_three_differences_that_add_up() -> None:
    result = obuchowski_rockette(*binormal(np.random.default_rng(2), 3, 5, 0.8)).of(Reach.READERS_AND_CASES)
    values = {(pair.first, pair.second): pair.difference.value for pair in result.differences}
    assert values[0, 1] + values[1, 2] == pytest.approx(values[0, 2])
    assert result.p < 0.01
    assert values[0, 1] < 0


def test_one_reader_says_nothing_of_other_readers() -> None:
    analysis = obuchowski_rockette(*binormal(np.random.default_rng(3), 2, 1))
    assert [result.reach for result in analysis.results] == [Reach.CASES]
    assert math.isfinite(analysis.results[0].p)
    with pytest.raises(KeyError):
        analysis.of(Reach.READERS)


def test_readers_who_rate_both_ways_alike_show_no_difference() -> None:
    ratings, truth = binormal(np.random.default_rng(4), 1, 3)
    analysis = obuchowski_rockette(np.concatenate([ratings, ratings]), truth)
    assert {result.differences[0].difference.value for result in analysis.results} == {0}
