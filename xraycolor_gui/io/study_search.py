"""Reading a study's headers: several files at a time, handed over in the order in which they lie in their folders."""

from __future__ import annotations

import contextvars
import hashlib
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue

from xraycolor_gui.core.errors import UnreadableFile, UnsupportedImage, XrayColorError
from xraycolor_gui.core.study import Instance
from xraycolor_gui.io.archives import told_path
from xraycolor_gui.io.read import file_bytes
from xraycolor_gui.io.study import read_instance
from xraycolor_gui.io.study_walk import Unshown, walk
from xraycolor_gui.io.wanted import check_wanted

#: On warm files one thread would do: what the others gain is the waiting for a disk or a network.
THREADS = 4
#: Files handed to a thread at once, and handfuls that wait for their turn.
_HANDFUL, _WAITING = 32, 8
#: The first are handed over one by one: the first row appears sooner.
_SINGLE = 8
_LOOKED_AT = 16 * 1024

Found = Instance | Unshown
_Read = Callable[[Path], Instance]


class Twins:
    """Tells films that are there twice. Of equal files only the first is shown; nothing else is ever held back.

    namesakes: films shown though a film of other content has the same SOP Instance UID.
    """

    def __init__(self) -> None:
        self.namesakes: list[Path] = []
        self._met: dict[tuple[object, ...], Path] = {}

    def judged(self, instance: Instance) -> Found:
        """The instance, or why it need not be shown."""
        path, uid = instance.source.path, instance.source.sop_instance_uid
        key = (uid,) if uid else _looks(path)
        first = self._met.setdefault(key, path)
        if first is path:
            return instance
        if not _equal(first, path):
            if uid:
                self.namesakes.append(path)
            return instance
        what = f"{path.name}: the same film is there twice."
        return Unshown(path, UnsupportedImage(what, f"{told_path(first)} is shown."), instance)


def _looks(path: Path) -> tuple[object, ...]:
    """What equal files have in common, soon told."""
    try:
        head = file_bytes(path, _LOOKED_AT)
    except XrayColorError:
        return (path,)
    return len(head), hashlib.blake2b(head, digest_size=16).digest()


def _equal(first: Path, second: Path) -> bool:
    try:
        alike = file_bytes(first, _LOOKED_AT) == file_bytes(second, _LOOKED_AT)
        return alike and file_bytes(first) == file_bytes(second)
    except XrayColorError:
        return False


@dataclass(slots=True)
class StudySearch:
    """Iterate once: every file that was found, as what its header tells or as why it is not shown.

    found: files met so far, which is all of them once `walked` is true.
    """

    paths: tuple[Path, ...]
    read: _Read = read_instance
    threads: int = THREADS
    found: int = 0
    walked: bool = False
    twins: Twins = field(default_factory=Twins)
    _met: SimpleQueue[list[Path | Unshown] | BaseException | None] = field(default_factory=SimpleQueue)
    _over: threading.Event = field(default_factory=threading.Event)

    @property
    def namesakes(self) -> int:
        """Films met so far that share their SOP Instance UID with a film of other content."""
        return len(self.twins.namesakes)

    def __iter__(self) -> Iterator[Found]:
        # Before several threads need them at once.
        from xraycolor_gui.io import dicom_facts, quick_header  # noqa: F401

        walker = threading.Thread(target=contextvars.copy_context().run, args=(self._walk,), daemon=True)
        walker.start()
        try:
            with ThreadPoolExecutor(self.threads, thread_name_prefix="headers") as pool:
                for found in self._read_ahead(pool):
                    yield self.twins.judged(found) if isinstance(found, Instance) else found
                    check_wanted()
        finally:
            self._over.set()
            walker.join()

    def _read_ahead(self, pool: ThreadPoolExecutor) -> Iterator[Found]:
        reading: deque[Future[list[Found]]] = deque()
        try:
            while (handful := self._met.get()) is not None:
                if isinstance(handful, BaseException):
                    raise handful
                reading.append(pool.submit(self._headers, handful))
                while reading and (reading[0].done() or len(reading) >= _WAITING):
                    yield from reading.popleft().result()
            while reading:
                yield from reading.popleft().result()
        finally:
            self._over.set()
            for future in reading:
                future.cancel()

    def _headers(self, handful: list[Path | Unshown]) -> list[Found]:
        """In one of the pool's threads."""
        read: list[Found] = []
        for path in handful:
            if self._over.is_set():
                break
            read.append(path if isinstance(path, Unshown) else self._header(path))
        return read

    def _header(self, path: Path) -> Found:
        try:
            instance = self.read(path)
        except XrayColorError as error:
            return Unshown(path, error)
        except Exception as error:  # one odd file must not cost the others
            what = f"{path.name}: XrayColor has a fault here ({type(error).__name__})."
            return Unshown(path, UnreadableFile(what, "Please report it; other films are not concerned."))
        return instance if instance.picture else _without_picture(path, instance)

    def _walk(self) -> None:
        """In a thread of its own: what is found goes into the queue, None after the last."""
        handful: list[Path | Unshown] = []
        try:
            for path in walk(self.paths):
                if self._over.is_set():
                    return
                handful.append(path)
                self.found += 1
                if len(handful) >= (_HANDFUL if self.found > _SINGLE else 1):
                    self._met.put(handful)
                    handful = []
            self._met.put(handful)
            self.walked = True
            self._met.put(None)
        except BaseException as error:  # whatever the asker raises to end the search is raised in the asker's thread
            self._met.put(error)


def _without_picture(path: Path, instance: Instance) -> Unshown:
    from pydicom.uid import UID

    kind = UID(instance.source.sop_class_uid).name.removesuffix(" Storage")
    named = kind if kind[:1].isalpha() else "a DICOM object"
    return Unshown(path, UnsupportedImage(f"{path.name}: {named}, without a picture.", ""), instance)
