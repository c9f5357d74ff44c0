"""Files as they come: without their beginning, mislabelled, damaged, or nothing to be shown."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.io.made_dicom import Reader, file_of, film, item, ramp, sequence, without
from xraycolor_gui.core.errors import UnreadableFile, UnsupportedImage
from xraycolor_gui.core.radiograph import (
    Window,
)


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
    mislabelled = without(file_of(dataset), (b"1.2.840.10008.1.2\0", b"1.2.840.10008.1.2.1\0"))
    mislabelled = without(mislabelled, (b"UI\x12\x001.2.840.10008.1.2.1", b"UI\x14\x001.2.840.10008.1.2.1"))
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
