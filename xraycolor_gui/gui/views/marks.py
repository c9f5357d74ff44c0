"""Marks painted on a picture: haloed text, labels in boxes, cross-hair, scale bar. All sizes in logical pixels."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from xraycolor_gui.gui import tokens

HALO = 2.0
_HALO_COPIES = 12
LINE_HEIGHT = 16.0
CROSSHAIR_GAP = 10.0
CROSSHAIR_ARM = 28.0
LABEL_HEIGHT = 28.0
_PADDING = 10.0
_GAP = 8.0
_KEY_PADDING = 5.0


#: OpenType feature: figures of equal width.
FIGURES = QFont.Tag("tnum")


class Weight(Enum):
    """How a word stands in a label: as its message, beside it, or as a key to press."""

    STRONG = "strong"
    PLAIN = "plain"
    KEY = "key"


class Word(NamedTuple):
    """A piece of a label."""

    text: str
    weight: Weight = Weight.PLAIN


def sized(font: QFont, pixels: int, semibold: bool = False) -> QFont:
    """The font in another size, with figures of equal width so that numbers do not jump."""
    result = QFont(font)
    result.setPixelSize(pixels)
    result.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
    result.setFeature(FIGURES, 1)
    return result


def casing() -> QColor:
    """Dark round every light line, so that lines read over any grey."""
    return QColor(0, 0, 0, round(0.75 * 255))


class _Drawn(NamedTuple):
    """A text with its halo, and where its baseline begins in the picture."""

    pixmap: QPixmap
    origin: QPointF


@lru_cache(maxsize=256)
def _drawn(text: str, font: str, numbers: bool, ratio: float) -> _Drawn:
    """Stroking glyphs costs more than drawing the film, so each text is drawn once.

    font: as by QFont.toString, which leaves out whether figures have equal width: `numbers`.
    """
    face = QFont()
    face.fromString(font)
    path = QPainterPath()
    face = sized(face, face.pixelSize(), face.weight() >= QFont.Weight.DemiBold)
    if not numbers:
        face.unsetFeature(FIGURES)
    path.addText(0, 0, face, text)
    room = path.boundingRect().adjusted(-HALO - 1, -HALO - 1, HALO + 1, HALO + 1).toAlignedRect()
    pixmap = QPixmap(math.ceil(room.width() * ratio), math.ceil(room.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-room.x(), -room.y())
    # Copies round about are the same halo as a stroke, at half its cost: numbers change while the hand drags.
    silhouette = QPixmap(pixmap.size())
    silhouette.setDevicePixelRatio(ratio)
    silhouette.fill(Qt.GlobalColor.transparent)
    dark = QPainter(silhouette)
    dark.setRenderHint(QPainter.RenderHint.Antialiasing)
    dark.translate(-room.x(), -room.y())
    dark.fillPath(path, Qt.GlobalColor.black)
    dark.end()
    for step in range(_HALO_COPIES):
        angle = 2 * math.pi * step / _HALO_COPIES
        for reach in (HALO / 2, HALO):
            at = QPointF(room.x() + reach * math.cos(angle), room.y() + reach * math.sin(angle))
            painter.drawPixmap(at, silhouette)
    painter.fillPath(path, QColor(tokens.TEXT_1))
    painter.end()
    return _Drawn(pixmap, QPointF(room.x(), room.y()))


def halo_text(painter: QPainter, at: QPointF, text: str, font: QFont, right: bool = False) -> None:
    """Text that reads over any grey. `at` is the left end of its baseline, or the right end if `right`."""
    if not text:
        return
    x = at.x() - (QFontMetricsF(font).horizontalAdvance(text) if right else 0.0)
    drawn = _drawn(text, font.toString(), FIGURES in font.featureTags(), painter.device().devicePixelRatio())
    painter.drawPixmap(QPointF(round(x), round(at.y())) + drawn.origin, drawn.pixmap)


def block_height(lines: Sequence[str]) -> float:
    """Height of a block of haloed lines."""
    return LINE_HEIGHT * len(lines)


def halo_lines(painter: QPainter, at: QPointF, lines: Sequence[str], font: QFont, right: bool = False) -> None:
    """Lines of haloed text below a point, flush left or right with it."""
    for index, line in enumerate(lines):
        halo_text(painter, at + QPointF(0, LINE_HEIGHT * index + 12), line, font, right)


def cross_hair(painter: QPainter, x: float, y: float) -> None:
    """Four arms round a point that stays free, light on a dark casing."""
    # Lines of one pixel are sharp only in the middle of a pixel.
    x, y = math.floor(x) + 0.5, math.floor(y) + 0.5
    near, far = CROSSHAIR_GAP, CROSSHAIR_GAP + CROSSHAIR_ARM
    arms = [
        (QPointF(x - far, y), QPointF(x - near, y)),
        (QPointF(x + near, y), QPointF(x + far, y)),
        (QPointF(x, y - far), QPointF(x, y - near)),
        (QPointF(x, y + near), QPointF(x, y + far)),
    ]
    for pen in (QPen(casing(), 3), QPen(QColor(tokens.TEXT_1), 1)):
        painter.setPen(pen)
        for start, end in arms:
            painter.drawLine(start, end)


def cross_hair_box(x: float, y: float) -> QRectF:
    """Everything a cross-hair covers."""
    reach = CROSSHAIR_GAP + CROSSHAIR_ARM + 3
    return QRectF(x - reach, y - reach, 2 * reach, 2 * reach)


def scale_bar(painter: QPainter, end: QPointF, length: float, text: str, font: QFont) -> None:
    """A bracket of `length` whose lower right end is given, with its words above, flush right."""
    halo_text(painter, end - QPointF(0, 10), text, font, right=True)
    rise, run = QPointF(0, -5), QPointF(-length, 0)
    bracket = [end + run + rise, end + run, end, end + rise]
    for pen in (QPen(casing(), 4), QPen(QColor(tokens.TEXT_1), 1.5)):
        painter.setPen(pen)
        painter.drawPolyline(bracket)


def label_width(words: Sequence[Word], font: QFont) -> float:
    """Width of a boxed label."""
    widths = [_word_width(word, font) for word in words]
    return sum(widths) + _GAP * (len(words) - 1) + 2 * _PADDING


def label(painter: QPainter, left: float, top: float, words: Sequence[Word], font: QFont) -> None:
    """Words in a box, one line."""
    box = QRectF(left, top, label_width(words, font), LABEL_HEIGHT)
    painter.setPen(QPen(QColor(tokens.LINE_STRONG), 1))
    painter.setBrush(QColor(tokens.RAISED))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x = left + _PADDING
    for word in words:
        width = _word_width(word, font)
        place = QRectF(x, top, width, LABEL_HEIGHT)
        if word.weight is Weight.KEY:
            painter.setPen(QPen(QColor(tokens.LINE_STRONG), 1))
            painter.drawRoundedRect(place.adjusted(0.5, 5.5, -0.5, -5.5), 3, 3)
        painter.setFont(_word_font(word, font))
        painter.setPen(QColor(tokens.TEXT_2 if word.weight is Weight.PLAIN else tokens.TEXT_1))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, word.text)
        x += width + _GAP


def key_words(keys: Mapping[str, str], *actions: str) -> tuple[Word, ...]:
    """The keys of these actions, by id; of one without a key nothing."""
    return tuple(Word(keys[action], Weight.KEY) for action in actions if keys.get(action))


def _word_font(word: Word, font: QFont) -> QFont:
    return sized(font, font.pixelSize(), semibold=word.weight is Weight.STRONG)


def _word_width(word: Word, font: QFont) -> float:
    width = QFontMetricsF(_word_font(word, font)).horizontalAdvance(word.text)
    return width + (2 * _KEY_PADDING if word.weight is Weight.KEY else 0)
