"""Equal-grey separability: can a tissue be told by its colour among pixels that the grey film shows alike?

Pixels with 3 < L* < 97 are sorted into bins of 2 L*. In every bin a logistic regression on (a*, b*, a*², b*², a*·b*) is
learnt on one half of the films and ranks the pixels of the other half, both ways; bins weigh by their pairs (pixels in
the tissue × pixels outside). A colour table over grey has .50 by construction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

LOWEST, HIGHEST, BIN = 3.0, 97.0, 2.0
#: Weight of the ridge that keeps the regression finite where a bin separates perfectly.
_RIDGE = 1e-3
#: Pixels per film that are looked at; more change the third decimal at most.
PIXELS_PER_FILM = 4000


@dataclass(frozen=True, eq=False, slots=True)
class Samples:
    """Pixels of one film: L*, (a*, b*), and whether they lie in the tissue."""

    lightness: NDArray[np.float32]
    chroma: NDArray[np.float32]
    inside: NDArray[np.bool_]


def sample(
    lightness: NDArray[np.float32],
    chroma: NDArray[np.float32],
    inside: NDArray[np.bool_],
    known: NDArray[np.bool_],
    *,
    rng: np.random.Generator,
    count: int = PIXELS_PER_FILM,
) -> Samples:
    """Up to `count` pixels of a film, drawn at random where the mask is `known`; arrays are (rows, columns[, 2])."""
    usable = np.flatnonzero(known & (lightness > LOWEST) & (lightness < HIGHEST))
    if len(usable) > count:
        usable = rng.choice(usable, count, replace=False)
    return Samples(lightness.ravel()[usable], chroma.reshape(-1, 2)[usable], inside.ravel()[usable])


def equal_grey_auc(films: Sequence[Samples], seed: int = 0) -> float:
    """ROC AUC of the tissue from colour alone among pixels of equal grey; NaN when no bin has both kinds."""
    order = np.random.default_rng(seed).permutation(len(films))
    halves = order[: len(films) // 2], order[len(films) // 2 :]
    total = pairs = 0.0
    for learn, test in (halves, halves[::-1]):
        for auc, weight in _bins(_joined([films[i] for i in learn]), _joined([films[i] for i in test])):
            total += auc * weight
            pairs += weight
    return total / pairs if pairs else float("nan")


def _joined(films: Sequence[Samples]) -> Samples:
    return Samples(
        np.concatenate([film.lightness for film in films]) if films else np.empty(0, np.float32),
        np.concatenate([film.chroma for film in films]) if films else np.empty((0, 2), np.float32),
        np.concatenate([film.inside for film in films]) if films else np.empty(0, bool),
    )


def _bins(learn: Samples, test: Samples) -> Iterator[tuple[float, float]]:
    """AUC and number of pairs of every bin that has both kinds of pixels on both sides."""
    edges = np.arange(LOWEST, HIGHEST + BIN / 2, BIN)
    learn_bin, test_bin = np.digitize(learn.lightness, edges), np.digitize(test.lightness, edges)
    for number in range(1, len(edges)):
        here, there = learn_bin == number, test_bin == number
        known, truth = learn.inside[here], test.inside[there]
        if not (known.any() and truth.any()) or known.all() or truth.all():
            continue
        shift, scale = _standard(_features(learn.chroma[here]))
        weights = logistic_regression((_features(learn.chroma[here]) - shift) / scale, known)
        score = (_features(test.chroma[there]) - shift) / scale @ weights[1:]
        yield auc_of(score, truth), float(truth.sum()) * float((~truth).sum())


def _features(chroma: NDArray[np.float32]) -> Values:
    a, b = chroma[:, 0].astype(np.float64), chroma[:, 1].astype(np.float64)
    return np.stack([a, b, a * a, b * b, a * b], axis=1)


def _standard(features: Values) -> tuple[Values, Values]:
    return features.mean(axis=0), features.std(axis=0) + 1e-6


def logistic_regression(features: Values, truth: NDArray[np.bool_], rounds: int = 12) -> Values:
    """Weights (1 + features), the constant first, by Newton's method with a small ridge."""
    design = np.column_stack([np.ones(len(features)), features])
    ridge = _RIDGE * np.eye(design.shape[1])
    weights = np.zeros(design.shape[1])
    for _ in range(rounds):
        chance = 1.0 / (1.0 + np.exp(-np.clip(design @ weights, -30, 30)))
        spread = np.maximum(chance * (1 - chance), 1e-6)
        slope = design.T @ (truth - chance) / len(truth) - ridge @ weights
        curve = (design * spread[:, None]).T @ design / len(truth) + ridge
        step = np.linalg.solve(curve, slope)
        weights = weights + step
        if np.abs(step).max() < 1e-4:
            break
    return weights


def auc_of(score: Values, truth: NDArray[np.bool_]) -> float:
    """Chance that a pixel inside ranks above one outside; equal scores count half."""
    values, place = np.unique(score, return_inverse=True)
    counts = np.bincount(place, minlength=len(values))
    middle = np.cumsum(counts) - (counts - 1) / 2.0
    inside = int(truth.sum())
    outside = len(truth) - inside
    return float((middle[place][truth].sum() - inside * (inside + 1) / 2) / (inside * outside))
