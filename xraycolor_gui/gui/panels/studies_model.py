"""Films as a tree of two levels for Qt: studies or folders, and their films."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.films import Film, FilmState
from xraycolor_gui.gui.words import as_tooltip, day_text, examination

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Role(IntEnum):
    """What the delegate asks for besides the texts."""

    FILM = Qt.ItemDataRole.UserRole
    COUNT = Qt.ItemDataRole.UserRole + 1


class StudiesModel(QAbstractItemModel):
    """Changes only what changed, so that the tree can fill while the reader works in it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[tuple[tuple[str, str], list[Film]]] = []

    def set_films(self, films: tuple[Film, ...]) -> None:
        """Take over the films, which are in order of their groups."""
        groups: dict[tuple[str, str], list[Film]] = {}
        for film in films:
            groups.setdefault(film.group, []).append(film)
        new = list(groups.items())
        if not self._grows_into(new):
            self.beginResetModel()
            self._groups = new
            self.endResetModel()
            return
        for place, (_, members) in enumerate(new[: len(self._groups)]):
            self._update_group(place, members)
        if len(new) > len(self._groups):
            self.beginInsertRows(QModelIndex(), len(self._groups), len(new) - 1)
            self._groups += new[len(self._groups) :]
            self.endInsertRows()

    def index_of(self, film: Film | None) -> QModelIndex:
        """Where the film is, or an invalid index."""
        if film is not None:
            for place, (key, members) in enumerate(self._groups):
                if key == film.group:
                    for row, member in enumerate(members):
                        if member.path == film.path:
                            return self.index(row, 0, self.index(place, 0))
        return QModelIndex()

    def film(self, index: Index) -> Film | None:
        """The film of this row; None for a group."""
        if not index.isValid() or not index.internalId():
            return None
        return self._groups[index.internalId() - 1][1][index.row()]

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if column or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        # 0 marks a group; a film carries its group's place plus one.
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._groups)
        return 0 if parent.internalId() else len(self._groups[parent.row()][1])

    def columnCount(self, _: Index = _NOWHERE) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        film = self.film(index)
        if film is None:
            return self._group_data(index, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return film_title(film)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = [film_title(film), film_day(film), self.state_words(film)]
            return "\n".join(word for word in words if word)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(f"{film.path.name}\n{film.error.what if film.error else self.state_words(film)}")
        return film if role == Role.FILM else None

    def state_words(self, film: Film) -> str:
        """How far the film has come, in the reader's words."""
        return {
            FilmState.WAITING: self.tr("Not opened yet"),
            FilmState.GREY: self.tr("Grey only"),
            FilmState.COLOURING: self.tr("Colouring"),
            FilmState.COLOURED: self.tr("Coloured"),
            FilmState.GREY_ONLY: self.tr("Grey only"),
            FilmState.STAYS_GREY: self.tr("Stays grey"),
            FilmState.UNREADABLE: self.tr("Cannot be read"),
        }[film.state]

    def _group_data(self, index: Index, role: int) -> Any:
        if not index.isValid():
            return None
        members = self._groups[index.row()][1]
        count = len(members)
        films = self.tr("1 film") if count == 1 else self.tr("{} films").format(tokens.thousands(count))
        title = group_title(members[0])
        return {
            int(Qt.ItemDataRole.DisplayRole): title,
            int(Qt.ItemDataRole.AccessibleTextRole): f"{title}, {films}",
            int(Qt.ItemDataRole.ToolTipRole): as_tooltip(title),
            int(Role.COUNT): films,
        }.get(int(role))

    def _grows_into(self, new: list[tuple[tuple[str, str], list[Film]]]) -> bool:
        """Whether the new groups are the old ones with films and groups added at their ends."""
        if len(new) < len(self._groups):
            return False
        return all(
            key == old_key
            and len(members) >= len(old)
            and all(film is was or film.path == was.path for film, was in zip(members, old, strict=False))
            for (old_key, old), (key, members) in zip(self._groups, new, strict=False)
        )

    def _update_group(self, place: int, members: list[Film]) -> None:
        old = self._groups[place][1]
        changed = [row for row, (film, was) in enumerate(zip(members, old, strict=False)) if film is not was]
        if not changed and len(members) == len(old):
            return
        parent = self.index(place, 0)
        for row in changed:
            old[row] = members[row]
            here = self.index(row, 0, parent)
            self.dataChanged.emit(here, here)
        if len(members) > len(old):
            self.beginInsertRows(parent, len(old), len(members) - 1)
            old += members[len(old) :]
            self.endInsertRows()
            self.dataChanged.emit(parent, parent)


def film_title(film: Film) -> str:
    """What the film shows, as the file tells it; else its name."""
    return examination(film.labels, film.path.stem) if film.labels is not None else film.path.stem


def film_day(film: Film) -> str:
    """The study's day in the reader's way of writing, or nothing."""
    return day_text(film.labels.study_date) if film.labels is not None else ""


def group_title(film: Film) -> str:
    """The patient's number or name as the file has it, else the folder's name."""
    if film.group[0] == "study" and film.labels is not None:
        labels = film.labels
        return labels.patient_id or labels.patient_name or labels.study_description or film.path.parent.name
    return film.path.parent.name
