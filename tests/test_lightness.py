"""The whole chain on real films: the colour keeps the lightness of the grey, and strength 0 is the grey itself."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from skimage.color import rgb2lab

from xraycolor_gui.core.color import grey_rgb, render
from xraycolor_gui.core.colorization import Colorization
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.core.presentation import present
from xraycolor_gui.core.upsample import enlarge
from xraycolor_gui.io.read import read
from xraycolor_gui.io.resources import palettes
from xraycolor_gui.models.library import load

FILMS = 40


def films_of(shared: Path) -> list[Path]:
    every = sorted((shared / "xray").rglob("*.jpg")) + sorted((shared / "films" / "fracatlas").rglob("*.jpg"))
    return every[:: len(every) // FILMS][:FILMS]


@pytest.fixture(scope="module")
def coloured(shared: Path) -> list[tuple[NDArray[np.float32], Colorization]]:
    """Grey and colorization of forty films of many body parts."""
    colorizer = load("basic")
    radiographs = [read(path) for path in films_of(shared)]
    return [(present(radiograph).grey, colorizer.colorize(radiograph)) for radiograph in radiographs]


def lightness_of_grey(grey: NDArray[np.float32]) -> NDArray[np.float64]:
    """L* of an unquantised sRGB grey (IEC 61966-2-1, CIE 15)."""
    linear = np.where(grey <= 0.04045, grey / 12.92, ((grey + 0.055) / 1.055) ** 2.4)
    return np.where(linear > (6 / 29) ** 3, 116 * np.cbrt(linear) - 16, linear * (29 / 3) ** 3)


@pytest.mark.parametrize("palette", palettes(), ids=lambda palette: palette.name)
def test_forty_films_keep_their_lightness(
    palette: Palette, coloured: list[tuple[NDArray[np.float32], Colorization]]
) -> None:
    means, largest = [], []
    for grey, colorization in coloured:
        chroma = enlarge(palette.chroma(colorization.composition, colorization.tissues), grey.shape)
        difference = np.abs(rgb2lab(render(grey, chroma) / 255.0)[..., 0] - lightness_of_grey(grey.astype(np.float64)))
        means.append(difference.mean())
        largest.append(difference.max())
    assert len(means) == FILMS
    assert np.mean(means) <= 0.02
    assert max(largest) <= 0.15


def test_strength_zero_is_the_grey_film_to_the_bit(coloured: list[tuple[NDArray[np.float32], Colorization]]) -> None:
    for grey, colorization in coloured:
        chroma = enlarge(palettes()[0].chroma(colorization.composition, colorization.tissues), grey.shape)
        assert np.array_equal(render(grey, chroma, 0.0), grey_rgb(grey))
