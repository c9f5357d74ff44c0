from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xraycolor_gui.core.presentation import modality_values
from xraycolor_gui.core.radiograph import LookupTable, Padding, Radiograph, Rescale, Source
from xraycolor_gui.core.region_statistics import _inside, mean_shares, statistics, window_inside
from xraycolor_gui.core.regions import Brush, Ellipse, Point, Polygon, Rectangle, mask_of


def film(stored: np.ndarray, **facts: object) -> Radiograph:
    return Radiograph(stored, 12, Source(Path("f.dcm"), "DICOM"), **facts)  # type: ignore[arg-type]


STEPS = np.repeat(np.arange(10, dtype=np.uint16) * 100, 10)[None, :].repeat(60, axis=0)  # 60 × 100, 10 steps


def test_statistics_of_a_step_wedge_are_those_of_its_steps() -> None:
    found = statistics(film(STEPS), Rectangle(20, 5, 20, 30))
    assert found is not None
    assert (found.mean, found.deviation, found.least, found.greatest) == pytest.approx((250, 50, 200, 300))
    assert (found.pixels, found.unit, found.stored) == (600, "", True)


def test_values_are_in_the_films_own_units() -> None:
    found = statistics(film(STEPS, modality=Rescale(2.0, -1000.0, "HU", True)), Rectangle(20, 5, 20, 30))
    assert found is not None
    assert (found.mean, found.deviation) == pytest.approx((-500, 100))
    assert (found.unit, found.stored) == ("HU", False)
    unnamed = statistics(film(STEPS, modality=Rescale(1.0, 0.0, "US", True)), Rectangle(20, 5, 20, 30))
    assert unnamed is not None and (unnamed.unit, unnamed.stored) == ("", True)
    table = LookupTable(0, np.arange(0, 3000, 3, dtype=np.uint16), 12)
    looked_up = statistics(film(STEPS, modality=table), Rectangle(20, 5, 20, 30))
    assert looked_up is not None and looked_up.mean == pytest.approx(750) and not looked_up.stored


def test_padding_and_missing_numbers_take_no_part() -> None:
    found = statistics(film(STEPS, padding=Padding(200, 200)), Rectangle(20, 5, 20, 30))
    assert found is not None and (found.mean, found.deviation, found.pixels) == pytest.approx((300, 0, 300))
    assert statistics(film(STEPS, padding=Padding(200, 300)), Rectangle(20, 5, 20, 30)) is None
    floats = STEPS.astype(np.float32)
    floats[:, 30:] = np.nan
    found = statistics(film(floats), Rectangle(20, 5, 20, 30))
    assert found is not None and (found.mean, found.pixels) == pytest.approx((200, 300))


def test_an_outline_beyond_the_film_counts_only_what_is_on_it() -> None:
    found = statistics(film(STEPS), Rectangle(-50, -50, 60, 400))
    assert found is not None and (found.pixels, found.greatest) == (600, 0)
    assert statistics(film(STEPS), Rectangle(-50, -50, 40, 40)) is None
    assert statistics(film(STEPS), Rectangle(500, 5, 40, 40)) is None


@given(st.floats(-20, 90), st.floats(-20, 50), st.floats(1, 120), st.floats(1, 90), st.booleans())
def test_statistics_are_those_of_the_pixels_whose_centres_lie_inside(
    x: float, y: float, width: float, height: float, round_: bool
) -> None:
    region = (Ellipse if round_ else Rectangle)(x, y, width, height)
    radiograph = film(np.random.default_rng(3).integers(0, 4096, (60, 100)).astype(np.uint16))
    inside = modality_values(radiograph)[mask_of(region, (60, 100))].astype(np.float64)
    found = statistics(radiograph, region)
    if not len(inside):
        assert found is None
        return
    assert found is not None and found.pixels == len(inside)
    assert (found.mean, found.deviation) == pytest.approx((inside.mean(), inside.std()), abs=1e-6)
    assert (found.least, found.greatest) == (inside.min(), inside.max())


