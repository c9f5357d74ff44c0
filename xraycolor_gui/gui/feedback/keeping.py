"""The way of feedback to the disk: in order, in a thread of its own, and never given up."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from xraycolor_gui.core.errors import XrayColorError
from xraycolor_gui.core.feedback_history import Event
from xraycolor_gui.gui.notice import as_told

if TYPE_CHECKING:
    from xraycolor_gui.core.radiograph import Source
    from xraycolor_gui.gui.feedback.files import FeedbackFiles

log = logging.getLogger(__name__)

T = TypeVar("T")
#: What was not saved is tried again after this, and with every change.
AGAIN_MS = 10_000


class Keeping(QObject):
    """changed: something was saved, waits to be, or could not be. acknowledged: ids of records that are on the disk."""

    changed = Signal()
    acknowledged = Signal(tuple)
    _answered = Signal(object, object)

    def __init__(self, files: FeedbackFiles, parent: QObject) -> None:
        super().__init__(parent)
        self._files = files
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="feedback")
        self._waiting: list[Event] = []
        self._source: Source | None = None
        self._questions: list[tuple[Callable[[], Any], Callable[[Any, Exception | None], None]]] = []
        self._running = False
        self._closed = False
        self._failure: XrayColorError | None = None
        self._saved_at: datetime | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._go)
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    @property
    def all_saved(self) -> bool:
        return not self._waiting

    @property
    def saved_at(self) -> datetime | None:
        """When something was saved last; None if nothing was yet."""
        return self._saved_at

    @property
    def failure(self) -> XrayColorError | None:
        """Why the last attempt failed, and where the feedback is meanwhile; None if it did not."""
        return self._failure

    def keep(self, events: Sequence[Event], source: Source | None = None) -> None:
        """Save these after all that came before."""
        self._waiting += events
        self._source = source or self._source
        self._go()
        self.changed.emit()

    def ask(
        self, work: Callable[[], T], done: Callable[[T], object], failed: Callable[[XrayColorError], object]
    ) -> None:
        """Do something else with the files, after all that waits; answered in this thread."""

        def answer(result: Any, error: Exception | None) -> None:
            if error is None:
                done(result)
            else:
                failed(as_told(error, None))

        self._questions.append((work, answer))
        self._answer_questions()

    def _answer_questions(self) -> None:
        """Once everything is saved, or cannot be."""
        if not self._running:
            questions, self._questions = self._questions, []
            for work, answer in questions:
                self._do(work, answer)

    def again(self) -> None:
        """Try what could not be saved once more, now."""
        self._go()

    def drop(self, reader: str) -> None:
        """Do not save what this reader said and is not saved yet: it is to be deleted for good."""
        self._waiting = [event for event in self._waiting if event.reader != reader]
        if not self._waiting:
            self._failure = None
        self.changed.emit()

    def close(self) -> None:
        """Save everything before going on. Nothing is answered afterwards."""
        self._again.stop()
        if self._closed:
            return
        waiting, source = tuple(self._waiting), self._source
        if waiting:
            self._thread.submit(_last_try, self._files, waiting, source)
        self._thread.submit(self._files.close)
        self._closed = True
        self._thread.shutdown(wait=True)

    @Slot()
    def _go(self) -> None:
        """All that waits goes in one step, which is whole or not there at all."""
        if self._running or self._closed or not self._waiting:
            return
        self._running = True
        batch, source = tuple(self._waiting), self._source

        def answer(_result: object, error: Exception | None) -> None:
            self._running = False
            if error is None:
                self._was_kept(batch)
            else:
                self._failure = as_told(error, None)
                self._again.start()
            self._answer_questions()
            self.changed.emit()

        self._do(lambda: self._files.keep(batch, source), answer)

    def _was_kept(self, batch: tuple[Event, ...]) -> None:
        del self._waiting[: len(batch)]
        self._failure, self._saved_at = None, datetime.now()
        self.acknowledged.emit(tuple(event.record for event in batch))
        self._go()

    def _do(self, work: Callable[[], Any], answer: Callable[[Any, Exception | None], None]) -> None:
        def run() -> None:
            try:
                result = work()
            except Exception as error:
                self._answered.emit(answer, (None, error))
            else:
                self._answered.emit(answer, (result, None))

        if not self._closed:
            self._thread.submit(run)

    @Slot(object, object)
    def _answer(self, answer: Callable[[Any, Exception | None], None], with_: tuple[Any, Exception | None]) -> None:
        if not self._closed:
            answer(*with_)


def _last_try(files: FeedbackFiles, events: Sequence[Event], source: Source | None) -> None:
    try:
        files.keep(events, source)
    except XrayColorError as error:  # it is in the recovery file
        log.error("feedback was not saved: %s", type(error).__name__)
