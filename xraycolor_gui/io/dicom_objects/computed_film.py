"""A computed radiograph as a DICOM file: Digital X-Ray Image for presentation (PS3.3 A.26), marked as computed."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.sequence import Sequence
from pydicom.uid import UID, DigitalXRayImageStorageForPresentation, ExplicitVRLittleEndian, JPEGLSLossless

from xraycolor_gui import __version__
from xraycolor_gui.core.radiograph import Window
from xraycolor_gui.io.dicom_objects.capture_modules import IMPLEMENTATION_CLASS_UID, code
from xraycolor_gui.io.writing import writing

PATIENT_ID = "XRC-COMPUTED-1"

#: Code, scheme and meaning, from the DICOM context groups 4010 (views), 4031 (anatomy) and 19 (patient orientation).
_VIEWS = {"PA": ("399348003", "SCT", "postero-anterior"), "LL": ("399173006", "SCT", "left lateral")}
_CHEST = ("51185008", "SCT", "Chest")
_ERECT = ("10904000", "SCT", "erect")


@dataclass(frozen=True, eq=False, slots=True)
class ComputedView:
    """One computed film. pixels: (rows, columns) uint16 of 12 bits, bright is dense; position: "PA" or "LL"."""

    pixels: NDArray[np.uint16]
    position: str
    orientation: tuple[str, str]
    detector_spacing_mm: float
    source_to_detector_mm: float
    source_to_patient_mm: float
    kvp: float
    window: Window


def write_computed_film(path: Path, view: ComputedView, *, volume_name: str, licence: str, number: int) -> None:
    """Write a film as JPEG-LS lossless. UIDs follow from the volume's name and the pixels alone.

    Raises ExportError when the file cannot be written.
    """
    dataset = Dataset()
    _identity(dataset, view, volume_name, number)
    _origin(dataset, volume_name, licence)
    _acquisition(dataset, view)
    _picture(dataset, view)
    file = _file(dataset)
    buffer = io.BytesIO()
    file.save_as(buffer, enforce_file_format=True)
    with writing(path, overwrite=True) as out:
        out.write(buffer.getvalue())


def _uid(*parts: str) -> UID:
    """A UID that follows from its parts (PS3.5 B.2: 2.25 and a 128-bit number)."""
    digest = hashlib.sha256("\n".join(("xraycolor computed film", *parts)).encode()).digest()
    return UID(f"2.25.{int.from_bytes(digest[:16], 'big')}")


def _identity(dataset: Dataset, view: ComputedView, volume_name: str, number: int) -> None:
    """Patient, Study, Series, Equipment and SOP Common Modules."""
    frontal = view.position == "PA"
    dataset.SpecificCharacterSet = "ISO_IR 192"
    dataset.PatientName = "Computed^Chest"
    dataset.PatientID = PATIENT_ID
    dataset.PatientBirthDate = dataset.PatientSex = ""
    dataset.PatientIdentityRemoved = "YES"
    dataset.DeidentificationMethod = "Computed from a public, de-identified CT"
    dataset.StudyInstanceUID = _uid(volume_name)
    dataset.StudyDate = dataset.StudyTime = dataset.AccessionNumber = dataset.ReferringPhysicianName = ""
    dataset.StudyID = "1"
    dataset.StudyDescription = "Computed chest, two views"
    dataset.Modality = "DX"
    dataset.SeriesInstanceUID = _uid(volume_name, view.position)
    dataset.SeriesNumber = number
    dataset.SeriesDescription = "Chest PA (computed from CT)" if frontal else "Chest left lateral (computed from CT)"
    dataset.PresentationIntentType = "FOR PRESENTATION"
    dataset.Manufacturer = "XrayColor"
    dataset.ManufacturerModelName = "XrayColor film computation"
    dataset.SoftwareVersions = __version__
    dataset.SOPClassUID = DigitalXRayImageStorageForPresentation
    pixels = hashlib.sha256(view.pixels.astype("<u2").tobytes()).hexdigest()
    dataset.SOPInstanceUID = _uid(volume_name, view.position, pixels)
    dataset.InstanceNumber = 1
    dataset.SyntheticData = "YES"
    dataset.ContentQualification = "RESEARCH"


def _origin(dataset: Dataset, volume_name: str, licence: str) -> None:
    """What the film was made of, in words that every viewer shows."""
    source = f"CT volume {volume_name}"
    if volume_name == "chest_lidc0002":
        source = "TCIA LIDC-IDRI case 0002"
    dataset.ImageType = ["DERIVED", "SECONDARY"]
    dataset.DerivationDescription = f"Computed from CT, {source}, {licence}"[:1024]
    dataset.ImageComments = f"Computed from CT, no radiograph: {source}, {licence}. Research and teaching only."


def _acquisition(dataset: Dataset, view: ComputedView) -> None:
    """Acquisition Context, DX Anatomy, DX Positioning and DX Detector Modules; geometry as computed."""
    dataset.AcquisitionContextSequence = Sequence()
    dataset.BodyPartExamined = "CHEST"
    dataset.AnatomicRegionSequence = Sequence([code(*_CHEST)])
    dataset.ImageLaterality = "U"
    dataset.PatientOrientation = list(view.orientation)
    dataset.ViewPosition = view.position
    dataset.ViewCodeSequence = Sequence([code(*_VIEWS[view.position])])
    dataset.ViewCodeSequence[0].ViewModifierCodeSequence = Sequence()
    dataset.PatientOrientationCodeSequence = Sequence([code(*_ERECT)])
    dataset.PositionerType = ""
    dataset.KVP = view.kvp
    dataset.DistanceSourceToDetector = view.source_to_detector_mm
    dataset.DistanceSourceToPatient = view.source_to_patient_mm
    dataset.EstimatedRadiographicMagnificationFactor = round(view.source_to_detector_mm / view.source_to_patient_mm, 5)
    dataset.DetectorType = ""
    spacing = round(view.detector_spacing_mm, 6)
    dataset.ImagerPixelSpacing = [spacing, spacing]


def _picture(dataset: Dataset, view: ComputedView) -> None:
    """Image Pixel, DX Image and VOI LUT Modules."""
    dataset.SamplesPerPixel = 1
    dataset.PhotometricInterpretation = "MONOCHROME2"
    dataset.Rows, dataset.Columns = view.pixels.shape
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 16, 12, 11
    dataset.PixelRepresentation = 0
    dataset.PixelIntensityRelationship = "LOG"
    dataset.PixelIntensityRelationshipSign = -1
    dataset.RescaleIntercept, dataset.RescaleSlope, dataset.RescaleType = 0, 1, "US"
    dataset.PresentationLUTShape = "IDENTITY"
    dataset.LossyImageCompression = "00"
    dataset.BurnedInAnnotation = "NO"
    dataset.WindowCenter, dataset.WindowWidth = view.window.center, view.window.width
    dataset.WindowCenterWidthExplanation = "Chest"
    dataset.VOILUTFunction = view.window.function.value
    dataset.PixelData = view.pixels.astype("<u2").tobytes()
    dataset["PixelData"].VR = "OW"


def _file(dataset: Dataset) -> FileDataset:
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.ImplementationClassUID = IMPLEMENTATION_CLASS_UID
    meta.ImplementationVersionName = f"XRAYCOLOR_{__version__}"[:16]
    file = FileDataset("", dataset, file_meta=meta, preamble=b"\0" * 128)
    file.compress(JPEGLSLossless, generate_instance_uid=False)
    return file
