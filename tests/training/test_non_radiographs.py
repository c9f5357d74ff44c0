"""Pictures that are no radiographs."""

from __future__ import annotations

import numpy as np
import pytest

from tests.training.phantoms import chest
from xraycolor_gui.training.non_radiographs import CUT, DRAWN, inverted


@pytest.mark.parametrize("kind", sorted(DRAWN))
def test_a_drawn_picture_is_grey_of_a_films_size_and_never_twice_the_same(kind: str) -> None:
    rng = np.random.default_rng(3)
    pictures = [DRAWN[kind](rng) for _ in range(3)]
    for picture in pictures:
        assert picture.dtype == np.float32
        assert 0 <= picture.min() <= picture.max() <= 1
        assert 200 <= min(picture.shape) <= max(picture.shape) < 512
    assert not np.array_equal(pictures[0], pictures[1])


@pytest.mark.parametrize("kind", sorted(CUT))
def test_a_slice_shows_the_body_on_a_plain_ground(kind: str) -> None:
    rng = np.random.default_rng(3)
    for _ in range(3):
        picture = CUT[kind](chest(), rng)
        assert picture.dtype == np.float32
        assert 0 <= picture.min() <= picture.max() <= 1
        assert 256 <= max(picture.shape) <= 448


def test_the_same_seed_draws_the_same_picture() -> None:
    for draw in DRAWN.values():
        np.testing.assert_array_equal(draw(np.random.default_rng(1)), draw(np.random.default_rng(1)))


def test_inverting_twice_gives_the_film_back() -> None:
    film = np.linspace(0, 1, 12, dtype=np.float32).reshape(3, 4)
    np.testing.assert_allclose(inverted(inverted(film)), film, atol=1e-7)
    assert inverted(film)[0, 0] == 1
