"""The pixel description of a DICOM image (PS3.3 C.7.6.3), and native pixels by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.errors import UnreadableFile, UnsupportedImage
from xraycolor_gui.io.refusals import AGAIN, MAXIMUM_PIXELS, too_large

if TYPE_CHECKING:
    # For the hints alone: a picture that is no DICOM is read without loading pydicom.
    from xraycolor_gui.io.dicom.header import Header


class PixelLayout(NamedTuple):
    """How stored pixels are to be understood; every field is checked and in range.

    bits: bits that values use (Bits Stored); shift: unused bits below them (High Bit above Bits Stored - 1).
    """

    rows: int
    columns: int
    samples: int
    allocated: int
    bits: int
    shift: int
    signed: bool
    photometric: str
    planar: bool
    frames: int
    floating: bool

    @property
    def frame_bits(self) -> int:
        """Size of one native frame in bits."""
        samples = 2 if self.photometric == "YBR_FULL_422" and self.samples == 3 else self.samples
        return self.rows * self.columns * samples * self.allocated


def layout(header: Header, keyword: str, name: str) -> PixelLayout:
    """Read the pixel description. Raises UnreadableFile or UnsupportedImage where pixels cannot be made from it."""
    rows, columns = header.integer("Rows") or 0, header.integer("Columns") or 0
    if rows <= 0 or columns <= 0:
        raise UnreadableFile(f"{name}: rows or columns are missing or zero.", AGAIN)
    if rows * columns > MAXIMUM_PIXELS:
        raise too_large(name, rows, columns)
    floating = keyword != "PixelData"
    allocated = {"FloatPixelData": 32, "DoubleFloatPixelData": 64}.get(keyword) or header.integer("BitsAllocated") or 0
    if allocated not in (1, 8, 12, 16, 32, 64):
        raise UnsupportedImage(f"{name}: {allocated} bits allocated per pixel are not supported.", AGAIN)
    samples = header.integer("SamplesPerPixel") or 1
    if samples not in (1, 3, 4):
        raise UnsupportedImage(f"{name}: {samples} samples per pixel.", "Open an image with one or three.")
    bits, shift = _used_bits(header, allocated)
    frames = header.integer("NumberOfFrames")
    if frames is not None and frames < 1:
        header.notes.append("The number of frames is not positive; one frame is assumed.")
    photometric = header.text("PhotometricInterpretation").upper() or ("RGB" if samples == 3 else "MONOCHROME2")
    if "PhotometricInterpretation" not in header:
        header.notes.append(f"The photometric interpretation is missing; {photometric} is assumed.")
    return PixelLayout(
        rows=rows,
        columns=columns,
        samples=samples,
        allocated=allocated,
        bits=bits,
        shift=shift,
        signed=header.integer("PixelRepresentation") == 1 and not floating,
        photometric=photometric,
        planar=samples > 1 and header.integer("PlanarConfiguration") == 1,
        frames=max(frames or 1, 1),
        floating=floating,
    )


def native_frame(
    data: memoryview, facts: PixelLayout, frame: int, little_endian: bool, name: str
) -> NDArray[np.generic]:
    """One uncompressed frame: (rows, columns) or (rows, columns, samples), in native byte order.

    Raises UnreadableFile when the frame is not wholly there.
    """
    first, last = frame * facts.frame_bits, (frame + 1) * facts.frame_bits
    if last > len(data) * 8:
        raise cut_off(name, len(data), (facts.frames * facts.frame_bits + 7) // 8)
    raw = np.frombuffer(data[first // 8 : (last + 7) // 8], np.uint8)
    if facts.allocated == 1:
        values: NDArray[np.generic] = np.unpackbits(raw, bitorder="little")[first % 8 : first % 8 + facts.frame_bits]
    elif facts.allocated == 12:
        values = _unpack_12(raw, facts.frame_bits // 12)
    else:
        kind = "f" if facts.floating else "i" if facts.signed else "u"
        order = "<" if little_endian else ">"
        stored = raw.view(np.dtype(f"{order}{kind}{facts.allocated // 8}"))
        # a data set's pixels may begin at an odd place of the file
        values = np.require(stored, stored.dtype.newbyteorder("="), ["ALIGNED"])
    return _shaped(values, facts)


def cut_off(name: str, present: int, expected: int) -> UnreadableFile:
    """The refusal of pixels that are not wholly there; sizes in bytes."""
    unit, word = (1_000_000, "MB") if expected >= 1_000_000 else (1_000, "kB") if expected >= 10_000 else (1, "bytes")
    have, want = round(present / unit), round(expected / unit)
    if have == want and unit > 1:
        have, want, word = present, expected, "bytes"
    return UnreadableFile(f"{name}: the pixels are cut off, {have} of {want} {word} are there.", AGAIN)


def used_bits_only(
    pixels: NDArray[np.generic], facts: PixelLayout, decoded_bits: int, header: Header
) -> tuple[NDArray[np.generic], int]:
    """Values freed of the bits that Bits Stored and High Bit leave out, and the number of bits they use.

    Bits beyond Bits Stored hold overlays, the sign or nothing of meaning in sound files (PS3.5 8.1.1); where the
    picture is smoother with them, Bits Stored itself is wrong, and they are kept. decoded_bits: depth by the decoder.
    """
    if pixels.dtype.kind not in "iu":
        return pixels, 16
    if facts.allocated == 1 or (facts.bits >= pixels.dtype.itemsize * 8 and facts.shift == 0):
        return pixels, min(facts.bits, decoded_bits)
    if facts.shift:
        shifted = pixels.view(np.dtype(f"u{pixels.dtype.itemsize}")) >> facts.shift
        return sign_extended(shifted.view(pixels.dtype), facts.bits, facts.signed), facts.bits
    low, high = int(pixels.min()), int(pixels.max())
    half = 2 ** (facts.bits - 1)
    if low >= -half * facts.signed and high < (half if facts.signed else 2 * half):
        return pixels, facts.bits
    masked = sign_extended(pixels, facts.bits, facts.signed)
    if _overlay_bits(header) or _roughness(masked) <= _roughness(pixels):
        return masked, facts.bits
    needed = max(high.bit_length(), (-low - 1).bit_length() if low < 0 else 0) + facts.signed
    header.notes.append(f"Bits Stored says {facts.bits}, but the values use {needed} bits; they are kept as they are.")
    return pixels, needed


def sign_extended(pixels: NDArray[np.generic], bits: int, signed: bool) -> NDArray[np.generic]:
    """Values of which only the lowest `bits` count, read as signed or unsigned numbers."""
    unused = pixels.dtype.itemsize * 8 - bits
    kind = "i" if signed else "u"
    lifted = pixels.view(np.dtype(f"{kind}{pixels.dtype.itemsize}")) << max(unused, 0)
    extended: NDArray[np.generic] = lifted >> max(unused, 0)
    return extended


def _used_bits(header: Header, allocated: int) -> tuple[int, int]:
    bits = header.integer("BitsStored") or allocated
    if not 1 <= bits <= allocated:
        header.notes.append(f"Bits Stored says {bits}, which does not fit {allocated} bits allocated.")
        bits = allocated
    high = header.integer("HighBit")
    shift = 0 if high is None else high - bits + 1
    if not 0 <= shift <= allocated - bits:
        header.notes.append("High Bit does not fit Bits Stored and was left out.")
        shift = 0
    return bits, shift


def _unpack_12(raw: NDArray[np.uint8], count: int) -> NDArray[np.uint16]:
    """Two values in three bytes, as ACR-NEMA packed them."""
    padded = np.concatenate([raw, np.zeros(-len(raw) % 3, np.uint8)]).reshape(-1, 3).astype(np.uint16)
    pairs = np.stack([padded[:, 0] | (padded[:, 1] & 15) << 8, padded[:, 1] >> 4 | padded[:, 2] << 4], axis=1)
    return pairs.reshape(-1)[:count]


def _shaped(values: NDArray[np.generic], facts: PixelLayout) -> NDArray[np.generic]:
    if facts.samples == 1:
        return values.reshape(facts.rows, facts.columns)
    if facts.photometric == "YBR_FULL_422":
        pairs = values.reshape(-1, 4)
        full = np.stack([pairs[:, [0, 1]], pairs[:, [2, 2]], pairs[:, [3, 3]]], axis=2)
        return full.reshape(facts.rows, facts.columns, 3)
    if facts.planar:
        return np.moveaxis(values.reshape(facts.samples, facts.rows, facts.columns), 0, 2)
    return values.reshape(facts.rows, facts.columns, facts.samples)


def _roughness(pixels: NDArray[np.generic]) -> float:
    """Mean step between neighbours in some rows: wrapped or spoilt values step far."""
    rows = pixels[:: max(len(pixels) // 64, 1)].astype(np.float64)
    return float(np.abs(np.diff(rows, axis=1)).mean()) if rows.shape[1] > 1 else 0.0


def _overlay_bits(header: Header) -> bool:
    """Overlay planes inside the pixel data (retired, 60xx,0102 Overlay Bit Position above zero)."""
    for group in range(0x6000, 0x6020, 2):
        tag = (group << 16) | 0x0102
        if tag in header.dataset and (group << 16) | 0x3000 not in header.dataset:
            return True
    return False
