"""A month of one person's days, in words and looks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from shiftbid.ui.locale_text import clock_span_text, day_text, long_day_text, weekday_text
from shiftbid.ui.pages.my_schedule.presenter import OwnDay
from shiftbid.ui.template_names import name_beside_hours
from shiftbid.ui.terms import leave_word
from shiftbid.ui.themes import Theme
from shiftbid.ui.widgets.tile import TileLook


class MonthGrid:
    """Weeks down, weekdays across."""

    def __init__(self, weeks: Sequence[Sequence[OwnDay]], zone: str, theme: Theme) -> None:
        self._weeks = weeks
        self._zone = zone
        self._theme = theme

    @property
    def row_count(self) -> int:
        """One row a week."""
        return len(self._weeks)

    @property
    def column_count(self) -> int:
        """One column a weekday."""
        return len(self._weeks[0]) if self._weeks else 0

    def look(self, row: int, column: int) -> TileLook:
        """A shift is a card with its hours, leave is grey, days of other months are set back."""
        day = self._weeks[row][column]
        ground = self._theme.free if day.inside and day.planned else self._theme.closed
        number = f"{day.day.day}{' ✱' if day.holiday else ''}"
        if day.shifts:
            times = ", ".join(clock_span_text(shift, self._zone).split(" ")[0] for shift in day.shifts)
            return TileLook(ground, (number, times), card=self._theme.shifts[0], bold=day.inside)
        if day.leave:
            return TileLook(self._theme.away, (number, leave_word(day.leave.kind)))
        return TileLook(ground, (number,), bold=day.inside and bool(day.holiday))

    def words(self, row: int, column: int) -> str:
        """Day, holiday, shifts and time off."""
        day = self._weeks[row][column]
        lines = [f"{long_day_text(day.day)}{f', {day.holiday}' if day.holiday else ''}"]
        lines += [
            ", ".join(filter(None, (clock_span_text(shift, self._zone), name_beside_hours(shift.template))))
            for shift in day.shifts
        ]
        if day.leave:
            lines.append(leave_word(day.leave.kind))
        if not day.planned:
            lines.append(QCoreApplication.translate("MySchedule", "not planned yet"))
        elif len(lines) == 1:
            lines.append(QCoreApplication.translate("MySchedule", "free"))
        return "\n".join(lines)

    def row_words(self, row: int) -> str:
        """First day of the week."""
        return day_text(self._weeks[row][0].day)

    def column_words(self, column: int) -> str:
        """The weekday."""
        return weekday_text(self._weeks[0][column].day)
