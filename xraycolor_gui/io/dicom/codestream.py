"""The few facts a compressed frame tells about itself: coding, size, depth."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import Enum


class Coding(Enum):
    """Coding of one frame, told from its first bytes and never from the transfer syntax."""

    JPEG = "JPEG"
    JPEG_LOSSLESS = "JPEG lossless"
    JPEG_LS = "JPEG-LS"
    JPEG_2000 = "JPEG 2000"


@dataclass(frozen=True, slots=True)
class Codestream:
    """What stands in a frame's header. `colour_transform`: JFIF or Adobe marker (None: neither), JPEG only."""

    coding: Coding
    rows: int
    columns: int
    samples: int
    bits: int
    signed: bool = False
    lossy: bool = True
    colour_transform: bool | None = None


_SOF = {*range(0xC0, 0xD0), 0xF7} - {0xC4, 0xC8, 0xCC}
_LOSSLESS = {0xC3, 0xC7, 0xCB, 0xCF}
#: Shorter ones end before they tell the transform, and decoders pass over them.
_ADOBE_LENGTH = 14
_BARE = {0x01, *range(0xD0, 0xD9)}


def inspect(frame: bytes) -> Codestream | None:
    """Read the header of a JPEG, JPEG-LS or JPEG 2000 frame; None where it is none of them or too short."""
    try:
        if frame[:2] == b"\xff\xd8":
            return _jpeg(frame)
        start = frame.find(b"\xff\x4f\xff\x51", 0, 4096)
        if start == 0 or (start > 0 and frame[4:6] == b"jP"):
            return _jpeg_2000(frame, start)
    except (struct.error, IndexError):
        return None
    return None


def _jpeg(frame: bytes) -> Codestream | None:
    at, transform = 2, None
    while at + 4 <= len(frame):
        if frame[at] != 0xFF:
            return None
        marker = frame[at + 1]
        if marker == 0xFF or marker in _BARE:
            at += 1 if marker == 0xFF else 2
            continue
        length = struct.unpack_from(">H", frame, at + 2)[0]
        if marker == 0xE0 and frame[at + 4 : at + 8] == b"JFIF":
            transform = True
        elif marker == 0xEE and length >= _ADOBE_LENGTH and frame[at + 4 : at + 9] == b"Adobe":
            transform = frame[at + 15] != 0
        elif marker in _SOF:
            bits, rows, columns, samples = struct.unpack_from(">BHHB", frame, at + 4)
            coding = Coding.JPEG_LS if marker == 0xF7 else Coding.JPEG_LOSSLESS if marker in _LOSSLESS else Coding.JPEG
            return Codestream(coding, rows, columns, samples, bits, False, coding is Coding.JPEG, transform)
        at += 2 + length
    return None


def _jpeg_2000(frame: bytes, start: int) -> Codestream:
    """SIZ segment, ISO 15444-1 A.5.1, and the wavelet of the COD segment, A.6.1."""
    right, bottom, left, top = struct.unpack_from(">4I", frame, start + 8)
    samples, depth = struct.unpack_from(">HB", frame, start + 40)
    lossy, at = False, start + 2
    while at + 4 <= len(frame):
        marker, length = struct.unpack_from(">HH", frame, at)
        if marker == 0xFF52:
            lossy = frame[at + 13] == 0
        if marker == 0xFF90:
            break
        at += 2 + length
    bits = (depth & 0x7F) + 1
    return Codestream(Coding.JPEG_2000, bottom - top, right - left, samples, bits, bool(depth & 0x80), lossy)
