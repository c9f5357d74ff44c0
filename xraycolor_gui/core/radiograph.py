"""The radiograph: stored pixels, everything needed to present them, and where they came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.origins import Origin
from xraycolor_gui.core.overlays import Overlay
from xraycolor_gui.core.shutters import Shutter


class WindowFunction(Enum):
    """VOI LUT Function, DICOM PS3.3 C.11.2.1.3."""

    LINEAR = "LINEAR"
    LINEAR_EXACT = "LINEAR_EXACT"
    SIGMOID = "SIGMOID"


@dataclass(frozen=True, eq=False, slots=True)
class LookupTable:
    """A Modality or VOI LUT: `data[clip(x - first, 0, len - 1)]`, of `bits` declared depth (PS3.3 C.11.1, C.11.2)."""

    first: int
    data: NDArray[np.uint16]
    bits: int
    explanation: str = ""

    def __post_init__(self) -> None:
        self.data.setflags(write=False)


@dataclass(frozen=True, slots=True)
class Window:
    """Window centre and width in modality units (after the Modality LUT), or in the output units of the LUT `after`.

    after: a VOI LUT that comes first, so that a film shown through one can still be windowed by hand.
    """

    center: float
    width: float
    function: WindowFunction = WindowFunction.LINEAR
    explanation: str = ""
    after: LookupTable | None = None


@dataclass(frozen=True, slots=True)
class Rescale:
    """Rescale Slope and Intercept: modality value = stored · slope + intercept (PS3.3 C.11.1.1.2).

    units: Rescale Type, such as 'HU'; empty where the file does not say. stated: the file gives slope and intercept.
    """

    slope: float = 1.0
    intercept: float = 0.0
    units: str = ""
    stated: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Padding:
    """Pixel Padding Value and Range Limit, in stored values, both inclusive (PS3.3 C.7.5.1.1.2)."""

    low: int
    high: int


class SpacingSource(Enum):
    """What a length on this film means; the value is the phrase shown beside every length."""

    CALIBRATED = "calibrated"
    DETECTOR = "at detector"
    MAGNIFICATION = "magnification-corrected"
    READER = "calibrated by reader"
    UNKNOWN = "px"


@dataclass(frozen=True, slots=True)
class Spacing:
    """Millimetres between rows and between columns, with their source."""

    row_mm: float
    column_mm: float
    source: SpacingSource


@dataclass(frozen=True, slots=True)
class Playback:
    """How fast frames follow each other. told: the attribute that says so. sweeping: forth and back, else in a loop."""

    frames_per_second: float
    told: str
    sweeping: bool = False


@dataclass(frozen=True, slots=True)
class Labels:
    """What the file itself tells of patient and examination; empty where it is silent. Never logged, never stored.

    laterality: 'R', 'L', 'B' (both sides) or 'U' (an unpaired part), PS3.3 C.7.3.1 and C.8.11.2.
    """

    patient_id: str = ""
    patient_name: str = ""
    sex: str = ""
    age: str = ""
    study_date: str = ""
    study_description: str = ""
    series_description: str = ""
    body_part: str = ""
    view: str = ""
    laterality: str = ""
    modality: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the pixels came from. `format` is 'DICOM', 'PNG', 'TIFF' or 'JPEG'; UIDs are empty outside DICOM.

    image_type: the values of Image Type and of the frame's own type, in capitals (PS3.3 C.7.6.1.1.2, C.8.16.1).
    """

    path: Path
    format: str
    sha256: str = ""
    frame: int = 0
    frames: int = 1
    study_uid: str = ""
    series_uid: str = ""
    sop_instance_uid: str = ""
    sop_class_uid: str = ""
    image_type: tuple[str, ...] = ()
    transfer_syntax: str = ""
    lossy: bool = False

    @property
    def frame_note(self) -> str:
        """Which frame this is, as a sentence; empty for a file with one."""
        return f"Frame {self.frame + 1} of {self.frames} is shown." if self.frames > 1 else ""


@dataclass(frozen=True, eq=False, slots=True)
class Radiograph:
    """One film as stored.

    stored: (rows, columns), integer or float32, read-only; NaN where a float file holds no number.
    luminance: True where the file holds colour and `stored` is the luminance of it.
    coloured: True where its colours are more than the tint of a scanned film.
    bits: bits that the stored values may use (16 for float).
    voi: every window and VOI LUT the file states, in the file's order; may be empty.
    inverse: True when the lowest value is to be shown white (MONOCHROME1 or Presentation LUT Shape INVERSE).
    orientation: PatientOrientation (row direction, column direction) as in the file, or None. Never guessed.
    pixel_aspect: height of a pixel divided by its width.
    rgb: (rows, columns, 3) 8-bit sRGB of a picture that is not grey throughout: it is shown in these; else None.
    presentation_lut: a presentation state's table over P-values, in whose place `inverse` would else be.
    shutter, overlays: what is covered, and what is drawn over the film.
    burned_in: whether the file says that text is part of the pixels; None where it does not say.
    playback: None where frames are no film in time, or the file tells no rate.
    origins: for each step of the presentation, the attributes it was read from.
    notes: what reading had to assume or repair, one plain sentence each.
    """

    stored: NDArray[np.generic]
    bits: int
    source: Source
    modality: Rescale | LookupTable = field(default_factory=Rescale)
    voi: tuple[Window | LookupTable, ...] = ()
    inverse: bool = False
    padding: Padding | None = None
    spacing: Spacing | None = None
    orientation: tuple[str, str] | None = None
    pixel_aspect: float = 1.0
    luminance: bool = False
    coloured: bool = False
    rgb: NDArray[np.uint8] | None = None
    presentation_lut: LookupTable | None = None
    shutter: Shutter | None = None
    overlays: tuple[Overlay, ...] = ()
    burned_in: bool | None = None
    playback: Playback | None = None
    origins: tuple[Origin, ...] = ()
    labels: Labels = field(default_factory=Labels)
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.stored.ndim != 2:
            raise ValueError(f"stored pixels must be (rows, columns), got shape {self.stored.shape}")
        self.stored.setflags(write=False)
        if self.rgb is not None:
            self.rgb.setflags(write=False)

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, columns)."""
        return self.stored.shape[0], self.stored.shape[1]
