"""Small parts that several panels are made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QToolButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.icons import icon
from xraycolor_gui.gui.style import tabular


def label(text: str = "", tone: int = 1, *, numbers: bool = False, **properties: bool) -> QLabel:
    """A label in text colour 1, 2 or 3; properties as the style sheet knows them (caption, strong, title …).

    numbers: figures of equal width, so that nothing jumps while they change.
    """
    made = QLabel(text)
    if numbers:
        made.setFont(tabular(made.font()))
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


class Sign(QLabel):
    """An icon without a control; it follows theme and scale factor."""

    def __init__(self, meaning: str, size: int = tokens.ICON_PX, color: str = "text_1") -> None:
        super().__init__()
        self._color = color
        self.setFixedSize(size, size)
        self.show_icon(meaning)

    def show_icon(self, meaning: str) -> None:
        """Show the icon of another meaning."""
        self._icon = icon(meaning, self._color)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = min(self.width(), self.height())
        square = QRect(0, 0, side, side)
        square.moveCenter(self.rect().center())
        self._icon.paint(QPainter(self), square)


def sign(meaning: str, size: int = tokens.ICON_PX, color: str = "text_1") -> QLabel:
    """An icon that is only looked at; the colour as for `icons.icon`."""
    return Sign(meaning, size, color)


def spread(words: str) -> str:
    """The words farther from their icon than Qt puts them."""
    return f" {words.strip()}"


def button(text: str, action: Callable[[], object], meaning: str = "", **properties: bool) -> QPushButton:
    """A push button with word and icon; properties: primary, link, small."""
    made = QPushButton(spread(text) if meaning else text)
    if meaning:
        color = "on_accent" if properties.get("primary") else "text_1"
        made.setIcon(icon(meaning, color))
        made.setIconSize(QSize(tokens.ICON_PX, tokens.ICON_PX))
    for name, value in properties.items():
        made.setProperty(name, value)
    made.setAutoDefault(False)
    made.clicked.connect(lambda _: action())
    return made


def segment(words: str) -> QPushButton:
    """One of several joined buttons of which one is chosen; they stand without space, in a group."""
    made = QPushButton(words)
    made.setCheckable(True)
    made.setAutoDefault(False)
    made.setProperty("segment", True)
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


def column(*parts: QWidget) -> QVBoxLayout:
    """Parts from top to bottom, without a gap."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(0)
    for part in parts:
        made.addWidget(part)
    return made


class _Scrolling(QScrollArea):
    """Its bar lies over the content's margin, so that nothing moves aside when it comes."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar, own = QScrollBar(Qt.Orientation.Vertical, self), self.verticalScrollBar()
        own.rangeChanged.connect(self._follow)
        own.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(own.setValue)
        self._bar.hide()

    @Slot()
    def _follow(self) -> None:
        own = self.verticalScrollBar()
        self._bar.setRange(own.minimum(), own.maximum())
        self._bar.setPageStep(own.pageStep())
        self._bar.setSingleStep(own.singleStep())
        self._bar.setVisible(own.maximum() > own.minimum())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self._bar.sizeHint().width()
        self._bar.setGeometry(self.width() - wide, 0, wide, self.height())
        self._bar.raise_()


def scrolling(content: QWidget, words: str = "") -> QScrollArea:
    """A dock's content, which scrolls up and down where it has no room.

    words: its accessible name where the keyboard is to reach it, which is needed only if nothing in it can be reached.
    """
    made = _Scrolling()
    made.setWidgetResizable(True)
    if words:
        made.setAccessibleName(words)
    else:
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(content)
    surface(made.viewport(), "dock")
    return made


def surface(widget: QWidget, name: str) -> QWidget:
    """Paint the widget's background in a surface colour: page, window, dock, raised; `current` for a header."""
    widget.setProperty("surface", name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget


def table(words: str, wide: int, columns: int = 3) -> QTreeWidget:
    """A dock's list of rows without a header; column `wide` takes the room that is left. words: its accessible name."""
    made = QTreeWidget()
    made.setProperty("table", "true")
    made.setColumnCount(columns)
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    made.setHeaderHidden(True)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setAccessibleName(words)
    header = made.header()
    header.setMinimumSectionSize(20)
    modes = QHeaderView.ResizeMode
    for column in range(columns):
        header.setSectionResizeMode(column, modes.Stretch if column == wide else modes.ResizeToContents)
    header.setStretchLastSection(wide == columns - 1)
    return made
