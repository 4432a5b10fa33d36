"""A table of records that sorts, and filters where its page offers it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from shiftbid.ui.appearance import Appearance
from shiftbid.ui.widgets.record_model import SORT_ROLE, Column, Record, RecordModel

ALL_COLUMNS = -1
ROW_HEIGHT = 26
WIDEST_COLUMN = 340
LEAST_WIDE = 120
"""Most pixels that the wide column keeps where the others leave no room; the table scrolls sideways then."""
PADDING = 12
ARROW_WIDTH = 26
"""Pixels that the arrow of sorting and the margins take beside a title."""


class RecordTable(QTableView, Generic[Record]):
    """Whole rows are chosen; Tab leaves the table.

    Signals
    -------
    record_entered
        The record that became current; None where there is none.
    record_activated
        The record on which Enter was pressed or that was double-clicked.
    """

    record_entered = Signal(object)
    record_activated = Signal(object)

    def __init__(
        self, columns: Sequence[Column[Record]], wide: int, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.records: RecordModel[Record] = RecordModel(columns, appearance, self)
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(self.records)
        self.sorted.setSortRole(SORT_ROLE)
        self.sorted.setFilterKeyColumn(ALL_COLUMNS)
        self.sorted.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._wide, self._wide_needs = wide, 0
        self.setModel(self.sorted)
        self.setSortingEnabled(True)
        # In the order in which the page gives them, until somebody clicks a header.
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(self._enter)
        self.activated.connect(self._activate)
        appearance.changed.connect(self.viewport().update)

    def set_records(self, records: Sequence[Record]) -> None:
        """Show other records, at the same row where there is one; columns take the width of their texts."""
        row = max(self.currentIndex().row(), 0)
        self.records.set_records(records)
        header = self.horizontalHeader()
        for column in range(self.records.columnCount()):
            if column != self._wide:
                header.resizeSection(column, min(self._natural_width(column) + PADDING, WIDEST_COLUMN))
        self._wide_needs = min(self.sizeHintForColumn(self._wide) + PADDING, LEAST_WIDE)
        self._fit_wide()
        if records:
            self.setCurrentIndex(self.sorted.index(min(row, self.sorted.rowCount() - 1), 0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_wide()

    def current(self) -> Record | None:
        """The current record."""
        return self._record(self.currentIndex())

    def filter(self, text: str) -> None:
        """Show only the records that hold a text in any column."""
        self.sorted.setFilterFixedString(text.strip())

    def _natural_width(self, column: int) -> int:
        """Width of a column's texts and of its title with the arrow of sorting, which Qt reckons as if it were bold."""
        title = str(self.records.headerData(column, Qt.Orientation.Horizontal) or "")
        named = self.horizontalHeader().fontMetrics().horizontalAdvance(title) + ARROW_WIDTH
        return max(self.sizeHintForColumn(column), named)

    def _fit_wide(self) -> None:
        header = self.horizontalHeader()
        others = sum(header.sectionSize(each) for each in range(self.records.columnCount()) if each != self._wide)
        if self.viewport().width() - others < self._wide_needs:
            header.setSectionResizeMode(self._wide, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(self._wide, self._wide_needs)
        else:
            header.setSectionResizeMode(self._wide, QHeaderView.ResizeMode.Stretch)

    def _enter(self, current: QModelIndex) -> None:
        self.record_entered.emit(self._record(current))

    def _activate(self, index: QModelIndex) -> None:
        self.record_activated.emit(self._record(index))

    def _record(self, index: QModelIndex) -> Record | None:
        return self.records.record_at(self.sorted.mapToSource(index).row()) if index.isValid() else None
