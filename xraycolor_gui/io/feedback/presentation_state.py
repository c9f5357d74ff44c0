"""Feedback as a greyscale softcopy presentation state: plain viewers draw the outlines and words over the film."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from highdicom.content import (
    VOILUT,
    ModalityLUT,
    ModalityLUTTransformation,
    PresentationLUTTransformation,
)
from highdicom.pr import (
    AnnotationUnitsValues,
    GraphicAnnotation,
    GraphicLayer,
    GraphicObject,
    GraphicTypeValues,
    GrayscaleSoftcopyPresentationState,
    SoftcopyVOILUTTransformation,
    TextObject,
)
from numpy.typing import NDArray
from pydicom.dataset import Dataset

from xraycolor_gui.core import regions
from xraycolor_gui.core.feedback import Feedback
from xraycolor_gui.core.outlines import rings_of
from xraycolor_gui.core.presentation import choose_voi
from xraycolor_gui.core.radiograph import LookupTable, Radiograph, Rescale
from xraycolor_gui.core.regions import Brush, Ellipse, Point
from xraycolor_gui.io.dicom_objects.filing import (
    SERIAL,
    FilmWithHeader,
    identity,
    open_film,
    stand_in,
    write_object,
)
from xraycolor_gui.io.dicom_objects.graphics import closed, ellipse_axes
from xraycolor_gui.io.feedback import codes as ours
from xraycolor_gui.io.quiet import silenced_warnings

SERIES_NUMBER = 9003


def write_presentation_state(
    target: Path, path: Path, records: Sequence[Feedback]
) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Write one reader's records of the film in `path`; returns the files, and what could not travel.

    Raises ExportError, and what reading the film raises.
    """
    film = open_film(path, records[0].film.frame)
    losses = [_lost(record) for record in records]
    with silenced_warnings():
        image = _presented(film)
        layer = GraphicLayer("FEEDBACK", order=1, description="Readers' verdicts on the colours")
        graphics: list[GraphicObject] = []
        texts: list[TextObject] = []
        for number, record in enumerate(records, start=1):
            drawn = _graphics(record, film)
            graphics += drawn
            if drawn:
                texts.append(_words(number, record, film))
        annotation = [
            GraphicAnnotation(
                [image], layer, referenced_frame_number=film.frames, graphic_objects=graphics, text_objects=texts
            )
        ]
        made = GrayscaleSoftcopyPresentationState(
            referenced_images=[image],
            **identity(SERIES_NUMBER, 1),
            device_serial_number=SERIAL,
            content_label="FEEDBACK",
            content_description="Readers' verdicts on the colours of one film",
            graphic_annotations=annotation if graphics else None,
            graphic_layers=[layer] if graphics else None,
            modality_lut_transformation=_modality(film.radiograph),
            voi_lut_transformations=[_voi(film.radiograph)],
            presentation_lut_transformation=PresentationLUTTransformation(
                presentation_lut_shape="INVERSE" if film.radiograph.inverse else "IDENTITY"
            ),
        )
    write_object(target, film, made, paired=True)
    return (target,), tuple(losses)


def _presented(film: FilmWithHeader) -> Dataset:
    image = stand_in(film)
    for keyword in ("BitsAllocated", "BitsStored", "HighBit", "PixelRepresentation"):
        if keyword in film.header:
            setattr(image, keyword, film.header.get(keyword))
    return image


def _graphics(record: Feedback, film: FilmWithHeader) -> list[GraphicObject]:
    """The outline; painted pixels have one for every piece and hole."""
    region = record.region
    lines: list[tuple[GraphicTypeValues, NDArray[np.float64]]]
    match region:
        case None:
            lines = []
        case Point(x, y):
            lines = [(GraphicTypeValues.POINT, np.array([[x, y]]))]
        case Ellipse():
            lines = [(GraphicTypeValues.ELLIPSE, ellipse_axes(region))]
        case Brush():
            rings = rings_of(regions.mask_of(region, film.radiograph.shape))
            lines = [(GraphicTypeValues.POLYLINE, closed(ring)) for ring in rings]
        case _:
            lines = [(GraphicTypeValues.POLYLINE, closed(regions.outline(region)))]
    uid = ours.tracking_uid(record.id)
    return [
        GraphicObject(kind, data, AnnotationUnitsValues.PIXEL, tracking_id=record.id, tracking_uid=uid)
        for kind, data in lines
    ]


def _words(number: int, record: Feedback, film: FilmWithHeader) -> TextObject:
    """Beside the region, at its right upper corner, where the film has room."""
    assert record.region is not None
    _, top, right, _ = regions.bounds(record.region)
    rows, columns = film.radiograph.shape
    anchor = min(max(right, 1.0), columns - 1.0), min(max(top, 1.0), rows - 1.0)
    words, _ = film.fitting(f"{number} {record.label or ours.in_words(record)}"[:64])
    return TextObject(
        words,
        AnnotationUnitsValues.PIXEL,
        anchor_point=anchor,
        anchor_point_visible=False,
        tracking_id=record.id,
        tracking_uid=ours.tracking_uid(record.id),
    )


def _modality(radiograph: Radiograph) -> ModalityLUTTransformation:
    modality = radiograph.modality
    if isinstance(modality, Rescale):
        return ModalityLUTTransformation(
            rescale_intercept=modality.intercept, rescale_slope=modality.slope, rescale_type=modality.units or "US"
        )
    table = ModalityLUT(
        lut_type="US", first_mapped_value=modality.first, lut_data=_data(modality), lut_explanation=modality.explanation
    )
    return ModalityLUTTransformation(modality_lut=table)


def _voi(radiograph: Radiograph) -> SoftcopyVOILUTTransformation:
    voi, _ = choose_voi(radiograph)
    if not isinstance(voi, LookupTable) and voi.after is not None:
        voi = voi.after
    if isinstance(voi, LookupTable):
        table = VOILUT(first_mapped_value=voi.first, lut_data=_data(voi), lut_explanation=voi.explanation or None)
        return SoftcopyVOILUTTransformation(voi_luts=[table])
    return SoftcopyVOILUTTransformation(
        window_center=voi.center, window_width=voi.width, voi_lut_function=voi.function.value
    )


def _data(table: LookupTable) -> NDArray[np.uint16] | NDArray[np.uint8]:
    return table.data.astype(np.uint8) if table.bits <= 8 else table.data


def _lost(record: Feedback) -> str:
    lost = ["what was on screen", "the time and software it was given with"]
    lost += ["its comment"] if record.comment else []
    lost += ["the whole record, as it has no region"] if record.region is None else []
    return f"{record.id}: not in the presentation state: {', '.join(lost)}."
