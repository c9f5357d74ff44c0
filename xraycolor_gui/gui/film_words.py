"""How far a film has come, and whether it is marked, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from xraycolor_gui.gui.films import Film, FilmState


def told_of(film: Film) -> str:
    """How far it has come, after the mark of a key image."""
    words = state_words(film.state)
    return QCoreApplication.translate("Words", "Key · {}").format(words) if film.key else words


def sought_of(film: Film) -> str:
    """The same for who searches."""
    words = state_words(film.state)
    return f"{QCoreApplication.translate('Words', 'Key image')} {words}" if film.key else words


def state_words(state: FilmState) -> str:
    """How far a film has come, in the reader's words."""
    match state:
        case FilmState.WAITING:
            return QCoreApplication.translate("Words", "Not opened yet")
        case FilmState.COLOURING:
            return QCoreApplication.translate("Words", "Colouring")
        case FilmState.COLOURED:
            return QCoreApplication.translate("Words", "Coloured")
        case FilmState.STAYS_GREY:
            return QCoreApplication.translate("Words", "Stays grey")
        case FilmState.UNREADABLE:
            return QCoreApplication.translate("Words", "Cannot be read")
        case FilmState.GREY | FilmState.GREY_ONLY:
            return QCoreApplication.translate("Words", "Grey only")
