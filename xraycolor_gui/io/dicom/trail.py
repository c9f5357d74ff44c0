"""Keeping what each step of a film's presentation was read from, so that the film can explain how it looks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from xraycolor_gui.core.origins import Attribute, Origin, Step
from xraycolor_gui.io.dicom.header import Header


class Trail:
    """Watches a header: whatever is found or noted inside `step` belongs to that step."""

    def __init__(self, header: Header) -> None:
        self._header = header
        self._attributes: dict[Step, list[Attribute]] = {}
        self._notes: dict[Step, list[str]] = {}

    @contextmanager
    def step(self, step: Step) -> Iterator[None]:
        """Attributes met and notes made inside the block are those of `step`."""
        header, before = self._header, len(self._header.notes)
        header.met = []
        try:
            yield
        finally:
            self._attributes.setdefault(step, []).extend(
                met for met in header.met if not met.name.startswith("Referenced ")
            )
            self._notes.setdefault(step, []).extend(header.notes[before:])
            header.met = None

    def __copy__(self) -> Trail:
        """A trail that goes on from here, and leaves this one as it is."""
        other = Trail(self._header)
        other._attributes = {step: [*met] for step, met in self._attributes.items()}
        other._notes = {step: [*notes] for step, notes in self._notes.items()}
        return other

    def origins(self) -> tuple[Origin, ...]:
        """One for each step that was taken, in the order of the presentation; nothing twice."""
        return tuple(
            Origin(step, tuple(dict.fromkeys(self._attributes[step])), tuple(dict.fromkeys(self._notes[step])))
            for step in Step
            if step in self._attributes
        )
