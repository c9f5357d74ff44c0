"""Numbers as a reader sees them: short, with their interval, and tables of them as Markdown."""

from __future__ import annotations

import math
from collections.abc import Sequence

from xraycolor_gui.training.benchmark import elsewhere, equal_grey, speed, true_films
from xraycolor_gui.training.benchmark.measured import GateResult, Measured, Sense

MARKS = {GateResult.PASS: "✓", GateResult.FAIL: "✗", GateResult.NOT_APPLICABLE: ""}
_SENSES = {Sense.AT_LEAST: "≥", Sense.AT_MOST: "≤", Sense.REPORTED: ""}
#: Gates of the short table, in its order; of the rest a card says how many limits were kept.
_SHORT = (
    equal_grey.GATE,
    true_films.TISSUE_GATE,
    true_films.ERROR_GATE,
    elsewhere.LUNG_GATE,
    speed.GATE,
)


def short(value: float) -> str:
    """A few digits; `–` for what could not be measured, `∞` where two pictures are the same."""
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞"
    size = abs(value)
    digits = 4 if 0 < size < 0.1 else 3 if size < 2 else 2 if size < 100 else 0
    return f"{value:,.{digits}f}"


def with_unit(row: Measured) -> str:
    return f"{short(row.value)} {row.unit}".strip()


def interval_of(row: Measured) -> str:
    """`0.97 … 0.99`, or nothing."""
    if not (math.isfinite(row.low) and math.isfinite(row.high)):
        return ""
    return f"{short(row.low)} … {short(row.high)}"


def limit_of(row: Measured) -> str:
    """`≥ 0.99`, or nothing."""
    if row.sense is Sense.REPORTED or math.isnan(row.limit):
        return ""
    return f"{_SENSES[row.sense]} {row.limit:.3g} {row.unit}".strip()


def side_by_side(rows: Sequence[Measured]) -> dict[tuple[str, str], dict[str, Measured]]:
    """(gate, name) → contender → row, in the order in which they were measured."""
    found: dict[tuple[str, str], dict[str, Measured]] = {}
    for row in rows:
        found.setdefault((row.gate, row.name), {})[row.contender] = row
    return found


def failed(rows: Sequence[Measured], contender: str) -> tuple[Measured, ...]:
    return tuple(row for row in rows if row.contender == contender and row.result is GateResult.FAIL)


def markdown(rows: Sequence[Measured], contenders: Sequence[str], gates: Sequence[str] = _SHORT) -> str:
    """One line per number of these gates, one column per contender."""
    lines = ["| | limit | " + " | ".join(contenders) + " |", "|---|---|" + "---|" * len(contenders)]
    for (gate, name), found in side_by_side(rows).items():
        if gate not in gates:
            continue
        shown = [found.get(contender) for contender in contenders]
        if not any(shown):
            continue
        limit = next((limit_of(row) for row in found.values() if limit_of(row)), "")
        cells = [f"{with_unit(row)} {MARKS[row.result]}".strip() if row else "–" for row in shown]
        lines.append(f"| {gate}, {name} | {limit} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"
