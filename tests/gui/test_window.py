"""The window as a whole: what it shows when, what has room, what the keys do."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.made import MakeWindow, Read, card, colour_in, film
from xraycolor_gui.core.colorization import Colorization
from xraycolor_gui.core.errors import UnreadableFile
from xraycolor_gui.core.presentation import choose_voi
from xraycolor_gui.core.radiograph import Radiograph, Source
from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.dialogs.palette_editor import PaletteEditor
from xraycolor_gui.gui.films import FilmState
from xraycolor_gui.gui.notice import Severity
from xraycolor_gui.gui.settings import Settings


def test_the_first_screen_offers_ways_to_open_something(make_window: MakeWindow) -> None:
    window = make_window()
    assert window.stack.currentWidget() is window.welcome
    assert window.focusWidget() is window.welcome.files
    assert not window.studies.isVisible() and not window.colour_dock.isVisible()
    assert not window.actions_.file.export.isEnabled()
    assert "No studies open" in window.status.reads()


def test_an_open_film_has_panes_studies_and_colour_dock(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    colour_in(window, qtbot)
    assert window.stack.currentWidget() is window.panes
    assert window.studies.isVisible() and window.colour_dock.isVisible()
    assert window.actions_.file.export.isEnabled()
    assert window.session.current is not None and window.session.current.state is FilmState.COLOURED


def test_the_purpose_is_told_always(make_window: MakeWindow) -> None:
    window = make_window(900, 600)
    texts = [part.text() for part in window.status.findChildren(QWidget) if hasattr(part, "text") and part.isVisible()]
    assert "Research and teaching, not for primary diagnosis" in texts


@pytest.mark.parametrize(
    ("width", "strip", "rail"), [(1920, False, False), (1440, False, False), (1280, True, False), (1100, True, True)]
)
def test_docks_give_way_to_the_pictures(
    qtbot: QtBot, make_window: MakeWindow, width: int, strip: bool, rail: bool
) -> None:
    window = make_window(width, 720)
    colour_in(window, qtbot)
    assert window.studies.strip is strip
    assert window.colour.rail is rail
    assert window.studies.width() == (tokens.STUDIES_STRIP if strip else tokens.STUDIES)
    assert window.colour_dock.width() == (
        tokens.COLOUR_RAIL if rail else tokens.COLOUR_DOCK if width >= tokens.STRIP_BELOW else tokens.COLOUR_DOCK_MIN
    )


def test_a_dock_unfolded_by_hand_stays_unfolded_until_the_next_breakpoint(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window(1300, 720)
    colour_in(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert not window.studies.strip
    window.resize(1320, 720)
    assert not window.studies.strip
    window.resize(1500, 720)
    window.resize(1300, 720)
    qtbot.waitUntil(lambda: window.studies.strip)
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert window.colour.rail


def test_a_film_that_cannot_be_read_has_its_own_screen_with_ways_on(qtbot: QtBot, make_window: MakeWindow) -> None:
    broken = [True]

    def read(path: Path) -> Read:
        if path.stem == "bad" and broken[0]:
            raise UnreadableFile("The pixel data end after 3 of 9 MB.", "Copy the file again.", "PS3.5 section 8")
        radiograph = film()
        return radiograph, choose_voi(radiograph)[0]

    window = make_window(read=read)
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


def test_what_had_to_be_assumed_is_told_once_and_goes_with_its_film(qtbot: QtBot, make_window: MakeWindow) -> None:
    said = "The window in this file is 0 wide. Shown with the 1 to 99 % range instead."

    def read(path: Path) -> Read:
        radiograph = film(notes=(said,) if path.stem == "odd" else (), source=Source(path, "DICOM"))
        return radiograph, choose_voi(radiograph)[0]

    window = make_window(read=read)
    colour_in(window, qtbot, "odd.dcm", "plain.dcm")
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


def test_files_and_folders_can_be_dropped_anywhere(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(find=lambda paths: (path / "a.dcm" for path in paths))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, *keys)
    window.dragEnterEvent(entering)
    assert entering.isAccepted()
    with qtbot.waitSignal(window.session.radiographChanged):
        window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *keys))
    assert [one.path for one in window.session.films] == [tmp_path / "a.dcm"]


def test_only_folders_are_remembered_and_only_if_wanted(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(find=lambda paths: (path / "a.dcm" if path.is_dir() else path for path in paths))
    colour_in(window, qtbot, "b.dcm")
    assert Settings(tmp_path / "settings.ini").recent() == ()
    colour_in(window, qtbot, str(tmp_path))
    (recent,) = Settings(tmp_path / "settings.ini").recent()
    assert (recent.path, recent.films) == (tmp_path, 1)
    window.recent.refresh()
    (again,) = window.recent.actions()
    assert again.text() == tmp_path.name
    window.session.close_film(window.session.films[0])
    again.trigger()
    qtbot.waitUntil(lambda: window.session.search is not None and not window.session.search.running)
    window.actions_.file.keep_recent.trigger()
    assert Settings(tmp_path / "settings.ini").recent() == ()


def test_closing_the_window_while_it_works_ends_cleanly(qtbot: QtBot, make_window: MakeWindow) -> None:
    begun = threading.Event()

    def colorize(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        while True:
            begun.set()
            report(0.5)

    window = make_window(colorize=colorize)
    window.open_paths([Path("a.dcm")])
    qtbot.waitUntil(begun.is_set)
    assert window.close()
    assert not window.isVisible()


def test_palette_and_model_are_taken_up_again_at_the_next_start(qtbot: QtBot, make_window: MakeWindow) -> None:
    first = make_window()
    other = first.session.palettes[1].name
    first.session.set_palette(other)
    first.close()
    assert make_window().session.palette.name == other


def test_a_chosen_model_that_is_away_for_the_moment_stays_chosen(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    kept = Settings(tmp_path / "settings.ini")
    for at_hand, chosen, used in (
        (("basic", "fine"), None, "basic"),
        (("basic", "fine"), "fine", "fine"),
        (("basic",), None, "basic"),
        (("basic", "fine"), None, "fine"),
    ):
        before = kept.choice("model")
        window = make_window(models=lambda names=at_hand: tuple(map(card, names)))
        with qtbot.waitSignal(window.session.modelChanged):
            window.session.find_models()
        if chosen is not None:
            window.session.set_model(chosen)
        window.close()
        kept = Settings(tmp_path / "settings.ini")
        assert window.session.model == used
        assert kept.choice("model") == (chosen or before)


def test_the_keys_sheet_and_about_open_beside_the_work(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.actions_.help.keys.trigger()
    window.actions_.help.about.trigger()
    assert window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    (card,) = window.notices.cards()
    assert "not for primary diagnosis" in card.accessibleName()


def test_the_palette_editor_shows_on_the_panes_and_its_draft_is_never_remembered(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window()
    colour_in(window, qtbot)
    window.colour.paletteEditorWanted.emit()
    editor = window.findChild(PaletteEditor)
    assert editor is not None and editor.isVisible() and not editor.isModal()
    editor.draft.set_colour("lung", 20, 5)
    assert window.colour.palette_chooser.placeholderText() == "My Anatomical, not saved"
    assert Settings(tmp_path / "settings.ini").choice("palette") in ("", "anatomical")
    window.actions_.colour.edit_palette.trigger()
    assert window.findChildren(PaletteEditor) == [editor]
    editor.reject()
    assert window.colour.palette_chooser.currentText() == "Anatomical"


def test_a_window_that_grows_narrow_keeps_every_button_of_its_tool_bar(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(1600, 800)
    buttons = [window.toolbar.widgetForAction(action) for action in window.toolbar.actions() if action.isVisible()]
    for width in (1000, 1500, 900, 1280):
        window.resize(width, 800)
        qtbot.waitUntil(lambda: all(each.isVisible() for each in buttons))
