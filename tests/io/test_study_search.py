"""Folders as they are met: odd names, twins, links, files that are no films; each is told, none stops the rest."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.io.made_dicom import file_of, film
from tests.io.made_folder import fill, films
from xraycolor_gui.core.errors import UnreadableFile
from xraycolor_gui.core.study import Instance
from xraycolor_gui.io import header_child
from xraycolor_gui.io.study import read_instance
from xraycolor_gui.io.study_search import StudySearch
from xraycolor_gui.io.study_walk import Unshown
from xraycolor_gui.io.wanted import while_wanted


def search(*paths: Path) -> tuple[list[Instance], list[Unshown]]:
    found = list(StudySearch(paths))
    return (
        [one for one in found if isinstance(one, Instance)],
        [one for one in found if isinstance(one, Unshown)],
    )


def test_weasis_838_a_folder_with_accents_imports_everything(tmp_path: Path) -> None:
    """The folder `médical` silently imported nothing."""
    for name in ("médical/röntgen été", "médical/no suffix", "médical/日本 語.dcm", "médical/a&b#c%20d.DCM"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(file_of(film()))
    bare = file_of(film())[132:]
    (tmp_path / "médical" / "no préamble").write_bytes(bare)
    shown, unshown = search(tmp_path / "médical")
    assert len(shown) == 5 and not unshown


def test_weasis_376_one_bad_tag_costs_nothing_else(tmp_path: Path) -> None:
    """One bad tag broke the whole viewer (Horos 286, too)."""
    data = file_of(film(NumberOfFrames="1", InstanceNumber="7"))
    (tmp_path / "bad number").write_bytes(
        data.replace(b"IS\2\x001 ", b"IS\2\x00xx").replace(b"IS\2\x007 ", b"IS\2\0??")
    )
    (tmp_path / "good").write_bytes(file_of(film()))
    shown, unshown = search(tmp_path)
    assert [one.place.instance_number for one in shown] == [None, None] and not unshown


def test_what_is_no_film_is_counted_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "empty.dcm").touch()
    (tmp_path / "notes.txt").write_text("no film")
    (tmp_path / "cut").write_bytes(file_of(film())[:400])
    (tmp_path / "film.txt").write_bytes(file_of(film()))
    (tmp_path / "nowhere").symlink_to(tmp_path / "absent")
    shown, unshown = search(tmp_path)
    assert [one.source.path.name for one in shown] == ["film.txt"]
    reasons = {one.path.name: one.reason for one in unshown}
    assert reasons == {
        "empty.dcm": "the file is empty.",
        "notes.txt": "a text file, not a radiograph.",
        "cut": "the file ends in the middle of its header.",
        "nowhere": "a link that leads nowhere.",
    }


def test_objects_without_a_picture_are_told_apart_and_keep_what_they_say(tmp_path: Path) -> None:
    report = film(Modality="SR", SOPClassUID="1.2.840.10008.5.1.4.1.1.88.33", Rows=None, Columns=None, PixelData=None)
    (tmp_path / "report").write_bytes(file_of(report))
    _, (unshown,) = search(tmp_path)
    assert unshown.reason == "Comprehensive SR, without a picture."
    assert unshown.instance is not None and unshown.instance.source.study_uid == report.StudyInstanceUID


def test_equal_files_are_shown_once_and_their_twins_told(tmp_path: Path) -> None:
    one, other = file_of(film()), file_of(film())
    for name, data in (("a", one), ("b", one), ("c", other), ("d.png", PNG), ("e.png", PNG)):
        (tmp_path / name).write_bytes(data)
    shown, unshown = search(tmp_path)
    assert [found.source.path.name for found in shown] == ["a", "c", "d.png"]
    assert [(found.path.name, found.error.next_step) for found in unshown] == [
        ("b", "a is shown."),
        ("e.png", "d.png is shown."),
    ]
    assert {found.reason for found in unshown} == {"the same film is there twice."}


def test_films_of_one_uid_but_other_content_are_all_shown(tmp_path: Path) -> None:
    """Nothing is ever held back that might be another film."""
    for name, size in (("a", 12), ("b", 14)):
        made = film(SOPInstanceUID="1.2.3")
        made.PatientID = f"P{size}"
        (tmp_path / name).write_bytes(file_of(made))
    found = StudySearch((tmp_path,))
    assert all(isinstance(one, Instance) for one in found)
    assert [path.name for path in found.twins.namesakes] == ["b"]


def test_links_to_folders_are_followed_but_never_in_circles(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    for folder in (inside, outside):
        folder.mkdir()
        (folder / "IM1").write_bytes(file_of(film()))
    (inside / "away").symlink_to(outside, target_is_directory=True)
    (inside / "up").symlink_to(tmp_path, target_is_directory=True)
    (outside / "back").symlink_to(inside, target_is_directory=True)
    shown, unshown = search(inside)
    assert [one.source.path for one in shown] == [inside / "away" / "IM1", inside / "IM1"] and not unshown


def test_several_folders_and_files_come_in_the_order_given_each_once(tmp_path: Path) -> None:
    for name, data in zip(("b/IM1", "a/IM1", "IM2"), films(3), strict=True):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    shown, _ = search(tmp_path / "b", tmp_path / "IM2", tmp_path / "a", tmp_path / "b")
    assert [one.source.path.relative_to(tmp_path).as_posix() for one in shown] == ["b/IM1", "IM2", "a/IM1"]


def test_many_files_keep_their_order_though_several_are_read_at_a_time(tmp_path: Path) -> None:
    fill(tmp_path, 300)
    found = StudySearch((tmp_path,))
    uids = [one.source.sop_instance_uid for one in found if isinstance(one, Instance)]
    assert uids == [f"1.2.3.4.5.{100000 + number}" for number in range(300)]
    assert found.walked and found.found == 300


def test_many_headers_are_read_by_a_process_of_their_own(tmp_path: Path) -> None:
    fill(tmp_path, 500)
    found = StudySearch((tmp_path,))
    began = iter(found)
    shown = [next(began) for _ in range(100)]
    assert found._child is not None
    # However busy the machine is: the rest is left to the child.
    found._child._starting.join()
    assert found._child.ready
    shown += began
    assert len(shown) == 500 and all(isinstance(one, Instance) for one in shown)
    assert found._child._process is not None and found._child._process.returncode is not None


def test_a_child_that_ends_costs_no_file(tmp_path: Path) -> None:
    fill(tmp_path, 500)
    found = StudySearch((tmp_path,))
    began = iter(found)
    shown = [next(began) for _ in range(100)]
    assert found._child is not None
    found._child._starting.join()
    shown += [next(began) for _ in range(70)]
    assert found._child._process is not None
    found._child._process.kill()
    shown += began
    uids = [one.source.sop_instance_uid for one in shown if isinstance(one, Instance)]
    assert uids == [f"1.2.3.4.5.{100000 + number}" for number in range(500)]


def test_the_child_waits_for_several_files_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    together = threading.Barrier(4)

    def slow(path: Path) -> Unshown:
        # Passes only while four files are being read at the same moment.
        together.wait(timeout=30)
        return Unshown(path, UnreadableFile("slow"))

    monkeypatch.setattr(header_child, "header", slow)
    with ThreadPoolExecutor(header_child.THREADS) as pool:
        assert len(header_child.headers([tmp_path / str(number) for number in range(8)], pool)) == 8


def test_a_fault_in_one_file_costs_that_file_alone(tmp_path: Path) -> None:
    fill(tmp_path, 3)

    def faulty(path: Path) -> Instance:
        if path.name == "IM1":
            raise ValueError("PATIENT-000000")
        return read_instance(path)

    found = list(StudySearch((tmp_path,), read=faulty))
    (bad,) = [one for one in found if isinstance(one, Unshown)]
    assert len(found) == 3 and "ValueError" in bad.reason and "PATIENT" not in str(bad.error)


def test_a_search_ends_when_nobody_wants_it_any_longer(tmp_path: Path) -> None:
    fill(tmp_path, 2000)
    asked: list[float] = []

    def check() -> None:
        asked.append(time.monotonic())
        if len(asked) > 20:
            raise InterruptedError

    before = threading.active_count()
    with pytest.raises(InterruptedError), while_wanted(check):
        list(StudySearch((tmp_path,)))
    assert threading.active_count() == before


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63680000008200"
    "81dd436af40000000049454e44ae426082"
)
