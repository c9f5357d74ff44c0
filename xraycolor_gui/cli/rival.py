"""`xraycolor rival`: a network of others, trained for comparison."""

from __future__ import annotations

import argparse
from pathlib import Path

from xraycolor_gui.cli.command import OK, Commands


def add_to(commands: Commands) -> None:
    """Put `rival` among the commands."""
    rival = commands.add_parser("rival", help="train a network of others for comparison: tutorial or zhang2016")
    rival.add_argument("name", metavar="NAME")
    rival.add_argument("--data", type=Path, required=True, metavar="FOLDER")
    rival.add_argument("--stacks", type=Path, metavar="FOLDER", help="projected stacks to use; else they are made")
    rival.add_argument("--minutes", type=float, required=True, metavar="N", help="wall time to train for")
    rival.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="where weights go")
    rival.set_defaults(do=_rival)


def _rival(options: argparse.Namespace) -> int:
    from xraycolor_gui.training.rivals.train import train_rival
    from xraycolor_gui.training.telling import to_stderr

    print(
        train_rival(
            options.name,
            options.stacks,
            options.data,
            minutes=options.minutes,
            folder=options.output,
            tell=to_stderr,
        )
    )
    return OK
