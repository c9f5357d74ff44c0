"""The one way to colour: which pictures ask for the network, and which never wait for it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.models.made_models import radiograph, tiny_card, tiny_network
from xraycolor_gui.core.errors import ModelError
from xraycolor_gui.core.hounsfield import colorize_slice
from xraycolor_gui.core.modality import ColourSource
from xraycolor_gui.core.radiograph import Labels, Radiograph, Rescale
from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.models.colouring import colour


def no_model() -> Colorizer:
    raise ModelError("No model was to be asked.")


def tiny() -> Colorizer:
    network = tiny_network()
    return Colorizer(tiny_card(network), network)


def ct_slice() -> Radiograph:
    made = radiograph((40, 40))
    stored = np.random.default_rng(1).integers(-1000, 1500, (40, 40)).astype(np.int16)
    return replace(made, stored=stored, bits=16, modality=Rescale(1, 0, "HU", True), labels=Labels(modality="CT"))


def mr() -> Radiograph:
    return replace(radiograph((40, 40)), labels=Labels(modality="MR"))


@pytest.mark.parametrize("risk", [False, True])
def test_a_ct_slice_is_coloured_by_its_numbers_and_asks_no_model(risk: bool) -> None:
    told: list[float] = []
    made = colour(ct_slice(), no_model, at_own_risk=risk, report=told.append)
    assert made.kind is ColourSource.HOUNSFIELD and not made.at_own_risk and "no network" in made.reason
    assert made.shown is not None
    np.testing.assert_array_equal(made.shown.composition, colorize_slice(ct_slice()).composition)
    assert told == [0.0, 1.0]


def test_what_is_no_radiograph_asks_no_model_unless_the_reader_takes_the_risk() -> None:
    left = colour(mr(), no_model)
    assert (left.kind, left.colorization) == (ColourSource.GREY, None) and "MR image" in left.reason
    risked = colour(mr(), tiny, at_own_risk=True)
    assert risked.kind is ColourSource.NETWORK and risked.at_own_risk and risked.reason == left.reason
    assert risked.shown is not None


def test_a_radiograph_is_coloured_by_the_model() -> None:
    told: list[float] = []
    made = colour(radiograph((40, 40)), tiny, report=told.append)
    assert made.kind is ColourSource.NETWORK and made.colorization is not None
    assert told[0] == 0.0 and told[-1] == 1.0


def test_a_model_that_cannot_be_loaded_is_told() -> None:
    with pytest.raises(ModelError, match="asked"):
        colour(radiograph((40, 40)), no_model)


def test_slices_and_grey_pictures_do_not_wait_for_torch(shared: Path) -> None:
    files = [shared / "dicom" / "edge" / name for name in ("pydicom__CT_small.dcm", "pydicom__MR_small.dcm")]
    code = (
        "import sys; from pathlib import Path; from xraycolor_gui.io.read import read;"
        "from xraycolor_gui.models.colouring import colour;"
        f"[colour(read(path), None) for path in {[str(file) for file in files]}]; assert 'torch' not in sys.modules"
    )
    finished = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert finished.returncode == 0, finished.stderr
