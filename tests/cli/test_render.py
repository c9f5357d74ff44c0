"""`xraycolor render`."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from xraycolor_gui.cli.main import run


def test_render_writes_a_16_bit_picture_of_native_size(film: Path, tmp_path: Path) -> None:
    out = tmp_path / "grey.png"
    assert run(["render", str(film), "-o", str(out)]) == 0
    grey = cv2.imread(str(out), cv2.IMREAD_UNCHANGED)
    assert grey.dtype == np.uint16
    assert grey.shape == (150, 200)


def test_render_with_a_window_of_ones_own_saturates_outside_it(film: Path, tmp_path: Path) -> None:
    out = tmp_path / "grey.png"
    assert run(["render", str(film), "-o", str(out), "--window", "32768", "1000"]) == 0
    grey = cv2.imread(str(out), cv2.IMREAD_UNCHANGED)
    assert grey[0, 0] == 0
    assert grey[0, -1] == 65535


def test_render_of_a_voi_the_file_does_not_have_is_wrong_usage(film: Path, tmp_path: Path, capsys) -> None:
    assert run(["render", str(film), "-o", str(tmp_path / "grey.png"), "--voi", "9"]) == 2
    assert "--voi 9" in capsys.readouterr().err


def test_render_never_writes_over_its_source(film: Path, capsys) -> None:
    before = film.read_bytes()
    assert run(["render", str(film), "-o", str(film)]) == 1
    assert film.read_bytes() == before
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
