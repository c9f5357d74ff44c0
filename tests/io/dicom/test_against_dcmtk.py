"""What is shown, against DCMTK, which shares no line with ours: within 1 of 256 levels on 99.9 % of pixels.

Every file of the shared DICOM folder is compared, in grey through each of its windows and VOI LUTs, or in its own
colours. Files that DCMTK cannot unpack (JPEG 2000) are unpacked by GDCM first. A file that states no window is shown
by DCMTK from end to end of what its values may be, and by us through the 1 to 99 % range unless it has eight bits:
where there is no VOI LUT module PS3.3 C.11.2 leaves the first view to the viewer. Both are compared from end to end.

What is left is in `EXPLAINED`: why, where the standard says so, and a check that it is so.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import numpy as np
import pydicom
import pytest
from numpy.typing import NDArray
from PIL import Image
from pydicom import Dataset
from pydicom.dataset import FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, SecondaryCaptureImageStorage, generate_uid

from tests.conftest import SHARED_DATA
from xraycolor_gui.core.errors import XrayColorError
from xraycolor_gui.core.presentation import choose_voi, present
from xraycolor_gui.core.radiograph import LookupTable, Radiograph, Window, WindowFunction
from xraycolor_gui.io.quiet import silenced_warnings
from xraycolor_gui.io.read import read

#: One tool per family of decoders: uncompressed and RLE, JPEG, JPEG-LS.
TOOLS = [tool for tool in ("dcm2pnm", "dcmj2pnm", "dcml2pnm") if shutil.which(tool)]
DICOM = SHARED_DATA / "dicom"

pytestmark = [
    pytest.mark.skipif(not TOOLS, reason="DCMTK (dcm2pnm) is not installed"),
    pytest.mark.skipif(
        not DICOM.exists(), reason="the shared test data folder (../shared/data) is not on this machine"
    ),
]

Levels = NDArray[np.int16]
Checked = Callable[[Path, Path], bool]


def every_file() -> list[str]:
    manifest = DICOM / "manifest.csv"
    if not manifest.exists():
        return []
    with manifest.open(newline="") as lines:
        return sorted(row["file"] for row in csv.DictReader(lines))


def by_dcmtk(path: Path, *options: str) -> Levels | None:
    """8-bit levels, (rows, columns) or with three channels; None when DCMTK renders nothing with these options."""
    for tool in TOOLS:
        done = subprocess.run([tool, "-O", *options, str(path)], capture_output=True, check=False, timeout=60)
        if done.returncode == 0 and done.stdout[:1] == b"P" and b"cannot select" not in done.stderr:
            return np.asarray(Image.open(BytesIO(done.stdout))).astype(np.int16)
    return None


def unpacked(path: Path, folder: Path) -> Path:
    """The file where DCMTK can decode it, else a copy that GDCM made without compression, if it can."""
    if by_dcmtk(path) is not None or not shutil.which("gdcmconv"):
        return path
    copy = folder / "unpacked.dcm"
    subprocess.run(
        ["gdcmconv", "--raw", "-i", str(path), "-o", str(copy)], capture_output=True, check=False, timeout=60
    )
    return copy if copy.exists() else path


def end_to_end(film: Radiograph) -> Window:
    """Everything that modality values may be."""
    if isinstance(film.modality, LookupTable):
        low, high = 0.0, float((1 << film.modality.bits) - 1)
    else:
        signed = film.stored.dtype.kind == "i"
        ends = (-(2 ** (film.bits - 1)), 2 ** (film.bits - 1) - 1) if signed else (0, 2**film.bits - 1)
        low, high = sorted(end * film.modality.slope + film.modality.intercept for end in ends)
    return Window((low + high) / 2, high - low, WindowFunction.LINEAR_EXACT)


def ways(film: Radiograph) -> list[tuple[Window | LookupTable, tuple[str, ...]]]:
    """Windows and VOI LUTs with DCMTK's option for each; without any, from end to end."""
    tables = [voi for voi in film.voi if isinstance(voi, LookupTable)]
    windows = [voi for voi in film.voi if isinstance(voi, Window) and voi.explanation != "as stored"]
    stated: list[tuple[Window | LookupTable, tuple[str, ...]]] = [
        *((voi, ("+Wl", str(number))) for number, voi in enumerate(tables, 1)),
        *((voi, ("+Wi", str(number))) for number, voi in enumerate(windows, 1)),
    ]
    return stated or [(end_to_end(film), ("-W",))]


