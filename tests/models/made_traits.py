"""What a network might have seen in a simple film, made in code."""

from __future__ import annotations

import numpy as np

from xraycolor_gui.core.colorization import TISSUES, Colorization, ModelId, Traits
from xraycolor_gui.core.upsample import refine
from xraycolor_gui.models.gauges import Weighing

SIDE = 64
FILM = (512, 512)
WEIGHING = Weighing.plain(len(TISSUES))
LUNG, SOFT, HEART = (TISSUES.index(name) for name in ("lung", "soft-tissue", "heart"))


def two_lungs() -> Colorization:
    """Two dark ovals in soft tissue, seen as lung the left one and as heart the right one; noise on everything."""
    rng = np.random.default_rng(1)
    rows, columns = np.mgrid[0:SIDE, 0:SIDE]
    left = ((rows - 32) / 20) ** 2 + ((columns - 17) / 9) ** 2 < 1
    right = ((rows - 32) / 20) ** 2 + ((columns - 46) / 9) ** 2 < 1
    lead = np.where(left, LUNG, np.where(right, HEART, SOFT))
    shares = np.full((SIDE, SIDE, len(TISSUES)), 0.04, np.float32)
    np.put_along_axis(shares, lead[..., None], 0.72, 2)
    film = np.where(left | right, -0.5, 0.6).astype(np.float32) + rng.normal(0, 0.02, (SIDE, SIDE)).astype(np.float32)
    kinds = np.stack([left | right, ~(left | right)], 2).astype(np.float16)
    features = np.concatenate([kinds, rng.normal(0, 0.05, (SIDE, SIDE, 6)).astype(np.float16)], axis=2)
    guide = np.kron(film, np.ones((8, 8), np.float32))
    traits = Traits(shares, features, rng.normal(0, 0.1, (4, 4, 8)).astype(np.float16), 16, film, guide)
    confidence = np.full(FILM, 0.5, np.float32)
    return Colorization(refine(shares, guide), TISSUES, ModelId("made", "0"), confidence, traits=traits)
