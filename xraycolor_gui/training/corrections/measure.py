"""What three corrections do: the error that is left, what moves elsewhere, and how long it takes, method by method."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.colour_vision import delta_e
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.models.adapter import Correction, corrected
from xraycolor_gui.models.alikeness import Alikeness, Ground
from xraycolor_gui.training.benchmark import bootstrap
from xraycolor_gui.training.corrections.others import flood_fill, levin, nothing
from xraycolor_gui.training.corrections.reader import Error, ReadFilm, next_click

Shares = NDArray[np.float32]
#: From a film and corrections to shown shares.
Method = Callable[[Ground, Sequence[Correction], Sequence[str]], Shares]

CORRECTIONS = 3
#: Errors of fewer places are not worth a reader's click.
LEAST_PLACES = 40
#: Lightness at which colours are compared, as in all gates.
_LIGHTNESS = 55.0
#: What counts as corrected: this part of the error is gone.
_CUT = 0.8


@dataclass(frozen=True, slots=True)
class Row:
    """One method. left: mean part of the error that three corrections leave (half the sum of differences to the mean
    shares of the places where that tissue leads rightly). cut: part of errors cut by ≥ 80 %. moved: mean ΔE2000 of all
    places outside. Intervals of 95 % by patient. milliseconds: mean time of an answer, all corrections taken anew.
    """

    method: str
    errors: int
    left: float
    left_interval: tuple[float, float]
    after_each: tuple[float, ...]
    cut: float
    moved: float
    moved_interval: tuple[float, float]
    milliseconds: float

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


@dataclass(eq=False, slots=True)
class _Found:
    patients: list[str] = field(default_factory=list)
    left: list[list[float]] = field(default_factory=list)
    moved: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def add(self, film: ReadFilm, error: Error, wanted: Shares, method: Method, palette: Palette) -> None:
        """Let the reader correct one error."""
        shown, clicks = film.ground.shown, list[Correction]()
        before, left = _error(shown, wanted, error), list[float]()
        for _ in range(CORRECTIONS):
            clicks.append(next_click(error, shown, wanted, film.tissues))
            begun = time.perf_counter()
            shown = method(film.ground, clicks, film.tissues)
            self.seconds.append(time.perf_counter() - begun)
            left.append(_error(shown, wanted, error) / before)
        first, second = (_lab(shares, film.tissues, palette)[~error.where] for shares in (film.ground.shown, shown))
        self.patients.append(film.patient)
        self.left.append(left)
        self.moved.append(float(delta_e(first, second).mean()))


def methods(alikeness: Alikeness) -> Mapping[str, Method]:
    """By name, the adapter last."""

    def adapter(ground: Ground, corrections: Sequence[Correction], tissues: Sequence[str]) -> Shares:
        return corrected(ground, corrections, alikeness, tissues)[0]

    return {"no adapter": nothing, "flood fill": flood_fill, "Levin 2004": levin, "adapter": adapter}


def measure(films: Sequence[ReadFilm], palette: Palette, compared: Mapping[str, Method]) -> list[Row]:
    """A row for each method, over every error of these films."""
    found = {name: _Found() for name in compared}
    for film in films:
        for error in film.errors(LEAST_PLACES):
            wanted = film.as_it_should_be(error.tissue)
            if wanted is not None:
                for name, method in compared.items():
                    found[name].add(film, error, wanted, method, palette)
    return [_row(name, each) for name, each in found.items() if each.left]


def _error(shown: Shares, wanted: Shares, error: Error) -> float:
    return float(np.abs(shown - wanted).sum(axis=2)[error.where].mean() / 2)


def _lab(shown: Shares, tissues: Sequence[str], palette: Palette) -> Shares:
    """(r, c, 3) colours of shown shares at one lightness."""
    swatches = [palette.tissues.get(name) for name in tissues]
    colours = np.array([(swatch.a, swatch.b) if swatch is not None else (0.0, 0.0) for swatch in swatches], np.float32)
    chroma = shown @ colours
    return np.concatenate([np.full((*chroma.shape[:2], 1), _LIGHTNESS, np.float32), chroma], axis=2)


def _row(name: str, found: _Found) -> Row:
    last = [each[-1] for each in found.left]
    return Row(
        method=name,
        errors=len(last),
        left=float(np.mean(last)),
        left_interval=bootstrap.interval(found.patients, bootstrap.mean(last)),
        after_each=tuple(float(value) for value in np.mean(found.left, axis=0)),
        cut=float(np.mean(np.array(last) <= 1 - _CUT)),
        moved=float(np.mean(found.moved)),
        moved_interval=bootstrap.interval(found.patients, bootstrap.mean(found.moved)),
        milliseconds=1000 * float(np.mean(found.seconds)) if found.seconds else math.nan,
    )
