"""Certificates: true claims hold, false ones do not, and every part says so in words and numbers."""

from __future__ import annotations

import json
from dataclasses import replace

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from skimage.color import rgb2lab

from tests.core.test_palette import SHIPPED
from xraycolor_gui.core import color, encoding
from xraycolor_gui.core.certificate import Certificate, certify, certify_at_screen_size
from xraycolor_gui.core.chroma_edges import chroma_edges
from xraycolor_gui.core.colorization import DISCLAIMER, TISSUES, Colorization, ModelId, Novelty
from xraycolor_gui.core.colouring import Colouring
from xraycolor_gui.core.finding import Outcome
from xraycolor_gui.core.lightness_audit import audit_lightness
from xraycolor_gui.core.modality import ColourSource
from xraycolor_gui.core.upsample import enlarge

SAFE, ANATOMICAL = SHIPPED["safe"], SHIPPED["anatomical"]
MODEL = ModelId("basic", "ab" * 32, "Basic autoencoder")
SIDE = 96


def disc(radius: float = 30) -> NDArray[np.bool_]:
    rows, columns = np.mgrid[:SIDE, :SIDE] - SIDE / 2
    return np.asarray(np.hypot(rows, columns) < radius)


def film(seed: int = 1) -> NDArray[np.float32]:
    """A bright disc on a darker ground, and a little grain."""
    grain = np.random.default_rng(seed).normal(0, 0.002, (SIDE, SIDE))
    return np.clip(np.where(disc(), 0.7, 0.35) + grain, 0, 1).astype(np.float32)