def share_alike(film: Radiograph, voi: Window | LookupTable, theirs: Levels) -> float:
    """Share of pixels (colours: of samples) within one level."""
    ours = film.rgb if film.rgb is not None else np.rint(present(film, voi).grey * 255)
    if ours.ndim < theirs.ndim:
        theirs = theirs[..., 1]
    return float((np.abs(ours.astype(np.int16) - theirs) <= 1).mean())


def shown_alike(film: Radiograph, path: Path) -> bool:
    """Whether every way to show the film is DCMTK's way."""
    compared = [(voi, by_dcmtk(path, *options)) for voi, options in ways(film)]
    return all(theirs is not None and share_alike(film, voi, theirs) >= 0.999 for voi, theirs in compared)


# What is not as DCMTK shows it, and how that is checked


def neither_shows(path: Path, _folder: Path) -> bool:
    """There is no picture in it, or none that can be decoded, and DCMTK agrees."""
    with pytest.raises(XrayColorError):
        read(path)
    return by_dcmtk(path) is None


def alike_once_unpacked_by_us(path: Path, folder: Path) -> bool:
    """Our decoded pixels in a file without compression, with the same presentation."""
    film = read(path)
    return by_dcmtk(path) is None and shown_alike(film, in_plain_file(film, folder))


def alike_with_a_sound_header(path: Path, folder: Path) -> bool:
    """The same, and the decoded pixels by pydicom, where the header is what stops DCMTK."""
    film = read(path)
    with silenced_warnings():
        assert np.array_equal(pydicom.dcmread(path, force=True).pixel_array, film.stored)
    return by_dcmtk(path) is None and shown_alike(film, in_plain_file(film, folder))


def alike_to_the_file_it_was_made_of(path: Path, folder: Path) -> bool:
    """Its maker cut the prefix and meta group off a file that DCMTK does read."""
    film, whole = read(path), read(DICOM / "edge" / "pydicom__CT_small.dcm")
    same = np.array_equal(film.stored, whole.stored)
    return by_dcmtk(path) is None and same and shown_alike(film, whole.source.path)


def alike_but_for_padding(path: Path, _folder: Path) -> bool:
    film = read(path)
    assert film.padding is not None
    padding = (film.stored >= film.padding.low) & (film.stored <= film.padding.high)
    window, theirs = end_to_end(film), by_dcmtk(path, "-W")
    assert theirs is not None
    ours = np.rint(present(film, window).grey * 255)
    return bool((np.abs(ours - theirs)[~padding] <= 1).all() and padding.any() and (ours[padding] == 0).all())


def one_bit_at_half_the_light(path: Path, folder: Path) -> bool:
    """Ours is black and white; DCMTK's white is 128."""
    film = read(path)
    theirs = by_dcmtk(path)
    if theirs is None:
        theirs = by_dcmtk(in_plain_file(film, folder))
    assert theirs is not None
    ours = np.rint(present(film).grey * 255)
    return set(np.unique(ours)) == {0, 255} and bool(((theirs > 0) == (ours > 0)).all()) and theirs.max() in (127, 128)


