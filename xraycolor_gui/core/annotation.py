"""What a reader wants drawn over an exported picture: outlines with their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from xraycolor_gui.core.feedback import Feedback
from xraycolor_gui.core.outlines import rings_of
from xraycolor_gui.core.regions import Brush, Region, mask_of, moved, outline

Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Annotation:
    """One thing drawn. lines: corners (x, y) in image coordinates; a closed line ends where it began. words: one line.

    Its words say everything; its colour nothing.
    """

    lines: tuple[Line, ...]
    words: str


def annotations_of(records: Iterable[Feedback]) -> tuple[Annotation, ...]:
    """Each reader's judged regions of one film in plain English, with the numbers that they have in his list.

    Readers are named where there are several; drafts are not drawn.
    """
    regions = [record for record in records if record.region is not None]
    readers = {record.reader for record in regions}
    numbers: dict[str, int] = dict.fromkeys(readers, 0)
    made = []
    for record in regions:
        numbers[record.reader] += 1
        if record.verdict is None or record.region is None:
            continue
        verdict = record.verdict.value.replace("-", " ")
        said = f"{verdict}: {record.tissue.replace('-', ' ')}" if record.tissue else verdict
        who = f"{record.reader} " if len(readers) > 1 else ""
        label = f" ({record.label})" if record.label else ""
        made.append(Annotation(lines_of(record.region), f"{who}{numbers[record.reader]} {said}{label}"))
    return tuple(made)


def lines_of(region: Region) -> tuple[Line, ...]:
    """Closed outlines of a region; of painted pixels, along the pixels' own edges."""
    if isinstance(region, Brush):
        local = moved(region, -region.x, -region.y)
        rings = rings_of(mask_of(local, (region.height, region.width)))
        return tuple(tuple((x + region.x, y + region.y) for x, y in (*ring, ring[0])) for ring in rings)
    corners = outline(region)
    return ((*corners, corners[0]),)
