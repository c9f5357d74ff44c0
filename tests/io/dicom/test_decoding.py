"""Compressed pixels, told by what they are, and decoders that may crash kept at a distance."""

from __future__ import annotations

import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import jpeg_ls
import numpy as np
import openjpeg.utils as openjpeg
import pydicom
import pytest
from numpy.typing import NDArray
from PIL import Image
from pydicom.encaps import encapsulate, generate_frames

from tests.io.made_dicom import file_of, film, ramp
from xraycolor_gui.core.errors import UnreadableFile, XrayColorError
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.io.dicom import decoding, decoding_child, jpeg_codecs
from xraycolor_gui.io.dicom.codestream import Codestream, Coding, inspect
from xraycolor_gui.io.read import read

JPEG, LOSSLESS, JPEG_LS, J2K, RLE = (f"1.2.840.10008.1.2.{end}" for end in ("4.50", "4.70", "4.80", "4.90", "5"))


DEFLATED = "1.2.840.10008.1.2.8.1"
FILM = ramp(64, 64)


def _jpeg_2000(pixels: NDArray[Any], bits: int) -> bytes:
    return bytes(openjpeg.encode_array(pixels, bits_stored=bits, photometric_interpretation=2))


def _jpeg(pixels: NDArray[Any], **options: Any) -> bytes:
    buffer = BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", quality=95, **options)
    return buffer.getvalue()


def _read(folder: Path, frames: list[bytes], syntax: str, pixels: NDArray[Any], **tags: Any) -> Radiograph:
    dataset = film(pixels, **tags)
    dataset.PixelData = encapsulate(frames)
    dataset["PixelData"].is_undefined_length = True
    # pydicom does not write deflated frames yet, so their label is put in afterwards
    dataset.file_meta.TransferSyntaxUID = J2K if syntax == DEFLATED else syntax
    if len(frames) > 1:
        dataset.NumberOfFrames = str(len(frames))
    path = folder / "film"
    data = file_of(dataset)
    path.write_bytes(data.replace(J2K.encode(), DEFLATED.encode() + b"\0", 1) if syntax == DEFLATED else data)
    return read(path)


def test_jpeg_2000_comes_back_exactly(tmp_path: Path) -> None:
    radiograph = _read(tmp_path, [_jpeg_2000(FILM, 12)], J2K, FILM)
    assert np.array_equal(radiograph.stored, FILM) and not radiograph.source.lossy and radiograph.notes == ()


def test_a_jpeg_2000_stream_under_a_jpeg_label_is_read_and_said(tmp_path: Path) -> None:
    radiograph = _read(tmp_path, [_jpeg_2000(FILM, 12)], JPEG, FILM)
    assert np.array_equal(radiograph.stored, FILM)
    assert any("not coded as JPEG Baseline" in note for note in radiograph.notes)


def test_a_sign_that_jpeg_2000_and_header_disagree_about_keeps_the_header_s_values(tmp_path: Path) -> None:
    signed = FILM.astype(np.int16) - 2048
    unsigned_stream = _jpeg_2000(signed.view(np.uint16) & 0x0FFF, 12)
    radiograph = _read(tmp_path, [unsigned_stream], J2K, signed)
    assert np.array_equal(radiograph.stored, signed) and any("sign" in note for note in radiograph.notes)


def test_jpeg_ls_comes_back_exactly_signed_or_not(tmp_path: Path) -> None:
    stream = bytes(jpeg_ls.encode_array(FILM))
    assert np.array_equal(_read(tmp_path, [stream], JPEG_LS, FILM).stored, FILM)
    signed = FILM.astype(np.int16) - 2048
    stream = bytes(jpeg_ls.encode_array(signed.view(np.uint16) & 0x0FFF))
    assert np.array_equal(_read(tmp_path, [stream], JPEG_LS, signed).stored, signed)


def test_rle_comes_back_exactly(tmp_path: Path) -> None:
    dataset = film(FILM)
    dataset.compress(RLE)
    path = tmp_path / "film"
    path.write_bytes(file_of(dataset))
    assert np.array_equal(read(path).stored, FILM)


