"""Values and readings of rules in words of the window's language."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from shiftbid.domain.timeline import format_minute
from shiftbid.ui.locale_text import duration_text, number_text
from shiftbid.ui.marked_text import marked_text

SECONDS_PER_MINUTE = 60
CONTEXT = "RuleValues"
HOUSE_ARTICLE = "House rule"
"""What the house pack writes where others name an article."""
NAMES = {
    "above_minutes": QT_TRANSLATE_NOOP("RuleValues", "for more than"),
    "age_years": QT_TRANSLATE_NOOP("RuleValues", "age in years"),
    "agreed_rest_minutes": QT_TRANSLATE_NOOP("RuleValues", "rest where agreed"),
    "below_age_years": QT_TRANSLATE_NOOP("RuleValues", "for people under (years)"),
    "block_rest_days": QT_TRANSLATE_NOOP("RuleValues", "rest days in the block of weeks"),
    "block_weeks": QT_TRANSLATE_NOOP("RuleValues", "weeks of a block"),
    "break_minutes": QT_TRANSLATE_NOOP("RuleValues", "break"),
    "due_meals": QT_TRANSLATE_NOOP("RuleValues", "meal breaks due"),
    "every_minutes": QT_TRANSLATE_NOOP("RuleValues", "for every"),
    "fortnight_rest_minutes": QT_TRANSLATE_NOOP("RuleValues", "rest in two weeks"),
    "free_days": QT_TRANSLATE_NOOP("RuleValues", "free days"),
    "from_age_years": QT_TRANSLATE_NOOP("RuleValues", "for people from (years)"),
    "from_minutes": QT_TRANSLATE_NOOP("RuleValues", "from"),
    "from_months": QT_TRANSLATE_NOOP("RuleValues", "over months, from"),
    "limit_days": QT_TRANSLATE_NOOP("RuleValues", "most days"),
    "limit_minutes": QT_TRANSLATE_NOOP("RuleValues", "at most"),
    "limit_shifts": QT_TRANSLATE_NOOP("RuleValues", "most shifts"),
    "meal_minutes": QT_TRANSLATE_NOOP("RuleValues", "meal break"),
    "month_quota_seconds": QT_TRANSLATE_NOOP("RuleValues", "hours of a month"),
    "night_end_minute": QT_TRANSLATE_NOOP("RuleValues", "night until"),
    "night_start_minute": QT_TRANSLATE_NOOP("RuleValues", "night from"),
    "night_work_minutes": QT_TRANSLATE_NOOP("RuleValues", "counts as night work from"),
    "night_worker_days": QT_TRANSLATE_NOOP("RuleValues", "night worker from (days a year)"),
    "normal_day_minutes": QT_TRANSLATE_NOOP("RuleValues", "normal day"),
    "normal_week_minutes": QT_TRANSLATE_NOOP("RuleValues", "normal week"),
    "notice_days": QT_TRANSLATE_NOOP("RuleValues", "notice in days"),
    "notice_minutes": QT_TRANSLATE_NOOP("RuleValues", "notice"),
    "paid_percent": QT_TRANSLATE_NOOP("RuleValues", "paid at"),
    "quarter_quota_seconds": QT_TRANSLATE_NOOP("RuleValues", "hours of a quarter"),
    "rate_percent": QT_TRANSLATE_NOOP("RuleValues", "rate"),
    "reference_weeks": QT_TRANSLATE_NOOP("RuleValues", "averaged over weeks"),
    "rest_days": QT_TRANSLATE_NOOP("RuleValues", "rest days"),
    "rest_minutes": QT_TRANSLATE_NOOP("RuleValues", "rest"),
    "short_day_minutes": QT_TRANSLATE_NOOP("RuleValues", "a short day is at most"),
    "slice_minutes": QT_TRANSLATE_NOOP("RuleValues", "least part of a break"),
    "special_limit_minutes": QT_TRANSLATE_NOOP("RuleValues", "at most, with the special clause"),
    "to_months": QT_TRANSLATE_NOOP("RuleValues", "over months, to"),
    "tolerance_minutes": QT_TRANSLATE_NOOP("RuleValues", "tolerance"),
    "up_to_minutes": QT_TRANSLATE_NOOP("RuleValues", "up to"),
    "waivable_minutes": QT_TRANSLATE_NOOP("RuleValues", "may be waived up to"),
    "week_minutes": QT_TRANSLATE_NOOP("RuleValues", "week"),
    "week_quota_seconds": QT_TRANSLATE_NOOP("RuleValues", "hours of a week"),
    "weekly_rest_days": QT_TRANSLATE_NOOP("RuleValues", "rest days a week"),
    "within_days": QT_TRANSLATE_NOOP("RuleValues", "within days"),
    "workday_start_minute": QT_TRANSLATE_NOOP("RuleValues", "the workday begins at"),
    "year_quota_seconds": QT_TRANSLATE_NOOP("RuleValues", "hours of a year"),
    "art36": QT_TRANSLATE_NOOP("RuleValues", "article 36 agreement"),
    "day_attribution": QT_TRANSLATE_NOOP("RuleValues", "a shift past midnight counts"),
    "neutral": QT_TRANSLATE_NOOP("RuleValues", "days away in an average"),
    "paid_rest_days": QT_TRANSLATE_NOOP("RuleValues", "rest-day pay goes by"),
    "quota_basis": QT_TRANSLATE_NOOP("RuleValues", "hours of a period are reckoned from"),
    "rest_scheme": QT_TRANSLATE_NOOP("RuleValues", "rest days are given"),
    "short_record": QT_TRANSLATE_NOOP("RuleValues", "where earlier weeks are not known"),
    "special_clause": QT_TRANSLATE_NOOP("RuleValues", "special clause"),
    "statutory_rest_day": QT_TRANSLATE_NOOP("RuleValues", "statutory rest day"),
    "week_rest": QT_TRANSLATE_NOOP("RuleValues", "the week is"),
}
"""What each value and reading of a pack's rules is called."""
READINGS = {
    "4_in_4_weeks": QT_TRANSLATE_NOOP("RuleValues", "four in four weeks"),
    "actual_workdays": QT_TRANSLATE_NOOP("RuleValues", "the actual workdays"),
    "actual_workdays_employed": QT_TRANSLATE_NOOP("RuleValues", "the actual workdays while employed"),
    "agreed": QT_TRANSLATE_NOOP("RuleValues", "agreed"),
    "average_20.67": QT_TRANSLATE_NOOP("RuleValues", "20.67 days a month"),
    "average_known_weeks": QT_TRANSLATE_NOOP("RuleValues", "the average of the weeks known"),
    "calendar": QT_TRANSLATE_NOOP("RuleValues", "the calendar"),
    "calendar_week": QT_TRANSLATE_NOOP("RuleValues", "the calendar week"),
    "exclude": QT_TRANSLATE_NOOP("RuleValues", "are left out"),
    "none": QT_TRANSLATE_NOOP("RuleValues", "none"),
    "replace": QT_TRANSLATE_NOOP("RuleValues", "are replaced by days after them"),
    "rolling_7_days": QT_TRANSLATE_NOOP("RuleValues", "any seven days"),
    "roster": QT_TRANSLATE_NOOP("RuleValues", "the roster"),
    "split_midnight": QT_TRANSLATE_NOOP("RuleValues", "on both days"),
    "start_day": QT_TRANSLATE_NOOP("RuleValues", "on the day it starts"),
    "undecided": QT_TRANSLATE_NOOP("RuleValues", "nothing is decided"),
    "weekly": QT_TRANSLATE_NOOP("RuleValues", "every week"),
    "mon": QT_TRANSLATE_NOOP("RuleValues", "Monday"),
    "tue": QT_TRANSLATE_NOOP("RuleValues", "Tuesday"),
    "wed": QT_TRANSLATE_NOOP("RuleValues", "Wednesday"),
    "thu": QT_TRANSLATE_NOOP("RuleValues", "Thursday"),
    "fri": QT_TRANSLATE_NOOP("RuleValues", "Friday"),
    "sat": QT_TRANSLATE_NOOP("RuleValues", "Saturday"),
    "sun": QT_TRANSLATE_NOOP("RuleValues", "Sunday"),
}
"""What each reading that the law leaves open is called."""


