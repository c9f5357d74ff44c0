"""Pre-trained trunks: they see what they saw when they were trained, and what is frozen stays."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from xraycolor_gui.models.trunks import EfficientNetEncoder, EfficientNetLite0, Vgg16, Vgg16Encoder

WIDTHS = (4, 4, 6, 6, 8)


@pytest.mark.parametrize(
    ("encoder", "file"),
    [(Vgg16Encoder, "vgg16_imagenet_features"), (EfficientNetEncoder, "efficientnet_lite0_imagenet")],
)
def test_published_weights_fit_the_trunk(encoder: type, file: str, shared: Path) -> None:
    made = encoder(WIDTHS)
    before = made.trunk.state_dict()
    weights = load_file(shared / "weights" / f"{file}.fp16.safetensors")
    made.load_trunk(weights)
    assert set(before) <= set(weights)
    films = torch.zeros(1, 1, 64, 64)
    assert [tuple(seen.shape[1:]) for seen in made.eval()(films)] == [
        (w, 32 >> n, 32 >> n) for n, w in enumerate(WIDTHS)
    ]


def test_weights_of_something_else_are_refused() -> None:
    with pytest.raises(RuntimeError, match="lack"):
        Vgg16Encoder(WIDTHS).load_trunk({})


def test_vgg_takes_its_mean_off_a_film_of_0_to_255() -> None:
    trunk = Vgg16()
    seen = []
    trunk.blocks[0][0].register_forward_pre_hook(lambda _module, given: seen.append(given[0]))
    trunk(torch.full((1, 1, 32, 32), -1.0))
    torch.testing.assert_close(seen[0][0, :, 0, 0], torch.tensor([-123.68, -116.779, -103.939]))


def test_efficientnet_takes_127_off_and_divides_by_128() -> None:
    trunk = EfficientNetLite0().eval()
    seen = []
    trunk.stem.register_forward_pre_hook(lambda _module, given: seen.append(given[0]))
    trunk(torch.ones(1, 1, 32, 32))
    torch.testing.assert_close(seen[0][0, :, 0, 0], torch.full((3,), (255 - 127) / 128))


@pytest.mark.parametrize("encoder", [Vgg16Encoder, EfficientNetEncoder])
def test_frozen_stages_neither_learn_nor_count(encoder: type) -> None:
    made = encoder(WIDTHS, frozen=2).train()
    frozen = [module for stage in list(made.trunk.stages())[:2] for module in stage]
    assert frozen and not any(module.training for module in frozen)
    assert not any(weight.requires_grad for module in frozen for weight in module.parameters())
    assert any(weight.requires_grad for weight in made.trunk.parameters())
