from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.training.anatomy import CHANNELS
from xraycolor_gui.training.film import ComputedFilm, composition_of, compute_film, cut
from xraycolor_gui.training.look import Framing, Look, Tissues
from xraycolor_gui.training.spectrum import spectrum, transmission

#: What a millimetre of steel adds to the metal channel.
STEEL_PER_MM = 1.1

CLEAN = Look(
    scatter=0.0, quanta=1e9, equalise=0.0, sharpen=0.0, fine=0.0, blur_pixels=0.0, low=0.0, high=100.0, air=1.0
)


def stack(size: int = 64) -> np.ndarray:
    """A body of 12 cm of tissue between air at both sides, a lung at the left of the film and bone down the middle."""
    data = np.zeros((len(CHANNELS), size, size), np.float32)
    data[CHANNELS.index("soft-tissue"), :, 8:-8] = 12.0
    data[CHANNELS.index("fat"), :, 8:-8] = 2.0
    data[CHANNELS.index("lung"), 16:48, 12:24] = 3.0
    data[CHANNELS.index("soft-tissue"), 16:48, 12:24] = 4.0
    data[CHANNELS.index("bone"), :, 30:34] = 2.0
    data[CHANNELS.index("mineral"), :, 30:34] = 1.5
    data[CHANNELS.index("known")] = 1.0
    return data


def film(look: Look = CLEAN, seed: int = 0, size: int | None = None) -> ComputedFilm:
    return compute_film(stack(), look, np.random.default_rng(seed), size)


def share(composition: np.ndarray, tissue: str) -> np.ndarray:
    return composition[TISSUES.index(tissue)]


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 10_000))
def test_every_random_film_is_whole(seed: int) -> None:
    rng = np.random.default_rng(seed)
    made = compute_film(stack(), Look.random(rng), rng, 48)
    assert made.grey.shape == (48, 48)
    assert made.composition.shape == (len(TISSUES), 48, 48)
    assert made.grey.dtype == made.composition.dtype == made.weight.dtype == np.float32
    assert np.isfinite(made.grey).all()
    assert 0 <= made.grey.min() <= made.grey.max() <= 1
    assert made.composition.min() >= 0
    np.testing.assert_allclose(made.composition.sum(axis=0), 1.0, atol=1e-5)
    assert 0 <= made.weight.min() <= made.weight.max() <= 1


def test_a_film_of_nothing_but_air_is_a_film() -> None:
    air = np.zeros((len(CHANNELS), 32, 32), np.float32)
    made = compute_film(air, replace(CLEAN, equalise=0.5, quanta=np.inf), np.random.default_rng(0))
    assert np.isfinite(made.grey).all()
    assert np.allclose(share(made.composition, "background"), 1.0)


def test_the_same_seed_gives_the_same_film() -> None:
    first, second = (
        compute_film(stack(), Look.random(rng), rng) for rng in (np.random.default_rng(5), np.random.default_rng(5))
    )
    np.testing.assert_array_equal(first.grey, second.grey)
    np.testing.assert_array_equal(first.composition, second.composition)


def test_air_is_black_and_background_bone_is_brightest_lung_is_darker_than_flesh() -> None:
    made = film()
    air, lung, flesh, bone = made.grey[32, 2], made.grey[32, 18], made.grey[4, 20], made.grey[4, 32]
    assert air < 0.02
    assert air < lung < flesh < bone
    assert share(made.composition, "background")[32, 2] == pytest.approx(1.0)
    assert share(made.composition, "background")[32, 20] < 1e-3


def test_composition_is_the_share_of_the_attenuation() -> None:
    composition = film().composition
    assert share(composition, "lung")[32, 18] == pytest.approx(3.0 / (3.0 + 4.0 + 2.0 * 0.985), rel=1e-3)


def test_gas_has_a_name() -> None:
    data = stack()
    data[CHANNELS.index("gas"), 50:60, 12:24] = 5.0
    assert share(composition_of(data), "gas")[55, 18] > 0.05


@pytest.mark.parametrize("steel_mm", [1.0, 4.0, 40.0])
def test_metal_in_front_of_bone_leads_as_palettes_weigh(steel_mm: float) -> None:
    data = stack()
    data[CHANNELS.index("metal"), 50:60] = steel_mm * STEEL_PER_MM
    salience = np.array([{"bone": 2.5, "metal": 3.0}.get(tissue, 1.0) for tissue in TISSUES])
    weighed = (composition_of(data) * salience[:, None, None]) ** 1.5
    shown = (weighed / weighed.sum(axis=0))[TISSUES.index("metal")]
    assert shown[55, 8:56].min() > 0.6
    assert shown[40].max() == 0


