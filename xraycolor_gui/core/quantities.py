"""What a measurement comes to in numbers, each with its unit: for tables and reports that others read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from xraycolor_gui.core import measurements
from xraycolor_gui.core.measurements import XY, Measure, Measurement
from xraycolor_gui.core.radiograph import Radiograph, Spacing, SpacingSource
from xraycolor_gui.core.region_statistics import statistics


class Quantity(Enum):
    """What is told; the value is the word in a table."""

    LENGTH = "length"
    ANGLE = "angle"
    COBB_ANGLE = "cobb angle"
    HEART_WIDTH = "heart width"
    CHEST_WIDTH = "chest width"
    HEART_CHEST_RATIO = "heart to chest"
    AREA = "area"
    MEAN = "mean"
    MEDIAN = "median"
    DEVIATION = "standard deviation"
    LEAST = "minimum"
    GREATEST = "maximum"
    PIXELS = "pixels"
    KNOWN_LENGTH = "known length"


class Unit(Enum):
    """In which unit; the value is its UCUM code. VALUE: whatever the film's values are in after its Modality LUT."""

    MM = "mm"
    SQUARE_MM = "mm2"
    PIXEL_WIDTHS = "{pixels}"
    DEGREES = "deg"
    NONE = "1"
    HOUNSFIELD = "[hnsf'U]"
    VALUE = "{value}"


@dataclass(frozen=True, slots=True)
class Amount:
    """One number. lines: what it was measured along or in, image coordinates; empty for the measurement's outline."""

    quantity: Quantity
    number: float
    unit: Unit
    lines: tuple[tuple[XY, ...], ...] = ()


def amounts(measurement: Measurement, radiograph: Radiograph, spacing: Spacing) -> tuple[Amount, ...]:
    """All that is told of a measurement, what it is called after first; `spacing` is the scale in force."""
    points, in_mm = measurement.points, spacing.source is not SpacingSource.UNKNOWN
    along = Unit.MM if in_mm else Unit.PIXEL_WIDTHS
    match measurement.kind:
        case Measure.LENGTH:
            found = measurements.length(points[0], points[1], spacing)
            return (Amount(Quantity.LENGTH, found, along, (points,)),)
        case Measure.CALIBRATION:
            return (Amount(Quantity.KNOWN_LENGTH, measurement.mm, Unit.MM, (points,)),)
        case Measure.ANGLE:
            first, vertex, second = points
            found = measurements.angle(first, vertex, second, spacing)
            return (Amount(Quantity.ANGLE, found, Unit.DEGREES, (points,)),)
        case Measure.COBB:
            upper, lower = (points[0], points[1]), (points[2], points[3])
            found = measurements.cobb_angle(upper, lower, spacing)
            return (Amount(Quantity.COBB_ANGLE, found, Unit.DEGREES, (upper, lower)),)
        case Measure.HEART_CHEST:
            return tuple(_heart_and_chest(measurement, spacing, along))
    return tuple(_outlined(measurement, radiograph, spacing))


def _heart_and_chest(measurement: Measurement, spacing: Spacing, along: Unit) -> Iterator[Amount]:
    a, b, c, d = measurement.points
    heart, chest = sorted(((a, b), (c, d)), key=lambda line: measurements.length(line[0], line[1], spacing))
    ratio = measurements.heart_chest_ratio(measurement, spacing)
    yield Amount(Quantity.HEART_CHEST_RATIO, ratio, Unit.NONE, (heart, chest))
    yield Amount(Quantity.HEART_WIDTH, measurements.length(heart[0], heart[1], spacing), along, (heart,))
    yield Amount(Quantity.CHEST_WIDTH, measurements.length(chest[0], chest[1], spacing), along, (chest,))


def _outlined(measurement: Measurement, radiograph: Radiograph, spacing: Spacing) -> Iterable[Amount]:
    region = measurements.outlined(measurement)
    found = statistics(radiograph, region)
    if found is not None:
        unit = Unit.HOUNSFIELD if found.unit.upper() == "HU" else Unit.VALUE
        yield Amount(Quantity.MEAN, found.mean, unit)
        yield Amount(Quantity.MEDIAN, found.median, unit)
        yield Amount(Quantity.DEVIATION, found.deviation, unit)
        yield Amount(Quantity.LEAST, found.least, unit)
        yield Amount(Quantity.GREATEST, found.greatest, unit)
        yield Amount(Quantity.PIXELS, found.pixels, Unit.NONE)
    if spacing.source is not SpacingSource.UNKNOWN:
        yield Amount(Quantity.AREA, measurements.area(region, spacing), Unit.SQUARE_MM)
