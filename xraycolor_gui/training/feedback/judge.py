"""Whether a model that learnt from feedback is to take the place of the one it began as."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.training.benchmark import bootstrap
from xraycolor_gui.training.benchmark.measured import Measured, Sense
from xraycolor_gui.training.corrections.reader import weighing_of
from xraycolor_gui.training.real_films import TOLD, LoadedFilm

#: How much worse a number of the benchmark may become: a fraction or an AUC, and one in ΔE.
MARGIN, MARGIN_DELTA_E = 0.02, 0.25


@dataclass(frozen=True, slots=True)
class Change:
    """Mean over films of the part of labelled pixels that are wrong, before and after, and their difference."""

    before: float
    after: float
    difference: tuple[float, float]
    films: int

    def sentence(self) -> str:
        low, high = self.difference
        return (
            f"Of what readers named on {self.films} held-out films, {self.before:.1%} was wrong before and "
            f"{self.after:.1%} is wrong now (difference {self.after - self.before:+.3f} [{low:+.3f}, {high:+.3f}])."
        )


def error_on(colorizer: Colorizer, films: Sequence[LoadedFilm]) -> list[float]:
    """Of each film, the part of the pixels that readers named where another tissue leads."""
    weighing, errors = weighing_of(colorizer), []
    for film in films:
        grey = film.grey.astype(np.float32) / np.float32(255)
        leading = weighing.leading(colorizer.look(grey).shares)
        rows, columns = leading.shape
        labels = cv2.resize(film.labels, (columns, rows), interpolation=cv2.INTER_NEAREST)
        named = labels >= TOLD
        errors.append(float((leading[named] != labels[named].astype(int) - TOLD).mean()) if named.any() else 0.0)
    return errors


def change_on(old: Colorizer, new: Colorizer, films: Sequence[LoadedFilm]) -> Change:
    """What a model gained on films that readers spoke of; the interval is by patient."""
    before, after = error_on(old, films), error_on(new, films)
    patients = [film.film.patient for film in films]
    apart = [b - a for a, b in zip(before, after, strict=True)]
    return Change(
        float(np.mean(before)), float(np.mean(after)), bootstrap.interval(patients, bootstrap.mean(apart)), len(films)
    )


def worse(before: Sequence[Measured], after: Sequence[Measured]) -> list[str]:
    """A sentence for each number that became worse by more than the margin; both are of the same gates."""
    old = {row.name: row for row in before}
    sentences = []
    for row in after:
        was = old.get(row.name)
        if was is None or row.sense is Sense.REPORTED:
            continue
        lost = was.value - row.value if row.sense is Sense.AT_LEAST else row.value - was.value
        if lost > (MARGIN_DELTA_E if row.unit == "ΔE" else MARGIN):
            sentences.append(f"{row.name}: {was.value:.3f} before, {row.value:.3f} now.")
    return sentences
