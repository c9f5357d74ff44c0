"""Pictures that are no radiographs, drawn in code: what a model must learn to leave grey.

Slices and MR-like pictures are cut from the CT volumes that films are computed from; all else is made from nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from xraycolor_gui.training.anatomy import TissueVolume

Picture = NDArray[np.float32]

#: Width and centre, in HU, of the windows in which slices are shown.
_WINDOWS = ((400.0, 40.0), (350.0, 60.0), (1500.0, -600.0), (1800.0, 400.0), (80.0, 40.0), (2500.0, 0.0))
#: How much brighter than water each tissue class may be in an MR-like picture; classes as in `anatomy`.
_DARK_IN_MR = (0, 1, 3, 12)


def ct_slice(volume: TissueVolume, rng: Generator) -> Picture:
    """An axial, coronal or sagittal slice in one of the usual windows, or in one near it."""
    hu, _ = _plane(volume, rng)
    width, centre = _WINDOWS[int(rng.integers(len(_WINDOWS)))]
    width *= float(np.exp(rng.normal(0, 0.25)))
    shown = (hu - centre + rng.normal(0, 15)) / width + 0.5
    if rng.random() < 0.5:
        shown += rng.normal(0, rng.uniform(0, 0.08), shown.shape)
    picture = _framed(shown, rng, float(shown.min()))
    return _with_table(picture, rng) if rng.random() < 0.4 else picture


def mr_slice(volume: TissueVolume, rng: Generator) -> Picture:
    """A slice with a grey of its own for each tissue, an uneven coil and Rician noise."""
    hu, tissue = _plane(volume, rng)
    brightness = rng.uniform(0.15, 1.0, 32).astype(np.float32)
    brightness[list(_DARK_IN_MR)] = rng.uniform(0.0, 0.12, len(_DARK_IN_MR))
    # Within soft tissue the CT knows small steps; a steep wave of them stands for the contrasts MR has there.
    texture = 0.5 + 0.5 * np.sin(hu / rng.uniform(8, 40) + rng.uniform(0, 6))
    soft = (hu > -60) & (hu < 120)
    share = rng.uniform(0.0, 0.7)
    shown = brightness[tissue] * np.where(soft, (1 - share) + share * texture, 1.0)
    shown = _soft(shown, rng.uniform(0.4, 1.2))
    shown = shown * (0.5 + _clouds(shown.shape, rng, 2.5)) if rng.random() < 0.7 else shown
    noise = rng.uniform(0.0, 0.06)
    shown = np.hypot(shown + rng.normal(0, noise, shown.shape), rng.normal(0, noise, shown.shape))
    return _framed(shown, rng, 0.0)


def ultrasound(rng: Generator) -> Picture:
    """A sector or a rectangle full of speckle, with bright bows and dark hollows."""
    rows, columns = _shape(rng)
    y, x = np.mgrid[0 : 1 : rows * 1j, -1 : 1 : columns * 1j]
    level = 0.15 + 0.5 * _clouds((rows, columns), rng, 2.0) * np.exp(-y * rng.uniform(0, 1.5))
    for _ in range(int(rng.integers(1, 5))):
        centre = (int(rng.uniform(0.2, 0.8) * columns), int(rng.uniform(0.25, 0.8) * rows))
        axes = (int(rng.uniform(0.05, 0.42) * columns), int(rng.uniform(0.05, 0.35) * rows))
        drawn = np.zeros((rows, columns), np.float32)
        turn = float(rng.uniform(0, 180))
        cv2.ellipse(drawn, centre, axes, turn, 0, 360, 1.0, -1)
        level *= 1 - rng.uniform(0.2, 0.95) * _soft(drawn, 2.0)
        drawn[:] = 0
        start = float(rng.uniform(0, 360))
        cv2.ellipse(drawn, centre, axes, turn, start, start + rng.uniform(90, 360), 1.0, int(rng.integers(1, 6)))
        level += rng.uniform(0.0, 1.2) * _soft(drawn, rng.uniform(0.8, 2.5))
    grain = cv2.GaussianBlur(rng.normal(size=(2, rows, columns)).transpose(1, 2, 0), (0, 0), float(rng.uniform(0.6, 2)))
    speckle = np.hypot(grain[..., 0], grain[..., 1])
    shown = np.log1p(8 * level * speckle / speckle.mean()) / np.log(12)
    if rng.random() < 0.75:
        apex = -rng.uniform(0.02, 0.6)
        away = np.hypot(y - apex, x * rng.uniform(0.5, 0.9))
        spread = np.abs(np.arctan2(x * 0.7, y - apex)) < rng.uniform(0.45, 1.0)
        shown = np.where(
            spread & (away < rng.uniform(0.85, 1.3) - apex) & (away > rng.uniform(0.05, 0.2) - apex), shown, 0
        )
    return _finished(shown * rng.uniform(0.6, 1.1), rng)


def fundus(rng: Generator) -> Picture:
    """A lit disc with branching vessels, as of the back of an eye."""
    rows, columns = _shape(rng)
    y, x = np.mgrid[0:rows, 0:columns]
    middle = np.array([columns, rows]) / 2 + rng.normal(0, 0.04, 2) * columns
    away = np.hypot(x - middle[0], y - middle[1]) / (max(rows, columns) * rng.uniform(0.4, 0.56))
    disc = (
        rng.uniform(0.25, 0.7) * (1 - rng.uniform(0, 0.6) * away**2) * (0.75 + 0.5 * _clouds((rows, columns), rng, 2.5))
    )
    root = middle + np.array([rng.choice([-1, 1]) * rng.uniform(0.1, 0.35), rng.normal(0, 0.05)]) * columns
    vessels = np.zeros((rows, columns), np.float32)
    for _ in range(int(rng.integers(6, 14))):
        _branch(vessels, root, float(rng.uniform(0, 2 * np.pi)), float(rng.uniform(1, 3.5)), rng)
    disc = disc * (1 - rng.uniform(0.2, 0.6) * _soft(vessels, 0.8))
    disc += rng.uniform(0.1, 0.5) * np.exp(-(((x - root[0]) ** 2 + (y - root[1]) ** 2) / (0.05 * columns) ** 2))
    return _finished(np.where(away < 1, disc, rng.uniform(0, 0.05)), rng)


def _branch(drawn: Picture, start: NDArray[np.float64], angle: float, width: float, rng: Generator) -> None:
    place = start.copy()
    for _ in range(int(rng.integers(8, 26))):
        after = place + 0.03 * drawn.shape[1] * np.array([np.cos(angle), np.sin(angle)])
        ends = [tuple(int(v) for v in point) for point in (place, after)]
        cv2.line(drawn, ends[0], ends[1], 1.0, max(1, round(width)), cv2.LINE_AA)
        angle, place, width = angle + rng.normal(0, 0.22), after, width * 0.96
        if width > 1 and rng.random() < 0.12:
            _branch(drawn, place, angle + rng.choice([-1, 1]) * rng.uniform(0.4, 0.9), width * 0.7, rng)


def document(rng: Generator) -> Picture:
    """Lines of words or bars on paper, sometimes photographed askew under uneven light."""
    rows, columns = _shape(rng)
    paper = np.full((rows, columns), 255, np.uint8)
    size, margin = float(rng.uniform(0.25, 0.9)), int(rng.uniform(0.02, 0.12) * columns)
    step = max(6, int(30 * size * rng.uniform(0.9, 1.6)))
    as_bars, font = rng.random() < 0.3, int(rng.choice([0, 1, 2, 3, 4, 5, 6, 7]))
    for row in range(margin + step, rows - margin, step):
        if rng.random() < 0.1:
            continue
        at, end = margin, margin + (columns - 2 * margin) * rng.uniform(0.4, 1.0)
        while at < end:
            letters = "".join(rng.choice(list("abcdefghijklmnopqrstuvwxyzABCDEFG0123456789.,=()"), rng.integers(1, 10)))
            (width, _), _ = cv2.getTextSize(letters, font, size, 1)
            if as_bars:
                cv2.rectangle(paper, (at, row - step // 2), (at + width, row), 0, -1)
            else:
                cv2.putText(paper, letters, (at, row), font, size, 0, int(rng.integers(1, 3)), cv2.LINE_AA)
            at += width + int(12 * size)
    shown: NDArray[np.floating] = paper.astype(np.float32) / 255
    if rng.random() < 0.5:
        light = 0.25 + rng.uniform(0.3, 0.7) * _clouds(shown.shape, rng, 3.0)
        shown = light * (1 - (1 - shown) * rng.uniform(0.4, 0.95))
        turned = cv2.getRotationMatrix2D((columns / 2, rows / 2), float(rng.normal(0, 12)), float(rng.uniform(1, 1.5)))
        askew = cv2.warpAffine(shown, turned, (columns, rows), borderMode=cv2.BORDER_REFLECT)
        shown = np.asarray(askew, np.float32)
    return _finished(1 - shown if rng.random() < 0.15 else shown, rng)


def drawing(rng: Generator) -> Picture:
    """Lines, curves and filled shapes on a plain ground."""
    rows, columns = _shape(rng)
    ground = float(rng.choice([1.0, 1.0, 0.0, rng.random()]))
    shown = np.full((rows, columns), ground, np.float32)
    few = rng.random() < 0.4
    for _ in range(int(rng.integers(1, 4) if few else rng.integers(4, 40))):
        shade = float(1 - ground if rng.random() < 0.5 else rng.random())
        thick = -1 if few or rng.random() < 0.35 else int(rng.integers(1, 6))
        centre = (int(rng.random() * columns), int(rng.random() * rows))
        kind = rng.integers(4)
        if kind == 0:
            radii = (int(rng.uniform(0.02, 0.5) * columns), int(rng.uniform(0.02, 0.5) * rows))
            cv2.ellipse(shown, centre, radii, float(rng.uniform(0, 180)), 0, 360, shade, thick, cv2.LINE_AA)
        elif kind == 1:
            other = (int(rng.random() * columns), int(rng.random() * rows))
            cv2.rectangle(shown, centre, other, shade, thick)
        else:
            points = _outline(rng, np.array(centre), rng.uniform(0.08, 0.5) * columns, smooth=bool(kind == 2))
            if thick < 0:
                cv2.fillPoly(shown, [points], shade, cv2.LINE_AA)
            else:
                cv2.polylines(shown, [points], bool(rng.random() < 0.5), shade, thick, cv2.LINE_AA)
    return _finished(shown, rng)


def _outline(rng: Generator, centre: NDArray[np.int_], radius: float, *, smooth: bool) -> NDArray[np.int32]:
    """Points of a closed, often deeply lobed line round `centre`."""
    turns = np.linspace(0, 2 * np.pi, 200 if smooth else int(rng.integers(3, 12)), endpoint=False)
    away = np.ones_like(turns)
    for wave in range(1, 9):
        away += rng.normal(0, 0.5 / wave) * np.cos(wave * turns + rng.uniform(0, 6))
    points = centre + radius * np.maximum(away, 0.1)[:, None] * np.stack([np.cos(turns), np.sin(turns)], axis=1)
    return np.asarray(points, np.int32)


def photograph(rng: Generator) -> Picture:
    """Shapes upon shapes, each with its own shade, texture and light: the statistics of photographs (dead leaves)."""
    rows, columns = _shape(rng)
    shown = rng.random() * (0.3 + 0.7 * _clouds((rows, columns), rng, 2.0))
    large = 10 ** rng.uniform(1.2, 2.0)
    for _ in range(int(rng.integers(5, 250))):
        radius = min(3 + large * rng.pareto(1.5), 0.6 * columns)
        points = _outline(
            rng, np.array([rng.random() * columns, rng.random() * rows]), radius, smooth=rng.random() < 0.7
        )
        box = cv2.boundingRect(points)
        left, top = max(box[0], 0), max(box[1], 0)
        right, bottom = min(box[0] + box[2], columns), min(box[1] + box[3], rows)
        if right - left < 2 or bottom - top < 2:
            continue
        inside = np.zeros((bottom - top, right - left), np.float32)
        cv2.fillPoly(inside, [points - np.array([left, top], np.int32)], 1.0)
        texture = rng.random() * (1 - rng.uniform(0, 0.8) * _clouds(inside.shape, rng, float(rng.uniform(0.8, 2.6))))
        place = np.s_[top:bottom, left:right]
        shown[place] += (texture - shown[place]) * inside
    return _finished(_soft(shown, rng.uniform(0.3, 1.5)), rng)


def noise(rng: Generator) -> Picture:
    """Noise of any grain, points of light in the dark, or nothing but a gradient."""
    rows, columns = _shape(rng)
    kind = rng.integers(4)
    if kind == 0:
        return _finished(rng.random((rows, columns)) * rng.uniform(0.2, 1.0), rng)
    if kind == 1:
        return _finished(_clouds((rows, columns), rng, float(rng.uniform(0.0, 3.5))), rng)
    if kind == 2:
        stars = (rng.random((rows, columns)) > 1 - 10 ** rng.uniform(-3.5, -2)) * rng.pareto(1.2, (rows, columns))
        return _finished(0.05 * rng.random((rows, columns)) + _soft(stars, rng.uniform(0.6, 2.0)), rng)
    y, x = np.mgrid[-1 : 1 : rows * 1j, -1 : 1 : columns * 1j]
    angle = rng.uniform(0, 2 * np.pi)
    along = np.hypot(x, y) if rng.random() < 0.3 else x * np.cos(angle) + y * np.sin(angle)
    return _finished(0.5 + along * rng.uniform(-0.6, 0.6) + rng.normal(0, rng.choice([0, 0.02]), along.shape), rng)


def inverted(picture: Picture) -> Picture:
    """A radiograph with black and white exchanged."""
    return np.asarray(np.float32(1) - picture, np.float32)


#: Kinds that need nothing but chance.
DRAWN: dict[str, Callable[[Generator], Picture]] = {
    "ultrasound": ultrasound,
    "fundus": fundus,
    "document": document,
    "drawing": drawing,
    "photograph": photograph,
    "noise": noise,
}
#: Kinds that are cut from a CT volume.
CUT: dict[str, Callable[[TissueVolume, Generator], Picture]] = {"CT": ct_slice, "MR": mr_slice}


def _plane(volume: TissueVolume, rng: Generator) -> tuple[Picture, NDArray[np.uint8]]:
    """HU and tissue classes of a slice through the body, feet down or belly up, at the volume's own spacing."""
    axis = int(rng.choice(3, p=(0.6, 0.2, 0.2)))
    count = volume.hu.shape[axis]
    index = int(rng.uniform(0.08, 0.92) * count)
    hu, tissue = np.take(volume.hu, index, axis), np.take(volume.tissue, index, axis)
    if axis:
        hu, tissue = hu[::-1], tissue[::-1]
    if rng.random() < 0.3:
        hu, tissue = hu[:, ::-1], tissue[:, ::-1]
    return np.ascontiguousarray(hu, np.float32), np.ascontiguousarray(tissue)


