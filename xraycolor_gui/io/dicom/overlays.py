"""Overlay planes of a DICOM file: in groups of their own, or in bits of the pixels that no value uses (PS3.3 C.9.2)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.overlays import Overlay, lies_outside
from xraycolor_gui.io.dicom.header import Header
from xraycolor_gui.io.refusals import MAXIMUM_PIXELS

GROUPS = range(0x6000, 0x6020, 2)
_ROWS, _COLUMNS, _FRAMES, _KIND, _ORIGIN, _FIRST_FRAME = "0010", "0011", "0015", "0040", "0050", "0051"
_DESCRIPTION, _BIT_POSITION, _LABEL, _DATA = "0022", "0102", "1500", "3000"


def overlays(
    header: Header, shape: tuple[int, int], frame: int = 0, words: NDArray[np.generic] | None = None
) -> tuple[Overlay, ...]:
    """Every plane of one frame, in the order of their groups; broken ones become notes.

    shape: rows and columns of the film. words: the frame's pixels with all their bits, where they are at hand.
    """
    found = []
    for group in GROUPS:
        number = f"{group:04X}"
        if number + _DATA in header:
            plane = _own_plane(header, number, frame)
        elif number + _BIT_POSITION in header:
            plane = _embedded_plane(header, number, words)
        else:
            continue
        if plane is None:
            header.notes.append("An overlay in this file is damaged and was left out.")
        elif plane.size:
            overlay = _described(header, group, plane, embedded=number + _DATA not in header)
            if lies_outside(overlay, shape):
                header.notes.append("An overlay lies partly outside the film and is cut off there.")
            found.append(overlay)
    return tuple(found)


def _described(header: Header, group: int, plane: NDArray[np.bool_], embedded: bool) -> Overlay:
    number = f"{group:04X}"
    origin = header.words(number + _ORIGIN, signed=True)
    row, column = (origin[0], origin[1]) if len(origin) == 2 else (1, 1)
    kind = "region" if header.text(number + _KIND).upper() == "R" else "graphics"
    label = header.text(number + _LABEL) or header.text(number + _DESCRIPTION)
    return Overlay(plane, row, column, group, kind, label, embedded)


def _own_plane(header: Header, number: str, frame: int) -> NDArray[np.bool_] | None:
    """Bits packed from the lowest on, frame after frame without a gap; an empty plane where this frame has none."""
    rows, columns = header.integer(number + _ROWS) or 0, header.integer(number + _COLUMNS) or 0
    data = header.raw(number + _DATA)
    if min(rows, columns) <= 0 or rows * columns > MAXIMUM_PIXELS or not isinstance(data, (bytes, bytearray)):
        return None
    frames = header.integer(number + _FRAMES) or 1
    which = frame - ((header.integer(number + _FIRST_FRAME) or 1) - 1) if frames > 1 else 0
    if not 0 <= which < frames:
        return np.zeros((0, 0), np.bool_)
    raw = np.frombuffer(bytes(data), np.uint8)
    if not header.little_endian and header.dataset[int(number + _DATA, 16)].VR == "OW":
        raw = raw[: len(raw) // 2 * 2].reshape(-1, 2)[:, ::-1].reshape(-1)
    first, count = which * rows * columns, rows * columns
    bits = np.unpackbits(raw[first // 8 : (first + count + 7) // 8], bitorder="little")[first % 8 : first % 8 + count]
    return bits.reshape(rows, columns).astype(np.bool_) if bits.size == count else None


def _embedded_plane(header: Header, number: str, words: NDArray[np.generic] | None) -> NDArray[np.bool_] | None:
    """One bit of every pixel (retired, PS3.5 8.1.2 of 2004); compressed pixels cannot hold any."""
    position = header.integer(number + _BIT_POSITION)
    if words is None or words.ndim != 2 or words.dtype.kind not in "iu" or position is None:
        return None
    if not 0 <= position < 8 * words.dtype.itemsize:
        return None
    plain = words.view(np.dtype(f"u{words.dtype.itemsize}"))
    plane: NDArray[np.bool_] = ((plain >> position) & 1).astype(np.bool_)
    return plane
