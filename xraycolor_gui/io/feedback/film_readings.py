"""What models read in films, kept beside a feedback store: a work list is made of it without colouring anything anew.

Films are known by content hash and DICOM UIDs alone. Whatever is lost here is read again when it is wanted.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np

from xraycolor_gui.core import feedback as values
from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.errors import FeedbackError
from xraycolor_gui.core.work_list import SIDE, Leading, Reading

SUFFIX = ".readings.jsonl"


def keep(store: Path, readings: Iterable[Reading]) -> None:
    """Add readings; each is a line, so several programs may. Where that cannot be written they are read again later."""
    lines = "".join(json.dumps(_to_json(reading), separators=(",", ":")) + "\n" for reading in readings)
    with suppress(OSError):
        store.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(readings_of(store), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, lines.encode("ascii"))
        finally:
            os.close(handle)


def kept(store: Path) -> tuple[Reading, ...]:
    """The readings that are kept, the newest of each film by each model; none where there is no such file."""
    found: dict[tuple[str, int, str], Reading] = {}
    for reading in _lines(readings_of(store)):
        found[(reading.film.sha256, reading.film.frame, reading.model)] = reading
    return tuple(found.values())


def readings_of(store: Path) -> Path:
    """Where the readings lie: beside the store."""
    return store.with_name(store.name + SUFFIX)


def _lines(path: Path) -> Iterator[Reading]:
    """Lines that were cut short by a kill, or that a newer version wrote, are passed over."""
    with suppress(OSError), path.open("rb") as file:
        for line in file:
            with suppress(ValueError, KeyError, TypeError, FeedbackError, zlib.error, binascii.Error):
                yield _from_json(json.loads(line))


def _to_json(reading: Reading) -> dict[str, object]:
    return {
        "film": values.film_to_json(reading.film),
        "model": reading.model,
        "unsure": reading.unsure,
        "beyond": reading.beyond,
        "size": list(reading.leading.shape),
        "leading": base64.b64encode(zlib.compress(reading.leading.tobytes(), 9)).decode("ascii"),
    }


def _from_json(data: dict[str, object]) -> Reading:
    """Raises the errors that `_lines` passes over."""
    rows, columns = (int(side) for side in data["size"])  # type: ignore[attr-defined]
    if not (0 < rows <= SIDE and 0 < columns <= SIDE):
        raise ValueError("no small picture")
    pixels = zlib.decompressobj().decompress(base64.b64decode(str(data["leading"])), rows * columns)
    leading: Leading = np.frombuffer(pixels, np.uint8).reshape(rows, columns)
    if leading.max() >= len(TISSUES):
        raise ValueError("tissues that are not known here")
    unsure, beyond = (None if data[key] is None else float(data[key]) for key in ("unsure", "beyond"))  # type: ignore[arg-type]
    return Reading(values.film_from_json(data["film"]), str(data["model"]), unsure, beyond, leading)
