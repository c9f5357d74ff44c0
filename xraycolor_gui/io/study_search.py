"""Reading a study's headers, handed over in the order in which the files lie in their folders.

The first are read here, the many by a process of its own: reading holds Python's lock, which the window needs.
"""

from __future__ import annotations

import contextvars
import hashlib
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from queue import SimpleQueue

from xraycolor_gui.core.errors import UnsupportedImage, XrayColorError
from xraycolor_gui.core.study import Instance
from xraycolor_gui.io.archives import told_path
from xraycolor_gui.io.header_child import Found, HeaderChild, header
from xraycolor_gui.io.read import file_bytes
from xraycolor_gui.io.study import read_instance
from xraycolor_gui.io.study_walk import Unshown, walk
from xraycolor_gui.io.wanted import check_wanted

#: Files handed on at once; the first come one by one, so that the first row appears soon.
_HANDFUL, _SINGLE = 32, 8
#: From so many files on it pays to start a process that reads them.
_MANY = 64
#: Handfuls the child may have before it: it need not wait for us, nor its answers fill a pipe.
_AHEAD = 2
_LOOKED_AT = 16 * 1024

Met = Path | Unshown


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


class StudySearch:
    """Iterate once: every file that was found, as what its header tells or as why it is not shown.

    found: files met so far, which is all of them once `walked` is true.
    """

    def __init__(self, paths: Iterable[Path], read: Callable[[Path], Instance] | None = None) -> None:
        """read: in the place of `study.read_instance`, and always in this process."""
        self.found = 0
        self.walked = False
        self.twins = Twins()
        self._paths = tuple(paths)
        self._read = read
        self._met: SimpleQueue[list[Met] | BaseException | None] = SimpleQueue()
        self._over = threading.Event()
        self._child: HeaderChild | None = None

    @property
    def namesakes(self) -> int:
        """Films met so far that share their SOP Instance UID with a film of other content."""
        return len(self.twins.namesakes)

    def __iter__(self) -> Iterator[Found]:
        walker = threading.Thread(target=contextvars.copy_context().run, args=(self._walk,), daemon=True)
        walker.start()
        try:
            for found in self._headers():
                yield self.twins.judged(found) if isinstance(found, Instance) else found
                check_wanted()
        finally:
            self._over.set()
            if self._child is not None:
                self._child.end()
            walker.join()

    def _headers(self) -> Iterator[Found]:
        asked: deque[list[Met]] = deque()
        while (handful := self._met.get()) is not None:
            if isinstance(handful, BaseException):
                raise handful
            if self._ask(handful):
                asked.append(handful)
                if len(asked) <= _AHEAD:
                    continue
                yield from self._answered(asked.popleft())
            else:
                while asked:
                    yield from self._answered(asked.popleft())
                yield from self._read_here(handful)
        while asked:
            yield from self._answered(asked.popleft())

    def _ask(self, handful: list[Met]) -> bool:
        """Whether the child took the paths."""
        if self.found >= _MANY and self._child is None and self._read is None:
            self._child = HeaderChild()
        if self._child is None or not self._child.ready:
            return False
        try:
            self._child.ask([one for one in handful if isinstance(one, Path)])
        except OSError:
            return False
        return True

    def _answered(self, handful: list[Met]) -> Iterator[Found]:
        """What came of the oldest question; read here where the child has ended without an answer."""
        assert self._child is not None
        try:
            answers = iter(self._child.answer())
        except (OSError, EOFError):
            yield from self._read_here(handful)
            return
        for one in handful:
            yield one if isinstance(one, Unshown) else next(answers)

    def _read_here(self, handful: list[Met]) -> Iterator[Found]:
        for one in handful:
            yield one if isinstance(one, Unshown) else header(one, self._read or read_instance)
            check_wanted()

    def _walk(self) -> None:
        """In a thread of its own: what is found goes into the queue, None after the last."""
        handful: list[Met] = []
        try:
            for path in walk(self._paths):
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
        except BaseException as error:  # what ends the search is raised in the thread of who asked for it
            self._met.put(error)
