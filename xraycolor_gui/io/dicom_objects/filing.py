"""The film that a DICOM object of ours belongs to, and how such an object is filed in the film's own study.

highdicom builds the objects from a stand-in without a patient (it refuses odd names, dates and sexes that real films
have); then patient and study come over from the film to the byte.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import highdicom as hd
from pydicom.charset import convert_encodings
from pydicom.datadict import tag_for_keyword
from pydicom.dataset import Dataset

from xraycolor_gui import __version__
from xraycolor_gui.core.errors import ExportError
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.io.dicom.source_header import has_value, read_source_header, take, text_of, verbatim_dataset
from xraycolor_gui.io.dicom_objects import capture_modules as modules
from xraycolor_gui.io.dicom_objects.encoding import encode
from xraycolor_gui.io.export_words import plain
from xraycolor_gui.io.quiet import silenced_warnings
from xraycolor_gui.io.read import read
from xraycolor_gui.io.writing import writing

MAKER = "XrayColor project"
PRODUCT = "XrayColor"
#: No device of ours has a serial number; equipment modules want one.
SERIAL = "0"
_NEEDED = ("SOPClassUID", "SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID")
_GEOMETRY = ("PixelSpacing", "ImagerPixelSpacing", "PixelAspectRatio", "NumberOfFrames")


@dataclass(frozen=True, eq=False, slots=True)
class FilmWithHeader:
    """A film with its header as it stands in the file."""

    radiograph: Radiograph
    header: Dataset

    @property
    def frames(self) -> list[int] | None:
        """Number of the frame that is meant, from 1, where the film has several."""
        source = self.radiograph.source
        return [source.frame + 1] if source.frames > 1 else None

    def fitting(self, text: str) -> tuple[str, bool]:
        """The text in the film's character set, with question marks where it has no letter; whether all could stay."""
        text = text.replace("\\", "/")
        names = self.header.get("SpecificCharacterSet")
        encoding = convert_encodings(names)[0] if names else "ascii"
        try:
            text.encode(encoding)
        except (UnicodeEncodeError, LookupError):
            return plain(text), False
        return text, True


def open_film(path: Path, frame: int) -> FilmWithHeader:
    """Read a film for an export. Raises ExportError where it belongs to no study, and what reading raises."""
    radiograph = read(path, frame)
    if radiograph.source.format != "DICOM":
        raise ExportError(
            f"{path.name} is no DICOM file, so it belongs to no study, and none is invented.",
            "Export JSON, COCO or CSV instead.",
        )
    header = read_source_header(radiograph.source).dataset
    for keyword in _NEEDED:
        if not has_value(header, keyword):
            raise ExportError(
                f"{path.name} has no {keyword}, so nothing can refer to it.", "Export JSON, COCO or CSV instead."
            )
    return FilmWithHeader(radiograph, header)


def stand_in(film: FilmWithHeader) -> Dataset:
    """What highdicom needs to know of the film, without its patient."""
    header = film.header
    made = Dataset()
    for keyword in _NEEDED:
        setattr(made, keyword, text_of(header, keyword))
    for keyword in modules.NEVER_ABSENT:
        setattr(made, keyword, None)
    made.PatientName = made.PatientID = ""
    made.Modality = text_of(header, "Modality") or "OT"
    made.SamplesPerPixel, made.PhotometricInterpretation = 1, "MONOCHROME2"
    made.Rows, made.Columns = film.radiograph.shape
    for keyword in _GEOMETRY:
        if has_value(header, keyword):
            setattr(made, keyword, header.get(keyword))
    return made


def identity(series_number: int, instance_number: int) -> dict[str, Any]:
    """What every object of feedback is made with: a new series and instance, and who made it."""
    return {
        "series_instance_uid": hd.UID(),
        "series_number": series_number,
        "series_description": "FEEDBACK ON COLOURS - RESEARCH",
        "sop_instance_uid": hd.UID(),
        "instance_number": instance_number,
        "manufacturer": MAKER,
        "manufacturer_model_name": PRODUCT,
        "software_versions": __version__,
    }


def write_object(
    target: Path, film: FilmWithHeader, made: Dataset, *, paired: bool = False, kept: Iterable[str] = ()
) -> None:
    """Write what highdicom made, with the film's own patient and study. Raises ExportError.

    paired: the object's class wants the side of a paired part to be stated, if need be as unknown.
    kept: what else of the film's header is true of the object, too.
    """
    with silenced_warnings():
        dataset = verbatim_dataset(film.header)
        taken = (*modules.PATIENT, *modules.STUDY)
        take(film.header, dataset, taken)
        for keyword in modules.NEVER_ABSENT:
            if keyword not in dataset:
                setattr(dataset, keyword, "")
        ours = {tag_for_keyword(keyword) for keyword in (*taken, "SpecificCharacterSet")}
        for element in made:
            if element.tag not in ours:
                dataset[element.tag] = element
        if "PixelData" in dataset:
            dataset["PixelData"].VR = "OB"
        if paired:
            side = text_of(film.header, "ImageLaterality") or text_of(film.header, "Laterality")
            dataset.Laterality = side if side in ("L", "R") else ""
        take(film.header, dataset, kept)
        dataset.CodingSchemeIdentificationSequence = [modules.coding_scheme()]
        encoded = encode(dataset)
    with writing(target, (film.radiograph.source.path,), overwrite=True) as file:
        file.write(encoded)
