"""Measurements as structured reports and tables: sound files, which others read with the same numbers."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import highdicom as hd
import pytest

from tests.conftest import SHARED_DATA
from tests.io.test_dciodvfy import dciodvfy_errors
from xraycolor_gui.core.errors import ExportError
from xraycolor_gui.core.feedback import new_id
from xraycolor_gui.core.measurements import Measure, Measurement, calibrated, scale_of
from xraycolor_gui.core.quantities import Quantity, Unit, amounts
from xraycolor_gui.core.radiograph import Radiograph, Spacing, SpacingSource
from xraycolor_gui.core.region_statistics import statistics
from xraycolor_gui.core.regions import Rectangle
from xraycolor_gui.io.dicom_objects.measurement_report import NAMES, SCALES, write_measurement_report
from xraycolor_gui.io.measurement_table import COLUMNS, encoded, write_measurement_table
from xraycolor_gui.io.quiet import silenced_warnings
from xraycolor_gui.io.read import read

NAMES_OF_FILMS = (
    "highdicom__dx_image",
    "dwv__gdcm-CR-MONO1-10-chest",
    "Evil-DICOM__implicitLittleEndian",
    "torchxrayvision__Fake_MONOHR1",
    "dicom-test-files__RG1_J2KI",
)
MEASURED = (
    Measurement(Measure.LENGTH, ((10, 12), (40.5, 52)), new_id()),
    Measurement(Measure.ANGLE, ((10, 12), (40, 52), (70, 12)), new_id()),
    Measurement(Measure.COBB, ((10, 10), (60, 15), (12, 80), (62, 70)), new_id()),
    Measurement(Measure.HEART_CHEST, ((30, 40), (60, 40), (5, 50), (90, 50)), new_id()),
    Measurement(Measure.RECTANGLE, ((10, 12), (50, 42)), new_id()),
    Measurement(Measure.ELLIPSE, ((10, 12), (50, 82)), new_id()),
    Measurement(Measure.LENGTH, ((-5, 12), (40.5, 52)), new_id()),
    Measurement(Measure.RECTANGLE, ((-5, 12), (40.5, 52)), new_id()),
    Measurement(Measure.CALIBRATION, ((10, 90), (60, 90)), new_id(), 25.0),
)


@dataclass(frozen=True)
class Made:
    film: Path
    radiograph: Radiograph
    spacing: Spacing
    report: Path


@pytest.fixture(scope="module", params=NAMES_OF_FILMS)
def made(request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    (film,) = (SHARED_DATA / "dicom" / "radiographs").glob(f"{request.param}*")
    radiograph = read(film)
    spacing = calibrated(scale_of(radiograph), MEASURED[-1])
    report = tmp_path_factory.mktemp("report") / "sr.dcm"
    write_measurement_report(report, film, 0, spacing=spacing, measured=MEASURED, reader="A. Reader")
    return Made(film, radiograph, spacing, report)


def test_the_report_has_no_fault_that_its_film_has_not(made: Made) -> None:
    assert dciodvfy_errors(made.report) <= dciodvfy_errors(made.film)


def test_highdicom_reads_every_number_with_its_unit_and_the_source_of_the_scale(made: Made) -> None:
    with silenced_warnings():
        content = hd.sr.srread(made.report).content
        groups = (*content.get_image_measurement_groups(), *content.get_planar_roi_measurement_groups())
        assert len(groups) == len(MEASURED)
        by_name = {group.tracking_identifier: group for group in groups}
        for number, measured in enumerate(MEASURED, start=1):
            (group,) = (each for name, each in by_name.items() if name is not None and name.startswith(f"{number} "))
            told = amounts(measured, made.radiograph, made.spacing)
            found = group.get_measurements()
            assert [each.value for each in found] == pytest.approx([amount.number for amount in told])
            assert [each.name.value for each in found] == [NAMES[amount.quantity][0].value for amount in told]
            (scale,) = group.get_qualitative_evaluations()
            assert scale.value.value == SCALES[SpacingSource.READER].value
        regions = {group.tracking_identifier for group in content.get_planar_roi_measurement_groups()}
    assert regions == {"5 Rectangle", "6 Ellipse"}, "what reaches beyond the film has no coordinates on it"


def test_dcmtk_shows_the_report_as_a_page(made: Made, tmp_path: Path) -> None:
    if shutil.which("dsr2html") is None:
        pytest.skip("DCMTK's dsr2html is not installed")
    page = tmp_path / "page.html"
    done = subprocess.run(["dsr2html", made.report, page], capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    words = page.read_text(errors="replace")
    assert "3 Cobb angle" in words and "4 Heart to chest" in words and "Calibrated by the reader" in words
    length = amounts(MEASURED[0], made.radiograph, made.spacing)[0].number
    assert f"{length:.3f}"[:5] in words and "A. Reader" in words


def test_nobody_is_named_where_no_name_is_told(made: Made, tmp_path: Path) -> None:
    write_measurement_report(tmp_path / "sr.dcm", made.film, 0, spacing=made.spacing, measured=MEASURED[:1])
    assert dciodvfy_errors(tmp_path / "sr.dcm") <= dciodvfy_errors(made.film)
    assert b"A. Reader" not in (tmp_path / "sr.dcm").read_bytes()


def test_a_table_has_a_row_for_every_number_and_no_name_of_a_file_or_patient(made: Made, tmp_path: Path) -> None:
    target = tmp_path / "measured.csv"
    write_measurement_table(target, made.radiograph, made.spacing, MEASURED)
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8"), newline="")))
    assert set(rows[0]) == set(COLUMNS) and made.film.name not in target.read_text(encoding="utf-8")
    told = [amount for measured in MEASURED for amount in amounts(measured, made.radiograph, made.spacing)]
    assert [float(row["value"]) for row in rows] == [amount.number for amount in told]
    assert {row["scale"] for row in rows} == {"calibrated by reader"}


def test_without_a_scale_lengths_are_in_pixels_and_there_is_no_area(shared: Path) -> None:
    (film,) = (SHARED_DATA / "dicom" / "radiographs").glob("highdicom__dx_image*")
    radiograph = read(film)
    unknown = Spacing(1.0, 1.0, SpacingSource.UNKNOWN)
    assert amounts(MEASURED[0], radiograph, unknown)[0].unit is Unit.PIXEL_WIDTHS
    inside = amounts(MEASURED[4], radiograph, unknown)
    assert Quantity.AREA not in {amount.quantity for amount in inside}
    found = statistics(radiograph, Rectangle(10, 12, 40, 30))
    assert found is not None and inside[0].number == found.mean
    assert b"px" in encoded(radiograph, unknown, MEASURED[:1])


def test_a_png_belongs_to_no_study_and_says_what_to_do(tmp_path: Path) -> None:
    import cv2
    import numpy as np

    path = tmp_path / "film.png"
    cv2.imwrite(str(path), np.zeros((100, 100), np.uint8))
    with pytest.raises(ExportError, match="belongs to no study"):
        write_measurement_report(tmp_path / "sr.dcm", path, 0, spacing=scale_of(read(path)), measured=MEASURED[:1])
    assert not (tmp_path / "sr.dcm").exists()


def test_the_issuer_of_the_patients_number_goes_with_the_report_and_the_key_images(tmp_path: Path) -> None:
    """dcm4chee-arc-light #4508, #3413: an archive refuses an object of the same patient by another issuer."""
    from pydicom import dcmread
    from pydicom.dataset import Dataset

    from tests.io.made_dicom import file_of, film
    from xraycolor_gui.io.dicom_objects.key_object import write_key_object

    qualifier = Dataset()
    qualifier.UniversalEntityID, qualifier.UniversalEntityIDType = "1.2.3.4.5", "ISO"
    uids = {"SOPInstanceUID": "1.2.9", "SeriesInstanceUID": "1.2.8", "StudyInstanceUID": "1.2.3"}
    dataset = film(PatientID="ID-77", IssuerOfPatientID="HOSPITAL", Modality="DX", **uids)
    dataset.IssuerOfPatientIDQualifiersSequence = [qualifier]
    path = tmp_path / "film.dcm"
    path.write_bytes(file_of(dataset))
    radiograph = read(path)
    length = Measurement(Measure.LENGTH, ((1, 1), (5, 5)), new_id())
    write_measurement_report(tmp_path / "sr.dcm", path, 0, spacing=scale_of(radiograph), measured=[length])
    write_key_object(tmp_path / "ko.dcm", [path])
    with silenced_warnings():
        for name in ("sr.dcm", "ko.dcm"):
            made = dcmread(tmp_path / name)
            assert (made.PatientID, made.IssuerOfPatientID) == ("ID-77", "HOSPITAL")
            assert made.IssuerOfPatientIDQualifiersSequence[0].UniversalEntityID == "1.2.3.4.5"
