from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.made import colour_film, film, steps
from xraycolor_gui.core.color import lightness
from xraycolor_gui.gui.panels.legend import RAMP, Legend, LegendRow, ramp
from xraycolor_gui.gui.session import Session


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    session = Session(steps(film()))
    yield session
    session.close()


@pytest.fixture
def legend(session: Session, qtbot: QtBot) -> Legend:
    legend = Legend(session)
    qtbot.addWidget(legend)
    with qtbot.waitExposed(legend):
        legend.show()
    return legend


def row(legend: Legend, tissue: str) -> LegendRow:
    return next(row for row in legend.rows if row.tissue == tissue)


def colour(session: Session, qtbot: QtBot) -> None:
    from xraycolor_gui.gui.views.linked_view import LinkedView

    linked = LinkedView(session)
    colour_film(session, qtbot)
    linked.deleteLater()


def test_rows_are_the_palettes_tissues_in_its_order(legend: Legend, session: Session) -> None:
    assert [row.tissue for row in legend.rows] == list(session.palette.tissues)
    session.set_palette("safe")
    assert [row.tissue for row in legend.rows] == list(session.palette.tissues)


def test_before_colour_there_are_dashes_and_no_zeros(legend: Legend) -> None:
    assert all(row.share is None for row in legend.rows)
    assert legend.where.text() == "after colouring"


def test_shares_follow_the_cursor_and_are_of_the_whole_film_without_one(
    legend: Legend, session: Session, qtbot: QtBot
) -> None:
    colour(session, qtbot)
    assert legend.where.text() == "whole film"
    whole = row(legend, "lung").share
    session.set_cursor((200.0, 50.0))
    assert legend.where.text() == "at the cursor"
    left = row(legend, "lung").share
    session.set_cursor((200.0, 450.0))
    assert row(legend, "lung").share == 0 and (row(legend, "bone").share or 0) > 0.5
    assert whole is not None and left is not None and 0 < whole < left


def test_the_physical_palette_shows_the_models_own_fractions_and_says_so(
    legend: Legend, session: Session, qtbot: QtBot
) -> None:
    colour(session, qtbot)
    session.set_cursor((200.0, 50.0))
    session.set_palette("anatomical")
    assert "weighs" in legend.reading.text()
    session.set_palette("physical")
    assert row(legend, "lung").share == pytest.approx(0.6, abs=1e-3)
    assert "shadow" in legend.reading.text()


def test_a_click_hides_the_tissue_and_another_brings_it_back(legend: Legend, session: Session, qtbot: QtBot) -> None:
    bone = row(legend, "bone")
    qtbot.mouseClick(bone, Qt.MouseButton.LeftButton)
    assert session.hidden == {"bone"} and not bone.isChecked()
    qtbot.mouseClick(bone, Qt.MouseButton.LeftButton)
    assert not session.hidden and bone.isChecked()


def test_space_hides_and_enter_solos_until_enter_or_escape(legend: Legend, session: Session, qtbot: QtBot) -> None:
    colour(session, qtbot)
    lung = row(legend, "lung")
    QTest.keyClick(lung, Qt.Key.Key_Space)
    assert session.hidden == {"lung"}
    QTest.keyClick(lung, Qt.Key.Key_Return)
    assert session.solo == "lung"
    QTest.keyClick(lung, Qt.Key.Key_Escape)
    assert session.solo is None


def test_the_pointer_resting_on_a_row_solos_it_until_it_leaves(legend: Legend, session: Session, qtbot: QtBot) -> None:
    colour(session, qtbot)
    heart = row(legend, "heart")
    middle = QPointF(heart.rect().center())
    with qtbot.waitSignal(session.tissuesChanged):
        QApplication.sendEvent(heart, QEnterEvent(middle, middle, heart.mapToGlobal(middle)))
    assert session.solo == "heart"
    QApplication.sendEvent(heart, QEvent(QEvent.Type.Leave))
    assert session.solo is None


def test_a_click_on_a_soloed_row_shows_its_effect_at_once(legend: Legend, session: Session, qtbot: QtBot) -> None:
    colour(session, qtbot)
    session.set_solo("bone")
    qtbot.mouseClick(row(legend, "bone"), Qt.MouseButton.LeftButton)
    assert session.solo is None and session.hidden == {"bone"}


def test_each_row_tells_its_name_and_share_to_screen_readers(legend: Legend, session: Session, qtbot: QtBot) -> None:
    lung = row(legend, "lung")
    assert lung.accessibleName() == "Lung, unknown"
    colour(session, qtbot)
    session.set_palette("physical")
    session.set_cursor((200.0, 50.0))
    assert lung.accessibleName() == "Lung, 60\u202f%"
    session.toggle_hidden("lung")
    assert "hidden" in lung.accessibleDescription()


def test_a_ramp_has_the_lightness_of_the_film_and_none_of_its_colour_when_hidden(
    legend: Legend, session: Session
) -> None:
    swatch = session.palette.tissues["heart"]
    image = ramp(swatch, QSize(44, 14), 1.0).toImage().convertToFormat(QImage.Format.Format_RGB888)
    rgb = np.frombuffer(image.constBits(), np.uint8).reshape(14, -1)[7, : 44 * 3].reshape(44, 3)
    grey = ramp(swatch, QSize(44, 14), 1.0, grey=True).toImage().convertToFormat(QImage.Format.Format_RGB888)
    plain = np.frombuffer(grey.constBits(), np.uint8).reshape(14, -1)[7, : 44 * 3].reshape(44, 3)
    assert (plain[:, 0] == plain[:, 2]).all() and (rgb[:, 0] > rgb[:, 2]).all()
    ends = lightness(plain[[0, -1], 0].astype(np.float32) / 255)
    assert ends == pytest.approx(RAMP, abs=0.5)


def test_the_rail_leaves_ramps_and_percents(legend: Legend, qtbot: QtBot) -> None:
    legend.set_rail(True)
    qtbot.waitUntil(lambda: legend.sizeHint().width() <= 88)
    assert not legend.title.isVisible()
    legend.set_rail(False)
    assert legend.title.isVisible()
