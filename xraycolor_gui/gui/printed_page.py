"""One page with a film on it, painted alike on paper, into a PDF and as a preview.

Lengths are in CSS pixels, 96 an inch, whatever the printer's own pixels are: so lines, labels and letters keep the
size that they have on screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from xraycolor_gui.core.orientation import edge_letters
from xraycolor_gui.core.radiograph import Spacing, SpacingSource
from xraycolor_gui.core.turn import Turn
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.measuring.words import source_words
from xraycolor_gui.gui.views import film_texts, marks
from xraycolor_gui.gui.views.drawn.film_view import FilmView
from xraycolor_gui.gui.views.drawn.labels import placed
from xraycolor_gui.gui.views.drawn.layer import Drawing
from xraycolor_gui.gui.views.drawn.painting import paint_drawings
from xraycolor_gui.gui.views.view_geometry import Placement
from xraycolor_gui.gui.words import decimal

#: CSS pixels in a millimetre.
PER_MM = 96 / 25.4
MARGIN = 12 * PER_MM
_LETTERS, _BETWEEN, _LINE = 22.0, 44.0, 16.0


class Printed(Enum):
    """Which pictures of the film are on the page."""

    GREY = "grey"
    COLOUR = "colour"
    BOTH = "both"


@dataclass(frozen=True, eq=False, slots=True)
class Page:
    """What is on a page. pictures: (rows, columns, 3) sRGB of the whole film, turned as it is seen.

    shape: (rows, columns) of the film as stored; aspect: height of a pixel divided by its width.
    head, foot: lines above and below; the last of `foot` says what the page is not for.
    """

    pictures: tuple[NDArray[np.uint8], ...]
    shape: tuple[int, int]
    turn: Turn
    aspect: float
    spacing: Spacing
    orientation: tuple[str, ...] | None = None
    true_size: bool = False
    drawings: tuple[Drawing, ...] = ()
    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()


class Place(NamedTuple):
    """Where one picture is: its room on the page, the whole film (which may reach beyond), CSS pixels per column."""

    room: QRectF
    film: QRectF
    per_column: float


def places(page: Page, paper: QSizeF) -> list[Place]:
    """Side by side or one above the other, whichever shows more of the film."""
    rows, columns = page.shape
    across, down = page.turn.size(columns, rows * page.aspect)
    count = len(page.pictures)
    left, top = MARGIN + _LETTERS, MARGIN + _LETTERS + _LINE * len(page.head)
    width = paper.width() - 2 * left
    height = paper.height() - top - MARGIN - _LETTERS - _LINE * (len(page.foot) + 2)
    each_wide, each_high = (width - (count - 1) * _BETWEEN) / count, (height - (count - 1) * _BETWEEN) / count
    beside = min(each_wide / across, height / down) >= min(width / across, each_high / down)
    size = QSizeF(each_wide, height) if beside else QSizeF(width, each_high)
    scale = min(size.width() / across, size.height() / down)
    if page.true_size:
        scale = page.spacing.column_mm * PER_MM
    made = []
    for number in range(count):
        step = QPointF(number * (each_wide + _BETWEEN), 0) if beside else QPointF(0, number * (each_high + _BETWEEN))
        cell = QRectF(QPointF(left, top) + step, size)
        film = QRectF(0, 0, across * scale, down * scale)
        film.moveCenter(cell.center())
        made.append(Place(film.intersected(cell), film, scale))
    return made


def is_cut(page: Page, paper: QSizeF) -> bool:
    """Whether some of the film has no room on the paper."""
    return any(place.room != place.film for place in places(page, paper))


def at_resolution(page: Page, paper: QSizeF, dots_per_inch: float) -> Page:
    """The page with no more pixels in its pictures than a printer has dots for them; takes a while, in any thread."""
    pictures = []
    for picture, place in zip(page.pictures, places(page, paper), strict=True):
        columns = round(place.film.width() / 96 * dots_per_inch)
        rows = round(place.film.height() / 96 * dots_per_inch)
        if 0 < columns < picture.shape[1] and 0 < rows < picture.shape[0]:
            smaller = cv2.resize(picture, (columns, rows), interpolation=cv2.INTER_AREA)
            pictures.append(np.ascontiguousarray(smaller, np.uint8))
        else:
            pictures.append(picture)
    return replace(page, pictures=tuple(pictures))


def paint_page(painter: QPainter, paper: QSizeF, page: Page, font: QFont) -> None:
    """Paint all of a white page; the painter's pixels are CSS pixels."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    painter.fillRect(QRectF(QPointF(0, 0), paper), QColor("#ffffff"))
    words = marks.sized(font, tokens.CAPTION_PX)
    whole = places(page, paper)
    for picture, place in zip(page.pictures, whole, strict=True):
        _paint_film(painter, picture, place)
        _paint_drawings(painter, page, place, words)
        _paint_letters(painter, page, place.room, font)
    painter.setPen(QColor("#000000"))
    painter.setFont(words)
    wide = paper.width() - 2 * MARGIN
    for number, line in enumerate(page.head):
        _write(painter, QRectF(MARGIN, MARGIN + number * _LINE, wide, _LINE), line)
    foot = (scale_words(page, whole[0].per_column, is_cut(page, paper)), *page.foot)
    top = paper.height() - MARGIN - _LINE * len(foot)
    for number, line in enumerate(foot):
        _write(painter, QRectF(MARGIN, top + number * _LINE, wide, _LINE), line)
    _paint_bar(painter, page, whole[0].per_column, QPointF(paper.width() - MARGIN, paper.height() - MARGIN - 2))


