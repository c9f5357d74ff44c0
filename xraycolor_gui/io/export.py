"""Taking pictures away: one way for the window and the command line."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui import __version__
from xraycolor_gui.core import color, upsample
from xraycolor_gui.core.annotation import Annotation
from xraycolor_gui.core.certificate import certify
from xraycolor_gui.core.colorization import BACKGROUND, DISCLAIMER, Appearance
from xraycolor_gui.core.colouring import Colouring
from xraycolor_gui.core.confidence import GREY_BELOW, fade
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.core.presentation import Voi, describe, own_colours, present
from xraycolor_gui.core.radiograph import Radiograph, Source
from xraycolor_gui.io.annotated import draw
from xraycolor_gui.io.certificate_text import png_certificate
from xraycolor_gui.io.dicom_objects.secondary_capture import write_secondary_capture
from xraycolor_gui.io.export_words import png_text
from xraycolor_gui.io.png import write_png
from xraycolor_gui.io.writing import cannot_write, export_mark, exported_key

#: Endings that say only how a film is stored. What else follows a dot belongs to the name: UIDs are full of them.
_ENDINGS = re.compile(r"\.(dcm|dicom|dic|ima|png|tiff?|jpe?g|jfif)$", re.IGNORECASE)
_NAME_BYTES = 255
_STRIP_ROWS = 256
#: Part of an export's time that rendering takes; the rest is encoding.
_RENDERING = 0.5


class Format(Enum):
    """What a coloured film is written as; the value is the word on the command line."""

    PNG = "png"
    DICOM = "dicom"

    @property
    def suffix(self) -> str:
        """Ending of the file's name."""
        return ".png" if self is Format.PNG else ".dcm"


@dataclass(frozen=True, slots=True)
class _Wish:
    """What the reader wants of the colour, as on screen."""

    palette: Palette
    strength: float
    hidden: Set[str]
    solo: str | None
    grey_below: float

    def chroma(self, colouring: Colouring) -> NDArray[np.float32]:
        """(rows', columns', 2) as the screen draws it; one neutral pixel for a picture that stays grey."""
        shown = colouring.shown
        if shown is None:
            return np.zeros((1, 1, 2), np.float32)
        chroma = self.palette.chroma(shown.composition, shown.tissues, solo=self.solo, hidden=self.hidden)
        return fade(chroma, shown.confidence, self.grey_below)

    def appearance(self, colouring: Colouring, window: str) -> Appearance:
        """How it is shown, to be told with the picture. window: in words."""
        made, shown = colouring.colorization, colouring.shown
        return Appearance(
            model=made.model if made is not None else None,
            palette=self.palette.name,
            strength=self.strength,
            window=window,
            hidden=self._drawn_grey(colouring),
            how=colouring.kind,
            reason=colouring.reason,
            at_own_risk=colouring.at_own_risk,
            grey_below=self.grey_below if shown is not None and shown.confidence is not None else None,
            corrections=colouring.corrections if shown is not None else 0,
        )

    def _drawn_grey(self, colouring: Colouring) -> tuple[str, ...]:
        """Tissues that are drawn grey on the reader's wish, in the model's order."""
        if colouring.shown is None:
            return ()
        names = colouring.shown.tissues
        kept = {self.solo} if self.solo is not None else set(names) - set(self.hidden)
        return tuple(name for name in names if name not in kept and name != BACKGROUND)


def export_colouring(
    radiograph: Radiograph,
    colouring: Colouring,
    palette: Palette,
    *,
    strength: float = 1.0,
    voi: Voi | None = None,
    hidden: Set[str] = frozenset(),
    solo: str | None = None,
    grey_below: float = GREY_BELOW,
    inverted: bool = False,
    annotations: Sequence[Annotation] = (),
    format: Format = Format.PNG,  # noqa: A002 (the word that is used on the command line)
    folder: Path | None = None,
    path: Path | None = None,
    plain: bool = False,
    new_study: bool = False,
    report: Callable[[float], None] | None = None,
) -> Path:
    """Write the film at native size, coloured or grey as the screen shows it, and return where it is.

    Give either `path`, the file to write, replacing what is there; or `folder`, made if need be, where the file gets
    the source's name (`output_path`), replaces its own earlier version and nothing else. A source is never replaced.

    colouring: from `models.colouring.colour`; its reason and the reader's own risk are written into the file.
    voi, hidden, solo, grey_below: as on screen; without `voi` the film's default presentation.
    inverted: the reader turned the polarity of `radiograph` round; is said with the window.
    annotations: drawn over the picture; its certificate is measured without them.
    plain, new_study: see `write_secondary_capture`.
    report: called with the fraction done, with 1 when all but the writing is; may raise to cancel, and then nothing is
        written.

    Raises ExportError.
    """
    word = _word_of(colouring, palette) + ("_annotated" if annotations else "")
    path, overwrite = _place(radiograph.source, folder, path, word, format)
    tell = report or (lambda _fraction: None)
    wish = _Wish(palette, strength, hidden, solo, grey_below)
    presented = present(radiograph, voi)
    if radiograph.rgb is not None and (colouring.shown is None or strength == 0):
        rgb = own_colours(radiograph, voi)
    else:
        rgb = _rendered(presented.grey, wish.chroma(colouring), strength, lambda fraction: tell(_RENDERING * fraction))
    appearance = wish.appearance(colouring, describe(presented.voi, radiograph) + (", inverted" if inverted else ""))
    certificate = certify(
        presented.grey, rgb, colouring, palette, strength=strength, grey_below=grey_below, hidden=hidden, solo=solo
    )
    draw(rgb, annotations)
    mark, ready = export_mark(source_key(radiograph.source)), partial(tell, 1.0)
    if format is Format.DICOM:
        write_secondary_capture(
            path,
            radiograph,
            rgb,
            appearance,
            plain,
            certificate=certificate,
            new_study=new_study,
            mark=mark,
            annotated=len(annotations),
            overwrite=overwrite,
            ready=ready,
        )
    else:
        write_png(
            path,
            rgb,
            {**png_text(appearance, len(annotations)), **png_certificate(certificate), "Comment": mark},
            sources=(radiograph.source.path,),
            spacing=radiograph.spacing,
            pixel_aspect=radiograph.pixel_aspect,
            overwrite=overwrite,
            ready=ready,
        )
    return path


