"""What a palette is good for: who can tell its colours apart, where they can be shown, what they collide with.

Colours are compared at one lightness, as they stand beside each other on equal grey: CIEDE2000 for normal vision and
for the three complete colour-vision deficiencies (`core.colour_vision`).
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core import encoding
from xraycolor_gui.core.colorization import BACKGROUND, TISSUES
from xraycolor_gui.core.colour_vision import Vision, delta_e, seen, seen_lab
from xraycolor_gui.core.finding import Finding, Outcome, at_least, at_most
from xraycolor_gui.core.palette import Palette, Swatch

Floats = NDArray[Any]

#: Lightness at which colours are compared.
LIGHTNESS = 55.0
#: Least CIEDE2000 that the closest two of so many tissues must keep for every colour vision.
TIERS: tuple[tuple[tuple[str, ...], float], ...] = (
    (("lung", "heart", "bone"), 10.0),
    (("lung", "heart", "bone", "soft-tissue"), 7.0),
    (("lung", "heart", "bone", "soft-tissue", "fat"), 5.0),
)
#: The same for all tissues of the palette in normal vision.
NORMAL_LIMIT = 5.0
#: Lightness over which gamut is looked at, and where, and how much of its chroma, every colour must keep.
GAMUT_LIGHTNESS: tuple[float, ...] = tuple(float(value) for value in range(10, 100, 5))
DARKEST, LIGHTEST, LEAST_KEPT = 25.0, 85.0, 0.5
#: Hues (CIELAB degrees) of the window's violet accent, and the greatest C* that tissues may have there.
ACCENT_HUES = (285.0, 330.0)
ACCENT_LIMIT = 12.0
_MIXTURES = 101
_COUNTS = {3: "The three main tissues", 4: "Four tissues", 5: "Five tissues"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tissues that look alike: names, legend labels, and their CIEDE2000 for one vision."""

    one: str
    other: str
    labels: tuple[str, str]
    vision: Vision
    distance: float

    @property
    def words(self) -> str:
        """Such as “bone and fat”."""
        one, other = map(_short, self.labels)
        return f"{one} and {other}"


@dataclass(frozen=True, eq=False, slots=True)
class PaletteAudit:
    """All that was measured of one palette.

    tissues: names of the colours compared, in the palette's order. colours: vision → (tissues, 3) sRGB 0 … 1 at
    LIGHTNESS as seen with it. distances: vision → (tissues, tissues) CIEDE2000. closest: vision → the worst pair; empty
    with fewer than two tissues. reached: tissue → C* that is shown at each of GAMUT_LIGHTNESS. missing: tissues without
    a colour. unknown: entries that no tissue of this program answers to. findings: every claim with its outcome.
    """

    palette: str
    title: str
    tissues: tuple[str, ...]
    colours: Mapping[Vision, Floats]
    distances: Mapping[Vision, Floats]
    closest: Mapping[Vision, Pair]
    reached: Mapping[str, tuple[float, ...]]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def safe_for_everyone(self) -> bool:
        """Whether the colours stay apart for every colour vision, by all of TIERS that this palette has."""
        return all(finding.outcome is not Outcome.FAILS for finding in self.of_vision)

    @property
    def of_vision(self) -> tuple[Finding, ...]:
        """The findings on colour-vision deficiencies."""
        return tuple(finding for finding in self.findings if finding.key.startswith("apart-"))

    def lines(self) -> list[str]:
        """Plain text: the palette, its worst pair for each vision, then every finding."""
        worst = [f"  {vision.plain:<12}{pair.distance:5.1f}  {pair.words}" for vision, pair in self.closest.items()]
        return [f"{self.title} ({self.palette})", *worst, *(f"  {finding.line()}" for finding in self.findings)]

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return {
            "palette": self.palette,
            "tissues": list(self.tissues),
            "lightness": LIGHTNESS,
            "closest": {
                vision.value: {"tissues": [pair.one, pair.other], "delta_e_2000": round(pair.distance, 3)}
                for vision, pair in self.closest.items()
            },
            "delta_e_2000": {vision.value: np.round(table, 3).tolist() for vision, table in self.distances.items()},
            "gamut_lightness": list(GAMUT_LIGHTNESS),
            "chroma_reached": {name: [round(value, 2) for value in row] for name, row in self.reached.items()},
            "missing": list(self.missing),
            "unknown": list(self.unknown),
            "findings": [finding.as_dict() for finding in self.findings],
        }


