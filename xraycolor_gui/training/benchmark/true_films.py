"""Gates on computed films of the test body, where the true composition of every pixel is known.

Truth is shown through the palette in use. Tissues are told at the film's own size, 256², colours are compared at
128², the size that compositions are learnt at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.color import lightness, render
from xraycolor_gui.core.colorization import BACKGROUND, TISSUES
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.training.anatomy import load_volume, prepare
from xraycolor_gui.training.benchmark.bootstrap import Weights, interval, ratio, with_interval
from xraycolor_gui.training.benchmark.calibration import Calibration
from xraycolor_gui.training.benchmark.contender import Contender, Floats, Painted, lab_of
from xraycolor_gui.training.benchmark.films import SEED, Mask
from xraycolor_gui.training.benchmark.measured import Measured, Sense
from xraycolor_gui.training.benchmark.radiographs import radiograph_of
from xraycolor_gui.training.benchmark.separability import (
    RankTable,
    Samples,
    at_places,
    place_samples,
    pooled_auc,
    ranked,
)
from xraycolor_gui.training.film import compute_film
from xraycolor_gui.training.look import Look
from xraycolor_gui.training.poses import random_view
from xraycolor_gui.training.projection import project
from xraycolor_gui.training.telling import Tell

TISSUE_GATE, ERROR_GATE, BACKGROUND_GATE = (
    "test body, equal-grey AUC",
    "test body, chroma error",
    "test body, background",
)
FILMS = 48
_SIZE, _COMPARED = 256, 128
_LEAST_AUC, _MOST_ERROR, _MOST_BACKGROUND = 0.97, 0.25, 2.0
#: A pixel counts as a rib's (or a clavicle's) where bone has this share over lung, and as between them below the other.
_RIB, _BETWEEN, _OVER_LUNG = 0.05, 0.01, 0.10
RIBS = "ribs and clavicles against what lies between them"
#: The name under which the truth itself takes part.
CEILING = "truth"
#: A tissue with fewer pixels than this, in all films, is not measured.
_FEWEST = 300
_NOTE = "One body: the interval is over its views."


@dataclass(frozen=True, eq=False, slots=True)
class TrueFilm:
    """grey: (rows, columns) 0 … 1. composition: (rows, columns, tissues) of TISSUES. trusted: bool (rows, columns)."""

    grey: Floats
    composition: NDArray[np.float16]
    trusted: Mask


@dataclass(eq=False, slots=True)
class _Compared:
    """What is kept of one film: samples by tissue, sums of the errors of colour, and of the background's chroma."""

    samples: dict[str, Samples]
    truth: NDArray[np.float32]
    error: float
    background: float
    background_pixels: int


def true_films(volume: Path, tell: Tell, count: int = FILMS) -> tuple[TrueFilm, ...]:
    """Computed films of a body, from views and with looks as in training; the same ones each time."""
    body = prepare(load_volume(volume))
    films = []
    for number in range(count):
        rng = np.random.default_rng([SEED, number])
        stack = project(body, random_view(body, rng), _SIZE)
        with np.errstate(divide="ignore", invalid="ignore"):
            film = compute_film(stack, Look.random(rng), rng, _SIZE)
        if np.isfinite(film.grey).all():
            shares = np.ascontiguousarray(np.moveaxis(film.composition, 0, 2)).astype(np.float16)
            films.append(TrueFilm(film.grey, shares, film.weight > 0.9))
    tell(f"test body: {len(films)} films computed")
    return tuple(films)


def true_film_rows(contender: Contender, films: Sequence[TrueFilm], palette: Palette, tell: Tell) -> list[Measured]:
    """Tissues, colours and calibration of one contender against the true composition."""
    compared = []
    calibration = Calibration("computed films of the test body")
    for number, film in enumerate(films):
        painted = contender.paint(radiograph_of(film.grey))
        compared.append(_compare(film, painted, palette, number))
        _calibrate(calibration, film, painted, palette, number)
    tell(f"{contender.name}, test body: {len(films)} films")
    return [
        *_tissue_rows(contender.name, compared, palette),
        *_error_rows(contender.name, compared),
        *calibration.rows(contender.name),
    ]


def ceiling_rows(films: Sequence[TrueFilm], palette: Palette) -> list[Measured]:
    """What a contender would have that knew every composition, at the size that they are learnt at.

    A palette shows seven tissues by two numbers, so colours of mixtures meet: no model can be told apart better.
    """
    compared = [_compare(film, _in_true_colours(film, palette), palette, n) for n, film in enumerate(films)]
    return _tissue_rows(CEILING, compared, palette)


def _in_true_colours(film: TrueFilm, palette: Palette) -> Painted:
    small = (_COMPARED, _COMPARED)
    chroma = palette.chroma(_resized(film.composition.astype(np.float32), small), TISSUES)
    grey = _resized(film.grey, small)
    return Painted(lab_of(grey, chroma), render(grey, chroma), seconds=0.0)


