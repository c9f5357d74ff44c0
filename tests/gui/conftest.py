"""The window's tests run without a screen, on films made in code."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.gui.made import MakeSession, MakeWindow
    from xraycolor_gui.gui.session import Session
    from xraycolor_gui.gui.window import MainWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says this of windows with a smallest size or raised, and of menus; nothing is wrong."""
    said = r"This plugin does not support (propagateSizeHints\(|raise\(|grabbing the keyboard)"
    quiet = pytest.mark.qt_log_ignore(said, extend=True)
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(quiet)


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: object) -> Iterator[None]:
    """Fonts and style sheet as in the program."""
    from PySide6.QtWidgets import QApplication

    from xraycolor_gui.gui.style import dress

    assert isinstance(qapp, QApplication)
    dress(qapp)
    yield


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """What a test leaves behind goes in the window's thread: in a worker's, a running animation would end the run.

    In the window everything has a parent, and goes with it.
    """
    gc.disable()
    yield
    gc.collect()
    # What is left is there for good, and need not be looked at again.
    gc.freeze()


@pytest.fixture(autouse=True)
def no_pointer(qapp: object) -> None:
    """The pointer stays where a test left it, and the next one's window would come up under it."""
    from PySide6.QtGui import QCursor

    QCursor.setPos(-10_000, -10_000)


@pytest.fixture
def make_session(qtbot: QtBot) -> Iterator[MakeSession]:
    """Makes sessions whose films are made in code, and closes them."""
    from tests.gui.made import at_once, film, steps
    from xraycolor_gui.gui.session import Session

    made: list[Session] = []

    def session(**others: Callable[..., object]) -> Session:
        made.append(Session(steps(film(), **({"colorize": at_once} | others))))
        return made[-1]

    yield session
    for one in made:
        one.close()


@pytest.fixture
def make_window(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeWindow]:
    """Makes windows whose films are made in code, shows and closes them; all have the same settings."""
    from tests.gui.made import at_once, film, labelled, steps
    from xraycolor_gui.gui.session import Session
    from xraycolor_gui.gui.settings import Settings
    from xraycolor_gui.gui.window import MainWindow

    made: list[MainWindow] = []

    def window(width: int = 1440, height: int = 900, **others: Callable[..., object]) -> MainWindow:
        session = Session(steps(film(), **({"colorize": at_once, "find": iter, "labels": labelled} | others)))
        one = MainWindow(session, Settings(tmp_path / "settings.ini"))
        one.resize(width, height)
        one.show()
        qtbot.waitExposed(one)
        made.append(one)
        return one

    yield window
    for one in made:
        one.close()
        one.deleteLater()
