"""The reader's own palettes: found, refused with the place of the fault, and kept whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xraycolor_gui.core.errors import ExportError, UnreadableFile
from xraycolor_gui.core.palette import Palette, Swatch, to_json
from xraycolor_gui.io import resources
from xraycolor_gui.io.palettes import (
    add_palette,
    damaged_palettes,
    free_name,
    load_palette,
    palettes,
    palettes_folder,
    remove_palette,
    save_palette,
)

MINE = Palette("mine", "Mine", "For teaching.", {"bone": Swatch("Bone", -4, 20, 2.5), "lung": Swatch("Lung", -9, -24)})


pytestmark = pytest.mark.usefixtures("own_data")


def named(name: str) -> Palette:
    return Palette(name, name.title(), "d", MINE.tissues, 1.5)


def test_without_a_folder_there_are_the_shipped_palettes() -> None:
    assert palettes() == resources.palettes()
    assert not damaged_palettes()


def test_an_own_palette_is_listed_after_the_shipped_ones_and_read_as_it_was_saved() -> None:
    path = save_palette(MINE)
    assert path.parent == palettes_folder()
    assert [palette.name for palette in palettes()] == [palette.name for palette in resources.palettes()] + ["mine"]
    assert to_json(palettes()[-1]) == to_json(MINE)


def test_a_palette_from_anywhere_is_kept_for_next_time(tmp_path: Path) -> None:
    path = save_palette(MINE, tmp_path / "shared.json")
    assert add_palette(path).name == "mine"
    path.unlink()
    assert palettes()[-1].name == "mine"


def test_saving_again_replaces_and_removing_leaves_nothing(tmp_path: Path) -> None:
    save_palette(MINE)
    save_palette(Palette("mine", "Mine, paler", "d", {"bone": Swatch("Bone", 0, 10)}))
    assert palettes()[-1].title == "Mine, paler"
    remove_palette("mine")
    remove_palette("mine")
    assert palettes() == resources.palettes()
    assert not list(palettes_folder().iterdir())


def test_a_free_name_takes_no_other_palettes_name_nor_its_file() -> None:
    assert free_name("My Anatomical!") == "my-anatomical"
    assert free_name("Anatomical") == "anatomical-2"
    assert free_name("色") == "own"
    save_palette(named("own"))
    folder = palettes_folder()
    (folder / "own.json").rename(folder / "own-2.json")
    assert free_name("Own") == "own-3"


def test_a_palette_keeps_the_file_it_was_found_in() -> None:
    palettes_folder().mkdir(parents=True)
    by_hand = palettes_folder() / "from a colleague.json"
    by_hand.write_text(to_json(MINE), encoding="utf-8")
    assert save_palette(MINE) == by_hand
    assert not damaged_palettes()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sets(st.text(st.characters(codec="utf-8"), min_size=1, max_size=90).filter(str.strip), min_size=2, max_size=4)
)
def test_every_name_gets_a_file_of_its_own(tmp_path: Path, names: set[str]) -> None:
    paths = {save_palette(named(name)) for name in names}
    assert len({str(path).lower() for path in paths}) == len(names)
    assert {load_palette(path).name for path in paths} == names
    for name in names:
        remove_palette(name)
    assert palettes() == resources.palettes()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{", "faulty.json: This palette is not valid JSON .line 1"),
        (b"\xff\xfe\x00", "no palette, nor any other text"),
        (b"[" * 100_000, "not valid JSON"),
        (b" " * (1 << 20) + b"{}", "far too large"),
        (to_json(MINE).replace('"b": 20', '"b": "20"').encode(), "faulty.json: .*“mine” has no number for b of bone"),
        (to_json(MINE).replace('"lung":', '"bone":').encode(), "two entries “bone”"),
        (to_json(MINE).replace("Bone", " ").encode(), "no label of bone"),
        (to_json(MINE).replace('"b": 20', '"b": 1e999').encode(), "no number for b of bone"),
        (to_json(MINE).replace('"b": 20', f'"b": {10**400}').encode(), "no number for b of bone"),
        (to_json(named("safe")).encode(), "name of a shipped palette with other colours"),
    ],
)
def test_a_faulty_file_is_told_with_its_entry_and_costs_no_other_palette(content: bytes, words: str) -> None:
    save_palette(MINE)
    path = palettes_folder() / "faulty.json"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=words) as caught:
        load_palette(path)
    assert caught.value.next_step
    assert list(damaged_palettes()) == ["faulty.json"]
    assert palettes()[-1].name == "mine"


def test_two_files_of_one_name_are_told() -> None:
    save_palette(MINE)
    (palettes_folder() / "zz.json").write_text(to_json(MINE), encoding="utf-8")
    assert "called “mine” as well" in str(damaged_palettes()["zz.json"])


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"absent\.json cannot be read"):
        load_palette(tmp_path / "absent.json")


def test_a_shipped_palette_is_never_replaced_and_a_copy_of_it_is_no_fault(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="shipped"):
        save_palette(named("safe"))
    copy = tmp_path / "copy.json"
    copy.write_text("\ufeff" + to_json(resources.palette("safe")), encoding="utf-8")
    assert add_palette(copy).name == "safe"
    assert palettes() == resources.palettes()


def test_a_palette_that_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    strong = Palette("strong", "Strong", "d", {"bone": Swatch("Bone", 30, 30)})
    with pytest.raises(UnreadableFile, match="above 32 for bone"):
        save_palette(strong, tmp_path / "strong.json")
    assert not (tmp_path / "strong.json").exists()


def test_where_nothing_can_be_written_nothing_is_lost(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, no folder", encoding="utf-8")
    with pytest.raises(ExportError, match="cannot be written"):
        save_palette(MINE)
    assert palettes() == resources.palettes()


values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "b", "label", "salience", "name", "bone", "background"]), inner)
    ),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(change=st.dictionaries(st.sampled_from(["name", "title", "power", "tissues", "description"]), values))
def test_whatever_a_file_holds_it_is_a_palette_or_a_told_fault(tmp_path: Path, change: dict[str, object]) -> None:
    path = tmp_path / "any.json"
    path.write_text(json.dumps(json.loads(to_json(MINE)) | change), encoding="utf-8")
    try:
        palette = load_palette(path)
    except UnreadableFile as fault:
        assert path.name in fault.what
    else:
        again = load_palette(save_palette(palette, tmp_path / "again.json"))
        assert to_json(again) == to_json(palette)
