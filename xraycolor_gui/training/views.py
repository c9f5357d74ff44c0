"""How one real film is seen: whole and untouched by the teacher, cropped and changed in look by the pupil."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from xraycolor_gui.models.autoencoders import INPUT_SIZE, OUTSIDE, normalise
from xraycolor_gui.training.real_films import Label, LoadedFilm

Matrix = NDArray[np.float64]

#: Rows and columns of a composition that belongs to a view.
COMPOSITION_SIZE = INPUT_SIZE // 2

#: How often a film of a trunk is shown mirrored: hearts on the right are rare, films put the wrong way round are not.
MIRRORED = 0.25


@dataclass(frozen=True, eq=False, slots=True)
class FilmView:
    """A square look at a film.

    film: float32 (INPUT_SIZE, INPUT_SIZE), normalised, OUTSIDE beyond the film.
    labels: uint8 (COMPOSITION_SIZE, COMPOSITION_SIZE) of `Label`.
    inside: bool, same shape: where the view lies on the film.
    matrix: 3 × 3, film pixel → view pixel (pixel centres at whole numbers).
    """

    film: NDArray[np.float32]
    labels: NDArray[np.uint8]
    inside: NDArray[np.bool_]
    matrix: Matrix


def whole_view(loaded: LoadedFilm) -> FilmView:
    """The whole film, letterboxed and untouched."""
    return _view(loaded, loaded.grey.astype(np.float32) / 255.0, whole_matrix(loaded.grey.shape))


def random_view(loaded: LoadedFilm, rng: Generator) -> FilmView:
    """A random crop, turn and look; often far off the film's centre."""
    grey = random_look(loaded.grey.astype(np.float32) / 255.0, rng)
    view = _view(loaded, grey, random_matrix(loaded, rng))
    return _collimated(view, rng) if rng.random() < 0.15 else view


def whole_matrix(shape: tuple[int, ...]) -> Matrix:
    """Fits the longest side into the view, the film in the middle."""
    rows, columns = shape[:2]
    scale = INPUT_SIZE / max(rows, columns)
    return _centred(columns, rows, scale, scale, 0.0)


