from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.training import phantoms
from xraycolor_gui.training.anatomy import CORTICAL, HEART, LUNG, MUSCLE, OUTSIDE, SPONGY, TissueVolume, prepare
from xraycolor_gui.training.children import as_child
from xraycolor_gui.training.poses import cache_projections, random_view
from xraycolor_gui.training.shoulders import lower_arms
from xraycolor_gui.training.trunks import join_belly


@pytest.fixture
def chest() -> TissueVolume:
    """Two lungs, a heart between them, and shoulder bones beside the tops."""
    volume = phantoms.chest()
    volume.tissue[20:35, 20:40, 24:36], volume.hu[20:35, 20:40, 24:36] = HEART, 40
    for x in (slice(6, 9), slice(51, 54)):
        volume.tissue[40:55, 25:30, x], volume.hu[40:55, 25:30, x] = CORTICAL, 900
    return volume


def test_arms_let_down_bring_bones_beside_the_chest_and_leave_the_lungs(chest: TissueVolume) -> None:
    lowered = lower_arms(chest, np.random.default_rng(0))
    assert lowered.arms_down
    assert lowered.tissue.shape[2] > chest.tissue.shape[2]
    room = (lowered.tissue.shape[2] - chest.tissue.shape[2]) // 2
    bone = np.isin(lowered.tissue, (CORTICAL, SPONGY))
    assert bone[25, :, :room].any()
    assert bone[25, :, -room:].any()
    assert (lowered.tissue == LUNG).sum() > 0.9 * (chest.tissue == LUNG).sum()


def test_a_body_without_lungs_keeps_its_arms() -> None:
    leg = phantoms.block(slice(0, 60), slice(20, 40), slice(15, 45))
    assert lower_arms(leg, np.random.default_rng(0)) is leg


def test_lowered_arms_are_not_filmed_from_the_side(chest: TissueVolume) -> None:
    body = prepare(lower_arms(chest, np.random.default_rng(0)))
    rng = np.random.default_rng(1)
    views = [random_view(body, rng) for _ in range(60)]
    assert max(abs(view.azimuth_deg) for view in views) < 30
    assert all(view.arms is None for view in views)


def test_a_child_has_a_larger_heart_in_a_smaller_chest(chest: TissueVolume) -> None:
    sizes = []
    for seed in range(6):
        child = as_child(chest, np.random.default_rng(seed))
        assert child.child
        assert child.tissue.shape == chest.tissue.shape
        sizes.append((child.tissue == HEART).sum() / (chest.tissue == HEART).sum())
        assert ((child.tissue == OUTSIDE) | (child.hu > -1000)).mean() > 0.95
    assert min(sizes) > 0.8
    assert max(sizes) > 1.2
    body = prepare(as_child(chest, np.random.default_rng(0)))
    rng = np.random.default_rng(2)
    assert max(random_view(body, rng).scale[0] for _ in range(40)) < 1.0


def test_a_varied_cache_holds_other_bodies_and_is_reproducible(chest: TissueVolume, tmp_path: Path) -> None:
    path = tmp_path / "chest_a.npz"
    np.savez(path, hu=chest.hu, tissue=chest.tissue, spacing_mm=np.float32(chest.spacing_mm))
    plain = cache_projections([path], tmp_path / "plain", 13, size=16, seed=4)
    varied, again = (cache_projections([path], tmp_path / name, 13, size=16, seed=4, varied=True) for name in "ab")
    stacks = [np.stack([np.load(p) for p in paths]) for paths in (plain, varied, again)]
    np.testing.assert_array_equal(stacks[1], stacks[2])
    assert (stacks[0] != stacks[1]).any()


def test_a_belly_is_fitted_below_the_lungs(chest: TissueVolume) -> None:
    belly = phantoms.block(slice(0, 60), slice(22, 38), slice(20, 40))
    belly = replace(belly, spacing_mm=5.0)
    joined = join_belly(chest, belly)
    assert joined.tissue.shape[0] > chest.tissue.shape[0] + 40
    assert joined.tissue.shape[1:] == chest.tissue.shape[1:]
    assert (joined.tissue[20, 12:48, 8:52] == MUSCLE).mean() > 0.95
    assert (joined.tissue == LUNG).sum() == (chest.tissue == LUNG).sum()
    body = prepare(replace(joined, child=True))
    rng = np.random.default_rng(3)
    assert max(random_view(body, rng).shift_mm[1] for _ in range(30)) > 20


def test_a_belly_too_short_is_left_alone(chest: TissueVolume) -> None:
    assert join_belly(chest, phantoms.block(slice(0, 60), slice(22, 38), slice(20, 40))) is chest
