"""A medium's directory given by name, or met in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydicom.fileset import FileSet

from tests.io.made_dicom import file_of, film, item, sequence
from xraycolor_gui.io.study_search import StudySearch
from xraycolor_gui.io.study_walk import Unshown, walk


@pytest.fixture
def medium(tmp_path: Path) -> Path:
    """A medium with two films, written as PS3.10 wants it."""
    files = FileSet()
    for number in range(2):
        made = film(PatientID=f"P{number}", StudyDate="20250101", StudyTime="1200", StudyID="1", AccessionNumber="")
        made.SeriesNumber = made.InstanceNumber = "1"
        made.ConversionType = None
        files.add(made)
    folder = tmp_path / "medium"
    files.write(folder)
    # Left to itself it warns that it has to be cleaned up.
    files._stage["t"].cleanup()
    return folder


def names(paths: object) -> list[str]:
    return [path.name for path in paths if isinstance(path, Path)]  # type: ignore[attr-defined]


def test_the_directory_leads_to_its_films(medium: Path) -> None:
    (medium / "other").write_bytes(b"not of the medium")
    instances = list(StudySearch((medium / "DICOMDIR",)))
    assert [one.labels.patient_id for one in instances if not isinstance(one, Unshown)] == ["P0", "P1"]
    assert len(instances) == 2


def test_names_are_found_whatever_the_system_made_of_their_letters(medium: Path) -> None:
    for path in sorted(medium.rglob("*"), key=lambda path: -len(path.parts)):
        path.rename(path.with_name(path.name.lower() + (";1" if path.is_file() else "")))
    assert len(list(walk([medium / "dicomdir;1"]))) == 2


def test_files_that_the_directory_names_in_vain_are_told(medium: Path) -> None:
    lost = next(path for path in sorted(medium.rglob("*")) if path.is_file() and path.name != "DICOMDIR")
    lost.unlink()
    for given in (medium / "DICOMDIR", medium):
        found = list(walk([given]))
        (unshown,) = [one for one in found if isinstance(one, Unshown)]
        assert unshown.path.name == lost.name and "named by the medium's directory" in unshown.reason
        assert len(found) == 2


def test_a_directory_is_no_film_of_a_folder_and_its_films_come_once(medium: Path) -> None:
    assert len(list(walk([medium]))) == 2
    assert len(list(walk([medium, medium / "DICOMDIR"]))) == 2


def test_a_directory_never_leads_out_of_its_folder(medium: Path) -> None:
    (medium.parent / "SECRET").write_bytes(b"x")
    record = item(DirectoryRecordType="IMAGE", ReferencedFileID=["PARENT", "SECRET"])
    made = film(DirectoryRecordSequence=sequence(record), Rows=None, Columns=None, PixelData=None)
    (medium / "DICOMDIR").write_bytes(file_of(made).replace(b"PARENT\\SECRET ", b"..\\SECRET     "))
    (found,) = walk([medium / "DICOMDIR"])
    assert isinstance(found, Unshown) and "not there" in found.reason


def test_a_directory_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "DICOMDIR").write_bytes(b"nothing")
    (found,) = walk([tmp_path / "DICOMDIR"])
    assert isinstance(found, Unshown) and found.reason
