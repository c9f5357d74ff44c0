from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.made import film, steps
from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.panels.colour import ColourDock
from xraycolor_gui.gui.session import Session
from xraycolor_gui.models.card import ModelCard

CARDS = tuple(
    ModelCard(name, title, network={}, parameters=1, tissues=TISSUES, input_size=256)
    for name, title in (("basic", "Basic"), ("other", "Other"))
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
    assert dock.model.currentText() == "No model" and not dock.model.isEnabled()


def test_models_appear_when_they_are_found_and_a_choice_reaches_the_session(
    dock: ColourDock, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.modelChanged):
        session.find_models()
    assert dock.model.isEnabled() and dock.model.currentText() == "Basic"
    dock.model.setCurrentIndex(1)
    dock.model.activated.emit(1)
    assert session.model == "other"


def test_palettes_are_offered_by_title_and_followed_both_ways(dock: ColourDock, session: Session) -> None:
    chooser = dock.palette_chooser
    assert [chooser.itemText(i) for i in range(chooser.count())] == [palette.title for palette in session.palettes]
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
