"""Ctrl + K: every action by a few letters of its name, its menu or its key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.actions import Actions, Entry
from xraycolor_gui.gui.actions.menus import Menus
from xraycolor_gui.gui.fuzzy import fits
from xraycolor_gui.gui.parts import label
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.theme import chrome

Index = QModelIndex | QPersistentModelIndex

RECENT, RECENT_KEPT = "commands", 12
WIDTH, ROWS_SHOWN = 560, 12
#: Below the window's upper edge, in logical pixels.
DOWN = 88
EDGE = 3
#: How well a key fits; and the part of the best answer's fit that others need.
BY_KEY, WORTH = 1000.0, 0.5
_PAST_LIST = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -ROWS_SHOWN, Qt.Key.Key_PageDown: ROWS_SHOWN}
_ENTRY, _MENU = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class CommandSearch(QDialog):
    """A field and what it finds; Enter does it. Used lately comes first, what cannot be done now says why."""

    def __init__(self, actions: Actions, menus: Menus, settings: Settings, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Find a command"))
        self.setFixedWidth(WIDTH)
        self._actions, self._menus, self._settings, self._window = actions, menus, settings, window
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.field.setAccessibleName(self.tr("Find a command"))
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.found = QListWidget()
        self.found.setAccessibleName(self.tr("Commands found"))
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.setItemDelegate(_Row(self.found))
        self.found.setUniformItemSizes(True)
        self.found.itemClicked.connect(self._do)
        self.none = label(self.tr("No command fits. Try fewer letters."), tone=3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        for part in (self.field, self.found, self.none):
            layout.addWidget(part)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A popup's border, which a window without frame has not."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(chrome().raised))
        painter.setPen(QColor(chrome().line_strong))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def open_here(self) -> None:
        """Begin anew, below the middle of the window's upper edge."""
        self.field.clear()
        self._find("")
        corner = self._window.mapToGlobal(QPoint((self._window.width() - WIDTH) // 2, DOWN))
        self.move(corner)
        self.show()
        self.raise_()
        self.activateWindow()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field has the focus; keys that a list knows move in the list."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _PAST_LIST.get(Qt.Key(event.key()))
            if step is not None:
                last = self.found.count() - 1
                self.found.setCurrentRow(min(max(self.found.currentRow() + step, 0), last))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do(self.found.currentItem())
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Whoever looks elsewhere has no use for it any more."""
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self.hide()
        super().changeEvent(event)

    @Slot(str)
    def _find(self, typed: str) -> None:
        self.found.clear()
        for entry in self._ranked(typed):
            item = QListWidgetItem(self._spoken(entry))
            item.setData(_ENTRY, entry)
            item.setData(_MENU, self._menus.title(entry.menu))
            item.setSizeHint(QSize(WIDTH - 32, tokens.ROW))
            self.found.addItem(item)
        self.found.setCurrentRow(0)
        some = self.found.count()
        self.found.setVisible(some > 0)
        self.none.setVisible(some == 0)
        self.found.setFixedHeight(min(some, ROWS_SHOWN) * tokens.ROW + 4)
        self.adjustSize()

    def _ranked(self, typed: str) -> list[Entry]:
        """Best first; of what fits alike, what was used lately, then what can be done now."""
        lately = self._lately()
        scored = []
        for place, entry in enumerate(self._actions):
            if not entry.action.isVisible():
                continue
            score = self._fits(typed, entry)
            if score is not None:
                used = lately.index(entry.id) if entry.id in lately else len(lately)
                scored.append((-round(score, 1), used, not entry.action.isEnabled(), place, entry))
        scored.sort(key=lambda one: one[:4])
        # Scattered letters are no answer beside words that were meant.
        best = max((-one[0] for one in scored if -one[0] < BY_KEY), default=0.0)
        return [one[4] for one in scored if best <= 0 or -one[0] >= WORTH * best]

    def _fits(self, typed: str, entry: Entry) -> float | None:
        """By its words; else, and less, together with its menu; a key as it is written beats all."""
        words, menu = entry.plain, self._menus.title(entry.menu)
        if typed and any(typed.casefold() == key.casefold() for key in entry.key_texts()):
            return BY_KEY
        by_words = fits(typed, words)
        if by_words is not None:
            return by_words
        with_menu = fits(typed, f"{words} {menu}")
        return with_menu - 10 if with_menu is not None else None

    def _spoken(self, entry: Entry) -> str:
        """As a screen reader tells it."""
        why = entry.why_not()
        return f"{entry.plain}, {why}" if why else ", ".join((entry.plain, *entry.key_texts()))

    def _do(self, item: QListWidgetItem | None) -> None:
        entry = item.data(_ENTRY) if item is not None else None
        if not isinstance(entry, Entry) or not entry.action.isEnabled():
            return
        others = [one for one in self._lately() if one != entry.id]
        self._settings.set_choice(RECENT, " ".join([entry.id, *others][:RECENT_KEPT]))
        self.hide()
        self._window.activateWindow()
        # Once the window has the focus again: the action may ask where that is.
        QTimer.singleShot(0, entry.action.trigger)

    def _lately(self) -> list[str]:
        return self._settings.choice(RECENT).split()


class _Row(QStyledItemDelegate):
    """Words and menu at the left; keys, or why not, at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, menu, theme = index.data(_ENTRY), index.data(_MENU), chrome()
        area, metrics = option.rect, option.fontMetrics
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(theme.selected))
            painter.fillRect(QRect(area.left(), area.top(), EDGE, area.height()), QColor(theme.accent))
        on, room = entry.action.isEnabled(), area.adjusted(12, 0, -12, 0)
        words = f"{entry.plain}  ✓" if entry.action.isChecked() else entry.plain
        right = "   ".join(entry.key_texts()) if on else entry.why_not()
        painter.setPen(QColor(theme.text_1 if on else theme.text_off))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(QColor(theme.text_2 if on else theme.text_3))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, right)
        between = room.adjusted(metrics.horizontalAdvance(words) + 12, 0, -metrics.horizontalAdvance(right) - 12, 0)
        if between.width() > metrics.horizontalAdvance(menu):
            painter.setPen(QColor(theme.text_3))
            painter.drawText(between, Qt.AlignmentFlag.AlignVCenter, menu)
