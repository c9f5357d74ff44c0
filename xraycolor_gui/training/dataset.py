"""Batches: computed films whose shares are known, real films with partial labels, real films without any.

Batch n depends on the seed and n alone, so that a run that was killed goes on with the batches it would have had.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.random import Generator
from numpy.typing import DTypeLike, NDArray
from torch import Tensor
from torch.utils.data import Dataset

from xraycolor_gui.models.autoencoders import INPUT_SIZE
from xraycolor_gui.training.computed_films import Example
from xraycolor_gui.training.real_films import LoadedFilm
from xraycolor_gui.training.views import COMPOSITION_SIZE as _SMALL
from xraycolor_gui.training.views import pupil_to_teacher, random_view, whole_view

#: Makes one computed film: the film, its shares, and how far these may be trusted; see `computed_films.Example`.
FilmMaker = Callable[[Generator], Example]


@dataclass(frozen=True, slots=True)
class Mixture:
    """How many films of each kind one batch has."""

    computed: int
    lung_masks: int
    heart_masks: int
    unlabelled: int
    feedback: int = 0

    @property
    def total(self) -> int:
        return self.computed + self.lung_masks + self.heart_masks + self.unlabelled + self.feedback


@dataclass(frozen=True, eq=False, slots=True)
class RealFilms:
    """Training films by what is known of them."""

    lung_masks: Sequence[LoadedFilm]
    heart_masks: Sequence[LoadedFilm]
    unlabelled: Sequence[Sequence[LoadedFilm]]
    #: How often each group of unlabelled films is drawn from.
    unlabelled_odds: Sequence[float]
    #: Films of which readers said something.
    feedback: Sequence[LoadedFilm] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Batch:
    """What one step learns from; s is INPUT_SIZE.

    computed: (m, 1, s, s). shares: (m, tissues, s/2, s/2), to be trusted by weight (m, s/2, s/2).
    pupil, teacher: (n, 1, s, s), two views of the same n real films; mapping: (n, 2, 3) from pupil to teacher.
    labels: (n, s/2, s/2) of `Label`, and inside: bool, where on the film, both for the pupil's view. metalless: (n,)
    bool, films known to show no metal.
    """

    computed: Tensor
    shares: Tensor
    weight: Tensor
    pupil: Tensor
    teacher: Tensor
    labels: Tensor
    inside: Tensor
    mapping: Tensor
    metalless: Tensor

    def part(self, number: int, parts: int) -> Batch:
        """Every `parts`-th film of each kind, from `number` on."""
        return Batch(**{f.name: getattr(self, f.name)[number::parts] for f in fields(self)})

    def shrunk(self, size: int) -> Batch:
        """The same films at `size` instead of INPUT_SIZE pixels; what is known of them at half of that."""
        films = {name: _area(getattr(self, name), size) for name in ("computed", "pupil", "teacher")}
        labels, inside = (_nearest(known, size // 2) for known in (self.labels, self.inside))
        weight = _area(self.weight[:, None], size // 2)[:, 0]
        shares = _area(self.shares, size // 2)
        return replace(self, **films, shares=shares, weight=weight, labels=labels, inside=inside)


class Batches(Dataset[Batch]):
    """`batches[n]` makes batch n."""

    def __init__(self, seed: int, length: int, mixture: Mixture, make_film: FilmMaker, films: RealFilms) -> None:
        self.seed = seed
        self.length = length
        self.mixture = mixture
        self.make_film = make_film
        self.films = films

    def __len__(self) -> int:
        return self.length

    def __getitem__(self, number: int) -> Batch:
        rng = np.random.default_rng([self.seed, number])
        computed = [self.make_film(rng) for _ in range(self.mixture.computed)]
        chosen = self._choose(rng)
        pupils = [random_view(film, rng) for film in chosen]
        teachers = [whole_view(film) for film in chosen]
        mappings = [pupil_to_teacher(a, b) for a, b in zip(pupils, teachers, strict=True)]
        return Batch(
            computed=_films([film for film, _, _ in computed]),
            shares=torch.from_numpy(np.stack([shares for _, shares, _ in computed])),
            weight=torch.from_numpy(np.stack([weight for _, _, weight in computed])),
            pupil=_films([view.film for view in pupils]),
            teacher=_films([view.film for view in teachers]),
            labels=_stacked([view.labels for view in pupils], (_SMALL, _SMALL), np.uint8),
            inside=_stacked([view.inside for view in pupils], (_SMALL, _SMALL), np.bool_),
            mapping=_stacked(mappings, (2, 3), np.float32),
            metalless=torch.tensor([film.film.metalless for film in chosen], dtype=torch.bool),
        )

    def _choose(self, rng: Generator) -> list[LoadedFilm]:
        films, mixture = self.films, self.mixture
        chosen = _drawn(films.lung_masks, mixture.lung_masks, rng)
        chosen += _drawn(films.heart_masks, mixture.heart_masks, rng)
        chosen += _drawn(films.feedback, mixture.feedback, rng)
        if not mixture.unlabelled:
            return chosen
        odds = np.asarray(films.unlabelled_odds, np.float64)
        for group in rng.choice(len(odds), size=mixture.unlabelled, p=odds / odds.sum()):
            chosen += _drawn(films.unlabelled[group], 1, rng)
        return chosen


def _area(films: Tensor, size: int) -> Tensor:
    if not len(films):
        return films.new_empty((0, films.shape[1], size, size))
    return F.interpolate(films, size=(size, size), mode="area")


def _nearest(known: Tensor, size: int) -> Tensor:
    """(n, r, c) labels at (n, size, size)."""
    if not len(known):
        return known.new_empty((0, size, size))
    return F.interpolate(known[:, None].float(), size=(size, size), mode="nearest-exact")[:, 0].to(known.dtype)


def _drawn(films: Sequence[LoadedFilm], count: int, rng: Generator) -> list[LoadedFilm]:
    return [films[int(number)] for number in rng.integers(len(films), size=count)] if count else []


def _films(views: Sequence[NDArray[np.float32]]) -> Tensor:
    return _stacked(views, (INPUT_SIZE, INPUT_SIZE), np.float32)[:, None]


def _stacked(arrays: Sequence[NDArray[Any]], shape: tuple[int, int], kind: DTypeLike) -> Tensor:
    """(n, *shape), also where a batch has none of that kind."""
    return torch.from_numpy(np.stack(arrays) if arrays else np.empty((0, *shape), kind))
