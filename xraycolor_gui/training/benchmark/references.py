"""Coloured pictures that baselines may learn from: computed films of a training body, in the palette of their truth."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.training.anatomy import TEST_BODY, find_volumes, load_volume, prepare
from xraycolor_gui.training.benchmark.contender import Floats, lab_of
from xraycolor_gui.training.film import compute_film
from xraycolor_gui.training.look import Look
from xraycolor_gui.training.poses import load_region, random_view
from xraycolor_gui.training.projection import View, project

_SIZE = 256
_SEED = 11
#: Films that the constant colour is the mean of; the first one, a plain frontal chest, is the picture for transfers.
_FILMS = 6


@dataclass(frozen=True, eq=False, slots=True)
class Reference:
    """lab: (rows, columns, 3) of a computed film in its true colours. body: bool (rows, columns), where tissue is."""

    lab: Floats
    body: np.ndarray[tuple[int, int], np.dtype[np.bool_]]


def references(volumes: Path, palette: Palette, count: int = _FILMS) -> tuple[Reference, ...]:
    """Films of the first chest among the volumes that is not the test body; TrainingError if there is none."""
    chests = [path for path in find_volumes(volumes) if load_region(path) == "chest" and path.stem != TEST_BODY]
    if not chests:
        raise TrainingError(f"{volumes} holds no chest besides the test body.", "Put the CT volumes there.")
    body = prepare(load_volume(chests[0]))
    rng = np.random.default_rng(_SEED)
    views = [View(field_mm=400.0), *(random_view(body, rng) for _ in range(count - 1))]
    made = []
    for number, view in enumerate(views):
        look = Look() if number == 0 else Look.random(rng)
        film = compute_film(project(body, view, _SIZE), look, rng, _SIZE)
        made.append(true_colours(film.grey, film.composition, palette))
    return tuple(made)


def true_colours(
    grey: Floats, composition: Floats, palette: Palette, shape: tuple[int, int] | None = None
) -> Reference:
    """A computed film (grey; composition as (tissues, rows, columns)) as its truth would show it, at `shape`."""
    if shape is not None and shape != grey.shape:
        size = shape[::-1]
        grey = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_LINEAR), np.float32)
        composition = np.stack([cv2.resize(plane, size, interpolation=cv2.INTER_LINEAR) for plane in composition])
    shares = np.ascontiguousarray(np.moveaxis(composition, 0, 2))
    body = shares[:, :, TISSUES.index("background")] < 0.5
    return Reference(lab_of(np.ascontiguousarray(grey), palette.chroma(shares, TISSUES)), body)


def mean_chroma(films: tuple[Reference, ...]) -> Floats:
    """(2,) mean a*, b* of the body: the one colour that is nearest to all of them."""
    return np.asarray(np.concatenate([film.lab[film.body][:, 1:] for film in films]).mean(axis=0), np.float32)
