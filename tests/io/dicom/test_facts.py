"""Spacing, orientation, side and labels, as tags tell them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.io.made_dicom import Reader, file_of, film, without
from xraycolor_gui.core.radiograph import (
    SpacingSource,
)


@pytest.mark.parametrize(
    ("tags", "spacing"),
    [
        ({}, None),
        ({"PixelAspectRatio": [1, 1]}, None),
        ({"PixelSpacing": [0.2, 0.2], "PixelSpacingCalibrationType": "FIDUCIAL"}, (0.2, SpacingSource.CALIBRATED)),
        ({"PixelSpacing": [0.2, 0.2]}, (0.2, SpacingSource.DETECTOR)),
        ({"PixelSpacing": [0.2, 0.2], "ImagerPixelSpacing": [0.2, 0.2]}, (0.2, SpacingSource.DETECTOR)),
        ({"PixelSpacing": [0.1, 0.1], "ImagerPixelSpacing": [0.2, 0.2]}, (0.1, SpacingSource.CALIBRATED)),
        ({"ImagerPixelSpacing": [0.2, 0.2]}, (0.2, SpacingSource.DETECTOR)),
        (
            {"ImagerPixelSpacing": [0.2, 0.2], "EstimatedRadiographicMagnificationFactor": 2},
            (0.1, SpacingSource.MAGNIFICATION),
        ),
        ({"NominalScannedPixelSpacing": [0.3, 0.3]}, (0.3, SpacingSource.DETECTOR)),
        ({"PixelSpacing": [0, 0.2]}, None),
    ],
)
def test_a_spacing_says_what_it_means(
    reading: Reader, tags: dict[str, Any], spacing: tuple[float, SpacingSource] | None
) -> None:
    found = reading(film(**tags)).spacing
    assert (found and (found.row_mm, found.source)) == spacing


@pytest.mark.parametrize(
    ("tags", "aspect"),
    [
        ({}, 1.0),
        ({"PixelAspectRatio": [2, 1]}, 2.0),
        ({"ImagerPixelSpacing": [0.1, 0.2]}, 0.5),
        ({"PixelAspectRatio": [0, 1]}, 1.0),
        ({"PixelAspectRatio": [1, 5000]}, 1.0),
    ],
)
def test_the_aspect_of_pixels_comes_from_ratio_or_spacing(reading: Reader, tags: dict[str, Any], aspect: float) -> None:
    assert reading(film(**tags)).pixel_aspect == aspect


@pytest.mark.parametrize(
    ("value", "orientation"),
    [
        (["L", "F"], ("L", "F")),
        (["A", "FR"], ("A", "FR")),
        (["P", "H"], ("P", "H")),
        (["L", "R"], None),
        (["L"], None),
        (["LEFT", "FOOT"], None),
        (None, None),
    ],
)
def test_orientation_is_verbatim_or_nothing(
    reading: Reader, value: list[str] | None, orientation: tuple[str, str] | None
) -> None:
    tags = {} if value is None else {"PatientOrientation": value}
    assert reading(film(**tags)).orientation == orientation


def test_the_directions_of_a_quadruped_are_not_taken_for_a_persons(reading: Reader) -> None:
    radiograph = reading(film(PatientOrientation=["R", "V"], AnatomicalOrientationType="QUADRUPED"))
    assert radiograph.orientation is None
    assert any("quadruped" in note for note in radiograph.notes)


@pytest.mark.parametrize(
    ("tags", "side"),
    [
        ({}, ""),
        ({"ImageLaterality": "R"}, "R"),
        ({"Laterality": "L"}, "L"),
        ({"ImageLaterality": "U", "Laterality": "L"}, "U"),
        ({"ImageLaterality": "", "Laterality": "R"}, "R"),
        ({"ImageLaterality": "B"}, "B"),
        ({"ImageLaterality": "X", "Laterality": "L"}, "L"),
    ],
)
def test_the_side_is_the_images_own_else_the_series(reading: Reader, tags: dict[str, str], side: str) -> None:
    assert reading(film(**tags)).labels.laterality == side


def test_opposite_sides_in_one_file_are_told(reading: Reader) -> None:
    radiograph = reading(film(ImageLaterality="R", Laterality="L"))
    assert radiograph.labels.laterality == "R"
    assert any("opposite sides" in note for note in radiograph.notes)


def test_labels_are_what_the_file_says(reading: Reader) -> None:
    labels = reading(film(SpecificCharacterSet="ISO_IR 192", PatientName="Müller^Ännchen", PatientSex="U")).labels
    assert labels.patient_name == "Müller^Ännchen" and labels.sex == "U" and labels.age == ""


def test_an_unknown_character_set_costs_no_film(reading: Reader) -> None:
    radiograph = reading(without(file_of(film(SpecificCharacterSet="ISO_IR 100")), (b"ISO_IR 100", b"ISO_XX 999")))
    assert radiograph.labels.patient_id == "MADE-1"


def test_lossy_compression_in_the_past_is_kept_in_mind(reading: Reader) -> None:
    assert reading(film(LossyImageCompression="01")).source.lossy
    assert not reading(film(LossyImageCompression="00")).source.lossy
