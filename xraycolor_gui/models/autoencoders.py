"""The networks, to be read from top to bottom.

An encoder squeezes the film into a narrow bottleneck; from there one decoder predicts the tissue composition (it may
look back at the encoder through skips), another one rebuilds the film from the bottleneck alone, so that a film without
any label teaches the encoder too. Colours never enter the network: it predicts shares of the ray's attenuation,
palettes turn these into chroma.

Three architectures differ in their encoder alone: `basic` is trained from nothing, `vgg16` and `efficientnet` stand on
trunks that were trained on photographs (`trunks.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from itertools import pairwise
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from xraycolor_gui.core.errors import ModelError
from xraycolor_gui.models.trunks import EfficientNetEncoder, TrunkEncoder, Vgg16Encoder

#: Longest side, in pixels, of the film that enters a network.
INPUT_SIZE = 256
#: Value of the normalised film outside the film.
OUTSIDE = -1.0


@dataclass(frozen=True, slots=True)
class Shape:
    """Architecture, channels per resolution (1/2, 1/4, …) and of the bottleneck, trunk stages that do not learn."""

    tissues: int
    architecture: str = "basic"
    widths: tuple[int, ...] = (32, 48, 96, 144, 176)
    bottleneck: int = 48
    frozen: int = 0

    @property
    def stride(self) -> int:
        """Rows and columns of an input must be multiples of this."""
        return int(2 ** len(self.widths))


@dataclass(frozen=True, eq=False, slots=True)
class Look:
    """Everything a network says of films (n, 1, r, c).

    logits: (n, tissues, r/2, c/2) of the shares. traits: (n, k, r/2, c/2), what these are read from.
    code: (n, bottleneck, r/stride, c/stride). rebuilt: (n, 1, r/2, c/2).
    """

    logits: Tensor
    traits: Tensor
    code: Tensor
    rebuilt: Tensor


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
        """Coarsest features (n, inputs, r, c) → code (n, code, r, c)."""
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
        logits: Tensor = self.logits(self.traits(code, features))
        return logits

    def traits(self, code: Tensor, features: Sequence[Tensor]) -> Tensor:
        """(n, widths[0], r/2, c/2): what the logits are read from."""
        for level, skip in zip(self.levels, reversed(features[:-1]), strict=True):
            enlarged = F.interpolate(code, size=skip.shape[2:], mode="nearest")
            code = level(torch.cat([enlarged, skip], dim=1))
        return code


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


class Autoencoder(nn.Module):
    """Encoder, narrow bottleneck, decoder of the composition, decoder of the film."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = _encoder(shape)
        self.bottleneck = Bottleneck(shape.widths[-1], shape.bottleneck)
        self.composition = CompositionDecoder(shape.bottleneck, shape.widths, shape.tissues)
        self.film = FilmDecoder(shape.bottleneck, len(shape.widths) - 1)

    def forward(self, film: Tensor) -> tuple[Tensor, Tensor]:
        """Normalised film (n, 1, r, c) → logits of the shares (n, tissues, r/2, c/2), rebuilt film (n, 1, r/2, c/2)."""
        look = self.look(film)
        return look.logits, look.rebuilt

    def look(self, film: Tensor) -> Look:
        """Everything that the network makes of normalised film (n, 1, r, c)."""
        features = self.encoder(film)
        code = self.bottleneck(features[-1])
        traits = self.composition.traits(code, features)
        return Look(self.composition.logits(traits), traits, code, self.film(code))

    def predict(self, film: Tensor) -> Tensor:
        """Logits of the shares only: what colouring needs."""
        features = self.encoder(film)
        logits: Tensor = self.composition(self.bottleneck(features[-1]), features)
        return logits

    def parameter_count(self) -> int:
        return sum(parameter.numel() for parameter in self.parameters())


#: Architectures by name, as cards and configurations write them.
ARCHITECTURES = ("basic", "vgg16", "efficientnet")


def _encoder(shape: Shape) -> Encoder | TrunkEncoder:
    if shape.architecture == "vgg16":
        return Vgg16Encoder(shape.widths, shape.frozen)
    if shape.architecture == "efficientnet":
        return EfficientNetEncoder(shape.widths, shape.frozen)
    return Encoder(shape.widths)


def settings_of(network: Autoencoder) -> dict[str, Any]:
    """The shape as plain JSON values, to go into the model card."""
    return asdict(network.shape)


def build(settings: Mapping[str, Any]) -> Autoencoder:
    """The network that a model card describes; ModelError for an architecture this version does not know."""
    if settings.get("architecture") not in ARCHITECTURES:
        raise ModelError(
            f"The model's architecture “{settings.get('architecture')}” is not known to this version.",
            "Update XrayColor or choose another model.",
        )
    known = {f.name: settings[f.name] for f in fields(Shape) if f.name in settings}
    return Autoencoder(Shape(**{**known, "widths": tuple(map(int, settings["widths"]))}))