def value_text(name: str, number: int) -> str:
    """A value with its name: ``rest 11:00``; the end of the stored name says the unit."""
    return f"{marked_text(CONTEXT, str(NAMES[name]))} {_amount(name, number)}"


def reading_text(name: str, reading: str) -> str:
    """A reading with what it is a reading of: ``the week is: the calendar week``."""
    return QCoreApplication.translate("RuleValues", "{name}: {reading}").format(
        name=marked_text(CONTEXT, str(NAMES[name])),
        reading=marked_text(CONTEXT, str(READINGS[reading])),
    )


def _amount(name: str, number: int) -> str:
    if name.endswith("_minutes"):
        return duration_text(number)
    if name.endswith("_minute"):
        return format_minute(number)
    if name.endswith("_seconds"):
        return duration_text(number // SECONDS_PER_MINUTE)
    if name.endswith("_percent"):
        return QCoreApplication.translate("Numbers", "{percent} %").format(percent=number)
    return number_text(number)


def article_text(article: str) -> str:
    """Where a rule stands: articles of laws as they are written, house rules in the window's language."""
    return QCoreApplication.translate("RuleValues", "House rule") if article == HOUSE_ARTICLE else article


def source_text(source: str) -> str:
    """What a rule was taken from: titles as they are written, the packs' own remarks in the window's language."""
    match source:
        case "shiftbid house pack: common practice, labelled as policy":
            return QCoreApplication.translate(
                "RuleValues", "shiftbid’s house pack: common practice, labelled as policy"
            )
        case "from memory, not checked against a text":
            return QCoreApplication.translate("RuleValues", "from memory, not checked against a text")
        case _:
            return source
