"""What a run will take in time and space, measured by a few seconds of its work on this machine."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.models.autoencoders import INPUT_SIZE
from xraycolor_gui.training.anatomy import CHANNELS, load_volume, prepare
from xraycolor_gui.training.computed_films import cached_stacks
from xraycolor_gui.training.config import TrainingConfig
from xraycolor_gui.training.dataset import Batch
from xraycolor_gui.training.film import compute_film
from xraycolor_gui.training.look import Look
from xraycolor_gui.training.poses import random_view
from xraycolor_gui.training.projection import project
from xraycolor_gui.training.run import Run
from xraycolor_gui.training.views import COMPOSITION_SIZE

#: Bytes of a stack, and of checkpoint, weights and report together.
_STACK_BYTES, _RUN_BYTES = 2 * len(CHANNELS) * INPUT_SIZE**2, 2e8


@dataclass(frozen=True, slots=True)
class Estimate:
    """stacks: still to be projected. seconds of one stack, and of one step with the films it waits for."""

    stacks: int
    stack_seconds: float
    step_seconds: float
    steps: int
    minutes: float
    free_bytes: float

    @property
    def needed_bytes(self) -> float:
        return self.stacks * _STACK_BYTES + _RUN_BYTES

    @property
    def training_minutes(self) -> float:
        return self.steps * self.step_seconds / 60 if self.steps else self.minutes

    def sentence(self) -> str:
        """For the reader, before the work begins."""
        steps = self.steps or round(60 * self.minutes / self.step_seconds)
        return (
            f"estimate: {self.stacks * self.stack_seconds / 60:.1f} min for {self.stacks} views through the volumes, "
            f"then {self.training_minutes:.1f} min of training (about {steps} steps of {self.step_seconds:.2f} s), "
            f"then measuring; {self.needed_bytes / 1e9:.1f} GB of disk, {self.free_bytes / 1e9:.0f} GB are free"
        )


def estimate(config: TrainingConfig, data: Path, volumes: tuple[Path, ...], folder: Path) -> Estimate:
    """Try one projection, one film and two steps; TrainingError when the run's folder has no room for it."""
    stacks = max(0, config.run.stacks - len(cached_stacks(folder / "stacks")))
    stack_seconds, film_seconds = _try_films(volumes[0])
    films = film_seconds * config.batch.computed
    step = _try_step(config, data)
    workers = config.run.workers
    waited = max(step, films / workers) if workers else step + films
    found = Estimate(
        stacks, stack_seconds, waited, config.run.steps, config.run.minutes, float(shutil.disk_usage(folder).free)
    )
    if found.needed_bytes > found.free_bytes:
        raise TrainingError(f"{folder} has no room: {found.sentence()}.", "Choose another --run, or fewer run.stacks.")
    return found


def _try_films(volume: Path) -> tuple[float, float]:
    """Seconds of one stack and of one computed film, the second time each is made."""
    body, rng = prepare(load_volume(volume)), np.random.default_rng(0)
    view = random_view(body, rng)
    project(body, view, INPUT_SIZE)
    begun = time.monotonic()
    stack = project(body, view, INPUT_SIZE).data
    stack_seconds = time.monotonic() - begun
    with np.errstate(divide="ignore", invalid="ignore"):
        compute_film(stack, Look.random(rng, 0.5), rng, INPUT_SIZE)
        begun = time.monotonic()
        for _ in range(3):
            compute_film(stack, Look.random(rng, 0.5), rng, INPUT_SIZE)
    return stack_seconds, (time.monotonic() - begun) / 3


def _try_step(config: TrainingConfig, data: Path) -> float:
    """Seconds of one step of a network that is thrown away."""
    with torch.random.fork_rng(devices=[]):
        run = Run(config, data)
        batch = _blank(config)
        run.step(batch)
        begun = time.monotonic()
        run.step(batch)
        return time.monotonic() - begun


def _blank(config: TrainingConfig) -> Batch:
    made = config.batch.computed
    real = config.batch.lung_masks + config.batch.heart_masks + config.batch.unlabelled
    small = (COMPOSITION_SIZE, COMPOSITION_SIZE)
    mapping = torch.zeros(real, 2, 3)
    mapping[:, 0, 0] = mapping[:, 1, 1] = 1.0
    return Batch(
        computed=torch.rand(made, 1, INPUT_SIZE, INPUT_SIZE),
        shares=torch.full((made, len(TISSUES), *small), 1.0 / len(TISSUES)),
        weight=torch.ones(made, *small),
        pupil=torch.rand(real, 1, INPUT_SIZE, INPUT_SIZE),
        teacher=torch.rand(real, 1, INPUT_SIZE, INPUT_SIZE),
        labels=torch.zeros(real, *small, dtype=torch.uint8),
        inside=torch.ones(real, *small, dtype=torch.bool),
        mapping=mapping,
        metalless=torch.zeros(real, dtype=torch.bool),
    )
