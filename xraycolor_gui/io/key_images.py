"""The store of key images: which films are marked, in SQLite, on the disk before it is acknowledged."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import platformdirs

from xraycolor_gui.core.errors import MeasurementError
from xraycolor_gui.core.key_image import KeyImage
from xraycolor_gui.io.database import Kind, transaction

_TIMEOUT = 5.0
_TABLES = """
CREATE TABLE key_image (
    sha256 TEXT NOT NULL,
    sop_instance_uid TEXT NOT NULL,
    UNIQUE (sha256, sop_instance_uid)
);
"""

KEY_IMAGES = Kind(
    called="store of key images",
    application_id=0x58434B49,  # 'XCKI'
    version=1,
    tables=_TABLES,
    error=MeasurementError,
)


def default_store() -> Path:
    """The reader's own store, in the user's data folder; it need not exist."""
    return Path(platformdirs.user_data_dir("xraycolor", appauthor=False)) / "key-images.sqlite"


def key_images(path: Path | None = None) -> tuple[KeyImage, ...]:
    """All that are marked, in the order in which they were. Reading makes no store. Raises MeasurementError."""
    path = path or default_store()
    if not path.exists():
        return ()

    def read(connection: sqlite3.Connection) -> tuple[KeyImage, ...]:
        rows = connection.execute("SELECT sha256, sop_instance_uid FROM key_image ORDER BY rowid")
        return tuple(KeyImage(*row) for row in rows)

    return KEY_IMAGES.do(path, _TIMEOUT, read, writes=False)


def mark(key: KeyImage, marked: bool, path: Path | None = None) -> None:
    """Mark a film, or no longer; it is on the disk when this returns. Raises MeasurementError."""

    def write(connection: sqlite3.Connection) -> None:
        with transaction(connection):
            connection.execute(
                "DELETE FROM key_image WHERE (sha256 = ? AND sha256 != '') "
                "OR (sop_instance_uid = ? AND sop_instance_uid != '')",
                key,
            )
            if marked:
                connection.execute("INSERT INTO key_image (sha256, sop_instance_uid) VALUES (?, ?)", key)

    KEY_IMAGES.do(path or default_store(), _TIMEOUT, write, writes=True)
