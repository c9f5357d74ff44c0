"""Without a display, or without a system library, the program says so in one line before Qt ends it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from xraycolor_gui.gui.display import missing_display, missing_packages

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")


def test_no_display_is_one_line_that_names_the_command_without_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    said = missing_display()
    assert said is not None
    assert "\n" not in said and "xraycolor colorize" in said


def test_a_display_that_does_not_answer_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":4711")
    assert "no display" in (missing_display() or "")


def test_offscreen_needs_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert missing_display() is None


def test_absent_libraries_are_named_by_their_packages() -> None:
    assert missing_packages({"libnot-here.so.9": "libnot-here9", "libc.so.6": "libc6"}) == ("libnot-here9",)


def test_asking_for_the_display_does_not_import_qt() -> None:
    code = "import sys; import xraycolor_gui.gui.app as a; a.missing_display(); assert 'PySide6' not in sys.modules"
    finished = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=os.environ | {"DISPLAY": ""}
    )
    assert finished.returncode == 0, finished.stderr
