"""What is kept of films weighs no more than it may, and what was used longest ago goes first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.gui.made import colorization, film
from xraycolor_gui.core.colouring import Colouring
from xraycolor_gui.core.modality import ColourSource
from xraycolor_gui.gui.kept import Kept, colouring_bytes, radiograph_bytes


def test_what_was_used_longest_ago_goes_first() -> None:
    kept: Kept[str, int] = Kept(10, weigh=lambda value: value)
    for name, weight in (("a", 4), ("b", 4)):
        kept.keep(name, weight)
    assert kept.get("a") == 4
    kept.keep("c", 5)
    assert (kept.get("a"), kept.get("b"), kept.get("c")) == (4, None, 5)
    assert kept.weight == 9


def test_what_alone_weighs_too_much_is_kept_alone() -> None:
    kept: Kept[str, int] = Kept(10, weigh=lambda value: value)
    for name, weight in (("a", 4), ("large", 50)):
        kept.keep(name, weight)
    assert kept.get("large") == 50 and not kept.has("a")
    kept.keep("b", 1)
    assert not kept.has("large") and kept.weight == 1


def test_what_is_kept_elsewhere_takes_its_part_of_the_room() -> None:
    kept: Kept[str, int] = Kept(10, weigh=lambda value: value)
    for name in ("a", "b"):
        kept.keep(name, 4)
    kept.set_beside(3)
    assert not kept.has("a") and kept.has("b") and kept.beside == 3
    kept.set_beside(50)
    assert kept.has("b"), "the newest stays"
    kept.set_beside(0)
    kept.keep("c", 6)
    assert kept.weight == 10


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 12), st.booleans()), max_size=40))
def test_the_weight_is_that_of_what_is_there_and_in_bounds(turns: list[tuple[int, int, bool]]) -> None:
    kept: Kept[int, int] = Kept(20, weigh=lambda value: value)
    for key, weight, forget in turns:
        if forget:
            kept.forget(lambda one, _, key=key: one == key)  # type: ignore[misc]
        else:
            kept.keep(key, weight)
            assert kept.get(key) == weight
        there = [value for key in range(6) if (value := kept.get(key)) is not None]
        assert kept.weight == sum(there) <= 20


def test_films_and_colours_weigh_what_their_arrays_take() -> None:
    assert radiograph_bytes(film(100, 50)) == 100 * 50 * 2
    coloured = colorization(rows=8, columns=8, confidence=(1.0, 1.0))
    made = Colouring(ColourSource.NETWORK, coloured)
    assert colouring_bytes(made) == coloured.composition.nbytes + 8 * 8 * 4
