"""Colour tables over grey: what viewers offer as colour. They give the same colour to whatever is equally bright."""

from __future__ import annotations

import time
from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core import encoding
from xraycolor_gui.core.presentation import present
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.training.benchmark.contender import Floats, Painted, comparing_shape, grey_at, lab_of

#: Grey 0 … 1 (rows, columns) → sRGB 0 … 1 (rows, columns, 3).
Table = Callable[[Floats], Floats]

MATPLOTLIB_TABLES = ("bone", "inferno", "viridis", "cividis", "turbo", "jet")


class Grey:
    """The film as it is: what doing nothing is worth."""

    name = "grey"
    title = "Grey, nothing done"

    def paint(self, radiograph: Radiograph) -> Painted:
        started = time.perf_counter()
        grey = grey_at(radiograph, comparing_shape(radiograph))
        lab = lab_of(grey, np.zeros((*grey.shape, 2), np.float32))
        codes = np.rint(np.clip(grey, 0, 1) * 255).astype(np.uint8)
        return Painted(lab, np.repeat(codes[..., None], 3, axis=2), time.perf_counter() - started)


class ColourTable:
    """A table from grey to colour; with `equalised`, after CLAHE (contrast-limited equalisation in 8 × 8 tiles)."""

    def __init__(self, name: str, title: str, table: Table, equalised: bool = False) -> None:
        self.name = name
        self.title = title
        self._table = table
        self._equalised = equalised

    def paint(self, radiograph: Radiograph) -> Painted:
        started = time.perf_counter()
        shape = comparing_shape(radiograph)
        grey = _equalised(radiograph, shape) if self._equalised else grey_at(radiograph, shape)
        lab, picture = lab_and_picture(self._table(np.clip(grey, 0, 1)))
        return Painted(lab, picture, time.perf_counter() - started)


def matplotlib_table(name: str) -> Table:
    """One of matplotlib's 256-entry tables."""
    from matplotlib import colormaps

    colours = colormaps[name]

    def look_up(grey: Floats) -> Floats:
        return np.asarray(colours(grey)[..., :3], np.float32)

    return look_up


def hot_iron(grey: Floats) -> Floats:
    """DICOM's HOT_IRON palette (PS3.6 Annex B): red rises over the lower half, green over the upper, blue at last."""
    red = np.array([min(2 * step, 255) for step in range(256)])
    green = np.array([max(0, 2 * (step - 128)) for step in range(255)] + [255])
    blue = np.array([max(0, 4 * (step - 191)) for step in range(255)] + [255])
    table = np.stack([red, green, blue], axis=1).astype(np.float32) / 255
    return np.asarray(table[np.rint(grey * 255).astype(np.intp)], np.float32)


def lab_and_picture(rgb: Floats) -> tuple[Floats, NDArray[np.uint8]]:
    """CIELAB (D65) and the 8-bit picture of sRGB 0 … 1, what lies beyond the gamut clipped as those methods do."""
    shown = np.clip(rgb, 0, 1)
    lab = np.asarray(encoding.lab(encoding.luminance(shown)), np.float32)
    return lab, np.rint(shown * 255).astype(np.uint8)


def colour_tables() -> tuple[ColourTable, ...]:
    """matplotlib's tables, DICOM's hot iron, and inferno after CLAHE."""
    plain = [ColourTable(name, f"matplotlib {name}", matplotlib_table(name)) for name in MATPLOTLIB_TABLES]
    return (
        *plain,
        ColourTable("hot-iron", "DICOM HOT_IRON", hot_iron),
        ColourTable("clahe-inferno", "CLAHE, then inferno", matplotlib_table("inferno"), equalised=True),
    )


def _equalised(radiograph: Radiograph, shape: tuple[int, int]) -> Floats:
    codes = np.rint(np.clip(present(radiograph).grey, 0, 1) * 65535).astype(np.uint16)
    raised = cv2.createCLAHE(clipLimit=2.0, tileGridSize=(8, 8)).apply(codes).astype(np.float32) / np.float32(65535)
    return np.asarray(cv2.resize(raised, shape[::-1], interpolation=cv2.INTER_AREA), np.float32)
