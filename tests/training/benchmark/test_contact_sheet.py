"""The contact sheet: films of every kind, the same ones each time, none that may not be passed on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.models.made_models import radiograph
from tests.training import small_data
from xraycolor_gui.training.benchmark.colour_tables import Grey
from xraycolor_gui.training.benchmark.contact_sheet import FILMS, KINDS, changed, contact_sheet, sheet_films
from xraycolor_gui.training.real_films import TESTING_ONLY


def test_the_sheet_has_a_place_for_every_kind() -> None:
    assert sum(kind.count for kind in KINDS) == FILMS


def test_a_small_folder_fills_the_sheet_as_far_as_it_goes(tmp_path: Path) -> None:
    data = small_data.make(tmp_path / "data")
    films = sheet_films(data)
    assert films == sheet_films(data)
    assert len(films) == 8  # val and test of masks and films
    picture = contact_sheet(Grey(), films[:7])
    assert picture.dtype == np.uint8
    assert picture.shape[1] == 6 * 320
    assert picture[:160].max() > 100


def test_films_for_testing_only_are_not_shown(shared: Path) -> None:
    films = sheet_films(shared)
    assert len(films) == FILMS
    assert {film.kind for film in films} == {kind.title for kind in KINDS}
    assert not any("shoulder_implants" in film.path.as_posix() or "spine" in film.path.as_posix() for film in films)
    assert TESTING_ONLY


@pytest.mark.parametrize("change", ["rotated", "inverted", ""])
def test_a_changed_film_is_still_a_film(change: str) -> None:
    film = radiograph((20, 30))
    made = changed(film, change)
    assert made.shape == ((30, 20) if change == "rotated" else (20, 30))
    if change == "inverted":
        assert made.stored[0, 0] == film.stored.max() - (film.stored[0, 0] - film.stored.min())
