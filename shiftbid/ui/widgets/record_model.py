"""Records as Qt's table: one row a record, columns told as data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from shiftbid.ui.appearance import Appearance
from shiftbid.ui.themes import Theme, Tone
from shiftbid.ui.widgets.grid_model import ROOT

Record = TypeVar("Record")
SORT_ROLE = Qt.ItemDataRole.UserRole
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Column(Generic[Record]):
    """One column.

    Attributes
    ----------
    title, text
        Header and cell, asked for anew whenever they are shown, so that they follow the language.
    order
        What rows are sorted by; the text where it is None.
    number
        Whether the cells stand at the right.
    tone
        Colours of a cell, or None for the table's own.
    """

    title: Callable[[], str]
    text: Callable[[Record], str]
    order: Callable[[Record], int | float | str] | None = None
    number: bool = False
    tone: Callable[[Record, Theme], Tone | None] | None = None


class RecordModel(QAbstractTableModel, Generic[Record]):
    """Records of one kind."""

    def __init__(
        self, columns: Sequence[Column[Record]], appearance: Appearance, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._appearance = appearance
        self._records: tuple[Record, ...] = ()

    def set_records(self, records: Sequence[Record]) -> None:
        """Show other records."""
        self.beginResetModel()
        self._records = tuple(records)
        self.endResetModel()

    def record_at(self, row: int) -> Record:
        """Give the record of a row."""
        return self._records[row]

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._records)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        record, column = self._records[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return column.text(record)
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if column.number else LEFT
            case Qt.ItemDataRole.BackgroundRole:
                tone = self._tone(record, column)
                return QColor(tone.ground) if tone else None
            case Qt.ItemDataRole.ForegroundRole:
                tone = self._tone(record, column)
                return QColor(tone.text) if tone else None
            case _ if role == SORT_ROLE:
                return column.order(record) if column.order else column.text(record)
            case _:
                return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._columns[section].title()
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if self._columns[section].number else LEFT
            case _:
                return None

    def _tone(self, record: Record, column: Column[Record]) -> Tone | None:
        return column.tone(record, self._appearance.theme) if column.tone else None
