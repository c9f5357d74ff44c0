"""How a run begins: on an earlier model's weights, on a trunk, with a guide's decoders."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from tests.models.made_models import tiny_card, tiny_network
from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.models.autoencoders import Autoencoder, Shape, settings_of
from xraycolor_gui.models.library import save
from xraycolor_gui.training.beginning import first_network, guide_of
from xraycolor_gui.training.config import ModelSettings, TrainingConfig

TINY = ModelSettings(widths=(4, 4, 6, 6, 8), bottleneck=4)


def _config(**changes: object) -> TrainingConfig:
    return TrainingConfig(model=replace(TINY, **changes))  # type: ignore[arg-type]


def test_a_parent_hands_its_weights_on(tmp_path: Path) -> None:
    parent = save(tiny_network(5), tiny_card(tiny_network(5)), tmp_path)
    network = first_network(_config(parent=str(parent.path)), None).eval()
    film = torch.randn(1, 1, 64, 64)
    torch.testing.assert_close(network.predict(film), tiny_network(5).predict(film), rtol=0, atol=0.05)


def test_a_tissue_the_parent_did_not_know_begins_as_a_rare_one(tmp_path: Path) -> None:
    torch.manual_seed(0)
    old = Autoencoder(Shape(len(TISSUES) - 1, widths=TINY.widths, bottleneck=4)).eval()
    card = replace(tiny_card(tiny_network()), network=settings_of(old), tissues=TISSUES[:-1])
    parent = save(old, card, tmp_path)
    network = first_network(_config(parent=str(parent.path)), None).eval()
    film = torch.randn(1, 1, 64, 64)
    logits = network.predict(film).detach()
    torch.testing.assert_close(logits[:, :-1], old.predict(film), rtol=0, atol=0.05)
    assert float(torch.softmax(logits, 1)[:, -1].mean()) < 1 / len(TISSUES)


def test_a_parent_of_another_shape_is_refused(tmp_path: Path) -> None:
    parent = save(tiny_network(), tiny_card(tiny_network()), tmp_path)
    with pytest.raises(TrainingError, match="another shape"):
        first_network(_config(parent=str(parent.path), bottleneck=6), None)


def test_a_guide_of_other_tissues_is_refused(tmp_path: Path) -> None:
    old = Autoencoder(Shape(3, widths=TINY.widths, bottleneck=4)).eval()
    card = replace(tiny_card(tiny_network()), network=settings_of(old), tissues=TISSUES[:3])
    guide = save(old, card, tmp_path)
    with pytest.raises(TrainingError, match="other tissues"):
        guide_of(_config(guide=str(guide.path)))


def test_unknown_architectures_and_missing_trunks_are_said(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no architecture"):
        first_network(_config(architecture="resnet"), None)
    with pytest.raises(TrainingError, match="does not hold"):
        first_network(_config(architecture="vgg16", trunk="absent.safetensors"), tmp_path)
    with pytest.raises(TrainingError, match="has no trunk"):
        first_network(_config(trunk="any.safetensors"), tmp_path)


def test_a_trunk_model_borrows_its_guides_decoders(shared: Path, tmp_path: Path) -> None:
    guide = save(tiny_network(3), tiny_card(tiny_network(3)), tmp_path)
    trunk = "efficientnet_lite0_imagenet.fp16.safetensors"
    config = _config(architecture="efficientnet", trunk=trunk, guide=str(guide.path))
    network = first_network(config, shared, guide_of(config))
    torch.testing.assert_close(
        network.composition.logits.weight, tiny_network(3).composition.logits.weight, rtol=0, atol=1e-3
    )
