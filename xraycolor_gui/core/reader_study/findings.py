"""What a reader study found: every number of its report, as values and as JSON takes them."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Any

from xraycolor_gui.core.reader_study.agreement import Agreement, agreements
from xraycolor_gui.core.reader_study.areas import Roc, roc
from xraycolor_gui.core.reader_study.decisions import Decided, decisions
from xraycolor_gui.core.reader_study.readings import Readings
from xraycolor_gui.core.reader_study.times import Taken, TimeDifference, time_differences, times_taken


@dataclass(frozen=True, slots=True)
class Findings:
    """no_roc: why there is no ROC analysis, empty where there is one. unfinished: readers left out, by films read.

    interrupted: readings left out of times. unseen: films that could not be shown to a reader. scripted: answers
    that no person gave. other_files: cases shown from different files.
    """

    readers: tuple[str, ...]
    unfinished: dict[str, int]
    cases: int
    interrupted: int
    unseen: int
    scripted: int
    other_files: tuple[str, ...]
    roc: Roc | None
    no_roc: str
    decisions: tuple[Decided, ...]
    agreement: tuple[Agreement, ...]
    times: tuple[Taken, ...]
    time_differences: tuple[TimeDifference, ...]


def analyse(readings: Readings) -> Findings:
    """Everything that can be said of these readings."""
    areas = roc(readings)
    return Findings(
        readers=readings.readers,
        unfinished=readings.unfinished,
        cases=len(readings.cases),
        interrupted=readings.interrupted,
        unseen=readings.unseen,
        scripted=readings.scripted,
        other_files=readings.other_files,
        roc=areas if isinstance(areas, Roc) else None,
        no_roc=areas if isinstance(areas, str) else "",
        decisions=decisions(readings),
        agreement=agreements(readings),
        times=times_taken(readings),
        time_differences=time_differences(readings),
    )


def plain(value: Any) -> Any:
    """Findings, or anything in them, as JSON takes it; what could not be computed is null, no limit is “infinite”."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {str(plain(key)): plain(one) for key, one in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(one) for one in value]
    if isinstance(value, float) and not math.isfinite(value):
        return "infinite" if math.isinf(value) else None
    return value
