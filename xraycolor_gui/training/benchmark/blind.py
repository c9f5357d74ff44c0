"""Colours that do not depend on what a film shows: one colour for all, a hue drawn at random, the mean of others."""

from __future__ import annotations

import time
import zlib
from collections.abc import Sequence

import cv2
import numpy as np

from xraycolor_gui.core.color import render
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.training.benchmark.contender import Floats, Painted, comparing_shape, grey_at, lab_of

#: Side of the grid on which compositions of films of all shapes are averaged.
_GRID = 96


class ConstantColour:
    """Every pixel gets the mean a*, b* of films whose true colours are known."""

    name = "constant"
    title = "One constant colour, the mean of the truth"

    def __init__(self, chroma: Floats) -> None:
        self._chroma = np.asarray(chroma, np.float32)

    def paint(self, radiograph: Radiograph) -> Painted:
        return _tinted(radiograph, self._chroma)


class RandomHue:
    """One hue per film, drawn from the film's own pixels, so that it is the same in every run."""

    name = "random-hue"
    title = "A random hue per film"

    def __init__(self, strength: float) -> None:
        """strength: C* of the colour."""
        self._strength = strength

    def paint(self, radiograph: Radiograph) -> Painted:
        rng = np.random.default_rng(zlib.crc32(np.ascontiguousarray(radiograph.stored).tobytes()))
        hue = float(rng.uniform(0, 2 * np.pi))
        return _tinted(radiograph, np.array([np.cos(hue), np.sin(hue)], np.float32) * np.float32(self._strength))


class PositionPrior:
    """The mean composition of other films: it knows where organs usually lie, and nothing of this film."""

    name = "position-prior"
    title = "Position prior, the mean of other chests"

    def __init__(self, mean: Floats, tissues: tuple[str, ...], palette: Palette) -> None:
        """mean: (rows, columns, tissues), as `mean_composition` makes it."""
        self._mean = mean
        self._tissues = tissues
        self._palette = palette

    def paint(self, radiograph: Radiograph) -> Painted:
        started = time.perf_counter()
        shape = comparing_shape(radiograph)
        composition = np.asarray(cv2.resize(self._mean, shape[::-1], interpolation=cv2.INTER_LINEAR), np.float32)
        grey = grey_at(radiograph, shape)
        chroma = self._palette.chroma(composition, self._tissues)
        return Painted(
            lab=lab_of(grey, chroma),
            rgb=render(grey, chroma),
            seconds=time.perf_counter() - started,
            composition=composition,
            shares=self._palette.shares(composition, self._tissues),
            tissues=self._tissues,
        )


def mean_composition(colorizer: Colorizer, films: Sequence[Radiograph]) -> Floats:
    """(grid, grid, tissues): what the model sees on average on these films, each squeezed to a square."""
    if not films:
        raise ValueError("a mean needs films")
    total = np.zeros((_GRID, _GRID, len(colorizer.card.tissues)), np.float64)
    for film in films:
        total += cv2.resize(colorizer.colorize(film).composition, (_GRID, _GRID), interpolation=cv2.INTER_LINEAR)
    return (total / len(films)).astype(np.float32)


def _tinted(radiograph: Radiograph, chroma: Floats) -> Painted:
    started = time.perf_counter()
    grey = grey_at(radiograph, comparing_shape(radiograph))
    everywhere = np.broadcast_to(chroma, (*grey.shape, 2)).astype(np.float32)
    return Painted(lab_of(grey, everywhere), render(grey, everywhere), time.perf_counter() - started)