def not_for_dcmtk(path: Path, _folder: Path) -> bool:
    """Float values: checked against the numbers in the file and the formula of the standard."""
    film = read(path)
    header = pydicom.dcmread(path)
    raw = header.get("FloatPixelData") or header.DoubleFloatPixelData
    values = np.frombuffer(raw, "<f4" if "FloatPixelData" in header else "<f8").reshape(film.shape)
    voi = choose_voi(film)[0]
    assert isinstance(voi, Window) and not isinstance(film.modality, LookupTable)
    assert voi.width == 1  # PS3.3 C.11.2.1.2.1: a threshold
    modality = values * film.modality.slope + film.modality.intercept
    return by_dcmtk(path) is None and np.array_equal(present(film).grey, modality > voi.center - 0.5)


def in_plain_file(film: Radiograph, folder: Path) -> Path:
    """Stored values (or own colours) and presentation, as a Secondary Capture without compression."""
    pixels = film.rgb if film.rgb is not None else film.stored
    made = Dataset()
    made.file_meta = FileMetaDataset()
    made.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    made.SOPClassUID, made.SOPInstanceUID = SecondaryCaptureImageStorage, generate_uid()
    made.file_meta.MediaStorageSOPClassUID, made.file_meta.MediaStorageSOPInstanceUID = (
        made.SOPClassUID,
        made.SOPInstanceUID,
    )
    made.Rows, made.Columns = film.shape
    made.SamplesPerPixel = 3 if film.rgb is not None else 1
    made.PlanarConfiguration = 0
    made.PhotometricInterpretation = "RGB" if film.rgb is not None else "MONOCHROME2"
    made.BitsAllocated = pixels.dtype.itemsize * 8
    made.BitsStored = made.BitsAllocated if film.rgb is not None else film.bits
    made.HighBit, made.PixelRepresentation = made.BitsStored - 1, int(pixels.dtype.kind == "i")
    windows = [voi for voi in film.voi if isinstance(voi, Window) and voi.explanation != "as stored"]
    if windows:
        made.WindowCenter, made.WindowWidth = [w.center for w in windows], [w.width for w in windows]
    if not isinstance(film.modality, LookupTable) and film.rgb is None:
        made.RescaleSlope, made.RescaleIntercept = film.modality.slope, film.modality.intercept
    made.PixelData = pixels.tobytes() + bytes(pixels.nbytes % 2)
    path = folder / "plain.dcm"
    made.save_as(path, enforce_file_format=True)
    return path


