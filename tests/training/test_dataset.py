"""Batches and views: what goes into a step, and that it is the same however often it is made."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from tests.training import small_data
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.training.dataset import Batches, Mixture, RealFilms
from xraycolor_gui.training.hints import air_beside_trunk, air_round_limb, is_metalless
from xraycolor_gui.training.losses import seen_by_pupil
from xraycolor_gui.training.real_films import (
    Label,
    LoadedFilm,
    RealFilm,
    held_out,
    load,
    load_all,
    read_labels,
    read_manifest,
    trainable,
)
from xraycolor_gui.training.sources import group_of
from xraycolor_gui.training.views import COMPOSITION_SIZE, INPUT_SIZE, pupil_to_teacher, random_view, whole_view


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_data.make(tmp_path_factory.mktemp("data"))


def _film(part: str = "chest", split: str = "train", dataset: str = "drawn") -> RealFilm:
    return RealFilm(Path("film.png"), None, "", dataset, "CC0", part, "p", split)


def _drawn(seed: int = 0) -> LoadedFilm:
    grey, mask = small_data.drawn_chest(np.random.default_rng(seed), (220, 180))
    labels = np.full(grey.shape, Label.ELSE, np.uint8)
    labels[mask == 1] = Label.HEART
    labels[mask > 1] = Label.LUNG
    return LoadedFilm(_film(), grey, labels)


def _batches(seed: int = 5) -> Batches:
    def make_film(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        film = rng.random((INPUT_SIZE, INPUT_SIZE), np.float32)
        shares = rng.dirichlet(np.ones(7), (COMPOSITION_SIZE, COMPOSITION_SIZE)).astype(np.float32)
        return film, shares.transpose(2, 0, 1), np.ones((COMPOSITION_SIZE, COMPOSITION_SIZE), np.float32)

    films = [_drawn(number) for number in range(3)]
    return Batches(seed, 4, Mixture(3, 2, 1, 2), make_film, RealFilms(films, films, (films,), (1.0,)))


def test_a_batch_depends_on_the_seed_and_its_number_alone() -> None:
    first, again, other = _batches()[2], _batches()[2], _batches()[3]
    assert torch.equal(first.pupil, again.pupil)
    assert torch.equal(first.shares, again.shares)
    assert not torch.equal(first.pupil, other.pupil)
    assert not torch.equal(first.pupil, _batches(6)[2].pupil)


def test_a_batch_has_the_mixture_and_shapes_it_says() -> None:
    batch = _batches()[0]
    assert batch.computed.shape == (3, 1, 256, 256)
    assert batch.shares.shape == (3, 7, 128, 128)
    assert batch.pupil.shape == batch.teacher.shape == (5, 1, 256, 256)
    assert batch.labels.shape == batch.inside.shape == (5, 128, 128)


def test_a_shrunk_batch_is_the_same_batch_with_fewer_pixels() -> None:
    batch = _batches()[1]
    small = batch.shrunk(INPUT_SIZE // 2)
    half = INPUT_SIZE // 4
    assert small.computed.shape == (3, 1, 2 * half, 2 * half)
    assert small.labels.shape == small.inside.shape == (5, half, half)
    assert small.shares.shape[2:] == small.weight.shape[1:] == (half, half)
    torch.testing.assert_close(small.shares.sum(1), torch.ones(3, half, half))
    torch.testing.assert_close(small.pupil.mean(), batch.pupil.mean())
    assert set(small.labels.unique().tolist()) <= set(batch.labels.unique().tolist())
    assert small.mapping is batch.mapping


def test_a_shrunk_batch_without_real_films_has_none_of_the_smaller_size() -> None:
    batch = _batches()[0]
    none = {f.name: getattr(batch, f.name)[:0] for f in fields(batch) if f.name not in ("computed", "shares", "weight")}
    small = replace(batch, **none).shrunk(INPUT_SIZE // 2)
    assert small.pupil.shape == small.teacher.shape == (0, *small.computed.shape[1:])
    assert small.labels.shape == small.inside.shape == (0, *small.weight.shape[1:])


def test_the_parts_of_a_batch_share_it_out() -> None:
    batch = _batches()[0]
    parts = [batch.part(number, 2) for number in range(2)]
    assert sum(len(part.pupil) for part in parts) == len(batch.pupil)
    assert torch.equal(parts[1].computed[0], batch.computed[1])


@pytest.mark.parametrize("seed", range(4))
def test_the_pupils_view_lies_where_the_mapping_says(seed: int) -> None:
    """The teacher's labels, sampled at the pupil's places, are the pupil's labels."""
    film = _drawn(seed)
    pupil, teacher = random_view(film, np.random.default_rng(seed)), whole_view(film)
    lungs = torch.from_numpy((teacher.labels == Label.LUNG).astype(np.float32))[None, None]
    mapping = torch.from_numpy(pupil_to_teacher(pupil, teacher))[None]
    seen, reached = seen_by_pupil(lungs, mapping)
    known = reached[0].numpy() & pupil.inside & (pupil.labels != Label.BACKGROUND)
    agree = (seen[0, 0].numpy() > 0.5) == (pupil.labels == Label.LUNG)
    assert agree[known].mean() > 0.98


