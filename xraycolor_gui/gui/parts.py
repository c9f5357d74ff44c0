"""Small parts that several panels are made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.icons import icon


def label(text: str = "", tone: int = 1, **properties: bool) -> QLabel:
    """A label in text colour 1, 2 or 3; properties as the style sheet knows them (caption, strong, title …)."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if tone > 1:
        made.setProperty("tone", str(tone))
    for name, value in properties.items():
        made.setProperty(name, value)
    return made


def wrapped(text: str = "", tone: int = 1, **properties: bool) -> QLabel:
    """As `label`, over as many lines as it takes."""
    made = label(text, tone, **properties)
    made.setWordWrap(True)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
    return made


def sign(meaning: str, size: int = tokens.ICON_PX, color: str = tokens.TEXT_1) -> QLabel:
    """An icon that is only looked at."""
    made = QLabel()
    made.setPixmap(icon(meaning, color).pixmap(QSize(size, size)))
    made.setFixedSize(size, size)
    return made


def button(text: str, action: Callable[[], object], meaning: str = "", **properties: bool) -> QPushButton:
    """A push button with word and icon; properties: primary, link, small."""
    made = QPushButton(text)
    if meaning:
        color = tokens.ON_ACCENT if properties.get("primary") else tokens.TEXT_1
        made.setIcon(icon(meaning, color))
        made.setIconSize(QSize(tokens.ICON_PX, tokens.ICON_PX))
    for name, value in properties.items():
        made.setProperty(name, value)
    made.setAutoDefault(False)
    made.clicked.connect(lambda _: action())
    return made


def icon_button(meaning: str, words: str, action: Callable[[], object]) -> QToolButton:
    """An icon alone, for folding and closing; its words are tooltip and accessible name."""
    made = QToolButton()
    made.setIcon(icon(meaning))
    made.setIconSize(QSize(tokens.ICON_PX, tokens.ICON_PX))
    made.setProperty("flat", True)
    made.setToolTip(words)
    made.setAccessibleName(words)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(lambda _: action())
    return made


def line(vertical: bool = False) -> QFrame:
    """A hairline between two parts."""
    made = QFrame()
    made.setProperty("line", True)
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


def row(*parts: QWidget | int | None, spacing: int = 8) -> QHBoxLayout:
    """Parts from left to right; a number is a gap, None takes what is left over."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for part in parts:
        if part is None:
            made.addStretch(1)
        elif isinstance(part, int):
            made.addSpacing(part)
        else:
            made.addWidget(part)
    return made


def surface(widget: QWidget, name: str) -> QWidget:
    """Paint the widget's background in a surface colour: surround, window, dock, raised."""
    widget.setProperty("surface", name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget
