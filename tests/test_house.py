"""The fences of the house: layers between rooms, and files that can be read in one sitting."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_no_room_imports_upward_or_sideways() -> None:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    finished = subprocess.run([sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stdout + finished.stderr


def test_every_file_can_be_read_in_one_sitting() -> None:
    lengths = {path: len(path.read_text().splitlines()) for path in ROOT.glob("xraycolor_gui/**/*.py")}
    assert {str(path): length for path, length in lengths.items() if length > 400} == {}


def test_every_dependency_has_a_tested_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["test"]
    pinned = {line.split("==")[0].lower().replace("_", "-") for line in _lines("constraints.txt")}
    assert {name for name in map(_name, wanted) if name not in pinned} == set()


def test_starting_the_window_code_does_not_import_torch() -> None:
    code = "import sys; import xraycolor_gui.gui.app, xraycolor_gui.gui.window; assert 'torch' not in sys.modules"
    finished = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr


def _lines(name: str) -> list[str]:
    return [line for line in (ROOT / name).read_text().splitlines() if "==" in line]


def _name(requirement: str) -> str:
    return requirement.split(">", maxsplit=1)[0].split("=", maxsplit=1)[0].strip().lower().replace("_", "-")
