"""Which models there are, and how one is loaded or kept. Listing them does not import torch."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from xraycolor_gui.core.errors import ModelError
from xraycolor_gui.models.card import CHECKSUMS, GAUGES, SUFFIX, ModelCard, damaged, read_card, verified
from xraycolor_gui.models.folders import own_folder, shipped_folder

if TYPE_CHECKING:
    from xraycolor_gui.models.autoencoders import Autoencoder
    from xraycolor_gui.models.colorizer import Colorizer
    from xraycolor_gui.models.gauges import Gauges


def model_folders() -> tuple[Path, ...]:
    """Folders that may hold models, the user's own first, then the shipped ones; they need not exist."""
    return own_folder(), shipped_folder()


def list_models(folders: Sequence[Path] | None = None) -> tuple[ModelCard, ...]:
    """Cards of all models, by name; a user's model hides a shipped one of its name. Unreadable files are left out."""
    cards, _ = _read_cards(folders)
    return tuple(cards[name] for name in sorted(cards))


def damaged_models(folders: Sequence[Path] | None = None) -> dict[str, ModelError]:
    """Names of the models that cannot be listed, each with what is wrong with its file."""
    cards, damages = _read_cards(folders)
    return {name: damages[name] for name in sorted(damages.keys() - cards.keys())}


def load(name: str, folders: Sequence[Path] | None = None) -> Colorizer:
    """The model of this name, or in this weights file, ready to colour.

    Raises ModelError if there is none, its checksum differs, or its weights do not fit its card.
    """
    card = find_card(name, folders)
    # Read when torch is first imported: threads that wait do not keep a core busy that another program needs. On a
    # machine busy with other torch work one small film took 620 ms without it.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    from xraycolor_gui.models.colorizer import Colorizer

    return Colorizer(card, load_network(card), load_gauges(card))


def find_card(name: str, folders: Sequence[Path] | None = None) -> ModelCard:
    """Card of the model of this name, or in this weights file, its checksum compared; raises ModelError."""
    cards, _ = _read_cards(folders)
    return verified(cards[name] if name in cards else read_card(_find(name, folders)))


def load_network(card: ModelCard) -> Autoencoder:
    """The network of a card with its weights, in float32."""
    import torch
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    from xraycolor_gui.models.autoencoders import build

    try:
        network = build(card.network)
        if network.shape.tissues != len(card.tissues):
            raise ValueError(f"{network.shape.tissues} outputs for {len(card.tissues)} tissues")
        weights = {key: value for key, value in load_file(card.path).items() if not key.startswith(GAUGES)}
        network.load_state_dict({key: v.float() if v.is_floating_point() else v for key, v in weights.items()})
    except (SafetensorError, RuntimeError, KeyError, TypeError, ValueError) as error:
        raise damaged(card.path, "its weights do not fit its card") from error
    return network.eval().requires_grad_(False).to(memory_format=torch.channels_last)  # type: ignore[no-any-return, call-overload]


def load_gauges(card: ModelCard) -> Gauges | None:
    """What the weights file holds to say how sure the model is; None for a model that does not say."""
    if not card.gauges:
        return None
    from safetensors import SafetensorError, safe_open

    from xraycolor_gui.models.gauges import Gauges

    try:
        with safe_open(card.path, "numpy") as file:
            tensors = {name: file.get_tensor(name) for name in file.keys() if name.startswith(GAUGES)}  # noqa: SIM118
        return Gauges.of(tensors, card.gauges, len(card.tissues))
    except (SafetensorError, KeyError, TypeError, ValueError) as error:
        raise damaged(card.path, "its gauges do not fit its card") from error


def save(network: Autoencoder, card: ModelCard, folder: Path, gauges: Gauges | None = None) -> ModelCard:
    """Write FOLDER/NAME.safetensors with half-precision weights and the card, and its line in SHA256SUMS.

    gauges go into the same file; without them the model says nothing of how sure it is, whatever the card said before.
    """
    import torch
    from safetensors.torch import save as packed

    folder.mkdir(parents=True, exist_ok=True)
    weights = {
        key: value.detach().cpu().half().contiguous() if value.dtype == torch.float32 else value.detach().cpu()
        for key, value in network.state_dict().items()
    }
    if gauges is not None:
        weights |= {name: torch.from_numpy(array) for name, array in gauges.tensors().items()}
    card = replace(card, gauges=gauges.facts() if gauges is not None else {})
    content = packed(weights, metadata={"card": card.to_json()})
    path = folder / f"{card.name}{SUFFIX}"
    _write(path, content)
    _write_checksum(path, hashlib.sha256(content).hexdigest())
    return read_card(path)


def _write_checksum(path: Path, digest: str) -> None:
    sums = path.parent / CHECKSUMS
    lines = sums.read_text(encoding="utf-8").splitlines() if sums.is_file() else []
    others = [line for line in lines if line.strip() and line.partition("  ")[2].strip() != path.name]
    _write(sums, ("\n".join(sorted([*others, f"{digest}  {path.name}"])) + "\n").encode())


def _write(path: Path, content: bytes) -> None:
    beside = path.with_name(path.name + ".new")
    beside.write_bytes(content)
    beside.replace(path)


def _read_cards(folders: Sequence[Path] | None) -> tuple[dict[str, ModelCard], dict[str, ModelError]]:
    """By name, the first readable file's card, and of the files before it what is wrong with them."""
    cards: dict[str, ModelCard] = {}
    damages: dict[str, ModelError] = {}
    for path in _files(folders):
        if path.stem in cards:
            continue
        try:
            cards[path.stem] = read_card(path)
        except ModelError as error:
            damages.setdefault(path.stem, error)
    return cards, damages


def _files(folders: Sequence[Path] | None) -> list[Path]:
    chosen = model_folders() if folders is None else folders
    return [path for folder in chosen if folder.is_dir() for path in sorted(folder.glob(f"*{SUFFIX}"))]


def _find(name: str, folders: Sequence[Path] | None) -> Path:
    if name.endswith(SUFFIX) and Path(name).is_file():
        return Path(name)
    files = _files(folders)
    for path in files:
        if path.stem == name:
            return path
    known = ", ".join(sorted({path.stem for path in files})) or "none"
    raise ModelError(f"There is no model “{name}”.", f"Known models: {known}.")
