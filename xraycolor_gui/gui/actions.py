"""Everything the menus, the tool bar and the keys can do, in one table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.icons import icon
from xraycolor_gui.gui.recent_menu import RecentMenu
from xraycolor_gui.gui.session import Session

PRESETS = 9


class Actions(QObject):
    """Actions of one window. What needs the window itself is connected there."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._open_actions()
        self._tool_actions()
        self._film_actions()
        self._grey_actions()
        self._colour_actions()
        self._layout_actions()
        for signal in (session.currentChanged, session.radiographChanged, session.workChanged):
            signal.connect(self.refresh)
        session.colorizationChanged.connect(self.refresh)
        session.modelChanged.connect(self.refresh)
        session.filmsChanged.connect(self.refresh)
        session.toolChanged.connect(self._check_tool)
        self.refresh()

    def refresh(self) -> None:
        """Switch on what can be done now."""
        session = self._session
        film = session.radiograph is not None
        for action in self.needs_film:
            action.setEnabled(film)
        colour = session.colorization is not None
        risk = session.colouring is not None and session.colouring.at_own_risk
        self.certificate.setEnabled(film)
        self.next_model.setEnabled(len(session.models) > 1 and session.uses_model)
        self.export.setEnabled(session.colouring is not None)
        self.at_own_risk.setEnabled(session.stays_grey or risk)
        self.at_own_risk.setChecked(risk)
        for action in (self.stronger, self.weaker, self.plain_strength, self.all_tissues):
            action.setEnabled(colour)
        for action in (self.fade_more, self.fade_less):
            action.setEnabled(session.colorization is not None and session.colorization.confidence is not None)
        self.cancel.setEnabled(session.progress is not None)
        self.again.setEnabled(film and session.colouring is None and session.progress is None)
        for action in self.needs_list:
            action.setEnabled(len(session.films) > 1)
        self.close_film.setEnabled(session.current is not None)
        for number, action in enumerate(self.presets):
            stated = len(session.radiograph.voi) if session.radiograph is not None else 0
            action.setVisible(number < max(stated, 1))
            action.setEnabled(film)

    def _make(
        self, words: str, keys: str = "", do: Callable[[], object] | None = None, meaning: str = "", check: bool = False
    ) -> QAction:
        action = QAction(words, self._window)
        if keys:
            action.setShortcuts([QKeySequence(key) for key in keys.split("|")])
            action.setToolTip(f"{words.replace('&', '')} ({action.shortcut().toString()})")
        if meaning:
            action.setIcon(icon(meaning))
        action.setCheckable(check)
        if do is not None:
            action.triggered.connect(lambda _: do())
        self._window.addAction(action)
        return action

    def _open_actions(self) -> None:
        self.open_files = self._make(self.tr("Open &files…"), "Ctrl+O", meaning="file")
        self.open_folder = self._make(self.tr("Open a f&older…"), "Ctrl+Shift+O", meaning="open")
        self.open_sample = self._make(self.tr("Open the &sample"), meaning="picture")
        self.keep_recent = self._make(self.tr("&Remember folders"), check=True)
        self.export = self._make(self.tr("&Export…"), "Ctrl+E", meaning="export")
        self.close_film = self._make(self.tr("&Close film"), "Ctrl+W", self._close_film)
        self.quit = self._make(self.tr("&Quit"), "Ctrl+Q")
        self.keys = self._make(self.tr("&Keys"), "?", meaning="keys")
        self.about = self._make(self.tr("&About XrayColor"))

    def _tool_actions(self) -> None:
        words = {Tool.WINDOW: self.tr("Window"), Tool.ZOOM: self.tr("Zoom"), Tool.PAN: self.tr("Pan")}
        group = QActionGroup(self)
        self.tools = {
            tool: self._make(words[tool], key, lambda tool=tool: self._session.set_tool(tool), tool.value, check=True)  # type: ignore[misc]
            for tool, key in ((Tool.WINDOW, "W"), (Tool.ZOOM, "Z"), (Tool.PAN, "P"))
        }
        for action in self.tools.values():
            group.addAction(action)
        self._check_tool()

    def _film_actions(self) -> None:
        session = self._session
        # The arrow keys belong to the control that has the focus first; the window takes what is left.
        self.next = self._make(self.tr("&Next film") + "\t↓", do=lambda: session.next_film(1))
        self.previous = self._make(self.tr("&Previous film") + "\t↑", do=lambda: session.next_film(-1))
        self.first = self._make(self.tr("&First film") + "\tHome", do=lambda: session.next_film(-len(session.films)))
        self.last = self._make(self.tr("&Last film") + "\tEnd", do=lambda: session.next_film(len(session.films)))
        self.next_group = self._make(self.tr("Ne&xt study") + "\tPgDn", do=lambda: session.next_group(1))
        self.previous_group = self._make(self.tr("Pre&vious study") + "\tPgUp", do=lambda: session.next_group(-1))
        self.needs_list = [self.next, self.previous, self.first, self.last, self.next_group, self.previous_group]

    def _grey_actions(self) -> None:
        session = self._session
        self.presets = [
            self._make(self.tr("Window &{} of the file").format(number), str(number), lambda n=number: self._preset(n))  # type: ignore[misc]
            for number in range(1, PRESETS + 1)
        ]
        self.full_range = self._make(self.tr("&Full range"), "0", session.set_full_range)
        self.reset_window = self._make(self.tr("&Reset window"), do=session.reset_voi)
        self.invert = self._make(self.tr("&Invert"), "I", session.toggle_inverted)
        self.fit = self._make(self.tr("Fi&t"), "Ctrl+0")
        self.actual_size = self._make(self.tr("&Actual size"), "Ctrl+1")
        self.zoom_in = self._make(self.tr("Zoom &in"), "Ctrl++|Ctrl+=")
        self.zoom_out = self._make(self.tr("Zoom &out"), "Ctrl+-")
        self.needs_film = [
            *self.tools.values(),
            self.full_range,
            self.reset_window,
            self.invert,
            self.fit,
            self.actual_size,
            self.zoom_in,
            self.zoom_out,
        ]

    def _colour_actions(self) -> None:
        session = self._session
        self.stronger = self._make(self.tr("&Stronger"), "]", lambda: session.step_strength(1))
        self.weaker = self._make(self.tr("&Weaker"), "[", lambda: session.step_strength(-1))
        self.plain_strength = self._make(self.tr("Strength &1.0"), "\\", lambda: session.set_strength(1.0))
        self.fade_more = self._make(self.tr("Fade &more"), "}", lambda: session.step_grey_below(1))
        self.fade_less = self._make(self.tr("Fade &less"), "{", lambda: session.step_grey_below(-1))
        self.all_tissues = self._make(self.tr("Show all &tissues"), do=session.show_all_tissues)
        self.cancel = self._make(self.tr("&Cancel colouring") + "\tEsc", do=session.cancel_colour)
        self.at_own_risk = self._make(self.tr("Colour anyway, at my own &risk"), check=True)
        self.at_own_risk.triggered.connect(session.set_at_own_risk)
        self.next_model = self._make(self.tr("Next &model"), "Ctrl+M", session.next_model)
        self.load_palette = self._make(self.tr("&Load a palette…"), "Ctrl+L")
        self.edit_palette = self._make(self.tr("E&dit the palette…"), "Ctrl+Shift+L")
        self.again = self._make(self.tr("Colour &again"), do=session.colour_again)

    def _layout_actions(self) -> None:
        self.fold_studies = self._make(self.tr("Fold &studies"), "F8", check=True)
        self.fold_colour = self._make(self.tr("Fold &colour dock"), "F9", check=True)
        self.certificate = self._make(self.tr("&Certificate"), "F7", check=True)
        self.maximize = self._make(self.tr("One &pane"))
        self.full_screen = self._make(self.tr("F&ull screen"), "F11", check=True)
        self.next_part = self._make(self.tr("Next p&art of the window"), "F6")
        self.needs_film.append(self.maximize)

    def _check_tool(self) -> None:
        self.tools[self._session.tool].setChecked(True)

    def _preset(self, number: int) -> None:
        """The file's own window; 1 without one is the way the film was first shown."""
        radiograph = self._session.radiograph
        if radiograph is not None and number == 1 and not radiograph.voi:
            self._session.reset_voi()
        else:
            self._session.set_stated_voi(number)

    def _close_film(self) -> None:
        if self._session.current is not None:
            self._session.close_film(self._session.current)


