"""How far reading a folder is: bar, counts, Stop, and why files are not shown."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QProgressBar, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.films import Search, Skipped
from xraycolor_gui.gui.parts import button, icon_button, label, row, wrapped
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.words import breakable

#: Names told of each reason, and how high their list grows before it scrolls.
NAMES_TOLD = 50
REASONS_HEIGHT = 240
MARGIN = 12


class SearchPart(QWidget):
    """Shown while a folder is read, and afterwards as long as something is to be told."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._title = label(strong=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Files read"))
        self.stop = button(self.tr("Stop"), session.stop_search, small=True)
        self._counts = wrapped(tone=2, caption=True)
        self.why = button(self.tr("Show why"), self._show_why, link=True)
        self.close_part = icon_button("close", self.tr("Close"), self._close)
        self._reasons = wrapped(tone=2, caption=True)
        # As high as its words are at the width it gets; what it would like to be, somewhat narrower, needs a bar.
        self._reasons.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._reasons.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._told: tuple[Skipped, ...] = ()
        self._closed: tuple[Skipped, ...] | None = None
        self._list = QScrollArea()
        self._list.setWidget(self._reasons)
        self._list.setWidgetResizable(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Files that are not shown"))
        self._list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(4)
        column.addLayout(row(self._title, None, self.close_part))
        column.addLayout(row(self._bar, self.stop, spacing=12))
        column.addWidget(self._counts)
        column.addWidget(self.why, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._list)
        # After the films were taken up, and not in one piece with them.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        session.searchChanged.connect(self._follow)
        self.hide()

    def _follow(self) -> None:
        search = self._session.search
        if search is not None and search.running and self.isVisible():
            self._soon.start(0)
        else:
            self.refresh()

    def refresh(self) -> None:
        search = self._session.search
        if search is None:
            return
        something = search.running or bool(search.skipped) or search.namesakes > 0
        if not something or (not search.running and search.skipped == self._closed):
            self.hide()
            return
        self._title.setText(self._heading(search))
        # A bar draws itself at once, and all of the window with it that waits to be drawn; here it waits as well.
        self._bar.setUpdatesEnabled(False)
        self._bar.setRange(0, max(search.total, 1))
        self._bar.setValue(search.read)
        self._bar.setUpdatesEnabled(True)
        self._counts.setText(self._count_words(search))
        for widget in (self._bar, self.stop):
            widget.setVisible(search.running)
        self.close_part.setVisible(not search.running)
        self.why.setVisible(bool(search.skipped))
        self._tell_reasons(search.skipped)
        self.show()

    def _heading(self, search: Search) -> str:
        if search.running:
            return self.tr("Reading “{}”").format(search.name) if search.name else self.tr("Reading files")
        return self.tr("Read “{}”").format(search.name) if search.name else self.tr("Files read")

    def _count_words(self, search: Search) -> str:
        number = tokens.thousands
        lines = [self._film_words(search)] if search.films else []
        if search.running and search.total:
            lines.insert(0, self.tr("{} of {} files read").format(number(search.read), number(search.total)))
        if search.skipped:
            skipped, total = number(len(search.skipped)), number(search.total)
            words = self.tr("{} of {} files are not shown.").format(skipped, total)
            if len(search.skipped) == 1:
                words = self.tr("1 of {} files is not shown.").format(total)
            lines.append(words + " " + self.tr("Nothing was changed on disk."))
        elif search.running:
            lines.append(self.tr("You can read while this runs."))
        if search.namesakes:
            words = self.tr("{} films share their identifier with another film. All are shown.")
            if search.namesakes == 1:
                words = self.tr("1 film shares its identifier with another film. Both are shown.")
            lines.append(words.format(number(search.namesakes)))
        return "\n".join(lines)

    def _film_words(self, search: Search) -> str:
        number = tokens.thousands
        if search.films == 1:
            return self.tr("1 film")
        if search.studies == 1:
            return self.tr("{} films in 1 study").format(number(search.films))
        return self.tr("{} films in {} studies").format(number(search.films), number(search.studies))

    def _show_why(self) -> None:
        shown = self._list.isHidden()
        self._list.setVisible(shown)
        self.why.setText(self.tr("Hide why") if shown else self.tr("Show why"))
        self._tell_reasons(self._told)

    def _tell_reasons(self, skipped: tuple[Skipped, ...]) -> None:
        """The words are made only while they are seen."""
        self._told = skipped
        if not self._list.isHidden():
            self._reasons.setText("\n\n".join(self._reason_lines(skipped)))
            width = self.width() - 2 * MARGIN - self._list.verticalScrollBar().sizeHint().width()
            self._list.setFixedHeight(min(self._reasons.heightForWidth(width) + 4, REASONS_HEIGHT))

    def _reason_lines(self, skipped: Iterable[Skipped]) -> list[str]:
        names: dict[str, list[str]] = {}
        for file in skipped:
            names.setdefault(file.reason, []).append(file.path.name)
        lines = []
        for reason, files in sorted(names.items(), key=lambda found: -len(found[1])):
            more = len(files) - NAMES_TOLD
            told = breakable(", ".join(files[:NAMES_TOLD]))
            told += " " + self.tr("and {} more").format(tokens.thousands(more)) if more > 0 else ""
            lines.append(f"{tokens.thousands(len(files))} × {reason}\n{told}")
        return lines

    def _close(self) -> None:
        self._closed = self._told
        self.hide()