def scale_words(page: Page, per_column: float, cut: bool) -> str:
    """How large the film is on this page."""
    translate = QCoreApplication.translate
    if page.spacing.source is SpacingSource.UNKNOWN:
        return translate("Print", "No scale known.")
    source, scale = source_words(page.spacing.source), per_column / (page.spacing.column_mm * PER_MM)
    if not page.true_size:
        return translate("Print", "Scale {} : 1, {}.").format(decimal(scale, 2), source)
    if cut:
        return translate("Print", "True size, {}, part of the film. Print at 100 %.").format(source)
    return translate("Print", "True size, {}. Print at 100 %.").format(source)


def _paint_film(painter: QPainter, picture: NDArray[np.uint8], place: Place) -> None:
    rows, columns = picture.shape[:2]
    image = QImage(picture.data, columns, rows, picture.strides[0], QImage.Format.Format_RGB888)
    painter.save()
    painter.setClipRect(place.room)
    painter.drawImage(place.film, image)
    painter.restore()


def _paint_drawings(painter: QPainter, page: Page, place: Place, font: QFont) -> None:
    x, y = round(place.film.x()), round(place.film.y())
    placement = Placement(x, y, place.per_column, place.per_column * page.aspect, page.shape, page.turn)
    view = FilmView(placement, 1.0)
    painter.save()
    painter.setClipRect(place.room)
    paint_drawings(painter, page.drawings, "", view, place.room)
    painter.setFont(font)
    for drawing, box in placed(page.drawings, view, place.room, font):
        marks.label(painter, box.x(), box.y(), drawing.words, font)
    painter.restore()


def _paint_letters(painter: QPainter, page: Page, room: QRectF, font: QFont) -> None:
    """Patient directions outside the film, where the file tells them."""
    letters = edge_letters(page.orientation, page.turn)
    painter.setFont(marks.sized(font, tokens.CHOICE_PX, semibold=True))
    painter.setPen(QColor("#000000"))
    middle, half = room.center(), _LETTERS / 2
    for text, at in (
        (letters.left, QPointF(room.left() - half, middle.y())),
        (letters.right, QPointF(room.right() + half, middle.y())),
        (letters.top, QPointF(middle.x(), room.top() - half)),
        (letters.bottom, QPointF(middle.x(), room.bottom() + half)),
    ):
        box = QRectF(0, 0, 2 * _LETTERS, _LETTERS)
        box.moveCenter(at)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _paint_bar(painter: QPainter, page: Page, per_column: float, end: QPointF) -> None:
    """A bracket with its length above, black on white."""
    per_pixel = per_column * (page.aspect if page.turn.sideways else 1.0)
    bar = film_texts.scale_bar(page.spacing, per_pixel, page.turn.sideways)
    if bar is None:
        return
    length = bar.pixels * per_pixel
    painter.setPen(QPen(QColor("#000000"), 1.5))
    rise, run = QPointF(0, -5), QPointF(-length, 0)
    painter.drawPolyline([end + run + rise, end + run, end, end + rise])
    width = QFontMetricsF(painter.font()).horizontalAdvance(bar.text)
    painter.drawText(end - QPointF(width, 10), bar.text)


def _write(painter: QPainter, box: QRectF, line: str) -> None:
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)


def with_pictures(which: Printed, grey: NDArray[np.uint8], colour: NDArray[np.uint8]) -> Sequence[NDArray[np.uint8]]:
    """The pictures that the reader wants on the page."""
    return {Printed.GREY: (grey,), Printed.COLOUR: (colour,), Printed.BOTH: (grey, colour)}[which]
