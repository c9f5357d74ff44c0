"""One picture: the film in grey or colour, with everything that is painted on it."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QCursor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from xraycolor_gui.gui import readout, tokens
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.views import device_pixels, marks
from xraycolor_gui.gui.views.compared import Compared
from xraycolor_gui.gui.views.corners import Corners, paint_edge_letters
from xraycolor_gui.gui.views.drawn.by_keys import ByKeys
from xraycolor_gui.gui.views.drawn.on_picture import OnPicture
from xraycolor_gui.gui.views.echo import Echo
from xraycolor_gui.gui.views.film_graphics import paint_graphics
from xraycolor_gui.gui.views.hands import Hands
from xraycolor_gui.gui.views.linked_view import LinkedView
from xraycolor_gui.gui.views.magnifier import Magnifier
from xraycolor_gui.gui.views.marks import Weight, Word
from xraycolor_gui.gui.views.places import paint_places
from xraycolor_gui.gui.views.sampling import Patch, visible_patch
from xraycolor_gui.gui.views.view_geometry import Canvas, Placement
from xraycolor_gui.gui.words import sureness

PROBE_AFTER_MS = 600
READING_TOLD_AFTER_MS = 400
#: Distance of notes from the picture's upper edge, of echoes from its lower one.
NOTE_TOP = 64
ECHO_BOTTOM = 64
_PROBE_OFFSET = 16
#: Tools with which a pointer at rest is told what lies under it; the legend tells it always.
PROBING = Tool.WINDOW, Tool.ZOOM, Tool.PAN
_MEANT = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Role(Enum):
    """GREY shows the film itself, COLOUR what the model reads in it."""

    GREY = "grey"
    COLOUR = "colour"


class Picture(QWidget):
    """Paints the visible part of the film at the screen's own pixels, and takes mouse and wheel."""

    ACCESSIBLE_ROLE = QAccessible.Role.Graphic
    maximizeAsked = Signal()
    entered = Signal()
    focused = Signal()

    def __init__(self, role: Role, linked: LinkedView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role = role
        self.echo = Echo(self)
        self._linked = linked
        self._session = linked.session
        self.hands = Hands(linked)
        self.drawn = OnPicture(linked.drawn, self)
        self.compared = Compared(linked.comparing, self, self._seen) if role is Role.COLOUR else None
        self.by_keys = ByKeys(linked, self)
        self.magnifier = Magnifier(linked, self)
        #: Whether a pointer at rest is told what lies under it.
        self.probes = True
        self._probe: tuple[Word, ...] = ()
        self._cursor_boxes: list[QRect] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PROBE_AFTER_MS)
        self._rest.timeout.connect(self._show_probe)
        self._reads_long = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(READING_TOLD_AFTER_MS)
        self._patience.timeout.connect(self._lose_patience)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(160, 160)
        self.setAccessibleName(self.tr("Grey picture") if role is Role.GREY else self.tr("Colour picture"))
        linked.geometryChanged.connect(self._follow_geometry)
        linked.pictureChanged.connect(self.update)
        if role is Role.COLOUR:
            linked.colourChanged.connect(self.update)
        self.echo.changed.connect(self.update)
        self._session.cursorChanged.connect(self._follow_cursor)
        self._session.colorizationChanged.connect(self._follow_cursor)
        self._session.toolChanged.connect(self._show_tool)
        self._session.workChanged.connect(self._follow_work)
        self._session.radiographChanged.connect(self._end_drag)
        self._session.filmsChanged.connect(self._recount)
        self._show_tool()

    def canvas(self) -> Canvas:
        """The picture's size in device pixels."""
        ratio = self.devicePixelRatioF()
        return Canvas(round(self.width() * ratio), round(self.height() * ratio), ratio)

    def placement(self) -> Placement | None:
        """Where the film lies, in device pixels; None without a film."""
        geometry = self._linked.geometry
        return geometry.place(self.canvas()) if geometry is not None else None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(tokens.SURROUND))
        placement = self.placement()
        if placement is None:
            self._paint_reading(painter)
            return
        patch = visible_patch(placement, self.canvas())
        if patch is not None and self._linked.viewport.has_film:
            self._paint_film(painter, patch)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_marks(painter, placement, event.rect())
        self.magnifier.paint(painter, self._paint_film)
        painter.end()
        self._linked.painted()

    def _paint_film(self, painter: QPainter, patch: Patch) -> None:
        strength = self._shown_strength()
        self._draw(painter, patch, strength)
        if strength and self.compared is not None:
            painter.save()
            if self.compared.clip_grey(painter):
                self._draw(painter, patch, 0.0)
            painter.restore()

    def _shown_strength(self) -> float:
        if self.compared is None or self.compared.shows_grey:
            return 0.0
        return self._linked.strength

    def _draw(self, painter: QPainter, patch: Patch, strength: float) -> None:
        device_pixels.draw(painter, patch.x, patch.y, self._linked.draw(patch, strength, self.screen()))

    def _paint_marks(self, painter: QPainter, placement: Placement, dirty: QRect) -> None:
        font = marks.sized(self.font(), tokens.CAPTION_PX)
        film = self._film_box(placement)
        painter.setFont(font)
        paint_graphics(painter, self._session, placement, self.devicePixelRatioF(), font)
        compared = self.compared if self._session.colorization is not None and not self._session.showing_grey else None
        if compared is not None:
            compared.paint_edge(painter)
        places, view = self._linked.places, self.drawn.view
        if places is not None and places.part and view is not None:
            paint_places(painter, places.rings, view)
        paint_edge_letters(painter, self.rect(), film, self._session)
        corners = Corners(self._session, self.rect(), film, font)
        corners.paint(painter, dirty, colour=self.tells_opinion())
        position = self._cursor_position(placement)
        if position is not None:
            marks.cross_hair(painter, position.x(), position.y())
            if self._probe:
                box = self._probe_box(position)
                marks.label(painter, box.x(), box.y(), self._probe, font)
        self.drawn.paint(painter, dirty)
        self._paint_notes(painter, compared)

    def _paint_reading(self, painter: QPainter) -> None:
        """Only while a film takes long, so that no word flashes between two quick ones."""
        film = self._session.current
        if self._reads_long and self._session.reading and film is not None:
            painter.setPen(QColor(tokens.TEXT_3))
            words = self.tr("Reading {name}").format(name=film.path.name)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)

    @Slot()
    def _follow_work(self) -> None:
        if not self._session.reading:
            self._patience.stop()
            self._reads_long = False
        elif not self._reads_long and not self._patience.isActive():
            self._patience.start()

    @Slot()
    def _recount(self) -> None:
        """The corner says which of how many films this is."""
        self.update(0, 0, self.width(), NOTE_TOP)

    @Slot()
    def _lose_patience(self) -> None:
        self._reads_long = True
        self.update()

    def _paint_notes(self, painter: QPainter, compared: Compared | None) -> None:
        body = marks.sized(self.font(), tokens.BODY_PX)
        if compared is not None:
            compared.paint(painter, body)
        if self.role is Role.COLOUR and self._session.showing_grey and self._session.colorization is not None:
            self._paint_heading(painter, self._grey_words(), body)
        elif self.role is Role.COLOUR and self._linked.places is not None:
            self._paint_heading(painter, self._linked.places.words(), body)
        if self.echo.words:
            painter.setOpacity(self.echo.opacity)
            left = (self.width() - marks.label_width(self.echo.words, body)) / 2
            marks.label(painter, left, self.height() - ECHO_BOTTOM - marks.LABEL_HEIGHT, self.echo.words, body)
            painter.setOpacity(1.0)

    def _paint_heading(self, painter: QPainter, words: tuple[Word, ...], font: QFont) -> None:
        """What is special about the picture just now, in its usually dark upper part."""
        if words:
            marks.label(painter, (self.width() - marks.label_width(words, font)) / 2, NOTE_TOP, words, font)

    def _grey_words(self) -> tuple[Word, ...]:
        return (
            Word(self.tr("Grey"), Weight.STRONG),
            Word(self.tr("while")),
            *marks.key_words(self._session.keys, "colour.hold_grey"),
            Word(self.tr("is held")),
        )

    def tells_opinion(self) -> bool:
        """Whether this picture is a model's opinion at the moment, or stays grey, and must say so."""
        session = self._session
        coloured = session.colorization is not None and not session.showing_grey
        return self.role is Role.COLOUR and (coloured or session.stays_grey)

    def _film_box(self, placement: Placement) -> QRectF:
        """The film in logical pixels, beyond the picture's edges where it is zoomed."""
        ratio = self.devicePixelRatioF()
        width, height = placement.size
        return QRectF(placement.x / ratio, placement.y / ratio, width / ratio, height / ratio)

    def _seen(self) -> QRectF:
        """The part of the picture that the film fills, in logical pixels."""
        placement = self.placement()
        return self._film_box(placement).intersected(QRectF(self.rect())) if placement is not None else QRectF()

    # Cursor and probe

    def _cursor_position(self, placement: Placement) -> QPointF | None:
        """The session's cursor in logical pixels of this picture."""
        cursor = self._session.cursor
        if cursor is None or self.hands.dragging:
            return None
        x, y = placement.to_view(*cursor)
        ratio = self.devicePixelRatioF()
        return QPointF(x / ratio, y / ratio)

    def _probe_box(self, position: QPointF) -> QRectF:
        """Beside the cross-hair, on the side where there is room."""
        font = marks.sized(self.font(), tokens.CAPTION_PX)
        width, height = marks.label_width(self._probe, font), marks.LABEL_HEIGHT
        left, top = position.x() + _PROBE_OFFSET, position.y() + _PROBE_OFFSET
        if left + width > self.width() - 4:
            left = max(position.x() - _PROBE_OFFSET - width, 4.0)
        if top + height > self.height() - 4:
            top = position.y() - _PROBE_OFFSET - height
        return QRectF(left, top, width, height)

    @Slot()
    def _follow_cursor(self) -> None:
        """Repaint only what the cross-hair and its label leave and enter."""
        self._probe = ()
        self._rest.stop()
        if self.role is Role.COLOUR and readout.shares_at_cursor(self._session) is not None:
            self._rest.start()
        self._repaint_cursor()

    @Slot()
    def _show_probe(self) -> None:
        shares = readout.shares_at_cursor(self._session)
        # Who measures wants to read the measurement, which stands where the pointer is.
        if shares is None or not self.probes or self._session.tool not in PROBING:
            return
        tissue, share = readout.leading(shares)
        text = f"{readout.tissue_label(self._session.palette, tissue)} {tokens.percent(share)}"
        confidence = readout.confidence_at_cursor(self._session)
        sure = (Word(sureness(confidence)),) if confidence is not None else ()
        self._probe = (Word(text, Weight.STRONG), *sure)
        self._repaint_cursor()

    def _repaint_cursor(self) -> None:
        placement = self.placement()
        position = self._cursor_position(placement) if placement is not None else None
        left_behind, self._cursor_boxes = self._cursor_boxes, []
        if position is not None:
            boxes = [marks.cross_hair_box(position.x(), position.y())]
            if self._probe:
                boxes.append(self._probe_box(position))
            self._cursor_boxes = [box.toAlignedRect().adjusted(-1, -1, 1, 1) for box in boxes]
        for box in (*left_behind, *self._cursor_boxes):
            self.update(box)

    def _point_at(self, x: float, y: float) -> None:
        """Tell the session which film position is under the pointer."""
        placement, geometry = self.placement(), self._linked.geometry
        if placement is None or geometry is None:
            return
        ratio = self.devicePixelRatioF()
        row, column = placement.to_film(x * ratio, y * ratio)
        rows, columns = geometry.shape
        self._session.set_cursor((row, column) if 0 <= row < rows and 0 <= column < columns else None)

    @Slot()
    def _follow_geometry(self) -> None:
        """Under a pointer at rest lies another place now."""
        self.update()
        self._repaint_cursor()
        if self.underMouse() and not self.hands.dragging:
            here = self.mapFromGlobal(QPointF(QCursor.pos()))
            self._point_at(here.x(), here.y())

    # Hands

    @Slot()
    def _end_drag(self) -> None:
        """A drag that began on another film must not go on on this one."""
        self.hands.release()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hands.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons():
            was_dragging = self.hands.dragging
            self.hands.move(event, self.canvas())
            if self.hands.dragging != was_dragging:
                self._session.set_cursor(None)
        else:
            self._point_at(event.position().x(), event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not event.buttons():
            clicked = not self.hands.dragging
            self.hands.release()
            if clicked and event.button() is Qt.MouseButton.RightButton:
                self._session.menuAsked.emit(event.globalPosition().toPoint())
            if self.rect().contains(event.position().toPoint()):
                self._point_at(event.position().x(), event.position().y())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.maximizeAsked.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Only of the key: a right button may also begin a drag, and shows its menu when it comes up."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._session.menuAsked.emit(self.mapToGlobal(self.rect().center()))
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.hands.wheel(event, self.canvas())
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.entered.emit()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._session.set_cursor(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Focus that merely comes back with the window says nothing about which picture is meant.
        if event.reason() in _MEANT:
            self.focused.emit()
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._repaint_cursor()

    @Slot()
    def _show_tool(self) -> None:
        shapes = {Tool.PAN: Qt.CursorShape.OpenHandCursor, Tool.ZOOM: Qt.CursorShape.SizeVerCursor}
        self.setCursor(shapes.get(self._session.tool, Qt.CursorShape.CrossCursor))
