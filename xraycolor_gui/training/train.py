"""`xraycolor train`: from volumes and films to a weights file with its card and a report."""

from __future__ import annotations

import ctypes
import json
import sys
from dataclasses import asdict
from pathlib import Path

from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.training.computed_films import ComputedFilms, ShownFilms
from xraycolor_gui.training.config import TrainingConfig, read_config
from xraycolor_gui.training.dataset import Batches, FilmMaker, Mixture
from xraycolor_gui.training.finish import finish
from xraycolor_gui.training.losses import Atlas
from xraycolor_gui.training.run import CHECKPOINT, Report, Run, run_batches
from xraycolor_gui.training.sources import check_data, real_films, tissue_stacks

#: More batches than any run takes.
_ENDLESS = 10**9


def train(
    config: str,
    *,
    data: Path | None = None,
    run: Path | None = None,
    minutes: float | None = None,
    resume: bool = False,
    report: Report | None = None,
) -> Path:
    """Train a model; returns the path of the run's report. Progress goes to `report`, by default to stderr.

    config: `basic` or the path of a TOML file. data: folder with ct, masks, films and xray. run: folder for stacks,
    checkpoint, weights and report. Everything that can be wrong with the inputs is said before the first step.
    """
    tell = report or to_stderr
    settings = read_config(config, minutes)
    folder = run or Path("runs") / settings.model.name
    sources = check_data(data)
    check_run_folder(folder, resume)
    films = real_films(sources, settings)
    stacks = tissue_stacks(sources / "ct", folder / "stacks", settings, tell)
    keep_memory()
    training = Run(settings, sources)
    if resume:
        training.resume(folder)
        tell(f"resumed at step {training.progress.step}")
    (folder / "config.json").write_text(json.dumps(settings.as_dict(), indent=1), encoding="utf-8")
    length = settings.run.steps or _ENDLESS
    batches = Batches(settings.run.seed, length, mixture_of(settings), film_maker(stacks, settings), films)
    run_batches(training, batches, folder, tell)
    return finish(training, folder, sources, tell)


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
