"""How long a network looks at a 256 × 256 film, ours and the rivals' in one run on the same two cores."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import torch

from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.training.benchmark.measured import Measured, Sense
from xraycolor_gui.training.rivals.contender import RivalContender

GATE = "inference at 256²"
#: Most milliseconds, by architecture, on two idle cores.
_LIMITS = {"basic": 40.0, "efficientnet": 80.0, "vgg16": 500.0}
_THREADS, _WARM, _ROUNDS = 2, 2, 15


def speed_rows(models: Sequence[Colorizer], rivals: Sequence[RivalContender]) -> list[Measured]:
    """Median of some rounds, taken in turn, so that whatever else the machine does falls on all alike."""
    film = np.random.default_rng(0).random((256, 256)).astype(np.float32)
    asked: dict[str, Callable[[], object]] = {}
    limits = {}
    for model in models:
        asked[model.card.name] = lambda model=model: model.composition(film)  # type: ignore[misc]
        limits[model.card.name] = _LIMITS.get(model.card.architecture, float("nan"))
    for rival in rivals:
        asked[rival.name] = lambda rival=rival: rival.chroma(film)  # type: ignore[misc]
    times = _milliseconds(asked)
    rows = []
    for name, taken in times.items():
        low, high = (float(edge) for edge in np.percentile(taken, (25, 75)))
        row = Measured(
            GATE,
            f"grey to prediction, {_THREADS} threads",
            name,
            float(np.median(taken)),
            low,
            high,
            count=_ROUNDS,
            counted="rounds",
            unit="ms",
            note="The interval holds the middle half of the rounds.",
        )
        limit = limits.get(name, float("nan"))
        rows.append(row if np.isnan(limit) else replace(row, limit=limit, sense=Sense.AT_MOST))
    return rows


def _milliseconds(asked: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    before = torch.get_num_threads()
    torch.set_num_threads(_THREADS)
    try:
        taken: dict[str, list[float]] = {name: [] for name in asked}
        for number in range(_WARM + _ROUNDS):
            for name, work in asked.items():
                started = time.perf_counter()
                work()
                if number >= _WARM:
                    taken[name].append(1000 * (time.perf_counter() - started))
    finally:
        torch.set_num_threads(before)
    return taken
