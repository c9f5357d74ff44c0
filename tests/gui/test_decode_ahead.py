"""While the reader looks at a film its neighbours are decoded and coloured; the reader always goes first."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS, MakeSession, Read, colorization, film
from xraycolor_gui.core.colorization import Colorization
from xraycolor_gui.core.errors import UnreadableFile
from xraycolor_gui.core.presentation import choose_voi
from xraycolor_gui.core.radiograph import Labels, Radiograph, Source
from xraycolor_gui.gui import decode_ahead
from xraycolor_gui.gui.decode_ahead import DecodeAhead
from xraycolor_gui.gui.films import FilmState
from xraycolor_gui.gui.session import Session

PATHS = [Path(f"{name}.dcm") for name in "abcd"]
Made = Callable[..., tuple[Session, Counter[str], Counter[str]]]


@pytest.fixture
def make(make_session: MakeSession) -> Iterator[Made]:
    """A session with four films, what was read, and what was coloured."""

    def made(gate: threading.Event | None = None, bad: str = "") -> tuple[Session, Counter[str], Counter[str]]:
        read_films, coloured = Counter[str](), Counter[str]()

        def read(path: Path) -> Read:
            if path.stem == bad:
                raise UnreadableFile("bad")
            read_films[path.stem] += 1
            radiograph = film(source=Source(path, "DICOM", sha256=path.stem), labels=Labels())
            return radiograph, choose_voi(radiograph)[0]

        def colorize(model: str, radiograph: Radiograph, report: Callable[[float], None]) -> Colorization:
            name = radiograph.source.path.stem
            if gate is not None and name != "b":
                gate.wait(WAIT_MS / 1000)
            report(0.5)
            coloured[name] += 1
            return colorization()

        session = make_session(read=read, colorize=colorize)
        DecodeAhead(session, session)
        return session, read_films, coloured

    yield made


def show(session: Session, qtbot: QtBot, path: Path = PATHS[1]) -> None:
    session.open_paths(PATHS)
    session.show_path(path)
    qtbot.waitUntil(lambda: session.radiograph is not None and session.radiograph.source.path == path, timeout=WAIT_MS)
    session.grey_shown()


def test_next_and_previous_film_are_ready_before_they_are_asked_for(qtbot: QtBot, make: Made) -> None:
    session, read_films, coloured = make()
    show(session, qtbot)
    qtbot.waitUntil(lambda: coloured == Counter("abc"), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: session.films[0].state is FilmState.COLOURED, timeout=WAIT_MS)
    before = read_films.copy()
    session.next_film(1)
    assert session.radiograph is not None and session.radiograph.source.path == PATHS[2]
    assert session.colorization is not None
    assert read_films == before


def test_nothing_is_begun_before_the_film_on_screen_has_its_colour(qtbot: QtBot, make: Made) -> None:
    session, read_films, _ = make()
    session.open_paths(PATHS)
    qtbot.waitUntil(lambda: session.radiograph is not None, timeout=WAIT_MS)
    assert set(read_films) <= {"a"}


def test_going_elsewhere_ends_the_work_and_the_film_asked_for_comes_first(qtbot: QtBot, make: Made) -> None:
    gate = threading.Event()
    session, _, coloured = make(gate)
    show(session, qtbot)
    qtbot.waitUntil(lambda: session.kept_ahead(PATHS[2]) is not None, timeout=WAIT_MS)
    session.show_path(PATHS[3])
    gate.set()
    qtbot.waitUntil(lambda: session.radiograph is not None, timeout=WAIT_MS)
    session.grey_shown()
    qtbot.waitUntil(lambda: session.colorization is not None, timeout=WAIT_MS)
    assert coloured["d"] == 1


def test_a_neighbour_that_cannot_be_read_is_left_until_the_reader_comes_to_it(qtbot: QtBot, make: Made) -> None:
    session, _, coloured = make(bad="c")
    show(session, qtbot)
    qtbot.waitUntil(lambda: coloured == Counter("ab"), timeout=WAIT_MS)
    assert session.films[2].state is FilmState.WAITING
    session.next_film(1)
    qtbot.waitUntil(lambda: session.films[2].state is FilmState.UNREADABLE, timeout=WAIT_MS)


def test_a_film_so_large_that_it_would_push_out_the_others_is_not_decoded_ahead(
    qtbot: QtBot, make: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decode_ahead, "LARGEST", 1000)
    session, read_films, coloured = make()
    show(session, qtbot)
    ahead = session.findChild(DecodeAhead)
    assert isinstance(ahead, DecodeAhead)
    qtbot.waitUntil(lambda: ahead._failed == {PATHS[0], PATHS[2]}, timeout=WAIT_MS)
    assert set(read_films) == set("abc")
    assert session.kept_ahead(PATHS[2]) is None and coloured == Counter("b")


def is_shown(session: Session, frame: int) -> bool:
    return session.radiograph is not None and session.radiograph.source.frame == frame


def test_frames_that_were_seen_are_shown_again_without_decoding(qtbot: QtBot, make_session: MakeSession) -> None:
    decoded: list[int] = []

    def frame(number: int) -> Read:
        source = Source(PATHS[0], "DICOM", sha256="1", frame=number, frames=3)
        radiograph = film(source=source)
        return radiograph, choose_voi(radiograph)[0]

    def read_frame(source: Source, number: int) -> Read:
        decoded.append(number)
        return frame(number)

    session = make_session(read=lambda path: frame(0), read_frame=read_frame)
    session.open_paths(PATHS[:1])
    qtbot.waitUntil(lambda: session.radiograph is not None, timeout=WAIT_MS)
    for number in (1, 2, 1, 0):
        session.show_frame(number)
        qtbot.waitUntil(partial(is_shown, session, number), timeout=WAIT_MS)
    assert decoded == [1, 2]
