"""The fences of the house: layers between rooms, and files that can be read in one sitting."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
#: A file of the project in a paper, and a test in it: `tests/io/test_read.py::test_…`.
_NAMED = re.compile(
    r"`((?:core|io|models|training|gui|cli|report|study_report|tests|scripts|docs)/[\w/]+\.(?:py|md|sh))(?:::(\w+))?`"
)


def test_no_room_imports_upward_or_sideways() -> None:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    finished = subprocess.run([sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stdout + finished.stderr


def test_every_file_can_be_read_in_one_sitting() -> None:
    lengths = {path: len(path.read_text().splitlines()) for path in ROOT.glob("xraycolor_gui/**/*.py")}
    assert {str(path): length for path, length in lengths.items() if length > 400} == {}


def test_every_module_says_what_it_is() -> None:
    silent = [path for path in ROOT.glob("xraycolor_gui/**/*.py") if not ast.get_docstring(ast.parse(path.read_text()))]
    assert silent == []


def test_what_the_papers_name_is_there() -> None:
    papers = {path.name: path.read_text() for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"))}
    named = {(paper, *found) for paper, text in papers.items() for found in _NAMED.findall(text)}
    missing = {
        (paper, file, test)
        for paper, file, test in named
        if not any((folder / file).exists() for folder in (ROOT, ROOT / "xraycolor_gui"))
        or (test and f"def {test}(" not in (ROOT / file).read_text())
    }
    assert missing == set()


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
