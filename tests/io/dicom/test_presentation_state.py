"""Presentation states read and applied; grey against DCMTK's own rendering of the same state."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from pydicom.dataset import FileDataset

from tests.io.made_dicom import file_of, film, item, ramp, sequence, table
from tests.io.made_states import area, state_for
from xraycolor_gui.core.errors import UnsupportedImage
from xraycolor_gui.core.explanation import explain
from xraycolor_gui.core.origins import Step
from xraycolor_gui.core.presentation import present
from xraycolor_gui.core.presentation_state import (
    GraphicKind,
    PresentationState,
    Size,
    Units,
    annotations_on,
    applied,
    area_of,
)
from xraycolor_gui.core.radiograph import LookupTable, Radiograph, Rescale, Window
from xraycolor_gui.core.shutters import Bitmap, Rectangle
from xraycolor_gui.core.turn import Turn
from xraycolor_gui.io.dicom.presentation_state import presentation_states, read_presentation_state
from xraycolor_gui.io.read import read


def softcopy(**tags: Any) -> Any:
    """A Softcopy VOI LUT Sequence of one item."""
    return sequence(item(**tags))


def both(folder: Path, image: FileDataset, **tags: Any) -> tuple[Radiograph, PresentationState]:
    """Image and state written, and read again."""
    paths = folder / "image.dcm", folder / "state.dcm"
    paths[0].write_bytes(file_of(image))
    paths[1].write_bytes(file_of(state_for(image, **tags)))
    return read(paths[0]), read_presentation_state(paths[1])


def inverted_table() -> Any:
    return table(0, list(range(255, -1, -1)), 8)


STATES: dict[str, dict[str, Any]] = {
    "a window": {"SoftcopyVOILUTSequence": softcopy(WindowCenter="1000", WindowWidth="1500")},
    "an inverse shape": {
        "SoftcopyVOILUTSequence": softcopy(WindowCenter="1000", WindowWidth="1500"),
        "PresentationLUTShape": "INVERSE",
    },
    "a rescale of its own": {
        "RescaleSlope": "2",
        "RescaleIntercept": "-100",
        "RescaleType": "US",
        "SoftcopyVOILUTSequence": softcopy(WindowCenter="2000", WindowWidth="3000"),
    },
    "a VOI LUT": {
        "SoftcopyVOILUTSequence": softcopy(
            VOILUTSequence=sequence(table(500, [round(255 * (n / 2999) ** 2) for n in range(3000)], 8))
        )
    },
    "a Presentation LUT": {
        "SoftcopyVOILUTSequence": softcopy(WindowCenter="2048", WindowWidth="4096"),
        "PresentationLUTShape": None,
        "PresentationLUTSequence": sequence(inverted_table()),
    },
    "no window at all": {},
}


@pytest.mark.skipif(not shutil.which("dcmp2pgm"), reason="DCMTK (dcmp2pgm) is not installed")
@pytest.mark.parametrize("photometric", ["MONOCHROME1", "MONOCHROME2"])
@pytest.mark.parametrize("name", STATES)
def test_a_state_makes_the_grey_that_it_makes_in_dcmtk(name: str, photometric: str, tmp_path: Path) -> None:
    image = film(ramp(64, 64), PhotometricInterpretation=photometric, WindowCenter="10", WindowWidth="20")
    radiograph, state = both(tmp_path, image, **STATES[name])
    out = tmp_path / "dcmtk.pgm"
    command = ["dcmp2pgm", "-p", str(state.path), str(radiograph.source.path), str(out)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    theirs = np.asarray(Image.open(out)).astype(int)
    ours = np.rint(present(applied(state, radiograph)).grey * 255).astype(int)
    assert (np.abs(ours - theirs) <= 1).mean() >= 0.999


def test_a_state_is_offered_only_for_the_images_and_frames_it_names(tmp_path: Path) -> None:
    image = film()
    radiograph, state = both(tmp_path, image)
    assert state.names(radiograph.source)
    other, _ = both(tmp_path, film())
    assert not state.names(other.source)
    with pytest.raises(ValueError, match="does not name"):
        applied(state, other)
    two = film(np.stack([ramp(), ramp()]), NumberOfFrames="2")
    dataset = state_for(two)
    dataset.ReferencedSeriesSequence[0].ReferencedImageSequence[0].ReferencedFrameNumber = [2]
    (tmp_path / "two.dcm").write_bytes(file_of(two))
    (tmp_path / "of-two.dcm").write_bytes(file_of(dataset))
    of_two = read_presentation_state(tmp_path / "of-two.dcm")
    assert [of_two.names(read(tmp_path / "two.dcm", frame).source) for frame in (0, 1)] == [False, True]


def test_windows_belong_to_the_images_that_their_item_names(tmp_path: Path) -> None:
    image = film()
    elsewhere = sequence(item(ReferencedSOPClassUID="1.2", ReferencedSOPInstanceUID="1.2.3"))
    voi = sequence(
        item(WindowCenter="1", WindowWidth="2", ReferencedImageSequence=elsewhere),
        item(WindowCenter="3", WindowWidth="4", WindowCenterWidthExplanation="OURS"),
    )
    radiograph, state = both(tmp_path, image, SoftcopyVOILUTSequence=voi)
    assert applied(state, radiograph).voi == (Window(3, 4, explanation="OURS"),)


def test_what_the_film_says_of_a_step_gives_way_to_the_states_silence(tmp_path: Path) -> None:
    image = film(
        RescaleSlope="3", RescaleIntercept="7", WindowCenter="5", WindowWidth="6", PresentationLUTShape="INVERSE"
    )
    radiograph, state = both(tmp_path, image)
    shown = applied(state, radiograph)
    assert shown.modality == Rescale() and not shown.inverse
    assert present(shown).grey.ravel() == pytest.approx(ramp().ravel() / 4095, abs=1e-6)


def test_a_table_for_signed_pixels_begins_below_zero(tmp_path: Path) -> None:
    image = film(ramp().astype(np.int16) - 2000)
    voi = softcopy(VOILUTSequence=sequence(table(65536 - 2000, [0, 100, 255], 8)))
    radiograph, state = both(tmp_path, image, SoftcopyVOILUTSequence=voi)
    lut = applied(state, radiograph).voi[0]
    assert isinstance(lut, LookupTable) and lut.first == -2000


def test_rotation_comes_before_the_flip(tmp_path: Path) -> None:
    _, state = both(tmp_path, film(), ImageRotation=90, ImageHorizontalFlip="Y")
    picture = np.arange(6, dtype=np.uint8).reshape(2, 3)
    assert np.array_equal(state.turn.turned(picture), np.fliplr(np.rot90(picture, -1)))
    assert both(tmp_path, film(), ImageRotation=270, ImageHorizontalFlip="N")[1].turn == Turn(3)


def test_the_displayed_area_is_read_whatever_corner_comes_first(tmp_path: Path) -> None:
    radiograph, state = both(
        tmp_path,
        film(),
        DisplayedAreaSelectionSequence=sequence(area((9, 8), (3, 2), PresentationPixelMagnificationRatio=2.0)),
    )
    found = area_of(state, radiograph.source)
    assert found is not None
    assert (found.first, found.last, found.size, found.magnification) == ((3, 2), (9, 8), Size.FIT, 2.0)


def test_shutters_and_overlays_of_the_state_take_the_place_of_the_films_own(tmp_path: Path) -> None:
    image = film()
    image.add_new(0x60000010, "US", 12)
    image.add_new(0x60000011, "US", 16)
    image.add_new(0x60000050, "SS", [1, 1])
    image.add_new(0x60003000, "OW", bytes([1]) + bytes(23))
    bitmap = state_for(image, ShutterShape="BITMAP", ShutterOverlayGroup=0x6002, ShutterPresentationValue=0xFFFF)
    bitmap.add_new(0x60020010, "US", 2)
    bitmap.add_new(0x60020011, "US", 8)
    bitmap.add_new(0x60020050, "SS", [2, 1])
    bitmap.add_new(0x60023000, "OW", bytes([0xFF, 0x0F]))
    (tmp_path / "image.dcm").write_bytes(file_of(image))
    (tmp_path / "state.dcm").write_bytes(file_of(bitmap))
    radiograph, state = read(tmp_path / "image.dcm"), read_presentation_state(tmp_path / "state.dcm")
    assert len(radiograph.overlays) == 1
    shown = applied(state, radiograph)
    assert shown.overlays == ()  # neither is activated
    assert shown.shutter is not None and isinstance(shown.shutter.shapes[0], Bitmap)
    grey = present(shown).grey
    assert (grey[1, :8] == 1).all() and (grey[2, :4] == 1).all() and grey[2, 5] < 1
    bitmap.add_new(0x60001001, "CS", "LAYER1")
    (tmp_path / "state.dcm").write_bytes(file_of(bitmap))
    assert len(applied(read_presentation_state(tmp_path / "state.dcm"), radiograph).overlays) == 1


def test_a_rectangular_shutter_of_a_state_is_read(tmp_path: Path) -> None:
    edges = {
        "ShutterShape": "RECTANGULAR",
        "ShutterUpperHorizontalEdge": "2",
        "ShutterLowerHorizontalEdge": "5",
        "ShutterLeftVerticalEdge": "3",
        "ShutterRightVerticalEdge": "9",
    }
    _, state = both(tmp_path, film(), **edges)
    assert state.shutter is not None and state.shutter.shapes == (Rectangle(2, 5, 3, 9),)


def test_what_was_drawn_and_written_is_read_layer_by_layer(tmp_path: Path) -> None:
    line = item(
        GraphicAnnotationUnits="PIXEL",
        GraphicDimensions=2,
        NumberOfGraphicPoints=2,
        GraphicData=[1.5, 2.0, 3.0, 4.5],
        GraphicType="POLYLINE",
        GraphicFilled="N",
    )
    bad = item(GraphicAnnotationUnits="PIXEL", GraphicData=[1.0, 2.0, 3.0], GraphicType="POLYLINE")
    words = item(
        UnformattedTextValue="two\r\nlines",
        AnchorPoint=[0.25, 0.5],
        AnchorPointAnnotationUnits="DISPLAY",
        AnchorPointVisibility="N",
    )
    upper = item(GraphicLayer="UPPER", TextObjectSequence=sequence(words))
    lower = item(GraphicLayer="LOWER", GraphicObjectSequence=sequence(line, bad))
    layers = [item(GraphicLayer=name, GraphicLayerOrder=order) for name, order in (("UPPER", 2), ("LOWER", 1))]
    radiograph, state = both(
        tmp_path,
        film(),
        GraphicAnnotationSequence=sequence(upper, lower),
        GraphicLayerSequence=sequence(*layers),
    )
    first, second = annotations_on(state, radiograph.source)
    assert [(graphic.kind, graphic.points) for graphic in first.graphics] == [
        (GraphicKind.POLYLINE, ((1.5, 2.0), (3.0, 4.5)))
    ]
    text = second.texts[0]
    assert (text.words, text.anchor, text.anchor_units) == ("two\nlines", (0.25, 0.5), Units.SHOWN)
    assert any("left out" in note for note in state.notes)


def test_the_explanation_tells_what_came_from_the_state_and_names_nobody(tmp_path: Path) -> None:
    window = softcopy(WindowCenter="1000", WindowWidth="1500")
    radiograph, state = both(tmp_path, film(WindowCenter="10", WindowWidth="20"), SoftcopyVOILUTSequence=window)
    steps = {explained.step: explained for explained in explain(applied(state, radiograph), state=state.label)}
    assert "The presentation state “MADE” is applied." in map(str, steps[Step.FILE].said)
    told = {(each.name, each.value, each.place) for each in steps[Step.VOI].attributes}
    assert ("Window Width", "1500", "presentation state › Softcopy VOI LUT Sequence") in told
    assert not any(value == "20" for _, value, _ in told)
    assert not any("UID" in each.name for each in steps[Step.VOI].attributes)


def test_states_found_in_the_wild_are_read(shared: Path) -> None:
    edge = shared / "dicom" / "edge"
    state = read_presentation_state(edge / "ClearCanvas__real03.pr.dcm")
    radiograph = read(edge / "ClearCanvas__real03.dcm")
    assert state.names(radiograph.source)
    assert len(annotations_on(state, radiograph.source)[0].graphics[0].points) == 64
    assert annotations_on(state, radiograph.source)[0].texts[0].words.startswith("A=1372px")
    assert applied(state, radiograph).voi == (Window(128, 256),)
    assert read_presentation_state(edge / "Larvitar__ps.dcm").inverse


def test_other_files_are_no_states(shared: Path, tmp_path: Path) -> None:
    edge = shared / "dicom" / "edge"
    with pytest.raises(UnsupportedImage, match="not a presentation state"):
        read_presentation_state(edge / "pydicom__rtplan.dcm")
    (tmp_path / "empty").write_bytes(b"")
    found = presentation_states(
        [edge / "pydicom__rtplan.dcm", tmp_path / "empty", tmp_path / "gone", edge / "Larvitar__ps.dcm"]
    )
    assert [state.label for state in found] == ["IBLAB GSPS"]
