"""Model cards: written into the weights file, read back without torch, checked by hash."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from tests.models.made_models import tiny_card, tiny_model, tiny_network
from xraycolor_gui.core.errors import ModelError
from xraycolor_gui.models.card import CHECKSUMS, ModelCard, from_json, read_card, verify


def test_a_card_comes_back_from_the_file_as_it_went_in(tmp_path: Path) -> None:
    written = tiny_card(tiny_network())
    card = tiny_model(tmp_path)
    for field in fields(ModelCard):
        if field.name not in ("path", "sha256", "network"):
            assert getattr(card, field.name) == getattr(written, field.name), field.name
    assert card.network["architecture"] == "basic"
    assert tuple(card.network["widths"]) == (4, 4, 6, 6, 8)
    assert len(card.sha256) == 64


def test_keys_of_a_later_version_are_passed_over() -> None:
    values = json.loads(tiny_card(tiny_network()).to_json()) | {"novel": 1}
    assert from_json(json.dumps(values)).name == "tiny"


def test_describing_names_what_it_is_what_it_learnt_from_and_its_hash(tmp_path: Path) -> None:
    card = tiny_model(tmp_path)
    text = card.describe()
    for word in ("tiny", "basic", "nothing", "guessing: 0.500", card.sha256):
        assert word in text


def test_a_card_cannot_be_changed(tmp_path: Path) -> None:
    card = tiny_model(tmp_path)
    with pytest.raises(TypeError):
        card.measured["guessing"] = 1.0  # type: ignore[index]


NO_CARD = b'{"__metadata__": {"card": "[]"}}'


@pytest.mark.parametrize(
    "content",
    [b"", b"1234567", b"\xff" * 40, b"\x02" + b"\x00" * 7 + b"{}", len(NO_CARD).to_bytes(8, "little") + NO_CARD],
)
def test_a_file_that_is_no_weights_file_is_called_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.safetensors"
    path.write_bytes(content)
    with pytest.raises(ModelError, match=r"Model file is damaged .* Grey works; install the model again"):
        read_card(path)


def test_a_changed_byte_is_found_by_its_checksum(tmp_path: Path) -> None:
    card = tiny_model(tmp_path)
    verify(card)
    content = bytearray(card.path.read_bytes())
    content[-1] ^= 1
    card.path.write_bytes(bytes(content))
    with pytest.raises(
        ModelError, match=r"^Model file is damaged \(checksum differs\)\. Grey works; install the model again to see"
    ):
        verify(read_card(card.path))


def test_a_folder_without_checksums_is_taken_as_it_is(tmp_path: Path) -> None:
    card = tiny_model(tmp_path)
    (tmp_path / CHECKSUMS).unlink()
    verify(card)


def test_cards_and_the_list_of_models_do_without_torch() -> None:
    program = (
        "import sys; from xraycolor_gui.models import card, library; library.list_models(); "
        "sys.exit('torch' in sys.modules or 'safetensors' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
