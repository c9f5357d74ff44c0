"""The film twice: grey, and in colour. Both panes share place, zoom, window and cross-hair."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from xraycolor_gui.gui import opinion, tokens
from xraycolor_gui.gui.comparing import Comparing, Mode
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.theme import chrome
from xraycolor_gui.gui.views.arrangement import LINE, Arrangement, arrange, arrange_two
from xraycolor_gui.gui.views.grey_note import GreyNote
from xraycolor_gui.gui.views.linked_view import LinkedView
from xraycolor_gui.gui.views.marks import Weight, Word, key_words
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

    #: The panes took other places, or compare in another way.
    placed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None, first: PanePair | None = None) -> None:
        """first: the panes of another film, with which these share the way of comparing and the strength's control."""
        super().__init__(parent)
        self._session = session
        self.comparing: Comparing = first.comparing if first is not None else Comparing(self)
        self.linked = LinkedView(session, self, self.comparing)
        if first is not None and first.linked.screens is not None:
            self.linked.set_screens(first.linked.screens)
        self.grey = Pane(Role.GREY, self.tr("Grey"), self.linked, self)
        self.colour = Pane(Role.COLOUR, self.tr("Colour"), self.linked, self)
        self.strength: StrengthControl = first.strength if first is not None else StrengthControl(session)
        if first is None:
            self.colour.header.add(self.strength)
        self.work_note = WorkNote(session, self.colour.picture)
        self.grey_note = GreyNote(session, self.colour.picture)
        self._arrangement = Arrangement.BESIDE
        self._maximized = False
        self._away: Pane | None = None
        self._beside: PanePair | None = None
        self._host: PanePair | None = None
        self._room: QRect | None = None
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
        session.atHandChanged.connect(self._follow_hand)
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
        crowded = self._arrangement is Arrangement.SINGLE and not self._maximized and self._away is None
        return Mode.SWIPE if chosen is Mode.SIDE_BY_SIDE and crowded else chosen

    @property
    def current(self) -> Pane:
        """The pane that the keyboard or the mouse used last."""
        return self.at_hand._current

    @property
    def own_current(self) -> Pane:
        """As `current`, of this film whatever the hand is at."""
        return self._current

    @property
    def at_hand(self) -> PanePair:
        """The panes of the film that the hand is at: these, or those of the film beside it."""
        return self._beside if self._beside is not None and self._session.at_hand is not self._session else self

    @property
    def panes(self) -> tuple[Pane, Pane]:
        return self.grey, self.colour

    @Slot()
    def fit(self) -> None:
        """Show the whole film."""
        linked = self.at_hand.linked
        if linked.geometry is not None:
            linked.set_geometry(linked.geometry.fitted())

    @Slot()
    def actual_size(self) -> None:
        """One screen pixel per film pixel."""
        linked = self.at_hand.linked
        if linked.geometry is not None:
            linked.set_geometry(linked.geometry.at_zoom(1.0, self.current.picture.canvas()))

    @Slot()
    def zoom_in(self) -> None:
        self.at_hand._zoom_by(_ZOOM_STEP)

    @Slot()
    def zoom_out(self) -> None:
        self.at_hand._zoom_by(1 / _ZOOM_STEP)

    @Slot()
    def toggle_maximized(self) -> None:
        """The current pane alone, or all again."""
        pair = self.at_hand
        pair._maximized = not pair._maximized
        self._arrange()

    def show_beside(self, other: PanePair | None) -> None:
        """Share the room with the panes of another film; None: have it all again."""
        if self._beside is not None:
            self._beside.linked.session.radiographChanged.disconnect(self._arrange)
            self._beside.linked.session.turnChanged.disconnect(self._arrange)
            self._beside.hide()
        self._beside = other
        # How two films lay is no reason to lie so alone.
        self._arrangement = Arrangement.BESIDE
        if other is not None:
            other._host = self
            other.setParent(self)
            other.linked.session.radiographChanged.connect(self._arrange)
            other.linked.session.turnChanged.connect(self._arrange)
        self._follow_hand()
        self._arrange()

    def set_alone_on_screen(self, alone: bool) -> None:
        """Say what the program is not for, where no status bar says it."""
        self.colour.header.purpose.setVisible(alone)

    def give_away(self, pane: Pane | None) -> None:
        """Let go of a pane, which is shown elsewhere from now on; None: have it back."""
        back, self._away = self._away, pane
        if back is not None and back is not pane:
            back.setParent(self)
        self._arrange()

    @Slot()
    def next_mode(self) -> None:
        """Compare grey and colour in the next way that has room."""
        room = self._arrangement is not Arrangement.SINGLE
        modes = tuple(mode for mode in Mode if room or mode is not Mode.SIDE_BY_SIDE)
        self.comparing.set_mode(modes[(modes.index(self.mode) + 1) % len(modes)] if self.mode in modes else modes[0])

    @Slot()
    def switch_pane(self) -> None:
        """Make the other pane the current one; where one is shown at a time, show that."""
        pair = self.at_hand
        pair._make_current(pair.grey if pair._current is pair.colour else pair.colour)
        pair._current.picture.setFocus()
        pair._place()

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
        if not self.isAncestorOf(self.strength):
            return
        self.setTabOrder(self.colour.picture, self.strength.slider)
        self.setTabOrder(self.strength.slider, self.strength.field)

    @Slot()
    def _arrange(self) -> None:
        self._room = self.rect()
        geometry = self.linked.geometry
        if self._beside is not None:
            self._arrange_two(self._beside)
        elif geometry is not None and self._host is None:
            self._arrangement = arrange(self.width(), self.height(), geometry, self._arrangement)
        self._place()

    def _arrange_two(self, beside: PanePair) -> None:
        """Each film its room; all the room for the one that is maximized."""
        films = self.linked.geometry or beside.linked.geometry, beside.linked.geometry or self.linked.geometry
        columns = True
        if films[0] is not None and films[1] is not None:
            one_each = self.comparing.mode is not Mode.SIDE_BY_SIDE
            columns, self._arrangement = arrange_two(self.width(), self.height(), (films[0], films[1]), one_each)
        beside._arrangement = self._arrangement
        width, height = (self.width() - LINE) // 2, (self.height() - LINE) // 2
        first, second = QRect(0, 0, width, self.height()), QRect(width + LINE, 0, width, self.height())
        if not columns:
            first, second = QRect(0, 0, self.width(), height), QRect(0, height + LINE, self.width(), height)
        if self._maximized or beside._maximized:
            first = second = self.rect()
        self._room = None if beside._maximized else first
        beside.setGeometry(second)
        beside.setVisible(not self._maximized)
        beside._arrange()

    def _place(self) -> None:
        """Give each pane its place. Equal sizes, so that both show exactly the same part of the film."""
        mode = self.mode
        compared = self.colour.picture.compared
        assert compared is not None
        compared.set_mode(mode)
        here = [pane for pane in self.panes if pane is not self._away]
        alone = self.arrangement is Arrangement.SINGLE
        if len(here) == 2 and alone:
            if mode is not Mode.SIDE_BY_SIDE:
                self._make_current(self.colour)
            here = [self._current]
        if self._room is None:
            here = []
        for pane, place in zip(here, self._places(len(here)), strict=True):
            pane.setGeometry(place)
        for pane in self.panes:
            pane.setVisible(pane in here or pane is self._away)
            pane.header.other.setVisible(alone and mode is Mode.SIDE_BY_SIDE and self._away is None)
        self._name_colour()
        self._tell_zoom()
        self.update()
        self.placed.emit()

    def _places(self, count: int) -> list[QRect]:
        """The room for one pane, or its equal parts for two."""
        room = self._room
        if room is None or count < 2:
            return [room] if room is not None else []
        if self._arrangement is Arrangement.BESIDE:
            each = (room.width() - LINE) // 2
            return [QRect(room.x() + left, room.y(), each, room.height()) for left in (0, each + LINE)]
        each = (room.height() - LINE) // 2
        return [QRect(room.x(), room.y() + top, room.width(), each) for top in (0, each + LINE)]

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
        """The line between the panes; where the room is not even, the pixel left over at the end is line too."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(chrome().line))
        painter.fillRect(self.rect().adjusted(0, 0, -1, -1), QColor(tokens.SURROUND))
        parts: list[QWidget] = [pane for pane in self.panes if pane.isVisible() and pane is not self._away]
        if self._beside is not None and self._beside.isVisible():
            parts.append(self._beside)
        for part in parts[:-1]:
            place, line = part.geometry(), QColor(chrome().line)
            painter.fillRect(place.right() + 1, place.y(), LINE, place.height(), line)
            painter.fillRect(place.x(), place.bottom() + 1, place.width(), LINE, line)

    # Which pane is current

    def _make_current(self, pane: Pane) -> None:
        self._current = pane
        at_hand = (self._host or self).at_hand is self
        for each in self.panes:
            each.header.set_current(at_hand and each is pane)

    @Slot()
    def _follow_hand(self) -> None:
        for pair in (self, self._beside):
            if pair is not None:
                pair._make_current(pair._current)

    def _take_hand(self) -> None:
        """Keys and menus mean this film now."""
        (self._host or self)._session.set_at_hand(self._session if self._host is not None else None)

    def _pane_of(self, picture: object) -> Pane:
        return self.grey if picture is self.grey.picture else self.colour

    @Slot()
    def _pane_focused(self) -> None:
        self._make_current(self._pane_of(self.sender()))
        self._take_hand()

    @Slot()
    def _pane_entered(self) -> None:
        self._pointed = self._pane_of(self.sender())
        self._take_hand()

    @Slot()
    def _pane_maximized(self) -> None:
        self._make_current(self._pane_of(self.sender()))
        self._take_hand()
        (self._host or self).toggle_maximized()

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
            *key_words(self._session.keys, "colour.weaker", "colour.stronger"),
            Word(self.tr("Shift + wheel")),
        )

    @Slot()
    def echo_grey_below(self) -> None:
        """Answer the keys that set the limit below which the colour fades."""
        words = self.tr("Grey below {limit}").format(limit=decimal(self._session.grey_below))
        keys = key_words(self._session.keys, "colour.fade_less", "colour.fade_more")
        self._echo(Word(words, Weight.STRONG), *keys)

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
        second = self.tr("{pane}, second film")
        for pane, title in ((self.grey, self.tr("Grey")), (self.colour, opinion.mode_title(self.mode))):
            pane.header.title.setText(second.format(pane=title) if self._host is not None else title)
        header.nature.setText(opinion.nature(self._session, self.mode if coloured else Mode.SIDE_BY_SIDE))
