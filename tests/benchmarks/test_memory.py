"""What the whole program takes with torch loaded: a film of 9 megapixels coloured, its certificate measured.

pytest tests/benchmarks/test_memory.py --benchmark-only
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

ROOT = Path(__file__).resolve().parents[2]
LIMIT_MB = 900

SCRIPT = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from xraycolor_gui.gui.app import open_window

application, window = open_window([Path(sys.argv[1])])
# Wide enough for the colour dock, which wants the certificate.
window.resize(1500, 950)

def look():
    certified = window.colour.certifying.certificate is not None
    assert not window.session.stays_grey
    if window.session.colorization is not None and certified and window.panes.linked.viewport.has_film:
        assert "torch" in sys.modules
        status = Path("/proc/self/status").read_text()
        print(*(line.split()[1] for line in status.splitlines() if line.startswith(("VmRSS", "VmHWM"))))
        window.close()
        application.quit()

timer = QTimer()
timer.timeout.connect(look)
timer.start(200)
application.exec()
"""


def write_film(path: Path, rows: int, columns: int) -> None:
    """A shipped chest enlarged, of 16 bits."""
    import cv2
    import numpy as np

    chest = cv2.imread(str(ROOT / "resources/samples/real-chest/chest-3-hannover.jpg"), cv2.IMREAD_GRAYSCALE)
    assert chest is not None
    large = cv2.resize(chest, (columns, rows)).astype(np.uint16) << 8
    cv2.imwrite(str(path), large)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system does not tell resident memory in /proc")
def test_the_program_stays_small_at_9_megapixels(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    film = tmp_path / "film.png"
    write_film(film, 3540, 2540)
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
    }

    def run() -> list[int]:
        finished = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(film)],
            cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
        assert finished.returncode == 0, finished.stderr
        return [int(number) // 1024 for number in finished.stdout.split()]

    most, now = benchmark.pedantic(run, rounds=1)
    benchmark.extra_info |= {"resident MB": now, "at most MB": most}
    assert most <= LIMIT_MB
