"""How sure a model is: per pixel the chance that its leading tissue is right, per film how unlike its training it is.

Both are read off what the network says of the film anyway. Their numbers are fitted by `training.calibrate` and travel
in the model's own weights file, under names that begin with "gauges.".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.colorization import Novelty
from xraycolor_gui.models.card import GAUGES

Floats = NDArray[np.float32]

#: The kind of picture, among those a novelty gauge knows, that is not novel.
RADIOGRAPH = "radiograph"
#: Kinds of pictures, and what to say of one that is most like these: a sentence without its full stop. Kinds that are
#: easily taken for each other share one sentence, so that it does not claim more than is known.
_REASONS: tuple[tuple[frozenset[str], str], ...] = (
    (frozenset({"inverted"}), "this looks inverted: black and white are exchanged"),
    (
        frozenset({"CT", "MR", "ultrasound"}),
        "this does not look like a radiograph: it resembles a slice (CT or MR) or an ultrasound picture",
    ),
    (
        frozenset({"photograph", "fundus", "drawing", "document", "noise"}),
        "this does not look like a radiograph: it resembles a photograph, a drawing or a page",
    ),
)
_UNLIKE = "this is unlike the radiographs that the model learnt from"
#: Part of its unlikeness that kinds must have together for the reason to name them.
_NAMED = 0.5


@dataclass(frozen=True, eq=False, slots=True)
class Seen:
    """What one network saw in one film.

    film: (r, c) normalised, as it entered. shares: (r/2, c/2, tissues), sum 1. code: (channels, r', c'), the
    bottleneck. rebuilt: (r/2, c/2), the film as the bottleneck alone gives it. features: (k, r/2, c/2), the decoder's
    last ones.
    """

    film: Floats
    shares: Floats
    code: Floats
    rebuilt: Floats
    features: Floats


@dataclass(frozen=True, eq=False, slots=True)
class Weighing:
    """The palettes' shared weighing of tissues, salience (tissues,) and power, whatever palette is shown."""

    salience: Floats
    power: float

    @classmethod
    def plain(cls, tissues: int) -> Weighing:
        """Shares shown as they are."""
        return cls(np.ones(tissues, np.float32), 1.0)

    def shown(self, shares: Floats) -> Floats:
        """Physical shares (…, tissues) as they are shown: q ∝ (salience · share)^power, sum 1."""
        weights = np.maximum(shares, 1e-8) * self.salience
        weights *= np.sqrt(weights) if self.power == 1.5 else weights ** (self.power - 1)
        return np.asarray(weights / weights.sum(axis=-1, keepdims=True), np.float32)

    def physical(self, shown: Floats) -> Floats:
        """The physical shares (…, tissues) that are shown like this; undoes `shown`."""
        weights = np.maximum(shown, 1e-8) ** np.float32(1 / self.power) / self.salience
        return np.asarray(weights / weights.sum(axis=-1, keepdims=True), np.float32)

    def leading(self, shares: Floats) -> NDArray[np.intp]:
        """Number of the tissue that leads at each place of shares (…, tissues)."""
        return np.asarray(self.shown(shares).argmax(axis=-1))


@dataclass(frozen=True, eq=False, slots=True)
class ConfidenceGauge:
    """Chance, per pixel, that the tissue that leads under the palettes' shared weighing is the right one.

    salience (tissues,) and power (1,): that weighing.
    weights: (tissues, 1 + signs): per leading tissue, how the signs of `signs_of` add to one score.
    scores, chances: (n,) both rising: what each score turned out to be worth on validation films.
    """

    salience: Floats
    power: Floats
    weights: Floats
    scores: Floats
    chances: Floats

    def measure(self, shares: Floats) -> Floats:
        """(r, c) chances 0 … 1 from shares (r, c, tissues)."""
        return self.chance(*signs_of(shares, self.weighing))

    @property
    def weighing(self) -> Weighing:
        return Weighing(self.salience, float(self.power[0]))

    def chance(self, leading: NDArray[np.intp], signs: Floats) -> Floats:
        """(…,) chances where the tissue number `leading` (…,) leads with these signs (…, SIGNS)."""
        weights = self.weights[leading]
        score = weights[..., 0] + np.einsum("...s,...s->...", weights[..., 1:], signs)
        return np.asarray(np.interp(score, self.scores, self.chances), np.float32)


def signs_of(shares: Floats, weighing: Weighing) -> tuple[NDArray[np.intp], Floats]:
    """Number of the leading tissue (r, c), and signs of its being right (r, c, SIGNS).

    In this order: logit of its own shown share, log of how far it leads the next one, its mean share in the
    neighbourhood, that of a wider one, and the mean over the film of how far the leading tissues lead.
    """
    shown = weighing.shown(shares)
    leading = shown.argmax(axis=2)
    place = leading[..., None]
    own = np.take_along_axis(shown, place, 2)[..., 0]
    others = shown.copy()
    np.put_along_axis(others, place, 0.0, 2)
    ahead = np.log(own + 1e-4) - np.log(others.max(axis=2) + 1e-4)
    around = [np.take_along_axis(cv2.blur(shown, (side, side)), place, 2)[..., 0] for side in _NEIGHBOURHOODS]
    whole = np.full(own.shape, own.mean(), np.float32)
    logit = np.log(own + 1e-4) - np.log(1 - own + 1e-4)
    return leading, np.stack([logit, ahead, *around, whole], axis=2).astype(np.float32)


_NEIGHBOURHOODS = (5, 15)
#: Length of the last axis of `signs_of`.
SIGNS = 5


