"""Feedback in one window: tools and keys, chooser, list, status bar, and the page that says what is collected."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, QTime, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QToolButton, QWidget

from xraycolor_gui.gui.actions import Actions, KeyReach, Need
from xraycolor_gui.gui.choosers import choose
from xraycolor_gui.gui.feedback.asking import Asking
from xraycolor_gui.gui.feedback.given_films import cause_of
from xraycolor_gui.gui.films import Tool
from xraycolor_gui.gui.panels.colour import ColourDock
from xraycolor_gui.gui.panels.feedback import FeedbackPanel
from xraycolor_gui.gui.panels.status import StatusBar
from xraycolor_gui.gui.parts import Sign, button, label
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.settings import Settings
from xraycolor_gui.gui.toolbar import ToolBar, menu_button
from xraycolor_gui.gui.views.pane_pair import PanePair

if TYPE_CHECKING:
    from xraycolor_gui.gui.panels.feedback_words import FeedbackWords

_TOOL, _PLACE, _SNAPS, _TEACHES = "region tool", "feedback store", "region snaps", "feedback teaches"
_STORE = "feedback.sqlite"
#: Widest in the status bar.
_CAUSE_PX = 300


class FeedbackInWindow(QObject):
    """Connects itself to session, panes, actions, tool bar, dock and status bar."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        actions: Actions,
        *,
        panes: PanePair,
        toolbar: ToolBar,
        dock: ColourDock,
        status: StatusBar,
    ) -> None:
        super().__init__(panes)
        self._session, self._given, self._settings, self._actions = session, session.feedback, settings, actions
        self._panes = panes
        self._page: FeedbackWords | None = None
        if settings.choice(_PLACE):
            self._given.files.move(Path(settings.choice(_PLACE)) / _STORE)
        self.asking = Asking(session, panes, settings)
        self.panel = FeedbackPanel(session)
        dock.add_part(self.panel)
        self.saved = SavedState(session)
        self.saved.otherPlace.clicked.connect(lambda _: self._choose_place())
        status.add_cell(self.saved)
        self._make_tools(actions, toolbar)
        self._make_actions(actions)
        self._given.snaps = settings.choice(_SNAPS) == "on"
        self.snap.setChecked(self._given.snaps)
        self.panel.verdictWanted.connect(self.asking.ask)
        self.panel.readerWanted.connect(self.asking.ask_reader)
        for signal in (self.panel.wordsWanted, self.asking.wordsWanted):
            signal.connect(self.open_words)
        self.asking.asksChanged.connect(lambda: status.set_asked(self.asking.sentence))
        session.toolChanged.connect(self._follow_tool)
        for signal in (self._given.changed, self._given.chosenChanged, self._given.readerChanged):
            signal.connect(actions.refresh)
        self._follow_tool()

    # Tools

    def _make_tools(self, actions: Actions, toolbar: ToolBar) -> None:
        made = [
            actions.tools.add(tool, words, "", "tools.region")
            for tool, words in (
                (Tool.REGION_RECTANGLE, self.tr("Outline a r&ectangle")),
                (Tool.REGION_ELLIPSE, self.tr("Outline an e&llipse")),
                (Tool.REGION_POLYGON, self.tr("Outline a pol&ygon, corner by corner")),
                (Tool.REGION_FREEHAND, self.tr("Outline &freehand")),
                (Tool.REGION_BRUSH, self.tr("Paint with a &brush")),
                (Tool.REGION_POINT, self.tr("Mark a poi&nt")),
                (Tool.REGION_GROWN, self.tr("&Grow a region from one click")),
            )
        ]
        self._kinds = tuple(tool for tool in Tool if tool.name.startswith("REGION_"))
        film = actions.needs.film
        self.outline = actions.make(
            "region.outline", self.tr("&Outline a region"), "O", self._outline, menu="tools.region", needs=[film]
        )
        self.snap = actions.make(
            "region.snap",
            self.tr("Follow &edges when outlining"),
            "Shift+O",
            self._change_snap,
            check=True,
            menu="tools.region",
            needs=[film],
        )
        self.button = menu_button(toolbar, self.tr("Region"), "region", (*made, self.snap))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setCheckable(True)
        self.button.menu().aboutToHide.connect(self._follow_tool)
        self.button.setToolTip(self.tr("Outline what the colour shows wrong (O); hold Alt to follow edges"))
        toolbar.add_widget("hand", self.button)

    @Slot()
    def _outline(self) -> None:
        """The kind of region that was drawn last."""
        kept = self._settings.choice(_TOOL)
        tool = next((each for each in self._kinds if each.value == kept), Tool.REGION_RECTANGLE)
        self._session.set_tool(tool)

    @Slot()
    def _follow_tool(self) -> None:
        tool = self._session.tool
        self.button.setChecked(tool in self._kinds)
        if tool in self._kinds:
            self._settings.set_choice(_TOOL, tool.value)

    @Slot()
    def _change_snap(self) -> None:
        self._given.snaps = self.snap.isChecked()
        self._settings.set_choice(_SNAPS, "on" if self._given.snaps else "off")

    # What else may be asked for

    def _make_actions(self, actions: Actions) -> None:
        chosen = Need(lambda: bool(self._chosen()), self.tr("no region is chosen"))
        taught = Need(self._has_regions, self.tr("nothing was said of this film"))
        actions.make(
            "region.verdict",
            self.tr("Say what is &wrong with the region…"),
            "Return",
            lambda: self.asking.ask(self._chosen()),
            menu="feedback.say",
            needs=[chosen],
            kind=KeyReach.LEFT_OVER,
        )
        self.teaches = actions.make(
            "colour.teaches",
            self.tr("Show what &feedback teaches"),
            "T",
            self._change_teaches,
            check=True,
            menu="feedback.shown",
            needs=[taught],
        )
        self.before = actions.make(
            "colour.before", self.tr("&Before feedback while held"), "U", check=True, menu="feedback.shown",
            needs=[taught], kind=KeyReach.HELD,
        )  # fmt: skip
        self.before.triggered.connect(lambda held: self._given.set_teaches(not held and self.teaches.isChecked()))
        actions.make(
            "region.words", self.tr("What feedback &collects, and why…"), do=self.open_words, menu="feedback.kept"
        )
        actions.make(
            "region.place", self.tr("Keep feedback at another &place…"), do=self._choose_place, menu="feedback.kept"
        )
        self._given.set_teaches(self._settings.choice(_TEACHES) != "off")
        self.teaches.setChecked(self._given.teaches)

    def _chosen(self) -> str:
        layer = self._given.layers.get(self._session.at_hand)
        return layer.chosen if layer is not None and layer.region(layer.chosen) is not None else ""

    def _has_regions(self) -> bool:
        layer = self._given.layers.get(self._session.at_hand)
        return layer is not None and bool(layer.regions)

    @Slot()
    def _change_teaches(self) -> None:
        self._given.set_teaches(self.teaches.isChecked())
        self._settings.set_choice(_TEACHES, "on" if self.teaches.isChecked() else "off")

    @Slot()
    def open_words(self) -> None:
        """The page that says what is collected."""
        from xraycolor_gui.gui.panels.feedback_words import FeedbackWords

        if self._page is None:
            self._page = FeedbackWords(self._session, self._panes.window())
        self._page.refresh()
        self._page.show()
        self._page.raise_()

    @Slot()
    def _choose_place(self) -> None:
        """What could not be saved goes to a store in a folder of the reader's choice, and all that comes later."""

        def chosen(names: list[str]) -> None:
            self.keep_in(Path(names[0]))

        title = self.tr("Keep feedback in this folder")
        start = self._given.files.path.parent
        choose(self._panes.window(), title, QFileDialog.FileMode.Directory, chosen, self._settings, start=start)

    def keep_in(self, folder: Path) -> None:
        """Use the store in this folder from now on, also after the next start."""
        self._settings.set_choice(_PLACE, str(folder))
        self._given.files.move(folder / _STORE)
        self._given.keeping.again()


