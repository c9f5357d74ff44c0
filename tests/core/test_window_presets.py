from __future__ import annotations

import numpy as np
import pytest

from tests.core.films import film
from xraycolor_gui.core.presentation import present
from xraycolor_gui.core.radiograph import Labels, Rescale, Window
from xraycolor_gui.core.window_presets import CT, FILMS, Preset, Share, groups_for, window_of


@pytest.mark.parametrize(
    ("part", "names"),
    [
        ("CHEST", ["Chest"]),
        ("chest", ["Chest"]),
        ("L SPINE", ["Bones and joints"]),
        ("LSPINE", ["Bones and joints"]),
        ("HAND", ["Bones and joints"]),
        ("BREAST", ["Breast"]),
        ("", [group.name for group in FILMS]),
        ("OTHER", [group.name for group in FILMS]),
    ],
)
def test_presets_are_those_of_the_body_part_or_all_where_none_is_named(part: str, names: list[str]) -> None:
    assert [group.name for group in groups_for(film([0, 1], labels=Labels(body_part=part)))] == names


def test_slices_in_hounsfield_units_have_presets_in_these() -> None:
    assert groups_for(film([0, 1], modality=Rescale(1, -1024, "HU"), labels=Labels(body_part="CHEST"))) == (CT,)
    assert window_of(CT.presets[0], film([0, 1])) == Window(-600, 1500, explanation="Lung")


@pytest.mark.parametrize("inverse", [False, True])
def test_a_preset_shows_the_same_part_of_the_picture_whatever_the_polarity(inverse: bool) -> None:
    """Half of the film is black to grey, and what is whiter is white."""
    made = film(np.arange(10_001), inverse=inverse)
    grey = present(made, window_of(Preset("half", Share(0, 50)), made)).grey.ravel()
    bright = grey[::-1] if inverse else grey
    assert (bright[5001:] == 1).all() and bright[2500] == pytest.approx(0.5, abs=1e-3)


def test_names_of_presets_are_unique() -> None:
    names = [preset.name for group in (*FILMS, CT) for preset in group.presets]
    assert len(names) == len(set(names))
