"""A finished model goes where the window looks for models, and hides no other one unasked."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path

from xraycolor_gui.models.card import ModelCard, read_card
from xraycolor_gui.models.folders import own_folder, shipped_folder
from xraycolor_gui.models.library import list_models, load_gauges, load_network, save
from xraycolor_gui.training.telling import Tell, to_stderr


def install(
    weights: Path, tell: Tell = to_stderr, *, take_its_place: bool = False, folder: Path | None = None
) -> ModelCard:
    """Copy a weights file to the user's models (or `folder`), and tell so; its name gets a number where it is taken.

    take_its_place: use the name as it is, in place of an older model of the user's; a shipped one is hidden by it.
    """
    card = read_card(weights)
    taken = {known.name for known in list_models((folder,) if folder else None)}
    taken |= {known.name for known in list_models([shipped_folder()])}
    name = card.name if take_its_place else free_name(card.name, taken)
    placed = save(load_network(card), replace(card, name=name), folder or own_folder(), load_gauges(card))
    tell(f"{placed.name} is in the window's list of models now ({placed.path})")
    return placed


def free_name(name: str, taken: set[str]) -> str:
    """`name`, or `name-own`, or `name-own2` and so on: the first that no model has."""
    if name not in taken:
        return name
    return next(f"{name}-own{n if n > 1 else ''}" for n in count(1) if f"{name}-own{n if n > 1 else ''}" not in taken)
