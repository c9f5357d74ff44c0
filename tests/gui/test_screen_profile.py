from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import ImageCms
from PySide6.QtCore import Qt
from PySide6.QtGui import QColorSpace, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.made import WAIT_MS, colour_film, film, steps
from tests.gui.pictures import pixels
from tests.gui.test_pane_pair import pair_of
from xraycolor_gui.core import color
from xraycolor_gui.core.errors import UnreadableFile
from xraycolor_gui.core.test_pattern import Page
from xraycolor_gui.gui.dialogs.test_pattern import TestPattern
from xraycolor_gui.gui.screen_profile import ScreenProfiles, conversion, state_srgb
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.views.pane_pair import PanePair
from xraycolor_gui.io.resources import palette


@pytest.fixture
def wide_gamut(tmp_path: Path) -> Path:
    """The profile of a screen with Display P3's colours."""
    path = tmp_path / "screen.icc"
    path.write_bytes(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3).iccProfile().data())
    return path


@pytest.fixture
def pair(qtbot: QtBot) -> Iterator[PanePair]:
    session = Session(steps(film()))
    pair = pair_of(session, qtbot)
    colour_film(session, qtbot)
    qtbot.waitUntil(lambda: pair.linked.strength == session.strength)
    yield pair
    session.close()


def codes(step: int = 17) -> np.ndarray:
    axis = np.arange(0, 256, step, dtype=np.uint8)
    return np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), axis=-1).reshape(-1, 3)


def test_a_screens_profile_gives_it_the_numbers_of_the_same_colour(wide_gamut: Path) -> None:
    shown = conversion(wide_gamut)(codes())
    import colour

    p3 = colour.RGB_COLOURSPACES["Display P3"]
    expected = colour.RGB_to_RGB(
        codes() / 255, "sRGB", p3, apply_cctf_decoding=True, apply_cctf_encoding=True,
        chromatic_adaptation_transform=None,
    )  # fmt: skip
    assert np.abs(shown - np.clip(expected, 0, 1) * 255).max() <= 1.5


def test_with_an_srgb_profile_every_number_stays_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "srgb.icc"
    path.write_bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    assert np.abs(conversion(path)(codes()).astype(int) - codes()).max() <= 1


@pytest.mark.parametrize("content", [b"", b"no profile at all", None])
def test_what_is_no_profile_of_a_screen_is_refused_with_a_reason(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "some.icc"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=r"some\.icc"):
        conversion(path)


def test_panes_are_drawn_through_the_profile_and_remember_it(
    pair: PanePair, qtbot: QtBot, wide_gamut: Path, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "window.ini")
    session, screen = pair.linked.session, pair.screen()
    plain = pixels(pair.colour.picture)
    profiles = ScreenProfiles(session, settings)
    pair.linked.set_screens(profiles)
    with qtbot.waitSignal(profiles.changed, timeout=WAIT_MS):
        profiles.choose(screen, wide_gamut)
    convert = conversion(wide_gamut)
    for pane in pair.panes:
        placement = pane.picture.placement()
        assert placement is not None
        patch = next(reversed(pair.linked.viewport._drawn))
        strength = session.strength if pane is pair.colour else 0.0
        shown = pair.linked.draw(patch, strength, screen)
        assert np.array_equal(
            shown, convert(pair.linked.viewport.draw(patch, strength).reshape(-1, 3)).reshape(shown.shape)
        )
    assert not np.array_equal(pixels(pair.colour.picture), plain)
    again = ScreenProfiles(session, settings)
    with qtbot.waitSignal(again.changed, timeout=WAIT_MS):
        assert again.of(screen) is None, "not before it has been read"
    assert again.of(screen) is not None
    profiles.choose(screen, None)
    assert profiles.of(screen) is None and np.array_equal(pixels(pair.colour.picture), plain)


def test_a_profile_that_is_none_is_told_and_nothing_changes(pair: PanePair, qtbot: QtBot, tmp_path: Path) -> None:
    profiles = ScreenProfiles(pair.linked.session, Settings(tmp_path / "window.ini"))
    with qtbot.waitSignal(pair.linked.session.noticeRaised, timeout=WAIT_MS) as raised:
        profiles.choose(pair.screen(), tmp_path / "away.icc")
    assert raised.args is not None and "away.icc" in raised.args[0].title
    assert profiles.of(pair.screen()) is None


def test_a_screen_of_srgb_draws_what_no_profile_draws() -> None:
    screen = color.for_screen(lambda rgb: rgb)
    grey = np.linspace(0, 1, 5000, dtype=np.float32).reshape(50, 100)
    chroma = np.random.default_rng(2).normal(0, 15, (50, 100, 2)).astype(np.float32)
    chroma[:10] = 0
    assert np.array_equal(color.render(grey, chroma, 1.0, screen), color.render(grey, chroma, 1.0))


def test_windows_say_that_they_are_srgb() -> None:
    from PySide6.QtGui import QSurfaceFormat

    before = QSurfaceFormat.defaultFormat()
    state_srgb()
    assert QSurfaceFormat.defaultFormat().colorSpace() == QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    QSurfaceFormat.setDefaultFormat(before)


def test_the_test_pattern_goes_from_page_to_page_and_says_how_to_judge(qtbot: QtBot, pair: PanePair) -> None:
    dialog = TestPattern(palette("anatomical"), None, "", pair)
    dialog.resize(900, 600)
    dialog.show()
    words = set()
    for page in Page:
        assert dialog.page is page
        words.add(dialog.words())
        assert dialog.accessibleDescription() == dialog.words()
        image = dialog.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        assert image.width() == 900
        QTest.keyClick(dialog, Qt.Key.Key_Right)
    assert dialog.page is Page.GREY and len(words) == len(Page)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    QApplication.processEvents()
