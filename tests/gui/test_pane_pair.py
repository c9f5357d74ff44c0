from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS, colorization, colour_film, film, open_film, steps
from tests.gui.pictures import is_grey, pixels
from xraycolor_gui.core.colorization import Colorization
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.gui.comparing import Mode
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.views.arrangement import Arrangement
from xraycolor_gui.gui.views.pane_pair import PanePair


def pair_of(session: Session, qtbot: QtBot, width: int = 900, height: int = 600) -> PanePair:
    pair = PanePair(session)
    qtbot.addWidget(pair)
    pair.resize(width, height)
    with qtbot.waitExposed(pair):
        pair.show()
    return pair


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    session = Session(steps(film()))
    yield session
    session.close()


def test_both_panes_are_equally_large_and_share_their_place(session: Session, qtbot: QtBot) -> None:
    for width in (900, 901):
        pair = pair_of(session, qtbot, width)
        open_film(session, qtbot, f"{width}.dcm")
        assert pair.grey.picture.canvas() == pair.colour.picture.canvas()
        assert pair.grey.picture.placement() == pair.colour.picture.placement()


def test_the_zoom_is_told_to_the_session(session: Session, qtbot: QtBot) -> None:
    pair = pair_of(session, qtbot)
    open_film(session, qtbot)
    pair.actual_size()
    assert session.zoom == pytest.approx(1.0)
    pair.zoom_in()
    assert session.zoom == pytest.approx(1.25)
    pair.fit()
    geometry = pair.linked.geometry
    assert geometry is not None and session.zoom == geometry.fit_zoom(pair.colour.picture.canvas())


def test_a_wide_film_lies_above_its_colour(qtbot: QtBot) -> None:
    session = Session(steps(film(200, 600)))
    pair = pair_of(session, qtbot, 900, 700)
    open_film(session, qtbot)
    assert pair.arrangement is Arrangement.ABOVE
    assert pair.colour.y() > pair.grey.y()
    session.close()


def test_where_two_pictures_have_no_room_one_is_shown_with_a_divider(session: Session, qtbot: QtBot) -> None:
    pair = pair_of(session, qtbot, 600, 400)
    open_film(session, qtbot)
    assert pair.arrangement is Arrangement.SINGLE and pair.mode is Mode.SWIPE
    assert pair.colour.isVisible() and not pair.grey.isVisible()
    pair.resize(1000, 700)
    assert pair.arrangement is Arrangement.BESIDE and pair.mode is Mode.SIDE_BY_SIDE


def test_each_next_mode_is_one_that_has_room(session: Session, qtbot: QtBot) -> None:
    pair = pair_of(session, qtbot)
    open_film(session, qtbot)
    seen = []
    for _ in Mode:
        pair.next_mode()
        seen.append(pair.mode)
    assert seen == [Mode.SWIPE, Mode.LENS, Mode.BLINK, Mode.OVER, Mode.SIDE_BY_SIDE]
    pair.resize(600, 400)
    for mode in (Mode.LENS, Mode.BLINK, Mode.OVER, Mode.SWIPE):
        pair.next_mode()
        assert pair.mode is mode


def test_a_double_click_maximizes_a_pane_and_another_brings_both_back(session: Session, qtbot: QtBot) -> None:
    pair = pair_of(session, qtbot)
    open_film(session, qtbot)
    qtbot.mouseDClick(pair.grey.picture, Qt.MouseButton.LeftButton)
    assert pair.grey.isVisible() and not pair.colour.isVisible() and pair.grey.width() == pair.width()
    qtbot.mouseDClick(pair.grey.picture, Qt.MouseButton.LeftButton)
    assert pair.colour.isVisible()


def test_grey_is_told_as_painted_so_that_colour_can_begin(qtbot: QtBot) -> None:
    session = Session(steps(film()))
    pair_of(session, qtbot)
    with qtbot.waitSignal(session.colorizationChanged, timeout=WAIT_MS):
        open_film(session, qtbot)
    session.close()


def test_slider_field_and_session_agree_on_strength(session: Session, qtbot: QtBot) -> None:
    pair = pair_of(session, qtbot)
    control = pair.strength
    assert not control.isEnabled()
    colour_film(session, qtbot)
    assert control.isEnabled()
    control.slider.setValue(75)
    assert session.strength == pytest.approx(0.75)
    control.field.setValue(1.3)
    assert session.strength == pytest.approx(1.3) and control.slider.value() == 130
    qtbot.mouseDClick(control.slider, Qt.MouseButton.LeftButton)
    assert session.strength == 1.0


def test_a_strength_set_elsewhere_is_echoed_on_the_picture_for_a_while(session: Session, qtbot: QtBot) -> None:
    pair = pair_of(session, qtbot)
    colour_film(session, qtbot)
    session.step_strength(-2)
    echo = pair.colour.picture.echo
    assert echo.words[0].text == "Strength 0.8"
    qtbot.waitUntil(lambda: not echo.words)


def test_the_header_says_what_the_colour_is(session: Session, qtbot: QtBot) -> None:
    pair = pair_of(session, qtbot)
    nature = pair.colour.header.nature
    colour_film(session, qtbot)
    assert nature.text() == "a model’s opinion"
    session.set_solo("bone")
    assert nature.text() == "a model’s opinion, bone only"
    session.hold_grey(True)
    assert nature.text() == "shown as grey"


def test_a_hidden_tissue_is_drawn_grey(session: Session, qtbot: QtBot) -> None:
    pair = pair_of(session, qtbot)
    colour_film(session, qtbot)
    qtbot.waitUntil(lambda: not is_grey(pixels(pair.colour.picture)))
    for tissue in session.palette.tissues:
        session.toggle_hidden(tissue)
    assert is_grey(pixels(pair.colour.picture))


def test_progress_stands_on_the_picture_and_can_be_cancelled(qtbot: QtBot) -> None:
    go_on = threading.Event()

    def colorize(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        report(0.4)
        go_on.wait(10)
        report(0.5)
        return colorization()

    session = Session(steps(film(), colorize=colorize))
    pair = pair_of(session, qtbot)
    note = pair.work_note
    open_film(session, qtbot)
    qtbot.waitUntil(lambda: session.progress == pytest.approx(0.4))
    longest = note.text.fontMetrics().horizontalAdvance("Colouring, 100\u202f%")
    assert note.text.width() > longest, "room for the last percent from the beginning"
    assert note.isVisible() and note.text.text() == "Colouring, 40\u202f%" and note.button.text() == "Cancel"
    note.button.click()
    assert note.text.text() == "Grey only" and note.button.text() == "Colour again"
    go_on.set()
    note.button.click()
    qtbot.waitUntil(lambda: session.colorization is not None, timeout=WAIT_MS)
    assert not note.isVisible()
    session.close()
