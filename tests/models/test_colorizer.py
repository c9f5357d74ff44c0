"""From a radiograph to its composition."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.models.made_models import radiograph, tiny_card, tiny_network
from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.radiograph import Window
from xraycolor_gui.models.autoencoders import normalise
from xraycolor_gui.models.colorizer import Colorizer, shrunk


@pytest.fixture(scope="module")
def colorizer() -> Colorizer:
    network = tiny_network()
    return Colorizer(tiny_card(network), network)


@settings(max_examples=12, deadline=None)
@given(rows=st.integers(2, 700), columns=st.integers(2, 700))
def test_a_film_of_any_shape_gets_shares_that_sum_to_one(rows: int, columns: int) -> None:
    network = tiny_network()
    coarse = Colorizer(tiny_card(network), network).composition(
        np.random.default_rng(0).random((rows, columns), np.float32)
    )
    assert max(coarse.shape[:2]) == 128
    assert coarse.shape[2] == len(TISSUES)
    np.testing.assert_allclose(coarse.sum(axis=2), 1, atol=1e-5)


def test_a_colorization_covers_the_film_in_its_own_proportions(colorizer: Colorizer) -> None:
    result = colorizer.colorize(radiograph((300, 200)))
    rows, columns, _ = result.composition.shape
    assert 256 <= rows <= 512
    assert abs(rows / columns - 1.5) < 0.03
    assert result.tissues == TISSUES
    assert result.model.name == "tiny"
    np.testing.assert_allclose(result.composition.sum(axis=2), 1, atol=1e-4)


def test_pixels_that_are_not_square_are_made_square_for_the_network() -> None:
    assert shrunk(np.zeros((100, 200), np.float32), 256, pixel_aspect=2.0).shape == (256, 256)


def test_the_window_of_the_file_hardly_matters(colorizer: Colorizer) -> None:
    film = radiograph()
    other = replace(film, voi=(Window(2048.0, 6000.0),))
    one, two = (colorizer.colorize(each).composition for each in (film, other))
    assert np.abs(one - two).mean() < 0.01


def test_inverse_storage_shows_the_same_film(colorizer: Colorizer) -> None:
    film = radiograph()
    inverse = replace(film, stored=(4095 - film.stored.astype(np.int64)).astype(np.uint16), inverse=True)
    one, two = (colorizer.colorize(each).composition for each in (film, inverse))
    assert np.abs(one - two).mean() < 0.01


def test_progress_rises_to_one_and_a_raise_ends_the_work(colorizer: Colorizer) -> None:
    told: list[float] = []
    colorizer.colorize(radiograph((64, 64)), told.append)
    assert told == sorted(told)
    assert told[0] == 0.0
    assert told[-1] == 1.0

    class Cancelled(Exception):
        pass

    def cancel(fraction: float) -> None:
        if fraction > 0.1:
            raise Cancelled

    with pytest.raises(Cancelled):
        colorizer.colorize(radiograph((64, 64)), cancel)


def test_the_same_film_is_coloured_the_same_twice(colorizer: Colorizer) -> None:
    first, second = (colorizer.colorize(radiograph()).composition for _ in range(2))
    np.testing.assert_array_equal(first, second)


@given(st.floats(0.2, 5.0), st.floats(-3.0, 3.0))
def test_normalising_undoes_a_linear_window(scale: float, shift: float) -> None:
    grey = np.random.default_rng(1).random((20, 20), np.float32)
    np.testing.assert_allclose(normalise(grey), normalise(grey * np.float32(scale) + np.float32(shift)), atol=1e-3)


def test_an_even_film_normalises_to_something_finite() -> None:
    assert np.isfinite(normalise(np.full((8, 8), 0.4, np.float32))).all()


def test_the_shipped_model_finds_lungs_and_heart_on_a_chest_film(shared: Path) -> None:
    from xraycolor_gui.io.read import read
    from xraycolor_gui.models.library import list_models, load
    from xraycolor_gui.training.real_films import Label, has_heart_and_lung_mask, held_out, read_labels, read_manifest

    if not any(card.name == "basic" for card in list_models()):
        pytest.skip("no weights in this checkout")
    film = next(f for f in held_out(read_manifest(shared / "films")) if has_heart_and_lung_mask(f))
    opened = read(film.path)
    composition = load("basic").composition(opened.stored.astype(np.float32) / 255)
    labels = read_labels(film, opened.shape)
    labels = labels[:: opened.shape[0] // 128, :: opened.shape[1] // 128][
        : composition.shape[0], : composition.shape[1]
    ]
    shares = composition[: labels.shape[0], : labels.shape[1]]
    lung, heart = TISSUES.index("lung"), TISSUES.index("heart")
    assert shares[labels == Label.LUNG, lung].mean() > 3 * shares[labels == Label.ELSE, lung].mean()
    assert shares[labels == Label.HEART, heart].mean() > 3 * shares[labels == Label.ELSE, heart].mean()