class SavedState(QWidget):
    """“All feedback saved 14:32.” or why it is not, with the way out."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._keeping = session.feedback.keeping
        self._sign = Sign("saved")
        self.words = label(caption=True)
        self.otherPlace = button(self.tr("Choose another place"), lambda: None, link=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self._sign, self.words, self.otherPlace):
            layout.addWidget(part)
        self._keeping.changed.connect(self._tell)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        keeping = self._keeping
        failure, at = keeping.failure, keeping.saved_at
        self.otherPlace.setVisible(failure is not None)
        self._sign.setVisible(failure is not None or (keeping.all_saved and at is not None))
        self._sign.show_icon("error" if failure is not None else "saved")
        self.words.setToolTip(f"{failure.what}" if failure is not None else "")
        self.words.setAccessibleName("")
        if failure is not None:
            told = self.tr("Not saved: {}.").format(cause_of(failure))
            # The rest of the bar keeps its room; the notice says the whole.
            elided = self.words.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, _CAUSE_PX)
            self.words.setText(elided)
            self.words.setAccessibleName(told)
        elif not keeping.all_saved:
            self.words.setText(self.tr("Saving feedback"))
        elif at is not None:
            time = QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
            self.words.setText(self.tr("All feedback saved {}.").format(time))
        else:
            self.words.clear()
