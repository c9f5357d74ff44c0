"""What a model says of one radiograph, and how it was shown."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

#: "No tissue": air round the body, collimation, letters, metal; it is drawn neutral by every palette.
BACKGROUND = "background"
#: Tissues in the order of a composition's last axis.
TISSUES: tuple[str, ...] = (BACKGROUND, "lung", "gas", "fat", "soft-tissue", "heart", "bone")
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


@dataclass(frozen=True, eq=False, slots=True)
class Colorization:
    """Composition of one radiograph by one model.

    composition: (rows, columns, tissues) float32, read-only, fractions of the ray's attenuation, sum 1 at every pixel.
        It covers the whole film at lower resolution (longest side ≤ 512) and follows the film's edges.
    tissues: names along the last axis.
    """

    composition: NDArray[np.float32]
    tissues: tuple[str, ...]
    model: ModelId

    def __post_init__(self) -> None:
        if self.composition.ndim != 3 or self.composition.shape[2] != len(self.tissues):
            raise ValueError(f"composition {self.composition.shape} does not fit {len(self.tissues)} tissues")
        self.composition.setflags(write=False)

    def at(self, row: float, column: float, shape: tuple[int, int]) -> NDArray[np.float32]:
        """Composition under a pixel position of the film of `shape` (rows, columns): (tissues,)."""
        rows, columns, _ = self.composition.shape
        r = min(max(int(row * rows / shape[0]), 0), rows - 1)
        c = min(max(int(column * columns / shape[1]), 0), columns - 1)
        shares: NDArray[np.float32] = self.composition[r, c]
        return shares


@dataclass(frozen=True, slots=True)
class Appearance:
    """How a colorization was shown: goes with every export."""

    model: ModelId
    palette: str
    strength: float
    window: str
    hidden: tuple[str, ...] = ()
