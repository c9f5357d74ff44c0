"""Files that travel with the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from xraycolor_gui.core.errors import UnreadableFile
from xraycolor_gui.io import resources
from xraycolor_gui.io.read import read


def test_the_anatomical_palette_comes_first_and_every_palette_loads_by_its_name() -> None:
    names = [palette.name for palette in resources.palettes()]
    assert names[0] == "anatomical" and {"anatomical", "safe", "physical"} <= set(names)
    assert [resources.palette(name).name for name in names] == names


def test_an_unknown_palette_is_answered_with_the_names_there_are() -> None:
    with pytest.raises(UnreadableFile, match=r"sepia.*anatomical"):
        resources.palette("sepia")


def test_every_sample_can_be_read() -> None:
    paths = resources.sample_paths()
    assert len(paths) >= 2
    assert all(min(read(path).shape) > 100 for path in paths)


@pytest.mark.parametrize("name", ["../pyproject.toml", "absent.json"])
def test_names_outside_the_resources_or_absent_are_refused(name: str) -> None:
    with pytest.raises(UnreadableFile, match=r"pyproject|absent"):
        resources.resource(name)


def test_resources_inside_an_installed_package_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site" / "xraycolor_gui"
    (package / "resources").mkdir(parents=True)
    (package.parent / "resources").mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", package)
    assert resources.resources_folder() == package / "resources"


def test_in_a_clone_resources_lie_beside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "xraycolor_gui")
    assert resources.resources_folder() == tmp_path / "resources"
