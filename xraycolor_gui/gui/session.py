"""What is open and how it is shown: the window's only mutable state. Views ask it and listen to its signals."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from xraycolor_gui.core.colorization import Colorization
from xraycolor_gui.core.errors import ModelError
from xraycolor_gui.core.radiograph import LookupTable, Radiograph, Window
from xraycolor_gui.gui.film_list import FilmList
from xraycolor_gui.gui.films import Film, FilmState, Search
from xraycolor_gui.gui.kept import Kept
from xraycolor_gui.gui.notice import Notice, Severity, as_told
from xraycolor_gui.gui.shown_film import ShownFilm
from xraycolor_gui.gui.steps import Steps
from xraycolor_gui.gui.tasks import TaskRunner

if TYPE_CHECKING:
    from xraycolor_gui.models.card import ModelCard

ReadFilm = tuple[Radiograph, Window | LookupTable]
#: When a file was changed last and its size; None where it cannot be asked.
Stamp = tuple[int, int] | None
#: Path, hash and frame of the film that was coloured, and the model. The hash, because a file may change.
ColourKey = tuple[Path, str, int, str]

#: Radiographs of 9 megapixels take 18 MB, colorizations 7 MB.
RADIOGRAPHS_KEPT = 4
COLORIZATIONS_KEPT = 16
#: Colour (and with it torch) waits for the grey to be painted, but not longer than this.
GREY_PATIENCE_MS = 300


def stamp(path: Path) -> Stamp:
    """What tells that a file was changed since."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size


def colour_key(path: Path, radiograph: Radiograph, model: str) -> ColourKey:
    """What a colorization is kept by."""
    return path, radiograph.source.sha256, radiograph.source.frame, model


