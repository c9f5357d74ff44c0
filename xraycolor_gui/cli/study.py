"""`xraycolor study …`: what lies in folders, archives and on media, as a tree from patient to instance."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xraycolor_gui.cli.command import FAILED, OK, Commands, say

if TYPE_CHECKING:
    from xraycolor_gui.core.study import Instance, Patient, Series, Study
    from xraycolor_gui.io.study_walk import Unshown


def add_to(commands: Commands) -> None:
    """Put `study` among the commands."""
    parser = commands.add_parser("study", help="list the films in folders, archives and on media as a tree")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="folder, zip archive, DICOMDIR or film")
    parser.add_argument("--format", choices=("json", "table"), default="table")
    told = "tell names, numbers, days and file names, too; else patients and files are only counted"
    parser.add_argument("--identify", action="store_true", help=told)
    marked = "write into this folder, for every study with key images, a DICOM document that names them"
    parser.add_argument("--key-images", type=Path, metavar="FOLDER", help=marked)
    parser.set_defaults(do=_study_tree)


def _study_tree(options: argparse.Namespace) -> int:
    """Print the tree; returns the exit status: 1 where there is no film, or a path given cannot be read."""
    from xraycolor_gui.core.study import Instance, tree
    from xraycolor_gui.io.study_search import StudySearch

    search = StudySearch(tuple(options.paths))
    instances: list[Instance] = []
    unshown: list[Unshown] = []
    for found in search:
        if isinstance(found, Instance):
            instances.append(found)
        else:
            unshown.append(found)
    told = _told(tree(instances), options.identify) | {
        "files": search.found,
        "films": len(instances),
        "not_shown": _reasons(unshown, options.identify),
        "same_uid_other_content": len(search.twins.namesakes),
    }
    print(json.dumps(told, indent=2, ensure_ascii=False) if options.format == "json" else "\n".join(_lines(told)))
    if options.key_images is not None:
        _write_key_images(instances, options.key_images)
    given = set(options.paths)
    failed = [one for one in unshown if one.path in given]
    for one in failed:
        say(f"xraycolor: {one.error}")
    return FAILED if failed or not instances else OK


def _write_key_images(instances: list[Instance], folder: Path) -> None:
    """One document a study, named by its number here. Raises ExportError and MeasurementError."""
    from xraycolor_gui.core.errors import ExportError
    from xraycolor_gui.core.key_image import Marked, key_of
    from xraycolor_gui.io.dicom_objects.key_object import write_key_object
    from xraycolor_gui.io.key_images import key_images

    marked = Marked(key_images())
    studies: dict[str, list[Path]] = {}
    for instance in instances:
        if instance.source.study_uid and key_of(instance.source) in marked:
            studies.setdefault(instance.source.study_uid, []).append(instance.source.path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"{folder.name}: the folder cannot be made.", "Choose another place.", str(error)) from error
    for number, paths in enumerate(studies.values(), start=1):
        target = folder / f"key-images-{number}.dcm"
        write_key_object(target, paths)
        say(f"{target.name}: {len(paths)} key image{'s' if len(paths) > 1 else ''}")
    if not studies:
        say("No film here is marked as a key image: press Shift + K in the window.")


def _told(patients: tuple[Patient, ...], identify: bool) -> dict[str, Any]:
    return {"patients": [_patient(number, one, identify) for number, one in enumerate(patients, start=1)]}


def _patient(number: int, patient: Patient, identify: bool) -> dict[str, Any]:
    labels, place = patient.first.labels, patient.first.place
    told: dict[str, Any] = {"patient": number, "sex": labels.sex}
    if identify:
        told |= {"id": labels.patient_id, "name": labels.patient_name, "birth_date": place.birth_date}
    return told | {"studies": [_study(one, study, identify) for one, study in enumerate(patient.studies, start=1)]}


def _study(number: int, study: Study, identify: bool) -> dict[str, Any]:
    labels, source, place = study.first.labels, study.first.source, study.first.place
    told: dict[str, Any] = {"study": number, "year": labels.study_date[:4]}
    if identify:
        told |= {
            "date": labels.study_date,
            "description": labels.study_description,
            "accession_number": place.accession_number,
            "uid": source.study_uid,
        }
    return told | {"series": [_series(one, series, identify) for one, series in enumerate(study.series, start=1)]}


def _series(number: int, series: Series, identify: bool) -> dict[str, Any]:
    first = series.instances[0]
    told: dict[str, Any] = {
        "series": number,
        "modality": first.labels.modality,
        "body_part": first.labels.body_part,
    }
    if identify:
        told |= {"description": first.labels.series_description, "uid": first.source.series_uid}
    return told | {"instances": [_instance(one, film, identify) for one, film in enumerate(series.instances, start=1)]}


def _instance(number: int, film: Instance, identify: bool) -> dict[str, Any]:
    from xraycolor_gui.io.archives import told_path

    told: dict[str, Any] = {
        "instance": number,
        "view": film.labels.view,
        "laterality": film.labels.laterality,
        "frames": film.source.frames,
        "format": film.source.format,
    }
    if identify:
        told |= {"uid": film.source.sop_instance_uid, "file": told_path(film.source.path)}
    return told


def _reasons(unshown: list[Unshown], identify: bool) -> list[dict[str, Any]]:
    """Each reason with the number of files it befell, the most frequent first."""
    files: dict[str, list[str]] = {}
    for one in unshown:
        files.setdefault(one.reason, []).append(one.path.name)
    counts = Counter({reason: len(names) for reason, names in files.items()})
    return [
        {"reason": reason, "files": count} | ({"names": files[reason]} if identify else {})
        for reason, count in counts.most_common()
    ]


def _lines(told: dict[str, Any]) -> list[str]:
    lines = []
    for patient in told["patients"]:
        lines.append(_line(0, "patient", patient))
        for study in patient["studies"]:
            lines.append(_line(1, "study", study))
            for series in study["series"]:
                lines.append(_line(2, "series", series))
                lines += [_line(3, "instance", one) for one in series["instances"]]
    lines.append(f"{told['films']} films in {told['files']} files")
    if told["not_shown"]:
        lines.append("not shown:")
        for one in told["not_shown"]:
            names = f" ({', '.join(one['names'])})" if "names" in one else ""
            lines.append(f"  {one['files']} × {one['reason']}{names}")
    if told["same_uid_other_content"]:
        lines.append(f"{told['same_uid_other_content']} films share another one's UID but not its content")
    return lines


def _line(depth: int, level: str, node: dict[str, Any]) -> str:
    """What one node tells of itself, in one line."""
    said = [str(value) for key, value in node.items() if key != level and isinstance(value, str) and value]
    if node.get("frames", 1) > 1:
        said.append(f"{node['frames']} frames")
    return f"{'  ' * depth}{level} {node[level]}" + (f": {', '.join(said)}" if said else "")
