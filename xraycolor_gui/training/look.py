"""Everything between the body and the screen that differs from hospital to hospital, as numbers to draw at random."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True, slots=True)
class Tissues:
    """Body changes that can be made on a stack: factors on path lengths, and counts of things put into the body.

    crisp_bone: gain that gives bone back the edge it lost in coarse voxels.
    """

    fat: float = 1.0
    soft: float = 1.0
    lung: float = 1.0
    mineral: float = 1.0
    crisp_bone: float = 0.0
    opacities: int = 0
    effusion: bool = False
    gas_bubbles: int = 0
    stomach_bubble: bool = False
    tubes: int = 0
    implants: int = 0


@dataclass(frozen=True, slots=True)
class Framing:
    """Cut of the film: size and centre in fractions of the stack, turn in degrees, then what covers its borders.

    collimation: fraction hidden at (left, right, top, bottom). letterbox: fraction of bars at each side, > 0 upright
    bars, < 0 bars above and below. shades are greys 0…1.
    """

    width: float = 1.0
    height: float = 1.0
    center: tuple[float, float] = (0.5, 0.5)
    turn_deg: float = 0.0
    collimation: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    collimation_turn_deg: float = 0.0
    collimation_shade: float = 0.0
    letterbox: float = 0.0
    letterbox_shade: float = 0.0
    letters: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """Beam, detector and processing of one film. Lengths in fractions of the film's side unless they say pixels.

    quanta: detected quanta per pixel in the open beam. low, high: percentiles of log signal inside the body that are
    shown black and white; air moves the black point that share of the way to the open beam, headroom the white point
    beyond by that share of the range. metal_windowed: metal counts among what is inside. sigmoid: steepness, 0 is a
    straight line. equalise: share of the coarse picture taken away. sharpen: gain of detail at sharpen_pixels.
    jpeg: quality, 0 for none. coarse: factor of a lossy resize, 1 for none.
    """

    kvp: float = 110.0
    scatter: float = 0.25
    scatter_width: float = 0.12
    quanta: float = 2e5
    grain_pixels: float = 0.6
    blur_pixels: float = 0.4
    low: float = 2.0
    air: float = 0.3
    high: float = 99.5
    headroom: float = 0.0
    metal_windowed: bool = False
    sigmoid: float = 0.0
    gamma: float = 1.0
    floor: float = 0.0
    ceiling: float = 1.0
    equalise: float = 0.3
    equalise_width: float = 0.15
    sharpen: float = 0.4
    sharpen_pixels: float = 2.0
    fine: float = 0.3
    vignette: float = 0.0
    jpeg: int = 0
    coarse: float = 1.0
    tissues: Tissues = field(default_factory=Tissues)
    framing: Framing = field(default_factory=Framing)

    @staticmethod
    def random(rng: np.random.Generator, crop: float = 0.35) -> Look:
        """A look drawn wide enough to hold the films of many hospitals. crop: how often only a part is cut out."""

        def happens(probability: float) -> bool:
            return bool(rng.random() < probability)

        return Look(
            kvp=float(rng.uniform(62, 130)),
            scatter=float(rng.uniform(0.0, 0.7)),
            scatter_width=float(rng.uniform(0.06, 0.22)),
            quanta=float(10 ** rng.uniform(4.7, 6.5)),
            grain_pixels=float(rng.uniform(0.0, 1.0)),
            blur_pixels=float(rng.uniform(0.0, 1.2) if happens(0.5) else 0.0),
            low=float(rng.uniform(0.2, 6.0)),
            air=float(rng.uniform(0.0, 0.95)),
            high=float(rng.uniform(97.5, 99.95)),
            headroom=float(rng.uniform(0.0, 1.2) if happens(0.15) else 0.0),
            metal_windowed=happens(0.4),
            sigmoid=float(rng.uniform(2.0, 5.5) if happens(0.5) else 0.0),
            gamma=float(math.exp(rng.normal(-0.14, 0.28))),
            floor=float(rng.uniform(0.0, 0.15) if happens(0.3) else 0.0),
            ceiling=float(rng.uniform(0.7, 1.0) if happens(0.6) else 1.0),
            equalise=float(rng.uniform(0.0, 0.75)),
            equalise_width=float(rng.uniform(0.06, 0.25)),
            sharpen=float(rng.uniform(0.0, 1.3)),
            sharpen_pixels=float(rng.uniform(1.2, 5.0)),
            fine=float(rng.uniform(0.0, 1.0)),
            vignette=float(rng.uniform(-0.25, 0.25) if happens(0.3) else 0.0),
            jpeg=int(rng.integers(40, 96)) if happens(0.5) else 0,
            coarse=float(rng.uniform(0.45, 1.0) if happens(0.25) else 1.0),
            tissues=_random_tissues(rng),
            framing=_random_framing(rng, crop),
        )


def _random_tissues(rng: np.random.Generator) -> Tissues:
    return Tissues(
        fat=float(math.exp(rng.normal(0.0, 0.35)) * (rng.uniform(1.4, 2.6) if rng.random() < 0.08 else 1.0)),
        soft=float(math.exp(rng.normal(0.0, 0.12))),
        lung=float(math.exp(rng.normal(0.1, 0.3))),
        mineral=float(math.exp(rng.normal(0.1, 0.25))),
        crisp_bone=float(rng.uniform(0.0, 1.6)),
        opacities=int(rng.integers(1, 6)) if rng.random() < 0.3 else 0,
        effusion=bool(rng.random() < 0.08),
        gas_bubbles=int(rng.integers(1, 8)) if rng.random() < 0.25 else 0,
        stomach_bubble=bool(rng.random() < 0.2),
        tubes=int(rng.integers(1, 5)) if rng.random() < 0.25 else 0,
        implants=int(rng.integers(1, 3)) if rng.random() < 0.2 else 0,
    )


def _random_framing(rng: np.random.Generator, crop: float) -> Framing:
    width = height = 1.0
    center = (0.5, 0.5)
    if rng.random() < crop:
        width = float(rng.uniform(0.45, 0.95))
        height = float(np.clip(width * math.exp(rng.normal(0.0, 0.12)), 0.4, 1.0))
        center = (float(rng.uniform(width / 2, 1 - width / 2)), float(rng.uniform(height / 2, 1 - height / 2)))
    covered = rng.uniform(0.0, 0.16, 4) * (rng.random(4) < 0.6) if rng.random() < 0.25 else np.zeros(4)
    return Framing(
        width=width,
        height=height,
        center=center,
        turn_deg=float(rng.normal(0.0, 4.0)) if rng.random() < 0.5 else 0.0,
        collimation=(float(covered[0]), float(covered[1]), float(covered[2]), float(covered[3])),
        collimation_turn_deg=float(rng.normal(0.0, 3.0)) if rng.random() < 0.4 else 0.0,
        collimation_shade=float(
            rng.choice([0.0, 0.0, 0.0, rng.uniform(0.0, 0.12), 1.0], p=[0.3, 0.3, 0.2, 0.15, 0.05])
        ),
        letterbox=float(rng.uniform(-0.16, 0.16)) if rng.random() < 0.15 else 0.0,
        letterbox_shade=float(rng.choice([0.0, 0.0, rng.random(), 1.0], p=[0.5, 0.3, 0.1, 0.1])),
        letters=int(rng.integers(1, 4)) if rng.random() < 0.5 else 0,
    )
