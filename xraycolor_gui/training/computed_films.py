"""Computed films for a batch: a stack from the cache, filmed anew each time with a look drawn at random."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.random import Generator
from numpy.typing import NDArray

from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.models.autoencoders import INPUT_SIZE, normalise
from xraycolor_gui.training.film import ComputedFilm, compute_film
from xraycolor_gui.training.look import Look
from xraycolor_gui.training.losses import Atlas
from xraycolor_gui.training.views import COMPOSITION_SIZE, MIRRORED

#: film (INPUT_SIZE²) normalised; shares (tissues, COMPOSITION_SIZE²); weight (COMPOSITION_SIZE²).
Example = tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]

#: Cuts of nothing but air are rare; so many in a row mean that there is nothing else.
_TRIES = 100


class ComputedFilms:
    """Calling it makes one example from one of the stacks; a crop is cut from the film more often than not."""

    def __init__(self, stacks: Sequence[Path], crop: float = 0.55) -> None:
        if not stacks:
            raise TrainingError("There are no tissue stacks to film.", "Give --data a folder that holds ct/*.npz.")
        self.stacks = tuple(stacks)
        self.crop = crop

    def __call__(self, rng: Generator) -> Example:
        for _ in range(_TRIES):
            stack = np.load(self.stacks[int(rng.integers(len(self.stacks)))], mmap_mode="r")
            with np.errstate(divide="ignore", invalid="ignore"):
                film = compute_film(stack, Look.random(rng, self.crop), rng, INPUT_SIZE)
            if np.isfinite(film.grey).all():  # a cut that holds nothing but air has no grey scale
                example = example_of(film)
                return _mirrored(example) if rng.random() < MIRRORED else example
        raise TrainingError("The tissue stacks show nothing but air.", "Check the CT volumes they are made from.")


class ShownFilms:
    """The same examples with shown shares in place of physical ones: the target of a network that predicts directly."""

    def __init__(self, films: ComputedFilms, atlas: Atlas) -> None:
        self.films = films
        self.atlas = atlas

    def __call__(self, rng: Generator) -> Example:
        film, shares, weight = self.films(rng)
        shown: NDArray[np.float32] = self.atlas.shares(torch.from_numpy(shares)[None])[0].numpy()
        return film, shown, weight


def example_of(film: ComputedFilm) -> Example:
    """Network input and target of a computed film of INPUT_SIZE²."""
    small = (COMPOSITION_SIZE, COMPOSITION_SIZE)
    shares = np.stack([cv2.resize(plane, small, interpolation=cv2.INTER_AREA) for plane in film.composition])
    weight = cv2.resize(film.weight, small, interpolation=cv2.INTER_AREA)
    return normalise(film.grey), shares.astype(np.float32), np.asarray(weight, np.float32)


def _mirrored(example: Example) -> Example:
    film, shares, weight = (np.ascontiguousarray(part[..., ::-1]) for part in example)
    return film, shares, weight


def cached_stacks(folder: Path) -> tuple[Path, ...]:
    """Stacks that `poses.cache_projections` has finished, by number."""
    return tuple(sorted(folder.glob("*.npy")))
