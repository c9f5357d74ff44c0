"""`xraycolor feedback`: the words and exit codes that scripts rely on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.io.captures import film_dataset, plain_film, write_film
from xraycolor_gui.cli.main import run

BOX = '{"type":"rectangle","x":1,"y":1,"width":3,"height":2}'
VERDICTS = ("right", "wrong-tissue", "bleeds", "should-be-grey", "hides-finding", "artefact")


@pytest.fixture
def film(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return write_film(tmp_path / "film.dcm", film_dataset())


def feedback(*arguments: str | Path) -> int:
    return run(["feedback", *map(str, arguments)])


def test_add_prints_the_id_alone_and_list_shows_what_was_said(film: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for verdict in VERDICTS:
        assert feedback("add", "--image", film, "--region", BOX, "--verdict", verdict, "--tissue", "bone") == 0
    ids = capsys.readouterr().out.split("\n")[:-1]
    assert [len(name) for name in ids] == [32] * 6
    assert feedback("list", "--format", "json") == 0
    listed = json.loads(capsys.readouterr().out)
    assert [record["id"] for record in listed] == ids
    assert [record["verdict"] for record in listed] == list(VERDICTS)
    assert listed[0]["region"] == json.loads(BOX)
    assert listed[0]["film"]["sop_instance_uid"] == "1.2.3.4.3"
    assert feedback("list", "--image", film) == 0
    assert len(capsys.readouterr().out.splitlines()) == 7
    assert feedback("check") == 0


def test_nothing_of_the_patient_is_kept(film: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.sqlite"
    assert feedback("add", "--image", film, "--region", BOX, "--verdict", "right", "--store", store) == 0
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("s.sqlite*"))
    for word in (b"Doe", b"Jane", b"19700131", b"4711"):
        assert word not in kept


@pytest.mark.parametrize("word", ["json", "coco", "csv", "sr", "seg", "gsps"])
def test_export_writes_files_and_names_them(
    film: Path, tmp_path: Path, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    feedback("add", "--image", film, "--region", BOX, "--verdict", "wrong-tissue", "--tissue", "heart")
    name = capsys.readouterr().out.strip()
    assert feedback("export", "--format", word, "-o", tmp_path / "out") == 0
    said = capsys.readouterr()
    (path,) = map(Path, said.out.split())
    assert path.parent == tmp_path / "out" and path.exists()
    assert word == "json" or "does not travel" in said.err
    if word in ("json", "coco", "sr", "seg"):
        assert feedback("import", path, "--store", tmp_path / "other.sqlite") == 0
        capsys.readouterr()
        feedback("list", "--format", "json", "--store", tmp_path / "other.sqlite")
        (back,) = json.loads(capsys.readouterr().out)
        assert (back["id"], back["verdict"], back["tissue"]) == (name, "wrong-tissue", "heart")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--region", "{", "--verdict", "right"], 2),
        (["--region", '{"type":"star"}', "--verdict", "right"], 2),
        (["--region", BOX, "--verdict", "nice"], 2),
        (["--region", BOX, "--verdict", "wrong-tissue", "--tissue", "cheese"], 2),
        (["--region", '{"type":"point","x":700,"y":1}', "--verdict", "right"], 1),
        (["--verdict", "right"], 1),
        ([], 1),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_is_kept(film: Path, arguments: list[str], status: int) -> None:
    try:
        done = feedback("add", "--image", film, *arguments)
    except SystemExit as leaving:
        done = int(str(leaving.code))
    assert done == status
    assert not list((film.parent / "data").rglob("*.sqlite"))


def test_a_store_that_fails_gives_no_id_and_names_the_recovery_file(
    tmp_path: Path, film: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "s.sqlite"
    store.write_bytes(b"something else")
    png = plain_film(tmp_path / "plain.png")
    assert feedback("add", "--image", png, "--region", BOX, "--verdict", "right", "--store", store) == 1
    said = capsys.readouterr()
    assert said.out == ""
    (recovery,) = tmp_path.glob("feedback-recovery-*.json")
    assert recovery.name in said.err
    assert feedback("check", "--store", store) == 1
    assert feedback("import", recovery, "--store", tmp_path / "new.sqlite") == 0
    capsys.readouterr()
    assert feedback("check", "--store", tmp_path / "new.sqlite") == 0
    assert "1 records stand" in capsys.readouterr().out


def test_giving_and_listing_feedback_loads_neither_highdicom_nor_torch(film: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from xraycolor_gui.cli.main import run;"
        f"run(['feedback', 'add', '--image', {str(film)!r}, '--region', {BOX!r}, '--verdict', 'right']);"
        "run(['feedback', 'list']); assert not {'highdicom', 'torch', 'PySide6'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
