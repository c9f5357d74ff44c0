"""Key images of a study as a Key Object Selection document (PS3.3 A.35.4), filed in that study."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from highdicom.ko import KeyObjectSelection, KeyObjectSelectionDocument
from pydicom.sr.codedict import codes

from xraycolor_gui.core.errors import ExportError
from xraycolor_gui.io.dicom.source_header import text_of
from xraycolor_gui.io.dicom_objects.filing import identity, open_film, stand_in, write_object
from xraycolor_gui.io.dicom_objects.observers import observer_contexts
from xraycolor_gui.io.quiet import silenced_warnings

SERIES_NUMBER = 9005


def write_key_object(target: Path, paths: Sequence[Path], reader: str = "") -> None:
    """Name these films as the key images of their study; they must be of one. reader: who marked them, if told.

    Raises ExportError, and what reading the films raises.
    """
    films = [open_film(path, 0) for path in paths]
    if len({text_of(film.header, "StudyInstanceUID") for film in films}) != 1:
        raise ExportError("These key images are of several studies.", "Export those of one study at a time.")
    evidence = [stand_in(film) for film in films]
    person, device = observer_contexts(films[0], reader)
    with silenced_warnings():
        content = KeyObjectSelection(
            document_title=codes.DCM.OfInterest,
            referenced_objects=evidence,
            observer_person_context=person,
            observer_device_context=device,
        )
        # Its series has neither a description nor software versions: the module has no room for them.
        made_by = identity(SERIES_NUMBER, 1)
        wanted = ("series_instance_uid", "series_number", "sop_instance_uid", "instance_number", "manufacturer")
        made = KeyObjectSelectionDocument(
            evidence=evidence, content=content, **{name: made_by[name] for name in wanted}
        )
    write_object(target, films[0], made)
