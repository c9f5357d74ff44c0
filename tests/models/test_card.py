"""Model cards: written into the weights file, read back without torch, checked by hash."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from tests.models.made_models import tiny_card, tiny_model, tiny_network
from xraycolor_gui.core.errors import ModelError
from xraycolor_gui.models import card as model_card
from xraycolor_gui.models.card import CHECKSUMS, ModelCard, from_json, read_card, verified
from xraycolor_gui.models.library import find_card


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
    assert verified(card).sha256 == card.sha256
    content = bytearray(card.path.read_bytes())
    content[-1] ^= 1
    card.path.write_bytes(bytes(content))
    with pytest.raises(
        ModelError, match=r"^Model file is damaged \(checksum differs\)\. Grey works; install the model again to see"
    ):
        verified(read_card(card.path))


def test_a_folder_without_checksums_is_taken_as_it_is(tmp_path: Path) -> None:
    card = tiny_model(tmp_path)
    (tmp_path / CHECKSUMS).unlink()
    assert verified(card).sha256 == card.sha256


def test_weights_are_hashed_again_only_when_their_file_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = tiny_model(tmp_path)
    hashed: list[Path] = []
    digest_of = model_card._hash
    monkeypatch.setattr(model_card, "_hash", lambda path: (hashed.append(path), digest_of(path))[1])
    assert read_card(card.path).sha256 == card.sha256
    assert hashed == []
    with card.path.open("ab") as file:
        file.write(b"more")
    assert read_card(card.path).sha256 != card.sha256
    assert hashed == [card.path]


def test_weights_are_hashed_anew_before_they_are_used(tmp_path: Path) -> None:
    """Also where a file was changed without a trace in its size and times."""
    card = tiny_model(tmp_path)
    before = card.path.stat()
    content = bytearray(card.path.read_bytes())
    content[-1] ^= 1
    card.path.write_bytes(bytes(content))
    os.utime(card.path, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(ModelError, match="checksum differs"):
        find_card("tiny", [tmp_path])


def test_cards_and_the_list_of_models_do_without_torch() -> None:
    program = (
        "import sys; from xraycolor_gui.models import card, library; library.list_models(); "
        "sys.exit('torch' in sys.modules or 'safetensors' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
