"""The status bar says what is known of the pixel under the cursor, and nothing that is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.gui.made import colorization, film, open_film, steps
from xraycolor_gui.core.colorization import Colorization
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.panels.status import StatusBar, stored_value
from xraycolor_gui.gui.session import Session


def at_once(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
    return colorization()


@pytest.fixture
def session() -> Iterator[Session]:
    one = Session(steps(film(), colorize=at_once))
    yield one
    one.close()


@pytest.fixture
def bar(qtbot: QtBot, session: Session) -> StatusBar:
    return bar_of(session, qtbot)


def bar_of(session: Session, qtbot: QtBot) -> StatusBar:
    made = StatusBar(session)
    qtbot.addWidget(made)
    made.resize(1440, 28)
    made.show()
    return made


def shown(bar: StatusBar) -> str:
    return " | ".join(one.text() for one in bar.findChildren(QLabel) if one.isVisible() and one.text())


def test_the_sentence_goes_with_the_film(qtbot: QtBot, session: Session, bar: StatusBar) -> None:
    assert "No studies open" in bar.reads()
    open_film(session, qtbot)
    assert bar.reads() == "Colour not ready: both panes show the film"
    with qtbot.waitSignal(session.colorizationChanged):
        session.grey_shown()
    session.set_cursor((200.0, 100.0))
    assert bar.reads().startswith("Model reads: lung ")
    assert f"{tokens.NARROW_SPACE}%" in bar.reads()
    session.set_cursor(None)
    assert "Model reads" not in bar.reads()


def test_window_zoom_and_value_are_told(qtbot: QtBot, session: Session, bar: StatusBar) -> None:
    open_film(session, qtbot)
    session.set_zoom(0.214)
    session.set_cursor((10.5, 20.5))
    assert session.radiograph is not None
    value = tokens.thousands(int(session.radiograph.stored[10, 20]))
    for told in ("W 4096 L 2048", f"21{tokens.NARROW_SPACE}%", f"stored value {value}"):
        assert told in shown(bar)
    session.toggle_inverted()
    assert "inverted" in shown(bar)


def test_numbers_do_not_jump_while_the_cursor_moves(qtbot: QtBot, session: Session, bar: StatusBar) -> None:
    open_film(session, qtbot)
    with qtbot.waitSignal(session.colorizationChanged):
        session.grey_shown()
    places = set()
    for column in (100.0, 400.0, 250.0, 1.0):
        session.set_cursor((200.0, column))
        bar.layout().activate()
        places.add(bar._window.mapTo(bar, bar._window.rect().topLeft()).x())
    assert len(places) == 1


def test_a_long_name_does_not_widen_the_window(qtbot: QtBot, session: Session, bar: StatusBar) -> None:
    open_film(session, qtbot, "1.3.6.1.4.1.11129.5.5.110503645592756492463169821050252582267888.dcm")
    assert bar.minimumSizeHint().width() < tokens.MIN_WINDOW[0]


def test_a_value_is_written_as_a_person_writes_it() -> None:
    assert stored_value(film(), (399.9, 499.9)) == tokens.thousands(int(film().stored[399, 499]))
    assert stored_value(film(stored=np.full((4, 4), 0.123456, np.float32)), (0.0, 0.0)) == "0.1235"
    assert stored_value(film(), (-5.0, 1e9)) == tokens.thousands(int(film().stored[0, 499]))


def test_where_a_film_holds_no_number_none_is_told(qtbot: QtBot) -> None:
    stored = np.full((40, 50), 0.5, np.float32)
    stored[:, 25:] = np.nan
    session = Session(steps(film(stored=stored)))
    bar = bar_of(session, qtbot)
    open_film(session, qtbot)
    session.set_cursor((10.0, 10.0))
    assert "stored value 0.5" in shown(bar)
    session.set_cursor((10.0, 30.0))
    assert "no value here" in shown(bar) and "nan" not in shown(bar)
    session.close()


def test_the_luminance_of_a_colour_file_is_not_called_stored(qtbot: QtBot) -> None:
    session = Session(steps(film(luminance=True)))
    bar = bar_of(session, qtbot)
    open_film(session, qtbot)
    session.set_cursor((10.0, 10.0))
    assert "luminance " in shown(bar) and "stored" not in shown(bar)
    session.close()


def test_the_purpose_is_told_before_anything_is_open(bar: StatusBar) -> None:
    assert "Research and teaching, not for primary diagnosis" in shown(bar)
