from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.training import phantoms
from xraycolor_gui.training.anatomy import CHANNELS, TissueVolume, prepare
from xraycolor_gui.training.arms import Arms
from xraycolor_gui.training.projection import TissueStack, View, project

FAR = View(source_mm=100_000.0, object_mm=100.0, field_mm=110.0)


def plane(stack: TissueStack, name: str) -> np.ndarray:
    return stack.data[CHANNELS.index(name)]


@pytest.mark.parametrize("view", [FAR, replace(FAR, direction="AP"), replace(FAR, azimuth_deg=90.0)])
def test_the_central_ray_through_a_water_cube_is_as_long_as_the_cube(view: View) -> None:
    stack = project(phantoms.cube(60.0), view, 33)
    assert plane(stack, "soft-tissue")[16, 16] == pytest.approx(6.0, rel=0.01)
    assert plane(stack, "bone").max() == 0


def test_a_ray_across_a_turned_cube_is_longer_by_the_angle() -> None:
    stack = project(phantoms.cube(60.0), replace(FAR, azimuth_deg=30.0), 33)
    assert plane(stack, "soft-tissue")[16, 16] == pytest.approx(6.0 / np.cos(np.radians(30.0)), rel=0.015)


def test_nothing_is_found_beside_the_body() -> None:
    stack = project(phantoms.cube(40.0), FAR, 44)
    assert not stack.data[:8, :, :8].any()
    assert not stack.data[:8, :10, :].any()


def test_bone_is_split_into_water_and_mineral() -> None:
    stack = project(phantoms.cube(40.0, phantoms.BONE, hu=1000), FAR, 33)
    assert plane(stack, "bone")[16, 16] == pytest.approx(4.0 * 1.04, rel=0.01)
    assert plane(stack, "mineral")[16, 16] == pytest.approx(4.0 * 0.96, rel=0.01)


def test_gas_is_measured_by_its_length() -> None:
    volume = phantoms.cube(60.0)
    volume.tissue[25:35, 25:35, 25:35], volume.hu[25:35, 25:35, 25:35] = phantoms.GAS, -1000
    stack = project(volume, FAR, 33)
    assert plane(stack, "gas")[16, 16] == pytest.approx(2.0, rel=0.01)
    assert plane(stack, "soft-tissue")[16, 16] == pytest.approx(4.0, rel=0.01)


@pytest.mark.parametrize("object_mm", [50.0, 300.0])
def test_the_field_is_measured_in_the_plane_of_the_centre(object_mm: float) -> None:
    thin = phantoms.block(slice(20, 40), slice(29, 31), slice(20, 40))
    stack = project(thin, View(source_mm=1200.0, object_mm=object_mm, field_mm=80.0), 160)
    width = (plane(stack, "soft-tissue")[80] > 0.2).sum() * 80.0 / 160
    assert width == pytest.approx(40.0, abs=1.1)


def test_what_is_nearer_to_the_source_is_drawn_larger() -> None:
    back = phantoms.block(slice(20, 40), slice(52, 54), slice(20, 40))
    near = replace(FAR, source_mm=600.0, object_mm=150.0)
    pa = plane(project(back, near, 110), "soft-tissue")
    ap = plane(project(back, replace(near, direction="AP"), 110), "soft-tissue")
    # The block lies 47 mm behind the centre, the source 450 mm away.
    assert (pa[55] > 0.2).sum() == pytest.approx(40.0 * 450 / (450 - 47), abs=1.6)
    assert (ap[55] > 0.2).sum() == pytest.approx(40.0 * 450 / (450 + 47), abs=1.6)


@pytest.mark.parametrize("direction", ["PA", "AP"])
def test_the_patients_left_is_at_the_viewers_right_and_the_head_is_up(direction: str) -> None:
    left_top = phantoms.block(slice(45, 55), slice(25, 35), slice(45, 55))
    soft = plane(project(left_top, replace(FAR, direction=direction), 40), "soft-tissue")
    rows, columns = np.nonzero(soft)
    assert rows.max() < 20
    assert columns.min() > 20


def test_the_left_lateral_has_the_front_at_the_viewers_left() -> None:
    front = phantoms.block(slice(25, 35), slice(5, 15), slice(25, 35))
    _, columns = np.nonzero(plane(project(front, replace(FAR, azimuth_deg=90.0), 40), "soft-tissue"))
    assert columns.max() < 20


def test_a_mirrored_view_is_the_view_mirrored() -> None:
    body = prepare(phantoms.block(slice(45, 55), slice(25, 35), slice(45, 55)))
    view = replace(FAR, azimuth_deg=20.0)
    plain, mirrored = project(body, view, 40), project(body, replace(view, mirrored=True), 40)
    np.testing.assert_allclose(plain.data, mirrored.data[:, :, ::-1], atol=1e-3)


def test_stretching_the_body_stretches_its_paths() -> None:
    stack = project(phantoms.cube(40.0), replace(FAR, scale=(1.0, 1.5, 1.0)), 33)
    assert plane(stack, "soft-tissue")[16, 16] == pytest.approx(6.0, rel=0.01)


def test_an_open_end_goes_on_and_is_told_apart() -> None:
    column = phantoms.block(slice(0, 60), slice(20, 40), slice(20, 40))
    opened = TissueVolume("phantom", column.tissue, column.hu, 2.0, "phantom", open_top=True, open_bottom=False)
    stack = project(opened, replace(FAR, field_mm=240.0), 60)
    assert plane(stack, "soft-tissue")[2, 30] == pytest.approx(4.0, rel=0.02)
    assert plane(stack, "soft-tissue")[57, 30] == 0
    assert plane(stack, "known")[2, 30] == 0
    assert plane(stack, "known")[30, 30] == 1


def test_arms_hang_beside_the_body_with_bone_inside_muscle_inside_fat() -> None:
    arms = Arms(
        shoulders=((35.0, 0.0, 30.0),), spread_deg=0.0, length_mm=200.0, radius_mm=15.0, fat_mm=3.0, bone_mm=5.0
    )
    stack = project(phantoms.empty(), replace(FAR, arms=arms), 110)
    column = 55 + 35
    assert plane(stack, "bone")[70, column] == pytest.approx(1.0, rel=0.02)
    assert plane(stack, "fat")[70, column] == pytest.approx(0.6 * 0.91, rel=0.02)
    assert plane(stack, "soft-tissue")[70, column] == pytest.approx((2.4 - 1.0) * 1.05, rel=0.02)
    assert not stack.data[:8, :, :60].any()


def test_a_rectangular_film_has_square_pixels() -> None:
    tall = plane(project(phantoms.cube(60.0), FAR, (110, 80)), "soft-tissue")
    square = plane(project(phantoms.cube(60.0), FAR, 110), "soft-tissue")
    np.testing.assert_allclose(tall, square[:, 15:95], atol=1e-3)
