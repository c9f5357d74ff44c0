"""The window's language: English as written in the code, or a translation that is shipped or the user's own.

All texts share one context, so that a text is translated once wherever it stands: what a text's own class would be
differs between the running program and the tools that collect texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from xraycolor_gui.io.user_folder import user_folder

#: Context of every text in a translation.
CONTEXT = "XrayColor"
#: Language of the texts in the code.
SOURCE = "en"


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its code ("de", "pt_BR") and the compiled translation; English needs none."""

    code: str
    file: Path | None = None

    @property
    def name(self) -> str:
        """The language in its own words."""
        if self.code == SOURCE:
            return "English"
        name = QLocale(self.code).nativeLanguageName()
        return name[:1].upper() + name[1:] or self.code


class Translation(QTranslator):
    """Texts of the window by themselves, whatever class asks for them."""

    # None makes Qt ask the next translator, and at last take the text itself; the stub knows only texts.
    def translate(self, context: str, text: str, comment: str | None = None, number: int = -1) -> str | None:
        # Qt's own texts, such as the names of keys, have its own translations.
        if context[:1] == "Q" and context[1:2].isupper():
            return None
        return super().translate(CONTEXT, text, comment, number) or None


def own_folder() -> Path:
    """Where the user's own translations lie: `xraycolor_LANGUAGE.qm`."""
    return user_folder() / "translations"


def languages() -> tuple[Language, ...]:
    """English first, then those that are shipped, then the user's own, which win over shipped ones."""
    from xraycolor_gui.io.resources import resources_folder

    found = {SOURCE: Language(SOURCE)}
    for folder in (resources_folder() / "translations", own_folder()):
        found |= {language.code: language for language in _in(folder)}
    return tuple(found.values())


def preferred(choice: str, offered: tuple[Language, ...], system: QLocale) -> Language:
    """The chosen language, else the first of the system's that is offered, else English."""
    by_code = {language.code: language for language in offered}
    wanted = [choice, *(name.replace("-", "_") for name in system.uiLanguages())]
    for code in (each for name in wanted for each in (name, name.partition("_")[0])):
        if code in by_code:
            return by_code[code]
    return by_code[SOURCE]


def speak(application: QCoreApplication, choice: str = "") -> Language:
    """Take a language before the window is made. choice: its code; empty takes the system's.

    Numbers and dates follow: those of the system, unless another language was chosen.
    """
    system = QLocale.system()
    language = preferred(choice, languages(), system)
    if choice and QLocale(language.code).language() != system.language():
        QLocale.setDefault(QLocale(language.code))
    if language.file is not None:
        # Qt's own texts first: the translator that comes last is asked first.
        qt = QTranslator(application)
        if qt.load(QLocale(language.code), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            application.installTranslator(qt)
        own = Translation(application)
        if own.load(str(language.file)):
            application.installTranslator(own)
    return language


def _in(folder: Path) -> Iterator[Language]:
    """The translations in a folder, by the code in their names."""
    for file in sorted(folder.glob("xraycolor_*.qm")):
        code = file.stem.partition("_")[2]
        if QLocale(code).language() is not QLocale.Language.C:
            yield Language(code, file)