def test_a_deflated_data_set_is_read_with_or_without_its_end(tmp_path: Path) -> None:
    dataset = film(FILM)
    dataset.file_meta.TransferSyntaxUID = "1.2.840.10008.1.2.1.99"
    path = tmp_path / "film"
    path.write_bytes(file_of(dataset))
    assert np.array_equal(read(path).stored, FILM) and read(path).notes == ()
    path.write_bytes(file_of(dataset)[:-200])
    with pytest.raises(XrayColorError):
        read(path)


@pytest.mark.parametrize("window", [-15, 15])
def test_deflated_frames_are_inflated(tmp_path: Path, window: int) -> None:
    deflater = zlib.compressobj(wbits=window)
    frame = deflater.compress(FILM.tobytes()) + deflater.flush()
    assert np.array_equal(_read(tmp_path, [frame], DEFLATED, FILM).stored, FILM)


def test_eight_bit_jpeg_is_read_and_marked_lossy(tmp_path: Path) -> None:
    pixels = (FILM >> 4).astype(np.uint8)
    radiograph = _read(tmp_path, [_jpeg(pixels)], JPEG, pixels)
    assert np.abs(radiograph.stored.astype(int) - pixels).max() < 12 and radiograph.source.lossy


def test_colour_in_jpeg_becomes_the_same_grey_as_the_picture(tmp_path: Path) -> None:
    colour = np.full((32, 32, 3), (200, 40, 90), np.uint8)
    radiograph = _read(tmp_path, [_jpeg(colour)], JPEG, colour, PhotometricInterpretation="YBR_FULL_422")
    path = tmp_path / "plain"
    Image.fromarray(colour).save(path, "PNG")
    assert np.abs(radiograph.stored.astype(int) - read(path).stored).max() <= 2


def test_the_frame_asked_for_is_decoded_and_no_other(tmp_path: Path) -> None:
    frames = [_jpeg_2000(FILM, 12), b"damaged "]
    radiograph = _read(tmp_path, frames, J2K, np.stack([FILM, FILM]))
    assert np.array_equal(radiograph.stored, FILM) and radiograph.source.frames == 2
    with pytest.raises(UnreadableFile, match="damaged"):
        read(tmp_path / "film", frame=1)


def test_pixels_of_another_size_than_the_header_says_are_shown_and_said(tmp_path: Path) -> None:
    radiograph = _read(tmp_path, [_jpeg_2000(FILM, 12)], J2K, FILM, Rows=99)
    assert radiograph.shape == FILM.shape and any("another size" in note for note in radiograph.notes)


@pytest.mark.parametrize("syntax", [J2K, JPEG, JPEG_LS, RLE, LOSSLESS, DEFLATED, "1.2.3.4"])
def test_senseless_pixels_are_one_clear_line_in_every_syntax(tmp_path: Path, syntax: str) -> None:
    with pytest.raises(UnreadableFile, match=r"film: .*(damaged|cut off)") as caught:
        _read(tmp_path, [b"\xff\xd8\xff\xc3 no such thing"], syntax, FILM)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("keep", [40, 200, 400])
def test_cut_off_streams_are_one_clear_line_or_a_film(tmp_path: Path, keep: int) -> None:
    noise = np.random.default_rng(1).integers(0, 4096, (32, 32), np.uint16)
    for syntax, stream in ((J2K, _jpeg_2000(noise, 12)), (JPEG_LS, bytes(jpeg_ls.encode_array(noise)))):
        try:
            radiograph = _read(tmp_path, [stream[:keep]], syntax, noise)
        except UnreadableFile as error:
            assert "film: " in str(error)
        else:
            assert radiograph.shape == noise.shape


def test_a_forged_frame_many_times_its_header_is_not_decoded(tmp_path: Path) -> None:
    stream = bytearray(jpeg_ls.encode_array(FILM))
    at = stream.index(b"\xff\xf7") + 5
    stream[at : at + 4] = b"\x30\x00\x30\x00"
    with pytest.raises(UnreadableFile, match="the JPEG-LS pixels are damaged"):
        _read(tmp_path, [bytes(stream)], JPEG_LS, FILM)


# --- the child process -------------------------------------------------------------------------------------------


