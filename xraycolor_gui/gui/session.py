"""What is open and how it is shown: the window's only mutable state. Views ask it and listen to its signals."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from xraycolor_gui.core.colorization import Colorization
from xraycolor_gui.core.errors import ModelError
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.gui.films import Film, FilmState
from xraycolor_gui.gui.kept import Kept
from xraycolor_gui.gui.notice import Severity
from xraycolor_gui.gui.open_films import OpenFilms
from xraycolor_gui.gui.steps import Steps

if TYPE_CHECKING:
    from xraycolor_gui.models.card import ModelCard

#: Path, hash and frame of the film that was coloured, and the model. The hash, because a file may change.
ColourKey = tuple[Path, str, int, str]

#: Colorizations of 512 × 512 pixels take 9 MB.
COLORIZATIONS_KEPT = 16
#: Colour (and with it torch) waits for the grey to be painted, but not longer than this.
GREY_PATIENCE_MS = 300


def colour_key(path: Path, radiograph: Radiograph, model: str) -> ColourKey:
    """What a colorization is kept by."""
    return path, radiograph.source.sha256, radiograph.source.frame, model


class Session(OpenFilms):
    """Open films, the current one's grey and colour, and how both are shown. Lives in the UI thread."""

    colorizationChanged = Signal()
    modelChanged = Signal()

    def __init__(self, steps: Steps | None = None, parent: QObject | None = None) -> None:
        super().__init__(steps or Steps(), parent)
        self._colorization: Colorization | None = None
        self._models: tuple[ModelCard, ...] = ()
        self._model = ""
        self._chosen_model = ""
        self._progress: float | None = None
        self._kept_colorizations: Kept[ColourKey, Colorization] = Kept(COLORIZATIONS_KEPT)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(GREY_PATIENCE_MS)
        self._patience.timeout.connect(self._colour)

    # What there is

    @property
    def colorization(self) -> Colorization | None:
        return self._colorization

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
        other = name != self._model
        self._model = self._chosen_model = name
        self.modelChanged.emit()
        if other and self._radiograph is not None and not self._patience.isActive():
            self._drop_colour()
            self._colour()

    def close_film(self, film: Film) -> None:
        self._kept_colorizations.forget(lambda key, _: key[0] == film.path)
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
        if self._radiograph is not None and self._colorization is None and self._progress is None:
            self._colour()

    def close(self) -> None:
        """End all work; no signal comes afterwards."""
        self._patience.stop()
        super().close()

    # Arrivals

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

    @Slot()
    def _colour(self) -> None:
        if self._recall_colour():
            self.workChanged.emit()
            return
        radiograph, path, model = self._radiograph, self._current, self._model
        assert radiograph is not None and path is not None
        self._progress = 0.0
        self._list.change(path, state=FilmState.COLOURING)
        self.workChanged.emit()
        if not self._models:
            self.find_models()
            return

        def done(colorization: Colorization) -> None:
            self._progress = None
            self._kept_colorizations.keep(colour_key(path, radiograph, model), colorization)
            self._recall_colour()
            self.workChanged.emit()

        self.tasks.start(
            "colour",
            lambda report: self.steps.colorize(model, radiograph, report),
            done,
            failed=self._colour_failed,
            progress=self._take_progress,
        )

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
        """Show the colour this film already has from this model, if it is still kept."""
        assert self._current is not None and self._radiograph is not None
        key = colour_key(self._current, self._radiograph, self._model)
        if (kept := self._kept_colorizations.get(key)) is None:
            return False
        self._colorization = kept
        self._list.change(self._current, state=FilmState.COLOURED)
        self.colorizationChanged.emit()
        return True

    def _drop_colour(self) -> None:
        self._patience.stop()
        self.tasks.cancel("colour")
        self._progress = None
        if self._colorization is not None:
            self._colorization = None
            self.colorizationChanged.emit()

    def _leave(self) -> None:
        film = self.current
        if film is not None and film.state is FilmState.COLOURING:
            self._list.change(film.path, state=FilmState.GREY)
        self._drop_colour()
        super()._leave()