def _compare(film: TrueFilm, painted: Painted, palette: Palette, number: int) -> _Compared:
    shares = film.composition.astype(np.float32)
    level = np.asarray(lightness(film.grey), np.float32)
    places = place_samples(level, film.trusted, np.random.default_rng([SEED, number, 1]))
    chroma = _resized(painted.chroma, film.grey.shape)
    leading = np.argmax(palette.shares(shares, TISSUES), axis=2)
    samples = {
        name: at_places(places, level, chroma, leading == TISSUES.index(name))
        for name in TISSUES
        if name in palette.tissues
    }
    bone, lung = shares[..., TISSUES.index("bone")], shares[..., TISSUES.index("lung")]
    decided = film.trusted & (lung >= _OVER_LUNG) & ((bone >= _RIB) | (bone <= _BETWEEN))
    places = place_samples(level, decided, np.random.default_rng([SEED, number, 2]))
    samples[RIBS] = at_places(places, level, chroma, bone >= _RIB)

    small = (_COMPARED, _COMPARED)
    shares, chroma = _resized(shares, small), _resized(painted.chroma, small)
    trusted = _resized(film.trusted.astype(np.float32), small) > 0.9
    truth = palette.chroma(shares, TISSUES)
    nothing = shares[..., TISSUES.index(BACKGROUND)]
    body, outside = trusted & (nothing < 0.5), trusted & (nothing > 0.95)
    return _Compared(
        samples,
        truth[body],
        float(np.linalg.norm(chroma[body] - truth[body], axis=1).sum()),
        float(np.linalg.norm(chroma[outside], axis=1).sum()),
        int(outside.sum()),
    )


def _tissue_rows(contender: str, films: Sequence[_Compared], palette: Palette) -> list[Measured]:
    rows = []
    views = [str(number) for number in range(len(films))]
    for tissue in [name for name in TISSUES if name in palette.tissues] + [RIBS]:
        samples = [film.samples[tissue] for film in films]
        row = Measured(TISSUE_GATE, tissue, contender, float("nan"), count=len(films), note=_NOTE)
        pixels = sum(int(one.inside.sum()) for one in samples)
        if pixels < _FEWEST:
            rows.append(replace(row, note=f"It leads on {pixels} sampled pixels only: too few to measure."))
            continue
        scored = ranked(samples, SEED)
        low, high = interval(views, RankTable(scored).auc)
        rows.append(replace(row, value=pooled_auc(scored), low=low, high=high, limit=_LEAST_AUC, sense=Sense.AT_LEAST))
    return rows


def _error_rows(contender: str, films: Sequence[_Compared]) -> list[Measured]:
    views = [str(number) for number in range(len(films))]
    constant = np.concatenate([film.truth for film in films]).mean(axis=0)
    sizes = np.array([len(film.truth) for film in films], np.float64)
    error = np.array([film.error for film in films])
    of_constant = np.array([np.linalg.norm(film.truth - constant, axis=1).sum() for film in films])

    def part(weights: Weights) -> float:
        whole = float(weights @ of_constant)
        return float(weights @ error) / whole if whole > 0 else float("nan")

    row = Measured(ERROR_GATE, "part of one constant colour's", contender, 0.0, note=_NOTE)
    held = replace(row, limit=_MOST_ERROR, sense=Sense.AT_MOST)
    plain = replace(row, name="mean", unit="ΔE")
    blank = Measured(
        BACKGROUND_GATE, "mean chroma of background and collimation", contender, 0.0, unit="C*", note=_NOTE
    )
    blank = replace(blank, limit=_MOST_BACKGROUND, sense=Sense.AT_MOST)
    outside = ratio([film.background for film in films], [film.background_pixels for film in films])
    return [
        with_interval(held, views, part),
        with_interval(plain, views, ratio(error.tolist(), sizes.tolist())),
        with_interval(blank, views, outside),
    ]


def _calibrate(calibration: Calibration, film: TrueFilm, painted: Painted, palette: Palette, number: int) -> None:
    if painted.confidence is None or painted.shares is None:
        return
    shares = _resized(film.composition.astype(np.float32), painted.shape)
    truth = np.argmax(palette.shares(shares, TISSUES), axis=2)
    names = np.array([TISSUES.index(name) for name in painted.tissues])
    right = names[np.argmax(painted.shares, axis=2)] == truth
    trusted = _resized(film.trusted.astype(np.float32), painted.shape) > 0.9
    calibration.add(str(number), painted.confidence[trusted], right[trusted])


def _resized(planes: Floats, shape: Sequence[int]) -> Floats:
    shrinking = shape[0] * shape[1] < planes.shape[0] * planes.shape[1]
    how = cv2.INTER_AREA if shrinking else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(np.ascontiguousarray(planes), (shape[1], shape[0]), interpolation=how), np.float32)
