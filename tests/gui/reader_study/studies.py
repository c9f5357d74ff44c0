"""A small study on real files, and a window that shows it, for tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS, at_once, film
from tests.gui.made import steps as made_steps
from xraycolor_gui.gui.reader_study.records import Study, open_study
from xraycolor_gui.gui.reader_study.window import StudyWindow
from xraycolor_gui.gui.steps import Steps, read
from xraycolor_gui.io.reader_study.store import AnswerStore

QUESTIONS = """
[[question]]
key = "nodule"
kind = "yes-no"
words = "Is there a nodule?"
cannot_tell = true

[[question]]
key = "sure"
kind = "rating"
words = "How sure are you?"
labels = ["guess", "certain"]
certainty_of = "nodule"

[[question]]
key = "quality"
kind = "choice"
words = "How good is the film?"
options = ["poor", "fair", "good"]
ordered = true

[[question]]
key = "where"
kind = "place"
words = "Where?"
optional = true
"""

MakeStudyWindow = Callable[..., StudyWindow]


def study(folder: Path, films: int = 2, more: str = "", conditions: str = '"grey", "both"', days: float = 0) -> Study:
    """A study whose films and cases have telling names. more: lines of the plan before its questions."""
    (folder / "films").mkdir(exist_ok=True)
    rows = ["case,file,truth"]
    for number in range(films):
        grey = np.tile(np.linspace(0, 255, 64 + number, dtype=np.uint8), (64, 1))
        (folder / "films" / f"Miller_{number}.png").write_bytes(cv2.imencode(".png", grey)[1].tobytes())
        rows.append(f"secret-{number},films/Miller_{number}.png,{number % 2}")
    (folder / "films.csv").write_text("\n".join(rows))
    plan = folder / "plan.toml"
    head = f'name = "small"\ntitle = "A small one"\nreaders = ["R1", "R2"]\nconditions = [{conditions}]\nseed = 1\n'
    plan.write_text(f'{head}washout_days = {days}\nfilms = "films.csv"\nrating = "sure"\n{more}\n{QUESTIONS}')
    return open_study(plan, folder / "answers.sqlite")


def steps(**others: Any) -> Steps:
    """Read real files, and colour them at once."""
    return made_steps(film(), **({"read": read, "colorize": at_once} | others))


def begin(window: StudyWindow, qtbot: QtBot) -> None:
    """Agree, and wait for the first film, or for what stands in its way."""
    if not window.reader:
        window.consent.reader.setCurrentText("R1")
    window.consent.agree.setChecked(True)
    window.consent.begin.click()
    qtbot.waitUntil(lambda: window.stage.currentWidget() is not window.consent, timeout=WAIT_MS)
    if window.stage.currentWidget() is not window.message:
        shown(window, qtbot)


def shown(window: StudyWindow, qtbot: QtBot) -> None:
    """Wait until the time of a film counts, or a message stands in its place."""
    qtbot.waitUntil(
        lambda: window.clock.runs or window.stage.currentWidget() is window.message,
        timeout=WAIT_MS,
    )


def answer(window: StudyWindow, qtbot: QtBot, keys: str = "Y7A") -> None:
    """Answer by keys, go on, and wait for what follows."""
    picture = window.panes.shown[0].picture
    for key in keys:
        QTest.keyClicks(picture, key)
    window.go_on()
    qtbot.waitUntil(lambda: not window.clock.runs, timeout=WAIT_MS)
    qtbot.waitUntil(
        lambda: not window.session.tasks.is_running("reader study") or window.clock.runs,
        timeout=WAIT_MS,
    )
    shown(window, qtbot)
    QApplication.processEvents()


def kept(of: Study) -> list[Any]:
    with AnswerStore(of.store) as store:
        return list(store.answers())


def click(window: StudyWindow, qtbot: QtBot, words: str) -> None:
    """Press a button of the message."""
    way = next(way for way in window.message.ways if way.text() == words)
    QTest.mouseClick(way, Qt.MouseButton.LeftButton)