def audit(
    palette: Palette, *, strength: float = 1.0, hidden: Set[str] = frozenset(), lightness: float = LIGHTNESS
) -> PaletteAudit:
    """Measure a palette as it is drawn: at this strength, without the tissues that are drawn grey."""
    swatches = {
        name: Swatch(swatch.label, strength * swatch.a, strength * swatch.b, swatch.salience)
        for name, swatch in palette.tissues.items()
        if name != BACKGROUND and name not in hidden
    }
    names = tuple(swatches)
    drawn = _shown(swatches, lightness)
    labs = {vision: seen_lab(drawn, vision) for vision in Vision}
    distances = {vision: delta_e(lab[:, np.newaxis], lab[np.newaxis]) for vision, lab in labs.items()}
    pairs = {vision: _closest(swatches, distances, (vision,), names) for vision in Vision}
    reached = {name: _reached(swatch) for name, swatch in swatches.items()}
    missing = tuple(name for name in TISSUES if name not in palette.tissues and name != BACKGROUND)
    unknown = tuple(name for name in palette.tissues if name not in TISSUES)
    return PaletteAudit(
        palette=palette.name,
        title=palette.title,
        tissues=names,
        colours={vision: seen(drawn, vision) for vision in Vision},
        distances=distances,
        closest={vision: pair for vision, pair in pairs.items() if pair is not None},
        reached=reached,
        missing=missing,
        unknown=unknown,
        findings=(
            *(_apart(swatches, distances, tier, limit) for tier, limit in TIERS),
            _apart_in_normal_vision(swatches, distances),
            _in_gamut(swatches, reached),
            _away_from_the_accent(swatches),
            _complete(missing, unknown),
        ),
    )


def limit_of_pair(one: str, other: str, vision: Vision) -> float | None:
    """CIEDE2000 that these two tissues must keep for this vision; None where nothing is asked of them."""
    limits = [limit for tier, limit in TIERS if one in tier and other in tier]
    if vision is Vision.NORMAL:
        limits.append(NORMAL_LIMIT)
    return max(limits, default=None)


def _shown(swatches: Mapping[str, Swatch], lightness: float) -> Floats:
    """(tissues, 3) sRGB 0 … 1 at this L*, chroma reduced where sRGB has none so strong."""
    a = np.array([swatch.a for swatch in swatches.values()])
    b = np.array([swatch.b for swatch in swatches.values()])
    return np.asarray(encoding.ideal_codes(_luminance(np.full(len(swatches), lightness)), a, b).T / 255)


def _luminance(lightness: Floats) -> Floats:
    return encoding.luminance(encoding.grey_of_lightness(lightness))


def _closest(
    swatches: Mapping[str, Swatch],
    distances: Mapping[Vision, Floats],
    visions: tuple[Vision, ...],
    among: tuple[str, ...],
) -> Pair | None:
    """The two tissues that look most alike, over these visions; None with fewer than two."""
    names = list(swatches)
    pairs = [
        Pair(
            one,
            other,
            (swatches[one].label, swatches[other].label),
            vision,
            float(distances[vision][names.index(one), names.index(other)]),
        )
        for one, other in itertools.combinations([name for name in names if name in among], 2)
        for vision in visions
    ]
    return min(pairs, key=lambda pair: pair.distance, default=None)


def _apart(
    swatches: Mapping[str, Swatch], distances: Mapping[Vision, Floats], tier: tuple[str, ...], limit: float
) -> Finding:
    key = f"apart-{len(tier)}"
    claim = f"{_COUNTS[len(tier)]} stay apart for every colour vision"
    pair = _closest(swatches, distances, tuple(Vision), tier) if set(tier) <= set(swatches) else None
    if pair is None:
        absent = ", ".join(name for name in tier if name not in swatches)
        return Finding(key, claim, Outcome.NOT_APPLICABLE, f"No colour for {absent}.", None, limit, "ΔE2000")
    outcome = at_least(pair.distance, limit)
    reader = _reader(pair.vision)
    holds = outcome is Outcome.HOLDS
    sentence = f"Closest: {pair.words}, {reader}." if holds else f"Too close: {pair.words}, {reader}."
    return Finding(key, claim, outcome, sentence, pair.distance, limit, "ΔE2000")


