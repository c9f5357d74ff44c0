"""The current film's grey: its pixels, and the window they are seen through. One part of the session's state."""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from xraycolor_gui.core.radiograph import LookupTable, Radiograph, Window
from xraycolor_gui.core.turn import UPRIGHT, Turn
from xraycolor_gui.gui.looks import Looks
from xraycolor_gui.gui.steps import Steps

if TYPE_CHECKING:
    from xraycolor_gui.core.presentation_state import PresentationState

#: Path and hash: a file may change. All frames of a film are shown alike.
LookKey = tuple[Path, str]


@dataclass(frozen=True, slots=True)
class FilmLook:
    """How one film is shown. A film that comes back looks as it was left."""

    voi: Window | LookupTable
    inverted: bool = False
    turn: Turn = UPRIGHT
    shutter: bool = True
    overlays: bool = True
    state: PresentationState | None = None


class ShownFilm(Looks):
    """What is presented, and how. The session is one; views know only the session."""

    radiographChanged = Signal()
    voiChanged = Signal()
    turnChanged = Signal()

    def __init__(self, steps: Steps, parent: QObject | None = None) -> None:
        super().__init__(steps, parent)
        self._current: Path | None = None
        self._radiograph: Radiograph | None = None
        self._shown: Radiograph | None = None
        self._presented: FilmLook | None = None
        self._first_voi: Window | LookupTable | None = None
        self._film_looks: dict[LookKey, FilmLook] = {}

    @property
    def radiograph(self) -> Radiograph | None:
        """The current film as it is to be presented: through the presentation state and polarity wanted.

        Its shutter and overlays are those that are switched on.
        """
        return self._shown

    @property
    def as_read(self) -> Radiograph | None:
        """The current film as its presentation state, or else its file, has it: nothing switched by the reader."""
        film, look = self._radiograph, self.look
        if film is None or look is None or look.state is None or not look.state.names(film.source):
            return film
        return _through(look.state, film)

    @property
    def look(self) -> FilmLook | None:
        """How the current film is shown; None while there are no pixels."""
        if self._radiograph is None or self._first_voi is None:
            return None
        return self._film_looks.get(self._look_key(), FilmLook(self._first_voi))

    @property
    def voi(self) -> Window | LookupTable | None:
        """The window or VOI LUT in use."""
        return self.look.voi if self.look is not None else None

    @property
    def turn(self) -> Turn:
        """How the current film lies."""
        return self.look.turn if self.look is not None else UPRIGHT

    @property
    def inverted(self) -> bool:
        return self.look is not None and self.look.inverted

    def set_voi(self, voi: Window | LookupTable) -> None:
        """Use this window or VOI LUT; while the hand holds something down all such changes are one step."""
        if self.look is not None and voi is not self.look.voi:
            self._change(self.tr("window"), dataclasses.replace(self.look, voi=voi), merge="window")

    @property
    def first_voi(self) -> Window | LookupTable | None:
        """The window or VOI LUT that the film was first shown with."""
        return self._first_voi

    def follow_voi(self, voi: Window | LookupTable) -> None:
        """As `set_voi`, but a part of another film's step: this film goes with it, also when it is taken back."""
        if self.look is not None:
            self._put_look(self._look_key(), dataclasses.replace(self.look, voi=voi))

    @Slot()
    def set_full_range(self) -> None:
        if self._radiograph is not None:
            from xraycolor_gui.core.presentation import full_range_window

            self.set_voi(full_range_window(self._radiograph))

    @Slot()
    def reset_voi(self) -> None:
        """Back to the window and polarity the film was first shown with."""
        if self.look is not None and self._first_voi is not None:
            first = self._first_voi
            if self.look.state is not None and self._radiograph is not None:
                from xraycolor_gui.core.presentation import choose_voi

                first, _ = choose_voi(_through(self.look.state, self._radiograph))
            self._change(self.tr("reset window"), dataclasses.replace(self.look, voi=first, inverted=False))

    @Slot()
    def reset_look(self) -> None:
        """Back to how the film was first shown, in every respect."""
        if self.look is not None and self._first_voi is not None:
            self._change(self.tr("reset"), FilmLook(self._first_voi))

    @Slot()
    def toggle_inverted(self) -> None:
        if self.look is not None:
            self._change(self.tr("inversion"), dataclasses.replace(self.look, inverted=not self.look.inverted))

    def set_turn(self, turn: Turn) -> None:
        """Turn or flip the current film on the screen; what is stored and what is exported stay as they are."""
        if self.look is not None and turn != self.look.turn:
            self._change(self.tr("rotation"), dataclasses.replace(self.look, turn=turn))

    def set_shutter(self, on: bool) -> None:
        """Cover what the film's shutter covers, or show all of the film."""
        if self.look is not None and on is not self.look.shutter:
            self._change(self.tr("shutter"), dataclasses.replace(self.look, shutter=on))

    def set_overlays(self, on: bool) -> None:
        """Draw the film's overlays, and what its presentation state draws; or nothing."""
        if self.look is not None and on is not self.look.overlays:
            self._change(self.tr("overlays"), dataclasses.replace(self.look, overlays=on))

    def set_state(self, state: PresentationState | None) -> None:
        """Show the film as a presentation state that names it wants it; None: as it was first shown."""
        if self.look is None or self._radiograph is None or self._first_voi is None or state is self.look.state:
            return
        look = FilmLook(self._first_voi)
        if state is not None:
            from xraycolor_gui.core.presentation import choose_voi

            voi, _ = choose_voi(_through(state, self._radiograph))
            look = FilmLook(voi, turn=state.turn, state=state)
        self._change(self.tr("presentation state"), look)

    def go_to(self, path: Path) -> None:
        """Make the film current that a step taken back speaks of; whoever has films overrides it."""

    def _change(self, name: str, look: FilmLook, merge: Hashable | None = None) -> None:
        """Show the current film so, as a step that can be taken back."""
        assert self.look is not None and self._current is not None
        key, path, before = self._look_key(), self._current, self.look

        def put(look: FilmLook) -> None:
            self._put_look(key, look)
            self.go_to(path)

        if look != before:
            self.undo.did_set(name, put, before, look, merge=merge, film=path)
            self._put_look(key, look)

    def _put_look(self, key: LookKey, look: FilmLook) -> None:
        before = self.look
        self._film_looks[key] = look
        if before is None or key != self._look_key():
            return
        units = self._shown.modality if self._shown is not None else None
        self._present()
        assert self._shown is not None
        if self._shown.modality != units:
            # Other values altogether: nothing that was made of the film before is of use.
            self.radiographChanged.emit()
        if dataclasses.replace(look, turn=before.turn) != before:
            self.voiChanged.emit()
        if look.turn != before.turn:
            self.turnChanged.emit()

    def _present(self) -> None:
        """The radiograph as it is wanted; the very same one while that has not changed."""
        assert self._radiograph is not None and self.look is not None and self._first_voi is not None
        wanted = dataclasses.replace(self.look, voi=self._first_voi, turn=UPRIGHT)
        if self._shown is None or wanted != self._presented:
            self._presented, film = wanted, self.as_read
            assert film is not None
            if wanted.inverted:
                film = dataclasses.replace(film, inverse=not film.inverse)
            if not wanted.shutter and film.shutter is not None:
                film = dataclasses.replace(film, shutter=None)
            if not wanted.overlays and film.overlays:
                film = dataclasses.replace(film, overlays=())
            self._shown = film

    def _look_key(self) -> LookKey:
        assert self._radiograph is not None and self._current is not None
        return self._current, self._radiograph.source.sha256

    def _set_film(self, read: tuple[Radiograph, Window | LookupTable] | None) -> None:
        """Show these pixels through this window, or nothing."""
        if read is None and self._radiograph is None:
            return
        self._radiograph, self._first_voi = read or (None, None)
        self._shown = None
        if read is not None:
            self._present()
        self.radiographChanged.emit()
        if read is not None:
            self.voiChanged.emit()


def _through(state: PresentationState, film: Radiograph) -> Radiograph:
    """The film as the state has it."""
    from xraycolor_gui.core.presentation_state import applied

    return applied(state, film)
