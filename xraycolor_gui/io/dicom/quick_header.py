"""What a list of films needs of a DICOM header, read without making a data set of it.

Only sound headers of the common encodings are understood; everything else is left to `dicom_parse`, which tells the
same of them, slower.
"""

from __future__ import annotations

import struct
from enum import Enum

from pydicom import Dataset

from xraycolor_gui.io.dicom.header import Header
from xraycolor_gui.io.sniff import dicom_start

_TAGS = {
    "SpecificCharacterSet": 0x00080005,
    "ImageType": 0x00080008,
    "SOPClassUID": 0x00080016,
    "SOPInstanceUID": 0x00080018,
    "StudyDate": 0x00080020,
    "StudyTime": 0x00080030,
    "AccessionNumber": 0x00080050,
    "Modality": 0x00080060,
    "StudyDescription": 0x00081030,
    "SeriesDescription": 0x0008103E,
    "PatientName": 0x00100010,
    "PatientID": 0x00100020,
    "IssuerOfPatientID": 0x00100021,
    "PatientBirthDate": 0x00100030,
    "PatientSex": 0x00100040,
    "PatientAge": 0x00101010,
    "BodyPartExamined": 0x00180015,
    "ViewPosition": 0x00185101,
    "StudyInstanceUID": 0x0020000D,
    "SeriesInstanceUID": 0x0020000E,
    "SeriesNumber": 0x00200011,
    "InstanceNumber": 0x00200013,
    "ImagePositionPatient": 0x00200032,
    "ImageOrientationPatient": 0x00200037,
    "Laterality": 0x00200060,
    "ImageLaterality": 0x00200062,
    "NumberOfFrames": 0x00280008,
    "Rows": 0x00280010,
    "LossyImageCompression": 0x00282110,
}
_WANTED = frozenset(_TAGS.values())
_LAST = max(_WANTED)
#: A header without these is damaged, or of a kind that a study does not hold.
_KNOWN_BY = {_TAGS[keyword] for keyword in ("SOPClassUID", "SOPInstanceUID", "StudyInstanceUID")}
#: These have two reserved bytes and a length of four (PS3.5 7.1.2).
_LONG = frozenset(b"OB OD OF OL OV OW SQ SV UC UN UR UT UV".split())
_SHORT = frozenset(b"AE AS AT CS DA DS DT FD FL IS LO LT PN SH SL SS ST TM UI UL US".split())
_TRANSFER_SYNTAX = 0x00020010
_IMPLICIT = "1.2.840.10008.1.2"
_EXPLICIT = "1.2.840.10008.1.2.1"
_ENCAPSULATED = ("1.2.840.10008.1.2.4.", "1.2.840.10008.1.2.5")
_UNDEFINED = 0xFFFFFFFF
_ITEM, _ITEM_END, _SEQUENCE_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD
_DEEPEST = 16
_CHARACTERS = {"": "ascii", "ISO_IR 6": "ascii", "ISO_IR 100": "latin-1", "ISO_IR 192": "utf-8"}
_EXPLICIT_HEAD = struct.Struct("<HH2sH").unpack_from
_IMPLICIT_HEAD = struct.Struct("<HHI").unpack_from
_LENGTH = struct.Struct("<I").unpack_from


class Unread(Enum):
    """Why there is no header: the bytes end too early, or they are not of the kind that is understood here."""

    TOO_SHORT = "too short"
    NOT_UNDERSTOOD = "not understood"


class QuickHeader(Header):
    """The tags of `_TAGS` that stood in the file, as text; `transfer_syntax` as labelled."""

    def __init__(self, values: dict[int, str], transfer_syntax: str) -> None:
        super().__init__(_NOTHING, [])
        self._texts = values
        self.transfer_syntax = transfer_syntax

    def __contains__(self, keyword: str) -> bool:
        return _TAGS.get(keyword) in self._texts

    def text(self, keyword: str) -> str:
        value = self._texts.get(_TAGS.get(keyword, -1), "")
        return super().text(keyword) if "\\" in value else value.replace("\0", "").strip()

    def integer(self, keyword: str) -> int | None:
        value = self.text(keyword)
        return int(value) if value.isdecimal() else super().integer(keyword)

    def items(self, _keyword: str) -> tuple[Header, ...]:
        return ()

    def _values(self, keyword: str) -> tuple[object, ...]:
        text = self._texts.get(_TAGS.get(keyword, -1))
        return tuple(text.split("\\")) if text else ()


_NOTHING = Dataset()


