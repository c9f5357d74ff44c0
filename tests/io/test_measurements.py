from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from xraycolor_gui.core.errors import MeasurementError
from xraycolor_gui.core.feedback import FilmId
from xraycolor_gui.core.measurements import Measure, Measurement
from xraycolor_gui.io.measurements import keep, measurements_of

FILM = FilmId("a" * 64, 400, 500, 0, "1.2.3")
LINE = Measurement(Measure.LENGTH, ((10.25, 20), (30, 40)), "one")
BALL = Measurement(Measure.CALIBRATION, ((0, 0), (125, 0)), "two", 25.0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a folder" / "measurements.sqlite"


def test_saved_measurements_gone_on_reopening_ohif_2078_and_weasis_351(path: Path) -> None:
    keep({FILM: {"one": LINE, "two": BALL}}, path)
    assert measurements_of(FILM, path) == (LINE, BALL)
    # The file was moved, and came back as another copy of the same instance, or outside DICOM as the same content.
    assert measurements_of(replace(FILM, sha256="b" * 64), path) == (LINE, BALL)
    assert measurements_of(replace(FILM, sop_instance_uid=""), path) == (LINE, BALL)


def test_other_films_frames_and_sizes_have_none_of_them(path: Path) -> None:
    keep({FILM: {"one": LINE}}, path)
    for other in (
        FilmId("c" * 64, 400, 500, 0, "1.2.4"),
        FilmId("", 400, 500),
        replace(FILM, frame=1),
        replace(FILM, rows=401),
    ):
        assert measurements_of(other, path) == ()
    keep({FilmId("", 400, 500): {"three": replace(LINE, id="three")}}, path)
    assert measurements_of(FilmId("", 400, 500), path) == ()


def test_changes_replace_and_deletions_delete_only_what_they_name(path: Path) -> None:
    keep({FILM: {"one": LINE, "two": BALL}}, path)
    longer = replace(LINE, points=((0, 0), (400, 0)))
    keep({FILM: {"one": longer}}, path)
    assert measurements_of(FILM, path) == (longer, BALL)
    keep({FILM: {"one": None, "never there": None}}, path)
    assert measurements_of(FILM, path) == (BALL,)
    keep({FILM: {"one": LINE}}, path)
    assert measurements_of(FILM, path) == (BALL, LINE)


def test_reading_makes_no_store_and_nothing_to_keep_makes_none(path: Path) -> None:
    assert measurements_of(FILM, path) == ()
    keep({}, path)
    assert not path.parent.exists()


def test_the_store_holds_nothing_but_hashes_uids_and_numbers(path: Path) -> None:
    keep({replace(FILM, study_uid="9.9.9", series_uid="8.8.8"): {"one": LINE}}, path)
    with sqlite3.connect(path) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(measurement)")]
        text = "\n".join(connection.iterdump())
    connection.close()
    assert columns == ["seq", "id", "sha256", "sop_instance_uid", "frame", "rows", "columns", "line"]
    assert "9.9.9" not in text and "8.8.8" not in text


def test_what_a_newer_version_measured_is_passed_over_and_stays(path: Path) -> None:
    keep({FILM: {"one": LINE, "two": BALL}}, path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE measurement SET line = '{\"kind\": \"volume\"}' WHERE id = 'one'")
    connection.close()
    assert measurements_of(FILM, path) == (BALL,)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM measurement").fetchone() == (2,)
    connection.close()


@pytest.mark.parametrize("content", [b"no database at all, but long enough to look at" * 40, b""])
def test_a_damaged_store_is_said_to_be_so_and_left_alone(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(MeasurementError, match="measurement store") as raised:
        keep({FILM: {"one": LINE}}, path)
    assert "stays in this window" in raised.value.next_step and "--store" not in raised.value.next_step
    with pytest.raises(MeasurementError):
        measurements_of(FILM, path)
    assert path.read_bytes() == content


def test_a_place_that_takes_no_store_says_why(path: Path) -> None:
    path.parent.write_text("a file where the folder should be")
    with pytest.raises(MeasurementError, match="cannot be used") as raised:
        keep({FILM: {"one": LINE}}, path)
    assert "stays in this window" in raised.value.next_step


def test_two_windows_write_each_its_own(path: Path) -> None:
    keep({FILM: {"one": LINE}}, path)
    keep({FILM: {"two": BALL}}, path)  # the other window never saw the first line
    assert measurements_of(FILM, path) == (LINE, BALL)
