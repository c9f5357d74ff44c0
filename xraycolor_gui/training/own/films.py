"""The user's own films, brought into the form that training reads: small grey PNGs under names that tell nothing."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.errors import TrainingError, XrayColorError
from xraycolor_gui.core.modality import ColourSource, way_of
from xraycolor_gui.core.presentation import present
from xraycolor_gui.io.read import read
from xraycolor_gui.io.study import find_films, read_labels
from xraycolor_gui.training.own.settings import DataSettings, OwnFilms
from xraycolor_gui.training.real_films import RealFilm, read_manifest

#: Longest side of a film that is kept, as in the shared data.
LONGEST = 448
#: Of the patients of a bare folder, one in so many is held out: their films show how training goes.
HELD_OUT = 10
MANIFEST = "manifest.csv"
_COLUMNS = ("file", "dataset", "licence", "body_part", "patient", "split", "mask", "structures")
_SPLITS = ("train", "val", "test")

#: Body Part Examined (PS3.16 Annex L) → the words of the manifests.
_UPPER, _LOWER = "upper limb (hand/wrist/forearm/elbow)", "lower limb (foot/ankle/leg/knee/thigh)"
_BODY_PARTS = {
    **dict.fromkeys(("HAND", "WRIST", "FOREARM", "ELBOW", "FINGER", "THUMB", "UPPERLIMB"), _UPPER),
    **dict.fromkeys(("FOOT", "ANKLE", "LEG", "THIGH", "TOE", "CALCANEUS", "LOWERLIMB", "FEMUR", "TIBIA"), _LOWER),
    **dict.fromkeys(("SHOULDER", "HUMERUS", "ARM", "CLAVICLE", "SCAPULA"), "shoulder/upper arm"),
    **dict.fromkeys(("CHEST", "THORAX", "LUNG"), "chest"),
    "HIP": "hip/pelvis",
}


@dataclass(frozen=True, slots=True)
class FoundFilms:
    """Films of one entry; problems stop the run, notes do not."""

    films: tuple[RealFilm, ...]
    problems: tuple[str, ...]
    notes: tuple[str, ...]


def find(entry: OwnFilms, data: DataSettings) -> FoundFilms:
    """What an entry of data.films holds."""
    place = data.place(entry.path)
    if not place.is_dir():
        return FoundFilms((), (f"data.films: {entry.path} is no folder",), ())
    if (place / MANIFEST).is_file():
        return _listed(entry, place)
    films = _some_held_out([_bare(path, entry) for path in find_films([place])])
    if not films:
        return FoundFilms((), (f"data.films: {entry.path} holds no film",), ())
    note = f"{entry.path} has no {MANIFEST}: its {len(films)} films are learnt from without labels"
    return FoundFilms(films, (), (note,))


def _listed(entry: OwnFilms, place: Path) -> FoundFilms:
    try:
        films = read_manifest(place)
    except TrainingError as error:
        return FoundFilms((), (str(error),), ())
    films = tuple(
        replace(film, dataset=film.dataset or entry.name, licence=film.licence or entry.licence) for film in films
    )
    return FoundFilms(films, tuple(_faults(films, place)), tuple(_consequences(films, entry)))


def _faults(films: Sequence[RealFilm], place: Path) -> Iterator[str]:
    where = f"{place.name}/{MANIFEST}"
    wrong = sorted({film.split for film in films} - set(_SPLITS))
    if wrong:
        yield f"{where}: split “{wrong[0]}” (known: {', '.join(_SPLITS)})"
    splits: dict[str, set[str]] = {}
    for film in films:
        splits.setdefault(film.patient, set()).add("train" if film.split == "train" else "held out")
    both = [patient for patient, where_to in splits.items() if patient and len(where_to) > 1]
    if both:
        yield f"{where}: {len(both)} patients are both in train and in val or test; each must be in one"
    missing = [film.path.name for film in films if not film.path.is_file()]
    if missing:
        yield f"{where}: {len(missing)} films are not there, such as {missing[0]}"
    masks = [film.mask.name for film in films if film.mask is not None and not film.mask.is_file()]
    if masks:
        yield f"{where}: {len(masks)} masks are not there, such as {masks[0]}"


def _consequences(films: Sequence[RealFilm], entry: OwnFilms) -> Iterator[str]:
    if any(not film.patient for film in films):
        yield f"{entry.path}: some films name no patient; that splits keep patients apart cannot be checked"
    if not any(film.split in ("val", "test") for film in films):
        yield f"{entry.path}: no film is held out (val, test), so nothing of it can be measured"


def _bare(path: Path, entry: OwnFilms) -> RealFilm:
    part, patient = entry.body_part, ""
    try:
        labels, _ = read_labels(path)
        patient, part = labels.patient_id, part or _body_part(labels.body_part)
    except XrayColorError:
        patient = ""  # reading it tells why, when the films are brought into form
    return RealFilm(path, None, "", entry.name, entry.licence, part, patient or path.name, "train")


def _some_held_out(films: Sequence[RealFilm]) -> tuple[RealFilm, ...]:
    """One patient in ten goes to `val`, always the same ones; at least one where there are ten."""
    numbers = {film.patient: int(hashlib.sha256(film.patient.encode()).hexdigest(), 16) for film in films}
    held = {patient for patient, number in numbers.items() if number % HELD_OUT == 0}
    if not held and len(numbers) >= HELD_OUT:
        held = {min(numbers, key=numbers.__getitem__)}
    return tuple(replace(film, split="val" if film.patient in held else "train") for film in films)


def _body_part(stated: str) -> str:
    return _BODY_PARTS.get(stated.strip().upper().replace(" ", ""), stated.strip().lower())


def bring_in(films: Sequence[RealFilm], folder: Path) -> tuple[tuple[RealFilm, str], ...]:
    """Write the films as FOLDER/manifest.csv and PNGs; returns those that cannot be taken, each with the reason.

    Films that are there from an earlier start are kept. Patients are numbered, not named.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rows, problems = [], []
    for film in films:
        try:
            rows.append(_row(film, folder))
        except XrayColorError as error:
            problems.append((film, str(error) if film.path.name in str(error) else f"{film.path.name}: {error}"))
    beside = folder / f"{MANIFEST}.new"
    with beside.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, _COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    beside.replace(folder / MANIFEST)
    return tuple(problems)