def fill_menus(bar: QMenuBar, actions: Actions, recent: RecentMenu) -> None:
    """File, View, Colour, Help; None is a line."""
    tr = actions.tr
    for title, entries in (
        (
            tr("&File"),
            (
                actions.open_files,
                actions.open_folder,
                actions.open_sample,
                None,
                recent.menuAction(),
                actions.keep_recent,
                None,
                actions.export,
                actions.close_film,
                None,
                actions.quit,
            ),
        ),
        (
            tr("&View"),
            (
                *actions.needs_list,
                None,
                *actions.presets,
                actions.full_range,
                actions.reset_window,
                actions.invert,
                None,
                actions.fit,
                actions.actual_size,
                actions.zoom_in,
                actions.zoom_out,
                actions.maximize,
                None,
                actions.fold_studies,
                actions.fold_colour,
                actions.full_screen,
                actions.next_part,
            ),
        ),
        (
            tr("&Colour"),
            (
                actions.again,
                actions.cancel,
                actions.at_own_risk,
                actions.next_model,
                actions.load_palette,
                actions.edit_palette,
                None,
                actions.stronger,
                actions.weaker,
                actions.plain_strength,
                None,
                actions.fade_more,
                actions.fade_less,
                actions.all_tissues,
                None,
                actions.certificate,
            ),
        ),
        (tr("&Help"), (actions.keys, actions.about)),
    ):
        menu = bar.addMenu(title)
        menu.aboutToShow.connect(recent.refresh)
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            else:
                menu.addAction(entry)


#: Keys that reach the window only when the focused control had no use for them.
LEFT_OVER_KEYS: dict[int, str] = {
    Qt.Key.Key_Down: "next",
    Qt.Key.Key_Up: "previous",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
    Qt.Key.Key_PageDown: "next_group",
    Qt.Key.Key_PageUp: "previous_group",
}
