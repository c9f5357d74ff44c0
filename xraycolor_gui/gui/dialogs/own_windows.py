"""The reader's own windows: keep the one in use under a name, use one, delete one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from xraycolor_gui.core.presentation import describe
from xraycolor_gui.core.radiograph import Window
from xraycolor_gui.gui.own_windows import OwnWindow, OwnWindows
from xraycolor_gui.gui.parts import button, label, row, surface, wrapped
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.spoken import spoken

_WIDTH = 480


class OwnWindowsDialog(QDialog):
    """Not modal: the film can be windowed while it is open. Deleting can be undone."""

    def __init__(self, session: Session, own: OwnWindows, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._own = session, own
        self.setWindowTitle(self.tr("Own windows"))
        surface(self, "dock")
        self.present = label(tone=2)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Name, such as Implants"))
        self.name.setAccessibleName(self.tr("Name of the window in use"))
        self.keep = button(self.tr("Keep the window in use"), self._keep)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Own windows"))
        self.list.setProperty("framed", True)
        self.use = button(self.tr("Use"), self._use)
        self.delete = button(self.tr("Delete"), self._delete, "delete")
        self.hint = wrapped(self.tr("They hold for films with the same units, such as those of one machine."), tone=3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.present)
        layout.addLayout(row(self.name, self.keep))
        layout.addWidget(self.list)
        layout.addLayout(row(self.use, self.delete, None))
        layout.addWidget(self.hint)
        self.setMinimumWidth(_WIDTH)
        self.name.returnPressed.connect(self._keep)
        self.name.textChanged.connect(self._follow)
        self.list.itemActivated.connect(self._use)
        self.list.currentRowChanged.connect(self._follow)
        own.changed.connect(self._fill)
        session.voiChanged.connect(self._follow)
        session.radiographChanged.connect(self._follow)
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self._delete()
        else:
            super().keyPressEvent(event)

    @property
    def _window(self) -> Window | None:
        """The window in use; a VOI LUT, or a window on one, belongs to its own file."""
        voi = self._session.voi
        return voi if isinstance(voi, Window) and voi.after is None else None

    def _keep(self) -> None:
        name, window = self.name.text().strip(), self._window
        if not name or window is None:
            return
        before = self._own.all()
        self._own.save(name, window)
        self._session.undo.did_set(self.tr("own window"), self._own.put, before, self._own.all())
        self.name.clear()

    def _use(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._session.set_voi(chosen.window)
            self._session.undo.seal()

    def _delete(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        before = self._own.all()
        self._own.remove(chosen.name)
        self._session.undo.did_set(self.tr("delete window"), self._own.put, before, self._own.all())

    def _chosen(self) -> OwnWindow | None:
        every, at = self._own.all(), self.list.currentRow()
        return every[at] if 0 <= at < len(every) else None

    @Slot()
    def _fill(self) -> None:
        at = self.list.currentRow()
        self.list.clear()
        for own in self._own.all():
            self.list.addItem(QListWidgetItem(f"{own.name} · {spoken(describe(own.window))}"))
        self.list.setCurrentRow(min(max(at, 0), self.list.count() - 1))
        self._follow()

    @Slot()
    def _follow(self) -> None:
        window, film = self._window, self._session.radiograph
        if window is not None and film is not None:
            self.present.setText(self.tr("In use: {window}").format(window=spoken(describe(window, film))))
        else:
            self.present.setText(self.tr("In use: a VOI LUT, which belongs to its own file"))
        self.keep.setEnabled(window is not None and bool(self.name.text().strip()))
        self.use.setEnabled(self._chosen() is not None and film is not None)
        self.delete.setEnabled(self._chosen() is not None)
