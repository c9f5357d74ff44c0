"""The header of a film's source file, read again for an export, and elements of it taken over byte by byte."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from pydicom.charset import convert_encodings, default_encoding
from pydicom.datadict import dictionary_VR, tag_for_keyword
from pydicom.dataelem import DataElement, RawDataElement
from pydicom.dataset import Dataset
from pydicom.tag import BaseTag, Tag
from pydicom.valuerep import VR

from xraycolor_gui.core.errors import ExportError, UnreadableFile, XrayColorError
from xraycolor_gui.core.radiograph import Source
from xraycolor_gui.io.dicom.parse import parse
from xraycolor_gui.io.read import file_bytes

#: VRs whose value is a string of single bytes, so that the bytes mean the same in every transfer syntax.
_BYTE_STRINGS = frozenset(
    ("AE", "AS", "CS", "DA", "DS", "DT", "IS", "LO", "LT", "PN", "SH", "ST", "TM", "UC", "UI", "UR", "UT")
)


@dataclass(frozen=True, eq=False, slots=True)
class SourceHeader:
    """What stands before the source's pixels. pixel_bytes: length of the pixels as stored, compressed or not."""

    dataset: Dataset
    pixel_bytes: int


def read_source_header(source: Source) -> SourceHeader:
    """Read the header again, with the leniency of the first reading.

    Raises ExportError if the file is gone or is no longer the one that was read: its patient might be another.
    """
    again = f"Open {source.path.name} again, then export."
    try:
        data = file_bytes(source.path)
    except XrayColorError as error:
        raise ExportError(
            f"{source.path} cannot be read any more, and its header is needed.", again, str(error)
        ) from error
    try:
        parsed = parse(data, source.path.name)
    except UnreadableFile as error:
        raise ExportError(f"{source.path} is no longer the file that was opened.", again, str(error)) from error
    dataset = parsed.header.dataset
    if hashlib.sha256(data).hexdigest() != source.sha256:
        raise ExportError(f"{source.path} has changed since it was opened.", again)
    pixels = parsed.pixels
    if pixels is None:
        return SourceHeader(dataset, 0)
    return SourceHeader(dataset, pixels.length if pixels.length is not None else len(parsed.data) - pixels.start)


def text_of(header: Dataset, keyword: str) -> str:
    """Value as a plain string, '' if absent, empty or unreadable; several values joined by a backslash."""
    raw = _raw_bytes(header, keyword)
    if raw is not None:
        return raw.decode("latin-1").strip(" \0")
    try:
        value = header.get(keyword)
    except Exception:  # a value that pydicom cannot convert says nothing to us
        return ""
    if value is None:
        return ""
    return "\\".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value).strip(" \0")


def _raw_bytes(header: Dataset, keyword: str) -> bytes | None:
    tag = tag_for_keyword(keyword)
    if tag is None or tag not in header:
        return None
    element = header.get_item(tag, keep_deferred=True)
    if isinstance(element, RawDataElement) and _vr(element) in _BYTE_STRINGS:
        return element.value or b""
    return None


def has_value(header: Dataset, keyword: str) -> bool:
    """Whether the attribute is there and not empty."""
    tag = tag_for_keyword(keyword)
    if tag is None or tag not in header:
        return False
    return _raw_bytes(header, keyword) is None or bool(text_of(header, keyword))


def take(source: Dataset, target: Dataset, keywords: Iterable[str]) -> None:
    """Put the named attributes of `source`, those that are there, into `target` as they stand: bytes, padding, faults.

    `target` must be encoded as Explicit VR Little Endian with the source's character set (`verbatim_dataset`).
    """
    for keyword in keywords:
        tag = tag_for_keyword(keyword)
        if tag is None:
            raise ValueError(f"{keyword} is no DICOM attribute")
        if tag in source:
            target[tag] = _same(source, Tag(tag))


def verbatim_dataset(source: Dataset | None = None) -> Dataset:
    """An empty data set that writes raw elements untouched, in the character set that `source` names."""
    result = Dataset()
    if source is not None and "SpecificCharacterSet" in source:
        result[Tag("SpecificCharacterSet")] = _same(source, Tag("SpecificCharacterSet"))
    # pydicom rewrites raw elements unless the data set says that it was read in the very encoding it is written in.
    names = result.get("SpecificCharacterSet")
    encoding = convert_encodings(names) if names else default_encoding
    result.set_original_encoding(is_implicit_vr=False, is_little_endian=True, character_encoding=encoding)
    return result


def _same(source: Dataset, tag: BaseTag) -> DataElement | RawDataElement:
    element = source.get_item(tag, keep_deferred=True)
    if isinstance(element, RawDataElement):
        vr = _vr(element)
        if vr in _BYTE_STRINGS:
            value = element.value or b""
            value += (b"\0" if vr == "UI" else b" ") * (len(value) % 2)
            return RawDataElement(tag, vr, len(value), value, 0, False, True)
        element = source[tag]
    if element.VR != "SQ":
        return element
    return DataElement(tag, "SQ", [_same_item(item) for item in element.value])


def _same_item(item: Dataset) -> Dataset:
    result = verbatim_dataset(item)
    for tag in item.keys():  # noqa: SIM118 (iterating a Dataset converts its elements)
        if tag not in result and not tag.is_private:
            result[tag] = _same(item, tag)
    return result


def _vr(element: RawDataElement) -> str:
    vr = element.VR
    if vr is None or vr == "UN" or vr not in VR.__members__:
        try:
            return dictionary_VR(element.tag)
        except KeyError:
            return "UN"
    return str(vr)
