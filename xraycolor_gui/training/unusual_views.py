"""Radiographs as they are seldom filmed, yet radiographs: a model must not take them for something else.

Whole spines are stitched from two films and squeezed into one picture; parts are cut out of films, turned, squashed by
careless conversion, collimated, processed in another way, or hold a prosthesis.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from xraycolor_gui.training.views import random_look

Grey = NDArray[np.float32]


def unusual(film: Grey, other: Grey, rng: Generator) -> Grey:
    """One film (rows, columns), grey 0 … 1, seen in an unusual way; `other` is stitched below it now and then."""
    seen = stitched(film, other, rng) if rng.random() < 0.2 else _cut(film, rng)
    if rng.random() < 0.3:
        seen = with_prosthesis(seen, rng)
    seen = _turned(seen, rng)
    if rng.random() < 0.6:
        seen = _squashed(seen, float(np.exp(rng.normal(0.0, 0.3))))
    return random_look(np.ascontiguousarray(seen), rng)


def whole_spine(chest: Grey, below: Sequence[Grey], rng: Generator) -> Grey:
    """A chest with one or two films from `below` it, squeezed into one picture and processed in some way."""
    lower = below[int(rng.integers(len(below)))]
    if rng.random() < 0.4:
        lower = stitched(lower, below[int(rng.integers(len(below)))], rng)
    return random_look(np.ascontiguousarray(stitched(chest, lower, rng)), rng)


def stitched(upper: Grey, lower: Grey, rng: Generator) -> Grey:
    """Two films one below the other, as whole spines are put together, squeezed to about a square."""
    columns = 320
    parts = []
    for film in (upper, lower):
        rows = round(columns * film.shape[0] / film.shape[1] * rng.uniform(0.6, 1.0))
        part = cv2.resize(film, (columns, max(rows, 64)), interpolation=cv2.INTER_AREA)
        middle = columns * rng.uniform(0.5, 1.0) / 2
        part = part[:, int(columns / 2 - middle) : int(columns / 2 + middle)]
        parts.append(cv2.resize(part, (columns, part.shape[0]), interpolation=cv2.INTER_AREA))
    overlap = int(rng.uniform(0, 0.15) * min(part.shape[0] for part in parts)) + 1
    way = np.linspace(0, 1, overlap, dtype=np.float32)[:, None]
    seam = parts[0][-overlap:] * (1 - way) + parts[1][:overlap] * way
    long = np.concatenate([parts[0][:-overlap], seam, parts[1][overlap:]])
    return _squashed(np.asarray(long, np.float32), float(long.shape[0] / columns * np.exp(rng.normal(0.0, 0.2))))


def with_prosthesis(film: Grey, rng: Generator) -> Grey:
    """A smooth ball with a stem, or a plate with screws, as white as metal is."""
    rows, columns = film.shape
    drawn = np.zeros(film.shape, np.float32)
    at = np.array([rng.uniform(0.25, 0.75) * columns, rng.uniform(0.25, 0.75) * rows])
    angle, length = rng.uniform(0, 2 * np.pi), rng.uniform(0.2, 0.6) * max(film.shape)
    end = at + length * np.array([np.cos(angle), np.sin(angle)])
    width = max(2, int(rng.uniform(0.02, 0.08) * max(film.shape)))
    cv2.line(drawn, _point(at), _point(end), 1.0, width, cv2.LINE_AA)
    if rng.random() < 0.7:
        cv2.circle(drawn, _point(at), int(width * rng.uniform(1.0, 2.5)), 1.0, -1, cv2.LINE_AA)
    else:
        for way in np.linspace(0, 1, int(rng.integers(3, 8))):
            side = width * 2.0 * np.array([-np.sin(angle), np.cos(angle)])
            middle = at + way * (end - at)
            cv2.line(drawn, _point(middle), _point(middle + side), 1.0, max(1, width // 3), cv2.LINE_AA)
    soft = np.asarray(cv2.GaussianBlur(drawn, (0, 0), float(rng.uniform(0.5, 1.5))), np.float32)
    white = np.float32(max(float(film.max()), rng.uniform(0.6, 1.0)))
    return np.asarray(film + soft * np.float32(rng.uniform(0.75, 1.0)) * (white - film), np.float32)


def _cut(film: Grey, rng: Generator) -> Grey:
    height, width = (round(side * rng.uniform(0.45, 1.0)) for side in film.shape)
    top, left = int(rng.integers(film.shape[0] - height + 1)), int(rng.integers(film.shape[1] - width + 1))
    return film[top : top + height, left : left + width]


def _turned(film: Grey, rng: Generator) -> Grey:
    """By quarters of a turn or mirrored now and then, by some degrees more often, on black or on its own border."""
    seen = np.rot90(film, int(rng.integers(1, 4))) if rng.random() < 0.25 else film
    seen = seen[:, ::-1] if rng.random() < 0.3 else seen
    if rng.random() < 0.5:
        return seen
    rows, columns = seen.shape
    matrix = cv2.getRotationMatrix2D((columns / 2, rows / 2), float(rng.normal(0, 15)), float(rng.uniform(0.8, 1.2)))
    border = cv2.BORDER_CONSTANT if rng.random() < 0.5 else cv2.BORDER_REPLICATE
    return np.asarray(
        cv2.warpAffine(np.ascontiguousarray(seen), matrix, (columns, rows), borderMode=border), np.float32
    )


def _squashed(film: Grey, factor: float) -> Grey:
    """Its height divided by `factor`."""
    rows, columns = film.shape
    height = int(np.clip(rows / factor, 48, 1024))
    return np.asarray(cv2.resize(film, (columns, height), interpolation=cv2.INTER_AREA), np.float32)


def _point(place: NDArray[np.float64]) -> tuple[int, int]:
    return int(place[0]), int(place[1])
