"""SR, SEG and GSPS of real films: no fault that the film has not, read by others, the same when read back."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import cv2
import highdicom as hd
import numpy as np
import pytest
from pydicom import dcmread

from tests.conftest import SHARED_DATA
from tests.io.test_dciodvfy import dciodvfy_errors
from xraycolor_gui.core import regions as r
from xraycolor_gui.core.colorization import Appearance, ModelId
from xraycolor_gui.core.feedback import Feedback, FilmId, Screen, Verdict, film_id, new_id, now
from xraycolor_gui.core.presentation import present
from xraycolor_gui.io.dicom.parse import parse
from xraycolor_gui.io.dicom_objects import capture_modules as modules
from xraycolor_gui.io.feedback.dicom_import import records_in
from xraycolor_gui.io.feedback.presentation_state import write_presentation_state
from xraycolor_gui.io.feedback.segmentation import write_segmentation
from xraycolor_gui.io.feedback.structured_report import write_structured_report
from xraycolor_gui.io.quiet import silenced_warnings
from xraycolor_gui.io.read import read
from xraycolor_gui.io.resources import palette

#: Ten grey films and one stored in colours: makers, classes and transfer syntaxes; the largest and the longest are left
#: to the captures' tests.
NAMES = (
    "highdicom__dx_image",
    "dwv__gdcm-CR-MONO1-10-chest",
    "Evil-DICOM__implicitLittleEndian",
    "io-dicom__rle_gray",
    "inference-sdk__1",
    "covid-chest-imaging-database",
    "torchxrayvision__Fake_MONOHR1",
    "radoss-creative-commons__331_DDH_1",
    "dicom-test-files__RG3_UNC",
    "dicom-test-files__RG1_J2KI",
    "orthanc-tests__Monochrome1-Jpeg",
)


@dataclass(frozen=True)
class Made:
    """A real film, what was said of it, and the objects that carry it."""

    film: Path
    id: FilmId
    records: tuple[Feedback, ...]
    report: Path
    segmentation: Path
    state: Path


def said_of(film: FilmId) -> tuple[Feedback, ...]:
    painted = np.zeros((film.rows, film.columns), np.bool_)
    painted[20:30, 20:40] = True
    painted[24:26, 24:30] = False
    painted[50:55, 50:55] = True
    shapes = (
        r.Rectangle(10, 12, 40.5, 30),
        r.Ellipse(30, 40, 60, 50),
        r.Polygon(((5, 5), (90.25, 10), (50, 80))),
        r.Freehand(((15.1, 5), (90.25, 10), (50, 80), (3, 40))),
        r.Point(44.5, 60),
        r.painted(painted),
    )
    screen = Screen(Appearance(ModelId("basic", "ab" * 32), "anatomical", 1.0, "W 2048 L 1024"), 0.5, 1, True)
    common = {"reader": "anna", "software": "XrayColor", "film": film, "screen": screen}
    made = [
        Feedback(new_id(), time=now(), region=shape, verdict=verdict, tissue=tissue, comment="Größer ✓", **common)
        for shape, verdict, tissue in zip(shapes, Verdict, ("", "bone", "", "metal", "", ""), strict=True)
    ]
    return (*made, Feedback(new_id(), time=now(), rating=4, **common))


@pytest.fixture(scope="module", params=NAMES)
def made(request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    (film,) = (SHARED_DATA / "dicom" / "radiographs").glob(f"{request.param}*")
    known = film_id(read(film))
    records = said_of(known)
    folder = tmp_path_factory.mktemp("objects")
    report, segmentation, state = (folder / f"{word}.dcm" for word in ("sr", "seg", "gsps"))
    write_structured_report(report, film, records)
    write_segmentation(segmentation, film, records, palette("anatomical"))
    write_presentation_state(state, film, records)
    return Made(film, known, records, report, segmentation, state)


def test_no_object_has_a_fault_that_its_film_has_not(made: Made) -> None:
    known = dciodvfy_errors(made.film)
    for path in (made.report, made.segmentation, made.state):
        assert dciodvfy_errors(path) <= known, path.name


def test_patient_and_study_are_the_films_to_the_byte(made: Made) -> None:
    source = parse(made.film.read_bytes(), made.film.name).header.dataset
    for path in (made.report, made.segmentation, made.state):
        ours = parse(path.read_bytes(), path.name).header.dataset
        for keyword in (*modules.PATIENT, *modules.STUDY):
            if keyword in source and isinstance(source.get_item(keyword).value, bytes):
                was = source.get_item(keyword).value
                assert ours.get_item(keyword).value[: len(was)] == was, keyword


def test_the_report_brings_back_the_very_records(made: Made) -> None:
    back, left = records_in(made.report.read_bytes(), made.report, "nobody", lambda *_: None)
    assert back == made.records
    assert left == ()


def test_the_segmentation_brings_back_the_very_pixels_with_verdict_and_tissue(made: Made) -> None:
    back, left = records_in(made.segmentation.read_bytes(), made.segmentation, "nobody", lambda *_: made.id)
    assert left == ()
    by_id = {record.id: record for record in back}
    assert len(by_id) == len(made.records) - 1
    shape = made.id.rows, made.id.columns
    for record in made.records[:-1]:
        found = by_id[record.id]
        assert record.region is not None and found.region is not None
        assert (r.mask_of(found.region, shape) == r.mask_of(record.region, shape)).all()
        assert (found.verdict, found.tissue, found.reader) == (record.verdict, record.tissue, record.reader)


def test_highdicom_reads_all_three(made: Made) -> None:
    with silenced_warnings():
        report = hd.sr.srread(made.report)
        groups = report.content.get_planar_roi_measurement_groups()
        assert len(groups) == 6
        assert {str(group.tracking_uid) for group in groups} == {
            str(segment.TrackingUID) for segment in dcmread(made.segmentation).SegmentSequence
        }
        assert report.CodingSchemeIdentificationSequence[0].CodingSchemeDesignator == "99XRAYCOLOR"
        segmentation = hd.seg.segread(made.segmentation)
        assert segmentation.number_of_segments == 6
        coloured = segmentation.get_segment_description(2)
        assert coloured.segmented_property_type.value == "WRONG_TISSUE"
        assert coloured.RecommendedDisplayCIELabValue != segmentation.get_segment_description(1).get(
            "RecommendedDisplayCIELabValue"
        )
        state = dcmread(made.state)
    assert len(state.GraphicAnnotationSequence[0].GraphicObjectSequence) == 8  # painted pixels: two pieces and a hole


def _run(*command: str | Path) -> subprocess.CompletedProcess[bytes]:
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"DCMTK's {command[0]} is not installed")
    return subprocess.run([str(part) for part in command], capture_output=True, check=False, timeout=60)


def test_dcmtk_shows_the_report_as_a_page(made: Made, tmp_path: Path) -> None:
    done = _run("dsr2html", made.report, tmp_path / "page.html")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "page.html").read_text(errors="replace")
    assert "Colour bleeds over an edge" in page
    assert "Wrong tissue" in page


def _uncompressed(film: Path, folder: Path) -> Path:
    """The film as DCMTK's presentation state tools want it; its SOP Instance UID stays."""
    plain = folder / "plain.dcm"
    for tool in (("dcmdjpeg", "+ud"), ("dcmdrle", "+ud"), ("dcmconv", "+te")):
        if _run(*tool, film, plain).returncode == 0:
            return plain
    # JPEG 2000 is none of DCMTK's.
    with silenced_warnings():
        dataset = dcmread(film)
        dataset.decompress(generate_instance_uid=False)
        dataset.save_as(plain)
    return plain


def test_dcmtk_applies_the_presentation_state_to_its_film(made: Made, tmp_path: Path) -> None:
    if made.film.name.startswith("radoss"):
        pytest.skip("a greyscale presentation state of a colour film is none of DCMTK's")
    film = _uncompressed(made.film, tmp_path)
    done = _run("dcmp2pgm", "-p", made.state, film, tmp_path / "shown.pgm")
    assert done.returncode == 0, done.stderr
    assert b"F:" not in done.stderr and b"E:" not in done.stderr, done.stderr
    shown = cv2.imread(str(tmp_path / "shown.pgm"), cv2.IMREAD_UNCHANGED)
    assert shown.shape == (made.id.rows, made.id.columns)
    grey = present(read(made.film)).grey
    assert np.abs(shown / 255 - grey).max() < 2 / 255
