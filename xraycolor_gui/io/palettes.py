"""All palettes at hand: the shipped ones and the reader's own.

An own palette is a JSON file of the same form as the shipped ones (`core.palette`), in a folder of the user's data. It
must not be called like a shipped one: exports name their palette, and the name has to mean the same everywhere.
"""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from pathlib import Path

from xraycolor_gui.core.errors import ExportError, UnreadableFile
from xraycolor_gui.core.palette import Palette, from_json, to_json
from xraycolor_gui.io import resources
from xraycolor_gui.io.user_folder import user_folder
from xraycolor_gui.io.writing import cannot_write, writing

SUFFIX = ".json"
#: Hundreds of times a palette; a larger file is something else.
_LARGEST_FILE = 1 << 20
_CORRECT = "Correct the file or choose another."


def palettes_folder() -> Path:
    """Where the reader's own palettes lie; it need not exist."""
    return user_folder() / "palettes"


def palettes(folder: Path | None = None) -> tuple[Palette, ...]:
    """The shipped palettes, `anatomical` first, then the reader's own by title. Unreadable files are left out."""
    own, _ = _own(folder)
    return (*resources.palettes(), *sorted(own, key=lambda palette: palette.title.casefold()))


def damaged_palettes(folder: Path | None = None) -> dict[str, UnreadableFile]:
    """Names of own files that cannot be used, each with what is wrong with it."""
    return _own(folder)[1]


def load_palette(path: Path) -> Palette:
    """The palette in a file. Raises UnreadableFile, which names the file and the entry at fault."""
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_FILE + 1)
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise UnreadableFile(f"{path.name} cannot be read: {error.strerror}.", "Choose another file.") from error
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"{path.name}: this is no palette, nor any other text.", _CORRECT) from error
    if len(content) > _LARGEST_FILE:
        raise UnreadableFile(f"{path.name}: this is no palette, it is far too large.", "Choose another file.")
    try:
        palette = from_json(text)
    except UnreadableFile as error:
        raise UnreadableFile(f"{path.name}: {error.what}", error.next_step, error.detail) from error
    if _is_shipped(palette) and to_json(palette) != to_json(resources.palette(palette.name)):
        raise UnreadableFile(
            f"{path.name}: “{palette.name}” is the name of a shipped palette with other colours.",
            "Give the palette a name of its own.",
        )
    return palette


def save_palette(palette: Palette, path: Path | None = None) -> Path:
    """Write a palette whole or not at all; to `path`, or among the reader's own, replacing what is there.

    Raises UnreadableFile if it would not be read again (colours too strong, nothing in it), ExportError if it is called
    like a shipped one or cannot be written.
    """
    text = to_json(palette)
    from_json(text)
    if _is_shipped(palette):
        raise ExportError(f"“{palette.name}” is the name of a shipped palette.", "Choose another name.")
    if path is None:
        folder = palettes_folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise cannot_write(folder, error) from error
        path = _file_of(palette.name) or folder / f"{_word(palette.name)}{SUFFIX}"
    with writing(path, overwrite=True) as file:
        file.write(text.encode("utf-8"))
    return path


def free_name(title: str) -> str:
    """A name after this title that no palette at hand has, and whose file there is not yet."""
    word = re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")[:50] or "own"
    taken = {palette.name for palette in palettes()}
    for name in (word, *(f"{word}-{number}" for number in range(2, 10_000))):
        if name not in taken and not (palettes_folder() / f"{name}{SUFFIX}").exists():
            return name
    raise ExportError(f"There are too many palettes called “{title}”.", "Give it another name.")


def add_palette(path: Path) -> Palette:
    """Read a palette from a file and keep a copy among the reader's own, so that it is there next time."""
    palette = load_palette(path)
    if not _is_shipped(palette):
        save_palette(palette)
    return palette


def remove_palette(name: str) -> None:
    """Delete an own palette; nothing happens where there is none. Raises ExportError if the system refuses."""
    path = _file_of(name)
    if path is None:
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from error


def _file_of(name: str) -> Path | None:
    """The own file that holds the palette of this name."""
    for path in _files(palettes_folder()):
        with suppress(UnreadableFile):
            if load_palette(path).name == name:
                return path
    return None


def _is_shipped(palette: Palette) -> bool:
    return any(shipped.name == palette.name for shipped in resources.palettes())


def _word(name: str) -> str:
    """A file's stem that every system takes and no other name gets."""
    if re.fullmatch(r"[a-z0-9-]{1,60}", name):
        return name
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return re.sub(r"[^A-Za-z0-9-]+", "-", name).strip("-").lower()[:60] + f"-{digest}"


def _own(folder: Path | None) -> tuple[list[Palette], dict[str, UnreadableFile]]:
    """Own palettes, the first file of each name, and by file name what is wrong with the others."""
    own: dict[str, Palette] = {}
    damages: dict[str, UnreadableFile] = {}
    for path in _files(palettes_folder() if folder is None else folder):
        try:
            palette = load_palette(path)
        except UnreadableFile as error:
            damages[path.name] = error
            continue
        if palette.name in own:
            fault = f"{path.name}: another of your palettes is called “{palette.name}” as well."
            damages[path.name] = UnreadableFile(fault, "Give one of them another name.")
        elif not _is_shipped(palette):
            own[palette.name] = palette
    return list(own.values()), damages


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.glob(f"*{SUFFIX}") if path.is_file())
    except OSError:
        return []
