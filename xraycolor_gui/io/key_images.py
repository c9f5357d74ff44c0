"""Which films are key images: by the reader's own store, and by the documents of a study that name some.

The store is SQLite; what is marked is on the disk before it is acknowledged.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from xraycolor_gui.core.errors import MeasurementError, XrayColorError
from xraycolor_gui.core.key_image import KeyImage
from xraycolor_gui.io.database import StoreKind, transaction
from xraycolor_gui.io.dicom.header import Header
from xraycolor_gui.io.dicom.parse import parse
from xraycolor_gui.io.read import file_bytes
from xraycolor_gui.io.user_folder import user_folder

_TIMEOUT = 5.0
KEY_OBJECT_SELECTION = "1.2.840.10008.5.1.4.1.1.88.59"
#: Titles of such documents that name films to be taken away, or which are at fault (PS3.16 CID 7010).
_NOT_TO_BE_SHOWN = frozenset({"113001", "113010", "113037", "113038", "113039"})
_TABLES = """
CREATE TABLE key_image (
    sha256 TEXT NOT NULL,
    sop_instance_uid TEXT NOT NULL,
    UNIQUE (sha256, sop_instance_uid)
);
"""

KEY_IMAGES = StoreKind(
    called="store of key images",
    application_id=0x58434B49,  # 'XCKI'
    version=1,
    tables=_TABLES,
    error=MeasurementError,
)


def default_store() -> Path:
    """The reader's own store, in the user's data folder; it need not exist."""
    return user_folder() / "key-images.sqlite"


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


def named_in(paths: Iterable[Path]) -> tuple[KeyImage, ...]:
    """The films that these Key Object Selection documents name (PS3.3 A.35.4); other files are passed over."""
    found: dict[KeyImage, None] = {}
    for path in paths:
        try:
            header = parse(file_bytes(path), path.name).header
        except XrayColorError:
            continue
        titles = {title.text("CodeValue") for title in header.items("ConceptNameCodeSequence")}
        if header.text("SOPClassUID") == KEY_OBJECT_SELECTION and not titles & _NOT_TO_BE_SHOWN:
            found |= dict.fromkeys(KeyImage("", uid) for uid in _images(header))
    return tuple(found)


def _images(header: Header) -> Iterator[str]:
    """Instance UIDs of the images in the document's content."""
    for item in header.items("ContentSequence"):
        if item.text("ValueType") == "IMAGE":
            yield from (
                uid for each in item.items("ReferencedSOPSequence") if (uid := each.text("ReferencedSOPInstanceUID"))
            )
        yield from _images(item)
