"""Dates, hours and numbers as the window's language writes them."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Period, format_minute, local_day, minute_of_day
from shiftbid.services.publication import HallPublication

ISO_DATE = re.compile(r"(?<![0-9A-Za-z_:/.-])\d{4}-\d{2}-\d{2}(?!:?[0-9A-Za-z_/-]|\.[0-9A-Za-z])")
"""A date that stands alone in a sentence, not part of an id, a file's name, a moment or a path."""
HYPHEN_FOR_MINUS = re.compile(r"(?<!\S)-(?=\d)")


def day_text(day: date) -> str:
    """Weekday, day and month: ``Mon 2 Nov``."""
    return _written(day, QCoreApplication.translate("Dates", "ddd d MMM", "Qt date format: weekday, day, month"))


def long_day_text(day: date) -> str:
    """Weekday, day, month and year in full: ``Monday 2 November 2026``."""
    return _written(day, QCoreApplication.translate("Dates", "dddd d MMMM yyyy", "Qt date format: a day in full"))


def month_text(day: date) -> str:
    """Short name of the month: ``Nov``."""
    return QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)


def month_and_year_text(day: date) -> str:
    """Short name of the month, and the year: ``Nov 2026``."""
    return _written(day, QCoreApplication.translate("Dates", "MMM yyyy", "Qt date format: month, year"))


def weekday_text(day: date) -> str:
    """Short name of the weekday: ``Mon``."""
    return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def period_text(period: Period) -> str:
    """First and last day: ``2 Nov – 29 Nov 2026``."""
    first_form = QCoreApplication.translate("Dates", "d MMM", "Qt date format: day, month")
    last_form = QCoreApplication.translate("Dates", "d MMM yyyy", "Qt date format: day, month, year")
    return f"{_written(period.first, first_form)} – {_written(period.last, last_form)}"


def hall_and_period_text(publication: HallPublication) -> str:
    """Hall and period of a plan: ``Queen Street · 2 Nov – 29 Nov 2026``."""
    return f"{publication.hall.name} · {period_text(publication.roster.period)}"


def hours_text(minutes: float) -> str:
    """Hours of a number of minutes with at most one decimal: ``152`` or ``7.5``."""
    tenths = round(minutes / 6)
    return number_text(tenths / 10, 1 if tenths % 10 else 0)


def duration_text(minutes: int) -> str:
    """Hours and minutes, to the minute: ``7:30``, ``−0:45``."""
    hours, rest = divmod(abs(minutes), 60)
    return f"{'−' if minutes < 0 else ''}{hours}:{rest:02d}"


def short_date_text(day: date) -> str:
    """Day, month and year: ``2 Nov 2026``."""
    return _written(day, QCoreApplication.translate("Dates", "d MMM yyyy", "Qt date format: day, month, year"))


def with_local_dates(text: str) -> str:
    """A sentence in which dates on record, ``2026-02-02``, are written as the window writes them: ``2 Feb 2026``."""
    return ISO_DATE.sub(_local_date, text)


def with_minus_signs(text: str) -> str:
    """A sentence in which negative figures on record, ``-12.50``, are written as the window writes them: ``−12.50``."""
    return HYPHEN_FOR_MINUS.sub("−", text)


def number_text(value: float, decimals: int = 0) -> str:
    """Give a number with a fixed count of decimals: ``12.50``, ``−12.50``; nothing is written as ``−0``."""
    written = QLocale().toString(abs(float(value)), "f", decimals)
    return f"−{written}" if round(float(value), decimals) < 0 else written


def percent_text(share: float) -> str:
    """Give a share as whole percent, rounded down so that 99.9 % never reads as all: ``99 %``."""
    return QCoreApplication.translate("Numbers", "{percent} %").format(percent=whole_percent(share))


def whole_percent(share: float) -> int:
    """Whole percent of a share, rounded down; a hair of floating-point error below a whole percent is forgiven."""
    return int(share * 100 + 1e-9)


def clock_span_text(shift: Shift, zone: str) -> str:
    """Start and end on the wall clock, with the day where it ends later: ``22:00–06:00 (Tue 3 Nov)``."""
    text = f"{clock_text(shift.span.start, zone)}–{clock_text(shift.span.end, zone)}"
    last_day = local_day(shift.span.end - 1, zone)
    return text if last_day == shift.day else f"{text} ({day_text(last_day)})"


def clock_text(moment: int, zone: str) -> str:
    """Wall clock of an instant: ``09:00``."""
    return format_minute(minute_of_day(moment, zone))


def rules_language() -> str:
    """Language of rules' sentences that is nearest to the window's: ``zh`` or ``en``."""
    return "zh" if QLocale().language() is QLocale.Language.Chinese else "en"


def _written(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def _local_date(found: re.Match[str]) -> str:
    try:
        return short_date_text(date.fromisoformat(found[0]))
    except ValueError:
        # No day of any month: what was written stays.
        return found[0]
