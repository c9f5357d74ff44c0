"""A store full of a simulated reader's feedback, and what a model gets wrong on films that it was not given for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from xraycolor_gui import __version__
from xraycolor_gui.core.feedback import Feedback, Verdict, film_id, new_id, now
from xraycolor_gui.core.regions import painted
from xraycolor_gui.io.feedback import places
from xraycolor_gui.io.feedback.store import FeedbackStore
from xraycolor_gui.io.read import read
from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.training.benchmark import bootstrap
from xraycolor_gui.training.corrections.reader import ReadFilm, read_films
from xraycolor_gui.training.real_films import Label, RealFilm

READER = "simulated reader"
#: Smaller errors are not worth outlining.
_LEAST_PLACES = 12


def give_feedback(colorizer: Colorizer, films: Sequence[RealFilm], store: Path) -> int:
    """Outline every error of the model on these films and say what it should be; the number of records given."""
    given = 0
    with FeedbackStore(store) as opened:
        for film, seen in zip(films, read_films(colorizer, films), strict=True):
            radiograph = read(film.path)
            places.remember(store, radiograph.source)
            for error in seen.errors(_LEAST_PLACES):
                size = (radiograph.shape[1], radiograph.shape[0])
                where = cv2.resize(error.where.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST) > 0
                opened.put(
                    Feedback(
                        id=new_id(),
                        reader=READER,
                        time=now(),
                        software=f"XrayColor {__version__}",
                        film=film_id(radiograph),
                        region=painted(where),
                        verdict=Verdict.WRONG_TISSUE,
                        tissue=error.tissue,
                    )
                )
                given += 1
    return given


@dataclass(frozen=True, slots=True)
class Compared:
    """Mean part of the outlined pixels of a film that lead wrongly, by two models, and the interval of its change."""

    films: int
    before: float
    after: float
    change: tuple[float, float]


def compare(old: Colorizer, new: Colorizer, films: Sequence[RealFilm]) -> Compared:
    """By patient; the change is after minus before, so below zero is better."""
    seen_old, seen_new = list(read_films(old, films)), list(read_films(new, films))
    before, after = [_wrong(film) for film in seen_old], [_wrong(film) for film in seen_new]
    change = [b - a for a, b in zip(before, after, strict=True)]
    interval = bootstrap.interval([film.patient for film in seen_old], bootstrap.mean(change))
    return Compared(len(films), float(np.mean(before)), float(np.mean(after)), interval)


def _wrong(film: ReadFilm) -> float:
    known = np.isin(film.labels, (Label.LUNG, Label.HEART, Label.ELSE, Label.NOT_LUNG))
    wrong = np.logical_or.reduce(list(film.wrong(film.ground.leading).values()))
    return float(wrong[known].mean()) if known.any() else 0.0
