"""Films in zip archives, and archives that are locked, damaged or made to harm."""

from __future__ import annotations

import struct
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.io.made_dicom import file_of, film
from xraycolor_gui.core.errors import ExportError, UnreadableFile, UnsupportedImage
from xraycolor_gui.io import archives
from xraycolor_gui.io.archives import member_bytes, members, on_disk, told_path
from xraycolor_gui.io.dicom.source_header import read_source_header
from xraycolor_gui.io.read import read
from xraycolor_gui.io.study import read_instance
from xraycolor_gui.io.study_search import StudySearch
from xraycolor_gui.io.study_walk import Unshown, walk

FILM = file_of(film())


def zipped(folder: Path, **files: bytes) -> Path:
    path = folder / "study.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def lock(path: Path) -> None:
    """Set the flag that says "encrypted" in both of the first member's headers."""
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = data.find(mark) + offset
        struct.pack_into("<H", data, at, 1)
    path.write_bytes(data)


def test_films_inside_are_read_as_if_the_archive_were_a_folder(tmp_path: Path) -> None:
    archive = zipped(tmp_path, IM10=FILM, IM2=FILM, DICOMDIR=b"x", **{"a/IM1": FILM, "__MACOSX/IM1": b"x"})
    found = list(walk([archive]))
    assert found == [archive / "a" / "IM1", archive / "IM2", archive / "IM10"]
    radiograph = read(archive / "a" / "IM1")
    assert radiograph.shape == (12, 16) and radiograph.source.path == archive / "a" / "IM1"
    assert read_instance(archive / "IM2").labels.patient_id == "MADE-1"
    assert [path.name for path in tmp_path.iterdir()] == ["study.zip"]


def test_a_film_in_an_archive_lends_its_header_to_exports(tmp_path: Path) -> None:
    archive = zipped(tmp_path, IM1=FILM)
    header = read_source_header(read(archive / "IM1").source)
    assert header.dataset.PatientID == "MADE-1"
    zipped(tmp_path, IM2=FILM)
    with pytest.raises(ExportError, match="cannot be read any more"):
        read_source_header(replace(read(archive / "IM2").source, path=archive / "IM1"))


def test_a_reader_sees_archive_and_member(tmp_path: Path) -> None:
    archive = zipped(tmp_path, **{"a/IM1": FILM})
    assert told_path(archive / "a" / "IM1") == "study.zip ▸ a/IM1"
    assert told_path(tmp_path / "IM1") == "IM1"
    assert on_disk(archive / "a" / "IM1") == archive
    assert on_disk(tmp_path / "absent") == tmp_path / "absent"


def test_an_archive_in_a_searched_folder_is_looked_into(tmp_path: Path) -> None:
    zipped(tmp_path, IM1=FILM)
    (tmp_path / "odd name é").write_bytes(file_of(film()))
    assert [path.name for path in walk([tmp_path]) if isinstance(path, Path)] == ["odd name é", "IM1"]


def test_only_the_beginning_of_a_member_is_unpacked_for_its_labels(tmp_path: Path) -> None:
    archive = zipped(tmp_path, IM1=FILM + bytes(10_000_000))
    assert len(member_bytes(archive / "IM1", 100) or b"") == 100


def test_a_locked_member_says_so(tmp_path: Path) -> None:
    archive = zipped(tmp_path, IM1=FILM)
    lock(archive)
    with pytest.raises(UnsupportedImage, match="password"):
        read(archive / "IM1")


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "BOMB_BYTES", 1_000_000)
    archive = zipped(tmp_path, IM1=bytes(20_000_000))
    with pytest.raises(UnsupportedImage, match="would unpack to"):
        member_bytes(archive / "IM1")


def test_contents_that_would_fill_the_memory_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAXIMUM_CONTENTS", 50)
    archive = zipped(tmp_path, IM1=FILM, IM2=FILM)
    with pytest.raises(UnsupportedImage, match="too many files"):
        list(members(archive))


def test_an_archive_in_an_archive_is_told_and_not_opened(tmp_path: Path) -> None:
    inner = zipped(tmp_path, IM1=FILM).read_bytes()
    archive = zipped(tmp_path, **{"inner.zip": inner})
    (found,) = StudySearch((archive,))
    assert isinstance(found, Unshown) and "a zip archive" in found.reason


@pytest.mark.parametrize("keep", [10, 60, 400])
def test_an_archive_that_is_cut_off_is_told_and_stops_nothing(tmp_path: Path, keep: int) -> None:
    archive = zipped(tmp_path, IM1=FILM)
    archive.write_bytes(archive.read_bytes()[:keep])
    (tmp_path / "z").write_bytes(FILM)
    bad, good = walk([tmp_path])
    assert isinstance(bad, Unshown) and "damaged or cut off" in bad.reason
    assert good == tmp_path / "z"


def test_a_member_that_is_damaged_is_an_unreadable_file(tmp_path: Path) -> None:
    archive = zipped(tmp_path, IM1=FILM)
    data = bytearray(archive.read_bytes())
    data[60:90] = bytes(30)
    archive.write_bytes(data)
    with pytest.raises(UnreadableFile, match="damaged inside its archive"):
        read(archive / "IM1")


def test_names_that_lead_out_of_the_archive_stay_inside(tmp_path: Path) -> None:
    archive = zipped(tmp_path, **{"../../etc/IM1": FILM, "/abs/IM2": FILM, "win\\IM3": FILM})
    assert sorted(path.relative_to(archive).as_posix() for path in members(archive)) == [
        "abs/IM2",
        "etc/IM1",
        "win/IM3",
    ]
    assert read(archive / "etc" / "IM1").shape == (12, 16)


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    archive = zipped(tmp_path, IM1=FILM)
    with pytest.raises(UnreadableFile, match="no such file in study"):
        read(archive / "IM2")
    (tmp_path / "plain").write_bytes(FILM)
    with pytest.raises(UnreadableFile, match="no such file"):
        read(tmp_path / "plain" / "IM2")


def test_an_archive_that_was_written_anew_is_read_anew(tmp_path: Path) -> None:
    archive = zipped(tmp_path, IM1=FILM)
    assert read_instance(archive / "IM1").labels.patient_id == "MADE-1"
    zipped(tmp_path, IM1=file_of(film(PatientID="SECOND")), IM2=FILM)
    assert read_instance(archive / "IM1").labels.patient_id == "SECOND"
