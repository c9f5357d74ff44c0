"""Edit a palette beside the film: the panes show every change, the audit says what it costs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from xraycolor_gui.core.colour_vision import Vision
from xraycolor_gui.core.palette import MAX_CHROMA, Palette
from xraycolor_gui.core.palette_audit import audit
from xraycolor_gui.gui import palette_steps, readout
from xraycolor_gui.gui.controls import NumberField
from xraycolor_gui.gui.dialogs.palette_draft import UNSAVED, PaletteDraft, as_unsaved, begun
from xraycolor_gui.gui.dialogs.palette_plane import SIDE, PalettePlane
from xraycolor_gui.gui.dialogs.palette_table import AuditTable, FindingRows, vision_word
from xraycolor_gui.gui.notice import as_told
from xraycolor_gui.gui.parts import Sign, button, icon_button, label, line, row, segment, surface, wrapped
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.spoken import spoken, within

#: A palette's numbers may be as large as files allow.
_MOST = 999_999.0
_LEAST_POWER = 0.05
_TASK = "keep palette"


class PaletteEditor(QDialog):
    """Stays open beside the work. Closed without saving, the palette from before is back."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._begun = session.palette
        self.draft = PaletteDraft(begun(session.palette), self)
        self._drawn: Palette | None = self.draft.palette
        self._tissue = self.draft.tissues[0]
        self._warned = False
        self.setWindowTitle(self.tr("Edit palette"))
        surface(self, "dock")
        self._make_fields()
        self._make_buttons()
        self.plane = PalettePlane(self.draft)
        self.table = AuditTable()
        self.findings = FindingRows()
        self.sentence = wrapped(tone=2, caption=True)
        self.compared = label(tone=2, caption=True)
        self.visions = QButtonGroup(self)
        self._lay_out()
        self._order()
        self._connect()
        self._follow()
        self.plane.setFocus()

    # Making

    def _make_fields(self) -> None:
        self.title = QLineEdit()
        self.title.setMaxLength(60)
        self.label = QLineEdit()
        self.label.setMaxLength(60)
        self.a, self.b = (NumberField(-MAX_CHROMA, MAX_CHROMA, 1.0, 1) for _ in "ab")
        self.salience = NumberField(0.0, _MOST, 0.1, 2)
        self.power = NumberField(_LEAST_POWER, _MOST, 0.1, 2)
        for field, words in (
            (self.title, self.tr("Name of the palette")),
            (self.label, self.tr("Label of the tissue")),
            (self.a, self.tr("a*, green to red")),
            (self.b, self.tr("b*, blue to yellow")),
            (self.salience, self.tr("Salience: how loudly the tissue speaks")),
            (self.power, self.tr("Power: how far the loudest tissue wins")),
        ):
            field.setAccessibleName(words)
            field.setToolTip(words)
            # Undo is the window's, not the field's.
            field.installEventFilter(self)

    def _make_buttons(self) -> None:
        stack = self.draft.steps
        self.undo = icon_button("undo", self.tr("Undo (Ctrl+Z)"), self.draft.undo)
        self.redo = icon_button("redo", self.tr("Redo (Ctrl+Shift+Z)"), self.draft.redo)
        # A button's own shortcut acts only after it was seen going down and up.
        QShortcut(QKeySequence.StandardKey.Undo, self, self.draft.undo)
        QShortcut(QKeySequence.StandardKey.Redo, self, self.draft.redo)
        stack.canUndoChanged.connect(self.undo.setEnabled)
        stack.canRedoChanged.connect(self.redo.setEnabled)
        self.undo.setEnabled(False)
        self.redo.setEnabled(False)
        self.delete = button(self.tr("Delete"), self._delete, "delete")
        self.cancel = button(self.tr("Cancel"), self.reject)
        self.save = button(self.tr("Save"), self._save, "saved", primary=True)
        self._sign = Sign("notice")
        self.state = wrapped(tone=2)

    def _lay_out(self) -> None:
        name = label(self.tr("&Name"), 2)
        name.setTextFormat(Qt.TextFormat.AutoText)
        name.setBuddy(self.title)
        beside, left, right = QWidget(), QVBoxLayout(), QVBoxLayout()
        beside.setFixedWidth(SIDE)
        beside.setLayout(left)
        for column in (left, right):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(8)
        left.addLayout(row(name, self.title, self.undo, self.redo, spacing=4))
        left.addWidget(self.plane)
        hatched = self.tr("Lightness 55. Hatched: looks like the violet of marks.")
        left.addWidget(wrapped(hatched, tone=3, caption=True))
        left.addLayout(self._fields())
        left.addStretch(1)
        right.addLayout(self._vision_choice())
        right.addWidget(self.compared)
        right.addWidget(self.table)
        right.addWidget(self.findings)
        self.sentence.setMinimumHeight(32)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        right.addWidget(self.sentence)
        right.addStretch(1)
        middle = QHBoxLayout()
        middle.setContentsMargins(16, 12, 16, 12)
        middle.setSpacing(16)
        middle.addWidget(beside)
        middle.addLayout(right, 1)
        foot = row(self._sign, self.state, 8, self.delete, self.cancel, self.save)
        foot.setStretch(1, 1)
        foot.setContentsMargins(16, 8, 16, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle)
        layout.addWidget(line())
        layout.addLayout(foot)

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        for place, (words, field) in enumerate(
            (
                ("a*", self.a),
                ("b*", self.b),
                (self.tr("Salience"), self.salience),
                (self.tr("Power"), self.power),
            )
        ):
            at = 1 + place // 2, 2 * (place % 2)
            grid.addWidget(label(words, 2), *at)
            grid.addWidget(field, at[0], at[1] + 1)
            grid.setColumnStretch(at[1] + 1, 1)
        grid.addWidget(label(self.tr("Label"), 2), 0, 0)
        grid.addWidget(self.label, 0, 1, 1, 3)
        return grid

    def _vision_choice(self) -> QHBoxLayout:
        segments = QHBoxLayout()
        segments.setSpacing(0)
        segments.addWidget(label(self.tr("Seen by"), 2))
        segments.addSpacing(8)
        for place, vision in enumerate(Vision):
            choice = segment(vision_word(vision))
            choice.setChecked(vision is Vision.NORMAL)
            choice.setAccessibleName(self.tr("Show colours as seen by: {}").format(vision_word(vision)))
            self.visions.addButton(choice, place)
            segments.addWidget(choice, 1)
        return segments

    def _order(self) -> None:
        """Tab goes down the left side, then down the right one, then along the foot."""
        fields = self.label, self.a, self.b, self.salience, self.power
        chain = self.title, self.undo, self.redo, self.plane, *fields, *self.visions.buttons()
        chain = *chain, self.table, self.findings, self.delete, self.cancel, self.save
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        draft = self.draft
        draft.changed.connect(self._follow)
        self._session.paletteChanged.connect(self._tell_other)
        for chooser in (self.plane, self.table):
            chooser.tissueChosen.connect(self._choose)
        self.findings.told.connect(self.sentence.setText)
        self.visions.idToggled.connect(self._show_vision)
        self.title.textEdited.connect(draft.set_title)
        self.label.textEdited.connect(lambda text: draft.set_label(self._tissue, text))
        self.a.valueChanged.connect(lambda value: draft.set_a(self._tissue, value))
        self.b.valueChanged.connect(lambda value: draft.set_b(self._tissue, value))
        self.salience.valueChanged.connect(lambda value: draft.set_salience(self._tissue, value))
        self.power.valueChanged.connect(draft.set_power)
        for field in (self.title, self.label, self.a, self.b, self.salience, self.power):
            field.editingFinished.connect(draft.end_gesture)

    # Following

    def _follow(self) -> None:
        """Show the draft: in the panes, in the fields, in the audit."""
        draft, palette = self.draft, self.draft.palette
        swatch = draft.swatch(self._tissue)
        for field, text in ((self.title, palette.title), (self.label, swatch.label)):
            if field.text() != text:
                field.setText(text)
        for number, value in (
            (self.a, swatch.a),
            (self.b, swatch.b),
            (self.salience, swatch.salience),
            (self.power, palette.power),
        ):
            number.blockSignals(True)
            number.setValue(value)
            number.blockSignals(False)
        audited = audit(palette)
        self.table.tell(palette, draft.tissues, self._tissue, audited)
        self.findings.tell(audited.findings)
        short = readout.tissue_label(palette, self._tissue) if self._tissue in palette.tissues else swatch.label
        words = self.tr("ΔE2000 from {}, and colour left in dark and light places")
        self.compared.setText(words.format(within(short.partition(",")[0])))
        self._tell_state()
        self._show_draft()

    def _show_draft(self) -> None:
        """In the panes, unless they show just that."""
        palette = self.draft.palette
        if palette is self._drawn:
            return
        self._drawn = palette
        as_chosen = self.draft.saved and self._session.chosen_palette is self._begun
        self._session.try_palette(None if as_chosen else as_unsaved(palette))

    def _tell_other(self) -> None:
        """The reader may look at another palette meanwhile."""
        palette = self._session.palette
        if palette is not self._begun and palette.name != UNSAVED:
            self._drawn = None
            self._say("notice", self.tr("The panes show {}.").format(readout.palette_title(palette)))

    def _tell_state(self) -> None:
        draft = self.draft
        self.delete.setVisible(bool(draft.palette.name))
        self.save.setEnabled(not draft.saved or not draft.palette.name)
        self.cancel.setText(self.tr("Cancel") if not draft.saved else self.tr("Close"))
        undo, redo = draft.steps.undoText(), draft.steps.redoText()
        self.undo.setToolTip(self.tr("Undo: {} (Ctrl+Z)").format(undo) if undo else self.tr("Nothing to undo"))
        self.redo.setToolTip(self.tr("Redo: {} (Ctrl+Shift+Z)").format(redo) if redo else self.tr("Nothing to redo"))
        self._warned = False
        self._say("", "" if draft.saved else self.tr("Not saved"))

    def _say(self, meaning: str, words: str) -> None:
        self._sign.setVisible(bool(meaning))
        if meaning:
            self._sign.show_icon(meaning)
        self.state.setText(words)

    def _choose(self, tissue: str) -> None:
        self._tissue = tissue
        self.plane.set_tissue(tissue)
        self._follow()

    def _show_vision(self, place: int, on: bool) -> None:
        if on:
            vision = tuple(Vision)[place]
            self.table.set_vision(vision)
            self.plane.set_vision(vision)
            self._follow()

    # Keeping

    def _save(self) -> None:
        fault = self._fault()
        if fault is not None:
            field, words = fault
            self._say("caution", words)
            field.setFocus()
            return
        palette = self.draft.palette
        kept = replace(palette, title=palette.title.strip())
        self._work(self.tr("Saving"), lambda: self._session.steps.save_palette(kept), self._saved)

    def _fault(self) -> tuple[QWidget, str] | None:
        """What keeps the palette from being saved, and the field to correct it in."""
        palette = self.draft.palette
        title = palette.title.strip()
        others = [one for one in self._session.palettes if one.name != palette.name]
        if not title:
            return self.title, self.tr("Give the palette a name.")
        if title.casefold() in {
            known.casefold() for one in others for known in (one.title, readout.palette_title(one))
        }:
            return self.title, self.tr("There is another palette “{}”. Give this one a name of its own.").format(title)
        for tissue, swatch in palette.tissues.items():
            if not swatch.label.strip():
                self._choose(tissue)
                return self.label, self.tr("Give this tissue a label.")
        return None

    def _saved(self, palette: Palette) -> None:
        self._begun = palette
        palette_steps.take_saved(self._session, palette)
        self.draft.take_saved(palette)
        if self.draft.saved:
            self._say("done", self.tr("Saved, and in use."))

    def _delete(self) -> None:
        name = self.draft.palette.name
        remove = self._session.steps.remove_palette
        self._work(self.tr("Deleting"), lambda: remove(name), lambda _: self._deleted(name))

    def _deleted(self, name: str) -> None:
        palette_steps.take_deleted(self._session, name)
        self.draft.take_deleted()
        self._say("done", self.tr("Deleted. Save keeps it again."))

    def _work(self, words: str, work: Callable[[], object], done: Callable[[Any], None]) -> None:
        """Write in a worker, one thing at a time."""

        def failed(error: Exception) -> None:
            told = as_told(error, None)
            self._say("error", f"{spoken(told.what)} {spoken(told.next_step)}")

        if not self._session.tasks.is_running(_TASK):
            self._say("working", words)
            self._session.tasks.start(_TASK, lambda _: work(), done, failed=failed)

    # Closing

    def reject(self) -> None:
        """Not while something is written."""
        if not self._session.tasks.is_running(_TASK):
            super().reject()

    def done(self, result: int) -> None:
        """However it is closed: what was not saved is no longer shown."""
        self._session.paletteChanged.disconnect(self._tell_other)
        self._session.try_palette(None)
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One stray Esc loses no work."""
        if event.key() == Qt.Key.Key_Escape and not self.draft.saved and not self._warned:
            self._warned = True
            self._say("caution", self.tr("Not saved. Esc again drops the changes."))
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            kinds = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            if any(event.matches(kind) for kind in kinds):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def place_beside(window: QWidget, picture: QWidget) -> None:
    """Move to that corner of the main window where most of the picture stays in sight; call it before showing."""
    main = picture.window()
    room = main.frameGeometry().intersected(picture.screen().availableGeometry())
    free = QRect(picture.mapToGlobal(QPoint(0, 0)), picture.size())
    # Its frame will be like the main window's.
    size = window.sizeHint().expandedTo(window.minimumSize()) + main.frameGeometry().size() - main.size()
    corners = [
        QRect(QPoint(x, y), size)
        for x in (room.left(), room.right() + 1 - size.width())
        for y in (room.bottom() + 1 - size.height(), room.top())
    ]

    def covered(place: QRect) -> int:
        """In tenths of the picture: below that, the foot is better than the menus."""
        common = place.intersected(free)
        return 10 * max(common.width(), 0) * max(common.height(), 0) // max(free.width() * free.height(), 1)

    best = min(corners, key=covered)
    window.move(max(best.left(), room.left()), max(best.top(), room.top()))
