"""What the network is taught by: shares where they are known, outlines where a mask speaks, a teacher elsewhere.

The network's logits z stand for physical shares p = softmax(z). The shares that a palette shows are
q ∝ (salience · p)^power, in logits power · (z + log salience): both are taught, no colour is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.training.real_films import TOLD, Label

LUNG, GAS, HEART, BONE, METAL, BACKGROUND = (
    TISSUES.index(name) for name in ("lung", "gas", "heart", "bone", "metal", "background")
)

_RARE = [METAL, GAS]

_NEITHER = [number for number in range(len(TISSUES)) if number not in (LUNG, HEART)]

#: Metal and gas cover few pixels, so a pixel that they lead counts this much more.
RARE_WEIGHT = 5.0

#: How far "there is lung behind the heart" may lie below "there is lung", in logits of the lung's shown share.
BEHIND_HEART = 4.0

#: A mask that goes on behind the heart says above all "lung or heart"; that lung is there too is said this much softer.
WIDE_LUNG_WEIGHT = 0.15

#: In logits of a shown share: what a tight mask names has at least half of the colour, in a wide one an eighth.
LARGEST_OFFSET, LARGEST_WIDE_OFFSET = 0.0, 2.0

#: The heart is small and known on few films, so its outline counts more.
HEART_WEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Atlas:
    """The design weights under which tissues are shown, in the order of TISSUES."""

    salience: tuple[float, ...]
    power: float

    @classmethod
    def of(cls, salience: Mapping[str, float], power: float) -> Atlas:
        unknown = set(salience) - set(TISSUES)
        if unknown:
            raise TrainingError(f"Salience for {sorted(unknown)}: no such tissue.", f"Tissues are {list(TISSUES)}.")
        return cls(tuple(float(salience.get(name, 1.0)) for name in TISSUES), float(power))

    def logits(self, logits: Tensor) -> Tensor:
        """Logits (n, tissues, …) of physical shares → logits of shown shares."""
        shown: Tensor = self.power * (logits + self._log(logits).view(1, -1, 1, 1))
        return shown

    def shares(self, shares: Tensor) -> Tensor:
        """Physical shares (n, tissues, …) → shown shares."""
        weights = (shares.clamp_min(1e-8) * self._log(shares).exp().view(1, -1, 1, 1)) ** self.power
        shown: Tensor = weights / weights.sum(dim=1, keepdim=True)
        return shown

    def _log(self, like: Tensor) -> Tensor:
        return torch.tensor(self.salience, dtype=like.dtype, device=like.device).log()


class MaskOffsets(nn.Module):
    """A mask tells where a tissue is, not how much of it: the shown share at which “here” begins is learnt.

    One offset for tight outlines of lungs, of heart and of bone, one for lung masks that go on behind the heart; all
    are bounded, so that a colour really shows what a mask names.
    """

    def __init__(self) -> None:
        super().__init__()
        self.values = nn.Parameter(torch.zeros(4))

    @property
    def lung(self) -> Tensor:
        return self._bounded(0)

    @property
    def heart(self) -> Tensor:
        return self._bounded(1)

    @property
    def bone(self) -> Tensor:
        return self._bounded(2)

    @property
    def wide_lung(self) -> Tensor:
        return self._bounded(3, LARGEST_WIDE_OFFSET)

    def _bounded(self, index: int, largest: float = LARGEST_OFFSET) -> Tensor:
        return self.values[index].clamp(max=largest)


def computed_loss(logits: Tensor, shares: Tensor, weight: Tensor, atlas: Atlas) -> Tensor:
    """Known shares (n, tissues, r, c): Kullback-Leibler of physical and of shown shares, and L1 of the shown ones.

    weight: (n, r, c), how far the shares may be trusted.
    """
    shown = atlas.shares(shares)
    log_shown = F.log_softmax(atlas.logits(logits), dim=1)
    physical = F.kl_div(F.log_softmax(logits, dim=1), shares, reduction="none").sum(1)
    displayed = F.kl_div(log_shown, shown, reduction="none").sum(1)
    apart = (log_shown.exp() - shown).abs().sum(1)
    rare = 1.0 + RARE_WEIGHT * shown[:, _RARE].sum(1)
    return ((physical + displayed + apart) * weight * rare).mean()


def against_rest(logits: Tensor, tissue: int) -> Tensor:
    """(n, r, c) logit of one tissue's share against the sum of all others."""
    others = torch.cat([logits[:, :tissue], logits[:, tissue + 1 :]], dim=1)
    return logits[:, tissue] - torch.logsumexp(others, dim=1)


