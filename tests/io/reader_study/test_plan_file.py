"""Plans as files, and the shipped example."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from xraycolor_gui.core.errors import StudyError
from xraycolor_gui.core.presentation import present
from xraycolor_gui.core.reader_study.plan import Condition
from xraycolor_gui.io.read import read
from xraycolor_gui.io.reader_study.example import make_example
from xraycolor_gui.io.reader_study.plan_file import film_path, load_plan

TEXT = """
name = "two"
title = "Two films"
readers = ["A"]
conditions = ["grey", "colour"]
films = "list.csv"
[[question]]
key = "fine"
kind = "yes-no"
words = "Is it fine?"
"""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_example(tmp_path_factory.mktemp("study"))


def written(folder: Path, table: str, text: str = TEXT) -> Path:
    (folder / "list.csv").write_text(table)
    (folder / "a.png").write_bytes(b"x")
    (folder / "plan.toml").write_text(text)
    return folder / "plan.toml"


def test_films_may_be_listed_in_a_table_and_their_truth_left_open(tmp_path: Path) -> None:
    plan = load_plan(written(tmp_path, "case,file,truth,note\n1,a.png,1,x\n2,a.png,no,\n3,a.png,,\n"))
    assert [film.truth for film in plan.films] == [True, False, None]
    assert film_path(tmp_path / "plan.toml", plan.films[0]) == tmp_path / "a.png"


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("case,path\n1,a.png\n", "list.csv: no column file. Have case, file, truth in line 1."),
        ("case,file,truth\n1,a.png,perhaps\n", "list.csv, line 2: “perhaps” is no truth."),
        ("case,file\n", "film: this is no list of tables."),
        ("case,file\n1,a.png\n1,a.png\n", "film: case: “1” is there twice."),
        ("case,file\n1,b.png\n2,c.png\n", "plan.toml: these films are not there: b.png, c.png."),
        ("case,file\n1\n", "film 1: file: '' is no text."),
    ],
)
def test_a_mistake_in_the_list_of_films_is_named(tmp_path: Path, table: str, told: str) -> None:
    with pytest.raises(StudyError) as error:
        load_plan(written(tmp_path, table))
    assert told in str(error.value)


def test_what_is_no_plan_is_refused_in_words(tmp_path: Path) -> None:
    for content, told in ((b"name = ", "this is no TOML"), (b"\xff\xfe\x00", "this is no text"), (b"", "mistakes in")):
        (tmp_path / "plan.toml").write_bytes(content)
        with pytest.raises(StudyError, match=told):
            load_plan(tmp_path / "plan.toml")
    with pytest.raises(StudyError, match="cannot be read"):
        load_plan(tmp_path / "none.toml")
    both = TEXT + '[[film]]\ncase = "1"\nfile = "a.png"\n'
    with pytest.raises(StudyError, match="Keep one of them"):
        load_plan(written(tmp_path, "case,file\n1,a.png\n", both))


def test_the_example_is_a_sound_plan_with_films_that_open(example: Path) -> None:
    plan = load_plan(example)
    assert (len(plan.films), sum(bool(film.truth) for film in plan.films)) == (60, 30)
    assert plan.conditions == (Condition.GREY, Condition.BOTH)
    grey = present(read(film_path(example, plan.films[0]))).grey
    assert grey.shape == (448, 448)
    assert np.ptp(grey) > 0.5


def test_names_of_the_examples_films_do_not_tell_the_truth(example: Path) -> None:
    truths = [bool(film.truth) for film in load_plan(example).films]
    changes = sum(one != other for one, other in pairwise(truths))
    assert 18 < changes < 42


def test_the_example_is_the_same_each_time(example: Path, tmp_path: Path) -> None:
    again = make_example(tmp_path)
    for name in ("plan.toml", "films.csv", "films/07.png"):
        assert (again.parent / name).read_bytes() == (example.parent / name).read_bytes()
