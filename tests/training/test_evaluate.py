"""Evaluation: a perfect model is found perfect, a blind one blind."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tests.models.made_models import radiograph, tiny_card, tiny_network
from tests.training import small_data
from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.models.library import save
from xraycolor_gui.training import evaluate as evaluation
from xraycolor_gui.training.baselines import PositionPrior, constant_chroma
from xraycolor_gui.training.evaluate import computed_radiograph, evaluate, measure, off_centre


class ByGrey(Colorizer):
    """Knows how the films of `small_data` were drawn: dark is lung, light is heart."""

    def composition(self, grey: np.ndarray, pixel_aspect: float = 1.0) -> np.ndarray:
        import cv2

        rows, columns = (round(128 * side / max(grey.shape)) for side in grey.shape)
        small = cv2.resize(grey, (columns, rows), interpolation=cv2.INTER_AREA)
        shares = np.full((*small.shape, len(TISSUES)), 1e-3, np.float32)
        kind = np.where(small < 0.42, TISSUES.index("lung"), TISSUES.index("soft-tissue"))
        kind[small > 0.74] = TISSUES.index("heart")
        np.put_along_axis(shares, kind[..., None], 1.0, axis=2)
        return shares / shares.sum(axis=2, keepdims=True)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_data.make(tmp_path_factory.mktemp("data"))


@pytest.fixture(autouse=True)
def few_films(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluation, "TEST_BODY_FILMS", 2)


def test_a_table_and_a_report_come_out(data: Path, tmp_path: Path) -> None:
    network = tiny_network()
    card = save(network, tiny_card(network), tmp_path)
    table = evaluate(str(card.path), data=data, output=tmp_path / "out", report=lambda _line: None)
    assert "wingspan, heart, off-centre" in table
    written = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert written["sha256"] == card.sha256
    assert len(written["separability"]) == 6
    assert written["test_body"]["films"] == 2


def test_the_best_single_colour_has_all_of_its_own_error(data: Path) -> None:
    network = tiny_network()
    result = measure(ByGrey(tiny_card(network), network), data, lambda _line: None)
    body = result.test_body
    assert body.constant < body.grey
    assert body.of_constant == pytest.approx(body.model / body.constant)
    assert all(0 <= row.auc <= 1 or np.isnan(row.auc) for row in result.separability)
    assert set(result.measured()) >= {"equal-grey AUC, masks, lung, as filmed"}


def test_missing_data_are_named(tmp_path: Path) -> None:
    network = tiny_network()
    with pytest.raises(TrainingError, match=r"manifest\.csv is missing"):
        measure(Colorizer(tiny_card(network), network), tmp_path, lambda _line: None)


def test_off_centre_crops_keep_60_to_80_percent_and_miss_the_middle() -> None:
    film = radiograph((300, 200))
    labels = np.zeros((300, 200), np.uint8)
    for seed in range(20):
        cut, same = off_centre(film, labels, np.random.default_rng(seed))
        assert cut.shape == same.shape
        assert 0.59 <= cut.shape[0] / 300 <= 0.81
        assert 0.59 <= cut.shape[1] / 200 <= 0.81


def test_the_position_prior_leaves_the_film_itself_out() -> None:
    films = [np.full((10, 10, 2), value, np.float32) for value in (0.0, 1.0, 5.0)]
    assert PositionPrior(films).without(2, (4, 6)) == pytest.approx(np.full((4, 6, 2), 0.5))


def test_no_single_colour_is_nearer_than_the_constant_one() -> None:
    truth = np.random.default_rng(0).normal(size=(500, 2)).astype(np.float32)
    best = constant_chroma([truth])
    for step in ([0.1, 0], [0, -0.1]):
        assert ((truth - best) ** 2).sum() < ((truth - best - step) ** 2).sum()


def test_a_computed_film_is_presented_as_it_was_computed() -> None:
    from xraycolor_gui.core.presentation import present

    grey = np.random.default_rng(0).random((20, 30), np.float32)
    np.testing.assert_allclose(present(computed_radiograph(grey)).grey, grey, atol=1e-3)
