"""Reading a folder of 10,000 small films: how soon, against pydicom, and whether the window ever stands still.

    pytest tests/benchmarks/test_study_speed.py --benchmark-only -o addopts=""

Times of other programs: the window is watched by the processor time of its own thread, which other work does not
change, and by the clock. Ratios are taken in turns within one run.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.conftest import SHARED_DATA
from tests.io.made_dicom import file_of, film
from tests.io.made_folder import fill
from xraycolor_gui.core.study import Instance
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.steps import Steps
from xraycolor_gui.gui.window import MainWindow
from xraycolor_gui.io.resources import sample_paths
from xraycolor_gui.io.study_search import StudySearch

FILMS = 10_000
HEADER = SHARED_DATA / "dicom" / "radiographs" / "dicom-test-files__RG1_J2KI.dcm"
ROUNDS = 3
BEAT_MS = 4
WAIT_MS = 600_000

pytestmark = [
    pytest.mark.benchmark(group=f"a folder of {FILMS} films"),
    pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Films of 16 × 16 pixels with the header of a real one, where it is at hand."""
    made = fill(tmp_path_factory.mktemp("study"), FILMS, HEADER if HEADER.is_file() else None)
    for path in made.glob("*/*"):
        path.read_bytes()
    return made


def search(folder: Path) -> tuple[float, float]:
    """Seconds to the first film, and to the last."""
    began = time.perf_counter()
    found = iter(StudySearch((folder,)))
    next(found)
    first = time.perf_counter() - began
    assert sum(isinstance(one, Instance) for one in found) == FILMS - 1
    return first, time.perf_counter() - began


def processor_time() -> float:
    """Seconds of this process and its children that have ended: what else the machine does hardly changes it."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def pydicom_loop(folder: Path) -> float:
    began = time.perf_counter()
    for path in folder.glob("*/*"):
        pydicom.dcmread(path, stop_before_pixels=True)
    return time.perf_counter() - began


def test_a_scan_is_twice_as_fast_as_a_loop_of_pydicom(benchmark: Any, folder: Path) -> None:
    ours, theirs, work = [], [], []
    for _ in range(ROUNDS):
        began = processor_time()
        ours.append(search(folder))
        between = processor_time()
        theirs.append(pydicom_loop(folder))
        work.append((processor_time() - between) / (between - began))
    first, whole = (min(column) for column in zip(*ours, strict=True))
    benchmark.extra_info["times as fast as pydicom"] = round(min(theirs) / whole, 2)
    benchmark.extra_info["times as little processor time"] = round(max(work), 2)
    benchmark.extra_info["first film after, s"] = round(first, 3)
    benchmark.extra_info["pydicom, s"] = round(min(theirs), 2)
    benchmark.pedantic(search, args=(folder,), rounds=1)
    assert min(theirs) / whole >= 2


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The real window, with a film coloured: what colour needs is loaded."""
    one = MainWindow(Session(Steps()), Settings(tmp_path / "settings.ini"))
    one.resize(1440, 900)
    one.show()
    one.session.open_paths([sample_paths()[0]])
    qtbot.waitUntil(lambda: one.session.colouring is not None, timeout=WAIT_MS)
    yield one
    one.close()


class Heartbeat:
    """Beats as often as the event loop lets it."""

    def __init__(self) -> None:
        self.beats: list[tuple[float, float]] = []
        self.timer = QTimer()
        self.timer.setInterval(BEAT_MS)
        self.timer.timeout.connect(lambda: self.beats.append((time.perf_counter(), time.thread_time())))
        self.timer.start()

    def longest(self) -> tuple[float, float]:
        """Milliseconds between two beats: by the clock, and of this thread's own work."""
        clock, work = np.diff(np.array(self.beats), axis=0).max(axis=0) * 1e3
        return float(clock), float(work)


def test_rows_appear_at_once_and_the_window_never_stands_still(
    benchmark: Any, folder: Path, window: MainWindow, qtbot: QtBot
) -> None:
    session, before = window.session, len(window.session.films)
    appeared: list[float] = []

    def note() -> None:
        if not appeared and len(session.films) > before:
            appeared.append(time.perf_counter())

    session.filmsChanged.connect(note)
    heart = Heartbeat()
    began = time.perf_counter()

    def read() -> None:
        session.open_paths([folder])
        qtbot.waitUntil(
            lambda: session.search is not None and session.search.films == FILMS and not session.search.running,
            timeout=WAIT_MS,
        )

    benchmark.pedantic(read, rounds=1)
    heart.timer.stop()
    clock, work = heart.longest()
    gaps = np.diff(np.array(heart.beats), axis=0) * 1e3
    benchmark.extra_info["first row after, s"] = round(appeared[0] - began, 3)
    benchmark.extra_info["longest work between two beats, ms"] = round(work, 1)
    benchmark.extra_info["longest time between two beats, ms"] = round(clock, 1)
    benchmark.extra_info["p99 work, ms"] = round(float(np.percentile(gaps[:, 1], 99)), 1)
    assert len(session.films) == FILMS + before
    assert appeared[0] - began <= 0.3
    assert work <= 50


def test_the_next_film_of_a_series_is_on_screen_at_once(
    benchmark: Any, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """From the key to the painted panes, colour included, for films of 2,048 × 2,048 pixels."""
    noise = np.random.default_rng(0).integers(0, 200, (2048, 2048), np.uint16)
    for number in range(6):
        y, x = np.mgrid[:2048, :2048]
        pixels = (1500 + 1000 * np.sin((x + 100 * number) / 300) * np.cos(y / 400)).astype(np.uint16) + noise
        common = {"StudyInstanceUID": "1.2.3", "SeriesInstanceUID": "1.2.4", "BodyPartExamined": "CHEST"}
        made = film(pixels, InstanceNumber=number, WindowCenter=1600, WindowWidth=3000, **common)
        (tmp_path / f"IM{number}.dcm").write_bytes(file_of(made))
    session = window.session
    session.open_paths([tmp_path])
    qtbot.waitUntil(lambda: sum(one.path.parent == tmp_path for one in session.films) == 6, timeout=WAIT_MS)
    session.show_path(tmp_path / "IM0.dcm")
    times: list[tuple[float, float]] = []

    def ahead() -> bool:
        following = session.films[session.place + 1]
        kept = session.kept_ahead(following.path)
        return kept is not None and (following.state.value in {"coloured", "stays grey"})

    def step() -> None:
        session.next_film(1)
        window.panes.repaint()
        for pane in (window.panes.grey, window.panes.colour):
            pane.picture.repaint()
        assert session.colouring is not None

    for _ in range(5):
        qtbot.waitUntil(ahead, timeout=WAIT_MS)
        began = time.perf_counter(), time.thread_time()
        step()
        times.append((time.perf_counter() - began[0], time.thread_time() - began[1]))
    clock, work = np.median(times, axis=0) * 1e3
    benchmark.extra_info["median by the clock, ms"] = round(float(clock), 1)
    benchmark.extra_info["median work, ms"] = round(float(work), 1)
    benchmark.pedantic(lambda: session.next_film(-1), rounds=1)
    assert work <= 100
