"""Gate: where a tissue is outlined by hand, that tissue leads: it has the largest share of the colour."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from xraycolor_gui.training.benchmark.bootstrap import ratio, with_interval
from xraycolor_gui.training.benchmark.films import Film, group_title
from xraycolor_gui.training.benchmark.measured import Measured, Sense
from xraycolor_gui.training.benchmark.survey import Seen

GATE = "the drawn tissue leads"
#: Tissues whose outlines are held to the limit; lung and heart are by the equal-grey gate.
_HELD = ("bone", "metal", "gas")
_LEAST = 0.90


@dataclass(frozen=True, slots=True)
class _Counted:
    film: Film
    tissue: str
    leading: int
    drawn: int
    known: bool


@dataclass(eq=False, slots=True)
class DrawnTissueLeads:
    """One row per set of films and tissue: the part of all outlined pixels."""

    _found: list[_Counted] = field(default_factory=list)

    def wants(self, film: Film) -> bool:
        return film.radiograph and any(film.draws(s.tissue) for s in film.structures if s.tissue)

    def see(self, seen: Seen) -> None:
        for tissue, drawn in seen.drawn.tissues.items():
            where = drawn & seen.drawn.known
            leads = seen.leads(tissue)
            if leads is None or not where.any():
                continue
            known = tissue in seen.painted.tissues
            self._found.append(_Counted(seen.film, tissue, int((leads & where).sum()), int(where.sum()), known))

    def rows(self, contender: str) -> list[Measured]:
        sets: dict[tuple[str, str, str], list[_Counted]] = {}
        for one in self._found:
            names = ", ".join(s.name for s in one.film.structures if s.tissue == one.tissue)
            sets.setdefault((one.tissue, one.film.folder, names), []).append(one)
        rows = []
        for (tissue, _, names), members in sorted(sets.items()):
            title = f"{tissue} ({names}), {group_title([one.film for one in members])}"
            note = "" if members[0].known else f"This model has no tissue {tissue}."
            row = Measured(GATE, title, contender, 0.0, note=note)
            if tissue in _HELD:
                row = replace(row, limit=_LEAST, sense=Sense.AT_LEAST)
            share = ratio([one.leading for one in members], [one.drawn for one in members])
            rows.append(with_interval(row, [one.film.patient for one in members], share))
        return rows
