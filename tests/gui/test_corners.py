"""The corner texts follow the session: place in the list, window, and how the colour is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from tests.gui.made import colour_film, film, open_film, steps
from xraycolor_gui.core.radiograph import LookupTable
from xraycolor_gui.gui.controls import StrengthField
from xraycolor_gui.gui.opinion import corner_lines
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.views.corners import window_lines
from xraycolor_gui.gui.views.pane_header import PaneHeader, StrengthControl
from xraycolor_gui.gui.words import strength_text


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    session = Session(steps(film()))
    yield session
    session.close()


def test_a_film_is_numbered_by_its_place_in_the_list(qtbot: QtBot, session: Session) -> None:
    assert session.place == 0
    session.open_paths([Path(f"{name}.dcm") for name in "abc"])
    session.next_film(2)
    assert session.films[session.place].path == Path("c.dcm") and session.place == 2


def test_the_window_lines_say_when_the_grey_is_turned_round(qtbot: QtBot, session: Session) -> None:
    open_film(session, qtbot)
    assert window_lines(session) == ["W 4096 L 2048", "NORMAL"]
    session.toggle_inverted()
    assert window_lines(session) == ["W 4096 L 2048, inverted", "NORMAL"]
    session.reset_voi()
    assert window_lines(session) == ["W 4096 L 2048", "NORMAL"]


def test_an_inverted_lookup_table_says_so_too(qtbot: QtBot, session: Session) -> None:
    open_film(session, qtbot)
    session.set_voi(LookupTable(0, np.arange(4096, dtype=np.uint16), 12))
    session.toggle_inverted()
    assert window_lines(session) == ["VOI LUT, inverted"]


@pytest.mark.parametrize(("strength", "told"), [(1.0, "1.0"), (0.75, "0.75"), (1.3, "1.3"), (1.05, "1.05")])
def test_every_place_tells_the_strength_in_the_same_words(
    qtbot: QtBot, session: Session, strength: float, told: str
) -> None:
    colour_film(session, qtbot)
    session.set_strength(strength)
    assert strength_text(session.strength) == told
    assert corner_lines(session)[-1].endswith(f"strength {told}")


def test_the_strength_field_shows_and_takes_what_the_slider_can_set(qtbot: QtBot) -> None:
    field = StrengthField(0.0, 1.5, 0.1)
    qtbot.addWidget(field)
    field.setValue(1.05)
    assert field.value() == 1.05 and field.text() == "1.05"
    field.setValue(1.0)
    assert field.text() == "1.0"


def test_the_strength_is_written_with_the_readers_decimal_point() -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale(QLocale.Language.German))
        assert strength_text(1.05) == "1,05"
    finally:
        QLocale.setDefault(before)


def test_the_strength_has_its_word_where_the_names_of_the_picture_leave_room(qtbot: QtBot, session: Session) -> None:
    header, strength = PaneHeader("Colour"), StrengthControl(session)
    qtbot.addWidget(header)
    header.add(strength)
    header.nature.setText("a model’s opinion")
    header.resize(460, 32)
    header.show()
    qtbot.waitUntil(strength.label.isVisible)
    header.resize(380, 32)
    qtbot.waitUntil(lambda: not strength.label.isVisible())
    qtbot.waitUntil(lambda: header.nature.width() >= header.nature.sizeHint().width())
