"""What goes into a secondary capture, and what must not."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import ImageCms
from pydicom import Dataset, dcmread
from pydicom.datadict import dictionary_VR
from pydicom.dataelem import RawDataElement
from pydicom.tag import Tag
from pydicom.uid import (
    UID,
    MultiFrameTrueColorSecondaryCaptureImageStorage,
    SecondaryCaptureImageStorage,
)

from tests.io.captures import (
    APPEARANCE,
    capture,
    film_dataset,
    plain_film,
    some_colours,
    write_film,
)
from xraycolor_gui.core.errors import ExportError
from xraycolor_gui.io.dicom.parse import parse
from xraycolor_gui.io.dicom_objects import capture_modules as modules
from xraycolor_gui.io.dicom_objects.secondary_capture import write_secondary_capture
from xraycolor_gui.io.read import read
from xraycolor_gui.io.writing import export_mark, exported_key


def raw_value(path: Path, keyword: str) -> bytes | None:
    """Bytes of a string attribute as they lie in the file."""
    element = parse(path.read_bytes(), path.name).header.dataset.get_item(keyword)
    assert element is None or isinstance(element, RawDataElement)
    return None if element is None else element.value


# Class, pixels, colour


def test_one_frame_of_the_multi_frame_class_is_the_default(tmp_path: Path) -> None:
    made = capture(tmp_path)
    assert made.SOPClassUID == made.file_meta.MediaStorageSOPClassUID == MultiFrameTrueColorSecondaryCaptureImageStorage
    assert made.NumberOfFrames == 1
    assert "FrameIncrementPointer" not in made
    assert "PageNumberVector" not in made


def test_the_plain_class_is_there_for_old_peers(tmp_path: Path) -> None:
    made = capture(tmp_path, plain=True)
    assert made.SOPClassUID == SecondaryCaptureImageStorage
    assert "NumberOfFrames" not in made


def test_the_pixels_are_the_colours_to_the_bit(tmp_path: Path) -> None:
    made = capture(tmp_path)
    np.testing.assert_array_equal(made.pixel_array, some_colours())
    assert (made.PhotometricInterpretation, made.PlanarConfiguration, made.BitsStored) == ("RGB", 0, 8)
    assert made.file_meta.TransferSyntaxUID.is_little_endian
    assert not made.file_meta.TransferSyntaxUID.is_compressed


def test_the_profile_is_srgb_and_the_same_every_time(tmp_path: Path) -> None:
    first = capture(tmp_path)
    profile = first.ICCProfile
    assert first.ColorSpace == "SRGB"
    assert profile[12:16] == b"scnr"
    (tmp_path / "srgb.icc").write_bytes(profile)
    opened = ImageCms.getOpenProfile(str(tmp_path / "srgb.icc"))
    assert "sRGB" in ImageCms.getProfileDescription(opened)
    assert capture(tmp_path).ICCProfile == profile


@pytest.mark.parametrize(
    "keyword",
    ["WindowCenter", "WindowWidth", "RescaleSlope", "RescaleIntercept", "PresentationLUTShape", "VOILUTSequence"],
)
def test_nothing_that_windows_the_colours_again_comes_over(tmp_path: Path, keyword: str) -> None:
    assert keyword not in capture(tmp_path)


def test_colours_of_another_size_are_a_bug(tmp_path: Path) -> None:
    radiograph = read(write_film(tmp_path / "film.dcm", film_dataset()))
    with pytest.raises(ValueError):
        write_secondary_capture(tmp_path / "out.dcm", radiograph, some_colours((4, 4)), APPEARANCE)


# Identity


def test_patient_and_study_are_the_sources_to_the_byte(tmp_path: Path) -> None:
    capture(tmp_path)
    source = dcmread(tmp_path / "film.dcm")
    checked = 0
    for keyword in (*modules.PATIENT, *modules.STUDY):
        if keyword in source:
            assert raw_value(tmp_path / "out.dcm", keyword) == raw_value(tmp_path / "film.dcm", keyword)
            checked += 1
    assert checked == 12


def test_series_and_instance_are_new_each_time(tmp_path: Path) -> None:
    first, second = capture(tmp_path), capture(tmp_path)
    for keyword in ("SeriesInstanceUID", "SOPInstanceUID"):
        uids = {first[keyword].value, second[keyword].value, film_dataset()[keyword].value}
        assert len(uids) == 3
        assert all(UID(uid).is_valid for uid in uids)
    assert first.file_meta.MediaStorageSOPInstanceUID == first.SOPInstanceUID


@pytest.mark.parametrize("implicit", [False, True])
@pytest.mark.parametrize(
    ("charset", "name"),
    [
        ("ISO_IR 100", "Äneas^Rüdiger"),
        ("ISO_IR 192", "山田^太郎"),
        ("GB18030", "张^三"),
        (["", "ISO 2022 IR 87"], "Yamada^Tarou=山田^太郎=やまだ^たろう"),
        (["", "ISO 2022 IR 149"], "Hong^Gildong=洪^吉洞=홍^길동"),
        ("ISO_IR 144", "Люкceмбypг"),
    ],
)
def test_every_character_set_keeps_its_bytes(tmp_path: Path, charset: Any, name: str, implicit: bool) -> None:
    qualifier = Dataset()
    qualifier.UniversalEntityID = name.rsplit("=", maxsplit=1)[-1]
    film = film_dataset(SpecificCharacterSet=charset, PatientName=name, Manufacturer=name.rsplit("=", maxsplit=1)[-1])
    film.IssuerOfPatientIDQualifiersSequence = [qualifier]
    made = capture(tmp_path, film, implicit)
    for keyword in ("SpecificCharacterSet", "PatientName"):
        assert raw_value(tmp_path / "out.dcm", keyword) == raw_value(tmp_path / "film.dcm", keyword)
    assert made.PatientName == name
    assert made.IssuerOfPatientIDQualifiersSequence[0].UniversalEntityID == name.rsplit("=", maxsplit=1)[-1]
    assert made.ContributingEquipmentSequence[0].Manufacturer == name.rsplit("=", maxsplit=1)[-1]


def test_an_item_with_a_character_set_of_its_own_keeps_it(tmp_path: Path) -> None:
    other = Dataset()
    other.SpecificCharacterSet = "ISO_IR 192"
    other.PatientID = "患者1"
    made = capture(tmp_path, film_dataset(SpecificCharacterSet="ISO_IR 100", OtherPatientIDsSequence=[other]))
    assert made.OtherPatientIDsSequence[0].PatientID == "患者1"


@pytest.mark.parametrize(
    ("keyword", "value"),
    [
        ("PatientSex", b"U "),
        ("PatientBirthDate", b"1970"),
        ("PatientBirthDate", b"00000000"),
        ("PatientOrientation", b"A\\FR"),
        ("PatientOrientation", b"HEAD-FIRST\\??"),
        ("PatientAge", b"81"),
        ("StudyTime", b"11:22:07"),
        ("StudyID", b"longer than sixteen characters"),
        ("SpecificCharacterSet", b"ISO_IR_6666 "),
        ("TimezoneOffsetFromUTC", b"nowhere "),
        ("PatientName", b"M\xfcller^\x1b"),
    ],
)
def test_an_odd_value_comes_over_as_it_is(tmp_path: Path, keyword: str, value: bytes) -> None:
    film = film_dataset()
    tag = Tag(keyword)
    film[tag] = RawDataElement(tag, dictionary_VR(tag), len(value), value, 0, False, True)
    film.set_original_encoding(False, True, "iso8859")
    path = write_film(tmp_path / "film.dcm", film)
    write_secondary_capture(tmp_path / "out.dcm", read(path), some_colours(), APPEARANCE)
    assert raw_value(tmp_path / "out.dcm", keyword) == value + b" " * (len(value) % 2)


@pytest.mark.parametrize(("keyword", "value"), [("PatientName", b"DOE^JANE"), ("StudyID", b"")])
def test_a_type_of_value_that_dicom_does_not_have_costs_no_identity(tmp_path: Path, keyword: str, value: bytes) -> None:
    tag = Tag(keyword)
    path = write_film(tmp_path / "film.dcm", film_dataset(**{keyword: value.decode()}))
    element = struct.pack("<HH", tag.group, tag.element)
    sound = element + dictionary_VR(tag).encode() + struct.pack("<H", len(value)) + value
    assert path.read_bytes().count(sound) == 1
    path.write_bytes(path.read_bytes().replace(sound, element + b"S-" + sound[6:]))
    write_secondary_capture(tmp_path / "out.dcm", read(path), some_colours(), APPEARANCE)
    assert raw_value(tmp_path / "out.dcm", keyword) == value


@pytest.mark.parametrize(
    "missing", ["StudyDate", "PatientID", "PatientSex", "AccessionNumber", "ReferringPhysicianName"]
)
def test_what_the_standard_requires_is_there_though_empty(tmp_path: Path, missing: str) -> None:
    made = capture(tmp_path, film_dataset(**{missing: None}))
    assert missing in made
    assert not made[missing].value


def test_a_film_without_a_study_is_refused_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no study") as caught:
        capture(tmp_path, film_dataset(StudyInstanceUID=None))
    assert "PNG" in caught.value.next_step
    assert not (tmp_path / "out.dcm").exists()


def test_a_png_is_refused_unless_a_new_study_is_asked_for(tmp_path: Path) -> None:
    radiograph = read(plain_film(tmp_path / "film.png"))
    with pytest.raises(ExportError, match="no DICOM file"):
        write_secondary_capture(tmp_path / "out.dcm", radiograph, some_colours(), APPEARANCE)
    write_secondary_capture(tmp_path / "out.dcm", radiograph, some_colours(), APPEARANCE, new_study=True)
    made = dcmread(tmp_path / "out.dcm")
    assert made.StudyInstanceUID.is_valid
    assert not made.PatientName
    assert "SourceImageSequence" not in made


def test_a_source_that_changed_meanwhile_is_refused(tmp_path: Path) -> None:
    radiograph = read(write_film(tmp_path / "film.dcm", film_dataset()))
    write_film(tmp_path / "film.dcm", film_dataset(PatientName="Someone^Else"))
    with pytest.raises(ExportError, match="changed") as caught:
        write_secondary_capture(tmp_path / "out.dcm", radiograph, some_colours(), APPEARANCE)
    assert "again" in caught.value.next_step


@pytest.mark.parametrize("content", [None, b"", b"no longer a film"])
def test_a_source_that_is_gone_is_an_export_error(tmp_path: Path, content: bytes | None) -> None:
    radiograph = read(write_film(tmp_path / "film.dcm", film_dataset()))
    (tmp_path / "film.dcm").unlink()
    if content is not None:
        (tmp_path / "film.dcm").write_bytes(content)
    with pytest.raises(ExportError):
        write_secondary_capture(tmp_path / "out.dcm", radiograph, some_colours(), APPEARANCE)
    assert not (tmp_path / "out.dcm").exists()


def test_the_source_itself_is_never_written_over(tmp_path: Path) -> None:
    path = write_film(tmp_path / "film.dcm", film_dataset())
    before = path.read_bytes()
    with pytest.raises(ExportError, match="never written over"):
        write_secondary_capture(path, read(path), some_colours(), APPEARANCE, overwrite=True)
    assert path.read_bytes() == before


# What it says of itself


def test_it_says_that_it_is_derived_research_and_synthetic(tmp_path: Path) -> None:
    made = capture(tmp_path)
    assert made.ImageType == ["DERIVED", "SECONDARY", "AI_COLORIZED"]
    assert (made.Modality, made.ConversionType) == ("OT", "WSD")
    assert (made.ContentQualification, made.SyntheticData) == ("RESEARCH", "YES")
    assert made.SeriesDescription == "AI COLORIZED - RESEARCH"
    assert made.SeriesNumber >= 9000


def test_it_says_how_it_was_made(tmp_path: Path) -> None:
    made = capture(tmp_path, mark=export_mark("0123456789abcdef"))
    for word in ("basic", "ab" * 32, "anatomical", "1.25", "W 2048 L 1024", "bone", "not for primary diagnosis"):
        assert word in made.DerivationDescription
    assert len(made.DerivationDescription) <= 1024
    code = made.DerivationCodeSequence[0]
    scheme = made.CodingSchemeIdentificationSequence[0]
    assert code.CodingSchemeDesignator == scheme.CodingSchemeDesignator == "99XRAYCOLOR"
    assert exported_key(tmp_path / "out.dcm") == "0123456789abcdef"


def test_it_names_its_source_and_what_for(tmp_path: Path) -> None:
    made = capture(tmp_path)
    item = made.SourceImageSequence[0]
    assert item.ReferencedSOPInstanceUID == "1.2.3.4.3"
    assert item.PurposeOfReferenceCodeSequence[0].CodeValue == "121322"
    assert "ReferencedFrameNumber" not in item
    assert made.ReferencedSeriesSequence[0].SeriesInstanceUID == "1.2.3.4.2"


def test_it_names_the_frame_of_a_run_of_frames(tmp_path: Path) -> None:
    made = capture(tmp_path, film_dataset(NumberOfFrames=3), frame=1)
    assert made.SourceImageSequence[0].ReferencedFrameNumber == 2


def test_it_names_the_equipment_that_took_and_that_coloured_it(tmp_path: Path) -> None:
    made = capture(tmp_path)
    purposes = [
        (item.PurposeOfReferenceCodeSequence[0].CodeValue, item.Manufacturer)
        for item in made.ContributingEquipmentSequence
    ]
    assert purposes == [("109101", "Maker"), ("109102", "XrayColor project")]


def test_equipment_that_contributed_before_is_kept(tmp_path: Path) -> None:
    first = capture(tmp_path)
    again = film_dataset(ContributingEquipmentSequence=first.ContributingEquipmentSequence)
    assert len(capture(tmp_path, again).ContributingEquipmentSequence) == 4


def test_its_times_are_in_the_sources_time_zone(tmp_path: Path) -> None:
    from datetime import datetime, timedelta

    made = capture(tmp_path, film_dataset(TimezoneOffsetFromUTC="+0545"))
    there = datetime.strptime(made.ContentDate + made.ContentTime + made.TimezoneOffsetFromUTC, "%Y%m%d%H%M%S%z")
    assert abs(datetime.now(there.tzinfo) - there) < timedelta(minutes=5)
