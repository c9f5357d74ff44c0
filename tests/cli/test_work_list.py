"""`xraycolor feedback worklist`: real films, real models, a real store."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from xraycolor_gui.cli.main import run
from xraycolor_gui.io.feedback.film_readings import kept
from xraycolor_gui.io.resources import resources_folder

BOX = '{"type":"rectangle","x":100,"y":100,"width":60,"height":60}'


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "store.sqlite"


def samples() -> list[Path]:
    folder = resources_folder() / "samples"
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in (".dcm", ".png", ".jpg"))[:2]


def worklist(store: Path, *arguments: str | Path) -> int:
    return run(["feedback", "worklist", "--store", str(store), *map(str, arguments)])


def test_films_are_read_once_ranked_with_reasons_and_drop_when_answered(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    films = samples()
    assert worklist(store, *films, "--format", "json") == 0
    said = capsys.readouterr()
    listed = json.loads(said.out)
    assert len(listed) == 2 and [row["place"] for row in listed] == [1, 2]
    assert listed[0]["value"] >= listed[1]["value"] and all(row["why"] for row in listed)
    assert {"unsure", "novel", "models-differ"} <= listed[0]["signs"].keys()
    readings = len(kept(store))
    assert readings == 6 and said.err.count("[") == 2
    # The first one is answered: it drops, and nothing is read again.
    first = listed[0]["file"]
    given = ["--region", BOX, "--verdict", "wrong-tissue", "--tissue", "heart", "--reader", "anna"]
    assert run(["feedback", "add", "--image", first, "--store", str(store), *given]) == 0
    capsys.readouterr()
    assert worklist(store, *films, "--reader", "anna", "--format", "json") == 0
    said = capsys.readouterr()
    again = json.loads(said.out)
    assert [row["file"] for row in again] == [listed[1]["file"], first] and not said.err
    assert [row["answered"] for row in again] == [False, True] and len(kept(store)) == readings
    # The store alone knows as much, and for another reader the contradiction is a reason more.
    assert worklist(store, "--reader", "bela") == 0
    table = capsys.readouterr().out.splitlines()
    assert table[0].split() == ["place", "value", "answered", "film", "why"] and len(table) == 3
    assert any("readers speak against the colours (50 %)" in row for row in table)


def test_what_cannot_be_read_is_told_and_fails(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "broken.dcm").write_bytes(b"\0" * 128 + b"DICM" + b"\1" * 40)
    assert worklist(store, tmp_path / "broken.dcm") == 1
    assert "broken.dcm" in capsys.readouterr().err
    assert worklist(store, "--model", "nobody") == 1
    assert "There is no model called nobody." in capsys.readouterr().err


def test_an_empty_store_has_an_empty_list_and_is_not_made(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert worklist(store, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == [] and not store.exists()
