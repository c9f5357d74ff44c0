"""Saving and deleting an own palette can be taken back, on screen and on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.made import film, steps
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.gui.palette_steps import take_deleted, take_saved
from xraycolor_gui.gui.session import Session
from xraycolor_gui.io.palettes import palettes, remove_palette, save_palette
from xraycolor_gui.io.resources import palette as shipped

MINE = replace(shipped("safe"), name="mine", title="Mine")

pytestmark = pytest.mark.usefixtures("own_data")


@pytest.fixture
def session() -> Iterator[Session]:
    one = Session(steps(film()))
    yield one
    one.close()


def on_disk() -> dict[str, Palette]:
    return {palette.name: palette for palette in palettes()}


def settled(session: Session, qtbot: QtBot, deed: Callable[[], None]) -> None:
    deed()
    qtbot.waitUntil(lambda: not session.tasks.is_running("palette"))


def test_a_saved_palette_goes_and_comes_back(session: Session, qtbot: QtBot) -> None:
    save_palette(MINE)
    used = session.palette.name
    take_saved(session, MINE)
    assert session.undo.undo_name == "save palette"
    settled(session, qtbot, session.undo.undo)
    assert session.palette.name == used and "mine" not in on_disk()
    settled(session, qtbot, session.undo.redo)
    assert session.palette == MINE and "mine" in on_disk()


def test_a_palette_saved_over_its_former_self_is_the_former_one_again(session: Session, qtbot: QtBot) -> None:
    save_palette(MINE)
    session.add_palette(MINE)
    other = replace(MINE, power=2.5)
    save_palette(other)
    take_saved(session, other)
    settled(session, qtbot, session.undo.undo)
    assert session.palette.power == MINE.power == on_disk()["mine"].power


def test_a_deleted_palette_comes_back_and_is_in_use_again(session: Session, qtbot: QtBot) -> None:
    save_palette(MINE)
    session.add_palette(MINE)
    remove_palette("mine")
    take_deleted(session, "mine")
    assert session.palette.name != "mine"
    settled(session, qtbot, session.undo.undo)
    assert session.palette.name == "mine" and "mine" in on_disk()
    settled(session, qtbot, session.undo.redo)
    assert session.palette.name != "mine" and "mine" not in on_disk()
