from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tests.core.films import film
from xraycolor_gui.core.presentation import (
    choose_voi,
    describe,
    full_range_window,
    grey_from_modality,
    modality_values,
    percentile_window,
    present,
    to_window,
)
from xraycolor_gui.core.radiograph import LookupTable, Padding, Rescale, Window, WindowFunction

LINEAR, EXACT, SIGMOID = WindowFunction.LINEAR, WindowFunction.LINEAR_EXACT, WindowFunction.SIGMOID


def grey(stored: Any, voi: Window | LookupTable, **rest: Any) -> list[float]:
    return [float(value) for value in present(film(stored, **rest), voi).grey.ravel()]


def table(data: list[int], bits: int = 8, first: int = 0) -> LookupTable:
    return LookupTable(first, np.array(data, np.uint16), bits)


def standard_linear(x: float, c: float, w: float) -> float:
    """PS3.3 C.11.2.1.2.1, word for word, with ymin 0 and ymax 1."""
    if x <= c - 0.5 - (w - 1) / 2:
        return 0
    if x > c - 0.5 + (w - 1) / 2:
        return 1
    return (x - (c - 0.5)) / (w - 1) + 0.5


def standard_linear_exact(x: float, c: float, w: float) -> float:
    """PS3.3 C.11.2.1.3.2."""
    if x <= c - w / 2:
        return 0
    if x > c + w / 2:
        return 1
    return (x - c) / w + 0.5


def standard_sigmoid(x: float, c: float, w: float) -> float:
    """PS3.3 C.11.2.1.3.1."""
    return 1 / (1 + math.exp(-4 * (x - c) / w))


FORMULAS = {LINEAR: standard_linear, EXACT: standard_linear_exact, SIGMOID: standard_sigmoid}


@given(
    function=st.sampled_from(list(FORMULAS)),
    center=st.integers(-50, 300).map(lambda n: n / 2),
    width=st.integers(2, 600).map(lambda n: n / 2),
)
def test_windows_follow_the_formulas_of_the_standard(function: WindowFunction, center: float, width: float) -> None:
    stored = np.arange(256)
    expected = [FORMULAS[function](x, center, width) for x in stored]
    assert grey(stored, Window(center, width, function)) == pytest.approx(expected, abs=1e-6)


def test_the_standards_own_example_window_holds() -> None:
    # C.11.2.1.2.1: c = 2048, w = 4096 takes 0 … 4095 to the full range; c = 0, w = 1 is a threshold at 0.
    assert grey([0, 4095], Window(2048, 4096)) == pytest.approx([0, 1], abs=1e-6)
    assert grey([-1, 0], Window(0, 1), dtype="int16") == [0, 1]


@given(
    stored=hnp.arrays(np.int16, (3, 5)),
    window=st.builds(
        Window,
        center=st.floats(-1e5, 1e5),
        width=st.floats(1e-3, 1e6),
        function=st.sampled_from(list(WindowFunction)),
    ),
    slope=st.floats(0.01, 100),
    inverse=st.booleans(),
)
def test_grey_is_monotone_and_within_black_and_white(
    stored: np.ndarray, window: Window, slope: float, inverse: bool
) -> None:
    shown = present(film(stored, "int16", modality=Rescale(slope, -5)), window).grey
    turned = present(film(stored, "int16", modality=Rescale(slope, -5), inverse=True), window).grey
    assert shown.dtype == np.float32
    assert shown.min() >= 0 and shown.max() <= 1
    order = np.argsort(stored, axis=None)
    assert (np.diff(shown.ravel()[order]) >= 0).all()
    np.testing.assert_allclose(turned, 1 - shown, atol=1e-6)


@pytest.mark.parametrize("dtype", ["uint8", "int8", "uint16", "int16", ">u2", ">i2", "int32", "float32", "float64"])
def test_every_type_of_stored_value_gives_the_same_grey(dtype: str) -> None:
    stored = [0, 1, 50, 99, 100, 127]
    assert grey(stored, Window(50, 100, EXACT), dtype=dtype) == pytest.approx([0, 0.01, 0.5, 0.99, 1, 1], abs=1e-6)


