"""Presentation states made in code, for tests."""

from __future__ import annotations

from typing import Any

from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import UID, ExplicitVRLittleEndian, generate_uid

from tests.io.made_dicom import item, sequence

GREY_STATE = UID("1.2.840.10008.5.1.4.1.1.11.1")


def state_for(image: FileDataset, **tags: Any) -> FileDataset:
    """A greyscale presentation state that names `image`; `tags` replace or, with None, remove elements."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = GREY_STATE
    meta.MediaStorageSOPInstanceUID = generate_uid()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset = FileDataset("", {}, file_meta=meta, preamble=bytes(128))
    dataset.SOPClassUID, dataset.SOPInstanceUID = GREY_STATE, meta.MediaStorageSOPInstanceUID
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID = image.StudyInstanceUID, generate_uid()
    dataset.Modality, dataset.PatientID, dataset.PatientName = "PR", image.PatientID, image.PatientName
    dataset.PatientBirthDate = dataset.PatientSex = dataset.StudyDate = dataset.StudyTime = ""
    dataset.AccessionNumber = dataset.ReferringPhysicianName = dataset.StudyID = dataset.Manufacturer = ""
    dataset.SeriesNumber = dataset.InstanceNumber = 1
    dataset.ContentLabel, dataset.ContentDescription, dataset.ContentCreatorName = "MADE", "made in code", ""
    dataset.PresentationCreationDate, dataset.PresentationCreationTime = "20250102", "120000"
    named = item(ReferencedSOPClassUID=image.SOPClassUID, ReferencedSOPInstanceUID=image.SOPInstanceUID)
    dataset.ReferencedSeriesSequence = sequence(
        item(SeriesInstanceUID=image.SeriesInstanceUID, ReferencedImageSequence=sequence(named))
    )
    dataset.DisplayedAreaSelectionSequence = sequence(area((1, 1), (image.Columns, image.Rows)))
    dataset.PresentationLUTShape = "IDENTITY"
    for keyword, value in tags.items():
        if value is None:
            delattr(dataset, keyword)
        else:
            setattr(dataset, keyword, value)
    return dataset


def area(first: tuple[int, int], last: tuple[int, int], **tags: Any) -> Any:
    """An item of the Displayed Area Selection Sequence."""
    made = item(PresentationSizeMode="SCALE TO FIT", PresentationPixelAspectRatio=[1, 1], **tags)
    made.DisplayedAreaTopLeftHandCorner, made.DisplayedAreaBottomRightHandCorner = list(first), list(last)
    return made
