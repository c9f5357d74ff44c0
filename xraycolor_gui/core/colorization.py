"""What a model says of one radiograph, and how it was shown."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.modality import ColourSource

#: "No tissue": air round the body, collimation, letters; it is drawn neutral by every palette.
BACKGROUND = "background"
#: Tissues in the order of a composition's last axis.
TISSUES: tuple[str, ...] = (BACKGROUND, "lung", "gas", "fat", "soft-tissue", "heart", "bone", "metal")
#: Greatest factor on chroma.
MAX_STRENGTH = 1.5
#: Goes with every colour picture; a sentence without its full stop.
DISCLAIMER = "Research and teaching, not for primary diagnosis"


@dataclass(frozen=True, slots=True)
class ModelId:
    """Name of the model, and SHA-256 of its weights file."""

    name: str
    sha256: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Novelty:
    """How unlike a model's training one picture is (elsewhere called out-of-distribution score).

    score: grows with unlikeness. limit: the model's own, fixed on validation films; above it the picture stays grey.
    reason: what was unlike, a sentence without its full stop; empty below the limit.
    """

    score: float
    limit: float
    reason: str = ""

    @property
    def refused(self) -> bool:
        return self.score > self.limit


@dataclass(frozen=True, eq=False, slots=True)
class Traits:
    """What the network saw at each place of a film, kept so that a reader's corrections can spread to places alike.

    shares: (r, c, tissues) composition as the network gave it. features: (r, c, k), the last ones of its decoder.
    code: (r', c', m), its bottleneck; one place covers `stride` rows and columns of the shares. film: (r, c), the
    normalised film. guide: grey of the film as large as its composition will be, which leads the edges.
    """

    shares: NDArray[np.float32]
    features: NDArray[np.float16]
    code: NDArray[np.float16]
    stride: int
    film: NDArray[np.float32]
    guide: NDArray[np.float32]


@dataclass(frozen=True, eq=False, slots=True)
class Colorization:
    """Composition of one radiograph by one model.

    composition: (rows, columns, tissues) float32, read-only, fractions of the ray's attenuation, sum 1 at every pixel.
        It covers the whole film at lower resolution (longest side ≤ 512) and follows the film's edges.
    tissues: names along the last axis.
    confidence: (rows, columns) float32, read-only, 0 … 1: the calibrated chance that the leading tissue is the right
        one. None where there is nothing to doubt, or for a model that does not say.
    novelty: None for a model that does not say.
    traits: None for what no network coloured.
    """

    composition: NDArray[np.float32]
    tissues: tuple[str, ...]
    model: ModelId
    confidence: NDArray[np.float32] | None = None
    novelty: Novelty | None = None
    traits: Traits | None = None

    def __post_init__(self) -> None:
        if self.composition.ndim != 3 or self.composition.shape[2] != len(self.tissues):
            raise ValueError(f"composition {self.composition.shape} does not fit {len(self.tissues)} tissues")
        self.composition.setflags(write=False)
        if self.confidence is not None:
            if self.confidence.shape != self.composition.shape[:2]:
                raise ValueError(f"confidence {self.confidence.shape} does not fit {self.composition.shape}")
            self.confidence.setflags(write=False)

    def at(self, row: float, column: float, shape: tuple[int, int]) -> NDArray[np.float32]:
        """Composition under a pixel position of the film of `shape` (rows, columns): (tissues,)."""
        rows, columns, _ = self.composition.shape
        r = min(max(int(row * rows / shape[0]), 0), rows - 1)
        c = min(max(int(column * columns / shape[1]), 0), columns - 1)
        shares: NDArray[np.float32] = self.composition[r, c]
        return shares


@dataclass(frozen=True, slots=True)
class Appearance:
    """How a radiograph was shown: goes with every export.

    model: what coloured it, or refused to; None where no model was asked.
    hidden: tissues drawn grey on the reader's wish.
    how: what its colours come from; for GREY, palette and strength mean nothing.
    reason: why it is grey, or with `at_own_risk` why it would have stayed grey: a whole sentence.
    at_own_risk: the reader had it coloured against that reason.
    grey_below: confidence below which its colour fades; None where the colorization has none.
    corrections: by so many corrections of the reader its colours differ from what the model said.
    """

    model: ModelId | None
    palette: str
    strength: float
    window: str
    hidden: tuple[str, ...] = ()
    how: ColourSource = ColourSource.NETWORK
    reason: str = ""
    at_own_risk: bool = False
    grey_below: float | None = None
    corrections: int = 0
