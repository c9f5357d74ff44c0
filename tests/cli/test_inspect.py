from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.io.made_dicom import file_of, film
from xraycolor_gui.cli.main import run


@pytest.fixture
def chest(tmp_path: Path) -> Path:
    path = tmp_path / "chest.dcm"
    made = film(WindowCenter=["1000", "50"], WindowWidth=["0", "100"], RescaleSlope="2", RescaleIntercept="-5")
    path.write_bytes(file_of(made))
    return path


def test_inspect_prints_every_step_its_attributes_and_its_fall_backs(
    chest: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["inspect", str(chest)]) == 0
    told = capsys.readouterr().out
    assert "Modality values: Stored value × 2 + -5." in told
    assert "    (0028,1051) Window Width: 0\\100" in told
    assert "    ! Window 1 in this file is 0 wide. Shown with W 100 L 50 instead." in told


def test_inspect_prints_nothing_that_names_the_patient_or_the_instance(
    chest: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for layout in ("text", "json"):
        run(["inspect", str(chest), "--format", layout])
        told = capsys.readouterr().out
        assert "MADE-1" not in told and "Made" not in told and "1.2.826" not in told


def test_inspect_prints_json_for_programs(chest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["inspect", str(chest), "--format", "json"])
    steps = {step["step"]: step for step in json.loads(capsys.readouterr().out)}
    assert list(steps) == [
        "file", "pixels", "modality", "voi", "polarity", "shutter", "overlays", "geometry", "screen",
    ]  # fmt: skip
    rescale = steps["modality"]["said"][0]
    assert rescale["values"] == {"slope": "2", "intercept": "-5"}
    assert rescale["sentence"] == rescale["words"].format(**rescale["values"])
    assert {"name": "Rescale Slope", "tag": "(0028,1053)", "value": "2", "place": ""} in steps["modality"]["attributes"]
    assert len(steps["voi"]["fall_backs"]) == 1


def test_inspect_tells_one_frame_of_several(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cine = shared / "dicom" / "radiographs" / "fo-dicom__HasFragmentSequence.dcm"
    assert run(["inspect", str(cine), "--frame", "90"]) == 0
    assert "Frame 90 of 96 is shown." in capsys.readouterr().out
    assert run(["inspect", str(cine), "--frame", "97"]) == 1
    assert "there is no frame 97" in capsys.readouterr().err


def test_inspect_applies_a_presentation_state_of_the_film_and_refuses_another(
    shared: Path, chest: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edge = shared / "dicom" / "edge"
    state = str(edge / "ClearCanvas__real03.pr.dcm")
    assert run(["inspect", str(edge / "ClearCanvas__real03.dcm"), "--state", state]) == 0
    assert "The presentation state “FOR_PRESENTATION” is applied." in capsys.readouterr().out
    assert run(["inspect", str(chest), "--state", state]) == 1
    assert "made for other films" in capsys.readouterr().err