def write_grey_png(radiograph: Radiograph, path: Path, voi: Voi | None = None) -> tuple[str, ...]:
    """Write the grey as presented, 16 bit, native size; what is at `path` is replaced, unless it is the source.

    Returns the fall-backs the presentation took, one sentence each. Raises ExportError.
    """
    presented = present(radiograph, voi)
    grey = np.rint(presented.grey * np.float32(65535)).astype(np.uint16)
    text = {"Software": f"XrayColor {__version__}", "Window": describe(presented.voi, radiograph)}
    write_png(
        path,
        grey,
        {**text, "Disclaimer": DISCLAIMER},
        sources=(radiograph.source.path,),
        spacing=radiograph.spacing,
        pixel_aspect=radiograph.pixel_aspect,
        overwrite=True,
    )
    return presented.notes


def true_stem(path: Path) -> str:
    """Name without the ending that tells how a film is stored: 'IM.1.dcm' → 'IM.1', '1.2.840.7' → '1.2.840.7'."""
    return _ENDINGS.sub("", path.name) or path.name


def source_key(source: Source) -> str:
    """16 hexadecimal digits that name one frame of one source file, the same on every run.

    Derived from the file's content as well as its path, so that the path cannot be guessed back from it.
    """
    named = f"{source.sha256}\0{source.path.resolve()}\0{source.frame}"
    return hashlib.sha256(named.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def output_path(folder: Path, source: Source, word: str, format: Format) -> Path:  # noqa: A002
    """STEM_WORD in `folder`, and with part of the source's key after the stem if that name is taken.

    Taken is a name at which something stands that is not an earlier export of this very source: another film of the
    same name, say. So a batch may hold both, and a second run of it finds each one's place again.
    """
    key = source_key(source)
    stem = true_stem(source.path)
    if source.frames > 1:
        stem += f"_frame{source.frame + 1}"
    ending = f"_{word}{format.suffix}"
    simple = folder / _fitted(stem, ending)
    if _is_free(simple, key):
        return simple
    return folder / _fitted(stem, f"_{key[:8]}{ending}")


def _place(
    source: Source,
    folder: Path | None,
    path: Path | None,
    word: str,
    format: Format,  # noqa: A002
) -> tuple[Path, bool]:
    """Where to write, and whether somebody else's file may be replaced there; makes the folder. Raises ExportError."""
    if (folder is None) == (path is None):
        raise ValueError("give a folder or a path, not both")
    if path is not None:
        return path, True
    assert folder is not None
    _make(folder)
    return output_path(folder, source, word, format), False


def _is_free(path: Path, key: str) -> bool:
    try:
        there = path.exists() or path.is_symlink()
    except OSError:
        return True  # writing will meet the same trouble, and explain it
    return not there or exported_key(path) == key


def _fitted(stem: str, ending: str) -> str:
    """Stem and ending within the 255 bytes that file systems give a name, at the cost of the stem's end."""
    room = _NAME_BYTES - len(ending.encode())
    whole = stem.encode("utf-8", "surrogateescape")
    return (stem if len(whole) <= room else whole[:room].decode("utf-8", "ignore")) + ending


def _word_of(colouring: Colouring, palette: Palette) -> str:
    """What a file's name says of its colours."""
    shown = colouring.shown
    return f"colour_{_word(shown.model.name)}_{_word(palette.name)}" if shown is not None else "grey"


def _word(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9-]+", "-", name).strip("-") or "unnamed"


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error


def _rendered(
    grey: NDArray[np.float32],
    chroma: NDArray[np.float32],
    strength: float,
    report: Callable[[float], None],
) -> NDArray[np.uint8]:
    """(rows, columns, 3) sRGB, strip by strip: full-size chroma would take twice the memory of the film's grey."""
    rows, columns = grey.shape
    rgb = np.empty((rows, columns, 3), np.uint8)
    for top in range(0, rows, _STRIP_ROWS):
        bottom = min(top + _STRIP_ROWS, rows)
        strip = upsample.enlarge(chroma, (rows, columns), region=(top, 0, bottom, columns))
        rgb[top:bottom] = color.render(grey[top:bottom], strip, strength)
        report(bottom / rows)
    return rgb
