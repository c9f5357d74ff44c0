"""`xraycolor palettes`: which there are, and what was measured of their colours."""

from __future__ import annotations

import argparse
from pathlib import Path

from xraycolor_gui.cli.command import FAILED, OK, Commands, say


def add_to(commands: Commands) -> None:
    """Put `palettes` among the commands."""
    palettes = commands.add_parser("palettes", help="list the palettes, and who can tell their colours apart")
    palettes.add_argument("files", nargs="*", type=Path, metavar="FILE.json", help="audit these instead")
    palettes.set_defaults(do=_palettes)


def _palettes(options: argparse.Namespace) -> int:
    from xraycolor_gui.core.palette_audit import audit
    from xraycolor_gui.io.palettes import damaged_palettes, load_palette, palettes

    for palette in [load_palette(file) for file in options.files] or palettes():
        print("\n".join(audit(palette).lines()))
    damages = {} if options.files else damaged_palettes()
    for damage in damages.values():
        say(str(damage))
    return FAILED if damages else OK
