from __future__ import annotations

import numpy as np
import pytest

from xraycolor_gui.training.anatomy import CORTICAL, FAT, MUSCLE, OUTSIDE, SPONGY, prepare
from xraycolor_gui.training.breasts import breast_view, build_breast
from xraycolor_gui.training.limb_solids import Bone, Flesh, fill
from xraycolor_gui.training.limbs import LIMBS, build, random_limb_view
from xraycolor_gui.training.projection import project

Z = np.array([0.0, 0.0, 1.0])


@pytest.mark.parametrize("kind", [kind for kind in LIMBS if kind != "breast"])
def test_a_limb_is_mostly_flesh_with_bones_deep_inside(kind: str) -> None:
    for seed in range(4):
        tissue = build(kind, np.random.default_rng(seed), coarse=3.0).tissue
        body = tissue != OUTSIDE
        bone = np.isin(tissue, (CORTICAL, SPONGY))
        assert 0.02 < bone.sum() / body.sum() < 0.6
        assert (tissue == FAT).any()
        assert (tissue == MUSCLE).any()


def test_a_bone_is_compact_outside_and_marrow_within() -> None:
    bone = Bone(-40 * Z, 40 * Z, (10.0, 8.0, 10.0))
    volume = fill(
        "limb", ([bone], [Flesh(-50 * Z, 50 * Z, (25.0, 25.0), 5.0)]), 1.0, (True, True), np.random.default_rng(0)
    )
    middle = np.array(volume.tissue.shape) // 2
    along_x = volume.tissue[middle[0], middle[1], middle[2] :]
    order = [int(klass) for n, klass in enumerate(along_x) if n == 0 or klass != along_x[n - 1]]
    assert order == [SPONGY, CORTICAL, MUSCLE, FAT, 16, OUTSIDE]


def test_a_growth_plate_parts_the_bone() -> None:
    plain, growing = (
        Bone(-40 * Z, 40 * Z, (8.0, 8.0, 8.0)),
        Bone(-40 * Z, 40 * Z, (8.0, 8.0, 8.0), plates=((10.0, 4.0),)),
    )
    flesh = [Flesh(-50 * Z, 50 * Z, (25.0, 25.0))]
    rows = []
    for bone in (plain, growing):
        volume = fill("limb", ([bone], flesh), 1.0, (True, True), np.random.default_rng(0))
        rows.append(int(np.isin(volume.tissue, (CORTICAL, SPONGY)).any(axis=(1, 2)).sum()))
    assert rows[0] - rows[1] == pytest.approx(4, abs=1)


@pytest.mark.parametrize("kind", [kind for kind in LIMBS if kind != "breast"])
def test_a_view_of_a_limb_shows_bone(kind: str) -> None:
    rng = np.random.default_rng(3)
    body = prepare(build(kind, rng, coarse=3.0))
    for _ in range(8):
        stack = project(body, random_limb_view(body, rng), 32).data
        assert (stack[5] > 0.1).mean() > 0.03


def test_a_breast_is_fat_and_gland_beside_open_air() -> None:
    rng = np.random.default_rng(4)
    shares = []
    for _ in range(6):
        body = prepare(build_breast(rng, coarse=2.0))
        lung, gas, fat, soft, heart, bone, *_ = project(body, breast_view(body, rng), 48).data
        assert not (lung.any() or gas.any() or heart.any() or bone.any())
        assert (fat > 0.5).mean() > 0.1
        assert (fat + soft < 0.05).mean() > 0.1
        shares.append(soft.sum() / (soft + fat).sum())
    assert min(shares) < 0.45
    assert np.ptp(shares) > 0.05
