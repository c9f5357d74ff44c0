"""Files that travel with the program: palettes, samples, icons, fonts.

In a clone they lie in `resources/` beside the package, in an installed wheel inside it. A checkout wins
only where the package itself holds none, so that an installed program never picks up a stranger's folder.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from xraycolor_gui.core.errors import UnreadableFile
from xraycolor_gui.core.palette import Palette, from_json

_PACKAGE = Path(__file__).resolve().parents[1]


def resources_folder() -> Path:
    """Folder of the shipped resources; it may be absent in a damaged installation."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


@cache
def _resolved(folder: Path) -> Path:
    return folder.resolve()


def resource(name: str) -> Path:
    """Path of one shipped file, such as ``palettes/anatomical.json``.

    Raises UnreadableFile when it is absent or the name leads out of the resources.
    """
    root = _resolved(resources_folder())
    path = root / name
    # Only a name with ".." needs a look at the disk to see where it leads.
    if not path.is_relative_to(root) or (".." in path.parts and not path.resolve().is_relative_to(root)):
        raise UnreadableFile(f"{name}: not a name inside the program's resources.", "Use a relative name below it.")
    if not path.exists():
        raise UnreadableFile(f"{name}: missing from the program's resources.", "Install XrayColor again.")
    return path


def sample_paths() -> tuple[Path, ...]:
    """The shipped sample films: the real ones by name, then the study computed from CT."""
    folder = resources_folder() / "samples"
    suffixes = {".dcm", ".png", ".jpg", ".jpeg", ".tif", ".tiff"}
    found = (path for path in folder.rglob("*") if path.suffix.lower() in suffixes and path.is_file())
    return tuple(sorted(found, key=lambda path: ("computed" in path.parent.name, path)))


@cache
def palettes() -> tuple[Palette, ...]:
    """Every shipped palette; `anatomical` first, the others by name."""
    files = sorted(resource("palettes").glob("*.json"), key=lambda path: (path.stem != "anatomical", path.stem))
    return tuple(_load(path) for path in files)


def palette(name: str) -> Palette:
    """The shipped palette of that name. Raises UnreadableFile, which lists the names there are."""
    for candidate in palettes():
        if candidate.name == name:
            return candidate
    names = ", ".join(candidate.name for candidate in palettes())
    raise UnreadableFile(f"{name}: no palette of that name.", f"Choose one of: {names}.")


def _load(path: Path) -> Palette:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(f"{path.name}: this palette cannot be read.", "Install XrayColor again.") from error
    return from_json(text)
