"""The film twice: grey, and in colour. Both panes share place, zoom, window and cross-hair."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from xraycolor_gui.gui import opinion, tokens
from xraycolor_gui.gui.comparing import Comparing, Mode
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.theme import chrome
from xraycolor_gui.gui.views.arrangement import LINE, Arrangement, arrange
from xraycolor_gui.gui.views.grey_note import GreyNote
from xraycolor_gui.gui.views.linked_view import LinkedView
from xraycolor_gui.gui.views.marks import Weight, Word
from xraycolor_gui.gui.views.pane_header import PaneHeader, StrengthControl
from xraycolor_gui.gui.views.picture import Picture, Role
from xraycolor_gui.gui.views.work_note import WorkNote
from xraycolor_gui.gui.words import decimal, strength_text

_ZOOM_STEP = 1.25


class Pane(QWidget):
    """A header and a picture."""

    def __init__(self, role: Role, title: str, linked: LinkedView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role = role
        self.header = PaneHeader(title)
        self.picture = Picture(role, linked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.picture, 1)


class PanePair(QWidget):
    """Arranges a grey and a colour pane so that the film is as large as it can be."""

    def __init__(self, session: Session, parent: QWidget | None = None, comparing: Comparing | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.comparing = comparing or Comparing(self)
        self.linked = LinkedView(session, self, self.comparing)
        self.grey = Pane(Role.GREY, self.tr("Grey"), self.linked, self)
        self.colour = Pane(Role.COLOUR, self.tr("Colour"), self.linked, self)
        self.strength = StrengthControl(session)
        self.colour.header.add(self.strength)
        self.work_note = WorkNote(session, self.colour.picture)
        self.grey_note = GreyNote(session, self.colour.picture)
        self._arrangement = Arrangement.BESIDE
        self._maximized = False
        self._current = self.colour
        self._pointed = self.colour
        self._known_strength = session.strength
        self._prepare_panes()
        self.linked.geometryChanged.connect(self._follow_geometry)
        session.radiographChanged.connect(self._arrange)
        session.turnChanged.connect(self._arrange)
        session.strengthChanged.connect(self._follow_strength)
        for signal in (session.colorizationChanged, session.tissuesChanged, session.strengthChanged):
            signal.connect(self._name_colour)
        self.comparing.modeChanged.connect(self._follow_mode)
        self._name_colour()
        self._make_current(self.colour)

    # What the window may ask for

    @property
    def arrangement(self) -> Arrangement:
        """How the panes lie now; SINGLE where there is room, or wish, for one only."""
        one = self._maximized or self.mode is not Mode.SIDE_BY_SIDE
        return Arrangement.SINGLE if one else self._arrangement

    @property
    def mode(self) -> Mode:
        """How grey and colour are compared: as chosen, but one picture with a divider where two have no room."""
        chosen = self.comparing.mode
        crowded = self._arrangement is Arrangement.SINGLE and not self._maximized
        return Mode.SWIPE if chosen is Mode.SIDE_BY_SIDE and crowded else chosen

    @property
    def current(self) -> Pane:
        """The pane that the keyboard or the mouse used last."""
        return self._current

    @Slot()
    def fit(self) -> None:
        """Show the whole film."""
        if self.linked.geometry is not None:
            self.linked.set_geometry(self.linked.geometry.fitted())

    @Slot()
    def actual_size(self) -> None:
        """One screen pixel per film pixel."""
        if self.linked.geometry is not None:
            self.linked.set_geometry(self.linked.geometry.at_zoom(1.0, self._current.picture.canvas()))

    @Slot()
    def zoom_in(self) -> None:
        self._zoom_by(_ZOOM_STEP)

    @Slot()
    def zoom_out(self) -> None:
        self._zoom_by(1 / _ZOOM_STEP)

    @Slot()
    def toggle_maximized(self) -> None:
        """The current pane alone, or both again."""
        self._maximized = not self._maximized
        self._place()

    @Slot()
    def next_mode(self) -> None:
        """Compare grey and colour in the next way that has room."""
        room = self._arrangement is not Arrangement.SINGLE
        modes = tuple(mode for mode in Mode if room or mode is not Mode.SIDE_BY_SIDE)
        self.comparing.set_mode(modes[(modes.index(self.mode) + 1) % len(modes)] if self.mode in modes else modes[0])

    @Slot()
    def switch_pane(self) -> None:
        """Make the other pane the current one; where one is shown at a time, show that."""
        self._make_current(self.grey if self._current is self.colour else self.colour)
        self._current.picture.setFocus()
        self._place()

    # Arrangement

    def _prepare_panes(self) -> None:
        self.grey.header.nature.setText(self.tr("the film itself"))
        for pane, other in ((self.grey, self.tr("Show colour")), (self.colour, self.tr("Show grey"))):
            pane.picture.focused.connect(self._pane_focused)
            pane.picture.entered.connect(self._pane_entered)
            pane.picture.maximizeAsked.connect(self._pane_maximized)
            pane.header.other.setText(other)
            pane.header.other.clicked.connect(self.switch_pane)
        self.setTabOrder(self.grey.picture, self.colour.picture)
        self.setTabOrder(self.colour.picture, self.strength.slider)
        self.setTabOrder(self.strength.slider, self.strength.field)

    @Slot()
    def _arrange(self) -> None:
        geometry = self.linked.geometry
        if geometry is not None:
            self._arrangement = arrange(self.width(), self.height(), geometry, self._arrangement)
        self._place()

    def _place(self) -> None:
        """Give each pane its place. Equal sizes, so that both show exactly the same part of the film."""
        width, height = self.width(), self.height()
        alone, mode = self.arrangement is Arrangement.SINGLE, self.mode
        compared = self.colour.picture.compared
        assert compared is not None
        compared.set_mode(mode)
        if alone and mode is not Mode.SIDE_BY_SIDE:
            self._make_current(self.colour)
        if alone:
            self._current.setGeometry(QRect(0, 0, width, height))
        elif self.arrangement is Arrangement.BESIDE:
            each = (width - LINE) // 2
            self.grey.setGeometry(QRect(0, 0, each, height))
            self.colour.setGeometry(QRect(each + LINE, 0, each, height))
        else:
            each = (height - LINE) // 2
            self.grey.setGeometry(QRect(0, 0, width, each))
            self.colour.setGeometry(QRect(0, each + LINE, width, each))
        for pane in (self.grey, self.colour):
            pane.setVisible(not alone or pane is self._current)
            pane.header.other.setVisible(alone and mode is Mode.SIDE_BY_SIDE)
        self._name_colour()
        self._tell_zoom()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Focus that Qt would give to the first picture goes to the current one."""
        super().showEvent(event)
        focus = QApplication.focusWidget()
        if focus is None or self.isAncestorOf(focus):
            self._current.picture.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line between the panes; where the room is not even, the pixel left over at the end is surround."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.SURROUND))
        grey = self.grey.geometry()
        if self.arrangement is Arrangement.BESIDE:
            painter.fillRect(grey.right() + 1, 0, LINE, self.height(), QColor(chrome().line))
        else:
            painter.fillRect(0, grey.bottom() + 1, self.width(), LINE, QColor(chrome().line))

    # Which pane is current

    def _make_current(self, pane: Pane) -> None:
        self._current = pane
        for each in (self.grey, self.colour):
            each.header.set_current(each is pane)

    def _pane_of(self, picture: object) -> Pane:
        return self.grey if picture is self.grey.picture else self.colour

    @Slot()
    def _pane_focused(self) -> None:
        self._make_current(self._pane_of(self.sender()))

    @Slot()
    def _pane_entered(self) -> None:
        self._pointed = self._pane_of(self.sender())

    @Slot()
    def _pane_maximized(self) -> None:
        self._make_current(self._pane_of(self.sender()))
        self.toggle_maximized()

    # Following the session

    def _zoom_by(self, factor: float) -> None:
        geometry, canvas = self.linked.geometry, self._current.picture.canvas()
        if geometry is not None:
            self.linked.set_geometry(geometry.zoomed(factor, canvas, canvas.width / 2, canvas.height / 2))

    @Slot()
    def _follow_geometry(self) -> None:
        self._tell_zoom()

    def _tell_zoom(self) -> None:
        geometry = self.linked.geometry
        self._session.set_zoom(geometry.scale(self._current.picture.canvas()) if geometry is not None else None)

    @Slot()
    def _follow_strength(self) -> None:
        """Echo a change that did not come from the slider itself, on the picture the hand is at."""
        if self._session.strength == self._known_strength:
            return
        self._known_strength = self._session.strength
        if self.strength.in_use() or self._session.colorization is None:
            return
        strength = self.tr("Strength {value}").format(value=strength_text(self._session.strength))
        self._echo(
            Word(strength, Weight.STRONG),
            Word("[", Weight.KEY),
            Word("]", Weight.KEY),
            Word(self.tr("Shift + wheel")),
        )

    @Slot()
    def echo_grey_below(self) -> None:
        """Answer the keys that set the limit below which the colour fades."""
        words = self.tr("Grey below {limit}").format(limit=decimal(self._session.grey_below))
        self._echo(Word(words, Weight.STRONG), Word("{", Weight.KEY), Word("}", Weight.KEY))

    def _echo(self, *words: Word) -> None:
        pane = self._pointed if self._pointed.isVisible() else self._current
        pane.picture.echo.show(words)

    @Slot()
    def _follow_mode(self) -> None:
        """Another mode wants what belongs to it to be seen: nothing stays maximized."""
        self._maximized = False
        self._arrange()

    @Slot()
    def _name_colour(self) -> None:
        header, coloured = self.colour.header, self._session.colorization is not None
        header.title.setText(mode_title(self.mode))
        header.nature.setText(opinion.nature(self._session, self.mode if coloured else Mode.SIDE_BY_SIDE))


def mode_title(mode: Mode) -> str:
    """What the colour pane holds in this mode."""
    translate = QCoreApplication.translate
    return {
        Mode.SIDE_BY_SIDE: translate("PaneHeader", "Colour"),
        Mode.SWIPE: translate("PaneHeader", "Grey and colour"),
        Mode.LENS: translate("PaneHeader", "Colour"),
        Mode.BLINK: translate("PaneHeader", "Grey and colour by turns"),
        Mode.OVER: translate("PaneHeader", "Colour over grey"),
    }[mode]