def _framed(shown: NDArray[np.floating], rng: Generator, outside: float) -> Picture:
    """More ground round the picture, or a part cut out of it; enlarged to the size of a film."""
    rows, columns = shown.shape
    pad = [int(rng.uniform(0, 0.25) * side) if rng.random() < 0.7 else 0 for side in (rows, rows, columns, columns)]
    wide = np.pad(shown, ((pad[0], pad[1]), (pad[2], pad[3])), constant_values=outside)
    if rng.random() < 0.2:
        top, left = (int(rng.uniform(0, 0.3) * side) for side in shown.shape)
        wide = shown[top : top + int(0.7 * rows), left : left + int(0.7 * columns)]
    scale = rng.uniform(256, 448) / max(wide.shape)
    size = (max(16, round(wide.shape[1] * scale)), max(16, round(wide.shape[0] * scale)))
    enlarged = cv2.resize(wide.astype(np.float32), size, interpolation=cv2.INTER_CUBIC)
    return _finished(np.asarray(enlarged, np.float32), rng)


def _with_table(picture: Picture, rng: Generator) -> Picture:
    """The bow of the table under the body."""
    drawn = picture.copy()
    rows, columns = drawn.shape
    for _ in range(int(rng.integers(1, 3))):
        centre = (columns // 2, int(rows * rng.uniform(0.5, 0.8)))
        axes = (int(columns * rng.uniform(0.4, 0.7)), int(rows * rng.uniform(0.1, 0.3)))
        cv2.ellipse(drawn, centre, axes, 0, 20, 160, float(rng.uniform(0.4, 1)), int(rng.integers(1, 3)), cv2.LINE_AA)
    return np.asarray(np.maximum(drawn, picture), np.float32)


def _clouds(shape: Sequence[int], rng: Generator, steepness: float) -> Picture:
    """Smooth random field 0 … 1 whose amplitude falls with frequency^steepness (over 2)."""
    rows, columns = shape
    frequency = np.hypot(np.fft.fftfreq(rows)[:, None], np.fft.rfftfreq(columns)[None, :])
    frequency[0, 0] = 1
    waves = np.fft.rfft2(rng.normal(size=(rows, columns))) / frequency ** (steepness / 2 + 0.3)
    waves[0, 0] = 0
    field = np.fft.irfft2(waves, (rows, columns))
    low, high = np.percentile(field, (1, 99))
    return np.asarray(np.clip((field - low) / max(high - low, 1e-9), 0, 1), np.float32)


def _soft(picture: NDArray[np.floating], sigma: float) -> Picture:
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), float(sigma)), np.float32)


def _shape(rng: Generator) -> tuple[int, int]:
    sides = (int(rng.integers(256, 400)), int(rng.integers(200, 400)))
    return sides if rng.random() < 0.5 else (sides[1], sides[0])


def _finished(shown: NDArray[np.floating], rng: Generator) -> Picture:
    """Grey 0 … 1, now and then through a JPEG file."""
    picture = np.asarray(np.clip(shown, 0, 1), np.float32)
    if rng.random() < 0.5:
        _, packed = cv2.imencode(
            ".jpg", np.rint(picture * 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(40, 95))]
        )
        picture = np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), np.float32) / np.float32(255)
    return picture
