"""The program's window as a whole: one function for the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from xraycolor_gui.gui.display import missing_display

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QMainWindow

    from xraycolor_gui.gui.garbage import Garbage
    from xraycolor_gui.gui.settings import Settings
    from xraycolor_gui.gui.window import MainWindow

__all__ = ["missing_display", "open_window", "run_reader_study", "run_window"]


def run_window(paths: Sequence[Path], sample: bool = False) -> int:
    """Open the window, with these films and folders or the shipped sample; returns the exit status when it closes."""
    application, window = open_window(paths, sample)
    return _run(application, window)


def run_reader_study(plan: Path, reader: str, store: Path | None = None) -> int:
    """Open the window straight in the study of this plan's file; raises StudyError before anything is shown."""
    from xraycolor_gui.core.errors import StudyError
    from xraycolor_gui.gui.reader_study.records import open_study

    study = open_study(plan, store)
    if reader and reader not in study.plan.readers:
        raise StudyError(
            f"{study.plan.title}: {reader} is no reader of this study.",
            f"Choose one of: {', '.join(study.plan.readers)}.",
        )
    application, _, garbage = _application()
    from xraycolor_gui.gui.reader_study.window import StudyWindow
    from xraycolor_gui.gui.style import redress

    window = StudyWindow(study, reader)
    redress(application)
    window.showMaximized()
    garbage.begin()
    return _run(application, window)


def _run(application: QApplication, window: QMainWindow) -> int:
    """Until the window closes, or the program is interrupted."""
    from xraycolor_gui.gui.interrupt import STATUS, Interrupt

    def stop() -> None:
        window.close()
        application.exit(STATUS)

    _interrupt = Interrupt(stop, application)
    return application.exec()


def open_window(paths: Sequence[Path], sample: bool = False) -> tuple[QApplication, MainWindow]:
    """As `run_window`, but leaves it to the caller to run the application."""
    application, settings, garbage = _application()
    from PySide6.QtCore import Qt

    from xraycolor_gui.gui.session import Session
    from xraycolor_gui.gui.style import redress
    from xraycolor_gui.gui.window import MainWindow

    window = MainWindow(Session(), settings)
    redress(application)
    # Before the window is shown, so that the film is being read while the window is laid out.
    if sample:
        window.open_sample()
    elif paths:
        window.open_paths([Path(path) for path in paths])
    else:
        window.session.find_models()
    window.show()
    # Models are looked for once a film is seen, or when there is none; with the first colour torch has been loaded.
    once = Qt.ConnectionType.SingleShotConnection
    window.session.modelChanged.connect(garbage.begin, once)
    window.session.colorizationChanged.connect(garbage.begin, once)
    return application, window


def _application() -> tuple[QApplication, Settings, Garbage]:
    """Speaking as the user chose, and dressed but for the style sheet."""
    # The command line may be started without the window: Qt is imported only here.
    from PySide6.QtWidgets import QApplication

    from xraycolor_gui.gui.garbage import Garbage

    garbage = Garbage()

    from xraycolor_gui.gui import screen_readers
    from xraycolor_gui.gui.appearance import LANGUAGE, chosen_theme
    from xraycolor_gui.gui.language import speak
    from xraycolor_gui.gui.screen_profile import state_srgb
    from xraycolor_gui.gui.settings import Settings
    from xraycolor_gui.gui.style import lay_under, wants_contrast
    from xraycolor_gui.gui.theme import wear

    state_srgb()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("XrayColor")
    application.setApplicationDisplayName("XrayColor")
    application.setDesktopFileName("xraycolor")
    screen_readers.install()
    settings = Settings()
    speak(application, settings.choice(LANGUAGE))
    wear(chosen_theme(settings), wants_contrast())
    lay_under(application)
    garbage.setParent(application)
    return application, settings, garbage
