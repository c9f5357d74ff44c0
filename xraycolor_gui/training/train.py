"""`xraycolor train`: from volumes and films to a weights file with its card and a report."""

from __future__ import annotations

from pathlib import Path

from xraycolor_gui.training.config import read_config
from xraycolor_gui.training.course import checked
from xraycolor_gui.training.estimate import estimate
from xraycolor_gui.training.finish import finish
from xraycolor_gui.training.own.install import install
from xraycolor_gui.training.samples import Samples, fixed_films, write_status
from xraycolor_gui.training.sources import real_films, wanted_volumes
from xraycolor_gui.training.telling import Tell, to_stderr


def train(
    config: str,
    *,
    data: Path | None = None,
    run: Path | None = None,
    minutes: float | None = None,
    resume: bool = False,
    check: bool = False,
    tell: Tell = to_stderr,
) -> Path:
    """Train a model; returns the path of the run's report.

    config: name of a shipped model or path of a TOML file. data: folder with ct, masks, films and xray, beside what the
    file's table [data] names. run: folder for stacks, checkpoint, weights and report. check: stop before the first
    step. Everything that can be wrong with the inputs is said before that, and how long the run will take.
    """
    settings = read_config(config, minutes)
    folder = run or Path("runs") / settings.model.name
    course = checked(settings, data, folder, tell, resume=resume)
    settings, sources = course.settings, course.sources
    for sentence in course.consequences:
        tell(sentence)
    films = real_films(sources, settings)
    tell(estimate(settings, sources, wanted_volumes(sources / "ct", settings), folder).sentence())
    if check:
        return folder

    def watching(stacks: tuple[Path, ...]) -> Samples:
        return Samples(folder, fixed_films(sources, stacks, folder), settings.run.sample_minutes)

    training = course.run(films, tell, watching)
    write_status(training, folder)
    written = finish(training, folder, sources, tell)
    if settings.data:
        install(folder / f"{settings.model.name}.safetensors", tell, take_its_place=settings.model.take_its_place)
    return written
