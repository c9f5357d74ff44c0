"""The course that every run takes: what goes in is checked, films are made of it, steps are taken."""

from __future__ import annotations

import ctypes
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.training.computed_films import ComputedFilms, ShownFilms
from xraycolor_gui.training.config import TrainingConfig
from xraycolor_gui.training.dataset import Batches, FilmMaker, Mixture, RealFilms
from xraycolor_gui.training.losses import Atlas
from xraycolor_gui.training.own.gather import gather
from xraycolor_gui.training.run import CHECKPOINT, Run, Watch, run_batches
from xraycolor_gui.training.sources import check_data, fitted, tissue_stacks
from xraycolor_gui.training.telling import Tell

#: More batches than any run takes.
ENDLESS = 10**9


@dataclass(frozen=True, slots=True)
class Course:
    """A run whose inputs are checked.

    folder: for stacks, checkpoint, weights and report. sources: folder with ct, masks, films and xray. settings: with a
    batch that these can fill. consequences: what follows from what they lack, a sentence each.
    """

    folder: Path
    sources: Path
    settings: TrainingConfig
    consequences: tuple[str, ...]
    resume: bool

    def run(self, films: RealFilms, tell: Tell, watching: Callable[[tuple[Path, ...]], Watch] | None = None) -> Run:
        """Take all steps, or those left after the checkpoint; returns the run at its end.

        watching: makes of the computed films' tissue stacks what looks at the run after every step.
        """
        stacks = tissue_stacks(self.sources / "ct", self.folder / "stacks", self.settings, tell)
        keep_memory()
        run = Run(self.settings, self.sources)
        if self.resume:
            run.resume(self.folder)
            tell(f"resumed at step {run.progress.step}")
        (self.folder / "config.json").write_text(json.dumps(self.settings.as_dict(), indent=1), encoding="utf-8")
        batches = batches_of(self.settings, film_maker(stacks, self.settings), films)
        run_batches(run, batches, self.folder, tell, watching(stacks) if watching is not None else None)
        return run


def checked(settings: TrainingConfig, data: Path | None, folder: Path, tell: Tell, *, resume: bool) -> Course:
    """A run in this folder, which is made.

    data: folder with ct, masks, films and xray, used beside what settings.data names.

    Raises TrainingError: the folder holds another run, or the data lack what no run can do without.
    """
    _check_folder(folder, resume)
    sources = check_data(_gathered(settings, data, folder, tell))
    fitting, consequences = fitted(settings, sources)
    return Course(folder, sources, fitting, consequences, resume)


def batches_of(settings: TrainingConfig, make: FilmMaker, films: RealFilms) -> Batches:
    """The run's batches, by number; as many as its settings say, or without an end."""
    return Batches(settings.run.seed, settings.run.steps or ENDLESS, mixture_of(settings), make, films)


def mixture_of(settings: TrainingConfig) -> Mixture:
    """What a batch is made of."""
    return Mixture(**asdict(settings.batch))


def film_maker(stacks: tuple[Path, ...], settings: TrainingConfig) -> FilmMaker:
    """Makes computed films of tissue stacks, with the shares that this model is to predict."""
    films, atlas = ComputedFilms(stacks), settings.atlas
    return ShownFilms(films, Atlas.of(atlas.salience, atlas.power)) if atlas.direct else films


def keep_memory() -> None:
    """Tell glibc to keep freed memory: handing megabytes back and forth costs a third of a step."""
    try:
        mallopt = ctypes.CDLL("libc.so.6").mallopt
    except (OSError, AttributeError):
        return  # another C library; only speed is lost
    for option, value in ((-3, 1 << 30), (-1, 2**31 - 1), (-2, 1 << 28)):
        mallopt(option, value)


def _check_folder(folder: Path, resume: bool) -> None:
    """A run never writes over another one."""
    if (folder / CHECKPOINT).exists() and not resume:
        raise TrainingError(f"{folder} already holds a run.", "Go on with it by --resume, or choose another --run.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TrainingError(f"{folder} cannot be made: {error.strerror}.", "Choose another --run folder.") from error


def _gathered(settings: TrainingConfig, data: Path | None, folder: Path, tell: Tell) -> Path | None:
    """The folder to learn from: `data` as it is, or what the configuration names beside it, brought into the run's."""
    if not settings.data:
        return data
    named = settings.data if data is None else replace(settings.data, shared=str(data.resolve()))
    return gather(named, folder, tell)
