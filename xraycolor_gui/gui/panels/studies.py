"""The studies dock: every open film with a thumbnail and its state; a strip of thumbnails where room is scarce."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.film_groups import Heading
from xraycolor_gui.gui.panels.find_field import FindField, SortButton
from xraycolor_gui.gui.panels.notices import show_folder
from xraycolor_gui.gui.panels.search_part import SearchPart
from xraycolor_gui.gui.panels.studies_delegate import StudiesDelegate
from xraycolor_gui.gui.panels.studies_model import StudiesModel
from xraycolor_gui.gui.panels.studies_tree import StudiesTree
from xraycolor_gui.gui.parts import icon_button, label, line, surface
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.thumbnails import Thumbnails

#: So many groups come unfolded; later ones fold, that a long list stays a list.
UNFOLDED = 12
ROWS_UNFOLDED = 300


class StudiesPanel(QWidget):
    """Title, search, tree. `foldWanted` asks the window to make it a strip, or wide again."""

    foldWanted = Signal()
    #: A film is wanted beside the current one; its path.
    besideWanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.thumbnails = Thumbnails(session.steps, self)
        surface(self, "dock")
        self._title = label(self.tr("Studies"), strong=True)
        self._fold = icon_button("fold_left", self.tr("Make studies a strip (F8)"), self.foldWanted.emit)
        header = QWidget()
        header.setFixedHeight(tokens.HEADER - 1)
        self._header = QHBoxLayout(header)
        self._header.setContentsMargins(12, 0, 4, 0)
        self._header.addWidget(self._title)
        self._header.addStretch(1)
        self._sort = SortButton(session)
        self._header.addWidget(self._sort)
        self._header.addWidget(self._fold)
        self._search = SearchPart(session)
        self.find_field = FindField(session)
        self._find_row = QWidget()
        around = QHBoxLayout(self._find_row)
        around.setContentsMargins(12, 8, 12, 8)
        around.addWidget(self.find_field)
        self._model = StudiesModel(session.listing.find, self)
        self._listed: tuple[Heading, ...] = ()
        self._asked = (session.listing.find_text, session.listing.sort)
        self._taking = False
        self._unfolded = 0
        self._tree = StudiesTree(self._model.film, self.thumbnails.get)
        self.thumbnails.made.connect(lambda _: self._tree.viewport().update())
        self._delegate = StudiesDelegate(self.thumbnails, self._tree)
        self._set_up_tree()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (header, line(), self._search, self._find_row, self._tree):
            layout.addWidget(widget)
        layout.setStretchFactor(self._tree, 1)
        self.find_field.leaveWanted.connect(self._tree.setFocus)
        session.filmsChanged.connect(self._take_films)
        session.listing.filmChanged.connect(self._model.film_changed)
        session.currentChanged.connect(self._go_to_current)
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
        for widget in (self._title, self._sort, self._find_row):
            widget.setVisible(not strip)
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
        """The reader's place stays where it is, whatever is put in above it."""
        groups, listing = self._session.listing.groups, self._session.listing
        if groups is self._listed:
            return
        asked = listing.find_text, listing.sort
        anew, self._asked, self._listed = asked != self._asked, asked, groups
        bar = self._tree.verticalScrollBar()
        # At the top of the list there is nothing to be pushed away, and a long list need not be laid out for it.
        top = QPersistentModelIndex(self._tree.indexAt(QPoint(0, 0)) if bar.value() and not anew else QModelIndex())
        offset = self._tree.visualRect(top).top() if top.isValid() else 0
        self._taking = True
        self._model.set_groups(groups, anew)
        self._taking = False
        self._select_current(scroll=anew)
        if top.isValid() and (moved := self._tree.visualRect(top).top() - offset):
            bar.setValue(bar.value() + moved)

    def _take_thumbnail(self) -> None:
        film, radiograph, voi = self._session.current, self._session.radiograph, self._session.voi
        if film is not None and radiograph is not None and voi is not None:
            self.thumbnails.take(film.path, radiograph, voi)

    def _go_to_current(self) -> None:
        self._select_current()

    def _select_current(self, scroll: bool = True) -> None:
        index = self._model.index_of(self._session.current)
        if index.isValid() and index != self._tree.currentIndex():
            above = index.parent()
            while above.isValid():
                self._tree.expand(above)
                above = above.parent()
            self._tree.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if scroll:
                self._tree.scrollTo(index)

    def _moved(self, index: QModelIndex) -> None:
        film = self._model.film(index)
        here = self._session.current
        if film is not None and not self._taking and (here is None or film.path != here.path):
            self._session.show(film)

    def _clicked(self, index: QModelIndex) -> None:
        if self._model.film(index) is None:
            self._tree.setExpanded(index, not self._tree.isExpanded(index))

    def _unfold(self, parent: QModelIndex, first: int, last: int) -> None:
        """The first groups come unfolded as long as that makes no long list; headings in them unfold with them."""
        model = self._model
        if parent.isValid() and not self._tree.isExpanded(parent):
            return
        if not parent.isValid():
            last = min(last, UNFOLDED - 1)
        for place in range(first, last + 1):
            index = model.index(place, 0, parent)
            if not model.is_film(index) and self._unfolded + (below := model.rowCount(index)) <= ROWS_UNFOLDED:
                self._unfolded += below
                self._tree.expand(index)
                self._unfold(index, 0, below - 1)

    def _unfold_all(self) -> None:
        self._unfolded = 0
        self._unfold(QModelIndex(), 0, self._model.rowCount() - 1)

    def _menu(self, place: QPoint) -> None:
        film = self._model.film(self._tree.indexAt(place))
        if film is None:
            return
        menu = QMenu(self)
        beside = menu.addAction(self.tr("Show beside"), lambda: self.besideWanted.emit(film.path))
        beside.setEnabled(self._session.current is not None and film.path != self._session.current.path)
        menu.addAction(self.tr("Show in folder"), lambda: show_folder(str(folder_of(film.path))))
        menu.addAction(self.tr("Close film"), lambda: self._session.close_film(film))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._tree.viewport().mapToGlobal(place))


def folder_of(path: Path) -> Path:
    """The folder on disk that holds the film, or the archive that it lies in."""
    from xraycolor_gui.io.archives import on_disk

    return on_disk(path).parent
