"""Events as lines of the feedback store and its journal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from xraycolor_gui.core import feedback_history
from xraycolor_gui.core.errors import FeedbackError
from xraycolor_gui.core.feedback_history import Event
from xraycolor_gui.io.journal import steps


def line_of(event: Event) -> str:
    """An event on one line; the same event always gives the same line."""
    return json.dumps(feedback_history.to_json(event), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def event_of(line: bytes | str) -> Event | None:
    """The event on a line of a journal; None where it is not whole."""
    try:
        return feedback_history.from_json(json.loads(line)) if line.strip() else None
    except (ValueError, RecursionError, FeedbackError):
        return None


def events(path: Path) -> Iterator[Event]:
    """All whole events, oldest first; lines cut short by a kill are passed over."""
    return steps(path, event_of)
