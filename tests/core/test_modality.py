"""Network, Hounsfield units or grey: what a file's own words decide."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xraycolor_gui.core.modality import ColourSource, modality_of, way_of
from xraycolor_gui.core.radiograph import Labels, LookupTable, Radiograph, Rescale, Source
from xraycolor_gui.io.read import read

ROOT = "1.2.840.10008.5.1.4.1.1."
CT, SECONDARY_CAPTURE, ENHANCED_CT = ROOT + "2", ROOT + "7", ROOT + "2.1"
HU = Rescale(1, -1024, "HU", stated=True)


def made(
    name: str = "",
    sop_class: str = "",
    image_type: tuple[str, ...] = (),
    stored: type[np.generic] = np.uint16,
    **facts: Any,
) -> Radiograph:
    """A picture that says this of itself."""
    source = Source(Path("it"), "DICOM", sop_class_uid=sop_class, image_type=image_type)
    return Radiograph(np.zeros((2, 2), stored), facts.pop("bits", 16), source, labels=Labels(modality=name), **facts)


def kind(*what: Any, **facts: Any) -> ColourSource:
    return way_of(made(*what, **facts)).kind


@pytest.mark.parametrize("modality", ["CR", "DX", "MG", "RG", "PX", "IO", "XA", "RF", "XR", "OT", "", " cr "])
def test_shadows_and_what_says_nothing_go_to_the_network(modality: str) -> None:
    assert kind(modality, SECONDARY_CAPTURE) is kind(modality) is ColourSource.NETWORK


@pytest.mark.parametrize("modality", ["MR", "US", "NM", "PT", "OP", "XC", "ES", "SM", "SEG", "RTDOSE", "OCT"])
def test_what_is_no_shadow_stays_grey_with_reason_and_next_step(modality: str) -> None:
    way = way_of(made(modality, SECONDARY_CAPTURE))
    assert way.kind is ColourSource.GREY
    assert way.sentence.endswith("It stays grey.") and way.next_step.endswith("at your own risk.")


@pytest.mark.parametrize(
    ("sop_class", "modality"),
    [
        ("1.1", "CR"),
        ("1.2.1", "CR"),
        ("2.2", "CT"),
        ("4.1", "MR"),
        ("6.1", "US"),
        ("12.2", "XA"),
        ("13.1.3", "TOMOSYNTHESIS"),
        ("77.1.5.4", "OP"),
        ("77.1.6", "SM"),
        ("128.1", "PT"),
        ("7.4", "PX"),
        ("481.2", "RTDOSE"),
        ("20", "NM"),
        ("200.1", "PX"),
    ],
)
def test_a_class_that_fits_one_kind_only_is_believed_before_the_modality(sop_class: str, modality: str) -> None:
    assert modality_of(made("PX", ROOT + sop_class)) == modality


def test_colour_stays_grey_whatever_the_file_is_called() -> None:
    way = way_of(made("DX", coloured=True, luminance=True))
    assert way.kind is ColourSource.GREY and "in colour" in way.sentence
    assert kind("DX", luminance=True) is ColourSource.NETWORK
    assert "ultrasound" in way_of(made("US", coloured=True, luminance=True)).sentence


def test_a_page_of_two_tones_stays_grey() -> None:
    assert kind(stored=np.uint8, bits=1) is ColourSource.GREY


@pytest.mark.parametrize("sop_class", ["", CT, ENHANCED_CT])
def test_a_slice_in_hounsfield_units_needs_no_network(sop_class: str) -> None:
    assert kind("CT", sop_class, ("ORIGINAL", "PRIMARY", "AXIAL"), modality=HU) is ColourSource.HOUNSFIELD
    assert kind("CT", sop_class, ("DERIVED", "SECONDARY", "MPR"), modality=HU) is ColourSource.HOUNSFIELD
    assert kind("CT", sop_class, modality=Rescale(1, -1024, "", stated=True)) is ColourSource.HOUNSFIELD
    assert kind("CT", sop_class, stored=np.int16, modality=Rescale(1, 0, "HU", stated=True)) is ColourSource.HOUNSFIELD


def test_a_scout_is_a_shadow() -> None:
    way = way_of(made("CT", CT, ("ORIGINAL", "PRIMARY", "LOCALIZER"), modality=HU))
    assert way.kind is ColourSource.NETWORK and "scout" in way.sentence


@pytest.mark.parametrize(
    "facts",
    [
        {"sop_class": SECONDARY_CAPTURE, "modality": HU},
        {"luminance": True, "modality": HU},
        {"luminance": True, "coloured": True, "modality": HU},
        {"image_type": ("DERIVED", "SECONDARY", "MAX_IP"), "modality": HU},
        {"image_type": ("DERIVED", "SECONDARY", "AXIAL", "CBF"), "modality": HU},
        {"modality": Rescale(1, -1024, "", stated=False)},
        {"modality": Rescale(1, -1024, "US", stated=True)},
        {"modality": Rescale(1, -1024, "Z_EFF", stated=True)},
        {"modality": Rescale(1, 0, "HU", stated=True)},  # unsigned, so that air has no number
        {"modality": Rescale(-1, 0, "HU", stated=True)},
        {"modality": LookupTable(0, np.arange(4, dtype=np.uint16), 16)},
        {"modality": HU, "bits": 8},
    ],
    ids=str,
)
def test_a_ct_picture_without_true_hounsfield_units_stays_grey(facts: dict[str, Any]) -> None:
    way = way_of(made("CT", **{"sop_class": CT} | facts))
    assert way.kind is ColourSource.GREY and "CT slices" in way.next_step


@pytest.mark.parametrize(
    ("modality", "image_type", "wanted"),
    [
        ("XA", ("DERIVED", "PRIMARY", "SINGLE PLANE", "SUBTRACTED"), ColourSource.GREY),
        ("XA", ("DERIVED", "PRIMARY", "SINGLE PLANE", "SINGLE A"), ColourSource.NETWORK),
        ("MG", ("DERIVED", "PRIMARY", "TOMOSYNTHESIS"), ColourSource.GREY),
        ("RTIMAGE", ("ORIGINAL", "PRIMARY", "PORTAL"), ColourSource.GREY),
        ("RTIMAGE", ("DERIVED", "SECONDARY", "DRR"), ColourSource.NETWORK),
    ],
)
def test_image_type_tells_shadows_from_what_was_made_of_them(
    modality: str, image_type: tuple[str, ...], wanted: ColourSource
) -> None:
    assert kind(modality, "", image_type) is wanted


WORDS = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=16)


@given(
    WORDS,
    st.sampled_from(["", CT, ROOT, ROOT + "99.1", "1.2"]) | WORDS,
    st.lists(WORDS, max_size=4).map(tuple),
    st.booleans(),
    st.builds(Rescale, st.floats(), st.floats(), st.sampled_from(["", "HU", "US"]), st.booleans()),
)
def test_whatever_a_file_says_there_is_a_way_and_grey_always_has_a_next_step(
    name: str, sop_class: str, image_type: tuple[str, ...], coloured: bool, rescale: Rescale
) -> None:
    picture = made(name, sop_class, image_type, coloured=coloured, modality=rescale)
    way = way_of(picture)
    assert way.sentence.endswith(".")
    assert bool(way.next_step) is (way.kind is ColourSource.GREY)
    assert not (coloured and way.kind is not ColourSource.GREY and modality_of(picture) != "CT")


# Real files


def test_no_real_dicom_radiograph_stays_grey(shared: Path) -> None:
    files = [*(shared / "dicom" / "radiographs").iterdir(), *(shared / "films" / "dicom").glob("*.dcm")]
    assert len(files) == 30
    assert {
        path.name: way_of(read(path)).sentence for path in files if way_of(read(path)).kind is not ColourSource.NETWORK
    } == {}


@pytest.mark.parametrize("folder", ["films", "xray", "masks"])
def test_no_real_film_stays_grey_by_what_its_file_is(shared: Path, folder: str) -> None:
    """A tenth of the films, of every source; all of them go the same way."""
    with (shared / folder / "manifest.csv").open(encoding="utf-8") as table:
        names = [row.get("file") or row["image"] for row in csv.DictReader(table)]
    paths = [shared / folder / name for name in names if "novelty" not in name][::10]
    assert len(paths) > 20
    assert [path.name for path in paths if way_of(read(path)).kind is not ColourSource.NETWORK] == []


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("edge/pydicom__CT_small.dcm", ColourSource.HOUNSFIELD),
        ("edge/pydicom-data__693_J2KR.dcm", ColourSource.HOUNSFIELD),
        ("edge/deid-data__ctbrain2.dcm", ColourSource.GREY),
        ("edge/pydicom__MR_small.dcm", ColourSource.GREY),
        ("edge/fo-dicom__GH364.dcm", ColourSource.GREY),
        ("edge/dicom4ortho__test.dcm", ColourSource.GREY),
        ("edge/fo-dicom__multiframe.dcm", ColourSource.GREY),
        ("edge/pydicom-data__parametric_map_float.dcm", ColourSource.GREY),
        ("edge/pydicom__liver_1frame.dcm", ColourSource.GREY),
        ("edge/DICOM-Swift__xr_synthetic.dcm", ColourSource.NETWORK),
    ],
)
def test_real_files_of_other_kinds_go_their_way(shared: Path, name: str, wanted: ColourSource) -> None:
    assert way_of(read(shared / "dicom" / name)).kind is wanted
