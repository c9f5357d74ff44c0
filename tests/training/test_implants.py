from __future__ import annotations

import numpy as np
import pytest

from xraycolor_gui.training import implants, metal_shapes
from xraycolor_gui.training.anatomy import CHANNELS

METAL = CHANNELS.index("metal")


def stack(chest: bool) -> np.ndarray:
    """Soft tissue with a shaft of bone down the middle, between two lungs or none."""
    data = np.zeros((len(CHANNELS), 128, 128), np.float32)
    data[CHANNELS.index("soft-tissue"), :, 10:-10] = 8.0
    data[CHANNELS.index("bone"), :, 56:72] = 2.0
    data[CHANNELS.index("mineral"), :, 56:72] = 1.0
    if chest:
        data[CHANNELS.index("lung"), 20:100, 15:50] = data[CHANNELS.index("lung"), 20:100, 78:113] = 3.0
    return data


@pytest.mark.parametrize("chest", [False, True])
def test_an_implant_adds_metal_and_nothing_else(chest: bool) -> None:
    rng = np.random.default_rng(0)
    shown = 0
    for _ in range(60):
        data = stack(chest)
        implants.put_implant(data, rng)
        assert np.isfinite(data).all()
        assert data[METAL].min() >= 0
        shown += int((data[METAL] > 0.3).sum() > 3)
        np.testing.assert_array_equal(np.delete(data, METAL, axis=0), np.delete(stack(chest), METAL, axis=0))
    assert shown > 45


@pytest.mark.parametrize(
    "kind", [kind for kind, _ in implants._IN_BONES + implants._IN_CHESTS], ids=lambda kind: kind.__name__
)
def test_every_kind_may_lie_across_the_films_border(kind) -> None:  # type: ignore[no-untyped-def]
    rng = np.random.default_rng(1)
    for corner in ((0.0, 0.0), (127.0, 60.0), (-40.0, 150.0)):
        plane = np.zeros((128, 128), np.float32)
        kind(metal_shapes.Site(plane, np.array(corner), np.array([0.6, 0.8]), 14.0, 0.5), rng)
        assert np.isfinite(plane).all()


def test_metal_may_be_put_where_there_is_nothing() -> None:
    data = np.zeros((len(CHANNELS), 48, 48), np.float32)
    implants.put_implant(data, np.random.default_rng(2))
    assert np.isfinite(data).all()


def test_a_nail_follows_the_shaft() -> None:
    site = implants._bone_site(stack(chest=False), np.random.default_rng(3))
    assert abs(site.axis[1]) > 0.95
    assert 56 <= site.at[0] <= 72
