"""Notices over the foot of the pictures: shape and word carry the weight, never hue."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.notice import Notice, Severity
from xraycolor_gui.gui.parts import button, icon_button, sign, wrapped
from xraycolor_gui.gui.spoken import spoken
from xraycolor_gui.gui.words import breakable

WIDTH = 400
#: Above the corner texts of the pictures: how the colour was made, and the scale, stay readable.
MARGIN = 56
SHOWN_AT_ONCE = 3


class NoticeCard(QFrame):
    """One notice. Done goes by itself after four seconds; all others stay until closed."""

    def __init__(self, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        self.setObjectName("notice")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(f"{spoken(notice.title)} {spoken(notice.text)}".strip())
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(wrapped(breakable(spoken(notice.title)), strong=True))
        if notice.text:
            words.addWidget(wrapped(breakable(spoken(notice.text)), tone=2))
        if notice.folder_of is not None:
            folder = notice.folder_of.parent
            show = button(self.tr("Show in folder"), lambda: show_folder(str(folder)), "open", small=True)
            words.addWidget(show, alignment=Qt.AlignmentFlag.AlignLeft)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 8, 12)
        layout.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(sign(notice.severity.value, tokens.ICON_TOOL_PX), alignment=top)
        layout.addLayout(words, 1)
        layout.addWidget(icon_button("close", self.tr("Close notice"), self.close_card), alignment=top)
        if notice.severity is Severity.DONE:
            QTimer.singleShot(tokens.DONE_NOTICE_MS, self, self.close_card)

    def close_card(self) -> None:
        self.setParent(None)
        self.deleteLater()


class Notices(QWidget):
    """The stack of notices over `stage`, at its foot, newest below."""

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._stage = stage
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        stage.installEventFilter(self)
        self.setAccessibleName(self.tr("Notices"))
        self.hide()

    def raise_notice(self, notice: Notice) -> None:
        """Show it; the same words are not shown twice, and the oldest gives way to a fourth."""
        if any(card.notice == notice for card in self.cards()):
            return
        for card in self.cards():
            if notice.topic and card.notice.topic == notice.topic:
                card.close_card()
        cards = self.cards()
        for card in cards[: max(len(cards) - SHOWN_AT_ONCE + 1, 0)]:
            card.close_card()
        self._column.addWidget(NoticeCard(notice, self))
        self._place()

    def cards(self) -> list[NoticeCard]:
        return self.findChildren(NoticeCard, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def close_newest(self) -> bool:
        """Close the newest notice; False if there is none."""
        cards = self.cards()
        if cards:
            cards[-1].close_card()
        return bool(cards)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._stage and event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._place()
        return False

    def childEvent(self, event: QEvent) -> None:
        super().childEvent(event)  # type: ignore[arg-type]
        if event.type() == QEvent.Type.ChildRemoved:
            QTimer.singleShot(0, self, self._place)

    def _place(self) -> None:
        if not self.cards():
            self.hide()
            return
        self._column.activate()
        height = (
            self._column.totalHeightForWidth(WIDTH) if self._column.hasHeightForWidth() else self.sizeHint().height()
        )
        left = max((self._stage.width() - WIDTH) // 2, 0)
        # What lies below the pictures, such as the bar of frames, stays free.
        layout = self._stage.layout()
        pictures = layout.itemAt(0) if layout is not None else None
        foot = pictures.geometry().bottom() + 1 if pictures is not None else self._stage.height()
        self.setGeometry(left, foot - height - MARGIN, WIDTH, height)
        self.show()
        self.raise_()


def show_folder(folder: str) -> None:
    """Open the folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
