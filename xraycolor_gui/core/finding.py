"""What an audit found: one claim, whether it holds, and the number behind it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum


class Outcome(Enum):
    """Whether a claim holds; the value is the word that readers and files see."""

    HOLDS = "holds"
    FAILS = "does not hold"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True)
class Finding:
    """One audited claim.

    key: its name in JSON. claim: in a clinician's words, without full stop; it says what was asked, also where it does
        not hold. sentence: what was found, with full stop.
    value, limit: in `unit` (may be empty); None where nothing could be measured, or no limit is set.
    """

    key: str
    claim: str
    outcome: Outcome
    sentence: str
    value: float | None = None
    limit: float | None = None
    unit: str = ""

    @property
    def number(self) -> str:
        """The value with its unit, as shown beside the claim; empty where nothing was measured."""
        if self.value is None or not math.isfinite(self.value):
            return ""
        # Three figures where they tell; below one the third tells nothing.
        places = 3 if abs(self.value) >= 1 else 2
        digits = f"{self.value:.0f}" if self.value == int(self.value) and places == 3 else f"{self.value:.{places}g}"
        return f"{digits}\u202f%" if self.unit == "%" else f"{digits} {self.unit}".strip()

    def line(self) -> str:
        """The finding on one line of plain text."""
        number = f" ({self.number})" if self.number else ""
        return f"{self.claim}: {self.outcome.value}{number}. {self.sentence}"

    def as_dict(self) -> dict[str, object]:
        """For JSON, which knows no infinities: they become null; other numbers as measured."""
        return {
            "key": self.key,
            "claim": self.claim,
            "verdict": self.outcome.value,
            "value": finite(self.value),
            "limit": finite(self.limit),
            "unit": self.unit,
            "sentence": self.sentence,
        }


def finite(value: float | None) -> float | None:
    """The value where JSON can hold it."""
    return value if value is not None and math.isfinite(value) else None


def at_most(value: float, limit: float) -> Outcome:
    return Outcome.HOLDS if value <= limit else Outcome.FAILS


def at_least(value: float, limit: float) -> Outcome:
    return Outcome.HOLDS if value >= limit else Outcome.FAILS