def random_matrix(loaded: LoadedFilm, rng: Generator) -> Matrix:
    """Film to input pixels: a part of the film, stretched, turned by some degrees, and mirrored where that may be."""
    rows, columns = loaded.grey.shape
    kept = rng.uniform(0.45, 0.9) if rng.random() < 0.7 else rng.uniform(0.9, 1.08)
    scale = INPUT_SIZE / (max(rows, columns) * kept)
    stretch = float(np.exp(rng.uniform(-0.1, 0.1)))
    turn = np.deg2rad(rng.normal(0.0, 5.0)) if rng.random() < 0.7 else 0.0
    width, height = kept * max(rows, columns), kept * max(rows, columns)
    x = _middle(columns, width, rng)
    y = _middle(rows, height, rng)
    matrix = _centred(2 * x + 1, 2 * y + 1, scale * stretch, scale / stretch, turn)
    limb = loaded.film.body_part not in ("chest", "")
    if rng.random() < (0.5 if limb else MIRRORED):
        mirror = np.array([[-1.0, 0.0, INPUT_SIZE - 1.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
        matrix = mirror @ matrix
    return matrix


def _middle(length: int, window: float, rng: Generator) -> float:
    """Random middle of a window of which little falls off the film."""
    slack = max(length - window, 0.06 * length) / 2
    return (length - 1) / 2 + float(rng.uniform(-slack, slack))


def _centred(columns: float, rows: float, x_scale: float, y_scale: float, turn: float) -> Matrix:
    """Puts the middle of (columns, rows) into the middle of the view."""
    cos, sin = np.cos(turn), np.sin(turn)
    linear = np.array([[cos, -sin], [sin, cos]]) @ np.diag([x_scale, y_scale])
    shift = np.full(2, (INPUT_SIZE - 1) / 2) - linear @ np.array([(columns - 1) / 2, (rows - 1) / 2])
    return np.vstack([np.column_stack([linear, shift]), [0.0, 0.0, 1.0]])


def _view(loaded: LoadedFilm, grey: NDArray[np.float32], matrix: Matrix) -> FilmView:
    size = (INPUT_SIZE, INPUT_SIZE)
    shrinking = abs(np.linalg.det(matrix[:2, :2])) < 0.6
    source = cv2.blur(grey, (2, 2)) if shrinking else grey
    film = cv2.warpAffine(source, matrix[:2], size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    on_film = cv2.warpAffine(np.ones_like(loaded.grey), matrix[:2], size, flags=cv2.INTER_NEAREST) > 0
    normalised = np.full(size, OUTSIDE, np.float32)
    if on_film.any():
        normalised[on_film] = normalise(np.asarray(film, np.float32)[on_film])
    half = np.array([[0.5, 0.0, -0.25], [0.0, 0.5, -0.25], [0.0, 0.0, 1.0]]) @ matrix
    small = (COMPOSITION_SIZE, COMPOSITION_SIZE)
    labels = cv2.warpAffine(loaded.labels, half[:2], small, flags=cv2.INTER_NEAREST)
    return FilmView(normalised, np.asarray(labels, np.uint8), on_film[::2, ::2] & on_film[1::2, 1::2], matrix)


def _collimated(view: FilmView, rng: Generator) -> FilmView:
    """Blades over one to three sides: nothing is known there but that it is no tissue."""
    film, labels = view.film.copy(), view.labels.copy()
    value = float(rng.choice([OUTSIDE, OUTSIDE, rng.uniform(-1.0, -0.7), 1.0]))
    for side in rng.permutation(4)[: rng.integers(1, 4)]:
        blade = int(rng.uniform(0.02, 0.2) * COMPOSITION_SIZE)
        turned, marked = np.rot90(film, int(side)), np.rot90(labels, int(side))
        turned[: 2 * blade] = value
        marked[:blade] = Label.BACKGROUND
    return FilmView(film, labels, view.inside, view.matrix)


def random_look(grey: NDArray[np.float32], rng: Generator) -> NDArray[np.float32]:
    """Another exposure, another processing, another loss of quality; grey 0 … 1."""
    look = _random_tone(grey, rng)
    if rng.random() < 0.25:
        look = _local_contrast(look, float(rng.uniform(0.3, 1.2)), float(rng.uniform(4, 30)))
    if rng.random() < 0.15:
        clahe = cv2.createCLAHE(float(rng.uniform(1.0, 3.0)), (8, 8))
        look = _float(clahe.apply(_bytes(look)))
    if rng.random() < 0.3:
        look = np.asarray(cv2.GaussianBlur(look, (0, 0), float(rng.uniform(0.4, 1.5))), np.float32)
    if rng.random() < 0.5:
        look = look + rng.normal(0.0, rng.uniform(0.003, 0.04), look.shape).astype(np.float32)
    if rng.random() < 0.15:
        levels = np.float32(rng.integers(24, 96))
        look = np.asarray(np.round(look * levels) / levels, np.float32)
    if rng.random() < 0.3:
        look = _compressed(look, int(rng.integers(30, 92)))
    if rng.random() < 0.2:
        look = _with_letters(look, rng)
    return np.asarray(np.clip(look, 0.0, 1.0), np.float32)


def _bytes(grey: NDArray[np.float32]) -> NDArray[np.uint8]:
    return np.clip(grey * 255, 0, 255).astype(np.uint8)


def _float(picture: NDArray[Any]) -> NDArray[np.float32]:
    return np.asarray(picture, np.float32) / np.float32(255)


def _compressed(grey: NDArray[np.float32], quality: int) -> NDArray[np.float32]:
    """Through a JPEG file and back."""
    _, packed = cv2.imencode(".jpg", _bytes(grey), [cv2.IMWRITE_JPEG_QUALITY, quality])
    return _float(np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE)))


def _random_tone(grey: NDArray[np.float32], rng: Generator) -> NDArray[np.float32]:
    low, high = rng.uniform(-0.15, 0.12), rng.uniform(0.85, 1.2)
    tone = np.clip((grey - low) / (high - low), 0, 1) ** float(np.exp(rng.normal(0.0, 0.35)))
    if rng.random() < 0.3:
        steep, middle = rng.uniform(3, 7), rng.uniform(0.35, 0.65)
        tone = 1 / (1 + np.exp(-steep * (tone - middle)))
    if rng.random() < 0.2:
        rows, columns = np.mgrid[-1 : 1 : grey.shape[0] * 1j, -1 : 1 : grey.shape[1] * 1j]
        tone = tone * (1 + rng.uniform(-0.25, 0.25) * rows + rng.uniform(-0.25, 0.25) * columns)
    return np.asarray(tone, np.float32)


def _local_contrast(grey: NDArray[np.float32], amount: float, sigma: float) -> NDArray[np.float32]:
    """Unsharp masking, as detector makers' processing does it."""
    return np.asarray(grey + amount * (grey - cv2.GaussianBlur(grey, (0, 0), sigma)), np.float32)


def _with_letters(grey: NDArray[np.float32], rng: Generator) -> NDArray[np.float32]:
    rows, columns = grey.shape
    place = (int(rng.uniform(0, 0.85) * columns), int(rng.uniform(0.08, 1.0) * rows))
    text = "".join(rng.choice(list("RLAPW1234"), int(rng.integers(1, 5))))
    drawn = np.zeros(grey.shape, np.uint8)
    cv2.putText(drawn, text, place, cv2.FONT_HERSHEY_SIMPLEX, float(rng.uniform(0.3, 0.9)), 255, 1, cv2.LINE_AA)
    return np.asarray(np.maximum(grey, drawn / np.float32(255)), np.float32)


def pupil_to_teacher(pupil: FilmView, teacher: FilmView) -> NDArray[np.float32]:
    """(2, 3) for `torch.nn.functional.affine_grid` (align_corners=False): samples the teacher's view at the pupil's."""
    pixels = teacher.matrix @ np.linalg.inv(pupil.matrix)
    half = INPUT_SIZE / 2
    from_unit = np.array([[half, 0.0, half - 0.5], [0.0, half, half - 0.5], [0.0, 0.0, 1.0]])
    return np.asarray((np.linalg.inv(from_unit) @ pixels @ from_unit)[:2], np.float32)
