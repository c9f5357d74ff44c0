"""The part of a secondary capture that describes its picture: pixels, geometry, side, privacy and past compression."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.valuerep import format_number_as_ds

from xraycolor_gui.core.radiograph import Radiograph, Source, SpacingSource
from xraycolor_gui.io.dicom.source_header import SourceHeader, has_value, take, text_of
from xraycolor_gui.io.dicom_objects.srgb_profile import srgb_profile

#: Defined terms of Lossy Image Compression Method (PS3.3 C.7.6.1.1.5.1) by the end of the transfer syntax.
_LOSSY_METHODS = {
    "1.2.840.10008.1.2.4.50": "ISO_10918_1",
    "1.2.840.10008.1.2.4.51": "ISO_10918_1",
    "1.2.840.10008.1.2.4.81": "ISO_14495_1",
    "1.2.840.10008.1.2.4.91": "ISO_15444_1",
    "1.2.840.10008.1.2.4.93": "ISO_15444_2",
    "1.2.840.10008.1.2.4.203": "ISO_15444_15",
}
#: Body parts whose outline on a film might be somebody's face.
_FACES = ("HEAD", "SKULL", "FACE", "JAW", "MANDIBLE", "MAXILLA", "NOSE", "ORBIT", "SINUS", "WHOLEBODY", "TMJ", "ZYGOMA")
#: Body Part Examined (PS3.16 Annex L) that has no other side.
_UNPAIRED = frozenset(
    (
        "ABDOMEN",
        "ABDOMENPELVIS",
        "BLADDER",
        "BRAIN",
        "CHEST",
        "CHESTABDOMEN",
        "CHESTABDPELVIS",
        "COCCYX",
        "COLON",
        "CSPINE",
        "CTSPINE",
        "DUODENUM",
        "ESOPHAGUS",
        "FACE",
        "GALLBLADDER",
        "HEAD",
        "HEADNECK",
        "HEART",
        "JAW",
        "LARYNX",
        "LIVER",
        "LSPINE",
        "LSSPINE",
        "MAXILLA",
        "MEDIASTINUM",
        "NECK",
        "NOSE",
        "PANCREAS",
        "PELVIS",
        "PHARYNX",
        "PROSTATE",
        "RECTUM",
        "SKULL",
        "SPINE",
        "SPLEEN",
        "SSPINE",
        "STERNUM",
        "STOMACH",
        "TLSPINE",
        "TONGUE",
        "TRACHEA",
        "TSPINE",
        "UTERUS",
        "WHOLEBODY",
    )
)


def add_pixels(dataset: Dataset, rgb: NDArray[np.uint8], multi_frame: bool) -> None:
    """Image Pixel (PS3.3 C.7.6.3) and ICC Profile (C.11.15) Modules.

    One frame has no increment, so neither Frame Increment Pointer nor a vector goes with it (C.8.6.3).
    """
    rows, columns, samples = rgb.shape
    dataset.SamplesPerPixel = samples
    dataset.PhotometricInterpretation = "RGB"
    dataset.PlanarConfiguration = 0
    if multi_frame:
        dataset.NumberOfFrames = 1
    dataset.Rows = rows
    dataset.Columns = columns
    dataset.BitsAllocated = 8
    dataset.BitsStored = 8
    dataset.HighBit = 7
    dataset.PixelRepresentation = 0
    dataset.ICCProfile = srgb_profile()
    dataset.ColorSpace = "SRGB"
    pixels = np.ascontiguousarray(rgb).tobytes()
    dataset.add_new("PixelData", "OB", pixels + b"\0" * (len(pixels) % 2))


def add_geometry(dataset: Dataset, header: Dataset | None, radiograph: Radiograph) -> None:
    """Orientation and spacing (PS3.3 10.7.1.3): the pixels are where the source has them, so both are its own.

    Pixel Spacing comes over only where it is calibrated; millimetres at the detector become Imager Pixel Spacing, with
    the magnification if one is stated; so lengths mean in the copy what they mean in the source.
    """
    dataset.PatientOrientation = ""
    if header is not None:
        take(header, dataset, ["PatientOrientation"])
    spacing = radiograph.spacing
    if spacing is not None and spacing.source is SpacingSource.CALIBRATED:
        dataset.PixelSpacing = _millimetres(spacing.row_mm, spacing.column_mm)
        if header is not None:
            take(header, dataset, ["PixelSpacingCalibrationType", "PixelSpacingCalibrationDescription"])
    elif spacing is not None and spacing.source is SpacingSource.DETECTOR:
        dataset.ImagerPixelSpacing = _millimetres(spacing.row_mm, spacing.column_mm)
    elif spacing is not None and spacing.source is SpacingSource.MAGNIFICATION and header is not None:
        take(header, dataset, ["ImagerPixelSpacing", "EstimatedRadiographicMagnificationFactor"])
    elif abs(radiograph.pixel_aspect - 1) > 1e-6:
        dataset.PixelAspectRatio = [str(round(radiograph.pixel_aspect * 10_000)), "10000"]


def _millimetres(row: float, column: float) -> list[str]:
    return [format_number_as_ds(row), format_number_as_ds(column)]


def add_laterality(dataset: Dataset, header: Dataset | None) -> None:
    """Exactly one of Image Laterality and Laterality, and that one empty where the source does not say.

    Laterality is Type 2C (PS3.3 C.7.3.1): required, if need be empty, for what may be a paired part, and absent for
    what is known to be none.
    """
    if header is not None and has_value(header, "ImageLaterality"):
        take(header, dataset, ["ImageLaterality"])
    elif header is not None and has_value(header, "Laterality"):
        take(header, dataset, ["Laterality"])
    elif header is None or text_of(header, "BodyPartExamined") not in _UNPAIRED:
        dataset.Laterality = ""


def add_privacy(dataset: Dataset, header: Dataset | None, required: bool) -> None:
    """Burned In Annotation and Recognizable Visual Features, as the source states them.

    Where the source is silent on burned-in text, a plain capture is silent too; the multi-frame classes require a
    statement (Type 1, PS3.3 C.8.6.3), and YES is the one that can do no harm. Features are said to be absent only
    where a body part is named that is not the head.
    """
    burned = text_of(header, "BurnedInAnnotation") if header is not None else ""
    if burned in {"YES", "NO"}:
        dataset.BurnedInAnnotation = burned
    elif required:
        dataset.BurnedInAnnotation = "YES"
    features = text_of(header, "RecognizableVisualFeatures") if header is not None else ""
    part = text_of(header, "BodyPartExamined").upper() if header is not None else ""
    if features in {"YES", "NO"}:
        dataset.RecognizableVisualFeatures = features
    elif part and not any(face in part for face in _FACES):
        dataset.RecognizableVisualFeatures = "NO"


def add_lossy_history(dataset: Dataset, header: SourceHeader | None, source: Source) -> None:
    """Once lossy, always lossy (PS3.3 C.7.6.1.1.5): flag, ratio and method of the source's own compression."""
    stated = text_of(header.dataset, "LossyImageCompression") if header is not None else ""
    if stated != "01" and not source.lossy:
        return
    dataset.LossyImageCompression = "01"
    if header is None:
        dataset.LossyImageCompressionMethod = "ISO_10918_1"
        return
    had = header.dataset
    if has_value(had, "LossyImageCompressionRatio"):
        take(had, dataset, ["LossyImageCompressionRatio"])
    elif source.lossy and header.pixel_bytes:
        raw = _number(had, "Rows") * _number(had, "Columns") * source.frames * _number(had, "BitsAllocated", 8) / 8
        ratio = raw * _number(had, "SamplesPerPixel", 1) / header.pixel_bytes
        dataset.LossyImageCompressionRatio = f"{ratio:.2f}"
    if has_value(had, "LossyImageCompressionMethod"):
        take(had, dataset, ["LossyImageCompressionMethod"])
    elif source.transfer_syntax in _LOSSY_METHODS:
        dataset.LossyImageCompressionMethod = _LOSSY_METHODS[source.transfer_syntax]


def _number(header: Dataset, keyword: str, default: int = 1) -> float:
    try:
        return float(text_of(header, keyword) or default)
    except ValueError:
        return float(default)
