"""Notices: done goes by itself, everything else stays until closed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from xraycolor_gui.core.errors import UnreadableFile
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.notice import Notice, Severity, as_told
from xraycolor_gui.gui.panels.notices import MARGIN, SHOWN_AT_ONCE, Notices


@pytest.fixture
def notices(qtbot: QtBot) -> Iterator[Notices]:
    stage = QWidget()
    qtbot.addWidget(stage)
    stage.resize(900, 500)
    stage.show()
    yield Notices(stage)


def test_a_done_notice_goes_by_itself(qtbot: QtBot, notices: Notices, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "DONE_NOTICE_MS", 10)
    notices.raise_notice(Notice(Severity.ERROR, "stays"))
    notices.raise_notice(Notice(Severity.DONE, "goes"))
    qtbot.waitUntil(lambda: [card.notice.title for card in notices.cards()] == ["stays"])


def test_a_notice_lies_at_the_foot_and_follows_the_window(qtbot: QtBot, notices: Notices) -> None:
    stage = notices.parentWidget()
    notices.raise_notice(Notice(Severity.CAUTION, "title", "A sentence that goes over several lines. " * 4))
    for size in ((900, 500), (700, 400)):
        stage.resize(*size)
        qtbot.waitUntil(lambda: notices.geometry().bottom() == stage.height() - MARGIN - 1)
        assert stage.rect().contains(notices.geometry())


def test_the_same_words_are_not_shown_twice_and_old_ones_give_way(notices: Notices) -> None:
    for title in ("1", "1", "2", "3", "4"):
        notices.raise_notice(Notice(Severity.CAUTION, title))
    assert [card.notice.title for card in notices.cards()] == ["2", "3", "4"]
    assert len(notices.cards()) == SHOWN_AT_ONCE


def test_a_notice_about_a_file_offers_its_folder(
    qtbot: QtBot, notices: Notices, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("xraycolor_gui.gui.panels.notices.show_folder", opened.append)
    notices.raise_notice(Notice(Severity.ERROR, "Exported", folder_of=Path("/out/IM1.png")))
    (card,) = notices.cards()
    qtbot.mouseClick(card.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert opened == ["/out"]


def test_closing_the_newest_leaves_the_older(qtbot: QtBot, notices: Notices) -> None:
    assert not notices.close_newest()
    notices.raise_notice(Notice(Severity.NOTICE, "1"))
    notices.raise_notice(Notice(Severity.NOTICE, "2"))
    assert notices.close_newest()
    assert [card.notice.title for card in notices.cards()] == ["1"]
    assert notices.close_newest()
    qtbot.waitUntil(notices.isHidden)


def test_an_error_of_ours_is_told_as_it_is_and_a_bug_with_its_traceback() -> None:
    error = UnreadableFile("IM1: cut off.", "Copy it again.")
    assert as_told(error, None) is error
    full = as_told(MemoryError(), Path("/patients/IM1.dcm"))
    assert full.what == "IM1: there is not enough memory for this film." and "smaller copy" in full.next_step
    assert as_told(MemoryError(), None).what == "There is not enough memory for this film."
    try:
        raise ZeroDivisionError
    except ZeroDivisionError as bug:
        told = as_told(bug, Path("/patients/IM1.dcm"))
    assert told.what.startswith("IM1: ") and "/patients" not in told.what
    assert "ZeroDivisionError" in told.detail


def test_a_long_file_name_is_not_cut_off(qtbot: QtBot, notices: Notices) -> None:
    name = "hannover_mhh_covid_19_im_00001_colour_basic_anatomical_and_more.png"
    notices.raise_notice(Notice(Severity.ERROR, name, name))
    (card,) = notices.cards()
    for words in card.findChildren(QLabel):
        if words.text():
            needed = words.fontMetrics().boundingRect(words.rect(), Qt.TextFlag.TextWordWrap, words.text())
            assert needed.width() <= words.width()
