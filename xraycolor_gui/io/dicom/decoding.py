"""Compressed frames of DICOM files to arrays, by the coding that the bytes show.

openjpeg (JPEG 2000, HTJ2K), Pillow (8-bit JPEG), pydicom (RLE). What is left goes to a child process with limits on
time and memory (`decoding_child`): GDCM for JPEG lossless and 12-bit JPEG, CharLS for JPEG-LS (damaged frames may keep
it busy for many seconds), openjpeg again for large frames.
"""

from __future__ import annotations

import os
import zlib
from io import BytesIO
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from openjpeg.utils import decode as decode_jpeg_2000
from PIL import Image
from pydicom.encaps import encapsulate, generate_fragments, get_frame
from pydicom.pixels.decoders.base import get_decoder
from pydicom.uid import (
    HTJ2K,
    JPEG2000,
    HTJ2KLossless,
    HTJ2KLosslessRPCL,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    JPEGExtended12Bit,
    JPEGLossless,
    JPEGLosslessSV1,
    JPEGLSLossless,
    JPEGLSNearLossless,
    RLELossless,
)

from xraycolor_gui.core.errors import UnreadableFile
from xraycolor_gui.io.dicom.codestream import Codestream, Coding, inspect
from xraycolor_gui.io.dicom.header import Header
from xraycolor_gui.io.dicom.jpeg_codecs import ChildTimeout, decode_in_child
from xraycolor_gui.io.dicom.native_pixels import PixelLayout
from xraycolor_gui.io.quiet import hush, silenced_warnings
from xraycolor_gui.io.refusals import AGAIN, MAXIMUM_PIXELS, too_large

#: Pixels from which openjpeg, which holds Python's global lock, decodes in a process of its own: the window stays alive
#: for the price of starting it, one or two tenths of a second.
LARGE_FRAME = 2_000_000
DEFLATED_FRAMES = "1.2.840.10008.1.2.8.1"

# openjpeg reads this when a decoder starts; it is the only switch its Python binding leaves for threads
os.environ.setdefault("OPJ_NUM_THREADS", "ALL_CPUS")

hush("openjpeg", "jpeg_ls")


_CODINGS: dict[str, Coding] = {
    JPEGBaseline8Bit: Coding.JPEG,
    JPEGExtended12Bit: Coding.JPEG,
    JPEGLossless: Coding.JPEG_LOSSLESS,
    JPEGLosslessSV1: Coding.JPEG_LOSSLESS,
    JPEGLSLossless: Coding.JPEG_LS,
    JPEGLSNearLossless: Coding.JPEG_LS,
    JPEG2000: Coding.JPEG_2000,
    JPEG2000Lossless: Coding.JPEG_2000,
    HTJ2K: Coding.JPEG_2000,
    HTJ2KLossless: Coding.JPEG_2000,
    HTJ2KLosslessRPCL: Coding.JPEG_2000,
}


class Decoded(NamedTuple):
    """One decoded frame.

    pixels: (rows, columns) or (rows, columns, samples). bits: depth by the stream. rgb: three samples are RGB already.
    knows_sign: the coding states a sign. label_differs: the coding is not the transfer syntax's.
    """

    pixels: NDArray[np.generic]
    bits: int
    rgb: bool
    lossy: bool
    knows_sign: bool = False
    label_differs: bool = False


def encapsulated_frame(value: bytes, header: Header, facts: PixelLayout, frame: int, name: str) -> bytes:
    """The bytes of one compressed frame out of the encapsulated pixel data (PS3.5 A.4)."""
    with silenced_warnings():
        try:
            if facts.frames == 1:
                return _only_frame(value)
            offsets = header.raw("ExtendedOffsetTable"), header.raw("ExtendedOffsetTableLengths")
            extended = offsets if isinstance(offsets[0], bytes) and isinstance(offsets[1], bytes) else None
            return get_frame(value, frame, number_of_frames=facts.frames, extended_offsets=extended)  # type: ignore[arg-type]
        except Exception as error:  # pydicom raises whatever the damaged fragments provoke
            raise UnreadableFile(
                f"{name}: frame {frame + 1} of the compressed pixels is missing or cut off.", AGAIN, str(error)
            ) from error


