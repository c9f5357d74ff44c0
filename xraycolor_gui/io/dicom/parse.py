"""From bytes to a data set and the place of its pixels, for sound files and for the odd ones met in practice."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from pydicom import Dataset
from pydicom.datadict import dictionary_has_tag, dictionary_VR
from pydicom.dataelem import DataElement, RawDataElement
from pydicom.filereader import data_element_generator
from pydicom.tag import BaseTag
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
)

from xraycolor_gui.core.errors import UnreadableFile
from xraycolor_gui.io.dicom.header import Header
from xraycolor_gui.io.quiet import silenced_warnings
from xraycolor_gui.io.sniff import dicom_start

_PIXELS = {0x7FE00008: "FloatPixelData", 0x7FE00009: "DoubleFloatPixelData", 0x7FE00010: "PixelData"}
_RESUMPTIONS = 32
_SEARCHED = 1_000_000
_EXPLICIT_ELEMENT = re.compile(rb"(?=(.{4})([A-Z]{2}))", re.DOTALL)
_SEQUENCE_ENDS = (b"\xfe\xff\xdd\xe0\0\0\0\0", b"\xff\xfe\xe0\xdd\0\0\0\0")
_UNDEFINED = 0xFFFFFFFF
_INFLATED_LIMIT = 2**31
_GE_PRIVATE_BIG_ENDIAN = "1.2.840.113619.5.2"
#: One of these stands in every sensible data set; without any, the encoding was guessed wrongly.
_LANDMARKS = (0x00080016, 0x00080018, 0x00080060, 0x00280010, 0x00041130, 0x00100020, 0x0020000D)


@dataclass(frozen=True, eq=False, slots=True)
class PixelElement:
    """Where the pixels lie in `Parsed.data`: value from `start`, of `length` bytes, or None if undefined."""

    keyword: str
    start: int
    length: int | None


@dataclass(frozen=True, eq=False, slots=True)
class Parsed:
    """A data set without its pixels.

    data: the bytes the offsets in `pixels` refer to (inflated where the file was deflated).
    transfer_syntax: as labelled, or as found where the label is missing.
    little_endian: byte order of the pixels, and but for one private syntax of the header too.
    cut_off: the file ends in the middle of its header.
    """

    header: Header
    data: bytes
    transfer_syntax: str
    implicit: bool
    little_endian: bool
    pixels: PixelElement | None
    cut_off: bool


def parse(data: bytes, name: str) -> Parsed:
    """Split a DICOM file into header and pixels. Raises UnreadableFile where nothing sensible is found."""
    notes: list[str] = []
    with silenced_warnings():
        start = dicom_start(data)
        if start is None:
            raise UnreadableFile(f"{name}: not a DICOM file.", "Choose a DICOM, PNG, TIFF or JPEG file.")
        if start not in (0, 128) and data[start - 4 : start] != b"DICM":
            notes.append("The file does not begin as DICOM files do; what comes before the data set was skipped.")
        meta, body = _meta(data, start)
        syntax = Header(meta, notes).text("TransferSyntaxUID")
        if syntax == DeflatedExplicitVRLittleEndian:
            data, body = _inflate(data[body:], name), 0
        best = _best_attempt(data, body, syntax)
        if not best.elements:
            raise UnreadableFile(f"{name}: the DICOM header is damaged.", "Copy the file again from its source.")
    if not syntax:
        syntax = _default_syntax(best.implicit, best.little)
        notes.append("The transfer syntax is missing; it was told from the data.")
    elif (best.implicit, best.little) != _labelled_encoding(syntax):
        notes.append("The header is encoded otherwise than its transfer syntax says; it was told from the data.")
    dataset = Dataset(best.elements)
    dataset.set_original_encoding(best.implicit, best.little)
    pixels = _pixel_element(data, best)
    if best.damaged and pixels is not None:
        notes.append("Part of the DICOM header is damaged and was left out.")
    little = best.little and syntax != _GE_PRIVATE_BIG_ENDIAN
    return Parsed(Header(dataset, notes), data, syntax, best.implicit, little, pixels, best.damaged and pixels is None)


@dataclass(eq=False, slots=True)
class _Attempt:
    elements: dict[BaseTag, RawDataElement | DataElement]
    implicit: bool
    little: bool
    end: int
    damaged: bool

    @property
    def sensible(self) -> int:
        return sum(tag in self.elements for tag in _LANDMARKS)


def _meta(data: bytes, start: int) -> tuple[Dataset, int]:
    """File Meta Information (group 0002, explicit little endian by PS3.10) and where the data set starts."""
    found = _read(data, start, implicit=not data[start + 4 : start + 6].isalpha(), little=True, group_limit=0x0002)
    if data[start : start + 2] == b"\0\0":
        found = _read(data, start, implicit=True, little=True, group_limit=0x0000)
    return Dataset(found.elements), found.end


def _best_attempt(data: bytes, body: int, syntax: str) -> _Attempt:
    labelled = _labelled_encoding(syntax) if syntax else _peeked_encoding(data, body)
    explicit_here = data[body + 4 : body + 6].isalpha() and data[body + 4 : body + 6].isupper()
    first = (not explicit_here, labelled[1])
    attempts = []
    for implicit, little in dict.fromkeys(
        (first, labelled, (False, True), (True, True), (False, False), (True, False))
    ):
        attempt = _read(data, body, implicit, little)
        if attempt.sensible and not attempt.damaged:
            return attempt
        attempts.append(attempt)
    best = max(attempts, key=lambda attempt: (attempt.sensible, len(attempt.elements)))
    if best.damaged and not best.implicit:
        _resume(data, best)
    return best


def _read(data: bytes, at: int, implicit: bool, little: bool, group_limit: int | None = None) -> _Attempt:
    """Elements from `at` to the pixels (or past `group_limit`), as far as they can be read."""

    def stop(tag: BaseTag, *_vr_and_length: object) -> bool:
        return int(tag) in _PIXELS if group_limit is None else tag.group > group_limit

    attempt = _Attempt({}, implicit, little, at, damaged=False)
    _collect(data, attempt, stop)
    return attempt


def _collect(data: bytes, attempt: _Attempt, stop: Callable[..., bool]) -> bool:
    """Add elements from `attempt.end` on; False when damage ended it."""
    stream = BytesIO(data)
    stream.seek(attempt.end)
    try:
        for element in data_element_generator(stream, attempt.implicit, attempt.little, stop_when=stop):
            if _runs_off(element, data, stream.tell()):
                attempt.damaged = True
                return False
            attempt.elements[BaseTag(element.tag)] = element
            attempt.end = stream.tell()
    except Exception:  # whatever damaged bytes provoke in the reader
        attempt.damaged = True
        return False
    attempt.end = stream.tell()
    return True


def _runs_off(element: RawDataElement | DataElement, data: bytes, end: int) -> bool:
    """Whether an element claims to go on past the end of the bytes: its length is wrong, or the file is cut off."""
    if isinstance(element, RawDataElement):
        told = element.length != _UNDEFINED and element.value is not None
        return told and len(element.value or b"") < element.length
    return element.is_undefined_length and end >= len(data) and data[-8:] not in _SEQUENCE_ENDS


def _resume(data: bytes, attempt: _Attempt) -> None:
    """Go on after a damaged element, at the next place that looks like a later element of the main data set."""
    for _ in range(_RESUMPTIONS):
        found = _next_element(data, attempt)
        if found is None:
            return
        attempt.end = found
        if _collect(data, attempt, lambda tag, *_: int(tag) in _PIXELS):
            return


def _next_element(data: bytes, attempt: _Attempt) -> int | None:
    order = "<" if attempt.little else ">"
    last = max((int(tag) for tag in attempt.elements), default=0)
    for match in _EXPLICIT_ELEMENT.finditer(data, attempt.end + 1, attempt.end + _SEARCHED):
        group, element = struct.unpack(order + "HH", match[1])
        tag = group << 16 | element
        known = last < tag <= max(_PIXELS) and group % 2 == 0 and dictionary_has_tag(tag)
        if known and (tag in _PIXELS or match[2].decode() in dictionary_VR(tag)):
            return match.start()
    return None


def _pixel_element(data: bytes, attempt: _Attempt) -> PixelElement | None:
    order = "<" if attempt.little else ">"
    at = attempt.end
    if attempt.damaged:
        marks = [data.find(struct.pack(order + "HH", tag >> 16, tag & 0xFFFF), at) for tag in _PIXELS]
        at = min((mark for mark in marks if mark >= 0), default=len(data))
    if at + 8 > len(data):
        return None
    group, element = struct.unpack_from(order + "HH", data, at)
    keyword = _PIXELS.get(group << 16 | element)
    if keyword is None:
        return None
    if data[at + 4 : at + 6] in {b"OB", b"OW", b"OF", b"OD", b"UN", b"OL", b"OV"}:
        start, length = at + 12, struct.unpack_from(order + "I", data[: at + 12].ljust(at + 12, b"\0"), at + 8)[0]
    else:
        start, length = at + 8, struct.unpack_from(order + "I", data, at + 4)[0]
    return PixelElement(keyword, start, None if length == _UNDEFINED else length)


def _inflate(deflated: bytes, name: str) -> bytes:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        inflated = inflater.decompress(deflated, _INFLATED_LIMIT)
    except zlib.error as error:
        raise UnreadableFile(
            f"{name}: the deflated data set is damaged.", "Copy the file again from its source.", str(error)
        ) from error
    if inflater.unconsumed_tail:
        raise UnreadableFile(f"{name}: unpacks to more than 2 GB.", "Ask its sender for a single film.")
    return inflated


def _labelled_encoding(syntax: str) -> tuple[bool, bool]:
    """(implicit VR, little endian) of a transfer syntax; everything encapsulated is explicit little endian."""
    return syntax in (ImplicitVRLittleEndian, _GE_PRIVATE_BIG_ENDIAN), syntax != ExplicitVRBigEndian


def _peeked_encoding(data: bytes, body: int) -> tuple[bool, bool]:
    head = data[body : body + 6]
    if len(head) < 6:
        return True, True
    explicit = head[4:6].isalpha() and head[4:6].isupper()
    group = struct.unpack("<H", head[:2])[0]
    return not explicit, group < 0x0400


def _default_syntax(implicit: bool, little: bool) -> str:
    if not little:
        return str(ExplicitVRBigEndian)
    return str(ImplicitVRLittleEndian if implicit else ExplicitVRLittleEndian)
