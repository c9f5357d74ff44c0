"""Measurements in words: always with the source of their scale, and with decimals that stay."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from xraycolor_gui.core import measurements
from xraycolor_gui.core.measurements import Measure, Measurement
from xraycolor_gui.core.radiograph import Radiograph, Rescale, Spacing, SpacingSource
from xraycolor_gui.core.region_statistics import Statistics, statistics
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.words import decimal

_SPACE = tokens.NARROW_SPACE


@dataclass(frozen=True, slots=True)
class Told:
    """One measurement told. value: in short. beside: what belongs to it, as the source of its scale.

    details: pairs of what and how much, for the list; also what goes to the clipboard.
    """

    what: str
    value: str
    beside: str = ""
    details: tuple[tuple[str, str], ...] = ()

    @property
    def in_short(self) -> str:
        """For one line of a list: what belongs to the value is left to its details, where it has some."""
        return self.value if self.details else " ".join(filter(None, (self.value, self.beside)))

    def as_text(self) -> str:
        """One line, columns parted by tabs."""
        parts = [self.what, " ".join(word for word in (self.value, self.beside) if word)]
        return "\t".join([*parts, *(f"{what} {value}" for what, value in self.details)])


def source_words(source: SpacingSource) -> str:
    """What a length on this film means, in words; empty where there are only pixels."""
    return {
        SpacingSource.CALIBRATED: QCoreApplication.translate("Measures", "calibrated"),
        SpacingSource.DETECTOR: QCoreApplication.translate("Measures", "at detector"),
        SpacingSource.MAGNIFICATION: QCoreApplication.translate("Measures", "magnification-corrected"),
        SpacingSource.READER: QCoreApplication.translate("Measures", "calibrated by reader"),
        SpacingSource.UNKNOWN: "",
    }[source]


def source_note(source: SpacingSource) -> str:
    """What the reader should know of such lengths; empty where they are the patient's own."""
    return {
        SpacingSource.CALIBRATED: "",
        SpacingSource.DETECTOR: QCoreApplication.translate(
            "Measures",
            "At detector: not corrected for magnification. In the patient it is shorter. "
            "Calibrate with a known length to get patient millimetres.",
        ),
        SpacingSource.MAGNIFICATION: QCoreApplication.translate(
            "Measures", "Corrected by the magnification that the file estimates."
        ),
        SpacingSource.READER: QCoreApplication.translate(
            "Measures", "Calibrated here by a known length; true at the depth of that object. The file is unchanged."
        ),
        SpacingSource.UNKNOWN: QCoreApplication.translate(
            "Measures", "The file tells no spacing, so lengths are in pixels. Calibrate with a known length."
        ),
    }[source]


def kind_words(kind: Measure) -> str:
    """What is measured."""
    return {
        Measure.LENGTH: QCoreApplication.translate("Measures", "Distance"),
        Measure.ANGLE: QCoreApplication.translate("Measures", "Angle"),
        Measure.COBB: QCoreApplication.translate("Measures", "Cobb angle"),
        Measure.HEART_CHEST: QCoreApplication.translate("Measures", "Heart to chest"),
        Measure.RECTANGLE: QCoreApplication.translate("Measures", "Rectangle"),
        Measure.ELLIPSE: QCoreApplication.translate("Measures", "Ellipse"),
        Measure.CALIBRATION: QCoreApplication.translate("Measures", "Known length"),
    }[kind]


def told(measurement: Measurement, radiograph: Radiograph, spacing: Spacing) -> Told:
    """The measurement on this film, at this scale."""
    what, points, source = kind_words(measurement.kind), measurement.points, source_words(spacing.source)
    match measurement.kind:
        case Measure.LENGTH:
            return Told(what, _length(measurements.length(points[0], points[1], spacing), spacing), source)
        case Measure.CALIBRATION:
            return Told(what, f"{decimal(measurement.mm, 1)}{_SPACE}mm", source_words(SpacingSource.READER))
        case Measure.ANGLE:
            return Told(what, _degrees(measurements.angle(points[0], points[1], points[2], spacing)))
        case Measure.COBB:
            return Told(
                what, _degrees(measurements.cobb_angle((points[0], points[1]), (points[2], points[3]), spacing))
            )
        case Measure.HEART_CHEST:
            return _heart_chest(what, measurement, spacing)
        case _:
            return _outlined(what, measurement, radiograph, spacing)


