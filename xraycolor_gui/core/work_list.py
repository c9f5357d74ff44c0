"""Which films would teach a model most: numbers per film, the signs that they give, and the order that follows.

A sign is a part, 0 … 1, of the film that is in doubt. Together they count as if each had found its doubt by itself:
what a film would teach is 1 − ∏(1 − sign). What a reader has answered teaches less, and comes after all else.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import combinations

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.colorization import BACKGROUND, TISSUES, Colorization
from xraycolor_gui.core.feedback import Feedback, FilmId, Verdict, tissue_said
from xraycolor_gui.core.regions import mask_of

Leading = NDArray[np.uint8]

#: Longest side of the small pictures by which models are compared, and readers.
SIDE = 32
_READERS_SIDE = 256
#: A picture far beyond a model's limit may be no radiograph at all, so novelty alone says at most so much.
_NOVELTY_AT_MOST = 0.5
#: What novelty says at the limit itself.
NOVEL_AT_LIMIT = _NOVELTY_AT_MOST / 2
#: Signs below this are not worth a word.
TOLD_FROM = 0.05
_BACKGROUND = TISSUES.index(BACKGROUND)


class Sign(Enum):
    """Why a film would teach; the value is the word in files.

    UNSURE: mean doubt of the model over the body. MODELS_DIFFER: part of the body in which two models name different
    tissues, mean over all pairs. NOVEL: how close to the model's limit, or beyond, the film is unlike its training.
    READERS_DIFFER: part of what several readers spoke of in which they name different tissues, or how far their
    ratings lie apart. CONTRADICTED: how often readers spoke against the colours.
    """

    UNSURE = "unsure"
    MODELS_DIFFER = "models-differ"
    NOVEL = "novel"
    READERS_DIFFER = "readers-differ"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, eq=False, slots=True)
class Reading:
    """What one model's colorization of one film says of how much the film would teach.

    model: hash of its weights. unsure: mean of 1 − confidence over the body, None for a model that does not say.
    beyond: novelty's score less the model's limit, log odds; None for a model that does not say.
    leading: (r, c) uint8, no side above `SIDE`: number of the leading tissue among `TISSUES`.
    """

    film: FilmId
    model: str
    unsure: float | None
    beyond: float | None
    leading: Leading


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One film of the work list. signs: those that are known, largest first. answered: nothing is asked for any more.

    value: what it would teach, 0 … 1.
    """

    film: FilmId
    signs: Mapping[Sign, float]
    answered: bool

    @property
    def value(self) -> float:
        """The chance that any of the signs teaches something, as if they were independent."""
        return 1 - math.prod(1 - part for part in self.signs.values())


def reading_of(film: FilmId, colorization: Colorization, leading: NDArray[np.intp]) -> Reading:
    """The numbers of a film that a model has just coloured, or refused to.

    leading: (rows, columns) of the composition: number of the leading tissue, as the palette weighs them.
    """
    body = leading != colorization.tissues.index(BACKGROUND)
    unsure = None
    if colorization.confidence is not None and body.any():
        unsure = round(float(1 - colorization.confidence[body].mean()), 4)
    novelty = colorization.novelty
    numbers = np.array([TISSUES.index(name) for name in colorization.tissues], np.uint8)
    rows, columns = leading.shape
    scale = min(SIDE / max(rows, columns), 1.0)
    size = max(round(columns * scale), 1), max(round(rows * scale), 1)
    small = cv2.resize(numbers[leading], size, interpolation=cv2.INTER_NEAREST)
    beyond = None if novelty is None else round(novelty.score - novelty.limit, 3)
    return Reading(film, colorization.model.sha256, unsure, beyond, np.asarray(small, np.uint8))


def work_list(
    films: Iterable[FilmId],
    readings: Iterable[Reading],
    records: Iterable[Feedback],
    *,
    model: str = "",
    reader: str = "",
) -> tuple[WorkItem, ...]:
    """The films, those first that would teach most.

    model: hash of the weights that are to learn; a film that they did not read counts by another model's reading.
    reader: whose work list it is: what he answered comes last. Empty: what anybody answered.
    """
    of_film: dict[tuple[str, int], FilmId] = {}
    for film in films:
        of_film.setdefault(_key(film), film)
    read: dict[tuple[str, int], dict[str, Reading]] = {key: {} for key in of_film}
    said: dict[tuple[str, int], list[Feedback]] = {key: [] for key in of_film}
    known = _Known(of_film)
    for reading in readings:
        if (key := known.key(reading.film)) is not None:
            read[key][reading.model] = reading
    for record in records:
        if (key := known.key(record.film)) is not None:
            said[key].append(record)
    items = (_item(film, read[key], said[key], model, reader) for key, film in of_film.items())
    return tuple(sorted(items, key=lambda item: (item.answered, -item.value)))


