"""One measured number: its interval, what it is held to, and what came of that."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any


class Sense(Enum):
    """How a value is held against its limit."""

    AT_LEAST = "at least"
    AT_MOST = "at most"
    REPORTED = "reported"


class GateResult(Enum):
    """What came of a number that is held to a limit."""

    PASS = "pass"
    FAIL = "fail"
    #: Nothing to hold it to, or nothing that this contender could be asked.
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True)
class Measured:
    """A number of one contender at one gate.

    name: which tissue, films and cut. low, high: 95 % bootstrap interval by patient, NaN where there is none. limit:
    NaN for a number that is only reported. count: how many of what `counted` names went in. unit: "" for a fraction
    or an AUC, "ΔE", "%", "ms" … note: one sentence a reader needs beside the number, or empty.
    """

    gate: str
    name: str
    contender: str
    value: float
    low: float = math.nan
    high: float = math.nan
    limit: float = math.nan
    sense: Sense = Sense.REPORTED
    count: int = 0
    counted: str = "films"
    unit: str = ""
    note: str = ""

    @property
    def result(self) -> GateResult:
        """By the value itself; the interval tells how sure that is."""
        if self.sense is Sense.REPORTED or math.isnan(self.value) or math.isnan(self.limit):
            return GateResult.NOT_APPLICABLE
        kept = self.value >= self.limit if self.sense is Sense.AT_LEAST else self.value <= self.limit
        return GateResult.PASS if kept else GateResult.FAIL

    def plain(self) -> dict[str, Any]:
        """As JSON holds it: what is not a number becomes null."""
        values = asdict(self) | {"sense": self.sense.value, "verdict": self.result.value}
        return {k: None if isinstance(v, float) and not math.isfinite(v) else v for k, v in values.items()}


@dataclass(frozen=True, slots=True)
class NotRun:
    """A gate that could not be run, and why, as a sentence."""

    gate: str
    why: str
