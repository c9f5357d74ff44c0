from __future__ import annotations

import itertools
import json
from pathlib import Path

import colour
import numpy as np
import pytest
from colour.blindness import CVD_MATRICES_MACHADO2010
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from xraycolor_gui.core.color import ab_to_rgb
from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.errors import UnreadableFile
from xraycolor_gui.core.palette import Palette, Swatch, from_json

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "palettes"
SHIPPED = {path.stem: from_json(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))}
NAMED = ("lung", "heart", "bone", "soft-tissue", "fat")
PLAIN = Palette("plain", "Plain", "", {"bone": Swatch("Bone", 2, 20), "lung": Swatch("Lung", -4, -10)})

compositions = hnp.arrays(np.float32, (2, 3, len(TISSUES)), elements=st.floats(0, 1, width=32)).map(
    lambda raw: (raw + np.float32(0.01)) / (raw + np.float32(0.01)).sum(-1, keepdims=True)
)
palettes = st.sampled_from(list(SHIPPED.values()))


def pure(tissue: str) -> np.ndarray:
    composition = np.zeros((1, 1, len(TISSUES)), np.float32)
    composition[..., TISSUES.index(tissue)] = 1
    return composition


@given(composition=compositions, palette=palettes)
def test_shares_sum_to_one_and_chroma_is_their_mixture(composition: np.ndarray, palette: Palette) -> None:
    shares = palette.shares(composition, TISSUES)
    np.testing.assert_allclose(shares.sum(-1), 1, atol=1e-5)
    parts = [palette.chroma(composition, TISSUES, solo=tissue) for tissue in TISSUES]
    np.testing.assert_allclose(sum(parts), palette.chroma(composition, TISSUES), atol=1e-4)


@given(first=compositions, second=compositions, part=st.floats(0, 1))
def test_the_physical_palette_is_linear_in_the_composition(first: np.ndarray, second: np.ndarray, part: float) -> None:
    palette = SHIPPED["physical"]
    mixed = (part * first + (1 - part) * second).astype(np.float32)
    expected = part * palette.chroma(first, TISSUES) + (1 - part) * palette.chroma(second, TISSUES)
    np.testing.assert_allclose(palette.chroma(mixed, TISSUES), expected, atol=1e-4)


@pytest.mark.parametrize("power", [0.5, 1.0, 1.5, 2.0])
def test_a_share_grows_with_salience_times_fraction_to_the_power(power: float) -> None:
    palette = Palette("p", "P", "", {"bone": Swatch("Bone", 0, 10, 3), "fat": Swatch("Fat", 0, 20, 0.5)}, power)
    bone, fat = (3 * 0.4) ** power, (0.5 * 0.6) ** power
    shares = palette.shares(np.array([[[0.4, 0.6]]], np.float32), ("bone", "fat"))
    assert shares[0, 0] == pytest.approx([bone / (bone + fat), fat / (bone + fat)], rel=1e-5)


def test_solo_keeps_one_colour_at_its_true_share() -> None:
    composition = np.array([[[0.25, 0.75]]], np.float32)
    assert PLAIN.chroma(composition, ("bone", "lung"), solo="bone").ravel() == pytest.approx([0.5, 5])


def test_a_hidden_tissue_is_drawn_grey_and_the_others_keep_their_share() -> None:
    composition = np.array([[[0.25, 0.75], [1, 0]]], np.float32)
    chroma = PLAIN.chroma(composition, ("bone", "lung"), hidden={"bone"})
    assert chroma[0, 0] == pytest.approx([-3, -7.5])
    assert not chroma[0, 1].any()


def test_solo_wins_over_hidden() -> None:
    chroma = PLAIN.chroma(np.array([[[1]]], np.float32), ("bone",), solo="bone", hidden={"bone"})
    assert chroma.ravel() == pytest.approx([2, 20])


@pytest.mark.parametrize("palette", SHIPPED.values(), ids=SHIPPED)
def test_background_and_unknown_tissues_are_exactly_neutral(palette: Palette) -> None:
    assert not palette.chroma(pure("background"), TISSUES).any()
    assert not palette.chroma(np.ones((1, 1, 1), np.float32), ("cartilage",)).any()
    assert not palette.chroma(np.zeros((1, 1, len(TISSUES)), np.float32), TISSUES).any()


