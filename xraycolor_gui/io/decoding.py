"""Compressed frames of DICOM files to arrays, by the coding that the bytes show.

openjpeg (JPEG 2000, HTJ2K), CharLS (JPEG-LS), Pillow (8-bit JPEG), pydicom (RLE). What is left, JPEG lossless and
12-bit JPEG, goes to GDCM in a child process (`decoding_child`), with limits on time and memory.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import jpeg_ls
import numpy as np
from numpy.typing import NDArray
from openjpeg.utils import decode as decode_jpeg_2000
from PIL import Image
from pydicom.encaps import encapsulate, generate_fragments, get_frame
from pydicom.pixels.decoders.base import get_decoder
from pydicom.uid import (
    HTJ2K,
    JPEG2000,
    UID,
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

from xraycolor_gui.core.errors import UnreadableFile, UnsupportedImage
from xraycolor_gui.io.codestream import Codestream, Coding, inspect
from xraycolor_gui.io.dicom_header import Header, silenced_warnings
from xraycolor_gui.io.pixels import AGAIN, MAXIMUM_PIXELS, PixelLayout, too_large

CHILD_SECONDS = 60.0
DEFLATED_FRAMES = "1.2.840.10008.1.2.8.1"
_PACKAGE_ROOT = Path(__file__).resolve().parents[2]

# openjpeg reads this when a decoder starts; it is the only switch its Python binding leaves for threads
os.environ.setdefault("OPJ_NUM_THREADS", "ALL_CPUS")


_CODINGS = {
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


class ChildTimeout(Exception):
    """The child process took too long; the message has no file name."""


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
    """One frame to pixels. Raises UnreadableFile where the bytes are damaged, UnsupportedImage for unknown codings."""
    if syntax == RLELossless:
        return _decode_rle(frame, facts, name)
    stream = inspect(frame)
    if stream is None:
        raise UnreadableFile(f"{name}: the compressed pixels are damaged or of an unknown coding.", AGAIN, syntax)
    if stream.rows <= 0 or stream.columns <= 0 or stream.rows * stream.columns > MAXIMUM_PIXELS:
        raise too_large(name, stream.rows, stream.columns)
    if stream.samples not in (1, 3, 4):
        raise UnsupportedImage(f"{name}: {stream.samples} samples per pixel.", "Open an image with one or three.")
    try:
        pixels, rgb = _decode_stream(frame, stream, facts)
    except ChildTimeout as error:
        raise UnreadableFile(f"{name}: {error}", AGAIN) from error
    except Exception as error:  # codecs raise errors of their own making
        raise UnreadableFile(f"{name}: the {stream.coding.value} pixels are damaged.", AGAIN, str(error)) from error
    differs = _CODINGS.get(UID(syntax), stream.coding) is not stream.coding
    return Decoded(pixels, stream.bits, rgb, stream.lossy, stream.coding is Coding.JPEG_2000, differs)


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
        pixels: NDArray[np.generic] = decode_jpeg_2000(frame)
        return pixels, not facts.photometric.startswith("YBR_FULL")
    if stream.coding is Coding.JPEG_LS:
        return decode_jpeg_ls(frame, stream), not facts.photometric.startswith("YBR")
    if stream.coding is Coding.JPEG and stream.bits == 8:
        return _decode_jpeg(frame, stream, facts)
    return decode_in_child(frame, stream), not facts.photometric.startswith("YBR")


def decode_jpeg_ls(frame: bytes, stream: Codestream) -> NDArray[np.generic]:
    """One JPEG-LS frame by CharLS: (rows, columns) or (rows, columns, samples)."""
    buffer, info = jpeg_ls.decode_pixel_data(frame)
    values = np.frombuffer(buffer, np.uint8 if stream.bits <= 8 else np.dtype("<u2"))
    if stream.samples == 1:
        return values.reshape(stream.rows, stream.columns)
    if info["interleave_mode"] == 0:
        return np.moveaxis(values.reshape(stream.samples, stream.rows, stream.columns), 0, 2)
    return values.reshape(stream.rows, stream.columns, stream.samples)


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


def decode_in_child(frame: bytes, stream: Codestream, seconds: float = CHILD_SECONDS) -> NDArray[np.generic]:
    """One JPEG frame through GDCM in a process of its own. A crash, refusal or time-out raises UnreadableFile."""
    syntax = JPEGLossless if stream.coding is Coding.JPEG_LOSSLESS else JPEGExtended12Bit
    facts = {"rows": stream.rows, "columns": stream.columns, "samples": stream.samples, "bits": stream.bits}
    with tempfile.TemporaryDirectory(prefix="xraycolor-") as folder:
        source, target = Path(folder) / "frame", Path(folder) / "pixels.npy"
        source.write_bytes(frame)
        command = [sys.executable, "-m", "xraycolor_gui.io.decoding_child", str(source), str(target)]
        paths = os.pathsep.join([str(_PACKAGE_ROOT), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
        try:
            ended = subprocess.run(
                [*command, json.dumps(facts | {"syntax": str(syntax)})],
                env={**os.environ, "PYTHONPATH": paths, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise ChildTimeout(f"its pixels took more than {seconds:.0f} seconds to decode.") from error
        if ended.returncode != 0 or not target.is_file():
            detail = ended.stderr.decode(errors="replace")[-500:]
            raise RuntimeError(f"decoder ended with {ended.returncode}: {detail}")
        pixels: NDArray[np.generic] = np.load(target, allow_pickle=False)
    return pixels[..., 0] if stream.samples == 1 else pixels
