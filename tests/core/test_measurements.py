from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from xraycolor_gui.core.errors import MeasurementError
from xraycolor_gui.core.measurements import (
    POINTS,
    XY,
    Measure,
    Measurement,
    angle,
    area,
    calibrated,
    cobb_angle,
    from_json,
    heart_chest_ratio,
    length,
    outlined,
    scale_of,
    to_json,
)
from xraycolor_gui.core.radiograph import Radiograph, Source, Spacing, SpacingSource
from xraycolor_gui.core.turn import Turn

SQUARE = Spacing(0.2, 0.2, SpacingSource.DETECTOR)
FLAT = Spacing(0.1, 0.4, SpacingSource.CALIBRATED)
places = st.tuples(st.floats(-500, 3000), st.floats(-500, 3000))
turns = st.builds(Turn, st.integers(0, 3), st.booleans())


def film(**facts: object) -> Radiograph:
    return Radiograph(np.zeros((40, 50), np.uint16), 12, Source(Path("f.dcm"), "DICOM"), **facts)  # type: ignore[arg-type]


def moved(turn: Turn, point: XY) -> XY:
    """Where a point of a film of 3000 × 2000 lies once the stored film itself is turned."""
    return turn.place(*point, 3000, 2000)


def as_turned(turn: Turn, spacing: Spacing) -> Spacing:
    column, row = turn.size(spacing.column_mm, spacing.row_mm)
    return replace(spacing, column_mm=column, row_mm=row)


def test_a_ball_of_25_mm_at_a_fifth_of_a_millimetre_is_125_pixels() -> None:
    assert length((100, 50), (225, 50), SQUARE) == pytest.approx(25)
    assert length((100, 50), (100, 175), SQUARE) == pytest.approx(25)
    assert length((0, 0), (75, 100), SQUARE) == pytest.approx(25)


def test_pixels_that_are_not_square_are_measured_as_high_as_they_are() -> None:
    assert length((0, 0), (10, 0), FLAT) == pytest.approx(4)
    assert length((0, 0), (0, 10), FLAT) == pytest.approx(1)
    assert length((0, 0), (10, 30), FLAT) == pytest.approx(5)
    assert angle((10, 0), (0, 0), (10, 40), FLAT) == pytest.approx(45)
    assert area(outlined(Measurement(Measure.RECTANGLE, ((0, 0), (10, 10)))), FLAT) == pytest.approx(4)


def test_wrong_millimetres_cornerstone3d_2387_and_2403() -> None:
    """Without a spacing there are no millimetres, and every scale says where it comes from."""
    assert scale_of(film()).source is SpacingSource.UNKNOWN
    assert scale_of(film(spacing=Spacing(0.2, 0.2, SpacingSource.UNKNOWN))).source is SpacingSource.UNKNOWN
    assert scale_of(film(spacing=Spacing(0.2, 0.0, SpacingSource.DETECTOR))).source is SpacingSource.UNKNOWN
    for source in (SpacingSource.CALIBRATED, SpacingSource.DETECTOR, SpacingSource.MAGNIFICATION):
        assert scale_of(film(spacing=Spacing(0.2, 0.2, source))).source is source


def test_without_spacing_a_length_is_in_pixel_widths_and_a_tall_pixel_counts_as_tall() -> None:
    scale = scale_of(film(pixel_aspect=2.0))
    assert length((0, 0), (3, 0), scale) == 3
    assert length((0, 0), (0, 3), scale) == 6


@given(places, places, st.sampled_from([SQUARE, FLAT]), turns)
def test_lengths_are_the_same_however_the_film_is_turned_and_flipped(
    start: XY, end: XY, spacing: Spacing, turn: Turn
) -> None:
    turned = length(moved(turn, start), moved(turn, end), as_turned(turn, spacing))
    assert turned == pytest.approx(length(start, end, spacing), abs=1e-6)


@given(places, places, places, places, st.sampled_from([SQUARE, FLAT]), turns)
def test_angles_are_the_same_however_the_film_is_turned_and_flipped(  # noqa: PLR0917
    a: XY, b: XY, c: XY, d: XY, spacing: Spacing, turn: Turn
) -> None:
    assume(min(length(a, b, spacing), length(b, c, spacing), length(c, d, spacing)) > 1)
    other, (e, f, g, h) = as_turned(turn, spacing), (moved(turn, point) for point in (a, b, c, d))
    assert angle(e, f, g, other) == pytest.approx(angle(a, b, c, spacing), abs=1e-4)
    before, after = cobb_angle((a, b), (c, d), spacing), cobb_angle((e, f), (g, h), other)
    # Where a line runs exactly along the spine it faces neither way, and rounding decides.
    assert min(abs(after - before), abs(after + before - 180)) == pytest.approx(0, abs=1e-4)


