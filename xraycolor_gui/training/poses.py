"""How bodies are filmed: views drawn at random as radiographers take them, and a cache of their stacks."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.random import Generator

from xraycolor_gui.training.anatomy import VOLUMES, Body, TissueVolume, load_volume, prepare
from xraycolor_gui.training.arms import Arms
from xraycolor_gui.training.children import as_child
from xraycolor_gui.training.limbs import LIMBS, build, random_limb_view
from xraycolor_gui.training.projection import View, center_mm, project
from xraycolor_gui.training.shoulders import lower_arms
from xraycolor_gui.training.trunks import join_belly

#: Stacks drawn from one limb that was built for them.
_FROM_LIMB = 4
_LIMB_SEED, _VARIED_SEED = 77, 78

#: Stacks drawn from one body before the next one is loaded.
_ROUND = 12

#: How often a volume of each region is drawn; whole chests share half of all films.
_SHARES = {
    "chest": 6.0, "lower chest": 2.0, "abdomen": 3.0, "legs": 5.0, "arms": 5.0, "neck": 2.0, "head": 2.0, "limb": 8.0,
}  # fmt: skip


def random_view(body: Body, rng: Generator) -> View:
    """A view of the body as it is filmed, with pose, habitus and field varied."""
    if body.region == "chest" and body.lungs_mm is not None:
        return _chest_view(body, rng)
    if body.region == "limb":
        return random_limb_view(body, rng)
    return _part_view(body, rng)


def straight_view(body: Body, rng: Generator) -> View:
    """A view framed like a random one, of the body as it lies in its volume: straight, its own size, without arms."""
    view = random_view(body, rng)
    return replace(
        view,
        azimuth_deg=90.0 if 60.0 < abs(view.azimuth_deg) < 120.0 else 0.0,
        pitch_deg=0.0,
        roll_deg=0.0,
        scale=(1.0, 1.0, 1.0),
        arms=None,
    )


def _habitus(rng: Generator, child: bool) -> tuple[float, float, float]:
    size = float(rng.uniform(0.34, 0.8)) if child else math.exp(rng.normal(0.0, 0.06))
    x, y, z = np.exp(rng.normal(0.0, 0.07, 3))
    if child:  # round, and short
        y *= rng.uniform(1.0, 1.25)
        z *= rng.uniform(0.78, 0.95)
    return float(size * x), float(size * y), float(size * z)


def _chest_view(body: Body, rng: Generator) -> View:
    kind = rng.random()
    if body.arms_down:  # nobody lets them down for a lateral film
        kind *= 0.8
    frontal = kind < 0.8
    scale = _habitus(rng, child=body.child or bool(rng.random() < 0.15))
    direction = "PA" if rng.random() < 0.55 else "AP"
    if frontal:
        azimuth = float(rng.normal(0.0, 5.0))
    elif kind < 0.9:
        azimuth = float(90.0 + rng.normal(0.0, 4.0))
    else:
        azimuth = float(rng.choice([-1, 1]) * rng.uniform(15, 65))
    assert body.lungs_mm is not None
    z0, z1, y0, y1, x0, x1 = body.lungs_mm
    across = (x1 - x0) * scale[0] if frontal else max(y1 - y0, 0.8 * (x1 - x0)) * max(scale[:2])
    thorax = max(across, (z1 - z0) * scale[2])
    field = thorax * (rng.uniform(1.08, 1.45) if rng.random() < 0.85 else rng.uniform(0.6, 1.1))
    belly = (z0 - body.box_mm[0]) * scale[2]
    whole = belly > 0.6 * thorax and rng.random() < 0.6
    if whole:  # chest and belly on one film, as of babies
        field = thorax * rng.uniform(1.4, 2.2)
    loose = max(field / thorax - 1.0, 0.12) * 0.28
    shift = rng.normal(0.0, loose, 2) * thorax
    if whole:
        shift[1] = rng.uniform(0.1, 0.5) * belly
    # Below the last true slice the body is only continued: show no more of that than an eighth of the film.
    lowest = (z0 + z1) / 2 * scale[2] - body.box_mm[0] * scale[2] + field / 8
    shift[1] = min(shift[1], max(lowest - field / 2, -0.3 * field))
    center = _fractions(body, ((z0 + z1) / 2, (y0 + y1) / 2, (x0 + x1) / 2))
    source = rng.uniform(1500, 2000) if direction == "PA" else rng.uniform(950, 1500)
    raised = not frontal or body.arms_down or rng.random() < 0.4
    arms = None if raised else _random_arms(body, scale, center, rng)
    lordotic = frontal and rng.random() < 0.07
    return View(
        direction=direction,
        azimuth_deg=azimuth,
        pitch_deg=float(rng.choice([-1, 1]) * rng.uniform(12, 26) if lordotic else rng.normal(0.0, 5.0)),
        roll_deg=float(rng.normal(0.0, 2.5)),
        source_mm=float(source),
        object_mm=float(rng.uniform(110, 240)),
        field_mm=float(field),
        center=center,
        shift_mm=(float(shift[0]), float(shift[1])),
        scale=scale,
        mirrored=bool(not frontal and rng.random() < 0.5),
        arms=arms,
    )


def _fractions(body: Body, point_mm: tuple[float, float, float]) -> tuple[float, float, float]:
    """A point (z, y, x) in millimetres from the array's corner as fractions of the body's box."""
    z0, z1, y0, y1, x0, x1 = body.box_mm
    return (point_mm[0] - z0) / (z1 - z0), (point_mm[1] - y0) / (y1 - y0), (point_mm[2] - x0) / (x1 - x0)


def _random_arms(
    body: Body, scale: tuple[float, float, float], center: tuple[float, float, float], rng: Generator
) -> Arms:
    """Arms hanging beside the ribs, at a distance that clears the body's flanks."""
    assert body.lungs_mm is not None
    x, _, z = center_mm(body, View(center=center))
    _, z1, *_ = body.lungs_mm
    row = body.frontal[:, int(z / body.spacing_mm), :]
    filled = np.flatnonzero((row > 0).any(axis=0)) * body.spacing_mm
    radius = float(rng.uniform(36, 56)) * scale[0]
    shoulders = []
    for side, edge in ((-1.0, float(filled[0])), (1.0, float(filled[-1]))):
        out = abs(edge - x) * scale[0] + radius * rng.uniform(0.2, 0.75)
        shoulders.append((side * out, float(rng.normal(0, 12)), (z1 - z - rng.uniform(25, 55)) * scale[2]))
    return Arms(
        shoulders=tuple(shoulders),
        spread_deg=float(rng.uniform(2, 18)),
        radius_mm=radius,
        fat_mm=radius * float(rng.uniform(0.1, 0.28)),
        bone_mm=float(rng.uniform(10, 13)) * scale[0],
        cortex_mm=float(rng.uniform(2.5, 4.0)) * scale[0],
    )


