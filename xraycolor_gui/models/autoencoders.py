"""The networks, to be read from top to bottom.

The basic autoencoder is trained from nothing. An encoder squeezes the film into a narrow bottleneck; from there one
decoder predicts the tissue composition (it may look back at the encoder through skips), another one rebuilds the film
from the bottleneck alone, so that a film without any label teaches the encoder too. Colours never enter the network:
it predicts shares of the ray's attenuation, palettes turn these into chroma.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from xraycolor_gui.core.errors import ModelError

#: Longest side, in pixels, of the film that enters a network.
INPUT_SIZE = 256
#: Value of the normalised film outside the film.
OUTSIDE = -1.0


@dataclass(frozen=True, slots=True)
class BasicSettings:
    """Shape of a basic autoencoder: channels per resolution (1/2, 1/4, …), and of the bottleneck."""

    tissues: int
    widths: tuple[int, ...] = (32, 48, 96, 144, 176)
    bottleneck: int = 48

    @property
    def stride(self) -> int:
        """Rows and columns of an input must be multiples of this."""
        return int(2 ** len(self.widths))


def normalise(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    """Grey stretched by its own 1st and 99th percentile to about −1 … 1, so that a reader's window hardly matters."""
    low, high = np.percentile(grey, (1.0, 99.0))
    stretched = (grey - low) / max(float(high - low), 0.05)
    return np.asarray(np.clip(stretched * 2.0 - 1.0, -1.2, 1.2), dtype=np.float32)


def convolutions(inputs: int, outputs: int) -> nn.Sequential:
    """Two 3 × 3 convolutions, each normalised and rectified."""
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, padding=1, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
        nn.Conv2d(outputs, outputs, 3, padding=1, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


class Encoder(nn.Module):
    """(n, 1, rows, columns) → features at 1/2, 1/4, … of the input; the last is the widest and coarsest."""

    def __init__(self, widths: Sequence[int]) -> None:
        super().__init__()
        self.stem = nn.Sequential(nn.PixelUnshuffle(2), convolutions(4, widths[0]))
        self.levels = nn.ModuleList(convolutions(a, b) for a, b in pairwise(widths))

    def forward(self, film: Tensor) -> list[Tensor]:
        features = [self.stem(film)]
        for level in self.levels:
            features.append(level(F.max_pool2d(features[-1], 2)))
        return features


class Bottleneck(nn.Module):
    """A few numbers per place, told what the whole film looks like (a hand is no chest)."""

    def __init__(self, inputs: int, code: int) -> None:
        super().__init__()
        self.place = nn.Conv2d(inputs, code, 1)
        self.whole = nn.Linear(inputs, code)

    def forward(self, coarse: Tensor) -> Tensor:
        whole: Tensor = self.whole(coarse.mean(dim=(2, 3)))
        code: Tensor = self.place(coarse) + whole[:, :, None, None]
        return code


class CompositionDecoder(nn.Module):
    """Bottleneck and skips → logits of the tissue shares at 1/2 of the input."""

    def __init__(self, code: int, widths: Sequence[int], tissues: int) -> None:
        super().__init__()
        finer = list(reversed(widths[:-1]))
        coarser = [code, *finer[:-1]]
        self.levels = nn.ModuleList(convolutions(a + b, b) for a, b in zip(coarser, finer, strict=True))
        self.logits = nn.Conv2d(widths[0], tissues, 1)

    def forward(self, code: Tensor, features: Sequence[Tensor]) -> Tensor:
        for level, skip in zip(self.levels, reversed(features[:-1]), strict=True):
            enlarged = F.interpolate(code, size=skip.shape[2:], mode="nearest")
            code = level(torch.cat([enlarged, skip], dim=1))
        logits: Tensor = self.logits(code)
        return logits


class FilmDecoder(nn.Module):
    """Bottleneck alone → the film at 1/2 of the input."""

    def __init__(self, code: int, doublings: int) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        inputs, outputs = code, 128
        for _ in range(doublings - 2):
            layers += [nn.Conv2d(inputs, outputs, 3, padding=1), nn.ReLU(inplace=True), nn.Upsample(scale_factor=2)]
            inputs, outputs = outputs, outputs // 2
        self.coarse = nn.Sequential(*layers, nn.Conv2d(inputs, 48, 3, padding=1), nn.ReLU(inplace=True))
        self.fine = nn.Sequential(nn.Conv2d(48, 16, 1), nn.PixelShuffle(4))

    def forward(self, code: Tensor) -> Tensor:
        film: Tensor = self.fine(self.coarse(code))
        return film


class BasicAutoencoder(nn.Module):
    """Encoder, narrow bottleneck, decoder of the composition, decoder of the film."""

    architecture = "basic"

    def __init__(self, settings: BasicSettings) -> None:
        super().__init__()
        self.settings = settings
        self.encoder = Encoder(settings.widths)
        self.bottleneck = Bottleneck(settings.widths[-1], settings.bottleneck)
        self.composition = CompositionDecoder(settings.bottleneck, settings.widths, settings.tissues)
        self.film = FilmDecoder(settings.bottleneck, len(settings.widths) - 1)

    def forward(self, film: Tensor) -> tuple[Tensor, Tensor]:
        """Normalised film (n, 1, r, c) → logits of the shares (n, tissues, r/2, c/2), rebuilt film (n, 1, r/2, c/2)."""
        features = self.encoder(film)
        code = self.bottleneck(features[-1])
        return self.composition(code, features), self.film(code)

    def predict(self, film: Tensor) -> Tensor:
        """Logits of the shares only: what colouring needs."""
        features = self.encoder(film)
        logits: Tensor = self.composition(self.bottleneck(features[-1]), features)
        return logits

    def parameter_count(self) -> int:
        return sum(parameter.numel() for parameter in self.parameters())


def settings_of(network: BasicAutoencoder) -> dict[str, Any]:
    """The settings as plain JSON values, to go into the model card."""
    return {"architecture": network.architecture, **asdict(network.settings)}


def build(settings: Mapping[str, Any]) -> BasicAutoencoder:
    """The network that a model card describes; ModelError for an architecture this version does not know."""
    if settings.get("architecture") != BasicAutoencoder.architecture:
        raise ModelError(
            f"The model's architecture “{settings.get('architecture')}” is not known to this version.",
            "Update XrayColor or choose another model.",
        )
    return BasicAutoencoder(
        BasicSettings(int(settings["tissues"]), tuple(map(int, settings["widths"])), int(settings["bottleneck"]))
    )
