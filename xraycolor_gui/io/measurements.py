"""The measurement store: what a reader measured on which film, in SQLite, on the disk before it is acknowledged.

A film is known by the hash of its content or its SOP Instance UID, and its frame; never by path, name, patient. So its
measurements come back wherever the file lies by then. Several windows may use the store at a time: each writes only
what changed in it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from xraycolor_gui.core import measurements
from xraycolor_gui.core.errors import MeasurementError
from xraycolor_gui.core.feedback import FilmId
from xraycolor_gui.core.measurements import Measurement
from xraycolor_gui.io.database import StoreKind, transaction
from xraycolor_gui.io.user_folder import user_folder

#: What changed on one film: the measurement by its id, or None where it was deleted.
Changes = Mapping[str, Measurement | None]
_TIMEOUT = 5.0
_TABLES = """
CREATE TABLE measurement (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    sop_instance_uid TEXT NOT NULL,
    frame INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    columns INTEGER NOT NULL,
    line TEXT NOT NULL
);
CREATE INDEX measurement_sha256 ON measurement (sha256);
CREATE INDEX measurement_sop_instance_uid ON measurement (sop_instance_uid);
"""
_STAYS = "What you measured stays in this window, and is tried again with the next change."


def _refused(what: str, next_step: str, detail: str) -> MeasurementError:
    """There is no choice of another place in the window, so what helps is said without it."""
    helps = [part for part in next_step.split(", or ", maxsplit=1)[0].split(". ") if part and "--store" not in part]
    return MeasurementError(what, " ".join([*(f"{part.rstrip('.')}." for part in helps), _STAYS]), detail)


MEASUREMENTS = StoreKind(
    called="measurement store",
    application_id=0x58434D45,  # 'XCME'
    version=1,
    tables=_TABLES,
    error=_refused,
)


def default_store() -> Path:
    """The reader's own store, in the user's data folder; it need not exist."""
    return user_folder() / "measurements.sqlite"


def measurements_of(film: FilmId, path: Path | None = None) -> tuple[Measurement, ...]:
    """What was measured on this film, in order. Reading makes no store. Raises MeasurementError.

    What a newer version measured, and this one does not know, stays in the store and is passed over.
    """
    path = path or default_store()
    if not path.exists():
        return ()

    def read(connection: sqlite3.Connection) -> list[tuple[str, str]]:
        query = (
            "SELECT id, line FROM measurement WHERE frame = ? AND rows = ? AND columns = ? AND "
            "((sha256 = ? AND sha256 != '') OR (sop_instance_uid = ? AND sop_instance_uid != '')) ORDER BY seq"
        )
        values = film.frame, film.rows, film.columns, film.sha256, film.sop_instance_uid
        return connection.execute(query, values).fetchall()

    found = []
    for which, line in MEASUREMENTS.do(path, _TIMEOUT, read, writes=False):
        try:
            found.append(measurements.from_json(json.loads(line), which))
        except (ValueError, MeasurementError):
            continue
    return tuple(found)


def keep(changes: Mapping[FilmId, Changes], path: Path | None = None) -> None:
    """Keep all these changes, or none; they are on the disk when this returns. Raises MeasurementError."""
    rows = [(film, which, measurement) for film, each in changes.items() for which, measurement in each.items()]

    def write(connection: sqlite3.Connection) -> None:
        with transaction(connection):
            for film, which, measurement in rows:
                if measurement is None:
                    connection.execute("DELETE FROM measurement WHERE id = ?", (which,))
                    continue
                line = json.dumps(measurements.to_json(measurement), separators=(",", ":"))
                connection.execute(
                    "INSERT INTO measurement (id, sha256, sop_instance_uid, frame, rows, columns, line) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET line = excluded.line",
                    (which, film.sha256, film.sop_instance_uid, film.frame, film.rows, film.columns, line),
                )

    if rows:
        MEASUREMENTS.do(path or default_store(), _TIMEOUT, write, writes=True)
