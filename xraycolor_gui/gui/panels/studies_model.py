"""Films below their headings, as a tree for Qt: patients or folders, their studies and series, and films."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.film_groups import Heading, Level, Row
from xraycolor_gui.gui.film_words import told_of
from xraycolor_gui.gui.films import Film
from xraycolor_gui.gui.spoken import spoken
from xraycolor_gui.gui.words import as_tooltip, day_text, examination

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_DEPTHS = {Level.GROUP: 0, Level.STUDY: 1, Level.SERIES: 2, Level.RUN: 2}
_Name = Path | tuple[object, ...]


class Role(IntEnum):
    """What the delegate asks for besides the texts."""

    FILM = Qt.ItemDataRole.UserRole
    COUNT = Qt.ItemDataRole.UserRole + 1
    DEPTH = Qt.ItemDataRole.UserRole + 2


class _Node:
    """A row of the tree; `number` is even for headings and odd for films, and never used twice."""

    __slots__ = ("children", "heading", "name", "number", "parent", "row")

    def __init__(self, name: _Name, number: int, parent: _Node | None) -> None:
        self.name = name
        self.number = number
        self.parent = parent
        self.row = 0
        self.heading: Heading | None = None
        self.children: list[_Node] = []


class StudiesModel(QAbstractItemModel):
    """Changes only what changed, so that the tree can fill while the reader works in it.

    find: the film of a path, as the list of films has it.
    """

    def __init__(self, find: Callable[[Path], Film | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._numbers = itertools.count(1)
        self._root = _Node((), 0, None)
        self._nodes: dict[int, _Node] = {}
        self._films: dict[Path, _Node] = {}

    @staticmethod
    def is_film(index: Index) -> bool:
        """Whether the row is a film's; asked of every row, so without asking for its data."""
        return bool(index.internalId() & 1)

    def set_groups(self, groups: tuple[Heading, ...], anew: bool = False) -> None:
        """Take over the rows. anew: all at once, where most of them are others than before."""
        if anew:
            self.beginResetModel()
            self._nodes, self._films = {}, {}
            self._root.children = [self._made(group, self._root) for group in groups]
            self._renumber(self._root, 0)
            self.endResetModel()
        else:
            self._update(self._root, groups)

    def film_changed(self, path: Path) -> None:
        """Have the film's row painted anew."""
        if path in self._films:
            here = self._index(self._films[path])
            self.dataChanged.emit(here, here)

    def index_of(self, film: Film | None) -> QModelIndex:
        """Where the film is, or an invalid index."""
        node = self._films.get(film.path) if film is not None else None
        return self._index(node) if node is not None else QModelIndex()

    def film(self, index: Index) -> Film | None:
        """The film of this row; None for a heading."""
        if not index.isValid() or not self.is_film(index):
            return None
        name = self._nodes[index.internalId()].name
        assert isinstance(name, Path)
        return self._find(name)

    # As Qt asks

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        children = self._nodes.get(parent.internalId(), self._root).children
        if column or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].number)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        node = self._nodes.get(index.internalId())
        above = node.parent if node is not None else None
        return self._index(above) if above is not None and above is not self._root else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._node(parent).children)

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        # A tree asks this of every row. Headings always have rows below them.
        number = parent.internalId()
        return number & 1 == 0 if number else bool(self._root.children)

    def columnCount(self, _: Index = _NOWHERE) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        film = self.film(index)
        if film is None:
            return self._heading_data(self._nodes[index.internalId()], role)
        if role == Qt.ItemDataRole.DisplayRole:
            return film_title(film)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = [film_title(film), film_day(film), told_of(film)]
            return "\n".join(word for word in words if word)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(f"{_place_words(film)}\n{spoken(film.error.what) if film.error else told_of(film)}")
        return film if role == Role.FILM else None

    def _heading_data(self, node: _Node, role: int) -> Any:
        heading = node.heading
        if heading is None:
            return None
        films = self.tr("1 film") if heading.count == 1 else self.tr("{} films").format(tokens.thousands(heading.count))
        title = self.run_title(heading) if heading.level is Level.RUN else heading_title(heading)
        return {
            int(Qt.ItemDataRole.DisplayRole): title,
            int(Qt.ItemDataRole.AccessibleTextRole): f"{title}, {films}",
            int(Qt.ItemDataRole.ToolTipRole): as_tooltip(title),
            int(Role.COUNT): films,
            int(Role.DEPTH): _DEPTHS[heading.level],
        }.get(int(role))

    def run_title(self, heading: Heading) -> str:
        """Which films of a long series these are."""
        last = heading.begins + heading.count - 1
        return self.tr("Films {} to {}").format(tokens.thousands(heading.begins), tokens.thousands(last))

    # Changing

    def _update(self, node: _Node, rows: tuple[Row, ...]) -> None:
        """Make the rows below a node these, by taking out and putting in as few as needed."""
        wanted = {_name(row): row for row in rows}
        self._take_out(node, [child.row for child in node.children if child.name not in wanted])
        there = [child.name for child in node.children]
        kept = set(there)
        if there != [name for name in wanted if name in kept]:
            # Rows that moved among each other: seldom, and of one heading.
            self._take_out(node, list(range(len(node.children))))
            kept = set()
        self._put_in(node, rows, kept)
        for child in node.children:
            row = wanted[child.name]
            if isinstance(row, Heading) and row is not child.heading:
                child.heading = row
                self._update(child, row.rows)
                here = self._index(child)
                self.dataChanged.emit(here, here)

    def _take_out(self, node: _Node, rows: list[int]) -> None:
        for first, last in reversed(list(_runs(rows))):
            self.beginRemoveRows(self._index(node), first, last)
            for child in node.children[first : last + 1]:
                self._forget(child)
            del node.children[first : last + 1]
            self._renumber(node, first)
            self.endRemoveRows()

    def _put_in(self, node: _Node, rows: tuple[Row, ...], kept: set[_Name]) -> None:
        new = [at for at, row in enumerate(rows) if _name(row) not in kept]
        for first, last in _runs(new):
            self.beginInsertRows(self._index(node), first, last)
            node.children[first:first] = [self._made(row, node) for row in rows[first : last + 1]]
            self._renumber(node, first)
            self.endInsertRows()

    def _made(self, row: Row, parent: _Node) -> _Node:
        number = 2 * next(self._numbers) + (0 if isinstance(row, Heading) else 1)
        node = self._nodes[number] = _Node(_name(row), number, parent)
        if isinstance(row, Heading):
            node.heading = row
            node.children = [self._made(below, node) for below in row.rows]
            self._renumber(node, 0)
        else:
            self._films[row] = node
        return node

    def _forget(self, node: _Node) -> None:
        for child in node.children:
            self._forget(child)
        del self._nodes[node.number]
        if isinstance(node.name, Path) and self._films.get(node.name) is node:
            del self._films[node.name]

    @staticmethod
    def _renumber(node: _Node, first: int) -> None:
        for row in range(first, len(node.children)):
            node.children[row].row = row

    def _node(self, index: Index) -> _Node:
        # An invalid index has number 0, which no row has.
        return self._nodes.get(index.internalId(), self._root)

    def _index(self, node: _Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node.number) if node is not self._root else QModelIndex()


