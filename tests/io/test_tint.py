"""Colour pictures told from tinted films, by their pixels."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import matplotlib
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from xraycolor_gui.io.read import read
from xraycolor_gui.io.resources import sample_paths
from xraycolor_gui.io.tint import has_colours

#: Film base and old paper, scanners' casts.
TINTS = [(1.0, 1.0, 1.0), (0.75, 0.9, 1.0), (0.5, 0.7, 1.0), (0.3, 0.6, 1.0), (1.0, 0.9, 0.7), (0.9, 1.0, 0.9)]


def grey_film() -> NDArray[np.float64]:
    """A shipped radiograph, 0 … 1."""
    path = next(path for path in sample_paths() if path.suffix != ".dcm")
    stored = read(path).stored
    return stored / np.iinfo(stored.dtype).max


def eight_bit(rgb: NDArray[np.float64]) -> NDArray[np.uint8]:
    return np.rint(255 * np.clip(rgb, 0, 1)).astype(np.uint8)


def through_jpeg(rgb: NDArray[np.uint8], quality: int) -> NDArray[np.uint8]:
    buffer = BytesIO()
    Image.fromarray(rgb).save(buffer, "JPEG", quality=quality)
    return np.asarray(Image.open(buffer))


@pytest.mark.parametrize("tint", TINTS)
def test_a_scan_of_tinted_film_is_no_colour_picture_even_after_jpeg(tint: tuple[float, float, float]) -> None:
    film = eight_bit(grey_film()[..., None] * np.array(tint))
    for picture in (film, *(through_jpeg(film, quality) for quality in (90, 50))):
        assert not has_colours(picture, 8)
    assert not has_colours(film.astype(np.uint16) * 257, 16)


def test_a_red_arrow_on_a_film_does_not_make_it_a_photograph() -> None:
    film = eight_bit(np.repeat(grey_film()[..., None], 3, axis=2))
    rows, columns, _ = film.shape
    film[rows // 2 : rows // 2 + rows // 40, columns // 4 : columns // 2] = (230, 20, 20)
    assert not has_colours(film, 8)


@pytest.mark.parametrize("table", ["viridis", "inferno", "turbo", "jet", "hot"])
def test_a_false_colour_film_is_a_colour_picture(table: str) -> None:
    assert has_colours(eight_bit(matplotlib.colormaps[table](grey_film())[..., :3]), 8)


@pytest.mark.parametrize("level", [0, 5, 128, 255])
def test_even_pictures_have_no_colours(level: int) -> None:
    assert not has_colours(np.full((30, 40, 3), level, np.uint8), 8)


def test_a_picture_of_one_strong_colour_is_a_colour_picture() -> None:
    assert has_colours(np.full((30, 40, 3), (200, 40, 40), np.uint8), 8)


def test_every_colour_picture_of_the_novelty_set_is_told(shared: Path) -> None:
    films = [read(path) for path in sorted((shared / "films" / "novelty").glob("*/*.jpg"))]
    stored_in_colour = [film for film in films if film.luminance]
    assert len(stored_in_colour) == 13
    assert [film.source.path.name for film in stored_in_colour if not film.coloured] == []


def test_a_palette_is_judged_by_the_colours_its_pixels_have(shared: Path) -> None:
    assert read(shared / "dicom" / "edge" / "dcm4che__jpeg-ls-Palette.dcm").luminance
    assert not read(shared / "dicom" / "edge" / "pydicom-data__OT-PAL-8-face.dcm").coloured
