from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from tests.training import phantoms
from xraycolor_gui.training.anatomy import CHANNELS, load_volume, prepare
from xraycolor_gui.training.poses import _plan, cache_projections, random_view
from xraycolor_gui.training.projection import project


@pytest.fixture
def volume_files(tmp_path: Path) -> list[Path]:
    volume = phantoms.block(slice(0, 60), slice(20, 40), slice(15, 45))
    paths = [tmp_path / "legs_a.npz", tmp_path / "abdomen_b.npz"]
    for path in paths:
        np.savez(path, hu=volume.hu, tissue=volume.tissue, spacing_mm=np.float32(2.0))
    return paths


def test_a_cache_is_complete_reproducible_and_goes_on_after_a_stop(volume_files: list[Path], tmp_path: Path) -> None:
    said: list[str] = []
    first = cache_projections(volume_files, tmp_path / "one", 14, size=24, seed=3)
    again = tmp_path / "two"
    cache_projections(volume_files, again, 14, size=24, seed=3)
    (again / first[4].name).unlink()
    second = cache_projections(volume_files, again, 14, size=24, seed=3, report=lambda _, name: said.append(name))
    assert said == [first[4].stem]
    assert [p.name for p in first] == [p.name for p in second]
    assert len(first) == 14
    for one, two in zip(first, second, strict=True):
        stack = np.load(one)
        assert stack.dtype == np.float16
        assert stack.shape == (len(CHANNELS), 24, 24)
        np.testing.assert_array_equal(stack, np.load(two))


def test_half_of_all_stacks_are_whole_chests(tmp_path: Path) -> None:
    names = ("chest_a", "chest_b", "chest_c", "legs_a", "abdomen_a", "abdomen_b", "head_a")
    counts: Counter[str] = Counter()
    for numbers, path in _plan([tmp_path / f"{name}.npz" for name in names], 1200, seed=0):
        counts[path.stem.split("_")[0]] += len(numbers)
    assert counts["chest"] / 1200 == pytest.approx(0.5, abs=0.05)
    assert min(counts.values()) > 80


def test_chests_are_filmed_with_the_thorax_in_the_frame() -> None:
    body = prepare(phantoms.chest())
    rng = np.random.default_rng(0)
    shares = [project(body, random_view(body, rng), 32).data for _ in range(40)]
    lung = [(stack[CHANNELS.index("lung")] > 0.3).mean() for stack in shares]
    assert np.median(lung) > 0.2
    assert min(lung) > 0.03


def test_every_part_view_meets_the_body(volume_files: list[Path]) -> None:
    rng = np.random.default_rng(1)
    for path in volume_files:
        body = prepare(load_volume(path))
        for _ in range(15):
            assert (project(body, random_view(body, rng), 24).data[3] > 0.5).mean() > 0.1


def test_limbs_are_built_when_they_are_wanted(tmp_path: Path) -> None:
    paths = cache_projections((), tmp_path, 60, size=32, seed=2, limbs=True)
    kinds = {path.stem.split("_", 1)[1] for path in paths}
    assert kinds == {"limb_hand", "limb_forearm", "limb_knee", "limb_foot", "limb_breast"}
    stacks = np.stack([np.load(path) for path in paths]).astype(np.float32)
    bony = [stack for stack, path in zip(stacks, paths, strict=True) if "breast" not in path.name]
    assert (np.stack(bony)[:, CHANNELS.index("bone")].max(axis=(1, 2)) > 0.2).all()
    assert not stacks[:, CHANNELS.index("lung")].any()
    lost = paths[5]
    before = np.load(lost)
    lost.unlink()
    cache_projections((), tmp_path, 60, size=32, seed=2, limbs=True)
    np.testing.assert_array_equal(np.load(lost), before)
