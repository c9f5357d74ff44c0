"""Giving actions other keys, and mouse and wheel other deeds."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.actions import Actions, Entry
from xraycolor_gui.gui.actions.registry import native
from xraycolor_gui.gui.controls import Chooser
from xraycolor_gui.gui.dialogs import key_topics
from xraycolor_gui.gui.fuzzy import fits
from xraycolor_gui.gui.key_bindings import RESERVED, KeyBindings
from xraycolor_gui.gui.mouse import CHOICES, Mouse, Wheel
from xraycolor_gui.gui.parts import button, label, row, wrapped

T = TypeVar("T", bound=Enum)

_ENTRY = Qt.ItemDataRole.UserRole
SIDE, ROW = 320, 24


class KeyEditor(QWidget):
    """The actions in a list; beside it the chosen one's keys, and the mouse. Every change holds at once."""

    def __init__(self, actions: Actions, mouse: Mouse, bindings: KeyBindings) -> None:
        super().__init__()
        self._actions, self._mouse, self._bindings = actions, mouse, bindings
        self._wanted = ""
        self.finder = QLineEdit()
        self.finder.setPlaceholderText(self.tr("Find an action or a key"))
        self.finder.setAccessibleName(self.tr("Find an action or a key"))
        self.finder.textChanged.connect(self._fill)
        self.list = QTreeWidget()
        self.list.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.list.setAccessibleName(self.tr("Actions and their keys"))
        self.list.setRootIsDecorated(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(self._show_entry)
        left = QVBoxLayout()
        left.addWidget(self.finder)
        left.addWidget(self.list, 1)
        side = QWidget()
        side.setFixedWidth(SIDE)
        self._lay_out_side(side)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        layout.addLayout(left, 1)
        layout.addWidget(side)
        bindings.changed.connect(self._follow)
        actions.made.connect(self._follow)
        self._fill()

    @property
    def chosen(self) -> Entry | None:
        """The action whose keys are shown."""
        item = self.list.currentItem()
        entry = item.data(0, _ENTRY) if item is not None else None
        return entry if isinstance(entry, Entry) else None

    def choose(self, id_: str) -> None:
        """Show this action's keys."""
        for item in self._items():
            entry = item.data(0, _ENTRY)
            if isinstance(entry, Entry) and entry.id == id_:
                self.list.setCurrentItem(item)

    # Making

    def _lay_out_side(self, side: QWidget) -> None:
        self.name = label(strong=True)
        self.keys = label(tone=2)
        self.press = QKeySequenceEdit()
        self.press.setMaximumSequenceLength(1)
        self.press.setAccessibleName(self.tr("Press a key to add it"))
        self.press.keySequenceChanged.connect(self._pressed)
        self.told = wrapped(tone=2)
        self.take = button(self.tr("Take it from there"), self._take)
        self.remove = button(self.tr("No key"), self._remove)
        self.reset = button(self.tr("As it came"), self._reset)
        self.reset_all = button(self.tr("All as they came"), self._bindings.reset_all, "again")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.name, self.keys, label(self.tr("Press a key to add it"), tone=3), self.press, self.told):
            column.addWidget(part)
        column.addLayout(row(self.take, None))
        column.addLayout(row(self.remove, self.reset, None))
        column.addSpacing(16)
        column.addWidget(label(self.tr("Mouse"), strong=True))
        column.addLayout(self._mouse_form())
        column.addStretch(1)
        column.addLayout(row(None, self.reset_all))

    def _mouse_form(self) -> QFormLayout:
        form = QFormLayout()
        self._choosers: list[Callable[[], None]] = []
        for held in self._mouse.buttons:
            form.addRow(
                key_topics.button_words(held),
                self._chooser(
                    key_topics.button_words(held),
                    [(tool, key_topics.tool_words(tool)) for tool in CHOICES],
                    lambda held=held: self._mouse.buttons[held],  # type: ignore[misc]
                    lambda tool, held=held: self._bindings.set_button(held, tool),  # type: ignore[misc]
                ),
            )
        for modifier in self._mouse.wheels:
            form.addRow(
                key_topics.modifier_words(modifier),
                self._chooser(
                    key_topics.modifier_words(modifier),
                    [(does, key_topics.wheel_words(does)) for does in Wheel],
                    lambda modifier=modifier: self._mouse.wheels[modifier],  # type: ignore[misc]
                    lambda does, modifier=modifier: self._bindings.set_wheel(modifier, does),  # type: ignore[misc]
                ),
            )
        self._mouse.changed.connect(self._show_mouse)
        return form

    def _chooser(
        self, name: str, choices: list[tuple[T, str]], ask: Callable[[], T], choose: Callable[[T], None]
    ) -> Chooser:
        made = Chooser()
        made.setAccessibleName(name)
        for _, words in choices:
            made.addItem(words)

        def show() -> None:
            made.setCurrentIndex([each for each, _ in choices].index(ask()))

        made.activated.connect(lambda place: choose(choices[place][0]))
        self._choosers.append(show)
        show()
        return made

    # Showing

    @Slot()
    def _follow(self) -> None:
        entry = self.chosen
        self._fill()
        if entry is not None:
            self.choose(entry.id)

    @Slot()
    def _fill(self) -> None:
        typed = self.finder.text()
        self.list.clear()
        for topic, title in key_topics.titles().items():
            group = QTreeWidgetItem([title])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.setSizeHint(0, QSize(0, tokens.ROW))
            strong = group.font(0)
            strong.setWeight(QFont.Weight.DemiBold)
            group.setFont(0, strong)
            for entry in self._actions:
                keys = "  ".join(entry.key_texts())
                fitting = fits(typed, entry.title) is not None or (typed and typed.casefold() in keys.casefold())
                if key_topics.topic_of(entry) == topic and fitting:
                    changed = self.tr("{} (changed)").format(keys) if self._bindings.is_own(entry) else keys
                    item = QTreeWidgetItem([entry.title, changed])
                    item.setData(0, _ENTRY, entry)
                    item.setSizeHint(0, QSize(0, ROW))
                    group.addChild(item)
            if group.childCount():
                self.list.addTopLevelItem(group)
                group.setExpanded(True)
        items = self._items()
        if items:
            self.list.setCurrentItem(items[0])
        self._show_entry()

    def _items(self) -> list[QTreeWidgetItem]:
        groups = (self.list.topLevelItem(place) for place in range(self.list.topLevelItemCount()))
        return [
            item for group in groups if group for place in range(group.childCount()) if (item := group.child(place))
        ]

    @Slot()
    def _show_entry(self) -> None:
        entry = self.chosen
        for part in (self.press, self.remove, self.reset):
            part.setEnabled(entry is not None)
        self.name.setText(entry.title if entry else "")
        self.keys.setText("   ".join(entry.key_texts()) if entry and entry.keys else self.tr("No key"))
        if entry is not None:
            self.remove.setEnabled(bool(entry.keys))
            self.reset.setEnabled(self._bindings.is_own(entry))
        self._tell("")

    @Slot()
    def _show_mouse(self) -> None:
        for show in self._choosers:
            show()

    def _tell(self, words: str, offers: bool = False) -> None:
        self.told.setText(words)
        self.take.setVisible(offers)

    # Changing

    @Slot(QKeySequence)
    def _pressed(self, sequence: QKeySequence) -> None:
        key, entry = sequence.toString(QKeySequence.SequenceFormat.PortableText), self.chosen
        if not key or entry is None:
            return
        self.press.clear()
        self._wanted = key
        if any(QKeySequence(reserved) == sequence for reserved in RESERVED):
            self._tell(self.tr("{} has its meaning everywhere. Choose another key.").format(native(key)))
        elif owners := self._bindings.owners(key, but=entry.id):
            words = self.tr("{key} belongs to “{action}”.").format(key=native(key), action=owners[0].title)
            self._tell(words, offers=True)
        else:
            self._take()

    @Slot()
    def _take(self) -> None:
        entry = self.chosen
        if entry is not None:
            others = tuple(key for key in entry.keys if QKeySequence(key) != QKeySequence(self._wanted))
            self._bindings.set(entry.id, (self._wanted, *others))

    @Slot()
    def _remove(self) -> None:
        if (entry := self.chosen) is not None:
            self._bindings.set(entry.id, ())

    @Slot()
    def _reset(self) -> None:
        if (entry := self.chosen) is not None:
            self._bindings.reset(entry.id)
