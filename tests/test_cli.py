"""The command line's words and exit codes, run as a script would."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from xraycolor_gui.cli import run
from xraycolor_gui.core.presentation import Presented, Voi
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.io import export
from xraycolor_gui.io.resources import sample_paths
from xraycolor_gui.models import library


def call(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    import os

    return subprocess.run(
        [sys.executable, "-m", "xraycolor_gui", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture
def film(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "thorax.v2.png"
    path.parent.mkdir()
    ramp = np.tile(np.linspace(0, 65535, 200).astype(np.uint16), (150, 1))
    cv2.imwrite(str(path), ramp)
    return path


def test_render_writes_a_16_bit_picture_of_native_size(film: Path, tmp_path: Path) -> None:
    out = tmp_path / "grey.png"
    assert run(["render", str(film), "-o", str(out)]) == 0
    grey = cv2.imread(str(out), cv2.IMREAD_UNCHANGED)
    assert grey.dtype == np.uint16
    assert grey.shape == (150, 200)


def test_render_with_a_window_of_ones_own_saturates_outside_it(film: Path, tmp_path: Path) -> None:
    out = tmp_path / "grey.png"
    assert run(["render", str(film), "-o", str(out), "--window", "32768", "1000"]) == 0
    grey = cv2.imread(str(out), cv2.IMREAD_UNCHANGED)
    assert grey[0, 0] == 0
    assert grey[0, -1] == 65535


def test_render_of_a_voi_the_file_does_not_have_is_wrong_usage(film: Path, tmp_path: Path, capsys) -> None:
    assert run(["render", str(film), "-o", str(tmp_path / "grey.png"), "--voi", "9"]) == 2
    assert "--voi 9" in capsys.readouterr().err


def test_render_never_writes_over_its_source(film: Path, capsys) -> None:
    before = film.read_bytes()
    assert run(["render", str(film), "-o", str(film)]) == 1
    assert film.read_bytes() == before
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


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
    assert "ValueError in test_cli.py" in told and "DOE" not in told
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


@pytest.mark.parametrize(
    "wrong",
    [
        ["colorize", "x.png", "-o", "out", "--strength", "2"],
        ["colorize", "x.png", "-o", "out", "--grey-below", "1.1"],
        ["colorize", "x.png", "-o", "out", "--grey-below", "much"],
        ["colorize", "x.png", "-o", "out", "--model", "nobody"],
        ["colorize", "x.png", "-o", "out", "--palette", "none"],
        ["colorize", "x.png"],
        ["render", "x.png", "-o", "y.png", "--voi", "0"],
        ["--no-such-option"],
    ],
)
def test_wrong_usage_ends_with_two(wrong: list[str]) -> None:
    finished = call(*wrong)
    assert finished.returncode == 2
    assert "Traceback" not in finished.stderr


def test_a_file_that_is_not_there_is_one_line_and_one(tmp_path: Path) -> None:
    finished = call("colorize", tmp_path / "absent.dcm", "-o", tmp_path / "out")
    assert finished.returncode == 1
    assert len(finished.stderr.strip().splitlines()) <= 2
    assert "absent.dcm" in finished.stderr


def test_models_tells_name_and_hash_without_importing_torch() -> None:
    code = "import sys; from xraycolor_gui.cli import run; run(['models']); assert 'torch' not in sys.modules"
    finished = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert finished.returncode == 0, finished.stderr
    assert "basic" in finished.stdout


def test_without_a_display_the_window_says_so_in_one_line() -> None:
    finished = call("--sample", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert finished.returncode == 1
    assert finished.stderr.count("\n") == 1
    assert "xraycolor colorize" in finished.stderr