@dataclass(frozen=True, eq=False, slots=True)
class NoveltyGauge:
    """How unlike its training a film is.

    kinds: what a picture may be, `radiograph` first. mean, spread (features,): of the radiographs that it was learnt
    from. weights: (1 + features, kinds), logits of the kinds. limit (1,): of the score, fixed on validation films.
    """

    kinds: tuple[str, ...]
    mean: Floats
    spread: Floats
    weights: Floats
    limit: Floats

    def measure(self, seen: Seen) -> Novelty:
        """Score: log of how much more likely any other kind is than a radiograph."""
        logits = self.logits(features_of(seen)[None])[0]
        score, limit = float(unlikeness(logits)), float(self.limit[0])
        return Novelty(score, limit, self._reason(logits) if score > limit else "")

    def logits(self, features: Floats) -> NDArray[np.float64]:
        """(films, kinds) from features (films, features)."""
        return np.asarray(self.standard(features) @ self.weights[1:] + self.weights[0], np.float64)

    def standard(self, features: Floats) -> NDArray[np.float64]:
        """Features in spreads from their mean; nothing counts as farther away than six."""
        return np.asarray(np.clip((features - self.mean) / self.spread, -6.0, 6.0), np.float64)

    def _reason(self, logits: NDArray[np.float64]) -> str:
        others = np.exp(logits[1:] - logits[1:].max())
        for named, sentence in _REASONS:
            part = sum(float(other) for kind, other in zip(self.kinds[1:], others, strict=True) if kind in named)
            if part > _NAMED * others.sum():
                return sentence
        return _UNLIKE


def unlikeness(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    """(…,) log odds of any other kind against a radiograph, from logits (…, kinds)."""
    return np.asarray(np.logaddexp.reduce(logits[..., 1:], axis=-1) - logits[..., 0])


def features_of(seen: Seen) -> Floats:
    """What the novelty gauge looks at: the code's mean and spread, how well the film was rebuilt, how its grey lies."""
    code = seen.code.reshape(seen.code.shape[0], -1)
    rows, columns = seen.rebuilt.shape
    film = seen.film[: 2 * rows, : 2 * columns].reshape(rows, 2, columns, 2).mean(axis=(1, 3))
    return np.concatenate([code.mean(axis=1), code.std(axis=1), _rebuilding(film, seen.rebuilt), _grey(film)]).astype(
        np.float32
    )


def _rebuilding(film: Floats, rebuilt: Floats) -> list[float]:
    """How well the bottleneck alone gives the film back: coarse and fine errors, detail, likeness."""
    error = rebuilt - film
    coarse = cv2.GaussianBlur(error, (0, 0), 4.0)
    details = [picture - cv2.GaussianBlur(picture, (0, 0), 2.0) for picture in (film, rebuilt)]
    sizes = [np.abs(plane).mean() for plane in (error, coarse, *details)]
    both = float(film.std() * rebuilt.std())
    likeness = float(((film - film.mean()) * (rebuilt - rebuilt.mean())).mean()) / (both + 1e-3)
    relative = sizes[0] / (float(film.std()) + 0.05)
    return [
        *(_log(size) for size in sizes),
        _log(np.sqrt((error * error).mean())),
        _log(np.percentile(np.abs(error), 95)),
        _log(relative),
        float(error.mean()),
        likeness,
    ]


def _grey(film: Floats) -> list[float]:
    """How the film's grey is spread, how steep its edges are, how much of it is quite even; its proportions."""
    share = np.histogram(film, np.linspace(-1.2, 1.2, 9))[0] / film.size
    steps = np.abs(np.concatenate([np.diff(film, axis=axis).ravel() for axis in (0, 1)]))
    return [
        *np.sqrt(share),
        _log(steps.mean()),
        *(_log(value) for value in np.percentile(steps, (50, 99))),
        float((steps < 0.004).mean()),
        float(np.log(film.shape[0] / film.shape[1])),
    ]


def _log(value: float | np.floating) -> float:
    return float(np.log(float(value) + 1e-3))


#: Arrays that go into the weights file, by gauge.
_ARRAYS = {
    "confidence": ("salience", "power", "weights", "scores", "chances"),
    "novelty": ("mean", "spread", "weights", "limit"),
}


@dataclass(frozen=True, eq=False, slots=True)
class Gauges:
    """What a weights file may hold beside its network."""

    confidence: ConfidenceGauge
    novelty: NoveltyGauge

    @classmethod
    def of(cls, tensors: Mapping[str, Floats], facts: Mapping[str, Any], tissues: int) -> Gauges:
        """From a weights file's tensors and its card's `gauges`; KeyError or ValueError where they do not fit."""
        confidence, novelty = (
            {name: np.asarray(tensors[f"{GAUGES}{part}.{name}"], np.float32) for name in names}
            for part, names in _ARRAYS.items()
        )
        kinds = tuple(map(str, facts["kinds"]))
        if confidence["weights"].shape != (tissues, 1 + SIGNS) or novelty["weights"].shape[1:] != (len(kinds),):
            raise ValueError("other tissues or kinds than the card names")
        return cls(ConfidenceGauge(**confidence), NoveltyGauge(kinds, **novelty))

    def tensors(self) -> dict[str, Floats]:
        """Arrays by the names under which they go into the weights file."""
        return {
            f"{GAUGES}{part}.{name}": np.ascontiguousarray(getattr(getattr(self, part), name), np.float32)
            for part, names in _ARRAYS.items()
            for name in names
        }

    def facts(self) -> dict[str, Any]:
        """What goes into the model card: plain values."""
        return {"kinds": list(self.novelty.kinds), "novelty limit": round(float(self.novelty.limit[0]), 4)}
