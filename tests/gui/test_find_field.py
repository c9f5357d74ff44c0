"""The field above the studies: finds by words, leads back to the list, and follows the reader's order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS, film, steps
from xraycolor_gui.core.radiograph import Labels, Source
from xraycolor_gui.gui.films import Film
from xraycolor_gui.gui.panels.find_field import SortButton
from xraycolor_gui.gui.panels.studies import StudiesPanel
from xraycolor_gui.gui.session import Session


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[StudiesPanel]:
    session = Session(steps(film()))
    one = StudiesPanel(session)
    qtbot.addWidget(one)
    one.resize(232, 700)
    one.show()
    session.listing.add(
        (
            made("a", patient_id="B-2", body_part="CHEST", study_date="20240105", patient_name="Roe^Max"),
            made("b", patient_id="A-10", body_part="HAND", study_date="20250312", modality="CR"),
            made("c", patient_id="A-9", body_part="FOOT", study_date="20250311", modality="DX"),
        )
    )
    yield one
    one.close_work()
    session.close()


def made(name: str, **labels: str) -> Film:
    path = Path(f"/folder/{name}.dcm")
    return Film(path, Labels(**labels), Source(path, "DICOM", study_uid=name))


def names(panel: StudiesPanel) -> list[str]:
    return [one.path.stem for one in panel._session.films]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("roe", "a"),
        ("a-", "bc"),
        ("hand", "b"),
        ("2025-03", "bc"),
        ("11.03.2025", "c"),
        ("12 mar 2025", "b"),
        ("cr", "b"),
        ("not opened", "abc"),
        ("c.dcm", "c"),
        ("chest hand", ""),
        ("  ", "abc"),
    ],
)
def test_every_word_must_be_told_of_a_film(qtbot: QtBot, panel: StudiesPanel, typed: str, found: str) -> None:
    qtbot.keyClicks(panel.find_field, typed)
    qtbot.waitUntil(lambda: names(panel) == list(found), timeout=WAIT_MS)


def test_escape_brings_all_films_back_and_down_leads_to_them(qtbot: QtBot, panel: StudiesPanel) -> None:
    panel.activateWindow()
    panel.find_field.setFocus()
    qtbot.keyClicks(panel.find_field, "hand")
    qtbot.keyClick(panel.find_field, Qt.Key.Key_Return)
    assert names(panel) == ["b"]
    qtbot.keyClick(panel.find_field, Qt.Key.Key_Escape)
    assert names(panel) == ["a", "b", "c"] and panel.find_field.text() == ""
    qtbot.keyClick(panel.find_field, Qt.Key.Key_Down)
    qtbot.waitUntil(panel.tree.hasFocus, timeout=WAIT_MS)


def test_stepping_stays_among_the_films_that_were_found(qtbot: QtBot, panel: StudiesPanel) -> None:
    session = panel._session
    session.show(session.films[0])
    session.listing.set_find("2025")
    session.next_film(1)
    assert session.current is not None and session.current.path.stem == "b"
    session.next_film(1)
    session.next_film(1)
    assert session.current.path.stem == "c"


def test_groups_are_ordered_as_chosen(qtbot: QtBot, panel: StudiesPanel) -> None:
    button = panel.findChild(SortButton)
    assert button is not None and button.text() == "As found"
    for words, order in (
        ("By number", "cba"),
        ("Newest first", "bca"),
        ("By body part", "acb"),
        ("By modality", "bca"),
        ("By name", "abc"),
        ("As found", "abc"),
    ):
        next(action for action in button.menu().actions() if action.text() == words).trigger()
        assert (names(panel), button.text()) == (list(order), words)