def _heart_chest(what: str, measurement: Measurement, spacing: Spacing) -> Told:
    ratio = measurements.heart_chest_ratio(measurement, spacing)
    widths = [_length(width, spacing) for width in measurements.heart_and_chest(measurement, spacing)]
    beside = QCoreApplication.translate("Measures", "{heart} of {chest}").format(heart=widths[0], chest=widths[1])
    source = source_words(spacing.source)
    details = (
        (QCoreApplication.translate("Measures", "Heart"), widths[0]),
        (QCoreApplication.translate("Measures", "Chest"), widths[1]),
        *_scale(source),
    )
    return Told(what, f"{decimal(100 * ratio, 1)}{_SPACE}%", " ".join(filter(None, (beside, source))), details)


def _outlined(what: str, measurement: Measurement, radiograph: Radiograph, spacing: Spacing) -> Told:
    region = measurements.outlined(measurement)
    size, source = _area(measurements.area(region, spacing), spacing), source_words(spacing.source)
    area = " ".join(filter(None, (size, source)))
    found = statistics(radiograph, region)
    name = QCoreApplication.translate("Measures", "Area")
    if found is None:
        return Told(what, QCoreApplication.translate("Measures", "no pixels"), area, ((name, size), *_scale(source)))
    numbers = found.mean, found.median, found.deviation, found.least, found.greatest
    mean, median, deviation, least, greatest = (_number(number, _places(radiograph)) for number in numbers)
    unit = f"{_SPACE}{found.unit}" if found.unit else ""
    value = f"{mean} ± {deviation}{unit}"
    details = (
        (QCoreApplication.translate("Measures", "Mean"), f"{mean}{unit}"),
        (QCoreApplication.translate("Measures", "Median"), f"{median}{unit}"),
        (QCoreApplication.translate("Measures", "Deviation"), f"{deviation}{unit}"),
        (QCoreApplication.translate("Measures", "Least"), f"{least}{unit}"),
        (QCoreApplication.translate("Measures", "Greatest"), f"{greatest}{unit}"),
        (QCoreApplication.translate("Measures", "Values"), _meaning(found)),
        (name, size),
        *_scale(source),
        (QCoreApplication.translate("Measures", "Pixels"), tokens.thousands(found.pixels)),
    )
    return Told(what, value, area, details)


def _scale(source: str) -> tuple[tuple[str, str], ...]:
    return ((QCoreApplication.translate("Measures", "Scale"), source),) if source else ()


def _meaning(found: Statistics) -> str:
    """What the numbers are."""
    if found.stored:
        return QCoreApplication.translate("Measures", "as stored")
    return found.unit or QCoreApplication.translate("Measures", "after the Modality LUT")


def _length(amount: float, spacing: Spacing) -> str:
    if spacing.source is SpacingSource.UNKNOWN:
        return f"{tokens.thousands(round(amount))}{_SPACE}px"
    return f"{_number(amount)}{_SPACE}mm"


def _area(amount: float, spacing: Spacing) -> str:
    if spacing.source is SpacingSource.UNKNOWN:
        return f"{tokens.thousands(round(amount))}{_SPACE}px²"
    return f"{_number(amount / 100, 2)}{_SPACE}cm²"


def _degrees(amount: float) -> str:
    return f"{decimal(amount, 1)}°"


def _number(amount: float, places: int = 1) -> str:
    """Always so many decimals; thousands apart, and a minus as long as a plus."""
    parts = round(abs(amount) * 10**places)
    whole, rest = divmod(parts, 10**places)
    sign = "\u2212" if amount < 0 and parts else ""
    return f"{sign}{tokens.thousands(whole)}{decimal(rest / 10**places, places)[1:]}"


def _places(radiograph: Radiograph) -> int:
    """Decimals of the film's values: more where they are no whole numbers. The same for all of a film."""
    modality = radiograph.modality
    fine = isinstance(modality, Rescale) and modality.slope < 0.1
    return 3 if fine or radiograph.stored.dtype.kind == "f" else 1
