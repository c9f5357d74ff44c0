"""The window's tests run without a screen, on films made in code."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says this of every window with a smallest size, or raised; nothing is wrong."""
    quiet = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(", extend=True)
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
