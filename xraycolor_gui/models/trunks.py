"""Pre-trained trunks as encoders: VGG-16 and EfficientNet-Lite0, learnt on photographs, shown films.

Each takes the normalised film (n, 1, rows, columns), −1 … 1, and gives features at 1/2, 1/4, 1/8, 1/16 and 1/32 of it,
narrowed to the widths its decoders want. The first `frozen` stages of a trunk never learn.

VGG-16: Simonyan and Zisserman, arXiv:1409.1556. EfficientNet: Tan and Le, arXiv:1905.11946, in its Lite0 form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

#: What VGG-16 takes off the channels of a picture of 0 … 255.
_VGG_MEAN = (123.68, 116.779, 103.939)
_VGG_BLOCKS = ((1, 64), (64, 128), (128, 256), (256, 512), (512, 512))
_VGG_DEPTHS = (2, 2, 3, 3, 3)
#: EfficientNet-Lite0: repeats, kernel, first stride, expansion, channels.
_LITE0_STAGES = (
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
)
#: The last block of each scale, from 1/2 to 1/32.
_LITE0_TAPS = (0, 2, 4, 10, 15)
_LITE0_CHANNELS = (16, 24, 40, 112, 320)


class TrunkEncoder(nn.Module):
    """A trunk, and one 1 × 1 convolution per scale that narrows what it sees."""

    #: Channels of the trunk at 1/2 … 1/32.
    channels: tuple[int, ...]

    def __init__(self, trunk: nn.Module, widths: Sequence[int], frozen: int) -> None:
        super().__init__()
        self.trunk = trunk
        self.narrow = nn.ModuleList(
            nn.Sequential(nn.Conv2d(a, b, 1, bias=False), nn.BatchNorm2d(b), nn.ReLU(inplace=True))
            for a, b in zip(self.channels, widths, strict=True)
        )
        self.frozen = frozen
        for module in self._frozen_parts():
            module.requires_grad_(False)

    def forward(self, film: Tensor) -> list[Tensor]:
        """As of `autoencoders.Encoder`, whose place it takes."""
        return [narrow(seen) for narrow, seen in zip(self.narrow, self.trunk(film), strict=True)]

    def train(self, mode: bool = True) -> TrunkEncoder:
        """What is frozen keeps its statistics as well."""
        super().train(mode)
        for module in self._frozen_parts():
            module.eval()
        return self

    def load_trunk(self, weights: Mapping[str, Tensor]) -> None:
        """Put pre-trained weights in; the classifier's are passed over. RuntimeError where they do not fit."""
        own = self.trunk.state_dict()
        missing = [name for name in own if name not in weights]
        if missing:
            raise RuntimeError(f"the pre-trained weights lack {missing[0]}")
        self.trunk.load_state_dict({name: weights[name].to(value.dtype) for name, value in own.items()})

    def _frozen_parts(self) -> Iterator[nn.Module]:
        stages = list(self.trunk.stages())  # type: ignore[operator]
        for stage in stages[: self.frozen]:
            yield from stage


class Vgg16(nn.Module):
    """The thirteen convolutions of VGG-16; features after every block, the last one pooled once more."""

    mean: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(
            nn.ModuleList(
                nn.Conv2d(inputs if number == 0 else outputs, outputs, 3, padding=1) for number in range(depth)
            )
            for depth, (inputs, outputs) in zip(_VGG_DEPTHS, _with_colour(_VGG_BLOCKS), strict=True)
        )
        self.register_buffer("mean", torch.tensor(_VGG_MEAN).view(1, 3, 1, 1), persistent=False)

    def forward(self, film: Tensor) -> list[Tensor]:
        seen = (film + 1.0) * 127.5 - self.mean
        features: list[Tensor] = []
        for number, block in enumerate(self.blocks):
            if number:
                seen = F.max_pool2d(seen, 2)
            for convolution in block:  # type: ignore[attr-defined]
                seen = F.relu(convolution(seen), inplace=True)
            features.append(seen)
        return [*features[1:], F.max_pool2d(features[-1], 2)]

    def stages(self) -> Iterator[Sequence[nn.Module]]:
        for block in self.blocks:
            yield [block]


def _with_colour(blocks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(3, blocks[0][1]), *blocks[1:]]


