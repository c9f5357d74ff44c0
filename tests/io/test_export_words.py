"""What every export says of its colours: by what, against which advice, or why there are none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pydicom import Dataset, dcmread

from tests.io.captures import APPEARANCE, SHAPE, film_dataset, some_colours, write_film
from tests.io.test_dciodvfy import dciodvfy_errors
from xraycolor_gui.core import color
from xraycolor_gui.core.colorization import DISCLAIMER, TISSUES, Appearance, Colorization, ModelId, Novelty
from xraycolor_gui.core.colouring import Colouring, by_network
from xraycolor_gui.core.confidence import fade
from xraycolor_gui.core.hounsfield import MODEL
from xraycolor_gui.core.modality import ColourSource, Way
from xraycolor_gui.core.presentation import present
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.core.upsample import enlarge
from xraycolor_gui.io.dicom_objects.secondary_capture import write_secondary_capture
from xraycolor_gui.io.export import Format, export_colouring
from xraycolor_gui.io.export_words import comments, derivation, png_text, series_description
from xraycolor_gui.io.read import read
from xraycolor_gui.io.resources import palette

ANATOMICAL = palette("anatomical")
REASON = "This is the reader’s “own” page. It stays grey."
GREY = Appearance(None, "anatomical", 1.0, "W 2048 L 1024", how=ColourSource.GREY, reason=REASON)
HOUNSFIELD = Appearance(MODEL, "safe", 0.5, "W 400 L 40", how=ColourSource.HOUNSFIELD, reason="No network is used.")
RISKED = replace(APPEARANCE, reason=REASON, at_own_risk=True, grey_below=0.3)
EVERY = {"network": APPEARANCE, "risk": RISKED, "hounsfield": HOUNSFIELD, "grey": GREY}


@pytest.fixture
def film(tmp_path: Path) -> Radiograph:
    dataset = film_dataset()
    dataset.PixelData = np.linspace(0, 4095, SHAPE[0] * SHAPE[1]).astype("<u2").tobytes()
    return read(write_film(tmp_path / "film.dcm", dataset))


def colorization(novelty: Novelty | None = None) -> Colorization:
    """Of a model that doubts its left half."""
    shares = np.random.default_rng(3).dirichlet(np.ones(len(TISSUES)), (4, 6)).astype(np.float32)
    confidence = np.repeat(np.linspace(0, 1, 6, dtype=np.float32)[None], 4, axis=0)
    return Colorization(shares, TISSUES, ModelId("basic", "cd" * 32), confidence, novelty)


def png(path: Path) -> tuple[np.ndarray, dict[str, str]]:
    with Image.open(path) as opened:
        opened.load()
        return np.asarray(opened), dict(opened.text)  # type: ignore[attr-defined]


# Pictures


def test_a_film_that_stays_grey_is_exported_grey_with_its_reason(tmp_path: Path, film: Radiograph) -> None:
    strange = by_network(colorization(Novelty(2, 1, "Unlike all films")), Way(ColourSource.NETWORK, ""))
    for colouring in (strange, Colouring(ColourSource.GREY, None, REASON)):
        path = export_colouring(film, colouring, ANATOMICAL, folder=tmp_path / "out")
        picture, text = png(path)
        assert path.name == "film_grey.png"
        np.testing.assert_array_equal(picture, color.grey_rgb(present(film).grey))
        assert text["How"] == f"grey: {colouring.reason}"
        assert not {"Palette", "Strength", "Grey-Below", "At-Own-Risk"} & text.keys()
        assert text.get("Model") == ("basic" if colouring is strange else None)


def test_a_refused_film_coloured_all_the_same_says_so_against_what(tmp_path: Path, film: Radiograph) -> None:
    refused = colorization(Novelty(2, 1, "Unlike all films"))
    risked = by_network(refused, Way(ColourSource.NETWORK, ""), at_own_risk=True)
    picture, text = png(export_colouring(film, risked, ANATOMICAL, folder=tmp_path / "out"))
    assert not np.array_equal(picture, color.grey_rgb(present(film).grey))
    assert "own risk" in text["At-Own-Risk"] and "Unlike all films" in text["At-Own-Risk"]
    made = dcmread(export_colouring(film, risked, ANATOMICAL, format=Format.DICOM, folder=tmp_path / "out"))
    for words in (made.DerivationDescription, made.ImageComments):
        assert "own risk" in words and "Unlike all films" in words
    assert made.SeriesDescription == "AI COLORIZED AT OWN RISK - RESEARCH"


@pytest.mark.parametrize("grey_below", [0.0, 0.3, 1.0])
def test_colour_fades_in_the_export_as_on_screen(tmp_path: Path, film: Radiograph, grey_below: float) -> None:
    result = colorization()
    path = tmp_path / "out.png"
    export_colouring(film, Colouring(ColourSource.NETWORK, result), ANATOMICAL, grey_below=grey_below, path=path)
    chroma = fade(ANATOMICAL.chroma(result.composition, TISSUES), result.confidence, grey_below)
    picture, text = png(path)
    whole = enlarge(chroma, film.shape, region=(0, 0, *film.shape))
    np.testing.assert_array_equal(picture, color.render(present(film).grey, whole, 1.0))
    assert text["Grey-Below"] == f"{grey_below:.2f}"


def test_a_model_without_confidence_has_no_limit_to_tell(tmp_path: Path, film: Radiograph) -> None:
    sure = replace(colorization(), confidence=None)
    _, text = png(export_colouring(film, Colouring(ColourSource.NETWORK, sure), ANATOMICAL, path=tmp_path / "out.png"))
    assert "Grey-Below" not in text and text["How"] == "network"


# Words


def test_corrections_of_a_reader_are_told_and_nothing_where_there_are_none(tmp_path: Path, film: Radiograph) -> None:
    corrected = replace(by_network(colorization(), Way(ColourSource.NETWORK, "")), corrections=3)
    wanted = "Colours changed by 3 corrections of a reader"
    path = export_colouring(film, corrected, ANATOMICAL, format=Format.PNG, path=tmp_path / "a.png")
    assert png(path)[1]["Corrections"] == wanted
    path = export_colouring(film, corrected, ANATOMICAL, format=Format.DICOM, path=tmp_path / "a.dcm")
    assert wanted in dcmread(path).DerivationDescription
    assert "Corrections" not in png_text(APPEARANCE) and "correction" not in derivation(APPEARANCE)
    assert png_text(replace(APPEARANCE, corrections=1))["Corrections"].count("1 correction of") == 1


def test_hounsfield_units_are_no_network_and_have_no_weights() -> None:
    text = png_text(HOUNSFIELD)
    assert text["How"] == "Hounsfield units: No network is used." and "Model-SHA256" not in text
    for words in (derivation(HOUNSFIELD), comments(HOUNSFIELD)):
        assert "Hounsfield" in words and "network" in words and "SHA-256" not in words
    assert "AI" not in series_description(HOUNSFIELD)


@pytest.mark.parametrize("appearance", EVERY.values(), ids=EVERY)
def test_words_for_dicom_are_plain_and_never_lose_what_matters(appearance: Appearance) -> None:
    long = replace(appearance, hidden=("tissue",) * 300)
    for words in (derivation(long), comments(long)):
        assert words.isascii() and "\\" not in words and "?" not in words
    assert DISCLAIMER in derivation(appearance) and DISCLAIMER in comments(appearance)
    assert len(series_description(appearance)) <= 64
    if appearance.how is ColourSource.GREY or appearance.at_own_risk:
        assert 'This is the reader\'s "own" page.' in derivation(long)[:900]


@pytest.fixture(params=EVERY.values(), ids=EVERY)
def capture(request: pytest.FixtureRequest, tmp_path: Path, film: Radiograph) -> tuple[Appearance, Path, Dataset]:
    path = tmp_path / "out.dcm"
    write_secondary_capture(path, film, some_colours(film.shape), request.param)
    return request.param, path, dcmread(path)


def test_a_capture_calls_itself_what_it_is(capture: tuple[Appearance, Path, Dataset]) -> None:
    appearance, _, made = capture
    network = appearance.how is ColourSource.NETWORK
    assert (made.ImageType[2] == "AI_COLORIZED") is network
    assert made.SyntheticData == ("YES" if network else "NO")
    assert ("AI COLORIZED" in made.SeriesDescription) is network
    assert ("autoencoder" in made.DerivationCodeSequence[0].CodeMeaning) is network
    assert ("not colorized" in made.DerivationDescription) is (appearance.how is ColourSource.GREY)
    assert made.ContentQualification == "RESEARCH"


def test_no_way_of_colouring_makes_a_capture_faulty(capture: tuple[Appearance, Path, Dataset], tmp_path: Path) -> None:
    assert dciodvfy_errors(capture[1]) <= dciodvfy_errors(tmp_path / "film.dcm")
