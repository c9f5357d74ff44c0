"""The autoencoders: shapes, narrowness, and what each head may see."""

from __future__ import annotations

import pytest
import torch

from tests.models.made_models import tiny_network
from xraycolor_gui.core.errors import ModelError
from xraycolor_gui.models.autoencoders import ARCHITECTURES, Autoencoder, Shape, build, settings_of


def test_both_heads_answer_at_half_the_films_resolution() -> None:
    logits, film = tiny_network()(torch.randn(2, 1, 64, 96))
    assert logits.shape == (2, 8, 32, 48)
    assert film.shape == (2, 1, 32, 48)


def test_the_film_is_rebuilt_from_the_bottleneck_alone() -> None:
    network = tiny_network()
    film = torch.randn(1, 1, 64, 64)
    code = network.bottleneck(network.encoder(film)[-1])
    assert code.shape == (1, 4, 2, 2)
    torch.testing.assert_close(network(film)[1], network.film(code))


def test_the_shipped_shape_is_narrow_and_small() -> None:
    network = Autoencoder(Shape(7))
    code = network.shape.bottleneck * (256 // network.shape.stride) ** 2
    assert code < 256 * 256 / 16
    assert 1_000_000 < network.parameter_count() < 2_500_000


def test_one_film_is_answered_alike_alone_and_in_company() -> None:
    network = tiny_network()
    films = torch.randn(3, 1, 64, 64)
    torch.testing.assert_close(network.predict(films)[1:2], network.predict(films[1:2]), rtol=0, atol=1e-5)


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_every_architecture_answers_in_the_same_form(architecture: str) -> None:
    network = Autoencoder(Shape(8, architecture, (4, 4, 6, 6, 8), 5)).eval()
    with torch.inference_mode():
        look = network.look(torch.randn(2, 1, 64, 96))
    assert look.logits.shape == (2, 8, 32, 48)
    assert look.code.shape == (2, 5, 2, 3)
    assert look.rebuilt.shape == (2, 1, 32, 48)
    assert build(settings_of(network)).shape == network.shape


def test_a_network_is_rebuilt_from_its_settings() -> None:
    network = tiny_network()
    assert build(settings_of(network)).load_state_dict(network.state_dict()).missing_keys == []
    with pytest.raises(ModelError, match="not known"):
        build({"architecture": "other"})