def test_rescale_comes_before_the_window() -> None:
    assert grey([0, 10, 20], Window(0, 20, EXACT), modality=Rescale(1, -10)) == pytest.approx([0, 0.5, 1])


def test_a_modality_lut_comes_before_the_window_and_its_ends_hold_beyond_it() -> None:
    modality = LookupTable(10, np.array([0, 100, 50], np.uint16), 8)
    shown = grey([0, 10, 11, 12, 99], Window(50, 100, EXACT), modality=modality)
    assert shown == pytest.approx([0, 0, 1, 0.5, 0.5])


def test_an_unusable_rescale_shows_stored_values_and_says_so() -> None:
    presented = present(film([0, 100], modality=Rescale(0, 7)), Window(50, 100, EXACT))
    assert presented.grey.tolist() == [[0, 1]]
    assert "rescale" in presented.notes[0]


def test_polarity_is_applied_once_and_after_the_voi() -> None:
    assert grey([0, 25, 100], Window(50, 100, EXACT), inverse=True) == pytest.approx([1, 0.75, 0])
    assert grey([0, 1], table([0, 255]), inverse=True) == pytest.approx([1, 0])


@pytest.mark.parametrize("inverse", [False, True])
def test_padding_is_black_whatever_the_polarity(inverse: bool) -> None:
    shown = grey([0, 50, 4000], Window(50, 100, EXACT), inverse=inverse, padding=Padding(3000, 4095))
    assert shown[2] == 0
    assert shown[0] == (1 if inverse else 0)


def test_padding_plays_no_part_in_automatic_windows() -> None:
    stored = np.full(2000, 4095)
    stored[:1000] = np.arange(100, 1100)
    padded = film(stored, padding=Padding(4095, 4095))
    assert (full_range_window(padded).center, full_range_window(padded).width) == (599.5, 999)
    found = percentile_window(padded)
    assert found.center == pytest.approx(599.5, abs=1) and found.width == pytest.approx(979, abs=2)
    assert np.isnan(modality_values(padded)[0, 1000:]).all()


def test_a_film_of_padding_alone_is_black() -> None:
    assert not present(film([7, 7, 7], padding=Padding(7, 7))).grey.any()


def test_a_film_of_one_value_has_a_window_all_the_same() -> None:
    assert present(film([7, 7, 7])).voi == Window(7, 1, EXACT, "full range")


def test_values_that_are_no_numbers_are_black() -> None:
    shown = present(film([np.nan, 0, 1, np.inf], "float32", inverse=True)).grey
    assert shown.ravel().tolist() == [0, 1, 0, 0]


def test_a_voi_lut_is_scaled_by_its_declared_depth() -> None:
    assert grey([0, 1, 2, 9], table([0, 50, 200])) == pytest.approx([0, 50 / 255, 200 / 255, 200 / 255])


def test_a_narrow_voi_lut_uses_the_full_range() -> None:
    narrow = table(list(range(0, 4096)), bits=16)
    presented = present(film([0, 2048, 4095]), narrow)
    assert presented.grey.ravel() == pytest.approx([0, 2048 / 4095, 1])
    assert "claims 16 bits and uses 12" in presented.notes[0]


def test_a_voi_lut_that_stops_short_of_white_is_not_stretched() -> None:
    assert grey([0, 1], table([0, 40000], bits=16)) == pytest.approx([0, 40000 / 65535])


def test_a_voi_lut_with_more_than_its_declared_depth_is_scaled_by_its_data() -> None:
    assert grey([0, 1], table([0, 1023], bits=8)) == pytest.approx([0, 1])


def test_a_voi_lut_starts_at_its_first_mapped_value() -> None:
    assert grey([-3, -2, -1, 0], table([0, 100, 255], first=-2), dtype="int16") == pytest.approx([0, 0, 100 / 255, 1])


