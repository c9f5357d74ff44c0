"""Feedback as a DICOM segmentation: a binary segment a region, in the palette's colour of the tissue that was named."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from highdicom.color import CIELabColor
from highdicom.seg import SegmentAlgorithmTypeValues, Segmentation, SegmentationTypeValues, SegmentDescription
from highdicom.sr import CodedConcept
from numpy.typing import NDArray
from pydicom.sr.coding import Code

from xraycolor_gui.core import regions
from xraycolor_gui.core.feedback import Feedback
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.io.dicom_objects.filing import (
    SERIAL,
    FilmWithHeader,
    identity,
    open_film,
    stand_in,
    write_object,
)
from xraycolor_gui.io.feedback import codes as ours
from xraycolor_gui.io.quiet import silenced_warnings

SERIES_NUMBER = 9002
#: Lightness of the display colours; chroma is the palette's.
_LIGHTNESS = 65.0
_NEUTRAL = CIELabColor(_LIGHTNESS, 0.0, 0.0)
_CATEGORY = Code("309825002", "SCT", "Spatial and Relational Concept")
#: Values of the masks that are held at a time; more regions go into further files.
_MOST_VALUES = 1 << 28


def write_segmentation(
    target: Path, path: Path, records: Sequence[Feedback], palette: Palette
) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Write one reader's records of the film in `path`; returns the files, and what could not travel.

    Raises ExportError, and what reading the film raises.
    """
    film = open_film(path, records[0].film.frame)
    losses: list[str] = []
    drawn: list[tuple[Feedback, NDArray[np.bool_]]] = []
    shape = film.radiograph.shape
    files: list[Path] = []
    room = max(_MOST_VALUES // (shape[0] * shape[1] * film.radiograph.source.frames), 1)
    for record in records:
        if record.region is None:
            losses.append(f"{record.id} is of the whole film and has no segment.")
            continue
        mask = regions.mask_of(record.region, shape)
        if not mask.any():
            losses.append(f"{record.id} covers no pixel's centre and has no segment.")
            continue
        losses += _lost(record, film)
        drawn.append((record, mask))
        if len(drawn) == room:
            files.append(_written(target, len(files), film, drawn, palette))
            drawn = []
    if drawn:
        files.append(_written(target, len(files), film, drawn, palette))
    return tuple(files), tuple(losses)


def _written(
    target: Path, number: int, film: FilmWithHeader, drawn: list[tuple[Feedback, NDArray[np.bool_]]], palette: Palette
) -> Path:
    path = target.with_stem(f"{target.stem}_{number + 1}") if number else target
    source = film.radiograph.source
    rows, columns = film.radiograph.shape
    pixels = np.zeros((source.frames, rows, columns, len(drawn)), np.bool_)
    for index, (_, mask) in enumerate(drawn):
        pixels[source.frame, :, :, index] = mask
    image = stand_in(film)
    for keyword in ("PixelSpacing", "ImagerPixelSpacing"):
        # highdicom would write pixel measures without a slice thickness, and not read them again
        if keyword in image:
            delattr(image, keyword)
    with silenced_warnings():
        made = Segmentation(
            source_images=[image],
            pixel_array=pixels,
            segmentation_type=SegmentationTypeValues.BINARY,
            segment_descriptions=[
                _description(film, index, record, palette) for index, (record, _) in enumerate(drawn, start=1)
            ],
            **identity(SERIES_NUMBER, number + 1),
            device_serial_number=SERIAL,
            content_label="FEEDBACK",
            content_description="Readers' verdicts on the colours of one film",
            content_creator_name=_creator(film, drawn[0][0].reader),
        )
    write_object(path, film, made, kept=["PatientOrientation"])
    return path


def _description(film: FilmWithHeader, number: int, record: Feedback, palette: Palette) -> SegmentDescription:
    label, _ = film.fitting(record.label[:64] or ours.in_words(record)[:64])
    swatch = palette.tissues.get(record.tissue)
    verdict = ours.VERDICTS[record.verdict] if record.verdict is not None else ours.DRAFT
    described = SegmentDescription(
        segment_number=number,
        segment_label=label,
        segmented_property_category=CodedConcept.from_code(_CATEGORY),
        segmented_property_type=CodedConcept.from_code(verdict),
        algorithm_type=SegmentAlgorithmTypeValues.MANUAL,
        tracking_uid=ours.tracking_uid(record.id),
        tracking_id=record.id,
        display_color=_NEUTRAL if swatch is None else CIELabColor(_LIGHTNESS, swatch.a, swatch.b),
    )
    if record.tissue:
        described.SegmentedPropertyTypeCodeSequence[0].SegmentedPropertyTypeModifierCodeSequence = [
            CodedConcept.from_code(ours.tissue_code(record.tissue))
        ]
    return described


def _creator(film: FilmWithHeader, reader: str) -> str:
    name, _ = film.fitting(reader.translate(str.maketrans("^=", "  "))[:64])
    return f"{name}^"


def _lost(record: Feedback, film: FilmWithHeader) -> list[str]:
    lost = []
    if not (film.fitting(record.reader)[1] and film.fitting(record.label)[1]):
        lost.append("letters that the film's character set lacks")
    if record.region is not None and not isinstance(record.region, regions.Brush):
        lost.append(f"its {regions.kind(record.region)} becomes pixels")
    lost += [word for word, there in (("its comment", record.comment), ("what was on screen", record.screen)) if there]
    lost += ["the time and software it was given with"]
    return [f"{record.id}: not in the segmentation: {', '.join(lost)}."]
