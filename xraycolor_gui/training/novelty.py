"""What tells a radiograph from anything else in a network's answer, and above which limit a picture stays grey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from xraycolor_gui.models.gauges import RADIOGRAPH, NoveltyGauge, unlikeness

Floats = NDArray[np.float32]

#: Weight of the rule's own size against its errors.
_SMOOTHNESS = 1e-3
#: Part of the validation films that stays below the limit, of all and of each body part.
_PASSED, _PASSED_PART = 0.99, 0.99
#: Fewer films of a body part say little of its own share.
_FEWEST = 5


def fit(features: Floats, kinds: Sequence[str]) -> NoveltyGauge:
    """A gauge with no limit yet (+∞), from features (films, f) and what each picture is.

    Every kind but `radiograph` counts alike, and all of them together as much as the radiographs.
    """
    names = (RADIOGRAPH, *sorted(set(kinds) - {RADIOGRAPH}))
    number = np.array([names.index(kind) for kind in kinds])
    known = features[number == 0]
    gauge = NoveltyGauge(
        kinds=names,
        mean=known.mean(axis=0),
        spread=known.std(axis=0) + np.float32(1e-3),
        weights=np.zeros((1 + features.shape[1], len(names)), np.float32),
        limit=np.array([np.inf], np.float32),
    )
    return replace(gauge, weights=_logistic(gauge.standard(features), number, len(names)))


def limit_of(gauge: NoveltyGauge, features: Floats, parts: Sequence[str]) -> float:
    """The limit that lets pass what it should of validation radiographs (films, f), of all and of each body part.

    parts: body part of each film; may be empty.
    """
    scores = unlikeness(gauge.logits(features))
    limits = [float(np.quantile(scores, _PASSED))]
    for part in set(parts):
        own = scores[np.array([other == part for other in parts])]
        if len(own) >= _FEWEST:
            limits.append(float(np.quantile(own, _PASSED_PART)))
    return max(limits)


def _logistic(entered: NDArray[np.float64], number: NDArray[np.intp], kinds: int) -> Floats:
    """(1 + features, kinds) weights of a logistic regression over several kinds, by maximum likelihood."""
    counts = np.bincount(number, minlength=kinds)
    share = np.where(number == 0, 1.0 / counts[0], 1.0 / (counts[number] * max(kinds - 1, 1))) / 2
    films = np.arange(len(number))

    def loss(values: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = values.reshape(-1, kinds)
        logits = entered @ weights[1:] + weights[0]
        chances = np.exp(logits - np.logaddexp.reduce(logits, axis=1, keepdims=True))
        unlikely = -np.log(np.maximum(chances[films, number], 1e-300))
        chances[films, number] -= 1.0
        chances *= share[:, None]
        slope = np.vstack([chances.sum(axis=0), entered.T @ chances + 2 * _SMOOTHNESS * weights[1:]])
        return float(share @ unlikely + _SMOOTHNESS * (weights[1:] ** 2).sum()), slope.ravel()

    start = np.zeros((1 + entered.shape[1]) * kinds)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return np.asarray(found.x.reshape(-1, kinds), np.float32)