def halves(rows: int, columns: int) -> np.ndarray:
    shares = np.zeros((rows, columns, 2), np.float32)
    shares[:, : columns // 2, 0] = shares[:, columns // 2 :, 1] = 1
    return shares


@pytest.mark.parametrize("shape", [(60, 100), (3000, 2000)])
def test_tissue_shares_are_the_mean_inside(shape: tuple[int, int]) -> None:
    rows, columns = shape
    whole = Rectangle(0, 0, columns, rows)
    assert mean_shares(halves(30, 50), whole, shape) == pytest.approx([0.5, 0.5])
    left = Ellipse(0, rows / 4, columns / 2, rows / 2)
    assert mean_shares(halves(30, 50), left, shape) == pytest.approx([1, 0])
    quarter = Rectangle(columns * 0.25, 0, columns * 0.5, rows)
    assert mean_shares(halves(30, 50), quarter, shape) == pytest.approx([0.5, 0.5], abs=0.01)
    three = Polygon(((0, 0), (columns, 0), (0, rows)))  # a triangle: 3/4 of it is on the left
    assert mean_shares(halves(30, 50), three, shape) == pytest.approx([0.75, 0.25], abs=0.02)


def test_tissue_shares_of_painted_pixels_and_of_single_ones() -> None:
    assert mean_shares(halves(30, 50), Point(99.5, 3), (60, 100)) == pytest.approx([0, 1])
    assert mean_shares(halves(30, 50), Brush(45, 10, 10, 2, (0, 20)), (60, 100)) == pytest.approx([0.5, 0.5])
    assert mean_shares(halves(30, 50), Rectangle(10.6, 5.6, 0.3, 0.3), (60, 100)) is None
    assert mean_shares(halves(30, 50), Rectangle(200, 5, 3, 3), (60, 100)) is None


@given(st.floats(-300, 300), st.floats(-300, 300), st.floats(1, 900), st.floats(1, 900))
def test_a_large_ellipse_holds_exactly_the_pixels_of_its_definition(
    x: float, y: float, width: float, height: float
) -> None:
    region = Ellipse(x, y, width, height)
    assert np.array_equal(_inside(region, (400, 300)), mask_of(region, (400, 300)))


@pytest.mark.parametrize("dtype", [np.uint8, np.int8, np.uint16, np.int16, np.int32, np.float32])
def test_every_kind_of_stored_value_is_counted_alike(dtype: type[np.generic]) -> None:
    stored = (np.arange(6000).reshape(60, 100) % 200 - (100 if np.dtype(dtype).kind == "i" else 0)).astype(dtype)
    found = statistics(film(stored), Ellipse(10, 10, 60, 40))
    inside = stored[mask_of(Ellipse(10, 10, 60, 40), (60, 100))].astype(np.float64)
    assert found is not None
    expected = (inside.mean(), inside.std(), inside.min(), inside.max())
    assert (found.mean, found.deviation, found.least, found.greatest) == pytest.approx(expected)


def test_the_median_is_that_of_the_pixels_and_the_lower_of_two_in_the_middle() -> None:
    found = statistics(film(STEPS), Rectangle(0, 0, 60, 40))
    assert found is not None and found.median == np.sort(STEPS[:40, :60].ravel())[(40 * 60 - 1) // 2]
    signed = (STEPS.astype(np.int16) - 300).astype(np.int16)
    found = statistics(film(signed), Rectangle(0, 0, 60, 40))
    assert found is not None and found.median == np.sort(signed[:40, :60].ravel())[(40 * 60 - 1) // 2]


def test_the_window_from_an_area_spans_what_lies_in_it_but_for_a_hundredth_at_either_end() -> None:
    ramp = np.tile(np.arange(1000, dtype=np.uint16), (20, 1))
    window = window_inside(film(ramp), Rectangle(200, 0, 200, 20))
    assert window is not None
    low, high = window.center - 0.5 - (window.width - 1) / 2, window.center - 0.5 + (window.width - 1) / 2
    assert (low, high) == pytest.approx((201, 397), abs=2)
    assert window_inside(film(ramp), Rectangle(5000, 0, 10, 10)) is None
    assert window_inside(film(np.full((20, 20), 7, np.uint16)), Rectangle(2, 2, 9, 9)) is None