def _lossless_frame(shared: Path) -> tuple[bytes, Codestream]:
    dataset = pydicom.dcmread(shared / "dicom" / "radiographs" / "dicom-test-files__RG3_JPLL.dcm")
    frame = next(generate_frames(dataset.PixelData, number_of_frames=1))
    stream = inspect(frame)
    assert stream is not None and stream.coding is Coding.JPEG_LOSSLESS
    return frame, stream


def test_jpeg_lossless_equals_the_uncompressed_film(shared: Path) -> None:
    films = shared / "dicom" / "radiographs"
    lossless, plain = (read(films / f"dicom-test-files__RG3_{name}.dcm") for name in ("JPLL", "UNC"))
    assert np.array_equal(lossless.stored, plain.stored)


def test_twelve_bit_jpeg_is_close_to_the_uncompressed_film(shared: Path) -> None:
    films = shared / "dicom" / "radiographs"
    lossy, plain = (read(films / f"dicom-test-files__RG3_{name}.dcm") for name in ("JPLY", "UNC"))
    assert np.abs(lossy.stored.astype(int) - plain.stored).mean() < 8 and lossy.source.lossy


def test_large_frames_come_back_exactly_from_the_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "LARGE_FRAME", 100)
    stream = _jpeg_2000(FILM, 12)
    assert np.array_equal(_read(tmp_path, [stream], J2K, FILM).stored, FILM)
    with pytest.raises(UnreadableFile, match="pixels are damaged"):
        _read(tmp_path, [stream[:60]], J2K, FILM)


def test_a_decoder_that_takes_too_long_is_stopped(
    tmp_path: Path, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jpeg_codecs, "CHILD_SECONDS", 0.001)
    with pytest.raises(UnreadableFile, match=r"RG3_JPLL\.dcm: decoding took more than 0\.001 seconds"):
        read(shared / "dicom" / "radiographs" / "dicom-test-files__RG3_JPLL.dcm")


def test_a_decoder_that_dies_costs_one_line_and_not_the_program(
    shared: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dying = tmp_path / "python"
    dying.write_text("#!/bin/sh\nkill -ABRT $$\n")
    dying.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(dying))
    with pytest.raises(UnreadableFile, match="the JPEG lossless pixels are damaged"):
        read(shared / "dicom" / "radiographs" / "dicom-test-files__RG3_JPLL.dcm")


def test_the_child_refuses_memory_beyond_its_limit() -> None:
    code = (
        "from xraycolor_gui.io.dicom.decoding_child import limit_memory\n"
        "limit_memory(600_000_000)\n"
        "try:\n    bytearray(10**9)\nexcept MemoryError:\n    raise SystemExit(7)\n"
    )
    root = Path(decoding_child.__file__).resolve().parents[3]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 7


def test_the_child_s_limit_leaves_room_for_the_largest_film() -> None:
    assert decoding_child.MEMORY_LIMIT >= 200_000_000 * 2 * 4


def test_reading_films_never_calls_gdcm_in_this_process(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import gdcm

    def refuse(*_: object) -> None:
        raise AssertionError("GDCM ran in the window's process")

    for name in ("Image", "ImageReader", "Reader", "Fragment"):
        monkeypatch.setattr(gdcm, name, refuse)
    for name in ("RG3_JPLL", "RG3_JPLY", "RG3_RLE", "RG3_J2KR"):
        assert read(shared / "dicom" / "radiographs" / f"dicom-test-files__{name}.dcm").stored.any()


def test_the_decoding_child_takes_no_module_from_the_folder_one_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    stream = _jpeg_2000(FILM, 12)
    facts = inspect(stream)
    assert facts is not None
    assert np.array_equal(jpeg_codecs.decode_in_child(stream, facts), FILM)


def test_an_adobe_marker_that_ends_too_early_tells_no_colour_transform() -> None:
    start, short = b"\xff\xd8", b"\xff\xee\x00\x0cAdobe\0\0\0\0\0"
    whole = b"\xff\xee\x00\x0eAdobe\0\x64\0\0\0\0\x01"
    size = b"\xff\xc0\x00\x11\x08\0\x02\0\x03\x03\0\x11\0\x01\x11\0\x02\x11\0"
    cut, told = inspect(start + short + size), inspect(start + whole + size)
    assert cut is not None and cut.colour_transform is None
    assert told is not None and told.colour_transform is True
