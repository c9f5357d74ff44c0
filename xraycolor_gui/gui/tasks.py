"""Work away from the UI thread: a newer request wins, stale results are dropped, nobody is ever killed."""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from xraycolor_gui.core.errors import XrayColorError
from xraycolor_gui.io.wanted import while_wanted

log = logging.getLogger(__name__)

T = TypeVar("T")


class Cancelled(BaseException):
    """Raised inside the work by `Report` once nobody waits for its result any more.

    No `Exception`: work that takes everything on its way for a fault of the file must let this through.
    """


class _Kind(Enum):
    PROGRESS = auto()
    PARTIAL = auto()
    DONE = auto()
    FAILED = auto()


@dataclass(frozen=True, eq=False, slots=True)
class _Ticket:
    """One request: its name, and whom to tell in the UI thread. Only the newest of a name is answered."""

    name: str
    cancelled: threading.Event
    done: Callable[[Any], None]
    failed: Callable[[Exception], None] | None
    progress: Callable[[float], None] | None
    partial: Callable[[Any], None] | None


@dataclass(frozen=True, eq=False, slots=True)
class _Message:
    ticket: _Ticket
    kind: _Kind
    value: Any


class Report:
    """Handed to the work. Call it with a fraction 0 … 1; it raises `Cancelled` when the work is to end."""

    def __init__(self, ticket: _Ticket, send: Callable[[_Message], None]) -> None:
        self._ticket = ticket
        self._send = send

    def __call__(self, fraction: float) -> None:
        self.check()
        self._send(_Message(self._ticket, _Kind.PROGRESS, min(max(float(fraction), 0.0), 1.0)))

    def partial(self, value: object) -> None:
        """Hand over a part of the result before the end."""
        self.check()
        self._send(_Message(self._ticket, _Kind.PARTIAL, value))

    def check(self) -> None:
        """Raise `Cancelled` if a newer request of the same name came, or the program closes."""
        if self._ticket.cancelled.is_set():
            raise Cancelled


class TaskRunner(QObject):
    """Runs named work in a few threads and answers in the thread this object lives in (the UI thread)."""

    _sent = Signal(object)

    def __init__(self, threads: int = 2, parent: QObject | None = None, beside: TaskRunner | None = None) -> None:
        """beside: another runner whose threads are used too; names are apart, so that neither replaces the other's."""
        super().__init__(parent)
        self._guests: list[TaskRunner] = []
        self._is_guest = beside is not None
        self._pool: ThreadPoolExecutor
        if beside is not None:
            self._pool = beside._pool
            beside._guests.append(self)
        else:
            self._pool = ThreadPoolExecutor(threads, thread_name_prefix="xraycolor")
        self._newest: dict[str, _Ticket] = {}
        self._closed = False
        # Queued always: a worker that ends before start() returns must still answer after it.
        self._sent.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        name: str,
        work: Callable[[Report], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[Exception], None] | None = None,
        progress: Callable[[float], None] | None = None,
        partial: Callable[[Any], None] | None = None,
    ) -> None:
        """Run `work(report)`; the callbacks are called in the UI thread. Replaces older work of the same name."""
        if self._closed:
            return
        self.cancel(name)
        ticket = _Ticket(name, threading.Event(), done, failed, progress, partial)
        self._newest[name] = ticket
        self._pool.submit(self._run, ticket, work)

    def cancel(self, name: str) -> None:
        """Drop the work of this name: it ends at its next report, and its result never arrives."""
        ticket = self._newest.pop(name, None)
        if ticket is not None:
            ticket.cancelled.set()

    def is_running(self, name: str) -> bool:
        """Whether work of this name is waiting or running and still wanted."""
        return name in self._newest

    def close(self) -> None:
        """Cancel everything, and wait until the runner's own threads are still. Nothing is delivered afterwards."""
        self._closed = True
        for name in tuple(self._newest):
            self.cancel(name)
        for guest in self._guests:
            guest.close()
        if not self._is_guest:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _run(self, ticket: _Ticket, work: Callable[[Report], Any]) -> None:
        """In a worker thread."""
        report = Report(ticket, self._sent.emit)
        try:
            report.check()
            with while_wanted(report.check):
                result = work(report)
        except Cancelled:
            return
        except Exception as error:
            self._sent.emit(_Message(ticket, _Kind.FAILED, error))
        else:
            self._sent.emit(_Message(ticket, _Kind.DONE, result))

    @Slot(object)
    def _deliver(self, message: _Message) -> None:
        ticket = message.ticket
        if self._newest.get(ticket.name) is not ticket:
            return
        if message.kind is _Kind.PROGRESS:
            if ticket.progress is not None:
                ticket.progress(message.value)
        elif message.kind is _Kind.PARTIAL:
            if ticket.partial is not None:
                ticket.partial(message.value)
        else:
            del self._newest[ticket.name]
            if message.kind is _Kind.DONE:
                ticket.done(message.value)
            else:
                self._tell_failure(ticket, message.value)

    def _tell_failure(self, ticket: _Ticket, error: Exception) -> None:
        if not isinstance(error, XrayColorError):
            # Never with the error's own words: they may quote the file, and so the patient.
            place = traceback.extract_tb(error.__traceback__)[-1]
            where = Path(place.filename).name, place.lineno
            log.error("bug in %s: %s in %s, line %s", ticket.name, type(error).__name__, *where)
        if ticket.failed is not None:
            ticket.failed(error)
