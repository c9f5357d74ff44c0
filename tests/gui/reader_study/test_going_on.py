"""A study that is paused, closed or killed goes on at the same film."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS
from tests.gui.reader_study.studies import MakeStudyWindow, answer, begin, click, kept, shown, study
from xraycolor_gui.gui.reader_study import records


def test_pause_covers_the_film_and_stops_its_time(
    make_study_window: MakeStudyWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_study_window(study(tmp_path))
    begin(window, qtbot)
    QTest.keyClicks(window.panes.grey.picture, "Y")
    window.toggle_pause()
    assert not window.panes.isVisible()
    assert not window.clock.runs
    assert not window.panel.cards[0].isEnabled()
    before = window.clock.seconds
    QTest.keyClicks(window, "N")
    assert window.panel.values == {"nodule": "yes"}
    click(window, qtbot, "Go on")
    assert window.panes.isVisible()
    assert window.clock.runs
    assert window.clock.seconds >= before


def test_a_window_that_is_minimized_pauses_by_itself(
    make_study_window: MakeStudyWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_study_window(study(tmp_path))
    begin(window, qtbot)
    window.showMinimized()
    qtbot.waitUntil(lambda: not window.clock.runs, timeout=WAIT_MS)
    assert window.stage.currentWidget() is window.message


def test_a_window_that_is_closed_in_the_middle_goes_on_at_the_same_film(
    make_study_window: MakeStudyWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    small = study(tmp_path)
    window = make_study_window(small)
    begin(window, qtbot)
    answer(window, qtbot)
    left = window.showing
    window.close()
    again = make_study_window(small)
    begin(again, qtbot)
    assert again.showing == left
    answer(again, qtbot)
    assert [one.openings for one in kept(small)] == [1, 2]


def test_a_reader_agrees_once_in_each_study(make_study_window: MakeStudyWindow, qtbot: QtBot, tmp_path: Path) -> None:
    small = study(tmp_path)
    window = make_study_window(small)
    assert window.consent.agree.isVisibleTo(window.consent) and not window.consent.begin.isEnabled()
    begin(window, qtbot)
    window.close()
    assert records.agreed(small).keys() == {"R1"}
    again = make_study_window(small, "")
    qtbot.waitUntil(lambda: not again.session.tasks.is_running("reader study"))
    again.consent.reader.setCurrentText("R1")
    assert not again.consent.agree.isVisibleTo(again.consent)
    assert again.consent.before.text().startswith("You agreed to this on ")
    # The other reader is asked.
    again.consent.reader.setCurrentText("R2")
    assert again.consent.agree.isVisibleTo(again.consent) and not again.consent.begin.isEnabled()
    again.consent.reader.setCurrentText("R1")
    again.consent.begin.click()
    qtbot.waitUntil(lambda: again.stage.currentWidget() is not again.consent, timeout=WAIT_MS)
    shown(again, qtbot)
    assert again.showing is not None and again.showing.number == 0
    # Another study of the same reader asks anew.
    other = tmp_path / "other"
    other.mkdir()
    asked = make_study_window(study(other))
    qtbot.waitUntil(lambda: not asked.session.tasks.is_running("reader study"))
    assert asked.consent.agree.isVisibleTo(asked.consent) and not asked.consent.begin.isEnabled()


_RUN = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.gui.reader_study.studies import steps
from xraycolor_gui.gui.reader_study.records import open_study
from xraycolor_gui.gui.reader_study.window import StudyWindow
application = QApplication([])
window = StudyWindow(open_study(Path(sys.argv[1]), Path(sys.argv[2])), "R1", steps())
window.session.painted.connect(lambda: print(window.showing.number, flush=True))
window.show()
window.consent.agree.setChecked(True)
window.consent.begin.click()
def read():
    for key in ("Y", "7", "A"):
        window.panel.press(key, None)
    window.go_on()
window.session.painted.connect(lambda: read() if window.showing.number < 2 else None)
application.exec()
"""


def test_a_killed_program_goes_on_at_the_same_film_with_every_answer(
    make_study_window: MakeStudyWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    small = study(tmp_path)
    root = Path(__file__).resolve().parents[3]
    command = [sys.executable, "-c", _RUN, str(small.file), str(small.store)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True, env=os.environ) as running:
        assert running.stdout is not None
        for line in running.stdout:
            if line.strip() == "2":
                running.send_signal(signal.SIGKILL)
    assert len(kept(small)) == 2
    window = make_study_window(small)
    begin(window, qtbot)
    assert window.showing is not None
    assert window.showing.number == 2
    answer(window, qtbot)
    assert [one.openings for one in kept(small)] == [1, 1, 2]
