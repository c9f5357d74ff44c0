"""Structured reports read as text: our own, and whatever else a study holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydicom import dcmread

from tests.io.made_dicom import file_of, film
from xraycolor_gui.core.errors import UnsupportedImage
from xraycolor_gui.core.feedback import new_id
from xraycolor_gui.core.measurements import Measure, Measurement, scale_of
from xraycolor_gui.io.dicom_objects.measurement_report import write_measurement_report
from xraycolor_gui.io.quiet import silenced_warnings
from xraycolor_gui.io.read import read
from xraycolor_gui.io.report_text import read_report

COBB = Measurement(Measure.COBB, ((1, 1), (6, 2), (1, 8), (6, 7)), new_id())
BOX = Measurement(Measure.RECTANGLE, ((1, 1), (6, 6)), new_id())


@pytest.fixture
def report(tmp_path: Path) -> Path:
    uids = {"SOPInstanceUID": "1.2.9", "SeriesInstanceUID": "1.2.8", "StudyInstanceUID": "1.2.3"}
    path = tmp_path / "film.dcm"
    path.write_bytes(file_of(film(Modality="DX", SpecificCharacterSet="ISO_IR 100", **uids)))
    target, spacing = tmp_path / "sr.dcm", scale_of(read(path))
    write_measurement_report(target, path, 0, spacing=spacing, measured=[COBB, BOX], reader="Änne Leser")
    return target


def test_what_is_said_is_read_with_names_values_and_units(report: Path) -> None:
    read_ = read_report(report)
    said = [(line.name, line.value) for line in read_.lines]
    assert read_.title == "Imaging Measurement Report" and len(read_.created) == 10
    assert ("Person Observer Name", "Änne Leser") in said
    assert ("Tracking Identifier", "1 Cobb angle") in said
    cobb = next(value for name, value in said if name == "Cobb angle")
    assert cobb.endswith(" deg") and 0 < float(cobb.removesuffix(" deg")) < 60
    depth = {line.name: line.depth for line in read_.lines}
    assert depth["Cobb angle"] > depth["Measurement Group"] > depth["Imaging Measurements"] == 1
    assert "  Imaging Measurements\n" in read_.as_text()


def test_a_film_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "film.dcm").write_bytes(file_of(film()))
    with pytest.raises(UnsupportedImage, match="not a structured report"):
        read_report(tmp_path / "film.dcm")


def test_items_without_name_or_value_break_nothing(report: Path, tmp_path: Path) -> None:
    with silenced_warnings():
        made = dcmread(report)
        del made.ConceptNameCodeSequence
        for item in made.ContentSequence:
            if "ConceptNameCodeSequence" in item:
                del item.ConceptNameCodeSequence
        del made.ContentDate
        made.save_as(tmp_path / "odd.dcm")
    odd = read_report(tmp_path / "odd.dcm")
    assert odd.title and odd.created == "" and len(odd.lines) > 10
