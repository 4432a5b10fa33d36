"""The header of a grid with days across: weekday, day, month where it begins, rest days and holidays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import long_day_text, month_text, weekday_text


@dataclass(frozen=True, slots=True)
class DayMark:
    """A day as headers show it.

    Attributes
    ----------
    holiday
        Name of the public holiday; None on other days.
    rest
        Whether the calendar gives the day as a day of rest.
    """

    day: date
    holiday: str | None
    rest: bool

    @property
    def words(self) -> str:
        """The day in full, with its holiday."""
        return f"{long_day_text(self.day)}, {self.holiday}" if self.holiday else long_day_text(self.day)


def day_marks(days: Sequence[date], calendar: Calendar) -> tuple[DayMark, ...]:
    """Look days up in the calendar."""
    return tuple(
        DayMark(
            day,
            (calendar.names.get(day, "") or "✱") if calendar.is_holiday(day) else None,
            calendar.class_of(day) in (DayClass.REST_DAY, DayClass.SWAPPED_DAY_OFF),
        )
        for day in days
    )


class DayHeader(QHeaderView):
    """Paints days above their columns."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._appearance = appearance
        self._marks: tuple[DayMark, ...] = ()
        self.setSectionsClickable(True)

    def set_marks(self, marks: Sequence[DayMark]) -> None:
        """Show other days, in the order of the columns."""
        self._marks = tuple(marks)
        self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().height() * 3 + 6)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if logicalIndex >= len(self._marks):
            return
        theme, mark = self._appearance.theme, self._marks[logicalIndex]
        painter.save()
        painter.fillRect(rect, QColor(theme.rest_day if mark.rest or mark.holiday else theme.frame))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), QColor(theme.line))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.line))
        line = self.fontMetrics().height()
        top = rect.top() + 3
        if mark.day.day == 1 or logicalIndex == 0:
            self._write(
                painter, QRect(rect.left(), top, rect.width(), line), month_text(mark.day), theme.text, bold=True
            )
        elif mark.holiday:
            self._write(painter, QRect(rect.left(), top, rect.width(), line), "✱", theme.holiday_text, bold=True)
        colour = theme.holiday_text if mark.holiday else theme.muted
        self._write(
            painter, QRect(rect.left(), top + line, rect.width(), line), weekday_text(mark.day), colour, bold=False
        )
        colour = theme.holiday_text if mark.holiday else theme.text
        self._write(
            painter, QRect(rect.left(), top + 2 * line, rect.width(), line), str(mark.day.day), colour, bold=True
        )
        painter.restore()

    def _write(self, painter: QPainter, area: QRect, text: str, colour: str, *, bold: bool) -> None:
        font = QFont(self.font())
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
