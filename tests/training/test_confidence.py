"""When a model is right as far as labels tell, and the chance of it."""

from __future__ import annotations

import numpy as np
import pytest

from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.models.gauges import SIGNS, Weighing
from xraycolor_gui.training.confidence import (
    Judged,
    calibration_error,
    fit,
    folded,
    judged,
    verdicts,
    verdicts_by_truth,
    weights_of,
)
from xraycolor_gui.training.real_films import Label

PLAIN = Weighing(np.ones(len(TISSUES), np.float32), 1.0)


@pytest.mark.parametrize(
    ("label", "leading", "verdict"),
    [
        (Label.LUNG, "lung", 1),
        (Label.LUNG, "bone", -1),
        (Label.LUNG, "heart", 0),
        (Label.HEART, "heart", 1),
        (Label.HEART, "lung", 0),
        (Label.LUNG_OR_HEART, "heart", 1),
        (Label.LUNG_OR_HEART, "fat", 0),
        (Label.ELSE, "heart", 0),
        (Label.ELSE, "bone", 1),
        (Label.NOT_LUNG, "lung", 0),
        (Label.NOT_LUNG, "heart", 1),
        (Label.BONE, "bone", 1),
        (Label.BONE, "soft-tissue", 0),
        (Label.BACKGROUND, "background", 1),
        (Label.BACKGROUND, "lung", 0),
        (Label.UNKNOWN, "lung", -1),
    ],
)
def test_a_label_judges_the_leading_tissue_as_far_as_it_tells(label: Label, leading: str, verdict: int) -> None:
    labels = np.full((2, 3), label, np.uint8)
    leads = np.full((2, 3), TISSUES.index(leading))
    assert (verdicts(labels, leads, TISSUES) == verdict).all()


def test_the_truth_judges_every_pixel_that_may_be_trusted() -> None:
    truth = np.zeros((1, 3, len(TISSUES)), np.float32)
    truth[..., 1] = 1.0
    weight = np.array([[1.0, 1.0, 0.3]], np.float32)
    assert verdicts_by_truth(truth, weight, np.array([[1, 2, 1]]), PLAIN).tolist() == [[1, 0, -1]]


def test_a_tissue_that_a_model_does_not_know_is_background_to_it() -> None:
    truth = np.random.default_rng(0).dirichlet(np.ones(len(TISSUES)), (3, 4)).astype(np.float32)
    known = tuple(name for name in TISSUES if name != "metal")
    shares = folded(truth, TISSUES, known)
    np.testing.assert_allclose(shares.sum(axis=2), 1, atol=1e-5)
    np.testing.assert_allclose(shares[..., 0], truth[..., 0] + truth[..., TISSUES.index("metal")], atol=1e-6)


def test_only_decided_pixels_are_sampled() -> None:
    shares = np.random.default_rng(0).dirichlet(np.ones(len(TISSUES)), (20, 20)).astype(np.float32)
    verdict = np.full((20, 20), -1, np.int8)
    verdict[:5] = 1
    film = judged(shares, verdict, PLAIN, "made")
    assert film.right.all()
    assert film.signs.shape == (100, SIGNS)


def made_films(count: int, seed: int, source: str = "made") -> list[Judged]:
    """Films whose leading tissue is right with a chance that follows from the first sign."""
    rng = np.random.default_rng(seed)
    films = []
    for _ in range(count):
        signs = rng.normal(size=(400, SIGNS)).astype(np.float32)
        chance = 1 / (1 + np.exp(-1.0 - 1.5 * signs[:, 0]))
        films.append(Judged(rng.integers(len(TISSUES), size=400), signs, rng.random(400) < chance, source))
    return films


def test_the_fitted_chance_is_how_often_the_model_is_right() -> None:
    gauge = fit(made_films(30, 0), PLAIN)
    new = made_films(30, 1)
    leading, signs, right = (np.concatenate([getattr(f, n) for f in new]) for n in ("leading", "signs", "right"))
    score = gauge.weights[leading, 0] + (gauge.weights[leading, 1:] * signs).sum(axis=1)
    chances = np.interp(score, gauge.scores, gauge.chances)
    assert calibration_error(chances, right, np.ones(len(right))) < 0.03
    assert np.corrcoef(chances, signs[:, 0])[0, 1] > 0.9
    assert (np.diff(gauge.scores) > 0).all()
    assert (np.diff(gauge.chances) >= 0).all()


def test_a_source_counts_alike_however_many_films_it_has() -> None:
    weights = weights_of([*made_films(3, 0, "many"), *made_films(1, 1, "few")])
    assert weights[:1200].sum() == pytest.approx(weights[1200:].sum())


def test_one_film_of_one_verdict_is_enough_to_fit() -> None:
    film = made_films(1, 2)[0]
    gauge = fit([Judged(film.leading, film.signs, np.ones(400, bool), "made")], PLAIN)
    assert np.isfinite(gauge.weights).all()
    assert gauge.chances.max() <= 0.99


def test_calibration_error_is_the_distance_between_chance_and_truth() -> None:
    right = np.array([True] * 3 + [False])
    assert calibration_error(np.full(4, 0.75), right, np.ones(4)) == pytest.approx(0)
    assert calibration_error(np.full(4, 0.95), right, np.ones(4)) == pytest.approx(0.2)
