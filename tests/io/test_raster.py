"""PNG, TIFF and JPEG of every common kind."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray
from PIL import Image

from tests.io.made_dicom import ramp
from xraycolor_gui.core.errors import UnreadableFile, UnsupportedImage
from xraycolor_gui.core.presentation import present
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.io.read import read

GREY8 = (ramp() >> 4).astype(np.uint8)
GREY16 = ramp(12, 16, 65535)


def _read(folder: Path, data: bytes, frame: int = 0) -> Radiograph:
    path = folder / "film"
    path.write_bytes(data)
    return read(path, frame)


def _saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def _tiff(pixels: NDArray[Any], **options: Any) -> bytes:
    buffer = BytesIO()
    tifffile.imwrite(buffer, pixels, **options)
    return buffer.getvalue()


def _deep_png(pixels: NDArray[np.uint16]) -> bytes:
    done, encoded = cv2.imencode(".png", pixels)
    assert done
    return encoded.tobytes()


def _interlaced_png(pixels: NDArray[np.uint8]) -> bytes:
    """Adam7, which Pillow reads but does not write."""
    passes = ((0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1))
    parts = [pixels[row::down, column::right] for row, column, down, right in passes]
    lines = b"".join(b"\0" + line.tobytes() for part in parts if part.size for line in part)
    rows, columns = pixels.shape
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", columns, rows, 8, 0, 0, 0, 1)), (b"IDAT", zlib.compress(lines))]
    whole = b"\x89PNG\r\n\x1a\n"
    for name, body in [*chunks, (b"IEND", b"")]:
        whole += struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    return whole


def test_grey_png_of_8_and_16_bit_is_shown_as_stored(tmp_path: Path) -> None:
    for pixels, bits in ((GREY8, 8), (GREY16, 16)):
        radiograph = _read(tmp_path, _saved(Image.fromarray(pixels), "PNG"))
        assert np.array_equal(radiograph.stored, pixels) and radiograph.bits == bits
        assert np.allclose(present(radiograph).grey, pixels / (2**bits - 1), atol=1e-6)


def test_interlaced_png_is_read(tmp_path: Path) -> None:
    assert np.array_equal(_read(tmp_path, _interlaced_png(GREY8)).stored, GREY8)


def test_sixteen_bits_that_hold_twelve_are_not_shown_black(tmp_path: Path) -> None:
    radiograph = _read(tmp_path, _saved(Image.fromarray(ramp()), "PNG"))
    assert radiograph.voi == () and present(radiograph).grey.max() == 1


def test_one_bit_png_is_black_and_white(tmp_path: Path) -> None:
    radiograph = _read(tmp_path, _saved(Image.fromarray(GREY8 > 100), "PNG"))
    assert np.array_equal(present(radiograph).grey, GREY8 > 100)


def test_a_palette_of_greys_is_recognised_as_grey(tmp_path: Path) -> None:
    image = Image.fromarray(GREY8, "L").convert("P")
    radiograph = _read(tmp_path, _saved(image, "PNG"))
    assert np.array_equal(radiograph.stored, GREY8) and "every pixel is grey" in radiograph.notes[0]


def test_colour_png_becomes_luminance_in_8_and_16_bit(tmp_path: Path) -> None:
    red = np.zeros((4, 4, 3), np.uint8)
    red[..., 0] = 255
    shallow = _read(tmp_path, _saved(Image.fromarray(red), "PNG"))
    deep = _read(tmp_path, _deep_png(red[..., ::-1].astype(np.uint16) * 257))
    assert shallow.stored[0, 0] == 127 and deep.bits == 16
    assert abs(int(deep.stored[0, 0]) / 257 - 127) < 1
    assert all("luminance" in radiograph.notes[0] and radiograph.luminance for radiograph in (shallow, deep))


def test_transparent_pixels_are_black_and_opaque_alpha_changes_nothing(tmp_path: Path) -> None:
    alpha = np.full_like(GREY8, 255)
    opaque = _read(tmp_path, _saved(Image.fromarray(np.dstack([GREY8, GREY8, GREY8, alpha])), "PNG"))
    assert np.array_equal(opaque.stored, GREY8)
    alpha[:6] = 0
    clear = _read(tmp_path, _saved(Image.fromarray(np.dstack([GREY8, GREY8, GREY8, alpha])), "PNG"))
    assert not clear.stored[:6].any() and any("Transparent" in note for note in clear.notes)


def test_sixteen_bit_alpha_is_kept_at_sixteen_bit(tmp_path: Path) -> None:
    opaque = np.dstack([GREY16, GREY16, GREY16, np.full_like(GREY16, 65535)])
    assert np.array_equal(_read(tmp_path, _deep_png(opaque)).stored, GREY16)


@pytest.mark.parametrize("pixels", [GREY8, GREY16, ramp().astype(np.int16) - 2048, ramp().astype(np.float32) / 4095])
@pytest.mark.parametrize("compression", [None, "zlib"])
def test_grey_tiff_of_every_depth_comes_back_exactly(
    tmp_path: Path, pixels: NDArray[Any], compression: str | None
) -> None:
    radiograph = _read(tmp_path, _tiff(pixels, photometric="minisblack", compression=compression))
    assert np.array_equal(radiograph.stored, pixels) and not radiograph.inverse


def test_big_endian_tiff_comes_back_in_native_order(tmp_path: Path) -> None:
    radiograph = _read(tmp_path, _tiff(GREY16.astype(">u2"), byteorder=">", photometric="minisblack"))
    assert np.array_equal(radiograph.stored, GREY16) and radiograph.stored.dtype.isnative


@pytest.mark.parametrize("pixels", [GREY8, GREY16])
def test_min_is_white_is_shown_inverse(tmp_path: Path, pixels: NDArray[Any]) -> None:
    radiograph = _read(tmp_path, _tiff(pixels, photometric="miniswhite"))
    assert radiograph.inverse and np.array_equal(radiograph.stored, pixels)
    assert present(radiograph).grey[0, 0] == 1


@pytest.mark.parametrize("compression", ["tiff_lzw", "jpeg", "packbits"])
def test_other_compressions_of_tiff_are_read(tmp_path: Path, compression: str) -> None:
    radiograph = _read(tmp_path, _saved(Image.fromarray(GREY8), "TIFF", compression=compression))
    assert np.abs(radiograph.stored.astype(int) - GREY8).max() <= 8


def test_lzw_tiff_of_16_bit_keeps_its_depth(tmp_path: Path) -> None:
    radiograph = _read(tmp_path, _saved(Image.fromarray(GREY16), "TIFF", compression="tiff_lzw"))
    assert np.array_equal(radiograph.stored, GREY16)


def test_pages_of_a_tiff_are_frames(tmp_path: Path) -> None:
    data = _tiff(np.stack([GREY16, GREY16[::-1]]), photometric="minisblack")
    second = _read(tmp_path, data, frame=1)
    assert np.array_equal(second.stored, GREY16[::-1]) and (second.source.frame, second.source.frames) == (1, 2)
    assert "Picture 2 of 2 is shown." in second.notes
    with pytest.raises(UnsupportedImage, match="no picture 3"):
        _read(tmp_path, data, frame=2)


def test_colour_tiff_planar_or_not_becomes_the_same_luminance(tmp_path: Path) -> None:
    colour = np.random.default_rng(1).integers(0, 256, (8, 9, 3), np.uint8)
    chunky = _read(tmp_path, _tiff(colour, photometric="rgb"))
    planar = _read(tmp_path, _tiff(np.moveaxis(colour, 2, 0), photometric="rgb", planarconfig="separate"))
    assert np.array_equal(chunky.stored, planar.stored)


@pytest.mark.parametrize("tag", range(1, 9))
def test_a_turned_tiff_or_jpeg_is_set_upright(tmp_path: Path, tag: int) -> None:
    upright = np.zeros((32, 48), np.uint8)
    upright[:16, :24], upright[16:, :24] = 255, 128
    stored = {
        1: upright, 2: upright[:, ::-1], 3: upright[::-1, ::-1], 4: upright[::-1], 5: upright.T,
        6: np.rot90(upright), 7: np.rot90(upright, 2).T, 8: np.rot90(upright, 3),
    }[tag]  # fmt: skip
    tiff = _tiff(np.ascontiguousarray(stored), photometric="minisblack", extratags=[(274, 3, 1, tag, True)])
    exif = Image.Exif()
    exif[0x0112] = tag
    jpeg = _saved(Image.fromarray(np.ascontiguousarray(stored)), "JPEG", quality=100, exif=exif.tobytes())
    for data in (tiff, jpeg):
        radiograph = _read(tmp_path, data)
        assert np.abs(radiograph.stored.astype(int) - upright).max() <= 6
        assert any("upright" in note for note in radiograph.notes) is (tag != 1)


def test_grey_and_colour_jpeg_are_marked_lossy(tmp_path: Path) -> None:
    for image in (
        Image.fromarray(GREY8),
        Image.fromarray(GREY8).convert("RGB"),
        Image.fromarray(GREY8).convert("CMYK"),
    ):
        radiograph = _read(tmp_path, _saved(image, "JPEG", quality=95))
        assert radiograph.source.lossy and np.abs(radiograph.stored.astype(int) - GREY8).max() < 16


@pytest.mark.parametrize("rows", [2**31 - 1, 60000])
def test_a_picture_that_claims_to_be_huge_is_refused_before_it_is_decoded(tmp_path: Path, rows: int) -> None:
    forged = bytearray(_saved(Image.fromarray(GREY8), "PNG"))
    forged[16:24] = struct.pack(">II", 60000, rows)
    with pytest.raises(UnsupportedImage, match="more than 200 megapixels"):
        _read(tmp_path, bytes(forged))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_cut_off_pictures_are_one_clear_line(tmp_path: Path, kind: str) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (64, 64), np.uint8)
    whole = _saved(Image.fromarray(noise), kind)
    with pytest.raises(UnreadableFile, match=f"film: this {kind} file is damaged or cut off"):
        _read(tmp_path, whole[: len(whole) // 2])


def test_a_tiff_without_any_pixels_is_one_clear_line(tmp_path: Path) -> None:
    whole = bytearray(_tiff(GREY8, photometric="minisblack"))
    at = next(whole.index(tag) for kind in (3, 4) if (tag := struct.pack("<HHI", 257, kind, 1)) in whole)
    whole[at + 8 : at + 12] = bytes(4)
    with pytest.raises(UnreadableFile, match="film: this TIFF file is damaged or cut off"):
        _read(tmp_path, bytes(whole))


@pytest.mark.parametrize("tag", [0, 9])
def test_an_exif_orientation_that_means_nothing_is_not_said_to_have_turned_the_film(tmp_path: Path, tag: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = tag
    radiograph = _read(tmp_path, _saved(Image.fromarray(GREY8), "JPEG", exif=exif.tobytes()))
    assert not any("upright" in note for note in radiograph.notes)