def test_a_window_works_on_the_output_of_a_voi_lut() -> None:
    lut = table([0, 100, 200, 255])
    start = to_window(lut)
    assert grey([0, 1, 2, 3], start) == pytest.approx(grey([0, 1, 2, 3], lut))
    assert grey([0, 1, 2, 3], Window(150, 100, EXACT, after=lut)) == pytest.approx([0, 0, 1, 1])


def test_to_window_leaves_a_window_as_it_is() -> None:
    assert to_window(Window(1, 2)) == Window(1, 2)


def test_the_first_usable_window_of_the_file_is_the_default() -> None:
    windows = (Window(100, 200), Window(50, 100))
    assert choose_voi(film([0, 200], voi=windows))[0] == windows[0]
    assert present(film([0, 200], voi=windows)).notes == ()


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (Window(100, 0), "is 0 wide"),
        (Window(100, -5), "is -5 wide"),
        (Window(100, math.nan), "has no width"),
        (Window(math.nan, 100), "has no centre"),
        (Window(100, math.inf), "has no width"),
    ],
)
def test_an_unusable_window_gives_way_to_the_next_and_says_so(bad: Window, words: str) -> None:
    voi, notes = choose_voi(film([0, 200], voi=(bad, Window(50, 100))))
    assert voi == Window(50, 100)
    assert notes == (f"Window 1 in this file {words}. Shown with W 100 L 50 instead.",)


def test_without_any_usable_window_the_1_to_99_percent_range_is_shown_and_named() -> None:
    stored = np.arange(1001)
    voi, notes = choose_voi(film(stored, voi=(Window(100, 0),)))
    assert notes == ("The window in this file is 0 wide. Shown with the 1 to 99 % range instead.",)
    assert isinstance(voi, Window)
    assert voi.center - voi.width / 2 == pytest.approx(10) and voi.center + voi.width / 2 == pytest.approx(990)
    assert "states no window" in choose_voi(film(stored))[1][0]


def test_an_unusable_voi_lut_gives_way_too() -> None:
    empty, flat = table([]), table([5, 5])
    voi, notes = choose_voi(film([0, 200], voi=(empty, flat, Window(50, 100))))
    assert voi == Window(50, 100)
    assert notes[0].startswith("VOI LUT 1 in this file is empty. VOI LUT 2 in this file holds one single value.")


def test_an_unusable_window_asked_for_gives_way_to_the_files_own() -> None:
    voi, notes = choose_voi(film([0, 200], voi=(Window(50, 100),)), Window(5, 0))
    assert voi == Window(50, 100)
    assert notes == ("The window asked for is 0 wide. Shown with W 100 L 50 instead.",)


def test_a_linear_window_narrower_than_1_is_taken_as_exact() -> None:
    presented = present(film([0.0, 0.25, 0.5], "float32"), Window(0.25, 0.5))
    assert presented.grey.ravel() == pytest.approx([0, 0.5, 1])
    assert "less than 1 wide" in presented.notes[0]


def test_a_viewport_of_modality_values_has_the_grey_of_the_film() -> None:
    stored = np.random.default_rng(1).integers(0, 4096, (40, 30))
    whole = film(stored, modality=Rescale(0.5, -100), inverse=True, padding=Padding(0, 9))
    window = Window(700, 900)
    part = grey_from_modality(modality_values(whole)[5:20, 3:9], whole, window)
    np.testing.assert_allclose(part.grey, present(whole, window).grey[5:20, 3:9], atol=1e-6)


def test_grey_cannot_be_written_to() -> None:
    assert not present(film([0, 1])).grey.flags.writeable


def test_windows_and_tables_are_described_in_the_readers_words() -> None:
    first, second = table([0, 1]), table([0, 2])
    both = film([0, 1], voi=(first, second, Window(1024, 2048)))
    assert describe(Window(1024, 2048)) == "W 2048 L 1024"
    assert describe(Window(0.5, 0.25)) == "W 0.25 L 0.5"
    assert describe(second, both) == "VOI LUT 2 of 2"
    assert describe(first) == "VOI LUT"
    assert describe(Window(1, 2, after=second), both) == "VOI LUT 2 of 2, W 2 L 1"
