"""`xraycolor train`: a new model, or one that goes on from readers' feedback."""

from __future__ import annotations

import argparse
from pathlib import Path

from xraycolor_gui.cli.command import OK, Commands


def add_to(commands: Commands) -> None:
    """Put `train` among the commands."""
    train = commands.add_parser("train", help="train a model from CT volumes and real films")
    train.add_argument("config", metavar="CONFIG", help="a shipped model or a TOML file, which may name your own data")
    train.add_argument("--data", type=Path, metavar="FOLDER", help="folder with ct, xray, masks and films")
    train.add_argument("--check", action="store_true", help="only check the data and estimate time and disk")
    train.add_argument("--run", type=Path, metavar="FOLDER", help="where checkpoints and the report go")
    train.add_argument("--minutes", type=float, metavar="N", help="wall time to train for")
    said = "go on from the model with readers' feedback in this store; kept only if it is not worse"
    train.add_argument("--feedback", type=Path, metavar="STORE", help=said)
    train.add_argument(
        "--films", type=Path, nargs="+", default=(), metavar="PATH", help="where its films were moved to"
    )
    train.add_argument("--resume", action="store_true", help="go on from the run's checkpoint")
    train.set_defaults(do=_train)


def _train(options: argparse.Namespace) -> int:
    if options.feedback is not None:
        from xraycolor_gui.training.feedback.teach import teach

        where = {"data": options.data, "run": options.run, "films": options.films}
        teach(options.config, options.feedback, minutes=options.minutes, resume=options.resume, **where)
        return OK
    from xraycolor_gui.training.train import train

    train(
        options.config,
        data=options.data,
        run=options.run,
        minutes=options.minutes,
        resume=options.resume,
        check=options.check,
    )
    return OK
