"""What users of other viewers complain of in their issue trackers, as far as it concerns how a film is presented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom.dataset import FileDataset

from tests.io.made_dicom import file_of, film, item, ramp, sequence, table
from xraycolor_gui.core.presentation import choose_voi, colours_from_stored, present, to_window
from xraycolor_gui.core.radiograph import LookupTable, Radiograph, SpacingSource, Window
from xraycolor_gui.gui.views.dragging import dragged_window
from xraycolor_gui.io.read import read


def opened(folder: Path, dataset: FileDataset, name: str = "film.dcm", frame: int = 0) -> Radiograph:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file_of(dataset))
    return read(path, frame)


def mammogram(**tags: Any) -> FileDataset:
    """A film with a VOI LUT that is declared 16 bits deep and ends at 4095, and a window beside it."""
    curve = [round(4095 * (n / 4095) ** 0.5) for n in range(4096)]
    lut = table(0, curve, 16, LUTExplanation="NORMAL")
    return film(ramp(64, 64), VOILUTSequence=sequence(lut), WindowCenter="2048", WindowWidth="4096", **tags)


def test_a_mammograms_voi_lut_is_applied(tmp_path: Path) -> None:
    """Cornerstone3D 2520, OHIF 4266: the linear window beside it was used instead."""
    radiograph = opened(tmp_path, mammogram())
    shown = present(radiograph)
    assert isinstance(shown.voi, LookupTable) and shown.voi.explanation == "NORMAL"
    assert shown.grey.ravel() == pytest.approx(np.sqrt(ramp(64, 64).ravel() / 4095), abs=2e-3)


def test_the_window_stays_alive_once_a_voi_lut_is_active(tmp_path: Path) -> None:
    """OHIF 390: drags did nothing."""
    radiograph = opened(tmp_path, mammogram())
    voi, _ = choose_voi(radiograph)
    before, after = present(radiograph, voi).grey, present(radiograph, dragged_window(voi, 60, 0, inverse=False)).grey
    assert np.abs(after - before).max() > 0.05
    assert np.abs(present(radiograph, to_window(voi)).grey - before).max() < 1e-6  # it begins where the LUT was


def test_a_film_does_not_turn_white_once_a_voi_lut_is_active(tmp_path: Path) -> None:
    """OHIF 390: the window, in other units, was laid over the table's output."""
    radiograph = opened(tmp_path, mammogram())
    voi, _ = choose_voi(radiograph)
    grey = present(radiograph, dragged_window(voi, 1, -1, inverse=False)).grey
    assert 0.6 < grey.mean() < 0.7 and (grey >= 1).mean() < 0.02


def test_a_narrow_voi_lut_does_not_come_out_almost_black(tmp_path: Path) -> None:
    """By its declared depth of 16 bits a table that ends at 4095 would reach 6 % of white."""
    assert present(opened(tmp_path, mammogram())).grey.max() == 1


@pytest.mark.parametrize("said", [{"PhotometricInterpretation": "MONOCHROME1"}, {"PresentationLUTShape": "INVERSE"}])
def test_monochrome1_is_right_before_anybody_resets_it(said: dict[str, str], tmp_path: Path) -> None:
    """OHIF 4116: it was inverted before the window, so that an asymmetric window showed another part of the values."""
    radiograph = opened(tmp_path, film(ramp(64, 64), WindowCenter="1000", WindowWidth="500", **said))
    plain = opened(tmp_path, film(ramp(64, 64), WindowCenter="1000", WindowWidth="500"), "plain.dcm")
    assert present(radiograph).grey == pytest.approx(1 - present(plain).grey, abs=1e-6)


@pytest.mark.parametrize("width", [2, 100, 4096, 65535])
def test_a_tiny_drag_does_not_turn_the_film_white(width: float) -> None:
    """Weasis 373: a drag counted stored values, whatever the window. It is a share of the width in use."""
    for inverse in (False, True):
        moved = dragged_window(Window(1000, width), 3, -3, inverse)
        assert abs(moved.center - 1000) <= width * 0.02
        assert 1 <= moved.width / width <= 1.02


def test_an_rgb_secondary_capture_that_kept_a_window_does_not_show_black(tmp_path: Path) -> None:
    """The cornerstone WADO image loader, 143: the window of the source was applied to 8-bit colours."""
    rgb = np.random.default_rng(1).integers(0, 256, (20, 30, 3), np.uint8)
    radiograph = opened(tmp_path, film(rgb, WindowCenter="20000", WindowWidth="1000", RescaleSlope="5"))
    assert radiograph.rgb is not None and np.array_equal(radiograph.rgb, rgb)
    voi, notes = choose_voi(radiograph)
    assert np.array_equal(colours_from_stored(rgb.astype(np.float32), radiograph, voi), rgb)
    assert not notes and present(radiograph).grey.mean() > 0.3