def _row(film: RealFilm, folder: Path) -> dict[str, str]:
    parts = [path for path in (film.path, film.mask) if path is not None]
    facts = "".join(f"{path} {path.stat().st_mtime_ns} " for path in parts)
    key = hashlib.sha256(facts.encode()).hexdigest()[:12]
    picture, mask = folder / f"{key}.png", folder / f"{key}_mask.png"
    if not picture.is_file() or (film.mask is not None and not mask.is_file()):
        grey = _grey(film.path)
        if film.mask is not None:
            _write(mask, _mask(film.mask, grey.shape))
        _write(picture, grey)
    patient = hashlib.sha256(f"{film.dataset} {film.patient}".encode()).hexdigest()[:12]
    return {
        "file": picture.name,
        "dataset": film.dataset,
        "licence": film.licence,
        "body_part": film.body_part,
        "patient": patient,
        "split": film.split,
        "mask": mask.name if film.mask is not None else "",
        "structures": film.structures,
    }


def _grey(path: Path) -> NDArray[np.uint8]:
    radiograph = read(path)
    way = way_of(radiograph)
    if way.kind is not ColourSource.NETWORK:
        raise TrainingError(f"{path.name} is no radiograph: {way.sentence}", "Take it out of the folder.")
    grey = present(radiograph).grey
    rows, columns = grey.shape
    factor = LONGEST / max(rows, columns)
    if factor < 1:
        size = (max(1, round(columns * factor)), max(1, round(rows * factor)))
        grey = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.float32)
    return np.asarray(np.rint(np.clip(grey, 0, 1) * 255), np.uint8)


def _mask(path: Path, shape: tuple[int, ...]) -> NDArray[np.uint8]:
    mask = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    if mask is None or mask.ndim != 2 or mask.dtype != np.uint8:
        raise TrainingError(f"{path.name}: no 8-bit grey mask.", "Masks are PNGs whose bits the manifest names.")
    return np.asarray(cv2.resize(mask, (shape[1], shape[0]), interpolation=cv2.INTER_NEAREST), np.uint8)


def _write(path: Path, picture: NDArray[np.uint8]) -> None:
    beside = path.with_name(path.stem + ".part.png")
    if not cv2.imwrite(str(beside), picture):
        raise TrainingError(f"{path} cannot be written.", "Is the disk full?")
    beside.replace(path)
