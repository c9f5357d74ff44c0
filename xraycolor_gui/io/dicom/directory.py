"""DICOMDIR: what the directory of a medium names, and where that lies on disk (PS3.3 F, PS3.10 8.6)."""

from __future__ import annotations

import os
from pathlib import Path

from xraycolor_gui.core.errors import UnreadableFile
from xraycolor_gui.io.dicom.parse import parse

_OTHER_RECORDS = {"PATIENT", "STUDY", "SERIES", "PRIVATE"}


def named_files(directory: Path, data: bytes) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Files that the directory `data`, which lies at `directory`, names: those that are there, and those that are not.

    Raises UnreadableFile where it is no directory.
    """
    records = parse(data, directory.name).header.items("DirectoryRecordSequence")
    if not records:
        raise UnreadableFile(f"{directory.name}: the directory names no files.", "Open the folder it lies in.")
    folders: dict[Path, dict[str, str]] = {}
    found: dict[Path, None] = {}
    missing: dict[Path, None] = {}
    for record in records:
        parts = record.texts("ReferencedFileID")
        if record.text("DirectoryRecordType").upper() in _OTHER_RECORDS or not parts:
            continue
        path = _look_up(directory.parent, parts, folders)
        if path is None:
            missing[directory.parent.joinpath(*parts)] = None
        else:
            found[path] = None
    return tuple(found), tuple(missing)


def _look_up(folder: Path, parts: tuple[str, ...], folders: dict[Path, dict[str, str]]) -> Path | None:
    """Where the file lies; names may come from a disc whose letters the system shows otherwise, as `im1.;1`."""
    for part in parts:
        if folder not in folders:
            folders[folder] = _names(folder)
        name = folders[folder].get(_plain(part))
        if name is None:
            return None
        folder = folder / name
    return folder


def _names(folder: Path) -> dict[str, str]:
    try:
        return {_plain(name): name for name in os.listdir(folder)}  # noqa: PTH208 (names are wanted, not paths)
    except OSError:
        return {}


def _plain(name: str) -> str:
    return name.casefold().split(";")[0].rstrip(".")
