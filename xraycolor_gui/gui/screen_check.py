"""Help for judging and correcting the screen: the test pattern, and the choice of the screen's profile."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from xraycolor_gui.gui.actions import Actions, Need
from xraycolor_gui.gui.choosers import choose
from xraycolor_gui.gui.screen_profile import ScreenProfiles
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.views.pane_pair import PanePair


class ScreenCheck(QObject):
    """Three actions under Help. The profile is that of the screen the window is on."""

    def __init__(self, session: Session, panes: PanePair, actions: Actions, settings: Settings) -> None:
        super().__init__(panes)
        self._session = session
        self._panes = panes
        self._settings = settings
        self.profiles = ScreenProfiles(session, settings, self)
        panes.linked.set_screens(self.profiles)
        make, menu = actions.make, "help.screen"
        self.pattern = make("screen.pattern", self.tr("&Test pattern"), do=self.show_pattern, menu=menu)
        self.choose = make("screen.profile", self.tr("&Profile of this screen…"), do=self._choose, menu=menu)
        chosen = Need(
            lambda: self.profiles.path(self._window().screen()) is not None, self.tr("this screen has no profile")
        )
        self.forget = make(
            "screen.no_profile", self.tr("&No profile for this screen"), do=self._forget, menu=menu, needs=[chosen]
        )
        self.profiles.changed.connect(actions.refresh)

    @Slot()
    def show_pattern(self) -> None:
        """Over the whole screen that the window is on."""
        from xraycolor_gui.gui.dialogs.test_pattern import TestPattern

        screen = self._window().screen()
        path = self.profiles.path(screen)
        pattern = TestPattern(
            self._session.palette, self.profiles.of(screen), path.name if path is not None else "", self._window()
        )
        pattern.setGeometry(screen.geometry())
        pattern.showFullScreen()

    def _choose(self) -> None:
        window = self._window()
        chooser = choose(
            window,
            self.tr("Profile of this screen"),
            QFileDialog.FileMode.ExistingFile,
            lambda names: self.profiles.choose(window.screen(), Path(names[0])),
            self._settings,
        )
        chooser.setNameFilter(self.tr("ICC profiles (*.icc *.icm)"))

    def _forget(self) -> None:
        self.profiles.choose(self._window().screen(), None)

    def _window(self) -> QWidget:
        return self._panes.window()
