from __future__ import annotations

from pathlib import Path

import pytest

from tests.training import phantoms
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.core.radiograph import Window
from xraycolor_gui.io.read import read
from xraycolor_gui.training.sample_study import write_sample_study


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return write_sample_study(phantoms.chest(), tmp_path_factory.mktemp("study"), long_side=128)


def test_a_study_is_a_frontal_and_a_lateral_film(films: tuple[Path, ...]) -> None:
    frontal, lateral = (read(path) for path in films)
    assert frontal.orientation == ("L", "F")
    assert lateral.orientation == ("P", "F")
    assert max(frontal.shape) == max(lateral.shape) == 128
    assert frontal.source.study_uid == lateral.source.study_uid


def test_the_stated_window_shows_lungs_dark_and_the_middle_bright(films: tuple[Path, ...]) -> None:
    film = read(films[0])
    window = film.voi[0]
    assert isinstance(window, Window)
    values = film.stored.astype(float)
    row = film.shape[0] // 2
    lung, middle = values[row, film.shape[1] // 4], values[row, film.shape[1] // 2]
    low, high = window.center - window.width / 2, window.center + window.width / 2
    assert low < lung < middle < high
    assert values.max() <= 4095


def test_the_same_volume_gives_the_same_files(films: tuple[Path, ...], tmp_path: Path) -> None:
    for first, again in zip(films, write_sample_study(phantoms.chest(), tmp_path, long_side=128), strict=True):
        assert first.read_bytes() == again.read_bytes()


def test_a_body_without_lungs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no lungs"):
        write_sample_study(phantoms.cube(40.0), tmp_path)
    assert not list(tmp_path.iterdir())
