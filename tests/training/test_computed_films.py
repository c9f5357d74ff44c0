"""Computed films as examples for the network."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from tests.training.phantoms import chest
from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.training.anatomy import prepare
from xraycolor_gui.training.computed_films import ComputedFilms, ShownFilms, cached_stacks
from xraycolor_gui.training.config import parse_config
from xraycolor_gui.training.course import film_maker
from xraycolor_gui.training.losses import Atlas, computed_loss
from xraycolor_gui.training.projection import View, project
from xraycolor_gui.training.run import taught_atlas

ATLAS = "[atlas]\npower = 1.5\nsalience = {lung = 5.0}\n"


@pytest.fixture(scope="module")
def stacks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    folder = tmp_path_factory.mktemp("stacks")
    np.save(folder / "00000_chest.npy", project(prepare(chest()), View(), 128).data.astype(np.float16))
    np.save(folder / "00001_air.npy", np.zeros((9, 128, 128), np.float16))
    (folder / "00002_half.npy.part").write_bytes(b"not yet")
    return cached_stacks(folder)


def test_an_example_has_the_networks_size_and_shares_that_sum_to_one(stacks: tuple[Path, ...]) -> None:
    film, shares, weight = ComputedFilms(stacks[:1])(np.random.default_rng(0))
    assert film.shape == (256, 256)
    assert shares.shape == (len(TISSUES), 128, 128)
    assert weight.shape == (128, 128)
    np.testing.assert_allclose(shares.sum(axis=0), 1, atol=1e-4)


def test_the_same_seed_makes_the_same_film_and_another_one_another(stacks: tuple[Path, ...]) -> None:
    films = ComputedFilms(stacks[:1])
    first, again, other = (films(np.random.default_rng(seed))[0] for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert np.abs(first - other).max() > 0.1


def test_films_of_nothing_but_air_stay_finite(stacks: tuple[Path, ...]) -> None:
    films = ComputedFilms(stacks)
    for seed in range(6):
        assert np.isfinite(films(np.random.default_rng(seed))[0]).all()


def test_files_that_are_not_finished_are_no_stacks(stacks: tuple[Path, ...]) -> None:
    assert [path.name for path in stacks] == ["00000_chest.npy", "00001_air.npy"]
    with pytest.raises(TrainingError, match="no tissue stacks"):
        ComputedFilms(())


def test_direct_and_physical_targets_are_the_same_once_shown(stacks: tuple[Path, ...]) -> None:
    physical = parse_config(ATLAS, "test")
    direct = parse_config(ATLAS + "direct = true\n", "test")
    assert isinstance(film_maker(stacks[:1], direct), ShownFilms)
    (_, shares, _), (_, shown, _) = (
        film_maker(stacks[:1], config)(np.random.default_rng(3)) for config in (physical, direct)
    )
    atlas = Atlas.of({"lung": 5.0}, 1.5)
    np.testing.assert_allclose(atlas.shares(torch.from_numpy(shares)[None])[0].numpy(), shown, atol=1e-5)
    logits = torch.from_numpy(shown)[None].clamp_min(1e-6).log()
    assert float(computed_loss(logits, torch.from_numpy(shown)[None], torch.ones(1), taught_atlas(direct))) < 1e-3
