from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.gui.made import film
from xraycolor_gui.core.presentation import modality_values, values_of
from xraycolor_gui.core.radiograph import LookupTable, Padding, Radiograph, Rescale
from xraycolor_gui.gui.views.sampling import Patch, Pyramid, visible_patch
from xraycolor_gui.gui.views.view_geometry import Canvas, ViewGeometry


def patch_of(shape: tuple[int, int], canvas: Canvas, zoom: float | None = None) -> Patch:
    patch = visible_patch(ViewGeometry(shape, zoom=zoom).place(canvas), canvas)
    assert patch is not None
    return patch


def sampled(radiograph: Radiograph, patch: Patch) -> np.ndarray:
    return Pyramid(radiograph.stored, values_of(radiograph)).sample(patch)


def noisy(rows: int = 900, columns: int = 701, **facts: object) -> Radiograph:
    stored = np.random.default_rng(7).integers(0, 4096, (rows, columns)).astype(np.uint16)
    return film(rows, columns, stored=stored, **facts)


@pytest.mark.parametrize("zoom", [None, 0.13, 0.5, 0.7, 1.0, 2.5])
@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"modality": Rescale(0.25, -1024.0)},
        {"padding": Padding(0, 700)},
        {"modality": LookupTable(0, np.linspace(0, 65535, 4096).astype(np.uint16)[::-1].copy(), 16)},
    ],
    ids=["plain", "rescale", "padding", "modality LUT"],
)
def test_a_film_of_16_bits_is_sampled_as_its_float_values_are(zoom: float | None, facts: dict[str, object]) -> None:
    radiograph = noisy(**facts)
    patch = patch_of(radiograph.shape, Canvas(300, 260), zoom)
    values = modality_values(radiograph)
    ours, exact = sampled(radiograph, patch), Pyramid(values).sample(patch)
    assert np.array_equal(np.isnan(ours), np.isnan(exact))
    spread = float(np.nanmax(values) - np.nanmin(values))
    assert np.nanmax(np.abs(ours - exact)) <= spread * 1e-4


@settings(max_examples=30, deadline=None)
@given(st.integers(257, 1500), st.integers(257, 1500), st.integers(40, 300))
def test_a_constant_film_stays_constant_whatever_its_size(rows: int, columns: int, side: int) -> None:
    stored = np.full((rows, columns), 321, np.uint16)
    radiograph = film(stored=stored)
    assert sampled(radiograph, patch_of(stored.shape, Canvas(side, side))) == pytest.approx(321.0)


@settings(max_examples=30, deadline=None)
@given(st.integers(300, 1400), st.integers(300, 1400), st.sampled_from([0.11, 0.23, 0.31, 0.6]))
def test_a_slope_is_minified_in_its_place_in_strips_as_a_whole(rows: int, columns: int, zoom: float) -> None:
    stored = (np.arange(columns)[np.newaxis] + 10 * np.arange(rows)[:, np.newaxis]).astype(np.uint16)
    canvas = Canvas(200, 200)
    patch = patch_of(stored.shape, canvas, zoom)
    row0, column0, row1, column1 = patch.region
    y = row0 + (np.arange(patch.height) + 0.5) * (row1 - row0) / patch.height - 0.5
    x = column0 + (np.arange(patch.width) + 0.5) * (column1 - column0) / patch.width - 0.5
    expected = x[np.newaxis] + 10 * y[:, np.newaxis]
    inner = slice(10, -10)
    off = np.abs(sampled(film(stored=stored), patch) - expected)[inner, inner]
    # Half a film pixel at most: the last pixel of an odd row counts twice.
    assert off.max() <= 5.5


def test_the_finest_level_is_the_stored_film_itself() -> None:
    radiograph = noisy()
    pyramid = Pyramid(radiograph.stored, values_of(radiograph))
    held = sum(level.codes.nbytes for level in pyramid._levels)
    assert pyramid._stored is radiograph.stored
    assert held <= 0.35 * radiograph.stored.nbytes


def test_a_float_film_with_a_far_outlier_keeps_its_detail() -> None:
    stored = np.random.default_rng(3).normal(0, 1e-3, (600, 600)).astype(np.float32)
    stored[0, 0] = 1e6
    radiograph = replace(film(600, 600), stored=stored, bits=16)
    shown = sampled(radiograph, patch_of((600, 600), Canvas(150, 150)))
    assert 1e-5 < float(shown[20:, 20:].std()) < 1e-3


def test_a_film_of_padding_alone_has_no_values() -> None:
    stored = np.full((600, 600), 9, np.uint16)
    shown = sampled(film(stored=stored, padding=Padding(9, 9)), patch_of((600, 600), Canvas(150, 150)))
    assert np.isnan(shown).all()
