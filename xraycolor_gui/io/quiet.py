"""Keeping the libraries' own warnings off the console; what matters of them is said in a radiograph's notes."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

#: `warnings.catch_warnings` changes state of the whole process, so only one thread may do so at a time.
_ONE_AT_A_TIME = RLock()


def hush(*loggers: str) -> None:
    """Silence libraries' loggers: their lines may quote a file's values, and so a patient's."""
    for name in loggers:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


@contextmanager
def silenced_warnings() -> Iterator[None]:
    """No Python warning leaves this block, from whatever thread."""
    with _ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
