"""The hours of one day as Qt's table: one row an hour and class."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from shiftbid.domain.timeline import format_minute
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import number_text, percent_text
from shiftbid.ui.pages.certificate.grid import (
    SIGNS,
    heads_text,
    verdict_tone,
    verdict_word,
    verdict_word_at_plus10,
)
from shiftbid.ui.pages.certificate.presenter import ClassHour, Verdict
from shiftbid.ui.terms import customer_class_word
from shiftbid.ui.widgets.grid_model import ROOT

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """Columns in order."""

    HOUR = 0
    CUSTOMERS = 1
    BUSY = 2
    ARRIVALS = 3
    HEADS = 4
    PROMISE = 5
    IN_TIME = 6
    MEAN_WAIT = 7
    VERDICT = 8
    AT_PLUS10 = 9


NUMBERS = frozenset({Column.ARRIVALS, Column.HEADS, Column.PROMISE, Column.IN_TIME, Column.MEAN_WAIT})


class DayModel(QAbstractTableModel):
    """Every hour and class of a day."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._hours: tuple[ClassHour, ...] = ()

    def set_hours(self, hours: Sequence[ClassHour]) -> None:
        """Show another day."""
        self.beginResetModel()
        self._hours = tuple(hours)
        self.endResetModel()

    def row_of(self, clock_hour: int) -> int:
        """Give the first row of a clock hour, or -1."""
        return next((row for row, each in enumerate(self._hours) if each.hour == clock_hour), -1)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._hours)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hour, column = self._hours[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(hour, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if column in NUMBERS else None
            case Qt.ItemDataRole.BackgroundRole if column in (Column.VERDICT, Column.AT_PLUS10):
                return QColor(verdict_tone(self._judged(hour, column), self._appearance.theme).ground)
            case Qt.ItemDataRole.ForegroundRole if column in (Column.VERDICT, Column.AT_PLUS10):
                return QColor(verdict_tone(self._judged(hour, column), self._appearance.theme).text)
            case _:
                return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section in NUMBERS else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self._header(Column(section)) if role == Qt.ItemDataRole.DisplayRole else None

    def _header(self, column: Column) -> str:
        match column:
            case Column.HOUR:
                return self.tr("Hour")
            case Column.CUSTOMERS:
                return self.tr("Customers")
            case Column.BUSY:
                return self.tr("Hour is")
            case Column.ARRIVALS:
                return self.tr("Expected")
            case Column.HEADS:
                return self.tr("Heads")
            case Column.PROMISE:
                return self.tr("Promise (min)")
            case Column.IN_TIME:
                return self.tr("In time")
            case Column.MEAN_WAIT:
                return self.tr("Mean wait (min)")
            case Column.VERDICT:
                return self.tr("Promise is")
            case Column.AT_PLUS10:
                return self.tr("With 10 % more")

    def _text(self, hour: ClassHour, column: Column) -> str:
        match column:
            case Column.HOUR:
                return f"{format_minute(hour.hour * 60)}–{format_minute(hour.hour * 60 + 60)}"
            case Column.CUSTOMERS:
                return customer_class_word(hour.customer_class)
            case Column.BUSY:
                return self.tr("busy") if hour.busy else self.tr("quiet")
            case Column.ARRIVALS:
                return number_text(hour.arrivals, 1)
            case Column.HEADS:
                return heads_text(hour)
            case Column.PROMISE:
                return number_text(hour.promise_minutes)
            case Column.IN_TIME:
                return percent_text(hour.share_in_time)
            case Column.MEAN_WAIT:
                return number_text(hour.mean_wait_minutes, 1)
            case Column.VERDICT:
                return f"{SIGNS[self._judged(hour, column)]} {verdict_word(hour.verdict)}"
            case Column.AT_PLUS10:
                return f"{SIGNS[self._judged(hour, column)]} {verdict_word_at_plus10(hour.verdict)}"

    def _judged(self, hour: ClassHour, column: Column) -> Verdict:
        """Verdict of the column alone: either kept or missed."""
        kept = hour.kept if column is Column.VERDICT else hour.verdict is Verdict.KEPT
        return Verdict.KEPT if kept else Verdict.MISSED
