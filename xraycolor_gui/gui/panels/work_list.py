"""“What would teach most”: open films in the order of what they would teach, in the colour dock's place."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QHideEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from xraycolor_gui.core.work_list import TOLD_FROM, WorkItem
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.actions import Actions, Need
from xraycolor_gui.gui.dock import Dock
from xraycolor_gui.gui.feedback.words import sign_words
from xraycolor_gui.gui.feedback.work_list import Listed, WorkList
from xraycolor_gui.gui.films import Film
from xraycolor_gui.gui.panels.studies_model import film_title
from xraycolor_gui.gui.parts import icon_button, label, line, row, surface, table, wrapped
from xraycolor_gui.gui.sides import Sides
from xraycolor_gui.gui.theme import chrome

if TYPE_CHECKING:
    from xraycolor_gui.gui.session import Session
    from xraycolor_gui.gui.views.pane_pair import PanePair

_PADDING = 12
#: Rows move at most so often while films are looked at.
REST_MS = 1000
#: Reasons that a row has room for.
_REASONS = 2
_ROW, _LINE, _INSET = 44, 19, 4
Index = QModelIndex | QPersistentModelIndex


class WorkListPage(QWidget):
    """Costs nothing while it is not on screen."""

    backWanted = Signal()
    shownChanged = Signal(bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.list = WorkList(session)
        surface(self, "dock")
        self.back = icon_button("back", self.tr("Back to the colours"), self.backWanted.emit)
        self.told = wrapped(tone=2)
        self.progress = label(tone=3, caption=True)
        self.table = table(self.tr("Films: place, name and reasons, answered"), wide=1)
        self.table.setItemDelegate(_TwoLines(self.table))
        self.none = wrapped(self.tr("Nothing is known of the open films yet."), tone=2)
        self.table.hide()
        self.table.itemClicked.connect(self._open)
        self.table.itemActivated.connect(self._open)
        self._listed: list[tuple[Path, tuple[str, ...]]] = []
        self._answered = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._fill)
        self._lay_out()
        self.list.changed.connect(self._follow)
        self.list.ordered.connect(self._show)
        session.filmsChanged.connect(self._follow)
        session.currentChanged.connect(self._mark_current)
        self.list.answered.connect(self._follow_answer)

    def _lay_out(self) -> None:
        header = QWidget()
        header.setFixedHeight(tokens.HEADER)
        head = row(self.back, label(self.tr("What would teach most"), strong=True), None)
        head.setContentsMargins(4, 0, 8, 0)
        header.setLayout(head)
        self.told.setText(
            self.tr(
                "Your word on the first of these films would teach the model most. What you have answered comes last. "
                "Percentages are parts of the body."
            )
        )
        above = QVBoxLayout()
        above.setContentsMargins(_PADDING, _PADDING, _PADDING, 8)
        above.setSpacing(4)
        above.addWidget(self.told)
        above.addWidget(self.progress)
        around = QVBoxLayout()
        around.setContentsMargins(_PADDING, 0, _PADDING, _PADDING)
        around.addWidget(self.none)
        around.addWidget(self.table, 1)
        around.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(line())
        layout.addLayout(above)
        layout.addLayout(around, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shownChanged.emit(True)
        self.list.watch(True)
        self._fill()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():
            self.list.watch(False)
            self.shownChanged.emit(False)

    @Slot()
    def _follow(self) -> None:
        if self.isVisible() and not self._rest.isActive():
            self._rest.start()

    @Slot()
    def _follow_answer(self) -> None:
        self._answered = True
        self._follow()

    @Slot()
    def _fill(self) -> None:
        """The rows in their order; what models find does not move them under the hand that is about to click one."""
        if not self.isVisible():
            return
        self._tell_progress()
        if self._listed and not self._answered and self.table.viewport().underMouse():
            self._rest.start()
            return
        self._answered = False
        self.list.order()

    @Slot(list)
    def _show(self, items: list[Listed]) -> None:
        listed = [(film.path, self._texts(place, film, item)) for place, (film, item) in enumerate(items, start=1)]
        if listed != self._listed:
            self._listed = listed
            with QSignalBlocker(self.table):
                self.table.clear()
                self.table.addTopLevelItems([_row(path, texts) for path, texts in listed])
        self.none.setVisible(not listed)
        self.table.setVisible(bool(listed))
        self._mark_current()

    def _tell_progress(self) -> None:
        known, of = self.list.looked_at
        if known == of:
            words = self.tr("All open films are looked at.")
        else:
            words = self.tr("{known} of {of} open films looked at, whenever nothing else is to be done").format(
                known=known, of=of
            )
        self.progress.setText(words)

    def _texts(self, place: int, film: Film, item: WorkItem) -> tuple[str, ...]:
        """Place, name and reasons, whether it is answered, and all reasons for whoever rests on the row."""
        told = [sign_words(sign, part) for sign, part in item.signs.items() if part >= TOLD_FROM]
        if not told:
            told = [self.tr("nothing is in doubt")]
        title = film_title(film)
        name = title if film.path.stem in title else f"{title} · {film.path.stem}"
        answered = self.tr("answered") if item.answered else ""
        return str(place), f"{name}\n{' · '.join(told[:_REASONS])}", answered, "\n".join((name, *told))

    @Slot()
    def _mark_current(self) -> None:
        current = self._session.current
        at = next((at for at, (path, _) in enumerate(self._listed) if current and path == current.path), -1)
        with QSignalBlocker(self.table):
            self.table.setCurrentItem(self.table.topLevelItem(at) if at >= 0 else None)  # type: ignore[arg-type]

    @Slot(QTreeWidgetItem)
    def _open(self, item: QTreeWidgetItem) -> None:
        self._session.show_path(item.data(0, Qt.ItemDataRole.UserRole))


class WorkListInWindow(QObject):
    """Feedback ▸ Films that would teach most."""

    def __init__(self, session: Session, actions: Actions, *, panes: PanePair, dock: Dock, sides: Sides) -> None:
        super().__init__(panes)
        self._session, self._actions, self._sides, self._panes, self._dock = session, actions, sides, panes, dock
        film = Need(lambda: session.current is not None, self.tr("no film is open"))
        self.wanted = actions.make(
            "feedback.work_list",
            self.tr("Films that would teach &most"),
            "Ctrl+T",
            check=True,
            menu="feedback.shown",
            needs=[film],
        )
        self.wanted.triggered.connect(self._show)

    @cached_property
    def page(self) -> WorkListPage:
        """Made when it is looked at first."""
        page = WorkListPage(self._session)
        page.backWanted.connect(self.wanted.trigger)
        page.shownChanged.connect(self.wanted.setChecked)
        self._dock.add_page(page)
        return page

    def _show(self, shown: bool) -> None:
        """The list in the colour dock's place, or the dock again."""
        self._actions.layout_.certificate.setChecked(False)
        self._sides.show_certificate(self.page if shown else None)
        page = self.page
        (self._panes.current.picture if not shown else page.table if page.table.isVisible() else page.back).setFocus()


def _row(path: Path, texts: tuple[str, ...]) -> QTreeWidgetItem:
    *shown, whole = texts
    made = QTreeWidgetItem(list(shown))
    made.setData(0, Qt.ItemDataRole.UserRole, path)
    for column in range(len(shown)):
        made.setToolTip(column, whole)
    made.setTextAlignment(0, Qt.AlignmentFlag.AlignRight)
    return made


class _TwoLines(QStyledItemDelegate):
    """A title, and below it smaller what else there is to say."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        lines, option.text = str(index.data()).split("\n"), ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        area = QRect(option.rect).adjusted(_INSET, 4, -_INSET, 0)
        right = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        painter.save()
        for text, size, color in zip(
            lines, (tokens.BODY_PX, tokens.CAPTION_PX), (chrome().text_1, chrome().text_2), strict=False
        ):
            font = QFont(option.font)
            font.setPixelSize(size)
            painter.setFont(font)
            painter.setPen(QColor(color))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, Qt.AlignmentFlag.AlignTop | right, shown)
            area.translate(0, _LINE)
        painter.restore()
