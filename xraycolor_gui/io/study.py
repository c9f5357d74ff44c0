"""Finding films in folders, archives and on media, and what their headers say, without looking at pixels."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from xraycolor_gui.core.errors import UnreadableFile, UnsupportedImage
from xraycolor_gui.core.radiograph import Labels, Source
from xraycolor_gui.core.study import Instance, Place
from xraycolor_gui.io.read import file_bytes
from xraycolor_gui.io.refusals import AGAIN
from xraycolor_gui.io.sniff import FileKind, describe_stranger, kind_of
from xraycolor_gui.io.study_walk import Unshown, walk

if TYPE_CHECKING:
    from xraycolor_gui.io.dicom.header import Header

#: Nearly every header ends within the first; where it does not, more is read.
_FIRST, _HEAD = 16 * 1024, 256 * 1024
_OTHER_SUFFIXES = {
    ".txt", ".csv", ".json", ".xml", ".html", ".htm", ".md", ".pdf", ".ini", ".log", ".zip", ".gz", ".tar", ".7z",
    ".exe", ".dll", ".so", ".py", ".js", ".css", ".svg", ".doc", ".docx", ".xls", ".xlsx", ".mp4", ".avi", ".npy",
    ".npz", ".safetensors", ".yaml", ".yml", ".toml", ".inf", ".bat", ".jar", ".cfg", ".db", ".gif", ".bmp", ".ico",
}  # fmt: skip


def find_films(paths: Iterable[str | Path]) -> Iterator[Path]:
    """Files that may be films, in the order given; folders are searched below, in natural order (2 before 10).

    A file given by name always comes back, so that its own error can be told. In folders, hidden and system files,
    DICOMDIR and suffixes of other formats are left out, archives among them. Each file comes once. Ends early, between
    two folders, as `wanted` tells.
    """
    given = [Path(path) for path in paths]
    by_name = set(given)
    for path in walk(given, archives_in_folders=False):
        if not isinstance(path, Unshown) and (path in by_name or path.suffix.lower() not in _OTHER_SUFFIXES):
            yield path
        elif isinstance(path, Unshown) and path.path in by_name:
            yield path.path


def read_labels(path: str | Path) -> tuple[Labels, Source]:
    """Labels and source as `read_instance` finds them."""
    instance = read_instance(path)
    return instance.labels, instance.source


def read_instance(path: str | Path) -> Instance:
    """What the header alone tells; outside DICOM labels and place are empty. The hash stays empty.

    Raises UnreadableFile or UnsupportedImage as `read` does, but does not notice damaged pixels.
    """
    path = Path(path)
    head = file_bytes(path, _FIRST)
    instance = _quickly(head, path)
    if instance is not None:
        return instance
    if len(head) == _FIRST:
        head = file_bytes(path, _HEAD)
    kind = kind_of(head)
    if kind is FileKind.OTHER:
        raise UnsupportedImage(
            f"{path.name}: {describe_stranger(head)}, not a radiograph.", "Choose a DICOM, PNG, TIFF or JPEG file."
        )
    if kind is not FileKind.DICOM:
        return Instance(Labels(), Source(path, kind.value))
    return _quickly(head, path) or _thoroughly(head, path)


def _quickly(head: bytes, path: Path) -> Instance | None:
    """The instance, where its header is a sound one that ends within these bytes."""
    if head[128:132] != b"DICM":
        return None
    from xraycolor_gui.io.dicom.quick_header import Unread, quick_header

    header = quick_header(head)
    return None if isinstance(header, Unread) else _instance(header, path, header.transfer_syntax, "Rows" in header)


def _thoroughly(head: bytes, path: Path) -> Instance:
    from xraycolor_gui.io.dicom.parse import parse

    parsed = parse(head, path.name)
    if parsed.cut_off and len(head) == _HEAD:
        parsed = parse(file_bytes(path), path.name)
    if parsed.cut_off:
        raise UnreadableFile(f"{path.name}: the file ends in the middle of its header.", AGAIN)
    picture = parsed.pixels is not None or "Rows" in parsed.header
    return _instance(parsed.header, path, parsed.transfer_syntax, picture)


def _instance(header: Header, path: Path, syntax: str, picture: bool) -> Instance:
    from xraycolor_gui.io.dicom import facts as dicom_facts

    return Instance(dicom_facts.labels(header), dicom_facts.source(header, path, syntax), _place(header), picture)


def _place(header: Header) -> Place:
    return Place(
        birth_date=header.text("PatientBirthDate"),
        issuer=header.text("IssuerOfPatientID"),
        accession_number=header.text("AccessionNumber"),
        study_time=header.text("StudyTime"),
        series_number=header.integer("SeriesNumber"),
        instance_number=header.integer("InstanceNumber"),
        position=_position(header.numbers("ImagePositionPatient"), header.numbers("ImageOrientationPatient")),
    )


def _position(corner: tuple[float, ...], axes: tuple[float, ...]) -> float | None:
    """Millimetres of the slice along the normal of its rows and columns (PS3.3 C.7.6.2.1.1)."""
    if len(corner) != 3 or len(axes) != 6:
        return None
    (a, b, c), (d, e, f) = axes[:3], axes[3:]
    along = sum(x * n for x, n in zip(corner, (b * f - c * e, c * d - a * f, a * e - b * d), strict=True))
    return along if math.isfinite(along) else None
