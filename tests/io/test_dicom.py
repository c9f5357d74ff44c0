"""What the reader makes of single tags; pixels are made in code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom.dataset import FileDataset

from tests.io.made_dicom import file_of, film, item, ramp, sequence, table
from xraycolor_gui.core.errors import UnreadableFile, UnsupportedImage
from xraycolor_gui.core.radiograph import (
    LookupTable,
    Padding,
    Radiograph,
    Rescale,
    SpacingSource,
    Window,
    WindowFunction,
)
from xraycolor_gui.io.read import read

Reader = Callable[..., Radiograph]


@pytest.fixture
def reading(tmp_path: Path) -> Reader:
    """Write a data set or bytes to a file and read it."""

    def reader(dataset: FileDataset | bytes, frame: int = 0) -> Radiograph:
        path = tmp_path / "film"
        path.write_bytes(dataset if isinstance(dataset, bytes) else file_of(dataset))
        return read(path, frame)

    return reader


def _without(data: bytes, *pieces: tuple[bytes, bytes]) -> bytes:
    for old, new in pieces:
        assert old in data
        data = data.replace(old, new, 1)
    return data


# --- files as they come ------------------------------------------------------------------------------------------


def test_a_bare_data_set_without_preamble_and_meta_is_read(reading: Reader) -> None:
    whole = file_of(film())
    radiograph = reading(whole[whole.index(b"\x08\0\x16\0UI") :])
    assert np.array_equal(radiograph.stored, ramp())
    assert any("transfer syntax is missing" in note for note in radiograph.notes)


def test_a_file_without_preamble_but_with_meta_is_read(reading: Reader) -> None:
    assert np.array_equal(reading(file_of(film())[132:]).stored, ramp())


def test_a_late_prefix_is_found(reading: Reader) -> None:
    radiograph = reading(b"\xff" * 300 + file_of(film()))
    assert np.array_equal(radiograph.stored, ramp())


def test_implicit_vr_under_an_explicit_label_is_read_and_said(reading: Reader) -> None:
    dataset = film(WindowCenter="100", WindowWidth="50")
    dataset.file_meta.TransferSyntaxUID = "1.2.840.10008.1.2"
    mislabelled = _without(file_of(dataset), (b"1.2.840.10008.1.2\0", b"1.2.840.10008.1.2.1\0"))
    mislabelled = _without(mislabelled, (b"UI\x12\x001.2.840.10008.1.2.1", b"UI\x14\x001.2.840.10008.1.2.1"))
    radiograph = reading(mislabelled)
    assert np.array_equal(radiograph.stored, ramp()) and radiograph.voi == (Window(100, 50),)
    assert any("encoded otherwise" in note for note in radiograph.notes)


def test_one_damaged_element_does_not_cost_the_others(reading: Reader) -> None:
    whole = file_of(film(StudyDescription="CHEST PA", WindowCenter="100", WindowWidth="50"))
    at = whole.index(b"\x08\0\x30\x10LO")
    radiograph = reading(whole[: at + 4] + b"SQ\0\0\xff\xff\xff\xff" + whole[at + 8 :])
    assert radiograph.voi == (Window(100, 50),) and radiograph.labels.patient_id == "MADE-1"
    assert any("damaged" in note for note in radiograph.notes)


@pytest.mark.parametrize(
    ("tags", "words"),
    [
        ({"PixelData": None}, "without pixels"),
        ({"PixelData": None, "Modality": "SR"}, "a structured report"),
        ({"PixelData": None, "Modality": "RTPLAN"}, "an RT plan"),
        ({"PixelData": None, "EncapsulatedDocument": b"%PDF"}, "an encapsulated document"),
        ({"PixelData": None, "DirectoryRecordSequence": sequence(item(DirectoryRecordType="IMAGE"))}, "the directory"),
        ({"Rows": 0}, "rows or columns"),
        ({"Rows": 60000, "Columns": 60000}, "megapixels"),
        ({"BitsAllocated": 24}, "24 bits"),
        ({"SamplesPerPixel": 2}, "2 samples per pixel"),
        ({"Rows": 3000, "Columns": 1500, "PixelData": bytes(3_000_000)}, "3 of 9 MB"),
    ],
)
def test_what_cannot_be_shown_says_what_it_is(reading: Reader, tags: dict[str, Any], words: str) -> None:
    with pytest.raises((UnreadableFile, UnsupportedImage), match=words):
        reading(film(**tags))


# --- windows and tables ------------------------------------------------------------------------------------------


def test_every_window_is_listed_with_its_explanation_and_function(reading: Reader) -> None:
    tags = {"WindowCenter": ["10", "20"], "WindowWidth": ["5", "6"], "WindowCenterWidthExplanation": ["SOFT", "BONE"]}
    radiograph = reading(film(**tags, VOILUTFunction="SIGMOID"))
    sigmoid = WindowFunction.SIGMOID
    assert radiograph.voi == (Window(10, 5, sigmoid, "SOFT"), Window(20, 6, sigmoid, "BONE"))


def test_windows_of_unequal_number_are_paired_and_said(reading: Reader) -> None:
    radiograph = reading(film(WindowCenter=["10", "20"], WindowWidth="5"))
    assert radiograph.voi == (Window(10, 5),)
    assert any("only whole pairs" in note for note in radiograph.notes)


def test_a_gap_among_windows_never_mixes_the_centre_of_one_with_the_width_of_another(reading: Reader) -> None:
    tags = {"WindowCenter": ["1000", "2048"], "WindowCenterWidthExplanation": ["", "BONE"]}
    for widths in (["", "4096"], ["x" * 3, "4096"]):
        data = file_of(film(**tags, WindowWidth=["100", "4096"]))
        radiograph = reading(_without(data, (b"100\\4096", "\\".join(widths).rjust(8).encode())))
        assert [(w.center, w.width, w.explanation) for w in radiograph.voi] == [(2048, 4096, "BONE")]
        assert any("left out" in note for note in radiograph.notes)


@pytest.mark.parametrize("center", ["", "abc", "1e999", "1A"])
def test_an_unreadable_window_is_no_window_and_no_error(reading: Reader, center: str) -> None:
    whole = file_of(film(WindowCenter="1234", WindowWidth="50"))
    radiograph = reading(_without(whole, (b"DS\x04\x001234", b"DS\x04\x00" + center.encode().ljust(4)[:4])))
    if center == "1e999":
        assert len(radiograph.voi) == 1
    else:
        assert radiograph.voi == () and radiograph.notes


def test_an_unknown_voi_function_is_read_as_linear_and_said(reading: Reader) -> None:
    radiograph = reading(film(WindowCenter="10", WindowWidth="5", VOILUTFunction="CUBIC"))
    assert radiograph.voi == (Window(10, 5),) and any("LINEAR is used" in note for note in radiograph.notes)


def test_voi_luts_come_before_windows_with_their_explanations(reading: Reader) -> None:
    entries = [0, 10, 4095]
    tables = sequence(table(5, entries, 12, LUTExplanation="NORMAL"), table(0, [], LUTExplanation="EMPTY"))
    radiograph = reading(film(VOILUTSequence=tables, WindowCenter="10", WindowWidth="5"))
    lut, window = radiograph.voi
    assert isinstance(lut, LookupTable) and isinstance(window, Window)
    assert (lut.first, lut.bits, lut.explanation, lut.data.tolist()) == (5, 12, "NORMAL", entries)
    assert any("VOI LUT is empty or damaged" in note for note in radiograph.notes)


def test_a_modality_lut_of_signed_pixels_starts_below_zero(reading: Reader) -> None:
    tables = sequence(table(65536 - 2, [1, 2, 3, 4], ModalityLUTType="US"))
    radiograph = reading(film(ramp().astype(np.int16) - 2000, ModalityLUTSequence=tables))
    assert isinstance(radiograph.modality, LookupTable)
    assert radiograph.modality.first == -2 and radiograph.modality.data.tolist() == [1, 2, 3, 4]


def test_eight_bit_entries_packed_in_words_are_unpacked(reading: Reader) -> None:
    lut = item(LUTDescriptor=[4, 0, 8])
    lut.add_new("LUTData", "OW", bytes([1, 2, 3, 250]))
    read_table = reading(film(VOILUTSequence=sequence(lut))).voi[0]
    assert isinstance(read_table, LookupTable) and read_table.data.tolist() == [1, 2, 3, 250]


def test_rescale_is_read_and_a_slope_of_zero_left_out(reading: Reader) -> None:
    assert reading(film(RescaleSlope="2", RescaleIntercept="-5", RescaleType="US")).modality == Rescale(2, -5, "US")
    radiograph = reading(film(RescaleSlope="0", RescaleIntercept="-5"))
    assert radiograph.modality == Rescale(1, -5) and radiograph.notes


@pytest.mark.parametrize(
    ("tags", "inverse"),
    [
        ({}, False),
        ({"PhotometricInterpretation": "MONOCHROME1"}, True),
        ({"PresentationLUTShape": "INVERSE"}, True),
        ({"PhotometricInterpretation": "MONOCHROME1", "PresentationLUTShape": "INVERSE"}, True),
        ({"PresentationLUTShape": "IDENTITY"}, False),
    ],
)
def test_polarity_is_inverse_once(reading: Reader, tags: dict[str, str], inverse: bool) -> None:
    assert reading(film(**tags)).inverse is inverse


def test_padding_has_the_sign_of_the_pixels(reading: Reader) -> None:
    signed = film(ramp().astype(np.int16) - 2000, PixelPaddingValue=-2000, PixelPaddingRangeLimit=-1990)
    assert reading(signed).padding == Padding(-2000, -1990)
    assert reading(film(PixelPaddingValue=4095)).padding == Padding(4095, 4095)
    mislabelled = film(ramp().astype(np.int16) - 2000, PixelPaddingValue=-2000)
    mislabelled["PixelPaddingValue"].VR = "US"
    mislabelled["PixelPaddingValue"].value = 65536 - 2000
    assert reading(mislabelled).padding == Padding(-2000, -2000)


def test_functional_groups_of_the_frame_come_before_shared_ones(reading: Reader) -> None:
    windows = [item(FrameVOILUTSequence=sequence(item(WindowCenter=str(10 * n), WindowWidth="5"))) for n in (1, 2)]
    shared = item(
        PixelMeasuresSequence=sequence(item(PixelSpacing=["0.5", "0.25"])),
        PixelValueTransformationSequence=sequence(item(RescaleSlope="3", RescaleIntercept="1", RescaleType="US")),
    )
    dataset = film(
        np.stack([ramp(), ramp()[::-1]]),
        NumberOfFrames="2",
        PerFrameFunctionalGroupsSequence=sequence(*windows),
        SharedFunctionalGroupsSequence=sequence(shared),
    )
    second = reading(dataset, frame=1)
    assert np.array_equal(second.stored, ramp()[::-1])
    assert second.voi == (Window(20, 5),) and second.modality == Rescale(3, 1, "US")
    assert second.spacing is not None and second.pixel_aspect == 2
    assert (second.source.frame, second.source.frames) == (1, 2) and "Frame 2 of 2 is shown." in second.notes
    with pytest.raises(UnsupportedImage, match="no frame 3"):
        reading(dataset, frame=2)


# --- spacing, orientation, labels --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tags", "spacing"),
    [
        ({}, None),
        ({"PixelAspectRatio": [1, 1]}, None),
        ({"PixelSpacing": [0.2, 0.2], "PixelSpacingCalibrationType": "FIDUCIAL"}, (0.2, SpacingSource.CALIBRATED)),
        ({"PixelSpacing": [0.2, 0.2]}, (0.2, SpacingSource.DETECTOR)),
        ({"PixelSpacing": [0.2, 0.2], "ImagerPixelSpacing": [0.2, 0.2]}, (0.2, SpacingSource.DETECTOR)),
        ({"PixelSpacing": [0.1, 0.1], "ImagerPixelSpacing": [0.2, 0.2]}, (0.1, SpacingSource.CALIBRATED)),
        ({"ImagerPixelSpacing": [0.2, 0.2]}, (0.2, SpacingSource.DETECTOR)),
        (
            {"ImagerPixelSpacing": [0.2, 0.2], "EstimatedRadiographicMagnificationFactor": 2},
            (0.1, SpacingSource.MAGNIFICATION),
        ),
        ({"NominalScannedPixelSpacing": [0.3, 0.3]}, (0.3, SpacingSource.DETECTOR)),
        ({"PixelSpacing": [0, 0.2]}, None),
    ],
)
def test_a_spacing_says_what_it_means(
    reading: Reader, tags: dict[str, Any], spacing: tuple[float, SpacingSource] | None
) -> None:
    found = reading(film(**tags)).spacing
    assert (found and (found.row_mm, found.source)) == spacing


@pytest.mark.parametrize(
    ("tags", "aspect"),
    [
        ({}, 1.0),
        ({"PixelAspectRatio": [2, 1]}, 2.0),
        ({"ImagerPixelSpacing": [0.1, 0.2]}, 0.5),
        ({"PixelAspectRatio": [0, 1]}, 1.0),
        ({"PixelAspectRatio": [1, 5000]}, 1.0),
    ],
)
def test_the_aspect_of_pixels_comes_from_ratio_or_spacing(reading: Reader, tags: dict[str, Any], aspect: float) -> None:
    assert reading(film(**tags)).pixel_aspect == aspect


@pytest.mark.parametrize(
    ("value", "orientation"),
    [
        (["L", "F"], ("L", "F")),
        (["A", "FR"], ("A", "FR")),
        (["P", "H"], ("P", "H")),
        (["L", "R"], None),
        (["L"], None),
        (["LEFT", "FOOT"], None),
        (None, None),
    ],
)
def test_orientation_is_verbatim_or_nothing(
    reading: Reader, value: list[str] | None, orientation: tuple[str, str] | None
) -> None:
    tags = {} if value is None else {"PatientOrientation": value}
    assert reading(film(**tags)).orientation == orientation


def test_the_directions_of_a_quadruped_are_not_taken_for_a_persons(reading: Reader) -> None:
    radiograph = reading(film(PatientOrientation=["R", "V"], AnatomicalOrientationType="QUADRUPED"))
    assert radiograph.orientation is None
    assert any("quadruped" in note for note in radiograph.notes)


@pytest.mark.parametrize(
    ("tags", "side"),
    [
        ({}, ""),
        ({"ImageLaterality": "R"}, "R"),
        ({"Laterality": "L"}, "L"),
        ({"ImageLaterality": "U", "Laterality": "L"}, "U"),
        ({"ImageLaterality": "", "Laterality": "R"}, "R"),
        ({"ImageLaterality": "B"}, "B"),
        ({"ImageLaterality": "X", "Laterality": "L"}, "L"),
    ],
)
def test_the_side_is_the_images_own_else_the_series(reading: Reader, tags: dict[str, str], side: str) -> None:
    assert reading(film(**tags)).labels.laterality == side


def test_opposite_sides_in_one_file_are_told(reading: Reader) -> None:
    radiograph = reading(film(ImageLaterality="R", Laterality="L"))
    assert radiograph.labels.laterality == "R"
    assert any("opposite sides" in note for note in radiograph.notes)


def test_labels_are_what_the_file_says(reading: Reader) -> None:
    labels = reading(film(SpecificCharacterSet="ISO_IR 192", PatientName="Müller^Ännchen", PatientSex="U")).labels
    assert labels.patient_name == "Müller^Ännchen" and labels.sex == "U" and labels.age == ""


def test_an_unknown_character_set_costs_no_film(reading: Reader) -> None:
    radiograph = reading(_without(file_of(film(SpecificCharacterSet="ISO_IR 100")), (b"ISO_IR 100", b"ISO_XX 999")))
    assert radiograph.labels.patient_id == "MADE-1"


def test_lossy_compression_in_the_past_is_kept_in_mind(reading: Reader) -> None:
    assert reading(film(LossyImageCompression="01")).source.lossy
    assert not reading(film(LossyImageCompression="00")).source.lossy


# --- colour ------------------------------------------------------------------------------------------------------


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


# --- bits --------------------------------------------------------------------------------------------------------


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
