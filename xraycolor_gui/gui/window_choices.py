"""Every window and VOI LUT that the current film may be seen through: the file's, by body part, the reader's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal

from xraycolor_gui.core.radiograph import LookupTable, Window
from xraycolor_gui.gui.own_windows import OwnWindows
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.spoken import spoken

Voi = Window | LookupTable


class Origin(Enum):
    """Who offers a window."""

    FILE = "file"
    BODY = "body part"
    OWN = "own"


@dataclass(frozen=True, eq=False, slots=True)
class Choice:
    """words: its name and explanation. group: the part of the body, for Origin.BODY. make: the window on this film."""

    words: str
    origin: Origin
    make: Callable[[], Voi]
    group: str = ""


class WindowChoices(QObject):
    """In the order of their numbers, which are their keys; of the film at hand."""

    changed = Signal()

    def __init__(self, session: Session, own: OwnWindows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.own = own
        for signal in (session.radiographChanged, session.voiChanged, session.atHandChanged, own.changed):
            signal.connect(self.changed)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """None without a film. A film that states no window is offered as it was first shown."""
        return (*self._of_file(), *self._by_body_part(), *self._own())

    def choose(self, number: int) -> None:
        """Use the choice of this number, counted from 1; nothing happens if there is none."""
        choices = self.choices
        if 1 <= number <= len(choices):
            self.take(choices[number - 1])

    def take(self, choice: Choice) -> None:
        """Use it."""
        self._session.at_hand.set_voi(choice.make())
        self._session.undo.seal()

    def is_in_use(self, choice: Choice) -> bool:
        """Whether the film is seen through it now."""
        voi = self._session.at_hand.voi
        if voi is None or choice.origin is Origin.BODY:
            return voi is not None and bool(choice.words) and spoken(voi.explanation) == choice.words
        made = choice.make()
        return voi is made or (isinstance(voi, Window) and voi == made)

    def _of_file(self) -> tuple[Choice, ...]:
        from xraycolor_gui.core.explanation import named

        film, first = self._session.at_hand.as_read, self._session.at_hand.first_voi
        if film is None or first is None:
            return ()
        if not film.voi:
            return (Choice(self.tr("As first shown"), Origin.FILE, lambda: first),)
        return tuple(
            Choice(spoken(named(voi, film)), Origin.FILE, lambda voi=voi: voi)  # type: ignore[misc]
            for voi in film.voi
        )

    def _by_body_part(self) -> tuple[Choice, ...]:
        from xraycolor_gui.core.window_presets import groups_for, window_of

        film = self._session.at_hand.radiograph
        if film is None:
            return ()
        return tuple(
            Choice(
                spoken(preset.name),
                Origin.BODY,
                lambda preset=preset: window_of(preset, film),  # type: ignore[misc]
                spoken(group.name),
            )
            for group in groups_for(film)
            for preset in group.presets
        )

    def _own(self) -> tuple[Choice, ...]:
        if self._session.at_hand.radiograph is None:
            return ()
        return tuple(
            Choice(own.name, Origin.OWN, lambda own=own: own.window)  # type: ignore[misc]
            for own in self.own.all()
        )