def test_four_palettes_are_shipped_under_their_own_names() -> None:
    assert set(SHIPPED) == {"anatomical", "safe", "high-separation", "physical"}
    assert all(palette.name == name for name, palette in SHIPPED.items())
    assert all(set(palette.tissues) == set(TISSUES) - {"background"} for palette in SHIPPED.values())


def test_the_physical_palette_has_the_colours_of_the_anatomical_one_unweighted() -> None:
    for name, swatch in SHIPPED["physical"].tissues.items():
        anatomical = SHIPPED["anatomical"].tissues[name]
        assert (swatch.a, swatch.b, swatch.salience) == (anatomical.a, anatomical.b, 1)
    assert SHIPPED["physical"].power == 1


@pytest.mark.parametrize("palette", SHIPPED.values(), ids=SHIPPED)
def test_the_accents_hue_is_left_free_by_every_mixture_of_two_tissues(palette: Palette) -> None:
    for one, other in itertools.combinations_with_replacement(palette.tissues.values(), 2):
        part = np.linspace(0, 1, 51)
        a, b = part * one.a + (1 - part) * other.a, part * one.b + (1 - part) * other.b
        hue, chroma = np.degrees(np.arctan2(b, a)) % 360, np.hypot(a, b)
        assert (chroma <= 32).all()
        assert (chroma[(hue >= 285) & (hue <= 330)] < 12).all(), (one.label, other.label)


def worst_distance(palette: Palette, deficiency: str | None) -> float:
    """Least CIEDE2000 between two named tissues at L* 55, as seen with a deficiency of severity 1 (Machado 2009)."""
    rgb = np.array([ab_to_rgb(55.0, palette.tissues[name].a, palette.tissues[name].b) for name in NAMED]) / 255
    linear = colour.cctf_decoding(rgb, "sRGB")
    if deficiency:
        linear = np.clip(linear @ np.asarray(CVD_MATRICES_MACHADO2010[deficiency][1.0]).T, 0, 1)
    lab = colour.XYZ_to_Lab(colour.RGB_to_XYZ(linear, "sRGB"))
    return min(float(colour.delta_E(a, b, method="CIE 2000")) for a, b in itertools.combinations(lab, 2))


@pytest.mark.parametrize("deficiency", [None, "Protanomaly", "Deuteranomaly", "Tritanomaly"])
def test_the_safe_palette_stays_apart_for_every_colour_vision(deficiency: str | None) -> None:
    assert worst_distance(SHIPPED["safe"], deficiency) >= 5


def test_the_anatomical_palette_tells_all_tissues_apart_in_normal_vision() -> None:
    assert worst_distance(SHIPPED["anatomical"], None) >= 8


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"tissues": {}}, "no tissues"),
        ({"name": ""}, "no name"),
        ({"title": 3}, "no title"),
        ({"power": 0}, "not above 0"),
        ({"power": "1"}, "no number for power"),
        ({"power": float("nan")}, "no number for power"),
        ({"tissues": {"bone": []}}, "no object for bone"),
        ({"tissues": {"bone": {"label": "Bone", "a": 1}}}, "no number for b of bone"),
        ({"tissues": {"bone": {"label": "Bone", "a": 30, "b": 30}}}, "above 32 for bone"),
        ({"tissues": {"bone": {"label": "Bone", "a": 0, "b": 0, "salience": -1}}}, "negative salience"),
        ({"tissues": {"background": {"label": "Air", "a": 1, "b": 0}}}, "background a colour"),
    ],
)
def test_a_faulty_palette_is_refused_with_the_place_of_the_fault(change: dict[str, object], words: str) -> None:
    sound = {"name": "x", "title": "X", "description": "d", "tissues": {"bone": {"label": "Bone", "a": 1, "b": 2}}}
    assert from_json(json.dumps(sound)).tissues["bone"] == Swatch("Bone", 1, 2, 1)
    with pytest.raises(UnreadableFile, match=words):
        from_json(json.dumps(sound | change))


def test_text_that_is_no_json_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="not valid JSON"):
        from_json("{")