def test_a_colour_picture_can_be_windowed_by_hand(tmp_path: Path) -> None:
    rgb = np.random.default_rng(1).integers(0, 256, (20, 30, 3), np.uint8)
    radiograph = opened(tmp_path, film(rgb))
    darker = dragged_window(radiograph.voi[0], 0, 150, inverse=False)
    assert colours_from_stored(rgb.astype(np.float32), radiograph, darker).mean() < rgb.mean() - 30


def test_millimetres_at_the_detector_are_not_taken_for_the_patients(tmp_path: Path) -> None:
    """Cornerstone3D 2387 and 2403, and the WADO image loader's pull request 261, which had to be taken back."""
    at_detector = opened(tmp_path, film(ImagerPixelSpacing=[0.2, 0.2])).spacing
    assert at_detector is not None and at_detector.source is SpacingSource.DETECTOR
    assert opened(tmp_path, film(PixelAspectRatio=[1, 1])).spacing is None


def test_orientation_letters_are_never_invented(tmp_path: Path) -> None:
    """OHIF 4210: films without orientation got the letters of an axial section."""
    assert opened(tmp_path, film()).orientation is None
    assert opened(tmp_path, film(PatientOrientation=["A", "FR"])).orientation == ("A", "FR")


BAD_TAGS: list[dict[str, Any]] = [
    {"WindowCenter": "", "WindowWidth": "100"},
    {"WindowCenter": "100", "WindowWidth": "0"},
    {"WindowCenter": "100", "WindowWidth": "50", "VOILUTFunction": "CUBIC"},
    {"VOILUTSequence": sequence(item())},
    {"ModalityLUTSequence": sequence(item())},
    {"PatientOrientation": "NOWHERE"},
    {"ShutterShape": "HEXAGONAL"},
    {"ShutterShape": "CIRCULAR"},
    {"NumberOfFrames": "0"},
    {"PatientBirthDate": "1970"},
    {"PatientSex": "U"},
    {"PixelSpacing": [0, 0]},
    {"BurnedInAnnotation": "MAYBE"},
]


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("tags", BAD_TAGS, ids=" ".join)
def test_one_bad_tag_does_not_cost_the_whole_film(tags: dict[str, Any], tmp_path: Path) -> None:
    """Weasis 376, Horos 286. What cannot be used is left out and, where it changes the picture, said."""
    radiograph = opened(tmp_path, film(**tags))
    assert np.array_equal(radiograph.stored, ramp()) and present(radiograph).grey.std() > 0


def test_a_film_in_a_folder_with_an_accent_is_read(tmp_path: Path) -> None:
    """Weasis 838: `médical`."""
    assert opened(tmp_path, film(), "médical/Ünïcode 影像.dcm").shape == ramp().shape


def test_several_windows_are_not_hidden_behind_the_first(tmp_path: Path) -> None:
    tags = {"WindowCenter": ["10", "20"], "WindowWidth": ["5", "6"], "WindowCenterWidthExplanation": ["SOFT", "BONE"]}
    luts = sequence(table(0, [0, 4095], 12, LUTExplanation="A"), table(0, [0, 4095], 12, LUTExplanation="B"))
    radiograph = opened(tmp_path, film(VOILUTSequence=luts, **tags))
    assert [voi.explanation for voi in radiograph.voi] == ["A", "B", "SOFT", "BONE"]
    assert choose_voi(radiograph)[0] is radiograph.voi[0]


def test_padding_does_not_spoil_the_automatic_window_nor_show_white(tmp_path: Path) -> None:
    pixels = ramp(64, 64, 1000)
    pixels[:, :40] = 4095
    radiograph = opened(tmp_path, film(pixels, PixelPaddingValue=4095, PhotometricInterpretation="MONOCHROME1"))
    shown = present(radiograph)
    assert (shown.grey[:, :40] == 0).all() and shown.grey[:, 40:].max() > 0.95


def test_burned_in_names_are_told(tmp_path: Path) -> None:
    radiograph = opened(tmp_path, film(BurnedInAnnotation="YES"))
    assert radiograph.burned_in and any("part of its pixels" in note for note in radiograph.notes)
    assert opened(tmp_path, film(BurnedInAnnotation="NO")).burned_in is False
    assert opened(tmp_path, film()).burned_in is None


