"""Measurements of a film as a structured report, TID 1500 (PS3.16): a measurement group each, with its coordinates."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from highdicom.sr import (
    CodedConcept,
    ComprehensiveSR,
    CoordinatesForMeasurement,
    GraphicTypeValues,
    ImageRegion,
    MeasurementReport,
    MeasurementsAndQualitativeEvaluations,
    PlanarROIMeasurementsAndQualitativeEvaluations,
    QualitativeEvaluation,
    SourceImageForMeasurementGroup,
    SourceImageForRegion,
    TrackingIdentifier,
)
from highdicom.sr import Measurement as Number
from pydicom.sr.codedict import codes
from pydicom.sr.coding import Code

from xraycolor_gui.core.feedback import film_id
from xraycolor_gui.core.measurements import XY, Measure, Measurement, outlined
from xraycolor_gui.core.quantities import Amount, Quantity, Unit, amounts
from xraycolor_gui.core.radiograph import Spacing, SpacingSource
from xraycolor_gui.core.regions import bounds
from xraycolor_gui.io.dicom_objects.capture_modules import CODING_SCHEME
from xraycolor_gui.io.dicom_objects.filing import FilmWithHeader, identity, open_film, stand_in, write_object
from xraycolor_gui.io.dicom_objects.graphics import graphic
from xraycolor_gui.io.dicom_objects.observers import PROCEDURE, observers
from xraycolor_gui.io.feedback.codes import tracking_uid
from xraycolor_gui.io.quiet import silenced_warnings

SERIES_NUMBER = 9004
SCALE = Code("SCALE", CODING_SCHEME, "Source of the scale")
SCALES = {
    SpacingSource.CALIBRATED: Code("CALIBRATED", CODING_SCHEME, "Calibrated, as the film states"),
    SpacingSource.DETECTOR: Code("AT_DETECTOR", CODING_SCHEME, "At the detector, not corrected for magnification"),
    SpacingSource.MAGNIFICATION: Code("MAGNIFICATION", CODING_SCHEME, "Corrected by the magnification stated"),
    SpacingSource.READER: Code("BY_READER", CODING_SCHEME, "Calibrated by the reader"),
    SpacingSource.UNKNOWN: Code("PIXELS", CODING_SCHEME, "No scale known: pixel widths"),
}
PIXEL_VALUE = Code("PIXEL_VALUE", CODING_SCHEME, "Pixel value after the Modality LUT")
#: Name, and how it was derived from many values, of each quantity.
NAMES: dict[Quantity, tuple[Code, Code | None]] = {
    Quantity.LENGTH: (codes.SCT.Length, None),
    Quantity.ANGLE: (codes.SCT.Angle, None),
    Quantity.COBB_ANGLE: (codes.SCT.CobbAngle, None),
    Quantity.HEART_WIDTH: (Code("HEART_WIDTH", CODING_SCHEME, "Greatest width of the heart"), None),
    Quantity.CHEST_WIDTH: (Code("CHEST_WIDTH", CODING_SCHEME, "Greatest inner width of the chest"), None),
    Quantity.HEART_CHEST_RATIO: (Code("HEART_CHEST", CODING_SCHEME, "Cardiothoracic ratio"), None),
    Quantity.AREA: (codes.SCT.Area, None),
    Quantity.MEAN: (PIXEL_VALUE, codes.SCT.Mean),
    Quantity.MEDIAN: (PIXEL_VALUE, codes.SCT.Median),
    Quantity.DEVIATION: (PIXEL_VALUE, codes.SCT.StandardDeviation),
    Quantity.LEAST: (PIXEL_VALUE, codes.SCT.Minimum),
    Quantity.GREATEST: (PIXEL_VALUE, codes.SCT.Maximum),
    Quantity.PIXELS: (Code("PIXELS_INSIDE", CODING_SCHEME, "Number of pixels inside"), None),
    Quantity.KNOWN_LENGTH: (Code("KNOWN_LENGTH", CODING_SCHEME, "Length that the scale was calibrated by"), None),
}
_UNITS = {
    Unit.MM: codes.UCUM.Millimeter,
    Unit.SQUARE_MM: codes.UCUM.SquareMillimeter,
    Unit.PIXEL_WIDTHS: Code("{pixels}", "UCUM", "pixels"),
    Unit.DEGREES: codes.UCUM.Degree,
    Unit.NONE: codes.UCUM.NoUnits,
    Unit.HOUNSFIELD: codes.UCUM.HounsfieldUnit,
    # What the film's values are, only its maker knows.
    Unit.VALUE: codes.UCUM.NoUnits,
}
_TITLES = {
    Measure.LENGTH: "Distance",
    Measure.ANGLE: "Angle",
    Measure.COBB: "Cobb angle",
    Measure.HEART_CHEST: "Heart to chest",
    Measure.RECTANGLE: "Rectangle",
    Measure.ELLIPSE: "Ellipse",
    Measure.CALIBRATION: "Known length",
}
Group = PlanarROIMeasurementsAndQualitativeEvaluations | MeasurementsAndQualitativeEvaluations


def write_measurement_report(
    target: Path, path: Path, frame: int, *, spacing: Spacing, measured: Sequence[Measurement], reader: str = ""
) -> None:
    """Write the measurements of one frame of the film in `path`, at the scale in force, into the film's own study.

    reader: who measured; empty tells nobody. Raises ExportError, and what reading the film raises.
    """
    film = open_film(path, frame)
    with silenced_warnings():
        report = MeasurementReport(
            observation_context=observers(film, reader),
            procedure_reported=PROCEDURE,
            imaging_measurements=[_group(film, number, each, spacing) for number, each in enumerate(measured, start=1)],
            title=codes.DCM.ImagingMeasurementReport,
        )
        made = ComprehensiveSR(
            evidence=[stand_in(film)],
            content=report,
            **identity(SERIES_NUMBER, 1) | {"series_description": "MEASUREMENTS - RESEARCH"},
            is_complete=True,
        )
    write_object(target, film, made)


def _group(film: FilmWithHeader, number: int, measured: Measurement, spacing: Spacing) -> Group:
    tracking = TrackingIdentifier(uid=tracking_uid(measured.id), identifier=f"{number} {_TITLES[measured.kind]}")
    numbers = [_number(film, amount) for amount in amounts(measured, film.radiograph, spacing)]
    scale = QualitativeEvaluation(CodedConcept.from_code(SCALE), CodedConcept.from_code(SCALES[spacing.source]))
    if measured.kind in (Measure.RECTANGLE, Measure.ELLIPSE) and _lies_on(film, _corners(measured)):
        kind, data = graphic(outlined(measured), film_id(film.radiograph))
        return PlanarROIMeasurementsAndQualitativeEvaluations(
            tracking,
            referenced_region=ImageRegion(kind, data, _image(film)),
            measurements=numbers,
            qualitative_evaluations=[scale],
        )
    source = film.radiograph.source
    where = SourceImageForMeasurementGroup(source.sop_class_uid, source.sop_instance_uid, film.frames)
    return MeasurementsAndQualitativeEvaluations(
        tracking, measurements=numbers, qualitative_evaluations=[scale], source_images=[where]
    )


def _number(film: FilmWithHeader, amount: Amount) -> Number:
    name, derivation = NAMES[amount.quantity]
    along = [
        CoordinatesForMeasurement(GraphicTypeValues.POLYLINE, np.array(line), _image(film))
        for line in amount.lines
        if _lies_on(film, line)
    ]
    return Number(
        name=name,
        value=amount.number,
        unit=_UNITS[amount.unit],
        derivation=derivation,
        referenced_coordinates=along or None,
    )


def _image(film: FilmWithHeader) -> SourceImageForRegion:
    source = film.radiograph.source
    return SourceImageForRegion(source.sop_class_uid, source.sop_instance_uid, film.frames)


def _corners(measured: Measurement) -> tuple[XY, ...]:
    left, top, right, bottom = bounds(outlined(measured))
    return (left, top), (right, bottom)


def _lies_on(film: FilmWithHeader, points: Sequence[XY]) -> bool:
    """Coordinates beyond the image are none (PS3.3 C.18.6.1.1): such a line is told by its number alone."""
    rows, columns = film.radiograph.shape
    return all(0 <= x <= columns and 0 <= y <= rows for x, y in points)
