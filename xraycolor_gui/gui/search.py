"""Reading folders: headers are read in a worker, films handed over in small batches."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer

from xraycolor_gui.core.study import Instance
from xraycolor_gui.gui.films import Film, Search, Skipped
from xraycolor_gui.gui.steps import Steps
from xraycolor_gui.gui.tasks import Report

#: Seconds between two batches: often enough to look alive, seldom enough to leave the window to the reader.
PACE = 0.25
#: From about so many films on, taking up a batch costs the window time that grows with the list: batches come rarer.
MANY = 2000
#: Films of one batch: what the window takes up between two frames.
AT_MOST = 250
#: What the window has for itself between two batches, in milliseconds.
PEACE_MS = 60
#: How often a search that waits for the window looks whether it is still wanted, in seconds.
_STILL_WANTED = 0.05


@dataclass(frozen=True, slots=True)
class Batch:
    """What was found since the last batch, and how far the search is."""

    films: tuple[Film, ...]
    search: Search


class OneByOne:
    """Batches on their way to the window: each when the one before was taken up, and the window had some peace.

    Else they would heap up where the window is slower than the search, and be taken up in one piece.
    """

    def __init__(self, take: Callable[[Batch], None]) -> None:
        """take: takes up a batch, in the window's thread."""
        self._take = take
        self._free = threading.Event()
        self._free.set()

    def search(self, paths: tuple[Path, ...], name: str, steps: Steps, report: Report) -> Batch:
        """Look through files and folders, in a worker's thread; the last batch is returned when it is its turn."""

        def hand_over(batch: Batch) -> None:
            self._wait(report)
            self._free.clear()
            report.partial(batch)

        last = search(paths, name, steps, hand_over)
        self._wait(report)
        return last

    def _wait(self, report: Report) -> None:
        while not self._free.wait(_STILL_WANTED):
            report.check()

    def take(self, batch: Batch) -> None:
        """In the window's thread."""
        self._take(batch)
        QTimer.singleShot(PEACE_MS if batch.films else 0, self._free.set)


def search(paths: tuple[Path, ...], name: str, steps: Steps, hand_over: Callable[[Batch], None]) -> Batch:
    """Look through files and folders. `hand_over` is called now and then; the last batch is returned."""
    hand_over(Batch((), Search(name)))
    films: list[Film] = []
    skipped: list[Skipped] = []
    studies: set[object] = set()
    read = count = 0
    searched = steps.search(paths)

    def far(running: bool = True) -> Batch:
        total = searched.found if running else read
        told = Search(name, read, total, count, len(studies), tuple(skipped), searched.namesakes, running)
        return Batch(tuple(films), told)

    last = time.monotonic()
    with closing(iter(searched)) as found:  # type: ignore[type-var]
        for one in found:
            read += 1
            if isinstance(one, Instance):
                film = Film(one.source.path, one.labels, one.source, place=one.place)
                films.append(film)
                studies.add((film.group, film.study))
                count += 1
            else:
                skipped.append(Skipped(one.path, one.error, one.instance))
            due = time.monotonic() - last >= PACE * (1 + count / MANY)
            if due or count == 1 or len(films) >= AT_MOST:
                # What stands by now stays. To pass over all of it again and again would stop the window.
                gc.freeze()
                hand_over(far())
                films.clear()
                last = time.monotonic()
    return far(running=False)
