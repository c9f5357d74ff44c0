"""The legend: what each colour means, how much of it is under the cursor, and which tissues are coloured.

Rows are legend, readout and switch in one. The pointer resting on a row leaves only that tissue its colour, a click
takes the tissue's colour away; Enter and Space do the same from the keyboard.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from xraycolor_gui.core import color
from xraycolor_gui.core.palette import Swatch
from xraycolor_gui.gui import readout, tokens
from xraycolor_gui.gui.icons import icon
from xraycolor_gui.gui.opinion import from_hounsfield
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.style import tabular
from xraycolor_gui.gui.theme import chrome
from xraycolor_gui.gui.views.marks import sized

#: Lightness of a swatch's two ends: a tissue appears at every lightness, a flat chip would match nothing on film.
RAMP = (24.0, 86.0)
SWATCH = QSize(44, 14)
SWATCH_RAIL = QSize(28, 14)
BAR = QSize(56, 6)
#: Height of a row in the rail: the name, and below it ramp and percent.
RAIL_ROW, _RAIL_NAME = 44, 18
SOLO_AFTER_MS = 250
_PADDING = 4
_GAP = 8
_DASH = "–"


def ramp(swatch: Swatch, size: QSize, ratio: float, grey: bool = False, among: Iterable[Swatch] = ()) -> QPixmap:
    """The tissue's colour from dark to light, drawn by the same arithmetic as the picture.

    among: swatches that are going to be asked for as well; all of them take hardly longer than one.
    """
    width, height = round(size.width() * ratio), round(size.height() * ratio)
    chroma = swatch.a, swatch.b
    every = (chroma, *((each.a, each.b) for each in among))
    if grey:
        lightness = np.linspace(*RAMP, width, dtype=np.float32)
        rgb = color.grey_rgb(color.grey_of_lightness(lightness)[np.newaxis].astype(np.float32))[0]
    else:
        rgb = _ramps(tuple(sorted(set(every))), width)[chroma]
    rows = np.ascontiguousarray(np.broadcast_to(rgb, (height, width, 3)))
    image = QImage(rows.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    pixmap = QPixmap.fromImage(image.copy())
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@lru_cache(maxsize=16)
def _ramps(chromas: tuple[tuple[float, float], ...], width: int) -> dict[tuple[float, float], NDArray[np.uint8]]:
    """(width, 3) sRGB for each (a*, b*)."""
    a, b = np.array(chromas, np.float32).T[..., np.newaxis]
    return dict(zip(chromas, color.ab_to_rgb(np.linspace(*RAMP, width, dtype=np.float32), a, b), strict=True))


class LegendRow(QAbstractButton):
    """One tissue: ramp, name, bar and percent; in a rail the name above ramp and percent. Checked means coloured."""

    def __init__(self, tissue: str, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tissue = tissue
        self._session = session
        self._share: float | None = None
        self._rail = False
        self._soloed_by_pointer = False
        self.setCheckable(True)
        self.setFont(tabular(self.font()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SOLO_AFTER_MS)
        self._rest.timeout.connect(self._solo)
        self.clicked.connect(self._toggle)
        self.follow()

    @property
    def share(self) -> float | None:
        """Share shown, 0 … 1; None shows a dash."""
        return self._share

    def set_share(self, share: float | None) -> None:
        if share != self._share:
            self._share = share
            self._describe()
            self.update()

    def set_rail(self, rail: bool) -> None:
        self._rail = rail
        self.setToolTip(self.text() if rail else "")
        self.updateGeometry()
        self.update()

    @Slot()
    def follow(self) -> None:
        """Take over label and state from the session."""
        self.setChecked(self.tissue not in self._session.hidden)
        self.setText(readout.tissue_label(self._session.palette, self.tissue))
        self.setToolTip(self.text() if self._rail else "")
        self._describe()
        self.update()

    def _describe(self) -> None:
        """For readers that do not see the row."""
        share = self.tr("unknown") if self._share is None else tokens.percent(self._share)
        self.setAccessibleName(self.tr("{tissue}, {share}").format(tissue=self.text(), share=share))
        hidden = self.tr("hidden, drawn grey")
        self.setAccessibleDescription(
            self.tr("coloured; Space hides, Enter shows only this") if self.isChecked() else hidden
        )

    def sizeHint(self) -> QSize:
        return QSize(tokens.COLOUR_RAIL - 8, RAIL_ROW) if self._rail else QSize(256, tokens.ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.COLOUR_RAIL - 8, RAIL_ROW) if self._rail else QSize(200, tokens.ROW)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self._session.solo == self.tissue:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(chrome().hover))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(chrome().accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        size = SWATCH_RAIL if self._rail else SWATCH
        swatches = self._session.palette.tissues
        ratio, off = self.devicePixelRatioF(), not self.isChecked()
        pixmap = ramp(swatches[self.tissue], size, ratio, grey=off, among=swatches.values())
        line = QRectF(self.rect())
        if self._rail:
            painter.setFont(sized(self.font(), tokens.CAPTION_PX))
            self._paint_name(painter, QRectF(_PADDING, 4, self.width() - 2 * _PADDING, _RAIL_NAME))
            painter.setFont(self.font())
            line.adjust(0, _RAIL_NAME, 0, 0)
        middle = line.center().y()
        painter.drawPixmap(QPoint(_PADDING, round(middle - size.height() / 2)), pixmap)
        percent = self._paint_percent(painter, line)
        if not self._rail:
            bar = QRectF(percent - _GAP - BAR.width(), middle - BAR.height() / 2, BAR.width(), BAR.height())
            self._paint_bar(painter, bar)
            left = size.width() + _PADDING + _GAP
            self._paint_name(painter, QRectF(left, 0, bar.left() - _GAP - left, self.height()))

    def _paint_percent(self, painter: QPainter, line: QRectF) -> float:
        """Flush right in a room as wide as the widest number; returns the room's left edge."""
        metrics = QFontMetricsF(self.font())
        room = metrics.horizontalAdvance(tokens.percent(1.0))
        left = self.width() - _PADDING - room
        known = self._share is not None
        painter.setPen(QColor(chrome().text_1 if known and self.isChecked() else chrome().text_3))
        text = tokens.percent(self._share) if self._share is not None else _DASH
        painter.drawText(QRectF(left, line.top(), room, line.height()), _RIGHT, text)
        return left

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        painter.fillRect(bar, QColor(chrome().raised if not self.underMouse() else chrome().line))
        if self._share:
            filled = QRectF(bar)
            filled.setWidth(max(bar.width() * min(self._share, 1.0), 1.0))
            painter.fillRect(filled, QColor(chrome().text_2 if self.isChecked() else chrome().line_strong))

    def _paint_name(self, painter: QPainter, room: QRectF) -> None:
        metrics = QFontMetricsF(painter.font())
        hidden = not self.isChecked()
        words = self.text().partition(",")[0] if self._rail else self.text()
        name = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(chrome().text_3 if hidden else chrome().text_1))
        painter.drawText(room, _LEFT, name)
        if hidden:
            # Beside the name, or on the ramp where the name needs all the room.
            size, beside = tokens.ICON_PX, room.left() + metrics.horizontalAdvance(name) + 4
            fits, middle = beside + size <= room.right() + 4, room.center().y()
            if not fits:
                ramp_room = QRectF(self.rect()).adjusted(0, _RAIL_NAME if self._rail else 0, 0, 0)
                swatch = SWATCH_RAIL if self._rail else SWATCH
                beside, middle = _PADDING + (swatch.width() - size) / 2, ramp_room.center().y()
            icon("hidden", "text_1").paint(painter, round(beside), round(middle - size / 2), size, size)

    # Solo and hide

    @Slot()
    def _toggle(self) -> None:
        """What was clicked is to be seen at once, so a solo ends."""
        self._rest.stop()
        self._soloed_by_pointer = False
        self._session.set_solo(None)
        self._session.toggle_hidden(self.tissue)

    @Slot()
    def _solo(self) -> None:
        if self._session.colorization is not None:
            self._soloed_by_pointer = True
            self._session.set_solo(self.tissue)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._rest.start()
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._rest.stop()
        if self._soloed_by_pointer:
            self._soloed_by_pointer = False
            if self._session.solo == self.tissue:
                self._session.set_solo(None)
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._session.set_solo(None if self._session.solo == self.tissue else self.tissue)
        elif event.key() == Qt.Key.Key_Escape and self._session.solo is not None:
            self._session.set_solo(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._session.solo == self.tissue and not self._soloed_by_pointer:
            self._session.set_solo(None)
        super().focusOutEvent(event)


class Legend(QWidget):
    """Title, rows in the palette's order, and a line that says how the shares are to be read."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._film_shares: dict[str, float] | None = None
        self.title = QLabel(self.tr("What the model sees"))
        self.title.setProperty("strong", "true")
        self.where = QLabel()
        self.where.setProperty("tone", "3")
        self.where.setProperty("caption", "true")
        self.reading = QLabel()
        self.reading.setProperty("tone", "3")
        self.reading.setProperty("caption", "true")
        self.reading.setWordWrap(True)
        self.reading.setContentsMargins(_PADDING, 0, _PADDING, 0)
        self.rows: tuple[LegendRow, ...] = ()
        head = QHBoxLayout()
        head.setContentsMargins(_PADDING, 0, _PADDING, 0)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.where)
        self._rows_layout = QVBoxLayout()
        self._rows_layout.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(self._rows_layout)
        layout.addWidget(self.reading)
        self._rail = False
        session.paletteChanged.connect(self._take_palette)
        session.colorizationChanged.connect(self._take_colour)
        session.tissuesChanged.connect(self._take_tissues)
        session.cursorChanged.connect(self._take_shares)
        session.feedback.chosenChanged.connect(self._take_shares)
        session.atHandChanged.connect(self._take_shares)
        self._take_palette()

    def set_rail(self, rail: bool) -> None:
        """Names, ramps and percents below each other, for the narrow dock."""
        self._rail = rail
        for widget in (self.title, self.where):
            widget.setVisible(not rail)
        self.reading.setVisible(not rail)
        for row in self.rows:
            row.set_rail(rail)

    @Slot()
    def _take_palette(self) -> None:
        tissues = tuple(self._session.palette.tissues)
        if tissues != tuple(row.tissue for row in self.rows):
            self._make_rows(tissues)
        self.set_rail(self._rail)
        self._take_tissues()
        self._take_colour()

    def _name_source(self) -> None:
        """Whose shares these are, and how they are to be read."""
        exact = from_hounsfield(self._session)
        self.title.setText(self.tr("What Hounsfield units say") if exact else self.tr("What the model sees"))
        if readout.is_weighted(self._session.palette):
            words = self.tr("Shares of the colour, as the palette weighs the tissues.")
        elif exact:
            words = self.tr("Shares of each place, as its Hounsfield units state them.")
        else:
            words = self.tr("Shares of the shadow, as the model predicts them.")
        self.reading.setText(words)

    def _make_rows(self, tissues: tuple[str, ...]) -> None:
        for row in self.rows:
            self._rows_layout.removeWidget(row)
            row.deleteLater()
        self.rows = tuple(LegendRow(tissue, self._session) for tissue in tissues)
        for row in self.rows:
            self._rows_layout.addWidget(row)

    @Slot()
    def _take_tissues(self) -> None:
        for row in self.rows:
            row.follow()

    @Slot()
    def _take_colour(self) -> None:
        colorization = self._session.colorization
        self._name_source()
        self._film_shares = None
        if colorization is not None:
            self._film_shares = readout.shares_of_film(colorization, self._session.palette)
        self._take_shares()

    @Slot()
    def _take_shares(self) -> None:
        """In the chosen region, else at the cursor, or of the whole film while the cursor is elsewhere."""
        number, shares = readout.shares_in_region(self._session)
        in_region = bool(number)
        if not in_region:
            shares = readout.shares_at_cursor(self._session)
        if self._film_shares is None:
            self.where.setText(self.tr("after colouring"))
        elif in_region:
            self.where.setText(self.tr("mean in region {}").format(number))
        else:
            self.where.setText(self.tr("at the cursor") if shares is not None else self.tr("whole film"))
        shown = shares if shares is not None else self._film_shares
        for row in self.rows:
            row.set_share(shown.get(row.tissue, 0.0) if shown is not None else None)


_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
