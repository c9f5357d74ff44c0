"""A run whose process was killed outright, and resumed, ends bit by bit like one that was not."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import torch

from tests.training import small_data
from xraycolor_gui.training.computed_films import ComputedFilms
from xraycolor_gui.training.config import TrainingConfig, parse_config
from xraycolor_gui.training.course import mixture_of
from xraycolor_gui.training.dataset import Batches
from xraycolor_gui.training.run import CHECKPOINT, Run, run_batches
from xraycolor_gui.training.samples import STATUS, Samples
from xraycolor_gui.training.sources import real_films, tissue_stacks

ROOT = Path(__file__).resolve().parents[2]
STEPS, KILLED_IN = 5, 3
TEXT = small_data.CONFIG.format(steps=STEPS).replace("[batch]", "checkpoint_seconds = 0.0\n[batch]")

#: Trains like the test does, and dies by SIGKILL in the middle of a step.
CHILD = f"""
import os, signal, sys
from pathlib import Path
from tests.training.test_killed_run import TEXT, go_on
from xraycolor_gui.training.config import parse_config
from xraycolor_gui.training.run import Run

class Dying(Run):
    def _gather(self):
        if self.progress.step == {KILLED_IN}:
            os.kill(os.getpid(), signal.SIGKILL)
        super()._gather()

go_on(Dying(parse_config(TEXT, "test")), Path(sys.argv[1]), Path(sys.argv[2]))
"""


def batches(config: TrainingConfig, data: Path) -> Batches:
    stacks = tissue_stacks(data / "ct", data / "stacks", config, lambda _line: None)
    return Batches(config.run.seed, STEPS, mixture_of(config), ComputedFilms(stacks), real_films(data, config))


def go_on(run: Run, data: Path, folder: Path) -> None:
    run_batches(run, batches(run.config, data), folder, lambda _line: None, Samples(folder, (), 0.0))


def test_a_run_killed_in_a_step_and_resumed_ends_like_one_that_was_not(tmp_path: Path) -> None:
    data = small_data.make(tmp_path / "data")
    config = parse_config(TEXT, "test")
    for name in ("straight", "killed"):
        (tmp_path / name).mkdir()
    go_on(Run(config), data, tmp_path / "straight")

    child = [sys.executable, "-c", CHILD, str(data), str(tmp_path / "killed")]
    finished = subprocess.run(child, cwd=ROOT, capture_output=True, text=True, check=False)
    assert finished.returncode == -signal.SIGKILL, finished.stderr
    resumed = Run(config)
    resumed.resume(tmp_path / "killed")
    assert resumed.progress.step == KILLED_IN
    go_on(resumed, data, tmp_path / "killed")

    one, other = (torch.load(tmp_path / name / CHECKPOINT) for name in ("straight", "killed"))
    for part in ("pupil", "teacher"):
        assert one[part].keys() == other[part].keys()
        assert all(torch.equal(one[part][name], other[part][name]) for name in one[part])
    for number, state in one["optimizer"]["state"].items():
        assert all(torch.equal(value, other["optimizer"]["state"][number][name]) for name, value in state.items())
    assert (tmp_path / "killed" / STATUS).is_file()


def test_a_run_that_is_over_takes_no_further_step(tmp_path: Path) -> None:
    data = small_data.make(tmp_path / "data")
    config = parse_config(small_data.CONFIG.format(steps=1), "test")
    run = Run(config)
    go_on(run, data, tmp_path)
    assert run.progress.step == 1
    before = {name: value.clone() for name, value in run.pupil.state_dict().items()}
    go_on(run, data, tmp_path)
    assert run.progress.step == 1
    assert all(torch.equal(value, before[name]) for name, value in run.pupil.state_dict().items())
