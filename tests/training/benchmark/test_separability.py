"""Equal-grey separability: what colour tells beyond grey."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from xraycolor_gui.training.benchmark.separability import (
    RankTable,
    Samples,
    auc_of,
    equal_grey_auc,
    logistic_regression,
    pooled_auc,
    ranked,
    sample,
)


def _films(apart: float, count: int = 6, pixels: int = 1500) -> list[Samples]:
    """Films whose tissue is darker, and whose a* tells it by `apart` standard deviations."""
    films = []
    for seed in range(count):
        rng = np.random.default_rng(seed)
        inside = rng.random(pixels) < 0.4
        lightness = np.clip(rng.normal(np.where(inside, 45, 55), 10), 0, 100).astype(np.float32)
        chroma = rng.normal(0, 1, (pixels, 2)).astype(np.float32)
        chroma[:, 0] += apart * inside
        films.append(Samples(lightness, chroma, inside))
    return films


def test_a_colour_table_over_grey_has_one_half() -> None:
    films = [
        Samples(
            film.lightness, np.stack([film.lightness, -film.lightness], 1).round(-1).astype(np.float32), film.inside
        )
        for film in _films(0.0)
    ]
    assert abs(equal_grey_auc(films) - 0.5) < 0.02


def test_colour_that_knows_the_tissue_has_one() -> None:
    assert equal_grey_auc(_films(20.0)) > 0.999


def test_normal_colour_has_the_auc_of_its_distance() -> None:
    # Two normal distributions 1 apart: AUC = Phi(1 / sqrt 2) = .760.
    assert abs(equal_grey_auc(_films(1.0)) - 0.760) < 0.02


def test_a_ring_of_colour_is_found_by_the_squares() -> None:
    films = []
    for film in _films(0.0):
        rng = np.random.default_rng(9)
        turn = rng.uniform(0, 2 * np.pi, len(film.inside))
        ring = np.stack([np.cos(turn), np.sin(turn)], 1) * np.where(film.inside, 5.0, 1.0)[:, None]
        films.append(Samples(film.lightness, ring.astype(np.float32), film.inside))
    assert equal_grey_auc(films) > 0.99


def test_films_without_the_tissue_have_no_number() -> None:
    films = [Samples(film.lightness, film.chroma, np.zeros_like(film.inside)) for film in _films(1.0)]
    assert np.isnan(equal_grey_auc(films))


@given(st.lists(st.tuples(st.integers(-3, 3), st.booleans()), min_size=2, max_size=40))
def test_auc_is_the_share_of_pairs_in_the_right_order(pairs: list[tuple[int, bool]]) -> None:
    score = np.array([value for value, _ in pairs], float)
    truth = np.array([flag for _, flag in pairs])
    if truth.all() or not truth.any():
        return
    difference = score[truth][:, None] - score[~truth][None, :]
    assert np.isclose(auc_of(score, truth), ((difference > 0) + 0.5 * (difference == 0)).mean())


def test_logistic_regression_recovers_its_weights() -> None:
    rng = np.random.default_rng(0)
    features = rng.normal(size=(40_000, 2))
    truth = rng.random(40_000) < 1 / (1 + np.exp(-(0.5 + features @ [1.0, -2.0])))
    np.testing.assert_allclose(logistic_regression(features, truth), [0.5, 1.0, -2.0], atol=0.1)


def test_sampling_leaves_out_what_the_mask_does_not_know_and_what_is_black_or_white() -> None:
    lightness = np.array([[1.0, 50.0], [60.0, 99.0]], np.float32)
    known = np.array([[True, True], [False, True]])
    drawn = sample(lightness, np.zeros((2, 2, 2), np.float32), ~known, known, rng=np.random.default_rng(0))
    assert drawn.lightness.tolist() == [50.0]


def test_the_bootstraps_table_knows_the_same_auc() -> None:
    films = ranked(_films(1.0))
    assert np.isclose(RankTable(films).auc(np.ones(len(films))), pooled_auc(films), atol=2e-3)


def test_a_film_that_is_drawn_twice_counts_twice() -> None:
    films = ranked(_films(1.0))
    twice = RankTable(films).auc(np.array([2.0] + [1.0] * (len(films) - 1)))
    assert np.isclose(twice, pooled_auc([films[0], *films]), atol=2e-3)
