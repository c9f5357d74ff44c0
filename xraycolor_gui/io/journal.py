"""The second copy of a store: a line of JSON for each step, on the disk before the store commits."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

SUFFIX = ".journal.jsonl"


def journal_of(store: Path) -> Path:
    """Where the journal of a store lies: beside it."""
    return store.with_name(store.name + SUFFIX)


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
