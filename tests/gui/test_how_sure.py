"""The gauge: limit and readout in one, and what the limit does to the picture."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS, colorization, colour_film, film, steps
from tests.gui.pictures import wheel
from xraycolor_gui.core.confidence import GREY_BELOW
from xraycolor_gui.gui.panels.how_sure import HowSure
from xraycolor_gui.gui.panels.status import StatusBar
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.views.pane_pair import PanePair
from xraycolor_gui.gui.words import sureness

LEFT, RIGHT = (200.0, 50.0), (200.0, 450.0)


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    one = Session(steps(film(), colorization(confidence=(0.9, 0.08))))
    yield one
    one.close()


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> HowSure:
    return panel_of(session, qtbot)


def panel_of(session: Session, qtbot: QtBot) -> HowSure:
    made = HowSure(session)
    qtbot.addWidget(made)
    made.resize(280, 120)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_needle_is_the_confidence_under_the_cursor_and_said_in_words(
    panel: HowSure, session: Session, qtbot: QtBot
) -> None:
    colour_film(session, qtbot)
    assert panel.gauge.needle is None and panel.here.text() == ""
    session.set_cursor(LEFT)
    assert panel.gauge.needle == pytest.approx(0.9) and panel.here.text() == "sure, 0.90"
    session.set_cursor(RIGHT)
    assert panel.gauge.needle == pytest.approx(0.08) and panel.here.text() == "guess, 0.08"
    assert "guess, 0.08" in panel.gauge.accessibleDescription()
    session.set_cursor(None)
    assert panel.gauge.needle is None


def test_the_thumb_sets_the_limit_by_hand_and_by_key_and_a_double_click_resets_it(
    panel: HowSure, session: Session, qtbot: QtBot
) -> None:
    gauge = panel.gauge
    assert session.grey_below == GREY_BELOW and gauge.value() == 30
    qtbot.mouseClick(gauge, Qt.MouseButton.LeftButton, pos=QPoint(round(gauge.x_of(60)), gauge.height() // 2))
    assert session.grey_below == pytest.approx(0.6, abs=0.01)
    assert f"below 0.{gauge.value()}" in panel.meaning.text()
    qtbot.keyClick(gauge, Qt.Key.Key_Home)
    assert session.grey_below == 0 and "however unsure" in panel.meaning.text()
    qtbot.mouseDClick(gauge, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert session.grey_below == GREY_BELOW


def test_a_model_that_does_not_say_how_sure_it_is_has_no_gauge_to_move(qtbot: QtBot) -> None:
    session = Session(steps(film(), colorization()))
    panel = panel_of(session, qtbot)
    colour_film(session, qtbot)
    session.set_cursor(LEFT)
    assert panel.meaning.text() == "This model does not say"
    assert not panel.gauge.isEnabled() and panel.gauge.needle is None
    session.close()


def test_unsure_places_are_grey_in_the_picture_until_the_limit_is_lowered(session: Session, qtbot: QtBot) -> None:
    panes = PanePair(session)
    qtbot.addWidget(panes)
    panes.resize(820, 500)
    with qtbot.waitExposed(panes):
        panes.show()
    colour_film(session, qtbot)
    qtbot.waitUntil(lambda: panes.linked.strength == session.strength, timeout=WAIT_MS)
    assert hue_of(panes) == (True, False)
    session.set_grey_below(0.0)
    assert hue_of(panes) == (True, True)
    session.set_grey_below(1.0)
    assert hue_of(panes)[1] is False


def hue_of(panes: PanePair) -> tuple[bool, bool]:
    """Whether the left and the right half of the film have colour on screen."""
    image = panes.colour.picture.grab().toImage()
    placement = panes.colour.picture.placement()
    assert placement is not None
    seen = []
    for row, column in ((200, 100), (200, 440)):
        x, y = placement.to_view(row, column)
        pixel = image.pixelColor(round(x), round(y))
        seen.append(int(np.ptp((pixel.red(), pixel.green(), pixel.blue()))) > 3)
    return seen[0], seen[1]


def test_below_the_limit_the_status_bar_says_that_the_model_guesses(session: Session, qtbot: QtBot) -> None:
    bar = StatusBar(session)
    qtbot.addWidget(bar)
    colour_film(session, qtbot)
    session.set_cursor(LEFT)
    assert bar.reads().startswith("Model reads: lung")
    session.set_cursor(RIGHT)
    assert bar.reads().startswith("Model guesses: bone") and bar.reads().endswith("Too unsure to colour")
    session.set_grey_below(0.05)
    assert bar.reads().startswith("Model reads: bone")


def test_the_label_at_the_cursor_says_the_tissue_and_how_sure(session: Session, qtbot: QtBot) -> None:
    panes = PanePair(session)
    qtbot.addWidget(panes)
    colour_film(session, qtbot)
    session.set_cursor(LEFT)
    picture = panes.colour.picture
    qtbot.waitUntil(lambda: bool(picture._probe))
    assert picture._probe[0].text.startswith("Lung") and picture._probe[1].text == "sure"


@pytest.mark.parametrize(
    ("confidence", "word"),
    [(0.8, "sure"), (0.79, "fairly sure"), (0.5, "fairly sure"), (0.3, "unsure"), (0.29, "guess")],
)
def test_sureness_has_four_words(confidence: float, word: str) -> None:
    assert sureness(confidence) == word


def test_who_scrolls_the_dock_past_the_gauge_does_not_move_it(panel: HowSure, session: Session) -> None:
    before = session.grey_below
    wheel(panel.gauge, -120)
    wheel(panel.gauge, 120 * 5)
    assert session.grey_below == before