#: file: (why, section of the standard, check).
EXPLAINED: dict[str, tuple[str, str, Checked]] = {
    "broken/orthanc-tests__CR000000.dcm": ("a header without pixels", "PS3.3 C.7.6.3", neither_shows),
    "broken/pydicom__UN_sequence.dcm": ("a header without pixels", "PS3.3 C.7.6.3", neither_shows),
    "broken/pydicom__JPEG2000-embedded-sequence-delimiter.dcm": ("damaged pixels", "PS3.5 A.4.4", neither_shows),
    "edge/ClearCanvas__real03.pr.dcm": ("a presentation state", "PS3.3 A.33.1", neither_shows),
    "edge/Larvitar__ps.dcm": ("a presentation state", "PS3.3 A.33.1", neither_shows),
    "edge/pydicom__rtplan.dcm": ("an RT plan", "PS3.3 A.20", neither_shows),
    "edge/pydicom__rtstruct.dcm": ("an RT structure set", "PS3.3 A.19", neither_shows),
    "edge/pydicom__waveform_ecg.dcm": ("a waveform", "PS3.3 A.34", neither_shows),
    "edge/pydicom-data__HTJ2KLossless_08_RGB.dcm": (
        "neither DCMTK nor GDCM decodes HTJ2K", "PS3.5 8.2.16", alike_once_unpacked_by_us,
    ),
    "edge/DICOM-Swift__htj2k_lossless_parity.dcm": (
        "neither DCMTK nor GDCM decodes HTJ2K", "PS3.5 8.2.16", alike_once_unpacked_by_us,
    ),
    "edge/pydicom-data__liver_deflate.dcm": (
        "frames are deflated, which DCMTK does not know; one bit, whose 1 is white here", "PS3.5 A.4.14, PS3.3 C.11.2",
        one_bit_at_half_the_light,
    ),
    "edge/pydicom__liver_1frame.dcm": (
        "the greatest value that one bit holds is white here, and half white in DCMTK", "PS3.3 C.11.2",
        one_bit_at_half_the_light,
    ),
    "edge/pydicom-data__parametric_map_float.dcm": ("float values", "PS3.3 C.7.6.24", not_for_dcmtk),
    "edge/pydicom-data__parametric_map_double_float.dcm": ("float values", "PS3.3 C.7.6.25", not_for_dcmtk),
    "edge/fo-dicom__GH364.dcm": (
        "DCMTK stops at a damaged sequence that says nothing of the pixels", "PS3.5 7.5", alike_with_a_sound_header,
    ),
    "broken/pydicom__no_meta.dcm": (
        "a preamble without the prefix and the meta group after it", "PS3.10 7.1", alike_to_the_file_it_was_made_of,
    ),
    "broken/fo-dicom__GH177_D_CLUNIE_CT1_IVRLE_BigEndian_undefined_length.dcm": (
        "padding is no part of the picture: it is black here, DCMTK shows its value as a grey", "PS3.3 C.7.5.1.1.2",
        alike_but_for_padding,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", every_file(), ids=lambda name: name[:60])
def test_a_file_is_shown_as_dcmtk_shows_it_or_the_standard_says_why_not(name: str, tmp_path: Path) -> None:
    if name in EXPLAINED:
        why, section, is_so = EXPLAINED[name]
        assert is_so(DICOM / name, tmp_path), f"no longer: {why} ({section})"
        return
    film = read(DICOM / name)
    assert shown_alike(film, unpacked(DICOM / name, tmp_path))
    first, notes = choose_voi(film)
    if film.rgb is None and first not in film.voi:
        assert first.explanation == "1 to 99 % range" and any("states no window" in note for note in notes)


@pytest.mark.parametrize(
    ("name", "frame"),
    [
        ("radiographs/fo-dicom__HasFragmentSequence.dcm", 95),
        ("edge/pydicom__examples_ybr_color.dcm", 17),
        ("edge/dcm4che__jpeg-ls-Palette.dcm", 9),
        ("edge/fo-dicom__multiframe.dcm", 70),
    ],
)
def test_any_frame_is_shown_as_dcmtk_shows_it(name: str, frame: int) -> None:
    film = read(DICOM / name, frame)
    theirs = by_dcmtk(DICOM / name, "+F", str(frame + 1))
    assert theirs is not None and share_alike(film, end_to_end(film), theirs) >= 0.999


@pytest.mark.parametrize("name", ["dwv__gdcm-CR-MONO1-10-chest.dcm", "highdicom__dx_image.dcm"])
def test_the_sigmoid_is_that_of_dcmtk(name: str) -> None:
    path = DICOM / "radiographs" / name
    theirs = by_dcmtk(path, "+Wi", "1", "--sigmoid-function")
    assert theirs is not None
    film = read(path)
    window = film.voi[0]
    assert isinstance(window, Window)
    assert share_alike(film, Window(window.center, window.width, WindowFunction.SIGMOID), theirs) >= 0.999


def test_overlays_are_where_dcmtk_draws_them() -> None:
    """Also those that lie in unused bits of the pixels. The file's planes, drawn one by one in white."""
    from xraycolor_gui.core.overlays import on_film

    path = DICOM / "edge" / "dcm4che__ovly_p01.dcm"
    film = read(path)
    without = by_dcmtk(path, "-W", "-O")
    assert without is not None and len(film.overlays) == 4
    for number, overlay in enumerate(film.overlays, 1):
        drawn = by_dcmtk(path, "-W", "+O", str(number), "+Omr")
        assert drawn is not None
        marked = on_film(overlay, film.shape)
        assert np.array_equal(drawn != without, marked & (without != drawn[marked].max()))
