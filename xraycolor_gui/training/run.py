"""One training run: pupil and averaged teacher, a step, a checkpoint; it can be killed and resumed."""

from __future__ import annotations

import copy
import math
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.utils.data import DataLoader

from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.models.autoencoders import Autoencoder
from xraycolor_gui.training.beginning import first_network, guide_of
from xraycolor_gui.training.config import TrainingConfig
from xraycolor_gui.training.dataset import Batch, Batches
from xraycolor_gui.training.losses import (
    Atlas,
    MaskOffsets,
    computed_loss,
    film_loss,
    mask_loss,
    no_metal_loss,
    seen_by_pupil,
    teacher_loss,
    told_loss,
)
from xraycolor_gui.training.real_films import TOLD
from xraycolor_gui.training.telling import Tell

Watch = Callable[["Run"], None]
CHECKPOINT = "checkpoint.pt"
#: Steps between two lines of the loss log.
LOG_STEPS = 25


@dataclass(slots=True)
class Progress:
    """Where a run stands. `seconds` counts time spent training, over all resumes."""

    step: int = 0
    seconds: float = 0.0
    losses: list[dict[str, float]] = field(default_factory=list)


class Pupil(nn.Module):
    """What learns: the network, and the offsets of the masks."""

    def __init__(self, network: Autoencoder) -> None:
        super().__init__()
        self.network = network
        self.offsets = MaskOffsets()


