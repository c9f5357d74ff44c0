"""What a DICOM file says of the kind of picture it holds, and which way of colouring follows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.io.made_dicom import file_of, film, item, sequence
from xraycolor_gui.core.modality import ColourSource, way_of
from xraycolor_gui.core.radiograph import Radiograph, Rescale
from xraycolor_gui.io.quiet import silenced_warnings
from xraycolor_gui.io.read import read

CT, ENHANCED_CT, SECONDARY_CAPTURE = (f"1.2.840.10008.5.1.4.1.1.{end}" for end in ("2", "2.1", "7"))
AXIAL = ["ORIGINAL", "PRIMARY", "AXIAL"]
RESCALE = {"RescaleSlope": 1, "RescaleIntercept": -1024, "RescaleType": "HU"}


def reading(folder: Path, frame: int = 0, pixels: Any = None, **tags: Any) -> Radiograph:
    path = folder / "film"
    path.write_bytes(file_of(film(pixels, **tags)))
    return read(path, frame)


def test_class_and_image_type_are_read_in_capitals(tmp_path: Path) -> None:
    with silenced_warnings():  # pydicom's, of the small letters
        source = reading(tmp_path, SOPClassUID=CT, ImageType=["original", "Primary", "", "AXIAL"]).source
    assert (source.sop_class_uid, source.image_type) == (CT, ("ORIGINAL", "PRIMARY", "AXIAL"))
    assert reading(tmp_path).source.image_type == ()


@pytest.mark.parametrize(
    ("tags", "stated"),
    [(RESCALE, True), ({"RescaleSlope": 1}, False), ({"RescaleSlope": 0, "RescaleIntercept": 1}, False), ({}, False)],
)
def test_a_rescale_is_stated_only_where_both_its_numbers_stand(
    tmp_path: Path, tags: dict[str, Any], stated: bool
) -> None:
    modality = reading(tmp_path, **tags).modality
    assert isinstance(modality, Rescale) and modality.stated is stated


@pytest.mark.parametrize(
    ("tags", "wanted"),
    [
        ({"SOPClassUID": CT, "ImageType": AXIAL, **RESCALE}, ColourSource.HOUNSFIELD),
        ({"SOPClassUID": CT, "ImageType": [*AXIAL[:2], "LOCALIZER"], **RESCALE}, ColourSource.NETWORK),
        ({"SOPClassUID": CT, "ImageType": AXIAL}, ColourSource.GREY),
        ({"SOPClassUID": CT, "ImageType": AXIAL, **RESCALE, "RescaleType": "US"}, ColourSource.GREY),
        ({"SOPClassUID": SECONDARY_CAPTURE, "ImageType": AXIAL, **RESCALE}, ColourSource.GREY),
    ],
    ids=str,
)
def test_only_slices_that_carry_hounsfield_units_go_without_a_network(
    tmp_path: Path, tags: dict[str, Any], wanted: ColourSource
) -> None:
    assert way_of(reading(tmp_path, Modality="CT", **tags)).kind is wanted


def test_each_frame_of_an_enhanced_ct_goes_by_its_own_type(tmp_path: Path) -> None:
    groups = [
        item(CTImageFrameTypeSequence=sequence(item(FrameType=["ORIGINAL", "PRIMARY", kind, "NONE"])))
        for kind in ("LOCALIZER", "VOLUME")
    ]
    shared = item(PixelValueTransformationSequence=sequence(item(**RESCALE)))
    tags = {
        "Modality": "CT",
        "SOPClassUID": ENHANCED_CT,
        "ImageType": ["ORIGINAL", "PRIMARY", "MIXED", "NONE"],
        "NumberOfFrames": 2,
        "PerFrameFunctionalGroupsSequence": sequence(*groups),
        "SharedFunctionalGroupsSequence": sequence(shared),
    }
    frames = np.zeros((2, 4, 5), np.uint16)
    ways = [way_of(reading(tmp_path, frame, frames, **tags)).kind for frame in (0, 1)]
    assert ways == [ColourSource.NETWORK, ColourSource.HOUNSFIELD]


def test_colours_in_a_radiograph_s_file_make_it_none(tmp_path: Path) -> None:
    grey = np.repeat(np.linspace(0, 255, 300).astype(np.uint8).reshape(15, 20)[..., None], 3, axis=2)
    rainbow = grey.copy()
    rainbow[..., 1] = 255 - rainbow[..., 1]
    plain, coloured = reading(tmp_path, pixels=grey), reading(tmp_path, pixels=rainbow)
    assert (plain.luminance, plain.coloured, way_of(plain).kind) == (True, False, ColourSource.NETWORK)
    assert (coloured.luminance, coloured.coloured, way_of(coloured).kind) == (True, True, ColourSource.GREY)
