from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from xraycolor_gui.core.radiograph import LookupTable, Window, WindowFunction
from xraycolor_gui.gui.own_windows import OwnWindows
from xraycolor_gui.gui.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


def test_what_is_kept_is_there_at_the_next_start_in_its_order(settings: Settings, tmp_path: Path) -> None:
    own = OwnWindows(settings)
    own.save("Bone", Window(1.5, 2.25, WindowFunction.SIGMOID))
    own.save("Größe & „Zahl“", Window(-3, 4))
    own.save("Bone", Window(9, 8))
    again = OwnWindows(Settings(tmp_path / "settings.ini"))
    assert [(each.name, each.window.center, each.window.width) for each in again.all()] == [
        ("Größe & „Zahl“", -3, 4),
        ("Bone", 9, 8),
    ]
    assert again.all()[0].window.explanation == "Größe & „Zahl“"


@pytest.mark.parametrize(
    "kept",
    ["{", "3", "[3]", '[{"name": "A"}]', '[{"name": "A", "center": "x", "width": 1}]',
     '[{"name": "A", "center": 1, "width": 0}]', '[{"name": "", "center": 1, "width": 1}]',
     '[{"name": "A", "center": 1, "width": 1, "function": "CUBIC"}]', '[{"name": "A", "center": 1, "width": 1e999}]'],
)  # fmt: skip
def test_entries_that_nobody_understands_are_passed_over(settings: Settings, kept: str) -> None:
    settings.set_choice("own windows", kept)
    assert OwnWindows(settings).all() == ()


def test_only_the_window_itself_is_kept_and_no_table_of_a_file(settings: Settings) -> None:
    own = OwnWindows(settings)
    own.save("A", Window(1, 2, after=LookupTable(0, np.arange(3, dtype=np.uint16), 8)))
    assert own.all()[0].window.after is None
