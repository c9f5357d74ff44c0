"""What tells a radiograph from anything else in a network's answer, and above which limit a picture stays grey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray

from xraycolor_gui.models.gauges import RADIOGRAPH, NoveltyGauge, unlikeness, waved

Floats = NDArray[np.float32]

#: Random waves over the features, and how fast they swing over a typical distance between two radiographs.
_WAVES, _SWING = 400, 1.0
#: Weight of the rule's own size against its errors.
_SMOOTHNESS = 1e-3
#: Part of the validation films that stays below the limit, of all and of each body part.
_PASSED, _PASSED_PART = 0.97, 0.95
#: Fewer films of a body part say little of its own share.
_FEWEST = 8


def fit(features: Floats, kinds: Sequence[str], seed: int = 0) -> NoveltyGauge:
    """A gauge with no limit yet (+∞), from features (films, f) and what each picture is.

    Every kind but `radiograph` counts alike, and all of them together as much as the radiographs.
    """
    names = (RADIOGRAPH, *sorted(set(kinds) - {RADIOGRAPH}))
    number = np.array([names.index(kind) for kind in kinds])
    known = features[number == 0]
    rng = np.random.default_rng(seed)
    directions = rng.normal(0, _SWING / np.sqrt(features.shape[1]), (features.shape[1], _WAVES))
    gauge = NoveltyGauge(
        kinds=names,
        mean=known.mean(axis=0),
        spread=known.std(axis=0) + np.float32(1e-3),
        directions=directions.astype(np.float32),
        phases=rng.uniform(0, 2 * np.pi, _WAVES).astype(np.float32),
        weights=np.zeros((1 + features.shape[1] + _WAVES, len(names)), np.float32),
        limit=np.array([np.inf], np.float32),
    )
    entered = waved(gauge.standard(features), gauge.directions, gauge.phases)
    return replace(gauge, weights=_logistic(entered, number, len(names)))


def limit_of(gauge: NoveltyGauge, features: Floats, parts: Sequence[str]) -> float:
    """The limit that lets pass what it should of validation radiographs (films, f), of all and of each body part."""
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
    worth = np.where(number == 0, 1.0 / counts[0], 1.0 / (counts[number] * max(kinds - 1, 1))) / 2
    values, target, share = torch.from_numpy(entered), torch.from_numpy(number), torch.from_numpy(worth)
    weights = torch.zeros(1 + entered.shape[1], kinds, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=150, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        unlikely = F.cross_entropy(values @ weights[1:] + weights[0], target, reduction="none")
        total = (unlikely * share).sum() + _SMOOTHNESS * (weights[1:] ** 2).sum()
        total.backward()  # type: ignore[no-untyped-call]
        return total

    optimizer.step(loss)  # type: ignore[no-untyped-call]
    return np.asarray(weights.detach().numpy(), np.float32)