def _name(row: Row) -> _Name:
    return row.key if isinstance(row, Heading) else row


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of numbers that follow one another."""
    for _, run in itertools.groupby(enumerate(rows), lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        yield numbers[0], numbers[-1]


def film_title(film: Film) -> str:
    """What the film shows, as the file tells it; else its name."""
    return examination(film.labels, film.path.stem) if film.labels is not None else film.path.stem


def film_day(film: Film) -> str:
    """The study's day in the reader's way of writing, or nothing."""
    return day_text(film.labels.study_date) if film.labels is not None else ""


def heading_title(heading: Heading) -> str:
    """A patient's number or name as the file has it, a folder's name; a study's day and kind; a series' own words."""
    film, labels = heading.first, heading.first.labels
    if heading.level is Level.GROUP or labels is None:
        return group_title(film)
    if heading.level is Level.STUDY:
        return ", ".join(word for word in (film_day(film), labels.study_description or labels.modality) if word)
    return labels.series_description or film_title(film)


def group_title(film: Film) -> str:
    """The patient's number or name as the file has it, else the folder's name."""
    labels = film.labels
    if film.group[0] != "folder" and labels is not None:
        return labels.patient_id or labels.patient_name or labels.study_description or _folder_name(film)
    return _folder_name(film)


def _folder_name(film: Film) -> str:
    """Of a path relative to where the program was started, too."""
    folder = film.path.absolute().parent
    return folder.name or str(folder)


def _place_words(film: Film) -> str:
    """The file's name; of a film in an archive, the archive's before it."""
    above = next((folder.name for folder in film.path.parents if folder.suffix.lower() == ".zip"), "")
    return f"{above} ▸ {film.path.name}" if above else film.path.name
