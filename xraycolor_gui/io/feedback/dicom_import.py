"""Feedback from DICOM: structured reports (TID 1500) and segmentations, ours and those of other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.errors import InvalidDicomError
from pydicom.sr.coding import Code

from xraycolor_gui.core import feedback as values
from xraycolor_gui.core import regions
from xraycolor_gui.core.errors import FeedbackError
from xraycolor_gui.core.feedback import Feedback, FilmId, Verdict
from xraycolor_gui.core.regions import Ellipse, Point, Polygon, Region
from xraycolor_gui.io.feedback import codes as ours
from xraycolor_gui.io.quiet import silenced_warnings

#: Finds the film of a SOP Instance UID and a frame from 0; None where it is not at hand.
FindFilm = Callable[[str, int], FilmId | None]
_GROUP = Code("125007", "DCM", "Measurement Group")
_COMMENT = Code("121106", "DCM", "Comment")
_OBSERVER = Code("121008", "DCM", "Person Observer Name")
_TRACKING = Code("112040", "DCM", "Tracking Unique Identifier")
_LABEL = Code("112039", "DCM", "Tracking Identifier")


def records_in(content: bytes, path: Path, reader: str, find: FindFilm) -> tuple[tuple[Feedback, ...], tuple[str, ...]]:
    """Records of a DICOM file, and what of it was left out, one sentence each.

    reader: who is said to have given what names nobody. Raises FeedbackError.
    """
    with silenced_warnings():
        try:
            dataset = dcmread(BytesIO(content))
            kind = str(dataset.get("Modality", ""))
            if kind == "SR":
                return _from_report(dataset, path, reader, find)
            if kind == "SEG":
                return _from_segmentation(dataset, path, reader, find)
        except (InvalidDicomError, AttributeError, KeyError, IndexError, TypeError, ValueError) as error:
            raise FeedbackError(
                f"{path.name}: this DICOM file is not understood.", "Export it again.", str(error)
            ) from error
    raise FeedbackError(f"{path.name}: neither a structured report nor a segmentation.", "Give an SR or SEG file.")


def _from_report(
    dataset: Dataset, path: Path, reader: str, find: FindFilm
) -> tuple[tuple[Feedback, ...], tuple[str, ...]]:
    given_by = next((str(item.PersonName) for item in _all(dataset) if _is(item, _OBSERVER)), "").strip("^ ")
    records, left = [], []
    groups = [item for item in _all(dataset) if item.get("ValueType") == "CONTAINER" and _is(item, _GROUP)]
    for number, group in enumerate(groups, start=1):
        try:
            records.append(_from_group(group, given_by or reader, find))
        except FeedbackError as error:
            left.append(f"{path.name}: group {number}: {error.what}")
    return tuple(records), tuple(left)


def _from_group(group: Dataset, reader: str, find: FindFilm) -> Feedback:
    """The record that travels as JSON, with what the coded content says in its place where that was changed."""
    items = list(_all(group))
    stated = next((item.TextValue for item in items if _is(item, ours.RECORD)), None)
    known = _record(str(stated)) if stated is not None else None
    graphic = next((item for item in items if item.get("ValueType") == "SCOORD"), None)
    evaluations = {
        _name(item).value: ours.code_of(item.ConceptCodeSequence[0])
        for item in items
        if item.get("ValueType") == "CODE"
    }
    verdict = ours.verdict_of(evaluations.get(ours.VERDICT.value, ours.DRAFT))
    tissue = ours.tissue_of(evaluations.get(ours.RIGHT_TISSUE.value, ours.DRAFT))
    if known is not None:
        film, region = known.film, known.region
    else:
        film, region = _film_of(items, find), None
    if graphic is not None and not (region is not None and _same_graphic(graphic, region, film)):
        region = _region(graphic)
    if known is not None:
        return replace(known, region=region, verdict=verdict if region is not None else None, tissue=tissue)
    comment = next((str(item.TextValue) for item in items if _is(item, _COMMENT)), "")
    uid = next((str(item.UID) for item in items if _is(item, _TRACKING)), "")
    return Feedback(
        id=ours.record_of(uid) or values.new_id(),
        reader=reader,
        time=values.now(),
        software="SR",
        film=film,
        region=region,
        verdict=verdict if region is not None else None,
        tissue=tissue,
        label=next((str(item.TextValue) for item in items if _is(item, _LABEL)), ""),
        comment=comment,
    )


def _record(text: str) -> Feedback | None:
    try:
        return values.from_json(json.loads(text))
    except (ValueError, RecursionError, FeedbackError):
        return None


def _same_graphic(item: Dataset, region: Region, film: FilmId) -> bool:
    from xraycolor_gui.io.dicom_objects.graphics import graphic

    kind, data = graphic(region, film)
    stated = np.asarray(item.GraphicData, np.float32)
    return str(item.GraphicType) == kind.value and np.array_equal(stated, data.astype(np.float32).ravel())


def _region(item: Dataset) -> Region:
    points = [(float(x), float(y)) for x, y in np.asarray(item.GraphicData, np.float64).reshape(-1, 2)]
    match str(item.GraphicType):
        case "POINT":
            return Point(*points[0])
        case "POLYLINE":
            return Polygon(tuple(points[:-1] if points[0] == points[-1] else points))
        case "CIRCLE":
            (x, y), (px, py) = points
            radius = float(np.hypot(px - x, py - y))
            return Ellipse(x - radius, y - radius, 2 * radius, 2 * radius)
        case "ELLIPSE":
            return _ellipse(points)
        case kind:
            raise FeedbackError(f"regions of type {kind} are not understood.")


def _ellipse(points: list[tuple[float, float]]) -> Region:
    """Axes along rows and columns are an Ellipse; a slanted one becomes a polygon of 64 corners."""
    first, second, third, fourth = np.array(points)
    center, major, minor = (first + second) / 2, (second - first) / 2, (fourth - third) / 2
    if min(abs(major)) < 1e-3 and min(abs(minor)) < 1e-3:
        half = np.maximum(abs(major), abs(minor))
        return Ellipse(*(center - half).tolist(), *(2 * half).tolist())
    turns = np.arange(64)[:, None] * (2 * np.pi / 64)
    corners = center + major * np.cos(turns) + minor * np.sin(turns)
    return Polygon(tuple((float(x), float(y)) for x, y in corners))


def _film_of(items: list[Dataset], find: FindFilm) -> FilmId:
    for item in items:
        for reference in item.get("ReferencedSOPSequence", ()):
            frame = int(np.atleast_1d(reference.get("ReferencedFrameNumber", 1))[0]) - 1
            film = find(str(reference.ReferencedSOPInstanceUID), frame)
            if film is not None:
                return film
    raise FeedbackError("its film is not here; name its folder with --films.")


def _from_segmentation(
    dataset: Dataset, path: Path, reader: str, find: FindFilm
) -> tuple[tuple[Feedback, ...], tuple[str, ...]]:
    series = dataset.ReferencedSeriesSequence[0]
    reference = series.ReferencedInstanceSequence[0]
    given_by = str(dataset.get("ContentCreatorName", "")).strip("^ ") or reader
    records, left = [], []
    for number, frame, mask in _masks(dataset):
        segment = next(item for item in dataset.SegmentSequence if item.SegmentNumber == number)
        uid = str(reference.ReferencedSOPInstanceUID)
        film = find(uid, frame) or FilmId(
            sha256="",
            rows=int(dataset.Rows),
            columns=int(dataset.Columns),
            frame=frame,
            sop_instance_uid=uid,
            sop_class_uid=str(reference.ReferencedSOPClassUID),
            series_uid=str(series.SeriesInstanceUID),
            study_uid=str(dataset.StudyInstanceUID),
        )
        if not mask.any():
            left.append(f"{path.name}: segment {number} is empty.")
            continue
        kind = segment.SegmentedPropertyTypeCodeSequence[0]
        verdict, tissue = ours.verdict_of(ours.code_of(kind)), ours.tissue_of(ours.code_of(kind))
        for modifier in kind.get("SegmentedPropertyTypeModifierCodeSequence", ()):
            tissue = ours.tissue_of(ours.code_of(modifier)) or tissue
        records.append(
            Feedback(
                id=ours.record_of(str(segment.get("TrackingUID", ""))) or values.new_id(),
                reader=given_by,
                time=values.now(),
                software="SEG",
                film=film,
                region=regions.painted(mask),
                verdict=verdict,
                tissue=tissue,
                label=_own_label(segment, verdict, tissue),
            )
        )
    return tuple(records), tuple(left)


def _masks(dataset: Dataset) -> Iterator[tuple[int, int, NDArray[np.bool_]]]:
    """Segment, frame of the film from 0, and mask of every frame of a segmentation."""
    pixels = dataset.pixel_array
    frames = pixels if pixels.ndim == 3 else pixels[None]
    labelled = dataset.get("SegmentationType") == "LABELMAP"
    least = (int(dataset.get("MaximumFractionalValue", 1)) + 1) // 2
    (shared,) = dataset.SharedFunctionalGroupsSequence
    for values_of, group in zip(frames, dataset.PerFrameFunctionalGroupsSequence, strict=True):
        frame = _film_frame(group if "DerivationImageSequence" in group else shared)
        if labelled:
            for segment in dataset.SegmentSequence:
                yield int(segment.SegmentNumber), frame, values_of == segment.SegmentNumber
        else:
            named = group.get("SegmentIdentificationSequence") or shared.SegmentIdentificationSequence
            number = named[0].ReferencedSegmentNumber
            yield int(number), frame, values_of >= least


def _film_frame(group: Dataset) -> int:
    for derivation in group.get("DerivationImageSequence", ()):
        for source in derivation.get("SourceImageSequence", ()):
            return int(np.atleast_1d(source.get("ReferencedFrameNumber", 1))[0]) - 1
    return 0


def _own_label(segment: Dataset, verdict: Verdict | None, tissue: str) -> str:
    """The segment's label, unless we made it up from verdict and tissue."""
    label = str(segment.get("SegmentLabel", ""))
    words = ours.VERDICTS[verdict].meaning if verdict is not None else "No verdict"
    return "" if label == (f"{words}: {tissue}" if tissue else words) else label


def _all(item: Dataset) -> Iterator[Dataset]:
    for child in item.get("ContentSequence", ()):
        yield child
        yield from _all(child)


def _name(item: Dataset) -> Code:
    return ours.code_of(item.ConceptNameCodeSequence[0]) if item.get("ConceptNameCodeSequence") else Code("", "", "")


def _is(item: Dataset, code: Code) -> bool:
    return bool(_name(item) == code)
