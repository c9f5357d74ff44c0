"""Colour as a choice among bins of a*, b*: Zhang, Isola, Efros, “Colorful Image Colorization”, ECCV 2016, §2."""

from __future__ import annotations

from functools import cache

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from xraycolor_gui.core.encoding import lab, luminance

Floats = NDArray[np.float32]

#: Width of a bin in a* and b*.
STEP = 10.0
#: Bins that share a colour, and the width of the Gaussian that shares it out.
_NEIGHBOURS, _SIGMA = 5, 5.0
#: Mixture of the training colours with a uniform distribution, before the rarity of a bin is weighed.
_UNIFORM = 0.5
#: Temperature of the annealed mean: 1 is the mean, 0 the mode.
TEMPERATURE = 0.38


@cache
def centres() -> Floats:
    """(bins, 2) a*, b* of the grid points on or beside sRGB's gamut.

    The paper counts 313 of them; this rule (corners of every 10 × 10 cell that the gamut reaches, D65) gives a few
    less, all of them far from any colour a palette may have.
    """
    codes = np.arange(256) / 255
    one, other = np.meshgrid(codes, codes)
    reached: set[tuple[int, int]] = set()
    for channel in range(3):  # the gamut's outline lies on the six faces of the RGB cube
        for value in (0.0, 1.0):
            face = np.insert(np.stack([one, other], axis=-1), channel, value, axis=-1)
            cells = np.floor(lab(luminance(face))[..., 1:].reshape(-1, 2) / STEP).astype(int)
            reached |= {(int(a), int(b)) for a, b in np.unique(cells, axis=0)}
    corners = {(a + right, b + up) for a, b in reached for right in (0, 1) for up in (0, 1)}
    return np.array(sorted(corners), np.float32) * np.float32(STEP)


def shared_out(chroma: Tensor, points: Tensor) -> Tensor:
    """Chroma (n, 2) as a distribution over the bins (n, bins): the five nearest, by a Gaussian of their distance."""
    apart = torch.cdist(chroma, points)
    distance, nearest = apart.topk(_NEIGHBOURS, dim=1, largest=False)
    shares = torch.exp(-(distance**2) / (2 * _SIGMA**2))
    shares = shares / shares.sum(dim=1, keepdim=True)
    return torch.zeros_like(apart).scatter_(1, nearest, shares)


def rarity(chroma: Tensor, points: Tensor) -> Tensor:
    """(bins,) weight of each bin from the training colours (n, 2): the rarer, the heavier; 1 on average over them."""
    counts = torch.bincount(torch.cdist(chroma, points).argmin(dim=1), minlength=len(points)).float()
    near = torch.exp(-(torch.cdist(points, points) ** 2) / (2 * _SIGMA**2))
    smooth = near @ (counts / counts.sum())
    smooth = smooth / smooth.sum()
    weights = 1.0 / ((1.0 - _UNIFORM) * smooth + _UNIFORM / len(points))
    return weights / (smooth * weights).sum()


def annealed_mean(logits: Tensor, points: Tensor) -> Tensor:
    """Logits (n, bins, r, c) → a*, b* (n, 2, r, c)."""
    shares = F.softmax(logits / TEMPERATURE, dim=1)
    return torch.einsum("nbrc,bk->nkrc", shares, points)
