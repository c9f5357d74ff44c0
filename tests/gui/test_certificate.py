"""The certificate in the window: four lines, a page of plots, measured in the background of what is drawn."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS, colorization, film, open_film, steps
from tests.gui.pictures import pixels
from xraycolor_gui.core.certificate import Certificate
from xraycolor_gui.core.colorization import Novelty
from xraycolor_gui.core.radiograph import Labels
from xraycolor_gui.gui import steps as slow
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.panels.certificate import TOLD
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.shown import Shown, drawn, shown_now
from xraycolor_gui.gui.window import MainWindow

LIKE = colorization(confidence=(0.9, 0.7), novelty=Novelty(0.4, 1.0))


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., MainWindow]]:
    made: list[MainWindow] = []

    def window(width: int = 1440, **others: object) -> MainWindow:
        changes = {"radiograph": film(), "coloured": LIKE} | others
        session = Session(steps(**changes))  # type: ignore[arg-type]
        one = MainWindow(session, Settings(tmp_path / "settings.ini"))
        one.resize(width, 900)
        one.show()
        qtbot.waitExposed(one)
        made.append(one)
        open_film(session, qtbot)
        qtbot.waitUntil(lambda: session.colouring is not None, timeout=WAIT_MS)
        return one

    yield window
    for one in made:
        one.close()
        one.deleteLater()


def measured(window: MainWindow, qtbot: QtBot) -> Certificate:
    certifying = window.colour.certifying
    qtbot.waitUntil(lambda: certifying.certificate is not None, timeout=WAIT_MS)
    assert certifying.certificate is not None
    return certifying.certificate


def test_four_lines_say_what_was_measured_of_the_picture_on_screen(
    qtbot: QtBot, make: Callable[..., MainWindow]
) -> None:
    window = make()
    assert window.colour.certificate.lines() == ["Measuring"] * len(TOLD)
    certificate = measured(window, qtbot)
    lines = window.colour.certificate.lines()
    assert lines[0] == "Lightness is the film’s own"
    assert len(lines) == len(TOLD) and lines[3] == "Film is like the training films"
    assert certificate.lightness is not None and certificate.lightness.holds


def test_another_palette_or_strength_is_measured_anew_and_the_same_is_not(
    qtbot: QtBot, make: Callable[..., MainWindow]
) -> None:
    times: list[Shown] = []

    def certify(shown: Shown) -> Certificate:
        times.append(shown)
        return slow.certify(shown)

    window = make(certify=certify)
    session = window.session
    measured(window, qtbot)
    session.set_palette("safe")
    assert window.colour.certifying.certificate is None
    assert measured(window, qtbot).palette.name == "safe"
    session.set_solo("bone")
    session.set_solo(None)
    assert window.colour.certifying.certificate is not None
    session.set_strength(0.5)
    assert measured(window, qtbot).strength == 0.5
    assert len(times) == 3


def test_measuring_holds_nothing_up(qtbot: QtBot, make: Callable[..., MainWindow]) -> None:
    gate, begun = threading.Event(), threading.Event()

    def certify(shown: Shown) -> Certificate:
        begun.set()
        gate.wait()
        return slow.certify(shown)

    window = make(certify=certify)
    qtbot.waitUntil(begun.is_set, timeout=WAIT_MS)
    window.session.set_strength(0.7)
    assert window.session.strength == 0.7 and window.colour.certifying.certificate is None
    gate.set()
    assert measured(window, qtbot).strength == 0.7


def test_a_certificate_that_cannot_be_measured_says_so_and_is_tried_again_with_the_next_change(
    qtbot: QtBot, make: Callable[..., MainWindow]
) -> None:
    broken = [True]

    def certify(shown: Shown) -> Certificate:
        if broken[0]:
            raise ArithmeticError
        return slow.certify(shown)

    window = make(certify=certify)
    summary = window.colour.certificate
    qtbot.waitUntil(lambda: window.colour.certifying.failed, timeout=WAIT_MS)
    assert summary.none.text() == "It could not be measured." and summary.lines() == []
    broken[0] = False
    window.session.set_strength(0.8)
    measured(window, qtbot)
    assert len(summary.lines()) == len(TOLD)


def test_the_page_takes_the_docks_place_and_gives_it_back(qtbot: QtBot, make: Callable[..., MainWindow]) -> None:
    window = make()
    measured(window, qtbot)
    before = window.colour_dock.width()
    qtbot.mouseClick(window.colour.certificate.open, Qt.MouseButton.LeftButton)
    page = window.certificate
    qtbot.waitUntil(page.isVisible)
    assert window.colour_dock.width() == tokens.CERTIFICATE and page.back.hasFocus()
    for key, part in page.parts.items():
        assert part.isVisible() and part.sentence.text(), key
    assert page.histogram.isVisible() and "below the limit" in page.histogram.accessibleName()
    assert page.edges.isVisible() and page.vision.isVisible() and page.novelty.isVisible()
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.colour.isVisible)
    assert window.colour_dock.width() == before
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert page.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_the_certificate_is_copied_as_text_with_the_whole_fingerprint(
    qtbot: QtBot, make: Callable[..., MainWindow]
) -> None:
    window = make()
    measured(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_F7)
    page = window.certificate
    assert "0" * 64 not in page.parts["model"].sentence.text()
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "Lightness is the film’s own: holds" in copied and "0" * 64 in copied
    assert "not for primary diagnosis" in copied


def test_where_readers_cannot_tell_colours_apart_the_safe_palette_is_one_click_away(
    qtbot: QtBot, make: Callable[..., MainWindow]
) -> None:
    window = make()
    window.session.set_palette("anatomical")
    qtbot.keyClick(window, Qt.Key.Key_F7)
    page = window.certificate
    assert measured(window, qtbot).finding("vision").outcome.value == "does not hold"
    assert "Colour-blind? Use the Safe palette" in window.colour.certificate.lines()
    qtbot.mouseClick(page.safe, Qt.MouseButton.LeftButton)
    assert window.session.palette.name == "safe"
    assert measured(window, qtbot).finding("vision").outcome.value == "holds"
    assert not page.safe.isVisible()


def test_a_film_that_stays_grey_has_nothing_to_certify(qtbot: QtBot, make: Callable[..., MainWindow]) -> None:
    window = make(radiograph=film(labels=Labels(modality="MR")))
    assert window.session.stays_grey
    assert window.colour.certificate.lines() == []
    assert window.colour.certificate.none.text() == "Nothing to certify: no colour is shown."
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert window.certificate.none.isVisible() and not window.certificate.copy.isEnabled()


def test_in_a_rail_nothing_is_measured_until_the_page_is_opened(qtbot: QtBot, make: Callable[..., MainWindow]) -> None:
    window = make(width=1100)
    assert window.colour.rail and not window.session.tasks.is_running("certificate")
    qtbot.keyClick(window, Qt.Key.Key_F7)
    measured(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert window.colour.rail and window.colour_dock.width() == tokens.COLOUR_RAIL


def test_what_is_measured_has_the_pixels_of_the_export(qtbot: QtBot, make: Callable[..., MainWindow]) -> None:
    shown = shown_now(make().session)
    assert shown is not None
    grey, rgb = drawn(shown, 4096)
    small_grey, small = drawn(shown, 100)
    at = np.ix_(((np.arange(80) + 0.5) * 400 / 80).astype(int), ((np.arange(100) + 0.5) * 500 / 100).astype(int))
    assert rgb.shape == (400, 500, 3) and small.shape == (80, 100, 3)
    assert np.array_equal(grey[at], small_grey)


def with_edges(window: MainWindow, qtbot: QtBot) -> Certificate:
    """Borders that the colour has for itself: they are strong, and the grey of the film is smooth there."""
    certificate = measured(window, qtbot)
    assert certificate.edges is not None
    certificate.edges.unfounded[100:104, 200:240] = True
    certificate.edges.unfounded[300:304, 80:100] = True
    return certificate


def test_places_of_the_certificate_are_ringed_on_the_film_until_esc_or_a_second_press(
    qtbot: QtBot, make: Callable[..., MainWindow]
) -> None:
    window = make()
    qtbot.keyClick(window, Qt.Key.Key_F7)
    page, picture = window.certificate, window.panes.colour.picture
    with_edges(window, qtbot)
    window.colour.certifying.changed.emit()
    show = page.show_places["edges"]
    assert show.isVisible() and not show.isChecked() and "only the colour has an edge" in show.accessibleName()
    before = pixels(picture)
    show.click()
    assert show.isChecked() and len(window.places.rings) == 2
    assert [word.text for word in window.places.words()] == ["2 places", "edge in the colour alone", "Esc"]
    placement = picture.placement()
    assert placement is not None
    (left, top), (right, bottom) = placement.to_view(92, 190), placement.to_view(112, 250)
    ringed = pixels(picture) != before
    assert ringed[round(top) : round(bottom), round(left) : round(right)].any()
    qtbot.keyClick(show, Qt.Key.Key_Escape)
    assert not show.isChecked() and page.isVisible() and (pixels(picture) == before).all()
    show.click()
    show.click()
    assert not window.places.part


def test_one_part_is_shown_at_a_time_and_none_once_the_page_is_closed_or_another_film_comes(
    qtbot: QtBot, make: Callable[..., MainWindow]
) -> None:
    window = make()
    qtbot.keyClick(window, Qt.Key.Key_F7)
    page = window.certificate
    with_edges(window, qtbot)
    window.colour.certifying.changed.emit()
    page.show_places["edges"].click()
    page.show_places["lightness"].click()
    assert window.places.part == "lightness" and not page.show_places["edges"].isChecked()
    assert len(window.places.rings) == 1
    window.session.set_strength(0.6)
    assert window.places.part and not window.places.rings, "nothing is known of the new picture yet"
    measured(window, qtbot)
    assert len(window.places.rings) == 1
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert not window.places.part
    qtbot.keyClick(window, Qt.Key.Key_F7)
    page.show_places["lightness"].click()
    window.session.radiographChanged.emit()
    assert not window.places.part


def test_without_such_places_there_is_nothing_to_press(qtbot: QtBot, make: Callable[..., MainWindow]) -> None:
    window = make()
    qtbot.keyClick(window, Qt.Key.Key_F7)
    certificate = measured(window, qtbot)
    assert certificate.edges is not None and not certificate.edges.unfounded.any()
    assert not window.certificate.show_places["edges"].isVisible()
