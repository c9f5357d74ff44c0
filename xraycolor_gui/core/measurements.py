"""Lengths, angles and ratios on a film, in image coordinates: x to the right, y down, corner of the first pixel at 0.

What is measured never depends on how the film is shown: zoom, turns and flips do not come in here. Every length names
the source of its scale (`Spacing.source`); without one it is in pixel widths. Pixels that are not square are as high
here as they are. Values inside an outline are in `region_statistics`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from xraycolor_gui.core.errors import MeasurementError
from xraycolor_gui.core.radiograph import Radiograph, Spacing, SpacingSource
from xraycolor_gui.core.regions import FARTHEST, Ellipse, Rectangle

XY = tuple[float, float]
#: Longest length that a reader may calibrate by, in millimetres.
LONGEST_MM = 10_000.0


class Measure(Enum):
    """What is measured; the value is the word in the store.

    LENGTH: start, end. ANGLE: end of one arm, vertex, end of the other. COBB: start and end of the upper end plate,
    then of the lower one. HEART_CHEST: both ends of the heart's greatest width and of the chest's, in
    any order. RECTANGLE and
    ELLIPSE: two opposite corners of the box. CALIBRATION: both ends of something whose length is known.
    """

    LENGTH = "length"
    ANGLE = "angle"
    COBB = "cobb"
    HEART_CHEST = "heart-chest"
    RECTANGLE = "rectangle"
    ELLIPSE = "ellipse"
    CALIBRATION = "calibration"


#: How many points define each kind.
POINTS = {
    Measure.LENGTH: 2,
    Measure.ANGLE: 3,
    Measure.COBB: 4,
    Measure.HEART_CHEST: 4,
    Measure.RECTANGLE: 2,
    Measure.ELLIPSE: 2,
    Measure.CALIBRATION: 2,
}


@dataclass(frozen=True, slots=True)
class Measurement:
    """What a reader measures on one film. mm: the known length of a CALIBRATION, else 0. id: unique, never shown.

    Raises MeasurementError for points that cannot be measured.
    """

    kind: Measure
    points: tuple[XY, ...]
    id: str = ""
    mm: float = 0.0

    def __post_init__(self) -> None:
        if len(self.points) != POINTS[self.kind]:
            raise _wrong(f"A measurement of kind “{self.kind.value}” has {POINTS[self.kind]} points.")
        if not all(abs(number) <= FARTHEST for point in self.points for number in point):  # NaN is not either
            raise _wrong("A point of this measurement is no number of pixels.")
        if self.kind is Measure.CALIBRATION and not 0 < self.mm <= LONGEST_MM:
            raise _wrong(f"A known length is above 0 and at most {LONGEST_MM:g} mm.")
        if self.kind in LINES and self.points[0] == self.points[1]:
            raise _wrong("Both ends of this line are one point.")


#: Kinds that are one line.
LINES = (Measure.LENGTH, Measure.CALIBRATION)


def scale_of(radiograph: Radiograph) -> Spacing:
    """The film's own spacing; where it states none, pixel widths, so that a pixel counts as high as it is."""
    spacing = radiograph.spacing
    if spacing is None or spacing.source is SpacingSource.UNKNOWN or min(spacing.row_mm, spacing.column_mm) <= 0:
        return Spacing(radiograph.pixel_aspect, 1.0, SpacingSource.UNKNOWN)
    return spacing


def calibrated(own: Spacing, calibration: Measurement) -> Spacing:
    """The spacing at which the calibration's line has its known length; pixels keep the proportions of `own`."""
    start, end = calibration.points
    factor = calibration.mm / length(start, end, own)
    return Spacing(own.row_mm * factor, own.column_mm * factor, SpacingSource.READER)


def length(start: XY, end: XY, spacing: Spacing) -> float:
    """Millimetres between two points, or pixel widths where the source is UNKNOWN."""
    return math.hypot((end[0] - start[0]) * spacing.column_mm, (end[1] - start[1]) * spacing.row_mm)


