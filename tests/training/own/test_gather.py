"""The table [data]: what it may say, what is found, checked and brought into a run's folder."""

from __future__ import annotations

import csv
from pathlib import Path

import cv2
import numpy as np
import pytest
import SimpleITK

from tests.training import small_data
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.training.anatomy import HEART, find_volumes, load_volume
from xraycolor_gui.training.config import parse_config
from xraycolor_gui.training.own.cases import find_cases
from xraycolor_gui.training.own.gather import gather
from xraycolor_gui.training.own.install import free_name
from xraycolor_gui.training.own.scans import name_of
from xraycolor_gui.training.own.settings import parse_data
from xraycolor_gui.training.own.volumes import is_own, own_test_volumes
from xraycolor_gui.training.real_films import read_manifest
from xraycolor_gui.training.sources import fitted, training_films


def write(path: Path, values: np.ndarray, spacing: float = 3.0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    image = SimpleITK.GetImageFromArray(values)
    image.SetSpacing([spacing] * 3)
    SimpleITK.WriteImage(image, str(path))
    return path


def trunk() -> np.ndarray:
    """A block of muscle with two lungs, 3 mm."""
    hu = np.full((40, 40, 60), -1000, np.int16)
    hu[:, 4:36, 4:56] = 40
    for x in (slice(8, 26), slice(34, 52)):
        hu[4:36, 8:32, x] = -850
    return hu


def heart() -> np.ndarray:
    labels = np.zeros((40, 40, 60), np.uint8)
    labels[10:30, 10:30, 27:33] = 51
    return labels


def films(folder: Path, splits: tuple[str, ...] = ("train", "val")) -> Path:
    folder.mkdir()
    rng = np.random.default_rng(0)
    rows = []
    for number, split in enumerate(splits):
        grey, mask = small_data.drawn_chest(rng)
        cv2.imwrite(str(folder / f"Miller_{number}.png"), grey)
        cv2.imwrite(str(folder / f"m{number}.png"), mask)
        rows.append(
            {"file": f"Miller_{number}.png", "mask": f"m{number}.png", "patient": f"Miller{number}", "split": split}
            | {"structures": "bits: 1 heart, 2 left lung, 4 right lung", "licence": "own", "body_part": "chest"}
        )
    with (folder / "manifest.csv").open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return folder


def silent(_line: str) -> None:
    """Nobody listens."""


def test_the_shipped_example_is_read() -> None:
    from xraycolor_gui.io.resources import resource
    from xraycolor_gui.training.config import read_config

    config = read_config(str(resource("training/own.toml")))
    assert [entry.split for entry in config.data.ct] == ["train", "train", "train", "test"]
    assert config.data.films[1].body_part == "knee"
    assert "data" not in config.as_dict(), "paths stay out of the card"


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({"scans": []}, "unknown key “scans”"),
        ({"ct": "folder"}, "ct is a list"),
        ({"ct": [{"labels": "x"}]}, "has no path"),
        ({"ct": [{"path": "x", "label": "y"}]}, "unknown key “label”"),
        ({"ct": [{"path": "x", "region": "belly"}]}, "region “belly”"),
        ({"ct": [{"path": "x", "split": "val"}]}, "split “val”"),
        ({"films": [{"path": 3}]}, "path = 3 is not text"),
        ({"structures": {"tumour": "meat"}}, "tumour = 'meat' is no tissue"),
    ],
)
def test_a_mistake_in_the_table_names_file_and_key(table: dict[str, object], words: str) -> None:
    with pytest.raises(TrainingError, match=r"my\.toml \[data\]") as raised:
        parse_data(table, "my.toml", Path())
    assert words in str(raised.value)


def test_label_maps_are_found_and_not_taken_for_ct(tmp_path: Path) -> None:
    hu, labels = trunk()[:20], heart()[:20]
    write(tmp_path / "ts" / "s1" / "ct.nii.gz", hu)
    write(tmp_path / "ts" / "s1" / "segmentations" / "heart.nii.gz", labels)
    write(tmp_path / "flat" / "a.nii", hu)
    write(tmp_path / "flat" / "a_seg.nii", labels)
    table = {"ct": ["ts", {"path": "flat", "labels": "flat/{name}_seg.nii"}]}
    cases = find_cases(parse_data(table, "x", tmp_path))
    assert [name_of(case.path) for case in cases] == ["ct", "a"]
    assert [case.labels[0].name for case in cases] == ["heart.nii.gz", "a_seg.nii"]
    assert [case.one_per_structure for case in cases] == [True, False]
    with pytest.raises(TrainingError, match="absent is not there"):
        find_cases(parse_data({"ct": ["absent"]}, "x", tmp_path))


