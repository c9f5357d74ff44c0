"""What is open and how it is shown: the window's only mutable state. Views ask it and listen to its signals."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from xraycolor_gui.core.colorization import Colorization
from xraycolor_gui.core.colouring import Colouring
from xraycolor_gui.core.errors import ModelError
from xraycolor_gui.core.modality import ColourSource, way_of
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.gui.feedback.given_films import GivenFilms
from xraycolor_gui.gui.films import Film, FilmState
from xraycolor_gui.gui.kept import COLOUR_BYTES, Kept, colouring_bytes
from xraycolor_gui.gui.measuring.measured_films import MeasuredFilms
from xraycolor_gui.gui.notice import Severity
from xraycolor_gui.gui.open_films import OpenFilms, ReadFilm, stamp
from xraycolor_gui.gui.steps import Steps

if TYPE_CHECKING:
    from xraycolor_gui.models.card import ModelCard

#: Path, hash and frame of a film. The hash, because a file may change.
FilmKey = tuple[Path, str, int]
#: The film that was coloured, and the model.
ColourKey = tuple[FilmKey, str]

#: Colour (and with it torch) waits for the grey to be painted, but not longer than this.
GREY_PATIENCE_MS = 300


def film_key(path: Path, radiograph: Radiograph) -> FilmKey:
    """What is kept of a film is kept by this."""
    return path, radiograph.source.sha256, radiograph.source.frame


class Session(OpenFilms):
    """Open films, the current one's grey and colour, and how both are shown. Lives in the UI thread."""

    colorizationChanged = Signal()
    modelChanged = Signal()
    atHandChanged = Signal()

    def __init__(self, steps: Steps | None = None, parent: QObject | None = None, first: Session | None = None) -> None:
        super().__init__(steps or Steps(), parent, first)
        self._beside: Session | None = None
        self.measured: MeasuredFilms = first.measured if first is not None else MeasuredFilms(self)
        self.feedback: GivenFilms = first.feedback if first is not None else GivenFilms(self)
        self._colouring: Colouring | None = None
        self._taught: Colouring | None = None
        self._at_own_risk: set[FilmKey] = set()
        self._models: tuple[ModelCard, ...] = ()
        self._model = ""
        self._chosen_model = ""
        self._progress: float | None = None
        self._wanted_frame: tuple[int, bool] | None = None
        self._kept_colours: Kept[ColourKey, Colouring] = (
            first._kept_colours if first is not None else Kept(COLOUR_BYTES, colouring_bytes)
        )
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(GREY_PATIENCE_MS)
        self._patience.timeout.connect(self._colour)

    # What there is

    @property
    def at_hand(self) -> Session:
        """Where the film is that the hand is at: here, or in the session of the one shown beside it."""
        return self._beside or self

    def set_at_hand(self, beside: Session | None) -> None:
        """The hand is at the film beside the current one; None: it is back."""
        if beside is not self._beside:
            self._beside = beside
            self.atHandChanged.emit()

    @property
    def colouring(self) -> Colouring | None:
        """What became of the current film: coloured, or staying grey and why. None before that is known."""
        return self._taught or self._colouring

    @property
    def as_modelled(self) -> Colouring | None:
        """The same before a reader's feedback changed it."""
        return self._colouring

    def show_taught(self, colouring: Colouring | None) -> None:
        """Show the current film's colours as feedback changed them; None: as the model has them."""
        if colouring is not self._taught:
            self._taught = colouring
            self.colorizationChanged.emit()

    @property
    def colorization(self) -> Colorization | None:
        """The colours on screen; None before they are there, and of a film that stays grey."""
        return self.colouring.shown if self.colouring is not None else None

    @property
    def stays_grey(self) -> bool:
        """Whether the current film is shown without colour for a reason."""
        return self._colouring is not None and self._colouring.shown is None

    @property
    def uses_model(self) -> bool:
        """Whether a model has a say in the current film's colours; True while there is no film."""
        if self._radiograph is None:
            return True
        kind = way_of(self._radiograph).kind
        return kind is ColourSource.NETWORK or (kind is ColourSource.GREY and self._takes_risk())

    @property
    def models(self) -> tuple[ModelCard, ...]:
        """Cards of the models at hand; empty until `find_models` has answered."""
        return self._models

    @property
    def model(self) -> str:
        """Name of the model in use; empty while none is known."""
        return self._model

    @property
    def chosen_model(self) -> str:
        """Name of the model the reader chose, whether it is at hand or not; empty if none was chosen."""
        return self._chosen_model

    @property
    def progress(self) -> float | None:
        """How far the colour is, 0 … 1; None while no colour is being made."""
        return self._progress

    @property
    def settled(self) -> bool:
        """False while the current film is read or not yet painted: all other work had better wait."""
        return super().settled and not self._patience.isActive()

    # What may be asked for

    def find_models(self) -> None:
        """Look for models in the background; `modelChanged` tells when they are known."""
        if self.tasks.is_running("models"):
            return
        self.tasks.start("models", lambda _: self.steps.models(), self._take_models, failed=self._colour_failed)

    def set_model(self, name: str) -> None:
        """Choose a model; while it is away the first one at hand takes its place."""
        if name == self._model == self._chosen_model:
            return
        if name != self._model:
            self.undo.did_set(self.tr("model"), self.set_model, self._model, name)
        other = name != self._model
        self._model = self._chosen_model = name
        self.modelChanged.emit()
        if other and self.uses_model:
            self._colour_anew()

    @Slot()
    def next_model(self) -> None:
        """The model after the one in use, and after the last the first."""
        names = [card.name for card in self._models]
        if names:
            self.set_model(names[(names.index(self._model) + 1) % len(names)])

    def set_at_own_risk(self, risk: bool) -> None:
        """Colour the current film though it should stay grey, or let it be grey again; kept for this film alone."""
        if self._current is None or self._radiograph is None or risk is self._takes_risk():
            return
        path = self._current

        def put(risk: bool) -> None:
            self.go_to(path)
            self.set_at_own_risk(risk)

        self.undo.did_set(self.tr("colour at own risk"), put, not risk, risk, film=path)
        (self._at_own_risk.add if risk else self._at_own_risk.discard)(film_key(path, self._radiograph))
        self._colour_anew()

    def show_frame(self, frame: int, *, passing: bool = False) -> None:
        """Show another frame of the current film, counted from 0, at the same place and through the same window.

        passing: others follow at once, so it gets no colour. A frame asked for while one is decoded comes after it;
        those asked for in between are left out.
        """
        radiograph, path = self._radiograph, self._current
        if radiograph is None or path is None or not 0 <= frame < radiograph.source.frames:
            return
        self._wanted_frame = frame, passing
        if self.tasks.is_running("frame"):
            return
        source = radiograph.source
        kept = self._kept_radiographs.get((path, frame))
        if kept is not None and kept[1][0].source.sha256 == source.sha256:
            self._take_frame(kept[1])
            return

        def done(read: ReadFilm) -> None:
            self._kept_radiographs.set_beside(self.steps.frames_bytes())
            self._kept_radiographs.keep((path, frame), (stamp(path), read))
            if self._current == path:
                self._take_frame(read)

        self.tasks.start("frame", lambda _: self.steps.read_frame(source, frame), done, failed=self._frame_failed)

    def has_colour_ahead(self, path: Path, read: ReadFilm, model: str) -> bool:
        """Whether it is known what becomes of the film with this model (none: "")."""
        return self._kept_colours.has((film_key(path, read[0]), model))

    def keep_colour_ahead(self, key: ColourKey, path: Path, colouring: Colouring) -> None:
        """Keep what became of a film before it was asked for."""
        self._kept_colours.keep(key, colouring)
        if path != self._current:
            self._list.change(path, state=FilmState.STAYS_GREY if colouring.shown is None else FilmState.COLOURED)

    def close_film(self, film: Film) -> None:
        self._kept_colours.forget(lambda key, _: key[0][0] == film.path)
        self._at_own_risk -= {key for key in self._at_own_risk if key[0] == film.path}
        super().close_film(film)

    @Slot()
    def grey_shown(self) -> None:
        """The panes call this once the grey of the current film is painted; only then colour begins."""
        if self._patience.isActive():
            self._patience.stop()
            self._colour()

    @Slot()
    def cancel_colour(self) -> None:
        if self._progress is not None or self._patience.isActive():
            self._patience.stop()
            self.tasks.cancel("colour")
            self._progress = None
            self._list.change(self._current, state=FilmState.GREY_ONLY)
            self.workChanged.emit()

    @Slot()
    def colour_again(self) -> None:
        if self._radiograph is not None and self._colouring is None and self._progress is None:
            self._colour()

    def close(self) -> None:
        """End all work; no signal comes afterwards."""
        self._patience.stop()
        self.measured.keep_now()
        self.feedback.close(self)
        super().close()

    # Arrivals

    def _take_frame(self, read: ReadFilm) -> None:
        before, shown = self._first_voi, read[0].source.frame
        wanted, passing = self._wanted_frame or (shown, False)
        self._drop_colour()
        # A window that was found automatically stays from frame to frame: else a running film would flicker.
        keeps = before is not None and not any(read[1] is stated for stated in read[0].voi)
        self._set_film((read[0], before if keeps and before is not None else read[1]))
        if wanted != shown:
            self.show_frame(wanted, passing=passing)
        elif not passing:
            self._begin_colour()
        self.workChanged.emit()

    def _frame_failed(self, error: Exception) -> None:
        self._wanted_frame = None
        self._raise(Severity.CAUTION, error, self._current)

    def _begin_colour(self) -> None:
        if not self._recall_colour():
            self._patience.start()

    def _take_models(self, models: tuple[ModelCard, ...]) -> None:
        self._models = models
        names = [card.name for card in models]
        if self._chosen_model in names:
            self._model = self._chosen_model
        elif names and self._model not in names:
            self._model = names[0]
        self.modelChanged.emit()
        if self._progress is not None and not self.tasks.is_running("colour"):
            if models:
                self._colour()
            else:
                self._colour_failed(
                    ModelError(self.tr("No model is installed."), self.tr("The grey film is complete."))
                )

    def _colour_anew(self) -> None:
        """As the reader now wants it, unless colour waits for the grey anyway."""
        if self._radiograph is not None and not self._patience.isActive():
            self._drop_colour()
            self._colour()

    @Slot()
    def _colour(self) -> None:
        if self._recall_colour():
            self.workChanged.emit()
            return
        radiograph, path, model, risk = self._radiograph, self._current, self._model, self._takes_risk()
        assert radiograph is not None and path is not None
        self._progress = 0.0
        self._list.change(path, state=FilmState.COLOURING)
        self.workChanged.emit()
        if self.uses_model and not self._models:
            self.find_models()
            return
        key = self._colour_key()

        def done(colouring: Colouring) -> None:
            self._progress = None
            self._kept_colours.keep(key, as_advised(colouring))
            self._recall_colour()
            self.workChanged.emit()

        self.tasks.start(
            "colour",
            lambda report: self.steps.colour(model, radiograph, risk, report),
            done,
            failed=self._colour_failed,
            progress=self._take_progress,
        )

    def _takes_risk(self) -> bool:
        """Whether the reader wants colour for the current film whatever speaks against it."""
        assert self._current is not None and self._radiograph is not None
        return film_key(self._current, self._radiograph) in self._at_own_risk

    def _colour_key(self) -> ColourKey:
        assert self._current is not None and self._radiograph is not None
        return film_key(self._current, self._radiograph), self._model if self.uses_model else ""

    def _take_progress(self, fraction: float) -> None:
        self._progress = fraction
        self.workChanged.emit()

    def _colour_failed(self, error: Exception) -> None:
        self._progress = None
        if self._radiograph is not None:
            self._list.change(self._current, state=FilmState.GREY_ONLY)
        self._raise(Severity.CAUTION, error, self._current)
        self.workChanged.emit()

    def _recall_colour(self) -> bool:
        """Show what already became of this film with this model, if it is still kept."""
        kept = self._kept_colours.get(self._colour_key())
        if kept is not None and self._takes_risk():
            kept = kept.taking_the_risk()
        if kept is None:
            return False
        self._colouring, self._taught = kept, None
        self._list.change(self._current, state=FilmState.STAYS_GREY if self.stays_grey else FilmState.COLOURED)
        self.colorizationChanged.emit()
        return True

    def _drop_colour(self) -> None:
        self._patience.stop()
        self.tasks.cancel("colour")
        self._progress = None
        if self._colouring is not None:
            self._colouring = self._taught = None
            self.colorizationChanged.emit()

    def _leave(self) -> None:
        film = self.current
        if film is not None and film.state is FilmState.COLOURING:
            self._list.change(film.path, state=FilmState.GREY)
        self.tasks.cancel("frame")
        self.steps.close_frames()
        self._kept_radiographs.set_beside(0)
        self._wanted_frame = None
        self._drop_colour()
        super()._leave()


def as_advised(colouring: Colouring) -> Colouring:
    """The same as without the reader's risk: what is kept must not remember it."""
    return replace(colouring, kind=ColourSource.GREY, at_own_risk=False) if colouring.at_own_risk else colouring