def test_the_skin_fades_into_the_background() -> None:
    data = np.zeros((len(CHANNELS), 1, 4), np.float32)
    data[CHANNELS.index("soft-tissue"), 0] = 0.0, 0.1, 0.5, 3.0
    background = share(composition_of(data), "background")[0]
    assert background[0] == 1
    assert (np.diff(background) < 0).all()
    assert background[3] < 1e-3


def test_collimation_letterbox_and_letters_are_background() -> None:
    framing = Framing(collimation=(0.0, 0.25, 0.0, 0.0), letterbox=-0.1, letters=3)
    made = film(replace(CLEAN, framing=framing))
    background = share(made.composition, "background")
    assert (background[:, 50:] > 0.99).all()
    assert (background[:6] > 0.99).all()
    assert (background[-6:] > 0.99).all()
    assert (made.grey[:, 50:54] < 0.99).any()


def test_a_cut_shows_its_part_at_the_films_size() -> None:
    part = cut(stack(), Framing(width=0.5, height=0.5, center=(0.25, 0.5)), 64)
    lung = part[CHANNELS.index("lung")]
    assert part.shape == (len(CHANNELS), 64, 64)
    # Columns 12–24 of 64 lie at 24–48 of the left half's 64.
    assert lung[32, 36] == pytest.approx(3.0)
    assert lung[32, 20] == lung[32, 52] == 0


def test_things_put_into_the_body_leave_the_stack_untouched() -> None:
    data = stack()
    before = data.copy()
    busy = Tissues(fat=2.0, opacities=3, effusion=True, gas_bubbles=4, tubes=3, crisp_bone=1.0)
    compute_film(data, replace(CLEAN, tissues=busy), np.random.default_rng(1))
    np.testing.assert_array_equal(data, before)


def test_an_opacity_turns_lung_into_soft_tissue() -> None:
    filled = film(replace(CLEAN, tissues=Tissues(opacities=6))).composition
    assert share(filled, "lung").sum() < share(film().composition, "lung").sum()


def test_pixels_beyond_the_ct_weigh_less_but_their_air_does_not() -> None:
    data = stack()
    data[CHANNELS.index("known"), :10] = 0.0
    weight = compute_film(data, CLEAN, np.random.default_rng(0)).weight
    assert weight[5, 20] == pytest.approx(0.3, abs=0.01)
    assert weight[5, 2] == pytest.approx(1.0)
    assert weight[30, 20] == pytest.approx(1.0)


@given(st.floats(60, 130))
def test_a_spectrum_sums_to_one_and_hardens_with_the_voltage(kvp: float) -> None:
    shares = spectrum(kvp)
    assert shares.sum() == pytest.approx(1.0, abs=1e-5)
    assert shares.min() >= 0


def test_a_harder_beam_passes_better_and_bone_shows_less() -> None:
    water, none = np.array([20.0], np.float32), np.zeros(1, np.float32)
    bone = np.array([1.0], np.float32)
    assert transmission(water, none, none, 120.0) > transmission(water, none, none, 70.0)
    contrast = [(transmission(water, none, bone, k) / transmission(water, none, none, k))[0] for k in (70.0, 120.0)]
    assert contrast[0] < contrast[1] < 1


def test_more_quanta_are_less_noise() -> None:
    loud, quiet = (film(replace(CLEAN, quanta=q, grain_pixels=0.0)).grey[2:14, 40:54].std() for q in (2e3, 2e6))
    assert quiet < 0.2 * loud


def test_gas_leads_in_the_windpipe_but_not_at_the_skin() -> None:
    data = np.zeros((len(CHANNELS), 1, 3), np.float32)
    data[CHANNELS.index("soft-tissue"), 0] = 10.0, 10.0, 0.5
    data[CHANNELS.index("gas"), 0] = 1.8, 0.3, 0.5
    gas, soft = (share(composition_of(data), tissue)[0] for tissue in ("gas", "soft-tissue"))
    assert gas[0] > 0.7 * soft[0]
    assert gas[1] < 0.1 * soft[1]
    assert gas[2] < 0.1 * soft[2]


def test_air_that_only_continues_a_cut_body_has_no_weight() -> None:
    data = stack()
    data[CHANNELS.index("known"), :10] = 0.0
    data[CHANNELS.index("gas"), :, 20:30] = 4.0
    weight = compute_film(data, CLEAN, np.random.default_rng(0)).weight
    assert weight[5, 25] == 0
    assert weight[30, 25] == pytest.approx(1.0)