class Run:
    """Networks, optimiser and progress of one training run: everything that a checkpoint holds.

    A step is shared by `threads` threads, each with its own copy of the pupil and its own part of the batch. That is
    faster on a few cores than spreading every operation over all of them, above all when other programs run as well.
    """

    def __init__(self, config: TrainingConfig, data: Path | None = None) -> None:
        self.config = config
        self.atlas = taught_atlas(config)
        self.guide = guide_of(config)
        network = first_network(config, data, self.guide)
        self.pupil = Pupil(network)
        self.copies = [self.pupil, *(copy.deepcopy(self.pupil) for _ in range(config.run.threads - 1))]
        self.teacher = copy.deepcopy(network).eval().requires_grad_(False)
        self.optimizer = torch.optim.AdamW(_groups(self.pupil, config), lr=config.optimizer.rate)
        self.progress = Progress()
        self._threads = ThreadPoolExecutor(config.run.threads, initializer=torch.set_num_threads, initargs=(1,))

    @property
    def done(self) -> float:
        """Part of the run that is over, 0 … 1."""
        run = self.config.run
        if run.steps > 0:
            return min(1.0, self.progress.step / run.steps)
        return min(1.0, self.progress.seconds / (60.0 * run.minutes))

    def seconds_left(self) -> float:
        if self.config.run.steps > 0:
            return self.progress.seconds * (1 - self.done) / max(self.done, 1e-6)
        return 60.0 * self.config.run.minutes - self.progress.seconds

    def step(self, batch: Batch) -> dict[str, float]:
        """One step of pupil and teacher; the losses by name."""
        self._set_rate()
        if self.done < self.config.run.coarse_until:
            batch = batch.shrunk(self.config.run.coarse_size)
        self.optimizer.zero_grad(set_to_none=True)
        parts = [batch.part(number, len(self.copies)) for number in range(len(self.copies))]
        learnt = list(self._threads.map(self._learn, self.copies, parts))
        terms = {name: sum(part[name] for part in learnt) / len(learnt) for name in learnt[0]}
        if not all(math.isfinite(value) for value in terms.values()):
            raise TrainingError(
                f"The loss is no longer a number at step {self.progress.step}.",
                "Resume from the checkpoint with a smaller optimizer.rate.",
            )
        self._gather()
        nn.utils.clip_grad_norm_(self.pupil.parameters(), 5.0)
        self.optimizer.step()
        self._hand_out()
        self._follow()
        self.progress.step += 1
        return terms

    def _learn(self, pupil: Pupil, batch: Batch) -> dict[str, float]:
        """Gradients of one part of the batch, left in `pupil`; the losses by name."""
        pupil.train()
        for parameter in pupil.parameters():
            parameter.grad = None
        computed = len(batch.computed)
        films = torch.cat([batch.computed, batch.pupil]).contiguous(memory_format=torch.channels_last)
        with torch.autocast("cpu", torch.bfloat16):
            logits, rebuilt = pupil.network(films)
            taught = self._taught(batch, logits)
        logits = logits.float()
        target, reached = seen_by_pupil(taught.float(), batch.mapping)
        terms = {
            "computed": computed_loss(logits[:computed], batch.shares, batch.weight, self.atlas),
            "masks": mask_loss(logits[computed:], batch.labels, self.atlas, pupil.offsets)
            + no_metal_loss(logits[computed:], batch.metalless, self.atlas),
            "teacher": teacher_loss(
                logits[computed:], target, reached & batch.inside & (batch.labels < TOLD), self.atlas
            ),
            "film": film_loss(rebuilt.float(), films),
        }
        if self.config.batch.feedback:
            terms["feedback"] = told_loss(logits[computed:], batch.labels, self.atlas)
        weights = self._weights()
        torch.stack([weights[name] * value for name, value in terms.items()]).sum().backward()  # type: ignore[no-untyped-call]
        return {name: float(value.detach()) for name, value in terms.items()}

    @torch.no_grad()
    def _taught(self, batch: Batch, like: torch.Tensor) -> torch.Tensor:
        """Logits of what the batch's real films show, as far as anybody here knows; none for a batch without them."""
        if len(batch.teacher) == 0:
            return like.new_zeros((0, *like.shape[1:]))
        return self._believed().predict(batch.teacher.contiguous(memory_format=torch.channels_last))

    def _believed(self) -> Autoencoder:
        """Whose opinion on films without labels is taken."""
        guided = self.guide is not None and self.done < self.config.losses.guide_until
        return self.guide if guided and self.guide is not None else self.teacher

    @torch.no_grad()
    def _gather(self) -> None:
        """Mean of the copies' gradients and of their running statistics, in the pupil."""
        for group in zip(*(pupil.parameters() for pupil in self.copies), strict=True):
            grads = [parameter.grad for parameter in group if parameter.grad is not None]
            group[0].grad = torch.stack(grads).sum(0) / len(group) if grads else None
        for group in zip(*(pupil.buffers() for pupil in self.copies), strict=True):
            if group[0].dtype.is_floating_point:
                group[0].copy_(torch.stack(group).mean(0))

    @torch.no_grad()
    def _hand_out(self) -> None:
        state = self.pupil.state_dict()
        for other in self.copies[1:]:
            for name, value in other.state_dict().items():
                value.copy_(state[name])

    def _weights(self) -> dict[str, float]:
        losses = self.config.losses
        span = max(losses.teacher_full - losses.teacher_from, 1e-6)
        belief = 1.0 if self.guide is not None else min(1.0, max(0.0, (self.done - losses.teacher_from) / span))
        return {
            "computed": losses.computed,
            "masks": losses.masks,
            "teacher": losses.teacher * belief,
            "film": losses.film,
            "feedback": losses.feedback,
        }

    def _set_rate(self) -> None:
        settings = self.config.optimizer
        warm = min(1.0, (self.progress.step + 1) / max(1, settings.warmup_steps))
        rate = settings.rate * warm * max(0.002, 0.5 + 0.5 * math.cos(math.pi * self.done))
        for group in self.optimizer.param_groups:
            group["lr"] = rate * group["part"]

    @torch.no_grad()
    def _follow(self) -> None:
        """The teacher is the pupil's moving average, quick in the beginning."""
        step = self.progress.step
        memory = min(self.config.optimizer.teacher_memory, (1.0 + step) / (10.0 + step))
        pupil = self.pupil.network.state_dict()
        for name, value in self.teacher.state_dict().items():
            if value.dtype.is_floating_point:
                value.lerp_(pupil[name], 1.0 - memory)
            else:
                value.copy_(pupil[name])

    def save(self, folder: Path) -> None:
        """Checkpoint, written beside its place and moved in."""
        state = {
            "config": self.config.as_dict(),
            "pupil": self.pupil.state_dict(),
            "teacher": self.teacher.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "progress": asdict(self.progress),
        }
        beside = folder / f"{CHECKPOINT}.new"
        torch.save(state, beside)
        beside.replace(folder / CHECKPOINT)

    def resume(self, folder: Path) -> None:
        """Go on from the folder's checkpoint; TrainingError if it is absent or of another network."""
        try:
            state: dict[str, Any] = torch.load(folder / CHECKPOINT, weights_only=True)
            self.pupil.load_state_dict(state["pupil"])
            self.teacher.load_state_dict(state["teacher"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.progress = Progress(**state["progress"])
            self._hand_out()
        except FileNotFoundError as error:
            raise TrainingError(
                f"{folder} has no checkpoint to resume.", "Leave --resume out to start anew."
            ) from error
        except (RuntimeError, KeyError, ValueError, TypeError, EOFError) as error:
            raise TrainingError(
                f"The checkpoint in {folder} does not fit this configuration.",
                "Resume with the configuration it was begun with, or choose another --run folder.",
                detail=str(error),
            ) from error


def _groups(pupil: Pupil, config: TrainingConfig) -> list[dict[str, Any]]:
    """Parameters by how fast they learn; what is frozen is in none."""
    trunk: list[nn.Parameter] = []
    rest: list[nn.Parameter] = []
    for name, parameter in pupil.network.named_parameters():
        if parameter.requires_grad:
            (trunk if name.startswith("encoder.trunk.") else rest).append(parameter)
    decay = config.optimizer.weight_decay
    groups: list[dict[str, Any]] = [
        {"params": rest, "weight_decay": decay, "part": 1.0},
        {"params": list(pupil.offsets.parameters()), "weight_decay": 0.0, "part": 1.0},
    ]
    return groups + ([{"params": trunk, "weight_decay": decay, "part": config.optimizer.trunk_rate}] if trunk else [])


def taught_atlas(config: TrainingConfig) -> Atlas:
    """From what the network predicts to what is shown: nothing in between where it predicts that directly."""
    return Atlas.of({}, 1.0) if config.atlas.direct else Atlas.of(config.atlas.salience, config.atlas.power)


def run_batches(run: Run, batches: Batches, folder: Path, tell: Tell, watch: Watch | None = None) -> None:
    """Steps until the run is over, none if it is; a checkpoint every `checkpoint_seconds` and at the end.

    watch: called after every step, to look at the run and not to change it.
    """
    if run.done >= 1:
        return
    settings = run.config.run
    saved = last = time.monotonic()
    sums: dict[str, list[float]] = {}
    begun_at, begun = run.progress.step, last
    for batch in _stream(batches, run):
        for name, value in run.step(batch).items():
            sums.setdefault(name, []).append(value)
        now = time.monotonic()
        run.progress.seconds += now - last
        last = now
        if run.progress.step % LOG_STEPS == 0:
            means = {name: sum(values) / len(values) for name, values in sums.items()}
            run.progress.losses.append({"step": float(run.progress.step), "seconds": run.progress.seconds, **means})
            sums = {}
            rate = (run.progress.step - begun_at) * batches.mixture.total / max(now - begun, 1e-6)
            tell(_line(run, means, rate))
        if now - saved >= settings.checkpoint_seconds:
            run.save(folder)
            saved = now
        if watch is not None:
            watch(run)
            last = time.monotonic()
        if run.done >= 1:
            break
    run.save(folder)


def _line(run: Run, means: dict[str, float], rate: float) -> str:
    losses = "  ".join(f"{name} {value:.3f}" for name, value in means.items())
    minutes = run.seconds_left() / 60
    return f"step {run.progress.step}  {losses}  {rate:.1f} films/s  {minutes:.1f} min left"


def _stream(batches: Batches, run: Run) -> Iterator[Batch]:
    numbers = range(run.progress.step, len(batches))
    workers = run.config.run.workers
    loader: DataLoader[Batch] = DataLoader(
        batches,
        batch_size=None,
        sampler=numbers,
        num_workers=workers,
        prefetch_factor=4 if workers else None,
        worker_init_fn=_quiet_worker,
    )
    return iter(loader)


def _quiet_worker(_number: int) -> None:
    """A worker makes films with one thread and gives way to the steps."""
    import cv2

    torch.set_num_threads(1)
    cv2.setNumThreads(0)
    os.nice(3)
