"""Zip archives as folders: films inside are read one by one, and nothing is unpacked to disk.

A film in an archive has a path below the archive's own, `…/study.zip/patient/IM1`, which no file system knows.
"""

from __future__ import annotations

import struct
import threading
import zlib
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from xraycolor_gui.core.errors import UnreadableFile, UnsupportedImage, XrayColorError
from xraycolor_gui.core.study import natural_key

BEGINS = b"PK\x03\x04"
MAXIMUM_BYTES = 2 * 2**30
#: Bytes of an archive's table of contents: half a million members.
MAXIMUM_CONTENTS = 64 * 2**20
#: No film packs to a thousandth of itself; what does, and is large, was made to fill a memory.
BOMB_RATIO, BOMB_BYTES = 200, 100 * 2**20
_AGAIN = "Copy it again from its source."
_KEPT_OPEN = 4
_END = struct.Struct("<4s4H2LH")
_END_BEFORE_COMMENT = 2**16 + _END.size
_ENCRYPTED = 0x1
_SEPARATOR = " ▸ "

Stamp = tuple[int, int]


@dataclass(frozen=True, eq=False, slots=True)
class _Archive:
    """An open archive and its members by their path below it, in natural order."""

    file: ZipFile
    members: dict[str, ZipInfo]


_open: OrderedDict[tuple[Path, Stamp], _Archive] = OrderedDict()
_opening = threading.Lock()


def is_archive(path: Path) -> bool:
    """Whether the file there begins as zip archives do."""
    try:
        with path.open("rb") as file:
            return file.read(len(BEGINS)) == BEGINS
    except (OSError, ValueError):
        return False


def members(archive: Path) -> Iterator[Path]:
    """Paths of the files in an archive, in natural order. Raises UnreadableFile or UnsupportedImage."""
    for name in _archive(archive).members:
        yield archive / name


def on_disk(path: Path) -> Path:
    """The file that holds the film: the path itself, or the archive it lies in."""
    for holder in (path, *path.parents):
        try:
            holder.stat()
        except NotADirectoryError:
            continue
        except (OSError, ValueError):
            break
        return holder
    return path


def told_path(path: Path) -> str:
    """The path for a reader's eyes: below an archive as 'study.zip ▸ patient/IM1', else the file's name."""
    holder = on_disk(path)
    return path.name if holder == path else f"{holder.name}{_SEPARATOR}{path.relative_to(holder).as_posix()}"


def member_bytes(path: Path, limit: int | None = None) -> bytes | None:
    """Bytes of a film in an archive, at most `limit`; None where the path leads into no archive.

    Raises UnreadableFile or UnsupportedImage where the archive, or this part of it, cannot be read.
    """
    holder = on_disk(path)
    if holder == path or not is_archive(holder):
        return None
    archive = _archive(holder)
    info = archive.members.get(path.relative_to(holder).as_posix())
    if info is None:
        raise UnreadableFile(f"{path.name}: there is no such file in {holder.name}.", "Check the name.")
    _check(info, path.name)
    try:
        with archive.file.open(info) as packed:
            return packed.read(-1 if limit is None else limit)
    except (BadZipFile, OSError, EOFError, ValueError, zlib.error) as error:
        raise UnreadableFile(f"{path.name}: damaged inside its archive.", _AGAIN, str(error)) from error
    except (NotImplementedError, RuntimeError) as error:  # a packing that is not known, or a password
        raise UnsupportedImage(
            f"{path.name}: packed in a way that is not known here.",
            "Unpack the archive, and open the folder.",
            str(error),
        ) from error


def _check(info: ZipInfo, name: str) -> None:
    if info.flag_bits & _ENCRYPTED:
        raise UnsupportedImage(f"{name}: locked with a password.", "Unpack the archive, and open the folder.")
    trap = info.file_size > BOMB_BYTES and info.file_size > BOMB_RATIO * max(info.compress_size, 1)
    if trap or info.file_size > MAXIMUM_BYTES:
        size = f"{info.file_size / 2**30:.1f} GB"
        raise UnsupportedImage(f"{name}: would unpack to {size}, which no film does.", "Ask its sender for the film.")


def _archive(path: Path) -> _Archive:
    """The archive, opened anew when it was changed."""
    about = path.stat()
    key = path, (about.st_mtime_ns, about.st_size)
    with _opening:
        if key in _open:
            _open.move_to_end(key)
            return _open[key]
        _open[key] = opened = _read(path, about.st_size)
        while len(_open) > _KEPT_OPEN:
            _open.popitem(last=False)
        return opened


def _read(path: Path, size: int) -> _Archive:
    try:
        _check_contents(path, size)
        file = ZipFile(path)
    except XrayColorError:
        raise
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableFile(f"{path.name}: the zip archive is damaged or cut off.", _AGAIN, str(error)) from error
    found = {inside: info for info in file.infolist() if (inside := _inside(info))}
    return _Archive(file, {name: found[name] for name in sorted(found, key=natural_key)})


def _check_contents(path: Path, size: int) -> None:
    """Refuse a table of contents that would fill the memory, before it is read."""
    with path.open("rb") as file:
        file.seek(max(size - _END_BEFORE_COMMENT, 0))
        tail = file.read()
    at = tail.rfind(b"PK\5\6")
    if at < 0 or at + _END.size > len(tail):
        return
    table = _END.unpack_from(tail, at)[5]
    wide = tail.rfind(b"PK\6\6", 0, at)
    if table == 0xFFFFFFFF and wide >= 0:  # the number stands in the ZIP64 record (APPNOTE 4.3.14)
        table = int.from_bytes(tail[wide + 40 : wide + 48], "little")
    if table > MAXIMUM_CONTENTS:
        raise UnsupportedImage(f"{path.name}: holds too many files.", "Unpack the archive, and open the folder.")


def _inside(info: ZipInfo) -> str:
    """The member's path below its archive, whatever its maker wrote; empty for folders and system files."""
    parts = [part for part in info.filename.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
    if info.is_dir() or any(part.startswith(".") or part.casefold() in {"__macosx", "dicomdir"} for part in parts):
        return ""
    return "/".join(parts)
