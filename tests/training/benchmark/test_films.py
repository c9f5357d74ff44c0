"""Anybody's films: what a manifest must say, and which films are measured."""

from __future__ import annotations

import csv
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.training.benchmark.made_seen import film
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.training.benchmark.films import chosen_films, read_drawn, read_films


def write_manifest(folder: Path, rows: list[dict[str, str]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "manifest.csv").open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_films_are_found_in_every_folder_that_says_a_split(tmp_path: Path) -> None:
    write_manifest(tmp_path / "mine" / "hands", [{"file": "a.png", "split": "test"}])
    write_manifest(tmp_path / "lists", [{"file": "b.png", "modality": "CR"}])
    (found,) = read_films(tmp_path)
    assert (found.folder, found.dataset, found.patient) == ("mine/hands", "mine/hands", "a.png")
    assert found.path == tmp_path / "mine" / "hands" / "a.png"


def test_a_manifest_may_lie_in_the_data_folder_itself(tmp_path: Path) -> None:
    write_manifest(tmp_path, [{"image": "a.png", "split": "val", "structures": "1 heart", "mask": "m.png"}])
    (found,) = read_films(tmp_path)
    assert found.folder == tmp_path.name
    assert found.draws_all_of("heart")


@pytest.mark.parametrize(
    ("age", "dataset", "child"),
    [
        ("7", "x", True),
        ("34.0", "x", False),
        ("child 1-5y", "x", True),
        ("", "Kermany paediatric", True),
        ("", "x", False),
    ],
)
def test_children_are_told_by_age_or_by_the_data_sets_name(age: str, dataset: str, child: bool) -> None:
    assert film(age=age, dataset=dataset).child is child


def test_only_val_and_test_are_measured_and_few_films_without_outlines() -> None:
    plain = [film(f"{n}.png") for n in range(9)]
    outlined = [film(f"m{n}.png", structures="1 heart") for n in range(9)]
    chosen = chosen_films([*plain, *outlined, film("train.png", split="train")], per_group=4)
    assert len(chosen) == 4 + 9
    assert all(one.split == "test" for one in chosen)
    assert chosen == chosen_films([*plain, *outlined], per_group=4)


def test_a_mask_says_where_tissues_are_and_where_nobody_decided(tmp_path: Path) -> None:
    mask = np.array([[0, 1, 2, 128]], np.uint8)
    cv2.imwrite(str(tmp_path / "m.png"), mask)
    of = film(structures="1 heart, 2 left lung, 128 ignore", mask=tmp_path / "m.png")
    drawn = read_drawn(of, (1, 4))
    assert drawn.tissues["heart"].tolist() == [[False, True, False, False]]
    assert drawn.tissues["lung"].tolist() == [[False, False, True, False]]
    assert drawn.known.tolist() == [[True, True, True, False]]
    assert drawn.at((2, 8)).tissues["heart"].sum() == 4


def test_a_mask_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match=r"gone\.png"):
        read_drawn(film(structures="1 heart", mask=tmp_path / "gone.png"), (4, 4))
