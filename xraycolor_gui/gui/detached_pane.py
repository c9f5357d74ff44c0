"""A pane in a window of its own, such as on a second screen. Closing that window brings the pane back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from xraycolor_gui.gui.actions import Actions
from xraycolor_gui.gui.keyboard import Keyboard
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.views.pane_pair import Pane, PanePair
from xraycolor_gui.gui.views.picture import Role

#: Of the screen, where the window has not been before.
SHARE_OF_SCREEN = 0.7


class PaneWindow(QWidget):
    """Holds one pane. It tells when it is about to close, while it still has the pane."""

    closing = Signal()

    def __init__(self, pane: Pane, title: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(pane)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)


class DetachedPane(QObject):
    """Takes a pane out of the main window and back; a pane that was out at the end is out at the next start."""

    def __init__(
        self, session: Session, panes: PanePair, actions: Actions, keyboard: Keyboard, settings: Settings
    ) -> None:
        super().__init__(panes)
        self._panes = panes
        self._keyboard = keyboard
        self._settings = settings
        self._window: PaneWindow | None = None
        self._pane: Pane | None = None
        self.action = actions.make(
            "layout.detach",
            self.tr("Pane in a window of its &own"),
            "Shift+F11",
            self._toggle,
            check=True,
            menu="view.layout",
            needs=[actions.needs.film],
        )
        self._session = session
        if settings.choice("detached pane"):
            session.radiographChanged.connect(self._take_up_again)
        panes.window().installEventFilter(self)

    @property
    def window(self) -> PaneWindow | None:
        """The window, while a pane is out."""
        return self._window

    def detach(self, pane: Pane) -> None:
        """Show a pane of the current film in a window of its own."""
        self.attach()
        window = PaneWindow(pane, self.tr("Colour") if pane.role is Role.COLOUR else self.tr("Grey"))
        self._window, self._pane = window, pane
        window.closing.connect(self.attach)
        self._panes.give_away(pane)
        pane.header.purpose.show()
        self._keyboard.serve(window)
        self._settings.set_choice("detached pane", pane.role.value)
        place = self._settings.place_of("pane")
        if place.isEmpty() or not window.restoreGeometry(place):
            self._find_place(window)
        window.show()
        self.action.setChecked(True)

    @Slot()
    def attach(self) -> None:
        """Have the pane back in the main window."""
        if self._window is not None:
            self._give_back()
            self._settings.set_choice("detached pane", "")

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """With the main window the other one goes, and is remembered as open."""
        if event.type() is QEvent.Type.Close and self._window is not None:
            self._give_back()
        return False

    def _give_back(self) -> None:
        window, pane, self._window, self._pane = self._window, self._pane, None, None
        assert window is not None and pane is not None
        pane.header.purpose.setVisible(self._panes.window().isFullScreen() and pane.role is Role.COLOUR)
        self._settings.set_place_of("pane", window.saveGeometry())
        self._panes.give_away(None)
        self.action.setChecked(False)
        window.close()

    def _toggle(self) -> None:
        if self._window is None:
            self.detach(self._panes.own_current)
        else:
            self.attach()

    @Slot()
    def _take_up_again(self) -> None:
        """Once there is a film to show."""
        if self._session.radiograph is None:
            return
        self._session.radiographChanged.disconnect(self._take_up_again)
        out = self._settings.choice("detached pane")
        self.detach(self._panes.grey if out == Role.GREY.value else self._panes.colour)

    def _find_place(self, window: PaneWindow) -> None:
        """In the middle of another screen, if there is one."""
        here = self._panes.screen()
        screen = next((screen for screen in QApplication.screens() if screen is not here), here)
        room = screen.availableGeometry()
        size = room.size() * SHARE_OF_SCREEN
        window.resize(size)
        window.move(room.center() - window.rect().center())
