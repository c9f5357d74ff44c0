"""The task runner: a newer request wins, what nobody waits for never arrives, errors come as themselves."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread, Signal
from pytestqt.qtbot import QtBot

from xraycolor_gui.core.errors import UnreadableFile
from xraycolor_gui.gui.tasks import Cancelled, Report, TaskRunner


class Ears(QObject):
    """Turns the runner's answers into signals that a test can wait for."""

    heard = Signal(object)


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner(2)
    yield made
    made.close()


def test_a_result_arrives_in_the_thread_of_the_window(qtbot: QtBot, runner: TaskRunner) -> None:
    ears, threads = Ears(), []

    def work(report: Report) -> int:
        threads.append(threading.get_ident())
        return 7

    def done(result: int) -> None:
        assert QThread.currentThread() is ears.thread()
        threads.append(threading.get_ident())
        ears.heard.emit(result)

    with qtbot.waitSignal(ears.heard) as heard:
        runner.start("work", work, done)
    assert heard.args == [7]
    assert threads[0] != threads[1] == threading.get_ident()


def test_a_newer_request_wins_even_if_the_older_one_ends_later(qtbot: QtBot, runner: TaskRunner) -> None:
    ears, gate, results = Ears(), threading.Event(), []

    def slow(report: Report) -> str:
        gate.wait()
        return "old"

    def done(result: str) -> None:
        results.append(result)
        ears.heard.emit(result)

    runner.start("work", slow, done)
    with qtbot.waitSignal(ears.heard):
        runner.start("work", lambda _: "new", done)
    with qtbot.waitSignal(ears.heard):
        runner.start("after", lambda _: (gate.set(), "after")[1], done)
    runner.close()
    assert results == ["new", "after"]


def test_work_of_other_names_goes_on(qtbot: QtBot, runner: TaskRunner) -> None:
    ears = Ears()
    with qtbot.waitSignals([ears.heard, ears.heard]):
        runner.start("one", lambda _: 1, ears.heard.emit)
        runner.start("two", lambda _: 2, ears.heard.emit)


def test_progress_and_parts_come_before_the_result(qtbot: QtBot, runner: TaskRunner) -> None:
    ears, told = Ears(), []

    def work(report: Report) -> str:
        report(0.5)
        report.partial("part")
        report(7)
        return "whole"

    def done(result: str) -> None:
        told.append(result)
        ears.heard.emit(result)

    with qtbot.waitSignal(ears.heard):
        runner.start("work", work, done, progress=told.append, partial=told.append)
    assert told == [0.5, "part", 1.0, "whole"]


def test_cancelled_work_ends_at_its_next_report_and_says_nothing(qtbot: QtBot, runner: TaskRunner) -> None:
    begun, gate, ended, told = threading.Event(), threading.Event(), threading.Event(), []

    def work(report: Report) -> str:
        begun.set()
        gate.wait()
        try:
            report(0.5)
        except Cancelled:
            ended.set()
            raise
        return "never"

    runner.start("work", work, told.append, failed=told.append, progress=told.append)
    assert begun.wait(5)
    assert runner.is_running("work")
    runner.cancel("work")
    assert not runner.is_running("work")
    gate.set()
    assert ended.wait(5)
    ears = Ears()
    with qtbot.waitSignal(ears.heard):
        runner.start("after", lambda _: 0, ears.heard.emit)
    assert told == []


def test_an_error_comes_as_itself(qtbot: QtBot, runner: TaskRunner, caplog: pytest.LogCaptureFixture) -> None:
    ears, error = Ears(), UnreadableFile("IM1: cut off.", "Copy it again.")

    def work(report: Report) -> None:
        raise error

    with qtbot.waitSignal(ears.heard) as heard:
        runner.start("work", work, ears.heard.emit, failed=ears.heard.emit)
    assert heard.args == [error]
    assert not caplog.records


def test_a_bug_is_logged_as_one(qtbot: QtBot, runner: TaskRunner, caplog: pytest.LogCaptureFixture) -> None:
    ears = Ears()

    def work(report: Report) -> None:
        raise ZeroDivisionError("DOE^JANE")

    with caplog.at_level(logging.ERROR), qtbot.waitSignal(ears.heard) as heard:
        runner.start("work", work, ears.heard.emit, failed=ears.heard.emit)
    assert isinstance(heard.args[0], ZeroDivisionError)
    assert "bug in work: ZeroDivisionError in test_tasks.py, line " in caplog.text
    assert "DOE" not in caplog.text
    caplog.clear()


def test_closing_waits_for_the_work_and_nothing_arrives_after_it(qtbot: QtBot) -> None:
    runner, begun, told = TaskRunner(1), threading.Event(), []

    def work(report: Report) -> str:
        begun.set()
        while True:
            report(0.5)

    runner.start("work", work, told.append, progress=told.append)
    runner.start("waiting", lambda _: "never begun", told.append)
    assert begun.wait(5)
    runner.close()
    ears = Ears()
    with qtbot.waitSignal(ears.heard):
        other = TaskRunner(1)
        other.start("after", lambda _: 0, ears.heard.emit)
    other.close()
    assert told == []
    runner.start("late", lambda _: 0, told.append)
    assert not runner.is_running("late")
