"""The one report at the end of a run: Markdown to read, JSON to compute with, pictures beside them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.color import grey_rgb, render
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.core.presentation import present
from xraycolor_gui.io.read import read
from xraycolor_gui.io.resources import palette
from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.training.benchmark.run import Results
from xraycolor_gui.training.real_films import RealFilm, held_out, read_manifest
from xraycolor_gui.training.run import Run

#: Side of one picture on the sheet of samples, films on the sheet, films per row.
_TILE, _FILMS, _COLUMNS = 256, 24, 4
_SAMPLE_SEED = 3

Picture = NDArray[np.uint8]


def write_report(folder: Path, run: Run, colorizer: Colorizer, result: Results, data: Path) -> Path:
    """FOLDER/report.md, report.json, losses.png and samples.png; returns the first."""
    draw_losses(run.progress.losses, folder / "losses.png")
    films = sample_films(data)
    shown = palette(result.palette)
    sheet = contact_sheet(colorizer, shown, films)
    cv2.imwrite(str(folder / "samples.png"), cv2.cvtColor(sheet, cv2.COLOR_RGB2BGR))
    numbers = {"losses": run.progress.losses, "steps": run.progress.step, "seconds": run.progress.seconds}
    content = {**numbers, "evaluation": result.plain()}
    (folder / "report.json").write_text(json.dumps(content, indent=1), encoding="utf-8")
    path = folder / "report.md"
    path.write_text(_text(run, colorizer, result, films), encoding="utf-8")
    return path


def _text(run: Run, colorizer: Colorizer, result: Results, films: Sequence[RealFilm]) -> str:
    card = colorizer.card
    minutes = run.progress.seconds / 60
    seen = run.progress.step * sum(run.config.as_dict()["batch"].values())
    return "\n".join(
        [
            f"# {card.title} ({card.name}), {card.date}",
            "",
            f"{run.progress.step} steps, {seen} films, {minutes:.1f} minutes, seed {card.seed}.",
            "",
            "```",
            result.table(),
            "```",
            "",
            "![losses](losses.png)",
            "",
            f"{len(films)} films that no model learnt from, grey and colour:",
            "",
            "![samples](samples.png)",
            "",
            "```",
            card.describe(),
            "```",
            "",
        ]
    )


def draw_losses(losses: Sequence[dict[str, float]], path: Path) -> None:
    """One curve per loss over the minutes of the run, on a logarithmic axis."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 4.5), layout="constrained")
    axes = figure.subplots()
    minutes = [row["seconds"] / 60 for row in losses]
    for name in (key for key in (losses[0] if losses else {}) if key not in ("step", "seconds")):
        axes.plot(minutes, [row[name] for row in losses], label=name)
    axes.set(xlabel="minutes", ylabel="loss", yscale="log")
    if losses:
        axes.legend()
    FigureCanvasAgg(figure)
    figure.savefig(path)


def sample_films(data: Path, count: int = _FILMS) -> tuple[RealFilm, ...]:
    """Films of validation and test, drawn from all data sets alike."""
    groups: dict[str, list[RealFilm]] = {}
    for folder in ("masks", "films", "xray"):
        for film in held_out(read_manifest(data / folder)):
            groups.setdefault(f"{film.dataset} {film.body_part}", []).append(film)
    rng = np.random.default_rng(_SAMPLE_SEED)
    for members in groups.values():
        rng.shuffle(members)
    chosen: list[RealFilm] = []
    names = sorted(groups)
    while len(chosen) < count and any(groups.values()):
        chosen += [groups[name].pop() for name in names if groups[name]]
    return tuple(chosen[:count])


def contact_sheet(colorizer: Colorizer, shown: Palette, films: Sequence[RealFilm]) -> Picture:
    """Grey and colour of every film side by side, sRGB."""
    pairs = [_pair(colorizer, shown, film) for film in films]
    blank = np.zeros((_TILE, 2 * _TILE, 3), np.uint8)
    pairs += [blank] * (-len(pairs) % _COLUMNS)
    rows = [np.hstack(pairs[start : start + _COLUMNS]) for start in range(0, len(pairs), _COLUMNS)]
    return np.asarray(np.vstack(rows), np.uint8)


def _pair(colorizer: Colorizer, shown: Palette, film: RealFilm) -> Picture:
    radiograph = read(film.path)
    colorization = colorizer.colorize(radiograph)
    rows, columns = radiograph.shape
    factor = _TILE / max(rows, columns)
    size = (max(1, round(columns * factor)), max(1, round(rows * factor)))
    grey = cv2.resize(present(radiograph).grey, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    chroma = cv2.resize(shown.chroma(colorization.composition, colorization.tissues), size).astype(np.float32)
    tile = np.zeros((_TILE, 2 * _TILE, 3), np.uint8)
    tile[: size[1], : size[0]] = grey_rgb(grey)
    tile[: size[1], _TILE : _TILE + size[0]] = render(grey, chroma)
    return tile
