"""`xraycolor train CONFIG --feedback STORE`: a model goes on learning from what readers said, and must not get worse.

The run begins with the model itself, which also stays the teacher of everything that readers said nothing of, so that
nothing is forgotten. Afterwards both are measured on films of patients whose feedback was held out, and on the
benchmark's main gates. The new one is installed beside the old one only if it kept what the old one could.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch

from xraycolor_gui.models.autoencoders import Autoencoder
from xraycolor_gui.models.card import ModelCard
from xraycolor_gui.models.library import find_card, load, load_network
from xraycolor_gui.training.benchmark.main_gates import main_gates
from xraycolor_gui.training.config import TrainingConfig, read_config
from xraycolor_gui.training.course import checked
from xraycolor_gui.training.feedback.films import Taught, taught_films
from xraycolor_gui.training.feedback.judge import change_on, worse
from xraycolor_gui.training.finish import finish
from xraycolor_gui.training.own.install import install
from xraycolor_gui.training.sources import real_films
from xraycolor_gui.training.telling import Tell, to_stderr

#: Minutes, unless said otherwise, and the part of the first run's learning rate.
MINUTES, _RATE = 10.0, 0.05
#: Films of each kind in a batch: what readers said beside what the model learnt from.
_BATCH = {"computed": 8, "lung_masks": 1, "heart_masks": 2, "unlabelled": 3, "feedback": 4}


def teach(
    config: str,
    store: Path,
    *,
    films: Sequence[Path] = (),
    data: Path | None = None,
    run: Path | None = None,
    minutes: float | None = None,
    resume: bool = False,
    tell: Tell = to_stderr,
) -> Path:
    """Fine-tune the model that `config` names; returns the path of the run's report.

    store: feedback to learn from. films: folders where its films may have been moved to. data: as for a first run.
    Raises TrainingError when the store teaches nothing or data are missing; nothing is changed then.
    """
    first = read_config(config)
    parent = find_card(first.model.name if not first.model.parent else first.model.parent)
    settings = going_on(first, parent, minutes or MINUTES)
    folder = run or Path("runs") / f"{settings.model.name}-feedback"
    course = checked(settings, data, folder, tell, resume=resume)
    settings, sources = course.settings, course.sources
    taught = taught_films(store, films, tell, weights=settings.readers, seed=settings.run.seed)
    tell(_amount(taught))
    training = course.run(replace(real_films(sources, settings), feedback=taught.learnt), tell)
    meet(training.teacher, load_network(parent))
    also = (f"feedback of {taught.readers} readers: {taught.records} records on {len(taught.learnt)} films",)
    written = finish(training, folder, sources, tell, notes=_lineage(parent), learnt_also=also)
    _keep_the_better(folder / f"{settings.model.name}.safetensors", parent, taught, sources, tell)
    return written


def going_on(config: TrainingConfig, parent: ModelCard, minutes: float) -> TrainingConfig:
    """The settings of a run that goes on from a model, gently, with feedback in every batch."""
    model = replace(
        config.model,
        name=f"{parent.name}-taught",
        title=f"{parent.title}, taught by feedback",
        parent=str(parent.path),
        guide=str(parent.path),
    )
    return replace(
        config,
        model=model,
        run=replace(config.run, minutes=minutes, steps=0, coarse_until=0.0),
        batch=replace(config.batch, **_BATCH),
        optimizer=replace(config.optimizer, rate=_RATE * config.optimizer.rate, warmup_steps=20),
        losses=replace(config.losses, guide_until=1.0),
    )


@torch.no_grad()
def meet(taught: Autoencoder, parent: Autoencoder) -> None:
    """Half-way between the model and what it became: most of the gain, and what the run forgot comes back.

    Weights of one lineage can be averaged (Wortsman et al., Robust fine-tuning of zero-shot models, CVPR 2022).
    """
    before = parent.state_dict()
    for name, value in taught.state_dict().items():
        if value.dtype.is_floating_point and value.shape == before[name].shape:
            value.lerp_(before[name].to(value), 0.5)


def _keep_the_better(weights: Path, parent: ModelCard, taught: Taught, data: Path, tell: Tell) -> None:
    """Install the new model, or say why not; the run's folder keeps it in either case."""
    old, new = load(str(parent.path)), load(str(weights))
    if taught.held_out:
        tell(change_on(old, new, taught.held_out).sentence())
    else:
        tell("Feedback of fewer than five patients: none was held out, so nothing shows whether it carries over.")
    lost = worse(main_gates(old, data, tell), main_gates(new, data, tell))
    if lost:
        tell("The new model is worse than the one it began as, which therefore stays in use:")
        for sentence in lost:
            tell(f"  {sentence}")
        tell(f"It lies in {weights} all the same. More feedback, or fewer --minutes, may help.")
        return
    install(weights, tell)


def _amount(taught: Taught) -> str:
    return (
        f"{taught.records} records of {taught.readers} readers: {len(taught.learnt)} films to learn from, "
        f"{len(taught.held_out)} held out"
    )


def _lineage(parent: ModelCard) -> str:
    before = f" {parent.notes}" if parent.notes else ""
    return f"Gone on from {parent.name} ({parent.sha256[:16]}, {parent.date}) by readers' feedback.{before}"
