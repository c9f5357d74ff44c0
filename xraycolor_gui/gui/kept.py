"""A small memory that forgets what was used longest ago, and how much of it decoded films may take."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from xraycolor_gui.core.colouring import Colouring
    from xraycolor_gui.core.radiograph import Radiograph

K = TypeVar("K")
V = TypeVar("V")

#: Bytes that decoded films, their frames and files among them, and colours may take beside what is on screen: half a
#: gigabyte.
RADIOGRAPH_BYTES, COLOUR_BYTES = 384 * 2**20, 128 * 2**20


class Kept(Generic[K, V]):
    """Values that weigh at most `most` together; `get` and `keep` both count as use. The newest is always kept.

    beside: what weighs on the same budget and is kept elsewhere.
    """

    def __init__(self, most: int, weigh: Callable[[V], int] = lambda _: 1) -> None:
        self._most = most
        self._weigh = weigh
        self._values: OrderedDict[K, V] = OrderedDict()
        self._weights: dict[K, int] = {}
        self.weight = 0
        self._beside = 0

    @property
    def beside(self) -> int:
        return self._beside

    def set_beside(self, weight: int) -> None:
        self._beside = weight
        self._make_room()

    def get(self, key: K) -> V | None:
        if key in self._values:
            self._values.move_to_end(key)
        return self._values.get(key)

    def has(self, key: K) -> bool:
        """Whether there is a value; asking is no use of it."""
        return key in self._values

    def keep(self, key: K, value: V) -> None:
        self._drop(key)
        self._values[key] = value
        self._weights[key] = weight = self._weigh(value)
        self.weight += weight
        self._make_room()

    def forget(self, fits: Callable[[K, V], bool]) -> None:
        """Forget every value that fits, or whose key does."""
        for key in [key for key, value in self._values.items() if fits(key, value)]:
            self._drop(key)

    def _make_room(self) -> None:
        while self.weight + self._beside > self._most and len(self._values) > 1:
            self._drop(next(iter(self._values)))

    def _drop(self, key: K) -> None:
        if self._values.pop(key, None) is not None:
            self.weight -= self._weights.pop(key)


def radiograph_bytes(radiograph: Radiograph) -> int:
    """What a decoded film takes."""
    return radiograph.stored.nbytes + (radiograph.rgb.nbytes if radiograph.rgb is not None else 0)


def colouring_bytes(colouring: Colouring) -> int:
    """What a film's composition and confidence take, shown or refused."""
    made = colouring.colorization
    if made is None:
        return 0
    return made.composition.nbytes + (made.confidence.nbytes if made.confidence is not None else 0)
