"""Reading folders: headers are read in a worker, films handed over in small batches."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from xraycolor_gui.core.study import Instance
from xraycolor_gui.gui.films import Film, Search, Skipped
from xraycolor_gui.gui.steps import Steps

#: Seconds between two batches: often enough to look alive, seldom enough to leave the window to the reader.
PACE = 0.25
#: From about so many films on, taking up a batch costs the window time that grows with the list: batches come rarer.
MANY = 2000
#: Films of one batch: what the window takes up between two frames.
AT_MOST = 250


@dataclass(frozen=True, slots=True)
class Batch:
    """What was found since the last batch, and how far the search is."""

    films: tuple[Film, ...]
    search: Search


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
