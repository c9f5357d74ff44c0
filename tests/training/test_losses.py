"""Losses: what pulls which share which way."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.io.resources import palette
from xraycolor_gui.training.config import read_config
from xraycolor_gui.training.losses import (
    BACKGROUND,
    HEART,
    LARGEST_OFFSET,
    LARGEST_WIDE_OFFSET,
    LUNG,
    METAL,
    Atlas,
    MaskOffsets,
    computed_loss,
    mask_loss,
    no_metal_loss,
    seen_by_pupil,
    teacher_loss,
    told_loss,
)
from xraycolor_gui.training.real_films import TOLD, Label

ATLAS = Atlas.of({"lung": 5.0, "gas": 2.0, "fat": 0.5, "heart": 1.8, "bone": 2.5, "metal": 3.0}, 1.5)


def _logits(seed: int = 0, side: int = 4) -> torch.Tensor:
    return torch.randn(2, len(TISSUES), side, side, generator=torch.Generator().manual_seed(seed))


def test_shown_shares_are_those_of_the_palette() -> None:
    shares = torch.softmax(_logits(), 1)
    shown = palette("anatomical").shares(shares.permute(0, 2, 3, 1).numpy(), TISSUES)
    np.testing.assert_allclose(ATLAS.shares(shares).permute(0, 2, 3, 1).numpy(), shown, atol=1e-5)


def test_logits_of_shown_shares_agree_with_shown_shares() -> None:
    logits = _logits()
    torch.testing.assert_close(torch.softmax(ATLAS.logits(logits), 1), ATLAS.shares(torch.softmax(logits, 1)))


def test_the_shipped_configuration_trains_for_the_anatomical_palette() -> None:
    settings, shown = read_config("basic").atlas, palette("anatomical")
    assert settings.power == shown.power
    assert {name: float(swatch.salience) for name, swatch in shown.tissues.items()} == dict(settings.salience)


def test_an_unknown_tissue_is_refused() -> None:
    with pytest.raises(TrainingError, match="spleen"):
        Atlas.of({"spleen": 1.0}, 1.0)


def test_the_right_shares_cost_nothing_and_wrong_ones_something() -> None:
    logits, weight = _logits(), torch.ones(2, 4, 4)
    right = computed_loss(logits, torch.softmax(logits, 1), weight, ATLAS)
    wrong = computed_loss(_logits(1), torch.softmax(logits, 1), weight, ATLAS)
    assert abs(float(right)) < 1e-5
    assert float(wrong) > 0.5


def test_shares_that_are_not_trusted_cost_nothing() -> None:
    assert float(computed_loss(_logits(1), torch.softmax(_logits(), 1), torch.zeros(2, 4, 4), ATLAS)) == 0.0


@pytest.mark.parametrize(
    ("label", "tissue", "direction"),
    [
        (Label.LUNG, LUNG, 1),
        (Label.HEART, HEART, 1),
        (Label.ELSE, LUNG, -1),
        (Label.ELSE, HEART, -1),
        (Label.NOT_LUNG, LUNG, -1),
        (Label.LUNG_OR_HEART, LUNG, 1),
        (Label.BACKGROUND, BACKGROUND, 1),
    ],
)
def test_a_label_pulls_its_tissue_the_right_way(label: Label, tissue: int, direction: int) -> None:
    logits = torch.zeros(1, len(TISSUES), 3, 3, requires_grad=True)
    labels = torch.full((1, 3, 3), int(label), dtype=torch.uint8)
    mask_loss(logits, labels, ATLAS, MaskOffsets()).backward()
    assert logits.grad is not None
    assert (torch.sign(-logits.grad[0, tissue]) == direction).all()


def test_where_no_mask_speaks_nothing_is_learnt() -> None:
    logits = torch.zeros(1, len(TISSUES), 3, 3, requires_grad=True)
    loss = mask_loss(logits, torch.zeros(1, 3, 3, dtype=torch.uint8), ATLAS, MaskOffsets())
    loss.backward()
    assert loss.item() == 0.0
    assert logits.grad is not None
    assert not logits.grad.any()


def test_lung_behind_the_heart_is_asked_for_less_where_the_heart_is_seen() -> None:
    labels = torch.full((1, 3, 3), int(Label.LUNG_OR_HEART), dtype=torch.uint8)
    pulls = []
    for heart in (0.0, 6.0):
        logits = torch.zeros(1, len(TISSUES), 3, 3)
        logits[:, HEART] = heart
        logits[:, LUNG] = heart - 2.0
        logits.requires_grad_()
        mask_loss(logits, labels, ATLAS, MaskOffsets()).backward()
        assert logits.grad is not None
        pulls.append(float(-logits.grad[0, LUNG].mean()))
    assert pulls[1] > 0
    strict = torch.zeros(1, len(TISSUES), 3, 3)
    strict[:, HEART], strict[:, LUNG] = 6.0, 4.0
    strict.requires_grad_()
    mask_loss(strict, torch.full_like(labels, int(Label.LUNG)), ATLAS, MaskOffsets()).backward()
    assert strict.grad is not None
    assert pulls[1] < float(-strict.grad[0, LUNG].mean())


def test_the_teacher_is_believed_only_where_it_teaches() -> None:
    taught = torch.zeros(2, 4, 4, dtype=torch.bool)
    assert float(teacher_loss(_logits(), _logits(1), taught, ATLAS)) == 0.0
    assert float(teacher_loss(_logits(), _logits(), ~taught, ATLAS)) < 1e-5
    assert float(teacher_loss(_logits(), _logits(1), ~taught, ATLAS)) > 0.1


def test_the_identity_mapping_returns_the_teachers_own_pixels() -> None:
    logits = _logits(side=8)
    mapping = torch.eye(2, 3).expand(2, 2, 3)
    seen, reached = seen_by_pupil(logits, mapping)
    torch.testing.assert_close(seen, logits, atol=1e-5, rtol=0)
    assert reached.all()


def test_a_mask_never_settles_for_a_share_that_does_not_show() -> None:
    offsets = MaskOffsets()
    with torch.no_grad():
        offsets.values.fill_(5.0)
    assert float(offsets.wide_lung.detach()) == pytest.approx(LARGEST_WIDE_OFFSET)
    for offset in (offsets.lung, offsets.heart, offsets.bone):
        assert float(offset.detach()) == pytest.approx(LARGEST_OFFSET)


def test_films_without_metal_teach_that_there_is_none() -> None:
    logits = torch.zeros(2, len(TISSUES), 3, 3, requires_grad=True)
    no_metal_loss(logits, torch.tensor([True, False]), ATLAS).backward()
    assert logits.grad is not None
    assert (logits.grad[0, METAL] > 0).all()
    assert not logits.grad[1].any()


def test_without_such_films_nothing_is_said_of_metal() -> None:
    assert float(no_metal_loss(_logits(), torch.zeros(2, dtype=torch.bool), ATLAS)) == 0.0


def test_what_readers_named_is_pulled_up_and_the_rest_left_alone() -> None:
    logits = torch.zeros(1, len(TISSUES), 2, 2, requires_grad=True)
    labels = torch.tensor([[[TOLD + HEART, 0], [int(Label.LUNG), 0]]], dtype=torch.uint8)
    told_loss(logits, labels, ATLAS).backward()
    assert logits.grad is not None
    assert logits.grad[0, HEART, 0, 0] < 0
    assert not logits.grad[0, :, 1].any()
    assert float(told_loss(_logits(), torch.zeros(2, 4, 4, dtype=torch.uint8), ATLAS)) == 0.0
