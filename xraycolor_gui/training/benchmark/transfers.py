"""Colour transfer from one coloured picture: Reinhard et al. 2001 and Welsh et al. 2002, in their space lαβ.

The picture is a computed film in its true colours, the best one that could be given to them.
"""

from __future__ import annotations

import time

import cv2
import numpy as np

from xraycolor_gui.core.encoding import companded, luminance
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.training.benchmark.colour_tables import lab_and_picture
from xraycolor_gui.training.benchmark.contender import Floats, Painted, comparing_shape, grey_at
from xraycolor_gui.training.benchmark.references import Reference

#: Linear sRGB → LMS (Reinhard et al. 2001, eq. 4), and log LMS → lαβ (Ruderman, eq. 6).
_LMS = np.array([[0.3811, 0.5783, 0.0402], [0.1967, 0.7244, 0.0782], [0.0241, 0.1288, 0.8444]])
_AXES = np.diag([1 / np.sqrt(3), 1 / np.sqrt(6), 1 / np.sqrt(2)]) @ np.array(
    [[1.0, 1.0, 1.0], [1.0, 1.0, -2.0], [1.0, -1.0, 0.0]]
)
#: Least cone response; the logarithm of black would have no end.
_BLACK = 2e-3
_SAMPLES = 200
_NEIGHBOURHOOD = 5
_SEED = 5


class Reinhard:
    """Mean and spread of l, α and β made those of the reference. A grey film's α and β have no spread to stretch."""

    name = "reinhard"
    title = "Reinhard 2001 colour transfer"

    def __init__(self, reference: Reference) -> None:
        pixels = _reference_pixels(reference)[reference.body]
        self._mean, self._spread = pixels.mean(axis=0), pixels.std(axis=0)

    def paint(self, radiograph: Radiograph) -> Painted:
        started = time.perf_counter()
        film = _film(radiograph)
        mean, spread = film.mean(axis=(0, 1)), film.std(axis=(0, 1))
        factor = np.where(spread > 1e-3, self._spread / np.maximum(spread, 1e-3), 0.0)
        lab, picture = lab_and_picture(_to_srgb((film - mean) * factor + self._mean))
        return Painted(lab, picture, time.perf_counter() - started)


class Welsh:
    """Each pixel takes α and β of the sampled reference pixel of nearest luminance and local spread, half each."""

    name = "welsh"
    title = "Welsh 2002 colour transfer"

    def __init__(self, reference: Reference) -> None:
        pixels = _reference_pixels(reference)
        spread = _local_spread(pixels[..., 0])
        places = _jittered(pixels.shape[:2])
        self._level, self._around = pixels[..., 0][places], spread[places]
        self._mean, self._width = float(pixels[..., 0].mean()), float(pixels[..., 0].std())
        self._colours = pixels[..., 1:][places]

    def paint(self, radiograph: Radiograph) -> Painted:
        started = time.perf_counter()
        film = _film(radiograph)
        level = film[..., 0]
        remapped = (self._level - self._mean) * (level.std() / max(self._width, 1e-6)) + level.mean()
        chosen = np.empty(level.shape, np.intp)
        around = _local_spread(level)
        for row in range(level.shape[0]):
            apart = 0.5 * np.abs(level[row, :, None] - remapped) + 0.5 * np.abs(around[row, :, None] - self._around)
            chosen[row] = apart.argmin(axis=1)
        shown = np.concatenate([level[..., None], self._colours[chosen]], axis=2)
        lab, picture = lab_and_picture(_to_srgb(shown))
        return Painted(lab, picture, time.perf_counter() - started)


def _film(radiograph: Radiograph) -> Floats:
    """(rows, columns, 3) lαβ of the grey film."""
    grey = grey_at(radiograph, comparing_shape(radiograph))
    return _from_srgb(np.repeat(np.clip(grey, 0, 1)[..., None], 3, axis=2))


def _reference_pixels(reference: Reference) -> Floats:
    lab = np.ascontiguousarray(reference.lab, np.float32)
    return _from_srgb(np.asarray(np.clip(cv2.cvtColor(lab, cv2.COLOR_Lab2RGB), 0, 1), np.float32))


def _from_srgb(rgb: Floats) -> Floats:
    cones = luminance(rgb) @ _LMS.T
    return np.asarray(np.log10(np.maximum(cones, _BLACK)) @ _AXES.T, np.float32)


def _to_srgb(shown: Floats) -> Floats:
    linear = 10.0 ** (shown @ np.linalg.inv(_AXES).T) @ np.linalg.inv(_LMS).T
    return np.asarray(companded(np.clip(linear, 0, 1)), np.float32)


def _local_spread(level: Floats) -> Floats:
    size = (_NEIGHBOURHOOD, _NEIGHBOURHOOD)
    mean = cv2.blur(level, size)
    return np.asarray(np.sqrt(np.maximum(cv2.blur(level * level, size) - mean * mean, 0)), np.float32)


def _jittered(shape: tuple[int, int]) -> tuple[np.ndarray[tuple[int], np.dtype[np.intp]], ...]:
    """One place in every cell of a grid of about _SAMPLES cells."""
    rng = np.random.default_rng(_SEED)
    side = round(_SAMPLES**0.5)
    row, column = (grid.ravel() for grid in np.mgrid[:side, :side])
    rows = ((row + rng.random(len(row))) / side * shape[0]).astype(np.intp)
    columns = ((column + rng.random(len(column))) / side * shape[1]).astype(np.intp)
    return rows, columns
