"""A tiny model with a card, made in code."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.radiograph import Radiograph, Source, Window
from xraycolor_gui.models.autoencoders import INPUT_SIZE, Autoencoder, Shape, settings_of
from xraycolor_gui.models.card import ModelCard
from xraycolor_gui.models.library import save


def tiny_network(seed: int = 0) -> Autoencoder:
    torch.manual_seed(seed)
    return Autoencoder(Shape(len(TISSUES), widths=(4, 4, 6, 6, 8), bottleneck=4)).eval()


def tiny_card(network: Autoencoder, name: str = "tiny") -> ModelCard:
    return ModelCard(
        name=name,
        title="Tiny",
        network=settings_of(network),
        parameters=network.parameter_count(),
        tissues=TISSUES,
        input_size=INPUT_SIZE,
        trained_on=("nothing",),
        measured={"guessing": 0.5},
    )


def tiny_model(folder: Path, name: str = "tiny") -> ModelCard:
    """Card of FOLDER/NAME.safetensors, just written."""
    network = tiny_network()
    return save(network, tiny_card(network, name), folder)


def radiograph(shape: tuple[int, int] = (300, 200), seed: int = 0, **changes: object) -> Radiograph:
    """Smooth random grey of 12 bits."""
    rng = np.random.default_rng(seed)
    rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]]
    wave = np.sin(rows / 31 + rng.uniform(0, 6)) + np.cos(columns / 23 + rng.uniform(0, 6))
    stored = np.clip((wave + 2) / 4 * 4095 + rng.normal(0, 20, shape), 0, 4095).astype(np.uint16)
    options: dict[str, object] = {"voi": (Window(2048.0, 4096.0),)} | changes
    return Radiograph(stored, 12, Source(Path("made"), "PNG"), **options)  # type: ignore[arg-type]
