"""The tool bar: icon and word together."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.actions import Actions
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.icons import icon
from xraycolor_gui.gui.parts import spread

#: Below this width of the window undo and redo are icons alone; their tool tips have the words.
WORDS_FROM = 1360


_WITH_WORD, _ALONE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
#: Gaps, lines and margins of the bar, shared out among what it has.
_BETWEEN = 8


class ToolBar(QToolBar):
    """Open | tools | compare | undo, redo | (room) | export, keys. Features add theirs to a section."""

    def __init__(self, actions: Actions, window: QWidget) -> None:
        super().__init__(actions.tr("Tools"), window)
        self.setObjectName("tools")
        self.setMovable(False)
        self.setFixedHeight(tokens.TOOL_BAR)
        self.setIconSize(QSize(tokens.ICON_TOOL_PX, tokens.ICON_TOOL_PX))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.opener = menu_button(
            self,
            self.tr("Open"),
            "open",
            (actions.file.open_files, actions.file.open_folder, actions.file.open_sample),
        )
        self.addWidget(self.opener)
        self.addSeparator()
        self._ends: dict[str, QAction] = {}
        for section in ("hand", "compare"):
            self._ends[section] = self.addSeparator()
        self._steps = [self._add_alone(actions.edit.undo), self._add_alone(actions.edit.redo)]
        room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(room)
        for action in (actions.file.export, actions.help.keys):
            self.addAction(action)
            self._make_reachable(action)
        for tool in (Tool.WINDOW, Tool.ZOOM, Tool.PAN):
            self.add("hand", actions.tools.by_tool[tool])
        self._hide_empty()

    def add(self, section: str, action: QAction) -> None:
        """Put an action at the end of a section: "hand" or "compare"."""
        self.insertAction(self._ends[section], action)
        self._make_reachable(action)
        self._hide_empty()

    def add_widget(self, section: str, widget: QWidget) -> None:
        """As `add`, for a button with a menu."""
        self.insertWidget(self._ends[section], widget)
        self._hide_empty()

    def set_width(self, width: int) -> None:
        """Leave out words that have no room in a window of this width: first undo and redo, then from the right."""
        buttons = [each for each in map(self.widgetForAction, self.actions()) if isinstance(each, QToolButton)]
        lacking = sum(map(_width_with_word, buttons)) + _BETWEEN * len(self.actions()) - width
        steps_alone = lacking > 0 or width < WORDS_FROM
        for made in (*self._steps, *(each for each in reversed(buttons) if each not in self._steps)):
            alone = steps_alone if made in self._steps else lacking > 0
            made.setToolButtonStyle(_ALONE if alone else _WITH_WORD)
            lacking -= _word_width(made) if alone else 0
        # What had no room a moment ago does not tell by itself that it is smaller now.
        if (layout := self.layout()) is not None:
            layout.invalidate()

    def _hide_empty(self) -> None:
        """No line after a section that has nothing."""
        actions = self.actions()
        for end in self._ends.values():
            end.setVisible(not actions[actions.index(end) - 1].isSeparator())

    def _add_alone(self, action: QAction) -> QToolButton:
        self.addAction(action)
        return self._make_reachable(action)

    def _make_reachable(self, action: QAction) -> QToolButton:
        action.setIconText(spread(action.iconText()))
        made = self.widgetForAction(action)
        assert isinstance(made, QToolButton)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made


def _word_width(made: QToolButton) -> int:
    return made.fontMetrics().horizontalAdvance(made.text()) + 2 * made.fontMetrics().horizontalAdvance(" ") + 4


def _width_with_word(made: QToolButton) -> int:
    return made.sizeHint().width() + (_word_width(made) if made.toolButtonStyle() == _ALONE else 0)


class MenuButton(QToolButton):
    """Opens a menu; off while nothing in it can be done."""

    def __init__(self, parent: QWidget, words: str, meaning: str, actions: tuple[QAction, ...]) -> None:
        super().__init__(parent)
        self._choices = actions
        self.setText(spread(words))
        self.setIcon(icon(meaning))
        self.setToolButtonStyle(_WITH_WORD)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self)
        for action in actions:
            menu.addAction(action)
            action.enabledChanged.connect(self._follow)
        self.setMenu(menu)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.setEnabled(any(action.isEnabled() for action in self._choices))


def menu_button(parent: QWidget, words: str, meaning: str, actions: tuple[QAction, ...]) -> QToolButton:
    """A button of the tool bar that opens a menu."""
    return MenuButton(parent, words, meaning, actions)
