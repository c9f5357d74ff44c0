"""The session: grey first, then colour; a newer request wins; what was left never arrives."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.made import Read, card, colorization, film, open_film, steps
from xraycolor_gui.core.colorization import Colorization
from xraycolor_gui.core.errors import ModelError, UnreadableFile
from xraycolor_gui.core.presentation import choose_voi
from xraycolor_gui.core.radiograph import Labels, Radiograph, Source, Window
from xraycolor_gui.gui.films import FilmState, Tool
from xraycolor_gui.gui.notice import Severity
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.steps import Steps
from xraycolor_gui.io.codestream import Codestream, Coding
from xraycolor_gui.io.jpeg_codecs import decode_in_child

A, B, C = Path("a.dcm"), Path("b.dcm"), Path("c.dcm")


def at_once(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
    report(0.5)
    return colorization()


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Callable[..., Session]]:
    made: list[Session] = []

    def session(**others: Callable[..., object]) -> Session:
        # The shipped step warms up the colour table; nothing is drawn here.
        made.append(Session(steps(film(), **({"colorize": at_once} | others))))
        return made[-1]

    yield session
    for one in made:
        one.close()


def wait_for_colour(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.colorizationChanged, check_params_cb=lambda: session.colorization is not None):
        session.grey_shown()


def test_grey_comes_first_and_colour_after_it_was_painted(qtbot: QtBot, make: Callable[..., Session]) -> None:
    session = make()
    open_film(session, qtbot)
    assert session.colorization is None
    assert session.current is not None and session.current.state is FilmState.GREY
    assert session.voi is session.radiograph.voi[0]
    wait_for_colour(session, qtbot)
    assert session.current.state is FilmState.COLOURED
    assert session.progress is None


def test_colour_comes_even_if_no_pane_tells_that_it_painted(qtbot: QtBot, make: Callable[..., Session]) -> None:
    session = make()
    open_film(session, qtbot)
    with qtbot.waitSignal(session.colorizationChanged):
        pass


def test_a_newer_film_wins(qtbot: QtBot, make: Callable[..., Session]) -> None:
    gate = threading.Event()

    def read(path: Path) -> Read:
        if path == A:
            gate.wait()
        radiograph = film(source=Source(path, "DICOM"))
        return radiograph, choose_voi(radiograph)[0]

    session = make(read=read)
    session.open_paths([A])
    with qtbot.waitSignal(session.radiographChanged):
        session.open_paths([B])
    gate.set()
    wait_for_colour(session, qtbot)
    assert session.radiograph is not None and session.radiograph.source.path == B
    assert [f.state for f in session.films] == [FilmState.WAITING, FilmState.COLOURED]


def test_the_colour_of_a_film_that_was_left_never_arrives(qtbot: QtBot, make: Callable[..., Session]) -> None:
    begun, gate, arrived = threading.Event(), threading.Event(), []

    def colorize(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        if not begun.is_set():
            begun.set()
            gate.wait()
            return colorization(lung=0.9)
        return colorization(lung=0.1)

    session = make(colorize=colorize)
    session.colorizationChanged.connect(lambda: arrived.append(session.colorization))
    open_film(session, qtbot, "a.dcm")
    session.grey_shown()
    qtbot.waitUntil(begun.is_set)
    open_film(session, qtbot, "b.dcm")
    gate.set()
    wait_for_colour(session, qtbot)
    assert len(arrived) == 1
    assert arrived[0].composition[0, 0, 1] == pytest.approx(0.1)
    assert session.films[0].state is FilmState.GREY


def test_closing_a_film_while_it_is_coloured_shows_its_neighbour(qtbot: QtBot, make: Callable[..., Session]) -> None:
    session = make()
    session.open_paths([A, B])
    with qtbot.waitSignal(session.radiographChanged):
        pass
    session.grey_shown()
    with qtbot.waitSignal(session.radiographChanged, check_params_cb=lambda: session.radiograph is not None):
        session.close_film(session.films[0])
    assert [f.path for f in session.films] == [B]
    session.close_film(session.films[0])
    assert session.films == () and session.current is None and session.radiograph is None


def test_going_back_is_instant(qtbot: QtBot, make: Callable[..., Session]) -> None:
    times = []

    def read(path: Path) -> Read:
        times.append(path)
        radiograph = film()
        return radiograph, choose_voi(radiograph)[0]

    session = make(read=read)
    open_film(session, qtbot, "a.dcm")
    wait_for_colour(session, qtbot)
    colour = session.colorization
    open_film(session, qtbot, "b.dcm")
    wait_for_colour(session, qtbot)
    session.next_film(-1)
    assert session.current is not None and session.current.path == A
    assert session.colorization is colour
    assert times == [A, B]


def test_a_file_that_changed_is_read_and_coloured_anew_when_it_is_opened_again(
    qtbot: QtBot, make: Callable[..., Session], tmp_path: Path
) -> None:
    path, coloured = tmp_path / "a.dcm", []

    def read(path: Path) -> Read:
        told = path.read_text()
        radiograph = film(source=Source(path, "DICOM", sha256=told), bits=len(told) + 8)
        return radiograph, choose_voi(radiograph)[0]

    def colorize(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        coloured.append(radiograph.source.sha256)
        return colorization()

    session = make(read=read, colorize=colorize)
    path.write_text("first")
    open_film(session, qtbot, str(path))
    wait_for_colour(session, qtbot)
    shown, colour = session.radiograph, session.colorization
    session.open_paths([path])
    assert session.radiograph is shown and session.colorization is colour
    path.write_text("second")
    open_film(session, qtbot, str(path))
    assert session.radiograph is not None and session.radiograph.source.sha256 == "second"
    assert session.colorization is None
    wait_for_colour(session, qtbot)
    assert coloured == ["first", "second"]


def test_a_film_that_changed_while_another_was_shown_is_read_anew_too(
    qtbot: QtBot, make: Callable[..., Session], tmp_path: Path
) -> None:
    path, times = tmp_path / "a.dcm", []

    def read(path: Path) -> Read:
        times.append(path)
        radiograph = film(source=Source(path, "DICOM", sha256=path.read_text() if path.exists() else ""))
        return radiograph, choose_voi(radiograph)[0]

    session = make(read=read)
    path.write_text("first")
    open_film(session, qtbot, str(path))
    open_film(session, qtbot, "b.dcm")
    path.write_text("the second")
    open_film(session, qtbot, str(path))
    assert session.radiograph is not None and session.radiograph.source.sha256 == "the second"
    assert times == [path, B, path]


def test_the_colour_of_other_pixels_under_the_same_name_is_not_taken_over(
    qtbot: QtBot, make: Callable[..., Session]
) -> None:
    hashes = iter("123456")

    def read(path: Path) -> Read:
        radiograph = film(source=Source(path, "DICOM", sha256=next(hashes)))
        return radiograph, choose_voi(radiograph)[0]

    session = make(read=read)
    open_film(session, qtbot, "a.dcm")
    wait_for_colour(session, qtbot)
    # As many other films as push the first one's pixels, but not its colour, out of memory.
    for name in ("b", "c", "d", "e"):
        open_film(session, qtbot, f"{name}.dcm")
    open_film(session, qtbot, "a.dcm")
    assert session.colorization is None


def test_cancel_leaves_the_film_grey_until_asked_again(qtbot: QtBot, make: Callable[..., Session]) -> None:
    gate, begun = threading.Event(), threading.Event()

    def colorize(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        report(0.4)
        begun.set()
        gate.wait()
        report(0.9)
        return colorization()

    session = make(colorize=colorize)
    open_film(session, qtbot)
    session.grey_shown()
    qtbot.waitUntil(lambda: session.progress == 0.4)
    assert session.current is not None and session.current.state is FilmState.COLOURING
    session.cancel_colour()
    assert session.progress is None and session.current.state is FilmState.GREY_ONLY
    gate.set()
    with qtbot.waitSignal(session.colorizationChanged):
        session.colour_again()
    assert session.current.state is FilmState.COLOURED


def test_a_film_that_cannot_be_read_says_why_and_can_be_tried_again(qtbot: QtBot, make: Callable[..., Session]) -> None:
    error, broken = UnreadableFile("a: cut off.", "Copy it again."), [True]

    def read(path: Path) -> Read:
        if broken[0]:
            raise error
        radiograph = film()
        return radiograph, choose_voi(radiograph)[0]

    session = make(read=read)
    with qtbot.waitSignal(session.workChanged, check_params_cb=lambda: not session.reading and bool(session.films)):
        session.open_paths([A])
    qtbot.waitUntil(lambda: session.films[0].state is FilmState.UNREADABLE)
    assert session.films[0].error is error
    broken[0] = False
    with qtbot.waitSignal(session.radiographChanged):
        session.show(session.films[0])
    assert session.films[0].error is None


def test_a_model_that_fails_is_a_notice_and_the_grey_stays(qtbot: QtBot, make: Callable[..., Session]) -> None:
    def colorize(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        raise ModelError("basic: damaged.", "Install it again.")

    session = make(colorize=colorize)
    open_film(session, qtbot)
    with qtbot.waitSignal(session.noticeRaised) as raised:
        session.grey_shown()
    assert raised.args[0].severity is Severity.CAUTION
    assert raised.args[0].title == "basic: damaged."
    assert session.radiograph is not None
    assert session.current is not None and session.current.state is FilmState.GREY_ONLY


def test_without_a_model_the_notice_says_so(qtbot: QtBot, make: Callable[..., Session]) -> None:
    session = make(models=tuple)
    open_film(session, qtbot)
    with qtbot.waitSignal(session.noticeRaised) as raised:
        session.grey_shown()
    assert "No model" in raised.args[0].title


def test_another_model_colours_the_film_anew(qtbot: QtBot, make: Callable[..., Session]) -> None:
    used = []

    def colorize(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        used.append(model)
        return colorization()

    session = make(colorize=colorize, models=lambda: (card("basic"), card("vgg16")))
    with qtbot.waitSignal(session.modelChanged):
        session.find_models()
    open_film(session, qtbot)
    wait_for_colour(session, qtbot)
    with qtbot.waitSignal(session.colorizationChanged, check_params_cb=lambda: session.colorization is not None):
        session.set_model("vgg16")
    session.set_model("basic")
    assert session.colorization is not None
    assert used == ["basic", "vgg16"]


def test_strength_stays_within_its_range_and_steps_to_full_tenths(make: Callable[..., Session]) -> None:
    session = make()
    session.set_strength(7)
    assert session.strength == 1.5
    session.step_strength(1)
    assert session.strength == 1.5
    session.set_strength(0.77)
    session.step_strength(-1)
    assert session.strength == 0.7
    session.set_strength(-1)
    assert session.strength == 0


def test_holding_grey_takes_the_colour_away_and_letting_go_brings_it_back(make: Callable[..., Session]) -> None:
    session = make()
    session.hold_grey(True)
    assert session.showing_grey and session.shown_strength == 0 and session.strength == 1
    session.hold_grey(False)
    assert session.shown_strength == 1


def test_inverting_turns_polarity_and_reset_brings_everything_back(qtbot: QtBot, make: Callable[..., Session]) -> None:
    session = make()
    open_film(session, qtbot)
    first = session.radiograph
    session.set_voi(Window(1, 2))
    session.toggle_inverted()
    assert session.radiograph is not None and session.radiograph.inverse
    session.reset_voi()
    assert session.radiograph is first
    assert session.voi is first.voi[0]
    session.set_full_range()
    assert session.voi != first.voi[0]
    session.set_stated_voi(1)
    assert session.voi is first.voi[0]
    session.set_stated_voi(2)
    assert session.voi is first.voi[0]


def test_tissues_are_hidden_and_shown_one_by_one_or_all(make: Callable[..., Session]) -> None:
    session = make()
    session.toggle_hidden("bone")
    session.toggle_hidden("fat")
    session.toggle_hidden("bone")
    session.set_solo("lung")
    assert session.hidden == {"fat"} and session.solo == "lung"
    session.show_all_tissues()
    assert session.hidden == frozenset() and session.solo is None


def test_tool_cursor_and_zoom_tell_only_changes(qtbot: QtBot, make: Callable[..., Session]) -> None:
    session, told = make(), []
    for signal in (session.toolChanged, session.cursorChanged, session.zoomChanged):
        signal.connect(lambda: told.append(1))
    for _ in range(2):
        session.set_tool(Tool.PAN)
        session.set_cursor((1.0, 2.0))
        session.set_zoom(0.5)
    assert len(told) == 3


def test_a_folder_is_searched_in_the_background_and_its_bad_files_are_told(
    qtbot: QtBot, make: Callable[..., Session], tmp_path: Path
) -> None:
    bad = UnreadableFile("c: no film.")

    def labels(path: Path) -> tuple[Labels, Source]:
        if path == C:
            raise bad
        return Labels(patient_id=path.stem), Source(path, "DICOM", study_uid=path.stem)

    session = make(find=lambda paths: iter((A, C, B)), labels=labels)
    with qtbot.waitSignal(
        session.searchChanged, check_params_cb=lambda: session.search is not None and not session.search.running
    ):
        session.open_paths([tmp_path])
    assert session.search is not None
    assert session.search.films == 2 and session.search.read == session.search.total == 3
    assert [(skipped.path, skipped.error) for skipped in session.search.skipped] == [(C, bad)]
    assert [f.path for f in session.films] == [A, B]
    assert session.current is not None and session.current.path == A


def test_stopping_a_search_keeps_what_was_found(qtbot: QtBot, make: Callable[..., Session], tmp_path: Path) -> None:
    gate = threading.Event()

    def labels(path: Path) -> tuple[Labels, Source]:
        if path == B:
            gate.wait()
        return Labels(), Source(path, "PNG")

    session = make(find=lambda paths: iter((A, B, C)), labels=labels)
    with qtbot.waitSignal(session.filmsChanged):
        session.open_paths([tmp_path])
    session.stop_search()
    gate.set()
    assert session.search is not None and not session.search.running
    assert [f.path for f in session.films] == [A]


def test_a_file_that_provokes_a_fault_of_ours_costs_no_other_file(
    qtbot: QtBot, make: Callable[..., Session], tmp_path: Path
) -> None:
    def labels(path: Path) -> tuple[Labels, Source]:
        if path == A:
            raise RecursionError
        return Labels(), Source(path, "PNG")

    session = make(find=lambda paths: iter((A, B)), labels=labels)
    with qtbot.waitSignal(
        session.searchChanged, check_params_cb=lambda: session.search is not None and not session.search.running
    ):
        session.open_paths([tmp_path])
    assert [f.path for f in session.films] == [B]
    assert session.search is not None
    ((path, error),) = [(skipped.path, skipped.error) for skipped in session.search.skipped]
    assert path == A and "fault" in error.what


def test_closing_does_not_wait_for_the_end_of_a_tree(
    qtbot: QtBot, make: Callable[..., Session], tmp_path: Path
) -> None:
    begun = threading.Event()

    def endless(paths: Iterable[Path]) -> Iterator[Path]:
        while True:
            begun.set()
            yield A

    session = make(find=endless)
    session.open_paths([tmp_path])
    qtbot.waitUntil(begun.is_set)
    session.close()


def test_a_film_that_was_left_takes_its_decoder_with_it(
    qtbot: QtBot, make: Callable[..., Session], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sleeper = tmp_path / "python"
    sleeper.write_text(f"#!/bin/sh\ntouch {tmp_path}/begun\nexec sleep 3600\n")
    sleeper.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(sleeper))
    ended = threading.Event()
    stream = Codestream(Coding.JPEG_LS, 4, 4, 1, 8, False)

    def read(path: Path) -> Read:
        if path == A:
            try:
                decode_in_child(b"", stream)
            finally:
                ended.set()
        radiograph = film()
        return radiograph, choose_voi(radiograph)[0]

    session = make(read=read)
    session.open_paths([A])
    qtbot.waitUntil((tmp_path / "begun").exists)
    open_film(session, qtbot, "b.dcm")
    qtbot.waitUntil(ended.is_set)


def test_a_file_opened_by_name_stays_in_the_list_with_its_reason(qtbot: QtBot, make: Callable[..., Session]) -> None:
    bad = UnreadableFile("b: no film.")

    def labels(path: Path) -> tuple[Labels, Source]:
        if path == B:
            raise bad
        return Labels(), Source(path, "PNG")

    session = make(find=iter, labels=labels)
    with qtbot.waitSignal(
        session.searchChanged, check_params_cb=lambda: session.search is not None and not session.search.running
    ):
        session.open_paths([A, B])
    assert [f.state is FilmState.UNREADABLE for f in session.films] == [False, True]
    assert session.films[1].error is bad


def test_films_of_one_study_stand_side_by_side(qtbot: QtBot, make: Callable[..., Session], tmp_path: Path) -> None:
    study = {A: "1", B: "2", C: "1"}

    def read(path: Path) -> Read:
        radiograph = film(source=Source(path, "DICOM", study_uid=study[path]))
        return radiograph, choose_voi(radiograph)[0]

    session = make(read=read, find=lambda paths: iter((A, B, C)), labels=lambda path: (Labels(), read(path)[0].source))
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


def test_closing_while_working_ends_cleanly(qtbot: QtBot) -> None:
    begun = threading.Event()

    def colorize(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        while True:
            begun.set()
            report(0.5)

    session = Session(steps(film(), colorize=colorize))
    told: list[object] = []
    open_film(session, qtbot)
    session.grey_shown()
    qtbot.waitUntil(begun.is_set)
    session.colorizationChanged.connect(lambda: told.append(1))
    session.close()
    assert told == []


def test_reading_keeps_what_the_choice_of_a_window_had_to_assume(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    narrow = film(voi=(Window(100, 0),), notes=("A note of the reader.",))
    monkeypatch.setattr("xraycolor_gui.io.read.read", lambda _: narrow)
    radiograph, voi = Steps().read(tmp_path)
    assert radiograph.notes == (
        "A note of the reader.",
        "The window in this file is 0 wide. Shown with the 1 to 99 % range instead.",
    )
    assert voi.explanation == "1 to 99 % range"


def test_the_real_steps_read_find_and_label_a_real_file(qtbot: QtBot, shared: Path) -> None:
    path = shared / "dicom" / "radiographs" / "pylibjpeg-data__966_fixed.dcm"
    session = Session(Steps())
    with qtbot.waitSignal(session.radiographChanged, timeout=20000):
        session.open_paths([path])
    assert session.radiograph is not None and session.radiograph.source.path == path
    session.close()


def test_a_name_too_long_for_the_system_is_a_film_that_cannot_be_read(qtbot: QtBot) -> None:
    session = Session(Steps())
    with qtbot.waitSignal(
        session.currentChanged, check_params_cb=lambda: session.films[0].state is FilmState.UNREADABLE, timeout=20000
    ):
        session.open_paths([Path("x" * 300)])
    session.close()