def composition(inside: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Heart where `inside`, lung elsewhere, a little of everything everywhere."""
    shares = np.full((SIDE, SIDE, len(TISSUES)), 0.01, np.float32)
    shares[inside, TISSUES.index("heart")] = 1
    shares[~inside, TISSUES.index("lung")] = 1
    return np.asarray(shares / shares.sum(axis=-1, keepdims=True), np.float32)


def colouring(**changes: object) -> Colouring:
    made = Colorization(composition(disc()), TISSUES, MODEL, novelty=Novelty(0.3, 1.0))
    return Colouring(ColourSource.NETWORK, replace(made, **changes))  # type: ignore[arg-type]


def outcomes(certificate: Certificate) -> dict[str, Outcome]:
    return {finding.key: finding.outcome for finding in certificate.findings}


def test_a_sound_colorization_in_safe_colours_holds_in_every_part() -> None:
    certificate = certify_at_screen_size(film(), colouring(), SAFE)
    assert outcomes(certificate) == dict.fromkeys(("lightness", "edges", "vision", "novelty", "model"), Outcome.HOLDS)
    assert not certificate.failed
    assert certificate.lightness is not None and certificate.edges is not None
    assert certificate.lightness.greatest <= 0.15


def test_every_part_has_a_claim_a_sentence_and_its_number() -> None:
    certificate = certify_at_screen_size(film(), colouring(), SAFE)
    for finding in certificate.findings:
        assert finding.claim and not finding.claim.endswith(".")
        assert finding.sentence.endswith(".")
    numbers = {finding.key: finding.number for finding in certificate.findings}
    assert numbers["novelty"] == "0.3"
    assert numbers["lightness"].endswith("of 100") and numbers["vision"].endswith("ΔE2000")
    lines = certificate.lines()
    assert len(lines) == 6 and lines[-1] == f"{DISCLAIMER}."
    assert MODEL.sha256 in lines[4]


def test_the_json_says_all_that_is_needed_to_draw_the_picture_again() -> None:
    certificate = certify_at_screen_size(film(), colouring(), SAFE, strength=0.75)
    told = json.loads(certificate.to_json())
    assert told["model"] == {"name": "basic", "sha256": MODEL.sha256}
    assert told["palette"]["tissues"]["lung"]["a"] == SAFE.tissues["lung"].a
    assert told["strength"] == 0.75
    assert told["made_from"] == "network"
    assert [finding["key"] for finding in told["findings"]] == ["lightness", "edges", "vision", "novelty", "model"]
    assert certificate.to_json().isascii()


@given(seed=st.integers(0, 1000), name=st.sampled_from(sorted(SHIPPED)), strength=st.floats(0.1, 1.5))
def test_the_lightness_audit_is_that_of_scikit_image(seed: int, name: str, strength: float) -> None:
    noise = np.random.default_rng(seed)
    grey = noise.random((40, 30)).astype(np.float32)
    chroma = noise.normal(0, 12, (40, 30, 2)).astype(np.float32)
    rgb = color.render(grey, chroma, strength)
    made = audit_lightness(grey, rgb)
    away = np.abs(rgb2lab(rgb / 255.0)[..., 0] - encoding.lightness(grey.astype(np.float64)))
    coloured = (rgb != np.rint(grey * 255).astype(np.uint8)[..., np.newaxis]).any(axis=-1)
    assert made.coloured == coloured.sum() == sum(made.histogram)
    assert made.mean == pytest.approx(away[coloured].mean(), abs=1e-3)
    assert made.greatest == pytest.approx(away[coloured].max(), abs=3e-3)  # their luminance has other last digits


def test_a_picture_that_got_lighter_is_found_out() -> None:
    grey = film()
    certificate = certify(grey, color.render(np.clip(grey + 0.01, 0, 1), _chroma(grey)), colouring(), SAFE)
    assert outcomes(certificate)["lightness"] is Outcome.FAILS
    assert "Colour changed the lightness" in certificate.finding("lightness").sentence
    assert [finding.key for finding in certificate.failed] == ["lightness"]


def test_one_pixel_that_is_off_is_enough() -> None:
    grey = film()
    rgb = color.render(grey, _chroma(grey))
    rgb[5, 7] = (200, 10, 10)
    assert outcomes(certify(grey, rgb, colouring(), SAFE))["lightness"] is Outcome.FAILS


def test_pixels_that_stay_as_grey_as_they_were_are_the_films_own() -> None:
    grey = film()
    rgb = color.render(grey, _chroma(grey))
    rgb[:40] = color.grey_rgb(grey[:40])
    made = audit_lightness(grey, rgb)
    assert made.holds
    assert made.coloured <= grey[40:].size


def test_a_border_of_colour_where_neither_film_nor_tissue_has_one_is_found_out() -> None:
    shares = composition(disc())
    own = disc(12)
    shares[own] = 0.52 * shares[own] + 0.48 * composition(np.zeros_like(own))[own]
    made = colouring(composition=shares.astype(np.float32))
    certificate = certify_at_screen_size(film(), made, SHIPPED["physical"])
    edges = certificate.finding("edges")
    assert edges.outcome is Outcome.FAILS and (edges.value or 0) > 5
    assert certificate.edges is not None
    rows, columns = np.nonzero(certificate.edges.unfounded)
    assert np.abs(np.hypot(rows - SIDE / 2, columns - SIDE / 2) - 12).max() < 5


def test_colours_beside_their_place_are_found_out() -> None:
    shifted = np.roll(disc(), 12, axis=1)
    chroma = SAFE.chroma(composition(shifted), TISSUES)
    leading = SAFE.leading(composition(disc()), TISSUES)
    assert chroma_edges(film(), SAFE.chroma(composition(disc()), TISSUES), leading).share <= 0.01
    assert chroma_edges(film(), chroma, leading).share > 0.3


@given(st.floats(0, 0.9), st.integers(0, 100))
def test_colour_without_any_edge_has_none_without_reason(level: float, seed: int) -> None:
    smooth = cv2.resize(
        np.random.default_rng(seed).uniform(-9, 9, (2, 2, 2)).astype(np.float32), (SIDE, SIDE), interpolation=1
    )
    made = chroma_edges(np.full((SIDE, SIDE), level, np.float32), smooth)
    assert made.energy == made.without_reason == made.share == 0


def test_an_atlas_palette_is_said_not_to_be_for_everyone_with_the_two_tissues() -> None:
    finding = certify_at_screen_size(film(), colouring(), ANATOMICAL).finding("vision")
    assert finding.outcome is Outcome.FAILS
    assert finding.sentence.startswith("Too close: heart and soft tissue, for green-blind readers.")
    assert "palette Safe" in finding.sentence


def test_weak_colours_are_judged_as_drawn() -> None:
    assert outcomes(certify_at_screen_size(film(), colouring(), SAFE, strength=0.3))["vision"] is Outcome.FAILS
    alone = certify_at_screen_size(film(), colouring(), ANATOMICAL, solo="lung")
    assert outcomes(alone)["vision"] is Outcome.NOT_APPLICABLE


def test_without_colour_nothing_is_claimed_of_it() -> None:
    certificate = certify_at_screen_size(film(), colouring(), SAFE, strength=0)
    made = outcomes(certificate)
    assert [made[key] for key in ("lightness", "edges", "vision")] == [Outcome.NOT_APPLICABLE] * 3
    assert made["novelty"] is Outcome.HOLDS
    json.loads(certificate.to_json())


def test_a_refused_film_says_why_and_one_coloured_all_the_same_says_at_whose_risk() -> None:
    refused = Colouring(ColourSource.GREY, colouring().colorization, "This is no chest. It stays grey.")
    finding = certify_at_screen_size(film(), refused, SAFE).finding("novelty")
    assert (finding.outcome, finding.sentence) == (Outcome.FAILS, "This is no chest. It stays grey.")
    risked = refused.taking_the_risk()
    assert risked is not None
    certificate = certify_at_screen_size(film(), risked, SAFE)
    assert certificate.at_own_risk
    assert certificate.finding("novelty").sentence.endswith("Coloured at the reader’s own risk.")
    assert outcomes(certificate)["lightness"] is Outcome.HOLDS


def test_a_film_beyond_the_models_limit_is_told_with_its_score() -> None:
    made = colouring(novelty=Novelty(2.5, 1.25, "Nothing like the films of the training"))
    finding = certify_at_screen_size(film(), made, SAFE).finding("novelty")
    assert (finding.outcome, finding.value, finding.limit) == (Outcome.FAILS, 2.5, 1.25)


def test_scores_below_nought_are_compared_as_they_are() -> None:
    finding = certify_at_screen_size(film(), colouring(novelty=Novelty(-3.0, -1.0)), SAFE).finding("novelty")
    assert (finding.outcome, finding.value, finding.limit) == (Outcome.HOLDS, -3.0, -1.0)


@pytest.mark.parametrize("score", [float("inf"), float("nan")])
def test_a_score_that_is_no_number_fails_and_does_no_harm(score: float) -> None:
    certificate = certify_at_screen_size(film(), colouring(novelty=Novelty(score, 1.0)), SAFE)
    assert outcomes(certificate)["novelty"] is Outcome.FAILS
    assert json.loads(certificate.to_json())["novelty"]["score"] is None
    assert len(certificate.lines()) == 6


def test_a_slice_in_hounsfield_units_claims_nothing_of_a_network() -> None:
    made = Colorization(composition(disc()), TISSUES, ModelId("hounsfield", "", "Hounsfield units"))
    certificate = certify_at_screen_size(film(), Colouring(ColourSource.HOUNSFIELD, made, "No network."), SAFE)
    assert outcomes(certificate)["novelty"] is outcomes(certificate)["model"] is Outcome.NOT_APPLICABLE
    assert outcomes(certificate)["edges"] is Outcome.HOLDS


def test_models_that_do_not_say_and_weights_without_a_hash_are_told() -> None:
    certificate = certify_at_screen_size(film(), colouring(novelty=None, model=ModelId("own", "")), SAFE)
    assert outcomes(certificate)["novelty"] is Outcome.NOT_APPLICABLE
    assert outcomes(certificate)["model"] is Outcome.FAILS


def test_nothing_to_see_is_no_fault() -> None:
    certificate = certify_at_screen_size(
        np.zeros((1, 1), np.float32), Colouring(ColourSource.GREY, None, "No film."), SAFE
    )
    assert certificate.model is None
    assert len(certificate.lines()) == 6


def test_large_films_are_measured_in_strips_as_one() -> None:
    grey = cv2.resize(film(), (1500, 700))
    rgb = color.render(grey, enlarge(SAFE.chroma(composition(disc()), TISSUES), grey.shape))
    whole, parts = audit_lightness(grey, rgb), [audit_lightness(grey[i::7], rgb[i::7]) for i in range(7)]
    assert whole.coloured == sum(part.coloured for part in parts)
    assert whole.greatest == max(part.greatest for part in parts)


def _chroma(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    return enlarge(SAFE.chroma(composition(disc()), TISSUES), (grey.shape[0], grey.shape[1]))
