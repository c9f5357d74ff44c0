"""Films that stay grey: what is said, where, and how a reader takes the risk and takes it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS, card, colorization, film, open_film, steps
from xraycolor_gui.core.colorization import Colorization, Novelty
from xraycolor_gui.core.radiograph import Labels, Radiograph, Rescale, Window
from xraycolor_gui.gui.films import FilmState
from xraycolor_gui.gui.opinion import corner_lines, nature
from xraycolor_gui.gui.panels.status import StatusBar
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.views.grey_note import GreyNote
from xraycolor_gui.gui.views.pane_pair import PanePair

REASON = "this does not look like a radiograph: it resembles a page of text"
STRANGE = colorization(novelty=Novelty(3.0, 1.0, REASON))
MR = Labels(modality="MR")


def slice_of_ct() -> Radiograph:
    """Air at the left, muscle in the middle, bone at the right, in Hounsfield units."""
    stored = np.full((200, 300), -1000, np.int16)
    stored[:, 100:200] = 50
    stored[:, 200:] = 700
    return film(
        stored=stored, bits=16, voi=(Window(40, 400),), labels=Labels(modality="CT"), modality=Rescale(stated=True)
    )


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Callable[..., Session]]:
    made: list[Session] = []

    def session(radiograph: Radiograph, coloured: Colorization | None = None, **others: object) -> Session:
        made.append(Session(steps(radiograph, coloured, **others)))  # type: ignore[arg-type]
        return made[-1]

    yield session
    for one in made:
        one.close()


def panes_of(session: Session, qtbot: QtBot) -> PanePair:
    panes = PanePair(session)
    qtbot.addWidget(panes)
    panes.resize(1200, 700)
    with qtbot.waitExposed(panes):
        panes.show()
    return panes


def show(session: Session, qtbot: QtBot, path: str = "film.dcm") -> None:
    open_film(session, qtbot, path)
    qtbot.waitUntil(lambda: session.colouring is not None, timeout=WAIT_MS)


def test_a_film_the_model_finds_strange_stays_grey_and_says_what_why_and_what_next(
    qtbot: QtBot, make: Callable[..., Session]
) -> None:
    session = make(film(), STRANGE)
    panes, bar = panes_of(session, qtbot), StatusBar(session)
    qtbot.addWidget(bar)
    show(session, qtbot)
    assert session.stays_grey and session.colorization is None
    assert session.current is not None and session.current.state is FilmState.STAYS_GREY
    note = panes.grey_note
    assert note.isVisible() and note.title.text() == "This film stays grey"
    assert note.reason.text() == "This does not look like a radiograph: it resembles a page of text."
    assert "another model" in note.next_step.text() and note.anyway.isVisible()
    assert panes.colour.header.nature.text() == "none: film unlike the training"
    assert not panes.strength.isVisible()
    assert corner_lines(session) == ["No colour"]
    assert bar.reads() == "No colour: film unlike the training"


def test_the_reader_may_take_the_risk_for_one_film_and_take_it_back(qtbot: QtBot, make: Callable[..., Session]) -> None:
    session = make(film(), STRANGE)
    panes = panes_of(session, qtbot)
    show(session, qtbot, "a.dcm")
    qtbot.mouseClick(panes.grey_note.anyway, Qt.MouseButton.LeftButton)
    assert session.colorization is STRANGE and session.colouring is not None and session.colouring.at_own_risk
    assert session.current is not None and session.current.state is FilmState.COLOURED
    assert panes.grey_note.isVisible() and panes.grey_note.title.text() == "Coloured at your own risk"
    assert nature(session) == "at your own risk, a model’s opinion"
    assert corner_lines(session)[0] == "At the reader’s own risk"
    show(session, qtbot, "b.dcm")
    qtbot.waitUntil(lambda: session.stays_grey)
    session.next_film(-1)
    assert session.colorization is STRANGE
    qtbot.mouseClick(panes.grey_note.back, Qt.MouseButton.LeftButton)
    assert session.stays_grey and panes.grey_note.anyway.isVisible()


def test_a_picture_of_another_modality_waits_for_no_model_until_the_risk_is_taken(
    qtbot: QtBot, make: Callable[..., Session]
) -> None:
    used: list[str] = []

    def colorize(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        used.append(model)
        return colorization()

    session = make(film(labels=MR), colorize=colorize)
    panes = panes_of(session, qtbot)
    show(session, qtbot)
    assert session.stays_grey and used == [] and not session.uses_model and session.models == ()
    assert "MR image" in panes.grey_note.reason.text() and not panes.grey_note.other_model.isVisible()
    assert panes.colour.header.nature.text() == "none: not a picture to colour"
    session.set_at_own_risk(True)
    qtbot.waitUntil(lambda: session.colorization is not None, timeout=WAIT_MS)
    assert used == ["basic"] and session.colouring is not None and session.colouring.at_own_risk
    session.set_at_own_risk(False)
    assert session.stays_grey
    session.set_at_own_risk(True)
    assert session.colorization is not None and used == ["basic"]


def test_a_ct_slice_is_coloured_from_its_numbers_and_says_that_no_network_was_used(
    qtbot: QtBot, make: Callable[..., Session]
) -> None:
    session = make(slice_of_ct(), models=tuple)
    panes, bar = panes_of(session, qtbot), StatusBar(session)
    qtbot.addWidget(bar)
    show(session, qtbot)
    assert session.colorization is not None and not session.uses_model
    assert not panes.grey_note.isVisible()
    assert panes.colour.header.nature.text() == "Hounsfield units, no network"
    assert corner_lines(session)[0] == "From Hounsfield units, no network"
    session.set_palette("physical")
    session.set_cursor((100.0, 250.0))
    assert bar.reads().startswith("Hounsfield units say: bone 100")


def test_another_model_may_know_a_film_that_the_first_one_refused(qtbot: QtBot, make: Callable[..., Session]) -> None:
    def colorize(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        return STRANGE if model == "basic" else colorization()

    session = make(film(), colorize=colorize, models=lambda: (card("basic"), card("vgg16")))
    panes = panes_of(session, qtbot)
    show(session, qtbot)
    assert session.stays_grey and panes.grey_note.other_model.isVisible()
    session.set_at_own_risk(True)
    session.set_model("vgg16")
    qtbot.waitUntil(lambda: session.colorization is not None)
    assert session.colouring is not None and not session.colouring.at_own_risk
    assert not panes.grey_note.isVisible()
    session.set_model("basic")
    assert session.colouring is not None and session.colouring.at_own_risk


@pytest.mark.parametrize("width", [600, 340])
def test_the_ways_on_are_readable_in_a_narrow_picture_too(
    qtbot: QtBot, make: Callable[..., Session], width: int
) -> None:
    session = make(film(), STRANGE, models=lambda: (card("basic"), card("vgg16")))
    picture = QWidget()
    qtbot.addWidget(picture)
    picture.resize(600, 600)
    note = GreyNote(session, picture)
    with qtbot.waitExposed(picture):
        picture.show()
    show(session, qtbot)
    # Also when it was narrow before: a layout remembers.
    for now in (width, width - 6):
        picture.resize(now, 600)
        qtbot.waitUntil(lambda now=now: note.width() <= picture.width() == now)  # type: ignore[misc]
        for control in (note.other_model, note.anyway):
            assert control.size().boundedTo(control.sizeHint()) == control.sizeHint()
            assert note.rect().contains(control.mapTo(note, control.rect().bottomRight()))
