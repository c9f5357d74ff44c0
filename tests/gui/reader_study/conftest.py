"""Windows of reader studies, closed after each test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.reader_study import studies
from tests.gui.reader_study.studies import MakeStudyWindow
from xraycolor_gui.gui.reader_study.records import Study
from xraycolor_gui.gui.reader_study.window import StudyWindow


@pytest.fixture
def make_study_window(qtbot: QtBot) -> Iterator[MakeStudyWindow]:
    """Makes windows of a study, whose films are read from disk and coloured at once."""
    made: list[StudyWindow] = []

    def window(study: Study, reader: str = "R1", **others: Any) -> StudyWindow:
        one = StudyWindow(study, reader, studies.steps(**others))
        one.resize(1280, 720)
        one.show()
        qtbot.waitExposed(one)
        made.append(one)
        return one

    yield window
    for one in made:
        one.close()
        one.deleteLater()
