"""What the window knows of a film that is open, before and after its pixels were read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from xraycolor_gui.core.errors import XrayColorError
from xraycolor_gui.core.radiograph import Labels, Source


class FilmState(Enum):
    """How far a film has come on its way to colour."""

    WAITING = "waiting"
    GREY = "grey"
    COLOURING = "colouring"
    COLOURED = "coloured"
    GREY_ONLY = "grey only"
    STAYS_GREY = "stays grey"
    UNREADABLE = "unreadable"


class Tool(Enum):
    """What a left drag on a picture does."""

    WINDOW = "window"
    ZOOM = "zoom"
    PAN = "pan"
    LENGTH = "length"
    ANGLE = "angle"
    COBB = "cobb"
    HEART_CHEST = "heart-chest"
    RECTANGLE = "rectangle"
    ELLIPSE = "ellipse"
    CALIBRATION = "calibration"


@dataclass(frozen=True, slots=True)
class Film:
    """One open file. `labels` and `source` are None until its header was read; `error` says why it has no picture."""

    path: Path
    labels: Labels | None = None
    source: Source | None = None
    state: FilmState = FilmState.WAITING
    error: XrayColorError | None = None

    @property
    def group(self) -> tuple[str, str]:
        """Films of equal group belong together: ("study", its UID or patient and date), else ("folder", path)."""
        if self.source is not None and self.source.study_uid:
            return "study", self.source.study_uid
        if self.labels is not None and self.labels.patient_id:
            return "study", f"{self.labels.patient_id}\n{self.labels.study_date}"
        return "folder", str(self.path.parent)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was found but is not shown, and why."""

    path: Path
    error: XrayColorError


@dataclass(frozen=True, slots=True)
class Search:
    """How far reading a folder has come. `total` is 0 until the folder was walked through."""

    name: str
    read: int = 0
    total: int = 0
    films: int = 0
    skipped: tuple[Skipped, ...] = ()
    running: bool = True


def in_groups(films: tuple[Film, ...]) -> tuple[Film, ...]:
    """The films with those of one study or folder side by side, groups in order of first appearance."""
    order: dict[tuple[str, str], int] = {}
    for film in films:
        order.setdefault(film.group, len(order))
    return tuple(sorted(films, key=lambda film: order[film.group]))
