"""Source films made in code, for the tests of exports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom import Dataset, dcmread, dcmwrite
from pydicom.dataset import FileMetaDataset
from pydicom.uid import ComputedRadiographyImageStorage, ExplicitVRLittleEndian, ImplicitVRLittleEndian

from xraycolor_gui.core.colorization import Appearance, ModelId
from xraycolor_gui.io.dicom_objects.secondary_capture import write_secondary_capture
from xraycolor_gui.io.png import write_png
from xraycolor_gui.io.quiet import silenced_warnings
from xraycolor_gui.io.read import read

SHAPE = (5, 7)
APPEARANCE = Appearance(ModelId("basic", "ab" * 32), "anatomical", 1.25, "W 2048 L 1024", ("bone",))


def some_colours(shape: tuple[int, int] = SHAPE) -> NDArray[np.uint8]:
    """(rows, columns, 3), every value different enough to notice a swap."""
    size = shape[0] * shape[1] * 3
    return np.frombuffer(np.random.default_rng(7).bytes(size), np.uint8).reshape(*shape, 3)


def film_dataset(**changes: Any) -> Dataset:
    """A sound CR chest film of 5 by 7 pixels; None removes an attribute."""
    film = Dataset()
    film.SOPClassUID = ComputedRadiographyImageStorage
    film.SOPInstanceUID = "1.2.3.4.3"
    film.StudyInstanceUID = "1.2.3.4.1"
    film.SeriesInstanceUID = "1.2.3.4.2"
    film.PatientName = "Doe^Jane"
    film.PatientID = "4711"
    film.IssuerOfPatientID = "HOSPITAL"
    film.PatientBirthDate = "19700131"
    film.PatientSex = "F"
    film.StudyDate = "20240102"
    film.StudyTime = "030405"
    film.AccessionNumber = "A-1"
    film.StudyID = "S-1"
    film.StudyDescription = "Chest pa"
    film.ReferringPhysicianName = "House^Gregory"
    film.Modality = "CR"
    film.Manufacturer = "Maker"
    film.BodyPartExamined = "CHEST"
    film.SeriesNumber = 1
    film.InstanceNumber = 1
    film.ImageType = ["ORIGINAL", "PRIMARY"]
    film.PatientOrientation = ["L", "F"]
    film.ImagerPixelSpacing = [0.2, 0.2]
    film.WindowCenter, film.WindowWidth = 2048, 4096
    film.RescaleSlope, film.RescaleIntercept = 1, 0
    film.PresentationLUTShape = "IDENTITY"
    film.SamplesPerPixel = 1
    film.PhotometricInterpretation = "MONOCHROME2"
    film.Rows, film.Columns = SHAPE
    film.BitsAllocated, film.BitsStored, film.HighBit, film.PixelRepresentation = 16, 12, 11, 0
    film.add_new("PixelData", "OW", bytes(2 * SHAPE[0] * SHAPE[1] * changes.get("NumberOfFrames", 1)))
    for keyword, value in changes.items():
        if value is None:
            del film[keyword]
        else:
            setattr(film, keyword, value)
    return film


def write_film(path: Path, dataset: Dataset, implicit: bool = False) -> Path:
    """Put a data set into a DICOM file as it stands."""
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ImplicitVRLittleEndian if implicit else ExplicitVRLittleEndian
    dataset.file_meta.MediaStorageSOPClassUID = dataset.get("SOPClassUID", ComputedRadiographyImageStorage)
    dataset.file_meta.MediaStorageSOPInstanceUID = dataset.get("SOPInstanceUID", "1.2.3.4.3")
    with silenced_warnings():
        dcmwrite(path, dataset, enforce_file_format=True)
    return path


def plain_film(path: Path) -> Path:
    """A film without patient or study."""
    write_png(path, np.zeros(SHAPE, np.uint16), {}, overwrite=True)
    return path


def capture(folder: Path, film: Dataset | None = None, implicit: bool = False, **options: Any) -> Dataset:
    """Write a film and its capture; the capture read back."""
    film = film_dataset() if film is None else film
    radiograph = read(write_film(folder / "film.dcm", film, implicit), options.pop("frame", 0))
    write_secondary_capture(folder / "out.dcm", radiograph, some_colours(), APPEARANCE, overwrite=True, **options)
    return dcmread(folder / "out.dcm")
