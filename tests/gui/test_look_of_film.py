"""What of a film's presentation the reader can switch, and take back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.io.made_dicom import file_of, film, item, ramp, sequence
from tests.io.made_states import state_for
from xraycolor_gui.core.radiograph import Rescale, Window
from xraycolor_gui.core.turn import Turn
from xraycolor_gui.gui.session import Session
from xraycolor_gui.io.dicom.presentation_state import read_presentation_state

EDGES = {
    "ShutterShape": "RECTANGULAR",
    "ShutterUpperHorizontalEdge": "2",
    "ShutterLowerHorizontalEdge": "10",
    "ShutterLeftVerticalEdge": "3",
    "ShutterRightVerticalEdge": "9",
}


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """A session that shows a film with a shutter and an overlay, of which a presentation state lies beside it."""
    made = film(WindowCenter="2000", WindowWidth="3000", **EDGES)
    for element, vr, value in (
        (0x10, "US", 12),
        (0x11, "US", 16),
        (0x50, "SS", [1, 1]),
        (0x3000, "OB", bytes([1] * 24)),
    ):
        made.add_new(0x60000000 | element, vr, value)
    (tmp_path / "film.dcm").write_bytes(file_of(made))
    window = sequence(item(WindowCenter="50", WindowWidth="60"))
    state = state_for(made, SoftcopyVOILUTSequence=window, PresentationLUTShape="INVERSE", ImageRotation=90)
    (tmp_path / "state.dcm").write_bytes(file_of(state))
    state.RescaleSlope, state.RescaleIntercept, state.RescaleType = "2", "0", "US"
    (tmp_path / "rescaled.dcm").write_bytes(file_of(state))
    session = Session()
    with qtbot.waitSignal(session.radiographChanged, check_params_cb=lambda: session.radiograph is not None):
        session.open_paths([tmp_path / "film.dcm"])
    yield session
    session.close()


def test_the_shutter_is_on_can_be_switched_off_and_switched_on_again_by_undo(session: Session) -> None:
    assert session.radiograph is not None and session.radiograph.shutter is not None
    session.set_shutter(False)
    assert session.radiograph.shutter is None
    assert session.as_read is not None and session.as_read.shutter is not None
    session.undo.undo()
    assert session.radiograph.shutter is not None


def test_overlays_can_be_switched_off_and_undone(session: Session) -> None:
    assert session.radiograph is not None and len(session.radiograph.overlays) == 1
    session.set_overlays(False)
    assert session.radiograph.overlays == ()
    session.undo.undo()
    assert len(session.radiograph.overlays) == 1


def test_a_presentation_state_brings_its_own_window_polarity_turn_shutter_and_overlays(
    session: Session, tmp_path: Path
) -> None:
    state = read_presentation_state(tmp_path / "state.dcm")
    first = session.radiograph
    session.set_state(state)
    assert session.radiograph is not None and session.radiograph.inverse
    assert session.voi == Window(50, 60) and session.turn == Turn(1)
    assert session.radiograph.shutter is None and session.radiograph.overlays == ()
    session.undo.undo()
    assert session.radiograph is first or session.radiograph.shutter is not None
    assert session.voi == Window(2000, 3000) and session.turn == Turn()
    session.undo.redo()
    session.set_state(None)
    assert session.voi == Window(2000, 3000) and session.turn == Turn()


def test_the_window_of_a_state_can_be_turned_and_reset_to_the_states_own(session: Session, tmp_path: Path) -> None:
    session.set_state(read_presentation_state(tmp_path / "state.dcm"))
    session.set_voi(Window(70, 10))
    session.toggle_inverted()
    assert session.radiograph is not None and not session.radiograph.inverse
    session.reset_voi()
    assert session.voi == Window(50, 60) and session.radiograph.inverse
    assert session.look is not None and session.look.state is not None


def test_a_state_in_other_units_makes_the_panes_look_at_the_values_anew(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    state = read_presentation_state(tmp_path / "rescaled.dcm")
    with qtbot.waitSignal(session.radiographChanged):
        session.set_state(state)
    assert session.radiograph is not None and session.radiograph.modality == Rescale(2, 0, "US")
    assert np.array_equal(session.radiograph.stored, ramp())


def test_taking_the_same_state_again_is_no_step(session: Session, tmp_path: Path) -> None:
    state = read_presentation_state(tmp_path / "state.dcm")
    session.set_state(state)
    session.set_state(state)
    session.undo.undo()
    assert session.undo.undo_name == ""
