"""Equal-grey separability: can a tissue be told by its colour among pixels that the grey film shows alike?

Pixels with 3 < L* < 97 are sorted into bins of 2 L*. In every bin a logistic regression on (a*, b*, a*², b*², a*·b*) is
learnt on one half of the films and ranks the pixels of the other half, both ways; bins weigh by their pairs (pixels in
the tissue × pixels outside). A colour table over grey has .50 by construction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
Whole = NDArray[np.int64]
Mask = NDArray[np.bool_]
Counts = NDArray[np.float32]

LOWEST, HIGHEST, BIN = 3.0, 97.0, 2.0
_EDGES = np.arange(LOWEST, HIGHEST + BIN / 2, BIN)
#: Weight of the ridge that keeps the regression finite where a bin separates perfectly.
_RIDGE = 1e-3
#: Levels of scores, within one bin, that the bootstrap tells apart.
_LEVELS = 128
#: Pixels per film that are looked at; more change the third decimal at most.
PIXELS_PER_FILM = 4000


@dataclass(frozen=True, eq=False, slots=True)
class Samples:
    """Pixels of one film: L*, (a*, b*), and whether they lie in the tissue."""

    lightness: NDArray[np.float32]
    chroma: NDArray[np.float32]
    inside: NDArray[np.bool_]


@dataclass(frozen=True, eq=False, slots=True)
class Ranked:
    """Pixels of one film with their score; only pixels of one group (a bin of L*, one half of the films) compare."""

    score: Values
    group: Whole
    inside: Mask


def place_samples(
    lightness: NDArray[np.float32], known: NDArray[np.bool_], rng: np.random.Generator, count: int = PIXELS_PER_FILM
) -> Whole:
    """Flat places of up to `count` pixels of a film, drawn where it is `known` and neither black nor white."""
    usable = np.flatnonzero(known & (lightness > LOWEST) & (lightness < HIGHEST))
    return rng.choice(usable, count, replace=False) if len(usable) > count else usable


def sample(
    lightness: NDArray[np.float32],
    chroma: NDArray[np.float32],
    inside: NDArray[np.bool_],
    known: NDArray[np.bool_],
    *,
    rng: np.random.Generator,
    count: int = PIXELS_PER_FILM,
) -> Samples:
    """Up to `count` pixels of a film where the mask is `known`; arrays are (rows, columns[, 2])."""
    return at_places(place_samples(lightness, known, rng, count), lightness, chroma, inside)


def at_places(
    places: Whole, lightness: NDArray[np.float32], chroma: NDArray[np.float32], inside: NDArray[np.bool_]
) -> Samples:
    """A film's pixels at flat places."""
    return Samples(lightness.ravel()[places], chroma.reshape(-1, 2)[places], inside.ravel()[places])


def equal_grey_auc(films: Sequence[Samples], seed: int = 0) -> float:
    """ROC AUC of the tissue from colour alone among pixels of equal grey; NaN when no bin has both kinds."""
    return pooled_auc(ranked(films, seed))


