"""Choosing among the models at hand: each by its title, with a line on what it is and what was measured of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from xraycolor_gui.gui import tokens
from xraycolor_gui.gui.controls import Chooser
from xraycolor_gui.gui.parts import wrapped
from xraycolor_gui.gui.session import Session
from xraycolor_gui.gui.theme import chrome
from xraycolor_gui.gui.views.marks import sized
from xraycolor_gui.gui.words import as_tooltip, decimal

if TYPE_CHECKING:
    from xraycolor_gui.models.card import ModelCard

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_PADDING = 8
_ROW_HEIGHT = 44
#: Words in the name of a measured number; the number whose name has most of them, counted from the left, is told.
_TOLD = ("equal-grey", "lung", "as filmed", "wingspan")

Index = QModelIndex | QPersistentModelIndex


class ModelChooser(QWidget):
    """The models by title, and a word where the film needs none."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.box = Chooser()
        self.box.setAccessibleName(self.tr("Model"))
        self.box.setItemDelegate(_TwoLines(self.box))
        # A long title must not widen the dock.
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.unused: QLabel = wrapped(self.tr("Not used for this picture"), tone=3, caption=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.box)
        layout.addWidget(self.unused)
        self.box.activated.connect(self._choose)
        session.modelChanged.connect(self._take_models)
        session.radiographChanged.connect(self._follow)
        session.colorizationChanged.connect(self._follow)
        self._take_models()

    @Slot()
    def _take_models(self) -> None:
        models = self._session.models
        with QSignalBlocker(self.box):
            self.box.clear()
            for index, card in enumerate(models):
                self.box.addItem(card.title or card.name, card.name)
                self.box.setItemData(index, card_line(card), LINE_ROLE)
                self.box.setItemData(index, as_tooltip(card_line(card)), Qt.ItemDataRole.ToolTipRole)
                spoken = f"{card.title or card.name}. {card_line(card)}"
                self.box.setItemData(index, spoken, Qt.ItemDataRole.AccessibleTextRole)
            if models:
                self.box.setCurrentIndex(self.box.findData(self._session.model))
            else:
                self.box.addItem(self.tr("No model"), "")
        self._widen_popup()
        self._follow()

    @Slot()
    def _follow(self) -> None:
        used = self._session.uses_model
        self.box.setEnabled(bool(self._session.models) and used)
        self.unused.setVisible(not used)
        line = self.box.currentData(LINE_ROLE)
        self.box.setToolTip(as_tooltip(line) if line else "")
        self.box.setAccessibleDescription(line or "")

    def _widen_popup(self) -> None:
        """Lines are longer than the closed box is wide."""
        metrics = QFontMetrics(sized(self.box.font(), tokens.CAPTION_PX))
        lines = [self.box.itemData(index, LINE_ROLE) or "" for index in range(self.box.count())]
        widest = max((metrics.horizontalAdvance(line) for line in lines), default=0)
        self.box.view().setMinimumWidth(widest + 4 * _PADDING)

    @Slot(int)
    def _choose(self, index: int) -> None:
        self._session.set_model(self.box.itemData(index))


class _TwoLines(QStyledItemDelegate):
    """Title, and below it the line on the model."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), _ROW_HEIGHT if index.data(LINE_ROLE) else tokens.ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: QRect = option.rect
        painter.save()
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(chrome().selected))
            painter.drawRoundedRect(place, 4, 4)
        room = place.adjusted(_PADDING, 4, -_PADDING, -4)
        line = index.data(LINE_ROLE)
        font: QFont = option.font
        painter.setFont(sized(font, tokens.BODY_PX))
        painter.setPen(QColor(chrome().text_1))
        title = QRect(room.left(), room.top(), room.width(), 20 if line else room.height())
        painter.drawText(title, _LEFT, str(index.data()))
        if line:
            painter.setFont(sized(font, tokens.CAPTION_PX))
            painter.setPen(QColor(chrome().text_2))
            painter.drawText(QRect(room.left(), room.top() + 20, room.width(), 16), _LEFT, str(line))
        painter.restore()


def card_line(card: ModelCard) -> str:
    """What the model stands on, how large it is, and the number that tells most of it."""
    translate = QCoreApplication.translate
    built = {
        "basic": translate("Models", "from scratch"),
        "vgg16": translate("Models", "on VGG-16"),
        "efficientnet": translate("Models", "on EfficientNet-Lite0"),
    }.get(card.architecture, card.architecture)
    millions = f"{card.parameters / 1e6:.1f}"
    size = translate("Models", "{} million parameters").format(millions) if card.parameters else ""
    number = lung_told(card.measured)
    told = translate("Models", "lung by colour alone {} of 1").format(decimal(number, 3)) if number is not None else ""
    return " · ".join(word for word in (built, size, told) if word)


def lung_told(measured: Mapping[str, Any]) -> float | None:
    """How well the colour alone tells lung among equal greys (ROC AUC), as the card has it; None if it is silent."""
    best: tuple[int, float] | None = None
    for name, value in measured.items():
        fits = [word in name.lower() for word in _TOLD]
        number = _number(value)
        if all(fits[:2]) and number is not None and (best is None or sum(fits) > best[0]):
            best = sum(fits), number
    return best[1] if best is not None else None


def _number(measured: Any) -> float | None:
    """A card holds plain numbers, or a number in words, "0.984 [0.971, 0.993], at least 0.99: fail"."""
    try:
        return float(str(measured).partition(" ")[0])
    except ValueError:
        return None


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
