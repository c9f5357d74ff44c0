"""How long the basic model takes for one film of 256 × 256 pixels (target: 40 ms on two idle cores)."""

from __future__ import annotations

import numpy as np
from pytest_benchmark.fixture import BenchmarkFixture

from tests.models.made_models import radiograph
from xraycolor_gui.models.library import load


def test_composition_of_a_film_of_256_pixels(benchmark: BenchmarkFixture) -> None:
    grey = np.random.default_rng(0).random((256, 256), np.float32)
    benchmark.pedantic(load("basic").composition, (grey,), rounds=30, warmup_rounds=5)


def test_whole_colorization_of_a_film_of_2048_pixels(benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(load("basic").colorize, (radiograph((2048, 2048)),), rounds=10, warmup_rounds=2)
