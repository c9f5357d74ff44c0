"""One film of a study at a time, as the plan has it shown, without whom it is of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from xraycolor_gui.core.colouring import Colouring
from xraycolor_gui.core.modality import ColourSource, way_of
from xraycolor_gui.core.radiograph import Labels, LookupTable, Radiograph, Window
from xraycolor_gui.core.reader_study.plan import Condition, Plan
from xraycolor_gui.gui.feedback.files import FeedbackFiles
from xraycolor_gui.gui.films import Film, Tool
from xraycolor_gui.gui.mouse import Wheel
from xraycolor_gui.gui.notice import as_told
from xraycolor_gui.gui.open_films import ReadFilm, Stamp, stamp
from xraycolor_gui.gui.session import Session, film_key
from xraycolor_gui.gui.steps import Steps
from xraycolor_gui.gui.tasks import Report

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from xraycolor_gui.core.feedback import FilmId
    from xraycolor_gui.core.feedback_history import Event
    from xraycolor_gui.core.radiograph import Source


@dataclass(frozen=True, eq=False, slots=True)
class _Prepared:
    """A film before its turn. stamped: tells whether its file was changed since."""

    path: Path
    stamped: Stamp
    read: ReadFilm
    colouring: Colouring | None


class NoFeedback(FeedbackFiles):
    """What readers said of a film before is not shown in a study, and nothing is added to it."""

    def history(self, _film: FilmId) -> tuple[Event, ...]:
        return ()

    def keep(self, _events: Sequence[Event], _source: Source | None = None) -> None:
        return None

    def take_in_recovered(self) -> int:
        return 0


def blinded(radiograph: Radiograph) -> Radiograph:
    """The film without what its file tells of patient, date and place, and without what was drawn on it."""
    labels = Labels(modality=radiograph.labels.modality)
    source = replace(radiograph.source, path=Path(), study_uid="", series_uid="", sop_instance_uid="")
    return replace(radiograph, labels=labels, source=source, overlays=())


def steps_of(plan: Plan, steps: Steps | None = None) -> Steps:
    """Those of the program, blinded as the plan wants it, with nothing that was measured or said before."""
    steps = steps or Steps()
    read: Callable[[Path], ReadFilm] = steps.read

    def blindly(path: Path) -> ReadFilm:
        radiograph, voi = read(path)
        return blinded(radiograph), voi

    return replace(
        steps,
        read=blindly if plan.blinding.identity else read,
        measurements_of=lambda _: (),
        keep_measurements=lambda _: None,
        feedback=NoFeedback(),
    )


class StudySession(Session):
    """Shows what it is told to, and lets the reader change what the plan allows.

    ready: film and, where wanted, colour are there. painted: they are on the screen. failed: they will not come, with
    the error.
    """

    ready = Signal()
    painted = Signal()
    failed = Signal(object)

    def __init__(self, plan: Plan, steps: Steps | None = None, parent: QObject | None = None) -> None:
        super().__init__(steps_of(plan, steps), parent)
        self._viewing = plan.viewing
        self._coloured = False
        self._prepared: _Prepared | None = None
        self.set_strength(plan.colours.strength)
        self.set_grey_below(plan.colours.grey_below)
        self.set_palette(plan.colours.palette)
        self.set_model(plan.colours.model)
        self._fixed = True
        self._lead_the_hand()
        self.radiographChanged.connect(self._tell_ready)
        self.colorizationChanged.connect(self._tell_ready)

    _fixed = False

    def _lead_the_hand(self) -> None:
        """Dragging and turning do what is allowed, and never lead to another film or strength."""
        for modifier, does in self.mouse.wheels.items():
            if does is not Wheel.ZOOM:
                self._let_wheel(modifier)
        if not self._viewing.window:
            self.set_tool(Tool.PAN)

    def _let_wheel(self, modifier: Qt.KeyboardModifier) -> None:
        self.mouse.set_wheel(modifier, Wheel.NOTHING)

    @property
    def number(self) -> int:
        """None in corners: the plan says whether readers may know."""
        return 0

    def show_film(self, path: Path, condition: Condition) -> None:
        """Read this film and colour it where the condition wants that; `ready` or `failed` follows."""
        self.leave_film()
        self._coloured = condition is not Condition.GREY
        self._list.add((Film(path),))
        self._take_prepared(path)
        self.show_path(path)

    def prepare(self, path: Path, condition: Condition) -> None:
        """Read and colour the film that follows while the reader looks at this one; failures wait for its turn."""
        steps, model = self.steps, self._chosen_model

        def work(report: Report) -> _Prepared:
            stamped = stamp(path)
            read = steps.read(path)
            report.check()
            colouring = steps.colour(model, read[0], False, report) if condition is not Condition.GREY else None
            return _Prepared(path, stamped, read, colouring)

        self.tasks.start("next film", work, self._keep_prepared, failed=lambda _: None)

    def _keep_prepared(self, prepared: _Prepared) -> None:
        self._prepared = prepared

    def _take_prepared(self, path: Path) -> None:
        """Use what was prepared; what is not ready yet is begun anew."""
        self.tasks.cancel("next film")
        prepared, self._prepared = self._prepared, None
        if prepared is None or prepared.path != path or prepared.stamped != stamp(path):
            return
        self._kept_radiographs.keep((path, 0), (prepared.stamped, prepared.read))
        if prepared.colouring is not None:
            radiograph = prepared.read[0]
            model = self._chosen_model if way_of(radiograph).kind is ColourSource.NETWORK else ""
            self._kept_colours.keep((film_key(path, radiograph), model), prepared.colouring)

    def leave_film(self) -> None:
        """Show nothing, and forget how the film was shown."""
        self.hold_grey(False)
        for film in self._list.films:
            self.close_film(film)
        self._film_looks.clear()
        self.undo.clear()

    @Slot()
    def grey_shown(self) -> None:
        self.painted.emit()

    # What only the plan decides

    def set_strength(self, strength: float) -> None:
        if not self._fixed:
            super().set_strength(strength)

    def set_voi(self, voi: Window | LookupTable) -> None:
        if self._viewing.window:
            super().set_voi(voi)

    def hold_grey(self, held: bool) -> None:
        super().hold_grey(held and self._viewing.hold_grey)

    def next_film(self, step: int = 1) -> None:
        """The order is the plan's."""

    def next_group(self, step: int = 1) -> None:
        """The order is the plan's."""

    # Arrivals

    def _begin_colour(self) -> None:
        if self._coloured and not self._recall_colour():
            self._colour()

    @Slot()
    def _tell_ready(self) -> None:
        there = self.colouring if self._coloured else self.radiograph
        if self.radiograph is not None and there is not None:
            self.ready.emit()

    def _read_failed(self, error: Exception) -> None:
        super()._read_failed(error)
        self.failed.emit(as_told(error, None))

    def _colour_failed(self, error: Exception) -> None:
        super()._colour_failed(error)
        if self.radiograph is not None:
            self.failed.emit(as_told(error, None))
