"""What a DICOM file covers: the Display Shutter and Bitmap Display Shutter modules (PS3.3 C.7.6.11 and C.7.6.15)."""

from __future__ import annotations

from collections.abc import Callable

from xraycolor_gui.core.overlays import Overlay
from xraycolor_gui.core.shutters import Bitmap, Circle, Polygon, Rectangle, Shape, Shutter
from xraycolor_gui.io.dicom.header import Header


def shutter(header: Header, overlays: tuple[Overlay, ...] = ()) -> Shutter | None:
    """Every shape that is whole, and their P-value; None where there is none. A broken shape becomes a note.

    overlays: the planes among which a bitmap shutter finds its own.
    """
    readers: dict[str, Callable[[Header], Shape | None]] = {
        "RECTANGULAR": _rectangle,
        "CIRCULAR": _circle,
        "POLYGONAL": _polygon,
        "BITMAP": lambda header: _bitmap(header, overlays),
    }
    shapes: list[Shape] = []
    for word in header.texts("ShutterShape"):
        reader = readers.get(word.upper())
        shape = reader(header) if reader is not None else None
        if shape is None:
            header.notes.append("A shutter in this file is not understood and was left out.")
        else:
            shapes.append(shape)
    if not shapes:
        return None
    value = header.words("ShutterPresentationValue")
    return Shutter(tuple(shapes), min(max(value[0], 0), 0xFFFF) / 0xFFFF if value else 0.0)


def shutter_group(header: Header) -> int | None:
    """Group of the overlay that is a bitmap shutter and so is not drawn."""
    group = header.words("ShutterOverlayGroup")
    return group[0] if group else None


def _rectangle(header: Header) -> Rectangle | None:
    edges = [
        header.integer(f"Shutter{edge}Edge")
        for edge in ("UpperHorizontal", "LowerHorizontal", "LeftVertical", "RightVertical")
    ]
    whole = [edge for edge in edges if edge is not None]
    if len(whole) != 4 or whole[0] > whole[1] or whole[2] > whole[3]:
        return None
    return Rectangle(*whole)


def _circle(header: Header) -> Circle | None:
    center, radius = header.numbers("CenterOfCircularShutter"), header.integer("RadiusOfCircularShutter")
    if len(center) != 2 or radius is None or radius <= 0:
        return None
    return Circle(int(center[0]), int(center[1]), radius)


def _polygon(header: Header) -> Polygon | None:
    """A line of two corners has no inside."""
    numbers = [int(number) for number in header.numbers("VerticesOfThePolygonalShutter")]
    corners = tuple(zip(numbers[0::2], numbers[1::2], strict=False))
    return Polygon(corners) if len(corners) >= 3 and len(numbers) % 2 == 0 else None


def _bitmap(header: Header, overlays: tuple[Overlay, ...]) -> Bitmap | None:
    group = shutter_group(header)
    plane = next((overlay for overlay in overlays if overlay.group == group), None)
    return Bitmap(plane.plane, plane.row, plane.column) if plane is not None else None
