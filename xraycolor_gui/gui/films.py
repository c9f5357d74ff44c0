"""What the window knows of a film that is open, before and after its pixels were read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol

from xraycolor_gui.core.errors import XrayColorError
from xraycolor_gui.core.radiograph import Labels, Source
from xraycolor_gui.core.study import Instance, Key, Place, patient_key, series_key, study_key
from xraycolor_gui.gui.spoken import spoken

_UNTOLD = Place()


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
    REGION_RECTANGLE = "region-rectangle"
    REGION_ELLIPSE = "region-ellipse"
    REGION_POLYGON = "region-polygon"
    REGION_FREEHAND = "region-freehand"
    REGION_BRUSH = "region-brush"
    REGION_POINT = "region-point"
    REGION_GROWN = "region-grown"


@dataclass(frozen=True, slots=True)
class Film:
    """One open file. `labels` and `source` are None until its header was read; `error` says why it has no picture.

    key: the reader marked it as a key image.
    """

    path: Path
    labels: Labels | None = None
    source: Source | None = None
    state: FilmState = FilmState.WAITING
    error: XrayColorError | None = None
    place: Place = _UNTOLD
    key: bool = False

    @property
    def group(self) -> Key:
        """Films of equal group belong together: those of one patient, of one study, else of one folder."""
        return patient_key(*self._told())

    @property
    def study(self) -> Key:
        """Films of equal study, within a group, belong together more closely."""
        return study_key(*self._told())

    @property
    def series(self) -> Key:
        """Films of equal series, within a study, follow one another."""
        return series_key(*self._told()[:2])

    def _told(self) -> tuple[Labels, Source, Place]:
        """What the header tells, which is nothing before it was read."""
        return self.labels or Labels(), self.source or Source(self.path, ""), self.place


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was found but is not shown, and why.

    instance: what its header tells, where it is sound but holds no picture, such as a presentation state.
    """

    path: Path
    error: XrayColorError
    instance: Instance | None = None

    @property
    def reason(self) -> str:
        """What is wrong, without the file's name: the same for all files of the same fate."""
        return spoken(self.error.what).removeprefix(self.path.name).lstrip(": ")


@dataclass(frozen=True, slots=True)
class Search:
    """How far reading a folder has come. `total` grows as long as folders are walked through.

    namesakes: films that share their SOP Instance UID with a film of other content.
    """

    name: str
    read: int = 0
    total: int = 0
    films: int = 0
    studies: int = 0
    skipped: tuple[Skipped, ...] = ()
    namesakes: int = 0
    running: bool = True


class Searched(Protocol):
    """What a search iterates over: the instance of each film, or why a file is not shown; `found` files so far."""

    @property
    def found(self) -> int: ...

    @property
    def namesakes(self) -> int: ...

    def __iter__(self) -> Iterator[Instance | Unshown]: ...


class Unshown(Protocol):
    """A file that is not shown, as `io.study_walk` tells it."""

    @property
    def path(self) -> Path: ...

    @property
    def error(self) -> XrayColorError: ...

    @property
    def instance(self) -> Instance | None: ...
