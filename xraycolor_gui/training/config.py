"""The settings of a training run: a TOML file beside the weights it made."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from xraycolor_gui.core.errors import TrainingError
from xraycolor_gui.io.resources import resource
from xraycolor_gui.training.own.settings import DataSettings, parse_data

#: Models whose settings are shipped.
SHIPPED = ("basic", "vgg16", "efficientnet")
_WHICH = f"Give {', '.join(SHIPPED)}, or a TOML file."


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """`frozen`: stages of a pre-trained trunk that never learn. `trunk`: file of its weights in the data's `weights`.

    `parent`: model, by name or file, whose weights a run of the same shape goes on from; empty to begin anew.
    `guide`: model that says what unlabelled films show until the run's own average is believed; empty for none.
    `take_its_place`: a model trained on the user's own data replaces one of its name in the window's list.
    """

    name: str = "basic"
    title: str = "Basic autoencoder"
    architecture: str = "basic"
    widths: tuple[int, ...] = (32, 48, 96, 144, 176)
    bottleneck: int = 48
    frozen: int = 0
    trunk: str = ""
    parent: str = ""
    guide: str = ""
    take_its_place: bool = False


@dataclass(frozen=True, slots=True)
class RunSettings:
    """`steps` 0: the run lasts `minutes` of wall time, pauses between a stop and a resume not counted.

    `sample_minutes`: time between two sheets of sample pictures; 0 for none.
    `coarse_until`: part of the run in which films are `coarse_size` pixels large, for more of them in the same time.
    """

    seed: int = 20
    minutes: float = 75.0
    steps: int = 0
    checkpoint_seconds: float = 90.0
    workers: int = 2
    threads: int = 2
    stacks: int = 1500
    stack_seed: int = 1
    sample_minutes: float = 5.0
    coarse_until: float = 0.0
    coarse_size: int = 192


@dataclass(frozen=True, slots=True)
class BatchSettings:
    """How many films of each kind are in a batch."""

    computed: int = 8
    lung_masks: int = 3
    heart_masks: int = 3
    unlabelled: int = 4
    feedback: int = 0


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """What a run may learn from; comparison runs leave something out.

    volumes: names of the CT volumes, all that are found when empty. labels: whether masks, and what a body part tells,
    are known of real films. poses: whether bodies are filmed in varied pose and habitus.
    """

    volumes: tuple[str, ...] = ()
    labels: bool = True
    poses: bool = True


@dataclass(frozen=True, slots=True)
class OptimizerSettings:
    """`trunk_rate`: part of the rate at which a pre-trained trunk learns."""

    rate: float = 2e-3
    trunk_rate: float = 0.1
    warmup_steps: int = 150
    weight_decay: float = 1e-3
    teacher_memory: float = 0.998


@dataclass(frozen=True, slots=True)
class LossSettings:
    """`guide_until`: part of the run in which the guide, if there is one, stands in for the teacher."""

    computed: float = 1.0
    masks: float = 3.0
    teacher: float = 1.0
    teacher_from: float = 0.05
    teacher_full: float = 0.25
    guide_until: float = 0.6
    film: float = 0.2
    feedback: float = 1.5


@dataclass(frozen=True, slots=True)
class AtlasSettings:
    """`direct`: the network predicts the shown shares themselves instead of physical ones; for comparison only."""

    power: float = 1.0
    salience: Mapping[str, float] = field(default_factory=dict)
    direct: bool = False


@dataclass(frozen=True, slots=True)
class TrainingConfig:
    """`unlabelled`: how often each group of films without labels is drawn. `readers`: weight of readers in feedback, 1
    for those not named.
    """

    model: ModelSettings = field(default_factory=ModelSettings)
    run: RunSettings = field(default_factory=RunSettings)
    batch: BatchSettings = field(default_factory=BatchSettings)
    sources: SourceSettings = field(default_factory=SourceSettings)
    optimizer: OptimizerSettings = field(default_factory=OptimizerSettings)
    losses: LossSettings = field(default_factory=LossSettings)
    atlas: AtlasSettings = field(default_factory=AtlasSettings)
    unlabelled: Mapping[str, float] = field(default_factory=dict)
    readers: Mapping[str, float] = field(default_factory=dict)
    data: DataSettings = field(default_factory=DataSettings)

    def as_dict(self) -> dict[str, Any]:
        """Plain values, for the model card and the checkpoint; without the user's own paths."""
        return {key: value for key, value in asdict(self).items() if key != "data"}


def read_config(name: str, minutes: float | None = None) -> TrainingConfig:
    """The name of a shipped model, or the path of a TOML file; `minutes` replaces the file's budget."""
    path = resource(f"training/{name}.toml") if name in SHIPPED else Path(name)
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise TrainingError(f"{path} cannot be read: {error.strerror}.", _WHICH) from error
    config = parse_config(text, str(path))
    if minutes is None:
        return config
    if minutes <= 0:
        raise TrainingError(f"{minutes} minutes is no time to train in.", "Give --minutes a number above 0.")
    return replace(config, run=replace(config.run, minutes=minutes, steps=0))


def parse_config(text: str, where: str) -> TrainingConfig:
    """TrainingError names the file and the key that does not fit."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TrainingError(f"{where} is no valid TOML: {error}.", "Correct the line it names.") from error
    known = {f.name: f for f in fields(TrainingConfig)}
    values: dict[str, Any] = {}
    for table, content in tables.items():
        if table not in known:
            raise TrainingError(f"{where} has an unknown table [{table}].", f"Known are {sorted(known)}.")
        if table in ("unlabelled", "readers"):
            values[table] = content
            continue
        if table == "data":
            values[table] = parse_data(content, where, Path(where).parent)
            continue
        values[table] = _section(getattr(TrainingConfig(), table), content, f"{where} [{table}]")
    return TrainingConfig(**values)


def _section(default: Any, content: Mapping[str, Any], where: str) -> Any:
    """`default` with the values that `content` gives, each of the default's type."""
    names = {f.name for f in fields(default)}
    changes: dict[str, Any] = {}
    for key, value in content.items():
        if key not in names:
            raise TrainingError(f"{where} has an unknown key “{key}”.", f"Known are {sorted(names)}.")
        wanted = getattr(default, key)
        given = tuple(value) if isinstance(wanted, tuple) and isinstance(value, list) else value
        if isinstance(wanted, float) and isinstance(given, int) and not isinstance(given, bool):
            given = float(given)
        if type(given) is not type(wanted):
            raise TrainingError(f"{where}: {key} = {value!r} is not of the right kind.", f"Write it like {wanted!r}.")
        changes[key] = given
    return replace(default, **changes)
