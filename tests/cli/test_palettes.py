"""Palettes on the command line: listed with their audit, and taken from a file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from xraycolor_gui.cli.command import FAILED, OK
from xraycolor_gui.cli.main import run
from xraycolor_gui.core.palette import Palette, Swatch, to_json
from xraycolor_gui.io import resources
from xraycolor_gui.io.palettes import palettes_folder, save_palette

MINE = Palette("mine", "Mine", "d", {"bone": Swatch("Bone", 0, 30), "lung": Swatch("Lung", 0, -30)})


pytestmark = pytest.mark.usefixtures("own_data")


def test_every_palette_is_listed_with_who_can_tell_its_colours_apart(capsys: pytest.CaptureFixture[str]) -> None:
    save_palette(MINE)
    assert run(["palettes"]) == OK
    told = capsys.readouterr().out
    for palette in (*resources.palettes(), MINE):
        assert f"{palette.title} ({palette.name})\n" in told
    assert "Too close: heart and bone, for green-blind readers." in told
    assert "Drawn grey: gas, fat, soft-tissue, heart, metal." in told


def test_a_palettes_file_is_audited_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["palettes", str(save_palette(MINE, tmp_path / "mine.json"))]) == OK
    told = capsys.readouterr().out
    assert told.startswith("Mine (mine)\n") and "Anatomical" not in told


def test_an_own_palette_that_is_damaged_is_told_and_the_others_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    palettes_folder().mkdir(parents=True)
    (palettes_folder() / "broken.json").write_text("{", encoding="utf-8")
    assert run(["palettes"]) == FAILED
    told = capsys.readouterr()
    assert "Safe (safe)" in told.out
    assert told.err.startswith("broken.json: This palette is not valid JSON (line 1).")


def test_films_are_coloured_with_the_palette_of_a_file(tmp_path: Path) -> None:
    path = save_palette(MINE, tmp_path / "mine.json")
    film = tmp_path / "film.png"
    Image.fromarray((np.hypot(*(np.mgrid[:64, :64] - 32)) * 5).astype(np.uint8)).save(film)
    out = tmp_path / "out"
    assert run(["colorize", str(film), "-o", str(out), "--palette", str(path), "--at-own-risk"]) == OK
    with Image.open(out / "film_colour_basic_mine.png") as opened:
        opened.load()
        assert opened.text["Palette"] == "mine"  # type: ignore[attr-defined]
        assert "Lightness is the film’s own: holds" in opened.text["Certificate"]  # type: ignore[attr-defined]


def test_a_faulty_palette_is_one_line_before_any_film_is_coloured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "faulty.json"
    path.write_text(to_json(MINE).replace("-30", '"-30"'), encoding="utf-8")
    assert run(["colorize", str(tmp_path), "-o", str(tmp_path / "out"), "--palette", str(path)]) == FAILED
    told = capsys.readouterr().err.splitlines()
    assert told == ["xraycolor: faulty.json: The palette “mine” has no number for b of lung. Give it as a number."]
    assert not (tmp_path / "out").exists()
