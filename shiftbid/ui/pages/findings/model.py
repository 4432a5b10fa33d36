"""Findings as Qt's table."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import day_text, with_local_dates
from shiftbid.ui.pages.findings.presenter import FindingRow
from shiftbid.ui.terms import SEVERITY_SIGNS, severity_word
from shiftbid.ui.widgets.grid_model import ROOT

SORT_ROLE = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """Columns in order."""

    SEVERITY = 0
    PERSON = 1
    DAY = 2
    SENTENCE = 3
    RULE = 4
    ARTICLE = 5


class FindingModel(QAbstractTableModel):
    """One row a finding."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._rows: tuple[FindingRow, ...] = ()

    def set_rows(self, rows: Sequence[FindingRow]) -> None:
        """Show other findings."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, row: int) -> FindingRow:
        """Give the finding of a row."""
        return self._rows[row]

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return with_local_dates(row.finding.sentence)
            case Qt.ItemDataRole.AccessibleTextRole if column is Column.SEVERITY:
                return severity_word(row.finding.severity)
            case Qt.ItemDataRole.BackgroundRole if column is Column.SEVERITY:
                return QColor(self._appearance.theme.severities[row.finding.severity].ground)
            case Qt.ItemDataRole.ForegroundRole if column is Column.SEVERITY:
                return QColor(self._appearance.theme.severities[row.finding.severity].text)
            case _ if role == SORT_ROLE:
                return self._sort_key(row, column)
            case _:
                return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        match section:
            case Column.SEVERITY:
                return self.tr("Severity")
            case Column.PERSON:
                return self.tr("Person")
            case Column.DAY:
                return self.tr("Date")
            case Column.SENTENCE:
                return self.tr("What is wrong")
            case Column.RULE:
                return self.tr("Rule")
            case Column.ARTICLE:
                return self.tr("Where it stands")
            case _:
                return None

    def _text(self, row: FindingRow, column: Column) -> str:
        match column:
            case Column.SEVERITY:
                return f"{SEVERITY_SIGNS[row.finding.severity]} {severity_word(row.finding.severity)}"
            case Column.PERSON:
                return row.person
            case Column.DAY:
                return day_text(row.day)
            case Column.SENTENCE:
                return with_local_dates(row.finding.sentence)
            case Column.RULE:
                return row.finding.rule
            case Column.ARTICLE:
                return row.finding.article

    def _sort_key(self, row: FindingRow, column: Column) -> str | int:
        match column:
            case Column.SEVERITY:
                return row.gravity
            case Column.DAY:
                return row.day.toordinal()
            case _:
                return self._text(row, column)
