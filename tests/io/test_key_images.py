"""Key images: kept by content and instance, and written as a document that others read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pydicom import dcmread

from tests.conftest import SHARED_DATA
from tests.io.made_dicom import file_of, film
from tests.io.test_dciodvfy import dciodvfy_errors
from xraycolor_gui.core.errors import ExportError, MeasurementError
from xraycolor_gui.core.key_image import KeyImage, Marked
from xraycolor_gui.io.dicom_objects.key_object import write_key_object
from xraycolor_gui.io.key_images import key_images, mark, named_in
from xraycolor_gui.io.quiet import silenced_warnings

DICOM, PICTURE = KeyImage("a" * 64, "1.2.3"), KeyImage("b" * 64, "")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a folder" / "key-images.sqlite"


def test_what_is_marked_is_kept_once_until_it_is_no_longer(path: Path) -> None:
    assert key_images(path) == () and not path.parent.exists()
    for key in (DICOM, PICTURE, DICOM):
        mark(key, True, path)
    assert set(key_images(path)) == {DICOM, PICTURE}
    # The same instance in another file.
    mark(KeyImage("c" * 64, "1.2.3"), False, path)
    assert key_images(path) == (PICTURE,)
    mark(PICTURE, False, path)
    assert key_images(path) == ()


def test_a_film_is_known_by_its_content_or_its_instance() -> None:
    marked = Marked([DICOM, PICTURE])
    assert KeyImage("", "1.2.3") in marked and KeyImage("a" * 64, "") in marked and PICTURE in marked
    assert KeyImage("", "") not in marked and KeyImage("c" * 64, "1.2.4") not in marked
    marked.put(KeyImage("", "1.2.3"), False)
    assert KeyImage("", "1.2.3") not in marked


def test_another_database_is_no_store_of_key_images(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE something (x)")
    with pytest.raises(MeasurementError, match="key images"):
        mark(DICOM, True, path)


@pytest.mark.parametrize("name", ["highdicom__dx_image", "dwv__gdcm-CR-MONO1-10-chest", "dicom-test-files__RG1_J2KI"])
def test_the_document_has_no_fault_that_its_film_has_not_and_names_it(shared: Path, tmp_path: Path, name: str) -> None:
    (one,) = (SHARED_DATA / "dicom" / "radiographs").glob(f"{name}*")
    target = tmp_path / "ko.dcm"
    write_key_object(target, [one], "A. Reader")
    assert dciodvfy_errors(target) <= dciodvfy_errors(one)
    with silenced_warnings():
        made, source = dcmread(target), dcmread(one)
        assert made.Modality == "KO" and made.StudyInstanceUID == source.StudyInstanceUID
        assert made.SOPClassUID == "1.2.840.10008.5.1.4.1.1.88.59"
        (study,) = made.CurrentRequestedProcedureEvidenceSequence
        (instance,) = study.ReferencedSeriesSequence[0].ReferencedSOPSequence
        assert instance.ReferencedSOPInstanceUID == source.SOPInstanceUID
        assert made.ConceptNameCodeSequence[0].CodeValue == "113000"


def test_films_of_two_series_are_named_and_of_two_studies_refused(tmp_path: Path) -> None:
    paths = []
    for number, study in enumerate(("1.2.3", "1.2.3", "1.2.4")):
        path = tmp_path / f"{number}.dcm"
        uids = {"SOPInstanceUID": f"1.2.9.{number}", "SeriesInstanceUID": f"1.2.8.{number}", "StudyInstanceUID": study}
        path.write_bytes(file_of(film(Modality="DX", **uids)))
        paths.append(path)
    write_key_object(tmp_path / "ko.dcm", paths[:2])
    with silenced_warnings():
        (study_,) = dcmread(tmp_path / "ko.dcm").CurrentRequestedProcedureEvidenceSequence
    assert len(study_.ReferencedSeriesSequence) == 2
    with pytest.raises(ExportError, match="several studies"):
        write_key_object(tmp_path / "other.dcm", paths)
    assert not (tmp_path / "other.dcm").exists()


def test_documents_name_films_unless_they_reject_them(tmp_path: Path) -> None:
    one = tmp_path / "film.dcm"
    uids = {"SOPInstanceUID": "1.2.9", "SeriesInstanceUID": "1.2.8", "StudyInstanceUID": "1.2"}
    one.write_bytes(file_of(film(Modality="DX", **uids)))
    document, rejected = tmp_path / "ko.dcm", tmp_path / "rejected.dcm"
    write_key_object(document, [one])
    assert named_in([one, tmp_path / "nowhere", document]) == (KeyImage("", "1.2.9"),)
    with silenced_warnings():
        made = dcmread(document)
        made.ConceptNameCodeSequence[0].CodeValue = "113001"  # Rejected for Quality Reasons
        made.save_as(rejected)
    assert named_in([rejected]) == ()
