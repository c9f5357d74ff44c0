"""Tissue from Hounsfield units: the exact composition of a CT slice, by a published table and without a network.

A Hounsfield number says how strongly a place absorbs (water 0, air −1000). `ANCHORS` says which numbers are purely one
tissue; between two anchors the pixel is a mixture of both, in the proportion in which their numbers mix to its own
(the two-material partial volume rule). So the shares sum to 1 and one number always has one composition.

One pixel's number does not tell everything, and what it cannot tell is not named:
- gas in the body and the air round it are both air, which is `background` and stays grey;
- blood, muscle and organs are all `soft-tissue`, so `heart` is never named;
- blood with contrast medium may read as `bone`, whatever is denser than bone as `metal`, and a foam mattress or air in
  cells no wider than the scanner's blur as `lung`.

One rule looks at the neighbours. Where air meets the body, the blurred edge runs through the numbers of lung and fat
and would draw a coloured ring round the skin and the airways. Such a pixel is a mixture of air and of what it borders
on: see `hounsfield_composition`.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from xraycolor_gui.core.colorization import BACKGROUND, TISSUES, Colorization, ModelId
from xraycolor_gui.core.presentation import modality_values
from xraycolor_gui.core.radiograph import Radiograph

Floats = NDArray[np.float32]

MODEL = ModelId("hounsfield", "", "Hounsfield units")
#: Longest side of the composition; what is larger is averaged over area, shares and not numbers.
LONGEST = 512


@dataclass(frozen=True, slots=True)
class Anchor:
    """At this number of Hounsfield units a pixel is this tissue and nothing else."""

    hu: float
    tissue: str


#: Below the first and above the last the tissue stays; two neighbouring anchors of one tissue span its range.
ANCHORS: tuple[Anchor, ...] = (
    Anchor(-980, BACKGROUND),
    Anchor(-950, "lung"),
    Anchor(-500, "lung"),
    Anchor(-120, "fat"),
    Anchor(-60, "fat"),
    Anchor(10, "soft-tissue"),
    Anchor(130, "soft-tissue"),
    Anchor(300, "bone"),
    Anchor(2500, "bone"),
    Anchor(3000, "metal"),
)
#: Air in a mixture with the body at its edge.
AIR_HU = -1000.0
#: An edge between air and body: the mean of 3 × 3 pixels is at most the first, a pixel is at least the second.
EDGE_AIR_HU, EDGE_BODY_HU = -950.0, -150.0
#: How far apart these two may lie, in pixels from the one between: what a CT's blur spans, and one for the mean.
EDGE_REACH = 3


def hounsfield_composition(hu: Floats) -> Floats:
    """(rows, columns, len(TISSUES)) float32, sum 1, from Hounsfield units (rows, columns); what is no number is air.

    Every pixel has the composition its number has among `ANCHORS`, but for those of an edge between air and body:
    below `EDGE_BODY_HU`, with air (a 3 × 3 mean ≤ `EDGE_AIR_HU`) and body (≥ `EDGE_BODY_HU`) both within
    `EDGE_REACH` pixels along rows and columns. These hold a share t = (HU − AIR_HU) / (B − AIR_HU), at least 0, of
    what B has among `ANCHORS`, B being the greatest number within reach, and 1 − t of background.
    """
    numbers = np.where(np.isfinite(hu), hu, np.float32(AIR_HU)).astype(np.float32)
    window = np.ones((2 * EDGE_REACH + 1,) * 2, np.uint8)
    body = np.asarray(cv2.dilate(numbers, window), np.float32)
    mean = cv2.blur(numbers, (3, 3), borderType=cv2.BORDER_REPLICATE)
    near_air = np.asarray(cv2.erode(mean, window)) <= EDGE_AIR_HU
    edge = near_air & (body >= EDGE_BODY_HU) & (numbers < EDGE_BODY_HU)
    composition = _by_anchors(np.where(edge, body, numbers))
    share = np.clip((numbers[edge] - AIR_HU) / (body[edge] - AIR_HU), 0, 1)
    composition[edge] *= share[:, None]
    composition[edge, TISSUES.index(BACKGROUND)] += 1 - share
    return composition


def colorize_slice(radiograph: Radiograph) -> Colorization:
    """Composition of a CT slice whose modality values are Hounsfield units (`way_of` tells); padding is air.

    At full resolution up to `LONGEST` pixels; larger slices' shares are averaged over area. Nothing is estimated, so
    there is neither confidence nor novelty.
    """
    composition = hounsfield_composition(modality_values(radiograph))
    rows, columns = composition.shape[:2]
    factor = LONGEST / max(rows, columns)
    if factor < 1:
        size = max(round(columns * factor), 1), max(round(rows * factor), 1)
        planes = [
            cv2.resize(np.ascontiguousarray(composition[..., place]), size, interpolation=cv2.INTER_AREA)
            for place in range(len(TISSUES))
        ]
        composition = np.stack(planes, axis=-1).astype(np.float32)
    return Colorization(composition, TISSUES, MODEL)


def _by_anchors(numbers: Floats) -> Floats:
    """(rows, columns, tissues): each tissue's share is linear between anchors, 1 at its own and 0 at the others."""
    at = [anchor.hu for anchor in ANCHORS]
    composition = np.zeros((*numbers.shape, len(TISSUES)), np.float32)
    for place, tissue in enumerate(TISSUES):
        pure = [float(anchor.tissue == tissue) for anchor in ANCHORS]
        if any(pure):
            composition[..., place] = np.interp(numbers, at, pure)
    return composition
