"""A model gets its gauges from a folder of films and volumes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.models.made_models import radiograph, tiny_card, tiny_model, tiny_network
from tests.training.small_data import make
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.models.library import load, load_network
from xraycolor_gui.training import calibrate as room
from xraycolor_gui.training.calibrate import calibrate, refit, shown_weighing


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("data"))


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, count in (("_DRAWN", 2), ("_SLICES", 2), ("_COMPUTED", 3), ("_UNUSUAL", 2), ("_SPINES", 2)):
        monkeypatch.setattr(room, name, count)


@pytest.mark.usefixtures("few")
def test_gauges_are_fitted_from_a_folder_and_written_into_the_weights_file(data: Path, tmp_path: Path) -> None:
    plain = tiny_model(tmp_path)
    lines: list[str] = []
    card = refit(plain.path, data, lines.append)
    assert any("novelty limit" in line for line in lines)
    assert card.gauges["kinds"][0] == "radiograph"
    colorizer = load(str(card.path))
    result = colorizer.colorize(radiograph())
    assert result.confidence is not None
    assert result.novelty is not None
    assert np.isfinite(result.novelty.limit)
    for old, new in zip(tiny_network().parameters(), load_network(card).parameters(), strict=True):
        np.testing.assert_allclose(old.detach(), new, atol=1e-3)


def test_a_folder_without_volumes_is_refused(data: Path) -> None:
    network = tiny_network()
    with pytest.raises(TrainingError, match="no CT volume"):
        calibrate(Colorizer(tiny_card(network), network), data, print, volumes=())


def test_the_weighing_is_the_one_that_the_model_was_taught_for() -> None:
    network = tiny_network()
    card = tiny_card(network)
    assert shown_weighing(card).power == 1.0
    object.__setattr__(card, "config", {"atlas": {"power": 1.5, "salience": {"lung": 5.0}}})
    weighing = shown_weighing(card)
    assert weighing.power == 1.5
    assert weighing.salience[card.tissues.index("lung")] == 5.0
    assert weighing.salience[card.tissues.index("fat")] == 1.0
