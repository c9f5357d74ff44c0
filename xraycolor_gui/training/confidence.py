"""When a model is right, as far as labels tell, and how the chance of it follows from what the model shows.

Masks tell of few tissues, so for most pixels they settle less than "the leading tissue is right". Taken as right is
what a mask names, as wrong what it rules out; where it can do neither, the pixel is left out:

- inside a lung, lung is right; bone and metal are undecided, since ribs and devices cross it; the rest is wrong;
- inside a heart likewise; inside a lung mask that goes on behind the heart, lung and heart are both right;
- outside a mask of lungs (and heart), these are wrong, and any other tissue right as far as the mask tells;
- inside a drawn bone, bone is right, metal undecided; in air and collimation only background is right.

Computed films know every share: there the leading tissue is right where the true shares have the same leading one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import isotonic_regression, minimize
from scipy.special import expit

from xraycolor_gui.core.colorization import BACKGROUND
from xraycolor_gui.models.gauges import SIGNS, ConfidenceGauge, Weighing, signs_of
from xraycolor_gui.training.real_films import Label

Floats = NDArray[np.float32]

#: Pixels taken from one film: neighbours tell little that is new.
PIXELS_PER_FILM = 500
#: Weight of the size of a tissue's own rule, and of the rule for all tissues, against their errors.
_OWN_RULE, _COMMON_RULE = 3e-3, 1e-5
#: Where labels come from that know every tissue. On other films, what a mask cannot rule out passes for right; how much
#: more a source that knows all counts than one of these is tried, and what leaves the smaller error on both is kept.
COMPUTED, _COMPUTED_WEIGHTS = "computed", (0.5, 1.0, 2.0, 3.0, 4.0)
#: Steps of the table from score to chance.
_STEPS = 24
#: Nothing is ever sure: the first and last step of the table.
_SUREST = 0.99

_CROSSING = ("bone", "metal")
#: Label → tissues that are right, and tissues that are undecided.
_RIGHT: dict[Label, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Label.LUNG: (("lung",), _CROSSING),
    Label.HEART: (("heart",), _CROSSING),
    Label.LUNG_OR_HEART: (("lung", "heart"), _CROSSING),
    Label.BONE: (("bone",), ("metal",)),
    Label.BACKGROUND: ((BACKGROUND,), ()),
}
#: Label → tissues that are wrong; all others are right as far as it tells.
_WRONG: dict[Label, tuple[str, ...]] = {Label.ELSE: ("lung", "heart"), Label.NOT_LUNG: ("lung",)}


@dataclass(frozen=True, eq=False, slots=True)
class Judged:
    """Pixels of films whose leading tissue is known to be right or wrong.

    leading (n,): number of the tissue. signs (n, SIGNS). right (n,) bool. source: what their labels come from.
    """

    leading: NDArray[np.intp]
    signs: Floats
    right: NDArray[np.bool_]
    source: str


def verdicts(labels: NDArray[np.uint8], leading: NDArray[np.intp], tissues: Sequence[str]) -> NDArray[np.int8]:
    """Per pixel 1 where the leading tissue is right, 0 where it is wrong, −1 where the `Label` does not tell."""
    table = np.full((int(max(Label)) + 1, len(tissues)), -1, np.int8)
    for label, (right, undecided) in _RIGHT.items():
        table[label] = [1 if name in right else -1 if name in undecided else 0 for name in tissues]
    for label, wrong in _WRONG.items():
        table[label] = [0 if name in wrong else 1 for name in tissues]
    return np.asarray(table[labels, leading], np.int8)


def verdicts_by_truth(truth: Floats, weight: Floats, leading: NDArray[np.intp], weighing: Weighing) -> NDArray[np.int8]:
    """The same from true shares (r, c, tissues) that may be trusted by weight (r, c)."""
    same = weighing.leading(truth) == leading
    return np.where(weight > 0.9, same, -1).astype(np.int8)


def folded(truth: Floats, names: Sequence[str], tissues: Sequence[str]) -> Floats:
    """True shares (r, c, names) in the tissues of a model; what the model does not know is background to it."""
    shares = np.zeros((*truth.shape[:2], len(tissues)), np.float32)
    for number, name in enumerate(names):
        shares[..., tissues.index(name if name in tissues else BACKGROUND)] += truth[..., number]
    return shares


def judged(shares: Floats, verdict: NDArray[np.int8], weighing: Weighing, source: str) -> Judged:
    """A sample of the decided pixels of one film with shares (r, c, tissues)."""
    leading, signs = signs_of(shares, weighing)
    decided = np.flatnonzero(verdict.ravel() >= 0)
    chosen = np.random.default_rng(len(decided)).permutation(decided)[:PIXELS_PER_FILM]
    return Judged(
        leading.ravel()[chosen], signs.reshape(-1, SIGNS)[chosen], verdict.ravel()[chosen].astype(bool), source
    )


def fit(films: Sequence[Judged], weighing: Weighing) -> ConfidenceGauge:
    """One rule per leading tissue, near one rule for all, and the chance that each score was worth.

    Every source counts by what it knows, however many films it has.
    """
    return min((_fit(films, weighing, weight) for weight in _COMPUTED_WEIGHTS), key=lambda gauge: _worst(gauge, films))


def _fit(films: Sequence[Judged], weighing: Weighing, computed: float) -> ConfidenceGauge:
    leading, signs, right = _joined(films)
    weight = weights_of(films, computed)
    rules = _rules(leading, signs, right, weight, len(weighing.salience))
    score = rules[leading, 0] + (rules[leading, 1:] * signs).sum(axis=1)
    scores, chances = _table(score, right, weight)
    return ConfidenceGauge(weighing.salience, np.array([weighing.power], np.float32), rules, scores, chances)


def _worst(gauge: ConfidenceGauge, films: Sequence[Judged]) -> float:
    """The larger calibration error: that of computed films, or that of real ones."""
    errors = []
    for computed in (True, False):
        group = [film for film in films if (film.source == COMPUTED) is computed]
        if group:
            leading, signs, right = _joined(group)
            errors.append(calibration_error(gauge.chance(leading, signs), right, weights_of(group)))
    return max(errors)


def _joined(films: Sequence[Judged]) -> tuple[NDArray[np.intp], Floats, NDArray[np.bool_]]:
    return (
        np.concatenate([film.leading for film in films]),
        np.concatenate([film.signs for film in films]),
        np.concatenate([film.right for film in films]),
    )


def weights_of(films: Sequence[Judged], computed: float = 1.0) -> NDArray[np.float64]:
    """Weight of each film's pixels: each source sums to 1, computed films to `computed`."""
    counts: dict[str, int] = {}
    for film in films:
        counts[film.source] = counts.get(film.source, 0) + len(film.right)
    worth = {source: (computed if source == COMPUTED else 1.0) / max(n, 1) for source, n in counts.items()}
    return np.concatenate([np.full(len(film.right), worth[film.source]) for film in films])


