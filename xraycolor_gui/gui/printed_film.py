"""A film as it is to be printed: taken when it is asked for, so that nothing changes while the reader goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from xraycolor_gui.core.radiograph import SpacingSource
from xraycolor_gui.gui.opinion import corner_lines
from xraycolor_gui.gui.printed_page import Page, Printed, with_pictures
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.shown import Shown, drawn, shown_now
from xraycolor_gui.gui.views.corners import window_lines
from xraycolor_gui.gui.views.drawn.layer import Drawing
from xraycolor_gui.gui.views.film_texts import patient_lines
from xraycolor_gui.gui.words import day_text, examination

#: No side of a picture has more pixels: as much as 300 an inch of A3.
_LONGEST = 4961


class Choice(NamedTuple):
    """What the reader wants on the page. identity: whose film it is."""

    which: Printed
    true_size: bool
    measurements: bool
    identity: bool


@dataclass(frozen=True, eq=False, slots=True)
class Pictures:
    """The film in grey and as it is coloured, (rows, columns, 3), as it lies before the reader."""

    grey: NDArray[np.uint8]
    colour: NDArray[np.uint8]

    def smaller(self, longest: int) -> Pictures:
        """The same with no side above `longest` pixels."""
        rows, columns = self.grey.shape[:2]
        scale = longest / max(rows, columns)
        if scale >= 1:
            return self
        size = max(round(columns * scale), 1), max(round(rows * scale), 1)
        made = (cv2.resize(each, size, interpolation=cv2.INTER_AREA) for each in (self.grey, self.colour))
        return Pictures(*(np.ascontiguousarray(each, np.uint8) for each in made))


@dataclass(frozen=True, eq=False, slots=True)
class PrintedFilm:
    """page: without pictures and words. grey_words, colour_words: how it is shown in grey, and in colour besides."""

    shown: Shown
    page: Page
    drawings: tuple[Drawing, ...]
    grey_words: tuple[str, ...]
    colour_words: tuple[str, ...]

    @property
    def has_colour(self) -> bool:
        return self.shown.colouring.shown is not None

    @property
    def has_scale(self) -> bool:
        return self.page.spacing.source is not SpacingSource.UNKNOWN

    def pictures(self) -> Pictures:
        """Drawn as they are exported; for a worker."""
        turn = self.page.turn
        grey = turn.turned(drawn(replace(self.shown, strength=0.0), _LONGEST)[1])
        return Pictures(grey, turn.turned(drawn(self.shown, _LONGEST)[1]) if self.has_colour else grey)

    def filled(self, pictures: Pictures, choice: Choice) -> Page:
        """The page as the reader wants it, as far as the film has what is wanted."""
        which = choice.which if self.has_colour else Printed.GREY
        words = self.grey_words if which is Printed.GREY else (*self.grey_words, *self.colour_words)
        purpose = QCoreApplication.translate("Print", "Research and teaching, not for primary diagnosis")
        return replace(
            self.page,
            pictures=tuple(with_pictures(which, pictures.grey, pictures.colour)),
            true_size=choice.true_size and self.has_scale,
            drawings=self.drawings if choice.measurements else (),
            head=self._head(choice.identity),
            foot=(" · ".join(words), purpose),
        )

    def _head(self, identity: bool) -> tuple[str, ...]:
        radiograph = self.shown.radiograph
        lines = [examination(radiograph.labels)]
        if identity:
            lines = [*patient_lines(radiograph), day_text(radiograph.labels.study_date)]
        return tuple(line for line in lines if line)


def printed_film(session: Session) -> PrintedFilm | None:
    """The film that a session shows, as it is now; None while there is none."""
    shown = shown_now(session, in_grey=True)
    if shown is None:
        return None
    radiograph, layer = shown.radiograph, session.measured.layers.get(session)
    spacing = session.measured.spacing(radiograph)
    page = Page((), radiograph.shape, session.turn, radiograph.pixel_aspect, spacing, radiograph.orientation)
    drawings = tuple(layer.drawings) if layer is not None else ()
    return PrintedFilm(shown, page, drawings, tuple(window_lines(session)), tuple(corner_lines(session)))
