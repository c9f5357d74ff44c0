"""The cheat sheet: what keys and mouse do now, and the way to change it."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from functools import cache, cached_property

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from xraycolor_gui.gui.actions import Actions
from xraycolor_gui.gui.dialogs import key_topics
from xraycolor_gui.gui.dialogs.key_editor import KeyEditor
from xraycolor_gui.gui.dialogs.key_sheet import COLUMNS_GAP, WORDS_GAP, Part, keys_width, page_of
from xraycolor_gui.gui.key_bindings import KeyBindings
from xraycolor_gui.gui.mouse import Mouse
from xraycolor_gui.gui.parts import button, line, row, spread

COLUMNS = 4
#: Lines that a title with the gap above it takes.
TITLE_LINES = 2
SIZE = 1360, 820
#: Left and right of the sheet: margins, and the bar it is scrolled by.
SIDES = 2 * 24 + 10


class KeysDialog(QDialog):
    """Stays open beside the work; `sheet` and `editor` take turns in it."""

    def __init__(self, actions: Actions, mouse: Mouse, bindings: KeyBindings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self._actions, self._mouse, self._bindings = actions, mouse, bindings
        #: What is on the sheet, and the width it was drawn for.
        self._drawn: tuple[list[Part], int] | None = None
        self.sheet = QScrollArea()
        self.sheet.setWidgetResizable(True)
        self.sheet.setAccessibleName(self.tr("Keys and what they do"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.sheet)
        self.change = button(self.tr("Change keys…"), self._turn_page, "keys")
        close = button(self.tr("Close"), self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self._pages, 1)
        layout.addWidget(line())
        layout.addLayout(row(self.change, None, close))
        # Many actions are told of at once, and only then the sheet is drawn.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._draw)
        for signal in (actions.keysChanged, actions.made, mouse.changed):
            signal.connect(self._draw_later)
        room = self.screen().availableGeometry()
        self.resize(min(SIZE[0], room.width() - 40), min(SIZE[1], room.height() - 80))

    @cached_property
    def editor(self) -> KeyEditor:
        """Made when keys are changed first."""
        editor = KeyEditor(self._actions, self._mouse, self._bindings)
        self._pages.addWidget(editor)
        return editor

    def showEvent(self, event: QShowEvent) -> None:
        """Always the sheet first, with the keys of now."""
        self._draw()
        if self._pages.currentWidget() is not self.sheet:
            self._turn_page()
        super().showEvent(event)

    def turn_to_editor(self) -> None:
        """Show the editor in the sheet's place."""
        if self._pages.currentWidget() is self.sheet:
            self._turn_page()

    @Slot()
    def _turn_page(self) -> None:
        to_editor = self._pages.currentWidget() is self.sheet
        self._pages.setCurrentWidget(self.editor if to_editor else self.sheet)
        self.change.setText(spread(self.tr("Back to the sheet") if to_editor else self.tr("Change keys…")))
        (self.editor.list if to_editor else self.change).setFocus()

    @Slot()
    def _draw_later(self) -> None:
        if self.isVisible():
            self._later.start()

    @Slot()
    def _draw(self) -> None:
        """In as many columns as have room."""
        parts, room = self._parts(), self.width() - SIDES
        if (parts, room) == self._drawn:
            return
        self._drawn = parts, room
        ways = [in_columns(parts, count) for count in range(COLUMNS, 1, -1)]
        metrics = self.fontMetrics()

        @cache
        def advance(words: str) -> int:
            """Every way has the same words. (To wrap Qt's own function would have all of Qt's signatures read.)"""
            return metrics.horizontalAdvance(words)

        fitting = next((way for way in ways if _width(way, advance) <= room), ways[-1])
        self.sheet.setWidget(page_of(fitting, self.sheet.viewport()))

    def _parts(self) -> list[Part]:
        titles = key_topics.titles()
        parts: list[Part] = [(self.tr("Mouse"), key_topics.mouse_lines(self._mouse))]
        entries = tuple(entry for entry in self._actions if entry.action.isVisible() or ".preset_" in entry.id)
        for topic, title in titles.items():
            shown = key_topics.lines(entry for entry in entries if key_topics.topic_of(entry) == topic)
            if shown:
                parts.append((title, shown))
        parts.append((self.tr("In the part that has the focus"), key_topics.fixed_lines()))
        return parts


def in_columns(parts: list[Part], columns: int) -> list[list[Part]]:
    """The parts in their order, in columns of which the highest is as low as can be."""
    heights = [len(entries) + TITLE_LINES for _, entries in parts]
    cuts = itertools.combinations(range(1, len(parts)), min(columns, len(parts)) - 1)
    ways = (list(itertools.pairwise((0, *cut, len(parts)))) for cut in cuts)
    best = min(ways, key=lambda way: max(sum(heights[start:end]) for start, end in way))
    return [parts[start:end] for start, end in best]


def _width(columns: list[list[Part]], advance: Callable[[str], int]) -> int:
    """About what a page takes; measuring is much quicker than making it."""
    wide = 0
    for parts in columns:
        lines = [line for _, below in parts for line in below]
        wide += max(keys_width(line, advance) for line in lines) + WORDS_GAP
        wide += max(advance(line.words) for line in lines)
    return wide + COLUMNS_GAP * (len(columns) - 1)
