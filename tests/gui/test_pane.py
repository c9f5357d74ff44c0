"""What a pane shows, and what is told on it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS, Read, colour_film, film, open_film, steps
from tests.gui.pictures import is_grey, picture_of, pixels
from xraycolor_gui.core.presentation import to_window
from xraycolor_gui.core.radiograph import Labels, LookupTable, Radiograph, Spacing, SpacingSource, Window
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.notice import Severity
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.views import linked_view
from xraycolor_gui.gui.views.dragging import dragged_window
from xraycolor_gui.gui.views.film_texts import film_lines, patient_lines, scale_bar
from xraycolor_gui.gui.views.linked_view import LinkedView
from xraycolor_gui.gui.views.picture import Role
from xraycolor_gui.gui.views.sampling import Pyramid
from xraycolor_gui.gui.views.viewport import film_pyramid

WINDOW = Window(2048, 4096)


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    session = Session(steps(film()))
    yield session
    session.close()


# What a drag does to the window


def test_dragging_right_makes_the_window_wider_and_up_makes_it_brighter() -> None:
    wider = dragged_window(WINDOW, 30, 0, inverse=False)
    assert wider.width > WINDOW.width and wider.center == WINDOW.center
    brighter = dragged_window(WINDOW, 0, -30, inverse=False)
    assert brighter.center < WINDOW.center and brighter.width == WINDOW.width


def test_up_is_brighter_on_an_inverse_film_too() -> None:
    assert dragged_window(WINDOW, 0, -30, inverse=True).center > WINDOW.center


def test_a_drag_changes_a_narrow_window_by_the_same_share_as_a_wide_one() -> None:
    narrow, wide = Window(0.5, 0.1), Window(5000, 1000)
    shares = [dragged_window(window, 40, -25, inverse=False) for window in (narrow, wide)]
    assert shares[0].width / narrow.width == pytest.approx(shares[1].width / wide.width)
    moved = [
        (after.center - before.center) / before.width for after, before in zip(shares, (narrow, wide), strict=True)
    ]
    assert moved[0] == pytest.approx(moved[1])


def test_a_drag_on_a_voi_lut_turns_a_window_on_its_output() -> None:
    table = LookupTable(0, np.arange(0, 4096, dtype=np.uint16), 12)
    dragged = dragged_window(table, 10, 5, inverse=False)
    assert dragged.after is table and dragged.width > to_window(table).width


# What a picture shows


def test_the_surround_is_the_neutral_token_and_the_picture_is_grey(session: Session, qtbot: QtBot) -> None:
    picture = picture_of(session, qtbot, Role.GREY)
    assert (pixels(picture) == 0x0A).all()
    open_film(session, qtbot)
    shown = pixels(picture)
    assert is_grey(shown) and shown.max() > 200


def test_before_the_colour_arrives_the_colour_pane_shows_the_film(session: Session, qtbot: QtBot) -> None:
    grey, colour = (picture_of(session, qtbot, role) for role in Role)
    open_film(session, qtbot)
    assert np.array_equal(pixels(grey), pixels(colour))


def test_colour_fades_in_and_holding_grey_takes_it_away(session: Session, qtbot: QtBot) -> None:
    colour = picture_of(session, qtbot, Role.COLOUR)
    colour_film(session, qtbot)
    qtbot.waitUntil(lambda: not is_grey(pixels(colour)))
    session.hold_grey(True)
    assert is_grey(pixels(colour))
    session.hold_grey(False)
    assert not is_grey(pixels(colour))
    session.set_strength(0)
    assert is_grey(pixels(colour))


def test_the_grey_pane_never_has_colour(session: Session, qtbot: QtBot) -> None:
    grey = picture_of(session, qtbot, Role.GREY)
    colour_film(session, qtbot)
    assert is_grey(pixels(grey))


def test_the_colour_pane_says_it_is_an_opinion_only_while_it_shows_one(session: Session, qtbot: QtBot) -> None:
    colour = picture_of(session, qtbot, Role.COLOUR)
    open_film(session, qtbot)
    assert session.colorization is not None or not colour.tells_opinion()
    qtbot.waitUntil(lambda: session.colorization is not None, timeout=WAIT_MS)
    assert colour.tells_opinion()
    session.hold_grey(True)
    assert not colour.tells_opinion()


def test_a_film_that_takes_long_to_read_is_named_meanwhile(qtbot: QtBot) -> None:
    go_on = threading.Event()

    def read(path: Path) -> Read:
        go_on.wait(10)
        return film(), WINDOW

    session = Session(steps(film(), read=read))
    picture = picture_of(session, qtbot, Role.GREY)
    session.open_paths([Path("film.dcm")])
    qtbot.waitUntil(lambda: pixels(picture).max() > 100)
    assert session.radiograph is None
    with qtbot.waitSignal(session.radiographChanged):
        go_on.set()
    session.close()


# Words on a picture


def test_corner_texts_say_what_the_file_says() -> None:
    assert patient_lines(film()) == ["P1 · F · 54 y", "Chest PA"]
    assert film_lines(film().labels, 1, 2) == ["12 Mar 2025", "Film 1 of 2"]


@pytest.mark.parametrize(
    ("side", "line"),
    [("R", "Hand PA, right"), ("L", "Hand PA, left"), ("B", "Hand PA, both sides"), ("U", "Hand PA"), ("", "Hand PA")],
)
def test_the_side_stands_with_body_part_and_view(side: str, line: str) -> None:
    labels = Labels(patient_id="P1", body_part="HAND", view="PA", laterality=side)
    assert patient_lines(film(labels=labels)) == ["P1", line]


def test_a_film_without_patient_is_called_by_its_file() -> None:
    assert patient_lines(film(labels=Labels())) == ["film.dcm"]


@pytest.mark.parametrize("per_column", [0.05, 0.21, 1.0, 3.3, 20.0])
def test_the_scale_bar_is_as_long_as_it_says_and_names_its_source(per_column: float) -> None:
    bar = scale_bar(Spacing(0.2, 0.2, SpacingSource.DETECTOR), per_column)
    assert bar is not None
    amount, rest = bar.text.split(tokens.NARROW_SPACE)
    unit, meaning = rest.split(" ", 1)
    assert bar.pixels * 0.2 == pytest.approx(float(amount) * {"cm": 10, "mm": 1}[unit])
    assert meaning == "at detector"
    assert 40 < bar.pixels * per_column <= 113


def test_without_spacing_there_is_no_scale_bar(session: Session) -> None:
    unknown: Radiograph = film(spacing=Spacing(1, 1, SpacingSource.UNKNOWN))
    assert scale_bar(unknown.spacing, 1.0) is None
    assert scale_bar(None, 1.0) is None


# Large films


def test_a_large_film_is_prepared_away_from_the_window_and_keeps_its_colour(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linked_view, "AT_ONCE", 0)
    makers: list[threading.Thread] = []
    may_go_on = threading.Event()

    def slowly(radiograph: Radiograph) -> Pyramid:
        makers.append(threading.current_thread())
        may_go_on.wait()
        return film_pyramid(radiograph)

    monkeypatch.setattr(linked_view, "film_pyramid", slowly)
    session = Session(steps(film()))
    picture = picture_of(session, qtbot, Role.COLOUR)
    linked = picture._linked
    colour_film(session, qtbot)
    assert not linked.viewport.has_film
    assert is_grey(pixels(picture))
    with qtbot.waitSignal(linked.pictureChanged, timeout=WAIT_MS):
        may_go_on.set()
    assert linked.viewport.has_film
    qtbot.waitUntil(lambda: not is_grey(pixels(picture)), timeout=WAIT_MS)
    assert makers and threading.main_thread() not in makers
    session.close()


def test_a_large_film_that_cannot_be_prepared_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Radiograph) -> Pyramid:
        raise MemoryError

    monkeypatch.setattr(linked_view, "AT_ONCE", 0)
    monkeypatch.setattr(linked_view, "film_pyramid", fail)
    session = Session(steps(film()))
    linked = LinkedView(session)
    with qtbot.waitSignal(session.noticeRaised, timeout=WAIT_MS) as told:
        session.open_paths([Path("film.dcm")])
    assert told.args is not None and told.args[0].severity is Severity.ERROR
    assert not linked.viewport.has_film
    session.close()


def test_a_cross_hair_that_moved_with_the_picture_leaves_no_ghost(session: Session, qtbot: QtBot) -> None:
    picture = picture_of(session, qtbot, Role.GREY)
    open_film(session, qtbot)
    session.set_cursor((100.0, 100.0))

    def hugs_the_cursor() -> bool:
        placement, cursor = picture.placement(), session.cursor
        assert placement is not None and cursor is not None
        x, y = placement.to_view(*cursor)
        return [box.contains(QPoint(round(x), round(y))) for box in picture._cursor_boxes] == [True]

    picture.resize(500, 300)
    qtbot.waitUntil(hugs_the_cursor)
