"""How work that takes long tells of its progress: a line at a time."""

from __future__ import annotations

import sys
from collections.abc import Callable

Tell = Callable[[str], None]


def to_stderr(line: str) -> None:
    """The way of the command line, whose results alone go to stdout."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
