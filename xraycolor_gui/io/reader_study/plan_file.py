"""Plans as TOML files; the films may be listed in a CSV file beside the plan."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from xraycolor_gui.core.errors import StudyError
from xraycolor_gui.core.reader_study.plan import Plan, StudyFilm
from xraycolor_gui.core.reader_study.plan_form import read_plan

_COLUMNS = ("case", "file", "truth")
_TRUTHS = {**dict.fromkeys(("1", "true", "yes"), True), **dict.fromkeys(("0", "false", "no"), False), "": None}
_CORRECT = "Correct it, or choose another file."
#: Thousands of films fit; a larger file is something else.
_LARGEST_FILE = 1 << 23
_NAMED_MISSING = 5


def load_plan(path: Path) -> Plan:
    """The plan in a TOML file, with every film in its place.

    Raises StudyError, which names every mistake with its key, and films that are not where the plan says.
    """
    data: dict[str, Any] = dict(_toml(path))
    if isinstance(data.get("films"), str):
        if "film" in data:
            raise StudyError(f"{path.name}: both films and [[film]] are there.", "Keep one of them.")
        data["film"] = _listed(path.parent / data.pop("films"))
    try:
        plan = read_plan(data)
    except StudyError as error:
        raise StudyError(f"{path.name}: {error.what}", "docs/reader-study.md tells every key.") from error
    missing = [film.file for film in plan.films if not film_path(path, film).is_file()]
    if missing:
        more = f" and {len(missing) - _NAMED_MISSING} more" if len(missing) > _NAMED_MISSING else ""
        raise StudyError(
            f"{path.name}: these films are not there: {', '.join(missing[:_NAMED_MISSING])}{more}.",
            "Give each film's file relative to the folder of the plan.",
        )
    return plan


def film_path(plan: Path, film: StudyFilm) -> Path:
    """Where a film of the plan in this file lies."""
    return plan.parent / film.file


def _toml(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise StudyError(f"{path.name}: this is no TOML: {error}.", _CORRECT) from error


def _listed(path: Path) -> list[dict[str, Any]]:
    """Films of a CSV file, in the form of a plan's [[film]]."""
    rows = csv.DictReader(io.StringIO(_text(path), newline=""))
    if lacking := [column for column in _COLUMNS[:2] if column not in (rows.fieldnames or ())]:
        raise StudyError(f"{path.name}: no column {', '.join(lacking)}.", f"Have {', '.join(_COLUMNS)} in line 1.")
    films = []
    for row in rows:
        word = (row.get("truth") or "").strip().lower()
        if word not in _TRUTHS:
            raise StudyError(
                f"{path.name}, line {rows.line_num}: “{word}” is no truth.",
                "Write 1 for a positive case, 0 for a negative one, nothing where nobody knows.",
            )
        film = {"case": row["case"] or "", "file": row["file"] or "", "truth": _TRUTHS[word]}
        films.append({key: value for key, value in film.items() if value is not None})
    return films


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_FILE + 1)
    except OSError as error:
        raise StudyError(f"{path.name} cannot be read: {error.strerror}.", "Check the name.") from error
    try:
        if len(content) > _LARGEST_FILE:
            raise ValueError("too large")
        return content.decode("utf-8-sig")
    except ValueError as error:
        raise StudyError(f"{path.name}: this is no text.", _CORRECT) from error
