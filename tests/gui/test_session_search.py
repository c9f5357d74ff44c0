"""Folders are searched in the background: what was found, what was left out, and why."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from zipfile import ZipFile

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.gui.made import MakeSession, Read, film
from tests.io.made_folder import films
from xraycolor_gui.core.errors import UnreadableFile
from xraycolor_gui.core.presentation import choose_voi
from xraycolor_gui.core.radiograph import Labels, Source
from xraycolor_gui.gui.films import FilmState
from xraycolor_gui.gui.search import AT_MOST
from xraycolor_gui.gui.steps import Steps

A, B, C = Path("a.dcm"), Path("b.dcm"), Path("c.dcm")


def test_a_folder_is_searched_in_the_background_and_its_bad_files_are_told(
    qtbot: QtBot, make_session: MakeSession, tmp_path: Path
) -> None:
    bad = UnreadableFile("c: no film.")

    def labels(path: Path) -> tuple[Labels, Source]:
        if path == C:
            raise bad
        return Labels(patient_id=path.stem), Source(path, "DICOM", study_uid=path.stem)

    session = make_session(find=lambda paths: iter((A, C, B)), labels=labels)
    with qtbot.waitSignal(
        session.searchChanged, check_params_cb=lambda: session.search is not None and not session.search.running
    ):
        session.open_paths([tmp_path])
    assert session.search is not None
    assert session.search.films == 2 and session.search.read == session.search.total == 3
    assert [(skipped.path, skipped.error) for skipped in session.search.skipped] == [(C, bad)]
    assert [f.path for f in session.films] == [A, B]
    assert session.current is not None and session.current.path == A


def test_stopping_a_search_keeps_what_was_found(qtbot: QtBot, make_session: MakeSession, tmp_path: Path) -> None:
    gate = threading.Event()

    def labels(path: Path) -> tuple[Labels, Source]:
        if path == B:
            gate.wait()
        return Labels(), Source(path, "PNG")

    session = make_session(find=lambda paths: iter((A, B, C)), labels=labels)
    with qtbot.waitSignal(session.filmsChanged):
        session.open_paths([tmp_path])
    session.stop_search()
    gate.set()
    assert session.search is not None and not session.search.running
    assert [f.path for f in session.films] == [A]


def test_batches_do_not_heap_up_while_the_window_is_busy(
    qtbot: QtBot, make_session: MakeSession, tmp_path: Path
) -> None:
    """Between two of them the window has a turn for everything else."""
    paths = tuple(Path(f"{number}.dcm") for number in range(3 * AT_MOST))
    all_read = threading.Event()

    def find(_: tuple[Path, ...]) -> Iterator[Path]:
        yield from paths
        all_read.set()

    session = make_session(find=find, labels=lambda path: (Labels(), Source(path, "PNG")))
    came: list[str] = []
    beat = QTimer()
    beat.timeout.connect(lambda: came.append("beat"))
    session.filmsChanged.connect(lambda: came.append("batch"))
    with qtbot.waitSignal(
        session.searchChanged, check_params_cb=lambda: session.search is not None and not session.search.running
    ):
        session.open_paths([tmp_path])
        assert not all_read.wait(0.2)
        beat.start(0)
    beat.stop()
    found = "".join("x" if one == "batch" else "." for one in came)
    assert len(session.films) == len(paths) and found.count("x") > 3 and "xx" not in found


def test_a_file_that_provokes_a_fault_of_ours_costs_no_other_file(
    qtbot: QtBot, make_session: MakeSession, tmp_path: Path
) -> None:
    def labels(path: Path) -> tuple[Labels, Source]:
        if path == A:
            raise RecursionError
        return Labels(), Source(path, "PNG")

    session = make_session(find=lambda paths: iter((A, B)), labels=labels)
    with qtbot.waitSignal(
        session.searchChanged, check_params_cb=lambda: session.search is not None and not session.search.running
    ):
        session.open_paths([tmp_path])
    assert [f.path for f in session.films] == [B]
    assert session.search is not None
    ((path, error),) = [(skipped.path, skipped.error) for skipped in session.search.skipped]
    assert path == A and "fault" in error.what


def test_closing_does_not_wait_for_the_end_of_a_tree(qtbot: QtBot, make_session: MakeSession, tmp_path: Path) -> None:
    begun = threading.Event()

    def endless(paths: Iterable[Path]) -> Iterator[Path]:
        while True:
            begun.set()
            yield A

    session = make_session(find=endless)
    session.open_paths([tmp_path])
    qtbot.waitUntil(begun.is_set)
    session.close()


def test_a_file_opened_by_name_stays_in_the_list_with_its_reason(qtbot: QtBot, make_session: MakeSession) -> None:
    bad = UnreadableFile("b: no film.")

    def labels(path: Path) -> tuple[Labels, Source]:
        if path == B:
            raise bad
        return Labels(), Source(path, "PNG")

    session = make_session(find=iter, labels=labels)
    with qtbot.waitSignal(
        session.searchChanged, check_params_cb=lambda: session.search is not None and not session.search.running
    ):
        session.open_paths([A, B])
    assert [f.state is FilmState.UNREADABLE for f in session.films] == [False, True]
    assert session.films[1].error is bad


def test_films_of_one_study_stand_side_by_side(qtbot: QtBot, make_session: MakeSession, tmp_path: Path) -> None:
    study = {A: "1", B: "2", C: "1"}

    def read(path: Path) -> Read:
        radiograph = film(source=Source(path, "DICOM", study_uid=study[path]))
        return radiograph, choose_voi(radiograph)[0]

    session = make_session(
        read=read, find=lambda paths: iter((A, B, C)), labels=lambda path: (read(path)[0].labels, read(path)[0].source)
    )
    with qtbot.waitSignal(
        session.searchChanged, check_params_cb=lambda: session.search is not None and not session.search.running
    ):
        session.open_paths([tmp_path])
    assert [f.path for f in session.films] == [A, C, B]
    session.next_group(1)
    assert session.current is not None and session.current.path == B
    session.next_group(-1)
    assert session.current.path == A
    session.next_film(5)
    assert session.current.path == B


def test_several_folders_and_archives_opened_together_are_all_searched(
    qtbot: QtBot, make_session: MakeSession, tmp_path: Path
) -> None:
    for number, data in enumerate(films(3)):
        folder = tmp_path / f"dossier é {number}"
        folder.mkdir()
        if number == 2:
            with ZipFile(folder / "study.zip", "w") as archive:
                archive.writestr("IM2", data)
        else:
            (folder / f"IM{number}").write_bytes(data)
    session = make_session(search=Steps().search, read=Steps().read)
    with qtbot.waitSignal(
        session.searchChanged, check_params_cb=lambda: session.search is not None and not session.search.running
    ):
        session.open_paths([tmp_path / "dossier é 0", tmp_path / "dossier é 1", tmp_path / "dossier é 2" / "study.zip"])
    assert [one.path.name for one in session.films] == ["IM0", "IM1", "IM2"]
    with qtbot.waitSignal(session.radiographChanged, check_params_cb=lambda: session.radiograph is not None):
        session.show(session.films[2])
    assert session.current is not None and session.current.state is not FilmState.UNREADABLE
