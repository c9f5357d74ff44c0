"""A second film beside the current one: PA and lateral, prior and current. Chosen by key, from the list, by a drop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Signal, Slot
from PySide6.QtGui import QDropEvent

from xraycolor_gui.gui.actions import Actions, Need
from xraycolor_gui.gui.film_drag import film_in
from xraycolor_gui.gui.films import Film
from xraycolor_gui.gui.panels.status import StatusBar
from xraycolor_gui.gui.second_film import SecondFilm
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.views.linking import Linking
from xraycolor_gui.gui.views.pane_pair import PanePair


class TwoFilms(QObject):
    """Shows and hides the panes of the second film, which are made when it is first wanted."""

    changed = Signal()

    def __init__(self, session: Session, panes: PanePair, actions: Actions, status: StatusBar) -> None:
        super().__init__(panes)
        self._session = session
        self._panes = panes
        self._status = status
        self._second: SecondFilm | None = None
        self._second_panes: PanePair | None = None
        self._linking: Linking | None = None
        two = Need(lambda: self.second is not None, self.tr("only one film is shown"))
        make, menu = actions.make, "compare.films"
        self.toggle = make(
            "compare.second",
            self.tr("Show another film &beside"),
            "B",
            self._toggle,
            check=True,
            menu=menu,
            needs=[actions.needs.film, actions.needs.films],
        )
        self.link = make(
            "compare.link",
            self.tr("&Link place, zoom and window"),
            "K",
            self._link_anew,
            meaning="link",
            check=True,
            menu=menu,
            needs=[two],
        )
        self.swap = make(
            "compare.exchange", self.tr("E&xchange the films"), "X", self.exchange, meaning="exchange", menu=menu,
            needs=[two],
        )  # fmt: skip
        self.changed.connect(actions.refresh)
        panes.setAcceptDrops(True)
        panes.installEventFilter(self)
        session.currentChanged.connect(self._follow_current)

    @property
    def second(self) -> SecondFilm | None:
        """The session of the film beside the current one, while there is one."""
        return self._second if self._second is not None and self._second.current is not None else None

    def show(self, path: Path) -> None:
        """Show a listed film beside the current one; where it is the current one itself, the next best."""
        first = self._session.current
        if first is not None and first.path == path:
            return
        second, panes = self._made()
        second.show_path(path)
        if panes.isHidden():
            self._panes.show_beside(panes)
        self._told()

    @Slot()
    def close(self) -> None:
        """Have the current film alone again."""
        if self._second is None:
            return
        self._unlink()
        self._session.set_at_hand(None)
        self._panes.show_beside(None)
        self._second.put_away()
        self._told()

    @Slot()
    def exchange(self) -> None:
        """The second film becomes the current one, and the other way round."""
        second, current = self.second, self._session.current
        if second is None or second.current is None or current is None:
            return
        other = second.current.path
        second.show_path(current.path)
        self._session.show_path(other)

    def eventFilter(self, _panes: QObject, event: QEvent) -> bool:
        """Films of the list may be dropped on the panes; files from outside are left to the window."""
        if not isinstance(event, QDropEvent):
            return False
        path = film_in(event.mimeData())
        if path is None:
            event.ignore()
            return True
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self.dropped(path, event.position().toPoint())
        return True

    def dropped(self, path: Path, at: QPoint) -> None:
        """Of two films, another takes the place of the one it is dropped on; else it is shown beside."""
        second, panes = self.second, self._second_panes
        if second is None or panes is None or (panes.isVisible() and panes.geometry().contains(at)):
            self.show(path)
        else:
            self._session.show_path(path)

    def _toggle(self) -> None:
        best = None if self.second is not None else companion(self._session.films, self._session.current)
        if best is not None:
            self.show(best.path)
        else:
            self.close()

    def _made(self) -> tuple[SecondFilm, PanePair]:
        if self._second is None or self._second_panes is None:
            self._second = SecondFilm(self._session)
            self._second_panes = PanePair(self._second, self._panes, self._panes)
            self._second_panes.hide()
            for pane, name in (
                (self._second_panes.grey, self.tr("Grey picture, second film")),
                (self._second_panes.colour, self.tr("Colour picture, second film")),
            ):
                pane.picture.setAccessibleName(name)
            self._second.gone.connect(self.close)
            # Readouts at the cursor are those of the film at hand.
            self._second.cursorChanged.connect(self._session.cursorChanged)
            self._status.follow(self._second)
        return self._second, self._second_panes

    def _link_anew(self) -> None:
        self._unlink()
        if self.link.isChecked() and self.second is not None and self._second_panes is not None:
            self._linking = Linking(self._panes, self._second_panes)

    def _unlink(self) -> None:
        if self._linking is not None:
            self._linking.end()
            self._linking = None

    @Slot()
    def _follow_current(self) -> None:
        """Without a current film there is nothing to be beside of."""
        if self._session.current is None:
            self.close()

    def _told(self) -> None:
        self.toggle.setChecked(self.second is not None)
        self._link_anew()
        self.changed.emit()


def companion(films: tuple[Film, ...], current: Film | None) -> Film | None:
    """What a reader most likely wants beside a film: another of its study, the same view of before, the next one."""
    if current is None:
        return None
    place = next((at for at, film in enumerate(films) if film.path == current.path), 0)
    others = ((at, film) for at, film in enumerate(films) if at != place)
    best = max(others, key=lambda other: (_closeness(other[1], current), other[0] > place, -other[0]), default=None)
    return best[1] if best is not None else None


def _closeness(film: Film, current: Film) -> int:
    if (film.group, film.study) == (current.group, current.study):
        return 3
    one, other = film.labels, current.labels
    if one is None or other is None or not one.patient_id or one.patient_id != other.patient_id:
        return 0
    return 2 if (one.body_part, one.view) == (other.body_part, other.view) else 1
