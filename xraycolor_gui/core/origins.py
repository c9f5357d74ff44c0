"""What a film's presentation was taken from: the attributes of its file, step by step, as the reader met them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Step(Enum):
    """The steps from stored value to screen, in their order (DICOM PS3.4 N.2); the value is the word in JSON."""

    FILE = "file"
    PIXELS = "pixels"
    MODALITY = "modality"
    VOI = "voi"
    POLARITY = "polarity"
    SHUTTER = "shutter"
    OVERLAYS = "overlays"
    GEOMETRY = "geometry"
    SCREEN = "screen"


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute that a step was read from.

    name: 'Window Center'. tag: '(0028,1050)'. value: as it stands in the file, cut where long. place: the sequences
    it lies in, outermost first, joined by ' › '; empty at the top level.
    """

    name: str
    tag: str
    value: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one step came from. notes: what had to be assumed or repaired on the way, one plain sentence each."""

    step: Step
    attributes: tuple[Attribute, ...] = ()
    notes: tuple[str, ...] = ()
