"""Colour and bits: what stored pixels come to."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.io.made_dicom import Reader, film, ramp
from xraycolor_gui.core.errors import UnsupportedImage
from xraycolor_gui.core.radiograph import (
    Window,
    WindowFunction,
)


def test_grey_stored_in_colour_is_recognised(reading: Reader) -> None:
    grey = (ramp() >> 4).astype(np.uint8)
    radiograph = reading(film(np.repeat(grey[..., None], 3, axis=2)))
    assert np.array_equal(radiograph.stored, grey) and any("every pixel is grey" in note for note in radiograph.notes)


def test_colour_becomes_its_luminance(reading: Reader) -> None:
    red, green = np.zeros((4, 4, 3), np.uint8), np.zeros((4, 4, 3), np.uint8)
    red[..., 0], green[..., 1] = 255, 255
    assert reading(film(red)).stored[0, 0] == 127
    assert reading(film(green)).stored[0, 0] == 220
    assert any("luminance" in note for note in reading(film(red)).notes)
    assert reading(film(red)).luminance and not reading(film()).luminance


def test_planar_colour_equals_interleaved_colour(reading: Reader) -> None:
    colour = np.random.default_rng(1).integers(0, 256, (6, 8, 3), np.uint8)
    planar = film(colour, PlanarConfiguration=1, PixelData=np.moveaxis(colour, 2, 0).tobytes())
    assert np.array_equal(reading(planar).stored, reading(film(colour)).stored)


def test_a_palette_is_looked_up(reading: Reader) -> None:
    indices = np.arange(16, dtype=np.uint8).reshape(4, 4)
    tags: dict[str, Any] = {"PhotometricInterpretation": "PALETTE COLOR"}
    for colour in ("Red", "Green", "Blue"):
        tags[f"{colour}PaletteColorLookupTableDescriptor"] = [16, 0, 8]
        tags[f"{colour}PaletteColorLookupTableData"] = bytes(range(0, 160, 10))
    assert np.array_equal(reading(film(indices, **tags)).stored, indices * 10)
    del tags["BluePaletteColorLookupTableData"]
    with pytest.raises(UnsupportedImage, match="palette"):
        reading(film(indices, **tags))


def test_eight_bits_without_a_window_are_shown_as_stored(reading: Reader) -> None:
    radiograph = reading(film((ramp() >> 4).astype(np.uint8)))
    assert radiograph.voi == (Window(127.5, 255, WindowFunction.LINEAR_EXACT, "as stored"),)


def test_values_beyond_a_wrong_bits_stored_are_kept_and_said(reading: Reader) -> None:
    radiograph = reading(film(ramp(48, 64, 16000), BitsStored=12, HighBit=11))
    assert np.array_equal(radiograph.stored, ramp(48, 64, 16000)) and radiograph.bits == 14
    assert any("Bits Stored says 12" in note for note in radiograph.notes)


def test_marks_in_unused_high_bits_are_cut_away(reading: Reader) -> None:
    pixels = ramp(48, 64)
    pixels[::7, ::5] |= 0x8000
    radiograph = reading(film(pixels))
    assert np.array_equal(radiograph.stored, ramp(48, 64)) and radiograph.bits == 12


def test_signed_values_without_sign_extension_are_extended(reading: Reader) -> None:
    signed = ramp().astype(np.int16) - 2048
    radiograph = reading(film(signed, PixelData=(signed.view(np.uint16) & 0x0FFF).tobytes()))
    assert np.array_equal(radiograph.stored, signed)


def test_values_stored_in_the_high_bits_are_moved_down(reading: Reader) -> None:
    assert np.array_equal(reading(film(ramp() << 4, HighBit=15)).stored, ramp())


@pytest.mark.parametrize("dtype", [np.uint8, np.int8, np.uint16, np.int16, np.uint32, np.int32])
def test_every_integer_depth_is_read(reading: Reader, dtype: type[np.integer[Any]]) -> None:
    info = np.iinfo(dtype)
    pixels = np.linspace(info.min, info.max, 48).astype(dtype).reshape(6, 8)
    full = {"BitsStored": info.bits, "HighBit": info.bits - 1}
    assert np.array_equal(reading(film(pixels, **full)).stored, pixels)


def test_one_bit_pixels_are_unpacked(reading: Reader) -> None:
    pixels = (np.indices((8, 16)).sum(axis=0) % 2).astype(np.uint8)
    packed = np.packbits(pixels, bitorder="little").tobytes()
    radiograph = reading(film(pixels, BitsAllocated=1, BitsStored=1, HighBit=0, PixelData=packed))
    assert np.array_equal(radiograph.stored, pixels) and radiograph.bits == 1


def test_float_pixels_are_read_and_what_is_no_number_is_said(reading: Reader) -> None:
    values = np.linspace(-1, 1, 12, dtype=np.float32).reshape(3, 4)
    values[0, 0] = np.nan
    dataset = film(np.zeros((3, 4), np.uint16), PixelData=None, BitsAllocated=32)
    dataset.FloatPixelData = values.tobytes()
    radiograph = reading(dataset)
    assert radiograph.stored.dtype == np.float32 and np.array_equal(radiograph.stored, values, equal_nan=True)
    assert any("not numbers" in note for note in radiograph.notes)
