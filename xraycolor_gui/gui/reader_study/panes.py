"""The film of a study: in grey, in colour, or both side by side."""

from __future__ import annotations

from PySide6.QtCore import QRect, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from xraycolor_gui.core.reader_study.plan import Condition, Plan
from xraycolor_gui.gui import opinion
from xraycolor_gui.gui.parts import label
from xraycolor_gui.gui.reader_study.session import StudySession
from xraycolor_gui.gui.theme import chrome
from xraycolor_gui.gui.views.arrangement import LINE, Arrangement, arrange
from xraycolor_gui.gui.views.linked_view import LinkedView
from xraycolor_gui.gui.views.pane_pair import Pane
from xraycolor_gui.gui.views.picture import Role
from xraycolor_gui.gui.views.view_geometry import ViewGeometry

_ZOOM_STEP = 1.25


class StudyView(LinkedView):
    """Place and zoom, which readers change only where the plan lets them."""

    fixed = False

    def set_geometry(self, geometry: ViewGeometry) -> None:
        if not self.fixed:
            super().set_geometry(geometry)


class StudyPanes(QWidget):
    """One pane or both, as large as the film can be; nothing here lets the reader see another condition."""

    def __init__(self, session: StudySession, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._plan = session, plan
        self._condition = Condition.BOTH
        self.linked = StudyView(session, self)
        self.linked.fixed = not plan.viewing.zoom
        self.grey = Pane(Role.GREY, self.tr("Grey"), self.linked, self)
        self.colour = Pane(Role.COLOUR, self.tr("Colour"), self.linked, self)
        self.colour.picture.probes = False
        self.hint = self._hold_hint()
        self.colour.header.add(self.hint)
        for signal in (session.radiographChanged, session.colorizationChanged, session.strengthChanged):
            signal.connect(self._tell)
        session.radiographChanged.connect(self._arrange)

    @property
    def shown(self) -> tuple[Pane, ...]:
        """The panes of the condition, from left to right."""
        grey, colour = (self.grey,), (self.colour,)
        return {Condition.GREY: grey, Condition.COLOUR: colour, Condition.BOTH: grey + colour}[self._condition]

    def set_condition(self, condition: Condition) -> None:
        """Show the film like this from now on."""
        self._condition = condition
        self.hint.setVisible(condition is Condition.COLOUR and self._plan.viewing.hold_grey)
        self._tell()
        self._arrange()

    def fit(self) -> None:
        """Show the whole film."""
        if self.linked.geometry is not None:
            self.linked.set_geometry(self.linked.geometry.fitted())

    def zoom(self, steps: int) -> None:
        """Nearer or farther round the middle."""
        geometry, canvas = self.linked.geometry, self.shown[0].picture.canvas()
        if geometry is not None:
            middle = canvas.width / 2, canvas.height / 2
            self.linked.set_geometry(geometry.zoomed(_ZOOM_STEP**steps, canvas, *middle))

    def take_focus(self) -> None:
        """To the film, so that no answer is suggested."""
        self.shown[0].picture.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(chrome().line))

    @Slot()
    def _arrange(self) -> None:
        shown = self.shown
        for pane in (self.grey, self.colour):
            pane.setVisible(pane in shown)
        for pane, place in zip(shown, self._places(len(shown)), strict=True):
            pane.setGeometry(place)

    def _places(self, count: int) -> list[QRect]:
        """Equal sizes, so that both show exactly the same part of the film."""
        if count == 1:
            return [self.rect()]
        geometry = self.linked.geometry
        above = (
            geometry is not None
            and arrange(self.width(), self.height(), geometry, Arrangement.SINGLE) is Arrangement.ABOVE
        )
        if above:
            each = (self.height() - LINE) // 2
            return [QRect(0, top, self.width(), each) for top in (0, each + LINE)]
        each = (self.width() - LINE) // 2
        return [QRect(left, 0, each, self.height()) for left in (0, each + LINE)]

    @Slot()
    def _tell(self) -> None:
        """What each picture is; where the condition is not to be named, only that it is the film."""
        named = not self._plan.blinding.condition
        film = self.tr("Film")
        self.grey.header.title.setText(self.tr("Grey") if named else film)
        self.grey.header.nature.setText(self.tr("the film itself") if named else "")
        self.colour.header.title.setText(self.tr("Colour") if named else film)
        self.colour.header.nature.setText(opinion.nature(self._session) if named else "")

    def _hold_hint(self) -> QWidget:
        """How to see the grey beneath the colour."""
        hint = QWidget()
        layout = QHBoxLayout(hint)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        before, _, after = self.tr("Hold {key} for grey").partition("{key}")
        for part in (label(before.strip(), tone=2), label("G", key=True), label(after.strip(), tone=2)):
            layout.addWidget(part)
        return hint
