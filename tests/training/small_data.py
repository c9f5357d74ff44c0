"""A training folder made in code: one body, a few drawn films with masks, in the form of the real data."""

from __future__ import annotations

import csv
from pathlib import Path

import cv2
import numpy as np

from tests.training.phantoms import chest

CONFIG = """
[model]
name = "small"
title = "Small"
widths = [4, 4, 6, 6, 8]
bottleneck = 4
[run]
seed = 1
steps = {steps}
workers = 0
threads = 2
stacks = 2
[batch]
computed = 2
lung_masks = 2
heart_masks = 2
unlabelled = 2
[unlabelled]
adult_chests = 1.0
limbs = 1.0
"""

SPLITS = ("train", "train", "val", "test", "val", "test")


def drawn_chest(rng: np.random.Generator, shape: tuple[int, int] = (120, 100)) -> tuple[np.ndarray, np.ndarray]:
    """A grey chest of two dark lungs round a light heart, and its mask (1 heart, 2 left lung, 4 right lung)."""
    rows, columns = shape
    grey = np.full(shape, 170, np.uint8)
    mask = np.zeros(shape, np.uint8)
    shift = int(rng.integers(-6, 6))
    for bit, x in ((2, 0.68), (4, 0.3)):
        lung = np.zeros(shape, np.uint8)
        cv2.ellipse(lung, (round(x * columns) + shift, rows // 2), (columns // 7, rows // 3), 0, 0, 360, 1, -1)
        grey[lung > 0], mask[lung > 0] = 60, bit
    heart = np.zeros(shape, np.uint8)
    cv2.circle(heart, (columns // 2 + shift, round(0.6 * rows)), columns // 8, 1, -1)
    grey[heart > 0], mask[heart > 0] = 200, 1
    noisy = grey + rng.normal(0, 12, shape)
    return np.clip(noisy, 0, 255).astype(np.uint8), mask


def make(folder: Path) -> Path:
    """`folder` with ct, masks, films and xray."""
    rng = np.random.default_rng(0)
    body = chest()
    (folder / "ct").mkdir(parents=True)
    for name in ("chest_phantom", "chest_lidc0002"):
        np.savez_compressed(
            folder / "ct" / f"{name}.npz", hu=body.hu, tissue=body.tissue, spacing_mm=np.full(3, body.spacing_mm)
        )
    _masks(folder / "masks", rng)
    _films(folder / "films", rng)
    _xray(folder / "xray", rng)
    return folder


def _masks(folder: Path, rng: np.random.Generator) -> None:
    rows = []
    for number, split in enumerate(SPLITS):
        grey, mask = drawn_chest(rng)
        lungs = np.where(mask > 0, 255, 0).astype(np.uint8)
        lungs[:3] = 127
        rows.append(
            {
                "image": _write(folder / f"image{number}.png", grey),
                "mask": _write(folder / f"mask{number}.png", lungs),
                "structures": "lungs incl. part behind heart (255), ignore (127)",
                "body_part": "chest",
                "patient": f"m{number}",
                "split": split,
                "source": "drawn",
                "licence": "CC0",
            }
        )
    _manifest(folder, rows)


def _films(folder: Path, rng: np.random.Generator) -> None:
    rows = []
    for number, split in enumerate(SPLITS):
        grey, mask = drawn_chest(rng)
        rows.append(
            _row(_write(folder / f"image{number}.png", grey), split, "chest")
            | {
                "mask": _write(folder / f"mask{number}.png", mask),
                "structures": "bits: 1 heart, 2 left lung, 4 right lung",
            }
        )
    _manifest(folder, rows)


def _xray(folder: Path, rng: np.random.Generator) -> None:
    rows = []
    for number, part in enumerate(("chest", "chest", "knee")):
        grey, _ = drawn_chest(rng)
        rows.append(_row(_write(folder / f"image{number}.png", grey), "train", part))
    _manifest(folder, rows)


def _row(file: str, split: str, part: str) -> dict[str, str]:
    return {
        "file": file,
        "dataset": "drawn",
        "licence": "CC0",
        "body_part": part,
        "patient": file,
        "split": split,
        "mask": "",
        "structures": "",
    }


def _write(path: Path, picture: np.ndarray) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), picture)
    return path.name


def _manifest(folder: Path, rows: list[dict[str, str]]) -> None:
    with (folder / "manifest.csv").open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
