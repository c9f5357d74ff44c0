"""The table [data] of a training configuration: which CT and films to learn from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from xraycolor_gui.core.errors import TrainingError

REGIONS = ("chest", "lower chest", "abdomen", "legs", "arms", "neck", "head")
SPLITS = ("train", "test")
GUESS = "guess"


@dataclass(frozen=True, slots=True)
class OwnCt:
    """One entry of data.ct.

    path: a volume file, a folder with a DICOM series, or a folder that holds many of both. labels: a label map, a
    folder with one file per structure, or either with {name} for the volume's name; "" looks for TotalSegmentator's
    `segmentations` beside `ct.nii.gz`. numbers: what a label map's numbers mean.
    """

    path: str
    labels: str = ""
    numbers: str = "totalsegmentator"
    region: str = GUESS
    split: str = "train"
    licence: str = "licence not stated"
    name: str = "own CT"


@dataclass(frozen=True, slots=True)
class OwnFilms:
    """One entry of data.films: a folder with manifest.csv, or a bare folder whose films have no labels."""

    path: str
    body_part: str = ""
    licence: str = "licence not stated"
    name: str = "own films"


@dataclass(frozen=True, slots=True)
class DataSettings:
    """shared: a folder with ct, masks, films and xray besides. structures: own structure → tissue's word.

    folder: what relative paths start from.
    """

    ct: tuple[OwnCt, ...] = ()
    films: tuple[OwnFilms, ...] = ()
    shared: str = ""
    structures: Mapping[str, str] = field(default_factory=dict)
    folder: Path = Path()

    def __bool__(self) -> bool:
        return bool(self.ct or self.films or self.shared)

    def place(self, path: str) -> Path:
        """A path of the table, made whole."""
        return (self.folder / Path(path).expanduser()).resolve()


Entry = TypeVar("Entry", OwnCt, OwnFilms)


def parse_data(table: Any, where: str, folder: Path) -> DataSettings:
    """The table [data] of the file `where`; TrainingError lists every entry that does not fit."""
    problems: list[str] = []
    known = {f.name for f in fields(DataSettings)} - {"folder"}
    if not isinstance(table, dict):
        raise TrainingError(f"{where}: data is no table.", "Write [data], and the keys below it.")
    problems += [f"unknown key “{key}” (known: {', '.join(sorted(known))})" for key in table if key not in known]
    ct = _entries(table.get("ct", []), OwnCt, "ct", problems)
    films = _entries(table.get("films", []), OwnFilms, "films", problems)
    for entry in ct:
        if entry.region not in (*REGIONS, GUESS):
            problems.append(f"ct: region “{entry.region}” (known: {', '.join((*REGIONS, GUESS))})")
        if entry.split not in SPLITS:
            problems.append(f"ct: split “{entry.split}” (known: {', '.join(SPLITS)})")
    shared = table.get("shared", "")
    if not isinstance(shared, str):
        problems.append("shared is one folder, written as text")
    structures = table.get("structures", {})
    problems += _faults_of_structures(structures)
    if problems:
        lines = "".join(f"\n  - {problem}" for problem in problems)
        raise TrainingError(f"{where} [data] does not fit:{lines}\n", "docs/training.md tells what each key means.")
    return DataSettings(tuple(ct), tuple(films), shared, dict(structures), folder)


def _faults_of_structures(structures: Any) -> list[str]:
    from xraycolor_gui.training.own.structures import TISSUE_WORDS

    if not isinstance(structures, dict):
        return ['structures is a table of name = "tissue"']
    wrong = {name: word for name, word in structures.items() if word not in TISSUE_WORDS}
    words = ", ".join(TISSUE_WORDS)
    return [f"structures: {name} = {word!r} is no tissue (known: {words})" for name, word in wrong.items()]


def _entries(given: Any, kind: type[Entry], key: str, problems: list[str]) -> list[Entry]:
    if not isinstance(given, list):
        problems.append(f"{key} is a list of paths, or of tables with a path")
        return []
    found = []
    for entry in given:
        values = {"path": entry} if isinstance(entry, str) else entry
        fault = _fault(values, kind)
        if fault:
            problems.append(f"{key}: {fault}")
        else:
            found.append(kind(**values))
    return found


def _fault(values: Any, kind: type[Entry]) -> str:
    known = [f.name for f in fields(kind)]
    if not isinstance(values, dict) or "path" not in values:
        return f"{values!r} has no path"
    wrong = [key for key in values if key not in known]
    if wrong:
        return f"unknown key “{wrong[0]}” (known: {', '.join(known)})"
    no_text = [key for key, value in values.items() if not isinstance(value, str)]
    return f"{no_text[0]} = {values[no_text[0]]!r} is not text" if no_text else ""
