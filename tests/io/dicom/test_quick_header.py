"""The quick header says what the thorough one says, or nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.io.made_dicom import file_of, film, item, sequence
from tests.io.made_folder import template
from xraycolor_gui.io.dicom import facts as dicom_facts
from xraycolor_gui.io.dicom.parse import parse
from xraycolor_gui.io.dicom.quick_header import QuickHeader, Unread, quick_header

PATH = Path("film.dcm")


def both(data: bytes) -> tuple[QuickHeader, tuple[object, ...], tuple[object, ...]]:
    quick = quick_header(data)
    assert isinstance(quick, QuickHeader)
    parsed = parse(data, PATH.name)
    thorough = dicom_facts.source(parsed.header, PATH, parsed.transfer_syntax)
    source = dicom_facts.source(quick, PATH, quick.transfer_syntax)
    return (
        quick,
        (dicom_facts.labels(quick), replace(source, image_type=())),
        (dicom_facts.labels(parsed.header), replace(thorough, image_type=())),
    )


def test_every_shared_file_is_told_the_same_by_both(shared: Path) -> None:
    understood = 0
    for path in sorted((shared / "dicom").glob("*/*")):
        data = path.read_bytes()
        if not isinstance(quick_header(data), Unread):
            _, quick, thorough = both(data)
            assert quick == thorough, path.name
            understood += 1
    assert understood > 50


@given(
    st.text(st.characters(codec="latin-1", exclude_categories=("Cc",), exclude_characters="\\=^"), max_size=20),
    st.text(st.characters(codec="latin-1", exclude_categories=("Cc",), exclude_characters="\\"), max_size=20),
    st.integers(-99, 99999),
)
def test_any_name_and_number_is_told_the_same_by_both(name: str, described: str, number: int) -> None:
    made = film(
        SpecificCharacterSet="ISO_IR 100",
        PatientName=name,
        StudyDescription=described,
        InstanceNumber=str(number),
        ImageType=["ORIGINAL", "", "PRIMARY"],
    )
    data = file_of(made)
    quick, ours, thorough = both(data)
    assert ours == thorough
    assert quick.integer("InstanceNumber") == number


def test_sequences_of_undefined_length_are_stepped_over() -> None:
    inner = item(CodeValue="1", ContributingEquipmentSequence=sequence(item(Manufacturer="x")))
    made = film(ReferencedStudySequence=sequence(item(ReferencedSOPInstanceUID="1.2"), inner), PatientID="P")
    for one in (made["ReferencedStudySequence"], inner["ContributingEquipmentSequence"]):
        one.is_undefined_length = True
    for one in made.ReferencedStudySequence:
        one.is_undefined_length_sequence_item = True
    quick, ours, thorough = both(file_of(made))
    assert ours == thorough and quick.text("PatientID") == "P"


@pytest.mark.parametrize("keep", [0, 100, 131, 140, 400, 500])
def test_bytes_that_end_too_early_make_no_half_a_header(keep: int) -> None:
    assert isinstance(quick_header(template()[:keep]), Unread)


@given(st.binary(max_size=300), st.integers(140, 900))
def test_no_bytes_whatever_bring_it_down(junk: bytes, at: int) -> None:
    whole = template()
    quick_header(whole[:at] + junk + whole[at + len(junk) :])
