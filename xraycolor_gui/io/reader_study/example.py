"""The shipped example: cut-outs of the sample films, half of them with a round shadow drawn into a lung."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.presentation import present
from xraycolor_gui.io.read import read
from xraycolor_gui.io.resources import resource, sample_paths
from xraycolor_gui.io.writing import cannot_write, writing

#: Cut-outs from each film, half of them with a shadow.
_EACH = 15
_SIDE = 448
_SEED = 20
_ABOUT = """Films of the shipped reader study.

They are cut out of the program's sample films (sources and licences: NOTICE). Into half of them a round shadow was
drawn by the program; no patient had it. They show how a study runs, and are no material to judge anything by: a few
films cut up many times are no 60 patients.
"""
Grey = NDArray[np.float32]


def make_example(folder: Path) -> Path:
    """Write plan.toml, films.csv and the films into a folder, the same ones every time; returns the plan.

    Raises UnreadableFile where the samples are missing, ExportError where the folder cannot be written to.
    """
    try:
        (folder / "films").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error
    films = _films()
    order = np.random.default_rng(_SEED).permutation(len(films))
    table = io.StringIO(newline="")
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(("case", "file", "truth"))
    for number, place in enumerate(order, start=1):
        grey, truth = films[place]
        name = f"films/{number:02}.png"
        _write(folder / name, cv2.imencode(".png", np.rint(grey * 255).astype(np.uint8))[1].tobytes())
        rows.writerow((f"{number:02}", name, int(truth)))
    _write(folder / "films.csv", table.getvalue().encode())
    _write(folder / "films" / "ABOUT.txt", _ABOUT.encode())
    plan = folder / "plan.toml"
    _write(plan, resource("studies/nodules.toml").read_bytes())
    return plan


def _films() -> list[tuple[Grey, bool]]:
    """Grey 0 … 1, and whether a shadow was drawn."""
    rng = np.random.default_rng(_SEED)
    films = []
    for number, path in enumerate(sample for sample in sample_paths() if sample.stem != "lateral"):
        whole = present(read(path)).grey
        for cut in range(_EACH):
            shown = (cut + number) % 2 == 0
            grey = _cut_out(whole, rng)
            films.append((_with_shadow(grey, rng) if shown else grey, shown))
    return films


def _cut_out(grey: Grey, rng: np.random.Generator) -> Grey:
    """A cut of 85 to 97 % of the film's shorter side, in the middle of its length give or take a little."""
    rows, columns = grey.shape
    side = int(min(rows, columns) * rng.uniform(0.85, 0.97))
    top, left = (int((size - side) * rng.uniform(0.2, 0.8)) for size in (rows, columns))
    cut = grey[top : top + side, left : left + side]
    return np.asarray(cv2.resize(cut, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA), np.float32)


def _with_shadow(grey: Grey, rng: np.random.Generator) -> Grey:
    """A faint round shadow somewhere in the darker parts beside the spine, which are mostly lung."""
    smooth = cv2.GaussianBlur(grey, (0, 0), 12)
    y, x = np.mgrid[0:_SIDE, 0:_SIDE] / _SIDE
    beside = (np.abs(x - 0.5) > 0.12) & (np.abs(x - 0.5) < 0.3) & (y > 0.22) & (y < 0.62)
    lung = beside & (smooth < np.quantile(smooth[beside], 0.5)) & (smooth > 0.08)
    row, column = rng.choice(np.argwhere(lung))
    radius = rng.uniform(0.016, 0.026) * _SIDE
    away = np.hypot(y * _SIDE - row, x * _SIDE - column) / radius
    shadow = rng.uniform(0.06, 0.14) / (1 + np.exp((away - 1) * 6))
    return np.asarray(np.clip(grey + shadow, 0, 1), np.float32)


def _write(path: Path, content: bytes) -> None:
    with writing(path, overwrite=True) as file:
        file.write(content)
