"""Whether a window can be opened here. Qt ends the process when it cannot, so this is asked before Qt is imported."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping

#: Libraries that Qt loads from the system, and the Debian package of each.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
LIBRARIES_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
}
INSTEAD = "`xraycolor colorize FILE -o FOLDER` works without a window."


def missing_display() -> str | None:
    """Why no window can be opened, and what to do, in one line; None when it can."""
    if not sys.platform.startswith("linux"):
        return None
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":", maxsplit=1)[0]
    wayland = platform.startswith("wayland") or (not platform and bool(os.environ.get("WAYLAND_DISPLAY")))
    x11 = not wayland and platform in {"", "xcb"}
    absent = missing_packages(LIBRARIES | (LIBRARIES_X11 if x11 else {}))
    if x11 and not _x11_answers():
        return f"xraycolor: there is no display to open a window on. {INSTEAD}"
    if absent:
        return f"xraycolor: the window needs: sudo apt-get install {' '.join(absent)}. {INSTEAD}"
    return None


def missing_packages(libraries: Mapping[str, str]) -> tuple[str, ...]:
    """Packages of those libraries that the system does not have."""
    return tuple(sorted({package for library, package in libraries.items() if not _loads(library)}))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _x11_answers() -> bool:
    """Whether an X server answers under DISPLAY."""
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused
