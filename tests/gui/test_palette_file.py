"""A palette from the reader's own file: used at once, kept, and audited aloud."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.made import film, steps
from xraycolor_gui.core.palette import Palette, Swatch, to_json
from xraycolor_gui.gui.notice import Notice, Severity
from xraycolor_gui.gui.palette_file import PaletteFile
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.io.palettes import palettes
from xraycolor_gui.io.resources import palette as shipped

pytestmark = pytest.mark.usefixtures("own_data")


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    one = Session(steps(film()))
    yield one
    one.close()


def load(session: Session, qtbot: QtBot, path: Path, window: QWidget) -> Notice:
    with qtbot.waitSignal(session.noticeRaised) as raised:
        PaletteFile(session, Settings(path.with_name("s.ini")), window).load(path)
    notice = raised.args[0]
    assert isinstance(notice, Notice)
    return notice


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_palette_that_misses_a_limit_is_used_and_the_limit_told(
    session: Session, qtbot: QtBot, window: QWidget, tmp_path: Path
) -> None:
    alike = Palette("mine", "Mine", "All alike.", {name: Swatch(name, 8, 4) for name in ("lung", "heart", "bone")})
    path = tmp_path / "mine.json"
    path.write_text(to_json(alike), encoding="utf-8")
    notice = load(session, qtbot, path, window)
    assert session.palette.name == "mine"
    assert notice.severity is Severity.CAUTION and "“Mine”" in notice.title
    assert "Too close: lung and heart" in notice.text
    assert "mine" in [palette.name for palette in palettes()]


def test_a_palette_that_meets_all_limits_is_used_without_further_words(
    session: Session, qtbot: QtBot, window: QWidget, tmp_path: Path
) -> None:
    safe = shipped("safe")
    path = tmp_path / "mine.json"
    path.write_text(to_json(Palette("mine", "Mine", "As safe.", safe.tissues, safe.power)), encoding="utf-8")
    notice = load(session, qtbot, path, window)
    assert session.palette.name == "mine" and notice.severity is Severity.DONE


def test_a_file_that_is_no_palette_changes_nothing_and_says_why(
    session: Session, qtbot: QtBot, window: QWidget, tmp_path: Path
) -> None:
    before = session.palette
    path = tmp_path / "mine.json"
    path.write_text("{}")
    notice = load(session, qtbot, path, window)
    assert notice.severity is Severity.ERROR and "mine.json" in notice.title
    assert session.palette is before
