from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS, colorization, film, open_film, steps
from xraycolor_gui.core.colorization import TISSUES, Novelty
from xraycolor_gui.core.radiograph import Labels
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.panels.colour import ColourDock
from xraycolor_gui.gui.panels.model_chooser import LINE_ROLE
from xraycolor_gui.gui.panels.plots import novelty_share
from xraycolor_gui.gui.session import Session
from xraycolor_gui.models.card import ModelCard

CARDS = tuple(
    ModelCard(
        name,
        title,
        network={"architecture": name},
        parameters=2_010_000,
        tissues=TISSUES,
        input_size=256,
        measured={
            "equal-grey AUC, masks, lung, as filmed": 0.983,
            "equal-grey AUC, wingspan, lung, as filmed": 0.992,
            "equal-grey AUC, wingspan, heart, as filmed": 0.5,
        },
    )
    for name, title in (("basic", "Basic"), ("vgg16", "VGG16"))
)


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    session = Session(steps(film(), models=lambda: CARDS))
    yield session
    session.close()


@pytest.fixture
def dock(session: Session, qtbot: QtBot) -> ColourDock:
    dock = ColourDock(session)
    qtbot.addWidget(dock)
    dock.show()
    return dock


def test_without_a_model_the_chooser_says_so_and_is_off(dock: ColourDock) -> None:
    assert dock.model.box.currentText() == "No model" and not dock.model.box.isEnabled()


def test_models_appear_when_they_are_found_and_a_choice_reaches_the_session(
    dock: ColourDock, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.modelChanged):
        session.find_models()
    assert dock.model.box.isEnabled() and dock.model.box.currentText() == "Basic"
    dock.model.box.setCurrentIndex(1)
    dock.model.box.activated.emit(1)
    assert session.model == "vgg16"


def test_palettes_are_offered_by_title_and_followed_both_ways(dock: ColourDock, session: Session) -> None:
    chooser = dock.palette_chooser
    titles = [palette.title for palette in session.palettes]
    assert [chooser.itemText(i) for i in range(chooser.count())] == [*titles, "", "Edit…", "Load from file…"]
    session.set_palette("safe")
    assert chooser.currentData() == "safe"
    chooser.setCurrentIndex(0)
    chooser.activated.emit(0)
    assert session.palette.name == chooser.itemData(0)


def test_the_rail_fits_its_width_and_comes_back(dock: ColourDock, qtbot: QtBot) -> None:
    dock.set_rail(True)
    qtbot.waitUntil(lambda: dock.minimumSizeHint().width() <= tokens.COLOUR_RAIL)
    assert not dock.model.isVisible()
    dock.set_rail(False)
    assert dock.minimumWidth() == tokens.COLOUR_DOCK_MIN and dock.model.isVisible()


def test_each_model_says_what_it_is_how_large_and_what_was_measured(
    dock: ColourDock, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.modelChanged):
        session.find_models()
    line = dock.model.box.itemData(1, LINE_ROLE)
    assert line == "on VGG-16 · 2.0 million parameters · lung by colour alone 0.992 of 1"
    assert "VGG-16" in dock.model.box.itemData(1, Qt.ItemDataRole.AccessibleTextRole)


def test_a_key_leads_from_model_to_model(dock: ColourDock, session: Session, qtbot: QtBot) -> None:
    session.next_model()
    assert session.model == ""
    with qtbot.waitSignal(session.modelChanged):
        session.find_models()
    session.next_model()
    assert session.model == "vgg16" and dock.model.box.currentText() == "VGG16"
    session.next_model()
    assert session.model == "basic"


def test_the_chooser_is_off_where_no_model_has_a_say(qtbot: QtBot) -> None:
    session = Session(steps(film(labels=Labels(modality="MR")), models=lambda: CARDS))
    dock = ColourDock(session)
    qtbot.addWidget(dock)
    dock.show()
    with qtbot.waitSignal(session.modelChanged):
        session.find_models()
    assert dock.model.box.isEnabled() and not dock.model.unused.isVisible()
    open_film(session, qtbot)
    qtbot.waitUntil(lambda: session.stays_grey, timeout=WAIT_MS)
    assert not dock.model.box.isEnabled() and dock.model.unused.isVisible()
    assert dock.stays_grey.isVisible() and not dock.legend.isVisible() and not dock.how_sure.isVisible()
    assert "MR image" in dock.stays_grey.reason.text() and not dock.stays_grey.plot.isVisible()
    session.set_at_own_risk(True)
    qtbot.waitUntil(lambda: session.colorization is not None, timeout=WAIT_MS)
    assert dock.model.box.isEnabled() and dock.legend.isVisible() and not dock.stays_grey.isVisible()
    session.close()


def test_a_film_unlike_the_training_is_shown_beyond_the_limit(qtbot: QtBot) -> None:
    session = Session(steps(film(), colorization(novelty=Novelty(3.0, 1.0, "this resembles a page of text"))))
    dock = ColourDock(session)
    qtbot.addWidget(dock)
    dock.show()
    open_film(session, qtbot)
    qtbot.waitUntil(lambda: session.stays_grey, timeout=WAIT_MS)
    assert dock.stays_grey.plot.isVisible() and "limit 1.0" in dock.stays_grey.number.text()
    assert "the limit is 1.0" in dock.stays_grey.plot.accessibleName()
    session.close()


def test_a_score_is_drawn_on_its_side_of_the_limit_and_never_beyond_the_axis() -> None:
    assert novelty_share(Novelty(1.0, 1.0)) == 0.5
    assert 0 <= novelty_share(Novelty(-90.0, 1.0)) < novelty_share(Novelty(0.0, 1.0)) < 0.5
    assert 0.5 < novelty_share(Novelty(2.0, 1.0)) < novelty_share(Novelty(900.0, 1.0)) <= 1


def test_loading_a_palette_is_offered_below_the_palettes_and_is_none_itself(
    dock: ColourDock, session: Session, qtbot: QtBot
) -> None:
    chooser = dock.palette_chooser
    last = chooser.count() - 1
    with qtbot.waitSignal(dock.paletteFileWanted):
        chooser.setCurrentIndex(last)
        chooser.activated.emit(last)
    assert chooser.currentData() == session.palette.name


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_neither_wheel_nor_arrows_change_a_choice_by_accident(dock: ColourDock, session: Session, qtbot: QtBot) -> None:
    chooser = dock.palette_chooser
    before = session.palette.name
    chooser.setFocus()
    qtbot.keyClick(chooser, Qt.Key.Key_Down)
    assert session.palette.name == before and chooser.view().isVisible()
    chooser.hidePopup()
    middle = QPointF(chooser.rect().center())
    turn = QWheelEvent(
        middle,
        chooser.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(chooser, turn)
    assert session.palette.name == before and not turn.isAccepted()
