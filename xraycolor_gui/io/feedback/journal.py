"""The second copy of a store: every event as a line of JSON, written and synchronised before the store commits.

When the store's database is damaged or part of it is lost, everything acknowledged is still here.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from xraycolor_gui.core import feedback_history
from xraycolor_gui.core.errors import FeedbackError
from xraycolor_gui.core.feedback_history import Event

_TAIL_BYTES = 1 << 20


def line_of(event: Event) -> str:
    """An event on one line; the same event always gives the same line."""
    return json.dumps(feedback_history.to_json(event), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def last_event_id(path: Path) -> str | None:
    """Id of the last whole event, or None where there is none."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(size - _TAIL_BYTES, 0))
            lines = file.read().split(b"\n")
    except FileNotFoundError:
        return None
    for line in reversed(lines):
        event = event_of(line)
        if event is not None:
            return event.id
    return next((event.id for event in reversed(list(events(path)))), None) if size > _TAIL_BYTES else None


def events(path: Path) -> Iterator[Event]:
    """All whole events, oldest first; lines cut short by a kill are passed over."""
    try:
        with path.open("rb") as file:
            for line in file:
                event = event_of(line)
                if event is not None:
                    yield event
    except FileNotFoundError:
        return


def event_of(line: bytes | str) -> Event | None:
    """The event on a line of a journal; None where it is not whole."""
    try:
        return feedback_history.from_json(json.loads(line)) if line.strip() else None
    except (ValueError, RecursionError, FeedbackError):
        return None
