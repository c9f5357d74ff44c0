"""Films on paper: measured in millimetres on the page, with everything that a reader must be told beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS, MakeWindow, colour_in
from xraycolor_gui.core.measurements import Measure
from xraycolor_gui.core.radiograph import Spacing, SpacingSource
from xraycolor_gui.core.turn import Turn
from xraycolor_gui.gui.dialogs.print_film import PrintDialog
from xraycolor_gui.gui.printed_page import PER_MM, Page, at_resolution, is_cut, paint_page, places, scale_words
from xraycolor_gui.gui.window import MainWindow

A4 = QSizeF(210, 297) * PER_MM
HALF = Spacing(0.5, 0.5, SpacingSource.DETECTOR)
RED = np.array([255, 0, 0], np.uint8)


def page_of(rows: int = 200, columns: int = 100, turn: Turn = Turn(), **others: object) -> Page:  # noqa: B008
    height, width = turn.size(rows, columns)
    picture = np.full((round(height), round(width), 3), RED, np.uint8)
    return replace(Page((picture,), (rows, columns), turn, 1.0, HALF), **others)  # type: ignore[arg-type]


def painted(page: Page, dots_per_mm: int = 5) -> np.ndarray:
    """The A4 page at so many pixels a millimetre."""
    image = QImage(210 * dots_per_mm, 297 * dots_per_mm, QImage.Format.Format_RGB888)
    painter = QPainter(image)
    painter.scale(dots_per_mm / PER_MM, dots_per_mm / PER_MM)
    paint_page(painter, A4, page, QFont())
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def extent_of_red(picture: np.ndarray) -> tuple[int, int]:
    """(height, width) in pixels."""
    red = (picture == RED).all(axis=-1)
    return int(red.any(axis=1).sum()), int(red.any(axis=0).sum())


def test_in_true_size_a_millimetre_of_the_film_is_one_on_the_paper(qapp: object) -> None:
    page = page_of(true_size=True)
    height, width = extent_of_red(painted(page))
    assert (height / 5, width / 5) == pytest.approx((100, 50), abs=0.5)
    assert not is_cut(page, A4)
    assert scale_words(page, places(page, A4)[0].per_column, cut=False).startswith("True size, at detector.")


def test_a_film_larger_than_the_paper_is_cut_and_says_so(qapp: object) -> None:
    page = page_of(rows=1000, columns=800, true_size=True)
    assert is_cut(page, A4)
    height, width = extent_of_red(painted(page))
    assert height / 5 < 280 and width / 5 < 190
    assert "part of the film" in scale_words(page, places(page, A4)[0].per_column, cut=True)


@given(
    st.integers(20, 4000),
    st.integers(20, 4000),
    st.floats(0.3, 3),
    st.builds(Turn, st.integers(0, 3), st.booleans()),
    st.tuples(st.integers(1, 2), st.booleans()),
)
def test_films_keep_their_shape_lie_on_the_paper_and_off_each_other(
    rows: int, columns: int, aspect: float, turn: Turn, laid: tuple[int, bool]
) -> None:
    count, wide = laid
    picture = np.zeros((2, 2, 3), np.uint8)
    page = Page((picture,) * count, (rows, columns), turn, aspect, HALF, head=("a",), foot=("b", "c"))
    paper = A4.transposed() if wide else A4
    made = places(page, paper)
    across, down = turn.size(columns, rows * aspect)
    for place in made:
        assert place.film.width() / place.film.height() == pytest.approx(across / down)
        assert QRectF(0, 0, paper.width(), paper.height()).contains(place.room)
        assert place.room.width() == pytest.approx(place.film.width())
    if count == 2:
        assert not made[0].room.adjusted(1, 1, -1, -1).intersects(made[1].room)


def opened(qtbot: QtBot, window: MainWindow) -> PrintDialog:
    entry = window.actions_.entry("file.print")
    assert entry is not None and entry.keys == ("Ctrl+P",)
    entry.action.trigger()
    (dialog,) = window.findChildren(PrintDialog)
    qtbot.waitUntil(lambda: bool(dialog.pages), timeout=WAIT_MS)
    return dialog


def test_the_page_says_what_it_shows_and_what_it_is_not_for_but_not_whose_film_it_is(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window()
    colour_in(window, qtbot, "a.dcm")
    window.panes.linked.measurements.add(Measure.LENGTH, ((100, 200), (300, 200)))
    dialog = opened(qtbot, window)
    (page,) = dialog.pages
    assert len(page.pictures) == 2 and len(page.drawings) == 1
    assert page.foot[-1] == "Research and teaching, not for primary diagnosis"
    assert "AI colour" in page.foot[0]
    labels = window.session.radiograph.labels  # type: ignore[union-attr]
    assert labels.patient_id and not any(labels.patient_id in line for line in page.head)
    dialog.identity.setChecked(True)
    dialog.what.button(0).click()
    dialog.measurements.setChecked(False)
    (page,) = dialog.pages
    assert any(labels.patient_id in line for line in page.head)
    assert len(page.pictures) == 1 and "AI colour" not in page.foot[0] and page.drawings == ()
    shown = page.foot[0]
    window.session.set_full_range()
    assert dialog.pages[0].foot[0] == shown, "the page tells the window it was drawn with"


def test_a_pdf_has_the_size_of_the_paper_and_never_takes_the_films_place(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window()
    colour_in(window, qtbot, "a.dcm")
    dialog = opened(qtbot, window)
    dialog.paper.button(0).click()
    dialog.size_.button(1).click()
    path = tmp_path / "film.pdf"
    with qtbot.waitSignal(window.session.noticeRaised, timeout=WAIT_MS):
        dialog.write_pdf(path)
    data = path.read_bytes()
    assert data.startswith(b"%PDF")
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
    assert box is not None
    assert sorted(float(each) / 72 * 25.4 for each in box.groups()) == pytest.approx([210, 297], abs=0.5)


def test_a_film_whose_colour_is_not_known_yet_is_printed_in_grey(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(models=tuple)
    window.open_paths([Path("a.dcm")])
    qtbot.waitUntil(lambda: window.session.radiograph is not None, timeout=WAIT_MS)
    assert window.session.colouring is None
    (page,) = opened(qtbot, window).pages
    assert len(page.pictures) == 1 and "AI colour" not in page.foot[0]


def test_of_two_films_the_other_one_has_a_page_of_its_own(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window()
    colour_in(window, qtbot, "a.dcm", "b.dcm")
    assert opened(qtbot, window).beside.isHidden()
    (first,) = window.findChildren(PrintDialog)
    first.done(0)
    first.setParent(None)
    window.two_films.show(Path("b.dcm"))
    second = window.two_films.second
    assert second is not None
    qtbot.waitUntil(lambda: second.colorization is not None, timeout=WAIT_MS)
    dialog = opened(qtbot, window)
    assert len(dialog.pages) == 1 and not dialog.beside.isHidden()
    dialog.beside.setChecked(True)
    assert len(dialog.pages) == 2
    path = tmp_path / "films.pdf"
    with qtbot.waitSignal(window.session.noticeRaised, timeout=WAIT_MS):
        dialog.write_pdf(path)
        dialog.done(0)
    assert re.search(rb"/Count 2\b", path.read_bytes())


def test_no_more_pixels_are_printed_than_there_are_dots_and_none_are_made_up(qapp: object) -> None:
    large = page_of(rows=4000, columns=2000)
    (place,) = places(large, A4)
    (picture,) = at_resolution(large, A4, 150).pictures
    assert picture.shape[1] == round(place.film.width() / 96 * 150) and (picture == RED).all()
    small = page_of(rows=40, columns=20)
    assert at_resolution(small, A4, 300).pictures[0] is small.pictures[0]
