"""Films that a reader marked to be found again and shown to others: key images."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from xraycolor_gui.core.radiograph import Source


class KeyImage(NamedTuple):
    """A film by its content and, in DICOM, by its instance; never by path, name or patient."""

    sha256: str
    sop_instance_uid: str


def key_of(source: Source) -> KeyImage:
    """The identity of a film; without a hash where only its header was read."""
    return KeyImage(source.sha256, source.sop_instance_uid)


class Marked:
    """Those that are marked, to be asked of thousands of films."""

    def __init__(self, keys: Iterable[KeyImage] = ()) -> None:
        self._hashes: set[str] = set()
        self._uids: set[str] = set()
        for key in keys:
            self.put(key, True)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, KeyImage) and (key.sha256 in self._hashes or key.sop_instance_uid in self._uids)

    def put(self, key: KeyImage, marked: bool) -> None:
        """Mark it, or no longer."""
        for known, name in ((self._hashes, key.sha256), (self._uids, key.sop_instance_uid)):
            if name:
                (known.add if marked else known.discard)(name)
