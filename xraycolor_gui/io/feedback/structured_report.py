"""Feedback as a structured report, TID 1500 (PS3.16): a measurement group with qualitative evaluations a record."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from highdicom.sr import (
    CodedConcept,
    ComprehensiveSR,
    ImageRegion,
    MeasurementReport,
    MeasurementsAndQualitativeEvaluations,
    PlanarROIMeasurementsAndQualitativeEvaluations,
    QualitativeEvaluation,
    RelationshipTypeValues,
    SourceImageForMeasurementGroup,
    SourceImageForRegion,
    TextContentItem,
    TrackingIdentifier,
)
from pydicom.sr.codedict import codes
from pydicom.sr.coding import Code

from xraycolor_gui.core import feedback as values
from xraycolor_gui.core import regions
from xraycolor_gui.core.feedback import Feedback, FilmId
from xraycolor_gui.core.regions import Brush, Region
from xraycolor_gui.io.dicom_objects.filing import (
    FilmWithHeader,
    identity,
    open_film,
    stand_in,
    write_object,
)
from xraycolor_gui.io.dicom_objects.graphics import graphic
from xraycolor_gui.io.dicom_objects.observers import PROCEDURE, observers
from xraycolor_gui.io.feedback import codes as ours
from xraycolor_gui.io.quiet import silenced_warnings

SERIES_NUMBER = 9001
Group = PlanarROIMeasurementsAndQualitativeEvaluations | MeasurementsAndQualitativeEvaluations


def write_structured_report(
    target: Path, path: Path, records: Sequence[Feedback]
) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Write one reader's records of the film in `path`; returns the files, and what could not travel.

    Raises ExportError, and what reading the film raises.
    """
    film = open_film(path, records[0].film.frame)
    losses: list[str] = []
    with silenced_warnings():
        groups = [_group(film, number, record, losses) for number, record in enumerate(records, start=1)]
        report = MeasurementReport(
            observation_context=observers(film, records[0].reader),
            procedure_reported=PROCEDURE,
            imaging_measurements=groups,
            title=codes.DCM.ImagingMeasurementReport,
        )
        made = ComprehensiveSR(
            evidence=[stand_in(film)],
            content=report,
            **identity(SERIES_NUMBER, 1),
            is_complete=True,
        )
    write_object(target, film, made)
    return (target,), tuple(losses)


def _group(film: FilmWithHeader, number: int, record: Feedback, losses: list[str]) -> Group:
    source = film.radiograph.source
    label, whole = film.fitting(record.label[:64] or f"Region {number}")
    tracking = TrackingIdentifier(uid=ours.tracking_uid(record.id), identifier=label)
    evaluations = _evaluations(record)
    group: Group
    if record.region is None or not _on_film(record.region, record.film):
        where = SourceImageForMeasurementGroup(source.sop_class_uid, source.sop_instance_uid, film.frames)
        group = MeasurementsAndQualitativeEvaluations(
            tracking, qualitative_evaluations=evaluations, source_images=[where]
        )
        if record.region is not None:
            losses.append(f"{record.id} covers no pixel of the film: its outline travels as JSON only.")
    else:
        kind, data = graphic(record.region, record.film)
        if (data.astype(np.float32) != data).any():
            losses.append(f"{record.id}: its coordinates are rounded to 32 bits (exact in its JSON).")
        image = SourceImageForRegion(source.sop_class_uid, source.sop_instance_uid, film.frames)
        group = PlanarROIMeasurementsAndQualitativeEvaluations(
            tracking, referenced_region=ImageRegion(kind, data, image), qualitative_evaluations=evaluations
        )
    content = group[0].ContentSequence
    if record.comment:
        comment, kept = film.fitting(record.comment)
        content.append(_text(codes.DCM.Comment, comment))
        whole = whole and kept
    if not whole:
        losses.append(f"{record.id}: the film's character set lacks letters of it (whole in its JSON).")
    content.append(_text(ours.RECORD, json.dumps(values.to_json(record))))
    return group


def _evaluations(record: Feedback) -> list[QualitativeEvaluation]:
    verdict = ours.VERDICTS[record.verdict] if record.verdict is not None else ours.DRAFT
    found = [(ours.VERDICT, verdict)] if record.region is not None else []
    if record.tissue:
        found.append((ours.RIGHT_TISSUE, ours.tissue_code(record.tissue)))
    if record.rating is not None:
        found.append((ours.RATING, ours.rating_code(record.rating)))
    return [QualitativeEvaluation(CodedConcept.from_code(name), CodedConcept.from_code(value)) for name, value in found]


def _on_film(region: Region, film: FilmId) -> bool:
    left, top, right, bottom = regions.bounds(region)
    overlaps = right >= 0 and bottom >= 0 and left < film.columns and top < film.rows
    return overlaps and not (isinstance(region, Brush) and not regions.mask_of(region, (film.rows, film.columns)).any())


def _text(name: Code, value: str) -> TextContentItem:
    return TextContentItem(CodedConcept.from_code(name), value, RelationshipTypeValues.CONTAINS)
