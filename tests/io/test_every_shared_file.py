"""Every DICOM file at hand, read and presented (`test_against_dcmtk` tells whether rightly)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from xraycolor_gui.core.errors import XrayColorError
from xraycolor_gui.core.presentation import present
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.io.read import read
from xraycolor_gui.io.study import read_labels

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"
FILES = sorted([*(SHARED / "dicom").rglob("*.dcm"), *(SHARED / "films" / "dicom").glob("*.dcm")])

#: What holds no picture, or none that anybody could decode, and a word of what the reader is told.
REFUSED = {
    "orthanc-tests__CR000000.dcm": "without pixels",
    "pydicom__JPEG2000-embedded-sequence-delimiter.dcm": "pixels are damaged",
    "pydicom__UN_sequence.dcm": "without pixels",
    "ClearCanvas__real03.pr.dcm": "presentation state",
    "Larvitar__ps.dcm": "presentation state",
    "pydicom__rtplan.dcm": "RT plan",
    "pydicom__rtstruct.dcm": "RT structure set",
    "pydicom__waveform_ecg.dcm": "waveform",
}


def _one_line(error: XrayColorError) -> bool:
    return "\n" not in str(error) and len(str(error)) < 250 and bool(error.next_step)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:48])
def test_a_shared_file_becomes_a_film_or_one_clear_line(path: Path) -> None:
    if path.name in REFUSED:
        with pytest.raises(XrayColorError) as caught:
            read(path)
        assert REFUSED[path.name] in str(caught.value) and path.name in str(caught.value) and _one_line(caught.value)
        return
    radiograph = read(path)
    presented = present(radiograph)
    assert presented.grey.shape == radiograph.shape
    assert np.isfinite(presented.grey).all() and presented.grey.std() > 0
    assert all(note.endswith(".") and "\n" not in note for note in radiograph.notes)
    _same_as_header_only(path, radiograph)


def _same_as_header_only(path: Path, radiograph: Radiograph) -> None:
    labels, source = read_labels(path)
    assert labels == radiograph.labels
    assert (source.sop_instance_uid, source.frames) == (radiograph.source.sop_instance_uid, radiograph.source.frames)


def test_the_shared_files_are_there(shared: Path) -> None:
    assert len(FILES) == 84
