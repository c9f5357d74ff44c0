"""How the film is presented, in the window: windows by name, frames, shutter, overlays, states, and the reason why."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Slot
from PySide6.QtGui import QAction, QFontMetricsF, QMouseEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.actions import Actions, KeyReach, Need
from xraycolor_gui.gui.actions.menus import Menus
from xraycolor_gui.gui.dock import Dock
from xraycolor_gui.gui.own_windows import OwnWindows
from xraycolor_gui.gui.panels.frame_bar import FrameBar
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.sides import Sides
from xraycolor_gui.gui.states_of_study import StatesOfStudy
from xraycolor_gui.gui.views import marks
from xraycolor_gui.gui.views.corners import MARGIN, window_lines
from xraycolor_gui.gui.views.pane_pair import PanePair
from xraycolor_gui.gui.views.picture import Picture
from xraycolor_gui.gui.views.view_geometry import FILM_MARGIN, LARGEST_ZOOM, Canvas, ViewGeometry
from xraycolor_gui.gui.window_choices import WindowChoices
from xraycolor_gui.gui.window_menu import WindowMenu
from xraycolor_gui.gui.words import day_text

if TYPE_CHECKING:
    from xraycolor_gui.core.presentation_state import DisplayedArea, PresentationState
    from xraycolor_gui.gui.panels.explanation import ExplanationPage


class PresentationInWindow(QObject):
    """Makes its actions, panels and menus, and connects itself."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        actions: Actions,
        menus: Menus,
        *,
        panes: PanePair,
        stage: QVBoxLayout,
        dock: Dock,
        sides: Sides,
    ) -> None:
        super().__init__(panes)
        self._session, self._actions, self._panes, self._sides = session, actions, panes, sides
        window = panes.window()
        self.own = OwnWindows(settings, self)
        self.choices = WindowChoices(session, self.own, self)
        self.window_menu = WindowMenu(session, self.choices, actions, menus, window)
        self.frames = FrameBar(session)
        stage.addWidget(self.frames)
        self._dock = dock
        self.states = StatesOfStudy(session, self)
        self._film = Need(lambda: session.radiograph is not None, self.tr("no film is shown"))
        self._make_frame_actions()
        self._make_switches(menus, window)
        self.why = actions.make(
            "layout.why",
            self.tr("&Why does it look like this?"),
            "Ctrl+I",
            meaning="not_sure",
            check=True,
            menu="film.shown",
            needs=[self._film],
        )
        self.why.triggered.connect(self.show_why)
        self.corner = WindowCorner(session, panes.grey.picture, self.why)
        session.radiographChanged.connect(self._follow)
        session.voiChanged.connect(self._follow)
        session.atHandChanged.connect(self._follow)
        self.states.changed.connect(self._follow)
        self._state: PresentationState | None = None
        session.voiChanged.connect(self._show_area)
        self._follow()

    @cached_property
    def page(self) -> ExplanationPage:
        """Made when it is looked at first."""
        from xraycolor_gui.gui.panels.explanation import ExplanationPage

        page = ExplanationPage(self._session)
        page.backWanted.connect(self.why.trigger)
        page.shownChanged.connect(self.why.setChecked)
        self._dock.add_page(page)
        return page

    def show_why(self, shown: bool) -> None:
        """The explanation in the colour dock's place, or the dock again."""
        self._actions.layout_.certificate.setChecked(False)
        self._sides.show_certificate(self.page if shown else None)
        (self.page.back if shown else self._panes.current.picture).setFocus()

    def _make_frame_actions(self) -> None:
        make, frames = self._actions.make, self.frames
        several = Need(
            lambda: self._session.radiograph is not None and self._session.radiograph.source.frames > 1,
            self.tr("the film has one frame only"),
        )
        self.frame_actions = (
            make(
                "frames.next", self.tr("Next &frame"), ".", lambda: frames.step(1), menu="film.frames", needs=[several]
            ),
            make(
                "frames.previous",
                self.tr("Pre&vious frame"),
                ",",
                lambda: frames.step(-1),
                menu="film.frames",
                needs=[several],
            ),
            make(
                "frames.run",
                self.tr("&Run or stop the frames"),
                "Space",
                frames.toggle,
                meaning="play",
                menu="film.frames",
                needs=[several],
                kind=KeyReach.LEFT_OVER,
            ),
        )

    def _make_switches(self, menus: Menus, window: QWidget) -> None:
        make, session = self._actions.make, self._session
        shutter = Need(lambda: _has(session.at_hand, "shutter"), self.tr("the film has no shutter"))
        overlays = Need(lambda: _has(session.at_hand, "overlays"), self.tr("nothing is drawn over the film"))
        self.shutter = make(
            "shown.shutter", self.tr("&Shutter"), "S", check=True, menu="film.shown", needs=[self._film, shutter]
        )
        self.overlays = make(
            "shown.overlays", self.tr("Overla&ys"), "Y", check=True, menu="film.shown", needs=[self._film, overlays]
        )
        self.shutter.triggered.connect(self._set_shutter)
        self.overlays.triggered.connect(self._set_overlays)
        applicable = Need(lambda: bool(self.states.applicable), self.tr("no presentation state names this film"))
        self.next_state = make(
            "shown.next_state",
            self.tr("Next presentation s&tate"),
            "Ctrl+Shift+S",
            self._next_state,
            menu="film.shown",
            needs=[self._film, applicable],
        )
        self.state_menu = QMenu(self.tr("&Presentation states"), window)
        self.state_menu.aboutToShow.connect(self._fill_states)
        menus.insert("film.shown", self.state_menu.menuAction())

    def _set_shutter(self, on: bool) -> None:
        """Of the film at hand."""
        self._session.at_hand.set_shutter(on)

    def _set_overlays(self, on: bool) -> None:
        self._session.at_hand.set_overlays(on)

    def _next_state(self) -> None:
        """As the film itself, then each state in turn."""
        every: tuple[PresentationState | None, ...] = (None, *self.states.applicable)
        look = self._session.look
        at = every.index(look.state) if look is not None and look.state in every else 0
        self._session.set_state(every[(at + 1) % len(every)])

    @Slot()
    def _fill_states(self) -> None:
        self.state_menu.clear()
        look = self._session.look
        if not self.states.applicable:
            none = self.state_menu.addAction(self.tr("None names this film"))
            none.setEnabled(False)
            return
        for state in (None, *self.states.applicable):
            action = QAction(self._state_words(state), self.state_menu)
            action.setCheckable(True)
            action.setChecked(look is not None and look.state is state)
            action.triggered.connect(lambda _, state=state: self._session.set_state(state))
            self.state_menu.addAction(action)

    def _state_words(self, state: PresentationState | None) -> str:
        if state is None:
            return self.tr("As the film itself")
        words = [state.label or self.tr("Without a name"), state.description, day_text(state.created)]
        return " · ".join(word for word in words if word).replace("&", "&&")

    @Slot()
    def _show_area(self) -> None:
        """The part of the film that a state wants to be seen, as soon as it is applied; the whole without one."""
        look, film, geometry = self._session.look, self._session.radiograph, self._panes.linked.geometry
        state = look.state if look is not None else None
        if state is self._state or film is None or geometry is None:
            return
        from xraycolor_gui.core.presentation_state import area_of

        self._state = state
        area = area_of(state, film.source) if state is not None else None
        canvas = self._panes.current.picture.canvas()
        turned = geometry.turned(self._session.turn)
        self._panes.linked.set_geometry(turned.fitted() if area is None else showing(turned, area, canvas))

    @Slot()
    def _follow(self) -> None:
        film = self._session.radiograph
        for action in self.frame_actions:
            action.setVisible(film is not None and film.source.frames > 1)
        self.next_state.setVisible(bool(self.states.applicable))
        at_hand = self._session.at_hand
        seen = at_hand.look
        self.shutter.setChecked(seen is not None and seen.shutter and _has(at_hand, "shutter"))
        self.overlays.setChecked(seen is not None and seen.overlays and _has(at_hand, "overlays"))
        self._actions.refresh()


