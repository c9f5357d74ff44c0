"""Reading folders: files are looked at one by one in a worker, films handed over in small batches."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from xraycolor_gui.gui.films import Film, Search, Skipped
from xraycolor_gui.gui.notice import as_told
from xraycolor_gui.gui.steps import Steps

#: Seconds between two batches: often enough to look alive, seldom enough to leave the window to the reader.
PACE = 0.25
#: From about so many films on, taking up a batch costs the window time that grows with the list: batches come rarer.
MANY = 2000
#: Files found between two questions whether the search is still wanted.
ASK_EVERY = 256


@dataclass(frozen=True, slots=True)
class Batch:
    """What was found since the last batch, and how far the search is."""

    films: tuple[Film, ...]
    search: Search


def search(paths: tuple[Path, ...], name: str, steps: Steps, hand_over: Callable[[Batch], None]) -> Batch:
    """Look through files and folders. `hand_over` is called now and then; the last batch is returned."""
    hand_over(Batch((), Search(name)))
    found: list[Path] = []
    for path in steps.find(paths):
        found.append(path)
        if len(found) % ASK_EVERY == 0:
            # Where the search ends if it is no longer wanted.
            hand_over(Batch((), Search(name)))
    films: list[Film] = []
    skipped: list[Skipped] = []
    count, last = 0, time.monotonic()
    for read, path in enumerate(found, start=1):
        try:
            labels, source = steps.labels(path)
        except Exception as error:  # one odd file must not cost the others
            skipped.append(Skipped(path, as_told(error, path)))
        else:
            films.append(Film(path, labels, source))
            count += 1
        if time.monotonic() - last >= PACE * (1 + count / MANY) or count == 1:
            hand_over(Batch(tuple(films), Search(name, read, len(found), count, tuple(skipped))))
            films.clear()
            last = time.monotonic()
    return Batch(tuple(films), Search(name, len(found), len(found), count, tuple(skipped), running=False))
