"""Feedback as JSON: everything there is, history included; reading it gives back the very same."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from xraycolor_gui.core import feedback as values
from xraycolor_gui.core import feedback_history
from xraycolor_gui.core.errors import FeedbackError
from xraycolor_gui.core.feedback_history import Event

FORMAT = "xraycolor-feedback"
VERSION = 1


def encoded(events: Iterable[Event]) -> bytes:
    """The file's content: the records as they stand, for others to read, and the events that led there."""
    events = tuple(events)
    data = {
        "format": FORMAT,
        "version": VERSION,
        "records": [values.to_json(record) for record in feedback_history.current(events)],
        "history": [feedback_history.to_json(event) for event in events],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode("utf-8", "surrogatepass")


def is_ours(data: Any) -> bool:
    """Whether this JSON is an export of ours; COCO files and others are not."""
    return isinstance(data, dict) and data.get("format") == FORMAT


def events_in(data: dict[str, Any], path: Path) -> tuple[Event, ...]:
    """The events of an export. Raises FeedbackError with the file's name."""
    version = data.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise FeedbackError(f"{path.name}: written by a newer XrayColor.", "Update XrayColor.")
    history, records = data.get("history"), data.get("records")
    try:
        if isinstance(history, list):
            return tuple(feedback_history.from_json(event) for event in history)
        if isinstance(records, list):
            return tuple(feedback_history.given(values.from_json(record)) for record in records)
    except FeedbackError as error:
        raise FeedbackError(f"{path.name}: {error.what}", error.next_step, error.detail) from error
    raise FeedbackError(f"{path.name}: there are no records in it.", "Export the feedback again.")
