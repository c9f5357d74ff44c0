"""The window as a whole: what it shows when, what has room, what the keys do."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.made import Read, card, colorization, film, steps
from xraycolor_gui.core.colorization import Colorization
from xraycolor_gui.core.errors import UnreadableFile
from xraycolor_gui.core.presentation import choose_voi
from xraycolor_gui.core.radiograph import Labels, Radiograph, Source, Window
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.dialogs.palette_editor import PaletteEditor
from xraycolor_gui.gui.films import FilmState, Tool
from xraycolor_gui.gui.notice import Notice, Severity
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.views.picture import Picture
from xraycolor_gui.gui.window import MainWindow

Make = Callable[..., MainWindow]


def at_once(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
    report(0.5)
    return colorization()


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Iterator[Make]:
    made: list[MainWindow] = []

    def window(width: int = 1440, height: int = 900, **others: Callable[..., object]) -> MainWindow:
        session = Session(steps(film(), **({"colorize": at_once, "find": iter, "labels": labels} | others)))
        one = MainWindow(session, Settings(tmp_path / "settings.ini"))
        one.resize(width, height)
        one.show()
        qtbot.waitExposed(one)
        made.append(one)
        return one

    yield window
    for one in made:
        one.close()
        one.deleteLater()


def labels(path: Path) -> tuple[Labels, Source]:
    return Labels(patient_id=path.stem), Source(path, "DICOM", study_uid=path.stem)


def coloured(window: MainWindow, qtbot: QtBot, *names: str) -> None:
    session = window.session
    with qtbot.waitSignal(session.colorizationChanged, check_params_cb=lambda: session.colorization is not None):
        window.open_paths([Path(name) for name in names or ("a.dcm",)])
    qtbot.waitUntil(lambda: session.search is not None and not session.search.running)


def test_the_first_screen_offers_ways_to_open_something(make: Make) -> None:
    window = make()
    assert window.stack.currentWidget() is window.welcome
    assert window.focusWidget() is window.welcome.files
    assert not window.studies.isVisible() and not window.colour_dock.isVisible()
    assert not window.actions_.export.isEnabled()
    assert "No studies open" in window.status.reads()


def test_an_open_film_has_panes_studies_and_colour_dock(qtbot: QtBot, make: Make) -> None:
    window = make()
    coloured(window, qtbot)
    assert window.stack.currentWidget() is window.panes
    assert window.studies.isVisible() and window.colour_dock.isVisible()
    assert window.actions_.export.isEnabled()
    assert window.session.current is not None and window.session.current.state is FilmState.COLOURED


def test_the_purpose_is_told_always(make: Make) -> None:
    window = make(900, 600)
    texts = [part.text() for part in window.status.findChildren(QWidget) if hasattr(part, "text") and part.isVisible()]
    assert "Research and teaching, not for primary diagnosis" in texts


@pytest.mark.parametrize(
    ("width", "strip", "rail"), [(1920, False, False), (1440, False, False), (1280, True, False), (1100, True, True)]
)
def test_docks_give_way_to_the_pictures(qtbot: QtBot, make: Make, width: int, strip: bool, rail: bool) -> None:
    window = make(width, 720)
    coloured(window, qtbot)
    assert window.studies.strip is strip
    assert window.colour.rail is rail
    assert window.studies.width() == (tokens.STUDIES_STRIP if strip else tokens.STUDIES)
    assert window.colour_dock.width() == (
        tokens.COLOUR_RAIL if rail else tokens.COLOUR_DOCK if width >= tokens.STRIP_BELOW else tokens.COLOUR_DOCK_MIN
    )


def test_a_dock_unfolded_by_hand_stays_unfolded_until_the_next_breakpoint(qtbot: QtBot, make: Make) -> None:
    window = make(1300, 720)
    coloured(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert not window.studies.strip
    window.resize(1320, 720)
    assert not window.studies.strip
    window.resize(1500, 720)
    window.resize(1300, 720)
    qtbot.waitUntil(lambda: window.studies.strip)
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert window.colour.rail


def test_a_film_that_cannot_be_read_has_its_own_screen_with_ways_on(qtbot: QtBot, make: Make) -> None:
    broken = [True]

    def read(path: Path) -> Read:
        if path.stem == "bad" and broken[0]:
            raise UnreadableFile("The pixel data end after 3 of 9 MB.", "Copy the file again.", "PS3.5 section 8")
        radiograph = film()
        return radiograph, choose_voi(radiograph)[0]

    window = make(read=read)
    window.open_paths([Path("bad.dcm"), Path("good.dcm")])
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.failure)
    assert window.focusWidget() is window.failure.again
    assert not window.colour_dock.isVisible()
    assert "bad cannot be read" in window.status.reads()
    qtbot.mouseClick(window.failure.copy, Qt.MouseButton.LeftButton)
    assert "PS3.5 section 8" in QApplication.clipboard().text()
    qtbot.mouseClick(window.failure.next, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.panes)
    assert window.focusWidget() is window.panes.current.picture
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.failure)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.panes)
    window.session.next_film(-1)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.failure)
    broken[0] = False
    qtbot.mouseClick(window.failure.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.panes and window.session.radiograph is not None)


def test_letters_choose_the_tool_and_signs_the_strength(qtbot: QtBot, make: Make) -> None:
    window = make()
    coloured(window, qtbot)
    picture, session = window.panes.grey.picture, window.session
    for key, tool in ((Qt.Key.Key_Z, Tool.ZOOM), (Qt.Key.Key_P, Tool.PAN), (Qt.Key.Key_W, Tool.WINDOW)):
        qtbot.keyClick(picture, key)
        assert session.tool is tool
        assert window.actions_.tools[tool].isChecked()
    qtbot.keyClick(picture, Qt.Key.Key_BracketLeft)
    assert session.strength == 0.9
    qtbot.keyClick(picture, Qt.Key.Key_BracketRight)
    qtbot.keyClick(picture, Qt.Key.Key_BracketRight)
    assert session.strength == 1.1
    qtbot.keyClick(picture, Qt.Key.Key_Backslash)
    assert session.strength == 1.0


def test_digits_and_i_set_the_window(qtbot: QtBot, make: Make) -> None:
    window = make()
    coloured(window, qtbot)
    picture, session = window.panes.grey.picture, window.session
    stated = session.voi
    qtbot.keyClick(picture, Qt.Key.Key_0)
    assert isinstance(session.voi, Window) and session.voi is not stated
    qtbot.keyClick(picture, Qt.Key.Key_1)
    assert session.voi is stated
    qtbot.keyClick(picture, Qt.Key.Key_I)
    assert session.inverted


def grey_by_g(window: MainWindow, qtbot: QtBot) -> Picture:
    """Press G over the coloured picture; it is grey then, and has the focus."""
    coloured(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    picture = window.panes.colour.picture
    picture.setFocus()
    qtbot.keyPress(picture, Qt.Key.Key_G)
    assert window.session.showing_grey
    return picture


def test_the_film_is_grey_while_g_is_down(qtbot: QtBot, make: Make) -> None:
    window = make()
    picture = grey_by_g(window, qtbot)
    qtbot.keyRelease(picture, Qt.Key.Key_G)
    assert not window.session.showing_grey


@pytest.mark.parametrize("shift", [False, True])
def test_letting_go_of_g_ends_the_grey_wherever_the_focus_went_and_whatever_else_is_held(
    qtbot: QtBot, make: Make, shift: bool
) -> None:
    window = make()
    picture = grey_by_g(window, qtbot)
    if shift:
        qtbot.keyRelease(picture, Qt.Key.Key_G, Qt.KeyboardModifier.ShiftModifier)
    else:
        field = window.findChild(QAbstractSpinBox)
        field.setFocus()
        qtbot.keyRelease(field, Qt.Key.Key_G)
    assert not window.session.showing_grey


def test_arrows_go_from_film_to_film_and_pages_from_study_to_study(qtbot: QtBot, make: Make) -> None:
    study = {"a": "1", "b": "1", "c": "2"}

    def read(path: Path) -> Read:
        radiograph = film(source=Source(path, "DICOM", study_uid=study[path.stem]))
        return radiograph, choose_voi(radiograph)[0]

    window = make(read=read, labels=lambda path: (Labels(), read(path)[0].source))
    coloured(window, qtbot, "a.dcm", "b.dcm", "c.dcm")
    picture, session = window.panes.grey.picture, window.session
    for key, name in (
        (Qt.Key.Key_Down, "b"),
        (Qt.Key.Key_Up, "a"),
        (Qt.Key.Key_PageDown, "c"),
        (Qt.Key.Key_PageUp, "a"),
        (Qt.Key.Key_End, "c"),
        (Qt.Key.Key_Home, "a"),
    ):
        qtbot.keyClick(picture, key)
        assert session.current is not None and session.current.path.stem == name


def test_escape_cancels_the_colour_then_closes_notices(qtbot: QtBot, make: Make) -> None:
    gate, begun = threading.Event(), threading.Event()

    def colorize(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        report(0.4)
        begun.set()
        gate.wait()
        report(0.5)
        return colorization()

    window = make(colorize=colorize)
    window.open_paths([Path("a.dcm")])
    qtbot.waitUntil(begun.is_set)
    qtbot.waitUntil(lambda: window.session.progress is not None)
    window.notices.raise_notice(Notice(Severity.CAUTION, "Title", "Text"))
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    gate.set()
    assert window.session.progress is None
    assert len(window.notices.cards()) == 1
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.notices.cards() == []


def test_what_had_to_be_assumed_is_told_once_and_goes_with_its_film(qtbot: QtBot, make: Make) -> None:
    said = "The window in this file is 0 wide. Shown with the 1 to 99 % range instead."

    def read(path: Path) -> Read:
        radiograph = film(notes=(said,) if path.stem == "odd" else (), source=Source(path, "DICOM"))
        return radiograph, choose_voi(radiograph)[0]

    window = make(read=read)
    coloured(window, qtbot, "odd.dcm", "plain.dcm")
    (card,) = window.notices.cards()
    assert card.notice.severity is Severity.NOTICE
    assert card.notice.title == "The window in this file is 0 wide."
    assert card.notice.text == "Shown with the 1 to 99 % range instead."
    assert window.status.toolTip() == said
    for name in ("plain.dcm", "odd.dcm"):
        with qtbot.waitSignal(
            window.session.radiographChanged, check_params_cb=lambda: window.session.radiograph is not None
        ):
            window.session.show_path(Path(name))
        assert window.notices.cards() == []
        assert window.status.toolTip() == (said if name == "odd.dcm" else "")


def test_f6_goes_round_the_parts(qtbot: QtBot, make: Make) -> None:
    window = make()
    coloured(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.panes.grey.picture.setFocus()
    visited = []
    for _ in range(4):
        window.actions_.next_part.trigger()
        focus = QApplication.focusWidget()
        parts = (window.toolbar, window.studies, window.stack, window.colour_dock)
        visited.append(next(part for part in parts if focus is not None and part.isAncestorOf(focus)))
    assert visited == [window.colour_dock, window.toolbar, window.studies, window.stack]


def test_files_and_folders_can_be_dropped_anywhere(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    window = make(find=lambda paths: (path / "a.dcm" for path in paths))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, *keys)
    window.dragEnterEvent(entering)
    assert entering.isAccepted()
    with qtbot.waitSignal(window.session.radiographChanged):
        window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *keys))
    assert [one.path for one in window.session.films] == [tmp_path / "a.dcm"]


def test_only_folders_are_remembered_and_only_if_wanted(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    window = make(find=lambda paths: (path / "a.dcm" if path.is_dir() else path for path in paths))
    coloured(window, qtbot, "b.dcm")
    assert Settings(tmp_path / "settings.ini").recent() == ()
    coloured(window, qtbot, str(tmp_path))
    (recent,) = Settings(tmp_path / "settings.ini").recent()
    assert (recent.path, recent.films) == (tmp_path, 1)
    window.recent.refresh()
    (again,) = window.recent.actions()
    assert again.text() == tmp_path.name
    window.session.close_film(window.session.films[0])
    again.trigger()
    qtbot.waitUntil(lambda: window.session.search is not None and not window.session.search.running)
    window.actions_.keep_recent.trigger()
    assert Settings(tmp_path / "settings.ini").recent() == ()


def test_every_tool_button_can_be_reached_by_tab_and_has_a_name(make: Make) -> None:
    window = make()
    for button in window.toolbar.findChildren(QToolButton):
        if button.objectName() != "qt_toolbar_ext_button":
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
            assert button.text() or button.accessibleName()


def test_closing_the_window_while_it_works_ends_cleanly(qtbot: QtBot, make: Make) -> None:
    begun = threading.Event()

    def colorize(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        while True:
            begun.set()
            report(0.5)

    window = make(colorize=colorize)
    window.open_paths([Path("a.dcm")])
    qtbot.waitUntil(begun.is_set)
    assert window.close()
    assert not window.isVisible()


def test_palette_and_model_are_taken_up_again_at_the_next_start(qtbot: QtBot, make: Make) -> None:
    first = make()
    other = first.session.palettes[1].name
    first.session.set_palette(other)
    first.close()
    assert make().session.palette.name == other


def test_a_chosen_model_that_is_away_for_the_moment_stays_chosen(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    kept = Settings(tmp_path / "settings.ini")
    for at_hand, chosen, used in (
        (("basic", "fine"), None, "basic"),
        (("basic", "fine"), "fine", "fine"),
        (("basic",), None, "basic"),
        (("basic", "fine"), None, "fine"),
    ):
        before = kept.choice("model")
        window = make(models=lambda names=at_hand: tuple(map(card, names)))
        with qtbot.waitSignal(window.session.modelChanged):
            window.session.find_models()
        if chosen is not None:
            window.session.set_model(chosen)
        window.close()
        kept = Settings(tmp_path / "settings.ini")
        assert window.session.model == used
        assert kept.choice("model") == (chosen or before)


def test_the_keys_sheet_and_about_open_beside_the_work(qtbot: QtBot, make: Make) -> None:
    window = make()
    window.actions_.keys.trigger()
    window.actions_.about.trigger()
    assert window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    (card,) = window.notices.cards()
    assert "not for primary diagnosis" in card.accessibleName()


def test_the_palette_editor_shows_on_the_panes_and_its_draft_is_never_remembered(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    window = make()
    coloured(window, qtbot)
    window.colour.paletteEditorWanted.emit()
    editor = window.findChild(PaletteEditor)
    assert editor is not None and editor.isVisible() and not editor.isModal()
    editor.draft.set_colour("lung", 20, 5)
    assert window.colour.palette_chooser.placeholderText() == "My Anatomical, not saved"
    assert Settings(tmp_path / "settings.ini").choice("palette") in ("", "anatomical")
    window.actions_.edit_palette.trigger()
    assert window.findChildren(PaletteEditor) == [editor]
    editor.reject()
    assert window.colour.palette_chooser.currentText() == "Anatomical"
