"""Radiographs in unusual views."""

from __future__ import annotations

import numpy as np

from xraycolor_gui.training.unusual_views import stitched, unusual, with_prosthesis


def film(seed: int, shape: tuple[int, int] = (200, 160)) -> np.ndarray:
    return np.random.default_rng(seed).uniform(0.1, 0.6, shape).astype(np.float32)


def test_an_unusual_view_is_grey_of_a_usable_size() -> None:
    rng = np.random.default_rng(0)
    for number in range(40):
        seen = unusual(film(number), film(number + 1, (90, 240)), rng)
        assert seen.dtype == np.float32
        assert 0 <= seen.min() <= seen.max() <= 1
        assert min(seen.shape) >= 40


def test_stitching_squeezes_two_films_into_about_a_square_one_above_the_other() -> None:
    upper, lower = np.full((300, 300), 0.2, np.float32), np.full((300, 300), 0.8, np.float32)
    seen = stitched(upper, lower, np.random.default_rng(1))
    assert 0.5 < seen.shape[0] / seen.shape[1] < 2
    assert seen[0].max() < 0.3
    assert seen[-1].min() > 0.7


def test_a_prosthesis_whitens_the_film_and_hides_only_a_part_of_it() -> None:
    plain = film(3)
    seen = with_prosthesis(plain, np.random.default_rng(2))
    assert (seen >= plain - 1e-6).all()
    assert 0.001 < np.mean(seen != plain) < 0.6