def _rules(
    leading: NDArray[np.intp], signs: Floats, right: NDArray[np.bool_], weight: NDArray[np.float64], tissues: int
) -> Floats:
    """(tissues, 1 + SIGNS) logistic rules by maximum likelihood."""
    mean, spread = signs.mean(axis=0), signs.std(axis=0) + 1e-3
    entered = np.column_stack([np.ones(len(signs)), (signs - mean) / spread])
    share, count = weight / weight.sum(), 1 + SIGNS
    led = (np.arange(tissues)[:, None] == leading).astype(np.float64)

    def loss(values: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        common, own = values[:count], values[count:].reshape(tissues, count)
        score = (entered * (common + own)[leading]).sum(axis=1)
        unlikely = np.logaddexp(0.0, np.where(right, -score, score))
        pull = (share * (expit(score) - right))[:, None] * entered
        slope = led @ pull
        total = share @ unlikely + _OWN_RULE * (own**2).sum() + _COMMON_RULE * (common**2).sum()
        return float(total), np.concatenate(
            [slope.sum(axis=0) + 2 * _COMMON_RULE * common, (slope + 2 * _OWN_RULE * own).ravel()]
        )

    found = minimize(loss, np.zeros(count * (1 + tissues)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    rules = found.x[:count] + found.x[count:].reshape(tissues, count)
    rules[:, 1:] /= spread
    rules[:, 0] -= rules[:, 1:] @ mean
    return np.asarray(rules, np.float32)


def _table(score: NDArray[np.float32], right: NDArray[np.bool_], weight: NDArray[np.float64]) -> tuple[Floats, Floats]:
    """Scores and the chances they were worth, both rising: the mean of each step, made monotone (isotonic)."""
    order = np.argsort(score, kind="stable")
    steps = np.minimum((np.cumsum(weight[order]) / weight.sum() * _STEPS).astype(int), _STEPS - 1)
    total = np.bincount(steps, weight[order], _STEPS)
    filled = total > 0
    scores = np.bincount(steps, weight[order] * score[order], _STEPS)[filled] / total[filled]
    worth = np.bincount(steps, weight[order] * right[order], _STEPS)[filled] / total[filled]
    chances = isotonic_regression(worth, weights=total[filled]).x
    scores = np.maximum.accumulate(scores + 1e-6 * np.arange(len(scores)))
    return scores.astype(np.float32), np.clip(chances, 1 - _SUREST, _SUREST).astype(np.float32)


def calibration_error(
    chances: NDArray[np.floating], right: NDArray[np.bool_], weight: NDArray[np.float64], bins: int = 15
) -> float:
    """Expected calibration error: mean distance between chance and share of right ones, over bins of equal width."""
    number = np.minimum((chances * bins).astype(int), bins - 1)
    apart = np.bincount(number, weight * (chances - right), bins)
    return float(np.abs(apart).sum() / weight.sum())
