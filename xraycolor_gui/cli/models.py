"""`xraycolor models`: what is installed, by its cards."""

from __future__ import annotations

import argparse

from xraycolor_gui.cli.command import FAILED, OK, Commands, say


def add_to(commands: Commands) -> None:
    """Put `models` among the commands."""
    models = commands.add_parser("models", help="list the models: architecture, size, training, measured, hash")
    models.set_defaults(do=_models)


def _models(_options: argparse.Namespace) -> int:
    from xraycolor_gui.models.library import damaged_models, list_models

    for card in list_models():
        print(card.describe())
    damages = damaged_models()
    for name, damage in damages.items():
        say(f"{name}: {damage}")
    return FAILED if damages else OK
