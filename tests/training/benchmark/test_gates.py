"""Every gate finds what it is there to find, on films made for it."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from tests.training.benchmark.made_seen import SHAPE, box, film, seen
from xraycolor_gui.core.colorization import TISSUES, Novelty
from xraycolor_gui.training.benchmark.calibration import Calibration, CalibrationOnFilms
from xraycolor_gui.training.benchmark.childrens_hearts import ChildrensHearts, surely_heart
from xraycolor_gui.training.benchmark.chroma_edges import ChromaEdges
from xraycolor_gui.training.benchmark.drawn_tissue import DrawnTissueLeads
from xraycolor_gui.training.benchmark.elsewhere import AIR_GATE, HALO_GATE, NeutralAir, NoLungElsewhere, kind_of
from xraycolor_gui.training.benchmark.equal_grey import GATE, EqualGrey
from xraycolor_gui.training.benchmark.lightness_kept import LightnessKept
from xraycolor_gui.training.benchmark.measured import GateResult, Measured
from xraycolor_gui.training.benchmark.refusal import AUROC_GATE, GREY_GATE, REFUSED_GATE, Refusals
from xraycolor_gui.training.benchmark.what_grey_explains import ExplainedByGrey
from xraycolor_gui.training.benchmark.within_tissue import WithinTissue

LUNG, HEART, BONE, SOFT = (TISSUES.index(name) for name in ("lung", "heart", "bone", "soft-tissue"))
LUNGS = box(slice(20, 76), slice(8, 32)) | box(slice(20, 76), slice(46, 72))
BEHIND = "lungs incl. part behind heart (255)"


def _only(rows: list[Measured], gate: str, word: str = "") -> Measured:
    (row,) = [row for row in rows if row.gate == gate and word in row.name]
    return row


def _noisy(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).uniform(0.1, 0.9, SHAPE).astype(np.float32)


def _chroma(where: np.ndarray, a: float, b: float) -> np.ndarray:
    return np.where(where[..., None], np.array([a, b], np.float32), np.float32(0)).astype(np.float32)


def test_colour_that_follows_the_lung_is_told_from_grey_and_from_the_prior() -> None:
    gate = EqualGrey()
    for number in range(8):
        where = np.roll(LUNGS, 6 * number, axis=0)
        one = film(f"{number}.png", structures="1 lungs")
        gate.see(seen(one, grey=_noisy(number), chroma=_chroma(where, -9, -24), drawn={"lung": where}))
    rows = gate.rows("us")
    assert _only(rows, GATE).value > 0.999
    assert _only(rows, GATE).result is GateResult.PASS
    assert _only(rows, "position prior").value < 0.95
    margin = _only(rows, "margin over the position prior")
    assert margin.value == pytest.approx(_only(rows, GATE).value - _only(rows, "position prior").value)


def test_a_colour_table_has_one_half() -> None:
    gate = EqualGrey()
    for number in range(8):
        grey = _noisy(number)
        gate.see(seen(film(f"{number}.png", structures="1 lungs"), grey=grey, drawn={"lung": LUNGS}))
    assert _only(gate.rows("us"), GATE).value == pytest.approx(0.5, abs=0.03)


def test_outlines_of_a_part_of_a_tissue_are_not_asked_for_what_lies_outside() -> None:
    assert not EqualGrey().wants(film(structures="1 proximal femora"))
    assert EqualGrey().wants(film(structures="1 heart, 2 left lung, 4 right lung"))


def test_the_part_of_a_drawn_bone_that_leads_is_counted() -> None:
    gate = DrawnTissueLeads()
    leading = np.where(box(slice(0, 9), slice(None)), BONE, SOFT)
    drawn = box(slice(0, 10), slice(None))
    gate.see(seen(film(structures="1 femur"), leading=leading, drawn={"bone": drawn}))
    (row,) = gate.rows("us")
    assert row.value == pytest.approx(0.9)
    assert row.result is GateResult.PASS


def test_a_contender_without_tissues_is_not_asked_for_them() -> None:
    gates = (DrawnTissueLeads(), NoLungElsewhere(), ChildrensHearts(), CalibrationOnFilms(), Refusals())
    for gate in gates:
        gate.see(seen(film(structures="1 heart, 2 lungs", part="knee"), drawn={"heart": LUNGS, "lung": LUNGS}))
        assert gate.rows("a colour table") == []


def test_a_childs_heart_is_looked_for_between_the_lungs_and_to_the_left() -> None:
    ellipse = surely_heart(LUNGS)
    assert ellipse is not None
    rows, columns = np.nonzero(ellipse)
    assert 39 < columns.mean() < 50
    assert 50 < rows.mean() < 66
    assert surely_heart(box(slice(20, 76), slice(8, 60))) is None


@pytest.mark.parametrize(("tissue", "expected"), [(HEART, 1.0), (LUNG, 0.0)])
def test_a_childs_heart_that_is_lung_is_found(tissue: int, expected: float) -> None:
    gate = ChildrensHearts()
    child = film(structures=BEHIND, age="3")
    assert gate.wants(child)
    assert not gate.wants(film(structures=BEHIND, age="33"))
    gate.see(seen(child, leading=np.full(SHAPE, tissue), drawn={"lung": LUNGS}))
    assert [row.value for row in gate.rows("us")] == [expected, expected]


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("lower limb (foot/ankle/leg/knee/thigh)", "limbs"),
        ("knee", "knees"),
        ("several: hand+shoulder", "shoulders"),
        ("hip/pelvis", "pelves"),
        ("several: leg+hip", "pelves"),
        ("several: hand+leg", "limbs"),
        ("jaws (panoramic)", ""),
    ],
)
def test_body_parts_have_kinds(part: str, kind: str) -> None:
    assert kind_of(film(part=part)) == kind


def _limb(seed: int = 0) -> np.ndarray:
    """A bright bar on black: a limb in air."""
    grey = np.random.default_rng(seed).normal(0.02, 0.004, SHAPE).astype(np.float32)
    grey[:, 28:52] = 0.6
    return np.clip(grey, 0, 1)


def test_lung_in_a_limb_is_found_and_lung_in_its_air_is_not() -> None:
    gate = NoLungElsewhere()
    leading = np.where(box(slice(None), slice(0, 20)), LUNG, SOFT)
    gate.see(seen(film(part="knee"), grey=_limb(), leading=leading))
    gate.see(seen(film(part="upper limb"), grey=_limb(), leading=np.full(SHAPE, LUNG)))
    by_kind = {row.name: row for row in gate.rows("us")}
    assert by_kind["knees"].result is GateResult.PASS
    assert by_kind["limbs"].value == 1.0


def test_spines_are_held_to_the_limit_in_their_lowest_quarter_only() -> None:
    gate = NoLungElsewhere()
    above = box(slice(0, 48), slice(None))
    gate.see(seen(film(part="spine"), leading=np.where(above, LUNG, SOFT)))
    by_kind = {row.name: row for row in gate.rows("us")}
    assert by_kind["spines, lowest quarter"].value == 0.0
    assert by_kind["spines, whole films"].result is GateResult.NOT_APPLICABLE
    assert by_kind["spines, whole films"].value == pytest.approx(0.5)


def test_coloured_air_is_found_and_a_halo_as_well() -> None:
    for colour, gate_failed in (((0.0, 0.0), ()), ((6.0, 8.0), (AIR_GATE, HALO_GATE))):
        gate = NeutralAir()
        for number in range(3):
            chroma = np.full((*SHAPE, 2), colour, np.float32)
            gate.see(seen(film(f"{number}.png", part="knee"), grey=_limb(number), chroma=chroma))
        failed = {row.gate for row in gate.rows("us") if row.result is GateResult.FAIL}
        assert failed == set(gate_failed)


def test_grey_explains_all_of_a_colour_table_and_nothing_of_free_colour() -> None:
    table, free = ExplainedByGrey(), ExplainedByGrey()
    for number in range(4):
        grey = np.round(_noisy(number) * 8) / 8
        level = np.stack([grey * 20, grey**2 * 30], axis=2).astype(np.float32)
        table.see(seen(film(f"{number}.png"), grey=grey, chroma=level))
        colour = np.random.default_rng(number).normal(0, 5, (*SHAPE, 2)).astype(np.float32)
        free.see(seen(film(f"{number}.png"), grey=grey, chroma=colour))
    assert table.rows("us")[0].value == pytest.approx(1.0, abs=0.01)
    assert free.rows("us")[0].value < 0.01


def test_a_colour_edge_is_excused_by_an_edge_of_the_grey_or_of_the_tissue_and_by_nothing_else() -> None:
    half = box(slice(None), slice(0, 40))
    chroma = cv2.GaussianBlur(_chroma(half, 20, 20), (0, 0), 1.0)
    step = np.where(half, 0.3, 0.7).astype(np.float32)
    tissue = np.where(half, HEART, SOFT)
    for grey, leading, unfounded in ((None, None, 1.0), (step, None, 0.0), (None, tissue, 0.0)):
        gate = ChromaEdges()
        gate.see(seen(film(), grey=grey, chroma=chroma, leading=leading))
        assert gate.rows("us")[0].value == pytest.approx(unfounded, abs=0.01)


def test_one_colour_within_a_tissue_is_no_difference_and_two_are() -> None:
    for spread, result in ((0.0, GateResult.PASS), (20.0, GateResult.FAIL)):
        gate = WithinTissue()
        rng = np.random.default_rng(0)
        chroma = (np.array([28, 14]) + spread * rng.normal(size=(*SHAPE, 2))).astype(np.float32)
        gate.see(seen(film(structures="1 heart"), chroma=chroma, drawn={"heart": LUNGS}))
        assert gate.rows("us")[0].result is result


def test_lightness_of_our_pictures_is_kept() -> None:
    gate = LightnessKept()
    chroma = np.random.default_rng(0).uniform(-20, 20, (*SHAPE, 2)).astype(np.float32)
    gate.see(seen(film(), grey=_noisy(0), chroma=chroma))
    assert [row.result for row in gate.rows("us")] == [GateResult.PASS, GateResult.PASS]


def test_the_grey_film_itself_moves_no_lightness_and_a_brighter_grey_does() -> None:
    grey, none = _noisy(0), np.zeros((*SHAPE, 2), np.float32)
    kept, brighter = LightnessKept(), LightnessKept()
    kept.see(seen(film(), grey=grey, chroma=none))
    assert [row.value for row in kept.rows("us")] == [0.0, 0.0]
    one = seen(film(), grey=grey, chroma=none)
    brighter.see(replace(one, painted=replace(one.painted, rgb=np.minimum(one.painted.rgb, 250) + np.uint8(5))))
    assert [row.result for row in brighter.rows("us")] == [GateResult.FAIL, GateResult.FAIL]


def test_the_calibration_error_is_how_far_confidence_is_from_being_right() -> None:
    calibration = Calibration("films")
    rng = np.random.default_rng(0)
    confidence = np.full(20_000, 0.9)
    calibration.add("a", confidence, rng.random(20_000) < 0.7)
    assert calibration.rows("us")[0].value == pytest.approx(0.2, abs=0.02)


def test_on_outlined_films_the_outlines_say_what_is_right() -> None:
    gate = CalibrationOnFilms()
    one = film(structures="1 heart, 2 lungs")
    heart = box(slice(30, 60), slice(34, 44))
    leading = np.where(LUNGS, LUNG, np.where(heart, HEART, BONE))
    drawn = {"lung": LUNGS, "heart": heart}
    gate.see(seen(one, leading=leading, drawn=drawn, confidence=np.ones(SHAPE, np.float32)))
    assert gate.rows("us")[0].value == pytest.approx(0.0)
    wrong = CalibrationOnFilms()
    everywhere = np.full(SHAPE, LUNG)
    wrong.see(seen(one, leading=everywhere, drawn=drawn, confidence=np.ones(SHAPE, np.float32)))
    assert wrong.rows("us")[0].value == pytest.approx(1 - LUNGS.mean())


def test_refusals_are_counted_by_body_part_and_strange_pictures_must_stay_grey() -> None:
    gate = Refusals()
    for number in range(10):
        gate.see(seen(film(f"c{number}.png"), novelty=Novelty(0.1 * number, 0.85)))
        strange = film(f"s{number}.png", part="(not a radiograph)")
        gate.see(seen(strange, novelty=Novelty(1.0 + number, 0.85)))
    rows = gate.rows("us")
    assert _only(rows, AUROC_GATE).value == 1.0
    assert _only(rows, GREY_GATE).value == 1.0
    assert _only(rows, REFUSED_GATE, "all").value == pytest.approx(0.1)
    assert _only(rows, REFUSED_GATE, "all").result is GateResult.FAIL
    assert "1 of 10" in _only(rows, REFUSED_GATE, "chest").note