def test_data_are_brought_in_without_names_and_only_train_is_learnt_from(tmp_path: Path) -> None:
    write(tmp_path / "miller.nii", trunk())
    write(tmp_path / "labels" / "miller.nii", heart())
    write(tmp_path / "held.nrrd", trunk())
    films(tmp_path / "films")
    table = {
        "ct": [
            {"path": "miller.nii", "labels": "labels/{name}.nii", "region": "chest"},
            {"path": "held.nrrd", "split": "test", "region": "chest"},
        ],
        "films": ["films"],
    }
    data = parse_data(table, "x", tmp_path)
    lines: list[str] = []
    folder = gather(data, tmp_path / "run", lines.append)
    (path,) = find_volumes(folder / "ct")
    volume = load_volume(path)
    assert is_own(path)
    assert volume.region == "chest"
    assert (volume.tissue == HEART).sum() * 1.5**3 == pytest.approx(20 * 20 * 6 * 27, rel=0.1)
    assert len(own_test_volumes(folder)) == 1
    assert any("no label map names its heart" in line for line in lines)
    brought = read_manifest(folder / "own")
    assert [film.split for film in brought] == ["train", "val"]
    assert [film.split for film in training_films(folder)] == ["train"]
    assert not [path for path in folder.rglob("*") if "iller" in path.name]
    assert "iller" not in (folder / "own" / "manifest.csv").read_text(encoding="utf-8")
    before = path.stat().st_mtime_ns
    gather(data, tmp_path / "run", silent)
    assert path.stat().st_mtime_ns == before, "what is prepared is kept"
    config, notes = fitted(parse_config("", "x"), folder)
    assert (config.batch.lung_masks, config.batch.heart_masks, config.batch.computed) == (0, 3, 11)
    assert any("lung mask" in note for note in notes)


def test_all_problems_are_listed_together(tmp_path: Path) -> None:
    write(tmp_path / "few.nii", trunk()[:5])
    write(tmp_path / "a.nii", trunk())
    write(tmp_path / "short.nii", heart()[:20])
    (tmp_path / "broken.nrrd").write_bytes(b"no volume")
    films(tmp_path / "films", ("train", "someday"))
    table = {"ct": ["few.nii", "broken.nrrd", {"path": "a.nii", "labels": "short.nii"}], "films": ["films"]}
    with pytest.raises(TrainingError, match="4 problems") as raised:
        gather(parse_data(table, "x", tmp_path), tmp_path / "run", silent)
    for words in ("too few slices", "broken.nrrd cannot be read", "does not lie where the CT lies", "split “someday”"):
        assert words in str(raised.value)


def test_values_that_are_no_hounsfield_units_and_unknown_numbers_are_problems(tmp_path: Path) -> None:
    write(tmp_path / "raw.nii", (trunk() + 1024).astype(np.int16))
    write(tmp_path / "odd.nii", trunk())
    write(tmp_path / "odd_labels.nii", np.where(heart() > 0, 200, 0).astype(np.uint8))
    table = {"ct": ["raw.nii", {"path": "odd.nii", "labels": "odd_labels.nii"}]}
    with pytest.raises(TrainingError, match="2 problems") as raised:
        gather(parse_data(table, "x", tmp_path), tmp_path / "run", silent)
    assert "no Hounsfield units" in str(raised.value)
    assert "unknown numbers [200]" in str(raised.value)


def test_a_patient_in_two_splits_is_a_problem(tmp_path: Path) -> None:
    films(tmp_path / "films", ("train", "val"))
    text = (tmp_path / "films" / "manifest.csv").read_text(encoding="utf-8").replace("Miller1,val", "Miller0,val")
    (tmp_path / "films" / "manifest.csv").write_text(text, encoding="utf-8")
    with pytest.raises(TrainingError, match="1 patients are both in train"):
        gather(parse_data({"films": ["films"]}, "x", tmp_path), tmp_path / "run", silent)


def test_a_bare_folder_gives_films_without_labels(tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    for number in range(10):
        grey, _ = small_data.drawn_chest(np.random.default_rng(number))
        cv2.imwrite(str(tmp_path / "bare" / f"{number}.png"), grey)
    table = {"films": [{"path": "bare", "body_part": "knee", "licence": "own", "name": "knees"}]}
    brought = read_manifest(gather(parse_data(table, "x", tmp_path), tmp_path / "run", silent) / "own")
    assert len(brought) == 10
    assert {film.mask for film in brought} == {None}
    assert {film.body_part for film in brought} == {"knee"}
    assert 0 < sum(film.split == "val" for film in brought) < 5


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert free_name("mine", {"basic"}) == "mine"
    assert free_name("basic", {"basic"}) == "basic-own"
    assert free_name("basic", {"basic", "basic-own"}) == "basic-own2"