def test_the_whole_view_is_letterboxed_with_the_value_of_outside() -> None:
    view = whole_view(_drawn())
    assert (view.film[:, :10] == -1).all()
    assert not view.inside[:, :5].any()
    assert view.inside[64, 64]


def test_random_views_are_often_off_the_films_middle() -> None:
    film = _drawn()
    middles = []
    for seed in range(60):
        matrix = random_view(film, np.random.default_rng(seed)).matrix
        middle = np.linalg.inv(matrix) @ [127.5, 127.5, 1.0]
        middles.append(np.hypot((middle[0] - 89.5) / 180, (middle[1] - 109.5) / 220))
    assert np.mean(np.array(middles) > 0.08) > 0.25


def test_masks_become_labels_that_say_no_more_than_they_know(data: Path) -> None:
    wide = read_manifest(data / "masks")[0]
    tight = read_manifest(data / "films")[0]
    unlabelled = read_manifest(data / "xray")[0]
    assert set(np.unique(read_labels(wide, (120, 100)))) == {Label.UNKNOWN, Label.LUNG_OR_HEART, Label.NOT_LUNG}
    assert set(np.unique(read_labels(tight, (120, 100)))) == {Label.LUNG, Label.HEART, Label.ELSE}
    assert set(np.unique(read_labels(unlabelled, (120, 100)))) == {Label.UNKNOWN}


def test_a_knee_holds_neither_lung_nor_heart_nor_gas(data: Path) -> None:
    knee = next(film for film in read_manifest(data / "xray") if film.body_part == "knee")
    assert set(np.unique(load(knee).labels)) == {Label.SOLID}


def test_a_film_is_known_to_show_no_metal_only_where_its_data_set_tells() -> None:
    assert is_metalless("FracAtlas", "fracture x1")
    assert not is_metalless("FracAtlas", "fracture x1, metal hardware")
    assert not is_metalless("NIH ChestX-ray14", "")


def test_the_dark_plain_round_a_limb_is_air_and_a_chest_has_none() -> None:
    limb = np.full((200, 160), 30, np.uint8)
    cv2.rectangle(limb, (60, 0), (100, 199), 140, -1)
    air = air_round_limb(limb)
    assert air[100, 20]
    assert not air[100, 80]
    assert not air_round_limb(_drawn().grey).any()


def test_black_beside_a_trunk_is_air_and_dark_lungs_are_not() -> None:
    grey = _drawn().grey.copy()
    grey[:, :30] = 8
    grey[80:120, 80:110] = 8
    air = air_beside_trunk(grey)
    assert air[100, 12]
    assert not air[100, 95]
    assert not air[100, 60:].any()


def test_only_the_train_split_is_trained_on_and_what_is_for_testing_never(data: Path) -> None:
    films = [_film(), _film(split="val"), _film(split="test"), _film(dataset="UCI Shoulder Implant X-Ray")]
    films.append(_film(dataset="Scoliosis/normal spine (Fraiwan, Audat, Manasreh)"))
    assert trainable(films) == (films[0],)
    assert held_out(films) == (films[1], films[2])


def test_no_film_of_the_shared_data_is_both_learnt_from_and_measured_on(shared: Path) -> None:
    films = [film for name in ("masks", "films", "xray") for film in read_manifest(shared / name)]
    learnt = {film.patient or film.path.name for film in trainable(films)}
    assert len(films) > 5000
    assert not learnt & {film.patient or film.path.name for film in held_out(films)}
    assert not [film for film in trainable(films) if "spine" in film.body_part or "Implant" in film.dataset]


def test_films_without_labels_are_grouped_by_body_part() -> None:
    assert group_of(_film("chest")) == "adult_chests"
    assert group_of(_film("chest", dataset="Kermany paediatric chest X-ray")) == "children"
    assert group_of(_film("hip/pelvis")) == "pelves"
    assert group_of(_film("upper limb (hand/wrist/forearm/elbow)")) == "limbs"
    assert group_of(_film("breast")) == "others"


def test_a_film_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match=r"film\.png cannot be read"):
        load_all([_film()])
    with pytest.raises(TrainingError, match="is missing"):
        read_manifest(tmp_path)
    (tmp_path / "manifest.csv").write_text("file,split\na.png,train\n", encoding="utf-8")
    with pytest.raises(TrainingError, match="no column 'licence'"):
        read_manifest(tmp_path)


def test_a_batch_may_hold_computed_films_only() -> None:
    made = _batches()
    batch = Batches(1, 1, Mixture(2, 0, 0, 0), made.make_film, RealFilms((), (), (), ()))[0]
    assert batch.computed.shape == (2, 1, INPUT_SIZE, INPUT_SIZE)
    assert batch.pupil.shape == batch.teacher.shape == (0, 1, INPUT_SIZE, INPUT_SIZE)
    assert batch.labels.shape == batch.inside.shape == (0, COMPOSITION_SIZE, COMPOSITION_SIZE)
    sampled, reached = seen_by_pupil(torch.zeros(0, 7, 8, 8), batch.mapping)
    assert len(sampled) == len(reached) == 0
