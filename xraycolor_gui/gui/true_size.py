"""True size: a millimetre of the film is a millimetre of the screen. It stays from film to film, as "fit" does."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QScreen

from xraycolor_gui.core.radiograph import Radiograph, SpacingSource
from xraycolor_gui.gui.actions import Actions, Need
from xraycolor_gui.gui.measuring.words import source_words
from xraycolor_gui.gui.screen_scale import ScreenScales
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.views.linked_view import LinkedView
from xraycolor_gui.gui.views.marks import Weight, Word
from xraycolor_gui.gui.views.pane_pair import PanePair


class TrueSize(QObject):
    """Connects itself to session, panes and actions; the screen is the one that the window is on."""

    def __init__(self, session: Session, panes: PanePair, actions: Actions, settings: Settings) -> None:
        super().__init__(panes)
        self._session, self._panes, self._actions = session, panes, actions
        self.scales = ScreenScales(settings, self)
        #: The views that show true size: the film that was last shown so, and its zoom.
        self._true: dict[LinkedView, tuple[Radiograph | None, float]] = {}
        self._followed: set[LinkedView] = set()
        scaled = Need(
            lambda: self._mm(session.at_hand) > 0,
            self.tr("the film states no millimetres: calibrate by a known length"),
        )
        self.show = actions.make(
            "place.true_size",
            self.tr("T&rue size"),
            "Ctrl+2",
            self._show,
            check=True,
            menu="view.place",
            needs=[actions.needs.film, scaled],
        )
        actions.make("screen.ruler", self.tr("&Measure this screen…"), do=self.measure_screen, menu="help.screen")
        session.measured.changed.connect(lambda _: self._take_scale())
        session.atHandChanged.connect(self._check)
        self.scales.changed.connect(self._take_scale)
        self._name()

    def zoom(self, session: Session) -> float | None:
        """Device pixels per column that show this session's film in true size; None where that is not known."""
        scale, mm = self.scales.of(self._screen()), self._mm(session)
        return scale.per_mm * mm if scale is not None and mm > 0 else None

    @Slot()
    def measure_screen(self) -> None:
        """Open the ruler to be laid beside a real one."""
        from xraycolor_gui.gui.dialogs.screen_ruler import ScreenRuler

        ruler = ScreenRuler(self.scales, self._panes.window())
        ruler.show()

    def _show(self) -> None:
        """Show the film at hand in true size, or whole again. A screen that says nothing is measured first."""
        linked = self._panes.at_hand.linked
        if linked in self._true:
            del self._true[linked]
            self._panes.fit()
        elif self.zoom(linked.session) is None:
            self.measure_screen()
        else:
            self._follow(linked)
            self._put(linked)
            self._echo(linked)
        self._check()

    def _put(self, linked: LinkedView) -> None:
        """A film without a scale is shown whole, and the next one in true size again."""
        geometry, radiograph, zoom = linked.geometry, linked.session.radiograph, self.zoom(linked.session)
        self._true[linked] = radiograph, zoom or 0.0
        if geometry is not None and zoom is not None:
            linked.set_geometry(replace(geometry, zoom=zoom))

    def _follow(self, linked: LinkedView) -> None:
        if not self._followed and (window := self._panes.window().windowHandle()) is not None:
            window.screenChanged.connect(self._take_scale)
        if linked not in self._followed:
            self._followed.add(linked)
            linked.geometryChanged.connect(partial(self._follow_zoom, linked))
            linked.session.radiographChanged.connect(partial(self._follow_film, linked))

    def _follow_film(self, linked: LinkedView) -> None:
        if linked in self._true and linked.session.radiograph is not None:
            self._put(linked)
            self._check()

    def _follow_zoom(self, linked: LinkedView) -> None:
        """Another zoom on the same film ends it."""
        film, zoom = self._true.get(linked, (None, 0.0))
        geometry = linked.geometry
        if film is not None and film is linked.session.radiograph and geometry is not None and zoom != geometry.zoom:
            if zoom:
                del self._true[linked]
            self._check()

    @Slot()
    def _take_scale(self) -> None:
        """The screen or a film was measured anew."""
        for linked in tuple(self._true):
            self._put(linked)
        self._name()
        self._actions.refresh()

    @Slot()
    def _check(self) -> None:
        self.show.setChecked(self._panes.at_hand.linked in self._true)
        self._name()

    def _name(self) -> None:
        """In the menu stands what true size rests on."""
        scale = self.scales.of(self._screen())
        words = self.tr("T&rue size (this screen is not measured)")
        if scale is not None:
            said = self.tr("T&rue size (screen says {} dpi)")
            words = (self.tr("T&rue size (measured: {} dpi)") if scale.measured else said).format(round(scale.dpi))
        self._actions.set_words("place.true_size", words)

    def _echo(self, linked: LinkedView) -> None:
        scale, radiograph = self.scales.of(self._screen()), linked.session.radiograph
        if scale is None or radiograph is None:
            return
        source = source_words(self._session.measured.spacing(radiograph).source)
        dpi = self.tr("measured: {} dpi") if scale.measured else self.tr("screen says {} dpi")
        words = Word(self.tr("True size"), Weight.STRONG), Word(source), Word(dpi.format(round(scale.dpi)))
        self._panes.current.picture.echo.show(words)

    def _mm(self, session: Session) -> float:
        """Width of a column of this session's film; 0 where nobody knows."""
        radiograph = session.radiograph
        if radiograph is None:
            return 0.0
        spacing = self._session.measured.spacing(radiograph)
        return 0.0 if spacing.source is SpacingSource.UNKNOWN else spacing.column_mm

    def _screen(self) -> QScreen:
        return self._panes.window().screen()
