"""Sixty films of every kind on one sheet, grey and colour side by side, to be looked at."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.color import grey_rgb
from xraycolor_gui.core.errors import XrayColorError
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.io.read import read
from xraycolor_gui.training.benchmark.contender import Contender, grey_at
from xraycolor_gui.training.benchmark.films import MANIFEST, NOT_A_RADIOGRAPH
from xraycolor_gui.training.real_films import TESTING_ONLY

Picture = NDArray[np.uint8]
Row = dict[str, str]

FILMS = 60
_TILE, _CAPTION, _COLUMNS = 160, 18, 6
_SEED = 3
#: Frame of a film that the model would refuse to colour.
_REFUSED = (230, 140, 20)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of film, how many of it are shown, and what is done to them first."""

    title: str
    count: int
    holds: Callable[[Row], bool]
    change: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A film on the sheet."""

    path: Path
    kind: str
    change: str = ""


def _part(*words: str) -> Callable[[Row], bool]:
    return lambda row: any(word in row.get("body_part", "") for word in words)


def _child(row: Row) -> bool:
    return _part("chest")(row) and "kermany" in f"{row.get('dataset', '')} {_file(row)}".lower()


def _adult(row: Row) -> bool:
    return _part("chest")(row) and not _child(row)


def _metal(row: Row) -> bool:
    return "metal" in row.get("finding", "")


KINDS = (
    Kind("adult", 12, _adult),
    Kind("child", 9, _child),
    Kind("lateral", 6, lambda row: row.get("view", "") == "lateral"),
    Kind("pelvis", 6, _part("pelvis", "hip")),
    Kind("breast", 4, _part("breast")),
    Kind("knee", 3, _part("knee")),
    Kind("upper limb", 5, _part("upper limb", "hand")),
    Kind("lower limb", 4, _part("lower limb")),
    Kind("device", 5, _metal),
    Kind("rotated", 3, _adult, "rotated"),
    Kind("inverted", 3, _adult, "inverted"),
)


def sheet_films(data: Path) -> tuple[Shown, ...]:
    """Films of val and test, each kind from all its data sets alike, the same ones each time; filled up to FILMS."""
    rows = _rows(data)
    order = np.random.default_rng(_SEED).permutation(len(rows))
    left = [rows[place] for place in order]
    shown: list[Shown] = []
    for kind in KINDS:
        taken = _evenly([row for row in left if kind.holds(row[1])], kind.count)
        shown += [Shown(folder / _file(row), kind.title, kind.change) for folder, row in taken]
        used = {id(row) for _, row in taken}
        left = [row for row in left if id(row[1]) not in used]
    filling = _evenly(left, FILMS - len(shown))
    shown += [Shown(folder / _file(row), row.get("body_part", ""), "") for folder, row in filling]
    return tuple(shown)


def _file(row: Row) -> str:
    return row.get("image") or row.get("file") or ""


def _rows(data: Path) -> list[tuple[Path, Row]]:
    """Radiographs of val and test that may be shown to others."""
    found = []
    for manifest in sorted(data.rglob(MANIFEST)):
        with manifest.open(newline="", encoding="utf-8") as stream:
            found += [(manifest.parent, row) for row in csv.DictReader(stream)]
    return [
        (folder, row)
        for folder, row in found
        if row.get("split") in ("val", "test")
        and _file(row)
        and row.get("body_part") != NOT_A_RADIOGRAPH
        and not row.get("dataset", "").startswith(TESTING_ONLY)
    ]


def _evenly(rows: Sequence[tuple[Path, Row]], count: int) -> list[tuple[Path, Row]]:
    groups: dict[str, list[tuple[Path, Row]]] = {}
    for folder, row in rows:
        groups.setdefault(row.get("dataset") or row.get("source") or folder.name, []).append((folder, row))
    chosen: list[tuple[Path, Row]] = []
    while len(chosen) < count and any(groups.values()):
        chosen += [members.pop() for members in groups.values() if members]
    return chosen[: max(0, count)]


def contact_sheet(contender: Contender, films: Sequence[Shown]) -> Picture:
    """sRGB; grey and colour of every film, with its kind. A film that novelty would keep grey has an orange frame."""
    pairs = [_pair(contender, film) for film in films]
    blank = np.full((_TILE + _CAPTION, 2 * _TILE, 3), 24, np.uint8)
    pairs += [blank] * (-len(pairs) % _COLUMNS)
    rows = [np.hstack(pairs[start : start + _COLUMNS]) for start in range(0, len(pairs), _COLUMNS)]
    return np.asarray(np.vstack(rows), np.uint8) if rows else blank


def _pair(contender: Contender, film: Shown) -> Picture:
    tile = np.full((_TILE + _CAPTION, 2 * _TILE, 3), 24, np.uint8)
    caption = film.kind
    try:
        radiograph = changed(read(film.path), film.change)
        painted = contender.paint(radiograph)
    except XrayColorError as error:
        return _captioned(tile, f"{caption}: {error}")
    factor = _TILE / max(painted.shape)
    size = (max(1, round(painted.shape[1] * factor)), max(1, round(painted.shape[0] * factor)))
    grey = grey_rgb(grey_at(radiograph, (size[1], size[0])))
    tile[: size[1], : size[0]] = grey
    tile[: size[1], _TILE : _TILE + size[0]] = cv2.resize(painted.rgb, size, interpolation=cv2.INTER_AREA)
    if painted.novelty is not None and painted.novelty.refused:
        tile[: size[1], _TILE : _TILE + size[0]] = _framed(tile[: size[1], _TILE : _TILE + size[0]])
        caption += " - stays grey"
    return _captioned(tile, caption)


def changed(radiograph: Radiograph, change: str) -> Radiograph:
    """Turned by a right angle, or with its greys the other way round."""
    stored = radiograph.stored
    if change == "rotated":
        return replace(radiograph, stored=np.ascontiguousarray(np.rot90(stored)))
    if change == "inverted":
        return replace(radiograph, stored=np.ascontiguousarray(stored.max() - (stored - stored.min())))
    return radiograph


def _framed(picture: Picture) -> Picture:
    framed = picture.copy()
    framed[:3], framed[-3:], framed[:, :3], framed[:, -3:] = (_REFUSED,) * 4
    return framed


def _captioned(tile: Picture, text: str) -> Picture:
    written = np.ascontiguousarray(tile)
    place = (3, _TILE + _CAPTION - 5)
    cv2.putText(written, text[:44], place, cv2.FONT_HERSHEY_SIMPLEX, 0.42, (230, 230, 230), 1, cv2.LINE_AA)
    return written
