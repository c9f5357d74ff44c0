from __future__ import annotations

import numpy as np

from tests.core.films import film
from xraycolor_gui.core.explanation import Explained, explain
from xraycolor_gui.core.origins import Attribute, Origin, Step
from xraycolor_gui.core.overlays import Overlay
from xraycolor_gui.core.radiograph import LookupTable, Padding, Rescale, Window
from xraycolor_gui.core.shutters import Circle, Polygon, Rectangle, Shutter


def said(steps: tuple[Explained, ...], step: Step) -> str:
    found = next(explained for explained in steps if explained.step is step)
    return " ".join(map(str, found.said))


def test_every_step_is_told_in_the_order_of_the_presentation() -> None:
    assert [explained.step for explained in explain(film([0, 100]))] == list(Step)


def test_the_numbers_of_each_step_are_told() -> None:
    made = film(
        [0, 100, 200, 4095],
        modality=Rescale(0.5, -10, "HU"),
        voi=(Window(40, 80, explanation="LUNG"), Window(10, 20)),
        padding=Padding(4095, 4095),
        inverse=True,
    )
    steps = explain(made)
    assert "4 × 1 pixels of 12 bits. Stored values from 0 to 4095." in said(steps, Step.PIXELS)
    assert "4095 to 4095, 25.0 % of the pixels: black" in said(steps, Step.PIXELS)
    assert said(steps, Step.MODALITY) == "Stored value × 0.5 + -10. Values from -10 to 90 HU."
    assert said(steps, Step.VOI).startswith("W 80 L 40, LUNG. Values up to 0 are at one end, from 80 at the other.")
    assert said(steps, Step.VOI).endswith("The file offers: W 80 L 40, LUNG; W 20 L 10.")
    assert said(steps, Step.POLARITY) == "Low values are white."


def test_what_each_step_was_read_from_and_the_fall_backs_stand_with_it() -> None:
    width = Attribute("Window Width", "(0028,1051)", "0")
    origin = Origin(Step.VOI, (width,), ("A window without centre or width was left out.",))
    made = film([0, 100], voi=(Window(50, 0),), origins=(origin,), notes=("The transfer syntax is missing.",))
    steps = {explained.step: explained for explained in explain(made)}
    assert steps[Step.VOI].attributes == (width,)
    assert steps[Step.VOI].notes == (
        "A window without centre or width was left out.",
        "The window in this file is 0 wide. Shown with the 1 to 99 % range instead.",
    )
    assert steps[Step.FILE].notes == ("The transfer syntax is missing.",)


def test_what_the_reader_did_is_told_apart_from_what_the_file_says() -> None:
    window = Window(50, 100)
    as_read = film([0, 100], voi=(window,), shutter=Shutter((Rectangle(1, 1, 1, 1),)))
    shown = film([0, 100], voi=(window,), inverse=True)
    steps = explain(shown, Window(20, 10), as_read)
    assert "Chosen by the reader." in said(steps, Step.VOI)
    assert "Turned round by the reader." in said(steps, Step.POLARITY)
    assert said(steps, Step.SHUTTER) == "The shutter is switched off."
    assert "Chosen by the reader." not in said(explain(as_read, window), Step.VOI)


def test_tables_shutters_overlays_and_colours_are_told() -> None:
    table = LookupTable(3, np.array([0, 255], np.uint16), 8, "SOFT")
    shutter = Shutter((Circle(1, 2, 1), Polygon(((1, 1), (1, 3), (2, 2))), Rectangle(1, 1, 2, 4)), 0.5)
    plane = Overlay(np.ones((1, 2), np.bool_), row=0, label="R", embedded=True)
    made = film(
        [[0, 1, 2, 3]], voi=(table,), modality=table, shutter=shutter, overlays=(plane,), burned_in=True, luminance=True
    )
    steps = explain(made)
    assert "Modality LUT of 2 entries, the first for stored value 3." in said(steps, Step.MODALITY)
    assert "VOI LUT, SOFT. Its table has 2 entries of 8 bits, the first for value 3." in said(steps, Step.VOI)
    assert "Circle: 1 pixels round row 1, column 2 are shown." in said(steps, Step.SHUTTER)
    assert "covered with grey 0.5 of 1." in said(steps, Step.SHUTTER)
    overlays = "Overlay 6000, 2 pixels marked, label R. It lies in unused bits of the pixels. It lies partly outside"
    assert overlays in said(steps, Step.OVERLAYS) and "text is part" in said(steps, Step.OVERLAYS)
    assert "luminance" in said(steps, Step.PIXELS)


def test_a_coloured_picture_says_that_no_window_of_the_file_applies() -> None:
    rgb = np.zeros((1, 2, 3), np.uint8)
    made = film([0, 1], luminance=True, coloured=True, rgb=rgb, voi=(Window(127.5, 255),))
    assert "no window of the file applies" in said(explain(made), Step.PIXELS)
