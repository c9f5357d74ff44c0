"""A film as it was shown, as a DICOM secondary capture that archives file beside its source.

Patient and study are the source's to the byte; series and instance are new. Pixels are RGB, 8 bit, Explicit VR
Little Endian, with an sRGB profile; nothing that would window them again (WC/WW, LUTs, rescale, presentation LUT
shape) comes over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.uid import (
    UID,
    MultiFrameTrueColorSecondaryCaptureImageStorage,
    SecondaryCaptureImageStorage,
    generate_uid,
)

from xraycolor_gui import __version__
from xraycolor_gui.core.certificate import Certificate
from xraycolor_gui.core.colorization import Appearance
from xraycolor_gui.core.errors import ExportError
from xraycolor_gui.core.radiograph import Radiograph, Source
from xraycolor_gui.io import export_words as words
from xraycolor_gui.io.certificate_text import add_certificate
from xraycolor_gui.io.dicom.source_header import (
    SourceHeader,
    has_value,
    read_source_header,
    take,
    text_of,
    verbatim_dataset,
)
from xraycolor_gui.io.dicom_objects import capture_modules as modules
from xraycolor_gui.io.dicom_objects.capture_picture import (
    add_geometry,
    add_laterality,
    add_lossy_history,
    add_pixels,
    add_privacy,
)
from xraycolor_gui.io.dicom_objects.encoding import encode
from xraycolor_gui.io.quiet import silenced_warnings
from xraycolor_gui.io.writing import writing

#: Above what modalities use, so that viewers list the coloured series last.
SERIES_NUMBER = 9000
_MAKER = "XrayColor project"
_PRODUCT = "XrayColor"


def write_secondary_capture(
    path: Path,
    radiograph: Radiograph,
    rgb: NDArray[np.uint8],
    appearance: Appearance,
    plain: bool = False,
    *,
    certificate: Certificate | None = None,
    new_study: bool = False,
    mark: str = "",
    annotated: int = 0,
    sources: Iterable[Path] = (),
    overwrite: bool = False,
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Write `rgb`, (rows, columns, 3) sRGB of the whole film, to `path` (see `writing`).

    plain: Secondary Capture Image Storage, for peers that do not take the Multi-frame True Color class.
    certificate: what was measured of this picture; goes into Image Comments and a private attribute.
    new_study: make a new study where the source belongs to none (a PNG, a DICOM file without Study Instance UID).
    mark: text from `export_mark`, put into the Derivation Description.
    annotated: so many things are drawn over the picture; Burned In Annotation says so (PS3.3 C.7.6.1.1).
    ready: called when all is encoded and nothing written; what it raises ends the work.

    Raises ExportError: the source belongs to no study and `new_study` is False, is gone or has changed; or `path`
    cannot be written.
    """
    if rgb.shape != (*radiograph.shape, 3) or rgb.dtype != np.uint8:
        raise ValueError(f"the colour picture must be {(*radiograph.shape, 3)} uint8, not {rgb.shape} {rgb.dtype}")
    source = radiograph.source
    header = read_source_header(source) if source.format == "DICOM" else None
    with silenced_warnings():
        # pydicom warns of the source's oddities, which come over on purpose.
        dataset = _composed(
            header, radiograph, appearance, plain=plain, new_study=new_study, mark=mark, annotated=annotated
        )
        if certificate is not None:
            add_certificate(dataset, certificate)
        add_pixels(dataset, rgb, multi_frame=not plain)
        encoded = encode(dataset)
    ready()
    with writing(path, (source.path, *sources), overwrite=overwrite) as file:
        file.write(encoded)


def _composed(
    header: SourceHeader | None,
    radiograph: Radiograph,
    appearance: Appearance,
    *,
    plain: bool,
    new_study: bool,
    mark: str,
    annotated: int,
) -> Dataset:
    """The whole object but for its pixels."""
    source = radiograph.source
    had = header.dataset if header is not None else None
    dataset = _identity(source, had, new_study)
    now = _now(dataset)
    _add_instance(dataset, appearance, plain, now)
    _add_series(dataset, appearance, now)
    _add_derivation(dataset, appearance, mark, annotated)
    _add_equipment(dataset, had, words.series_words(appearance).contribution, now)
    if had is not None:
        _add_references(dataset, had, source)
    add_geometry(dataset, had, radiograph)
    add_laterality(dataset, had)
    add_privacy(dataset, had, required=not plain)
    if annotated:
        dataset.BurnedInAnnotation = "YES"
    add_lossy_history(dataset, header, source)
    return dataset


def _identity(source: Source, header: Dataset | None, new_study: bool) -> Dataset:
    """Patient and study, verbatim, plus when and of what the picture was taken."""
    has_study = header is not None and has_value(header, "StudyInstanceUID")
    if not (has_study or new_study):
        what = "is no DICOM file, so it" if header is None else "has no Study Instance UID, so it"
        raise ExportError(
            f"{source.path.name} {what} belongs to no study, and none is invented.",
            "Export a PNG instead.",
        )
    dataset = verbatim_dataset(header)
    if header is not None:
        take(header, dataset, (*modules.PATIENT, *modules.STUDY, *modules.PICTURE))
    if not has_study:
        dataset.StudyInstanceUID = generate_uid(prefix=None)
    for keyword in modules.NEVER_ABSENT:
        if keyword not in dataset:
            setattr(dataset, keyword, "")
    return dataset


