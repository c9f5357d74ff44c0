"""Models and baselines in one benchmark: measured once, kept, and written as one report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.models.made_models import tiny_card, tiny_network
from tests.training import small_data
from xraycolor_gui.io.resources import palette
from xraycolor_gui.models.library import save
from xraycolor_gui.training.benchmark import evaluate as evaluation
from xraycolor_gui.training.benchmark import run, speed
from xraycolor_gui.training.benchmark.blind import ConstantColour
from xraycolor_gui.training.benchmark.colour_tables import Grey
from xraycolor_gui.training.benchmark.contender import Contender
from xraycolor_gui.training.benchmark.evaluate import evaluate
from xraycolor_gui.training.benchmark.kept import Kept
from xraycolor_gui.training.benchmark.measured import Measured, NotRun, Sense
from xraycolor_gui.training.benchmark.run import Ground, Sizes


def test_rows_are_known_again_by_what_a_contender_paints_and_what_it_was_measured_on(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "contenders", "ground")
    rows = [Measured("gate", "lung", "grey", float("inf"), limit=0.9, sense=Sense.AT_LEAST, note="same")]
    kept.keep(Grey(), rows, [NotRun("novelty", "nothing")])
    assert kept.rows(Grey()) is not None
    found, missed = kept.rows(Grey()) or ([], [])
    assert found[0].value == float("inf")
    assert found[0].sense is Sense.AT_LEAST
    assert missed == [NotRun("novelty", "nothing")]
    assert Kept(tmp_path / "contenders", "other ground").rows(Grey()) is None
    red, blue = (ConstantColour(palette("anatomical").chroma(_one(n), ("lung", "heart"))[0, 0]) for n in (0, 1))
    kept.keep(red, [], [])
    assert kept.rows(red) == ([], [])
    assert kept.rows(blue) is None


def _one(number: int):  # type: ignore[no-untyped-def]
    import numpy as np

    return np.eye(2, dtype=np.float32)[number][None, None]


def test_models_and_baselines_are_measured_once_and_written_as_one_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = small_data.make(tmp_path / "data")
    for volume in (data / "ct").iterdir():
        volume.unlink()  # real films are enough here
    monkeypatch.setattr(evaluation, "SIZES", Sizes(1, 1, 0, 0))
    monkeypatch.setattr(speed, "_ROUNDS", 1)
    monkeypatch.setattr(evaluation, "baselines", lambda *_, **__: ((Grey(),), (NotRun("Welsh", "no CT"),)))
    network = tiny_network()
    saved = save(network, tiny_card(network, "one"), tmp_path)
    measured: list[str] = []
    original = run.rows_of

    def counted(contender: Contender, ground: Ground, tell: object) -> tuple[list[Measured], list[NotRun]]:
        measured.append(contender.name)
        return original(contender, ground, _silent)

    monkeypatch.setattr(run, "rows_of", counted)
    out = tmp_path / "out"
    for _ in range(2):
        table = evaluate([str(saved.path)], data=data, output=out, beside=True, tell=_silent)
    assert measured == ["one", "grey"]
    assert "grey, palette" not in table  # the terminal shows our models; the report shows everybody
    content = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in content["entered"]] == ["one", "grey", "tutorial"]
    assert {"gate": "Welsh", "why": "no CT"} in content["not_run"]
    text = (out / "report.html").read_text(encoding="utf-8")
    assert "<h2>What fails" in text
    assert "Beside baselines" in text
    assert str(tmp_path) not in text
    assert (out / "report.md").read_text(encoding="utf-8").startswith("| | limit | one | grey | tutorial |")


def _silent(_line: str) -> None:
    """Nobody listens."""
