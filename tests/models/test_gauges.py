"""How sure a model is, per pixel and per film, and how that travels in its weights file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from safetensors.numpy import load_file, save_file

from tests.models.made_gauges import FEATURES, made_confidence, made_gauges
from tests.models.made_models import radiograph, tiny_card, tiny_model, tiny_network
from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.errors import ModelError
from xraycolor_gui.models.card import read_card
from xraycolor_gui.models.gauges import RADIOGRAPH, Seen, Weighing, features_of, signs_of
from xraycolor_gui.models.library import load, load_network, save


def shares_of(seed: int, shape: tuple[int, int] = (20, 16)) -> np.ndarray:
    return np.random.default_rng(seed).dirichlet(np.ones(len(TISSUES)), shape).astype(np.float32)


def test_a_model_saved_with_gauges_says_how_sure_it_is(tmp_path: Path) -> None:
    network = tiny_network()
    card = save(network, tiny_card(network), tmp_path, made_gauges())
    result = load(str(card.path)).colorize(radiograph((300, 200)))
    assert result.confidence is not None
    assert result.confidence.shape == result.composition.shape[:2]
    assert 0 <= result.confidence.min() <= result.confidence.max() <= 1
    assert result.novelty is not None
    assert np.isfinite(result.novelty.score)
    assert bool(result.novelty.reason) == result.novelty.refused
    np.testing.assert_allclose(result.composition.sum(axis=2), 1, atol=1e-4)


def test_gauges_change_nothing_of_the_composition(tmp_path: Path) -> None:
    network = tiny_network()
    plain, sure = (save(network, tiny_card(network), tmp_path / str(n), g) for n, g in enumerate((None, made_gauges())))
    results = [load(str(card.path)).colorize(radiograph()) for card in (plain, sure)]
    np.testing.assert_allclose(results[0].composition, results[1].composition, atol=1e-6)


def test_a_file_without_gauges_says_nothing_of_how_sure_it_is(tmp_path: Path) -> None:
    result = load(str(tiny_model(tmp_path).path)).colorize(radiograph())
    assert result.confidence is None
    assert result.novelty is None


def test_gauges_come_back_from_the_file_as_they_went_in(tmp_path: Path) -> None:
    network = tiny_network()
    gauges = made_gauges(limit=1.25)
    loaded = load(str(save(network, tiny_card(network), tmp_path, gauges).path)).gauges
    assert loaded is not None
    assert loaded.novelty.kinds == gauges.novelty.kinds
    for name, array in gauges.tensors().items():
        np.testing.assert_array_equal(loaded.tensors()[name], array)


def test_saving_without_gauges_takes_them_out_of_the_card(tmp_path: Path) -> None:
    network = tiny_network()
    card = save(network, tiny_card(network), tmp_path, made_gauges())
    assert card.gauges["kinds"]
    assert not save(load_network(card), card, tmp_path).gauges


def test_gauges_of_which_a_part_is_missing_are_called_damaged(tmp_path: Path) -> None:
    network = tiny_network()
    card = save(network, tiny_card(network), tmp_path / "whole", made_gauges())
    tensors = load_file(card.path)
    del tensors["gauges.novelty.limit"]
    save_file(tensors, tmp_path / "tiny.safetensors", {"card": card.to_json()})
    with pytest.raises(ModelError, match="gauges do not fit"):
        load(str(read_card(tmp_path / "tiny.safetensors").path))


@given(st.integers(0, 50), st.floats(0.5, 3.0))
def test_shown_shares_sum_to_one_and_favour_what_the_palettes_favour(seed: int, power: float) -> None:
    shares = shares_of(seed)
    salience = np.ones(len(TISSUES), np.float32)
    salience[1] = 5.0
    plain, lifted = (Weighing(each, power).shown(shares) for each in (np.ones_like(salience), salience))
    np.testing.assert_allclose(lifted.sum(axis=2), 1, atol=1e-5)
    assert (lifted[..., 1] >= plain[..., 1]).all()


def test_the_leading_tissue_and_its_signs_belong_together() -> None:
    shares = shares_of(1)
    weighing = Weighing(np.ones(len(TISSUES), np.float32), 1.0)
    leading, signs = signs_of(shares, weighing)
    np.testing.assert_array_equal(leading, shares.argmax(axis=2))
    own = shares.max(axis=2)
    np.testing.assert_allclose(signs[..., 0], np.log(own / (1 - own)), atol=0.01)
    assert (signs[..., 1] >= 0).all()


def test_confidence_rises_with_the_share_of_the_leading_tissue() -> None:
    shares = np.full((8, 8, len(TISSUES)), 0.5 / (len(TISSUES) - 1), np.float32)
    shares[..., 3] = 0.5
    surer = shares * 0.2
    surer[..., 3] = 1 - surer[..., :3].sum(axis=2) - surer[..., 4:].sum(axis=2)
    gauge = made_confidence()
    assert (gauge.measure(surer) > gauge.measure(shares)).all()


@pytest.mark.parametrize("shape", [(2, 256), (256, 2), (64, 96)])
def test_features_of_a_film_of_any_shape_are_finite(shape: tuple[int, int]) -> None:
    rows, columns = shape[0] // 2, shape[1] // 2
    for film in (np.zeros(shape, np.float32), np.random.default_rng(0).normal(size=shape).astype(np.float32)):
        nothing = np.zeros((rows, columns), np.float32)
        seen = Seen(film, shares_of(0, (rows, columns)), np.ones((4, 2, 3), np.float32), nothing, nothing[None])
        features = features_of(seen)
        assert features.shape == (FEATURES,)
        assert np.isfinite(features).all()


def test_a_refused_picture_is_told_what_it_resembles() -> None:
    seen = Seen(
        np.zeros((64, 64), np.float32),
        shares_of(0, (32, 32)),
        np.zeros((4, 2, 2), np.float32),
        np.zeros((32, 32), np.float32),
        np.zeros((1, 32, 32), np.float32),
    )
    gauge = made_gauges(kinds=(RADIOGRAPH, "inverted", "CT")).novelty
    for number, words in ((1, "inverted"), (2, "CT or MR")):
        weights = np.zeros_like(gauge.weights)
        weights[0, number] = 9.0
        novelty = replace(gauge, weights=weights).measure(seen)
        assert novelty.refused
        assert words in novelty.reason
        assert not novelty.reason.endswith(".")
    calm = replace(gauge, weights=np.zeros_like(gauge.weights), limit=np.array([5.0], np.float32)).measure(seen)
    assert not calm.refused
    assert calm.reason == ""
