"""A whole training run on drawn films: to the weights and the report, killed and resumed, and refused inputs."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from tests.training import small_data
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.models.card import read_card
from xraycolor_gui.models.library import load_network
from xraycolor_gui.training import calibrate, report
from xraycolor_gui.training.benchmark import evaluate
from xraycolor_gui.training.benchmark.run import Sizes
from xraycolor_gui.training.computed_films import ComputedFilms
from xraycolor_gui.training.config import parse_config
from xraycolor_gui.training.course import mixture_of
from xraycolor_gui.training.dataset import Batches
from xraycolor_gui.training.run import Run, run_batches
from xraycolor_gui.training.sources import real_films, tissue_stacks
from xraycolor_gui.training.train import train


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_data.make(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def stacks(data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    config = parse_config(small_data.CONFIG.format(steps=1), "test")
    return tissue_stacks(data / "ct", tmp_path_factory.mktemp("stacks"), config, lambda _line: None)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluate, "SIZES", Sizes(1, 2, 0, 0))
    monkeypatch.setattr(report, "_FILMS", 3)
    for name in ("_DRAWN", "_SLICES", "_COMPUTED", "_UNUSUAL", "_SPINES"):
        monkeypatch.setattr(calibrate, name, 2)


def test_a_run_ends_with_weights_their_card_and_one_report(data: Path, tmp_path: Path, few: None) -> None:
    config = tmp_path / "small.toml"
    config.write_text(small_data.CONFIG.format(steps=3), encoding="utf-8")
    lines: list[str] = []
    path = train(str(config), data=data, run=tmp_path / "run", tell=lines.append)
    card = read_card(tmp_path / "run" / "small.safetensors")
    assert path == tmp_path / "run" / "report.html"
    assert card.sha256[:12] in path.read_text(encoding="utf-8")
    assert card.config["run"]["steps"] == 3
    assert "drawn, CC0" in card.trained_on
    assert "equal-grey AUC: heart, films, drawn, off-centre" in card.measured
    assert json.loads((tmp_path / "run" / "report.json").read_text())["training"]["steps"] == 3
    assert load_network(card).parameter_count() == card.parameters
    with pytest.raises(TrainingError, match="already holds a run"):
        train(str(config), data=data, run=tmp_path / "run")


def test_a_run_that_was_killed_and_resumed_ends_like_one_that_was_not(
    data: Path, stacks: tuple[Path, ...], tmp_path: Path
) -> None:
    config = parse_config(small_data.CONFIG.format(steps=4), "test")
    films = real_films(data, config)
    batches = Batches(config.run.seed, 4, mixture_of(config), ComputedFilms(stacks), films)

    straight = Run(config)
    run_batches(straight, batches, _made(tmp_path / "straight"), _silent)

    killed = Run(config)
    for number in range(2):
        killed.step(batches[number])
    killed.save(_made(tmp_path / "killed"))
    resumed = Run(replace(config, run=replace(config.run, seed=99)))  # nothing may come from a fresh start
    resumed.resume(tmp_path / "killed")
    run_batches(resumed, batches, tmp_path / "killed", _silent)

    assert resumed.progress.step == straight.progress.step == 4
    pairs = itertools.chain(
        zip(straight.pupil.state_dict().values(), resumed.pupil.state_dict().values(), strict=True),
        zip(straight.teacher.state_dict().values(), resumed.teacher.state_dict().values(), strict=True),
    )
    for one, other in pairs:
        torch.testing.assert_close(one, other, rtol=0, atol=1e-6)


def test_all_copies_of_the_pupil_agree_after_a_step(data: Path, stacks: tuple[Path, ...]) -> None:
    config = parse_config(small_data.CONFIG.format(steps=1), "test")
    run = Run(config)
    run.step(Batches(1, 1, mixture_of(config), ComputedFilms(stacks), real_films(data, config))[0])
    states = [pupil.state_dict() for pupil in run.copies]
    assert len(states) == 2
    assert all(torch.equal(states[0][name], states[1][name]) for name in states[0])


def test_steps_make_the_losses_smaller(data: Path, stacks: tuple[Path, ...]) -> None:
    config = parse_config(small_data.CONFIG.format(steps=30) + "[optimizer]\nrate = 1e-2\nwarmup_steps = 1\n", "test")
    run = Run(config)
    batch = Batches(1, 1, mixture_of(config), ComputedFilms(stacks), real_films(data, config))[0]
    first = run.step(batch)
    for _ in range(11):
        last = run.step(batch)
    assert last["computed"] < 0.8 * first["computed"]
    assert last["film"] < first["film"]


def test_missing_bodies_are_named_before_the_first_step(tmp_path: Path) -> None:
    (tmp_path / "ct").mkdir()
    with pytest.raises(TrainingError, match="no CT volume to train on"):
        train("basic", data=tmp_path, run=tmp_path / "run")
    with pytest.raises(TrainingError, match="No training data"):
        train("basic", run=tmp_path / "run")


def test_resuming_without_a_checkpoint_is_refused(tmp_path: Path) -> None:
    run = Run(parse_config(small_data.CONFIG.format(steps=1), "test"))
    with pytest.raises(TrainingError, match="no checkpoint"):
        run.resume(tmp_path)


def test_a_checkpoint_of_another_network_is_refused(tmp_path: Path) -> None:
    text = small_data.CONFIG.format(steps=1)
    Run(parse_config(text, "test")).save(tmp_path)
    other = Run(parse_config(text.replace("bottleneck = 4", "bottleneck = 6"), "test"))
    with pytest.raises(TrainingError, match="does not fit"):
        other.resume(tmp_path)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _silent(_line: str) -> None:
    """Nobody listens."""
