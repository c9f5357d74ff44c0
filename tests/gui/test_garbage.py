"""Garbage is collected in the window's thread alone, and what was there at the start is left in peace."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from xraycolor_gui.gui.garbage import YOUNG, Garbage


class Ring:
    """Holds itself."""

    def __init__(self) -> None:
        self.ring = self


@pytest.fixture
def garbage(qapp: object) -> Iterator[Garbage]:
    made = Garbage()
    yield made
    made.deleteLater()


def test_python_collects_nothing_by_itself_any_more(garbage: Garbage) -> None:
    lost = weakref.ref(Ring())
    every = [Ring() for _ in range(3 * YOUNG)]
    assert not gc.isenabled() and lost() is not None and every


def test_rings_that_are_lost_are_collected_in_the_windows_thread_soon(garbage: Garbage, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    garbage.begin()
    ring = Ring()
    weakref.finalize(ring, lambda: threads.append(threading.current_thread()))
    del ring

    def collected() -> bool:
        # Again each time: what went meanwhile counts against what was made.
        worker = threading.Thread(target=lambda: [Ring() for _ in range(3 * YOUNG)])
        worker.start()
        worker.join()
        return bool(threads)

    qtbot.waitUntil(collected)
    assert threads == [threading.main_thread()]


def test_nothing_is_collected_while_hardly_anything_was_made(garbage: Garbage) -> None:
    gc.collect()
    lost = weakref.ref(Ring())
    garbage.collect()
    assert lost() is not None


def test_what_there_was_before_is_not_looked_at_again(garbage: Garbage) -> None:
    before = gc.get_freeze_count()
    kept = [Ring() for _ in range(10)]
    garbage.begin()
    assert gc.get_freeze_count() >= before + len(kept)