class Vgg16Encoder(TrunkEncoder):
    """VGG16's convolutions, pre-trained. frozen: how many of its five blocks learn nothing."""

    channels = (128, 256, 512, 512, 512)

    def __init__(self, widths: Sequence[int], frozen: int = 5) -> None:
        super().__init__(Vgg16(), widths, frozen)


class InvertedBottleneck(nn.Module):
    """Expand, filter every channel by itself, project; added to its input where both fit."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int, expansion: int) -> None:
        super().__init__()
        wide = inputs * expansion
        if expansion > 1:
            self.expand = nn.Conv2d(inputs, wide, 1, bias=False)
            self.bn0 = nn.BatchNorm2d(wide, eps=1e-3)
        self.depthwise = nn.Conv2d(wide, wide, kernel, stride, groups=wide, bias=False)
        self.bn1 = nn.BatchNorm2d(wide, eps=1e-3)
        self.project = nn.Conv2d(wide, outputs, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs, eps=1e-3)
        self.expanded, self.added = expansion > 1, stride == 1 and inputs == outputs

    def forward(self, features: Tensor) -> Tensor:
        seen = F.relu6(self.bn0(self.expand(features))) if self.expanded else features
        seen = F.relu6(self.bn1(self._each_by_itself(seen)))
        seen = self.bn2(self.project(seen))
        return features + seen if self.added else seen  # type: ignore[no-any-return]

    def _each_by_itself(self, features: Tensor) -> Tensor:
        if features.device.type != "cpu":
            return _same(self.depthwise, features)
        # On processors the gradient in half precision takes four to seven times as long.
        with torch.autocast("cpu", enabled=False):
            return _same(self.depthwise, features.float())


def _same(convolution: nn.Conv2d, features: Tensor) -> Tensor:
    """A convolution with TensorFlow's "SAME" padding: the odd pixel goes to the right and to the bottom."""
    kernel, stride = convolution.kernel_size[0], convolution.stride[0]
    if stride == 1:
        plain: Tensor = F.conv2d(features, convolution.weight, padding=kernel // 2, groups=convolution.groups)
        return plain
    more = [max((-(-size // stride) - 1) * stride + kernel - size, 0) for size in features.shape[:1:-1]]
    around = [side for total in more for side in (total // 2, total - total // 2)]
    seen: Tensor = convolution(F.pad(features, around))
    return seen


class EfficientNetLite0(nn.Module):
    """The convolutions of EfficientNet-Lite0 without its head; features at five scales."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Conv2d(3, 32, 3, 2, bias=False)
        self.bn_stem = nn.BatchNorm2d(32, eps=1e-3)
        blocks: list[nn.Module] = []
        inputs = 32
        for repeats, kernel, stride, expansion, outputs in _LITE0_STAGES:
            for number in range(repeats):
                blocks.append(InvertedBottleneck(inputs, outputs, kernel, stride if number == 0 else 1, expansion))
                inputs = outputs
        self.blocks = nn.ModuleList(blocks)

    def forward(self, film: Tensor) -> list[Tensor]:
        # (255 (film + 1) / 2 − 127) / 128 in three equal channels
        seen = ((film * 127.5 + 0.5) / 128.0).expand(-1, 3, -1, -1)
        seen = F.relu6(self.bn_stem(_same(self.stem, seen)))
        features: list[Tensor] = []
        for number, block in enumerate(self.blocks):
            seen = block(seen)
            if number in _LITE0_TAPS:
                features.append(seen)
        return features

    def stages(self) -> Iterator[Sequence[nn.Module]]:
        """One per scale, from 1/2 to 1/32."""
        start = 0
        for number, tap in enumerate(_LITE0_TAPS):
            blocks = list(self.blocks[start : tap + 1])
            yield [self.stem, self.bn_stem, *blocks] if number == 0 else blocks
            start = tap + 1


class EfficientNetEncoder(TrunkEncoder):
    """EfficientNet-Lite0 without its head, pre-trained. frozen: how many of its stages learn nothing."""

    channels = _LITE0_CHANNELS

    def __init__(self, widths: Sequence[int], frozen: int = 0) -> None:
        super().__init__(EfficientNetLite0(), widths, frozen)
