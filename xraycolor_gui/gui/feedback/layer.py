"""What was said of one film as drawings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot

from xraycolor_gui.core.colorization import BACKGROUND, Colorization
from xraycolor_gui.core.errors import FeedbackError
from xraycolor_gui.core.feedback import Feedback, FilmId, Verdict, film_id, new_id, now
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.core.region_statistics import mean_shares
from xraycolor_gui.core.regions import Region, bounds, moved
from xraycolor_gui.gui.feedback.screen import SOFTWARE, screen_of
from xraycolor_gui.gui.feedback.words import said
from xraycolor_gui.gui.views.drawn.layer import Drawing, Layer
from xraycolor_gui.gui.views.drawn.shapes import Box, Outline, Shape, shape_of
from xraycolor_gui.gui.views.marks import Weight, Word

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from xraycolor_gui.gui.session import Session


#: Id of a region that belongs to nobody yet.
WAITING = "waiting"


class FeedbackLayer(Layer):
    """The regions on the film that a session shows; numbers are places in the list, from 1.

    made: a region was let go of and is in the list (its id). readerWanted: a region waits for somebody to give it.
    """

    made = Signal(str)
    readerWanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._given = session.feedback
        self._drawn: dict[str, tuple[tuple[object, ...], Drawing]] = {}
        self._every: list[Drawing] | None = None
        self._waiting: Region | None = None
        self._shares: tuple[Colorization, Palette, NDArray[Any]] | None = None
        self._read: dict[Region, dict[str, float]] = {}
        self.changed.connect(self._look_anew)
        self._given.changed.connect(self._follow)
        self._given.readerChanged.connect(self._take_reader)
        self._given.othersChanged.connect(self.changed)
        session.radiographChanged.connect(self._take_film)
        session.paletteChanged.connect(self.changed)
        self._take_film()

    @property
    def film(self) -> FilmId | None:
        radiograph = self._session.radiograph
        return film_id(radiograph) if radiograph is not None else None

    @property
    def regions(self) -> tuple[Feedback, ...]:
        """This reader's."""
        return self._given.regions(self.film) if self.film is not None else ()

    @property
    def waiting(self) -> Region | None:
        """A region that is drawn and belongs to nobody yet."""
        return self._waiting

    @property
    def drawings(self) -> Sequence[Drawing]:
        if self._every is None:
            own = [self._drawing(each, str(number)) for number, each in enumerate(self.regions, start=1)]
            self._every = [*self._of_others(), *own]
            if self._waiting is not None:
                self._every.append(Drawing(WAITING, shape_of(self._waiting), dashed=True))
        return self._every

    def region(self, which: str) -> Feedback | None:
        """This reader's region of that id."""
        return next((each for each in self.regions if each.id == which), None)

    def number(self, which: str) -> int:
        """Its number on the film, from 1; 0 if there is none."""
        return next((at for at, each in enumerate(self.regions, start=1) if each.id == which), 0)

    def reads(self, region: Region) -> dict[str, float]:
        """What the model itself reads there: tissue → mean share of the colour, largest first; empty without colour."""
        modelled, radiograph, palette = self._session.as_modelled, self._session.radiograph, self._session.palette
        colorization = modelled.shown if modelled is not None else None
        if colorization is None or radiograph is None:
            return {}
        kept = self._shares
        if kept is None or kept[0] is not colorization or not kept[1].weighs_like(palette):
            kept = colorization, palette, palette.shares(colorization.composition, colorization.tissues)
            self._shares, self._read = kept, {}
        if region not in self._read:
            mean = mean_shares(kept[2], region, radiograph.shape)
            named = zip(colorization.tissues, mean.tolist() if mean is not None else (), strict=False)
            self._read[region] = dict(sorted(named, key=lambda pair: -pair[1]))
        return self._read[region]

    def guesses(self, region: Region) -> tuple[str, ...]:
        """Tissues that it may be, the model's next guesses first; what it read itself is left out."""
        reads = self.reads(region)
        read = next(iter(reads), "")
        names = reads or self._session.palette.tissues
        return tuple(name for name in names if name not in (BACKGROUND, read))

    # Giving

    def add(self, region: Region) -> None:
        """Take a region that was drawn into the list, as a draft, and choose it."""
        radiograph = self._session.radiograph
        if radiograph is None:
            return
        left, top, right, bottom = bounds(region)
        rows, columns = radiograph.shape
        if right < 0 or bottom < 0 or left > columns or top > rows:
            return
        if not self._given.reader:
            self._waiting = region
            self.changed.emit()
            self.readerWanted.emit()
            return
        which = new_id()
        name = self.tr("draw region {}").format(len(self.regions) + 1)
        self._given.put(name, self._session, self._new(which, region=region))
        self.choose(which)
        self.made.emit(which)

    def forget_waiting(self) -> None:
        """The region that waits for its reader is not wanted."""
        if self._waiting is not None:
            self._waiting = None
            self.changed.emit()

    def judge(self, which: str, verdict: Verdict, tissue: str = "") -> None:
        """Say what a region is: the second click."""
        number = self.number(which)
        name, screen = self.tr("verdict on region {}").format(number), screen_of(self._session)
        self._change(which, name, verdict=verdict, tissue=tissue, time=now(), screen=screen)

    def write(self, which: str, *, comment: str, label: str) -> None:
        """Comment a region and name it, letter by letter: what is typed in one go is one step."""
        name = self.tr("words on region {}").format(self.number(which))
        self._change(which, name, dragged=True, comment=comment, label=label)

    def rate(self, rating: int | None, comment: str | None = None) -> None:
        """Say how the colours of the whole film are; None takes that back."""
        film = self.film
        if film is None or not self._given.reader:
            return
        before = self._given.of_film(film)
        said_before = before.comment if before is not None else ""
        said_now = said_before if comment is None else comment
        if rating is None and not said_now:
            if before is not None:
                self._given.remove(self.tr("rating of the film"), self._session, before.id)
            return
        record = before or self._new(new_id())
        after = replace(record, rating=rating, comment=said_now, time=now(), screen=screen_of(self._session))
        name = self.tr("rating of the film") if comment is None else self.tr("comment on the film")
        self._given.put(name, self._session, after, dragged=comment is not None)

    # As every layer

    def reshape(self, which: str, shape: Shape) -> None:
        if isinstance(shape, (Box, Outline)):
            self.change_region(which, shape.region, dragged=True)

    def change_region(self, which: str, region: Region, dragged: bool = False) -> None:
        """Another outline for what was said."""
        name = self.tr("change of region {}").format(self.number(which))
        self._change(which, name, dragged=dragged, region=region)

    def remove(self, which: str) -> None:
        number = self.number(which)
        if number:
            self._given.remove(self.tr("deletion of region {}").format(number), self._session, which)

    def copy(self, which: str, dx: float, dy: float) -> None:
        found = self.region(which)
        if found is None or found.region is None:
            return
        copied = replace(found, id=new_id(), region=moved(found.region, dx, dy), time=now())
        name = self.tr("copy of region {}").format(self.number(which))
        self._given.put(name, self._session, copied)
        self.choose(copied.id)

    # Following

    def _new(self, which: str, region: Region | None = None) -> Feedback:
        assert self.film is not None
        screen = screen_of(self._session)
        return Feedback(which, self._given.reader, now(), SOFTWARE, self.film, screen=screen, region=region)

    def _change(self, which: str, name: str, *, dragged: bool = False, **changes: Any) -> None:
        before = self.region(which)
        if before is None:
            return
        try:
            after = replace(before, **changes)
        except FeedbackError:  # an outline pulled to nothing, a comment that is too long
            return
        if after != before:
            self._given.put(name, self._session, after, dragged)

    def _of_others(self) -> list[Drawing]:
        if not self._given.shows_others or self.film is None:
            return []
        own = self._given.reader
        every = self._given.every(self.film)
        return [self._drawing(each, each.reader) for each in every if each.reader != own and each.region is not None]

    def _drawing(self, feedback: Feedback, named: str) -> Drawing:
        known = (feedback, named, self._session.palette.name)
        kept = self._drawn.get(feedback.id)
        if kept is None or kept[0] != known:
            assert feedback.region is not None
            words = [Word(named, Weight.STRONG), Word(said(feedback, self._session.palette))]
            if feedback.label:
                words.append(Word(feedback.label))
            name = self.tr("Region {}").format(named)
            draft = feedback.verdict is None
            kept = known, Drawing(feedback.id, shape_of(feedback.region), tuple(words), name, dashed=draft)
            self._drawn[feedback.id] = kept
        return kept[1]

    @Slot()
    def _look_anew(self) -> None:
        self._every = None

    @Slot(object)
    def _follow(self, film: FilmId) -> None:
        if film != self.film:
            return
        if self.chosen and self.find(self.chosen) is None:
            self.choose("")
        self._every = None
        if self.chosen and all(drawing.id != self.chosen for drawing in self.drawings):
            self.choose("")
        self.changed.emit()

    @Slot()
    def _take_reader(self) -> None:
        self.choose("")
        waiting, self._waiting = self._waiting, None
        self.changed.emit()
        if waiting is not None:
            self.add(waiting)

    @Slot()
    def _take_film(self) -> None:
        self._every, self._waiting = None, None
        self._drawn.clear()
        self._read.clear()
        self.choose("")
        film = self.film
        if film is not None:
            self._session.when_settled(lambda: self._given.want(film))
        self.changed.emit()
