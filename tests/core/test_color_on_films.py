"""The lightness gate on real films: ΔL* of the 8-bit output against the unquantised grey, mean ≤ .02, max ≤ .15."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from xraycolor_gui.core.color import lightness, render
from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.palette import from_json
from xraycolor_gui.core.presentation import choose_voi, grey_from_modality, modality_values
from xraycolor_gui.core.upsample import enlarge
from xraycolor_gui.io.read import read

PALETTES = Path(__file__).resolve().parents[2] / "resources" / "palettes"
FILMS = 40


def any_composition(seed: int, size: int = 64) -> NDArray[np.float32]:
    """Every tissue somewhere, in smooth fields that compete; where they lie does not matter here."""
    fields = np.random.default_rng(seed).normal(0, 3, (len(TISSUES), 7, 7)).astype(np.float32)
    planes = np.exp([cv2.resize(field, (size, size), interpolation=cv2.INTER_CUBIC) for field in fields])
    return np.moveaxis(planes / planes.sum(axis=0), 0, 2).astype(np.float32)


def decoded_lightness(rgb: NDArray[np.uint8]) -> NDArray[np.float64]:
    """L* of 8-bit sRGB after IEC 61966-2-1 and CIE 15, in double precision."""
    code = np.arange(256) / 255
    linear = np.where(code <= 0.04045, code / 12.92, ((code + 0.055) / 1.055) ** 2.4)
    y = linear[rgb] @ np.array([0.2126, 0.7152, 0.0722])
    return np.asarray(np.where(y > 216 / 24389, 116 * np.cbrt(y) - 16, y * 24389 / 27))


def of_screen_size(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """What a viewport shows: resampled modality values, so that the grey of an 8-bit film lies between 8-bit levels."""
    return np.asarray(cv2.resize(values, (400, 360), interpolation=cv2.INTER_LINEAR), np.float32)


@pytest.fixture(scope="module")
def greys(shared: Path) -> list[NDArray[np.float32]]:
    """Forty films as a viewport shows them: most 8-bit, some of 10 bits, of many body parts."""
    films = sorted((shared / "films").rglob("*.jpg"))
    paths = [
        *sorted((shared / "dicom" / "radiographs").glob("*MONO*")),
        shared / "films" / "dicom" / "cxr_simpleitk.dcm",
    ]
    paths += films[:: len(films) // (FILMS - len(paths))]
    shown = []
    for radiograph in map(read, paths[:FILMS]):
        values = of_screen_size(modality_values(radiograph))
        shown.append(grey_from_modality(values, radiograph, choose_voi(radiograph)[0]).grey)
    return shown


@pytest.mark.parametrize("name", ["anatomical", "safe"])
def test_the_lightness_of_forty_films_is_kept(name: str, greys: list[NDArray[np.float32]]) -> None:
    palette = from_json((PALETTES / f"{name}.json").read_text(encoding="utf-8"))
    means, largest = [], []
    for number, grey in enumerate(greys):
        chroma = enlarge(palette.chroma(any_composition(number), TISSUES), grey.shape)
        off = np.abs(decoded_lightness(render(grey, chroma)) - lightness(grey.astype(np.float64)))
        means.append(off.mean())
        largest.append(off.max())
    assert len(greys) == FILMS
    assert np.mean(means) <= 0.02
    assert max(largest) <= 0.15
