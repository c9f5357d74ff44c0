"""Opens the verdict chooser when a region is let go, and asks who the reader is where that is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QPoint, QRect, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from xraycolor_gui.core.feedback import Verdict
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.feedback.layer import WAITING, FeedbackLayer
from xraycolor_gui.gui.feedback.placing import lightness, place_beside
from xraycolor_gui.gui.feedback.reader_question import ReaderQuestion
from xraycolor_gui.gui.feedback.verdict_chooser import Asked, VerdictChooser
from xraycolor_gui.gui.readout import tissue_label
from xraycolor_gui.gui.spoken import within
from xraycolor_gui.gui.views.drawn.layer import extent
from xraycolor_gui.gui.views.pane_pair import PanePair
from xraycolor_gui.gui.views.picture import Picture

if TYPE_CHECKING:
    from xraycolor_gui.gui.session import Session
    from xraycolor_gui.gui.settings import Settings

_READER = "reader"


class Asking(QObject):
    """One chooser at a time. wordsWanted: the page that says what is collected. asksChanged: a chooser came or went."""

    wordsWanted = Signal()
    asksChanged = Signal()

    def __init__(self, session: Session, panes: PanePair, settings: Settings) -> None:
        super().__init__(panes)
        self._session, self._panes, self._settings = session, panes, settings
        self.chooser: VerdictChooser | None = None
        self.question: ReaderQuestion | None = None
        self._about: tuple[FeedbackLayer, str, Picture] | None = None
        self._light = np.zeros((1, 1), np.uint8)
        self._followed: set[FeedbackLayer] = set()
        if settings.choice(_READER):
            session.feedback.set_reader(settings.choice(_READER))
        session.atHandChanged.connect(self.follow)
        session.radiographChanged.connect(self.close)
        session.toolChanged.connect(self.close)
        self.follow()

    @property
    def sentence(self) -> str:
        """What is asked now, for the status bar; empty while nothing is."""
        if self._about is None or self.chooser is None:
            return ""
        number = self._about[0].number(self._about[1])
        if self.chooser.asks_tissue:
            return self.tr("Region {}: which tissue is it?").format(number)
        return self.tr("Region {}: choose a verdict, 1 to 6").format(number)

    @Slot()
    def follow(self) -> None:
        """Listen to the layer of the film at hand too."""
        for layer in self._session.feedback.layers.values():
            if layer not in self._followed:
                self._followed.add(layer)
                layer.made.connect(self._ask_soon)
                layer.readerWanted.connect(self.ask_reader)
                layer.changed.connect(self._close_if_gone)

    def ask(self, which: str) -> None:
        """Open the chooser for a region of the film at hand."""
        layer = self._session.feedback.layers.get(self._session.at_hand)
        feedback = layer.region(which) if layer is not None else None
        if layer is None or feedback is None or feedback.region is None:
            return
        self.close()
        picture = self._picture()
        reads = layer.reads(feedback.region)
        guesses = [(name, reads.get(name)) for name in layer.guesses(feedback.region)]
        palette = self._session.palette
        asked = Asked(layer.number(which), self._reads_words(reads), guesses)
        self._about = layer, which, picture
        self._light = lightness(_host(picture))
        self.chooser = VerdictChooser(_host(picture), asked, palette)
        self.chooser.judged.connect(self._judge)
        self.chooser.closed.connect(self._closed)
        self.chooser.widened.connect(self._place)
        self._place()
        self.chooser.show()
        self.chooser.raise_()
        self.chooser.setFocus()
        self.asksChanged.emit()

    @Slot()
    def close(self) -> None:
        """Keep the region as it is."""
        if self.chooser is not None:
            self.chooser.close_chooser()
        if self.question is not None:
            self._decline()

    @Slot()
    def ask_reader(self) -> None:
        """Ask for the name; a region that waits is given under it."""
        self.close()
        picture = self._picture()
        host = _host(picture)
        light, room = lightness(host), host.rect()
        self.question = ReaderQuestion(host, self._session.feedback.reader)
        self.question.answered.connect(self._take_reader)
        self.question.declined.connect(self._decline)
        self.question.wordsWanted.connect(self.wordsWanted)
        layer = self._session.feedback.layers.get(self._session.at_hand)
        boxes = _boxes(layer, WAITING, host) if layer is not None else []
        own = _box(layer, WAITING, picture, host) if layer is not None else None
        self.question.open_at(lambda size: place_beside(own or QRect(), boxes, size, room, light))

    @Slot(str)
    def _ask_soon(self, which: str) -> None:
        self.ask(which)

    def _judge(self, verdict: Verdict, tissue: str) -> None:
        if self._about is not None:
            layer, which, _ = self._about
            layer.judge(which, verdict, tissue)

    @Slot()
    def _closed(self) -> None:
        picture = self._about[2] if self._about is not None else None
        had_focus = self.chooser is not None and self.chooser.hasFocus()
        self.chooser, self._about = None, None
        if picture is not None and (had_focus or QApplication.focusWidget() is None):
            picture.setFocus()
        self.asksChanged.emit()

    @Slot()
    def _close_if_gone(self) -> None:
        if self._about is not None and self._about[0].region(self._about[1]) is None:
            self.close()

    @Slot(str)
    def _take_reader(self, name: str) -> None:
        self._end_question()
        self._settings.set_choice(_READER, name)
        self._session.feedback.set_reader(name)

    @Slot()
    def _decline(self) -> None:
        self._end_question()
        for layer in self._session.feedback.layers.values():
            layer.forget_waiting()

    def _end_question(self) -> None:
        if self.question is not None:
            question, self.question = self.question, None
            question.hide()
            question.deleteLater()
            self._picture().setFocus()

    def _picture(self) -> Picture:
        """Where the hand is."""
        focus = QApplication.focusWidget()
        return focus if isinstance(focus, Picture) else self._panes.current.picture

    def _reads_words(self, reads: dict[str, float]) -> str:
        if not reads:
            return ""
        tissue, share = next(iter(reads.items()))
        return self.tr("model reads {tissue} {share}").format(
            tissue=within(tissue_label(self._session.palette, tissue)), share=tokens.percent(share)
        )

    @Slot()
    def _place(self) -> None:
        """Beside the region in its own picture, and off it in the other pane."""
        if self.chooser is None or self._about is None:
            return
        layer, which, picture = self._about
        host = _host(picture)
        boxes = _boxes(layer, which, host)
        own = _box(layer, which, picture, host)
        if own is None:
            self.chooser.move(host.rect().center())
            return
        self.chooser.move(place_beside(own, boxes, self.chooser.size(), host.rect(), self._light))
        self.asksChanged.emit()


def _host(picture: Picture) -> QWidget:
    """All panes where the picture stands among them, else its window."""
    widget: QWidget = picture
    while (parent := widget.parentWidget()) is not None:
        widget = parent
        if isinstance(widget, PanePair):
            return widget
    return widget


def _boxes(layer: FeedbackLayer, which: str, host: QWidget) -> list[QRect]:
    """The region on every picture."""
    pictures = [each for each in host.findChildren(Picture) if each.isVisible()]
    return [box for each in pictures if (box := _box(layer, which, each, host)) is not None]


def _box(layer: FeedbackLayer, which: str, picture: Picture, host: QWidget) -> QRect | None:
    """The region on a picture, in the coordinates of the host; None where it is out of sight."""
    view, drawing = picture.drawn.view, layer.find(which)
    if view is None or drawing is None or layer not in picture.drawn.layers:
        return None
    _, left, top, right, bottom = extent(drawing)
    ends = [view.to_picture(x, y).toPoint() for x, y in ((left, top), (right, bottom))]
    box = QRect(ends[0], ends[1]).normalized().adjusted(-4, -4, 4, 4) & picture.rect()
    return box.translated(picture.mapTo(host, QPoint(0, 0))) if box.isValid() else None
