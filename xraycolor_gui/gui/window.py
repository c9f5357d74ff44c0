"""The main window: brings session, panels and panes together, and decides what has room."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QFileDialog,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.actions import LEFT_OVER_KEYS, Actions, fill_menus
from xraycolor_gui.gui.choosers import choose
from xraycolor_gui.gui.dock import Dock
from xraycolor_gui.gui.film_notes import FilmNotes
from xraycolor_gui.gui.films import FilmState
from xraycolor_gui.gui.notice import Notice, Severity
from xraycolor_gui.gui.palette_file import PaletteFile
from xraycolor_gui.gui.panels.certificate import CertificatePage
from xraycolor_gui.gui.panels.colour import ColourDock
from xraycolor_gui.gui.panels.failure import FailurePanel
from xraycolor_gui.gui.panels.notices import Notices
from xraycolor_gui.gui.panels.status import StatusBar
from xraycolor_gui.gui.panels.studies import StudiesPanel
from xraycolor_gui.gui.panels.welcome import WelcomePanel
from xraycolor_gui.gui.recent_menu import RecentMenu
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.sides import Sides
from xraycolor_gui.gui.toolbar import make_toolbar
from xraycolor_gui.gui.views.pane_pair import PanePair

DEFAULT_SIZE = (1440, 900)
#: What the desktop puts round a window, at most.
FRAME = 40


class MainWindow(QMainWindow):
    """Studies | welcome, panes or failure | colour dock."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.session = session
        self._settings = settings
        self._export: QWidget | None = None
        self._keys: QWidget | None = None
        self._editor: QWidget | None = None
        self._counted: Path | None = None
        self.setMinimumSize(*tokens.MIN_WINDOW)
        self.setAcceptDrops(True)
        for name, take in (("palette", session.set_palette), ("model", session.set_model)):
            if settings.choice(name):
                take(settings.choice(name))
        session.undo.clear()
        self.actions_ = Actions(session, self)
        self._lay_out()
        self._connect()
        self._restore()
        self._show_current()
        self.welcome.files.setFocus()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    # Opening

    def open_paths(self, paths: Iterable[Path]) -> None:
        """Open files and folders; a folder is remembered."""
        paths = tuple(paths)
        folders = [path for path in paths if os.path.isdir(path)]  # noqa: PTH112 (Path.is_dir may raise)
        if len(folders) == 1:
            self._counted = folders[0]
            self._settings.add_recent(folders[0], 0, datetime.date.today().isoformat())
        self.session.open_paths(paths)

    def open_sample(self) -> None:
        """Open the radiographs that are shipped."""
        from xraycolor_gui.io.resources import sample_paths

        paths = sample_paths()
        if paths:
            self.session.open_paths(paths)
        else:
            words = self.tr("The sample radiographs are missing."), self.tr("Install XrayColor again.")
            self.session.noticeRaised.emit(Notice(Severity.CAUTION, *words))

    def choose_files(self) -> None:
        self._choose(QFileDialog.FileMode.ExistingFiles, self.tr("Open files"))

    def choose_folder(self) -> None:
        self._choose(QFileDialog.FileMode.Directory, self.tr("Open a folder"))

    def _choose(self, mode: QFileDialog.FileMode, title: str) -> None:
        recent = self._settings.recent()
        start = recent[0].path if recent else None
        choose(self, title, mode, lambda names: self.open_paths(map(Path, names)), self._settings, start=start)

    def _count_recent(self) -> None:
        """The number of films beside a recent folder, once the search is over."""
        search = self.session.search
        if search is not None and not search.running and self._counted is not None:
            self._settings.add_recent(self._counted, search.films, datetime.date.today().isoformat())
            self._counted = None
            self.welcome.refresh()

    # Making

    def _lay_out(self) -> None:
        session = self.session
        self.recent = RecentMenu(self._settings, lambda folder: self.open_paths((folder,)), self)
        fill_menus(self.menuBar(), self.actions_, self.recent)
        self.toolbar = make_toolbar(self.actions_, self)
        self.addToolBar(self.toolbar)
        self.studies = StudiesPanel(session)
        self.welcome = WelcomePanel(self._settings, welcome_pictures())
        self.panes = PanePair(session)
        self.failure = FailurePanel(session)
        self.stack = QStackedWidget()
        for page in (self.welcome, self.panes, self.failure):
            self.stack.addWidget(page)
        stage = QWidget()
        column = QVBoxLayout(stage)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.notices = Notices(stage)
        self.colour = ColourDock(session)
        self.colour_dock = Dock(self.tr("Colour"), self.colour, "F9")
        self.certificate = CertificatePage(session, self.colour.certifying)
        self.colour_dock.add_page(self.certificate)
        self.sides = Sides(
            self.studies, stage, self.colour_dock, self.colour, settings=self._settings, actions=self.actions_
        )
        self.setCentralWidget(self.sides)
        self.status = StatusBar(session)
        self.setStatusBar(self.status)
        self.palette_file = PaletteFile(session, self._settings, self)
        FilmNotes(session, self.notices, self.status)

    def _connect(self) -> None:
        session, actions, panes = self.session, self.actions_, self.panes
        for action, do in (
            (actions.open_files, self.choose_files),
            (actions.open_folder, self.choose_folder),
            (actions.open_sample, self.open_sample),
            (actions.export, self.open_export),
            (actions.quit, self.close),
            (actions.keys, self.open_keys),
            (actions.about, self._tell_about),
            (actions.fit, panes.fit),
            (actions.actual_size, panes.actual_size),
            (actions.zoom_in, panes.zoom_in),
            (actions.zoom_out, panes.zoom_out),
            (actions.maximize, panes.toggle_maximized),
            (actions.load_palette, self.palette_file.ask),
            (actions.edit_palette, self.open_palette_editor),
            (actions.fade_more, panes.echo_grey_below),
            (actions.fade_less, panes.echo_grey_below),
            (actions.next_part, self._focus_next_part),
        ):
            action.triggered.connect(lambda _, do=do: do())
        actions.fold_studies.triggered.connect(self.sides.fold_studies)
        actions.fold_colour.triggered.connect(self.sides.fold_colour)
        actions.certificate.triggered.connect(self._show_certificate)
        self.colour.certificate.openWanted.connect(actions.certificate.trigger)
        self.certificate.backWanted.connect(actions.certificate.trigger)
        actions.full_screen.triggered.connect(self._set_full_screen)
        actions.keep_recent.setChecked(self._settings.keeps_recent())
        actions.keep_recent.triggered.connect(self._keep_recent)
        panes.grey_note.modelWanted.connect(self._choose_model)
        self.studies.foldWanted.connect(actions.fold_studies.trigger)
        self.colour_dock.foldWanted.connect(actions.fold_colour.trigger)
        self.colour.paletteFileWanted.connect(self.palette_file.ask)
        self.colour.paletteEditorWanted.connect(self.open_palette_editor)
        self.welcome.filesWanted.connect(self.choose_files)
        self.welcome.folderWanted.connect(self.choose_folder)
        self.welcome.sampleWanted.connect(self.open_sample)
        self.welcome.opened.connect(lambda folder: self.open_paths((folder,)))
        session.currentChanged.connect(self._show_current)
        session.workChanged.connect(self._show_current)
        session.filmsChanged.connect(self._show_current)
        session.noticeRaised.connect(self.notices.raise_notice)
        session.searchChanged.connect(self._count_recent)
        session.paletteChanged.connect(lambda: self._settings.set_choice("palette", session.chosen_palette.name))
        session.modelChanged.connect(lambda: self._settings.set_choice("model", session.chosen_model))

    # What is shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sides.resized(event.oldSize().width(), self.width())
        self.status.set_width(self.width())

    def _set_full_screen(self, full: bool) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.actions_.full_screen.setChecked(full)

    def _show_current(self) -> None:
        film = self.session.current
        unreadable = film is not None and film.state is FilmState.UNREADABLE and not self.session.reading
        page: QWidget = self.welcome if film is None else self.failure if unreadable else self.panes
        if page is self.failure:
            self.failure.refresh()
        if page is not self.stack.currentWidget():
            focus = self.focusWidget()
            takes_focus = focus is None or self.stack.isAncestorOf(focus)
            self.stack.setCurrentWidget(page)
            self.welcome.refresh()
            # Who steps through the list with the arrow keys stays in the list.
            if takes_focus:
                self._focus_of(page).setFocus()
        self.sides.show_dock(self.studies, bool(self.session.films) or self.session.search is not None)
        self.sides.show_dock(self.colour_dock, page is self.panes)
        self.setWindowTitle(film.path.name if film is not None else "")

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._go_to_film(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _go_to_film(self, event: QKeyEvent) -> bool:
        name = LEFT_OVER_KEYS.get(event.key())
        if name is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        getattr(self.actions_, name).trigger()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grey while G is down, wherever the focus is; but a field that is typed in keeps its letters."""
        kind = event.type()
        if kind in {QEvent.Type.KeyPress, QEvent.Type.KeyRelease} and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_G and kind == QEvent.Type.KeyRelease:
                # Whatever else is held by now, and wherever the focus went meanwhile.
                if not event.isAutoRepeat():
                    self.session.hold_grey(False)
            elif event.key() == Qt.Key.Key_G and not event.modifiers() and self._has_keys():
                if not event.isAutoRepeat():
                    self.session.hold_grey(True)
                return True
            if kind == QEvent.Type.KeyPress and isinstance(watched, QPushButton) and watched.window() is self:
                # A push button would take the arrow keys to move the focus.
                return self._go_to_film(event)
        elif kind == QEvent.Type.WindowDeactivate and watched is self:
            self.session.hold_grey(False)
        return False

    def _has_keys(self) -> bool:
        typing = isinstance(QApplication.focusWidget(), QLineEdit | QAbstractSpinBox)
        return self.isActiveWindow() and not typing and QApplication.activePopupWidget() is None

    def _escape(self) -> None:
        """Cancel the colour, else close the newest notice, else the certificate, else leave the full screen."""
        if self.session.progress is not None:
            self.session.cancel_colour()
        elif self.notices.close_newest():
            return
        elif self.actions_.certificate.isChecked():
            self.actions_.certificate.trigger()
        elif self.isFullScreen():
            self._set_full_screen(False)

    def _focus_next_part(self) -> None:
        """Tool bar, studies, panes, colour dock, and round again."""
        first_tool = self.toolbar.widgetForAction(self.toolbar.actions()[0])
        targets: tuple[QWidget, ...] = (
            first_tool,
            self.studies.tree,
            self._focus_of(self.stack.currentWidget()),
            self.colour.palette_chooser,
        )
        parts: tuple[QWidget, ...] = (self.toolbar, self.studies, self.stack, self.colour_dock)
        focus = QApplication.focusWidget()
        here = next((i for i, part in enumerate(parts) if focus is not None and part.isAncestorOf(focus)), -1)
        for step in range(1, len(parts) + 1):
            place = (here + step) % len(parts)
            if parts[place].isVisible():
                targets[place].setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _focus_of(self, page: QWidget | None) -> QWidget:
        """Where the keyboard begins on a page."""
        if page is self.welcome:
            return self.welcome.files
        return self.failure.again if page is self.failure else self.panes.current.picture

    # Drag and drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.open_paths(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())

    # Dialogs

    def open_export(self) -> None:
        from xraycolor_gui.gui.dialogs.export import ExportDialog

        if self._export is not None:
            self._export.close()
            self._export.deleteLater()
        self._export = ExportDialog(self.session, self._settings, self)
        self._export.show()

    def open_palette_editor(self) -> None:
        """One editor at a time: what is begun in it is kept until it is closed."""
        from xraycolor_gui.gui.dialogs.palette_editor import PaletteEditor, place_beside

        if self._editor is None or not self._editor.isVisible():
            if self._editor is not None:
                self._editor.deleteLater()
            self._editor = PaletteEditor(self.session, self)
            place_beside(self._editor, self.panes.colour.picture)
            self._editor.show()
        self._editor.raise_()
        self._editor.activateWindow()

    def open_keys(self) -> None:
        from xraycolor_gui.gui.dialogs.keys import KeysDialog

        if self._keys is None:
            self._keys = KeysDialog(self)
        self._keys.show()
        self._keys.raise_()

    def _show_certificate(self, shown: bool) -> None:
        """The certificate's page in the colour dock's place, or the dock again."""
        self.sides.show_certificate(self.certificate if shown else None)
        self.colour.certifying.set_wanted(shown or not self.colour.rail)
        (self.certificate.back if shown else self.panes.current.picture).setFocus()

    def _choose_model(self) -> None:
        """Lead to the model chooser, and open it."""
        if self.colour.rail:
            self.sides.fold_colour(False)
        self.colour.model.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.colour.model.box.showPopup()

    def _tell_about(self) -> None:
        from xraycolor_gui import __version__

        text = self.tr("Research and teaching, not for primary diagnosis. Apache License 2.0.")
        self.notices.raise_notice(Notice(Severity.NOTICE, f"XrayColor {__version__}", text))

    # Remembering

    def _keep_recent(self, keep: bool) -> None:
        self._settings.set_keeps_recent(keep)
        self.welcome.refresh()

    def _restore(self) -> None:
        geometry = self._settings.geometry()
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            room = self.screen().availableGeometry()
            self.resize(min(DEFAULT_SIZE[0], room.width()), min(DEFAULT_SIZE[1], room.height() - FRAME))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.set_geometry(self.saveGeometry())
        self.sides.remember()
        self.hide()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.studies.close_work()
        self.session.close()
        super().closeEvent(event)


def welcome_pictures() -> tuple[Path, Path] | None:
    """The pair of pictures for the first screen, where it is shipped."""
    from xraycolor_gui.io.resources import resources_folder

    folder = resources_folder() / "welcome"
    pair = folder / "grey.png", folder / "colour.png"
    return pair if all(path.is_file() for path in pair) else None
