"""Giving feedback in the whole window: two clicks or keys to a verdict, the list, undo, and what is in the store."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.feedback.made import READER, feedback_window, outline, saved, store_in
from tests.gui.made import MakeWindow, colorization, colour_in
from xraycolor_gui.core.feedback import Verdict
from xraycolor_gui.core.regions import kind
from xraycolor_gui.gui.feedback.files import FeedbackFiles
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.window import MainWindow
from xraycolor_gui.io.feedback.store import FeedbackStore

SPACE = "\u202f"


def rows(window: MainWindow) -> list[list[str]]:
    table = window.feedback.panel.table
    items = [table.topLevelItem(at) for at in range(table.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in items if item is not None]


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


def test_two_keys_make_a_verdict_and_it_is_in_the_store(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    picture = window.panes.grey.picture
    picture.setFocus()
    QTest.keyClick(picture, Qt.Key.Key_O)
    assert window.session.tool is Tool.REGION_RECTANGLE and window.feedback.button.isChecked()
    outline(window, Tool.REGION_RECTANGLE, (60, 80), (160, 200))
    chooser = window.feedback.asking.chooser
    assert chooser is not None and chooser.isVisible() and chooser.width() == 212
    press(qtbot, Qt.Key.Key_1)
    assert window.feedback.asking.chooser is None
    (row,) = rows(window)
    assert row[:2] == ["1", "Right"] and row[2].startswith("Lung") and row[2].endswith(f"{SPACE}%")
    (record,) = saved(qtbot, window, store_in(tmp_path))
    assert (record.reader, record.verdict, record.tissue) == (READER, Verdict.RIGHT, "")
    assert record.screen is not None and record.screen.appearance.model is not None
    assert record.screen.appearance.model.name == "basic" and record.screen.appearance.palette
    assert record.region is not None and kind(record.region) == "rectangle"


def test_wrong_tissue_asks_which_in_the_order_of_the_models_next_guesses(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    voi = window.session.voi
    outline(window, Tool.REGION_RECTANGLE, (60, 80), (160, 200))
    chooser = window.feedback.asking.chooser
    assert chooser is not None and not chooser.asks_tissue
    press(qtbot, Qt.Key.Key_2)
    assert chooser.asks_tissue and chooser.width() > 2 * 212
    first = window.panes.linked.regions.guesses(window.panes.linked.regions.regions[0].region)[0]
    press(qtbot, Qt.Key.Key_1)
    (record,) = saved(qtbot, window, store_in(tmp_path))
    assert (record.verdict, record.tissue) == (Verdict.WRONG_TISSUE, first)
    # Digits were verdicts, not window presets.
    assert window.session.voi is voi


def test_escape_or_a_click_elsewhere_keeps_a_dashed_draft(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    outline(window, Tool.REGION_RECTANGLE, (60, 80), (160, 200))
    press(qtbot, Qt.Key.Key_Escape)
    outline(window, Tool.REGION_ELLIPSE, (260, 80), (360, 200))
    QTest.mouseClick(window.panes.grey.picture, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert window.feedback.asking.chooser is None
    drawings = window.panes.linked.regions.drawings
    assert [drawing.dashed for drawing in drawings] == [True, True]
    assert [row[1] for row in rows(window)] == ["Say what is wrong…"] * 2
    assert [record.verdict for record in saved(qtbot, window, store_in(tmp_path))] == [None, None]


@pytest.mark.parametrize(
    "corners", [((60, 80), (160, 200)), ((5, 5), (60, 60)), ((440, 340), (495, 395)), ((200, 10), (300, 390))]
)
@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
def test_the_chooser_never_lies_over_its_region(
    qtbot: QtBot,
    make_window: MakeWindow,
    tmp_path: Path,
    corners: tuple[tuple[float, float], ...],
    size: tuple[int, int],
) -> None:
    window = feedback_window(qtbot, make_window, tmp_path, width=size[0], height=size[1])
    outline(window, Tool.REGION_RECTANGLE, *corners)
    chooser, asking = window.feedback.asking.chooser, window.feedback.asking
    assert chooser is not None
    from xraycolor_gui.gui.feedback.asking import _box, _host

    picture, layer = window.panes.grey.picture, window.panes.linked.regions
    for _ in range(2):
        box = _box(layer, layer.regions[0].id, picture, _host(picture))
        assert box is not None and not chooser.geometry().intersects(box)
        assert window.panes.rect().contains(chooser.geometry())
        press(qtbot, Qt.Key.Key_2)
    assert asking.chooser is chooser or asking.chooser is None


def test_delete_asks_nothing_and_undo_brings_it_back_with_its_history(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    outline(window, Tool.REGION_RECTANGLE, (60, 80), (160, 200))
    press(qtbot, Qt.Key.Key_6)
    undo = window.session.undo
    before = saved(qtbot, window, store_in(tmp_path))
    window.feedback.panel.delete.click()
    assert rows(window) == [] and undo.undo_name == "deletion of region 1"
    assert saved(qtbot, window, store_in(tmp_path)) == ()
    undo.undo()
    assert saved(qtbot, window, store_in(tmp_path)) == before
    undo.undo()
    undo.undo()
    assert saved(qtbot, window, store_in(tmp_path)) == ()
    undo.redo()
    undo.redo()
    assert [row[1] for row in rows(window)] == ["Artefact"]
    saved(qtbot, window, store_in(tmp_path))
    with FeedbackStore(store_in(tmp_path)) as store:
        assert len(store.history()) == 8 and store.check() == []


def test_what_was_said_is_there_again_in_another_window(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    outline(window, Tool.REGION_ELLIPSE, (60, 80), (160, 200))
    press(qtbot, Qt.Key.Key_4)
    window.feedback.panel.ratings[3].click()
    window.feedback.panel.comment.setPlainText("too bright")
    window.close()
    with FeedbackStore(store_in(tmp_path)) as store:
        kept = store.records()
    again = feedback_window(qtbot, make_window, tmp_path)
    qtbot.waitUntil(lambda: len(rows(again)) == 1)
    layer = again.panes.linked.regions
    assert layer.regions[0].comment == "too bright" and layer.regions[0].verdict is Verdict.SHOULD_BE_GREY
    assert layer.film is not None
    assert set(kept) == set(again.session.feedback.every(layer.film))
    assert again.feedback.panel.ratings[3].isChecked()


def test_other_readers_regions_are_shown_only_when_asked_for(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    outline(window, Tool.REGION_RECTANGLE, (60, 80), (160, 200))
    press(qtbot, Qt.Key.Key_1)
    given, layer = window.session.feedback, window.panes.linked.regions
    given.set_reader("B. Other")
    assert rows(window) == [] and layer.drawings == []
    window.feedback.panel.others.click()
    (drawing,) = layer.drawings
    assert drawing.words[0].text == READER
    layer.remove(drawing.id)
    layer.reshape(drawing.id, drawing.shape.moved(5, 5))
    assert layer.drawings == [drawing]
    given.set_reader(READER)
    assert len(rows(window)) == 1


def test_who_gives_feedback_is_asked_once_and_nothing_is_kept_before(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window(feedback=FeedbackFiles(store_in(tmp_path)))
    colour_in(window, qtbot, "a.dcm")
    outline(window, Tool.REGION_RECTANGLE, (60, 80), (160, 200))
    question = window.feedback.asking.question
    assert question is not None and question.isVisible() and rows(window) == []
    host = question.parentWidget()
    question.move(host.width() - question.width(), 0)
    host.resize(host.width() - 200, host.height())
    assert host.rect().contains(question.geometry()), "what takes the panes' room hides nothing of it"
    question.decline.click()
    assert window.panes.linked.regions.drawings == [] and not store_in(tmp_path).exists()
    outline(window, Tool.REGION_RECTANGLE, (60, 80), (160, 200))
    question = window.feedback.asking.question
    assert question is not None
    question.name.setText("A. Reader")
    question.agree.click()
    assert window.feedback.asking.chooser is not None and len(rows(window)) == 1
    press(qtbot, Qt.Key.Key_1)
    (record,) = saved(qtbot, window, store_in(tmp_path))
    assert record.reader == "A. Reader"
    assert window._settings.choice("reader") == "A. Reader"


def test_the_kind_of_region_is_remembered_for_the_key(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    window.session.set_tool(Tool.REGION_BRUSH)
    window.session.set_tool(Tool.WINDOW)
    window.panes.grey.picture.setFocus()
    QTest.keyClick(window.panes.grey.picture, Qt.Key.Key_O)
    assert window.session.tool is Tool.REGION_BRUSH


def test_the_legend_tells_the_mean_in_the_chosen_region(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    outline(window, Tool.REGION_RECTANGLE, (20, 80), (120, 200))
    press(qtbot, Qt.Key.Key_Escape)
    legend = window.colour.legend
    assert legend.where.text() == "mean in region 1"
    shares = {row.tissue: row.share for row in legend.rows}
    assert (shares["lung"] or 0) > 0.5 and shares["bone"] == 0
    window.panes.linked.regions.choose("")
    assert legend.where.text() != "mean in region 1"


def test_typing_a_comment_is_one_step(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    outline(window, Tool.REGION_RECTANGLE, (20, 80), (120, 200))
    press(qtbot, Qt.Key.Key_1)
    panel = window.feedback.panel
    panel.comment.setFocus()
    QTest.keyClicks(panel.comment, "rib")
    qtbot.waitUntil(lambda: window.session.undo.undo_name == "words on region 1")
    assert [record.comment for record in saved(qtbot, window, store_in(tmp_path))] == ["rib"]
    window.session.undo.undo()
    assert panel.comment.toPlainText() == ""


def test_the_colour_follows_what_is_said_and_can_be_seen_without(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    from dataclasses import replace

    import numpy as np

    from xraycolor_gui.core.colorization import TISSUES, Colorization, Traits
    from xraycolor_gui.core.feedback import Feedback

    small = np.zeros((4, 5, len(TISSUES)), np.float32)
    traits = Traits(small, small.astype(np.float16), small.astype(np.float16), 1, small[..., 0], small[..., 0])
    modelled = replace(colorization(), traits=traits)
    taught = replace(colorization(lung=0.1), traits=traits)

    def adapt(made: Colorization, records: tuple[Feedback, ...]) -> tuple[Colorization, int]:
        assert made is modelled
        return taught, len(records)

    window = feedback_window(qtbot, make_window, tmp_path, colorize=lambda *_: modelled, adapt=adapt)
    session = window.session
    outline(window, Tool.REGION_RECTANGLE, (20, 80), (120, 200))
    press(qtbot, Qt.Key.Key_4)
    qtbot.waitUntil(lambda: session.colorization is taught)
    assert session.colouring is not None and session.colouring.corrections == 1
    picture = window.panes.grey.picture
    picture.setFocus()
    QTest.keyPress(picture, Qt.Key.Key_U)
    assert session.colorization is modelled
    QTest.keyRelease(picture, Qt.Key.Key_U)
    assert session.colorization is taught
    QTest.keyClick(picture, Qt.Key.Key_T)
    assert session.colorization is modelled and not window.feedback.teaches.isChecked()
    QTest.keyClick(picture, Qt.Key.Key_T)
    assert session.colorization is taught
    session.undo.undo()
    assert session.colorization is modelled
    session.undo.redo()
    qtbot.waitUntil(lambda: session.colorization is taught)


def test_a_comment_on_the_film_is_kept_with_its_rating_as_one_step(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    panel = window.feedback.panel
    panel.ratings[1].click()
    window.activateWindow()
    panel.film_comment.setFocus()
    QTest.keyClicks(panel.film_comment, "too red")
    (record,) = saved(qtbot, window, store_in(tmp_path))
    assert (record.rating, record.comment, record.region) == (2, "too red", None)
    window.session.undo.undo()
    (record,) = saved(qtbot, window, store_in(tmp_path))
    assert (record.rating, record.comment, panel.film_comment.toPlainText()) == (2, "", "")
    window.session.undo.redo()
    # The second click takes the rating back, and the comment stays.
    panel.ratings[1].click()
    (record,) = saved(qtbot, window, store_in(tmp_path))
    assert (record.rating, record.comment) == (None, "too red")
    panel.film_comment.clear()
    assert saved(qtbot, window, store_in(tmp_path)) == ()


def test_what_is_typed_stays_with_its_film_when_another_comes(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    panel, layer = window.feedback.panel, window.panes.linked.regions
    colour_in(window, qtbot, "b.dcm")
    outline(window, Tool.REGION_RECTANGLE, (60, 80), (160, 200))
    press(qtbot, Qt.Key.Key_Escape)
    QTest.keyClicks(panel.comment, "rib")
    QTest.keyClicks(panel.film_comment, "pale")
    window.session.show_path(Path("a.dcm"))
    qtbot.waitUntil(lambda: layer.film is not None and layer.film.sha256.startswith("a"))
    assert panel.film_comment.toPlainText() == ""
    records = saved(qtbot, window, store_in(tmp_path))
    assert [(record.film.sha256[0], record.comment) for record in records] == [("b", "rib"), ("b", "pale")]


def test_nobody_comments_before_the_name_is_known(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window = feedback_window(qtbot, make_window, tmp_path)
    window.session.feedback.set_reader("")
    comment = window.feedback.panel.film_comment
    QTest.keyClicks(comment, "x")
    question = window.feedback.asking.question
    assert comment.toPlainText() == "" and question is not None
    question.name.setText(READER)
    question.agree.click()
    QTest.keyClicks(comment, "x")
    assert [record.comment for record in saved(qtbot, window, store_in(tmp_path))] == ["x"]


def test_an_export_draws_regions_and_measurements_only_when_asked(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    from xraycolor_gui.core.measurements import Measure
    from xraycolor_gui.gui.dialogs.export import ExportDialog

    film = tmp_path / "a.dcm"
    film.write_bytes(b"the film itself")
    window = feedback_window(qtbot, make_window, tmp_path)
    colour_in(window, qtbot, str(film))
    settings = window._settings
    empty = ExportDialog(window.session, settings, window)
    assert empty.annotate.isHidden() and empty.annotations == ()
    outline(window, Tool.REGION_RECTANGLE, (60, 80), (160, 200))
    press(qtbot, Qt.Key.Key_1)
    outline(window, Tool.REGION_ELLIPSE, (260, 80), (360, 200))
    press(qtbot, Qt.Key.Key_Escape)
    window.panes.linked.measurements.add(Measure.LENGTH, [(100.0, 300.0), (300.0, 300.0)])
    dialog = ExportDialog(window.session, settings, window)
    assert not dialog.annotate.isHidden() and not dialog.annotate.isChecked() and dialog.annotations == ()
    before = dialog._picture.pixmap().toImage()
    dialog.annotate.setChecked(True)
    # The draft stays on the screen.
    words = [each.words for each in dialog.annotations]
    assert words[0] == "1 Right" and words[1].startswith("100") and len(words) == 2
    assert dialog._picture.pixmap().toImage() != before
    dialog.folder.setText(str(tmp_path / "out"))
    with qtbot.waitSignal(window.session.noticeRaised, timeout=20_000):
        dialog.write.click()
    (written,) = (tmp_path / "out").iterdir()
    assert "_annotated" in written.name
    # Never on by itself.
    assert not ExportDialog(window.session, settings, window).annotate.isChecked()
