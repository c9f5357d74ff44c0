"""What tells a radiograph from anything else."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from xraycolor_gui.models.gauges import RADIOGRAPH, NoveltyGauge, unlikeness
from xraycolor_gui.training.novelty import fit, limit_of


def made(kind: str, count: int, seed: int) -> np.ndarray:
    middle = {RADIOGRAPH: 0.0, "CT": 3.0, "noise": -3.0}[kind]
    features = np.random.default_rng(seed).normal(size=(count, 6))
    features[:, 0] += middle
    return features.astype(np.float32)


@pytest.fixture(scope="module")
def gauge() -> NoveltyGauge:
    kinds = [RADIOGRAPH] * 80 + ["CT"] * 40 + ["noise"] * 20
    features = np.concatenate([made(RADIOGRAPH, 80, 0), made("CT", 40, 1), made("noise", 20, 2)])
    return fit(features, kinds)


def test_other_kinds_are_more_unlike_than_new_radiographs(gauge: NoveltyGauge) -> None:
    true, slices, noise = (unlikeness(gauge.logits(made(kind, 50, 9))) for kind in (RADIOGRAPH, "CT", "noise"))
    assert np.median(slices) > np.quantile(true, 0.95)
    assert np.median(noise) > np.quantile(true, 0.95)


def test_the_likeliest_kind_is_the_true_one(gauge: NoveltyGauge) -> None:
    assert gauge.kinds[0] == RADIOGRAPH
    found = gauge.logits(made("CT", 50, 9)).argmax(axis=1)
    assert np.mean(found == gauge.kinds.index("CT")) > 0.7


def test_the_limit_lets_nearly_all_validation_films_pass_of_every_body_part(gauge: NoveltyGauge) -> None:
    films = made(RADIOGRAPH, 200, 5)
    films[:20, 0] += 1.0
    parts = ["spine"] * 20 + ["chest"] * 180
    limit = limit_of(gauge, films, parts)
    passed = unlikeness(gauge.logits(films)) <= limit
    assert passed.mean() >= 0.96
    assert passed[:20].mean() >= 0.9


def test_a_fresh_gauge_refuses_nothing_until_it_has_a_limit(gauge: NoveltyGauge) -> None:
    assert np.isinf(gauge.limit).all()
    assert replace(gauge, limit=np.array([1.0], np.float32)).limit[0] == 1.0
