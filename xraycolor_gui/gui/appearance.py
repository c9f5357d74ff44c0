"""The reader's choice of theme and language, in the View menu; both are remembered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenu

from xraycolor_gui.gui.actions import Actions
from xraycolor_gui.gui.actions.menus import Menus
from xraycolor_gui.gui.language import languages
from xraycolor_gui.gui.notice import Notice, Severity
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.style import redress, wants_contrast
from xraycolor_gui.gui.theme import DARK, LIGHT, Chrome, chrome, wear

THEME, LANGUAGE = "theme", "language"


def chosen_theme(settings: Settings) -> Chrome:
    """The theme to begin with: dark, unless the reader chose the light one. The desktop's is not followed."""
    return LIGHT if settings.choice(THEME) == LIGHT.name else DARK


class Appearance(QObject):
    """The theme changes at once, the language with the next start."""

    def __init__(self, session: Session, settings: Settings, actions: Actions, menus: Menus) -> None:
        super().__init__(actions)
        self._session = session
        self._settings = settings
        self.light = actions.make(
            "appearance.light", self.tr("&Light theme"), do=self._change_theme, check=True, menu="view.appearance"
        )
        self.light.setChecked(chrome().name == LIGHT.name)
        self.by_code = self._language_actions(actions)
        self._menu = QMenu(self.tr("La&nguage"), menus.by_name["view"])
        self._menu.addActions(list(self.by_code.values()))
        menus.insert("view.appearance", self._menu.menuAction())

    def _language_actions(self, actions: Actions) -> dict[str, QAction]:
        """By code; the empty code takes the system's language."""
        group = QActionGroup(self)
        names = {"": self.tr("The &system’s language")} | {language.code: language.name for language in languages()}
        made = {}
        for code, name in names.items():
            made[code] = actions.make(
                f"appearance.language.{code or 'system'}",
                name,
                do=lambda code=code: self._take_language(code),  # type: ignore[misc]
                check=True,
            )
            group.addAction(made[code])
        made.get(self._settings.choice(LANGUAGE), made[""]).setChecked(True)
        return made

    @Slot()
    def _change_theme(self) -> None:
        theme = LIGHT if self.light.isChecked() else DARK
        wear(theme, wants_contrast())
        self._settings.set_choice(THEME, theme.name)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        redress(application)

    def _take_language(self, code: str) -> None:
        if code == self._settings.choice(LANGUAGE):
            return
        self._settings.set_choice(LANGUAGE, code)
        told = self.tr("The language changes at the next start."), self.tr("Close XrayColor and open it again.")
        self._session.noticeRaised.emit(Notice(Severity.NOTICE, *told))
