"""Gate: colour has no edges of its own. Chroma may only change where the grey does, or where the tissue does.

What an edge is, and what counts as a reason for one, is `core.chroma_edges`: the same as in every certificate.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from xraycolor_gui.core.chroma_edges import LIMIT, SEEN, chroma_edges
from xraycolor_gui.training.benchmark.bootstrap import ratio, with_interval
from xraycolor_gui.training.benchmark.films import Film
from xraycolor_gui.training.benchmark.measured import Measured, Sense
from xraycolor_gui.training.benchmark.survey import Seen

GATE = "chroma-edge energy without a reason"
_FILMS = 120


@dataclass(eq=False, slots=True)
class ChromaEdges:
    """The part of all films' chroma-edge energy that has no reason, on the first films of the random order."""

    _patients: list[str] = field(default_factory=list)
    _unfounded: list[float] = field(default_factory=list)
    _whole: list[float] = field(default_factory=list)

    def wants(self, film: Film) -> bool:
        return film.radiograph and len(self._patients) < _FILMS

    def see(self, seen: Seen) -> None:
        made = chroma_edges(seen.grey, seen.painted.chroma, seen.leading)
        self._patients.append(seen.film.patient)
        self._unfounded.append(made.without_reason)
        self._whole.append(made.energy)

    def rows(self, contender: str) -> list[Measured]:
        if not self._patients:
            return []
        row = Measured(GATE, "radiographs of all kinds", contender, 0.0, limit=LIMIT, sense=Sense.AT_MOST)
        share = ratio(self._unfounded, self._whole)
        return [replace(with_interval(row, self._patients, share), note=f"Edges above {SEEN:g} ΔE per pixel.")]
