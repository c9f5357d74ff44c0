"""Presentation states: how somebody wants a film to be seen, and what they drew on it (DICOM PS3.3 A.33, PS3.4 N).

A state takes the place of what the film itself says: where it is silent about a step, that step does nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from xraycolor_gui.core.origins import Origin, Step
from xraycolor_gui.core.overlays import Overlay
from xraycolor_gui.core.radiograph import LookupTable, Radiograph, Rescale, Source, Window, WindowFunction
from xraycolor_gui.core.shutters import Shutter
from xraycolor_gui.core.turn import UPRIGHT, Turn

#: x and y.
Position = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Reference:
    """An image, or some of its frames (counted from 0; none: all of them)."""

    sop_instance_uid: str
    frames: frozenset[int] = frozenset()

    def names(self, source: Source) -> bool:
        """Whether this film and frame are meant."""
        return self.sop_instance_uid == source.sop_instance_uid and (not self.frames or source.frame in self.frames)


class Units(Enum):
    """What positions count: film pixels (0, 0 is the upper left corner of the first), or shares of what is shown."""

    FILM = "PIXEL"
    SHOWN = "DISPLAY"


class GraphicKind(Enum):
    """Graphic Type, PS3.3 C.10.5.1.2."""

    POINT = "POINT"
    POLYLINE = "POLYLINE"
    CURVE = "INTERPOLATED"
    CIRCLE = "CIRCLE"
    ELLIPSE = "ELLIPSE"


@dataclass(frozen=True, slots=True)
class Graphic:
    """Something drawn.

    points: a line's corners; a circle's middle and a place on it; the ends of an ellipse's long, then short axis.
    """

    kind: GraphicKind
    points: tuple[Position, ...]
    units: Units = Units.FILM
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Words in a box (left, top, right, bottom), or beside an anchor, or both with a line between them."""

    words: str
    anchor: Position | None = None
    anchor_units: Units = Units.FILM
    anchor_visible: bool = False
    box: tuple[float, float, float, float] | None = None
    box_units: Units = Units.FILM


@dataclass(frozen=True, slots=True)
class GraphicAnnotation:
    """What is drawn on the images referenced (none: on all of the state's), on one layer."""

    references: tuple[Reference, ...]
    graphics: tuple[Graphic, ...]
    texts: tuple[Text, ...]
    layer: str = ""


class Size(Enum):
    """Presentation Size Mode, PS3.3 C.10.4."""

    FIT = "SCALE TO FIT"
    TRUE = "TRUE SIZE"
    MAGNIFY = "MAGNIFY"


@dataclass(frozen=True, slots=True)
class DisplayedArea:
    """The part of the film to be shown: least and greatest (column, row), counted from 1; may reach beyond the film.

    magnification: screen pixels per film pixel, for Size.MAGNIFY. aspect: height of a pixel divided by its width.
    """

    references: tuple[Reference, ...]
    first: tuple[int, int]
    last: tuple[int, int]
    size: Size = Size.FIT
    magnification: float | None = None
    aspect: float | None = None


@dataclass(frozen=True, slots=True)
class StatedVoi:
    """Windows and VOI LUTs for the images referenced (none: for all of the state's)."""

    references: tuple[Reference, ...]
    voi: tuple[Window | LookupTable, ...]


@dataclass(frozen=True, eq=False, slots=True)
class PresentationState:
    """One presentation state.

    label, description: Content Label and Description. created: DICOM date, as it stands. path: its file.
    active_groups: groups of the film's own overlays that are to be shown. layers: names from the lowest up.
    """

    path: Path
    sop_instance_uid: str
    label: str
    references: tuple[Reference, ...]
    description: str = ""
    created: str = ""
    modality: Rescale | LookupTable = field(default_factory=Rescale)
    voi: tuple[StatedVoi, ...] = ()
    inverse: bool = False
    presentation_lut: LookupTable | None = None
    shutter: Shutter | None = None
    overlays: tuple[Overlay, ...] = ()
    active_groups: frozenset[int] = frozenset()
    annotations: tuple[GraphicAnnotation, ...] = ()
    areas: tuple[DisplayedArea, ...] = ()
    layers: tuple[str, ...] = ()
    turn: Turn = UPRIGHT
    origins: tuple[Origin, ...] = ()
    notes: tuple[str, ...] = ()

    def names(self, source: Source) -> bool:
        """Whether it may be applied to this film and frame."""
        return _named(self.references, source)


