"""Whole or not at all, and never over a source."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from xraycolor_gui.core.errors import ExportError
from xraycolor_gui.io.writing import export_mark, exported_key, writing

KEY = "0123456789abcdef"


@pytest.fixture
def film(tmp_path: Path) -> Path:
    path = tmp_path / "film.dcm"
    path.write_bytes(b"the only copy")
    return path


@contextmanager
def small_disk() -> Iterator[None]:
    """The system refuses files beyond 4 KiB, as a full disk does; also to the test run's own output: keep it short."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_file_appears_when_the_block_ends(tmp_path: Path) -> None:
    path = tmp_path / "out.png"
    with writing(path) as file:
        file.write(b"half")
        assert not path.exists()
    assert path.read_bytes() == b"half"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_block_leaves_nothing_and_keeps_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "out.png"
    path.write_bytes(export_mark(KEY).encode())
    with pytest.raises(RuntimeError), writing(path) as file:
        file.write(b"half")
        raise RuntimeError("stopped")
    assert path.read_bytes() == export_mark(KEY).encode()
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_an_export_error_that_leaves_nothing(tmp_path: Path) -> None:
    with small_disk(), pytest.raises(ExportError) as caught, writing(tmp_path / "out.png") as file:
        file.write(bytes(10_000))
    assert "out.png" in caught.value.what
    assert caught.value.next_step
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_is_an_export_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="folder does not exist"), writing(tmp_path / "none" / "out.png"):
        pass


def test_a_file_where_the_folder_should_be_is_an_export_error(film: Path) -> None:
    with pytest.raises(ExportError, match="not a folder"), writing(film / "out.png"):
        pass


def test_a_folder_of_that_name_is_an_export_error(tmp_path: Path) -> None:
    (tmp_path / "out.png").mkdir()
    with pytest.raises(ExportError, match="a folder of that name"), writing(tmp_path / "out.png", overwrite=True):
        pass


def test_a_name_beyond_the_file_systems_limit_is_an_export_error(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="too long"), writing(tmp_path / ("x" * 300)):
        pass
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_an_export_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(ExportError, match="may not be written"), writing(tmp_path / "out.png"):
            pass
    finally:
        tmp_path.chmod(0o700)


def _itself(film: Path) -> Path:
    return film


def _other_spelling(film: Path) -> Path:
    return film.parent / "." / ".." / film.parent.name / film.name


def _symbolic_link(film: Path) -> Path:
    link = film.with_name("link.png")
    link.symlink_to(film)
    return link


def _hard_link(film: Path) -> Path:
    link = film.with_name("hard.png")
    link.hardlink_to(film)
    return link


@pytest.mark.parametrize("spelling", [_itself, _other_spelling, _symbolic_link, _hard_link])
@pytest.mark.parametrize("overwrite", [False, True])
def test_a_source_is_never_written_over(film: Path, spelling, overwrite: bool) -> None:  # type: ignore[no-untyped-def]
    path = spelling(film)
    with pytest.raises(ExportError, match="never written over"), writing(path, [film], overwrite=overwrite) as file:
        file.write(b"gone")
    assert film.read_bytes() == b"the only copy"


def test_somebody_elses_file_is_left_alone(film: Path) -> None:
    with pytest.raises(ExportError, match="left alone"), writing(film):
        pass
    assert film.read_bytes() == b"the only copy"


def test_somebody_elses_file_is_replaced_when_a_person_named_it(film: Path) -> None:
    with writing(film, overwrite=True) as file:
        file.write(b"new")
    assert film.read_bytes() == b"new"


def test_our_earlier_export_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "out.png"
    path.write_bytes(b"PNG " + export_mark(KEY).encode() + b" pixels")
    assert exported_key(path) == KEY
    with writing(path) as file:
        file.write(b"new")
    assert path.read_bytes() == b"new"


def test_an_empty_file_may_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "out.png"
    path.touch()
    with writing(path) as file:
        file.write(b"new")
    assert path.read_bytes() == b"new"


def test_replacing_a_link_leaves_the_file_it_points_at(film: Path) -> None:
    link = _symbolic_link(film)
    with writing(link, overwrite=True) as file:
        file.write(b"new")
    assert link.read_bytes() == b"new"
    assert film.read_bytes() == b"the only copy"


def test_an_output_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    with writing(tmp_path / "out.png") as file:
        file.write(b"new")
    assert (tmp_path / "out.png").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_pipe_is_no_export_of_ours_and_nobody_waits_for_its_other_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert exported_key(tmp_path / "pipe") is None


def test_links_that_run_in_a_circle_are_left_alone(tmp_path: Path, film: Path) -> None:
    circle = tmp_path / "circle.png"
    circle.symlink_to(circle)
    with pytest.raises(ExportError), writing(circle, [film]) as file:
        file.write(b"x")
    assert circle.is_symlink()