def showing(geometry: ViewGeometry, area: DisplayedArea, canvas: Canvas) -> ViewGeometry:
    """The area as large as fits, or as many times magnified as it says. All of the film where it spans that."""
    rows, columns = geometry.shape
    left, top = (max(at - 1, 0) for at in area.first)
    right, bottom = min(area.last[0], columns), min(area.last[1], rows)
    if right <= left or bottom <= top or (left, top, right, bottom) == (0, 0, columns, rows):
        return geometry.fitted()
    width, height = geometry.turn.size(right - left, (bottom - top) * geometry.aspect)
    room = 2 * FILM_MARGIN * canvas.ratio
    zoom = min((canvas.width - room) / width, (canvas.height - room) / height)
    from xraycolor_gui.core.presentation_state import Size

    if area.size is Size.MAGNIFY and area.magnification:
        zoom = area.magnification
    zoom = min(max(zoom, geometry.fit_zoom(canvas)), LARGEST_ZOOM)
    return replace(geometry, zoom=zoom, center=((top + bottom) / 2 / rows, (left + right) / 2 / columns))


class WindowCorner(QObject):
    """The words on the window in the grey picture's corner lead to the explanation."""

    def __init__(self, session: Session, picture: Picture, why: QAction) -> None:
        super().__init__(picture)
        self._session, self._picture, self._why = session, picture, why
        self._pressed = self._pointed = False
        picture.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        over = self.holds(event.position())
        if event.type() == QEvent.Type.MouseMove and not event.buttons():
            self._point(over)
        left = event.button() is Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseButtonPress and left and over:
            self._pressed = True
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and left and self._pressed:
            self._pressed = False
            if over:
                self._why.trigger()
            return True
        return False

    def holds(self, at: QPointF) -> bool:
        """Whether a place on the picture, in logical pixels, lies on the words."""
        lines = window_lines(self._session)
        metrics = QFontMetricsF(marks.sized(self._picture.font(), tokens.CAPTION_PX))
        width = max((metrics.horizontalAdvance(words) for words in lines), default=0.0)
        bottom = self._picture.height() - MARGIN
        inside = MARGIN <= at.x() <= MARGIN + width
        return bool(lines) and inside and bottom - marks.block_height(lines) <= at.y() <= bottom

    def _point(self, over: bool) -> None:
        if over is not self._pointed:
            self._pointed = over
            self._picture.setToolTip(self.tr("Why does it look like this? (Ctrl+I)") if over else "")
            if over:
                self._picture.setCursor(Qt.CursorShape.PointingHandCursor)
            else:
                self._session.toolChanged.emit()


def _has(session: Session, what: str) -> bool:
    """Whether the film, or the state it is shown through, brings a shutter, or anything to draw."""
    film, look = session.as_read, session.look
    if film is None or look is None:
        return False
    drawn = what == "overlays" and look.state is not None and bool(look.state.annotations)
    return bool(getattr(film, what)) or drawn
