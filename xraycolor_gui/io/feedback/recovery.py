"""Where feedback goes that the store would not take: a file of its own, which `xraycolor feedback import` reads."""

from __future__ import annotations

import json
import secrets
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from xraycolor_gui.core.errors import ExportError, FeedbackError
from xraycolor_gui.core.feedback_history import Event
from xraycolor_gui.io.feedback.json_file import encoded, events_in, is_ours
from xraycolor_gui.io.user_folder import user_folder
from xraycolor_gui.io.writing import writing

_NAME = "feedback-recovery-"


class NotKept(FeedbackError):
    """The store did not take the feedback. recovery: the file that holds it now, None where no disk took it."""

    def __init__(self, cause: FeedbackError, recovery: Path | None) -> None:
        kept = f"What you said is in {recovery}; `xraycolor feedback import` takes it in later."
        super().__init__(
            cause.what,
            f"{cause.next_step} {kept if recovery else 'No folder took a recovery file either.'}".strip(),
            cause.detail,
        )
        self.recovery = recovery


def recovery_name() -> str:
    """A file name that nobody else has; it tells the time and nothing of the patient."""
    return f"{_NAME}{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}.json"


def write_recovery(store: Path, events: Sequence[Event], name: str, former: Path | None = None) -> Path | None:
    """Write the events beside the store, or in the next folder that takes them; returns where, None if none does.

    former: an earlier recovery file with fewer of the events, to be replaced.
    """
    places = [former] if former is not None else []
    for path in (*places, *(folder / name for folder in _folders(store))):
        try:
            with writing(path, overwrite=True) as file:
                file.write(encoded(events))
        except ExportError:
            continue
        return path
    return None


def recovery_files(store: Path) -> tuple[Path, ...]:
    """Those that wait for this store: beside it, and for the reader's own store in every folder they may be in."""
    own = store == user_folder() / store.name
    found: list[Path] = []
    for folder in _folders(store) if own else [store.parent]:
        with suppress(OSError):
            found += sorted(path for path in folder.glob(f"{_NAME}*.json") if path.is_file())
    return tuple(dict.fromkeys(found))


def events_of(path: Path) -> tuple[Event, ...]:
    """The events in a recovery file. Raises FeedbackError."""
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise FeedbackError(f"{path.name} cannot be read.", "Look whether it is whole.", str(error)) from error
    if not is_ours(data):
        raise FeedbackError(f"{path.name} holds no feedback.", "Look whether it is the right file.")
    return events_in(data, path)


def _folders(store: Path) -> list[Path]:
    return [store.parent, user_folder(), Path.home(), Path(tempfile.gettempdir())]
