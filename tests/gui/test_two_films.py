from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS, Read, colour_film, film, steps
from tests.gui.pictures import drag, is_grey, pixels, wheel
from xraycolor_gui.core.presentation import choose_voi, to_window
from xraycolor_gui.core.radiograph import Labels, Window
from xraycolor_gui.gui.comparing import Mode
from xraycolor_gui.gui.film_drag import mime_of
from xraycolor_gui.gui.films import Film
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.two_films import companion
from xraycolor_gui.gui.views.arrangement import Arrangement, Sharing, arrange_two
from xraycolor_gui.gui.views.linking import windowed_alike
from xraycolor_gui.gui.views.pane_pair import PanePair
from xraycolor_gui.gui.views.view_geometry import ViewGeometry
from xraycolor_gui.gui.window import MainWindow

PA, LATERAL, PRIOR = Path("pa.dcm"), Path("lateral.dcm"), Path("prior.dcm")


def read(path: Path) -> Read:
    """Three films that differ in size and window."""
    shape, window = {PA: ((400, 500), (2048, 4096)), LATERAL: ((500, 300), (1000, 2000))}.get(
        path, ((300, 300), (3000, 500))
    )
    made = film(*shape, voi=(Window(*window),))
    return made, choose_voi(made)[0]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    session = Session(steps(film(), read=read))
    window = MainWindow(session, Settings(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    window.resize(1440, 1000)
    window.show()
    colour_film(session, qtbot, str(PA))
    session.open_paths([LATERAL, PRIOR])
    session.show_path(PA)
    qtbot.waitUntil(lambda: session.colorization is not None and len(session.films) == 3, timeout=WAIT_MS)
    yield window
    window.close()


def beside(window: MainWindow, qtbot: QtBot, path: Path = LATERAL) -> PanePair:
    """The panes of a film that is shown beside the current one, once it is coloured."""
    window.two_films.show(path)
    second = window.two_films.second
    assert second is not None
    qtbot.waitUntil(lambda: second.colorization is not None, timeout=WAIT_MS)
    panes = window.panes._beside
    assert panes is not None
    qtbot.waitUntil(lambda: panes.linked.strength == second.strength)
    return panes


def test_a_second_film_has_its_own_grey_and_colour_in_a_column_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    panes = beside(window, qtbot)
    first = window.panes
    assert first.arrangement is Arrangement.ABOVE and panes.arrangement is Arrangement.ABOVE
    assert all(pane.isVisible() for pane in (*first.panes, *panes.panes))
    assert panes.x() >= first.grey.geometry().right()
    assert panes.linked.session.radiograph is not first.linked.session.radiograph
    assert is_grey(pixels(panes.grey.picture)) and not is_grey(pixels(panes.colour.picture))
    assert panes.grey.header.title.text() == "Grey, second film"
    current = [pane for pair in (first, panes) for pane in pair.panes if pane.header._current]
    assert current == [first.current], "one pane is current, not one of each film"


def test_strength_palette_tool_and_grey_are_shared(window: MainWindow, qtbot: QtBot) -> None:
    panes = beside(window, qtbot)
    session, second = window.session, panes.linked.session
    second.set_strength(0.4)
    assert session.strength == second.strength == 0.4
    session.set_palette("safe")
    assert second.palette is session.palette
    session.hold_grey(True)
    assert is_grey(pixels(panes.colour.picture))
    session.hold_grey(False)
    session.undo.undo()
    assert second.palette is session.palette and session.palette.name != "safe"


def test_the_hand_works_on_the_film_under_it(window: MainWindow, qtbot: QtBot) -> None:
    panes = beside(window, qtbot)
    session, second = window.session, panes.linked.session
    voi = session.voi
    drag(qtbot, panes.grey.picture, Qt.MouseButton.LeftButton, QPoint(30, 0))
    assert session.voi is voi and to_window(second.voi).width > 2000  # type: ignore[arg-type]
    wheel(panes.grey.picture, 120, Qt.KeyboardModifier.ControlModifier)
    assert window.panes.linked.geometry.zoom is None and panes.linked.geometry.zoom is not None  # type: ignore[union-attr]


def test_keys_work_on_the_film_that_the_pointer_entered_last(window: MainWindow, qtbot: QtBot) -> None:
    panes = beside(window, qtbot)
    session, second = window.session, panes.linked.session
    panes.colour.picture.entered.emit()
    assert session.at_hand is second and window.panes.current is panes.current
    window.actions_.grey.invert.trigger()
    assert second.inverted and not session.inverted
    window.actions_.place.zoom_in.trigger()
    assert panes.linked.geometry.zoom is not None and window.panes.linked.geometry.zoom is None  # type: ignore[union-attr]
    window.panes.grey.picture.entered.emit()
    window.actions_.grey.invert.trigger()
    assert session.inverted and session.at_hand is session


def test_the_way_back_and_the_next_film_are_those_of_the_film_that_the_hand_is_at(
    window: MainWindow, qtbot: QtBot
) -> None:
    panes = beside(window, qtbot)
    first, second = window.panes.linked, panes.linked
    panes.grey.picture.setFocus(Qt.FocusReason.MouseFocusReason)
    picture, alt = panes.grey.picture, Qt.KeyboardModifier.AltModifier
    assert second.geometry is not None
    start, there = second.geometry, second.geometry.at_zoom(3.0, picture.canvas())
    before = first.geometry
    second.set_geometry(there)
    qtbot.keyClick(picture, Qt.Key.Key_Left, alt)
    assert second.geometry == start and first.geometry == before
    qtbot.keyClick(picture, Qt.Key.Key_Right, alt)
    assert second.geometry == there and first.geometry == before
    current = window.session.current
    qtbot.keyClick(picture, Qt.Key.Key_Home)
    session = second.session
    assert session.current == window.session.films[0] and window.session.current == current
    qtbot.keyClick(picture, Qt.Key.Key_End)
    assert session.current == window.session.films[-1] and window.session.current == current
    qtbot.waitUntil(lambda: session.radiograph is not None, timeout=WAIT_MS)
    qtbot.keyClick(picture, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert len(window.session.films) == 2 and window.session.current == current
    assert window.two_films.second is None


def test_what_stands_under_the_pointer_is_told_of_the_film_it_is_over(window: MainWindow, qtbot: QtBot) -> None:
    panes = beside(window, qtbot)
    panes.colour.picture.entered.emit()
    panes.linked.session.set_cursor((100, 10))
    assert window.status.reads().startswith("Model reads: lung")
    panes.linked.session.set_cursor((100, 290))
    assert window.status.reads().startswith("Model reads: bone")


def test_linked_films_share_zoom_place_and_window_each_in_its_own_measure(window: MainWindow, qtbot: QtBot) -> None:
    panes = beside(window, qtbot)
    session, second = window.session, panes.linked.session
    window.two_films.link.trigger()
    window.panes.zoom_in()
    one, other = window.panes.linked.geometry, panes.linked.geometry
    assert one is not None and other is not None and one.zoom is not None and other.zoom is not None
    here, there = window.panes.current.picture.canvas(), panes.current.picture.canvas()
    assert one.zoom / one.fit_zoom(here) == pytest.approx(other.zoom / other.fit_zoom(there))
    session.set_voi(Window(3072, 2048))
    assert second.voi == Window(1500, 1000)
    session.undo.undo()
    assert second.voi == Window(1000, 2000)
    assert session.undo.undo_name != "window", "one step for both"
    window.two_films.link.trigger()
    session.set_voi(Window(1000, 100))
    assert second.voi == Window(1000, 2000)


def test_the_two_films_change_places(window: MainWindow, qtbot: QtBot) -> None:
    panes = beside(window, qtbot)
    window.two_films.exchange()
    qtbot.waitUntil(lambda: window.session.radiograph is not None and panes.linked.session.radiograph is not None)
    assert window.session.current is not None and window.session.current.path == LATERAL
    second = window.two_films.second
    assert second is not None and second.current is not None and second.current.path == PA


def test_the_second_film_goes_by_its_key_or_when_it_is_closed(window: MainWindow, qtbot: QtBot) -> None:
    before = window.panes.arrangement
    panes = beside(window, qtbot)
    window.two_films.toggle.trigger()
    assert window.two_films.second is None and not panes.isVisible()
    assert window.panes.arrangement is before
    beside(window, qtbot, PRIOR)
    closed = next(film for film in window.session.films if film.path == PRIOR)
    window.session.close_film(closed)
    assert window.two_films.second is None and not panes.isVisible()
    window.two_films.toggle.trigger()
    assert window.two_films.second is not None


def test_with_a_divider_each_film_has_one_picture_and_the_divider_is_one(window: MainWindow, qtbot: QtBot) -> None:
    panes = beside(window, qtbot)
    window.panes.comparing.set_mode(Mode.SWIPE)
    assert panes.mode is window.panes.mode is Mode.SWIPE
    assert not panes.grey.isVisible() and not window.panes.grey.isVisible()
    window.panes.comparing.set_divider(0.25)
    for pair in (window.panes, panes):
        rgb = pixels(pair.colour.picture)
        width = rgb.shape[1]
        assert is_grey(rgb[200:300, : width // 5]) and not is_grey(rgb[200:300, width // 3 :])


def test_a_double_click_shows_one_pane_of_either_film_alone(window: MainWindow, qtbot: QtBot) -> None:
    panes = beside(window, qtbot)
    qtbot.mouseDClick(panes.colour.picture, Qt.MouseButton.LeftButton)
    assert panes.colour.isVisible() and panes.colour.width() == window.panes.width()
    assert not panes.grey.isVisible() and not window.panes.colour.isVisible()
    qtbot.mouseDClick(panes.colour.picture, Qt.MouseButton.LeftButton)
    assert window.panes.colour.isVisible() and panes.grey.isVisible()


def test_closing_the_window_ends_the_work_for_both_films(window: MainWindow, qtbot: QtBot) -> None:
    panes = beside(window, qtbot)
    panes.linked.session.set_model("another")
    window.close()
    assert not panes.linked.session.tasks.is_running("colour")


def dropped(window: MainWindow, target: QWidget, mime: QMimeData) -> bool:
    """Whether a drop in the middle of a widget is taken, as Qt asks for it: enter, then drop."""
    at = target.mapTo(window.panes, target.rect().center())
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, copy, mime, left, none)
    QApplication.sendEvent(window.panes, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window.panes, QDropEvent(QPointF(at), copy, mime, left, none))
    return enter.isAccepted()


def paths(window: MainWindow) -> tuple[Path | None, Path | None]:
    sessions = window.session, window.two_films.second
    films = [session.current if session is not None else None for session in sessions]
    return films[0].path if films[0] else None, films[1].path if films[1] else None


def test_a_film_dropped_on_a_pane_is_shown_beside_and_then_takes_the_place_it_is_dropped_on(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert dropped(window, window.panes.colour, mime_of(LATERAL))
    assert paths(window) == (PA, LATERAL)
    panes = beside(window, qtbot)
    assert dropped(window, panes.colour, mime_of(PRIOR))
    assert paths(window) == (PA, PRIOR)
    assert dropped(window, window.panes.grey, mime_of(LATERAL))
    assert paths(window) == (LATERAL, PRIOR)


def test_a_file_from_outside_is_left_to_the_window(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("another.dcm")])
    assert dropped(window, window.panes.colour, mime)
    assert window.two_films.second is None
    assert any(film.path.name == "another.dcm" for film in window.session.films)


def test_a_press_in_the_list_shows_a_film_when_it_is_let_go(window: MainWindow, qtbot: QtBot) -> None:
    tree = window.studies.tree
    other = next(film for film in window.session.films if film.path == PRIOR)
    row = window.studies._model.index_of(other)
    tree.scrollTo(row)
    place = tree.visualRect(row).center()
    qtbot.mousePress(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert paths(window)[0] == PA
    qtbot.mouseRelease(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert paths(window)[0] == PRIOR


def test_the_menu_of_the_list_shows_a_film_beside(window: MainWindow, qtbot: QtBot) -> None:
    window.studies.besideWanted.emit(PRIOR)
    assert paths(window) == (PA, PRIOR)
    window.studies.besideWanted.emit(PA)
    assert paths(window) == (PA, PRIOR), "the current film is not shown twice"


def listed(name: str, patient: str, date: str, view: str, study: str = "") -> Film:
    labels = Labels(patient_id=patient, study_date=date, body_part="CHEST", view=view)
    return Film(Path(study) / name, labels)


def test_the_best_companion_is_of_the_same_study_then_the_same_view_of_before_then_the_next_film() -> None:
    pa, lateral = listed("pa", "1", "2025", "PA"), listed("lat", "1", "2025", "LL")
    prior_lateral, prior = listed("old-lat", "1", "2023", "LL"), listed("old-pa", "1", "2023", "PA")
    other = listed("other", "2", "2025", "PA")
    films = (other, pa, lateral, prior_lateral, prior)
    assert companion(films, pa) is lateral
    assert companion((other, pa, prior_lateral, prior), pa) is prior
    assert companion((other, pa, prior_lateral), pa) is prior_lateral
    assert companion((pa, other), pa) is other and companion((other, pa), pa) is other
    assert companion((pa,), pa) is None and companion(films, None) is None


def test_two_films_lie_in_columns_in_a_wide_room_and_in_rows_in_a_high_one() -> None:
    films = ViewGeometry((400, 400)), ViewGeometry((400, 300))
    assert arrange_two(1600, 1000, films, one_each=False) == Sharing(True, Arrangement.ABOVE)
    assert arrange_two(1600, 1000, films, one_each=True) == Sharing(True, Arrangement.SINGLE)
    assert arrange_two(900, 600, films, one_each=False) == Sharing(True, Arrangement.SINGLE)
    assert arrange_two(600, 900, films, one_each=True) == Sharing(False, Arrangement.SINGLE)


def test_a_window_is_carried_over_by_shares_of_its_width() -> None:
    first, other = Window(100, 200), Window(1000, 400)
    assert windowed_alike(first, Window(150, 100), other) == Window(1100, 200)
    assert windowed_alike(first, first, other) is other
