"""The frames of one file, read once and decoded one by one as they are wanted."""

from __future__ import annotations

import hashlib
from pathlib import Path

from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.io.read import file_bytes, read
from xraycolor_gui.io.sniff import FileKind, kind_of


class Frames:
    """An open file. Other formats than DICOM are read anew for each frame: their decoders have no half way."""

    def __init__(self, path: str | Path) -> None:
        """Raises UnreadableFile or UnsupportedImage."""
        from xraycolor_gui.io.dicom.read import DicomFilm

        self.path = Path(path)
        data = file_bytes(self.path)
        self.sha256 = hashlib.sha256(data).hexdigest()
        is_dicom = kind_of(data) is FileKind.DICOM
        self._film = DicomFilm(data, self.path, self.sha256) if is_dicom else None

    @property
    def nbytes(self) -> int:
        """What is held in memory between two frames."""
        return self._film.nbytes if self._film is not None else 0

    def frame(self, frame: int) -> Radiograph:
        """One frame, counted from 0. Raises UnreadableFile or UnsupportedImage."""
        return self._film.frame(frame) if self._film is not None else read(self.path, frame)