def mask_loss(logits: Tensor, labels: Tensor, atlas: Atlas, offsets: MaskOffsets) -> Tensor:
    """Binary cross-entropy on shown shares, only where the labels (n, r, c) speak; 0 where none does."""
    shown = atlas.logits(logits)
    lung, heart = against_rest(shown, LUNG), against_rest(shown, HEART)
    with torch.no_grad():
        shares = F.softmax(shown, dim=1)
        hidden_by_heart = shares[:, HEART] / (shares[:, HEART] + shares[:, LUNG] + 1e-6)
    either = torch.logaddexp(shown[:, LUNG], shown[:, HEART]) - torch.logsumexp(shown[:, _NEITHER], dim=1)
    loose_lung = lung + offsets.wide_lung + BEHIND_HEART * hidden_by_heart
    terms = [
        _here(lung + offsets.lung, labels, (Label.LUNG,)),
        _not_here(lung + offsets.lung, labels, (Label.ELSE, Label.HEART, Label.SOLID)),
        HEART_WEIGHT * _here(heart + offsets.heart, labels, (Label.HEART,)),
        HEART_WEIGHT * _not_here(heart + offsets.heart, labels, (Label.ELSE, Label.LUNG, Label.SOLID)),
        _here(either, labels, (Label.LUNG_OR_HEART,)),
        WIDE_LUNG_WEIGHT * _here(loose_lung, labels, (Label.LUNG_OR_HEART,)),
        _not_here(lung + offsets.wide_lung, labels, (Label.NOT_LUNG,)),
        _here(against_rest(shown, BONE) + offsets.bone, labels, (Label.BONE,)),
        _not_here(against_rest(shown, GAS), labels, (Label.SOLID,)),
        _here(against_rest(shown, BACKGROUND) - 2.0, labels, (Label.BACKGROUND,)),
    ]
    spoken = (labels != Label.UNKNOWN).sum().clamp_min(1)
    return torch.stack(terms).sum() / spoken


def _here(logit: Tensor, labels: Tensor, which: Sequence[Label]) -> Tensor:
    return (F.softplus(-logit) * _marked(labels, which)).sum()


def _not_here(logit: Tensor, labels: Tensor, which: Sequence[Label]) -> Tensor:
    return (F.softplus(logit) * _marked(labels, which)).sum()


def _marked(labels: Tensor, which: Sequence[Label]) -> Tensor:
    marked = torch.zeros_like(labels, dtype=torch.bool)
    for label in which:
        marked |= labels == int(label)
    return marked


def told_loss(logits: Tensor, labels: Tensor, atlas: Atlas) -> Tensor:
    """Cross-entropy of shown shares with the tissues that readers named, where they did; 0 where none did.

    Every named tissue counts alike: errors of one kind are found more often, and would teach that tissue away.
    """
    here = labels >= TOLD
    if not bool(here.any()):
        return logits.sum() * 0.0
    shown = F.log_softmax(atlas.logits(logits), dim=1).movedim(1, -1)[here]
    named = labels[here].long() - TOLD
    each = F.nll_loss(shown, named, reduction="none")
    return torch.stack([each[named == tissue].mean() for tissue in torch.unique(named)]).mean()


def no_metal_loss(logits: Tensor, metalless: Tensor, atlas: Atlas) -> Tensor:
    """Binary cross-entropy against metal in films (n,) that show none, as part of all films; 0 where there are none."""
    if not bool(metalless.any()):
        return logits.sum() * 0.0
    metal = against_rest(atlas.logits(logits[metalless]), METAL)
    return F.softplus(metal).mean() * metalless.float().mean()


def teacher_loss(logits: Tensor, teacher: Tensor, taught: Tensor, atlas: Atlas) -> Tensor:
    """Pupil's logits against the teacher's logits on the same places; `taught` (n, r, c) says where."""
    target = F.softmax(atlas.logits(teacher), dim=1)
    divergence = F.kl_div(F.log_softmax(atlas.logits(logits), dim=1), target, reduction="none").sum(1)
    physical = F.kl_div(F.log_softmax(logits, dim=1), F.softmax(teacher, dim=1), reduction="none").sum(1)
    return ((divergence + physical) * taught).sum() / taught.sum().clamp_min(1)


def film_loss(rebuilt: Tensor, film: Tensor) -> Tensor:
    """L1 of the film (n, 1, r, c) rebuilt from the bottleneck at half the resolution."""
    return (rebuilt - F.avg_pool2d(film, 2)).abs().mean()


def seen_by_pupil(teacher: Tensor, mapping: Tensor) -> tuple[Tensor, Tensor]:
    """The teacher's logits (n, tissues, r, c) sampled at the pupil's places by `mapping` (n, 2, 3); where it could."""
    if len(teacher) == 0:  # a batch of computed films only
        return teacher, teacher.new_zeros(teacher[:, 0].shape, dtype=torch.bool)
    places = F.affine_grid(mapping, list(teacher.shape), align_corners=False)
    sampled = F.grid_sample(teacher, places, mode="bilinear", padding_mode="border", align_corners=False)
    inside = (places.abs() <= 1).all(dim=-1)
    return sampled, inside
