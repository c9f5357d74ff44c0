"""The library: which models there are, and loading one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from tests.models.made_models import tiny_card, tiny_model, tiny_network
from xraycolor_gui.core.errors import ModelError
from xraycolor_gui.models.card import CHECKSUMS, read_card
from xraycolor_gui.models.library import damaged_models, list_models, load, load_network, save


def test_a_saved_network_answers_as_before_within_half_precision(tmp_path: Path) -> None:
    network = tiny_network()
    card = save(network, tiny_card(network), tmp_path)
    film = torch.randn(1, 1, 64, 96)
    torch.testing.assert_close(load_network(card).predict(film), network.predict(film), rtol=0, atol=0.02)


def test_models_are_listed_by_name_and_the_users_own_hides_a_shipped_one(tmp_path: Path) -> None:
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    tiny_model(own, "basic")
    tiny_model(shipped, "basic")
    tiny_model(shipped, "alpha")
    (shipped / "broken.safetensors").write_bytes(b"no")
    cards = list_models([own, tmp_path / "absent", shipped])
    assert [card.name for card in cards] == ["alpha", "basic"]
    assert cards[1].path.parent == own


def test_a_damaged_file_of_the_users_own_does_not_hide_the_shipped_model(tmp_path: Path) -> None:
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    own.mkdir()
    for name in ("tiny", "lost"):
        (own / f"{name}.safetensors").write_bytes(b"no")
    card = tiny_model(shipped)
    assert list_models([own, shipped])[0].sha256 == load("tiny", [own, shipped]).model.sha256 == card.sha256
    assert list(damaged_models([own, shipped])) == ["lost"]


def test_a_renamed_copy_is_a_model_of_its_own(tmp_path: Path) -> None:
    card = tiny_model(tmp_path)
    card.path.with_stem("copy").write_bytes(card.path.read_bytes())
    assert [card.name for card in list_models([tmp_path])] == ["copy", "tiny"]
    assert load("copy", [tmp_path]).model.name == "copy"


def test_saving_keeps_the_other_lines_of_the_checksums(tmp_path: Path) -> None:
    first, second = tiny_model(tmp_path, "one"), tiny_model(tmp_path, "two")
    again = tiny_model(tmp_path, "one")
    lines = (tmp_path / CHECKSUMS).read_text().splitlines()
    assert lines == sorted([f"{again.sha256}  one.safetensors", f"{second.sha256}  two.safetensors"])
    assert first.sha256 == again.sha256


def test_an_unknown_name_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    tiny_model(tmp_path, "basic")
    with pytest.raises(ModelError, match=r"no model “other”.*basic"):
        load("other", [tmp_path])


def test_a_damaged_file_is_refused_by_name(tmp_path: Path) -> None:
    card = tiny_model(tmp_path)
    card.path.write_bytes(card.path.read_bytes()[:-7])
    with pytest.raises(ModelError, match="checksum differs"):
        load("tiny", [tmp_path])


def test_weights_that_do_not_fit_their_card_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "tiny.safetensors"
    save_file({"wrong": torch.zeros(2)}, path, {"card": tiny_card(tiny_network()).to_json()})
    with pytest.raises(ModelError, match="do not fit its card"):
        load("tiny", [tmp_path])


def test_a_card_that_names_other_tissues_than_the_network_has_is_refused(tmp_path: Path) -> None:
    network = tiny_network()
    card = replace(tiny_card(network), tissues=("background", "lung"))
    save(network, card, tmp_path)
    with pytest.raises(ModelError, match="do not fit its card"):
        load("tiny", [tmp_path])


def test_a_weights_file_can_be_loaded_by_its_path(tmp_path: Path) -> None:
    card = tiny_model(tmp_path)
    assert load(str(card.path)).model.sha256 == card.sha256


def test_an_architecture_of_another_version_is_refused(tmp_path: Path) -> None:
    network = tiny_network()
    card = tiny_card(network)
    path = tmp_path / "tiny.safetensors"
    save_file(network.state_dict(), path, {"card": card.to_json().replace('"basic"', '"later"')})
    with pytest.raises(ModelError, match="not known to this version"):
        load_network(read_card(path))


def test_the_shipped_model_loads_and_its_checksum_holds() -> None:
    cards = [card for card in list_models() if card.name == "basic"]
    if not cards:
        pytest.skip("no weights in this checkout")
    assert load("basic").model.sha256 == cards[0].sha256
    assert cards[0].parameters < 4_000_000
