"""From a store of feedback to films with labels: what readers agree on, pixel by pixel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.errors import TrainingError, XrayColorError
from xraycolor_gui.core.feedback import Feedback, tissue_said
from xraycolor_gui.core.presentation import present
from xraycolor_gui.core.regions import mask_of
from xraycolor_gui.io.feedback import places
from xraycolor_gui.io.feedback.store import FeedbackStore
from xraycolor_gui.io.read import read
from xraycolor_gui.training.real_films import KEPT_SIZE, LoadedFilm, RealFilm, told
from xraycolor_gui.training.telling import Tell

Votes = NDArray[np.float32]

#: Readers must agree by more than this part of their weight before a pixel teaches.
_AGREED = 0.5
#: Part of the patients whose films are kept apart, to see whether the model really learnt.
_HELD_OUT = 0.2


@dataclass(frozen=True, eq=False, slots=True)
class Taught:
    """Films to learn from and films held out, apart by patient; how many records and readers stand behind them."""

    learnt: tuple[LoadedFilm, ...]
    held_out: tuple[LoadedFilm, ...]
    records: int
    readers: int


def taught_films(
    store: Path,
    folders: Sequence[Path],
    tell: Tell,
    *,
    weights: Mapping[str, float] | None = None,
    seed: int = 0,
) -> Taught:
    """Every film of the store that feedback teaches something about and whose file is found.

    folders: where films may have been moved to. weights: of readers by name, 1 for those not named.
    Raises TrainingError when nothing is left to learn from.
    """
    with FeedbackStore(store) as opened:
        records = [record for record in opened.records() if tissue_said(record)]
    by_film: dict[tuple[str, int], list[Feedback]] = {}
    for record in records:
        by_film.setdefault((record.film.sha256, record.film.frame), []).append(record)
    films: list[LoadedFilm] = []
    used: list[Feedback] = []
    for (sha256, frame), members in by_film.items():
        path = places.find(store, sha256, folders)
        if path is None:
            tell(f"a film with {len(members)} records is not found; name its folder with --films")
            continue
        try:
            films.append(_loaded(path, frame, members, weights or {}))
        except XrayColorError as error:
            tell(f"{error.what} It is left out.")
            continue
        used += members
    if not films:
        raise TrainingError(
            "This store teaches nothing: no film with a verdict on a tissue was found.",
            "Give feedback first, or name the folders of its films with --films.",
        )
    learnt, apart = _split(films, seed)
    return Taught(learnt, apart, len(used), len({record.reader for record in used}))


def agreed(records: Iterable[Feedback], shape: tuple[int, int], weights: Mapping[str, float]) -> NDArray[np.uint8]:
    """(rows, columns) labels of a film: what most readers, by weight, say of each pixel, UNKNOWN where they differ.

    A reader's later word replaces the earlier one, so that nobody votes twice on a pixel.
    """
    by_reader: dict[str, list[Feedback]] = {}
    for record in sorted(records, key=lambda each: each.time):
        by_reader.setdefault(record.reader, []).append(record)
    votes = np.zeros((len(TISSUES), *shape), np.float32)
    for reader, given in by_reader.items():
        word = np.full(shape, -1, np.int8)
        for record in given:
            assert record.region is not None
            word[mask_of(record.region, shape)] = TISSUES.index(tissue_said(record))
        for tissue in np.unique(word[word >= 0]):
            votes[tissue] += float(weights.get(reader, 1.0)) * (word == tissue)
    total = votes.sum(axis=0)
    labels = told(votes.argmax(axis=0))
    labels[votes.max(axis=0) <= _AGREED * np.maximum(total, 1e-6)] = 0
    return labels


def _loaded(path: Path, frame: int, records: Sequence[Feedback], weights: Mapping[str, float]) -> LoadedFilm:
    radiograph = read(path, frame)
    shape = radiograph.shape
    labels = agreed(records, shape, weights)
    grey = np.rint(present(radiograph).grey * 255).astype(np.uint8)
    factor = KEPT_SIZE / max(shape)
    if factor < 1:
        size = (max(1, round(shape[1] * factor)), max(1, round(shape[0] * factor)))
        grey = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)
        labels = np.asarray(cv2.resize(labels, size, interpolation=cv2.INTER_NEAREST), np.uint8)
    patient = radiograph.labels.patient_id or radiograph.source.sha256
    part = radiograph.labels.body_part.lower()
    return LoadedFilm(RealFilm(path, None, "", "feedback", "the reader's own", part, patient, "train"), grey, labels)


def _split(films: Sequence[LoadedFilm], seed: int) -> tuple[tuple[LoadedFilm, ...], tuple[LoadedFilm, ...]]:
    """By patient; nothing is held out where there are fewer than five patients."""
    patients = sorted({film.film.patient for film in films})
    apart = set(np.random.default_rng(seed).permutation(patients)[: int(_HELD_OUT * len(patients))])
    learnt = tuple(film for film in films if film.film.patient not in apart)
    return learnt, tuple(film for film in films if film.film.patient in apart)
