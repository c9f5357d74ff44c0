"""Plans for tests, as values and as a form."""

from __future__ import annotations

from typing import Any

from xraycolor_gui.core.reader_study.plan import Plan
from xraycolor_gui.core.reader_study.plan_form import read_plan

CONDITIONS = ("grey", "colour", "both")


def form(films: int = 12, readers: int = 3, conditions: int = 2, **more: Any) -> dict[str, Any]:
    """A plan that can be read; half of its films are positive."""
    shown = ("grey", "both") if conditions == 2 else CONDITIONS[:conditions]
    return {
        "name": "nodules",
        "title": "Nodules, June",
        "readers": [f"R{number}" for number in range(1, readers + 1)],
        "conditions": list(shown),
        "rating": "sure",
        "question": [
            {"key": "nodule", "kind": "yes-no", "words": "Is there a nodule?", "cannot_tell": True},
            {"key": "sure", "kind": "rating", "words": "How sure are you?", "certainty_of": "nodule"},
            {
                "key": "quality",
                "kind": "choice",
                "words": "How good is it?",
                "options": ["poor", "fair", "good"],
                "ordered": True,
            },
            {"key": "where", "kind": "place", "words": "Where?", "optional": True},
        ],
        "film": [
            {"case": f"case-{number:03}", "file": f"films/{number}.png", "truth": number % 2 == 0}
            for number in range(films)
        ],
        "rehearsal": {
            "auc": {condition: 0.75 if condition == "grey" else 0.85 for condition in shown},
            "seconds": {condition: 20.0 if condition == "grey" else 16.0 for condition in shown},
        },
        **more,
    }


def plan(films: int = 12, readers: int = 3, conditions: int = 2, **more: Any) -> Plan:
    return read_plan(form(films, readers, conditions, **more))
