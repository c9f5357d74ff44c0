"""The report at the end of a run, made of the benchmark's parts, and what a run shows on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from xraycolor_gui.core.palette import Palette
from xraycolor_gui.io.resources import palette
from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.report.figures import as_png
from xraycolor_gui.training.benchmark import contact_sheet as sheets
from xraycolor_gui.training.benchmark.contender import ModelContender
from xraycolor_gui.training.benchmark.report import plots
from xraycolor_gui.training.benchmark.report.write import write_training
from xraycolor_gui.training.benchmark.run import Results
from xraycolor_gui.training.real_films import RealFilm, held_out
from xraycolor_gui.training.run import Run
from xraycolor_gui.training.sources import all_films

#: Films on a sheet on the way.
_FILMS = 24
_SAMPLE_SEED = 3


def write_report(folder: Path, run: Run, colorizer: Colorizer, result: Results, data: Path) -> Path:
    """FOLDER/report.html, report.md and report.json; returns the first."""
    progress = run.progress
    return write_training(
        folder,
        result,
        ModelContender(colorizer, palette(result.palette)),
        data=data,
        training={"steps": progress.step, "seconds": progress.seconds, "losses": progress.losses},
    )


def draw_losses(losses: Sequence[Mapping[str, float]], path: Path) -> None:
    """One curve per loss over the minutes of the run; no file before the first entry."""
    figure = plots.losses(losses)
    if figure is not None:
        as_png(figure, path)


def sample_films(data: Path, count: int = _FILMS) -> tuple[RealFilm, ...]:
    """Films of validation and test, drawn from all data sets alike."""
    groups: dict[str, list[RealFilm]] = {}
    for film in held_out(all_films(data)):
        groups.setdefault(f"{film.dataset} {film.body_part}", []).append(film)
    rng = np.random.default_rng(_SAMPLE_SEED)
    for members in groups.values():
        rng.shuffle(members)
    chosen: list[RealFilm] = []
    names = sorted(groups)
    while len(chosen) < count and any(groups.values()):
        chosen += [groups[name].pop() for name in names if groups[name]]
    return tuple(chosen[:count])


def contact_sheet(colorizer: Colorizer, shown: Palette, films: Sequence[RealFilm]) -> sheets.Picture:
    """Grey and colour of every film side by side, sRGB."""
    chosen = [sheets.Shown(film.path, film.body_part) for film in films]
    return sheets.contact_sheet(ModelContender(colorizer, shown), chosen)