def _now(dataset: Dataset) -> datetime:
    """Local time; in the source's time zone where it names one, since that holds for every time in the object."""
    offset = text_of(dataset, "TimezoneOffsetFromUTC")
    try:
        zone = datetime.strptime(offset, "%z").tzinfo if offset else None
    except ValueError:
        zone = None
    return datetime.now(UTC).astimezone(zone)


def _add_instance(dataset: Dataset, appearance: Appearance, plain: bool, now: datetime) -> None:
    """SOP Common (PS3.3 C.12.1), General Image (C.7.6.1) and SC Image (C.8.6.2)."""
    dataset.SOPClassUID = SecondaryCaptureImageStorage if plain else MultiFrameTrueColorSecondaryCaptureImageStorage
    dataset.SOPInstanceUID = generate_uid(prefix=None)
    dataset.InstanceCreationDate = dataset.ContentDate = dataset.DateOfSecondaryCapture = _date(now)
    dataset.InstanceCreationTime = dataset.ContentTime = dataset.TimeOfSecondaryCapture = _time(now)
    dataset.InstanceNumber = 1
    dataset.ImageType = ["DERIVED", "SECONDARY", words.series_words(appearance).image_type]
    dataset.ImageComments = words.comments(appearance)
    dataset.SyntheticData = "YES" if words.series_words(appearance).synthetic else "NO"
    dataset.ContentQualification = "RESEARCH"
    dataset.CodingSchemeIdentificationSequence = [modules.coding_scheme()]


def _add_series(dataset: Dataset, appearance: Appearance, now: datetime) -> None:
    """General Series (PS3.3 C.7.3.1)."""
    dataset.Modality = "OT"
    dataset.SeriesInstanceUID = generate_uid(prefix=None)
    dataset.SeriesNumber = SERIES_NUMBER
    dataset.SeriesDescription = words.series_description(appearance)
    dataset.SeriesDate = _date(now)
    dataset.SeriesTime = _time(now)


def _add_derivation(dataset: Dataset, appearance: Appearance, mark: str, annotated: int) -> None:
    """How the picture was made, in words and as a code (PS3.3 C.7.6.1.1.3)."""
    text = words.derivation(appearance, annotated)[: 1024 - len(mark) - 3]  # ST holds 1,024 characters
    dataset.DerivationDescription = f"{text} [{mark}]" if mark else text
    series = words.series_words(appearance)
    dataset.DerivationCodeSequence = [modules.code(series.code, modules.CODING_SCHEME, series.meaning)]


def _add_equipment(dataset: Dataset, header: Dataset | None, contribution: str, now: datetime) -> None:
    """General Equipment (PS3.3 C.7.5.1), SC Equipment (C.8.6.1), Contributing Equipment (C.12.1)."""
    dataset.ConversionType = "WSD"
    for prefix in ("", "SecondaryCaptureDevice"):
        setattr(dataset, f"{prefix}Manufacturer", _MAKER)
        setattr(dataset, f"{prefix}ManufacturerModelName", _PRODUCT)
        setattr(dataset, f"{prefix}SoftwareVersions", __version__)
    contributors = []
    if header is not None:
        earlier = verbatim_dataset(header)
        take(header, earlier, ["ContributingEquipmentSequence"])
        if "ContributingEquipmentSequence" in earlier:
            contributors.extend(earlier.ContributingEquipmentSequence)
        if has_value(header, "Manufacturer"):
            acquisition = verbatim_dataset(header)
            if "SpecificCharacterSet" in acquisition:
                del acquisition["SpecificCharacterSet"]
            take(header, acquisition, modules.EQUIPMENT)
            acquisition.PurposeOfReferenceCodeSequence = [modules.code("109101", "DCM", "Acquisition Equipment")]
            contributors.append(acquisition)
    ours = Dataset()
    ours.Manufacturer = _MAKER
    ours.ManufacturerModelName = _PRODUCT
    ours.SoftwareVersions = __version__
    ours.ContributionDateTime = _date(now) + _time(now)
    ours.ContributionDescription = contribution
    ours.PurposeOfReferenceCodeSequence = [modules.code("109102", "DCM", "Processing Equipment")]
    dataset.ContributingEquipmentSequence = [*contributors, ours]


def _add_references(dataset: Dataset, header: Dataset, source: Source) -> None:
    """Where it comes from: Source Image Sequence, and Common Instance Reference (PS3.3 C.12.2)."""
    if not (has_value(header, "SOPClassUID") and has_value(header, "SOPInstanceUID")):
        return
    instance = Dataset()
    instance.ReferencedSOPClassUID = UID(text_of(header, "SOPClassUID"))
    instance.ReferencedSOPInstanceUID = UID(text_of(header, "SOPInstanceUID"))
    image = Dataset()
    image.update(instance)
    if source.frames > 1:
        image.ReferencedFrameNumber = source.frame + 1
    image.PurposeOfReferenceCodeSequence = [
        modules.code("121322", "DCM", "Source image for image processing operation")
    ]
    dataset.SourceImageSequence = [image]
    if has_value(header, "SeriesInstanceUID") and has_value(header, "StudyInstanceUID"):
        series = Dataset()
        series.SeriesInstanceUID = UID(text_of(header, "SeriesInstanceUID"))
        series.ReferencedInstanceSequence = [instance]
        dataset.ReferencedSeriesSequence = [series]


def _date(now: datetime) -> str:
    return now.strftime("%Y%m%d")


def _time(now: datetime) -> str:
    return now.strftime("%H%M%S")
