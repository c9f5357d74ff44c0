"""View ▸ Window: every window of the film by name, those by body part, the reader's own, and how to keep one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from xraycolor_gui.gui.actions import Actions, Need
from xraycolor_gui.gui.actions.menus import Menus
from xraycolor_gui.gui.parts import label
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.window_choices import Choice, Origin, WindowChoices


class WindowMenu(QObject):
    """Connects itself to the actions and puts its menu into the View menu."""

    def __init__(
        self, session: Session, choices: WindowChoices, actions: Actions, menus: Menus, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._choices, self._actions = session, choices, actions
        self.menu = QMenu(self.tr("&Window and VOI LUT"), window)
        self.menu.aboutToShow.connect(self._fill)
        menus.insert("film.window", self.menu.menuAction())
        film = Need(lambda: session.radiograph is not None, self.tr("no film is shown"))
        self.percentiles = actions.make(
            "grey.percentiles", self.tr("1 to &99 % range"), "", self._set_percentiles, needs=[film]
        )
        self.keep = actions.make(
            "grey.keep_window",
            self.tr("&Own windows…"),
            "Ctrl+Shift+W",
            self._open_own,
            needs=[film],
        )
        self._dialog: QWidget | None = None
        actions.grey.offer(choices)

    @Slot()
    def _fill(self) -> None:
        self.menu.clear()
        group, origin = "", None
        for number, choice in enumerate(self._choices.choices, 1):
            if (choice.origin, choice.group) != (origin, group):
                origin, group = choice.origin, choice.group
                self._add_heading(self._heading(choice))
            self.menu.addAction(self._action(number, choice))
        grey = self._actions.grey
        self.menu.addSeparator()
        self.menu.addActions([self.percentiles, grey.full_range, grey.reset])
        self.menu.addSeparator()
        self.menu.addAction(self.keep)

    def _add_heading(self, words: str) -> None:
        """The style sheet draws the headings that Qt has as bare lines."""
        if not self.menu.isEmpty():
            self.menu.addSeparator()
        heading = label(words, tone=3, caption=True)
        heading.setContentsMargins(12, 4, 12, 4)
        holder = QWidgetAction(self.menu)
        holder.setDefaultWidget(heading)
        holder.setEnabled(False)
        self.menu.addAction(holder)

    def _heading(self, choice: Choice) -> str:
        headings = {Origin.FILE: self.tr("Of the file"), Origin.OWN: self.tr("Own")}
        return headings.get(choice.origin, choice.group)

    def _action(self, number: int, choice: Choice) -> QAction:
        """Those that have a number have its key."""
        words = choice.words.replace("&", "&&")
        key = self._actions.grey.key_of(number)
        action = QAction(f"{words}\t{key}" if key else words, self.menu)
        action.setCheckable(True)
        action.setChecked(self._choices.is_in_use(choice))
        action.triggered.connect(lambda _: self._choices.take(choice))
        return action

    def _set_percentiles(self) -> None:
        at_hand = self._session.at_hand
        if at_hand.radiograph is not None:
            from xraycolor_gui.core.presentation import percentile_window

            at_hand.set_voi(percentile_window(at_hand.radiograph))
            self._session.undo.seal()

    def _open_own(self) -> None:
        from xraycolor_gui.gui.dialogs.own_windows import OwnWindowsDialog

        if self._dialog is None:
            parent = self.parent()
            assert isinstance(parent, QWidget)
            self._dialog = OwnWindowsDialog(self._session, self._choices.own, parent)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
