"""Letting long work end early: who starts it says how to ask whether it is still wanted, and the work asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_CHECK: ContextVar[Callable[[], None] | None] = ContextVar("check", default=None)


@contextmanager
def while_wanted(check: Callable[[], None]) -> Iterator[None]:
    """Inside the block, and in this thread only, `check_wanted` calls `check`, which raises when the work is to end."""
    token = _CHECK.set(check)
    try:
        yield
    finally:
        _CHECK.reset(token)


def check_wanted() -> None:
    """Ask; raises whatever the asker's own exception is, or returns. Cheap enough for every folder of a tree."""
    check = _CHECK.get()
    if check is not None:
        check()
