"""The command line's exit codes, run as a script would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def call(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "xraycolor_gui", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize(
    "wrong",
    [
        ["colorize", "x.png", "-o", "out", "--strength", "2"],
        ["colorize", "x.png", "-o", "out", "--grey-below", "1.1"],
        ["colorize", "x.png", "-o", "out", "--grey-below", "much"],
        ["colorize", "x.png", "-o", "out", "--model", "nobody"],
        ["colorize", "x.png", "-o", "out", "--palette", "none"],
        ["colorize", "x.png"],
        ["render", "x.png", "-o", "y.png", "--voi", "0"],
        ["--no-such-option"],
    ],
)
def test_wrong_usage_ends_with_two(wrong: list[str]) -> None:
    finished = call(*wrong)
    assert finished.returncode == 2
    assert "Traceback" not in finished.stderr


def test_a_file_that_is_not_there_is_one_line_and_one(tmp_path: Path) -> None:
    finished = call("colorize", tmp_path / "absent.dcm", "-o", tmp_path / "out")
    assert finished.returncode == 1
    assert len(finished.stderr.strip().splitlines()) <= 2
    assert "absent.dcm" in finished.stderr


def test_without_a_display_the_window_says_so_in_one_line() -> None:
    finished = call("--sample", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert finished.returncode == 1
    assert finished.stderr.count("\n") == 1
    assert "xraycolor colorize" in finished.stderr
