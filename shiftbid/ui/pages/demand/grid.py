"""The heatmap of missing and spare heads, in words and looks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shiftbid.domain.timeline import format_minute
from shiftbid.ui.locale_text import clock_text
from shiftbid.ui.pages.demand.presenter import CoverSlot, DemandSheet
from shiftbid.ui.themes import Theme
from shiftbid.ui.widgets.day_header import DayMark
from shiftbid.ui.widgets.tile import TileLook


class DemandGrid:
    """Half hours down, days across; each cell says how many heads are missing or to spare."""

    def __init__(self, sheet: DemandSheet, marks: tuple[DayMark, ...], theme: Theme) -> None:
        self._sheet = sheet
        self._marks = marks
        self._theme = theme

    @property
    def row_count(self) -> int:
        """One row a slot of the day."""
        return len(self._sheet.start_minutes)

    @property
    def column_count(self) -> int:
        """One column a day."""
        return len(self._sheet.days)

    def look(self, row: int, column: int) -> TileLook:
        """Sign, number and tone; a dot where heads and need are equal."""
        slot = self._sheet.slot_at(row, column)
        return TileLook(self._theme.closed) if slot is None else difference_look(slot.difference_heads, self._theme)

    def words(self, row: int, column: int) -> str:
        """Day, slot, heads needed, heads on duty and the difference."""
        slot = self._sheet.slot_at(row, column)
        day = self._marks[column].words
        if slot is None:
            clock = format_minute(self._sheet.start_minutes[row])
            return QCoreApplication.translate("Demand", "{day}, {clock}: shut").format(day=day, clock=clock)
        return f"{day}, {slot_words(slot, self._sheet.zone)}"

    def row_words(self, row: int) -> str:
        """Start of the slot."""
        return format_minute(self._sheet.start_minutes[row])

    def column_words(self, column: int) -> str:
        """The day in full."""
        return self._marks[column].words


def difference_look(difference_heads: int, theme: Theme) -> TileLook:
    """Tile of a difference: ``−2`` where two heads are missing, ``+1`` where one is to spare."""
    if difference_heads == 0:
        return TileLook(theme.level, ("·",))
    tones = theme.missing if difference_heads < 0 else theme.spare
    sign = "−" if difference_heads < 0 else "+"
    return TileLook(
        tones[min(abs(difference_heads), len(tones)) - 1],
        (f"{sign}{abs(difference_heads)}",),
        bold=difference_heads < 0,
    )


def slot_words(slot: CoverSlot, zone: str) -> str:
    """Span, heads needed, heads on duty and the difference of a slot."""
    span = f"{clock_text(slot.slot.start, zone)}–{clock_text(slot.slot.end, zone)}"
    difference = slot.difference_heads
    if difference < 0:
        sentence = QCoreApplication.translate("Demand", "{span}: {needed} needed, {present} on duty, {count} missing")
    elif difference > 0:
        sentence = QCoreApplication.translate("Demand", "{span}: {needed} needed, {present} on duty, {count} to spare")
    else:
        sentence = QCoreApplication.translate("Demand", "{span}: {needed} needed, {present} on duty")
    return sentence.format(span=span, needed=slot.needed_heads, present=slot.present_heads, count=abs(difference))
