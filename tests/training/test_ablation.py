"""The ablation table: rows that leave something out, kept when they are done, refused when their settings changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.models.made_models import tiny_card, tiny_network
from tests.training import small_data
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.models.colorizer import Colorizer
from xraycolor_gui.training.ablation import VARIANTS, ablate, variant_stacks
from xraycolor_gui.training.benchmark import bootstrap
from xraycolor_gui.training.benchmark import main_gates as main_gates_module
from xraycolor_gui.training.benchmark.main_gates import main_gates
from xraycolor_gui.training.benchmark.measured import Measured
from xraycolor_gui.training.config import TrainingConfig, parse_config, read_config
from xraycolor_gui.training.sources import real_films
from xraycolor_gui.training.telling import Tell


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_data.make(tmp_path_factory.mktemp("data"))


def _variant(name: str, config: TrainingConfig) -> TrainingConfig:
    return next(variant for variant in VARIANTS if variant.name == name).change(config)


def _gates(colorizer: Colorizer, data: Path, tell: Tell) -> Sequence[Measured]:
    return [Measured("some gate", "lung, drawn", colorizer.card.name, 0.5)]


def test_every_row_of_the_shipped_model_sees_as_many_films_in_a_batch() -> None:
    base = read_config("basic", 1.0)
    sizes = {sum(variant.change(base).as_dict()["batch"].values()) for variant in VARIANTS}
    assert len(sizes) == 1


def test_a_row_without_labels_keeps_the_films_and_forgets_what_is_known_of_them(data: Path) -> None:
    base = parse_config(small_data.CONFIG.format(steps=1), "test")
    films = real_films(data, _variant("no-partial-labels", base))
    assert not films.lung_masks
    assert not films.heart_masks
    loaded = [film for group in films.unlabelled for film in group]
    assert len(loaded) == 2 + 2 + 3  # train splits of masks, films and xray
    assert not any(film.labels.any() for film in loaded)


def test_a_row_of_two_chests_films_no_other_body(tmp_path: Path) -> None:
    for name in ("chest_lidc0001", "chest_lidc0314", "legs_vhf", "chest_cptac249"):
        (tmp_path / f"00001_{name}.npy").touch()
    config = _variant("two-chests", read_config("basic"))
    stacks = variant_stacks(config, tmp_path, tmp_path, tmp_path, _silent)
    assert [path.stem for path in stacks] == ["00001_chest_cptac249", "00001_chest_lidc0001"]


def test_rows_are_trained_once_and_make_one_table(data: Path, tmp_path: Path) -> None:
    config = tmp_path / "small.toml"
    config.write_text(small_data.CONFIG.format(steps=2) + "[sources]\n", encoding="utf-8")
    names = ("all", "no-real-films")
    said: list[str] = []

    def made(text: str = "") -> Path:
        steps = config.read_text(encoding="utf-8") + text
        (tmp_path / "used.toml").write_text(steps, encoding="utf-8")
        return ablate(
            str(tmp_path / "used.toml"),
            data=data,
            output=tmp_path / "out",
            minutes=None,
            gates=_gates,
            only=names,
            tell=said.append,
        )

    table = made().read_text(encoding="utf-8")
    assert table.count("\n| ") == len(names)
    rows = json.loads((tmp_path / "out" / "ablation.json").read_text())["rows"]
    assert [row["name"] for row in rows] == list(names)
    assert {row["steps"] for row in rows} == {2}
    said.clear()
    assert made().read_text(encoding="utf-8") == table
    assert not any(line.startswith("step") or "measuring" in line for line in said)
    with pytest.raises(TrainingError, match="other settings"):
        made("labels = false\n")


def test_an_unknown_row_is_named(data: Path, tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no row sugar"):
        ablate("basic", data=data, output=tmp_path, minutes=1, only=("sugar",), tell=_silent)


def test_the_main_gates_of_a_model_fit_one_line(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main_gates_module, "_TEST_BODY_FILMS", 2)
    monkeypatch.setattr(bootstrap, "ROUNDS", 5)
    network = tiny_network()
    rows = main_gates(Colorizer(tiny_card(network), network), data, _silent)
    names = [row.name for row in rows]
    assert len(set(names)) == len(names)
    assert "test body, part of one constant colour's" in names
    assert any(name.startswith("heart") and "off-centre" in name for name in names)


def _silent(_line: str) -> None:
    """Nobody listens."""
