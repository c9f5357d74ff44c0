"""What the hand does on a picture while a tool draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, Qt, Signal, Slot

from xraycolor_gui.gui.views.drawn.film_view import FilmView
from xraycolor_gui.gui.views.drawn.layer import Drawing

XY = tuple[float, float]
#: A press that moves less than this (logical pixels) is a click.
SLACK = 3.0


class Touch(NamedTuple):
    """Where the pointer is on a picture, in logical pixels. straight: the reader holds Shift; alt, ctrl likewise."""

    at: QPointF
    view: FilmView
    straight: bool = False
    alt: bool = False
    ctrl: bool = False

    @property
    def point(self) -> XY:
        """The place in image coordinates."""
        return self.view.to_image(self.at)


class DrawingTool(QObject):
    """One tool of `films.Tool`; it gets the left button wherever no drawing is taken hold of.

    changed: what is being drawn looks otherwise now.
    """

    changed = Signal()
    cursor = Qt.CursorShape.CrossCursor
    #: Whether it draws while the button is down, and not by clicks.
    strokes = False

    @property
    def making(self) -> Drawing | None:
        """What is being drawn, to be painted and labelled like a drawing."""
        return None

    @property
    def busy(self) -> bool:
        """Whether something is begun and not done; the pointer is followed then, button or not."""
        return False

    @property
    def points(self) -> int:
        """How many points are set and can be taken back one by one."""
        return 0

    def press(self, touch: Touch) -> None:
        raise NotImplementedError

    def move(self, touch: Touch) -> None:
        """The pointer moved, with the button down or up."""

    def release(self, touch: Touch) -> None:
        """The button is up again."""

    def cancel(self) -> bool:
        """Forget what is being drawn; False if there was nothing."""
        return False

    def take_back(self) -> bool:
        """Forget the last point that was set, or all where there are no single ones; False if there was nothing."""
        return self.cancel()


class PointsTool(DrawingTool):
    """Draws what is defined by points: each line by a drag, or by two clicks; further points by one click each."""

    def __init__(
        self,
        count: int,
        draw: Callable[[Sequence[XY]], Drawing | None],
        done: Callable[[Sequence[XY]], object],
        *,
        lines: Sequence[int] = (0,),
        level: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """count: points until it is done. lines: numbers of the points that begin a line with a press.

        draw: the drawing for the points so far, the last one under the pointer. level: lines run across the screen.
        """
        super().__init__(parent)
        self._count, self._lines, self._level = count, frozenset(lines), level
        self._draw, self._done = draw, done
        self._points: list[XY] = []
        self._pointer: XY | None = None
        self._pressed: QPointF | None = None
        self._began = False
        self._made: Drawing | None = None
        self.changed.connect(self._look_anew)

    @property
    def making(self) -> Drawing | None:
        # All panes paint it, but it is worked out once.
        if self._made is None and self._points and self._pointer is not None:
            self._made = self._draw((*self._points, self._pointer))
        return self._made

    @property
    def busy(self) -> bool:
        return bool(self._points)

    @property
    def points(self) -> int:
        return len(self._points)

    def press(self, touch: Touch) -> None:
        self._pressed, self._began = touch.at, len(self._points) in self._lines
        if self._began:
            self._points.append(touch.point)
        self.move(touch)

    def move(self, touch: Touch) -> None:
        if self._points:
            self._pointer = self._placed(touch)
            self.changed.emit()

    def release(self, touch: Touch) -> None:
        if self._pressed is None or not self._points:
            return
        way = touch.at - self._pressed
        dragged = max(abs(way.x()), abs(way.y())) > SLACK
        self._pressed = None
        if dragged or not self._began:
            self._points.append(self._placed(touch))
            if len(self._points) == self._count:
                points = tuple(self._points)
                self._forget()
                self._done(points)
        self.changed.emit()

    def cancel(self) -> bool:
        drew = bool(self._points)
        self._forget()
        if drew:
            self.changed.emit()
        return drew

    def take_back(self) -> bool:
        if len(self._points) < 2:
            return self.cancel()
        self._points.pop()
        self._pressed = None
        self.changed.emit()
        return True

    @Slot()
    def _look_anew(self) -> None:
        self._made = None

    def _forget(self) -> None:
        self._points, self._pointer, self._pressed, self._made = [], None, None, None

    def _placed(self, touch: Touch) -> XY:
        """Under the pointer, or straight across (or down) from where the line began."""
        x, y = touch.point
        follows = len(self._points) not in self._lines
        if not follows or not (self._level or touch.straight):
            return x, y
        from_x, from_y = self._points[-1]
        sideways = touch.view.placement.turn.sideways
        across = not sideways if self._level else abs(x - from_x) >= abs(y - from_y)
        return (x, from_y) if across else (from_x, y)
