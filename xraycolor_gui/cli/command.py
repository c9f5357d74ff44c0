"""What all commands share: how they end, how they tell, and kinds of arguments."""

from __future__ import annotations

import argparse
import sys
from typing import TypeAlias

#: All done; something failed, or a part of it; wrong usage.
OK, FAILED, WRONG_USAGE = 0, 1, 2

#: Where a command puts its parser.
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def say(line: str) -> None:
    """Tell the person at the terminal; stdout is for results alone."""
    print(line, file=sys.stderr, flush=True)


def counted(text: str) -> int:
    """A number from 1."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("counted from 1")
    return number
