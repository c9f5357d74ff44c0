"""From starting the program to the first grey, against an empty pyqtgraph window, as a ratio within one run.

Run with `pytest tests/benchmarks/test_start.py --benchmark-only`. Both are whole processes, taken in turns.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

from xraycolor_gui.io.resources import sample_paths

ROUNDS = 5
#: Both end at once when their window is painted: taking down is not what is measured.
GREY = """
import os, sys
from pathlib import Path
from xraycolor_gui.gui.app import open_window
application, window = open_window([Path(sys.argv[1])])
def told():
    if window.session.progress is not None:
        os._exit(0 if 'torch' not in sys.modules else 3)
window.session.workChanged.connect(told)
application.exec()
"""
EMPTY = """
import os
import resource
import pyqtgraph
from pyqtgraph.Qt import QtCore
application = pyqtgraph.mkQApp()
window = pyqtgraph.GraphicsLayoutWidget(show=True)
class Painted(QtCore.QObject):
    def eventFilter(self, watched, event):
        if event.type() == QtCore.QEvent.Type.Paint:
            QtCore.QTimer.singleShot(0, lambda: os._exit(0))
        return False
painted = Painted()
window.viewport().installEventFilter(painted)
application.exec()
"""


def seconds(code: str, *arguments: str) -> float:
    """Processor time of the whole process and its children: what else the machine does hardly changes it."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_API": "pyside6", "PYQTGRAPH_QT_LIB": "PySide6"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code, *arguments], env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def test_the_first_grey_comes_as_fast_as_an_empty_plot_window(benchmark: Any, tmp_path: Path) -> None:
    (film, *_) = sample_paths()
    seconds(GREY, str(film)), seconds(EMPTY)
    times = [(seconds(GREY, str(film)), seconds(EMPTY)) for _ in range(ROUNDS)]
    # The least of each: what else the machine does can only add.
    grey, empty = (min(column) for column in zip(*times, strict=True))
    benchmark.extra_info["ratio to an empty pyqtgraph window"] = round(grey / empty, 3)
    benchmark.extra_info["seconds of processor time to the first grey"] = round(grey, 3)
    benchmark.pedantic(seconds, args=(GREY, str(film)), rounds=1)
    assert grey / empty <= 1.5
