"""Made data sets, read as files."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydicom.dataset import FileDataset

from tests.io.made_dicom import Reader, file_of
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.io.read import read


@pytest.fixture
def reading(tmp_path: Path) -> Reader:
    """Write a data set or bytes to a file and read it."""

    def reader(dataset: FileDataset | bytes, frame: int = 0) -> Radiograph:
        path = tmp_path / "film"
        path.write_bytes(dataset if isinstance(dataset, bytes) else file_of(dataset))
        return read(path, frame)

    return reader