def ranked(films: Sequence[Samples], seed: int = 0) -> tuple[Ranked, ...]:
    """Every film's pixels, scored by what was learnt on the half of the films that it is not in."""
    order = np.random.default_rng(seed).permutation(len(films))
    halves = order[: len(films) // 2], order[len(films) // 2 :]
    empty = Ranked(np.empty(0), np.empty(0, np.int64), np.empty(0, np.bool_))
    found = [empty] * len(films)
    for side, (learn, test) in enumerate((halves, halves[::-1])):
        rules = _rules(_joined([films[i] for i in learn]))
        for index in test:
            found[index] = _ranked(films[index], rules, side * len(_EDGES))
    return tuple(found)


def pooled_auc(films: Sequence[Ranked]) -> float:
    """Share of all pairs (inside, outside) of one group that are ranked rightly, over all groups."""
    score = np.concatenate([film.score for film in films])
    group = np.concatenate([film.group for film in films])
    inside = np.concatenate([film.inside for film in films])
    right = pairs = 0.0
    for number in np.unique(group):
        here = group == number
        count = float(inside[here].sum()) * float((~inside[here]).sum())
        if count:
            right += auc_of(score[here], inside[here]) * count
            pairs += count
    return right / pairs if pairs else float("nan")


class RankTable:
    """Counts of scores per film, fine enough for the bootstrap: the pooled AUC at any weights of the films."""

    def __init__(self, films: Sequence[Ranked], levels: int = _LEVELS) -> None:
        self.levels = levels
        score = np.concatenate([film.score for film in films])
        group = np.concatenate([film.group for film in films])
        inside = np.concatenate([film.inside for film in films])
        owner = np.repeat(np.arange(len(films)), [len(film.score) for film in films])
        names, group = np.unique(group, return_inverse=True)
        level = np.zeros(len(score), np.int64)
        for number in range(len(names)):
            here = np.flatnonzero(group == number)
            edges = np.unique(np.quantile(score[here], np.linspace(0, 1, levels)[1:-1]))
            level[here] = np.searchsorted(edges, score[here], side="right")
        shape = len(films), len(names), levels
        self.inside = self._counts(shape, owner, group, level, inside)
        self.outside = self._counts(shape, owner, group, level, ~inside)

    @staticmethod
    def _counts(shape: tuple[int, int, int], owner: Whole, group: Whole, level: Whole, kind: Mask) -> Counts:
        flat = np.ravel_multi_index((owner[kind], group[kind], level[kind]), shape)
        counts = np.bincount(flat, minlength=int(np.prod(shape))).astype(np.float32)
        return counts.reshape(shape[0], -1)

    def auc(self, weights: Values) -> float:
        """Equal scores count half, and scores of one level are equal."""
        inside = (weights.astype(np.float32) @ self.inside).reshape(-1, self.levels).astype(np.float64)
        outside = (weights.astype(np.float32) @ self.outside).reshape(-1, self.levels).astype(np.float64)
        below = np.cumsum(outside, axis=1) - outside / 2
        pairs = float((inside.sum(axis=1) * outside.sum(axis=1)).sum())
        return float((inside * below).sum()) / pairs if pairs else float("nan")


def _joined(films: Sequence[Samples]) -> Samples:
    return Samples(
        np.concatenate([film.lightness for film in films]) if films else np.empty(0, np.float32),
        np.concatenate([film.chroma for film in films]) if films else np.empty((0, 2), np.float32),
        np.concatenate([film.inside for film in films]) if films else np.empty(0, bool),
    )


@dataclass(frozen=True, eq=False, slots=True)
class _Rule:
    """What was learnt for one bin of L*: standardise the features, then weigh them."""

    shift: Values
    scale: Values
    weights: Values


def _rules(learn: Samples) -> dict[int, _Rule]:
    """By bin, where the films that are learnt from have both kinds of pixels."""
    place = np.digitize(learn.lightness, _EDGES)
    rules = {}
    for number in range(1, len(_EDGES)):
        here = place == number
        known = learn.inside[here]
        if not known.any() or known.all():
            continue
        shift, scale = _standard(_features(learn.chroma[here]))
        weights = logistic_regression((_features(learn.chroma[here]) - shift) / scale, known)
        rules[number] = _Rule(shift, scale, weights[1:])
    return rules


def _ranked(film: Samples, rules: dict[int, _Rule], first_group: int) -> Ranked:
    place = np.digitize(film.lightness, _EDGES)
    score = np.zeros(len(place))
    usable = np.isin(place, list(rules))
    for number, rule in rules.items():
        here = place == number
        score[here] = (_features(film.chroma[here]) - rule.shift) / rule.scale @ rule.weights
    return Ranked(score[usable], place[usable] + first_group, film.inside[usable])


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
