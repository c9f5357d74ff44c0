"""The forty steps of a radiographer: there are forty, and their page tells them all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[1]


def test_the_page_lists_the_forty_steps_that_are_driven() -> None:
    listed = subprocess.run(
        [sys.executable, HOUSE / "scripts" / "drive_forty_steps", "--list"], check=True, capture_output=True, text=True
    ).stdout
    assert (HOUSE / "docs" / "forty-steps.md").read_text() == listed
    assert sum(line.startswith("| ") and line[2].isdigit() for line in listed.splitlines()) == 40