def applied(state: PresentationState, film: Radiograph) -> Radiograph:
    """The film as the state wants it presented. Raises ValueError for a film that the state does not name.

    The film's own polarity gives way to the state's Presentation LUT, as all its other steps do (PS3.4 N.2).
    """
    if not state.names(film.source):
        raise ValueError("the presentation state does not name this film")
    if film.rgb is not None:
        return replace(film, shutter=state.shutter, overlays=_shown_overlays(state, film))
    modality = _of_sign(state.modality, film) if isinstance(state.modality, LookupTable) else state.modality
    voi = next((stated.voi for stated in state.voi if _named(stated.references, film.source)), ())
    turned = replace(film, modality=modality)
    return replace(
        turned,
        voi=tuple(_of_sign(each, film) if isinstance(each, LookupTable) else each for each in voi)
        or (_whole_range(turned),),
        inverse=state.inverse,
        presentation_lut=state.presentation_lut,
        shutter=state.shutter,
        overlays=_shown_overlays(state, film),
        origins=_origins(state, film),
        notes=tuple(dict.fromkeys((*film.notes, *state.notes))),
    )


def annotations_on(state: PresentationState, source: Source) -> tuple[GraphicAnnotation, ...]:
    """What is drawn on this film and frame, from the lowest layer up."""
    order = {name: place for place, name in enumerate(state.layers)}
    found = [each for each in state.annotations if _named(each.references, source)]
    return tuple(sorted(found, key=lambda annotation: order.get(annotation.layer, len(order))))


def area_of(state: PresentationState, source: Source) -> DisplayedArea | None:
    """The part of this film that is to be shown; None: all of it."""
    return next((area for area in state.areas if _named(area.references, source)), None)


def _named(references: Iterable[Reference], source: Source) -> bool:
    references = tuple(references)
    return not references or any(reference.names(source) for reference in references)


def _shown_overlays(state: PresentationState, film: Radiograph) -> tuple[Overlay, ...]:
    own = tuple(overlay for overlay in film.overlays if overlay.group in state.active_groups)
    return (*own, *state.overlays)


def _of_sign(table: LookupTable, film: Radiograph) -> LookupTable:
    """A first value that was written as an unsigned number, for a film of signed ones (PS3.3 C.11.1.1)."""
    if table.first > 32767 and film.stored.dtype.kind == "i":
        return replace(table, first=table.first - 65536)
    return table


def _whole_range(film: Radiograph) -> Window:
    """All values that the Modality LUT can give out: without a VOI in the state they are shown from end to end."""
    modality = film.modality
    if isinstance(modality, LookupTable):
        low, high = 0.0, float((1 << modality.bits) - 1)
    else:
        signed = film.stored.dtype.kind == "i"
        ends = (-(2 ** (film.bits - 1)), 2 ** (film.bits - 1) - 1) if signed else (0, 2**film.bits - 1)
        low, high = sorted(end * modality.slope + modality.intercept for end in ends)
    return Window((low + high) / 2, high - low, WindowFunction.LINEAR_EXACT, "all values")


def _origins(state: PresentationState, film: Radiograph) -> tuple[Origin, ...]:
    """The state's own for the steps it decides; the film's for all others."""
    decided = {Step.MODALITY, Step.VOI, Step.POLARITY, Step.SHUTTER}
    kept = {origin.step: origin for origin in film.origins if origin.step not in decided}
    for origin in state.origins:
        before = kept.get(origin.step)
        kept[origin.step] = (
            Origin(origin.step, (*before.attributes, *origin.attributes), (*before.notes, *origin.notes))
            if before is not None
            else origin
        )
    return tuple(kept[step] for step in Step if step in kept)
