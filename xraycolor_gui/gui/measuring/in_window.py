"""Measuring in the window: tools in menu and tool bar, keys, and the list in the colour dock."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QToolButton

from xraycolor_gui.core.measurements import Measure, Measurement, outlined
from xraycolor_gui.core.region_statistics import window_inside
from xraycolor_gui.gui.actions import Actions, KeyReach, Need
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.measuring.layer import MeasurementLayer
from xraycolor_gui.gui.measuring.tools import KINDS
from xraycolor_gui.gui.notice import Notice, Severity
from xraycolor_gui.gui.panels.colour import ColourDock
from xraycolor_gui.gui.panels.measurements import MeasurementsPanel
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.toolbar import ToolBar, menu_button
from xraycolor_gui.gui.views.pane_pair import PanePair
from xraycolor_gui.gui.views.picture import Picture

#: Film pixels that a key moves what is chosen.
NUDGE, NUDGE_FAR = 1, 10


class MeasuringInWindow(QObject):
    """Connects itself to session, panes, actions, tool bar and dock."""

    def __init__(self, session: Session, panes: PanePair, actions: Actions, toolbar: ToolBar, dock: ColourDock) -> None:
        super().__init__(panes)
        self._session, self._panes = session, panes
        self.panel = MeasurementsPanel(session)
        dock.add_part(self.panel)
        self._tools = frozenset(KINDS)
        made = []
        for tool, words, key in (
            (Tool.LENGTH, self.tr("&Measure a distance"), "M"),
            (Tool.ANGLE, self.tr("Measure an &angle"), "A"),
            (Tool.COBB, self.tr("&Cobb angle"), ""),
            (Tool.HEART_CHEST, self.tr("&Heart to chest"), ""),
            (Tool.RECTANGLE, self.tr("Values in a &rectangle"), ""),
            (Tool.ELLIPSE, self.tr("Values in an &ellipse"), ""),
        ):
            made.append(actions.tools.add(tool, words, key, "tools.measure"))
        made.append(actions.tools.add(Tool.CALIBRATION, self.tr("Calibrate by a &known length"), "", "tools.calibrate"))
        self.button = menu_button(toolbar, self.tr("Measure"), "length", tuple(made))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setCheckable(True)
        self.button.menu().aboutToHide.connect(self._check)
        self.button.setToolTip(self.tr("Measure on the film (M, A)"))
        toolbar.add_widget("hand", self.button)
        self._make_choices(actions)
        session.toolChanged.connect(self._check)
        self._check()

    def _make_choices(self, actions: Actions) -> None:
        """What may be done with the chosen drawing."""
        chosen = Need(self._has_chosen, self.tr("nothing drawn is chosen"))
        measured = Need(self._has_measured, self.tr("nothing is measured"))
        place = "edit.selection"
        self.remove = actions.make(
            "drawn.delete",
            self.tr("&Delete what is chosen"),
            "Delete",
            self._remove_chosen,
            meaning="delete",
            menu=place,
            needs=[chosen],
            kind=KeyReach.LEFT_OVER,
        )
        self.double = actions.make(
            "drawn.copy",
            self.tr("Draw it &once more"),
            "Ctrl+D",
            self._copy_chosen,
            menu=place,
            needs=[chosen],
        )
        self.copy = actions.make(
            "measure.copy",
            self.tr("&Copy measured values"),
            "Ctrl+C",
            self.panel.copy_values,
            meaning="copy",
            menu=place,
            needs=[measured],
            kind=KeyReach.LEFT_OVER,
        )
        area = Need(lambda: self._area() is not None, self.tr("no rectangle or ellipse of values is chosen"))
        self.window = actions.make(
            "grey.from_area",
            self.tr("Window from the chosen &area"),
            "Shift+W",
            self._window_from_area,
            menu="film.window",
            needs=[area],
        )
        self.hide = actions.make(
            "measure.hide",
            self.tr("Hide &measurements"),
            "Shift+M",
            self._hide,
            check=True,
            menu="film.shown",
            needs=[actions.needs.film],
        )
        self._session.measured.hiddenChanged.connect(lambda: self.hide.setChecked(self._session.measured.hidden))
        for name, words, key, right, down in (
            ("left", self.tr("Move what is chosen &left by {} px"), "Left", -1, 0),
            ("right", self.tr("Move what is chosen &right by {} px"), "Right", 1, 0),
            ("up", self.tr("Move what is chosen &up by {} px"), "Up", 0, -1),
            ("down", self.tr("Move what is chosen &down by {} px"), "Down", 0, 1),
        ):
            for far, keys in ((NUDGE, "Ctrl+"), (NUDGE_FAR, "Ctrl+Shift+")):
                actions.make(
                    f"drawn.nudge_{name}_{far}",
                    words.format(far),
                    keys + key,
                    partial(self._nudge_chosen, right * far, down * far),
                    needs=[chosen],
                    kind=KeyReach.LEFT_OVER,
                )
        self._session.measured.changed.connect(lambda _: actions.refresh())
        self.panel.chosenChanged.connect(actions.refresh)

    def _layer(self) -> MeasurementLayer | None:
        """Of the film that the hand is at."""
        return self._session.measured.layers.get(self._session.at_hand)

    def _has_chosen(self) -> bool:
        return self._panes.at_hand.linked.drawn.chosen is not None

    def _has_measured(self) -> bool:
        return (layer := self._layer()) is not None and bool(layer.measurements)

    def _area(self) -> Measurement | None:
        """The rectangle or ellipse that is chosen on the film at hand."""
        layer = self._layer()
        every = layer.measurements if layer is not None else ()
        chosen = layer.chosen if layer is not None else ""
        return next(
            (one for one in every if one.id == chosen and one.kind in (Measure.RECTANGLE, Measure.ELLIPSE)), None
        )

    def _window_from_area(self) -> None:
        """Let what lies inside use all of the grey."""
        area, session = self._area(), self._session.at_hand
        if area is None or session.radiograph is None:
            return
        window = window_inside(session.radiograph, outlined(area))
        if window is None:
            words = self.tr("All of this area has one value"), self.tr("Choose one with something in it.")
            self._session.noticeRaised.emit(Notice(Severity.NOTICE, *words))
        else:
            session.set_voi(window)
            session.undo.seal()

    @Slot()
    def _remove_chosen(self) -> None:
        self._panes.at_hand.linked.drawn.remove_chosen()

    @Slot()
    def _hide(self) -> None:
        self._session.measured.set_hidden(self.hide.isChecked())

    def _picture(self) -> Picture:
        """The picture that has the keyboard."""
        focus = QApplication.focusWidget()
        return focus if isinstance(focus, Picture) else self._panes.current.picture

    @Slot()
    def _copy_chosen(self) -> None:
        self._picture().drawn.copy_chosen()

    def _nudge_chosen(self, right: int, down: int) -> None:
        self._picture().drawn.nudge_chosen(right, down)

    @Slot()
    def _check(self) -> None:
        """The button looks chosen while one of its tools is."""
        self.button.setChecked(self._session.tool in self._tools)
