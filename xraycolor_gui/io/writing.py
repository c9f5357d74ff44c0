"""Whole or not at all: every output is written beside its place and moved in, and never over a source."""

from __future__ import annotations

import errno
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from xraycolor_gui.core.errors import ExportError

_MARK = re.compile(rb"xraycolor-export ([0-9a-f]{16})")
_HEAD_BYTES = 1 << 18

_CAUSES: dict[int, tuple[str, str]] = {
    errno.ENOSPC: ("the disk is full", "Free some space or choose another folder."),
    errno.EDQUOT: ("your quota on this disk is used up", "Free some space or choose another folder."),
    errno.EACCES: ("the folder may not be written to", "Choose a folder you may write to."),
    errno.EPERM: ("the folder may not be written to", "Choose a folder you may write to."),
    errno.EROFS: ("the disk is read-only", "Choose a folder on another disk."),
    errno.ENOENT: ("the folder does not exist", "Make the folder first, or choose another."),
    errno.ENOTDIR: ("part of this path is a file, not a folder", "Choose another folder."),
    errno.EISDIR: ("a folder of that name is in the way", "Choose another name."),
    errno.EFBIG: ("it is larger than this disk or your quota allows", "Choose a folder on another disk."),
    errno.ENAMETOOLONG: ("the file name is too long", "Choose a shorter name."),
}


def export_mark(key: str) -> str:
    """Text to embed near the head of an output, so that a later run knows it as made from the source behind `key`.

    key: 16 hexadecimal digits that tell nothing of the patient.
    """
    return f"xraycolor-export {key}"


def exported_key(path: Path) -> str | None:
    """The key that `export_mark` left in an existing file; None if the file is not an export of ours."""
    try:
        if not path.is_file():  # opening a pipe would wait for its other end
            return None
        with path.open("rb") as file:
            found = _MARK.search(file.read(_HEAD_BYTES))
    except OSError:
        return None
    return found[1].decode("ascii") if found else None


@contextmanager
def writing(path: Path, sources: Iterable[Path] = (), *, overwrite: bool = False) -> Iterator[BinaryIO]:
    """Open a binary file that becomes `path` when the block ends well, and leaves no trace when it does not.

    What stands at `path` already is replaced only if it is an earlier export of ours (`exported_key`), or empty, or
    `overwrite` is True; so a batch can be run again, and somebody else's file is safe from a name we made up. Pass
    `overwrite=True` where a person named this very file. One of `sources` is never replaced, whatever its name: links,
    hard links and other spellings of the same file are recognised.

    The block should do nothing but write: every OSError in it counts as a failure to write `path`.

    Raises ExportError: a source or a stranger's file is in the way, or the system refuses (full disk, no permission …).
    """
    _check_place(path, sources, overwrite=overwrite)
    beside = path.parent / f".xraycolor-{secrets.token_hex(8)}.part"
    try:
        try:
            with beside.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        finally:
            with suppress(OSError):
                beside.unlink()
        with suppress(OSError):  # not every system lets a folder be synchronised
            settle(path.parent)
    except OSError as error:
        raise cannot_write(path, error) from error


def settle(folder: Path) -> None:
    """Make the names of new files in it survive a power cut. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def cannot_write(path: Path, error: OSError) -> ExportError:
    """The system's refusal in plain words, with what to do about it."""
    cause, remedy = _CAUSES.get(error.errno or 0, ("the system refused", "Try another folder."))
    return ExportError(f"{path} cannot be written: {cause}.", remedy, detail=str(error))


def _check_place(path: Path, sources: Iterable[Path], *, overwrite: bool) -> None:
    try:
        if not (path.exists() or path.is_symlink()):
            return
        if any(_same_file(path, source) for source in sources):
            raise ExportError(
                f"{path} is a radiograph that was read: it is never written over.",
                "Choose another name or folder.",
            )
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a directory")
        if overwrite or path.stat().st_size == 0 or exported_key(path) is not None:
            return
    except OSError as error:
        raise cannot_write(path, error) from error
    raise ExportError(
        f"{path} is there already and was not made by XrayColor: it was left alone.",
        "Move it away, or choose another name or folder.",
    )


def _same_file(path: Path, source: Path) -> bool:
    if os.path.realpath(path) == os.path.realpath(source):  # Path.resolve raises where links run in a circle
        return True
    with suppress(OSError):
        return path.samefile(source)
    return False