def test_angles_of_a_known_triangle() -> None:
    assert angle((3, 0), (0, 0), (0, 4), SQUARE) == pytest.approx(90)
    assert angle((0, 0), (3, 0), (0, 4), SQUARE) == pytest.approx(math.degrees(math.atan2(4, 3)))
    assert angle((0, 0), (5, 0), (10, 0), SQUARE) == pytest.approx(180)
    assert angle((5, 5), (5, 5), (9, 9), SQUARE) == 0


@pytest.mark.parametrize("tilts", [(10, -15), (0, 0), (25, 5), (50, -55), (-60, 48)])
@pytest.mark.parametrize("swapped", [(False, False), (True, False), (False, True), (True, True)])
def test_a_cobb_angle_does_not_care_which_way_its_lines_were_drawn(
    tilts: tuple[int, int], swapped: tuple[bool, bool]
) -> None:
    """Two end plates 300 pixels apart, tilted against the horizontal; curves above 90° are told as such."""
    plates = []
    for tilt, top, swap in zip(tilts, (100, 400), swapped, strict=True):
        dx, dy = 60 * math.cos(math.radians(tilt)), 60 * math.sin(math.radians(tilt))
        ends = ((200 - dx, top - dy), (200 + dx, top + dy))
        plates.append(ends[::-1] if swap else ends)
    assert cobb_angle(plates[0], plates[1], SQUARE) == pytest.approx(abs(tilts[0] - tilts[1]))


def test_a_heart_of_half_the_chest_has_a_ratio_of_one_half_with_and_without_spacing() -> None:
    heart, chest = ((300.0, 500.0), (450.0, 500.0)), ((200.0, 600.0), (500.0, 600.0))
    for spacing in (SQUARE, FLAT, scale_of(film())):
        for widths in ((*heart, *chest), (*chest, *heart)):
            assert heart_chest_ratio(Measurement(Measure.HEART_CHEST, widths), spacing) == pytest.approx(0.5)
    nothing = Measurement(Measure.HEART_CHEST, ((5, 5), (5, 5), (7, 7), (7, 7)))
    assert heart_chest_ratio(nothing, SQUARE) == 0


def test_areas_are_those_of_the_geometry() -> None:
    corners = ((100.0, 20.0), (50.0, 10.0))
    assert area(outlined(Measurement(Measure.RECTANGLE, corners)), SQUARE) == pytest.approx(50 * 10 * 0.04)
    assert area(outlined(Measurement(Measure.ELLIPSE, corners)), SQUARE) == pytest.approx(math.pi * 25 * 5 * 0.04)


def test_calibrating_by_a_known_length_makes_that_length_true_and_is_named() -> None:
    line = Measurement(Measure.CALIBRATION, ((10, 10), (10, 135)), mm=25.0)
    spacing = calibrated(scale_of(film()), line)
    assert spacing == Spacing(0.2, 0.2, SpacingSource.READER)
    assert length(*line.points, spacing) == pytest.approx(25)


@given(places, places, st.floats(0.5, 2000), st.sampled_from([SQUARE, FLAT]))
def test_calibrating_keeps_the_proportions_of_the_pixels(start: XY, end: XY, mm: float, own: Spacing) -> None:
    assume(length(start, end, own) > 0.1)
    spacing = calibrated(own, Measurement(Measure.CALIBRATION, (start, end), mm=mm))
    assert length(start, end, spacing) == pytest.approx(mm)
    assert spacing.row_mm / spacing.column_mm == pytest.approx(own.row_mm / own.column_mm)


@given(st.sampled_from(Measure), st.lists(places, min_size=4, max_size=4, unique=True))
def test_a_measurement_comes_back_from_json_as_it_was(kind: Measure, points: list[XY]) -> None:
    made = Measurement(kind, tuple(points[: POINTS[kind]]), "an id", 25.0 if kind is Measure.CALIBRATION else 0.0)
    assert from_json(json.loads(json.dumps(to_json(made))), "an id") == made


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {"kind": "length"},
        {"kind": "volume", "points": [[0, 0], [1, 1]]},
        {"kind": "length", "points": [[0, 0]]},
        {"kind": "length", "points": [[0, 0], [0, 0]]},
        {"kind": "length", "points": [[0, 0], ["1", 1]]},
        {"kind": "length", "points": [[0, 0], [1e9, 1]]},
        {"kind": "length", "points": [[0, 0], [math.nan, 1]]},
        {"kind": "length", "points": 5},
        {"kind": "calibration", "points": [[0, 0], [1, 1]]},
        {"kind": "calibration", "points": [[0, 0], [1, 1]], "mm": -3},
        {"kind": "calibration", "points": [[0, 0], [1, 1]], "mm": True},
    ],
    ids=str,
)
def test_what_is_no_measurement_is_said_to_be_none(data: object) -> None:
    with pytest.raises(MeasurementError):
        from_json(data)
