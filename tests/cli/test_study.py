"""`xraycolor study`: the tree, what is left out, and who may read whose names."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.io.made_dicom import file_of, film
from xraycolor_gui.cli.main import run

SECRETS = ("Doe", "ID-77", "19700102", "20250312", "ACC-1", "Follow-up", "1.2.826", "roe.dcm")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One patient with two studies (two films in one series of the first), a text file and an empty one."""
    common = {"PatientName": "Doe^Jane", "PatientID": "ID-77", "PatientBirthDate": "19700102", "PatientSex": "F"}
    first = common | {"StudyInstanceUID": "1.2.826.1", "StudyDate": "20250312", "AccessionNumber": "ACC-1"}
    for name, number, tags in (
        ("b", 2, first | {"SeriesInstanceUID": "1.2.826.3", "ViewPosition": "LL"}),
        (
            "roe.dcm",
            1,
            first | {"SeriesInstanceUID": "1.2.826.3", "ViewPosition": "PA", "StudyDescription": "Follow-up"},
        ),
        ("old", 1, common | {"StudyInstanceUID": "1.2.826.2", "StudyDate": "20100101"}),
    ):
        (tmp_path / name).write_bytes(file_of(film(InstanceNumber=number, BodyPartExamined="CHEST", **tags)))
    (tmp_path / "notes.txt").write_text("none")
    (tmp_path / "empty").touch()
    return tmp_path


def told(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_the_tree_goes_from_patient_to_instance_in_order(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["study", str(folder), "--format", "json"]) == 0
    tree = told(capsys)
    (patient,) = tree["patients"]
    assert [study["year"] for study in patient["studies"]] == ["2025", "2010"]
    (series,) = patient["studies"][0]["series"]
    assert [one["view"] for one in series["instances"]] == ["PA", "LL"]
    assert (tree["films"], tree["files"]) == (3, 5)
    assert tree["not_shown"] == [
        {"reason": "the file is empty.", "files": 1},
        {"reason": "a text file, not a radiograph.", "files": 1},
    ]


@pytest.mark.parametrize("form", ["json", "table"])
def test_nobody_can_be_named_unless_it_is_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    assert run(["study", str(folder), "--format", form]) == 0
    printed = capsys.readouterr()
    assert not [secret for secret in SECRETS if secret in printed.out + printed.err]
    assert run(["study", str(folder), "--format", form, "--identify"]) == 0
    printed = capsys.readouterr()
    assert not [secret for secret in SECRETS if secret not in printed.out]


def test_a_table_is_for_people(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["study", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:4] == ["patient 1: F", "  study 1: 2025", "    series 1: DX, CHEST", "      instance 1: PA, DICOM"]
    assert lines[-4:] == ["3 films in 5 files", "not shown:", "  1 × the file is empty.", lines[-1]]


def test_archives_are_looked_into_and_their_films_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("a/IM1", file_of(film()))
    assert run(["study", str(tmp_path / "all.zip"), "--format", "json", "--identify"]) == 0
    (patient,) = told(capsys)["patients"]
    assert patient["studies"][0]["series"][0]["instances"][0]["file"] == "all.zip ▸ a/IM1"


def test_what_is_not_there_or_holds_no_film_ends_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["study", str(tmp_path)]) == 1
    assert run(["study", str(tmp_path / "absent")]) == 1
    assert "no such file" in capsys.readouterr().err


@pytest.mark.usefixtures("own_data")
def test_key_images_are_written_study_by_study(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from pydicom import dcmread

    from xraycolor_gui.core.key_image import key_of
    from xraycolor_gui.io.key_images import mark
    from xraycolor_gui.io.quiet import silenced_warnings
    from xraycolor_gui.io.read import read

    out = tmp_path / "keys"
    assert run(["study", str(folder), "--key-images", str(out)]) == 0
    assert list(out.iterdir()) == [] and "No film here is marked" in capsys.readouterr().err
    # Their instances tell them apart.
    for name in ("b", "old"):
        path = folder / name
        uids = {"SOPInstanceUID": f"1.2.826.9.{name == 'b':d}", "SeriesInstanceUID": "1.2.826.3", "Modality": "DX"}
        path.write_bytes(file_of(film(StudyInstanceUID=f"1.2.826.{name == 'b':d}", **uids)))
        mark(key_of(read(path).source), True)
    assert run(["study", str(folder), "--key-images", str(out)]) == 0
    made = sorted(out.iterdir())
    assert [path.name for path in made] == ["key-images-1.dcm", "key-images-2.dcm"]
    with silenced_warnings():
        assert {dcmread(path).Modality for path in made} == {"KO"}
