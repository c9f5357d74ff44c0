"""The session: grey first, then colour; a newer request wins; what was left never arrives."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.made import MakeSession, Read, card, colorization, film, open_film, steps
from xraycolor_gui.core.colorization import Colorization
from xraycolor_gui.core.errors import ModelError, UnreadableFile
from xraycolor_gui.core.presentation import choose_voi
from xraycolor_gui.core.radiograph import Radiograph, Source, Window
from xraycolor_gui.gui.films import FilmState
from xraycolor_gui.gui.notice import Severity
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.steps import Steps
from xraycolor_gui.io.dicom.codestream import Codestream, Coding
from xraycolor_gui.io.dicom.jpeg_codecs import decode_in_child

A, B, C = Path("a.dcm"), Path("b.dcm"), Path("c.dcm")


def wait_for_colour(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.colorizationChanged, check_params_cb=lambda: session.colorization is not None):
        session.grey_shown()


def test_grey_comes_first_and_colour_after_it_was_painted(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session()
    open_film(session, qtbot)
    assert session.colorization is None
    assert session.current is not None and session.current.state is FilmState.GREY
    assert session.voi is session.radiograph.voi[0]
    wait_for_colour(session, qtbot)
    assert session.current.state is FilmState.COLOURED
    assert session.progress is None


def test_colour_comes_even_if_no_pane_tells_that_it_painted(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session()
    open_film(session, qtbot)
    with qtbot.waitSignal(session.colorizationChanged):
        pass


def test_what_can_wait_for_the_grey_is_done_once_it_was_painted(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session()
    done: list[str] = []
    session.when_settled(lambda: done.append("no film"))
    session.radiographChanged.connect(lambda: session.when_settled(lambda: done.append("grey")))
    session.open_paths([A])
    session.when_settled(lambda: done.append("asked for while it was read"))
    qtbot.waitUntil(lambda: session.radiograph is not None)
    assert done == ["no film"]
    session.grey_shown()
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done == ["no film", "asked for while it was read", "grey"]


def test_what_waits_for_the_grey_of_a_film_that_is_left_is_not_done(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session()
    done: list[str] = []
    open_film(session, qtbot)
    session.when_settled(lambda: done.append("left"))
    session.open_paths([B])
    qtbot.waitUntil(lambda: session.radiograph is not None)
    wait_for_colour(session, qtbot)
    assert not done


def test_a_newer_film_wins(qtbot: QtBot, make_session: MakeSession) -> None:
    gate = threading.Event()

    def read(path: Path) -> Read:
        if path == A:
            gate.wait()
        radiograph = film(source=Source(path, "DICOM"))
        return radiograph, choose_voi(radiograph)[0]

    session = make_session(read=read)
    session.open_paths([A])
    with qtbot.waitSignal(session.radiographChanged):
        session.open_paths([B])
    gate.set()
    wait_for_colour(session, qtbot)
    assert session.radiograph is not None and session.radiograph.source.path == B
    assert [f.state for f in session.films] == [FilmState.WAITING, FilmState.COLOURED]


def test_the_colour_of_a_film_that_was_left_never_arrives(qtbot: QtBot, make_session: MakeSession) -> None:
    begun, gate, arrived = threading.Event(), threading.Event(), []

    def colorize(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        if not begun.is_set():
            begun.set()
            gate.wait()
            return colorization(lung=0.9)
        return colorization(lung=0.1)

    session = make_session(colorize=colorize)
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


def test_closing_a_film_while_it_is_coloured_shows_its_neighbour(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session()
    session.open_paths([A, B])
    with qtbot.waitSignal(session.radiographChanged):
        pass
    session.grey_shown()
    with qtbot.waitSignal(session.radiographChanged, check_params_cb=lambda: session.radiograph is not None):
        session.close_film(session.films[0])
    assert [f.path for f in session.films] == [B]
    session.close_film(session.films[0])
    assert session.films == () and session.current is None and session.radiograph is None


def test_going_back_is_instant(qtbot: QtBot, make_session: MakeSession) -> None:
    times = []

    def read(path: Path) -> Read:
        times.append(path)
        radiograph = film()
        return radiograph, choose_voi(radiograph)[0]

    session = make_session(read=read)
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
    qtbot: QtBot, make_session: MakeSession, tmp_path: Path
) -> None:
    path, coloured = tmp_path / "a.dcm", []

    def read(path: Path) -> Read:
        told = path.read_text()
        radiograph = film(source=Source(path, "DICOM", sha256=told), bits=len(told) + 8)
        return radiograph, choose_voi(radiograph)[0]

    def colorize(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        coloured.append(radiograph.source.sha256)
        return colorization()

    session = make_session(read=read, colorize=colorize)
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
    qtbot: QtBot, make_session: MakeSession, tmp_path: Path
) -> None:
    path, times = tmp_path / "a.dcm", []

    def read(path: Path) -> Read:
        times.append(path)
        radiograph = film(source=Source(path, "DICOM", sha256=path.read_text() if path.exists() else ""))
        return radiograph, choose_voi(radiograph)[0]

    session = make_session(read=read)
    path.write_text("first")
    open_film(session, qtbot, str(path))
    open_film(session, qtbot, "b.dcm")
    path.write_text("the second")
    open_film(session, qtbot, str(path))
    assert session.radiograph is not None and session.radiograph.source.sha256 == "the second"
    assert times == [path, B, path]


def test_the_colour_of_other_pixels_under_the_same_name_is_not_taken_over(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    hashes = iter("123456")

    def read(path: Path) -> Read:
        radiograph = film(source=Source(path, "DICOM", sha256=next(hashes)))
        return radiograph, choose_voi(radiograph)[0]

    session = make_session(read=read)
    open_film(session, qtbot, "a.dcm")
    wait_for_colour(session, qtbot)
    # Another film pushes the first one's pixels, but not its colour, out of memory.
    session._kept_radiographs._most = 1
    open_film(session, qtbot, "b.dcm")
    open_film(session, qtbot, "a.dcm")
    assert session.colorization is None


def test_cancel_leaves_the_film_grey_until_asked_again(qtbot: QtBot, make_session: MakeSession) -> None:
    gate, begun = threading.Event(), threading.Event()

    def colorize(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        report(0.4)
        begun.set()
        gate.wait()
        report(0.9)
        return colorization()

    session = make_session(colorize=colorize)
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


def test_a_film_that_cannot_be_read_says_why_and_can_be_tried_again(qtbot: QtBot, make_session: MakeSession) -> None:
    error, broken = UnreadableFile("a: cut off.", "Copy it again."), [True]

    def read(path: Path) -> Read:
        if broken[0]:
            raise error
        radiograph = film()
        return radiograph, choose_voi(radiograph)[0]

    session = make_session(read=read)
    with qtbot.waitSignal(session.workChanged, check_params_cb=lambda: not session.reading and bool(session.films)):
        session.open_paths([A])
    qtbot.waitUntil(lambda: session.films[0].state is FilmState.UNREADABLE)
    assert session.films[0].error is error
    broken[0] = False
    with qtbot.waitSignal(session.radiographChanged):
        session.show(session.films[0])
    assert session.films[0].error is None


def test_a_model_that_fails_is_a_notice_and_the_grey_stays(qtbot: QtBot, make_session: MakeSession) -> None:
    def colorize(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        raise ModelError("basic: damaged.", "Install it again.")

    session = make_session(colorize=colorize)
    open_film(session, qtbot)
    with qtbot.waitSignal(session.noticeRaised) as raised:
        session.grey_shown()
    assert raised.args[0].severity is Severity.CAUTION
    assert raised.args[0].title == "basic: damaged."
    assert session.radiograph is not None
    assert session.current is not None and session.current.state is FilmState.GREY_ONLY


def test_without_a_model_the_notice_says_so(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(models=tuple)
    open_film(session, qtbot)
    with qtbot.waitSignal(session.noticeRaised) as raised:
        session.grey_shown()
    assert "No model" in raised.args[0].title


def test_another_model_colours_the_film_anew(qtbot: QtBot, make_session: MakeSession) -> None:
    used = []

    def colorize(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
        used.append(model)
        return colorization()

    session = make_session(colorize=colorize, models=lambda: (card("basic"), card("vgg16")))
    with qtbot.waitSignal(session.modelChanged):
        session.find_models()
    open_film(session, qtbot)
    wait_for_colour(session, qtbot)
    with qtbot.waitSignal(session.colorizationChanged, check_params_cb=lambda: session.colorization is not None):
        session.set_model("vgg16")
    session.set_model("basic")
    assert session.colorization is not None
    assert used == ["basic", "vgg16"]


def test_a_film_that_was_left_takes_its_decoder_with_it(
    qtbot: QtBot, make_session: MakeSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
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

    session = make_session(read=read)
    session.open_paths([A])
    qtbot.waitUntil((tmp_path / "begun").exists)
    open_film(session, qtbot, "b.dcm")
    qtbot.waitUntil(ended.is_set)


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
