"""What a study reads and writes. Everything here may take long, and is called in a worker."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from xraycolor_gui.core.errors import StudyError
from xraycolor_gui.core.reader_study.plan import Condition

if TYPE_CHECKING:
    from xraycolor_gui.core.reader_study.answers import Answer
    from xraycolor_gui.core.reader_study.order import Showing
    from xraycolor_gui.core.reader_study.plan import Plan
    from xraycolor_gui.io.reader_study.store import AnswerStore, Standing

#: Seconds to wait for another program that is writing.
_PATIENCE = 5.0


@dataclass(frozen=True, eq=False, slots=True)
class Study:
    """A plan, the file it was read from, and the store of its answers."""

    plan: Plan
    file: Path
    store: Path

    def film(self, showing: Showing) -> Path:
        """The file of the film that is shown."""
        from xraycolor_gui.io.reader_study.plan_file import film_path

        return film_path(self.file, self.plan.film(showing.case))


def open_study(file: Path, store: Path | None = None) -> Study:
    """The study of a plan's file; store: None for the usual place. Raises StudyError."""
    from xraycolor_gui.io.reader_study.plan_file import load_plan
    from xraycolor_gui.io.reader_study.store import default_store

    plan = load_plan(file)
    return Study(plan, file, store or default_store(plan))


def agreed(study: Study) -> dict[str, str]:
    """Who agreed before, and when: ISO 8601 in UTC. Raises StudyError."""
    with _store(study) as store:
        return store.agreed()


def begin(study: Study, reader: str, words: str = "") -> Standing:
    """Begin or go on: where the reader stands. words: what he agreed to just now.

    Raises StudyError, also where model or palette are not at hand.
    """
    _check_colours(study.plan)
    with _store(study) as store:
        store.begin(study.plan)
        if any(answer.scripted for answer in store.answers()):
            raise StudyError(
                f"{study.store}: rehearsals and readings by people are kept apart.",
                "Choose another place with --store.",
            )
        standing = store.standing(reader)
        if words:
            store.agree(reader, words)
        return standing


def opened(study: Study, showing: Showing) -> None:
    """Keep that the film comes onto the screen now. Raises StudyError."""
    with _store(study) as store:
        store.opened(showing)


def keep(study: Study, answer: Answer) -> Standing:
    """The answer is on the disk when this returns; tells what follows. Raises StudyError.

    Where another window of the same reader has closed the film meanwhile, that answer stands.
    """
    reader = answer.showing.reader
    with _store(study) as store:
        try:
            store.keep(answer)
        except StudyError:
            standing = store.standing(reader)
            if standing.upcoming == answer.showing:
                raise
            return standing
        return store.standing(reader)


def _store(study: Study) -> AnswerStore:
    from xraycolor_gui.io.reader_study.store import AnswerStore

    return AnswerStore(study.store, timeout=_PATIENCE)


def _check_colours(plan: Plan) -> None:
    """All readers must see the same colours, so nothing takes another's place."""
    from xraycolor_gui.io.palettes import palettes
    from xraycolor_gui.models.library import list_models

    if all(condition is Condition.GREY for condition in plan.conditions):
        return
    for what, wanted, at_hand in (
        ("model", plan.colours.model, [card.name for card in list_models()]),
        ("palette", plan.colours.palette, [palette.name for palette in palettes()]),
    ):
        if wanted not in at_hand:
            raise StudyError(
                f"{plan.title}: the {what} “{wanted}” is not at hand.",
                f"Install it, or plan a study with one of: {', '.join(at_hand)}.",
            )
