"""Make the pair of pictures on the window's first screen from the first sample film and the basic model.

Run again when the basic model's weights or the anatomical palette change: `python scripts/welcome_pictures.py`.
"""

from __future__ import annotations

import cv2

from xraycolor_gui.core import color, upsample
from xraycolor_gui.core.presentation import present
from xraycolor_gui.io.read import read
from xraycolor_gui.io.resources import palette, resources_folder, sample_paths
from xraycolor_gui.models.library import load

#: Twice the shown size.
SIDE = 472


def main() -> None:
    radiograph = read(sample_paths()[0])
    colorization = load("basic").colorize(radiograph)
    grey = present(radiograph).grey
    chroma = palette("anatomical").chroma(colorization.composition, colorization.tissues)
    pictures = {"grey": color.grey_rgb(grey), "colour": color.render(grey, upsample.enlarge(chroma, grey.shape))}
    folder = resources_folder() / "welcome"
    folder.mkdir(exist_ok=True)
    for name, rgb in pictures.items():
        scaled = cv2.resize(rgb, (SIDE, round(SIDE * rgb.shape[0] / rgb.shape[1])), interpolation=cv2.INTER_CUBIC)
        written = scaled[..., 0] if name == "grey" else cv2.cvtColor(scaled, cv2.COLOR_RGB2BGR)
        cv2.imwrite(str(folder / f"{name}.png"), written)
        print(folder / f"{name}.png")


if __name__ == "__main__":
    main()
