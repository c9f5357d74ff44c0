"""The network a run begins with: new, on a pre-trained trunk, or gone on from an earlier model."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor

from xraycolor_gui.core.colorization import TISSUES
from xraycolor_gui.core.errors import ModelError, TrainingError
from xraycolor_gui.models.autoencoders import ARCHITECTURES, Autoencoder, Shape
from xraycolor_gui.models.card import ModelCard
from xraycolor_gui.models.library import find_card, load_network
from xraycolor_gui.models.trunks import TrunkEncoder
from xraycolor_gui.training.config import ModelSettings, TrainingConfig


def first_network(config: TrainingConfig, data: Path | None, guide: Autoencoder | None = None) -> Autoencoder:
    """As the configuration says, a trunk with the guide's decoders; TrainingError names what does not fit."""
    model = config.model
    if model.architecture not in ARCHITECTURES:
        raise TrainingError(
            f"There is no architecture “{model.architecture}”.", f"Choose one of {', '.join(ARCHITECTURES)}."
        )
    torch.manual_seed(config.run.seed)
    network = Autoencoder(Shape(len(TISSUES), model.architecture, model.widths, model.bottleneck, model.frozen))
    if model.parent:
        _inherit(network, find_card(model.parent))
    elif model.trunk:
        _load_trunk(network, model, data)
        if guide is not None:
            _borrow_decoders(network, guide)
    return network.to(memory_format=torch.channels_last)  # type: ignore[no-any-return, call-overload]


def guide_of(config: TrainingConfig) -> Autoencoder | None:
    """The model whose opinion stands in for the teacher's at first; TrainingError if it names other tissues."""
    if not config.model.guide:
        return None
    card = find_card(config.model.guide)
    if card.tissues != TISSUES:
        raise TrainingError(f"The guide {card.name} knows other tissues.", "Choose another one as model.guide.")
    return load_network(card)


def _borrow_decoders(network: Autoencoder, guide: Autoencoder) -> None:
    """Bottleneck and decoders of the guide, where they fit: the new encoder learns to speak to them."""
    own = network.state_dict()
    for name, value in guide.state_dict().items():
        if not name.startswith("encoder.") and name in own and own[name].shape == value.shape:
            own[name].copy_(value)


def _load_trunk(network: Autoencoder, model: ModelSettings, data: Path | None) -> None:
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    path = Path(model.trunk) if data is None else data / "weights" / model.trunk
    if not isinstance(network.encoder, TrunkEncoder):
        raise TrainingError(f"A {model.architecture} model has no trunk.", "Leave model.trunk out.")
    try:
        network.encoder.load_trunk(load_file(path))
    except (OSError, SafetensorError, RuntimeError) as error:
        raise TrainingError(
            f"{path} does not hold the weights of the trunk.",
            "Put them there, or leave model.trunk out to learn it from nothing.",
            detail=str(error),
        ) from error


def _inherit(network: Autoencoder, card: ModelCard) -> None:
    """Weights of an earlier model of this shape; tissues it did not know begin anew."""
    old = load_network(card)
    if (old.shape.architecture, old.shape.widths, old.shape.bottleneck) != (
        network.shape.architecture,
        network.shape.widths,
        network.shape.bottleneck,
    ):
        raise TrainingError(f"The parent {card.name} has another shape.", "Copy its [model] table, or begin anew.")
    places = [(TISSUES.index(name), number) for number, name in enumerate(card.tissues) if name in TISSUES]
    if not places:
        raise ModelError(f"The parent {card.name} shares no tissue.", "Choose another parent.")
    state, own = old.state_dict(), network.state_dict()
    for name, value in own.items():
        inherited = state[name]
        if value.shape == inherited.shape and not name.startswith("composition.logits."):
            value.copy_(inherited)
        else:
            _place(value, inherited, places)


def _place(value: Tensor, inherited: Tensor, places: list[tuple[int, int]]) -> None:
    """Rows of the last layer, tissue by tissue; a new tissue begins as a rare one."""
    value.mul_(0.1)
    if value.ndim == 1:
        value.fill_(float(inherited.min()) - 1.0)
    for here, there in places:
        value[here] = inherited[there]