def test_not_only_the_first_frame_can_be_seen(tmp_path: Path) -> None:
    frames = np.stack([ramp(), ramp()[::-1], ramp()[:, ::-1]])
    made = film(frames, NumberOfFrames="3", FrameTime="40")
    for number, expected in enumerate(frames):
        radiograph = opened(tmp_path, made, frame=number)
        assert np.array_equal(radiograph.stored, expected)
        assert radiograph.playback is not None and radiograph.playback.frames_per_second == 25


@pytest.mark.parametrize(
    ("tags", "rate", "told"),
    [
        ({"RecommendedDisplayFrameRate": 12, "CineRate": 30, "FrameTime": "100"}, 12, "Recommended Display Frame Rate"),
        ({"CineRate": 30, "FrameTime": "100"}, 30, "Cine Rate"),
        ({"FrameTime": "100"}, 10, "Frame Time"),
        ({"FrameTimeVector": ["0", "50", "50"]}, 20, "Frame Time Vector"),
        ({"CineRate": 0, "FrameTime": "0"}, None, ""),
    ],
)
def test_frames_run_at_the_rate_that_the_file_states(
    tags: dict[str, Any], rate: float | None, told: str, tmp_path: Path
) -> None:
    playback = opened(tmp_path, film(np.stack([ramp(), ramp()]), NumberOfFrames="2", **tags)).playback
    assert (playback and (playback.frames_per_second, playback.told)) == (rate and (rate, told))


def test_an_overlay_in_unused_bits_does_not_spoil_the_picture(tmp_path: Path) -> None:
    pixels = ramp(64, 64)
    pixels[10:20, 30:40] |= 0x8000
    made = film(pixels)
    for element, vr, value in ((0x0010, "US", 64), (0x0011, "US", 64), (0x0050, "SS", [1, 1]), (0x0102, "US", 15)):
        made.add_new(0x60000000 | element, vr, value)
    radiograph = opened(tmp_path, made)
    assert np.array_equal(radiograph.stored, ramp(64, 64))
    (overlay,) = radiograph.overlays
    assert overlay.embedded and overlay.plane[10:20, 30:40].all() and overlay.plane.sum() == 100


def test_an_overlay_partly_outside_the_film_does_not_break_it(tmp_path: Path) -> None:
    made = film()
    for element, vr, value in ((0x0010, "US", 8), (0x0011, "US", 8), (0x0050, "SS", [-2, 13]), (0x0040, "CS", "G")):
        made.add_new(0x60020000 | element, vr, value)
    made.add_new(0x60023000, "OB", bytes([0xFF] * 8))
    made.add_new(0x60021500, "LO", "SIDE")
    radiograph = opened(tmp_path, made)
    (overlay,) = radiograph.overlays
    assert (overlay.row, overlay.column, overlay.group, overlay.label) == (-2, 13, 0x6002, "SIDE")
    assert any("partly outside" in note for note in radiograph.notes)


@pytest.mark.parametrize("data", [b"", b"\1"])
def test_a_damaged_overlay_does_not_break_the_film(data: bytes, tmp_path: Path) -> None:
    made = film()
    for element, vr, value in ((0x0010, "US", 8), (0x0011, "US", 8), (0x3000, "OB", data + bytes(len(data) % 2))):
        made.add_new(0x60000000 | element, vr, value)
    radiograph = opened(tmp_path, made)
    assert radiograph.overlays == () and any("overlay" in note for note in radiograph.notes)


def test_shutters_are_not_ignored(tmp_path: Path) -> None:
    shapes = {
        "ShutterShape": ["RECTANGULAR", "CIRCULAR", "POLYGONAL"],
        "ShutterLeftVerticalEdge": "2",
        "ShutterRightVerticalEdge": "15",
        "ShutterUpperHorizontalEdge": "2",
        "ShutterLowerHorizontalEdge": "11",
        "CenterOfCircularShutter": ["6", "8"],
        "RadiusOfCircularShutter": "5",
        "VerticesOfThePolygonalShutter": ["1", "1", "1", "16", "12", "16", "12", "1"],
        "ShutterPresentationValue": 0,
    }
    radiograph = opened(
        tmp_path, film(np.full((12, 16), 4000, np.uint16), WindowCenter="2048", WindowWidth="4096", **shapes)
    )
    grey = present(radiograph).grey
    assert grey[0, 0] == 0 and grey[5, 0] == 0 and grey[5, 7] > 0.9
    assert radiograph.shutter is not None and len(radiograph.shutter.shapes) == 3
