"""The measurements of one film as drawings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from xraycolor_gui.core.errors import MeasurementError
from xraycolor_gui.core.feedback import FilmId, film_id, new_id
from xraycolor_gui.core.measurements import POINTS, Measure, Measurement, outlined
from xraycolor_gui.core.radiograph import Radiograph, Spacing
from xraycolor_gui.gui.measuring.words import Told, told
from xraycolor_gui.gui.views.drawn.layer import Drawing, Layer
from xraycolor_gui.gui.views.drawn.shapes import XY, Box, Path, Shape
from xraycolor_gui.gui.views.marks import Weight, Word

if TYPE_CHECKING:
    from xraycolor_gui.gui.session import Session

#: Which points of a kind are joined.
LINKS = {
    Measure.LENGTH: ((0, 1),),
    Measure.CALIBRATION: ((0, 1),),
    Measure.ANGLE: ((0, 1), (1, 2)),
    Measure.COBB: ((0, 1), (2, 3)),
    Measure.HEART_CHEST: ((0, 1), (2, 3)),
}
#: Id of what is just being drawn.
MAKING = "making"


class MeasurementLayer(Layer):
    """What was measured on the film that a session shows."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._drawn: dict[Measurement, Drawing] = {}
        self._told: dict[Measurement, Told] = {}
        self._scale: Spacing | None = None
        self._draft: Drawing | None = None
        self._every: list[Drawing] | None = None
        self.changed.connect(self._look_anew)
        session.measured.changed.connect(self._follow)
        session.measured.hiddenChanged.connect(self._hide)
        session.radiographChanged.connect(self._take_film)
        self._take_film()

    @property
    def film(self) -> FilmId | None:
        radiograph = self._session.radiograph
        return film_id(radiograph) if radiograph is not None else None

    @property
    def measurements(self) -> tuple[Measurement, ...]:
        return self._session.measured.of(self.film) if self.film is not None else ()

    @property
    def scale(self) -> Spacing | None:
        """The scale of the film that is shown."""
        radiograph = self._session.radiograph
        return self._session.measured.spacing(radiograph) if radiograph is not None else None

    @property
    def drawings(self) -> Sequence[Drawing]:
        if self._session.measured.hidden:
            return ()
        if self._every is None:
            self._every = [self._drawing(measurement) for measurement in self.measurements]
            if self._draft is not None:
                self._every.append(self._draft)
        return self._every

    def tell(self, measurement: Measurement) -> Told:
        """The measurement in words; worked out once as long as film and scale stay."""
        radiograph, scale = self._session.radiograph, self.scale
        assert radiograph is not None and scale is not None
        if scale != self._scale:
            self._forget()
            self._scale = scale
        if measurement not in self._told:
            self._told[measurement] = told(measurement, radiograph, scale)
        return self._told[measurement]

    def making(self, kind: Measure, points: Sequence[XY]) -> Drawing | None:
        """What is being drawn, with its value as soon as it has one."""
        radiograph, scale = self._session.radiograph, self.scale
        if radiograph is None or scale is None or len(points) < 2:
            return None
        words = self._hint(kind, len(points))
        shape: Shape = Path(tuple(points), tuple(link for link in LINKS.get(kind, ()) if max(link) < len(points)))
        if len(points) == POINTS[kind] and kind is not Measure.CALIBRATION:
            try:
                measurement = Measurement(kind, tuple(points))
            except MeasurementError:
                return None
            words = _label(told(measurement, radiograph, scale))
            if kind in (Measure.RECTANGLE, Measure.ELLIPSE):
                shape = Box(outlined(measurement))
        return Drawing(MAKING, shape, words)

    def _hint(self, kind: Measure, points: int) -> tuple[Word, ...]:
        """What to draw next, where it takes more than one drag."""
        hints = {
            (Measure.ANGLE, 2): self.tr("then click where the other arm ends"),
            (Measure.COBB, 2): self.tr("then the lower end plate"),
            (Measure.COBB, 3): self.tr("lower end plate"),
            (Measure.HEART_CHEST, 2): self.tr("heart, then the chest"),
            (Measure.HEART_CHEST, 3): self.tr("chest"),
        }
        return (Word(hints[kind, points]),) if (kind, points) in hints else ()

    def add(self, kind: Measure, points: Sequence[XY], mm: float = 0.0) -> None:
        """Measure, and choose what was measured. There is one calibration; a new one takes the place of the old."""
        if self._session.radiograph is None:
            return
        which = next((each.id for each in self.measurements if kind is each.kind is Measure.CALIBRATION), new_id())
        try:
            measurement = Measurement(kind, tuple(points), which, mm)
        except MeasurementError:  # a click where a drag was needed
            return
        name = self.tr("calibration") if kind is Measure.CALIBRATION else self.tr("measurement")
        self._session.measured.set_hidden(False)
        self._session.measured.put(name, self._session, measurement)
        self.choose(which)

    def set_draft(self, points: Sequence[XY] | None) -> None:
        """Show a line whose length is being asked for."""
        self._draft = None if points is None else Drawing(MAKING, Path(tuple(points)), dashed=True)
        self.changed.emit()

    # As every layer

    def reshape(self, which: str, shape: Shape) -> None:
        before = self._find(which)
        if before is None:
            return
        if isinstance(shape, Box):
            box = shape.region
            points: tuple[XY, ...] = ((box.x, box.y), (box.x + box.width, box.y + box.height))
        else:
            points = shape.handles
        try:
            after = replace(before, points=points)
        except MeasurementError:  # both ends of a line pulled together
            return
        if after != before:
            self._session.measured.put(self.tr("change of a measurement"), self._session, after, dragged=True)

    def remove(self, which: str) -> None:
        if self._session.radiograph is not None:
            self._session.measured.remove(self.tr("deletion of a measurement"), self._session, which)

    def copy(self, which: str, dx: float, dy: float) -> None:
        found = self._find(which)
        if found is not None and found.kind is not Measure.CALIBRATION:
            self.add(found.kind, [(x + dx, y + dy) for x, y in found.points])

    # Following

    def _find(self, which: str) -> Measurement | None:
        return next((each for each in self.measurements if each.id == which), None)

    def _drawing(self, measurement: Measurement) -> Drawing:
        words = self.tell(measurement)
        if measurement not in self._drawn:
            self._drawn[measurement] = Drawing(
                measurement.id,
                _shape(measurement),
                _label(words),
                words.what,
                dashed=measurement.kind is Measure.CALIBRATION,
            )
        return self._drawn[measurement]

    @Slot()
    def _look_anew(self) -> None:
        self._every = None

    def _forget(self) -> None:
        self._every = None
        self._drawn.clear()
        self._told.clear()

    @Slot(object)
    def _follow(self, film: FilmId) -> None:
        if film != self.film:
            return
        there = set(self.measurements)
        self._drawn = {each: drawing for each, drawing in self._drawn.items() if each in there}
        self._told = {each: words for each, words in self._told.items() if each in there}
        self._every = None
        if self.chosen and self._find(self.chosen) is None:
            self.choose("")
        self.changed.emit()

    @Slot()
    def _hide(self) -> None:
        self.choose("")
        self.changed.emit()

    @Slot()
    def _take_film(self) -> None:
        self._forget()
        self._draft = None
        self.choose("")
        radiograph: Radiograph | None = self._session.radiograph
        if radiograph is not None:
            film = film_id(radiograph)
            self._session.when_settled(lambda: self._session.measured.want(film))
        self.changed.emit()


def _shape(measurement: Measurement) -> Shape:
    if measurement.kind in (Measure.RECTANGLE, Measure.ELLIPSE):
        return Box(outlined(measurement))
    level = None
    if measurement.kind is Measure.HEART_CHEST:
        (x0, y0), (x1, y1) = measurement.points[:2]
        level = 1 if abs(x1 - x0) >= abs(y1 - y0) else 0
    return Path(measurement.points, LINKS[measurement.kind], level)


def _label(words: Told) -> tuple[Word, ...]:
    value = Word(words.value, Weight.STRONG)
    return (value, Word(words.beside)) if words.beside else (value,)
