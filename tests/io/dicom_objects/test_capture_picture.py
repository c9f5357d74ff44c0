"""Geometry, side, privacy and past compression of a secondary capture: what its film says, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydicom import dcmread

from tests.io.captures import APPEARANCE, capture, film_dataset, some_colours
from xraycolor_gui.io.dicom_objects.secondary_capture import write_secondary_capture
from xraycolor_gui.io.read import read


def test_detector_spacing_stays_detector_spacing(tmp_path: Path) -> None:
    made = capture(tmp_path, film_dataset(PixelSpacing=[0.2, 0.2]))
    assert "PixelSpacing" not in made
    assert made.ImagerPixelSpacing == [0.2, 0.2]


def test_calibrated_spacing_stays_calibrated(tmp_path: Path) -> None:
    made = capture(tmp_path, film_dataset(PixelSpacing=[0.19, 0.19], PixelSpacingCalibrationType="FIDUCIAL"))
    assert made.PixelSpacing == [0.19, 0.19]
    assert made.PixelSpacingCalibrationType == "FIDUCIAL"
    assert "ImagerPixelSpacing" not in made


def test_spacing_of_unknown_calibration_is_read_as_at_the_detector(tmp_path: Path) -> None:
    made = capture(tmp_path, film_dataset(ImagerPixelSpacing=None, PixelSpacing=[0.3, 0.3]))
    assert "PixelSpacing" not in made
    assert made.ImagerPixelSpacing == [0.3, 0.3]


@pytest.mark.parametrize(
    "film",
    [
        {"PixelSpacing": [0.19, 0.19], "PixelSpacingCalibrationType": "GEOMETRY"},
        {"ImagerPixelSpacing": None, "PixelSpacing": ["0.3333333333", "0.3333333333"]},
        {"EstimatedRadiographicMagnificationFactor": 1.25},
        {"ImagerPixelSpacing": [0.2, 0.1]},
        {"ImagerPixelSpacing": [0, 0]},
        {"ImagerPixelSpacing": None, "PixelAspectRatio": [5, 4]},
    ],
)
def test_lengths_mean_in_the_capture_what_they_mean_in_the_film(tmp_path: Path, film: dict) -> None:
    capture(tmp_path, film_dataset(**film))
    was, now = read(tmp_path / "film.dcm"), read(tmp_path / "out.dcm")
    assert (now.spacing is None) == (was.spacing is None)
    if was.spacing is not None and now.spacing is not None:
        assert now.spacing.source == was.spacing.source
        assert now.spacing.row_mm == pytest.approx(was.spacing.row_mm)
        assert now.spacing.column_mm == pytest.approx(was.spacing.column_mm)
    assert now.pixel_aspect == pytest.approx(was.pixel_aspect)
    assert now.orientation == was.orientation


def test_nominal_scanned_spacing_never_comes_over(tmp_path: Path) -> None:
    film = film_dataset(ImagerPixelSpacing=None, NominalScannedPixelSpacing=[0.1, 0.1])
    assert "NominalScannedPixelSpacing" not in capture(tmp_path, film)


def test_orientation_is_there_even_where_unknown(tmp_path: Path) -> None:
    assert capture(tmp_path).PatientOrientation == ["L", "F"]
    made = capture(tmp_path, film_dataset(PatientOrientation=None))
    assert "PatientOrientation" in made
    assert not made.PatientOrientation


@pytest.mark.parametrize(
    ("film", "expected"),
    [
        ({"BodyPartExamined": "HAND", "Laterality": "R"}, {"Laterality": "R"}),
        ({"BodyPartExamined": "HAND", "ImageLaterality": "L"}, {"ImageLaterality": "L"}),
        ({"BodyPartExamined": "HAND", "ImageLaterality": "L", "Laterality": "L"}, {"ImageLaterality": "L"}),
        ({"BodyPartExamined": "HAND"}, {"Laterality": ""}),
        ({"BodyPartExamined": None}, {"Laterality": ""}),
        ({"BodyPartExamined": "CHEST"}, {}),
    ],
)
def test_exactly_one_side_is_named_for_paired_parts(tmp_path: Path, film: dict, expected: dict) -> None:
    made = capture(tmp_path, film_dataset(**film))
    assert {name: made[name].value or "" for name in ("Laterality", "ImageLaterality") if name in made} == expected


@pytest.mark.parametrize(
    ("stated", "plain", "expected"),
    [("NO", False, "NO"), ("YES", True, "YES"), (None, False, "YES"), (None, True, None)],
)
def test_burned_in_text_is_as_stated_or_to_be_feared(
    tmp_path: Path, stated: str | None, plain: bool, expected: str | None
) -> None:
    film = film_dataset(**({"BurnedInAnnotation": stated} if stated else {}))
    assert capture(tmp_path, film, plain=plain).get("BurnedInAnnotation") == expected


@pytest.mark.parametrize(("part", "expected"), [("CHEST", "NO"), ("SKULL", None), (None, None)])
def test_a_face_is_excluded_only_where_the_part_is_known(
    tmp_path: Path, part: str | None, expected: str | None
) -> None:
    assert capture(tmp_path, film_dataset(BodyPartExamined=part)).get("RecognizableVisualFeatures") == expected


def test_a_lossless_film_is_not_called_lossy(tmp_path: Path) -> None:
    assert "LossyImageCompression" not in capture(tmp_path)


def test_once_lossy_always_lossy(tmp_path: Path) -> None:
    film = film_dataset(
        LossyImageCompression="01", LossyImageCompressionRatio="12.5", LossyImageCompressionMethod="ISO_10918_1"
    )
    made = capture(tmp_path, film)
    assert made.LossyImageCompression == "01"
    assert made.LossyImageCompressionRatio == 12.5
    assert made.LossyImageCompressionMethod == "ISO_10918_1"


def test_a_lossy_film_that_does_not_say_so_is_said_to_be_lossy(tmp_path: Path, shared: Path) -> None:
    silent = read(shared / "dicom" / "radiographs" / "fo-dicom__HasFragmentSequence.dcm")
    assert silent.source.lossy
    write_secondary_capture(tmp_path / "out.dcm", silent, some_colours(silent.shape), APPEARANCE)
    made = dcmread(tmp_path / "out.dcm")
    assert (made.LossyImageCompression, made.LossyImageCompressionMethod) == ("01", "ISO_10918_1")
    assert 2 < made.LossyImageCompressionRatio < 100
