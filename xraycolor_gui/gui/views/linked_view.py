"""What all panes of one film share: place and zoom, the drawn picture, and how far the colour has faded in."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QStyle

from xraycolor_gui.core.colorization import Colorization
from xraycolor_gui.core.confidence import fade
from xraycolor_gui.core.palette import Palette
from xraycolor_gui.core.radiograph import Radiograph
from xraycolor_gui.gui.audit_places import AuditPlaces
from xraycolor_gui.gui.comparing import Comparing
from xraycolor_gui.gui.feedback.on_film import outline_on
from xraycolor_gui.gui.measuring.on_film import measure_on
from xraycolor_gui.gui.notice import Notice, Severity, as_told
from xraycolor_gui.gui.screen_profile import ScreenProfiles
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.views.drawn.drawn import Drawn
from xraycolor_gui.gui.views.sampling import Patch, Pyramid
from xraycolor_gui.gui.views.view_geometry import ViewGeometry
from xraycolor_gui.gui.views.view_history import ViewHistory
from xraycolor_gui.gui.views.viewport import Viewport, film_pyramid

COLOUR_ARRIVES_MS = 150
#: Films of up to this many pixels are prepared at once, larger ones in a worker.
AT_ONCE = 1 << 20
#: So long after the last step of a movement the film is at rest, and drawn exactly.
REST_MS = 120


class LinkedView(QObject):
    """Keeps a `Viewport` in step with the session; panes repaint on its signals.

    geometryChanged: another place or zoom. pictureChanged: other pixels at the same place. colourChanged: only the
    colour is another, so that the grey picture stays as it is.
    """

    geometryChanged = Signal()
    pictureChanged = Signal()
    colourChanged = Signal()

    def __init__(self, session: Session, parent: QObject | None = None, comparing: Comparing | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.comparing = comparing or Comparing(self)
        self.screens: ScreenProfiles | None = None
        self.places: AuditPlaces | None = None
        self.viewport = Viewport()
        self.drawn = Drawn(session, self)
        self.measurements = measure_on(session, self.drawn)
        self.regions = outline_on(session, self.drawn)
        self._geometry: ViewGeometry | None = None
        self._shown: Radiograph | None = None
        self._grey_told = True
        self._chroma: NDArray[np.float32] | None = None
        self._shares: tuple[Colorization, Palette, NDArray[np.float32]] | None = None
        self._moves = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._take_rest)
        self._arrival = QVariantAnimation(self)
        self._arrival.setStartValue(0.0)
        self._arrival.setEndValue(1.0)
        self._arrival.setDuration(COLOUR_ARRIVES_MS)
        self._arrival.valueChanged.connect(self._faded)
        session.radiographChanged.connect(self._take_film)
        session.turnChanged.connect(self._take_turn)
        session.voiChanged.connect(self._take_voi)
        session.colorizationChanged.connect(self._take_colour)
        session.paletteChanged.connect(self._take_chroma)
        session.tissuesChanged.connect(self._take_chroma)
        session.greyBelowChanged.connect(self._fade_chroma)
        session.strengthChanged.connect(self.colourChanged)
        self._take_film()
        self._take_colour()
        self.history = ViewHistory(self)

    @property
    def geometry(self) -> ViewGeometry | None:
        """Place and zoom of the film; None while there is no film."""
        return self._geometry

    def set_geometry(self, geometry: ViewGeometry) -> None:
        if geometry != self._geometry:
            self._geometry = geometry
            # A single step is drawn exactly at once; only what follows it closely is a movement.
            self._moves = self._rest.isActive()
            self._rest.start()
            self.geometryChanged.emit()

    @Slot()
    def _take_rest(self) -> None:
        if self._moves:
            self._moves = False
            self.pictureChanged.emit()

    def set_screens(self, screens: ScreenProfiles) -> None:
        """Draw through the profiles of the screens from now on."""
        self.screens = screens
        screens.changed.connect(self.pictureChanged)
        self.pictureChanged.emit()

    def set_places(self, places: AuditPlaces) -> None:
        """Show these on the film from now on."""
        self.places = places
        places.changed.connect(self.pictureChanged)

    def draw(self, patch: Patch, strength: float, screen: QScreen) -> NDArray[np.uint8]:
        """The patch as it is sent to this screen."""
        shown_by = self.screens.of(screen) if self.screens is not None else None
        return self.viewport.draw(patch, strength, shown_by, moving=self._moves)

    @property
    def strength(self) -> float:
        """Strength to draw the colour with now: the reader's, less while the colour fades in, 0 while grey is held."""
        arriving = self._arrival.state() is QVariantAnimation.State.Running
        return self.session.shown_strength * (self._arrival.currentValue() if arriving else 1.0)

    def painted(self) -> None:
        """Panes call this when they have painted the film: now colour may begin."""
        if not self._grey_told and self.viewport.has_film:
            self._grey_told = True
            QTimer.singleShot(0, self.session.grey_shown)

    @Slot()
    def _take_film(self) -> None:
        radiograph, tasks = self.session.radiograph, self.session.tasks
        tasks.cancel("pyramid")
        kept, self._shown = self._geometry if self._is_shown(radiograph) else None, radiograph
        if kept is None:
            self.viewport.set_film(None)
        self._grey_told = radiograph is None
        self._arrival.stop()
        self._geometry = kept
        if radiograph is not None:
            if kept is None:
                self._geometry = ViewGeometry(radiograph.shape, radiograph.pixel_aspect, turn=self.session.turn)
            if radiograph.stored.size <= AT_ONCE:
                self._take_pyramid(film_pyramid(radiograph))
            else:
                tasks.start("pyramid", lambda _: film_pyramid(radiograph), self._take_pyramid, failed=self._fail)
        self.geometryChanged.emit()

    def _is_shown(self, radiograph: Radiograph | None) -> bool:
        """Whether it is another frame of the film on screen, or the same in other units: place and zoom stay."""
        if radiograph is None or self._shown is None:
            return False
        same_file = radiograph.source.sha256 == self._shown.source.sha256 != ""
        return same_file and radiograph.shape == self._shown.shape

    def _take_pyramid(self, pyramid: Pyramid) -> None:
        radiograph = self.session.radiograph
        assert radiograph is not None
        self.viewport.set_film(radiograph, pyramid)
        self.viewport.set_presentation(radiograph, self.session.voi)
        # Colour that was kept is there before the pyramid of a large film.
        self._take_chroma()
        self.pictureChanged.emit()

    def _fail(self, error: Exception) -> None:
        film = self.session.current
        told = as_told(error, film.path if film is not None else None)
        self.session.noticeRaised.emit(Notice(Severity.ERROR, told.what, told.next_step))

    @Slot()
    def _take_turn(self) -> None:
        if self._geometry is not None:
            self.set_geometry(self._geometry.turned(self.session.turn))

    @Slot()
    def _take_voi(self) -> None:
        radiograph = self.session.radiograph
        if radiograph is not None:
            self.viewport.set_presentation(radiograph, self.session.voi)
            self.pictureChanged.emit()

    @Slot()
    def _take_colour(self) -> None:
        # Colours that feedback changes are no arrival.
        arrives = self._chroma is None
        self._take_chroma()
        self._arrival.stop()
        if arrives and self.session.colorization is not None and moves():
            self._arrival.start()

    @Slot()
    def _take_chroma(self) -> None:
        session, colorization = self.session, self.session.colorization
        if colorization is None or session.radiograph is None:
            self._chroma = self._shares = None
        else:
            self._chroma = session.palette.colours(
                self._shares_of(colorization), colorization.tissues, session.solo, session.hidden
            )
        self._fade_chroma()

    def _shares_of(self, colorization: Colorization) -> NDArray[np.float32]:
        """Kept, so that other colours, hidden tissues and a tissue alone follow the hand."""
        palette = self.session.palette
        kept = self._shares
        if kept is None or kept[0] is not colorization or not kept[1].weighs_like(palette):
            kept = colorization, palette, palette.shares(colorization.composition, colorization.tissues)
        self._shares = kept
        return kept[2]

    @Slot()
    def _fade_chroma(self) -> None:
        """Another limit leaves the palette's chroma as it is: only the fading is done anew."""
        session, colorization = self.session, self.session.colorization
        if self._chroma is None or colorization is None:
            self.viewport.set_chroma(None)
        else:
            self.viewport.set_chroma(fade(self._chroma, colorization.confidence, session.grey_below))
        self.colourChanged.emit()

    @Slot()
    def _faded(self) -> None:
        self.colourChanged.emit()


def moves() -> bool:
    """Whether things may fade; not where the system is set to reduced motion."""
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
