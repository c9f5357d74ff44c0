"""The first grey is painted before anything is loaded that it does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from xraycolor_gui.io.resources import sample_paths

SCRIPT = """
import sys
from pathlib import Path
from xraycolor_gui.gui.app import open_window

application, window = open_window([Path(sys.argv[1])])

def painted():
    print(*sorted({name.partition(".")[0] for name in sys.modules}))
    application.exit()

window.session.grey_shown = painted
application.exec()
window.close()
"""
#: Colour, DICOM, databases, numerics and plots: each costs as much as a good part of the start.
LATER = {"torch", "pydicom", "gdcm", "highdicom", "sqlite3", "scipy", "matplotlib", "tifffile", "safetensors", "ssl"}


def test_nothing_is_loaded_before_the_first_grey_that_it_does_not_need(tmp_path: Path) -> None:
    places = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_API": "pyside6"} | places
    finished = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(sample_paths()[0])],
        env=environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert finished.returncode == 0, finished.stderr
    loaded = set(finished.stdout.split())
    assert "xraycolor_gui" in loaded
    assert not loaded & LATER
