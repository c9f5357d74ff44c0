"""Real radiographs for training and evaluation: what the manifests say, read once and kept small in memory."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.training.hints import (
    WITHOUT_AIR,
    WITHOUT_LUNGS,
    air_beside_trunk,
    air_round_limb,
    heart_in_lungs,
    is_limb,
    is_metalless,
)

#: Longest side, in pixels, at which real films are kept in memory for training.
KEPT_SIZE = 320
#: Data sets whose licence text could not be read again: films to test on, never to train on.
TESTING_ONLY = ("Scoliosis/normal spine", "UCI Shoulder Implant")
#: Folders of the data that are no radiographs, or are read by other code.
_NO_FILMS = ("novelty/", "dicom/")


class Label(IntEnum):
    """What a mask says of one pixel."""

    UNKNOWN = 0
    LUNG = 1
    HEART = 2
    #: Neither lung nor heart.
    ELSE = 3
    #: Outside a lung mask that knows nothing of the heart.
    NOT_LUNG = 4
    BONE = 5
    #: Inside a lung mask that goes on behind the heart.
    LUNG_OR_HEART = 6
    #: Put there by the program itself: collimation, letters.
    BACKGROUND = 7
    #: Neither lung nor heart nor gas.
    SOLID = 8


#: Labels from here on name the tissue that readers say is here, by its number in TISSUES.
TOLD = 32


def told(tissues: NDArray[np.integer]) -> NDArray[np.uint8]:
    """Labels that say these tissues, given by number."""
    return (tissues + TOLD).astype(np.uint8)


@dataclass(frozen=True, slots=True)
class RealFilm:
    """One row of a manifest. `mask` is None for a film without labels; `metalless`: it is known to show no metal."""

    path: Path
    mask: Path | None
    structures: str
    dataset: str
    licence: str
    body_part: str
    patient: str
    split: str
    metalless: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class LoadedFilm:
    """grey: uint8 (rows, columns), longest side ≤ KEPT_SIZE; labels: uint8 of the same shape (`Label`)."""

    film: RealFilm
    grey: NDArray[np.uint8]
    labels: NDArray[np.uint8]


def read_manifest(folder: Path) -> tuple[RealFilm, ...]:
    """All radiographs that FOLDER/manifest.csv lists; TrainingError if there is none or a column is missing."""
    manifest = folder / "manifest.csv"
    if not manifest.is_file():
        raise TrainingError(f"{manifest} is missing.", "Give the folder that holds masks, films and xray with --data.")
    with manifest.open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    try:
        films = [_film(folder, row) for row in rows]
    except KeyError as error:
        raise TrainingError(
            f"{manifest} has no column {error}.", "Add it: file or image, split, patient and licence are needed."
        ) from error
    return tuple(film for film in films if film is not None)


def _film(folder: Path, row: dict[str, str]) -> RealFilm | None:
    file = row["image"] if "image" in row else row["file"]
    if file.startswith(_NO_FILMS):
        return None
    mask = row.get("mask", "")
    return RealFilm(
        path=folder / file,
        mask=folder / mask if mask else None,
        structures=row.get("structures", ""),
        dataset=row.get("dataset") or row.get("source", ""),
        licence=row["licence"],
        body_part=row.get("body_part", ""),
        patient=row["patient"],
        split=row["split"],
        metalless=is_metalless(row.get("dataset", ""), row.get("finding", "")),
    )


def trainable(films: Iterable[RealFilm]) -> tuple[RealFilm, ...]:
    """The train split, without the data that are for testing only."""
    return tuple(f for f in films if f.split == "train" and not f.dataset.startswith(TESTING_ONLY))


def held_out(films: Iterable[RealFilm]) -> tuple[RealFilm, ...]:
    """Validation and test split."""
    return tuple(f for f in films if f.split in ("val", "test"))


def has_lung_mask(film: RealFilm) -> bool:
    """A mask of both lungs with the part behind the heart, as in `masks`."""
    return film.mask is not None and film.structures.startswith("lungs")


def has_heart_and_lung_mask(film: RealFilm) -> bool:
    """A tight mask of heart and lungs, as in `films/wingspan_heart_lungs`."""
    return film.mask is not None and "1 heart" in film.structures


def has_femur_mask(film: RealFilm) -> bool:
    return film.mask is not None and "femora" in film.structures


def read_labels(film: RealFilm, shape: tuple[int, int]) -> NDArray[np.uint8]:
    """The film's mask as `Label` values, (rows, columns) of `shape`; all UNKNOWN where there is no usable mask."""
    labels = np.full(shape, Label.UNKNOWN, np.uint8)
    if film.mask is None or not (has_lung_mask(film) or has_heart_and_lung_mask(film) or has_femur_mask(film)):
        return labels
    mask = _picture(film.mask)
    if mask.shape != shape:
        mask = np.asarray(cv2.resize(mask, shape[::-1], interpolation=cv2.INTER_NEAREST), np.uint8)
    if has_lung_mask(film):
        labels[mask == 255] = Label.LUNG_OR_HEART
        labels[mask == 0] = Label.NOT_LUNG
    elif has_heart_and_lung_mask(film):
        labels[:] = Label.ELSE
        labels[(mask & 6) > 0] = Label.LUNG
        labels[(mask & 1) > 0] = Label.HEART
    else:
        labels[(mask & 1) > 0] = Label.BONE
    return labels


def load(film: RealFilm, longest: int = KEPT_SIZE) -> LoadedFilm:
    """The film and what is known of it, shrunk to `longest`; TrainingError if a file cannot be read."""
    grey = _picture(film.path)
    labels = read_labels(film, (grey.shape[0], grey.shape[1]))
    factor = longest / max(grey.shape)
    if factor < 1:
        size = (max(1, round(grey.shape[1] * factor)), max(1, round(grey.shape[0] * factor)))
        grey = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)
        labels = np.asarray(cv2.resize(labels, size, interpolation=cv2.INTER_NEAREST), np.uint8)
    return LoadedFilm(film, grey, _with_hints(film, grey, labels))


def _with_hints(film: RealFilm, grey: NDArray[np.uint8], labels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """What the body part tells where the film has no mask, and air, which no mask names."""
    known = labels.copy()
    if has_lung_mask(film):
        heart, lung = heart_in_lungs(grey, labels == Label.LUNG_OR_HEART)
        known[heart], known[lung] = Label.HEART, Label.LUNG
    if film.body_part in WITHOUT_AIR:
        known[known == Label.UNKNOWN] = Label.SOLID
    elif film.body_part in WITHOUT_LUNGS:
        known[known == Label.UNKNOWN] = Label.ELSE
    air = np.zeros(grey.shape, np.bool_)
    if is_limb(film.body_part):
        air = air_round_limb(grey)
    elif film.body_part == "chest" and min(grey.shape) > 9:
        air = air_beside_trunk(grey)
    known[air & np.isin(known, (Label.UNKNOWN, Label.ELSE, Label.NOT_LUNG, Label.SOLID))] = Label.BACKGROUND
    return known


def _picture(path: Path) -> NDArray[np.uint8]:
    picture = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    if picture is None:
        raise TrainingError(f"{path} cannot be read.", "Fetch the data again or take its row out of the manifest.")
    return np.asarray(picture, np.uint8)


def load_all(films: Sequence[RealFilm], longest: int = KEPT_SIZE) -> tuple[LoadedFilm, ...]:
    return tuple(load(film, longest) for film in films)


def sources(films: Iterable[RealFilm]) -> tuple[str, ...]:
    """Data sets and licences of these films, each once, for the model card."""
    return tuple(sorted({f"{film.dataset} ({film.licence})" for film in films}))
