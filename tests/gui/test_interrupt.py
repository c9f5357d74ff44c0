"""Ctrl+C in the terminal closes the window as its own button would."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from xraycolor_gui.gui.interrupt import STATUS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are sent in another way there")

#: Says "up" once the window is shown and the loop runs.
WINDOW = """
import signal
import sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests may have switched it off
from PySide6.QtCore import QTimer
from xraycolor_gui.gui import app
whole = app.open_window
def opened(*arguments):
    made = whole(*arguments)
    QTimer.singleShot(0, lambda: print("up", flush=True))
    return made
app.open_window = opened
status = app.run_window([])
print("closed", flush=True)
sys.exit(status)
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path), "HOME": str(tmp_path)}


def test_ctrl_c_closes_the_window_even_while_nothing_happens_in_it(environment: dict[str, str], tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", WINDOW], stdout=subprocess.PIPE, env=environment, text=True) as window:
        assert window.stdout is not None and window.stdout.readline() == "up\n"
        window.send_signal(signal.SIGINT)
        assert window.stdout.readline() == "closed\n"
        assert window.wait(60) == STATUS
    assert list(tmp_path.rglob("window.ini")), "the layout is remembered as at every close"


def test_a_window_started_with_ctrl_c_switched_off_keeps_it_so() -> None:
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        "from PySide6.QtCore import QCoreApplication; from xraycolor_gui.gui.interrupt import Interrupt\n"
        "application = QCoreApplication([]); interrupt = Interrupt(application.quit)\n"
        "assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
