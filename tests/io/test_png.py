"""PNG files, read back by other libraries and chunk by chunk."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from PIL import Image

from xraycolor_gui.core.radiograph import Spacing, SpacingSource
from xraycolor_gui.io.png import write_png

RGB = np.arange(5 * 7 * 3, dtype=np.uint8).reshape(5, 7, 3)
GREY = (np.arange(35, dtype=np.uint16) * 1873).reshape(5, 7)
TEXT = {"Software": "XrayColor", "Model": "basic", "Disclaimer": "Research and teaching, not for primary diagnosis"}


def chunks(path: Path) -> dict[bytes, bytes]:
    """Chunk type → body, checksums verified."""
    data, at, found = path.read_bytes(), 8, {}
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", data, at + 8 + length)[0] == zlib.crc32(kind + body)
        found.setdefault(kind, body)
        at += 12 + length
    return found


def read_back(path: Path) -> np.ndarray:
    picture = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    assert picture is not None
    return picture[..., ::-1] if picture.ndim == 3 else picture


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        arrays.arrays(np.uint8, st.tuples(st.integers(1, 9), st.integers(1, 9), st.just(3))),
        arrays.arrays(np.uint16, st.tuples(st.integers(1, 9), st.integers(1, 9))),
    )
)
def test_every_picture_comes_back_to_the_bit(tmp_path: Path, image: np.ndarray) -> None:
    path = tmp_path / "out.png"
    write_png(path, image, TEXT, overwrite=True)
    np.testing.assert_array_equal(read_back(path), image)


@pytest.mark.parametrize(("image", "header"), [(RGB, (8, 2)), (GREY, (16, 0))])
def test_depth_and_colour_type_are_those_of_the_picture(tmp_path: Path, image: np.ndarray, header: tuple) -> None:
    write_png(tmp_path / "out.png", image, {})
    assert struct.unpack(">IIBBBBB", chunks(tmp_path / "out.png")[b"IHDR"])[:4] == (7, 5, *header)


def test_the_picture_is_marked_srgb(tmp_path: Path) -> None:
    write_png(tmp_path / "out.png", RGB, {})
    found = chunks(tmp_path / "out.png")
    order = list(found)
    assert found[b"sRGB"] == b"\0"
    assert found[b"gAMA"] == struct.pack(">I", 45455)
    assert max(order.index(kind) for kind in (b"sRGB", b"gAMA", b"cHRM")) < order.index(b"IDAT")


def test_the_text_comes_back_also_beyond_latin_1(tmp_path: Path) -> None:
    text = {**TEXT, "Palette": "Größe 山"}
    write_png(tmp_path / "out.png", RGB, text)
    with Image.open(tmp_path / "out.png") as picture:
        assert picture.text == text  # type: ignore[attr-defined]


def test_calibrated_millimetres_become_pixels_per_metre(tmp_path: Path) -> None:
    write_png(tmp_path / "out.png", RGB, {}, spacing=Spacing(0.2, 0.1, SpacingSource.CALIBRATED))
    assert struct.unpack(">IIB", chunks(tmp_path / "out.png")[b"pHYs"]) == (10_000, 5_000, 1)


def test_detector_millimetres_are_no_size_of_the_patient(tmp_path: Path) -> None:
    write_png(tmp_path / "out.png", RGB, {}, spacing=Spacing(0.2, 0.2, SpacingSource.DETECTOR))
    assert b"pHYs" not in chunks(tmp_path / "out.png")


def test_tall_pixels_keep_their_shape(tmp_path: Path) -> None:
    write_png(tmp_path / "out.png", RGB, {}, pixel_aspect=1.25)
    across, down, unit = struct.unpack(">IIB", chunks(tmp_path / "out.png")[b"pHYs"])
    assert (across / down, unit) == (1.25, 0)


def test_a_picture_of_another_kind_is_a_bug_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(ValueError):
        write_png(tmp_path / "out.png", RGB.astype(np.float32), {})  # type: ignore[arg-type]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("length", [1e-30, 1e-7, 1e5])
def test_millimetres_beyond_all_sense_are_left_out(tmp_path: Path, length: float) -> None:
    write_png(tmp_path / "out.png", RGB, {}, spacing=Spacing(length, length, SpacingSource.CALIBRATED))
    assert b"pHYs" not in chunks(tmp_path / "out.png")
