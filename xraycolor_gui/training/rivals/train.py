"""Train a rival on the batches our models learn from, for the same wall time; its weights are kept as 16-bit floats."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch import nn
from torch.utils.data import DataLoader

from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.io.resources import palette
from xraycolor_gui.training.config import TrainingConfig, read_config
from xraycolor_gui.training.course import ENDLESS, batches_of, film_maker, keep_memory
from xraycolor_gui.training.dataset import Batch
from xraycolor_gui.training.rivals.lessons import Colours, Lesson, lesson_of, typical_colours
from xraycolor_gui.training.rivals.networks import RIVALS, Zhang2016
from xraycolor_gui.training.run import CHECKPOINT
from xraycolor_gui.training.sources import check_data, real_films, tissue_stacks
from xraycolor_gui.training.telling import Tell

#: The palette whose colours rivals learn; our models learn none.
PALETTE = "anatomical"
_LOG_SECONDS = 20.0
_CHECKPOINT_SECONDS = 60.0
_WARM_STEPS = 50


@dataclass(frozen=True, slots=True)
class _Manner:
    """rate: largest learning rate, falling by a cosine. parts: steps that one of our batches is learnt in.

    crop: side of the part of each film that a step looks at (Zhang et al. trained on 176 of 256 pixels), 0 for all.
    """

    rate: float
    parts: int
    crop: int = 0


_MANNERS = {"tutorial": _Manner(rate=1e-3, parts=2), "zhang2016": _Manner(rate=3e-4, parts=3, crop=176)}


@dataclass(slots=True)
class _Progress:
    step: int = 0
    films: int = 0
    #: Batches used up; the next one is asked for by this number.
    batch: int = 0
    seconds: float = 0.0


def train_rival(
    name: str,
    stacks: Path | None,
    data: Path,
    *,
    minutes: float,
    folder: Path,
    tell: Tell,
    config: TrainingConfig | None = None,
) -> Path:
    """Train until `minutes` of wall time are over, going on from FOLDER's checkpoint; returns FOLDER/NAME.safetensors.

    name: one of RIVALS. stacks: folder of projected stacks, as our models had them; without one they are projected into
    FOLDER/stacks. data: folder with ct, masks, films and xray. config: whose batches
    are learnt from, by default those of `basic`; the steps of one that is given decide in place of the time. Raises
    TrainingError for what is wrong with the inputs.
    """
    if name not in RIVALS:
        raise TrainingError(f"There is no rival {name}.", f"Choose among {', '.join(RIVALS)}.")
    settings = config or read_config("basic", minutes)
    check_data(data)
    folder.mkdir(parents=True, exist_ok=True)
    keep_memory()
    torch.manual_seed(settings.run.seed)
    views = tissue_stacks(data / "ct", stacks or folder / "stacks", settings, tell)
    lesson_maker = _Lessons(views, data, settings)
    network = RIVALS[name][0]()
    if isinstance(network, Zhang2016):
        network.rebalance(lesson_maker.colours())
    optimizer = torch.optim.AdamW(network.parameters(), lr=_MANNERS[name].rate, weight_decay=1e-3)
    progress = _resumed(folder / f"{name}-{CHECKPOINT}", network, optimizer, tell)
    network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    if _done(progress, settings, minutes) < 1:
        before = torch.get_num_threads()
        torch.set_num_threads(settings.run.threads)
        try:
            student = _Student(name, network, optimizer, progress, folder)
            _learn(student, lesson_maker, minutes, tell)
        finally:
            torch.set_num_threads(before)
    return _keep(name, network, progress, settings, folder)


class _Lessons:
    """Lessons by number; batch n is the one our models had as batch n."""

    def __init__(self, stacks: tuple[Path, ...], data: Path, settings: TrainingConfig) -> None:
        self.settings = settings
        self.palette = palette(PALETTE)
        self._make = film_maker(stacks, settings)
        endless = replace(settings, run=replace(settings.run, steps=0))
        self.batches = batches_of(endless, self._make, real_films(data, settings))
        self._typical: Colours = typical_colours(self._make, self.palette, settings.run.seed)

    def of(self, batch: Batch) -> Lesson:
        return lesson_of(batch, self.palette, self._typical)

    def colours(self, batches: int = 4) -> torch.Tensor:
        """(n, 2) a*, b* of pixels that are learnt from, for the rarity of bins."""
        found = []
        for number in range(batches):
            lesson = self.of(self.batches[number])
            pixels = lesson.chroma.permute(0, 2, 3, 1)[lesson.weight > 0.5]
            found.append(pixels[:: max(1, len(pixels) // 5000)])
        return torch.cat(found)

    def stream(self, first: int) -> Iterator[Batch]:
        workers = self.settings.run.workers
        loader: DataLoader[Batch] = DataLoader(
            self.batches,
            batch_size=None,
            sampler=range(first, ENDLESS),
            num_workers=workers,
            prefetch_factor=4 if workers else None,
            worker_init_fn=_one_thread,
        )
        return iter(loader)


@dataclass(frozen=True, slots=True)
class _Student:
    name: str
    network: Any
    optimizer: torch.optim.Optimizer
    progress: _Progress
    folder: Path


def _learn(student: _Student, lessons: _Lessons, minutes: float, tell: Tell) -> None:
    name, network, progress = student.name, student.network, student.progress
    optimizer, manner = student.optimizer, _MANNERS[student.name]
    rng = torch.Generator().manual_seed(lessons.settings.run.seed + progress.batch)
    last = saved = told = time.monotonic()
    losses: list[float] = []
    network.train()
    for batch in lessons.stream(progress.batch):
        lesson = lessons.of(batch)
        for number in range(manner.parts):
            part = _cropped(lesson.part(number, manner.parts), manner.crop, rng)
            _set_rate(optimizer, manner.rate, progress, _done(progress, lessons.settings, minutes))
            losses.append(_step(network, optimizer, part))
            progress.step += 1
            progress.films += len(part.films)
            if time.monotonic() - told >= _LOG_SECONDS:
                told = time.monotonic()
                left = minutes - progress.seconds / 60
                tell(f"{name}: step {progress.step}  loss {sum(losses) / len(losses):.4f}  {left:.1f} min left")
                losses = []
        progress.batch += 1
        now = time.monotonic()
        progress.seconds += now - last
        last = now
        over = _done(progress, lessons.settings, minutes) >= 1
        if over or now - saved >= _CHECKPOINT_SECONDS:
            _save(student.folder / f"{name}-{CHECKPOINT}", network, optimizer, progress)
            saved = now
        if over:
            return


def _step(network: Any, optimizer: torch.optim.Optimizer, lesson: Lesson) -> float:
    """The loss of one step; TrainingError when it is no number any more."""
    optimizer.zero_grad(set_to_none=True)
    with torch.autocast("cpu", torch.bfloat16):
        films = lesson.films.contiguous(memory_format=torch.channels_last)
        loss = network.loss(films, lesson.chroma, lesson.weight)
    value = float(loss.detach())
    if not math.isfinite(value):
        raise TrainingError("The rival's loss is no longer a number.", "Delete its checkpoint and train it anew.")
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 5.0)
    optimizer.step()
    return value


def _cropped(lesson: Lesson, side: int, rng: torch.Generator) -> Lesson:
    """The same square part of every film; its place is even, so that films and colours stay together."""
    if not side:
        return lesson
    room = (lesson.films.shape[-1] - side) // 2 + 1
    top, left = (int(place) for place in torch.randint(room, (2,), generator=rng))
    big = (..., slice(2 * top, 2 * top + side), slice(2 * left, 2 * left + side))
    small = (..., slice(top, top + side // 2), slice(left, left + side // 2))
    return Lesson(lesson.films[big], lesson.chroma[small], lesson.weight[small])


def _done(progress: _Progress, settings: TrainingConfig, minutes: float) -> float:
    """Part of the run that is over, 0 … 1; steps decide where the configuration gives them."""
    if settings.run.steps > 0:
        return min(1.0, progress.step / settings.run.steps)
    return min(1.0, progress.seconds / (60 * minutes))


def _set_rate(optimizer: torch.optim.Optimizer, rate: float, progress: _Progress, done: float) -> None:
    warm = min(1.0, (progress.step + 1) / _WARM_STEPS)
    for group in optimizer.param_groups:
        group["lr"] = rate * warm * max(0.002, 0.5 + 0.5 * math.cos(math.pi * done))


def _save(path: Path, network: nn.Module, optimizer: torch.optim.Optimizer, progress: _Progress) -> None:
    beside = path.with_name(path.name + ".new")
    state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "progress": asdict(progress)}
    torch.save(state, beside)
    beside.replace(path)


def _resumed(path: Path, network: nn.Module, optimizer: torch.optim.Optimizer, tell: Tell) -> _Progress:
    if not path.exists():
        return _Progress()
    try:
        state: dict[str, Any] = torch.load(path, weights_only=True)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        progress = _Progress(**state["progress"])
    except (RuntimeError, KeyError, ValueError, TypeError, EOFError) as error:
        fault = f"{path} is no checkpoint of this rival."
        raise TrainingError(fault, "Delete it to begin anew.", detail=str(error)) from error
    tell(f"resumed at step {progress.step}")
    return progress


def _keep(name: str, network: nn.Module, progress: _Progress, settings: TrainingConfig, folder: Path) -> Path:
    """16-bit weights with what they come from, moved into place whole."""
    path = folder / f"{name}.safetensors"
    facts = {
        "rival": name,
        "palette": PALETTE,
        "steps": progress.step,
        "films": progress.films,
        "minutes": round(progress.seconds / 60, 2),
        "seed": settings.run.seed,
    }
    state = {key: _half(value).contiguous() for key, value in network.state_dict().items()}
    beside = path.with_name(path.name + ".new")
    save_file(state, beside, {"rival": json.dumps(facts)})
    beside.replace(path)
    return path


def _half(value: torch.Tensor) -> torch.Tensor:
    return value.half() if value.dtype.is_floating_point else value


def _one_thread(_number: int) -> None:
    """A worker makes films with one thread, as for our own runs."""
    import os

    import cv2

    torch.set_num_threads(1)
    cv2.setNumThreads(0)
    os.nice(3)
