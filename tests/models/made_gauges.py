"""Gauges made in code, for the tiny model."""

from __future__ import annotations

import numpy as np

from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.models.gauges import RADIOGRAPH, SIGNS, ConfidenceGauge, Gauges, NoveltyGauge

#: Features of a network whose bottleneck has four channels.
FEATURES = 2 * 4 + 9 + 13


def made_confidence() -> ConfidenceGauge:
    """Surer the more the leading tissue has."""
    weights = np.zeros((len(TISSUES), 1 + SIGNS), np.float32)
    weights[:, 1] = 1.0
    scores = np.linspace(-4, 4, 9, dtype=np.float32)
    chances = np.linspace(0.1, 0.9, 9, dtype=np.float32)
    return ConfidenceGauge(np.ones(len(TISSUES), np.float32), np.array([1.5], np.float32), weights, scores, chances)


def made_gauges(limit: float = 0.0, kinds: tuple[str, ...] = (RADIOGRAPH, "inverted", "CT")) -> Gauges:
    rng = np.random.default_rng(0)
    novelty = NoveltyGauge(
        kinds=kinds,
        mean=np.zeros(FEATURES, np.float32),
        spread=np.ones(FEATURES, np.float32),
        weights=rng.normal(size=(1 + FEATURES, len(kinds))).astype(np.float32),
        limit=np.array([limit], np.float32),
    )
    return Gauges(made_confidence(), novelty)
