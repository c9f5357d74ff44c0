"""Folders of many small films, written fast: one header of a real kind, in which only identifiers change."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pydicom

from tests.io.made_dicom import file_of, film, ramp

_PATIENT, _STUDY, _SERIES, _INSTANCE = "PATIENT-000000", "1.2.3.100000", "1.2.3.4.100000", "1.2.3.4.5.100000"


def template(header: Path | None = None) -> bytes:
    """A film of 16 × 16 pixels that has the tags of the file `header` (those of a made film where there is none)."""
    made = film(ramp(16, 16))
    if header is not None:
        real = pydicom.dcmread(header, stop_before_pixels=True)
        for element in real:
            if element.tag not in made and element.tag.group < 0x0028 and element.VR != "UN":
                made.add(element)
    made.PatientID, made.StudyInstanceUID, made.SeriesInstanceUID = _PATIENT, _STUDY, _SERIES
    made.SOPInstanceUID = made.file_meta.MediaStorageSOPInstanceUID = _INSTANCE
    made.InstanceNumber = "100000"
    return file_of(made)


def films(count: int, per_study: int = 4, header: Path | None = None) -> list[bytes]:
    """So many films of as many different instances; two studies for each patient, a series for every two films."""
    whole = template(header)
    made = []
    for number in range(count):
        study = number // per_study
        one = whole
        for was, number_of_it in (
            (_PATIENT, f"PATIENT-{study // 2:06}"),
            (_STUDY, f"1.2.3.{100000 + study}"),
            (_SERIES, f"1.2.3.4.{100000 + number // 2}"),
            (_INSTANCE, f"1.2.3.4.5.{100000 + number}"),
        ):
            one = one.replace(was.encode(), number_of_it.encode())
        made.append(one)
    return made


def fill(folder: Path, count: int, header: Path | None = None) -> Path:
    """Write so many films into a folder, fifty to each of its folders."""
    for number, data in enumerate(films(count, header=header)):
        below = folder / f"{number // 50:04}"
        if number % 50 == 0:
            below.mkdir(parents=True, exist_ok=True)
        (below / f"IM{number % 50}").write_bytes(data)
    return folder


def multiframe(frames: int, rows: int = 16, columns: int = 16) -> bytes:
    """A film of so many frames."""
    made = film(np.stack([ramp(rows, columns)] * frames))
    made.NumberOfFrames = frames
    buffer = BytesIO()
    made.save_as(buffer, enforce_file_format=True)
    return buffer.getvalue()