def _apart_in_normal_vision(swatches: Mapping[str, Swatch], distances: Mapping[Vision, Floats]) -> Finding:
    claim = "All tissues stay apart in normal vision"
    pair = _closest(swatches, distances, (Vision.NORMAL,), tuple(swatches))
    if pair is None:
        return Finding("normal", claim, Outcome.NOT_APPLICABLE, "Fewer than two colours.", None, NORMAL_LIMIT)
    outcome = at_least(pair.distance, NORMAL_LIMIT)
    sentence = f"Closest: {pair.words}." if outcome is Outcome.HOLDS else f"Too close: {pair.words}."
    return Finding("normal", claim, outcome, sentence, pair.distance, NORMAL_LIMIT, "ΔE2000")


def _reader(vision: Vision) -> str:
    return "for normal vision" if vision is Vision.NORMAL else f"for {vision.plain} readers"


def _reached(swatch: Swatch) -> tuple[float, ...]:
    """C* that sRGB shows of this colour at each of GAMUT_LIGHTNESS."""
    y = _luminance(np.array(GAMUT_LIGHTNESS))
    kept = encoding.gamut_scale(y, np.full_like(y, swatch.a), np.full_like(y, swatch.b))
    return tuple(float(value) for value in kept * np.hypot(swatch.a, swatch.b))


def _in_gamut(swatches: Mapping[str, Swatch], reached: Mapping[str, tuple[float, ...]]) -> Finding:
    claim = f"Dark and light places keep their colour (L* {DARKEST:g} to {LIGHTEST:g})"
    limit = 100 * LEAST_KEPT
    kept = [
        (100 * row[index] / wanted, name, lightness)
        for name, row in reached.items()
        if (wanted := float(np.hypot(swatches[name].a, swatches[name].b))) > 0
        for index, lightness in enumerate(GAMUT_LIGHTNESS)
        if DARKEST <= lightness <= LIGHTEST
    ]
    if not kept:
        return Finding("gamut", claim, Outcome.NOT_APPLICABLE, "No colour is drawn.", None, limit, "%")
    value, name, lightness = min(kept)
    sentence = f"Least: {_short(swatches[name].label)} at L* {lightness:g}, of its full chroma."
    return Finding("gamut", claim, at_least(value, limit), sentence, value, limit, "%")


def _away_from_the_accent(swatches: Mapping[str, Swatch]) -> Finding:
    """Mixtures of more than two colours lie within those of two, seen from grey, so two are enough."""
    claim = "No tissue looks like the violet of marks and selections"
    part = np.linspace(0, 1, _MIXTURES)
    worst, which = 0.0, ""
    for one, other in itertools.combinations_with_replacement(swatches.values(), 2):
        a, b = part * one.a + (1 - part) * other.a, part * one.b + (1 - part) * other.b
        hue = np.degrees(np.arctan2(b, a)) % 360
        there = np.hypot(a, b)[(hue >= ACCENT_HUES[0]) & (hue <= ACCENT_HUES[1])]
        if there.size and there.max() > worst:
            worst = float(there.max())
            which = _short(one.label) if one is other else f"{_short(one.label)} with {_short(other.label)}"
    sentence = f"Strongest violet: {which}." if which else "No mixture of tissues is violet."
    return Finding("accent", claim, at_most(worst, ACCENT_LIMIT), sentence, worst, ACCENT_LIMIT, "C*")


def _complete(missing: tuple[str, ...], unknown: tuple[str, ...]) -> Finding:
    sentence = f"Drawn grey: {', '.join(missing)}." if missing else "None stays grey."
    if unknown:
        sentence += f" No tissue of this program: {', '.join(unknown)}."
    outcome = at_most(len(missing), 0)
    return Finding("complete", "Every tissue has a colour", outcome, sentence, len(missing), 0, "without")


def _short(label: str) -> str:
    """A legend's label within a sentence: what stands before its first comma."""
    return label.partition(",")[0].lower()
