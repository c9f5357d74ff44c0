"""The first screen: ways to open something, and what will be seen."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.actions.registry import native
from xraycolor_gui.gui.parts import button, label, row, sign, surface, wrapped
from xraycolor_gui.gui.settings import Recent, Settings
from xraycolor_gui.gui.words import as_tooltip

WAYS_WIDTH = 440
SEEN_WIDTH = 488
PICTURE = 236
GAP = 88


class Way(QPushButton):
    """A tall button: icon, words, and what else there is to know at its right."""

    def __init__(
        self, meaning: str, words: str, aside: str, action: Callable[[], object], primary: bool = False
    ) -> None:
        super().__init__()
        color = "on_accent" if primary else "text_1"
        self.setProperty("primary", primary)
        self.setProperty("tall", True)
        self.setAccessibleName(f"{words} {aside}")
        self.clicked.connect(lambda _: action())
        name, hint = label(words, choice=True), label(aside, caption=True)
        layout = row(sign(meaning, color=color), name, None, hint)
        layout.setContentsMargins(16, 0, 16, 0)
        self.setLayout(layout)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class WelcomePanel(QWidget):
    """Open files, a folder, the sample, or a recent folder. `opened` carries a folder of the recent list."""

    filesWanted = Signal()
    folderWanted = Signal()
    sampleWanted = Signal()
    opened = Signal(object)

    def __init__(self, settings: Settings, pictures: tuple[Path, Path] | None = None) -> None:
        super().__init__()
        self._settings = settings
        surface(self, "page")
        # Its two columns must not decide how narrow the window can be while films are shown.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._pictures = pictures
        self._seen = QWidget()
        self._seen.setFixedWidth(SEEN_WIDTH)
        ways = QWidget()
        ways.setFixedWidth(WAYS_WIDTH)
        ways.setLayout(self._ways())
        middle = QHBoxLayout()
        middle.setSpacing(GAP)
        middle.addStretch(1)
        middle.addWidget(ways, alignment=Qt.AlignmentFlag.AlignTop)
        middle.addWidget(self._seen, alignment=Qt.AlignmentFlag.AlignTop)
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(middle)
        layout.addStretch(3)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """The explanation is made when it is first seen: who opens a film at once need not wait for it."""
        super().showEvent(event)
        if self._seen.layout() is None:
            self._explain()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._seen.setVisible(self.width() >= WAYS_WIDTH + SEEN_WIDTH + GAP + 32)

    def refresh(self) -> None:
        """Take the recent folders from the settings."""
        while (item := self._folders.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        recent = self._settings.recent()
        for place, entry in enumerate(recent):
            self._add_recent(place, entry)
        self._recent.setVisible(bool(recent))

    def _ways(self) -> QVBoxLayout:
        self.files = Way("file", self.tr("Open files…"), native("Ctrl+O"), self.filesWanted.emit, primary=True)
        self.folder = Way("open", self.tr("Open a folder…"), native("Ctrl+Shift+O"), self.folderWanted.emit)
        self.sample = Way(
            "picture", self.tr("Try the sample radiograph"), self.tr("no file needed"), self.sampleWanted.emit
        )
        drop = QFrame()
        drop.setFixedHeight(88)
        drop.setObjectName("drop")
        drop.setLayout(
            row(None, sign("drop"), label(self.tr("or drop files or a folder here"), tone=2), None, spacing=12)
        )

        self.clear = button(self.tr("Clear list"), self._clear, link=True)
        self._folders = QGridLayout()
        self._folders.setHorizontalSpacing(24)
        self._folders.setVerticalSpacing(8)
        self._folders.setColumnStretch(0, 1)
        self._recent = QWidget()
        recent = QVBoxLayout(self._recent)
        recent.setContentsMargins(0, 16, 0, 0)
        recent.addLayout(row(label(self.tr("Recent"), strong=True), None, self.clear))
        recent.addLayout(self._folders)
        note = self.tr("Folder names only, kept on this computer. The File menu can turn it off.")
        recent.addWidget(wrapped(note, tone=3, caption=True))

        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Open a radiograph"), welcome=True))
        kinds = self.tr("DICOM files, folders, DICOMDIR, zip. PNG, TIFF and JPEG too.")
        column.addWidget(label(kinds, tone=2))
        column.addSpacing(8)
        for way in (self.files, self.folder, self.sample):
            column.addWidget(way)
        column.addSpacing(8)
        column.addWidget(drop)
        column.addWidget(self._recent)
        return column

    def _add_recent(self, place: int, entry: Recent) -> None:
        name = (entry.path.name or str(entry.path)).replace("&", "&&")
        there = button(name, lambda: self.opened.emit(entry.path), "folder", link=True, recent=True)
        there.setToolTip(as_tooltip(str(entry.path)))
        self._folders.addWidget(there, place, 0)
        films = self.tr("1 film") if entry.films == 1 else self.tr("{} films").format(tokens.thousands(entry.films))
        self._folders.addWidget(label(films, tone=2), place, 1)
        day = label(self._day(entry.day), tone=3)
        self._folders.addWidget(day, place, 2, alignment=Qt.AlignmentFlag.AlignRight)

    def _day(self, iso: str) -> str:
        try:
            day = datetime.date.fromisoformat(iso)
        except ValueError:
            return ""
        ago = (datetime.date.today() - day).days
        if ago <= 1:
            return self.tr("yesterday") if ago else self.tr("today")
        return QLocale().toString(QDate(day.year, day.month, day.day), self.tr("d MMM"))

    def _clear(self) -> None:
        self._settings.clear_recent()
        self.refresh()

    def _explain(self) -> None:
        column = QVBoxLayout(self._seen)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(16)
        column.addWidget(label(self.tr("What you will see"), title=True))
        if self._pictures is not None:
            captions = (self.tr("Grey: the film itself"), self.tr("Colour: a model’s opinion"))
            both = QHBoxLayout()
            both.setSpacing(16)
            for path, caption in zip(self._pictures, captions, strict=True):
                both.addLayout(self._picture(path, caption))
            column.addLayout(both)
        for meaning, claim, why in (
            (
                "window",
                self.tr("The grey is never changed"),
                self.tr("Colour adds hue only. Every pixel keeps its lightness. Hold G to see grey."),
            ),
            (
                "palette",
                self.tr("Each colour names a tissue, never a disease"),
                self.tr("The legend tells which tissues the model sees under the pointer."),
            ),
            (
                "not_sure",
                self.tr("Colour is a model’s opinion"),
                self.tr("It can be wrong. The film on the left is what was recorded."),
            ),
        ):
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(wrapped(claim, strong=True))
            words.addWidget(wrapped(why, tone=2))
            line = QHBoxLayout()
            line.setSpacing(12)
            line.addWidget(sign(meaning, tokens.ICON_TOOL_PX), alignment=Qt.AlignmentFlag.AlignTop)
            line.addLayout(words, 1)
            column.addLayout(line)

    def _picture(self, path: Path, caption: str) -> QVBoxLayout:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(str(path)).scaled(
            QSize(PICTURE, PICTURE) * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        pixmap.setDevicePixelRatio(ratio)
        shown = QLabel()
        shown.setPixmap(pixmap)
        shown.setAccessibleName(caption)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(shown)
        column.addWidget(label(caption, tone=2, caption=True))
        return column
