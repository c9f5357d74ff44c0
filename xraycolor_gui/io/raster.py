"""PNG, TIFF and JPEG bytes to a Radiograph."""

from __future__ import annotations

import struct
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, JpegImagePlugin

from xraycolor_gui.core.errors import UnreadableFile, UnsupportedImage, XrayColorError
from xraycolor_gui.core.radiograph import Radiograph, Source, Window
from xraycolor_gui.io.dicom.codestream import Coding, inspect
from xraycolor_gui.io.luminance import COLOUR, eight_bits, full_range, luminance
from xraycolor_gui.io.picture import Picture, without_alpha
from xraycolor_gui.io.quiet import silenced_warnings
from xraycolor_gui.io.refusals import AGAIN, MAXIMUM_PIXELS, too_large
from xraycolor_gui.io.sniff import FileKind
from xraycolor_gui.io.tint import has_colours

#: EXIF orientations other than upright; 0 and beyond 8 mean nothing.
_TURNED = range(2, 9)

# Sizes are checked here before Pillow decodes anything; its own limit would only add warnings.
Image.MAX_IMAGE_PIXELS = None


def read_raster(data: bytes, kind: FileKind, path: Path, sha256: str, frame: int = 0) -> Radiograph:
    """One picture out of a PNG, JPEG or TIFF file. Raises UnreadableFile or UnsupportedImage."""
    readers: dict[FileKind, Callable[[bytes, str], Picture]] = {
        FileKind.PNG: _png,
        FileKind.JPEG: _jpeg,
        FileKind.TIFF: partial(_tiff, frame=frame),
    }
    try:
        with silenced_warnings():
            picture = readers[kind](data, path.name)
    except XrayColorError:
        raise
    except Exception as error:  # codecs raise whatever the damaged bytes provoke
        raise UnreadableFile(
            f"{path.name}: this {kind.value} file is damaged or cut off.", AGAIN, str(error)
        ) from error
    if picture.pixels.ndim not in (2, 3) or picture.pixels.size == 0:
        raise UnreadableFile(f"{path.name}: this {kind.value} file is damaged or cut off.", AGAIN)
    if not 0 <= frame < picture.frames:
        raise UnsupportedImage(f"{path.name}: there is no picture {frame + 1}.", f"It holds {picture.frames}.")
    notes = list(picture.notes)
    if picture.frames > 1:
        notes.append(f"Picture {frame + 1} of {picture.frames} is shown.")
    stored = picture.pixels
    colour = stored.ndim == 3
    coloured = colour and has_colours(stored, picture.bits)
    rgb = None
    if colour:
        pixels = stored
        stored, note = luminance(pixels, picture.bits)
        rgb = eight_bits(pixels, picture.bits) if note is COLOUR else None
        notes.append(note)
    return Radiograph(
        stored=np.ascontiguousarray(stored),
        bits=picture.bits,
        source=Source(path, kind.value, sha256, frame, picture.frames, lossy=picture.lossy),
        voi=_as_displayed(stored, picture.bits, colour),
        inverse=picture.inverse,
        luminance=colour,
        coloured=coloured,
        rgb=rgb,
        notes=tuple(notes),
    )


def _as_displayed(stored: NDArray[np.generic], bits: int, colour: bool) -> tuple[Window, ...]:
    """Pictures hold display values, unless 16 bits carry a shallower detector's values, which would look black."""
    if stored.dtype.kind not in "u" or bits > 16:
        return ()
    plain = colour or bits <= 8 or int(stored.max(initial=0)) >= 2 ** (bits - 1)
    return (full_range(bits),) if plain else ()


def _tiff(data: bytes, name: str, frame: int) -> Picture:
    from xraycolor_gui.io.tiff import tiff_picture  # tifffile is loaded with the first TIFF only

    return tiff_picture(data, frame, name)


def _png(data: bytes, name: str) -> Picture:
    columns, rows, depth, colour_type = struct.unpack_from(">IIBB", data, 16)
    _check_size(name, rows, columns)
    if depth == 16 and colour_type in (2, 4, 6):
        return _deep_png(data)
    with Image.open(BytesIO(data), formats=("PNG",)) as image:
        image.load()
        return _picture_of(image)


def _deep_png(data: bytes) -> Picture:
    """16-bit colour or alpha, which Pillow would cut to 8 bits; here it only proves the chunks, as OpenCV does not."""
    with Image.open(BytesIO(data), formats=("PNG",)) as image:
        image.load()
    decoded = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    if decoded is None or decoded.dtype != np.uint16:
        raise ValueError("not decoded as 16 bit")
    if decoded.ndim == 2:
        return Picture(decoded, 16)
    pixels, notes = without_alpha(decoded, 16)
    return Picture(pixels[..., ::-1] if pixels.ndim == 3 else pixels, 16, notes=notes)


def _jpeg(data: bytes, name: str) -> Picture:
    stream = inspect(data)
    if stream is None:
        raise UnreadableFile(f"{name}: this JPEG file is damaged or cut off.", AGAIN)
    _check_size(name, stream.rows, stream.columns)
    if stream.coding is not Coding.JPEG or stream.bits != 8:
        from xraycolor_gui.io.dicom.jpeg_codecs import ChildTimeout, decode_in_child

        try:
            pixels = decode_in_child(data, stream)
        except ChildTimeout as error:
            raise UnreadableFile(f"{name}: {error}", AGAIN) from error
        return Picture(pixels, stream.bits, lossy=stream.lossy)
    # What `Image.open` would call after it has imported the readers of four other formats.
    with JpegImagePlugin.jpeg_factory(BytesIO(data)) as image:
        image.load()
        if image.getexif().get(0x0112) not in _TURNED:
            return _picture_of(image)._replace(lossy=True)
        from PIL import ImageOps

        picture = _picture_of(ImageOps.exif_transpose(image))
        notes = (*picture.notes, "Turned upright as its EXIF orientation says.")
        return picture._replace(lossy=True, notes=notes)


def _picture_of(image: Image.Image) -> Picture:
    mode = image.mode
    if mode == "1":
        return Picture(np.asarray(image).astype(np.uint8), 1)
    if mode == "L":
        return Picture(np.asarray(image), 8)
    if mode.startswith("I;16"):
        return Picture(np.asarray(image).astype(np.uint16), 16)
    if mode == "I":
        return Picture(np.asarray(image).astype(np.uint16), 16)
    if mode in ("LA", "RGBA") or "transparency" in image.info:
        pixels, notes = without_alpha(np.asarray(image.convert("RGBA")), 8)
        return Picture(pixels, 8, notes=notes)
    return Picture(np.asarray(image.convert("RGB")), 8)


def _check_size(name: str, rows: int, columns: int) -> None:
    if rows <= 0 or columns <= 0:
        raise UnreadableFile(f"{name}: the picture has no size.", AGAIN)
    if rows * columns > MAXIMUM_PIXELS:
        raise too_large(name, rows, columns)
