"""100 % is one film pixel on one pixel of the screen, at every scale factor; each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

GRAB = """
import sys
import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from tests.gui.made import film, steps
from xraycolor_gui.core.presentation import present
from xraycolor_gui.core.radiograph import Window, WindowFunction
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.views.pane_pair import PanePair

application = QApplication([])
stored = np.random.default_rng(5).integers(0, 256, (700, 900)).astype(np.uint16)
shown = film(stored=stored, bits=8, voi=(Window(127.5, 255, WindowFunction.LINEAR_EXACT),), orientation=None)
session = Session(steps(shown))
panes = PanePair(session)
panes.resize(801, 503)
panes.show()
session.open_paths(["film.dcm"])
while not panes.linked.viewport.has_film:
    application.processEvents()
panes.actual_size()
image = panes.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
grabbed = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
grabbed = grabbed[:, : 3 * image.width()].reshape(image.height(), image.width(), 3)
ratio = panes.devicePixelRatioF()
for pane in panes.panes:
    picture = pane.picture
    corner = picture.mapTo(panes, picture.rect().topLeft())
    left, top = round(corner.x() * ratio), round(corner.y() * ratio)
    placement = picture.placement()
    assert placement.per_column == placement.per_row == 1
    # The middle of the picture, away from corner texts and scale bar.
    rows, columns = slice(top + 140, top + 220), slice(left + 120, left + 280)
    film_rows = slice(rows.start - top - placement.y, rows.stop - top - placement.y)
    film_columns = slice(columns.start - left - placement.x, columns.stop - left - placement.x)
    expected = stored[film_rows, film_columns]
    seen = grabbed[rows, columns]
    assert (seen == expected[..., None]).all(), (ratio, pane.role, float((seen[..., 0] == expected).mean()))
session.close()
print(ratio)
"""


@pytest.mark.parametrize("factor", ["1", "1.25", "1.5", "1.75", "2"])
def test_at_100_percent_every_pixel_of_the_screen_is_one_of_the_film(factor: str, tmp_path: Path) -> None:
    environment = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": factor, "PATH": "", "HOME": str(tmp_path)}
    finished = subprocess.run(
        [sys.executable, "-c", GRAB], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stderr
    assert float(finished.stdout) == float(factor)
