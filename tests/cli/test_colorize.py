"""`xraycolor colorize`: one film after the other, whatever becomes of one."""

from __future__ import annotations

import shutil
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from xraycolor_gui.cli.main import run
from xraycolor_gui.core.presentation import Presented, Voi
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.io import export
from xraycolor_gui.io.resources import sample_paths
from xraycolor_gui.models import library


def test_colorize_writes_one_picture_per_film_and_goes_on_after_a_bad_file(tmp_path: Path, capsys) -> None:
    films = tmp_path / "films"
    films.mkdir()
    film = Path(shutil.copy(sample_paths()[0], films / "thorax.v2.jpg"))
    (films / "broken.dcm").write_bytes(b"\0" * 128 + b"DICM" + b"nonsense")
    out = tmp_path / "out"
    assert run(["colorize", str(films), "-o", str(out)]) == 1
    written = list(out.iterdir())
    assert [path.name.startswith("thorax.v2") for path in written] == [True]
    with Image.open(written[0]) as picture, Image.open(film) as source:
        assert picture.size == source.size
        assert "basic" in picture.text["Model"].lower()
        assert float(picture.text["Strength"]) == 1.0
    complaints = [line for line in capsys.readouterr().err.splitlines() if "broken.dcm" in line]
    assert len(complaints) == 1


def test_what_reading_and_presenting_had_to_assume_is_said(tmp_path: Path, capsys) -> None:
    path = tmp_path / "dark.png"
    cv2.imwrite(str(path), np.tile(np.arange(200, dtype=np.uint16), (150, 1)))
    assert run(["colorize", str(path), "-o", str(tmp_path / "out")]) == 0
    assert run(["render", str(path), "-o", str(tmp_path / "grey.png")]) == 0
    assert capsys.readouterr().err.count("The file states no window.") == 2


def test_colorize_of_all_good_films_ends_with_zero(film: Path, tmp_path: Path) -> None:
    assert run(["colorize", str(film), "-o", str(tmp_path / "out"), "--strength", "0", "--palette", "safe"]) == 0


def test_a_fault_of_the_program_costs_one_film_and_quotes_nothing_of_it(
    film: Path, tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(film, film.with_name("second.png"))
    whole = export.present

    def faulty(radiograph: Radiograph, voi: Voi | None = None) -> Presented:
        if radiograph.source.path.name == "second.png":
            raise ValueError("DOE^JANE")
        return whole(radiograph, voi)

    monkeypatch.setattr(export, "present", faulty)
    assert run(["colorize", str(film.parent), "-o", str(tmp_path / "out")]) == 1
    told = capsys.readouterr().err
    assert "ValueError in test_colorize.py" in told and "DOE" not in told
    assert [path.name[:7] for path in (tmp_path / "out").iterdir()] == ["thorax."]


def test_exports_in_a_searched_folder_are_left_out_and_counted(film: Path, capsys) -> None:
    for _ in range(2):
        assert run(["colorize", str(film.parent), "-o", str(film.parent)]) == 0
    assert "1 of 2 files are exports" in capsys.readouterr().err
    assert len(list(film.parent.iterdir())) == 2


def test_what_stays_grey_is_written_grey_and_told_in_one_line_without_failing(
    tmp_path: Path, capsys, shared: Path
) -> None:
    edge = shared / "dicom" / "edge"
    files = [edge / "pydicom__MR_small.dcm", edge / "pydicom__CT_small.dcm"]
    out = tmp_path / "out"
    assert run(["colorize", *map(str, files), "-o", str(out)]) == 0
    mr, ct, total = capsys.readouterr().err.splitlines()
    assert "pydicom__MR_small_grey.png: This is an MR image" in mr
    assert "Hounsfield units; no network" in ct
    assert "1 coloured, 1 left grey" in total and "--at-own-risk" in total
    with Image.open(out / "pydicom__MR_small_grey.png") as picture:
        assert picture.text["How"].startswith("grey: This is an MR image")
        assert np.ptp(np.asarray(picture), axis=2).max() == 0


def test_colours_at_own_risk_are_told_on_screen_and_in_the_file(tmp_path: Path, capsys, shared: Path) -> None:
    out = tmp_path / "out"
    mr = shared / "dicom" / "edge" / "pydicom__MR_small.dcm"
    assert run(["colorize", str(mr), "-o", str(out), "--at-own-risk", "--grey-below", "0"]) == 0
    assert "at your own risk, against this: This is an MR image" in capsys.readouterr().err
    (written,) = out.iterdir()
    with Image.open(written) as picture:
        assert "MR image" in picture.text["At-Own-Risk"]
        assert np.ptp(np.asarray(picture), axis=2).max() > 0


def test_a_damaged_model_is_called_damaged_and_not_unknown(
    film: Path, tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "hurt.safetensors").write_bytes(b"no")
    monkeypatch.setattr(library, "model_folders", lambda: (tmp_path / "models",))
    assert run(["colorize", str(film), "-o", str(tmp_path / "out"), "--model", "hurt"]) == 1
    assert run(["models"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 2 and all("Model file is damaged" in line for line in told)


def test_dicom_colorize_of_the_computed_sample_study_makes_secondary_captures(tmp_path: Path) -> None:
    study = [path for path in sample_paths() if path.suffix == ".dcm"]
    assert len(study) == 2
    assert run(["colorize", *map(str, study), "-o", str(tmp_path), "--format", "dicom"]) == 0
    assert len(list(tmp_path.glob("*.dcm"))) == 2


def test_annotations_come_over_only_when_asked_for(film: Path, tmp_path: Path, capsys) -> None:
    store, out = tmp_path / "store.sqlite", tmp_path / "out"
    box = '{"type":"rectangle","x":40,"y":40,"width":80,"height":60}'
    said = ["--region", box, "--verdict", "wrong-tissue", "--tissue", "bone", "--reader", "anna"]
    assert run(["feedback", "add", "--image", str(film), *said, "--store", str(store)]) == 0
    assert run(["colorize", str(film), "-o", str(out), "--store", str(store)]) == 0
    assert run(["colorize", str(film), "-o", str(out), "--store", str(store), "--annotations"]) == 0
    plain, over = sorted(out.iterdir(), key=lambda path: len(path.name))
    assert over.name.endswith("_annotated.png")
    with Image.open(plain) as first, Image.open(over) as second:
        assert "Annotations" not in first.text and second.text["Annotations"].startswith("1 thing")
        differ = (np.asarray(first) != np.asarray(second)).any(axis=2)
    # A frame round the box, and words beside it.
    assert differ[40, 50:110].all() and not differ[60:80, 60:100].any() and differ[:37].any()
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"no store at all, but long enough for SQLite to look at its header, which it is not" * 9)
    assert run(["colorize", str(film), "-o", str(out), "--store", str(broken), "--annotations"]) == 1
    assert "broken.sqlite" in capsys.readouterr().err
