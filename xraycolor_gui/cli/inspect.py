"""`xraycolor inspect FILE`: why a film looks as it does, step by step, as text or JSON. It names no patient."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xraycolor_gui.cli.command import OK, Commands, counted

if TYPE_CHECKING:
    from xraycolor_gui.core.explanation import Explained
    from xraycolor_gui.core.radiograph import Radiograph

_TITLES = {
    "file": "File",
    "pixels": "Stored pixels",
    "modality": "Modality values",
    "voi": "Window or VOI LUT",
    "polarity": "Polarity",
    "shutter": "Shutter",
    "overlays": "Overlays",
    "geometry": "Geometry",
    "screen": "Screen",
}


def add_to(commands: Commands) -> None:
    """Put `inspect` among the commands."""
    told = "tell why a film looks as it does: every step from stored value to screen"
    parser = commands.add_parser("inspect", help=told, description=f"{told}. Nothing that names a patient is printed.")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--frame", type=counted, default=1, metavar="N", help="of a film with several, from 1")
    parser.add_argument("--state", type=Path, metavar="STATE", help="apply this presentation state of the film first")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(do=_inspect)


def _inspect(options: argparse.Namespace) -> int:
    """Print the explanation; returns the exit status. Raises XrayColorError."""
    from xraycolor_gui.core.explanation import explain
    from xraycolor_gui.io.read import read

    film, label = read(options.file, options.frame - 1), ""
    if options.state:
        film, label = _through_state(film, options.state)
    steps = explain(film, state=label)
    print(json.dumps(as_json(steps), indent=2, ensure_ascii=False) if options.format == "json" else as_text(steps))
    return OK


def _through_state(film: Radiograph, path: Path) -> tuple[Radiograph, str]:
    """The film with a presentation state applied, and the state's name. Raises UnsupportedImage for another film's."""
    from xraycolor_gui.core.errors import UnsupportedImage
    from xraycolor_gui.core.presentation_state import applied
    from xraycolor_gui.io.dicom.presentation_state import read_presentation_state

    state = read_presentation_state(path)
    if not state.names(film.source):
        raise UnsupportedImage(f"{path.name}: made for other films.", "Choose a presentation state of this film.")
    return applied(state, film), state.label


def as_text(steps: tuple[Explained, ...]) -> str:
    """One paragraph for each step: what was done, what from, and what had to be assumed."""
    lines = []
    for explained in steps:
        lines.append(f"{_TITLES[explained.step.value]}: {' '.join(map(str, explained.said))}")
        for attribute in explained.attributes:
            place = f", in {attribute.place}" if attribute.place else ""
            lines.append(f"    {attribute.tag} {attribute.name}: {attribute.value or '(empty)'}{place}")
        lines += [f"    ! {note}" for note in explained.notes]
    return "\n".join(lines)


def as_json(steps: tuple[Explained, ...]) -> list[dict[str, Any]]:
    """The same for programs; each sentence also with its values apart."""
    return [
        {
            "step": explained.step.value,
            "said": [
                {"sentence": str(said), "words": said.words, "values": dict(said.values)} for said in explained.said
            ],
            "attributes": [
                {"name": each.name, "tag": each.tag, "value": each.value, "place": each.place}
                for each in explained.attributes
            ],
            "fall_backs": list(explained.notes),
        }
        for explained in steps
    ]
