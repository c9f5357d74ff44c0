"""The certificate in a PNG's text and in a DICOM capture."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pydicom import dcmread

from tests.io.captures import film_dataset, write_film
from tests.io.test_dciodvfy import dciodvfy_errors
from xraycolor_gui.core.certificate import Certificate, certify, certify_at_screen_size
from xraycolor_gui.core.colorization import DISCLAIMER, TISSUES, Colorization, ModelId, Novelty
from xraycolor_gui.core.colouring import Colouring
from xraycolor_gui.core.modality import ColourSource
from xraycolor_gui.core.palette import Palette, Swatch
from xraycolor_gui.core.presentation import present
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.io.certificate_text import CREATOR, ELEMENT, GROUP, png_certificate
from xraycolor_gui.io.export import Format, export_colouring
from xraycolor_gui.io.read import read
from xraycolor_gui.io.resources import palette

SHARES = np.random.default_rng(2).dirichlet(np.ones(len(TISSUES)), (3, 4)).astype(np.float32)
MADE = Colorization(SHARES, TISSUES, ModelId("basic", "cd" * 32, "Basic"), novelty=Novelty(0.4, 1.0))
COLOURED = Colouring(ColourSource.NETWORK, MADE)
EVERY = {
    "coloured": COLOURED,
    "grey": Colouring(ColourSource.GREY, None, "This is a photograph – it stays grey."),
    "at-own-risk": Colouring(ColourSource.NETWORK, MADE, "This is a photograph.", at_own_risk=True),
    "hounsfield": Colouring(
        ColourSource.HOUNSFIELD, replace(MADE, model=ModelId("hounsfield", "")), "No network is used."
    ),
}
STRANGE = Palette("我的", "Größe \\ 我", "d", {"lung": Swatch("Lunge \\ 肺", 0, -20), "bone": Swatch("骨", 0, 20)})


@pytest.fixture
def film(tmp_path: Path) -> Radiograph:
    return read(write_film(tmp_path / "film.dcm", film_dataset()))


def in_png(path: Path) -> dict[str, str]:
    with Image.open(path) as opened:
        opened.load()
        return dict(opened.text)  # type: ignore[attr-defined]


@pytest.mark.parametrize("colouring", EVERY.values(), ids=EVERY)
def test_a_png_carries_the_certificate_of_what_it_shows(tmp_path: Path, film: Radiograph, colouring: Colouring) -> None:
    path = export_colouring(film, colouring, palette("safe"), strength=0.8, path=tmp_path / "out.png")
    with Image.open(path) as opened:
        rgb = np.asarray(opened)
    measured = certify(present(film).grey, rgb, colouring, palette("safe"), strength=0.8)
    assert in_png(path).items() >= png_certificate(measured).items()
    assert json.loads(in_png(path)["Certificate-JSON"])["findings"][0]["key"] == "lightness"


@pytest.mark.parametrize("colouring", EVERY.values(), ids=EVERY)
def test_a_capture_carries_it_in_its_comments_and_for_programs(
    tmp_path: Path, film: Radiograph, colouring: Colouring
) -> None:
    path = export_colouring(film, colouring, palette("safe"), format=Format.DICOM, path=tmp_path / "out.dcm")
    made = dcmread(path)
    assert made.ImageComments.startswith(DISCLAIMER)
    for claim in ("Lightness is the film's own: ", "Every reader can tell the colours apart: "):
        assert claim in made.ImageComments
    told = json.loads(made.private_block(GROUP, CREATOR)[ELEMENT].value)
    assert told["made_from"] == colouring.kind.value
    assert dciodvfy_errors(path) <= dciodvfy_errors(tmp_path / "film.dcm")


def test_words_that_dicom_cannot_hold_do_no_harm(tmp_path: Path, film: Radiograph) -> None:
    path = export_colouring(film, COLOURED, STRANGE, format=Format.DICOM, path=tmp_path / "out.dcm")
    made = dcmread(path)
    assert made.ImageComments.isascii() and "\\" not in made.ImageComments
    assert json.loads(made.private_block(GROUP, CREATOR)[ELEMENT].value)["palette"]["name"] == "我的"
    assert dciodvfy_errors(path) <= dciodvfy_errors(tmp_path / "film.dcm")
    png = export_colouring(film, COLOURED, STRANGE, path=tmp_path / "out.png")
    assert json.loads(in_png(png)["Certificate-JSON"])["palette"]["title"] == STRANGE.title


def test_it_tells_nothing_of_the_patient(tmp_path: Path, film: Radiograph) -> None:
    certificate: Certificate = certify_at_screen_size(present(film).grey, COLOURED, palette("safe"))
    words = "".join(png_certificate(certificate).values())
    for secret in ("Doe", "Jane", "4711", "1.2.3.4", "HOSPITAL", "film.dcm"):
        assert secret not in words
