"""The cheat sheet: what keys and mouse do now, and the way to change it."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from xraycolor_gui.gui.actions import Actions
from xraycolor_gui.gui.dialogs import key_topics
from xraycolor_gui.gui.dialogs.key_editor import KeyEditor
from xraycolor_gui.gui.dialogs.key_topics import Line
from xraycolor_gui.gui.key_bindings import KeyBindings
from xraycolor_gui.gui.mouse import Mouse
from xraycolor_gui.gui.parts import button, label, line, row, spread

CAP_PADDING, CAP_GAP, WORDS_GAP, COLUMNS_GAP = 8, 4, 12, 24
COLUMNS = 4
#: Lines that a title with the gap above it takes.
TITLE_LINES = 2
SIZE = 1360, 820
#: Left and right of the sheet: margins, and the bar it is scrolled by.
SIDES = 2 * 24 + 10
#: So many of an action's keys are told here; the editor has all.
KEYS_TOLD = 2


class KeysDialog(QDialog):
    """Stays open beside the work; `sheet` and `editor` take turns in it."""

    def __init__(self, actions: Actions, mouse: Mouse, bindings: KeyBindings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self._actions, self._mouse = actions, mouse
        self.sheet = QScrollArea()
        self.sheet.setWidgetResizable(True)
        self.sheet.setAccessibleName(self.tr("Keys and what they do"))
        self.editor = KeyEditor(actions, mouse, bindings)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.sheet)
        self._pages.addWidget(self.editor)
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
        ways = [in_columns(parts, count) for count in range(COLUMNS, 1, -1)]
        self.sheet.setWidget(_page(next((way for way in ways if self._width(way) <= room), ways[-1])))

    def _width(self, columns: list[list[Part]]) -> int:
        """About what a page takes; measuring is much quicker than making it."""
        across = self.fontMetrics().horizontalAdvance
        wide = 0
        for parts in columns:
            lines = [entry for _, entries in parts for entry in entries]
            keys = max(sum(across(key) + 2 * CAP_PADDING + CAP_GAP for key in told(entry)) for entry in lines)
            wide += keys + max(across(entry.words) for entry in lines) + WORDS_GAP
        return wide + COLUMNS_GAP * (len(columns) - 1)

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


#: A title, and the lines below it.
Part = tuple[str, tuple[Line, ...]]


def in_columns(parts: list[Part], columns: int) -> list[list[Part]]:
    """The parts in their order, in columns of which the highest is as low as can be."""
    heights = [len(entries) + TITLE_LINES for _, entries in parts]
    cuts = itertools.combinations(range(1, len(parts)), min(columns, len(parts)) - 1)
    ways = (list(itertools.pairwise((0, *cut, len(parts)))) for cut in cuts)
    best = min(ways, key=lambda way: max(sum(heights[start:end]) for start, end in way))
    return [parts[start:end] for start, end in best]


def told(line: Line) -> tuple[str, ...]:
    """The keys that the sheet has room for."""
    return line.keys if "…" in line.keys else line.keys[:KEYS_TOLD]


def _page(columns: list[list[Part]]) -> QWidget:
    page = QWidget()
    across = QHBoxLayout(page)
    across.setContentsMargins(0, 0, 8, 0)
    across.setSpacing(COLUMNS_GAP)
    for parts in columns:
        column = QVBoxLayout()
        column.setSpacing(16)
        for title, entries in parts:
            column.addLayout(_part(title, entries))
        column.addStretch(1)
        across.addLayout(column)
    return page


def _part(title: str, entries: tuple[Line, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(WORDS_GAP)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    grid.addWidget(label(title, strong=True), 0, 0, 1, 2)
    for place, entry in enumerate(entries, start=1):
        caps = row(*(_cap(key) for key in told(entry)), None, spacing=CAP_GAP)
        grid.addLayout(caps, place, 0)
        words = label(entry.words[:1].upper() + entry.words[1:], tone=2)
        words.setAccessibleName(f"{' '.join(entry.keys)}: {entry.words}")
        grid.addWidget(words, place, 1)
    return grid


def _cap(key: str) -> QWidget:
    if key == "…":
        return label(key, tone=3)
    cap = label(key, key=True)
    cap.ensurePolished()
    cap.setMinimumWidth(cap.fontMetrics().horizontalAdvance(key) + 2 * CAP_PADDING)
    cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return cap
