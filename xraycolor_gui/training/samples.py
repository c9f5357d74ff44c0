"""How a run is going, for those who wait: the same few films every some minutes, loss curves, and where it stands."""

from __future__ import annotations

import copy
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

from xraycolor_gui.io.resources import palette
from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.training.film import compute_film
from xraycolor_gui.training.finish import card_of
from xraycolor_gui.training.look import Look
from xraycolor_gui.training.real_films import RealFilm
from xraycolor_gui.training.report import contact_sheet, draw_losses, sample_films
from xraycolor_gui.training.run import Run

STATUS, SHEET, LOSSES, FOLDER = "status.json", "progress.png", "losses.png", "progress"
_FILMS, _SEED, _SIDE = 8, 11, 256


@dataclass(slots=True)
class Samples:
    """Call it after every step: RUN/status.json is kept fresh, and every `minutes` a sheet is added.

    RUN/progress.png is the newest sheet (grey and colour side by side), RUN/progress holds all of them.
    """

    folder: Path
    films: Sequence[RealFilm]
    minutes: float
    _sheet_at: float = field(default_factory=time.monotonic)
    _status_at: float = 0.0

    def __call__(self, run: Run) -> None:
        now = time.monotonic()
        if now - self._status_at >= 5.0:
            self._status_at = now
            write_status(run, self.folder)
        if self.minutes and now - self._sheet_at >= 60.0 * self.minutes:
            write_sheet(run, self.films, self.folder)
            self._sheet_at = time.monotonic()


def fixed_films(data: Path, stacks: Sequence[Path], folder: Path) -> tuple[RealFilm, ...]:
    """Films that no run learns from; where none is held out, computed ones, written to FOLDER/progress."""
    held = sample_films(data, _FILMS)
    return held or tuple(_computed(stack, number, folder) for number, stack in enumerate(stacks[:_FILMS]))


def _computed(stack: Path, number: int, folder: Path) -> RealFilm:
    rng = np.random.default_rng([_SEED, number])
    with np.errstate(divide="ignore", invalid="ignore"):
        film = compute_film(np.load(stack), Look.random(rng), rng, _SIDE)
    path = folder / FOLDER / f"computed{number}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), np.rint(np.clip(np.nan_to_num(film.grey), 0, 1) * 255).astype(np.uint8))
    return RealFilm(path, None, "", "computed", "", "", str(number), "val")


def write_status(run: Run, folder: Path) -> None:
    """FOLDER/status.json: how far the run is, how long it still takes, its last losses."""
    last = run.progress.losses[-1] if run.progress.losses else {}
    status = {
        "step": run.progress.step,
        "done": round(run.done, 4),
        "minutes_trained": round(run.progress.seconds / 60, 2),
        "minutes_left": round(max(0.0, run.seconds_left()) / 60, 2),
        "losses": {name: round(value, 5) for name, value in last.items() if name not in ("step", "seconds")},
    }
    beside = folder / f"{STATUS}.new"
    beside.write_text(json.dumps(status, indent=1), encoding="utf-8")
    beside.replace(folder / STATUS)


def write_sheet(run: Run, films: Sequence[RealFilm], folder: Path) -> Path:
    """One more sheet of the same films as the averaged network colours them now, and the curves so far."""
    colorizer = Colorizer(card_of(run, ()), copy.deepcopy(run.teacher))
    sheet = contact_sheet(colorizer, palette("anatomical"), films)
    path = folder / FOLDER / f"step{run.progress.step:07d}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    _, packed = cv2.imencode(".png", cv2.cvtColor(sheet, cv2.COLOR_RGB2BGR))
    path.write_bytes(packed.tobytes())
    beside = folder / f"{SHEET}.new"
    beside.write_bytes(packed.tobytes())
    beside.replace(folder / SHEET)
    draw_losses(run.progress.losses, folder / LOSSES)
    return path
