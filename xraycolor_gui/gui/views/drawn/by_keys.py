"""Drawing on a picture by keys alone: a cross-hair moved by arrows takes the pointer's place, for every tool."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QCursor, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from xraycolor_gui.gui.screen_readers import announce
from xraycolor_gui.gui.views.drawn.film_view import FilmView
from xraycolor_gui.gui.views.drawn.tools import SLACK, XY, Touch

if TYPE_CHECKING:
    from xraycolor_gui.gui.views.linked_view import LinkedView
    from xraycolor_gui.gui.views.picture import Picture

#: Logical pixels that an arrow key moves the cross-hair, and with Shift; with Ctrl it moves by one of the screen.
STEP, FAR = 5.0, 50.0
#: The cross-hair keeps so far, in logical pixels, from the picture's edge: the film moves instead.
_EDGE = 24.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SET = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
#: The focus comes back by itself from these.
_PASSING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class ByKeys(QObject):
    """A hand of its own on one picture, from `begin` to Esc; the mouse takes over as soon as it moves.

    It watches the picture's events before all others. Where a tool draws, Space or Enter are a click, or put the pen
    down and lift it again; Backspace takes the last point back. Without such a tool the cross-hair only reads values.
    """

    #: It began or ended, or another number of points is set.
    changed = Signal()

    def __init__(self, linked: LinkedView, picture: Picture) -> None:
        super().__init__(picture)
        self._linked = linked
        self._at: XY | None = None
        self._pen_down = False
        self._mouse = QPointF()
        linked.session.cursorChanged.connect(self._keep_cursor)
        linked.session.radiographChanged.connect(self.end)
        linked.session.toolChanged.connect(self._lift_pen)
        picture.installEventFilter(self)

    @property
    def active(self) -> bool:
        """Whether there is a cross-hair that the arrows move."""
        return self._at is not None

    @property
    def sentence(self) -> str:
        """What the keys do now; empty while they draw nothing."""
        tool = self._linked.drawn.tool
        if not self.active:
            return ""
        if tool is None:
            return self.tr("Arrows move the cross-hair, Esc ends. To draw, choose a tool")
        if tool.strokes:
            down, up = self.tr("Arrows draw, Space lifts the pen"), self.tr("Arrows move, Space puts the pen down")
            return down if self._pen_down else up
        if tool.points:
            return self.tr("{} set. Space sets the next point, Backspace takes the last back").format(tool.points)
        return self.tr("Arrows move (Shift far, Ctrl finely), Space sets a point, Esc ends")

    def begin(self) -> None:
        """Show the cross-hair under the pointer, else in the middle of what is seen of the film."""
        view = self._view
        if view is None:
            return
        cursor = self._linked.session.cursor
        middle = self._seen(view).center()
        self._at = (cursor[1], cursor[0]) if cursor is not None else view.to_image(middle)
        self._mouse = QPointF(QCursor.pos())
        self._picture.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show()
        self._tell()

    @Slot()
    def end(self) -> None:
        """No cross-hair any longer; what is half drawn stays with the mouse."""
        if self.active:
            self._at, self._pen_down = None, False
            self._linked.session.set_cursor(None)
            self.changed.emit()

    @property
    def _picture(self) -> Picture:
        picture = self.parent()
        assert isinstance(picture, QWidget)
        return cast("Picture", picture)

    @property
    def _view(self) -> FilmView | None:
        return self._picture.drawn.view

    def _seen(self, view: FilmView) -> QRectF:
        """The part of the picture that the film fills."""
        rows, columns = view.placement.shape
        film = QRectF(view.to_picture(0, 0), view.to_picture(columns, rows)).normalized()
        return film.intersected(QRectF(self._picture.rect()))

    # Events of the picture

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not self.active:
            return False
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and self._is_mine(event):
                event.accept()
                return True
            return event.type() is QEvent.Type.KeyPress and self._key(event)
        if isinstance(event, QMouseEvent):
            # Without a move, Qt tells where the pointer rests when something is shown beneath it.
            if event.type() is not QEvent.Type.MouseMove or self._has_moved(event.globalPosition()):
                self.end()
        elif isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _PASSING:
            self.end()
        return False

    def _has_moved(self, at: QPointF) -> bool:
        return (at - self._mouse).manhattanLength() > SLACK

    def _is_mine(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ARROWS:
            return held in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ShiftModifier,
                Qt.KeyboardModifier.ControlModifier,
            )
        return not held and event.key() in (*_SET, Qt.Key.Key_Escape)

    def _key(self, event: QKeyEvent) -> bool:
        if not self._is_mine(event):
            return False
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._step(*_ARROWS[key], event.modifiers())
        elif key in _SET:
            if not event.isAutoRepeat():
                self._set()
        else:
            return self._escape()
        return True

    def _escape(self) -> bool:
        """First what is half drawn goes, then the cross-hair."""
        tool = self._linked.drawn.tool
        self._pen_down = False
        if tool is not None and tool.cancel():
            self._tell()
        else:
            self.end()
        return True

    # The hand

    def _step(self, right: int, down: int, held: Qt.KeyboardModifier) -> None:
        view = self._view
        if view is None or self._at is None:
            return
        length = STEP
        if held & Qt.KeyboardModifier.ShiftModifier:
            length = FAR
        elif held & Qt.KeyboardModifier.ControlModifier:
            length = 1 / view.ratio
        rows, columns = view.placement.shape
        x, y = view.to_image(view.to_picture(*self._at) + QPointF(right, down) * length)
        self._at = min(max(x, 0.0), float(columns)), min(max(y, 0.0), float(rows))
        self._bring_into_sight(view.to_picture(*self._at))
        self._show()
        tool, touch = self._linked.drawn.tool, self._touch()
        if tool is not None and touch is not None and (self._pen_down or tool.busy):
            tool.move(touch)

    def _bring_into_sight(self, at: QPointF) -> None:
        """Move the film rather than lose the cross-hair."""
        geometry, canvas = self._linked.geometry, self._picture.canvas()
        room = QRectF(self._picture.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        inside = QPointF(min(max(at.x(), room.left()), room.right()), min(max(at.y(), room.top()), room.bottom()))
        way = (inside - at) * canvas.ratio
        if geometry is not None and geometry.zoom is not None and not way.isNull():
            self._linked.set_geometry(geometry.panned(way.x(), way.y(), canvas))

    def _set(self) -> None:
        """What a click does, or the button's going down or up."""
        drawn, touch = self._linked.drawn, self._touch()
        tool = drawn.tool
        if tool is None or touch is None:
            self._tell()
            return
        if not tool.busy:
            drawn.choose(None)
        if not self._pen_down:
            tool.press(touch)
        if self._pen_down or not tool.strokes:
            self._pen_down = False
            tool.release(touch)
        else:
            self._pen_down = tool.busy
        if self.active and tool.busy:
            self._tell()
        elif self.active and self._picture.hasFocus():
            # What was drawn is described; who asks about it has the focus, and the status bar.
            self.changed.emit()

    @Slot()
    def _lift_pen(self) -> None:
        """Another tool holds no pen; what the last one had begun is gone."""
        self._pen_down = False
        if self.active:
            self._tell()

    def _touch(self) -> Touch | None:
        view = self._view
        return Touch(view.to_picture(*self._at), view) if view is not None and self._at is not None else None

    def _show(self) -> None:
        if self._at is not None:
            self._linked.session.set_cursor((self._at[1], self._at[0]))

    @Slot()
    def _keep_cursor(self) -> None:
        """A resting mouse must not take the cross-hair along when the film moves beneath it."""
        self._show()

    def _tell(self) -> None:
        """To eyes by the status bar, to ears by the screen reader."""
        words = self.sentence
        self._picture.setAccessibleDescription(words)
        announce(self._picture, words)
        self.changed.emit()
