from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.made import colour_film, film, steps
from tests.gui.pictures import drag, is_grey, pixels, wheel
from tests.gui.test_pane_pair import pair_of
from xraycolor_gui.gui.comparing import LARGEST_LENS, Comparing, Mode
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.views import viewport
from xraycolor_gui.gui.views.pane_pair import PanePair
from xraycolor_gui.gui.views.picture import Picture

#: Rows of the picture without divider handle, labels and corner texts.
BAND = slice(200, 380)


@pytest.fixture
def pair(qtbot: QtBot) -> Iterator[PanePair]:
    session = Session(steps(film()))
    pair = pair_of(session, qtbot)
    colour_film(session, qtbot)
    qtbot.waitUntil(lambda: pair.linked.strength == session.strength)
    yield pair
    session.close()


def seen(picture: Picture) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the film, in logical pixels of the picture."""
    placement = picture.placement()
    assert placement is not None
    width, height = placement.size
    return placement.x, placement.y, placement.x + width, placement.y + height


def point(picture: Picture, at: QPointF) -> None:
    """The pointer comes to a place, no button down."""
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, at, picture.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(picture, event)


def coloured_columns(picture: Picture) -> tuple[int, int]:
    """First and last column with colour, not counting what is painted in the accent on the divider."""
    rgb = pixels(picture)[BAND].astype(int)
    hue = np.ptp(rgb, axis=-1).max(axis=0) > 12
    columns = np.flatnonzero(hue)
    return int(columns[0]), int(columns[-1])


def test_left_of_the_divider_the_film_is_grey_and_right_of_it_coloured(pair: PanePair) -> None:
    pair.comparing.set_mode(Mode.SWIPE)
    pair.comparing.set_divider(0.4)
    picture = pair.colour.picture
    left, _, right, _ = seen(picture)
    divider = left + 0.4 * (right - left)
    rgb = pixels(picture)[BAND]
    assert is_grey(rgb[:, : int(divider) - 4])
    assert not is_grey(rgb[:, int(divider) + 4 :])
    assert coloured_columns(picture)[0] == pytest.approx(divider, abs=5)


def test_labels_and_corner_texts_stand_above_the_divider(pair: PanePair, qtbot: QtBot) -> None:
    pair.comparing.set_mode(Mode.SWIPE)
    picture = pair.colour.picture
    left, top, right, bottom = seen(picture)
    middle = (left + right) / 2
    point(picture, QPointF(middle - 40, (top + bottom) / 2 - 40))
    picture._show_probe()
    placement = picture.placement()
    assert placement is not None
    cursor = picture._cursor_position(placement)
    assert cursor is not None
    box = picture._probe_box(cursor)
    assert box.left() + 4 < middle < box.right() - 4
    inside = pixels(picture)[int(box.top()) + 2 : int(box.bottom()) - 2, int(box.left()) + 2 : int(box.right()) - 2]
    assert is_grey(inside), "no line in the accent crosses the words"


def test_the_divider_is_dragged_and_goes_with_the_arrow_keys(pair: PanePair, qtbot: QtBot) -> None:
    pair.comparing.set_mode(Mode.SWIPE)
    picture = pair.colour.picture
    voi = pair.linked.session.voi
    drag(qtbot, picture, Qt.MouseButton.LeftButton, QPoint(90, 0))
    left, _, right, _ = seen(picture)
    assert pair.comparing.divider == pytest.approx((picture.width() / 2 + 90 - left) / (right - left), abs=0.01)
    assert pair.linked.session.voi is voi, "the window stays while the divider is dragged"
    before = pair.comparing.divider
    QTest.keyClick(picture, Qt.Key.Key_Left)
    assert pair.comparing.divider == pytest.approx(before - 0.02)


def test_away_from_the_divider_the_hand_does_what_it_always_does(pair: PanePair, qtbot: QtBot) -> None:
    pair.comparing.set_mode(Mode.SWIPE)
    pair.comparing.set_divider(0.1)
    voi = pair.linked.session.voi
    drag(qtbot, pair.colour.picture, Qt.MouseButton.LeftButton, QPoint(40, 0))
    assert pair.comparing.divider == 0.1 and pair.linked.session.voi is not voi


def test_the_lens_is_grey_follows_the_pointer_and_stays_while_a_button_is_down(pair: PanePair, qtbot: QtBot) -> None:
    pair.comparing.set_mode(Mode.LENS)
    picture = pair.colour.picture
    at = QPointF(300, 280)
    point(picture, at)
    rgb = pixels(picture)
    reach = int(pair.comparing.radius / 2)
    assert is_grey(rgb[280 - reach : 260, 300 - reach : 280])
    assert not is_grey(rgb[BAND, 500:700])
    lens = pair.comparing.lens
    drag(qtbot, picture, Qt.MouseButton.LeftButton, QPoint(60, 0))
    assert pair.comparing.lens == pytest.approx(lens, abs=0.3)


def test_alt_and_wheel_size_the_lens_and_arrows_move_it(pair: PanePair) -> None:
    pair.comparing.set_mode(Mode.LENS)
    picture, comparing = pair.colour.picture, pair.comparing
    before = comparing.radius
    QApplication.sendEvent(picture, _alt_wheel(picture, 120))
    assert comparing.radius > before
    for _ in range(40):
        QApplication.sendEvent(picture, _alt_wheel(picture, 120))
    assert comparing.radius == LARGEST_LENS
    for _ in range(3):
        QTest.keyClick(picture, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    smaller = comparing.radius
    assert smaller < LARGEST_LENS
    QTest.keyClick(picture, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert comparing.radius > smaller
    across, down = comparing.lens
    QTest.keyClick(picture, Qt.Key.Key_Right)
    QTest.keyClick(picture, Qt.Key.Key_Down)
    assert comparing.lens == pytest.approx((across + 0.02, down + 0.02))


def _alt_wheel(picture: Picture, turn: int) -> QEvent:
    from PySide6.QtGui import QWheelEvent

    middle = QPointF(picture.rect().center())
    return QWheelEvent(
        middle, picture.mapToGlobal(middle), QPoint(), QPoint(turn, 0), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.AltModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip


def test_moving_divider_or_lens_draws_no_pixel_of_the_film_anew(
    pair: PanePair, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = pair.colour.picture
    drawn: list[object] = []
    for mode in (Mode.SWIPE, Mode.LENS):
        pair.comparing.set_mode(mode)
        picture.grab()
        monkeypatch.setattr(viewport.color, "render", lambda *args: drawn.append(args))
        monkeypatch.setattr(viewport.color, "grey_rgb", lambda *args: drawn.append(args))
        pair.comparing.set_divider(pair.comparing.divider + 0.1)
        pair.comparing.set_lens(0.3, 0.3)
        picture.grab()
        monkeypatch.undo()
        assert not drawn


def test_blinking_shows_grey_and_colour_by_turns_until_an_arrow_key_holds_it(pair: PanePair, qtbot: QtBot) -> None:
    pair.comparing.set_mode(Mode.BLINK)
    picture = pair.colour.picture
    assert not is_grey(pixels(picture)[BAND])
    qtbot.waitSignal(pair.comparing.blinked).wait()
    assert is_grey(pixels(picture)[BAND])
    QTest.keyClick(picture, Qt.Key.Key_Right)
    assert not pair.comparing.blinking and not is_grey(pixels(picture)[BAND])
    pair.comparing.set_mode(Mode.OVER)
    assert not pair.comparing.shows_grey


def test_grey_can_be_held_in_every_mode(pair: PanePair) -> None:
    session = pair.linked.session
    for mode in Mode:
        pair.comparing.set_mode(mode)
        session.hold_grey(True)
        assert is_grey(pixels(pair.colour.picture))
        session.hold_grey(False)


def test_colour_lies_over_grey_at_any_strength(pair: PanePair) -> None:
    pair.comparing.set_mode(Mode.OVER)
    session = pair.linked.session
    spread = []
    for strength in (0.0, 0.4, 0.8, 1.2):
        session.set_strength(strength)
        spread.append(float(np.ptp(pixels(pair.colour.picture)[BAND].astype(int), axis=-1).mean()))
    assert spread[0] == 0 and spread == sorted(spread) and spread[1] < spread[3]


def test_the_header_says_what_is_grey_and_whose_the_colour_is(pair: PanePair) -> None:
    header = pair.colour.header
    pair.comparing.set_mode(Mode.SWIPE)
    assert (header.title.text(), header.nature.text()) == ("Grey and colour", "colour is a model’s opinion")
    pair.comparing.set_mode(Mode.LENS)
    assert (header.title.text(), header.nature.text()) == ("Colour", "a model’s opinion, grey in the lens")


def test_the_wheel_without_alt_still_goes_to_the_next_film(pair: PanePair) -> None:
    pair.comparing.set_mode(Mode.LENS)
    wheel(pair.colour.picture, 120, Qt.KeyboardModifier.ControlModifier)
    assert pair.linked.geometry is not None and pair.linked.geometry.zoom is not None


def test_modes_follow_one_another_in_a_circle() -> None:
    comparing = Comparing()
    for mode in (*tuple(Mode)[1:], Mode.SIDE_BY_SIDE):
        comparing.next_mode()
        assert comparing.mode is mode
