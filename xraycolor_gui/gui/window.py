"""The main window: brings session, panels and panes together, and decides what has room."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.actions import Actions
from xraycolor_gui.gui.actions.menus import Menus
from xraycolor_gui.gui.appearance import Appearance
from xraycolor_gui.gui.audit_places import AuditPlaces
from xraycolor_gui.gui.beside import Beside
from xraycolor_gui.gui.compare import Compare
from xraycolor_gui.gui.decode_ahead import DecodeAhead
from xraycolor_gui.gui.detached_pane import DetachedPane
from xraycolor_gui.gui.dock import Dock
from xraycolor_gui.gui.drawing_by_keys import DrawingByKeys
from xraycolor_gui.gui.feedback.in_window import FeedbackInWindow
from xraycolor_gui.gui.film_menu import FilmMenu
from xraycolor_gui.gui.film_notes import FilmNotes
from xraycolor_gui.gui.films import FilmState
from xraycolor_gui.gui.focus_round import FocusRound
from xraycolor_gui.gui.full_screen import FullScreen
from xraycolor_gui.gui.key_bindings import KeyBindings
from xraycolor_gui.gui.key_images import KeyImages
from xraycolor_gui.gui.keyboard import Keyboard
from xraycolor_gui.gui.magnifying import Magnifying
from xraycolor_gui.gui.measuring.export import MeasurementsExport
from xraycolor_gui.gui.measuring.in_window import MeasuringInWindow
from xraycolor_gui.gui.notice import Notice, Severity
from xraycolor_gui.gui.opening import Opening
from xraycolor_gui.gui.palette_file import PaletteFile
from xraycolor_gui.gui.panels.colour import ColourDock
from xraycolor_gui.gui.panels.notices import Notices
from xraycolor_gui.gui.panels.status import StatusBar
from xraycolor_gui.gui.panels.studies import StudiesPanel
from xraycolor_gui.gui.panels.welcome import WelcomePanel
from xraycolor_gui.gui.panels.work_list import WorkListInWindow
from xraycolor_gui.gui.presentation_in_window import PresentationInWindow
from xraycolor_gui.gui.printing import Printing
from xraycolor_gui.gui.reader_study.in_window import ReaderStudyInWindow
from xraycolor_gui.gui.recent_menu import RecentMenu
from xraycolor_gui.gui.remembered_layout import RememberedLayout
from xraycolor_gui.gui.reports_of_study import ReportsOfStudy
from xraycolor_gui.gui.screen_check import ScreenCheck
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.sides import Sides
from xraycolor_gui.gui.toolbar import ToolBar
from xraycolor_gui.gui.true_size import TrueSize
from xraycolor_gui.gui.two_films import TwoFilms
from xraycolor_gui.gui.views.pane_pair import PanePair
from xraycolor_gui.gui.watching import Watching
from xraycolor_gui.gui.ways_out import WaysOut

if TYPE_CHECKING:
    from xraycolor_gui.gui.panels.certificate_page import CertificatePage
    from xraycolor_gui.gui.panels.failure import FailurePanel


class MainWindow(QMainWindow):
    """Studies | welcome, panes or failure | colour dock."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.session = session
        self._settings = settings
        self.setMinimumSize(*tokens.MIN_WINDOW)
        self.setAcceptDrops(True)
        for name, take in (("palette", session.set_palette), ("model", session.set_model)):
            if settings.choice(name):
                take(settings.choice(name))
        session.undo.clear()
        self.actions_ = Actions(session, self)
        self._lay_out()
        self._add_features()
        self._add_hands()
        self._connect()
        self.layout_.restore()
        self._show_current()
        self.welcome.files.setFocus()

    # Opening

    def open_paths(self, paths: Iterable[Path]) -> None:
        """Open files and folders; a folder is remembered."""
        self.opening.open_paths(paths)

    def open_sample(self) -> None:
        """Open the radiographs that are shipped."""
        self.opening.open_sample()

    # Making

    def _lay_out(self) -> None:
        session = self.session
        self.opening = Opening(session, self._settings, self.actions_, self)
        self.recent = RecentMenu(self._settings, self.opening.open_folder, self)
        self.menus = Menus(self.menuBar(), self.actions_)
        self.menus.insert("file.recent", self.recent.menuAction())
        self.menus.by_name["file"].aboutToShow.connect(self.recent.refresh)
        self.toolbar = ToolBar(self.actions_, self)
        self.addToolBar(self.toolbar)
        self.studies = StudiesPanel(session)
        self.welcome = WelcomePanel(self._settings, welcome_pictures())
        self.panes = PanePair(session)
        self.stack = QStackedWidget()
        for page in (self.welcome, self.panes):
            self.stack.addWidget(page)
        stage = QWidget()
        self._stage = QVBoxLayout(stage)
        self._stage.setContentsMargins(0, 0, 0, 0)
        self._stage.addWidget(self.stack)
        self.notices = Notices(stage)
        self.colour = ColourDock(session)
        self.colour_dock = Dock(self.tr("Colour"), self.colour, "F9")
        self.sides = Sides(
            self.studies, stage, self.colour_dock, self.colour, settings=self._settings, actions=self.actions_
        )
        self.setCentralWidget(self.sides)
        self.status = StatusBar(session)
        self.setStatusBar(self.status)

    def _add_features(self) -> None:
        """What the window can do beyond showing: each connects itself."""
        session = self.session
        self.compare = Compare(self.panes, self.actions_, self.toolbar, self._settings)
        self.screen_check = ScreenCheck(session, self.panes, self.actions_, self._settings)
        self.two_films = TwoFilms(session, self.panes, self.actions_, self.status)
        self.studies.besideWanted.connect(self.two_films.show)
        self.measuring = MeasuringInWindow(session, self.panes, self.actions_, self.toolbar, self.colour)
        self.feedback = FeedbackInWindow(
            session,
            self._settings,
            self.actions_,
            panes=self.panes,
            toolbar=self.toolbar,
            dock=self.colour,
            status=self.status,
        )
        self.presentation = PresentationInWindow(
            session,
            self._settings,
            self.actions_,
            self.menus,
            panes=self.panes,
            stage=self._stage,
            dock=self.colour_dock,
            sides=self.sides,
        )
        self.work_list = WorkListInWindow(
            session, self.actions_, panes=self.panes, dock=self.colour_dock, sides=self.sides
        )
        self.palette_file = PaletteFile(session, self._settings, self)
        DecodeAhead(session, self)
        Watching(session, self)
        self.bindings = KeyBindings(self.actions_, session.mouse, self._settings, session.keys)
        self.beside = Beside(self, self._settings, self.bindings)
        self.film_menu = FilmMenu(session, self.actions_, self)
        self.keyboard = Keyboard(self, self.actions_, session.undo)
        self.places = AuditPlaces(session, self.colour.certifying, self.panes.linked, self.keyboard)
        self.full_screen = FullScreen(self, self.sides, self.panes, self.actions_)
        self.detached = DetachedPane(session, self.panes, self.actions_, self.keyboard, self._settings)
        WaysOut(
            session,
            self.actions_,
            self.keyboard,
            panes=self.panes,
            notices=self.notices,
            window=self,
        )
        self.focus_round = FocusRound(
            (
                (self.toolbar, lambda: self.toolbar.opener),
                (self.studies, lambda: self.studies.tree),
                (self.stack, lambda: self._focus_of(self.stack.currentWidget())),
                (self.colour_dock, lambda: self.colour.palette_chooser),
            ),
            self,
        )
        FilmNotes(session, self.notices, self.status)
        self.reader_study = ReaderStudyInWindow(session, self._settings, self.actions_, self)
        Appearance(session, self._settings, self.actions_, self.menus)
        self.layout_ = RememberedLayout(self, self._settings, self.actions_)

    def _add_hands(self) -> None:
        """What else hands can do on a film."""
        DrawingByKeys(self.panes, self.actions_, self.status)
        MeasurementsExport(self.session, self.actions_, self._settings, self)
        KeyImages(self.session, self.actions_, self._settings, self.studies.find_field, self)
        ReportsOfStudy(self.session, self.actions_, self)
        Printing(self.session, self.two_films, self.actions_, self._settings, self)
        Magnifying(self.panes.comparing, self.actions_)
        self.true_size = TrueSize(self.session, self.panes, self.actions_, self._settings)

    def _connect(self) -> None:
        session, actions, panes = self.session, self.actions_, self.panes
        place, layout, colour = actions.place, actions.layout_, actions.colour
        for action, do in (
            (actions.file.quit, self.close),
            (actions.help.about, self._tell_about),
            (place.fit, panes.fit),
            (place.actual_size, panes.actual_size),
            (place.zoom_in, panes.zoom_in),
            (place.zoom_out, panes.zoom_out),
            (place.maximize, panes.toggle_maximized),
            (place.back, self._go_back),
            (place.on, self._go_on),
            (colour.load_palette, self.palette_file.ask),
            (colour.fade_more, panes.echo_grey_below),
            (colour.fade_less, panes.echo_grey_below),
            (layout.next_part, self.focus_round.next_part),
            (actions.films.find, self._find_in_studies),
        ):
            action.triggered.connect(lambda _, do=do: do())
        layout.fold_studies.triggered.connect(self.sides.fold_studies)
        layout.fold_colour.triggered.connect(self.sides.fold_colour)
        layout.certificate.triggered.connect(self._show_certificate)
        self.colour.certificate.openWanted.connect(layout.certificate.trigger)
        panes.grey_note.modelWanted.connect(self._choose_model)
        self.studies.foldWanted.connect(layout.fold_studies.trigger)
        self.colour_dock.foldWanted.connect(layout.fold_colour.trigger)
        self.colour.paletteFileWanted.connect(self.palette_file.ask)
        self.colour.paletteEditorWanted.connect(self.beside.open_palette_editor)
        self.welcome.filesWanted.connect(self.opening.choose_files)
        self.welcome.folderWanted.connect(self.opening.choose_folder)
        self.welcome.sampleWanted.connect(self.opening.open_sample)
        self.welcome.opened.connect(self.opening.open_folder)
        self.opening.recentChanged.connect(self.welcome.refresh)
        session.currentChanged.connect(self._show_current)
        session.workChanged.connect(self._show_current)
        session.filmsChanged.connect(self._show_current)
        session.noticeRaised.connect(self.notices.raise_notice)
        session.paletteChanged.connect(lambda: self._settings.set_choice("palette", session.chosen_palette.name))
        session.modelChanged.connect(lambda: self._settings.set_choice("model", session.chosen_model))

    @cached_property
    def failure(self) -> FailurePanel:
        """Made when a film cannot be read."""
        from xraycolor_gui.gui.panels.failure import FailurePanel

        panel = FailurePanel(self.session)
        self.stack.addWidget(panel)
        return panel

    @cached_property
    def certificate(self) -> CertificatePage:
        """Made when it is looked at first."""
        from xraycolor_gui.gui.panels.certificate_page import CertificatePage

        page = CertificatePage(self.session, self.colour.certifying, self.places)
        page.backWanted.connect(self.actions_.layout_.certificate.trigger)
        self.colour_dock.add_page(page)
        return page

    # What is shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sides.resized(event.oldSize().width(), self.width())
        self.status.set_width(self.width())
        self.toolbar.set_width(self.width())

    def _show_current(self) -> None:
        film = self.session.current
        unreadable = film is not None and film.state is FilmState.UNREADABLE and not self.session.reading
        page: QWidget = self.welcome if film is None else self.failure if unreadable else self.panes
        if unreadable:
            self.failure.refresh()
        if page is not self.stack.currentWidget():
            focus = self.focusWidget()
            takes_focus = focus is None or self.stack.isAncestorOf(focus)
            self.stack.setCurrentWidget(page)
            self.welcome.refresh()
            # Who steps through the list with the arrow keys stays in the list.
            if takes_focus:
                self._focus_of(page).setFocus()
        self.sides.show_dock(self.studies, bool(self.session.listing.groups) or self.session.search is not None)
        self.sides.show_dock(self.colour_dock, page is self.panes)
        self.setWindowTitle(film.path.name if film is not None else "")

    def _focus_of(self, page: QWidget | None) -> QWidget:
        """Where the keyboard begins on a page."""
        if page is self.welcome:
            return self.welcome.files
        return self.panes.current.picture if page is self.panes else self.failure.again

    # Drag and drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.opening.drag_entered(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.opening.dropped(event)

    # Docks

    def _show_certificate(self, shown: bool) -> None:
        """The certificate's page in the colour dock's place, or the dock again."""
        self.sides.show_certificate(self.certificate if shown else None)
        self.colour.certifying.set_wanted(shown or not self.colour.rail)
        (self.certificate.back if shown else self.panes.current.picture).setFocus()

    def _go_back(self) -> None:
        """To the place before, of the film at hand."""
        self.panes.at_hand.linked.history.go_back()

    def _go_on(self) -> None:
        self.panes.at_hand.linked.history.go_on()

    def _find_in_studies(self) -> None:
        """Lead to the field that finds films."""
        if self.studies.strip:
            self.sides.fold_studies(False)
        self.studies.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)

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

    def closeEvent(self, event: QCloseEvent) -> None:
        self.layout_.remember()
        self.hide()
        self.keyboard.close()
        self.studies.close_work()
        self.session.close()
        super().closeEvent(event)


def welcome_pictures() -> tuple[Path, Path] | None:
    """The pair of pictures for the first screen, where it is shipped."""
    from xraycolor_gui.io.resources import resources_folder

    folder = resources_folder() / "welcome"
    pair = folder / "grey.png", folder / "colour.png"
    return pair if all(path.is_file() for path in pair) else None
