from __future__ import annotations

import numpy as np
import pytest

from tests.gui.made import film
from xraycolor_gui.core.measurements import Measure, Measurement, scale_of
from xraycolor_gui.core.radiograph import Radiograph, Rescale, Spacing, SpacingSource
from xraycolor_gui.gui.measuring.words import kind_words, source_note, source_words, told

SPACE = "\u202f"
RECTANGLE = Measurement(Measure.RECTANGLE, ((0, 0), (20, 10)))


def value_of(radiograph: Radiograph, measurement: Measurement = RECTANGLE) -> str:
    return told(measurement, radiograph, scale_of(radiograph)).value


def flat(value: float, dtype: type[np.generic] = np.uint16, **facts: object) -> Radiograph:
    return film(stored=np.full((40, 50), value, dtype), **facts)


def test_values_name_their_unit_and_keep_their_decimals() -> None:
    assert value_of(flat(1234)) == f"1{SPACE}234.0 ± 0.0"
    hounsfield = flat(24, modality=Rescale(1.0, -1024.0, "HU", True))
    assert value_of(hounsfield) == f"\u22121{SPACE}000.0 ± 0.0{SPACE}HU"
    assert value_of(flat(0.25, np.float32)) == "0.250 ± 0.000"
    assert value_of(flat(24, modality=Rescale(0.001, 0.0, "", True))) == "0.024 ± 0.000"


def test_where_there_is_nothing_but_padding_no_value_is_told() -> None:
    assert value_of(flat(np.nan, np.float32)) == "no pixels"


@pytest.mark.parametrize("source", SpacingSource)
def test_every_length_names_its_source_and_pixels_are_called_pixels(source: SpacingSource) -> None:
    radiograph = film(spacing=Spacing(0.1, 0.1, source))
    words = told(Measurement(Measure.LENGTH, ((0, 0), (123, 0))), radiograph, scale_of(radiograph))
    if source is SpacingSource.UNKNOWN:
        assert (words.value, words.beside) == (f"123{SPACE}px", "")
        assert "pixels" in source_note(source)
    else:
        assert (words.value, words.beside) == (f"12.3{SPACE}mm", source.value)
        assert source_words(source) == source.value


def test_large_areas_have_their_thousands_apart() -> None:
    radiograph = film(spacing=Spacing(10, 10, SpacingSource.CALIBRATED))
    whole = told(Measurement(Measure.RECTANGLE, ((0, 0), (500, 400))), radiograph, scale_of(radiograph))
    assert whole.beside == f"200{SPACE}000.00{SPACE}cm² calibrated"


def test_every_kind_has_a_name_and_is_told_as_text() -> None:
    radiograph = film()
    points = ((10.0, 10.0), (50.0, 20.0), (20.0, 90.0), (80.0, 70.0))
    for kind, count in (
        (Measure.LENGTH, 2),
        (Measure.ANGLE, 3),
        (Measure.COBB, 4),
        (Measure.HEART_CHEST, 4),
        (Measure.ELLIPSE, 2),
    ):
        words = told(Measurement(kind, points[:count]), radiograph, scale_of(radiograph))
        assert words.as_text().split("\t")[0] == kind_words(kind) == words.what
        assert any(letter.isdigit() for letter in words.value)


def test_a_line_of_the_list_ends_with_the_source_or_leaves_it_to_the_details() -> None:
    radiograph = film(spacing=Spacing(0.1, 0.1, SpacingSource.DETECTOR))
    points = ((10.0, 10.0), (50.0, 20.0), (20.0, 90.0), (80.0, 70.0))
    for kind, count in ((Measure.LENGTH, 2), (Measure.HEART_CHEST, 4), (Measure.ELLIPSE, 2)):
        words = told(Measurement(kind, points[:count]), radiograph, scale_of(radiograph))
        assert words.in_short.endswith("at detector") or ("Scale", "at detector") in words.details
        assert len(words.in_short) <= 20, "as much as the dock has room for"
