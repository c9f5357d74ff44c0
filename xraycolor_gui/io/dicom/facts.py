"""What a DICOM file tells besides its pixels: labels, UIDs, spacing, orientation."""

from __future__ import annotations

import re
from pathlib import Path

from xraycolor_gui.core.radiograph import Labels, Source, Spacing, SpacingSource
from xraycolor_gui.io.dicom.header import Header
from xraycolor_gui.io.dicom.look import functional_group

_SECTIONAL = {"CT", "MR", "PT", "NM", "US"}
_DIRECTION = re.compile(r"[APRLHF]{1,3}|LE|RT|D|V|CR|CD|M|PL|PA|T|DI")
_SIDES = {"R", "L", "B", "U"}
_LOSSY_SYNTAXES = ("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.81")


def labels(header: Header) -> Labels:
    """Labels of patient and examination as the file has them."""
    return Labels(
        patient_id=header.text("PatientID"),
        patient_name=header.text("PatientName"),
        sex=header.text("PatientSex"),
        age=header.text("PatientAge"),
        study_date=header.text("StudyDate"),
        study_description=header.text("StudyDescription"),
        series_description=header.text("SeriesDescription"),
        body_part=header.text("BodyPartExamined"),
        view=header.text("ViewPosition"),
        laterality=_laterality(header),
        modality=header.text("Modality"),
    )


def source(header: Header, path: Path, syntax: str, frame: int = 0) -> Source:
    """Where a film came from, by its header; the hash is the caller's to add."""
    return Source(
        path=path,
        format="DICOM",
        frame=frame,
        frames=max(header.integer("NumberOfFrames") or 1, 1),
        study_uid=header.text("StudyInstanceUID"),
        series_uid=header.text("SeriesInstanceUID"),
        sop_instance_uid=header.text("SOPInstanceUID"),
        sop_class_uid=header.text("SOPClassUID"),
        image_type=_image_type(header, frame),
        transfer_syntax=syntax,
        lossy=header.text("LossyImageCompression") == "01" or syntax in _LOSSY_SYNTAXES,
    )


def spacing(header: Header, frame: int) -> Spacing | None:
    """Millimetres per pixel and what they mean (PS3.3 10.7.1.3); None where the file does not say.

    Pixel Spacing counts as the patient's where it was calibrated, where it differs from Imager Pixel Spacing (which
    PS3.3 10.7.1.3 gives that meaning), and in sections; on any other film it may as well lie at the detector.
    """
    measures = functional_group(header, frame, "PixelMeasuresSequence")
    at_patient = _pair(measures, "PixelSpacing") if measures else _pair(header, "PixelSpacing")
    at_detector = _pair(header, "ImagerPixelSpacing")
    calibration = header.text("PixelSpacingCalibrationType")
    if at_patient and calibration:
        return Spacing(*at_patient, SpacingSource.CALIBRATED)
    if at_detector:
        return _from_detector(header, at_patient, at_detector)
    if at_patient:
        in_patient = measures is not None or header.text("Modality") in _SECTIONAL
        return Spacing(*at_patient, SpacingSource.CALIBRATED if in_patient else SpacingSource.DETECTOR)
    scanned = _pair(header, "NominalScannedPixelSpacing")
    return Spacing(*scanned, SpacingSource.DETECTOR) if scanned else None


def pixel_aspect(header: Header, frame: int) -> float:
    """Height of a pixel divided by its width: Pixel Aspect Ratio, else the spacings; 1 where nothing is said."""
    ratio = header.numbers("PixelAspectRatio")
    if len(ratio) == 2 and min(ratio) > 0:
        return _plausible(ratio[0] / ratio[1], header)
    measures = functional_group(header, frame, "PixelMeasuresSequence")
    pairs = [_pair(measures, "PixelSpacing")] if measures else []
    pairs += [_pair(header, word) for word in ("PixelSpacing", "ImagerPixelSpacing", "NominalScannedPixelSpacing")]
    first = next((pair for pair in pairs if pair), None)
    return _plausible(first[0] / first[1], header) if first else 1.0


def orientation(header: Header) -> tuple[str, str] | None:
    """Patient Orientation (PS3.3 C.7.6.1.1.1) as it stands, only where it is well formed."""
    values = tuple(value.upper() for value in header.texts("PatientOrientation"))
    if not values:
        return None
    if header.text("AnatomicalOrientationType").upper() == "QUADRUPED":
        # There R is rostral and L lateral, which the letters of a biped would misname (PS3.3 C.7.6.1.1.1).
        header.notes.append("Patient Orientation is a quadruped's and was left out.")
        return None
    if len(values) != 2 or not all(_DIRECTION.fullmatch(value) for value in values) or not _crossing(*values):
        header.notes.append("Patient Orientation is not well formed and was left out.")
        return None
    return values[0], values[1]


def _image_type(header: Header, frame: int) -> tuple[str, ...]:
    """Image Type, then Frame Type where frames have their own (PS3.3 C.8.15.3.1 for CT, C.8.19.5.1 for X-ray)."""
    words = header.texts("ImageType")
    for macro in ("CTImageFrameTypeSequence", "XAXRFFrameTypeSequence"):
        if (group := functional_group(header, frame, macro)) is not None:
            words += group.texts("FrameType")
    return tuple(dict.fromkeys(word.upper() for word in words))


def _laterality(header: Header) -> str:
    """The image's own side, else the series'; only the terms that DICOM defines."""
    stated = [header.text(keyword).upper() for keyword in ("ImageLaterality", "Laterality")]
    image, series = (side if side in _SIDES else "" for side in stated)
    if {image, series} == {"L", "R"}:
        header.notes.append("Image Laterality and Laterality name opposite sides; the image's own is shown.")
    return image or series


def _crossing(row: str, column: str) -> bool:
    """Rows and columns run along different axes, and no direction names both ends of one axis."""
    axes = {"A": 0, "P": 0, "L": 1, "R": 1, "H": 2, "F": 2}
    for word in (row, column):
        used = [axes[letter] for letter in word if letter in axes]
        if set(word) <= set(axes) and len(set(used)) != len(used):
            return False
    return row != column and axes.get(row[0], -1) != axes.get(column[0], -2)


def _from_detector(header: Header, at_patient: tuple[float, float] | None, at_detector: tuple[float, float]) -> Spacing:
    if at_patient:
        equal = all(abs(a - b) <= 1e-3 * b for a, b in zip(at_patient, at_detector, strict=True))
        return Spacing(*at_patient, SpacingSource.DETECTOR if equal else SpacingSource.CALIBRATED)
    factor = header.number("EstimatedRadiographicMagnificationFactor")
    if factor and 0.5 <= factor <= 20:
        return Spacing(at_detector[0] / factor, at_detector[1] / factor, SpacingSource.MAGNIFICATION)
    return Spacing(*at_detector, SpacingSource.DETECTOR)


def _pair(header: Header | None, keyword: str) -> tuple[float, float] | None:
    if header is None:
        return None
    numbers = header.numbers(keyword)
    if len(numbers) != 2 or min(numbers) <= 0:
        return None
    return numbers[0], numbers[1]


def _plausible(aspect: float, header: Header) -> float:
    if 0.05 <= aspect <= 20:
        return aspect
    header.notes.append("The pixels' aspect ratio is out of all proportion and was left out.")
    return 1.0