class Session(ShownFilm):
    """Open films, the current one's grey and colour, and how both are shown. Lives in the UI thread."""

    filmsChanged = Signal()
    currentChanged = Signal()
    colorizationChanged = Signal()
    modelChanged = Signal()
    workChanged = Signal()
    searchChanged = Signal()
    noticeRaised = Signal(object)

    def __init__(self, steps: Steps | None = None, parent: QObject | None = None) -> None:
        super().__init__(steps or Steps(), parent)
        self.tasks = TaskRunner(2, self)
        self._list = FilmList(self.steps, self)
        self._current: Path | None = None
        self._colorization: Colorization | None = None
        self._models: tuple[ModelCard, ...] = ()
        self._model = ""
        self._chosen_model = ""
        self._progress: float | None = None
        self._reading = False
        self._kept_radiographs: Kept[Path, tuple[Stamp, ReadFilm]] = Kept(RADIOGRAPHS_KEPT)
        self._kept_colorizations: Kept[ColourKey, Colorization] = Kept(COLORIZATIONS_KEPT)
        self._list.filmsChanged.connect(self.filmsChanged)
        self._list.searchChanged.connect(self.searchChanged)
        self._list.firstFound.connect(self.show)
        self._list.searchFailed.connect(self._search_failed)
        self.workChanged.connect(self._release_search)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(GREY_PATIENCE_MS)
        self._patience.timeout.connect(self._colour)

    # What is open

    @property
    def films(self) -> tuple[Film, ...]:
        """In the order of the studies dock: films of one study or folder side by side."""
        return self._list.films

    @property
    def current(self) -> Film | None:
        return self._list.find(self._current)

    @property
    def place(self) -> int:
        """Where the current film is in `films`; 0 while there is none."""
        return self._list.place(self.current) if self.current is not None else 0

    @property
    def search(self) -> Search | None:
        """The folder search that runs or ran last."""
        return self._list.search

    def open_paths(self, paths: Iterable[Path]) -> None:
        """Open files at once, and look through folders in the background; the first of them is shown."""
        paths = tuple(Path(path) for path in paths)
        files = tuple(path for path in paths if not os.path.isdir(path))  # noqa: PTH112 (Path.is_dir may raise)
        # Opening again is how a reader asks for a file as it is now.
        self._kept_radiographs.forget(lambda path, kept: kept[0] != stamp(path))
        if files:
            self._list.add(tuple(Film(path) for path in files))
            self.show_path(files[0])
        # The headers of the rest can wait for the first grey.
        self._list.look_through(paths, show_first=not files, hold=self._reading)

    def stop_search(self) -> None:
        """Keep what was found so far."""
        self._list.stop()

    def show(self, film: Film) -> None:
        """Make this the current film; its grey appears as soon as it is read, its colour after that."""
        self.show_path(film.path)

    def show_path(self, path: Path) -> None:
        """As `show`. A film that could not be read is tried again."""
        film = self._list.find(path)
        kept = self._kept_radiographs.get(path)
        if film is None or (path == self._current and (self._reading or kept is not None)):
            return
        self._leave()
        self._current = path
        self.currentChanged.emit()
        if kept is not None:
            self._take_radiograph(kept)
            return
        self._reading = True
        self.workChanged.emit()
        # The stamp first: what is written while the file is read counts as a change.
        self.tasks.start(
            "read",
            lambda _: (stamp(path), self.steps.read(path)),
            self._take_radiograph,
            failed=self._read_failed,
        )

    def next_film(self, step: int = 1) -> None:
        """Go `step` films on, staying inside the list."""
        if self.films:
            index = (self._list.place(self.current) + step) if self.current else 0
            film = self.films[min(max(index, 0), len(self.films) - 1)]
            if film != self.current:
                self.show(film)

    def next_group(self, step: int = 1) -> None:
        """Go to the first film of the next (or previous) study or folder."""
        groups = list(dict.fromkeys(film.group for film in self.films))
        if self.current and groups:
            index = min(max(groups.index(self.current.group) + step, 0), len(groups) - 1)
            self.show(next(film for film in self.films if film.group == groups[index]))

    def close_film(self, film: Film) -> None:
        """Take the film out of the list; its neighbour is shown instead. Nothing is changed on disk."""
        if (listed := self._list.find(film.path)) is None:
            return
        index = self._list.place(listed)
        was_current = film.path == self._current
        if was_current:
            self._leave()
            self._current = None
        self._kept_radiographs.forget(lambda path, _: path == film.path)
        self._kept_colorizations.forget(lambda key, _: key[0] == film.path)
        self._list.remove(film.path)
        if was_current:
            if self.films:
                self.show(self.films[min(index, len(self.films) - 1)])
            else:
                self.currentChanged.emit()

    # Colour

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

    # Work

    @property
    def reading(self) -> bool:
        """True while the current film's pixels are being read."""
        return self._reading

    @property
    def progress(self) -> float | None:
        """How far the colour is, 0 … 1; None while no colour is being made."""
        return self._progress

    @Slot()
    def grey_shown(self) -> None:
        """The panes call this once the grey of the current film is painted; only then colour begins."""
        if self._patience.isActive():
            self._patience.stop()
            self._colour()

    @property
    def settled(self) -> bool:
        """False while the current film is read or not yet painted: all other work had better wait."""
        return not self._reading and not self._patience.isActive()

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
        self.blockSignals(True)
        self._patience.stop()
        self._list.close()
        self.tasks.close()

    # Arrivals

    def _take_radiograph(self, stamped: tuple[Stamp, ReadFilm]) -> None:
        assert self._current is not None
        self._reading = False
        self._kept_radiographs.keep(self._current, stamped)
        read = stamped[1]
        self._list.change(
            self._current,
            labels=read[0].labels,
            source=read[0].source,
            state=FilmState.GREY,
            error=None,
        )
        self._set_film(read)
        if not self._recall_colour():
            self._patience.start()
        self.workChanged.emit()

    def _read_failed(self, error: Exception) -> None:
        film = self.current
        assert film is not None
        self._reading = False
        self._list.change(film.path, state=FilmState.UNREADABLE, error=as_told(error, film.path))
        self.workChanged.emit()
        self.currentChanged.emit()

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
        """Stop all work for the current film and show nothing."""
        self.tasks.cancel("read")
        self._reading = False
        film = self.current
        if film is not None and film.state is FilmState.COLOURING:
            self._list.change(film.path, state=FilmState.GREY)
        self._drop_colour()
        self.set_cursor(None)
        self._set_film(None)
        self.workChanged.emit()

    # What the list tells

    @Slot()
    def _release_search(self) -> None:
        if self.settled:
            self._list.release()

    @Slot(object)
    def _search_failed(self, error: Exception) -> None:
        self._raise(Severity.ERROR, error, None)

    def _raise(self, severity: Severity, error: Exception, path: Path | None) -> None:
        told = as_told(error, path)
        self.noticeRaised.emit(Notice(severity, told.what, told.next_step))
