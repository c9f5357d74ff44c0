"""How long the basic model takes for one film of 256 × 256 pixels (target: 40 ms on two idle cores)."""

from __future__ import annotations

import numpy as np
import torch
from pytest_benchmark.fixture import BenchmarkFixture

from tests.models.made_models import radiograph, tiny_card
from xraycolor_gui.models.autoencoders import BasicAutoencoder, BasicSettings
from xraycolor_gui.models.colorizer import Colorizer


def _colorizer() -> Colorizer:
    """The shipped shape; what the weights are does not change the time."""
    network = BasicAutoencoder(BasicSettings(7)).eval().to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    return Colorizer(tiny_card(network), network)


def test_composition_of_a_film_of_256_pixels(benchmark: BenchmarkFixture) -> None:
    grey = np.random.default_rng(0).random((256, 256), np.float32)
    benchmark.pedantic(_colorizer().composition, (grey,), rounds=30, warmup_rounds=5)


def test_whole_colorization_of_a_film_of_2048_pixels(benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(_colorizer().colorize, (radiograph((2048, 2048)),), rounds=10, warmup_rounds=2)
