"""What the arguments say: a command, or films for the window."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from xraycolor_gui import __version__
from xraycolor_gui.cli import (
    ablate,
    adapter,
    colorize,
    evaluate,
    feedback,
    inspect,
    models,
    palettes,
    reader_study,
    render,
    rival,
    study,
    train,
)
from xraycolor_gui.cli.command import FAILED, say
from xraycolor_gui.core.colorization import DISCLAIMER
from xraycolor_gui.core.errors import XrayColorError

#: In the order in which help lists them.
_COMMANDS = (
    render,
    colorize,
    models,
    palettes,
    inspect,
    study,
    train,
    ablate,
    rival,
    evaluate,
    feedback,
    reader_study,
    adapter,
)


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; returns the exit status."""
    parser, names = _command_parser()
    try:
        if arguments and arguments[0] in names:
            options = parser.parse_args(arguments)
            return int(options.do(options))
        return _open_window(_window_parser(names).parse_args(arguments))
    except XrayColorError as error:
        say(f"xraycolor: {error}")
        return FAILED
    except KeyboardInterrupt:
        say("xraycolor: stopped")
        return 128 + signal.SIGINT
    except BrokenPipeError:
        # The reader of our output went away (`xraycolor models | head`): nothing is left to tell, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _window_parser(commands: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="xraycolor",
        description=f"Show radiographs in grey and, beside it, in tissue colours. {DISCLAIMER}.",
        epilog="Commands: " + ", ".join(commands) + ". `xraycolor COMMAND --help` tells more.",
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="films or folders to open")
    parser.add_argument("--sample", action="store_true", help="open the radiographs shipped with the program")
    parser.add_argument("--version", action="version", version=f"xraycolor {__version__}")
    return parser


def _command_parser() -> tuple[argparse.ArgumentParser, tuple[str, ...]]:
    """The parser of all commands, and their names."""
    parser = argparse.ArgumentParser(prog="xraycolor", epilog=f"{DISCLAIMER}.")
    commands = parser.add_subparsers(dest="command", required=True)
    for command in _COMMANDS:
        command.add_to(commands)
    return parser, tuple(commands.choices)


def _open_window(options: argparse.Namespace) -> int:
    from xraycolor_gui.gui.app import missing_display, run_window

    trouble = missing_display()
    if trouble:
        say(trouble)
        return FAILED
    return run_window(options.paths, sample=options.sample)
