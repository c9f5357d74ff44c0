"""Where feedback goes that the store would not take: a file of its own, which `xraycolor feedback import` reads."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import platformdirs

from xraycolor_gui.core.errors import ExportError, FeedbackError
from xraycolor_gui.core.feedback_history import Event
from xraycolor_gui.io.feedback.json_file import encoded
from xraycolor_gui.io.writing import writing


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
    return f"feedback-recovery-{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}.json"


def write_recovery(store: Path, events: Sequence[Event], name: str, former: Path | None = None) -> Path | None:
    """Write the events beside the store, or in the next folder that takes them; returns where, None if none does.

    former: an earlier recovery file with fewer of the events, to be replaced.
    """
    folders = [store.parent, Path(platformdirs.user_data_dir("xraycolor", appauthor=False))]
    folders += [Path.home(), Path(tempfile.gettempdir())]
    places = [former] if former is not None else []
    for path in (*places, *(folder / name for folder in folders)):
        try:
            with writing(path, overwrite=True) as file:
                file.write(encoded(events))
        except ExportError:
            continue
        return path
    return None