def _part_view(body: Body, rng: Generator) -> View:
    """A view of a limb, head, neck or abdomen: frontal, lateral or oblique, the whole part or a piece of it."""
    z0, z1, _, _, x0, x1 = body.box_mm
    scale = _habitus(rng, child=bool(rng.random() < 0.1))
    lateral = rng.random() < {"abdomen": 0.1, "lower chest": 0.15}.get(body.region, 0.4)
    azimuth = float((90.0 if lateral else 0.0) + rng.normal(0.0, 12.0 if body.region in ("legs", "arms") else 6.0))
    longest = max((z1 - z0) * scale[2], (x1 - x0) * scale[0])
    small, large = {"legs": (0.25, 0.9), "arms": (0.3, 1.0), "abdomen": (0.5, 1.0)}.get(body.region, (0.6, 1.15))
    field = float(longest * rng.uniform(small, large))
    # The film may reach beyond the body's cut ends by a tenth of its height, no more.
    low, high = 0.4 * field / scale[2] / (z1 - z0), 1.0 - 0.4 * field / scale[2] / (z1 - z0)
    height = (
        float(rng.uniform(low if body.open_bottom else 0.05, high if body.open_top else 0.95)) if low < high else 0.5
    )
    center = (height, 0.5, float(np.clip(rng.normal(0.5, 0.2), 0.1, 0.9)))
    if body.region in ("head", "neck"):
        center = height, 0.5, float(rng.normal(0.5, 0.07))
    return View(
        direction="AP" if rng.random() < 0.7 else "PA",
        azimuth_deg=azimuth,
        pitch_deg=float(rng.normal(0.0, 5.0)),
        roll_deg=float(rng.normal(0.0, 8.0)),
        source_mm=float(rng.uniform(1000, 1500)),
        object_mm=float(rng.uniform(60, 200)),
        field_mm=field,
        center=center,
        scale=scale,
        mirrored=bool(rng.random() < 0.5),
    )


