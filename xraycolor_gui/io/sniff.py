"""What a file is, told from its bytes and never from its name."""

from __future__ import annotations

import struct
from enum import Enum

_PREAMBLE = 128
_LATE_DICM = 8192
_JUNK = 512
#: Tags that data sets begin with in practice; pydicom's whole dictionary would cost a tenth of a second to load.
_FIRST_TAGS = {
    *((0x0000, element) for element in (0x0000, 0x0002)),
    *((0x0002, element) for element in (0x0000, 0x0001, 0x0002, 0x0003, 0x0010, 0x0012)),
    *((0x0008, element) for element in (0x0000, 0x0001, 0x0005, 0x0008, 0x0012, 0x0013, 0x0014, 0x0016, 0x0018)),
    *((0x0008, element) for element in (0x0020, 0x0021, 0x0022, 0x0023, 0x0030, 0x0050, 0x0060, 0x0070, 0x0080)),
    (0x0004, 0x1130),
}
_UNMISTAKABLE = (b"\x08\0\x05\0CS", b"\x08\0\x08\0CS", b"\x08\0\x16\0UI", b"\x02\0\0\0UL\x04\0")


class FileKind(Enum):
    """Formats that are told apart; the value is the word for messages."""

    DICOM = "DICOM"
    PNG = "PNG"
    TIFF = "TIFF"
    JPEG = "JPEG"
    OTHER = "other"


_MAGIC = {
    b"\x89PNG\r\n\x1a\n": FileKind.PNG,
    b"II*\x00": FileKind.TIFF,
    b"MM\x00*": FileKind.TIFF,
    b"II+\x00": FileKind.TIFF,
    b"MM\x00+": FileKind.TIFF,
    b"\xff\xd8\xff": FileKind.JPEG,
}

_FAMILIAR = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a BMP picture"),
    (b"RIFF", "a RIFF file (WebP, WAV or AVI)"),
    (b"\x00\x00\x00\x0cjP", "a JPEG 2000 picture"),
    (b"\xffO\xffQ", "a JPEG 2000 picture"),
    (b"\x93NUMPY", "a NumPy array"),
    (b"<?xml", "an XML document"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"n+1\x00", "a NIfTI volume"),
)


def kind_of(data: bytes) -> FileKind:
    """Format of a file's bytes."""
    if dicom_start(data) is not None:
        return FileKind.DICOM
    return next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), FileKind.OTHER)


def dicom_start(data: bytes) -> int | None:
    """Offset of the first data element of a DICOM file, or None where the bytes are no DICOM.

    PS3.10 7.1 wants 128 bytes of preamble and `DICM`; files without preamble, with a late `DICM`, and bare data sets
    are met in practice and accepted.
    """
    if data[_PREAMBLE : _PREAMBLE + 4] == b"DICM":
        return _PREAMBLE + 4
    if any(data.startswith(magic) for magic in _MAGIC):
        return None
    late = data.find(b"DICM", 0, _LATE_DICM)
    if late >= 0 and _is_element(data, late + 4):
        return late + 4
    if _is_element(data, 0):
        return 0
    if data[:_PREAMBLE] == bytes(_PREAMBLE) and _is_element(data, _PREAMBLE):
        return _PREAMBLE
    after_junk = [at for at in (data.find(mark, 0, _JUNK) for mark in _UNMISTAKABLE) if at >= 0]
    return min(after_junk, default=None)


def describe_stranger(data: bytes) -> str:
    """A few words for bytes that are no radiograph: what they look like."""
    for magic, words in _FAMILIAR:
        if data.startswith(magic):
            return words
    head = data[:1024]
    if head and all(byte >= 32 or byte in b"\t\r\n\f\x1b" for byte in head):
        return "a text file"
    return "not a format that is known here"


def _is_element(data: bytes, at: int) -> bool:
    head = data[at : at + 8]
    if len(head) < 8:
        return False
    for order in ("<", ">"):
        group, element, length = struct.unpack(order + "HHI", head)
        if (group, element) not in _FIRST_TAGS or head == bytes(8):
            continue
        explicit = head[4:6].isalpha() and head[4:6].isupper()
        if explicit or at + 8 + length <= len(data):
            return True
    return False
