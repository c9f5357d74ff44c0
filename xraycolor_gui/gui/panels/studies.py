"""The studies dock: every open film with a thumbnail and its state; a strip of thumbnails where room is scarce."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QMenu, QProgressBar, QTreeView, QVBoxLayout, QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.films import Search
from xraycolor_gui.gui.panels.notices import show_folder
from xraycolor_gui.gui.panels.studies_delegate import StudiesDelegate
from xraycolor_gui.gui.panels.studies_model import StudiesModel
from xraycolor_gui.gui.parts import button, icon_button, label, line, row, surface, wrapped
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.thumbnails import Thumbnails

#: So many groups come unfolded; later ones fold, that a long list stays a list.
UNFOLDED = 12
REASONS_TOLD = 200


class StudiesTree(QTreeView):
    """The current row is the current film. Letters are left to the window's keys."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class SearchPart(QWidget):
    """How far reading a folder is: bar, counts, Stop, and why files are not shown."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._title = label(strong=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Files read"))
        self.stop = button(self.tr("Stop"), session.stop_search, small=True)
        self._counts = wrapped(tone=2, caption=True)
        self._why = button(self.tr("Show why"), self._show_why, link=True)
        self.close_part = icon_button("close", self.tr("Close"), self.hide)
        self._reasons = wrapped(tone=2, caption=True)
        self._reasons.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(4)
        column.addLayout(row(self._title, None, self.close_part))
        column.addLayout(row(self._bar, self.stop, spacing=12))
        column.addWidget(self._counts)
        column.addWidget(self._why, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._reasons)
        session.searchChanged.connect(self.refresh)
        self.hide()

    def refresh(self) -> None:
        search = self._session.search
        if search is None:
            return
        if not search.running and not search.skipped:
            self.hide()
            return
        self._title.setText(self._heading(search))
        self._bar.setRange(0, max(search.total, 1))
        self._bar.setValue(search.read)
        self._counts.setText(self._count_words(search))
        self._reasons.setText(
            "\n".join(f"{file.path.name}: {file.error.what}" for file in search.skipped[:REASONS_TOLD])
        )
        for widget in (self._bar, self.stop):
            widget.setVisible(search.running)
        self.close_part.setVisible(not search.running)
        self._why.setVisible(bool(search.skipped))
        self.setVisible(search.running or bool(search.skipped))

    def _heading(self, search: Search) -> str:
        if search.running:
            return self.tr("Reading “{}”").format(search.name) if search.name else self.tr("Reading files")
        return self.tr("Read “{}”").format(search.name) if search.name else self.tr("Files read")

    def _count_words(self, search: Search) -> str:
        number = tokens.thousands
        lines = [self.tr("{} of {} files read").format(number(search.read), number(search.total))]
        lines.append(self.tr("1 film") if search.films == 1 else self.tr("{} films").format(number(search.films)))
        if search.skipped:
            skipped = self.tr("1 file is not shown.")
            if len(search.skipped) > 1:
                skipped = self.tr("{} files are not shown.").format(number(len(search.skipped)))
            lines.append(skipped + " " + self.tr("Nothing was changed on disk."))
        elif search.running:
            lines.append(self.tr("You can read while this runs."))
        return "\n".join(lines)

    def _show_why(self) -> None:
        hide = self._reasons.isVisible()
        self._reasons.setVisible(not hide)
        self._why.setText(self.tr("Show why") if hide else self.tr("Hide why"))


class StudiesPanel(QWidget):
    """Title, search, tree. `foldWanted` asks the window to make it a strip, or wide again."""

    foldWanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.thumbnails = Thumbnails(session.steps, self)
        surface(self, "dock")
        self._title = label(self.tr("Studies"), strong=True)
        self._fold = icon_button("fold_left", self.tr("Make studies a strip (F8)"), self.foldWanted.emit)
        header = QWidget()
        header.setFixedHeight(tokens.HEADER)
        self._header = QHBoxLayout(header)
        self._header.setContentsMargins(12, 0, 4, 0)
        self._header.addWidget(self._title)
        self._header.addStretch(1)
        self._header.addWidget(self._fold)
        self._search = SearchPart(session)
        self._model = StudiesModel(self)
        self._tree = StudiesTree()
        self.thumbnails.made.connect(lambda _: self._tree.viewport().update())
        self._delegate = StudiesDelegate(self.thumbnails, self._tree)
        self._set_up_tree()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (header, line(), self._search, self._tree):
            layout.addWidget(widget)
        layout.setStretchFactor(self._tree, 1)
        session.filmsChanged.connect(self._take_films)
        session.currentChanged.connect(self._select_current)
        session.radiographChanged.connect(self._take_thumbnail)
        session.workChanged.connect(lambda: self.thumbnails.hold(not session.settled))

    @property
    def tree(self) -> StudiesTree:
        return self._tree

    @property
    def strip(self) -> bool:
        return self._delegate.strip

    def set_strip(self, strip: bool) -> None:
        """Only pictures and a word under each, or the whole rows."""
        if strip == self._delegate.strip:
            return
        self._delegate.strip = strip
        words = self.tr("Widen studies (F8)") if strip else self.tr("Make studies a strip (F8)")
        from xraycolor_gui.gui.icons import icon

        self._fold.setIcon(icon("fold_right" if strip else "fold_left"))
        self._fold.setToolTip(words)
        self._fold.setAccessibleName(words)
        self._title.setVisible(not strip)
        self._header.setContentsMargins(24 if strip else 12, 0, 4, 0)
        self._tree.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if strip else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        self._search.setMaximumHeight(0 if strip else 16777215)
        self._tree.doItemsLayout()

    def close_work(self) -> None:
        self.thumbnails.close()

    def _set_up_tree(self) -> None:
        tree = self._tree
        tree.setModel(self._model)
        tree.setItemDelegate(self._delegate)
        tree.setHeaderHidden(True)
        tree.setIndentation(0)
        tree.setRootIsDecorated(False)
        tree.setMouseTracking(True)
        tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.setAccessibleName(self.tr("Studies"))
        tree.setMinimumWidth(0)
        tree.customContextMenuRequested.connect(self._menu)
        tree.clicked.connect(self._clicked)
        tree.selectionModel().currentChanged.connect(self._moved)
        self._model.rowsInserted.connect(self._unfold)
        self._model.modelReset.connect(self._unfold_all)

    def _take_films(self) -> None:
        self._model.set_films(self._session.films)
        self._select_current()

    def _take_thumbnail(self) -> None:
        film, radiograph, voi = self._session.current, self._session.radiograph, self._session.voi
        if film is not None and radiograph is not None and voi is not None:
            self.thumbnails.take(film.path, radiograph, voi)

    def _select_current(self) -> None:
        index = self._model.index_of(self._session.current)
        if index.isValid() and index != self._tree.currentIndex():
            self._tree.expand(index.parent())
            self._tree.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._tree.scrollTo(index)

    def _moved(self, index: QModelIndex) -> None:
        film = self._model.film(index)
        if film is not None and (self._session.current is None or film.path != self._session.current.path):
            self._session.show(film)

    def _clicked(self, index: QModelIndex) -> None:
        if self._model.film(index) is None:
            self._tree.setExpanded(index, not self._tree.isExpanded(index))

    def _unfold(self, parent: QModelIndex, first: int, last: int) -> None:
        if not parent.isValid():
            for place in range(first, min(last + 1, UNFOLDED)):
                self._tree.expand(self._model.index(place, 0))

    def _unfold_all(self) -> None:
        self._unfold(QModelIndex(), 0, self._model.rowCount() - 1)

    def _menu(self, place: QPoint) -> None:
        film = self._model.film(self._tree.indexAt(place))
        if film is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Show in folder"), lambda: show_folder(str(film.path.parent)))
        menu.addAction(self.tr("Close film"), lambda: self._session.close_film(film))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._tree.viewport().mapToGlobal(place))
