"""Feedback as a COCO data set: https://cocodataset.org/#format-data, with each record beside its annotation.

Tools that change an outline and keep the rest are believed: the outline in the file counts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core import feedback as values
from xraycolor_gui.core import regions
from xraycolor_gui.core.colorization import DISCLAIMER, TISSUES
from xraycolor_gui.core.errors import FeedbackError
from xraycolor_gui.core.feedback import Feedback, FilmId
from xraycolor_gui.core.regions import Brush, Point, Polygon, Region

_RECORD = "xraycolor"
_TOLD = "COCO: the history of changes does not travel."


def encoded(records: Iterable[Feedback]) -> tuple[bytes, tuple[str, ...]]:
    """The file, and what cannot travel in it, one sentence each."""
    films: dict[FilmId, int] = {}
    categories: dict[str, int] = {}
    annotations: list[dict[str, Any]] = []
    losses = [_TOLD]
    for record in records:
        image = films.setdefault(record.film, len(films) + 1)
        if record.region is None:
            losses.append(f"COCO: {record.id} is of a whole film, and COCO has annotations of regions only.")
            continue
        category = categories.setdefault(_category(record), len(categories) + 1)
        annotations.append(
            {
                "id": len(annotations) + 1,
                "image_id": image,
                "category_id": category,
                **_shape(record.region, record.film),
                _RECORD: values.to_json(record),
            }
        )
    data = {
        "info": {"description": f"Feedback on XrayColor's colours. {DISCLAIMER}.", "version": "1.0"},
        "images": [_image(film, number) for film, number in films.items()],
        "categories": [{"id": number, "name": name, "supercategory": "verdict"} for name, number in categories.items()],
        "annotations": annotations,
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode(), tuple(losses)


def is_coco(data: Any) -> bool:
    """Whether this JSON looks like COCO."""
    return isinstance(data, dict) and all(isinstance(data.get(key), list) for key in ("images", "annotations"))


def records_in(
    data: Mapping[str, Any], path: Path, reader: str, find: Callable[[str], FilmId | None]
) -> tuple[tuple[Feedback, ...], tuple[str, ...]]:
    """Records of a COCO file, and what of it was left out, one sentence each.

    find: the film of a file name, for files of other programs. reader: who is said to have given what has no record.
    """
    images = {image.get("id"): image for image in data["images"] if isinstance(image, dict)}
    names = {item.get("id"): item.get("name") for item in data.get("categories", []) if isinstance(item, dict)}
    found: dict[Any, FilmId | None] = {}
    records, left = [], []
    for number, annotation in enumerate(data["annotations"], start=1):
        try:
            image = annotation["image_id"]
            if image not in found:
                found[image] = _film(images[image], find)
            film = found[image]
            if film is None:
                left.append(f"{path.name}: annotation {number}: its film {images[image].get('file_name')} is not here.")
                continue
            records.append(_record(annotation, film, str(names.get(annotation.get("category_id"), "")), reader))
        except (KeyError, TypeError, ValueError, IndexError) as error:
            left.append(f"{path.name}: annotation {number} is not understood ({type(error).__name__}).")
        except FeedbackError as error:
            left.append(f"{path.name}: annotation {number}: {error.what}")
    return tuple(records), tuple(left)


def _category(record: Feedback) -> str:
    verdict = record.verdict.value if record.verdict is not None else "draft"
    return f"{verdict}/{record.tissue}" if record.tissue else verdict


def _image(film: FilmId, number: int) -> dict[str, Any]:
    name = film.sop_instance_uid or film.sha256[:16]
    size = {"width": film.columns, "height": film.rows}
    return {"id": number, "file_name": name, **size, "film": values.film_to_json(film)}


def _shape(region: Region, film: FilmId) -> dict[str, Any]:
    mask = regions.mask_of(region, (film.rows, film.columns))
    left, top, right, bottom = regions.bounds(region)
    segmentation: Any = [[number for point in regions.outline(region) for number in point]]
    if isinstance(region, Brush):
        segmentation = {"size": [film.rows, film.columns], "counts": _counts(mask)}
    return {
        "segmentation": segmentation,
        "bbox": [left, top, right - left, bottom - top],
        "area": float(mask.sum()),
        "iscrowd": int(isinstance(region, Brush)),
    }


def _counts(mask: NDArray[np.bool_]) -> list[int]:
    """Lengths of stretches down the columns, the first one outside."""
    counts = [len(list(stretch)) for _, stretch in groupby(mask.T.ravel().tolist())]
    return [0, *counts] if mask[0, 0] else counts


def _film(image: Mapping[str, Any], find: Callable[[str], FilmId | None]) -> FilmId | None:
    if isinstance(image.get("film"), dict):
        return values.film_from_json(image["film"])
    return find(str(image["file_name"]))


def _record(annotation: Mapping[str, Any], film: FilmId, category: str, reader: str) -> Feedback:
    if isinstance(annotation.get(_RECORD), dict):
        record = values.from_json(annotation[_RECORD])
        if record.region is not None:
            stated = _shape(record.region, record.film)["segmentation"]
            same = stated == annotation.get("segmentation") or isinstance(record.region, Point)
            return record if same else replace(record, region=_region(annotation, film))
    return Feedback(
        id=values.new_id(),
        reader=reader,
        time=values.now(),
        software="COCO",
        film=film,
        region=_region(annotation, film),
        tissue=category if category in TISSUES[1:] else "",
        label="" if category in TISSUES[1:] else category,
    )


def _region(annotation: Mapping[str, Any], film: FilmId) -> Region:
    segmentation = annotation.get("segmentation")
    if isinstance(segmentation, dict):
        rows, columns = (int(number) for number in segmentation["size"])
        counts = segmentation["counts"]
        if (
            not isinstance(counts, list)
            or sum(counts) != rows * columns
            or (rows, columns) != (film.rows, film.columns)
        ):
            raise FeedbackError("its mask is compressed, or not of the film's size.", "Store it as plain counts.")
        inside = np.repeat(np.arange(len(counts)) % 2 == 1, counts)
        return regions.painted(inside.reshape(columns, rows).T)
    if not segmentation:
        x, y, width, height = (float(number) for number in annotation["bbox"])
        return regions.Rectangle(x, y, width, height)
    if len(segmentation) == 1:
        return _polygon(segmentation[0])
    whole = np.zeros((film.rows, film.columns), np.bool_)
    for part in segmentation:
        whole |= regions.mask_of(_polygon(part), (film.rows, film.columns))
    return regions.painted(whole)


def _polygon(numbers: list[float]) -> Polygon:
    return Polygon(tuple(zip(map(float, numbers[::2]), map(float, numbers[1::2]), strict=True)))
