"""Folders of thousands of films: the window takes them up in pieces that nobody feels."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.made import film, steps
from xraycolor_gui.core.radiograph import Labels, Source
from xraycolor_gui.core.study import Place
from xraycolor_gui.gui.film_find import Sort
from xraycolor_gui.gui.film_groups import RUN
from xraycolor_gui.gui.films import Film, FilmState
from xraycolor_gui.gui.panels.studies import StudiesPanel
from xraycolor_gui.gui.search import AT_MOST
from xraycolor_gui.gui.session import Session

#: Seconds of this thread's own work: what else the machine does is not counted. Alone it takes a tenth of this.
FELT = 0.3


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[StudiesPanel]:
    session = Session(steps(film()))
    one = StudiesPanel(session)
    qtbot.addWidget(one)
    one.resize(232, 700)
    one.show()
    yield one
    one.close_work()
    session.close()


def made(number: int, patient: str, study: str) -> Film:
    path = Path(f"/folder/IM{number}")
    labels = Labels(patient_id=patient, patient_name=f"Doe^{patient}", study_date="20250312", modality="DX")
    return Film(path, labels, Source(path, "DICOM", study_uid=study, series_uid=study), place=Place())


def taken_up(panel: StudiesPanel, films: list[Film], qtbot: QtBot) -> list[float]:
    """Seconds of work for each batch, painting included."""
    listing, spent = panel._session.listing, []
    for at in range(0, len(films), AT_MOST):
        began = time.thread_time()
        listing.add(tuple(films[at : at + AT_MOST]))
        panel.repaint()
        spent.append(time.thread_time() - began)
    return spent


def test_vscode_dicom_dump_3_a_folder_of_25000_files_freezes_nothing(qtbot: QtBot, panel: StudiesPanel) -> None:
    """A folder of 25,000 files froze the program."""
    films = [made(number, f"P{number // 10}", f"1.2.{number // 5}") for number in range(25_000)]
    spent = sorted(taken_up(panel, films, qtbot))
    assert spent[-3] < FELT
    session = panel._session
    assert len(session.films) == 25_000
    began = time.thread_time()
    session.listing.change(films[20_000].path, state=FilmState.COLOURED)
    session.next_film(1)
    assert time.thread_time() - began < FELT


def test_a_series_of_thousands_is_listed_in_runs(qtbot: QtBot, panel: StudiesPanel) -> None:
    spent = sorted(taken_up(panel, [made(number, "P", "1.2") for number in range(5000)], qtbot))
    assert spent[-3] < FELT
    model = panel.tree.model()
    (group,) = [model.index(row, 0) for row in range(model.rowCount())]
    assert model.rowCount(group) == 5000 // RUN
    assert [model.index(row, 0, group).data() for row in (0, 1)] == ["Films 1 to 200", "Films 201 to 400"]


def test_finding_and_sorting_among_thousands_is_soon_done(qtbot: QtBot, panel: StudiesPanel) -> None:
    films = [made(number, f"P{9999 - number // 10}", f"1.2.{number // 5}") for number in range(10_000)]
    taken_up(panel, films, qtbot)
    listing = panel._session.listing
    for change in (
        lambda: listing.set_find("doe p9123 2025-03-12"),
        lambda: listing.set_find("12.03.2025 opened"),
        lambda: listing.set_sort(Sort.NUMBER),
    ):
        began = time.thread_time()
        change()
        panel.repaint()
        assert time.thread_time() - began < 2 * FELT
    assert listing.films[0].labels is not None and listing.films[0].labels.patient_id == "P9000"
    listing.set_find("p9123 coloured")
    assert listing.films == ()
    listing.change(films[8760].path, state=FilmState.COLOURED)
    listing.set_find("P9123 Coloured")
    assert [one.path for one in listing.films] == [films[8760].path]
    listing.set_find("")
    assert len(listing.films) == 10_000
