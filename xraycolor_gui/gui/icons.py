"""Icons by what they mean, drawn from Phosphor's own SVG files."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QRect, QSize
from PySide6.QtGui import QIcon, QIconEngine, QImageReader, QPainter, QPixmap

from xraycolor_gui.gui.theme import colour
from xraycolor_gui.io.resources import resource

#: Meaning → name in Phosphor Regular.
NAMES = {
    "open": "folder-open",
    "folder": "folder",
    "file": "file",
    "picture": "image",
    "window": "circle-half",
    "zoom": "magnifying-glass",
    "find": "magnifying-glass",
    "pan": "hand",
    "side_by_side": "columns",
    "swipe": "square-half",
    "lens": "magnifying-glass-plus",
    "blink": "eye",
    "over": "stack",
    "link": "link",
    "exchange": "swap",
    "export": "export",
    "keys": "keyboard",
    "fold_left": "caret-double-left",
    "fold_right": "caret-double-right",
    "back": "caret-left",
    "unfolded": "caret-down",
    "folded": "caret-right",
    "menu": "caret-down",
    "close": "x",
    "hidden": "eye-slash",
    "palette": "palette",
    "working": "hourglass-medium",
    "waiting": "clock",
    "no_picture": "file-x",
    "notice": "info",
    "caution": "warning",
    "error": "warning-octagon",
    "done": "check-circle",
    "saved": "check",
    "not_sure": "question",
    "again": "arrow-clockwise",
    "drop": "download-simple",
    "undo": "arrow-u-up-left",
    "redo": "arrow-u-up-right",
    "delete": "trash",
    "copy": "copy",
    "length": "ruler",
    "angle": "angle",
    "cobb": "triangle",
    "heart-chest": "heart",
    "rectangle": "rectangle",
    "ellipse": "circle",
    "calibration": "target",
    "play": "play",
    "region": "bounding-box",
    "region-rectangle": "rectangle",
    "region-ellipse": "circle",
    "region-polygon": "polygon",
    "region-freehand": "scribble-loop",
    "region-brush": "paint-brush",
    "region-point": "map-pin-simple",
    "region-grown": "magic-wand",
    "right": "check",
    "wrong-tissue": "swap",
    "bleeds": "arrows-out-simple",
    "should-be-grey": "circle-half",
    "hides-finding": "eye-slash",
    "artefact": "prohibit",
    "pause": "pause",
}


@cache
def icon(meaning: str, color: str = "text_1") -> QIcon:
    """The icon of this meaning, greyed by itself when its control is off.

    color: a colour of the chrome by name, which follows the theme; or `#RRGGBB`, for what lies on a film.
    """
    return QIcon(_Drawing(resource(f"icons/{NAMES[meaning]}.svg").read_bytes(), color))


class _Drawing(QIconEngine):
    """A drawing in one colour, sharp at every size."""

    def __init__(self, svg: bytes, color: str) -> None:
        super().__init__()
        self._svg = svg
        self._color = color

    def clone(self) -> QIconEngine:
        return _Drawing(self._svg, self._color)

    def pixmap(self, size: QSize, mode: QIcon.Mode, _: QIcon.State) -> QPixmap:
        name = "text_off" if mode is QIcon.Mode.Disabled else self._color
        return _drawn(self._svg, colour(name), size.width(), size.height())

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.pixmap(rect.size() * ratio, mode, state))


@cache
def _drawn(svg: bytes, color: str, width: int, height: int) -> QPixmap:
    """Drawn by Qt's picture reader: importing QtSvg would cost every start."""
    coloured = QByteArray(svg.replace(b"currentColor", color.encode()))
    source = QBuffer(coloured)
    reader = QImageReader(source, QByteArray(b"svg"))
    reader.setScaledSize(QSize(width, height))
    return QPixmap.fromImage(reader.read())
