"""The cheat sheet: what the mouse and the keys do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from xraycolor_gui.gui.parts import button, label, line

CAP_PADDING = 6
KEYS_WIDTH = 104


class KeysDialog(QDialog):
    """Stays open beside the work."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        columns = QHBoxLayout()
        columns.setSpacing(32)
        for parts in self._columns():
            column = QVBoxLayout()
            column.setSpacing(16)
            for title, entries in parts:
                column.addLayout(self._part(title, entries))
            column.addStretch(1)
            columns.addLayout(column)
        close = button(self.tr("Close"), self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(columns)
        layout.addWidget(line())
        layout.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)

    def _part(self, title: str, entries: tuple[tuple[str, str], ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, KEYS_WIDTH)
        grid.addWidget(label(title, strong=True), 0, 0, 1, 2)
        for place, (keys, words) in enumerate(entries, start=1):
            caps = QHBoxLayout()
            caps.setSpacing(4)
            for key in keys.split(" "):
                cap = label(key.replace("_", " "), key=True)
                cap.setMinimumWidth(cap.fontMetrics().horizontalAdvance(cap.text()) + 2 * CAP_PADDING)
                cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
                caps.addWidget(cap)
            caps.addStretch(1)
            grid.addLayout(caps, place, 0)
            grid.addWidget(label(words, tone=2), place, 1)
        return grid

    def _columns(self) -> tuple[tuple[tuple[str, tuple[tuple[str, str], ...]], ...], ...]:
        tr = self.tr
        return (
            (
                (
                    tr("Grey"),
                    (
                        (tr("left_drag"), tr("window: right wider, up brighter")),
                        ("1 … 9", tr("the file’s own windows")),
                        ("0", tr("full range")),
                        ("I", tr("invert")),
                    ),
                ),
                (
                    tr("Place"),
                    (
                        (tr("middle_drag"), tr("pan")),
                        (tr("right_drag"), tr("zoom")),
                        (tr("Ctrl wheel"), tr("zoom at the cursor")),
                        (tr("double_click"), tr("one pane, both panes")),
                        ("Ctrl 0", tr("fit")),
                        ("W Z P", tr("left drag: window, zoom, pan")),
                    ),
                ),
            ),
            (
                (
                    tr("Colour"),
                    (
                        ("G", tr("grey while held")),
                        ("[ ]", tr("weaker, stronger")),
                        ("\\", tr("strength 1.0")),
                        (tr("Shift wheel"), tr("strength")),
                        ("{ }", tr("fade less, more where unsure")),
                        ("Ctrl M", tr("next model")),
                        ("Ctrl L", tr("load a palette")),
                        ("Ctrl Shift L", tr("edit the palette")),
                        ("Enter", tr("in the legend: only this tissue")),
                        (tr("Space"), tr("in the legend: hide, show")),
                        ("Esc", tr("cancel colouring")),
                    ),
                ),
            ),
            (
                (
                    tr("Films"),
                    (
                        ("↑ ↓", tr("film before, after")),
                        (tr("wheel"), tr("film before, after")),
                        ("PgUp PgDn", tr("study before, after")),
                        ("Home End", tr("first, last film")),
                        ("Ctrl O", tr("open files")),
                        ("Ctrl Shift O", tr("open a folder")),
                        ("Ctrl E", tr("export")),
                    ),
                ),
                (
                    tr("Window"),
                    (
                        ("F6", tr("next part")),
                        ("F7", tr("certificate")),
                        ("F8 F9", tr("fold studies, colour dock")),
                        ("F11", tr("full screen")),
                        ("?", tr("this sheet")),
                    ),
                ),
            ),
        )