def angle(first: XY, vertex: XY, second: XY, spacing: Spacing) -> float:
    """Degrees between two arms, 0 … 180; 0 where an arm has no length."""
    return _degrees(_vector(vertex, first, spacing), _vector(vertex, second, spacing))


def cobb_angle(upper: tuple[XY, XY], lower: tuple[XY, XY], spacing: Spacing) -> float:
    """Degrees between two end plates, 0 … 180, whichever way each line was drawn (Cobb, 1948).

    Both lines are taken in the direction in which they cross the way from one's middle to the other's from the same
    side. So curves above 90° are told from their supplements, and turning the film changes nothing.
    """
    one, other = _vector(*upper, spacing), _vector(*lower, spacing)
    axis = _vector(_middle(*upper), _middle(*lower), spacing)
    sides = [axis[0] * line[1] - axis[1] * line[0] for line in (one, other)]
    found = _degrees(one, other)
    if sides[0] * sides[1] == 0:  # no telling which way they face: the smaller angle of two straight lines
        return min(found, 180 - found)
    return found if sides[0] * sides[1] > 0 else 180 - found


def heart_and_chest(measurement: Measurement, spacing: Spacing) -> tuple[float, float]:
    """Lengths of a HEART_CHEST: the heart's is the smaller one, whichever was drawn first."""
    a, b, c, d = measurement.points
    one, other = length(a, b, spacing), length(c, d, spacing)
    return min(one, other), max(one, other)


def heart_chest_ratio(measurement: Measurement, spacing: Spacing) -> float:
    """The heart's width as a share of the chest's (Danzer, 1919); no millimetres needed. 0 without a chest."""
    heart, chest = heart_and_chest(measurement, spacing)
    return heart / chest if chest else 0.0


def outlined(measurement: Measurement) -> Rectangle | Ellipse:
    """The region of a RECTANGLE or ELLIPSE; at least a thousandth of a pixel wide and high."""
    (x0, y0), (x1, y1) = measurement.points
    box = min(x0, x1), min(y0, y1), max(abs(x1 - x0), 1e-3), max(abs(y1 - y0), 1e-3)
    return Rectangle(*box) if measurement.kind is Measure.RECTANGLE else Ellipse(*box)


def area(region: Rectangle | Ellipse, spacing: Spacing) -> float:
    """Square millimetres (or square pixel widths) of the outline itself, also where it reaches beyond the film."""
    box = region.width * spacing.column_mm * region.height * spacing.row_mm
    return box * (math.pi / 4 if isinstance(region, Ellipse) else 1.0)


def to_json(measurement: Measurement) -> dict[str, Any]:
    """``{"kind": "length", "points": [[10, 20], [30, 40]]}``; the id is kept beside it."""
    made: dict[str, Any] = {"kind": measurement.kind.value, "points": [list(point) for point in measurement.points]}
    return made | ({"mm": measurement.mm} if measurement.kind is Measure.CALIBRATION else {})


def from_json(data: Any, id: str = "") -> Measurement:  # noqa: A002
    """The measurement that `to_json` described. Raises MeasurementError."""
    try:
        if not isinstance(data, Mapping):
            raise TypeError
        points = tuple((_float(x), _float(y)) for x, y in data["points"])
        return Measurement(Measure(data["kind"]), points, id, _float(data.get("mm", 0.0)))
    except (KeyError, TypeError, ValueError) as error:
        raise _wrong("This is no measurement that this version knows.") from error


def _float(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError
    return float(value)


def _vector(start: XY, end: XY, spacing: Spacing) -> XY:
    return (end[0] - start[0]) * spacing.column_mm, (end[1] - start[1]) * spacing.row_mm


def _middle(start: XY, end: XY) -> XY:
    return (start[0] + end[0]) / 2, (start[1] + end[1]) / 2


def _degrees(one: XY, other: XY) -> float:
    cross, dot = one[0] * other[1] - one[1] * other[0], one[0] * other[0] + one[1] * other[1]
    return math.degrees(math.atan2(abs(cross), dot))


def _wrong(what: str) -> MeasurementError:
    return MeasurementError(what, "Draw it again.")
