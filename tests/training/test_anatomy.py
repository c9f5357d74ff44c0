from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.training import phantoms
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.training.anatomy import TEST_BODY, TissueVolume, find_volumes, load_volume, prepare


def save(path: Path, volume: TissueVolume) -> Path:
    np.savez(path, hu=volume.hu, tissue=volume.tissue, spacing_mm=np.float32(volume.spacing_mm))
    return path


def test_a_saved_volume_comes_back_with_what_its_name_tells(tmp_path: Path) -> None:
    volume = load_volume(save(tmp_path / "legs_vhf.npz", phantoms.cube(20.0)))
    assert (volume.name, volume.region, volume.open_top, volume.open_bottom) == ("legs_vhf", "legs", True, False)
    assert volume.spacing_mm == 2.0
    assert volume.licence


def test_a_volume_nobody_knows_is_filmed_by_the_first_word_of_its_name(tmp_path: Path) -> None:
    assert load_volume(save(tmp_path / "chest_mine.npz", phantoms.cube(20.0))).region == "chest"


def test_a_file_that_is_no_volume_is_refused_by_name(tmp_path: Path) -> None:
    np.savez(tmp_path / "other.npz", something=np.zeros(3))
    with pytest.raises(TrainingError, match=r"other\.npz"):
        load_volume(tmp_path / "other.npz")
    with pytest.raises(TrainingError, match=r"absent\.npz"):
        load_volume(tmp_path / "absent.npz")


def test_the_test_body_is_never_found_among_the_volumes(tmp_path: Path) -> None:
    for name in (TEST_BODY, "legs_vhf"):
        save(tmp_path / f"{name}.npz", phantoms.cube(20.0))
    assert [path.stem for path in find_volumes(tmp_path)] == ["legs_vhf"]


def test_a_chest_is_continued_into_a_waist_and_a_narrowing_neck() -> None:
    flat = phantoms.block(slice(0, 60), slice(10, 50), slice(0, 60))
    wide = TissueVolume("c", np.repeat(flat.tissue, 4, axis=2), np.repeat(flat.hu, 4, axis=2), 2.0, "chest")
    body = prepare(wide)
    first, end = body.true_z
    assert first > 0
    assert end - first == 60
    widths = (body.frontal > 0).any(axis=0).sum(axis=1)
    assert widths[0] == widths[first] == 240
    assert widths[-1] < widths[end + 2] < 240


def test_contrast_in_veins_that_is_labelled_metal_becomes_blood(tmp_path: Path) -> None:
    volume = phantoms.cube(40.0)
    volume.tissue[28:32, 28:32, 28:32], volume.hu[28:32, 28:32, 28:32] = 17, 3000
    known = load_volume(save(tmp_path / "chest_lidc0003.npz", volume))
    other = load_volume(save(tmp_path / "chest_other.npz", volume))
    assert not (known.tissue == 17).any()
    assert known.hu.max() < 100
    assert (other.tissue == 17).any()


def test_the_shared_chest_has_its_lungs_where_lungs_are(shared: Path) -> None:
    body = prepare(load_volume(shared / "ct" / "chest_lidc0001.npz"))
    assert body.lungs_mm is not None
    z0, z1, y0, y1, x0, x1 = body.lungs_mm
    assert 180 < z1 - z0 < 320
    assert 120 < y1 - y0 < 260
    assert 200 < x1 - x0 < 340
