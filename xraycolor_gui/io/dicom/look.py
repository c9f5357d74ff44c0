"""How a DICOM file wants its pixels presented: Modality LUT, windows and VOI LUTs, polarity, padding."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.radiograph import LookupTable, Padding, Rescale, Window, WindowFunction
from xraycolor_gui.io.dicom.header import Header
from xraycolor_gui.io.dicom.native_pixels import PixelLayout


def functional_group(header: Header, frame: int, macro: str) -> Header | None:
    """Item of a functional group macro for one frame (PS3.3 C.7.6.16): per frame first, then shared."""
    per_frame = header.items("PerFrameFunctionalGroupsSequence")
    groups = (*per_frame[frame : frame + 1], *header.items("SharedFunctionalGroupsSequence")[:1])
    for group in groups:
        items = group.items(macro)
        if items:
            return items[0]
    return None


def modality(header: Header, frame: int, signed: bool) -> Rescale | LookupTable:
    """Modality LUT Sequence, else rescale (PS3.3 C.11.1); identity where the file has neither."""
    for item in header.items("ModalityLUTSequence")[:1]:
        table = lookup_table(item, signed, header.text("ModalityLUTType"))
        if table is not None:
            return table
        header.notes.append("The Modality LUT is empty or damaged and was left out.")
    holder = functional_group(header, frame, "PixelValueTransformationSequence") or header
    slope, intercept = holder.number("RescaleSlope"), holder.number("RescaleIntercept")
    if slope == 0:
        header.notes.append("Rescale Slope is zero and was left out.")
        slope = None
    stated = slope is not None and intercept is not None
    return Rescale(1.0 if slope is None else slope, intercept or 0.0, holder.text("RescaleType"), stated)


def voi(header: Header, frame: int, signed: bool) -> tuple[Window | LookupTable, ...]:
    """Every VOI LUT, then every window the file states (PS3.3 C.11.2), in its order; unusable ones become notes."""
    holder = functional_group(header, frame, "FrameVOILUTSequence") or header
    tables = []
    for item in holder.items("VOILUTSequence"):
        table = lookup_table(item, signed, item.text("LUTExplanation"))
        if table is None:
            header.notes.append("A VOI LUT is empty or damaged and was left out.")
        else:
            tables.append(table)
    return (*tables, *_windows(holder))


def lookup_table(item: Header, signed: bool, explanation: str = "") -> LookupTable | None:
    """One LUT item; None where it cannot be used. signed: the values going in may be negative."""
    return lookup_table_data(item, "LUTDescriptor", "LUTData", signed, explanation)


def lookup_table_data(
    item: Header, descriptor_keyword: str, data_keyword: str, signed: bool, explanation: str = ""
) -> LookupTable | None:
    """A table by its descriptor (entries, first value mapped, bits) and its data (PS3.3 C.11.1.1); None if unusable."""
    descriptor = item.words(descriptor_keyword)
    if len(descriptor) != 3:
        return None
    entries, first, bits = descriptor[0] or 65536, descriptor[1], descriptor[2]
    if entries < 0:
        entries += 65536
    if signed and first > 32767:
        first -= 65536
    data = _table_data(item, data_keyword, entries)
    if data.size == 0:
        return None
    if not 1 <= bits <= 16:
        item.notes.append(f"A lookup table says {bits} bits; the depth of its values is used.")
        bits = max(int(data.max()).bit_length(), 1)
    if data.size < entries:
        item.notes.append(f"A lookup table has {data.size} of {entries} entries; its last one goes on.")
    return LookupTable(first, data[:entries], bits, explanation)


def inverse(header: Header) -> bool:
    """Lowest value white: MONOCHROME1 or Presentation LUT Shape INVERSE, which say the same (PS3.3 C.7.6.3.1.2)."""
    said = header.text("PhotometricInterpretation").upper(), header.text("PresentationLUTShape").upper()
    return said[0] == "MONOCHROME1" or said[1] == "INVERSE"


def padding(header: Header, facts: PixelLayout) -> Padding | None:
    """Pixel Padding Value and Range Limit (PS3.3 C.7.5.1.1.2) in stored values of the file's signedness."""
    value = header.words("PixelPaddingValue", facts.signed)
    if not value:
        return None
    limit = header.words("PixelPaddingRangeLimit", facts.signed) or value
    ends = sorted(_as_stored(end, facts) for end in (value[0], limit[0]))
    return Padding(ends[0], ends[1])


def _as_stored(value: int, facts: PixelLayout) -> int:
    if facts.signed and value > 32767:
        return value - 65536
    if not facts.signed and value < 0:
        return value + 65536
    return value


def _windows(holder: Header) -> tuple[Window, ...]:
    """Centres and widths that stand in the same place; a place where one of them is missing makes no window."""
    centers, widths = holder.numbers_in_place("WindowCenter"), holder.numbers_in_place("WindowWidth")
    explanations = holder.texts_in_place("WindowCenterWidthExplanation")
    function = _function(holder)
    if len(centers) != len(widths):
        holder.notes.append(
            f"{len(centers)} window centres but {len(widths)} window widths; only whole pairs are used."
        )
    windows = []
    for index, (center, width) in enumerate(zip(centers, widths, strict=False)):
        explanation = explanations[index] if index < len(explanations) else ""
        if center is None or width is None:
            if center is not width:
                holder.notes.append("A window without centre or width was left out.")
            continue
        windows.append(Window(center, width, function, explanation))
    return tuple(windows)


def _function(holder: Header) -> WindowFunction:
    word = holder.text("VOILUTFunction").upper() or "LINEAR"
    try:
        return WindowFunction(word)
    except ValueError:
        holder.notes.append("The VOI LUT Function is not one that DICOM defines; LINEAR is used.")
        return WindowFunction.LINEAR


def _table_data(item: Header, keyword: str, entries: int) -> NDArray[np.uint16]:
    raw = item.raw(keyword)
    if isinstance(raw, (bytes, bytearray)):
        if entries <= len(raw) < 2 * entries:
            return np.frombuffer(bytes(raw), np.uint8).astype(np.uint16)
        order = "<" if item.little_endian else ">"
        words = np.frombuffer(bytes(raw[: len(raw) // 2 * 2]), np.dtype(f"{order}u2"))
        return words.astype(np.uint16)
    values = np.asarray([int(value) & 0xFFFF for value in item.numbers(keyword)], np.uint16)
    if values.size and values.size * 2 in (entries, entries + 1):  # two 8-bit entries in each word
        return np.frombuffer(values.astype("<u2").tobytes(), np.uint8).astype(np.uint16)
    return values
