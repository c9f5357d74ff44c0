"""The tool bar: icon and word together."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.actions import Actions
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.icons import icon


def make_toolbar(actions: Actions, window: QWidget) -> QToolBar:
    """Open | Window, Zoom, Pan | (room) | Export, Keys."""
    bar = QToolBar(actions.tr("Tools"), window)
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.setFixedHeight(tokens.TOOL_BAR)
    bar.setIconSize(QSize(tokens.ICON_TOOL_PX, tokens.ICON_TOOL_PX))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    bar.addWidget(_open_button(actions, bar))
    bar.addSeparator()
    for tool in (Tool.WINDOW, Tool.ZOOM, Tool.PAN):
        bar.addAction(actions.tools.by_tool[tool])
    room = QWidget()
    room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(room)
    bar.addAction(actions.file.export)
    bar.addAction(actions.help.keys)
    for action in bar.actions():
        made = bar.widgetForAction(action)
        if isinstance(made, QToolButton):
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return bar


def _open_button(actions: Actions, bar: QToolBar) -> QToolButton:
    opener = QToolButton(bar)
    opener.setText(actions.tr("Open"))
    opener.setIcon(icon("open"))
    opener.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    opener.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(opener)
    for action in (actions.file.open_files, actions.file.open_folder, actions.file.open_sample):
        menu.addAction(action)
    opener.setMenu(menu)
    return opener