def cache_projections(
    volumes: Sequence[Path],
    out_folder: Path,
    count: int,
    *,
    size: int = 256,
    seed: int = 0,
    report: Callable[[float, str], None] | None = None,
    draw: Callable[[Body, Generator], View] = random_view,
    limbs: bool = False,
    varied: bool = False,
) -> tuple[Path, ...]:
    """Write `count` stacks as NNNNN_NAME.npy, float16 (channels, size, size), and index.jsonl; return their paths.

    Volumes are drawn by region, in rounds, so that any first part of the cache is a fair mixture. Stacks already there
    are kept: a stopped run goes on. limbs: hands and other limbs are built and drawn beside the volumes. varied:
    some chests let their arms down, become
    children, or are joined to a belly. Raises TrainingError for a volume that cannot be read.
    """
    out_folder.mkdir(parents=True, exist_ok=True)
    built = [Path(f"limb_{kind}") for kind in LIMBS] if limbs else []
    bellies = [path for path in volumes if load_region(path) == "abdomen"]
    paths: list[Path] = []
    for numbers, volume in _plan([*volumes, *built], count, seed):
        bodies = (
            _limbs_of(volume.stem, size, seed)
            if volume in built
            else _body_of(volume, bellies, seed if varied else None)
        )
        for number in numbers:
            path = out_folder / f"{number:05d}_{volume.stem}.npy"
            if not path.exists():
                _write_stack(bodies(number), draw, np.random.default_rng((seed, number)), path, size)
                if report:
                    report(len(paths) / max(count, 1), path.stem)
            paths.append(path)
    return tuple(sorted(paths))


def _body_of(path: Path, bellies: Sequence[Path], seed: int | None) -> Callable[[int], Body]:
    """The body of a volume file, read when it is first wanted; with a seed, changed as `_varied` does."""

    @lru_cache(maxsize=1)
    def body(number: int) -> Body:
        volume = load_volume(path)
        if seed is not None and volume.region == "chest":
            volume = _varied(volume, bellies, np.random.default_rng((seed, _VARIED_SEED, number)))
        return prepare(volume)

    return lambda number: body(number // _ROUND)


def _varied(volume: TissueVolume, bellies: Sequence[Path], rng: Generator) -> TissueVolume:
    if rng.random() < 0.35:
        volume = as_child(volume, rng)
        if bellies and rng.random() < 0.5:
            volume = join_belly(volume, load_volume(bellies[int(rng.integers(len(bellies)))]))
    return lower_arms(volume, rng) if rng.random() < 0.6 else volume


def _limbs_of(name: str, size: int, seed: int) -> Callable[[int], Body]:
    """A limb for the number of a stack, some numbers in a row sharing one."""

    @lru_cache(maxsize=1)
    def body(number: int) -> Body:
        rng = np.random.default_rng((seed, _LIMB_SEED, number))
        return prepare(build(name.removeprefix("limb_"), rng, coarse=float(np.clip(256 / size, 1.0, 4.0))))

    return lambda number: body(number // _FROM_LIMB)


def _plan(volumes: Sequence[Path], count: int, seed: int) -> list[tuple[range, Path]]:
    """Numbers of the stacks to draw from each volume, in order."""
    rng = np.random.default_rng((seed, 999_983))
    regions = [load_region(path) for path in volumes]
    of_region = {region: regions.count(region) for region in regions}
    shares = np.array([_SHARES.get(region, 2.0) / of_region[region] for region in regions])
    if "chest" in of_region and len(of_region) > 1:
        others = sum(s for s, region in zip(shares, regions, strict=True) if region != "chest")
        shares = np.array(
            [others / of_region["chest"] if r == "chest" else s for s, r in zip(shares, regions, strict=True)]
        )
    debt = rng.random(len(volumes))
    rounds: list[tuple[range, Path]] = []
    for start in range(0, count, _ROUND):
        debt += shares / shares.sum()
        chosen = int(np.argmax(debt))
        debt[chosen] -= 1.0
        rounds.append((range(start, min(start + _ROUND, count)), volumes[chosen]))
    return rounds


def load_region(path: Path) -> str:
    """Region of a volume by its file's name."""
    return VOLUMES[path.stem].region if path.stem in VOLUMES else path.stem.split("_")[0]


def _write_stack(body: Body, draw: Callable[[Body, Generator], View], rng: Generator, path: Path, size: int) -> None:
    view = draw(body, rng)
    data = project(body, view, size).data.astype(np.float16)
    part = path.with_name(path.name + ".part")
    with part.open("wb") as file:
        np.save(file, data)
    part.replace(path)
    with (path.parent / "index.jsonl").open("a") as index:
        line = {"file": path.name, "body": body.name, "region": body.region, "azimuth": round(view.azimuth_deg, 1)}
        index.write(json.dumps(line) + "\n")
