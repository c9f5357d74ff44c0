"""The films of a benchmark: every manifest.csv below the data folder, whoever wrote it.

A manifest lies at the root of its folder and names its files relative to itself. Columns:

    file (or image)   the picture; any format the program opens
    split             train, val or test; only val and test are measured
    patient           films of one patient are drawn together in the bootstrap; by default the file's name
    mask              8-bit picture of the film's size, or empty; `structures` says what is in it
    structures        see `structures.py`
    body_part         chest, knee, … ; "(not a radiograph)" marks pictures that a model should refuse
    dataset (source)  where the film comes from
    age               years, or "child", "infant", "adult"; may be empty

Further columns are passed over.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.training.benchmark.structures import IGNORE, Structure, goes_behind_the_heart, parse_structures

MANIFEST = "manifest.csv"
NOT_A_RADIOGRAPH = "(not a radiograph)"
#: Films without a mask that are taken of each data set and body part.
FILMS_PER_GROUP = 30
SEED = 7
_CHILD = re.compile(r"child|infant|paediatric|pediatric|kermany", re.IGNORECASE)
_ADULT_AGE = 16.0

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Film:
    """One row of a manifest. `folder` is the manifest's, relative to the data."""

    path: Path
    folder: str
    mask: Path | None
    structures: tuple[Structure, ...]
    lungs_behind_heart: bool
    dataset: str
    body_part: str
    patient: str
    split: str
    age: str = ""

    @property
    def radiograph(self) -> bool:
        return self.body_part != NOT_A_RADIOGRAPH

    @property
    def child(self) -> bool:
        """By the age, else by what the data set and the file are called."""
        if re.match(r"^\d", self.age):
            return float(re.split(r"[^\d.]", self.age)[0]) < _ADULT_AGE
        return bool(_CHILD.search(self.age or f"{self.dataset} {self.path.parent} {self.path.name}"))

    def draws(self, tissue: str) -> bool:
        return self.mask is not None and any(s.tissue == tissue for s in self.structures)

    def draws_all_of(self, tissue: str) -> bool:
        """The mask holds all of this tissue, so that what lies outside is another one."""
        return self.mask is not None and any(s.tissue == tissue and s.whole for s in self.structures)


@dataclass(frozen=True, eq=False, slots=True)
class Drawn:
    """A mask at some size: where each tissue was outlined, and where somebody decided at all."""

    tissues: dict[str, Mask]
    known: Mask

    def cut(self, where: tuple[slice, slice]) -> Drawn:
        return Drawn({name: mask[where] for name, mask in self.tissues.items()}, self.known[where])

    def at(self, shape: tuple[int, int]) -> Drawn:
        """The same at another size (rows, columns)."""
        return Drawn({name: _resized(mask, shape) for name, mask in self.tissues.items()}, _resized(self.known, shape))


def _resized(mask: Mask, shape: tuple[int, int]) -> Mask:
    whole = cv2.resize(mask.astype(np.uint8), shape[::-1], interpolation=cv2.INTER_NEAREST)
    return np.asarray(whole, np.bool_)


def read_films(data: Path) -> tuple[Film, ...]:
    """Films of all manifests in DATA and below that say a split."""
    manifests = sorted(data.rglob(MANIFEST))
    return tuple(film for manifest in manifests for film in _read_manifest(data, manifest))


def _read_manifest(data: Path, manifest: Path) -> list[Film]:
    with manifest.open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    folder = manifest.parent.relative_to(data).as_posix()
    name = manifest.parent.name if folder == "." else folder
    if not rows or "split" not in rows[0] or not rows[0].keys() & {"file", "image"}:
        return []
    return [_film(manifest.parent, name, row) for row in rows]


def _film(folder: Path, name: str, row: dict[str, str]) -> Film:
    file = row["image"] if "image" in row else row["file"]
    mask, structures = row.get("mask") or "", row.get("structures") or ""
    return Film(
        path=folder / file,
        folder=name,
        mask=folder / mask if mask else None,
        structures=parse_structures(structures),
        lungs_behind_heart=goes_behind_the_heart(structures),
        dataset=row.get("dataset") or row.get("source") or name,
        body_part=row.get("body_part") or "",
        patient=row.get("patient") or file,
        split=row["split"],
        age=row.get("age") or "",
    )


def chosen_films(films: Iterable[Film], per_group: int = FILMS_PER_GROUP) -> tuple[Film, ...]:
    """Val and test: all that have tissues drawn and all that are no radiographs, of the others `per_group` of a kind.

    In random order, so that any first part is a fair mixture; the same films in the same order each time.
    """
    films = [film for film in films if film.split in ("val", "test")]
    rng = np.random.default_rng(SEED)
    order = [films[i] for i in rng.permutation(len(films))]
    taken: dict[tuple[str, str], int] = {}
    chosen = []
    for film in order:
        if film.radiograph and not any(film.draws(s.tissue) for s in film.structures if s.tissue):
            kind = film.dataset, film.body_part
            taken[kind] = taken.get(kind, 0) + 1
            if taken[kind] > per_group:
                continue
        chosen.append(film)
    return tuple(chosen)


def read_drawn(film: Film, shape: tuple[int, int]) -> Drawn:
    """The film's mask at `shape` (rows, columns); TrainingError if it cannot be read."""
    known = np.ones(shape, np.bool_)
    if film.mask is None:
        return Drawn({}, ~known)
    mask = cv2.imread(str(film.mask), cv2.IMREAD_GRAYSCALE)
    if mask is None:
        raise TrainingError(f"{film.mask} cannot be read.", "Correct the manifest's column mask.")
    mask = np.asarray(cv2.resize(mask, shape[::-1], interpolation=cv2.INTER_NEAREST), np.uint8)
    tissues: dict[str, Mask] = {}
    for structure in film.structures:
        where = structure.where(np.asarray(mask, np.uint8))
        if structure.tissue == IGNORE:
            known &= ~where
        elif structure.tissue:
            tissues[structure.tissue] = tissues.get(structure.tissue, np.zeros(shape, np.bool_)) | where
    return Drawn(tissues, known)


def group_title(films: Sequence[Film]) -> str:
    """What a set of films is called in a row: its folder, and its data set where there is but one."""
    folders = sorted({film.folder for film in films})
    datasets = sorted({film.dataset for film in films})
    name = " + ".join(folders)
    return f"{name}, {datasets[0]}" if len(datasets) == 1 and datasets[0] not in folders else name
