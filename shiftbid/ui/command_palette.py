"""The command palette: every action of the menus, found by typing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from shiftbid.ui.command_search import places_found
from shiftbid.ui.widgets.grid_model import ROOT

KEY_ROLE = Qt.ItemDataRole.UserRole
SIZE = QSize(560, 420)
LINE_HEIGHT = 28
MARGIN = 10
LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Command:
    """An action and the words it is found by.

    Attributes
    ----------
    key
        Its shortcut as the system writes it; empty where it has none.
    """

    menu: str
    name: str
    key: str
    action: QAction

    @property
    def title(self) -> str:
        """Menu and name, as the list shows them."""
        return f"{self.menu} › {self.name}"


def bare(text: str) -> str:
    """Text of a menu without its access letter: ``&Plan`` is ``Plan``, ``排班(&N)`` is ``排班``."""
    return re.sub(r"\(&.\)", "", text).replace("&", "").removesuffix("…").rstrip()


class CommandModel(QAbstractListModel):
    """The commands found."""

    def __init__(self, commands: Sequence[Command], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands = tuple(commands)
        self._found = self._commands

    def search(self, typed: str) -> None:
        """Show the commands that hold every word typed."""
        self.beginResetModel()
        places = places_found([each.title for each in self._commands], typed)
        self._found = tuple(self._commands[place] for place in places)
        self.endResetModel()

    def command_at(self, row: int) -> Command:
        """Give the command of a row."""
        return self._found[row]

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._found)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        command = self._found[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return command.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{command.title} {command.key}".rstrip()
            case _ if role == KEY_ROLE:
                return command.key
            case _:
                return None


class CommandPalette(QDialog):
    """A line to type in and the commands found; Enter does the current one."""

    def __init__(self, commands: Sequence[Command], parent: QWidget) -> None:
        super().__init__(parent)
        self.chosen: Command | None = None
        self.model = CommandModel(commands, self)
        self.typed = QLineEdit(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_KeyDelegate(self.list))
        self.list.setUniformItemSizes(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self.typed)
        layout.addWidget(self.list, 1)
        self.setWindowTitle(self.tr("Find a command"))
        self.typed.setPlaceholderText(self.tr("Type words of a command or page"))
        self.typed.setAccessibleName(self.tr("Words of the command"))
        self.list.setAccessibleName(self.tr("Commands found"))
        self.resize(SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.typed.installEventFilter(self)
        self.typed.textChanged.connect(self._search)
        self.typed.returnPressed.connect(self._choose_current)
        self.list.activated.connect(self._choose)
        self._search("")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the list while the keyboard is in the line above it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in LIST_KEYS:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _search(self, typed: str) -> None:
        self.model.search(typed)
        self.list.setCurrentIndex(self.model.index(0))

    def _choose_current(self) -> None:
        self._choose(self.list.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self.chosen is None:
            self.chosen = self.model.command_at(index.row())
            self.accept()
            # After the palette has closed, so that the action finds the window as it was.
            self.chosen.action.trigger()


class _KeyDelegate(QStyledItemDelegate):
    """Writes a command's key at the right of its line."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), LINE_HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.PlaceholderText
        painter.save()
        painter.setPen(option.palette.color(role))
        area = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(index.data(KEY_ROLE)))
        painter.restore()
