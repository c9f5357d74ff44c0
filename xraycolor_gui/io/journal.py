"""The second copy of a store: a line of JSON for each step, on the disk before the store commits.

When the store's database is damaged or part of it is lost, everything acknowledged is still here.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from xraycolor_gui.io.writing import settle

T = TypeVar("T")
SUFFIX = ".journal.jsonl"
_TAIL_BYTES = 1 << 16


def journal_of(store: Path) -> Path:
    """Where the journal of a store lies: beside it."""
    return store.with_name(store.name + SUFFIX)


def steps(path: Path, read: Callable[[bytes], T | None]) -> Iterator[T]:
    """What `read` makes of every line, oldest first; where it gives None, a kill had cut the line short."""
    try:
        with path.open("rb") as file:
            yield from (step for line in file if (step := read(line)) is not None)
    except FileNotFoundError:
        return


def last_step(path: Path, read: Callable[[bytes], T | None]) -> T | None:
    """What `read` makes of the last whole line; None where there is none. Reads no more of the file than it needs."""
    tail = _TAIL_BYTES
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            while True:
                start = max(size - tail, 0)
                file.seek(start)
                lines = file.read(size - start).split(b"\n")
                for line in reversed(lines[1:] if start else lines):
                    step = read(line)
                    if step is not None:
                        return step
                if not start:
                    return None
                tail *= 16
    except FileNotFoundError:
        return None


@contextmanager
def appended(path: Path, lines: Iterable[str]) -> Iterator[None]:
    """Add lines; the block begins when they are on the disk. If it fails, they are cut off again. Raises OSError.

    The caller holds the store's write lock, so nobody else writes meanwhile, and commits in the block.
    """
    text = _text(lines)
    with path.open("ab", buffering=0) as file:
        before = file.tell()
        try:
            if before and not _ends_well(path):
                text = b"\n" + text  # a process was killed in the middle of a line
            while text:
                text = text[file.write(text) :]
            os.fsync(file.fileno())
            if not before:
                settle(path.parent)
            yield
        except BaseException:
            file.truncate(before)
            raise


def replace(path: Path, lines: Iterable[str]) -> None:
    """Put a journal of these lines in the place of the old one, whole or not at all. Raises OSError."""
    beside = path.with_name(f".{path.name}.new")
    with beside.open("wb") as file:
        file.write(_text(lines))
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    settle(path.parent)


def _text(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def _ends_well(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"
