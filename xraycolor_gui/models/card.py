"""The model card: what a model is, what it learnt from, what was measured. It lies in the weights file's own header.

A safetensors file begins with eight bytes, little-endian, the header's length, then the header in JSON; the card is
JSON text under `__metadata__` → `card`. Reading it needs neither torch nor the weights.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from xraycolor_gui.core.errors import ModelError

SUFFIX = ".safetensors"
CHECKSUMS = "SHA256SUMS"
#: What the names of gauge tensors begin with, beside the network's own in a weights file.
GAUGES = "gauges."
#: No header of ours comes near; a larger number means that the file is something else.
_LONGEST_HEADER = 16_000_000
_REINSTALL = "Grey works; install the model again to see colour."


@dataclass(frozen=True, eq=False, slots=True)
class ModelCard:
    """What is known of one model without loading it.

    network: architecture and shape, as `models.autoencoders.build` wants it. input_size: longest side in pixels.
    normalisation: how grey enters, in words. trained_on: data sets with licence and credit. measured: name → number.
    config: settings of the training run; notes: what these do not tell. gauges: what was fitted to say how sure the
    model is, empty for one that does not say (`models.gauges`). path, sha256: the file this card was read
    from; empty in a card being written.
    """

    name: str
    title: str
    network: Mapping[str, Any]
    parameters: int
    tissues: tuple[str, ...]
    input_size: int
    normalisation: str = ""
    trained_on: tuple[str, ...] = ()
    measured: Mapping[str, Any] = field(default_factory=dict)
    intended_use: str = ""
    limits: str = ""
    notes: str = ""
    command: str = ""
    seed: int = 0
    config: Mapping[str, Any] = field(default_factory=dict)
    gauges: Mapping[str, Any] = field(default_factory=dict)
    date: str = ""
    version: str = ""
    path: Path = Path()
    sha256: str = ""

    def __post_init__(self) -> None:
        for name in ("network", "measured", "config", "gauges"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))

    @property
    def architecture(self) -> str:
        return str(self.network.get("architecture", ""))

    def to_json(self) -> str:
        """Everything but where it lies."""
        values = {f.name: getattr(self, f.name) for f in fields(self) if f.name not in ("path", "sha256")}
        return json.dumps(values, default=_plain, ensure_ascii=False)

    def describe(self) -> str:
        """Several lines for a reader: what it is, what it learnt from, what was measured, its hash."""
        lines = [
            f"{self.name}: {self.title}",
            f"  architecture  {self.architecture}, {self.parameters / 1e6:.2f} million parameters",
            f"  input         longest side {self.input_size} pixels; {self.normalisation}",
            f"  tissues       {', '.join(self.tissues)}",
            f"  trained       {self.date}, version {self.version}, seed {self.seed}",
            *(f"  learnt from   {source}" for source in self.trained_on),
            *(f"  measured      {name}: {_number(value)}" for name, value in self.measured.items()),
            f"  for           {self.intended_use}",
            f"  limits        {self.limits}",
            *([f"  notes         {self.notes}"] if self.notes else []),
            f"  sha256        {self.sha256}",
        ]
        return "\n".join(lines)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} does not go into a model card")


def _number(value: Any) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def damaged(path: Path, why: str) -> ModelError:
    """The one sentence a reader sees for a weights file that cannot be used."""
    return ModelError(f"Model file is damaged ({why}).", _REINSTALL, detail=str(path))


def read_card(path: Path) -> ModelCard:
    """Card of a weights file, its hash included; ModelError if the file is damaged or carries no card.

    The weights are read for their hash when the file is new to this process or has changed since.
    """
    try:
        header, status = _header(path), path.stat()
        digest = _hash_once(path, status.st_size, status.st_mtime_ns, status.st_ino)
    except OSError as error:
        raise _unreadable(path, error) from error
    try:
        card = from_json(json.loads(header)["__metadata__"]["card"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise damaged(path, "it has no readable model card") from error
    # The file's name is the model's: a renamed copy stands beside its original instead of taking its place.
    return replace(card, name=path.stem, path=path, sha256=digest)


def _header(path: Path) -> bytes:
    """The header alone, as JSON."""
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        header = file.read(length) if 0 < length <= _LONGEST_HEADER else b""
    if not header or len(header) < length:
        raise damaged(path, "its header is cut off")
    return header


@cache
def _hash_once(path: Path, _size: int, _mtime_ns: int, _inode: int) -> str:
    """SHA-256 of a file as it stands; what the system tells of it stands for its content. Raises OSError."""
    return _hash(path)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _unreadable(path: Path, error: OSError) -> ModelError:
    return ModelError(f"{path.name} cannot be read: {error.strerror}.", _REINSTALL)


def from_json(text: str) -> ModelCard:
    """A card from its JSON; keys of later versions are passed over. ValueError or KeyError if it is none."""
    values = json.loads(text)
    known = {f.name for f in fields(ModelCard)} - {"path", "sha256"}
    chosen = {name: value for name, value in values.items() if name in known}
    for name in ("tissues", "trained_on"):
        chosen[name] = tuple(chosen.get(name, ()))
    return ModelCard(**chosen)


def verified(card: ModelCard) -> ModelCard:
    """The card with the hash of the weights, which are read again for it.

    ModelError where SHA256SUMS beside the file lists another one.
    """
    try:
        digest = _hash(card.path)
    except OSError as error:
        raise _unreadable(card.path, error) from error
    sums = card.path.parent / CHECKSUMS
    listed = sums.read_text(encoding="utf-8", errors="replace").splitlines() if sums.is_file() else []
    for line in listed:
        expected, _, name = line.partition("  ")
        if name.strip() == card.path.name and expected.strip().lower() != digest:
            raise damaged(card.path, "checksum differs")
    return replace(card, sha256=digest)
