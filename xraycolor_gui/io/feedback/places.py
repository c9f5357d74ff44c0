"""In which folders films lay that feedback was given on: DICOM exports need the film's own header.

Kept on this machine, beside the store and apart from it; it holds folders, hashes and sizes, and never a file's name.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from xraycolor_gui.core.radiograph import Source

SUFFIX = ".places.jsonl"


def remember(store: Path, source: Source) -> None:
    """Note where a film lies; where that cannot be written, an export will ask for its folder."""
    with suppress(OSError):
        entry = {
            "sha256": source.sha256,
            "bytes": source.path.stat().st_size,
            "folder": str(source.path.resolve().parent),
        }
        line = json.dumps(entry, ensure_ascii=True) + "\n"
        path = _places_of(store)
        if path.exists() and line in path.read_text(encoding="ascii"):
            return
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, line.encode("ascii"))
        finally:
            os.close(handle)


def find(store: Path, sha256: str, folders: Iterable[Path] = ()) -> Path | None:
    """A file of that content, in the folders it was seen in last, or below the given ones; None where there is none."""
    for entry in reversed(_entries(store)):
        if entry.get("sha256") == sha256:
            with suppress(OSError, TypeError):
                for path in Path(entry["folder"]).iterdir():
                    if path.is_file() and str(path.stat().st_size) == str(entry["bytes"]) and _hash(path) == sha256:
                        return path
    for folder in folders:
        with suppress(OSError):
            for path in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
                if path.is_file() and _hash(path) == sha256:
                    return path
    return None


def _places_of(store: Path) -> Path:
    return store.with_name(store.name + SUFFIX)


def _entries(store: Path) -> list[dict[str, str]]:
    entries = []
    with suppress(OSError):
        for line in _places_of(store).read_text(encoding="ascii", errors="replace").splitlines():
            with suppress(ValueError):
                entry = json.loads(line)
                if isinstance(entry, dict):
                    entries.append(entry)
    return entries


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
