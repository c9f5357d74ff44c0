"""`xraycolor train`: from volumes and films to a weights file with its card and a report."""

from __future__ import annotations

import ctypes
import json
import sys
from dataclasses import asdict, replace
from pathlib import Path

from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.training.computed_films import ComputedFilms, ShownFilms
from xraycolor_gui.training.config import TrainingConfig, read_config
from xraycolor_gui.training.dataset import Batches, FilmMaker, Mixture
from xraycolor_gui.training.estimate import estimate
from xraycolor_gui.training.finish import finish
from xraycolor_gui.training.losses import Atlas
from xraycolor_gui.training.own.gather import gather
from xraycolor_gui.training.own.install import install
from xraycolor_gui.training.run import CHECKPOINT, Report, Run, run_batches
from xraycolor_gui.training.samples import Samples, fixed_films, write_status
from xraycolor_gui.training.sources import check_data, fitted, real_films, tissue_stacks, wanted_volumes

#: More batches than any run takes.
_ENDLESS = 10**9


def train(
    config: str,
    *,
    data: Path | None = None,
    run: Path | None = None,
    minutes: float | None = None,
    resume: bool = False,
    check: bool = False,
    report: Report | None = None,
) -> Path:
    """Train a model; returns the path of the run's report. Progress goes to `report`, by default to stderr.

    config: name of a shipped model or path of a TOML file. data: folder with ct, masks, films and xray, beside what the
    file's table [data] names. run: folder for stacks, checkpoint, weights and report. check: stop before the first
    step. Everything that can be wrong with the inputs is said before that, and how long the run will take.
    """
    tell = report or to_stderr
    settings = read_config(config, minutes)
    folder = run or Path("runs") / settings.model.name
    check_run_folder(folder, resume)
    sources = check_data(gathered(settings, data, folder, tell))
    settings, consequences = fitted(settings, sources)
    for sentence in consequences:
        tell(sentence)
    films = real_films(sources, settings)
    tell(estimate(settings, sources, wanted_volumes(sources / "ct", settings), folder).sentence())
    if check:
        return folder
    stacks = tissue_stacks(sources / "ct", folder / "stacks", settings, tell)
    keep_memory()
    training = Run(settings, sources)
    if resume:
        training.resume(folder)
        tell(f"resumed at step {training.progress.step}")
    (folder / "config.json").write_text(json.dumps(settings.as_dict(), indent=1), encoding="utf-8")
    length = settings.run.steps or _ENDLESS
    batches = Batches(settings.run.seed, length, mixture_of(settings), film_maker(stacks, settings), films)
    samples = Samples(folder, fixed_films(sources, stacks, folder), settings.run.sample_minutes)
    run_batches(training, batches, folder, tell, samples)
    write_status(training, folder)
    written = finish(training, folder, sources, tell)
    if settings.data:
        card = install(folder / f"{settings.model.name}.safetensors", take_its_place=settings.model.take_its_place)
        tell(f"{card.name} is in the window's list of models now ({card.path})")
    return written


def gathered(config: TrainingConfig, data: Path | None, folder: Path, tell: Report) -> Path | None:
    """The folder to learn from: `data` as it is, or what the configuration names beside it, brought into the run's."""
    if not config.data:
        return data
    named = config.data if data is None else replace(config.data, shared=str(data.resolve()))
    return gather(named, folder, tell)


def to_stderr(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def check_run_folder(folder: Path, resume: bool) -> None:
    """A run never writes over another one."""
    if (folder / CHECKPOINT).exists() and not resume:
        raise TrainingError(f"{folder} already holds a run.", "Go on with it by --resume, or choose another --run.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TrainingError(f"{folder} cannot be made: {error.strerror}.", "Choose another --run folder.") from error


def mixture_of(config: TrainingConfig) -> Mixture:
    return Mixture(**asdict(config.batch))


def film_maker(stacks: tuple[Path, ...], config: TrainingConfig) -> FilmMaker:
    films = ComputedFilms(stacks)
    return ShownFilms(films, Atlas.of(config.atlas.salience, config.atlas.power)) if config.atlas.direct else films


def keep_memory() -> None:
    """Tell glibc to keep freed memory: handing megabytes back and forth costs a third of a step."""
    try:
        mallopt = ctypes.CDLL("libc.so.6").mallopt
    except (OSError, AttributeError):
        return  # another C library; only speed is lost
    for option, value in ((-3, 1 << 30), (-1, 2**31 - 1), (-2, 1 << 28)):
        mallopt(option, value)
