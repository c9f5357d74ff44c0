"""Finding films and reading their labels."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.io.made_dicom import file_of, film
from xraycolor_gui.core.errors import UnreadableFile, UnsupportedImage
from xraycolor_gui.core.study import natural_key
from xraycolor_gui.io.study import find_films, read_labels
from xraycolor_gui.io.wanted import while_wanted


def _touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def test_films_of_a_folder_come_in_natural_order(tmp_path: Path) -> None:
    _touch(*(tmp_path / name for name in ("IM10", "IM2", "im1", "b/IM3")))
    assert [path.name for path in find_films([tmp_path])] == ["IM3", "im1", "IM2", "IM10"]


def test_hidden_and_system_files_and_other_formats_are_left_out(tmp_path: Path) -> None:
    _touch(*(tmp_path / name for name in (".hidden", "DICOMDIR", "Thumbs.db", "notes.txt", ".git/IM1", "IM1", "x.PNG")))
    assert [path.name for path in find_films([tmp_path])] == ["IM1", "x.PNG"]


def test_folders_with_accents_are_searched(tmp_path: Path) -> None:
    _touch(tmp_path / "médical" / "patient é" / "IM1")
    assert [path.name for path in find_films([tmp_path])] == ["IM1"]


def test_a_file_given_by_name_always_comes_back_and_only_once(tmp_path: Path) -> None:
    _touch(tmp_path / "notes.txt", tmp_path / "IM1")
    given_paths = [tmp_path / "notes.txt", tmp_path / "absent.dcm", tmp_path, tmp_path / "IM1"]
    assert [path.name for path in find_films(given_paths)] == ["notes.txt", "absent.dcm", "IM1"]


def test_a_link_back_to_its_own_folder_does_not_run_in_circles(tmp_path: Path) -> None:
    _touch(tmp_path / "a" / "IM1")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    assert [path.name for path in find_films([tmp_path])] == ["IM1"]


@given(st.lists(st.text(max_size=12), max_size=8))
def test_any_names_can_be_put_in_natural_order(names: list[str]) -> None:
    assert len(sorted(names, key=natural_key)) == len(names)


def test_labels_come_from_the_header_alone(tmp_path: Path) -> None:
    path = tmp_path / "film"
    whole = file_of(film(BodyPartExamined="CHEST", ViewPosition="PA", NumberOfFrames="1"))
    path.write_bytes(whole[:-300])
    labels, source = read_labels(path)
    assert (labels.patient_id, labels.patient_name, labels.body_part, labels.view) == (
        "MADE-1",
        "Made^Up",
        "CHEST",
        "PA",
    )
    assert source.sop_instance_uid and source.sha256 == "" and source.format == "DICOM"


def test_labels_behind_a_very_long_private_element_are_found(tmp_path: Path) -> None:
    dataset = film()
    dataset.private_block(0x0009, "MADE", create=True).add_new(1, "OB", bytes(400_000))
    path = tmp_path / "film"
    path.write_bytes(file_of(dataset))
    assert read_labels(path)[0].patient_id == "MADE-1"


def test_labels_of_text_and_of_nothing_are_refused_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("no film")
    with pytest.raises(UnsupportedImage, match="notes: a text file"):
        read_labels(tmp_path / "notes")
    with pytest.raises(UnreadableFile, match="no such file"):
        read_labels(tmp_path / "absent")


def test_a_name_that_the_system_cannot_even_look_up_comes_back_to_be_told(tmp_path: Path) -> None:
    impossible = tmp_path / ("x" * 300)
    assert list(find_films([impossible])) == [impossible]
    with pytest.raises(UnreadableFile):
        read_labels(impossible)


def test_walking_a_tree_ends_between_two_folders_once_nobody_wants_it(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "film").write_bytes(b"")
    asked: list[int] = []

    def check() -> None:
        asked.append(1)
        if len(asked) == 3:
            raise InterruptedError

    found: list[Path] = []
    with pytest.raises(InterruptedError), while_wanted(check):
        found.extend(find_films([tmp_path / "a"]))
        found.extend(find_films([tmp_path]))
    assert found == [tmp_path / "a" / "film"]
    assert len(list(find_films([tmp_path]))) == 2
