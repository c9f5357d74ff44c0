"""Reading presentation states: the grey ones and those for colour pictures (PS3.3 A.33.1 and A.33.2)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path

from xraycolor_gui.core.errors import UnsupportedImage, XrayColorError
from xraycolor_gui.core.origins import Step
from xraycolor_gui.core.overlays import Overlay
from xraycolor_gui.core.presentation_state import (
    DisplayedArea,
    Graphic,
    GraphicAnnotation,
    GraphicKind,
    Position,
    PresentationState,
    Reference,
    Size,
    StatedVoi,
    Text,
    Units,
)
from xraycolor_gui.core.radiograph import LookupTable
from xraycolor_gui.core.turn import UPRIGHT, Turn
from xraycolor_gui.io.dicom import look as dicom_look
from xraycolor_gui.io.dicom import overlays as dicom_overlays
from xraycolor_gui.io.dicom import shutter as dicom_shutter
from xraycolor_gui.io.dicom.header import Header
from xraycolor_gui.io.dicom.parse import parse
from xraycolor_gui.io.dicom.trail import Trail
from xraycolor_gui.io.read import file_bytes

#: Grayscale and Color Softcopy Presentation State Storage.
_CLASSES = {"1.2.840.10008.5.1.4.1.1.11.1", "1.2.840.10008.5.1.4.1.1.11.2"}
_PLACE = "presentation state"
_LEFT_OUT = "Something drawn in the presentation state is not understood and was left out."


def read_presentation_state(path: str | Path) -> PresentationState:
    """Read one. Raises UnreadableFile, or UnsupportedImage for what is no presentation state that can be applied."""
    path = Path(path)
    parsed = parse(file_bytes(path), path.name)
    header = Header(parsed.header.dataset, parsed.header.notes, None, _PLACE)
    if header.text("SOPClassUID") not in _CLASSES:
        what = f"{path.name}: not a presentation state that can be applied."
        raise UnsupportedImage(what, "Choose a greyscale softcopy presentation state.")
    trail = Trail(header)
    with trail.step(Step.MODALITY):
        modality = dicom_look.modality(header, 0, signed=False)
    with trail.step(Step.VOI):
        voi = tuple(
            StatedVoi(_references(item), dicom_look.voi(item, 0, signed=False))
            for item in header.items("SoftcopyVOILUTSequence")
        )
    with trail.step(Step.POLARITY):
        inverse, table = _presentation_lut(header)
    with trail.step(Step.OVERLAYS):
        planes = dicom_overlays.overlays(header, (2**31, 2**31))
        active = _active_groups(header)
    with trail.step(Step.SHUTTER):
        shutter = dicom_shutter.shutter(header, planes)
    with trail.step(Step.GEOMETRY):
        turn = _turn(header)
        areas = tuple(filter(None, map(_area, header.items("DisplayedAreaSelectionSequence"))))
    return PresentationState(
        path=path,
        sop_instance_uid=header.text("SOPInstanceUID"),
        label=header.text("ContentLabel"),
        references=_all_references(header),
        description=header.text("ContentDescription"),
        created=header.text("PresentationCreationDate"),
        modality=modality,
        voi=voi,
        inverse=inverse,
        presentation_lut=table,
        shutter=shutter,
        overlays=_own_overlays(planes, active, dicom_shutter.shutter_group(header)),
        active_groups=active - {plane.group for plane in planes},
        annotations=tuple(map(_annotation, header.items("GraphicAnnotationSequence"))),
        areas=areas,
        layers=_layers(header),
        turn=turn,
        origins=trail.origins(),
        notes=tuple(dict.fromkeys(header.notes)),
    )


def presentation_states(paths: Iterable[Path]) -> tuple[PresentationState, ...]:
    """Those of the files that are presentation states; the others are passed over."""
    found = []
    for path in paths:
        try:
            found.append(read_presentation_state(path))
        except XrayColorError:
            continue
    return tuple(found)


def _all_references(header: Header) -> tuple[Reference, ...]:
    return tuple(reference for series in header.items("ReferencedSeriesSequence") for reference in _references(series))


def _references(header: Header) -> tuple[Reference, ...]:
    found = []
    for item in header.items("ReferencedImageSequence"):
        if uid := item.text("ReferencedSOPInstanceUID"):
            frames = frozenset(int(number) - 1 for number in item.numbers("ReferencedFrameNumber"))
            found.append(Reference(uid, frames))
    return tuple(found)


def _presentation_lut(header: Header) -> tuple[bool, LookupTable | None]:
    """Inverse or not, and the table in its place where there is one (PS3.3 C.11.6.1)."""
    for item in header.items("PresentationLUTSequence")[:1]:
        table = dicom_look.lookup_table(item, signed=False, explanation=item.text("LUTExplanation"))
        if table is not None:
            return False, table
        header.notes.append("The Presentation LUT is empty or damaged and was left out.")
    return header.text("PresentationLUTShape").upper() == "INVERSE", None


def _active_groups(header: Header) -> frozenset[int]:
    return frozenset(group for group in dicom_overlays.GROUPS if header.text(f"{group:04X}1001"))


def _own_overlays(
    planes: tuple[Overlay, ...], active: frozenset[int], shutter_group: int | None
) -> tuple[Overlay, ...]:
    return tuple(plane for plane in planes if plane.group in active and plane.group != shutter_group)


def _turn(header: Header) -> Turn:
    """Rotation clockwise in degrees, then the flip (PS3.3 C.10.6)."""
    turned = UPRIGHT.clockwise((header.integer("ImageRotation") or 0) // 90)
    return turned.flipped_across() if header.text("ImageHorizontalFlip").upper() == "Y" else turned


def _layers(header: Header) -> tuple[str, ...]:
    """Names of the graphic layers, from the lowest up."""
    layers = [
        (item.integer("GraphicLayerOrder") or 0, item.text("GraphicLayer"))
        for item in header.items("GraphicLayerSequence")
    ]
    return tuple(name for _, name in sorted(layers))


def _area(item: Header) -> DisplayedArea | None:
    first, last = (item.numbers(f"DisplayedArea{corner}HandCorner") for corner in ("TopLeft", "BottomRight"))
    if len(first) != 2 or len(last) != 2:
        item.notes.append("The displayed area of the presentation state is not whole and was left out.")
        return None
    mode = item.text("PresentationSizeMode").upper()
    return DisplayedArea(
        references=_references(item),
        # The corners are those on the screen: of a turned film either may be the greater.
        first=(int(min(first[0], last[0])), int(min(first[1], last[1]))),
        last=(int(max(first[0], last[0])), int(max(first[1], last[1]))),
        size=next((size for size in Size if size.value == mode), Size.FIT),
        magnification=item.number("PresentationPixelMagnificationRatio"),
        aspect=_aspect(item),
    )


def _aspect(item: Header) -> float | None:
    """Presentation Pixel Spacing, else Aspect Ratio (PS3.3 C.10.4): both are vertical, then horizontal."""
    for keyword in ("PresentationPixelSpacing", "PresentationPixelAspectRatio"):
        pair = item.numbers(keyword)
        if len(pair) == 2 and min(pair) > 0:
            return pair[0] / pair[1]
    return None


def _annotation(item: Header) -> GraphicAnnotation:
    graphics = (_graphic(each) for each in item.items("GraphicObjectSequence"))
    texts = (_text(each) for each in item.items("TextObjectSequence"))
    return GraphicAnnotation(
        references=_references(item),
        graphics=tuple(graphic for graphic in graphics if graphic is not None),
        texts=tuple(text for text in texts if text is not None),
        layer=item.text("GraphicLayer"),
    )


def _graphic(item: Header) -> Graphic | None:
    points = _positions(item.numbers("GraphicData"))
    kind = next((kind for kind in GraphicKind if kind.value == item.text("GraphicType").upper()), None)
    units = _units(item, "GraphicAnnotationUnits")
    least = {GraphicKind.POINT: 1, GraphicKind.ELLIPSE: 4}.get(kind, 2) if kind is not None else 0
    if kind is None or units is None or len(points) < least:
        item.notes.append(_LEFT_OUT)
        return None
    return Graphic(kind, points, units, item.text("GraphicFilled").upper() == "Y")


def _text(item: Header) -> Text | None:
    words = item.paragraph("UnformattedTextValue")
    anchor = _positions(item.numbers("AnchorPoint"))
    corners = _positions(
        (*item.numbers("BoundingBoxTopLeftHandCorner"), *item.numbers("BoundingBoxBottomRightHandCorner"))
    )
    anchor_units = _units(item, "AnchorPointAnnotationUnits")
    box_units = _units(item, "BoundingBoxAnnotationUnits")
    anchored, boxed = len(anchor) == 1 and anchor_units is not None, len(corners) == 2 and box_units is not None
    if not words or not (anchored or boxed):
        item.notes.append(_LEFT_OUT)
        return None
    return Text(
        words=words,
        anchor=anchor[0] if anchored else None,
        anchor_units=anchor_units or Units.FILM,
        anchor_visible=item.text("AnchorPointVisibility").upper() == "Y",
        box=(*corners[0], *corners[1]) if boxed else None,
        box_units=box_units or Units.FILM,
    )


def _units(item: Header, keyword: str) -> Units | None:
    word = item.text(keyword).upper()
    return next((units for units in Units if units.value == word), None)


def _positions(numbers: tuple[float, ...]) -> tuple[Position, ...]:
    """Pairs; none at all where one number is missing or beyond reason."""
    if len(numbers) % 2 or not all(math.isfinite(number) and abs(number) < 1e6 for number in numbers):
        return ()
    return tuple(zip(numbers[0::2], numbers[1::2], strict=True))
