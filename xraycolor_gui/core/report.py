"""A structured report as a person reads it: what is said, and under which heading."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class Line(NamedTuple):
    """One content item. depth: how far below the title, from 1. name: its concept; value: empty for a heading."""

    depth: int
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Report:
    """title: of the document. created: ISO day, empty where it does not say. state: completion and verification."""

    path: Path
    title: str
    created: str
    state: str
    lines: tuple[Line, ...]

    def as_text(self) -> str:
        """Indented lines, for other programs."""
        said = (f"{'  ' * line.depth}{line.name}: {line.value}".rstrip(": ") for line in self.lines)
        return "\n".join([self.title, *said])
