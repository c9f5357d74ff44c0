"""Trained rivals as contenders of the benchmark: the film's own L*, a* and b* as the network says."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from safetensors import SafetensorError, safe_open

from xraycolor_gui.core.color import render
from xraycolor_gui.core.errors import ModelError
from xraycolor_gui.core.presentation import present
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.models.autoencoders import INPUT_SIZE, OUTSIDE, normalise
from xraycolor_gui.models.colorizer import shrunk
from xraycolor_gui.training.benchmark.contender import Floats, Painted, comparing_shape, grey_at, lab_of
from xraycolor_gui.training.rivals.networks import RIVALS


@dataclass(frozen=True, eq=False, slots=True)
class RivalContender:
    """A rival's network; `facts` tell how long it learnt and from how many films."""

    name: str
    title: str
    network: Any
    facts: dict[str, Any]

    def paint(self, radiograph: Radiograph) -> Painted:
        started = time.perf_counter()
        shape = comparing_shape(radiograph)
        small = self.chroma(present(radiograph).grey, radiograph.pixel_aspect)
        chroma = np.asarray(cv2.resize(small, shape[::-1], interpolation=cv2.INTER_LINEAR), np.float32)
        grey = grey_at(radiograph, shape)
        lab = lab_of(grey, chroma)
        return Painted(lab, render(grey, chroma), time.perf_counter() - started)

    def chroma(self, grey: Floats, pixel_aspect: float = 1.0) -> Floats:
        """(rows', columns', 2) a*, b* as the network gives them; the film enters as it does for our models."""
        film = normalise(shrunk(grey, INPUT_SIZE, pixel_aspect))
        rows, columns = film.shape
        stride = self.network.stride
        padded = np.full((-(-rows // stride) * stride, -(-columns // stride) * stride), OUTSIDE, np.float32)
        padded[:rows, :columns] = film
        with torch.inference_mode():
            predicted = self.network.chroma(torch.from_numpy(padded)[None, None])[0]
        factor = predicted.shape[1] / padded.shape[0]
        kept = predicted[:, : max(1, round(rows * factor)), : max(1, round(columns * factor))]
        return np.ascontiguousarray(kept.permute(1, 2, 0).float().numpy(), np.float32)


def untrained(name: str) -> RivalContender:
    """A rival with random weights: as quick as a trained one."""
    made, title = RIVALS[name]
    return RivalContender(name, title, made().eval(), {})


def load_rivals(folder: Path) -> tuple[RivalContender, ...]:
    """The rivals whose weights lie in FOLDER; ModelError for a file that is damaged, or when there is none."""
    found = [
        _load(folder / f"{name}.safetensors", name) for name in RIVALS if (folder / f"{name}.safetensors").exists()
    ]
    if not found:
        raise ModelError(f"{folder} holds no rival's weights.", "Make them with `xraycolor rival NAME`.")
    return tuple(found)


def _load(path: Path, name: str) -> RivalContender:
    made, title = RIVALS[name]
    network = made()
    try:
        with safe_open(path, "pt") as file:
            facts = json.loads(file.metadata()["rival"])
            state = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118 - it is no dictionary
        network.load_state_dict({key: v.float() if v.dtype.is_floating_point else v for key, v in state.items()})
    except (OSError, SafetensorError, RuntimeError, KeyError, TypeError, ValueError) as error:
        raise ModelError(f"{path} is damaged.", "Train the rival again.", detail=str(error)) from error
    return RivalContender(name, title, network.eval(), facts)
