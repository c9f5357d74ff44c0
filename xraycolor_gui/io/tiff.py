"""TIFF: pages, polarity, depth, orientation."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import tifffile
from numpy.typing import NDArray
from PIL import Image

from xraycolor_gui.core.errors import UnsupportedImage
from xraycolor_gui.io.picture import Picture, without_alpha
from xraycolor_gui.io.quiet import hush
from xraycolor_gui.io.refusals import MAXIMUM_PIXELS, too_large

_MIN_IS_WHITE, _RGB, _PALETTE = 0, 2, 3
_KNOWN = (0, 1, 2, 3, 6)
#: Turns and flips that undo the Orientation tag (TIFF 6.0, tag 274): quarter turns counter-clockwise, then a flip.
_UPRIGHT = {2: (0, True), 3: (2, False), 4: (2, True), 5: (3, True), 6: (3, False), 7: (1, True), 8: (1, False)}

hush("tifffile")


def tiff_picture(data: bytes, frame: int, name: str) -> Picture:
    """One page. Codec errors of tifffile and Pillow pass through; the caller names them."""
    with tifffile.TiffFile(BytesIO(data)) as file:
        frames = len(file.pages)
        if not 0 <= frame < frames:
            raise UnsupportedImage(f"{name}: there is no picture {frame + 1}.", f"It holds {frames}.")
        page = file.pages[frame].aspage()
        if page.imagewidth * page.imagelength * max(page.imagedepth, 1) > MAXIMUM_PIXELS:
            raise too_large(name, page.imagelength, page.imagewidth)
        photometric = int(page.photometric)
        if photometric not in _KNOWN:
            raise UnsupportedImage(f"{name}: the colours of this TIFF are not supported.", "Save it as grey or RGB.")
        try:
            pixels = page.asarray()
        except (ValueError, ImportError, NotImplementedError):  # a compression that tifffile leaves to imagecodecs
            return _by_pillow(data, frame, frames, photometric)
        if pixels.size == 0:
            raise ValueError("no pixels")
        picture = _picture(page, pixels, photometric, name)
        turned, notes = _upright(picture.pixels, page.tags.valueof(274, 1))
    return picture._replace(pixels=turned, frames=frames, notes=(*picture.notes, *notes))


def _picture(page: tifffile.TiffPage, pixels: NDArray[np.generic], photometric: int, name: str) -> Picture:
    pixels = np.squeeze(pixels) if pixels.ndim > 3 else pixels
    if pixels.ndim == 3 and int(page.planarconfig) == 2:
        pixels = np.moveaxis(pixels, 0, 2)
    if pixels.dtype == bool:
        pixels = pixels.astype(np.uint8)
    bits = _bits(page, pixels)
    lossy = int(page.compression) in (6, 7, 34892)
    notes: tuple[str, ...] = ()
    if photometric == _PALETTE and page.colormap is not None:
        colours = np.moveaxis(np.asarray(page.colormap, np.uint16), 0, 1)
        return Picture(colours[np.minimum(pixels, len(colours) - 1)], 16, lossy=lossy)
    if pixels.ndim == 3 and pixels.shape[2] in (2, 4):
        pixels, notes = without_alpha(pixels, bits)
    if pixels.ndim == 3 and pixels.shape[2] == 1:
        pixels = pixels[..., 0]
    if pixels.ndim == 3 and (pixels.shape[2] != 3 or pixels.dtype.kind != "u"):
        raise UnsupportedImage(f"{name}: a volume or an unusual colour TIFF.", "Save one picture as grey or RGB.")
    if pixels.dtype.kind == "f":
        pixels = _float32(pixels)
    elif pixels.dtype.kind not in "iu" or pixels.ndim not in (2, 3):
        raise UnsupportedImage(f"{name}: a TIFF of complex numbers or more than two dimensions.", "Save it as grey.")
    native = pixels.astype(pixels.dtype.newbyteorder("="), copy=False)
    return Picture(native, bits, inverse=photometric == _MIN_IS_WHITE and native.ndim == 2, lossy=lossy, notes=notes)


def _bits(page: tifffile.TiffPage, pixels: NDArray[np.generic]) -> int:
    if pixels.dtype.kind == "f":
        return 16
    told = page.bitspersample if isinstance(page.bitspersample, int) else max(page.bitspersample)
    return min(int(told), pixels.dtype.itemsize * 8)


def _by_pillow(data: bytes, frame: int, frames: int, photometric: int) -> Picture:
    """LZW, JPEG and fax compressions; Pillow has made black zero already in its 1- and 8-bit modes."""
    with Image.open(BytesIO(data), formats=("TIFF",)) as image:
        image.seek(frame)
        image.load()
        lossy = image.info.get("compression") in ("jpeg", "tiff_jpeg")
        if image.mode == "1":
            return Picture(np.asarray(image).astype(np.uint8), 1, frames=frames)
        if image.mode == "L":
            return Picture(np.asarray(image), 8, frames=frames, lossy=lossy)
        if image.mode.startswith("I;16"):
            values = np.asarray(image).astype(np.uint16)
            return Picture(values, 16, inverse=photometric == _MIN_IS_WHITE, frames=frames)
        if image.mode == "F":
            return Picture(_float32(np.asarray(image)), 16, inverse=photometric == _MIN_IS_WHITE, frames=frames)
        return Picture(np.asarray(image.convert("RGB")), 8, frames=frames, lossy=lossy)


def _upright(pixels: NDArray[np.generic], tag: object) -> tuple[NDArray[np.generic], tuple[str, ...]]:
    turn = _UPRIGHT.get(tag) if isinstance(tag, int) else None
    if turn is None:
        return pixels, ()
    turned = np.rot90(pixels, turn[0])
    return np.ascontiguousarray(turned[:, ::-1] if turn[1] else turned), (
        "Turned upright as its orientation tag says.",
    )


def _float32(pixels: NDArray[np.generic]) -> NDArray[np.float32]:
    limit = float(np.finfo(np.float32).max)
    with np.errstate(over="ignore", invalid="ignore"):
        return np.where(np.isfinite(pixels), np.clip(pixels, -limit, limit), np.nan).astype(np.float32)
