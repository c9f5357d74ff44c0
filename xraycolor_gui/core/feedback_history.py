"""How feedback came to be what it is: events that are only ever added, and what they amount to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from xraycolor_gui.core import feedback as values
from xraycolor_gui.core.errors import FeedbackError
from xraycolor_gui.core.feedback import Feedback, FilmId

_STEP = timedelta(microseconds=1)
_AGAIN = "Export the feedback again."


@dataclass(frozen=True, slots=True)
class Event:
    """One step of a record's history: its whole new state, or that it was taken back.

    id: 32 hexadecimal digits. time: ISO 8601 in UTC; later than every earlier event of the record. reader: who did it.
    record: id of the feedback. feedback: None where it was taken back; `film` still says where it stood.
    """

    id: str
    time: str
    reader: str
    record: str
    film: FilmId
    feedback: Feedback | None


def given(feedback: Feedback, after: str = "") -> Event:
    """The feedback was given, changed, or brought back. after: time of the record's last event so far."""
    return Event(values.new_id(), _later(after), feedback.reader, feedback.id, feedback.film, feedback)


def taken_back(feedback: Feedback, after: str = "") -> Event:
    """The feedback was taken back by its reader."""
    return Event(values.new_id(), _later(after), feedback.reader, feedback.id, feedback.film, None)


def current(events: Iterable[Event]) -> tuple[Feedback, ...]:
    """What stands after all events, in the order in which the records first appeared.

    Events may come in any order (two stores may be merged): of a record's events the latest counts.
    """
    return tuple(event.feedback for event in latest(events).values() if event.feedback is not None)


def latest(events: Iterable[Event]) -> dict[str, Event]:
    """The latest event of each record, in the order in which the records first appeared."""
    last: dict[str, Event] = {}
    for event in events:
        known = last.get(event.record)
        if known is None or _key(event) >= _key(known):
            last[event.record] = event
    return last


def to_json(event: Event) -> dict[str, Any]:
    """Everything in an event, for JSON; `from_json` gives back an equal one."""
    feedback = event.feedback
    return {
        "event": event.id,
        "time": event.time,
        "reader": event.reader,
        "record": event.record,
        "film": values.film_to_json(event.film),
        "feedback": None if feedback is None else values.to_json(feedback),
    }


def from_json(data: Any) -> Event:
    """The event that `to_json` described. Raises FeedbackError, which says what is wrong with it."""
    try:
        event, time, reader, record = (str(data[key]) for key in ("event", "time", "reader", "record"))
        event, record = UUID(hex=event).hex, UUID(hex=record).hex
        datetime.fromisoformat(time)
    except (KeyError, TypeError, ValueError) as error:
        raise FeedbackError("An event of the history has no sound id or time.", _AGAIN, str(error)) from error
    feedback = data.get("feedback")
    made = None if feedback is None else values.from_json(feedback)
    if made is not None and made.id != record:
        raise FeedbackError("An event of the history belongs to another record.", _AGAIN)
    return Event(event, time, reader, record, values.film_from_json(data.get("film")), made)


def _key(event: Event) -> tuple[datetime, str]:
    return datetime.fromisoformat(event.time), event.id


def _later(after: str) -> str:
    """Now, or just after `after` where the clock was set back since."""
    now = values.now()
    if not after:
        return now
    least = datetime.fromisoformat(after) + _STEP
    return max(datetime.fromisoformat(now), least).isoformat(timespec="microseconds")
