"""Reading by content, and every way in which a file may be no film."""

from __future__ import annotations

import hashlib
import os
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.io.made_dicom import file_of, film, ramp
from xraycolor_gui.core.errors import UnreadableFile, UnsupportedImage, XrayColorError
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.io import read as read_module
from xraycolor_gui.io.read import read


def _png(pixels: np.ndarray) -> bytes:
    buffer = BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG")
    return buffer.getvalue()


DICOM = file_of(film())
PNG = _png((ramp() >> 4).astype(np.uint8))


def _read(folder: Path, data: bytes, name: str = "film") -> Radiograph:
    path = folder / name
    path.write_bytes(data)
    return read(path)


@pytest.mark.parametrize(("data", "kind"), [(DICOM, "DICOM"), (PNG, "PNG")])
def test_the_content_tells_the_format_and_the_suffix_does_not(tmp_path: Path, data: bytes, kind: str) -> None:
    for name in ("film", "film.txt", "film.png", "film.dcm", "médical é.jpg"):
        radiograph = _read(tmp_path, data, name)
        assert radiograph.source.format == kind
        assert radiograph.source.sha256 == hashlib.sha256(data).hexdigest()


def test_stored_pixels_come_back_as_they_are_and_read_only(tmp_path: Path) -> None:
    radiograph = _read(tmp_path, DICOM)
    assert np.array_equal(radiograph.stored, ramp())
    assert not radiograph.stored.flags.writeable
    assert radiograph.bits == 12 and radiograph.notes == ()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the file is empty"),
        (b"Dear colleague,\n", "a text file, not a radiograph"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        (b"PK\x03\x04" + bytes(60), "a zip archive"),
        (bytes(5000), "not a format that is known here"),
        (b"\x89PNG\r\n\x1a\n", "this PNG file is damaged or cut off"),
        (b"\xff\xd8\xff\xe0", "this JPEG file is damaged or cut off"),
        (b"II*\0", "this TIFF file is damaged or cut off"),
        (bytes(128) + b"DICM", "the DICOM header is damaged"),
    ],
)
def test_what_is_no_film_is_named_in_one_line(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(XrayColorError) as caught:
        _read(tmp_path, content)
    assert words in str(caught.value) and str(caught.value).startswith("film: ")
    assert "\n" not in str(caught.value) and caught.value.next_step


def test_a_folder_and_an_absent_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedImage, match="a folder"):
        read(tmp_path)
    with pytest.raises(UnreadableFile, match="no such file"):
        read(tmp_path / "absent")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnsupportedImage, match="not a file"):
        read(tmp_path / "pipe")


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "film"
    path.write_bytes(DICOM)
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableFile, match="may not read"):
        read(path)


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_module, "MAXIMUM_BYTES", 100)
    with pytest.raises(UnsupportedImage, match="larger than"):
        _read(tmp_path, DICOM)


def test_errors_never_carry_the_patient(tmp_path: Path) -> None:
    for keep in range(200, len(DICOM), 37):
        try:
            radiograph = _read(tmp_path, DICOM[:keep])
        except XrayColorError as error:
            assert "Made" not in f"{error}{error.detail}"
        else:
            assert not any("Made" in note for note in radiograph.notes)


_FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _film_or_error(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    try:
        read(path)
    except XrayColorError as error:
        assert "\n" not in str(error) and error.next_step


@_FUZZ
@given(keep=st.integers(0, len(DICOM)))
@example(keep=132)
@example(keep=len(DICOM) - 1)
def test_a_dicom_file_cut_off_anywhere_is_a_film_or_one_error(tmp_path: Path, keep: int) -> None:
    _film_or_error(tmp_path / "film", DICOM[:keep])


@_FUZZ
@given(flips=st.lists(st.tuples(st.integers(0, len(DICOM) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_dicom_file_with_spoilt_bytes_is_a_film_or_one_error(tmp_path: Path, flips: list[tuple[int, int]]) -> None:
    spoilt = bytearray(DICOM)
    for at, byte in flips:
        spoilt[at] = byte
    _film_or_error(tmp_path / "film", bytes(spoilt))


@_FUZZ
@given(
    keep=st.integers(0, len(PNG)),
    flips=st.lists(st.tuples(st.integers(0, len(PNG) - 1), st.integers(0, 255)), max_size=4),
)
def test_a_spoilt_png_file_is_a_film_or_one_error(tmp_path: Path, keep: int, flips: list[tuple[int, int]]) -> None:
    spoilt = bytearray(PNG)
    for at, byte in flips:
        spoilt[at] = byte
    _film_or_error(tmp_path / "film", bytes(spoilt[:keep]))


def test_a_folder_without_a_name_of_its_own_is_still_named() -> None:
    with pytest.raises(UnsupportedImage, match=r"^/: a folder"):
        read("/")
