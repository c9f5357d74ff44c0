"""The sRGB profile that goes into colour DICOM objects."""

from __future__ import annotations

from functools import cache

from PIL import ImageCms

_DATE = slice(24, 36)
_CLASS = slice(12, 16)
#: 1998-02-09, the date of the well-known sRGB profile: the same bytes every day.
_FIXED_DATE = bytes.fromhex("07ce00020009000600310000")


@cache
def srgb_profile() -> bytes:
    """ICC profile of sRGB, made by Little CMS and free of copyright, the same bytes each time.

    DICOM asks for the Input Device class ("scnr") whatever made the pixels (PS3.3 C.11.15.1.1); a matrix profile such
    as this one reads the same under either class.
    """
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_DATE] = _FIXED_DATE
    profile[_CLASS] = b"scnr"
    return bytes(profile) + b"\0" * (len(profile) % 2)
