"""Pixels of one DICOM frame as one grey value each, whatever their coding and colour."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
)

from xraycolor_gui.core.errors import UnsupportedImage
from xraycolor_gui.io.dicom.decoding import DEFLATED_FRAMES, Decoded, decode, encapsulated_frame, inflate_frame
from xraycolor_gui.io.dicom.header import Header
from xraycolor_gui.io.dicom.look import lookup_table_data
from xraycolor_gui.io.dicom.native_pixels import PixelLayout, native_frame, sign_extended, used_bits_only
from xraycolor_gui.io.dicom.parse import Parsed, PixelElement
from xraycolor_gui.io.luminance import COLOUR, eight_bits, luminance, ybr_to_rgb
from xraycolor_gui.io.tint import few, has_colours

_NATIVE = {ImplicitVRLittleEndian, ExplicitVRLittleEndian, ExplicitVRBigEndian, DeflatedExplicitVRLittleEndian}
_ITEM = b"\xfe\xff\x00\xe0"


class GreyPixels(NamedTuple):
    """values: (rows, columns). colour: they are the luminance of a colour picture, so no grey presentation applies.

    rgb: (rows, columns, 3) 8 bit, where that picture is not grey throughout. coloured: it shows more than a tint.
    words: the pixels with all their bits, among which overlays may lie; None where they were compressed.
    """

    values: NDArray[np.generic]
    bits: int
    colour: bool
    lossy: bool
    rgb: NDArray[np.uint8] | None = None
    coloured: bool = False
    words: NDArray[np.generic] | None = None


def grey_pixels(parsed: Parsed, element: PixelElement, facts: PixelLayout, frame: int, name: str) -> GreyPixels:
    """Decode one frame. Raises UnreadableFile for damaged or missing pixels, UnsupportedImage for odd colour."""
    value = memoryview(parsed.data)[element.start :]
    if element.length is not None:
        value = value[: element.length]
    encapsulated = _is_encapsulated(parsed, element)
    if encapsulated:
        decoded = _compressed(parsed, bytes(value), facts, frame, name)
    else:
        native = native_frame(value, facts, frame, parsed.little_endian, name)
        decoded = Decoded(native, facts.bits, not facts.photometric.startswith("YBR"), lossy=False)
    values, bits = used_bits_only(decoded.pixels, facts, decoded.bits, parsed.header)
    if values.ndim == 3:
        rgb = _as_rgb(values, bits, decoded.rgb, name)
        grey, note = luminance(rgb, bits)
        parsed.header.notes.append(note)
        colours = eight_bits(rgb, bits) if note is COLOUR else None
        coloured = colours is not None and has_colours(rgb, bits)
        return GreyPixels(grey, bits, colour=True, lossy=decoded.lossy, rgb=colours, coloured=coloured)
    if facts.photometric == "PALETTE COLOR":
        entries, index, bits = _palette(values, parsed.header, name)
        shades, note = luminance(entries, bits)
        parsed.header.notes.append(note)
        colours = eight_bits(entries[0], bits)[index] if note is COLOUR else None
        # A table may hold colours that no pixel has.
        coloured = has_colours(entries[0][few(index)], bits)
        return GreyPixels(shades[0][index], bits, colour=True, lossy=decoded.lossy, rgb=colours, coloured=coloured)
    if values.dtype.kind == "f":
        values = _float32(values, parsed.header)
    return GreyPixels(values, bits, colour=False, lossy=decoded.lossy, words=None if encapsulated else decoded.pixels)


def _is_encapsulated(parsed: Parsed, element: PixelElement) -> bool:
    if element.length is None:
        return True
    return parsed.transfer_syntax not in _NATIVE and parsed.data[element.start : element.start + 4] == _ITEM


def _compressed(parsed: Parsed, value: bytes, facts: PixelLayout, frame: int, name: str) -> Decoded:
    compressed = encapsulated_frame(value, parsed.header, facts, frame, name)
    if parsed.transfer_syntax == DEFLATED_FRAMES:
        inflated = memoryview(inflate_frame(compressed, facts, name))
        pixels = native_frame(inflated, facts._replace(frames=1), 0, True, name)
        return Decoded(pixels, facts.bits, True, lossy=False)
    decoded = decode(compressed, parsed.transfer_syntax, facts, name)
    header = parsed.header
    if decoded.pixels.shape[:2] != (facts.rows, facts.columns):
        header.notes.append("The pixels have another size than the header says; theirs is used.")
    if (decoded.pixels.ndim == 3) != (facts.samples > 1):
        header.notes.append("The pixels have another number of samples than the header says; theirs is used.")
    if decoded.label_differs:
        label = UID(parsed.transfer_syntax).name  # a known one: only those can differ
        header.notes.append(f"The pixels are not coded as {label}; they were read as they are.")
    return _with_sign_of_header(decoded, facts, header)


def _with_sign_of_header(decoded: Decoded, facts: PixelLayout, header: Header) -> Decoded:
    """Give decoded values the signedness of Pixel Representation, bit pattern kept.

    JPEG and JPEG-LS know no sign, and JPEG 2000 writers get theirs wrong; the pattern of bits is right in both.
    """
    pixels = decoded.pixels
    if pixels.ndim == 3 or pixels.dtype.kind not in "iu" or (pixels.dtype.kind == "i") == facts.signed:
        return decoded
    if decoded.knows_sign:
        header.notes.append("The compressed pixels and the header differ about the sign; the header is followed.")
    return decoded._replace(pixels=sign_extended(pixels, decoded.bits, facts.signed))


def _as_rgb(values: NDArray[np.generic], bits: int, rgb: bool, name: str) -> NDArray[np.generic]:
    if values.shape[2] != 3:
        raise UnsupportedImage(f"{name}: {values.shape[2]} samples per pixel.", "Open an image with one or three.")
    if values.dtype.kind == "i":
        values = values.view(np.dtype(f"u{values.dtype.itemsize}"))
    return values if rgb else ybr_to_rgb(values, bits)


def _palette(
    values: NDArray[np.generic], header: Header, name: str
) -> tuple[NDArray[np.generic], NDArray[np.int64], int]:
    """Palette Color Lookup Tables (PS3.3 C.7.6.3.1.5 and .6): (1, entries, 3), each pixel's entry, and the bits."""
    channels = []
    for colour in ("Red", "Green", "Blue"):
        table = lookup_table_data(
            header, f"{colour}PaletteColorLookupTableDescriptor", f"{colour}PaletteColorLookupTableData", signed=False
        )
        if table is None:
            raise UnsupportedImage(f"{name}: its colour palette is missing or damaged.", "Export it again in grey.")
        channels.append(table)
    bits = 16 if max(int(table.data.max()) for table in channels) > 255 else 8
    size = max(table.data.size for table in channels)
    entries = np.stack([np.pad(table.data, (0, size - table.data.size), "edge") for table in channels], axis=1)
    index = np.clip(values.astype(np.int64) - channels[0].first, 0, size - 1)
    return entries[None].astype(np.uint16 if bits == 16 else np.uint8), index, bits


def _float32(values: NDArray[np.generic], header: Header) -> NDArray[np.generic]:
    limit = float(np.finfo(np.float32).max)
    finite = np.isfinite(values)
    if not finite.all():
        header.notes.append("Some pixels are not numbers; they are left out.")
    with np.errstate(over="ignore", invalid="ignore"):
        return np.where(finite, np.clip(values, -limit, limit), np.nan).astype(np.float32)
