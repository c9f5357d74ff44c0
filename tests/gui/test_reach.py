"""Everything can be reached by the keyboard, shows that it has the focus, and tells screen readers what it is."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.made import MakeWindow, colour_in
from xraycolor_gui.gui import screen_readers
from xraycolor_gui.gui.window import MainWindow

#: Pages and dialogs, by the action that opens them; "" is the window as it is.
PLACES = ("", "layout.certificate", "file.export", "help.keys", "colour.edit_palette")


@pytest.fixture(autouse=True, scope="module")
def answered() -> None:
    screen_readers.install()


@pytest.fixture
def window(qtbot: QtBot, make_window: MakeWindow) -> MainWindow:
    made = make_window()
    colour_in(made, qtbot)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def opened(window: MainWindow, place: str) -> QWidget:
    """What stands open after the action: a dialog, or the window itself."""
    if not place:
        return window
    before = set(QApplication.topLevelWidgets())
    entry = window.actions_.entry(place)
    assert entry is not None
    entry.action.trigger()
    new = [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget not in before and widget.isVisible() and widget.parent() is window
    ]
    return new[0] if new else window


def reachable(top: QWidget) -> list[QWidget]:
    """Every visible control that takes the focus, by Tab or by click."""
    return [
        widget
        for widget in top.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.window() is top
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        # Inner parts of a control, and what scrolls it.
        and not isinstance(widget.parent(), QComboBox | QAbstractSpinBox | QAbstractItemView)
        and not isinstance(widget, QScrollArea)
        and not widget.objectName().startswith("qt_")
    ]


def test_every_control_tells_screen_readers_its_name_and_what_it_is(window: MainWindow) -> None:
    wanting = []
    for place in PLACES:
        top = opened(window, place)
        found = reachable(top)
        assert len(found) > 1
        for widget in found:
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface is not None
            named = bool(interface.text(QAccessible.Text.Name).strip())
            if not named or interface.role() in (QAccessible.Role.NoRole, QAccessible.Role.Client):
                wanting.append(f"{place}: {type(widget).__name__} {widget.objectName()} in {type(widget.parent())}")
        close(window, top, place)
    assert wanting == []


def test_tab_goes_through_the_parts_in_the_order_they_stand(window: MainWindow) -> None:
    parts = (window.toolbar, window.studies, window.panes, window.colour_dock)
    first = window.toolbar.opener
    first.setFocus()
    visited: list[QWidget] = []
    widget: QWidget | None = first
    for _ in range(200):
        part = next((part for part in parts if widget is not None and part.isAncestorOf(widget)), None)
        if part is not None and part not in visited[-1:]:
            visited.append(part)
        window.focusNextChild()
        widget = QApplication.focusWidget()
        if widget is first:
            break
    assert visited[: len(parts)] == list(parts)


def test_the_control_with_the_focus_looks_different(qtbot: QtBot, window: MainWindow) -> None:
    same = []
    for place in ("", "file.export", "colour.edit_palette"):
        top = opened(window, place)
        top.activateWindow()
        qtbot.waitUntil(top.isActiveWindow)
        for widget in filter(shows_focus_itself, reachable(top)):
            widget.clearFocus()
            without = looks(widget)
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            if widget.hasFocus() and np.array_equal(without, looks(widget)):
                same.append(f"{place}: {type(widget).__name__} {widget.accessibleName()}")
        close(window, top, place)
    assert same == []


def close(window: MainWindow, top: QWidget, place: str) -> None:
    """Take the page or dialog away again."""
    if top is not window:
        top.close()
    elif place:
        entry = window.actions_.entry(place)
        assert entry is not None
        entry.action.trigger()


def shows_focus_itself(widget: QWidget) -> bool:
    """Pictures tell by the edge of their pane, lists by their chosen row."""
    tells = isinstance(widget, QAbstractButton | QComboBox | QAbstractSpinBox | QLineEdit)
    return tells and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def looks(widget: QWidget) -> np.ndarray:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    return np.frombuffer(image.constBits(), np.uint8).copy()
