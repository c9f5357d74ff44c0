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
        film = normalise(shrunk(grey, self.card.input_size, pixel_aspect))
        with torch.inference_mode():
            return self._shares(self.network.predict(self._entered(film)), film)

    def look(self, grey: Grey, pixel_aspect: float = 1.0) -> Seen:
        """The same shares, with the bottleneck and the film that it gives back: what gauges read."""
        film = normalise(shrunk(grey, self.card.input_size, pixel_aspect))
        rows, columns = film.shape
        with torch.inference_mode():
            look = self.network.look(self._entered(film))
            rebuilt = look.rebuilt[0, 0, : rows // 2, : columns // 2].float().cpu().numpy()
            features = look.traits[0, :, : rows // 2, : columns // 2].float().cpu().numpy()
            return Seen(film, self._shares(look.logits, film), look.code[0].float().cpu().numpy(), rebuilt, features)

    def _shares(self, logits: torch.Tensor, film: Grey) -> Grey:
        """(r/2, c/2, tissues) of the film (r, c) from its logits, and from the mirrored film's where the card says so.

        With both, a mirrored film is coloured exactly like the film itself, mirrored.
        """
        seen = _on_film(logits, film)
        if self.card.mirrored:
            mirrored = self.network.predict(self._entered(film[:, ::-1]))
            seen = (seen + _on_film(mirrored, film).flip(2)) / 2
        return np.ascontiguousarray(torch.softmax(seen, dim=0).permute(1, 2, 0).cpu().numpy(), np.float32)

    def _entered(self, film: Grey) -> torch.Tensor:
        """What enters the network: the normalised film laid on a multiple of its stride."""
        rows, columns = film.shape
        stride = self.network.shape.stride
        padded = np.full((_multiple(rows, stride), _multiple(columns, stride)), OUTSIDE, np.float32)
        padded[:rows, :columns] = film
        return torch.from_numpy(padded)[None, None].to(self.device, memory_format=torch.channels_last)


def _on_film(logits: torch.Tensor, film: Grey) -> torch.Tensor:
    """(tissues, r/2, c/2), the part of logits (1, tissues, …) that lies on the film (r, c)."""
    return logits[0, :, : film.shape[0] // 2, : film.shape[1] // 2].float()


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
