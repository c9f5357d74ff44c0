"""`xraycolor render`: the grey picture as presented."""

from __future__ import annotations

import argparse
from pathlib import Path

from xraycolor_gui.cli.command import OK, WRONG_USAGE, Commands, counted, say


def add_to(commands: Commands) -> None:
    """Put `render` among the commands."""
    render = commands.add_parser("render", help="write the grey picture as presented: 16-bit PNG, native size")
    render.add_argument("file", type=Path, metavar="FILE")
    render.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.png")
    which = render.add_mutually_exclusive_group()
    which.add_argument("--voi", type=counted, metavar="N", help="the file's N-th window or VOI LUT, from 1")
    which.add_argument("--window", type=float, nargs=2, metavar=("CENTER", "WIDTH"))
    render.set_defaults(do=_render)


def _render(options: argparse.Namespace) -> int:
    from xraycolor_gui.core.radiograph import Window
    from xraycolor_gui.io.export import write_grey_png
    from xraycolor_gui.io.read import read

    radiograph = read(options.file)
    voi = None
    if options.window:
        voi = Window(*options.window)
    elif options.voi:
        if options.voi > len(radiograph.voi):
            states = f"{options.file.name} states {len(radiograph.voi)} windows and VOI LUTs"
            say(f"xraycolor: --voi {options.voi}: {states}. Choose another number, or --window CENTER WIDTH.")
            return WRONG_USAGE
        voi = radiograph.voi[options.voi - 1]
    for note in (*radiograph.notes, *write_grey_png(radiograph, options.output, voi)):
        say(f"{options.file.name}: {note}")
    return OK
