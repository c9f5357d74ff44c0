"""Who sees what when: a pure function of plan and reader.

Every reader sees every film once in each session, and over the sessions once in each condition. A session has one block
per condition. The films are dealt into as many groups as there are conditions, positive and negative cases evenly.
Which group goes with which condition changes from session to session and from reader to reader, and the blocks follow a
Latin square that is balanced for what comes after what (Williams, Aust J Sci Res A 2, 1949, 149–168). So neither a film
nor a reader sees one condition mostly first.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from xraycolor_gui.core.reader_study.plan import Condition, Plan


@dataclass(frozen=True, slots=True)
class Showing:
    """One film shown to one reader in one condition.

    session, block: from 0. number: place in the reader's whole order, from 0.
    """

    reader: str
    case: str
    condition: Condition
    session: int
    block: int
    number: int


def order(plan: Plan, reader: str) -> tuple[Showing, ...]:
    """Everything that the reader is shown, first to last. Raises ValueError for a reader the plan does not name.

    Readers that are added to the end of a plan change nothing for the others.
    """
    place = plan.readers.index(reader)
    count = len(plan.conditions)
    square = _latin_square(count)
    turn = place + place // len(square)
    groups = _groups(plan)
    showings: list[Showing] = []
    for session in range(count):
        for block, condition in enumerate(square[(place + session) % len(square)]):
            group = groups[(condition + session + turn) % count]
            for case in _shuffled(plan, group, reader, session):
                shown = plan.conditions[condition]
                showings.append(Showing(reader, case, shown, session, block, len(showings)))
    return tuple(showings)


def _groups(plan: Plan) -> list[list[str]]:
    """Cases dealt into one group per condition; each kind of truth is spread as evenly as it goes."""
    groups: list[list[str]] = [[] for _ in plan.conditions]
    dealt = 0
    for truth in (True, False, None):
        cases = [film.case for film in plan.films if film.truth is truth]
        for case in _shuffled(plan, cases, "groups", 0):
            groups[dealt % len(groups)].append(case)
            dealt += 1
    return groups


def _shuffled(plan: Plan, cases: list[str], *told: object) -> list[str]:
    """The same on every machine and in every version of Python, which `random` does not promise."""

    def drawn(case: str) -> bytes:
        return hashlib.sha256("\0".join(map(str, (plan.name, plan.seed, *told, case))).encode()).digest()

    return sorted(cases, key=drawn)


def _latin_square(count: int) -> list[list[int]]:
    """Rows of 0 … count − 1: each number once in every place, and before each other one equally often.

    An odd count needs the rows a second time, backwards.
    """
    first = [0] + [(step + 1) // 2 if step % 2 else count - step // 2 for step in range(1, count)]
    rows = [[(number + row) % count for number in first] for row in range(count)]
    return rows + [row[::-1] for row in rows] if count % 2 and count > 1 else rows
