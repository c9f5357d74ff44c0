"""Going through the frames of a film."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.gui.made import card
from tests.io.made_dicom import file_of, film, ramp
from xraycolor_gui.core.colouring import Colouring
from xraycolor_gui.core.modality import ColourSource
from xraycolor_gui.core.radiograph import Window
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.steps import Steps
from xraycolor_gui.gui.views.linked_view import LinkedView


@pytest.fixture
def cine(tmp_path: Path) -> Path:
    """Five frames without a window, each of another brightness."""
    frames = np.stack([ramp() // (number + 1) for number in range(5)])
    path = tmp_path / "cine.dcm"
    path.write_bytes(file_of(film(frames, NumberOfFrames="5", FrameTime="50")))
    return path


@pytest.fixture
def session(qtbot: QtBot, cine: Path) -> Iterator[Session]:
    session = Session()
    with qtbot.waitSignal(session.radiographChanged, check_params_cb=lambda: session.radiograph is not None):
        session.open_paths([cine])
    yield session
    session.close()


def go(qtbot: QtBot, session: Session, frame: int, passing: bool = True) -> None:
    with qtbot.waitSignal(session.radiographChanged):
        session.show_frame(frame, passing=passing)


def test_another_frame_is_shown_through_the_window_of_the_first(qtbot: QtBot, session: Session) -> None:
    first = session.voi
    go(qtbot, session, 3)
    assert session.radiograph is not None and session.radiograph.source.frame == 3
    assert np.array_equal(session.radiograph.stored, ramp() // 4)
    assert session.voi == first


def test_a_window_turned_by_hand_holds_for_all_frames_and_is_undone_for_all(qtbot: QtBot, session: Session) -> None:
    first = session.voi
    session.set_voi(Window(7, 8))
    go(qtbot, session, 2)
    assert session.voi == Window(7, 8)
    session.undo.undo()
    assert session.voi == first and session.radiograph is not None and session.radiograph.source.frame == 2


def test_place_and_zoom_stay_from_frame_to_frame(qtbot: QtBot, session: Session) -> None:
    linked = LinkedView(session)
    assert linked.geometry is not None
    zoomed = replace(linked.geometry, zoom=3.0)
    linked.set_geometry(zoomed)
    go(qtbot, session, 1)
    assert linked.geometry == zoomed and linked.viewport.has_film


def test_frames_asked_for_while_one_is_decoded_give_way_to_the_last(qtbot: QtBot, session: Session) -> None:
    seen: list[int] = []
    session.radiographChanged.connect(lambda: seen.append(session.radiograph.source.frame))  # type: ignore[union-attr]
    for frame in (1, 2, 3, 4):
        session.show_frame(frame, passing=True)
    qtbot.waitUntil(lambda: seen[-1:] == [4])
    assert seen == [1, 4]


def test_a_frame_that_does_not_exist_is_not_asked_for(session: Session) -> None:
    session.show_frame(5)
    session.show_frame(-1)
    assert not session.tasks.is_running("frame")


def test_frames_in_passing_get_no_colour_and_the_one_that_stays_does(qtbot: QtBot, cine: Path) -> None:
    stays_grey = Colouring(ColourSource.GREY, None, "No radiograph.")
    session = Session(Steps(colour=lambda *_: stays_grey, models=lambda: (card(),)))
    with qtbot.waitSignal(session.radiographChanged, check_params_cb=lambda: session.radiograph is not None):
        session.open_paths([cine])
    session.grey_shown()
    qtbot.waitUntil(lambda: session.colouring is not None)
    go(qtbot, session, 1)
    assert session.colouring is None and not session.tasks.is_running("colour")
    go(qtbot, session, 2, passing=False)
    session.grey_shown()
    qtbot.waitUntil(lambda: session.colouring is not None)
    session.close()


def test_the_file_that_is_open_for_its_frames_weighs_on_the_budget_until_the_film_is_left(
    qtbot: QtBot, session: Session, cine: Path
) -> None:
    kept = session._kept_radiographs
    one = ramp().nbytes
    assert kept.beside == 0
    go(qtbot, session, 1)
    assert kept.beside == cine.stat().st_size
    # Room for the file and two frames beside the one on screen.
    kept._most = cine.stat().st_size + 3 * one
    for frame in (2, 3, 4):
        go(qtbot, session, frame)
    assert kept.weight == 3 * one and [frame for frame in range(5) if kept.has((cine, frame))] == [2, 3, 4]
    other = cine.with_name("other.dcm")
    other.write_bytes(file_of(film(ramp())))
    with qtbot.waitSignal(session.radiographChanged, check_params_cb=lambda: session.radiograph is not None):
        session.open_paths([other])
    assert kept.beside == 0 and session.steps.frames_bytes() == 0
