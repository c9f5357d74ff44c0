"""The histogram beside the explanation: the film's values, and what of them the window shows."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS, MakeWindow, colour_in
from tests.gui.pictures import pixels
from xraycolor_gui.core.histogram import Histogram
from xraycolor_gui.core.radiograph import LookupTable, Window
from xraycolor_gui.gui.panels.histogram import HistogramPlot, spanned


def test_a_window_spans_its_width_a_lut_its_table_and_a_window_on_a_lut_nothing_here() -> None:
    table = LookupTable(100, np.arange(50, dtype=np.uint16), 12)
    assert spanned(Window(1000, 400)) == (800, 1200)
    assert spanned(table) == (100, 149)
    assert spanned(Window(10, 4, after=table)) is None and spanned(None) is None


def test_the_plot_tells_how_much_lies_outside_of_the_window_and_paints_it_darker(qtbot: QtBot) -> None:
    plot = HistogramPlot()
    qtbot.addWidget(plot)
    plot.resize(280, plot.height())
    assert plot.isHidden()
    plot.show_film(Histogram(np.full(100, 0.01), 0, 1000))
    plot.show_window(Window(500, 500))
    assert "from 0 to 1\u202f000" in plot.words() and plot.words().count("25\u202f%") == 2
    assert plot.accessibleName() == plot.words()
    row = pixels(plot)[60].astype(int).sum(axis=-1)
    assert row[140] > row[30] and row[140] > row[250]


def test_the_explanation_shows_the_films_histogram_and_follows_the_window(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window()
    colour_in(window, qtbot, "a.dcm")
    window.presentation.why.trigger()
    plot = window.presentation.page.histogram
    qtbot.waitUntil(plot.isVisible, timeout=WAIT_MS)
    voi = window.session.voi
    assert isinstance(voi, Window) and plot.span == pytest.approx(
        (voi.center - voi.width / 2, voi.center + voi.width / 2)
    )
    window.session.set_voi(Window(700, 200))
    qtbot.waitUntil(lambda: plot.span == (600, 800), timeout=WAIT_MS)
