"""Networks of others: bins as in the paper, a short run that is stopped and gone on with, and the picture they make."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.models.made_models import radiograph
from tests.training import small_data
from xraycolor_gui.core.errors import ModelError, TrainingError
from xraycolor_gui.training.config import parse_config
from xraycolor_gui.training.rivals.bins import annealed_mean, centres, rarity, shared_out
from xraycolor_gui.training.rivals.contender import load_rivals, untrained
from xraycolor_gui.training.rivals.networks import TutorialAutoencoder, Zhang2016
from xraycolor_gui.training.rivals.train import train_rival
from xraycolor_gui.training.sources import tissue_stacks


def test_the_bins_cover_the_gamut_in_steps_of_ten() -> None:
    points = centres()
    assert 300 <= len(points) <= 320
    assert len(np.unique(points, axis=0)) == len(points)
    assert not (points % 10).any()
    assert (points == 0).all(axis=1).any()


def test_a_colour_that_is_shared_out_comes_back_by_its_mean() -> None:
    points = torch.from_numpy(centres())
    chroma = torch.tensor([[10.0, -20.0], [3.0, 14.0]])
    shares = shared_out(chroma, points)
    torch.testing.assert_close(shares.sum(dim=1), torch.ones(2))
    assert ((shares > 0).sum(dim=1) == 5).all()
    torch.testing.assert_close(shares @ points, chroma, atol=2.5, rtol=0)


def test_rare_colours_weigh_more_and_the_mean_weight_is_one() -> None:
    points = torch.from_numpy(centres())
    common, rare = torch.tensor([[0.0, 0.0]]), torch.tensor([[30.0, 30.0]])
    weights = rarity(torch.cat([common.repeat(99, 1), rare]), points)
    place = [int(torch.cdist(colour, points).argmin()) for colour in (common, rare)]
    assert weights[place[1]] > 2 * weights[place[0]]


def test_the_annealed_mean_lies_between_mean_and_mode() -> None:
    points = torch.from_numpy(centres())
    logits = torch.full((1, len(points), 1, 1), -20.0)
    logits[0, 0], logits[0, 1] = 1.0, 0.0
    found = annealed_mean(logits, points)[0, :, 0, 0]
    shares = torch.softmax(torch.tensor([1.0, 0.0]) / 0.38, dim=0)
    torch.testing.assert_close(found, shares @ points[:2], atol=1e-2, rtol=0)


def test_the_networks_have_the_sizes_of_the_literature() -> None:
    sizes = [sum(p.numel() for p in made().parameters()) / 1e6 for made in (TutorialAutoencoder, Zhang2016)]
    assert sizes[0] == pytest.approx(6.2, abs=0.1)
    assert sizes[1] == pytest.approx(32.2, abs=0.5)


def test_a_rival_learns_goes_on_and_paints(tmp_path: Path) -> None:
    data = small_data.make(tmp_path / "data")
    config = parse_config(small_data.CONFIG.format(steps=2), "test")
    stacks = tmp_path / "stacks"
    tissue_stacks(data / "ct", stacks, config, _silent)
    folder = tmp_path / "rivals"
    said: list[str] = []
    for steps in (2, 4):
        config = parse_config(small_data.CONFIG.format(steps=steps), "test")
        path = train_rival("tutorial", stacks, data, minutes=1, folder=folder, tell=said.append, config=config)
    assert any(line.startswith("resumed") for line in said)
    assert path.stat().st_size < 14e6
    (rival,) = load_rivals(folder)
    assert rival.facts["steps"] == 4
    film = radiograph((60, 80))
    painted = rival.paint(film)
    assert painted.shape == (384, 512)
    assert painted.composition is None
    assert np.isfinite(painted.lab).all()
    before = untrained("tutorial").paint(film)
    assert not np.allclose(painted.chroma, before.chroma)
    timed = replace(config, run=replace(config.run, steps=0))
    train_rival("tutorial", stacks, data, minutes=1e-3, folder=tmp_path / "timed", tell=_silent, config=timed)
    assert load_rivals(tmp_path / "timed")[0].facts["steps"] == 2, "one batch, since the wall time was over then"


def test_the_network_of_zhang_learns_a_colour_it_is_shown_again_and_again() -> None:
    torch.manual_seed(0)
    network = Zhang2016()
    film = torch.randn(2, 1, 32, 32)
    chroma = torch.tensor([-9.0, -24.0]).view(1, 2, 1, 1).expand(2, 2, 16, 16).contiguous()
    weight = torch.ones(2, 16, 16)
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3)
    losses = []
    for _ in range(2):
        optimizer.zero_grad()
        loss = network.loss(film, chroma, weight)
        loss.backward()
        optimizer.step()
        losses.append(float(loss.detach()))
    assert losses[-1] < losses[0]
    assert network.chroma(film).shape == (2, 2, 8, 8)


def test_an_unknown_rival_and_an_empty_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no rival"):
        train_rival("pix2pix", None, tmp_path, minutes=1, folder=tmp_path, tell=_silent)
    with pytest.raises(ModelError, match="no rival's weights"):
        load_rivals(tmp_path)


def _silent(_line: str) -> None:
    """Nobody listens."""
