"""From a radiograph to its colorization by one network."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from xraycolor_gui.core.coarse_grey import coarse_grey
from xraycolor_gui.core.colorization import Colorization, ModelId, Traits
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.core.upsample import guide, refine
from xraycolor_gui.models.adapter import Correction, adapted
from xraycolor_gui.models.alikeness import load_alikeness
from xraycolor_gui.models.autoencoders import OUTSIDE, Autoencoder, normalise
from xraycolor_gui.models.card import ModelCard
from xraycolor_gui.models.gauges import Gauges, Seen, Weighing

Grey = NDArray[np.float32]


class Colorizer:
    """A loaded model. Calls from several threads are safe: nothing in it changes."""

    def __init__(self, card: ModelCard, network: Autoencoder, gauges: Gauges | None = None) -> None:
        self.card = card
        self.gauges = gauges
        self.device = _best_device()
        self.network = network.to(self.device).eval()

    @property
    def model(self) -> ModelId:
        return ModelId(self.card.name, self.card.sha256, self.card.title)

    def colorize(self, radiograph: Radiograph, report: Callable[[float], None] | None = None) -> Colorization:
        """Composition of the whole film, longest side ≤ 512, along the film's edges.

        The film enters as its own default presentation shows it, so that a reader's window changes nothing here.
        report: called with 0 … 1; whatever it raises ends the work.
        """
        tell = report or (lambda _fraction: None)
        tell(0.0)
        grey = coarse_grey(radiograph)
        tell(0.2)
        seen = self.look(grey, radiograph.pixel_aspect)
        traits = self.traits(seen, grey)
        tell(0.8)
        if self.gauges is None:
            composition = refine(seen.shares, traits.guide)
            tell(1.0)
            return Colorization(composition, self.card.tissues, self.model, traits=traits)
        # Confidence goes along as one more plane, so that it ends where the film's edge is, as the colour does.
        chance = self.gauges.confidence.measure(seen.shares)
        planes = refine(np.concatenate([seen.shares, chance[..., None]], axis=2), traits.guide)
        composition, confidence = np.ascontiguousarray(planes[..., :-1]), np.ascontiguousarray(planes[..., -1])
        novelty = self.gauges.novelty.measure(seen)
        tell(1.0)
        return Colorization(composition, self.card.tissues, self.model, confidence, novelty, traits)

    def adapt(self, colorization: Colorization, corrections: Sequence[Correction]) -> Colorization:
        """The colorization as a reader's corrections change it; see `models.adapter`."""
        weighing = (
            self.gauges.confidence.weighing if self.gauges is not None else Weighing.plain(len(self.card.tissues))
        )
        return adapted(colorization, corrections, load_alikeness(), weighing)

    def traits(self, seen: Seen, grey: Grey) -> Traits:
        """What the adapter needs of a film whose default presentation is `grey`."""
        rows, columns, _ = seen.shares.shape
        return Traits(
            shares=seen.shares,
            features=np.ascontiguousarray(np.moveaxis(seen.features, 0, 2), np.float16),
            code=np.ascontiguousarray(np.moveaxis(seen.code, 0, 2), np.float16),
            stride=self.network.shape.stride // 2,
            film=np.asarray(cv2.resize(seen.film, (columns, rows), interpolation=cv2.INTER_AREA), np.float32),
            guide=guide(grey, (rows, columns)),
        )

    def composition(self, grey: Grey, pixel_aspect: float = 1.0) -> Grey:
        """(rows', columns', tissues) shares as the network gives them, longest side half the network's input."""
        film, entered = self._entered(grey, pixel_aspect)
        with torch.inference_mode():
            return _shares(self.network.predict(entered), film.shape)

    def look(self, grey: Grey, pixel_aspect: float = 1.0) -> Seen:
        """The same shares, with the bottleneck and the film that it gives back: what gauges read."""
        film, entered = self._entered(grey, pixel_aspect)
        rows, columns = film.shape
        with torch.inference_mode():
            look = self.network.look(entered)
            rebuilt = look.rebuilt[0, 0, : rows // 2, : columns // 2].float().cpu().numpy()
            features = look.traits[0, :, : rows // 2, : columns // 2].float().cpu().numpy()
            return Seen(film, _shares(look.logits, film.shape), look.code[0].float().cpu().numpy(), rebuilt, features)

    def _entered(self, grey: Grey, pixel_aspect: float) -> tuple[Grey, torch.Tensor]:
        """The normalised film, and what enters the network: the film laid on a multiple of its stride."""
        film = normalise(shrunk(grey, self.card.input_size, pixel_aspect))
        rows, columns = film.shape
        stride = self.network.shape.stride
        padded = np.full((_multiple(rows, stride), _multiple(columns, stride)), OUTSIDE, np.float32)
        padded[:rows, :columns] = film
        entered = torch.from_numpy(padded)[None, None].to(self.device, memory_format=torch.channels_last)
        return film, entered


def _shares(logits: torch.Tensor, shape: tuple[int, ...]) -> Grey:
    """(r/2, c/2, tissues) of the film of `shape` (r, c) from logits (1, tissues, …)."""
    shares = torch.softmax(logits, dim=1)[0, :, : shape[0] // 2, : shape[1] // 2]
    return np.ascontiguousarray(shares.permute(1, 2, 0).cpu().numpy(), np.float32)


def shrunk(grey: Grey, longest: int, pixel_aspect: float = 1.0) -> Grey:
    """The film with square pixels and even sides, its longest side `longest`.

    pixel_aspect: height of a pixel divided by its width.
    """
    rows, columns = grey.shape[0] * pixel_aspect, float(grey.shape[1])
    factor = longest / max(rows, columns)
    size = (_even(columns * factor), _even(rows * factor))
    shrinking = size[0] <= grey.shape[1] and size[1] <= grey.shape[0]
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA if shrinking else cv2.INTER_LINEAR))


def _even(length: float) -> int:
    return max(2, 2 * round(length / 2))


def _multiple(length: int, stride: int) -> int:
    return -(-length // stride) * stride


def _best_device() -> torch.device:
    if torch.cuda.is_available():
        return torch.device("cuda")
    if torch.backends.mps.is_available():
        return torch.device("mps")
    return torch.device("cpu")
