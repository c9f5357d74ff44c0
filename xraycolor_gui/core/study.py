"""A study folder as its headers tell it: patients, their studies, series and instances, and the order among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from xraycolor_gui.core.radiograph import Labels, Source

_DIGITS = re.compile(r"(\d+)")
#: Stands behind every number that is told.
_UNTOLD = float("inf")

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a film stands in its study, and what else tells studies and series apart; empty where the file is silent.

    position: millimetres along the normal of a stack of slices (PS3.3 C.7.6.2.1.1).
    """

    birth_date: str = ""
    issuer: str = ""
    accession_number: str = ""
    study_time: str = ""
    series_number: int | None = None
    instance_number: int | None = None
    position: float | None = None


@dataclass(frozen=True, slots=True)
class Instance:
    """What a header tells, before pixels are read; the hash in `source` is empty.

    picture: False for objects such as reports and presentation states.
    """

    labels: Labels
    source: Source
    place: Place = field(default_factory=Place)
    picture: bool = True


def patient_key(labels: Labels, source: Source, place: Place) -> Key:
    """Instances of equal key are of one patient; ("folder", …) where the file tells neither patient nor study."""
    if labels.patient_id:
        return "patient", f"{labels.patient_id}\n{place.issuer}"
    if labels.patient_name:
        return "patient", f"\n{labels.patient_name}\n{place.birth_date}"
    if source.study_uid:
        return "study", source.study_uid
    return "folder", str(source.path.parent)


def study_key(labels: Labels, source: Source, place: Place) -> Key:
    """Instances of equal key, of one patient, are of one study."""
    if source.study_uid:
        return "study", source.study_uid
    return "day", f"{labels.study_date}\n{place.accession_number}"


def series_key(labels: Labels, source: Source) -> Key:
    """Instances of equal key, of one study, are of one series."""
    if source.series_uid:
        return "series", source.series_uid
    return "kind", f"{labels.modality}\n{labels.series_description}"


def order_in_patient(labels: Labels, place: Place) -> tuple[int, float]:
    """Sort key: the newest study first, those without a day last."""
    day, time = "".join(filter(str.isdecimal, labels.study_date)), "".join(filter(str.isdecimal, place.study_time))
    return -int(day[:8] or 0), -float(f"0.{time or 0}")


def order_in_study(place: Place) -> float:
    """Sort key: Series Number."""
    return _UNTOLD if place.series_number is None else place.series_number


def order_in_series(place: Place, name: str) -> tuple[float, float, tuple[tuple[int, int, str], ...]]:
    """Sort key: Instance Number, then the place in the stack, then the file's name."""
    number, position = place.instance_number, place.position
    return (
        _UNTOLD if number is None else number,
        _UNTOLD if position is None else position,
        natural_key(name),
    )


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key in which numbers inside names count as numbers and case does not matter."""
    parts = _DIGITS.split(name.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part)


@dataclass(frozen=True, slots=True)
class Series:
    """Instances in the order of their numbers, then of their places in the stack."""

    instances: tuple[Instance, ...]


@dataclass(frozen=True, slots=True)
class Study:
    """Series in the order of their numbers."""

    series: tuple[Series, ...]

    @property
    def first(self) -> Instance:
        return self.series[0].instances[0]


@dataclass(frozen=True, slots=True)
class Patient:
    """Studies, the newest first."""

    studies: tuple[Study, ...]

    @property
    def first(self) -> Instance:
        return self.studies[0].first


def tree(instances: Iterable[Instance]) -> tuple[Patient, ...]:
    """Patients in the order they were met, with their studies, series and instances."""
    patients: dict[Key, dict[Key, dict[Key, list[Instance]]]] = {}
    for one in instances:
        studies = patients.setdefault(patient_key(one.labels, one.source, one.place), {})
        series = studies.setdefault(study_key(one.labels, one.source, one.place), {})
        series.setdefault(series_key(one.labels, one.source), []).append(one)
    return tuple(Patient(_studies(studies.values())) for studies in patients.values())


def _studies(found: Iterable[dict[Key, list[Instance]]]) -> tuple[Study, ...]:
    studies = [Study(_series(series.values())) for series in found]
    return tuple(sorted(studies, key=lambda study: order_in_patient(study.first.labels, study.first.place)))


def _series(found: Iterable[list[Instance]]) -> tuple[Series, ...]:
    ordered = [sorted(one, key=lambda each: order_in_series(each.place, each.source.path.name)) for one in found]
    return tuple(Series(tuple(one)) for one in sorted(ordered, key=lambda one: order_in_study(one[0].place)))
