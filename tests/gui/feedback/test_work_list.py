"""The work list in the window: which open film would teach most, and what drops when it is answered."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.feedback.made import READER, feedback_window, saved, store_in
from tests.gui.made import MakeWindow, card, colorization, colour_in
from xraycolor_gui.core.colorization import Colorization, ModelId, Novelty
from xraycolor_gui.core.feedback import Verdict
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.core.regions import Rectangle
from xraycolor_gui.gui.window import MainWindow
from xraycolor_gui.io.feedback.film_readings import kept

#: How sure each film's colours are; b is the doubtful one.
SURE = {"a": 0.9, "b": 0.4, "c": 0.7}


def by_name(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
    sure = SURE[radiograph.source.path.stem]
    made = colorization(confidence=(sure, sure), novelty=Novelty(-9.0, -1.0))
    return replace(made, model=ModelId(model, model[0] * 64, model))


def two_models() -> tuple[object, ...]:
    return tuple(replace(card(name), sha256=name[0] * 64) for name in ("basic", "vgg16"))


def listed(window: MainWindow) -> list[list[str]]:
    table = window.work_list.page.table
    items = [table.topLevelItem(at) for at in range(table.topLevelItemCount())]
    return [[item.text(1).split("\n")[0], item.text(1).split("\n")[1], item.text(2)] for item in items if item]


def names(window: MainWindow) -> list[str]:
    return [row[0].rpartition(" ")[2] for row in listed(window)]


def opened(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> MainWindow:
    """Three films, a draft on the first, and the work list."""
    window = feedback_window(qtbot, make_window, tmp_path, colorize=by_name, models=two_models)
    window.panes.linked.regions.add(Rectangle(10, 10, 50, 50))
    window.feedback.asking.close()
    saved(qtbot, window, store_in(tmp_path))
    window.work_list.page._rest.setInterval(10)
    colour_in(window, qtbot, "c.dcm", "b.dcm")
    window.work_list.wanted.trigger()
    return window


def test_films_are_looked_at_in_peace_and_the_doubtful_one_leads(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = opened(qtbot, make_window, tmp_path)
    qtbot.waitUntil(lambda: names(window) == ["b", "c", "a"], timeout=20_000)
    assert window.work_list.page.isVisible()
    qtbot.waitUntil(lambda: window.work_list.page.progress.text() == "All open films are looked at.", timeout=20_000)
    assert listed(window)[0][1].startswith("model doubts 60")
    # Kept beside the store: three films by two models, but for what was coloured before there was a store.
    qtbot.waitUntil(lambda: len(kept(store_in(tmp_path))) >= 5)


def test_a_click_opens_the_film_and_an_answer_lets_it_drop(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = opened(qtbot, make_window, tmp_path)
    qtbot.waitUntil(lambda: names(window) == ["b", "c", "a"], timeout=20_000)
    page, table = window.work_list.page, window.work_list.page.table
    place = table.visualRect(table.model().index(0, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.session.current is not None and window.session.current.path.stem == "b"
    qtbot.waitUntil(lambda: window.session.colorization is not None)
    layer = window.panes.linked.regions
    layer.add(Rectangle(10, 10, 50, 50))
    layer.judge(layer.regions[0].id, Verdict.SHOULD_BE_GREY)
    window.feedback.asking.close()
    verdicts = [record.verdict for record in saved(qtbot, window, store_in(tmp_path))]
    assert verdicts == [None, Verdict.SHOULD_BE_GREY]
    qtbot.waitUntil(lambda: names(window) == ["c", "a", "b"], timeout=20_000)
    assert [row[2] for row in listed(window)] == ["", "", "answered"]
    # For another reader it is open, and the word spoken against it is a reason more.
    window.session.feedback.set_reader("B. Reader")
    qtbot.waitUntil(lambda: names(window) == ["b", "c", "a"], timeout=20_000)
    first = table.topLevelItem(0)
    assert first is not None and "readers speak against the colours" in first.toolTip(1)
    current = table.currentItem()
    assert current is not None and current.text(0) == "1" and page.isVisible()


def test_nothing_is_read_while_nobody_looks_and_nothing_kept_before_feedback_is_given(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    read: list[str] = []

    def noted(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        read.append(model)
        return by_name(model, radiograph, report)

    window = feedback_window(qtbot, make_window, tmp_path, colorize=noted, models=two_models)
    colour_in(window, qtbot, "c.dcm", "b.dcm")
    window.work_list.page._rest.setInterval(10)
    assert set(read) == {"basic"}
    window.work_list.wanted.trigger()
    qtbot.waitUntil(lambda: names(window) == ["b", "c", "a"], timeout=20_000)
    window.work_list.wanted.trigger()
    assert window.work_list.page.isHidden() and window.colour.isVisible()
    window.session.feedback.close(window.session)
    assert not list(store_in(tmp_path).parent.glob("*"))


def test_what_the_reader_does_goes_first(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    """Work for the list ends at its next report when another film is wanted."""
    hold, begun = threading.Event(), threading.Event()

    def slow(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        if model == "vgg16":
            begun.set()
            hold.wait(10)
            report(0.9)
        return by_name(model, radiograph, report)

    window = feedback_window(qtbot, make_window, tmp_path, colorize=slow, models=two_models)
    window.open_paths([Path("b.dcm")])
    window.session.show_path(Path("a.dcm"))
    window.work_list.wanted.trigger()
    qtbot.waitUntil(begun.is_set, timeout=20_000)
    window.session.show_path(Path("b.dcm"))
    assert not window.work_list.page.list._runner.is_running("work list")
    # The film comes though the work in its thread has not ended yet.
    qtbot.waitUntil(lambda: window.session.colorization is not None, timeout=20_000)
    hold.set()


def test_readings_of_another_day_are_there_at_once(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    first = opened(qtbot, make_window, tmp_path)
    qtbot.waitUntil(lambda: len(kept(store_in(tmp_path))) >= 5, timeout=20_000)
    first.close()
    read: list[str] = []

    def noted(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        read.append(f"{radiograph.source.path.stem} {model}")
        return by_name(model, radiograph, report)

    window = feedback_window(qtbot, make_window, tmp_path, colorize=noted, models=two_models)
    window.work_list.page._rest.setInterval(10)
    colour_in(window, qtbot, "c.dcm", "b.dcm")
    window.work_list.wanted.trigger()
    qtbot.waitUntil(lambda: names(window) == ["b", "c", "a"], timeout=20_000)
    assert window.session.feedback.reader == READER
    # Films were coloured for the screen, and ahead of it, by the model in use; none for the list.
    assert not [one for one in read if one.endswith("vgg16")]
