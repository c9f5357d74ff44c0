"""Finding films in folders, and what their headers say, without looking at pixels."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from xraycolor_gui.core.errors import UnsupportedImage
from xraycolor_gui.core.radiograph import Labels, Source
from xraycolor_gui.io.read import file_bytes
from xraycolor_gui.io.sniff import Kind, describe_stranger, kind_of
from xraycolor_gui.io.wanted import check_wanted

_HEAD = 256 * 1024
_SYSTEM_NAMES = {"dicomdir", "thumbs.db", "desktop.ini", "ehthumbs.db", "lockfile", "__macosx"}
_OTHER_SUFFIXES = {
    ".txt", ".csv", ".json", ".xml", ".html", ".htm", ".md", ".pdf", ".ini", ".log", ".zip", ".gz", ".tar", ".7z",
    ".exe", ".dll", ".so", ".py", ".js", ".css", ".svg", ".doc", ".docx", ".xls", ".xlsx", ".mp4", ".avi", ".npy",
    ".npz", ".safetensors", ".yaml", ".yml", ".toml", ".inf", ".bat", ".jar", ".cfg", ".db", ".gif", ".bmp", ".ico",
}  # fmt: skip
_DIGITS = re.compile(r"(\d+)")


def find_films(paths: Iterable[str | Path]) -> Iterator[Path]:
    """Files that may be films, in the order given; folders are searched below, in natural order (2 before 10).

    A file given by name always comes back, so that its own error can be told. In folders, hidden and system files,
    DICOMDIR and suffixes of other formats are left out; links to folders are not followed. Each file comes once.
    Ends early, between two folders, as `wanted` tells.
    """
    seen: set[str] = set()
    for given in map(Path, paths):
        for path in _below(given) if os.path.isdir(given) else (given,):  # noqa: PTH112 (Path.is_dir may raise)
            key = os.path.realpath(path)
            if key not in seen:
                seen.add(key)
                yield path


def read_labels(path: str | Path) -> tuple[Labels, Source]:
    """Labels and source from the header alone; outside DICOM the labels are empty. The hash stays empty.

    Raises UnreadableFile or UnsupportedImage as `read` does, but does not notice damaged pixels.
    """
    path = Path(path)
    head = file_bytes(path, _HEAD)
    kind = kind_of(head)
    if kind is Kind.OTHER:
        raise UnsupportedImage(
            f"{path.name}: {describe_stranger(head)}, not a radiograph.", "Choose a DICOM, PNG, TIFF or JPEG file."
        )
    if kind is not Kind.DICOM:
        return Labels(), Source(path, kind.value)
    from xraycolor_gui.io.dicom import read_dicom_labels

    found = read_dicom_labels(head, path)
    if found is None:
        found = read_dicom_labels(file_bytes(path), path)
    return found or (Labels(), Source(path, kind.value))


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key in which numbers inside names count as numbers and case does not matter."""
    parts = _DIGITS.split(name.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part)


def _below(folder: Path) -> Iterator[Path]:
    check_wanted()
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: natural_key(entry.name))
    except OSError:  # a folder that may not be entered hides its films, and only those
        return
    for entry in entries:
        if _is_hidden(entry):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(Path(entry.path))
        elif entry.is_file() and Path(entry.name).suffix.lower() not in _OTHER_SUFFIXES:
            yield Path(entry.path)


def _is_hidden(entry: os.DirEntry[str]) -> bool:
    return entry.name.startswith((".", "~$")) or entry.name.lower() in _SYSTEM_NAMES