def signs_of(readings: Mapping[str, Reading], records: Sequence[Feedback], model: str = "") -> dict[Sign, float]:
    """The signs of one film that are known, largest first. readings: by hash of the model's weights."""
    found: dict[Sign, float | None] = {
        Sign.MODELS_DIFFER: _models_differ(tuple(readings.values())),
        Sign.READERS_DIFFER: readers_differ(records),
        Sign.CONTRADICTED: contradicted(records),
    }
    own = readings.get(model) or next(iter(readings.values()), None)
    if own is not None:
        found[Sign.UNSURE] = own.unsure
        found[Sign.NOVEL] = None if own.beyond is None else novel(own.beyond)
    parts = {sign: part for sign, part in found.items() if part is not None}
    return dict(sorted(parts.items(), key=lambda pair: -pair[1]))


@lru_cache(maxsize=1 << 15)
def _models_differ(readings: tuple[Reading, ...]) -> float | None:
    """Readings do not change, and lists are made of them again and again."""
    return models_differ([reading.leading for reading in readings])


def novel(beyond: float) -> float:
    """0 for an ordinary film, a quarter at the model's limit, at most a half. beyond: see `Reading`."""
    return _NOVELTY_AT_MOST / (1 + math.exp(-min(max(beyond, -50.0), 50.0)))


def models_differ(leading: Sequence[Leading]) -> float | None:
    """Part of the body in which two models name different tissues, mean over all pairs; None for fewer than two."""
    parts = []
    for one, other in combinations(leading, 2):
        same = other if other.shape == one.shape else cv2.resize(other, one.shape[::-1], interpolation=0)
        body = (one != _BACKGROUND) | (same != _BACKGROUND)
        parts.append(float((one != same)[body].mean()) if body.any() else 0.0)
    return sum(parts) / len(parts) if parts else None


def readers_differ(records: Iterable[Feedback]) -> float | None:
    """How far several readers of one film differ; None where fewer than two spoke of the same."""
    by_reader: dict[str, list[Feedback]] = {}
    ratings: dict[str, int] = {}
    for record in sorted(records, key=lambda each: each.time):
        if tissue_said(record):
            by_reader.setdefault(record.reader, []).append(record)
        if record.rating is not None:
            ratings[record.reader] = record.rating
    found = []
    if len(ratings) > 1:
        found.append((max(ratings.values()) - min(ratings.values())) / 4)
    if len(by_reader) > 1:
        size = _small(next(iter(by_reader.values()))[0].film)
        stacked = np.stack([_word(each, size) for each in by_reader.values()])
        spoken = stacked >= 0
        both = spoken.sum(axis=0) > 1
        if both.any():
            least = np.where(spoken, stacked, len(TISSUES)).min(axis=0)
            found.append(float((stacked.max(axis=0) != least)[both].mean()))
    return max(found, default=None)


def contradicted(records: Iterable[Feedback]) -> float | None:
    """How often readers spoke against the colours, n of (n + those for them + 1): a single word is no proof."""
    against = agreed = 0
    for record in records:
        if record.verdict is Verdict.RIGHT or (record.rating or 0) > 3:
            agreed += 1
        elif record.verdict is not None or (record.rating or 5) < 3:
            against += 1
    return against / (against + agreed + 1) if against + agreed else None


def is_answered(records: Iterable[Feedback], reader: str = "") -> bool:
    """Whether the reader, or anybody, has judged a region or rated the film; a draft or a comment is no answer."""
    given = (each for each in records if not reader or each.reader == reader)
    return any(each.verdict is not None or each.rating is not None for each in given)


class _Known:
    """Finds a film by its content or its SOP Instance UID."""

    def __init__(self, films: Mapping[tuple[str, int], FilmId]) -> None:
        self._keys: dict[tuple[str, int], tuple[str, int]] = {}
        for key, film in films.items():
            for name in (film.sha256, film.sop_instance_uid):
                if name:
                    self._keys.setdefault((name, film.frame), key)

    def key(self, film: FilmId) -> tuple[str, int] | None:
        names = (film.sha256, film.sop_instance_uid)
        keys = (self._keys.get((name, film.frame)) for name in names if name)
        return next((key for key in keys if key is not None), None)


def _key(film: FilmId) -> tuple[str, int]:
    return film.sha256 or film.sop_instance_uid, film.frame


def _item(
    film: FilmId, readings: Mapping[str, Reading], records: Sequence[Feedback], model: str, reader: str
) -> WorkItem:
    return WorkItem(film, signs_of(readings, records, model), is_answered(records, reader))


def _small(film: FilmId) -> tuple[int, int]:
    """Columns and rows in which readers are compared."""
    scale = min(_READERS_SIDE / max(film.rows, film.columns), 1.0)
    return max(round(film.columns * scale), 1), max(round(film.rows * scale), 1)


def _word(records: Sequence[Feedback], size: tuple[int, int]) -> NDArray[np.int8]:
    """(r, c) what one reader says of each place, -1 where nothing; a later word replaces an earlier one."""
    word = np.full(size[::-1], -1, np.int8)
    for record in records:
        assert record.region is not None
        mask = mask_of(record.region, (record.film.rows, record.film.columns)).astype(np.float32)
        word[cv2.resize(mask, size, interpolation=cv2.INTER_AREA) > 0] = TISSUES.index(tissue_said(record))
    return word
