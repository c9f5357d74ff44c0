"""Points that answer questions: marked by a click on the film, drawn on every pane, moved by mouse and keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Slot
from PySide6.QtGui import QMouseEvent

from xraycolor_gui.core.regions import Point
from xraycolor_gui.gui.reader_study.panes import StudyPanes
from xraycolor_gui.gui.reader_study.questions import PlaceCard
from xraycolor_gui.gui.views.drawn.layer import Drawing, Layer
from xraycolor_gui.gui.views.drawn.shapes import Outline, Shape, shape_of
from xraycolor_gui.gui.views.drawn.tools import SLACK
from xraycolor_gui.gui.views.marks import Weight, Word
from xraycolor_gui.gui.views.picture import Picture


class PlaceLayer(Layer):
    """One point per question that has one."""

    def __init__(self, cards: Sequence[PlaceCard], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards = {card.question.key: card for card in cards}
        self._made: dict[str, Drawing] = {}
        for card in cards:
            card.changed.connect(self.changed)

    @property
    def drawings(self) -> Sequence[Drawing]:
        return [self._drawing(key, card.point) for key, card in self._cards.items() if card.point is not None]

    def reshape(self, which: str, shape: Shape) -> None:
        if isinstance(shape, Outline) and isinstance(shape.region, Point):
            self._cards[which].put((shape.region.x, shape.region.y))

    def remove(self, which: str) -> None:
        self._cards[which].put(None)

    def copy(self, which: str, dx: float, dy: float) -> None:
        """A question has one place."""

    def forget(self) -> None:
        """The next film is shown."""
        self.choose("")
        self.changed.emit()

    def _drawing(self, key: str, point: tuple[float, float]) -> Drawing:
        """The same object while the point stays: it is worked out once."""
        made, shape = self._made.get(key), shape_of(Point(*point))
        if made is None or made.shape != shape:
            words = self._cards[key].question.words
            made = self._made[key] = Drawing(key, shape, (Word(words, Weight.STRONG),), words)
        return made


class Marking(QObject):
    """A click on the film marks the place that is asked for; a drag does what it always does."""

    def __init__(self, panes: StudyPanes, cards: Sequence[PlaceCard]) -> None:
        super().__init__(panes)
        self._panes, self._cards = panes, tuple(cards)
        self.layer = PlaceLayer(cards, self)
        panes.linked.drawn.add(self.layer)
        self._wanted: PlaceCard | None = None
        self._pressed: QPointF | None = None
        for card in cards:
            card.markWanted.connect(self._mark_by_keys)
        if cards:
            for pane in (panes.grey, panes.colour):
                pane.picture.installEventFilter(self)

    @property
    def wanted(self) -> PlaceCard | None:
        """The question that the next click answers: the one asked for, else the first without an answer."""
        without = [card for card in self._cards if card.point is None]
        if self._wanted is not None:
            return self._wanted
        return without[0] if without else (self._cards[-1] if self._cards else None)

    def reset(self) -> None:
        """The next film is shown."""
        self._wanted = self._pressed = None
        self.layer.forget()

    def mark_by_keys(self, card: PlaceCard | None = None) -> None:
        """Mark the middle of what is seen, to be moved from there with Ctrl + arrow keys."""
        card = card or self.wanted
        picture = self._panes.shown[0].picture
        if card is None:
            return
        if card.point is None:
            self._put(card, picture, QPointF(picture.rect().center()))
        self.layer.choose(card.question.key)
        picture.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def move(self, dx: int, dy: int) -> bool:
        """Move the chosen mark by screen pixels; False if none is chosen."""
        placement = self._panes.shown[0].picture.placement()
        drawn = self._panes.linked.drawn
        if placement is None or drawn.chosen is None:
            return False
        (row0, column0), (row, column) = placement.to_film(0, 0), placement.to_film(dx, dy)
        return drawn.move_chosen(column - column0, row - row0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton:
            if kind is QEvent.Type.MouseButtonPress:
                self._pressed = event.position()
            elif kind is QEvent.Type.MouseButtonRelease and self._pressed is not None:
                way, self._pressed = event.position() - self._pressed, None
                card = self.wanted
                if max(abs(way.x()), abs(way.y())) <= SLACK and isinstance(watched, Picture) and card is not None:
                    self._click(card, watched, event.position())
        return False

    def _click(self, card: PlaceCard, picture: Picture, at: QPointF) -> None:
        if self._panes.linked.drawn.chosen is not None:
            return  # a mark was taken hold of, not a new place
        if self._put(card, picture, at):
            self._wanted = None
            self.layer.choose(card.question.key)

    def _put(self, card: PlaceCard, picture: Picture, at: QPointF) -> bool:
        """False beside the film."""
        view, radiograph = picture.drawn.view, self._panes.linked.session.radiograph
        if view is None or radiograph is None:
            return False
        x, y = view.to_image(at)
        rows, columns = radiograph.shape
        if not (0 <= x < columns and 0 <= y < rows):
            return False
        card.put((x, y))
        return True

    @Slot()
    def _mark_by_keys(self) -> None:
        card = self.sender()
        if isinstance(card, PlaceCard):
            self._wanted = card
            self.mark_by_keys(card)
