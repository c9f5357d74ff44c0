"""From a store of feedback to films with labels."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.core.feedback import Feedback, FilmId, Verdict, film_id, new_id
from xraycolor_gui.core.regions import Rectangle
from xraycolor_gui.io.feedback import places
from xraycolor_gui.io.feedback.store import FeedbackStore
from xraycolor_gui.io.read import read
from xraycolor_gui.training.feedback.films import agreed, taught_films
from xraycolor_gui.training.real_films import TOLD

FILM = FilmId("0" * 64, 20, 30)
HEART, BONE = (TOLD + TISSUES.index(name) for name in ("heart", "bone"))


def _record(
    tissue: str = "heart", reader: str = "anna", x: float = 0, second: int = 0, film: FilmId = FILM
) -> Feedback:
    return Feedback(
        id=new_id(),
        reader=reader,
        time=f"2026-01-01T00:00:{second:02}+00:00",
        software="test",
        film=film,
        region=Rectangle(x, 0, 10, 20),
        verdict=Verdict.WRONG_TISSUE,
        tissue=tissue,
    )


def test_pixels_teach_what_readers_agree_on() -> None:
    labels = agreed([_record(), _record(reader="ben", x=5)], (20, 30), {})
    assert (labels[:, :15] == HEART).all()
    assert not labels[:, 15:].any()


def test_where_readers_differ_nothing_is_taught_unless_one_counts_more() -> None:
    records = [_record(), _record("bone", "ben", x=5)]
    labels = agreed(records, (20, 30), {})
    assert (labels[:, :5] == HEART).all()
    assert not labels[:, 5:10].any()
    assert (labels[:, 10:15] == BONE).all()
    assert (agreed(records, (20, 30), {"ben": 3.0})[:, 5:15] == BONE).all()


def test_a_readers_later_word_replaces_the_earlier_one() -> None:
    assert (agreed([_record("bone", second=9), _record()], (20, 30), {})[:, :10] == BONE).all()


def _store_with_films(folder: Path, count: int) -> Path:
    store = folder / "store.sqlite"
    with FeedbackStore(store) as opened:
        for number in range(count):
            path = folder / f"film{number}.png"
            grey = np.random.default_rng(number).integers(0, 255, (400, 600)).astype(np.uint8)
            cv2.imwrite(str(path), grey)
            source = read(path)
            places.remember(store, source.source)
            opened.put(replace(_record(film=film_id(source)), region=Rectangle(0, 0, 300, 400)))
    return store


def test_films_are_found_shrunk_with_their_labels_and_split_by_patient(tmp_path: Path) -> None:
    taught = taught_films(_store_with_films(tmp_path, 5), (), print)
    assert (len(taught.learnt), len(taught.held_out), taught.records, taught.readers) == (4, 1, 5, 1)
    film = taught.learnt[0]
    assert film.grey.shape == film.labels.shape == (213, 320)
    assert (film.labels[:, :158] == HEART).all()
    assert not film.labels[:, 162:].any()
    assert {f.film.patient for f in taught.learnt}.isdisjoint({f.film.patient for f in taught.held_out})


def test_a_film_that_moved_is_found_below_the_named_folder_else_said_to_be_missing(tmp_path: Path) -> None:
    store = _store_with_films(tmp_path, 2)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "film0.png").rename(elsewhere / "moved.png")
    told: list[str] = []
    assert len(taught_films(store, (), told.append).learnt) == 1
    assert "not found" in told[0]
    assert len(taught_films(store, (elsewhere,), told.append).learnt) == 2


def test_a_store_that_teaches_nothing_is_said_to(tmp_path: Path) -> None:
    store = tmp_path / "store.sqlite"
    with FeedbackStore(store) as opened:
        opened.put(replace(_record(), verdict=Verdict.BLEEDS))
    with pytest.raises(TrainingError, match="teaches nothing"):
        taught_films(store, (), print)
