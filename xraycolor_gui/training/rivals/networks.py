"""Two networks that predict a*, b* from grey, as the literature has them; ours predict composition instead."""

from __future__ import annotations

from typing import Protocol

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from xraycolor_gui.training.rivals.bins import annealed_mean, centres, rarity, shared_out

#: Factor between the network's −1 … 1 and a*, b*.
_FULL_SCALE = 128.0


class Rival(Protocol):
    """What training and painting need of a rival; both are torch modules."""

    #: Rows and columns of an input must be multiples of this.
    stride: int

    def chroma(self, film: Tensor) -> Tensor:
        """Normalised film (n, 1, r, c) → a*, b* (n, 2, r', c')."""
        ...

    def loss(self, film: Tensor, chroma: Tensor, weight: Tensor) -> Tensor:
        """chroma: (n, 2, r/2, c/2), true a*, b*; weight: (n, r/2, c/2), where and how far they count."""
        ...


class TutorialAutoencoder(nn.Module):
    """The autoencoder of the colourisation tutorials: 3 × 3 convolutions down to 1/8, up again, mean squared error.

    6.2 million parameters. No skips, no normalisation, tanh at the end.
    """

    stride = 8

    def __init__(self) -> None:
        super().__init__()
        down = ((1, 64, 2), (64, 128, 1), (128, 128, 2), (128, 256, 1), (256, 256, 2))
        middle = ((256, 512, 1), (512, 512, 1), (512, 256, 1))
        layers: list[nn.Module] = []
        for inputs, outputs, step in (*down, *middle):
            layers += [nn.Conv2d(inputs, outputs, 3, stride=step, padding=1), nn.ReLU(inplace=True)]
        for inputs, outputs in ((256, 128), (128, 64), (64, 32)):
            layers += [nn.Conv2d(inputs, outputs, 3, padding=1), nn.ReLU(inplace=True), nn.Upsample(scale_factor=2)]
        layers += [nn.Conv2d(32, 16, 3, padding=1), nn.ReLU(inplace=True), nn.Conv2d(16, 2, 3, padding=1), nn.Tanh()]
        self.layers = nn.Sequential(*layers)

    def chroma(self, film: Tensor) -> Tensor:
        predicted: Tensor = self.layers(film)
        return predicted * _FULL_SCALE

    def loss(self, film: Tensor, chroma: Tensor, weight: Tensor) -> Tensor:
        predicted = F.avg_pool2d(self.layers(film).float(), 2)
        squared = ((predicted - chroma / _FULL_SCALE) ** 2).sum(dim=1)
        return (squared * weight).sum() / weight.sum().clamp_min(1.0)


class Zhang2016(nn.Module):
    """The network of “Colorful Image Colorization” (ECCV 2016, fig. 2): eight blocks, two of them dilated.

    32 million parameters; a distribution over bins of a*, b* at 1/4 of the input, cross-entropy with class
    rebalancing, annealed mean at 0.38.
    """

    stride = 8

    def __init__(self) -> None:
        super().__init__()
        blocks = (
            _block(1, 64, 2, step=2),
            _block(64, 128, 2, step=2),
            _block(128, 256, 3, step=2),
            _block(256, 512, 3),
            _block(512, 512, 3, dilation=2),
            _block(512, 512, 3, dilation=2),
            _block(512, 512, 3),
        )
        points = torch.from_numpy(centres())
        self.blocks = nn.Sequential(*blocks)
        self.finer = nn.Sequential(
            nn.ConvTranspose2d(512, 256, 4, stride=2, padding=1),
            nn.ReLU(inplace=True),
            nn.Conv2d(256, 256, 3, padding=1),
            nn.ReLU(inplace=True),
            nn.Conv2d(256, 256, 3, padding=1),
            nn.ReLU(inplace=True),
        )
        self.bins = nn.Conv2d(256, len(points), 1)
        self.points: Tensor
        self.weights: Tensor
        self.register_buffer("points", points)
        self.register_buffer("weights", torch.ones(len(points)))

    def rebalance(self, chroma: Tensor) -> None:
        """Weigh the bins by how rare they are among these training colours (n, 2)."""
        self.weights.copy_(rarity(chroma, self.points))

    def logits(self, film: Tensor) -> Tensor:
        logits: Tensor = self.bins(self.finer(self.blocks(film)))
        return logits

    def chroma(self, film: Tensor) -> Tensor:
        return annealed_mean(self.logits(film).float(), self.points)

    def loss(self, film: Tensor, chroma: Tensor, weight: Tensor) -> Tensor:
        logits = self.logits(film).float()
        counted = F.avg_pool2d(weight[:, None], 2)
        # The mean over the pixels that count: what does not count must not pull the colour towards neutral.
        mean = F.avg_pool2d(chroma * weight[:, None], 2) / counted.clamp_min(1e-6)
        counted = counted[:, 0].flatten()
        target = shared_out(mean.permute(0, 2, 3, 1).reshape(-1, 2), self.points)
        scores = F.log_softmax(logits, dim=1).permute(0, 2, 3, 1).reshape(len(target), -1)
        rare = self.weights[target.argmax(dim=1)]
        return (-(target * scores).sum(dim=1) * rare * counted).sum() / counted.sum().clamp_min(1.0)


def _block(inputs: int, outputs: int, count: int, *, step: int = 1, dilation: int = 1) -> nn.Sequential:
    """`count` convolutions, the last one with the stride, and batch normalisation at the end."""
    layers: list[nn.Module] = []
    for number in range(count):
        stride = step if number == count - 1 else 1
        source = inputs if number == 0 else outputs
        layers.append(nn.Conv2d(source, outputs, 3, stride=stride, padding=dilation, dilation=dilation))
        layers.append(nn.ReLU(inplace=True))
    return nn.Sequential(*layers, nn.BatchNorm2d(outputs))


#: Name → network and how it is called in a report.
RIVALS: dict[str, tuple[type[TutorialAutoencoder] | type[Zhang2016], str]] = {
    "tutorial": (TutorialAutoencoder, "Tutorial autoencoder, 6 M parameters, MSE on ab"),
    "zhang2016": (Zhang2016, "Zhang et al. 2016, 32 M parameters, class rebalancing"),
}
