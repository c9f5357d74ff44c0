"""The second copy of a store: every event as a line of JSON, written and synchronised before the store commits.

When the store's database is damaged or part of it is lost, everything acknowledged is still here.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from xraycolor_gui.core import feedback_history
from xraycolor_gui.core.errors import FeedbackError
from xraycolor_gui.core.feedback_history import Event

SUFFIX = ".journal.jsonl"
_TAIL_BYTES = 1 << 20


def journal_of(store: Path) -> Path:
    """Where the journal of a store lies: beside it."""
    return store.with_name(store.name + SUFFIX)


def line_of(event: Event) -> str:
    """An event on one line; the same event always gives the same line."""
    return json.dumps(feedback_history.to_json(event), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@contextmanager
def appended(path: Path, lines: Iterable[str]) -> Iterator[None]:
    """Add lines; the block begins when they are on the disk. If it fails, they are cut off again. Raises OSError.

    The caller holds the store's write lock, so nobody else writes meanwhile, and commits in the block.
    """
    text = "".join(f"{line}\n" for line in lines).encode()
    with path.open("ab", buffering=0) as file:
        before = file.tell()
        try:
            if before and not _ends_well(path):
                text = b"\n" + text  # a process was killed in the middle of a line
            while text:
                text = text[file.write(text) :]
            os.fsync(file.fileno())
            if not before:
                _settle(path.parent)
            yield
        except BaseException:
            file.truncate(before)
            raise


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
        event = _event(line)
        if event is not None:
            return event.id
    return next((event.id for event in reversed(list(events(path)))), None) if size > _TAIL_BYTES else None


def events(path: Path) -> Iterator[Event]:
    """All whole events, oldest first; lines cut short by a kill are passed over."""
    try:
        with path.open("rb") as file:
            for line in file:
                event = _event(line)
                if event is not None:
                    yield event
    except FileNotFoundError:
        return


def _event(line: bytes) -> Event | None:
    try:
        return feedback_history.from_json(json.loads(line)) if line.strip() else None
    except (ValueError, RecursionError, FeedbackError):
        return None


def _ends_well(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def _settle(folder: Path) -> None:
    """Make the new file's name survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