def decode(frame: bytes, syntax: str, facts: PixelLayout, name: str) -> Decoded:
    """One frame to pixels. Raises UnreadableFile where the bytes are damaged or of an unknown coding."""
    if syntax == RLELossless:
        return _decode_rle(frame, facts, name)
    stream = inspect(frame)
    if stream is None:
        raise UnreadableFile(f"{name}: the compressed pixels are damaged or of an unknown coding.", AGAIN, syntax)
    if not _plausible(stream, facts):
        raise UnreadableFile(f"{name}: the {stream.coding.value} pixels are damaged.", AGAIN, str(stream))
    if stream.rows * stream.columns > MAXIMUM_PIXELS:
        raise too_large(name, stream.rows, stream.columns)
    try:
        pixels, rgb = _decode_stream(frame, stream, facts)
    except ChildTimeout as error:
        raise UnreadableFile(f"{name}: {error}", AGAIN) from error
    except Exception as error:  # codecs raise errors of their own making
        raise UnreadableFile(f"{name}: the {stream.coding.value} pixels are damaged.", AGAIN, str(error)) from error
    differs = _CODINGS.get(syntax, stream.coding) is not stream.coding
    return Decoded(pixels, stream.bits, rgb, stream.lossy, stream.coding is Coding.JPEG_2000, differs)


def _plausible(stream: Codestream, facts: PixelLayout) -> bool:
    """A frame may differ from its header in size, but one many times larger is damaged and would only cost minutes."""
    sides = 0 < stream.rows <= 65535 and 0 < stream.columns <= 65535
    return sides and 1 <= stream.samples <= 4 and stream.rows * stream.columns <= 4 * facts.rows * facts.columns


def inflate_frame(frame: bytes, facts: PixelLayout, name: str) -> bytes:
    """A frame of Deflated Image Frame Compression (PS3.5 A.4.14): raw deflate, some writers add the zlib header."""
    limit = (facts.frame_bits + 7) // 8 + 16
    for window in (-zlib.MAX_WBITS, zlib.MAX_WBITS):
        try:
            return zlib.decompressobj(window).decompress(frame, limit)
        except zlib.error:
            continue
    raise UnreadableFile(f"{name}: the deflated pixels are damaged.", AGAIN)


def _only_frame(value: bytes) -> bytes:
    fragments = list(generate_fragments(value))
    return b"".join(fragments[1:])


def _decode_stream(frame: bytes, stream: Codestream, facts: PixelLayout) -> tuple[NDArray[np.generic], bool]:
    if stream.coding is Coding.JPEG_2000:
        large = stream.rows * stream.columns > LARGE_FRAME
        pixels: NDArray[np.generic] = decode_in_child(frame, stream) if large else decode_jpeg_2000(frame)
        return pixels, not facts.photometric.startswith("YBR_FULL")
    if stream.coding is Coding.JPEG and stream.bits == 8:
        return _decode_jpeg(frame, stream, facts)
    return decode_in_child(frame, stream), not facts.photometric.startswith("YBR")


def _decode_jpeg(frame: bytes, stream: Codestream, facts: PixelLayout) -> tuple[NDArray[np.generic], bool]:
    with Image.open(BytesIO(frame), formats=("JPEG",)) as image:
        if stream.samples == 1:
            return np.asarray(image), True
        # Without a JFIF or Adobe marker libjpeg would take any three components for YCbCr; the file's tag knows better
        told_rgb = stream.colour_transform is None and facts.photometric == "RGB"
        if told_rgb:
            image.draft("YCbCr", image.size)
            return np.asarray(image), True
        return np.asarray(image.convert("RGB")), True


def _decode_rle(frame: bytes, facts: PixelLayout, name: str) -> Decoded:
    options: dict[str, Any] = {
        "rows": facts.rows,
        "columns": facts.columns,
        "samples_per_pixel": facts.samples,
        "bits_allocated": facts.allocated,
        "bits_stored": facts.bits,
        "pixel_representation": int(facts.signed),
        "photometric_interpretation": facts.photometric,
        "number_of_frames": 1,
        "planar_configuration": 0,
    }
    value = encapsulate([frame])
    with silenced_warnings():
        try:
            decoder = get_decoder(RLELossless)
            pixels, _ = decoder.as_array(value, raw=True, validate=False, decoding_plugin="pydicom", **options)
        except Exception as error:
            raise UnreadableFile(f"{name}: the RLE pixels are damaged or cut off.", AGAIN, str(error)) from error
    return Decoded(pixels, facts.bits, not facts.photometric.startswith("YBR"), lossy=False)
