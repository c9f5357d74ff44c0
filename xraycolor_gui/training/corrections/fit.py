"""Fitting alikeness: clicks into errors of train films, and which other places they should reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import torch
import torch.nn.functional as F
from numpy.random import Generator
from numpy.typing import NDArray
from torch import nn

from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.models.adapter import places
from xraycolor_gui.models.alikeness import SIGNS, Alikeness
from xraycolor_gui.training.corrections.reader import Error, ReadFilm, click, click_at, mistaken

Floats = NDArray[np.float32]

#: Films of each kind; places of the smallest error; clicks at random beside the deepest one.
TRAIN_FILMS, LEAST_PLACES, _MORE_CLICKS = 80, 25, 2
#: Places taken from the error, from anywhere else, and from near the error.
_INSIDE, _ELSEWHERE, _NEAR = 80, 200, 120
_NEAR_REACH = 15
#: Places of the smallest error that a worse model is taught by.
_LARGE = 300
_HIDDEN, _STEPS, _BATCH, _RATE, _DECAY = 24, 1200, 8192, 5e-3, 1e-2


@dataclass(frozen=True, eq=False, slots=True)
class Lesson:
    """Places of one film after one click: signs (n, SIGNS), and which of them the click should reach.

    weight (n,): places of the error, from elsewhere and from near it count alike.
    """

    signs: Floats
    alike: NDArray[np.bool_]
    weight: Floats


def lessons(films: Iterable[ReadFilm], seed: int = 0) -> Iterator[Lesson]:
    """What clicks on the films' errors teach, on the model's own ones and on errors put in."""
    rng = np.random.default_rng(seed)
    for film in films:
        for error in film.errors(LEAST_PLACES):
            yield from _lessons_of(film, error, rng)
        worse = mistaken(film, rng)
        if worse is not None:
            for error in worse.errors(_LARGE):
                yield from _lessons_of(worse, error, rng)


def fit(taught: Sequence[Lesson], seed: int = 0) -> Alikeness:
    """TrainingError where there was nothing to learn from."""
    if not taught:
        raise TrainingError("No film shows an error to learn from.", "Give outlined films of the train split.")
    signs = np.concatenate([lesson.signs for lesson in taught])
    mean, spread = signs.mean(axis=0), signs.std(axis=0) + np.float32(1e-6)
    entered = torch.from_numpy((signs - mean) / spread)
    alike = torch.from_numpy(np.concatenate([lesson.alike for lesson in taught])).float()
    weight = torch.from_numpy(np.concatenate([lesson.weight for lesson in taught]))
    weight /= weight.mean()
    torch.manual_seed(seed)
    first, last = nn.Linear(SIGNS, _HIDDEN), nn.Linear(_HIDDEN, 1)
    network = nn.Sequential(first, nn.Tanh(), last)
    optimizer = torch.optim.AdamW(network.parameters(), lr=_RATE, weight_decay=_DECAY)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 1e-3, _STEPS)
    for _ in range(_STEPS):
        drawn = torch.randint(len(entered), (_BATCH,))
        losses = F.binary_cross_entropy_with_logits(network(entered[drawn])[:, 0], alike[drawn], reduction="none")
        optimizer.zero_grad()
        (losses * weight[drawn]).mean().backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        schedule.step()
    return Alikeness(
        mean,
        spread,
        first.weight.detach().numpy().T.copy(),
        first.bias.detach().numpy(),
        last.weight.detach().numpy()[0],
        last.bias.detach().numpy(),
    )


def _lessons_of(film: ReadFilm, error: Error, rng: Generator) -> Iterator[Lesson]:
    elsewhere = film.untouched(error.tissue)
    reach = np.ones((_NEAR_REACH, _NEAR_REACH), np.uint8)
    near = elsewhere & (cv2.dilate(error.where.astype(np.uint8), reach) > 0)
    clicks = [places(click(error.where, error.tissue), film.ground.shape)]
    for row, column in rng.permutation(np.argwhere(error.where))[:_MORE_CLICKS]:
        one = click_at(int(row), int(column), film.ground.shape, error.tissue)
        clicks.append(places(one, film.ground.shape))
    for clicked in clicks:
        signs = film.ground.signs(clicked)
        drawn = [
            (rng.permutation(np.argwhere(where))[:most], alike)
            for where, most, alike in (
                (error.where, _INSIDE, True),
                (elsewhere, _ELSEWHERE, False),
                (near, _NEAR, False),
            )
        ]
        yield Lesson(
            np.concatenate([signs[rows, columns] for (rows, columns) in (found.T for found, _ in drawn)]),
            np.concatenate([np.full(len(found), alike) for found, alike in drawn]),
            np.concatenate([np.full(len(found), 1 / max(len(found), 1), np.float32) for found, _ in drawn]),
        )