def quick_header(data: bytes) -> QuickHeader | Unread:
    """The header at the beginning of a DICOM file, of which `data` may be the first bytes only."""
    start = dicom_start(data)
    if start is None or data[start - 4 : start] != b"DICM":
        return Unread.NOT_UNDERSTOOD
    try:
        meta, body = _explicit(data, start, 0x0002FFFF)
        syntax = meta.get(_TRANSFER_SYNTAX, b"").decode("ascii").strip("\0 ")
        if syntax == _IMPLICIT:
            found = _implicit(data, body)
        elif syntax == _EXPLICIT or syntax.startswith(_ENCAPSULATED):
            found, _ = _explicit(data, body, _LAST)
        else:
            return Unread.NOT_UNDERSTOOD
        if not found.keys() >= _KNOWN_BY:
            return Unread.NOT_UNDERSTOOD
        return QuickHeader(_texts(found), syntax)
    except (struct.error, IndexError):
        return Unread.TOO_SHORT
    except ValueError:  # a character that the stated set does not have is one of these, too
        return Unread.NOT_UNDERSTOOD


def _explicit(data: bytes, at: int, last: int) -> tuple[dict[int, bytes], int]:
    """Values of the wanted tags up to tag `last`, and where the element after them begins.

    Raises struct.error or IndexError where the bytes end too early, ValueError where they are no sound header.
    """
    found: dict[int, bytes] = {}
    before = 0
    size = len(data)
    while True:
        group, element, vr, length = _EXPLICIT_HEAD(data, at)
        tag = group << 16 | element
        if tag > last:
            return found, at
        if tag <= before:
            raise ValueError("tags out of order")
        before = tag
        if vr in _SHORT:
            at += 8
        elif vr in _LONG:
            length = _LENGTH(data, at + 8)[0]
            at += 12
            if length == _UNDEFINED:
                at = _after_sequence(data, at, explicit=vr != b"UN")
                continue
        else:
            raise ValueError("not a value representation")
        end = at + length
        if end > size:
            raise IndexError
        if tag in _WANTED or tag == _TRANSFER_SYNTAX:
            found[tag] = data[at:end]
        at = end


def _implicit(data: bytes, at: int) -> dict[int, bytes]:
    """As `_explicit`, for implicit VR."""
    found: dict[int, bytes] = {}
    before = 0
    size = len(data)
    if data[at + 4 : at + 6].isalpha() and data[at + 4 : at + 6].isupper():
        raise ValueError("explicit under an implicit label")
    while True:
        group, element, length = _IMPLICIT_HEAD(data, at)
        tag = group << 16 | element
        if tag > _LAST:
            return found
        if tag <= before:
            raise ValueError("tags out of order")
        before = tag
        at += 8
        if length == _UNDEFINED:
            at = _after_sequence(data, at, explicit=False)
            continue
        end = at + length
        if end > size:
            raise IndexError
        if tag in _WANTED:
            found[tag] = data[at:end]
        at = end


def _after_sequence(data: bytes, at: int, explicit: bool, depth: int = 0) -> int:
    """Where a sequence of undefined length that begins at `at` has ended (PS3.5 7.5.1)."""
    if depth > _DEEPEST:
        raise ValueError("nested too deep")
    while True:
        group, element, length = _IMPLICIT_HEAD(data, at)
        tag = group << 16 | element
        at += 8
        if tag == _SEQUENCE_END:
            return at
        if tag != _ITEM:
            raise ValueError("not an item")
        at = _after_item(data, at, explicit, depth) if length == _UNDEFINED else at + length
        if at > len(data):
            raise IndexError


def _after_item(data: bytes, at: int, explicit: bool, depth: int) -> int:
    while True:
        group, element, length = _IMPLICIT_HEAD(data, at)
        if group << 16 | element == _ITEM_END:
            return at + 8
        if explicit:
            vr = data[at + 4 : at + 6]
            if vr in _LONG:
                length = _LENGTH(data, at + 8)[0]
                at += 4
            elif vr in _SHORT:
                length = int.from_bytes(data[at + 6 : at + 8], "little")
            else:
                raise ValueError("not a value representation")
        at += 8
        if length == _UNDEFINED:
            at = _after_sequence(data, at, explicit, depth + 1)
        else:
            at += length


def _texts(found: dict[int, bytes]) -> dict[int, str]:
    """As text, in the file's characters; numbers of two bytes are left as they are written."""
    stated = found.get(_TAGS["SpecificCharacterSet"], b"").decode("ascii").strip("\0 ")
    encoding = _CHARACTERS.get(stated)
    texts = {}
    for tag, value in found.items():
        if tag == _TAGS["Rows"]:
            texts[tag] = str(int.from_bytes(value, "little"))
        elif value.isascii() and b"\x1b" not in value:
            texts[tag] = value.decode("ascii")
        elif encoding is None:
            raise ValueError("a character set that takes more than a table")
        else:
            texts[tag] = value.decode(encoding)
    return texts
