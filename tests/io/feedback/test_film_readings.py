"""What models read in films, kept beside the store."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tests.core.feedback_made import FILM
from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.work_list import SIDE, Reading
from xraycolor_gui.io.feedback.film_readings import keep, kept, readings_of

SIDES = st.tuples(st.integers(1, SIDE), st.integers(1, SIDE))
READINGS = st.builds(
    Reading,
    st.just(FILM),
    st.just("ab" * 32),
    st.none() | st.floats(0, 1),
    st.none() | st.floats(-50, 50),
    hnp.arrays(np.uint8, SIDES, elements=st.integers(0, len(TISSUES) - 1)),
)


def same(one: Reading, other: Reading) -> bool:
    numbers = (one.film, one.model, one.unsure, one.beyond) == (other.film, other.model, other.unsure, other.beyond)
    return numbers and np.array_equal(one.leading, other.leading)


def a_reading(**changes: object) -> Reading:
    return replace(Reading(FILM, "ab" * 32, 0.2, -3.0, np.ones((4, 5), np.uint8)), **changes)  # type: ignore[arg-type]


@settings(max_examples=25)
@given(READINGS)
def test_a_reading_comes_back_as_it_was(reading: Reading) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.sqlite"
        keep(store, [reading])
        (back,) = kept(store)
        assert same(back, reading)


def test_the_newest_of_each_film_and_model_counts(tmp_path: Path) -> None:
    store = tmp_path / "new" / "store.sqlite"
    assert kept(store) == ()
    keep(store, [a_reading(), a_reading(model="cd" * 32)])
    keep(store, [a_reading(unsure=0.5)])
    assert [reading.unsure for reading in kept(store)] == [0.5, 0.2]
    assert readings_of(store).stat().st_mode & 0o077 == 0


def test_lines_cut_short_or_not_understood_are_passed_over(tmp_path: Path) -> None:
    store = tmp_path / "store.sqlite"
    keep(store, [a_reading()])
    line = readings_of(store).read_bytes()
    odd = line.replace(b'"size":[4,5]', b'"size":[4,5000000]')
    readings_of(store).write_bytes(b'{"film":\n' + odd + b"null\n[]\n\xff\n" + line + line[:80])
    (back,) = kept(store)
    assert same(back, a_reading())


def test_a_place_that_takes_nothing_costs_only_the_reading(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    keep(tmp_path / "file" / "store.sqlite", [a_reading()])
    assert kept(tmp_path / "file" / "store.sqlite") == ()
