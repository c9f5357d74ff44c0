"""Audits of palettes, against colour-science, and what they say of the shipped ones."""

from __future__ import annotations

import itertools
import json

import colour
import numpy as np
import pytest
from colour.blindness import CVD_MATRICES_MACHADO2010
from hypothesis import given
from hypothesis import strategies as st

from tests.core.test_palette import SHIPPED
from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.colour_vision import Vision
from xraycolor_gui.core.finding import Finding, Outcome
from xraycolor_gui.core.palette import Palette, Swatch
from xraycolor_gui.core.palette_audit import GAMUT_LIGHTNESS, PaletteAudit, audit

DEFICIENCIES = {
    Vision.NORMAL: None,
    Vision.PROTAN: "Protanomaly",
    Vision.DEUTAN: "Deuteranomaly",
    Vision.TRITAN: "Tritanomaly",
}
swatches = st.builds(
    lambda hue, chroma: Swatch("T", chroma * float(np.cos(hue)), chroma * float(np.sin(hue))),
    st.floats(0, 2 * np.pi),
    st.floats(0, 31.9),
)
palettes = st.dictionaries(st.sampled_from(TISSUES[1:]), swatches, min_size=1).map(
    lambda tissues: Palette("any", "Any", "d", tissues)
)


def finding(made: PaletteAudit, key: str) -> Finding:
    return next(one for one in made.findings if one.key == key)


@pytest.mark.parametrize("palette", SHIPPED.values(), ids=SHIPPED)
@pytest.mark.parametrize("vision", Vision)
def test_distances_are_those_of_colour_science(palette: Palette, vision: Vision) -> None:
    made = audit(palette, lightness=55.0)
    lab = np.array([(55.0, palette.tissues[name].a, palette.tissues[name].b) for name in made.tissues])
    linear = colour.XYZ_to_RGB(colour.Lab_to_XYZ(lab), "sRGB", apply_cctf_encoding=False)
    if (deficiency := DEFICIENCIES[vision]) is not None:
        linear = np.clip(linear @ np.asarray(CVD_MATRICES_MACHADO2010[deficiency][1.0]).T, 0, 1)
    seen = colour.XYZ_to_Lab(colour.RGB_to_XYZ(linear, "sRGB"))
    expected = colour.delta_E(seen[:, np.newaxis], seen[np.newaxis], method="CIE 2000")
    np.testing.assert_allclose(made.distances[vision], expected, atol=0.05)


@pytest.mark.parametrize("name", ["safe", "high-separation"])
def test_the_safe_palettes_stay_apart_for_every_colour_vision(name: str) -> None:
    made = audit(SHIPPED[name])
    assert [(one.key, one.outcome) for one in made.of_vision] == [
        ("apart-3", Outcome.HOLDS),
        ("apart-4", Outcome.HOLDS),
        ("apart-5", Outcome.HOLDS),
    ]
    assert made.safe_for_everyone


def test_high_separation_is_the_widest_in_normal_vision() -> None:
    apart = {name: finding(audit(palette), "normal").value or 0 for name, palette in SHIPPED.items()}
    assert max(apart, key=lambda name: apart[name]) == "high-separation"
    assert apart["high-separation"] >= 13


def test_the_safe_palette_holds_its_main_tissues_apart_also_in_dark_and_light_places() -> None:
    for lightness in (25.0, 40.0, 70.0, 85.0):
        assert (finding(audit(SHIPPED["safe"], lightness=lightness), "apart-3").value or 0) >= 8


@pytest.mark.parametrize("name", ["anatomical", "physical"])
def test_the_palettes_of_an_atlas_are_said_not_to_be_for_everyone(name: str) -> None:
    made = audit(SHIPPED[name])
    assert not made.safe_for_everyone
    failed = finding(made, "apart-3")
    assert failed.outcome is Outcome.FAILS
    assert failed.sentence == "Too close: heart and bone, for green-blind readers."
    assert finding(made, "normal").outcome is Outcome.HOLDS


@pytest.mark.parametrize("palette", SHIPPED.values(), ids=SHIPPED)
def test_every_shipped_palette_has_all_tissues_shows_them_and_leaves_the_accent_free(palette: Palette) -> None:
    made = audit(palette)
    assert [finding(made, key).outcome for key in ("gamut", "accent", "complete")] == [Outcome.HOLDS] * 3


@given(palettes)
def test_the_closest_pair_is_the_least_distance(palette: Palette) -> None:
    made = audit(palette)
    for vision, pair in made.closest.items():
        pairs = itertools.combinations(range(len(made.tissues)), 2)
        assert pair.distance == min(made.distances[vision][one, other] for one, other in pairs)
    assert bool(made.closest) is (len(palette.tissues) > 1)
    json.dumps(made.as_dict(), allow_nan=False)
    assert len(made.lines()) == 1 + len(made.closest) + len(made.findings)


@given(palettes)
def test_no_more_chroma_is_reached_than_wanted_and_sRGB_has(palette: Palette) -> None:
    made = audit(palette)
    for name, row in made.reached.items():
        wanted = float(np.hypot(palette.tissues[name].a, palette.tissues[name].b))
        assert len(row) == len(GAMUT_LIGHTNESS)
        assert max(row) <= wanted + 1e-9
        for lightness, value in zip(GAMUT_LIGHTNESS, row, strict=True):
            hue = np.arctan2(palette.tissues[name].b, palette.tissues[name].a)
            lab = np.array([lightness, value * np.cos(hue), value * np.sin(hue)])
            linear = colour.XYZ_to_RGB(colour.Lab_to_XYZ(lab), "sRGB", apply_cctf_encoding=False)
            assert linear.min() > -0.002 and linear.max() < 1.002


@given(palettes, st.floats(0, 1))
def test_less_strength_never_brings_colours_nearer_the_accent(palette: Palette, strength: float) -> None:
    weak, full = (finding(audit(palette, strength=s), "accent").value or 0 for s in (strength, 1.0))
    assert weak <= full + 1e-9


def test_tissues_drawn_grey_take_no_part() -> None:
    made = audit(SHIPPED["anatomical"], hidden={"bone"})
    assert "bone" not in made.tissues
    assert finding(made, "apart-3").outcome is Outcome.NOT_APPLICABLE
    assert "bone" in finding(made, "apart-3").sentence


def test_without_any_colour_nothing_is_claimed() -> None:
    for made in (audit(SHIPPED["safe"], strength=0), audit(SHIPPED["safe"], hidden=set(TISSUES))):
        assert finding(made, "gamut").outcome is Outcome.NOT_APPLICABLE
        assert not made.as_dict()["tissues"] or finding(made, "apart-3").value == pytest.approx(0, abs=1e-6)


def test_what_a_palette_lacks_and_what_no_tissue_answers_to_is_said() -> None:
    tissues = {name: swatch for name, swatch in SHIPPED["safe"].tissues.items() if name != "metal"}
    made = audit(Palette("own", "Own", "d", {**tissues, "lungs": Swatch("Lungs", 0, 5)}))
    assert made.missing == ("metal",)
    assert made.unknown == ("lungs",)
    complete = finding(made, "complete")
    assert complete.outcome is Outcome.FAILS
    assert complete.sentence == "Drawn grey: metal. No tissue of this program: lungs."
