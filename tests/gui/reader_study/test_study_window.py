"""A whole study through the window, and nothing that tells whose film it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS, MakeWindow, film
from tests.gui.reader_study.studies import MakeStudyWindow, answer, begin, click, kept, shown, study
from xraycolor_gui.core.errors import StudyError, UnreadableFile
from xraycolor_gui.core.presentation import choose_voi
from xraycolor_gui.core.reader_study.plan import Condition
from xraycolor_gui.gui.reader_study import records
from xraycolor_gui.gui.reader_study.records import Study
from xraycolor_gui.gui.views import film_texts


def test_a_whole_study_is_read_by_keys_and_ends_with_the_way_to_its_report(
    make_study_window: MakeStudyWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    small = study(tmp_path)
    window = make_study_window(small)
    begin(window, qtbot)
    for number in range(4):
        assert window.showing is not None
        assert window.showing.number == number
        assert [pane.isVisible() for pane in (window.panes.grey, window.panes.colour)] == [
            True,
            window.showing.condition is Condition.BOTH,
        ]
        assert not window.panel.next.isEnabled()
        assert len(kept(small)) == number
        answer(window, qtbot)
        assert len(kept(small)) == number + 1
    assert window.message.title.text() == "Thank you"
    assert str(small.store) in window.message.text.text().replace("\u200b", "")
    assert window.message.command.text() == f"xraycolor study-report {small.store} -o report"
    first = kept(small)[0]
    assert dict(first.values) == {"nodule": "yes", "sure": 75, "quality": "poor"}
    assert first.seconds > 0
    assert first.openings == 1
    assert first.sha256
    assert "XrayColor" in first.software
    assert not first.scripted


def test_nothing_is_answered_before_the_reader_does_and_the_scale_has_no_thumb(
    make_study_window: MakeStudyWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_study_window(study(tmp_path))
    begin(window, qtbot)
    _, rating, _, _ = window.panel.cards
    assert window.panel.values == {}
    assert not rating.slider.touched  # type: ignore[attr-defined]
    QTest.keyClicks(window.panes.grey.picture, "Y")
    assert not window.panel.next.isEnabled()
    window.go_on()
    assert kept(window.study) == []


def test_a_click_marks_a_place_in_image_pixels_and_keys_move_it(
    make_study_window: MakeStudyWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_study_window(study(tmp_path))
    begin(window, qtbot)
    picture = window.panes.grey.picture
    placement = picture.placement()
    assert placement is not None
    x, y = placement.to_view(10.5, 20.5)
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(round(x), round(y)))
    place = window.panel.places[0]
    assert place.point is not None
    column, row = place.point
    assert window.panel.values["where"] == (column, row)
    assert (column, row) == pytest.approx((20.5, 10.5), abs=1)
    QTest.keyClick(picture, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    moved, same = place.point
    assert moved > column
    assert same == pytest.approx(row)
    place.remove.click()
    assert "where" not in window.panel.values
    QTest.keyClicks(picture, "M")
    assert "where" in window.panel.values


def texts(window: QWidget) -> Iterator[str]:
    """Everything that can be read or heard in a window."""
    for part in (window, *window.findChildren(QWidget)):
        yield from (part.windowTitle(), part.toolTip(), part.statusTip(), part.accessibleName())
        yield part.accessibleDescription()
        if isinstance(part, (QLabel, QAbstractButton)):
            yield part.text()


@pytest.mark.parametrize("fails", [False, True])
def test_no_word_in_the_window_tells_whose_film_it_is(
    make_study_window: MakeStudyWindow, qtbot: QtBot, tmp_path: Path, fails: bool
) -> None:
    told = film(64, 64)
    voi = choose_voi(told)[0]

    def read(path: Path) -> Any:
        if fails:
            raise UnreadableFile(f"{path.name}: the file is empty.", f"Copy {path} again.")
        return told, voi

    window = make_study_window(study(tmp_path), read=read)
    begin(window, qtbot)
    every = "\n".join(texts(window)).replace("\u200b", "")
    for word in ("Miller", "secret", "P1", "054Y", "54", "2025", "film.dcm", "CHEST"):
        assert word not in every
    assert "truth" not in every
    assert fails == ("cannot be read" in every)
    radiograph = window.session.radiograph
    assert fails == (radiograph is None)
    if radiograph is not None:
        assert film_texts.patient_lines(radiograph) == []
        assert film_texts.film_lines(radiograph.labels, window.session.number, 2) == []


def test_identity_is_shown_where_the_plan_does_not_hide_it(
    make_study_window: MakeStudyWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    told = film(64, 64)
    voi = choose_voi(told)[0]
    window = make_study_window(study(tmp_path, more="[blinding]\nidentity = false"), read=lambda _: (told, voi))
    begin(window, qtbot)
    assert window.session.radiograph is not None
    assert film_texts.patient_lines(window.session.radiograph)[0].startswith("P1")


def test_a_film_that_cannot_be_read_is_left_out_and_kept_as_such(
    make_study_window: MakeStudyWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    small = study(tmp_path)

    def read(path: Path) -> Any:
        raise UnreadableFile(f"{path.name}: the file is empty.")

    window = make_study_window(small, read=read)
    begin(window, qtbot)
    assert window.message.title.text() == "This film cannot be read"
    click(window, qtbot, "Go on without it")
    qtbot.waitUntil(lambda: len(kept(small)) == 1, timeout=WAIT_MS)
    (left_out,) = kept(small)
    assert left_out.values == {}
    assert "cannot be read" in left_out.unseen


def test_an_answer_that_cannot_be_saved_stays_until_it_is(
    make_study_window: MakeStudyWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = study(tmp_path)
    window = make_study_window(small)
    begin(window, qtbot)
    first = window.showing

    def full(*_: object) -> None:
        raise StudyError("The disk is full.", "Make room.")

    with monkeypatch.context() as patched:
        patched.setattr(records, "keep", full)
        for key in "Y7A":
            QTest.keyClicks(window.panes.grey.picture, key)
        window.go_on()
        qtbot.waitUntil(lambda: window.panel.next.accessibleName() == "Save again", timeout=WAIT_MS)
    assert any("The disk is full. Make room." in text for text in texts(window))
    assert window.showing == first
    assert window.panel.values["sure"] == 75
    window.go_on()
    qtbot.waitUntil(lambda: len(kept(small)) == 1, timeout=WAIT_MS)
    shown(window, qtbot)
    assert window.showing != first


def test_the_washout_says_when_to_come_back(make_study_window: MakeStudyWindow, qtbot: QtBot, tmp_path: Path) -> None:
    small = study(tmp_path, days=28)
    window = make_study_window(small)
    begin(window, qtbot)
    answer(window, qtbot)
    answer(window, qtbot)
    assert window.message.title.text().startswith("Thank you. Come back on ")
    again = make_study_window(small)
    begin(again, qtbot)
    assert again.message.title.text().startswith("Thank you. Come back on ")
    assert not again.panes.isVisible()


def test_progress_is_told_only_where_the_plan_says_so(
    make_study_window: MakeStudyWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_study_window(study(tmp_path))
    begin(window, qtbot)
    assert not any("of 2" in text for text in texts(window) if text)
    telling = make_study_window(study(tmp_path, more="[viewing]\nprogress = true"), "R1")
    # The plan is another one now, and the store belongs to the first.
    telling.consent.agree.setChecked(True)
    telling.consent.begin.click()
    qtbot.waitUntil(lambda: "another plan" in telling.consent.told.text(), timeout=WAIT_MS)
    told = study(tmp_path, more="[viewing]\nprogress = true")
    told = Study(told.plan, told.file, tmp_path / "other.sqlite")
    third = make_study_window(told)
    begin(third, qtbot)
    assert third.panel.film.text() == "Film 1 of 2"


def test_window_and_zoom_are_the_plans_to_allow(
    make_study_window: MakeStudyWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    more = "[viewing]\nwindow = false\nzoom = false\nhold_grey = false"
    window = make_study_window(study(tmp_path, more=more, conditions='"colour", "grey"'))
    begin(window, qtbot)
    session, linked = window.session, window.panes.linked
    before, place = session.voi, linked.geometry
    session.set_full_range()
    window.panes.zoom(3)
    session.hold_grey(True)
    session.step_strength(2)
    assert session.voi is before
    assert linked.geometry == place
    assert not session.showing_grey
    assert session.strength == window.study.plan.colours.strength


def test_grey_is_held_with_a_key_where_the_film_is_shown_in_colour(
    make_study_window: MakeStudyWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_study_window(study(tmp_path, conditions='"colour"'))
    begin(window, qtbot)
    picture = window.panes.colour.picture
    assert not window.panes.grey.isVisible()
    assert window.session.colorization is not None
    QTest.keyPress(picture, Qt.Key.Key_G)
    assert window.session.showing_grey
    QTest.keyRelease(picture, Qt.Key.Key_G)
    assert not window.session.showing_grey


def test_the_file_menu_opens_a_study_and_the_main_window_comes_back(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    small, main = study(tmp_path), make_window()
    main.reader_study.open(small.file)
    qtbot.waitUntil(lambda: main.reader_study.study is not None, timeout=WAIT_MS)
    assert not main.isVisible()
    window = main.reader_study.study
    assert window is not None
    assert window.isVisible()
    assert window.windowTitle() == "A small one"
    window.close()
    assert main.isVisible()
    QApplication.processEvents()


def test_a_plan_with_a_mistake_is_told_in_the_main_window(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    main, plan = make_window(), tmp_path / "plan.toml"
    plan.write_text("name = 3")
    with qtbot.waitSignal(main.session.noticeRaised, timeout=WAIT_MS) as told:
        main.reader_study.open(plan)
    assert "plan.toml" in told.args[0].title
    assert main.isVisible()
