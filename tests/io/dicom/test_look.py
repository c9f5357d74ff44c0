"""Windows, lookup tables and polarity, as tags tell them; pixels are made in code."""

from __future__ import annotations

import numpy as np
import pytest

from tests.io.made_dicom import Reader, file_of, film, item, ramp, sequence, table, without
from xraycolor_gui.core.errors import UnsupportedImage
from xraycolor_gui.core.radiograph import (
    LookupTable,
    Padding,
    Rescale,
    Window,
    WindowFunction,
)


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
        radiograph = reading(without(data, (b"100\\4096", "\\".join(widths).rjust(8).encode())))
        assert [(w.center, w.width, w.explanation) for w in radiograph.voi] == [(2048, 4096, "BONE")]
        assert any("left out" in note for note in radiograph.notes)


@pytest.mark.parametrize("center", ["", "abc", "1e999", "1A"])
def test_an_unreadable_window_is_no_window_and_no_error(reading: Reader, center: str) -> None:
    whole = file_of(film(WindowCenter="1234", WindowWidth="50"))
    radiograph = reading(without(whole, (b"DS\x04\x001234", b"DS\x04\x00" + center.encode().ljust(4)[:4])))
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
