"""Reading many headers in a process of its own, so that the window's has its lock to itself.

`python -m xraycolor_gui.io.header_child` answers each list of paths on its input with what their headers tell. Inside
it several threads wait for the disk at once.
"""

from __future__ import annotations

import os
import pickle
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from xraycolor_gui.core.errors import UnreadableFile, UnsupportedImage, XrayColorError
from xraycolor_gui.core.study import Instance
from xraycolor_gui.io.study import read_instance
from xraycolor_gui.io.study_walk import Unshown

#: On warm files one thread would do: what the others gain is the waiting for a disk or a network.
THREADS = 4
_PACKAGE_ROOT = Path(__file__).resolve().parents[2]
_READY = "ready"
_LENGTH = struct.Struct("<Q")
#: How much the child lets others go first.
_NICE = 5

Found = Instance | Unshown


def header(path: Path, read: Callable[[Path], Instance] = read_instance) -> Found:
    """What the file's header tells, or why the file is not shown. Nothing is raised."""
    try:
        instance = read(path)
    except XrayColorError as error:
        return Unshown(path, error)
    except Exception as error:  # one odd file must not cost the others, and its words may quote the patient
        what = f"{path.name}: XrayColor has a fault here ({type(error).__name__})."
        return Unshown(path, UnreadableFile(what, "Please report it; other films are not concerned."))
    return instance if instance.picture else _without_picture(path, instance)


def headers(paths: Sequence[Path], pool: ThreadPoolExecutor) -> list[Found]:
    """As `header`, of several files at a time."""
    share = -(-len(paths) // THREADS) or 1
    shares = [paths[at : at + share] for at in range(0, len(paths), share)]
    return [found for answers in pool.map(lambda some: [header(path) for path in some], shares) for found in answers]


class HeaderChild:
    """The child, seen from the window's process. Starting takes some tenths of a second, for which nobody waits."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._ready = threading.Event()
        self._ended = threading.Event()
        self._starting = threading.Thread(target=self._start, daemon=True)
        self._starting.start()

    @property
    def ready(self) -> bool:
        """Whether it may be asked."""
        return self._ready.is_set() and not self._ended.is_set()

    def ask(self, paths: Sequence[Path]) -> None:
        """Send paths; `answer` brings what came of them. Raises OSError where the child has ended."""
        assert self._process is not None and self._process.stdin is not None
        _send(self._process.stdin, list(paths))

    def answer(self) -> list[Found]:
        """The answer to the oldest question still open. Raises OSError or EOFError where the child has ended."""
        assert self._process is not None and self._process.stdout is not None
        found: list[Found] = _receive(self._process.stdout)
        return found

    def end(self) -> None:
        """End the child, whatever it does."""
        self._ended.set()
        if self._process is not None:
            self._process.kill()
        self._starting.join()
        if self._process is not None:
            self._process.kill()
            with suppress(OSError):
                self._process.communicate()

    def _start(self) -> None:
        # -P: a folder of films one happens to be in must not lend the child its own modules
        command = [sys.executable, "-P", "-m", "xraycolor_gui.io.header_child"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        paths = [str(_PACKAGE_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "OPENBLAS_NUM_THREADS": "1"}
        try:
            self._process = process = subprocess.Popen(command, env=environment, **pipes)  # type: ignore[call-overload]
            if not self._ended.is_set() and _receive(process.stdout) == _READY:
                self._ready.set()
        except (OSError, EOFError):  # without it the headers are read here
            return


def _send(stream: IO[bytes], value: object) -> None:
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def _receive(stream: IO[bytes]) -> Any:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)


def _without_picture(path: Path, instance: Instance) -> Unshown:
    from pydicom.uid import UID

    kind = UID(instance.source.sop_class_uid).name.removesuffix(" Storage")
    named = kind if kind[:1].isalpha() else "a DICOM object"
    return Unshown(path, UnsupportedImage(f"{path.name}: {named}, without a picture.", ""), instance)


def main() -> int:
    """In the child: answer until the window has no more to ask."""
    from xraycolor_gui.io.dicom import facts, quick_header  # noqa: F401 (before several threads need them at once)

    with suppress(AttributeError, OSError):
        os.nice(_NICE)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    with ThreadPoolExecutor(THREADS) as pool, suppress(EOFError, BrokenPipeError):
        _send(answers, _READY)
        while True:
            _send(answers, headers(_receive(sys.stdin.buffer), pool))
    return 0


if __name__ == "__main__":
    sys.exit(main())
