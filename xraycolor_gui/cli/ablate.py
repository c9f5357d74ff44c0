"""`xraycolor ablate`: what each ingredient of training is worth."""

from __future__ import annotations

import argparse
from pathlib import Path

from xraycolor_gui.cli.command import OK, Commands


def add_to(commands: Commands) -> None:
    """Put `ablate` among the commands."""
    ablate = commands.add_parser("ablate", help="train and measure what each ingredient of training is worth")
    ablate.add_argument("config", metavar="CONFIG", nargs="?", default="basic", help="a shipped model or a TOML file")
    ablate.add_argument("--data", type=Path, required=True, metavar="FOLDER")
    ablate.add_argument("--stacks", type=Path, metavar="FOLDER", help="projected stacks to use; else they are made")
    ablate.add_argument("--minutes", type=float, required=True, metavar="N", help="wall time of every row")
    ablate.add_argument("--only", nargs="+", default=(), metavar="ROW", help="these rows only")
    ablate.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="where rows and table go")
    ablate.set_defaults(do=_ablate)


def _ablate(options: argparse.Namespace) -> int:
    from xraycolor_gui.training.ablation import ablate

    path = ablate(
        options.config,
        data=options.data,
        output=options.output,
        minutes=options.minutes,
        stacks=options.stacks,
        only=options.only,
    )
    print(path.read_text(encoding="utf-8"), end="")
    return OK
