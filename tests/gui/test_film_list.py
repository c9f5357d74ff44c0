"""The list of open films takes every name it is given."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS, film, steps
from xraycolor_gui.core.errors import UnreadableFile
from xraycolor_gui.gui.film_list import FilmList
from xraycolor_gui.gui.films import Film, FilmState


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b"])
def test_a_name_the_system_refuses_is_told_and_stops_nothing(qtbot: QtBot, name: str) -> None:
    def labels(path: Path) -> None:
        raise UnreadableFile("No such file.", "Check the name.")

    films = FilmList(steps(film(), find=iter, labels=labels))
    path = Path("/folder") / name
    films.add((Film(path),))
    with qtbot.waitSignal(films.searchChanged, timeout=WAIT_MS, check_params_cb=lambda: not running(films)):
        films.look_through((path,), show_first=False)
    found = films.find(path)
    assert found is not None and found.state is FilmState.UNREADABLE
    films.close()


def running(films: FilmList) -> bool:
    return films.search is None or films.search.running
