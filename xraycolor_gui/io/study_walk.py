"""Which files there are: folders below, archives inside, what the directory of a medium names. Nobody loops."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from xraycolor_gui.core.errors import UnreadableFile, UnsupportedImage, XrayColorError
from xraycolor_gui.core.study import Instance, natural_key
from xraycolor_gui.io.archives import is_archive, members
from xraycolor_gui.io.wanted import check_wanted

_SYSTEM_NAMES = {"thumbs.db", "desktop.ini", "ehthumbs.db", "lockfile", "__macosx"}
_ARCHIVE_SUFFIX = ".zip"


@dataclass(frozen=True, slots=True)
class Unshown:
    """A file that was found but is not shown, and why.

    instance: what its header tells, where it is sound but holds no picture, such as a presentation state.
    """

    path: Path
    error: XrayColorError
    instance: Instance | None = None

    @property
    def reason(self) -> str:
        """What is wrong, without the file's name: the same for all files of the same fate."""
        return self.error.what.removeprefix(self.path.name).lstrip(": ")


def walk(paths: Iterable[Path], archives_in_folders: bool = True) -> Iterator[Path | Unshown]:
    """Files in the order given, those of folders in natural order (2 before 10); each comes once.

    Hidden and system files are left out. Links to folders are followed, but never into a folder that was seen or that
    holds one of the folders given. Ends early, between two folders, as `wanted` tells.
    """
    paths = tuple(paths)
    yield from _Walk(paths, archives_in_folders).through(paths)


class _Walk:
    def __init__(self, given: Iterable[Path], archives: bool) -> None:
        self._archives = archives
        self._files: set[str] = set()
        self._folders: set[str] = set()
        self._above = {above for path in given for above in _folders_above(_real(path))}

    def through(self, paths: Iterable[Path]) -> Iterator[Path | Unshown]:
        for path in paths:
            if os.path.isdir(path):  # noqa: PTH112 (Path.is_dir may raise)
                yield from self._folder(path, _real(path))
            elif self._is_new(_real(path)):
                if _is_dicomdir(path):
                    yield from (one for one in _medium(path) if isinstance(one, Unshown) or self._is_new(_real(one)))
                elif is_archive(path):
                    yield from _in_archive(path)
                else:
                    yield path

    def _folder(self, folder: Path, real: str) -> Iterator[Path | Unshown]:
        check_wanted()
        if real in self._folders:
            return
        self._folders.add(real)
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: natural_key(entry.name))
        except OSError as error:
            yield Unshown(
                folder, UnreadableFile(f"{folder.name}: you may not enter this folder.", "Ask for access.", str(error))
            )
            return
        for entry in entries:
            if not _is_hidden(entry.name):
                yield from self._entry(entry, folder / entry.name, f"{real}{os.sep}{entry.name}")

    def _entry(self, entry: os.DirEntry[str], path: Path, real: str) -> Iterator[Path | Unshown]:
        if entry.is_symlink():
            real = _real(path)
            if entry.is_dir() and real in self._above:
                return
        if entry.is_dir():
            yield from self._folder(path, real)
        elif not self._is_new(real):
            return
        elif _is_dicomdir(path):
            # The folder is searched anyway: only what is missing of the medium is news.
            yield from (one for one in _medium(path) if isinstance(one, Unshown))
        elif not entry.is_file():
            yield Unshown(path, _not_a_file(path, entry.is_symlink()))
        elif self._archives and path.suffix.lower() == _ARCHIVE_SUFFIX and is_archive(path):
            yield from _in_archive(path)
        else:
            yield path

    def _is_new(self, real: str) -> bool:
        if real in self._files:
            return False
        self._files.add(real)
        return True


def _medium(directory: Path) -> Iterator[Path | Unshown]:
    """What a DICOMDIR names, and what of that is missing."""
    from xraycolor_gui.io.dicom.directory import named_files
    from xraycolor_gui.io.read import file_bytes

    try:
        found, missing = named_files(directory, file_bytes(directory))
    except XrayColorError as error:
        yield Unshown(directory, error)
        return
    yield from found
    for path in missing:
        what = f"{path.name}: named by the medium's directory, but not there."
        yield Unshown(path, UnreadableFile(what, "Copy the whole medium again."))


def _real(path: Path) -> str:
    return os.path.realpath(path)  # Path.resolve raises where links run in a circle


def _in_archive(archive: Path) -> Iterator[Path | Unshown]:
    try:
        yield from members(archive)
    except XrayColorError as error:
        yield Unshown(archive, error)


def _folders_above(real: str) -> Iterator[str]:
    """The folder itself and all that hold it."""
    while True:
        yield real
        above = os.path.dirname(real)  # noqa: PTH120 (some names make no Path)
        if above == real:
            return
        real = above


def _not_a_file(path: Path, link: bool) -> XrayColorError:
    if link and not os.path.exists(path):  # noqa: PTH110 (Path.exists may raise)
        return UnreadableFile(f"{path.name}: a link that leads nowhere.", "Copy the files themselves.")
    return UnsupportedImage(f"{path.name}: a device or a pipe, not a file.", "Choose a file.")


def _is_dicomdir(path: Path) -> bool:
    return path.name.casefold().split(";")[0].rstrip(".") == "dicomdir"


def is_left_out(name: str) -> bool:
    """Whether a file of this name in a searched folder is nothing to tell of: hidden, of the system, a DICOMDIR."""
    return _is_hidden(name) or _is_dicomdir(Path(name))


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in _SYSTEM_NAMES
