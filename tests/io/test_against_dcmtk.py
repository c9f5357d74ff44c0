"""Grey against DCMTK, an implementation that shares no line with ours: within 1 of 256 levels on 99.9 % of pixels.

Every file of the shared DICOM folder that states a window or VOI LUT and that DCMTK renders with it is compared; there
are no exceptions to the limit. What DCMTK does not render so: JPEG 2000 and HTJ2K (it has no decoder), colour (windows
are for monochrome, PS3.3 C.7.6.3.1.2), float pixel data (PS3.3 C.7.6.24), damaged headers, and the VOI LUT without a
descriptor (PS3.3 C.11.2.1.1 requires one) of the file from leadtools, which both programs leave out.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.conftest import SHARED_DATA
from xraycolor_gui.core.presentation import present
from xraycolor_gui.core.radiograph import LookupTable, Radiograph, Window, WindowFunction
from xraycolor_gui.io.read import read

#: One tool per family of decoders: uncompressed and RLE, JPEG, JPEG-LS.
TOOLS = [tool for tool in ("dcm2pnm", "dcmj2pnm", "dcml2pnm") if shutil.which(tool)]
DICOM = SHARED_DATA / "dicom"


def files_with_a_voi() -> list[Path]:
    manifest = DICOM / "manifest.csv"
    if not manifest.exists():
        return []
    with manifest.open(newline="") as lines:
        rows = list(csv.DictReader(lines))
    return sorted(DICOM / row["file"] for row in rows if {"Window", "VOILUT"} & set(row["has"].split()))


FILES = files_with_a_voi()

pytestmark = [
    pytest.mark.skipif(not TOOLS, reason="DCMTK (dcm2pnm) is not installed"),
    pytest.mark.skipif(not FILES, reason="the shared test data folder (../shared/data) is not on this machine"),
]


def rendered_by_dcmtk(path: Path, out: Path, *options: str) -> NDArray[np.int16] | None:
    """8-bit levels of the first frame; None when DCMTK renders nothing with these options."""
    for tool in TOOLS:
        command = [tool, "--no-overlays", *options, str(path), str(out)]
        done = subprocess.run(command, capture_output=True, check=False, timeout=60)
        if done.returncode == 0 and out.exists() and b"cannot select" not in done.stderr:
            picture = cv2.imread(str(out), cv2.IMREAD_UNCHANGED)
            return picture.astype(np.int16) if picture is not None and picture.ndim == 2 else None
    return None


def stated(radiograph: Radiograph) -> list[tuple[Window | LookupTable, tuple[str, str]]]:
    """Windows and VOI LUTs with DCMTK's option for each."""
    tables = [voi for voi in radiograph.voi if isinstance(voi, LookupTable)]
    windows = [voi for voi in radiograph.voi if isinstance(voi, Window)]
    return [(voi, ("+Wl", str(number))) for number, voi in enumerate(tables, 1)] + [
        (voi, ("+Wi", str(number))) for number, voi in enumerate(windows, 1)
    ]


def share_within_a_level(own: NDArray[np.float32], theirs: NDArray[np.int16]) -> float:
    assert own.shape == theirs.shape
    return float((np.abs(np.rint(own * 255) - theirs) <= 1).mean())


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem[:40]}")
def test_grey_is_that_of_dcmtk(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "dcmtk.pgm"
    if all(rendered_by_dcmtk(path, out, option, "1") is None for option in ("+Wi", "+Wl")):
        pytest.skip("DCMTK does not render it with a window of its own")
    radiograph = read(path)
    compared = [(voi, rendered_by_dcmtk(path, out, *options)) for voi, options in stated(radiograph)]
    assert compared
    for voi, theirs in compared:
        assert theirs is not None
        assert share_within_a_level(present(radiograph, voi).grey, theirs) >= 0.999


@pytest.mark.parametrize("name", ["dwv__gdcm-CR-MONO1-10-chest.dcm", "highdicom__dx_image.dcm"])
def test_the_sigmoid_is_that_of_dcmtk(name: str, tmp_path: Path) -> None:
    path = DICOM / "radiographs" / name
    theirs = rendered_by_dcmtk(path, tmp_path / "dcmtk.pgm", "+Wi", "1", "--sigmoid-function")
    assert theirs is not None
    radiograph = read(path)
    window = radiograph.voi[0]
    assert isinstance(window, Window)
    sigmoid = Window(window.center, window.width, WindowFunction.SIGMOID)
    assert share_within_a_level(present(radiograph, sigmoid).grey, theirs) >= 0.999
