"""The palette editor: every change is on the film and audited at once, kept only when it is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.made import colour_film, film, steps
from xraycolor_gui.core.errors import ExportError
from xraycolor_gui.core.palette import Palette, Swatch
from xraycolor_gui.gui.dialogs.palette_editor import PaletteEditor, place_beside
from xraycolor_gui.gui.icons import icon
from xraycolor_gui.gui.session import Session
from xraycolor_gui.io.palettes import palettes, save_palette
from xraycolor_gui.io.resources import palette as shipped

MINE = Palette("mine", "Mine", "For teaching.", dict(shipped("safe").tissues), 1.5)
Make = Callable[[Palette | None], PaletteEditor]


pytestmark = pytest.mark.usefixtures("own_data")


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    one = Session(steps(film()))
    yield one
    one.close()


@pytest.fixture
def make(session: Session, qtbot: QtBot) -> Make:
    parent = QWidget()
    qtbot.addWidget(parent)

    def editor(own: Palette | None = None) -> PaletteEditor:
        if own is not None:
            save_palette(own)
            session.add_palette(own)
        made = PaletteEditor(session, parent)
        made.show()
        return made

    return editor


@pytest.fixture
def editor(make: Make) -> PaletteEditor:
    return make(None)


def names() -> list[str]:
    return [palette.name for palette in palettes()]


def point(editor: PaletteEditor, a: float, b: float) -> QPoint:
    return editor.plane.point_of(a, b).toPoint()


def drag(editor: PaletteEditor, *stations: tuple[float, float]) -> None:
    first, *others = (point(editor, *station) for station in stations)
    QTest.mousePress(editor.plane, Qt.MouseButton.LeftButton, pos=first)
    for station in others:
        QTest.mouseMove(editor.plane, station)
    QTest.mouseRelease(editor.plane, Qt.MouseButton.LeftButton, pos=QPoint(others[-1] if others else first))


def save(editor: PaletteEditor, qtbot: QtBot) -> None:
    QTest.mouseClick(editor.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: editor.state.text() != "Saving")


def test_dragging_a_tissue_draws_the_film_anew_without_another_inference(
    session: Session, editor: PaletteEditor, qtbot: QtBot
) -> None:
    colour_film(session, qtbot)
    colorization, before = session.colorization, session.palette
    lung = before.tissues["lung"]
    drag(editor, (lung.a, lung.b), (10, 10), (20, -5))
    assert session.palette.tissues["lung"].a == pytest.approx(20, abs=0.3)
    assert session.palette.title == "My Anatomical, not saved"
    assert session.colorization is colorization and session.chosen_palette is before
    assert editor.draft.steps.count() == 1


def test_cancel_brings_the_old_palette_back(session: Session, editor: PaletteEditor, qtbot: QtBot) -> None:
    before = session.palette
    editor.power.setValue(3.0)
    assert session.palette.power == 3.0
    QTest.mouseClick(editor.cancel, Qt.MouseButton.LeftButton)
    assert session.palette is before and not editor.isVisible()
    assert names() == [palette.name for palette in session.palettes]


def test_one_stray_esc_keeps_the_changes(session: Session, editor: PaletteEditor) -> None:
    editor.power.setValue(3.0)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible() and "Esc again" in editor.state.text()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible() and session.palette is session.chosen_palette


def test_a_copy_of_a_shipped_palette_is_saved_under_its_own_name_and_used(
    session: Session, editor: PaletteEditor, qtbot: QtBot
) -> None:
    editor.title.selectAll()
    QTest.keyClicks(editor.title, "Teaching")
    drag(editor, (0, 0), (-5, 5))
    save(editor, qtbot)
    assert "Saved" in editor.state.text()
    kept = {palette.name: palette for palette in palettes()}["teaching"]
    assert session.palette is session.chosen_palette and session.palette.name == "teaching"
    assert dict(kept.tissues) == dict(session.palette.tissues)
    assert not editor.save.isEnabled() and editor.delete.isVisible()


def test_an_own_palette_is_edited_in_place(session: Session, make: Make, qtbot: QtBot) -> None:
    editor = make(MINE)
    editor.salience.setValue(7.0)
    save(editor, qtbot)
    assert session.palette.name == "mine" and names().count("mine") == 1
    assert {palette.name: palette for palette in palettes()}["mine"].tissues["lung"].salience == 7.0


def test_undoing_everything_shows_the_chosen_palette_itself(session: Session, make: Make) -> None:
    editor = make(MINE)
    editor.salience.setValue(7.0)
    assert session.palette.title == "Mine, not saved"
    editor.draft.undo()
    assert session.palette is session.chosen_palette is MINE
    assert editor.cancel.text() == "Close" and not editor.save.isEnabled()


def test_delete_removes_an_own_palette_and_save_keeps_it_again(session: Session, make: Make, qtbot: QtBot) -> None:
    editor = make(MINE)
    QTest.mouseClick(editor.delete, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Deleted" in editor.state.text())
    assert "mine" not in names() and MINE not in session.palettes
    assert session.chosen_palette is session.palettes[0] and not editor.delete.isVisible()
    save(editor, qtbot)
    assert "mine" in names() and session.palette.name == "mine"


def test_a_shipped_palette_cannot_be_deleted(editor: PaletteEditor) -> None:
    assert not editor.delete.isVisible()


@pytest.mark.parametrize(("title", "words"), [("", "a name"), ("Anatomical", "another palette"), ("  ", "a name")])
def test_without_a_name_of_its_own_nothing_is_saved(
    editor: PaletteEditor, qtbot: QtBot, title: str, words: str
) -> None:
    before = names()
    editor.draft.set_title(title)
    save(editor, qtbot)
    assert words in editor.state.text() and names() == before


def test_a_tissue_without_label_is_led_to(editor: PaletteEditor, qtbot: QtBot) -> None:
    editor.draft.set_label("bone", " ")
    save(editor, qtbot)
    assert "label" in editor.state.text()
    assert editor.label.accessibleName() and editor.label.text() == " "


def test_what_the_system_refuses_is_told_and_nothing_is_lost(qtbot: QtBot) -> None:
    def refuse(palette: Palette) -> Palette:
        raise ExportError("The disk is full.", "Make room.")

    session, parent = Session(steps(film(), save_palette=refuse)), QWidget()
    qtbot.addWidget(parent)
    editor = PaletteEditor(session, parent)
    editor.show()
    editor.power.setValue(2.0)
    save(editor, qtbot)
    assert editor.state.text() == "The disk is full. Make room."
    assert not editor.draft.saved and session.palette.power == 2.0 and editor.save.isEnabled()
    session.close()


def test_ctrl_z_takes_back_steps_also_from_within_a_field(editor: PaletteEditor, qtbot: QtBot) -> None:
    qtbot.waitActive(editor)
    editor.a.setFocus()
    editor.a.selectAll()
    QTest.keyClicks(editor.a, "12")
    QTest.keyClick(editor.a, Qt.Key.Key_Return)
    editor.salience.setFocus()
    assert editor.draft.swatch("lung").a == 12.0
    QTest.keyClick(editor.salience, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.draft.swatch("lung").a == -9.0 and editor.a.value() == -9.0
    QTest.keyClick(editor.title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert editor.draft.swatch("lung").a == 12.0


def test_a_number_that_is_too_large_is_taken_as_large_as_the_other_allows(editor: PaletteEditor) -> None:
    editor.a.setValue(32.0)
    assert (editor.a.value(), editor.b.value()) == (21.1, -24.0)


def test_arrow_keys_move_the_colour_and_page_keys_choose_the_tissue(editor: PaletteEditor) -> None:
    QTest.keyClick(editor.plane, Qt.Key.Key_Right)
    QTest.keyClick(editor.plane, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert (editor.a.value(), editor.b.value()) == (-8.0, -19.0)
    assert editor.plane.accessibleName() == "Colour plane. Lung: a* -8, b* -19"
    QTest.keyClick(editor.plane, Qt.Key.Key_PageDown)
    assert editor.label.text() == "Heart, vessels"
    QTest.keyClick(editor.table, Qt.Key.Key_Down)
    assert editor.label.text() == "Bone"


def test_pressing_on_another_tissue_takes_hold_of_it_without_moving_it(editor: PaletteEditor) -> None:
    bone = editor.draft.swatch("bone")
    drag(editor, (bone.a, bone.b))
    assert editor.label.text() == "Bone" and editor.draft.saved


def test_the_audit_follows_and_tells_its_verdicts_by_shape_and_word(editor: PaletteEditor) -> None:
    bone = editor.draft.swatch("bone")
    editor.draft.set_colour("lung", bone.a, bone.b)
    cell = editor.table.items()[2]
    assert cell.text(1) == "0.0" and not cell.icon(1).isNull()
    assert "too close" in editor.table.text_at("bone", 1)
    assert editor.findings.items()[0].text(1) == "does not hold"
    assert "Too close: lung and bone" in editor.sentence.text()
    editor.draft.undo()
    assert cell.icon(1).isNull() and "apart" in editor.table.text_at("bone", 1)


def test_gamut_is_told_at_low_and_high_lightness(editor: PaletteEditor) -> None:
    editor.draft.set_colour("heart", 31, 0)
    light = editor.table.text_at("heart", 6)
    assert "L* 85" in light and "L* 25" in editor.table.text_at("heart", 5)


def test_colours_are_shown_as_each_reader_sees_them(editor: PaletteEditor, qtbot: QtBot) -> None:
    pictures = []
    for button in editor.visions.buttons():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        ramp = editor.table.items()[1].icon(0).pixmap(editor.table.iconSize()).toImage()
        pictures.append((ramp.pixelColor(30, 7).rgb(), editor.plane.grab().toImage().pixelColor(180, 120).rgb()))
    assert len(set(pictures)) == 4


def test_a_tissue_that_the_palette_leaves_grey_can_be_given_a_colour(make: Make, session: Session) -> None:
    few = Palette("few", "Few", "Two.", {"bone": Swatch("Bone", 0, 20), "heart": Swatch("Heart", 20, 10)})
    editor = make(few)
    assert [item.text(0) for item in editor.table.items()][:3] == ["Bone", "Heart", "Lung"]
    assert editor.table.text_at("lung", 1) == "–"
    QTest.keyClick(editor.table, Qt.Key.Key_Down)
    QTest.keyClick(editor.table, Qt.Key.Key_Down)
    editor.b.setValue(-20.0)
    assert session.palette.tissues["lung"] == Swatch("Lung", 0.0, -20.0)
    assert editor.table.text_at("bone", 1) != "–"


def test_another_palette_may_be_looked_at_meanwhile(session: Session, editor: PaletteEditor) -> None:
    editor.power.setValue(2.0)
    session.set_palette("safe")
    assert session.palette.name == "safe" and "The panes show" in editor.state.text()
    editor.power.setValue(2.5)
    assert session.palette.power == 2.5
    editor.reject()
    assert session.palette.name == "safe"


def test_every_control_has_a_name_and_no_text_is_cut(editor: PaletteEditor) -> None:
    for one in editor.findChildren(QAbstractButton):
        assert one.accessibleName() or one.text(), one
    for field in (editor.title, editor.label, editor.a, editor.b, editor.salience, editor.power, editor.table):
        assert field.accessibleName()
    for told in editor.findChildren(QLabel):
        if told.isVisible() and not told.wordWrap():
            assert told.width() >= told.sizeHint().width(), told.text()


def test_tab_goes_through_every_control_in_reading_order(editor: PaletteEditor, qtbot: QtBot) -> None:
    qtbot.waitActive(editor)
    editor.draft.set_power(2.0)
    editor.title.setFocus()
    expected = [
        editor.title,
        editor.undo,
        editor.plane,
        editor.label,
        editor.a,
        editor.b,
        editor.salience,
        editor.power,
        editor.visions.buttons()[0],
    ]
    for widget in expected:
        assert QApplication.focusWidget() is widget
        QTest.keyClick(widget, Qt.Key.Key_Tab)


def test_the_editor_takes_the_corner_that_hides_least_of_the_picture(qtbot: QtBot) -> None:
    main = QWidget()
    qtbot.addWidget(main)
    main.resize(700, 500)
    picture = QWidget(main)
    picture.setGeometry(0, 0, 350, 500)
    main.show()
    beside = QWidget(main, Qt.WindowType.Dialog)
    beside.setMinimumSize(300, 200)
    place_beside(beside, picture)
    beside.show()
    assert beside.x() >= main.x() + 350


def test_undo_and_delete_have_their_icons() -> None:
    for meaning in ("undo", "redo", "delete"):
        assert not icon(meaning).pixmap(16, 16).isNull()
