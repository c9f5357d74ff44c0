"""`xraycolor evaluate`: models measured beside baselines and rivals."""

from __future__ import annotations

import argparse
from pathlib import Path

from xraycolor_gui.cli.command import OK, Commands


def add_to(commands: Commands) -> None:
    """Put `evaluate` among the commands."""
    evaluate = commands.add_parser("evaluate", help="measure models on films and bodies they never saw")
    evaluate.add_argument("--model", action="append", metavar="NAME", help="may be given several times; default: all")
    evaluate.add_argument("--palette", default="anatomical", metavar="NAME")
    evaluate.add_argument("--data", type=Path, required=True, metavar="FOLDER")
    evaluate.add_argument("--models-only", action="store_true", help="without baselines, which take most of the time")
    evaluate.add_argument("--rivals", type=Path, metavar="FOLDER", help="weights that `xraycolor rival` made")
    evaluate.add_argument(
        "-o", "--output", type=Path, metavar="FOLDER", help="where the report goes; goes on from there"
    )
    evaluate.set_defaults(do=_evaluate)


def _evaluate(options: argparse.Namespace) -> int:
    from xraycolor_gui.models.library import list_models
    from xraycolor_gui.training.benchmark.evaluate import evaluate

    table = evaluate(
        options.model or [card.name for card in list_models()],
        data=options.data,
        output=options.output,
        palette_name=options.palette,
        beside=options.output is not None and not options.models_only,
        rivals=options.rivals,
    )
    print(table)
    return OK
