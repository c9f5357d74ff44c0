"""Contenders: anything that gives a radiograph colours, and is measured beside our models."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.color import lightness, render
from xraycolor_gui.core.colorization import Novelty
from xraycolor_gui.core.confidence import fade
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.core.presentation import present
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.models.colorizer import Colorizer

Floats = NDArray[np.float32]

#: Longest side, in pixels, at which pictures are compared.
LONGEST = 512


@dataclass(frozen=True, eq=False, slots=True)
class Painted:
    """One radiograph as a contender shows it.

    lab: (rows, columns, 3) float32 CIELAB (D65) of the whole film, longest side ≤ LONGEST, before rounding to 8 bits.
        L* as that contender shows it: a colour table replaces the film's own.
    rgb: (rows, columns, 3) uint8 sRGB of the same size, as it reaches the screen.
    composition: (rows, columns, tissues) shares in the attenuation, their names in `tissues`; None without tissues.
    shares: (rows, columns, tissues) what each tissue has of the colour, under the palette in use; None likewise.
    confidence: (rows, columns) 0 … 1, or None. novelty: None for a contender that does not say.
    seconds: wall time from the radiograph in memory to `lab`.
    """

    lab: Floats
    rgb: NDArray[np.uint8]
    seconds: float
    composition: Floats | None = None
    shares: Floats | None = None
    tissues: tuple[str, ...] = ()
    confidence: Floats | None = None
    novelty: Novelty | None = None

    @property
    def chroma(self) -> Floats:
        """(rows, columns, 2) a*, b*."""
        return self.lab[..., 1:]

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, columns)."""
        return self.lab.shape[0], self.lab.shape[1]


class Contender(Protocol):
    """`name` is short and unique in one run, `title` is for readers."""

    @property
    def name(self) -> str: ...

    @property
    def title(self) -> str: ...

    def paint(self, radiograph: Radiograph) -> Painted:
        """The whole film in colour. It must not look at anything but the film."""
        ...


class ModelContender:
    """One of our models through a palette, as the window shows it: the film's own L*, chroma faded where unsure.

    A picture that novelty would keep grey is coloured all the same; how often that happens is a gate of its own.
    """

    def __init__(self, colorizer: Colorizer, palette: Palette) -> None:
        self.colorizer = colorizer
        self.shown = palette
        self.plain = unweighted(palette)
        self.drawn = self.plain if predicts_shown_shares(colorizer) else palette

    @property
    def name(self) -> str:
        return self.colorizer.card.name

    @property
    def title(self) -> str:
        return self.colorizer.card.title

    def paint(self, radiograph: Radiograph) -> Painted:
        started = time.perf_counter()
        colorization = self.colorizer.colorize(radiograph)
        composition, tissues = colorization.composition, colorization.tissues
        shares = self.drawn.shares(composition, tissues)
        # Mixing plain shares is what the palette does after weighing, which need not be done twice.
        chroma = fade(self.plain.chroma(shares, tissues), colorization.confidence)
        grey = grey_at(radiograph, (composition.shape[0], composition.shape[1]))
        lab = lab_of(grey, chroma)
        return Painted(
            lab=lab,
            rgb=render(grey, chroma),
            seconds=time.perf_counter() - started,
            composition=composition,
            shares=shares,
            tissues=tissues,
            confidence=colorization.confidence,
            novelty=colorization.novelty,
        )


def grey_at(radiograph: Radiograph, shape: tuple[int, int]) -> Floats:
    """The film's default presentation, not rounded, at `shape` (rows, columns); 0 … 1."""
    grey = present(radiograph).grey
    shrinking = shape[0] * shape[1] < grey.size
    how = cv2.INTER_AREA if shrinking else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(grey, (shape[1], shape[0]), interpolation=how), np.float32)


def comparing_shape(radiograph: Radiograph) -> tuple[int, int]:
    """(rows, columns) with square pixels and longest side LONGEST, for contenders that have no size of their own."""
    rows, columns = radiograph.shape[0] * radiograph.pixel_aspect, float(radiograph.shape[1])
    factor = LONGEST / max(rows, columns)
    return max(1, round(rows * factor)), max(1, round(columns * factor))


def lab_of(grey: Floats, chroma: Floats) -> Floats:
    """(rows, columns, 3): the grey's own L* with these a*, b*."""
    level = np.asarray(lightness(grey), np.float32)
    return np.concatenate([level[..., None], chroma], axis=2, dtype=np.float32)


def predicts_shown_shares(colorizer: Colorizer) -> bool:
    """True for a model of a comparison run, which learnt the palette's shares in place of physical ones."""
    return bool(colorizer.card.config.get("atlas", {}).get("direct", False))


def unweighted(shown: Palette) -> Palette:
    """The same colours, mixed by the shares as they are."""
    tissues = {name: replace(swatch, salience=1.0) for name, swatch in shown.tissues.items()}
    return Palette(shown.name, shown.title, shown.description, tissues, 1.0)
