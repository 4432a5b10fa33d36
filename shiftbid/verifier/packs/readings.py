"""Other readings of what the law leaves open, as ``settings.json`` names them behind the pack.

``CN,week_rest=rolling_7_days`` is the pack ``CN`` with one of them. Some readings are known here; rules that another
one touches are not judged, and what it changes of pay is not compared (docs/verify.md lists them).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from shiftbid.verifier.limits import (
    FreeDayInAnySeven,
    FreeDayInWeek,
    Limit,
    NotPublished,
    ReferenceAverage,
    RestInWeek,
    WeekAverage,
)
from shiftbid.verifier.packs.pack import Pack
from shiftbid.verifier.pay.tables import ChinaPay

_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CHINA_DAYS: Final = ("CN-OT-CONSENT", "CN-OT-DAY-GENERAL", "CN-OT-DAY-SPECIAL")
_JAPAN_OVERTIME: Final = ("JP-36-MONTH", "JP-36-YEAR")
_FEDERAL: Final = ("US-COMP-PRIVATE", "US-COMP-PUBLIC-CAP")

_NOT_JUDGED: Final[Mapping[str, tuple[str, ...]]] = {
    "art36": ("JP-36-MONTH",),
    "day_attribution": (*_CHINA_DAYS, "DE-DAILY-MAX", "ES-DAILY", "FR-DAILY-MAX", "FR-WEEK-MAX", "UK-YOUNG-DAY",
                        "UK-YOUNG-WEEK"),
    "limit_minutes": ("US-COMP-PUBLIC-CAP",),
    "neutral": ("UK-NIGHT-AVG", "UK-WEEK-AVG"),
    "night_end_minute": ("DE-NIGHT-AVG", "EU-NIGHT-ABS", "UK-NIGHT-AVG"),
    "night_start_minute": ("DE-NIGHT-AVG", "EU-NIGHT-ABS", "UK-NIGHT-AVG"),
    "normal_week_minutes": _JAPAN_OVERTIME,
    "paid_percent": (),
    "quota_basis": ("CN-CWH-OT-AVG",),
    "rest_scheme": ("JP-RESTDAY",),
    "short_record": ("EU-WEEK-AVG",),
    "special_clause": _JAPAN_OVERTIME,
    "statutory_rest_day": _JAPAN_OVERTIME,
    "workday_start_minute": (*_FEDERAL, "CA-ONE-IN-SEVEN"),
}  # fmt: skip
"""Rules that a reading touches and that are not judged under it."""

_PAYS_OTHERWISE: Final = frozenset(
    {
        "day_attribution",
        "normal_week_minutes",
        "quota_basis",
        "rest_scheme",
        "statutory_rest_day",
        "workday_start_minute",
    }
)


def read_by(pack: Pack, reading: str) -> Pack | None:
    """Give the pack under one more reading, ``NAME=VALUE``; None for one that is not known here."""
    name, _, value = reading.partition("=")
    match name, value:
        case "week_starts_on", _ if value in _WEEKDAYS:
            return replace(pack, week_starts_on=_WEEKDAYS.index(value))
        case "reference_weeks", _ if value.isdecimal():
            return _with_limits(pack, lambda limit: _over_weeks(limit, int(value)))
        case "rest_minutes", _ if value.isdecimal():
            return _with_limits(pack, lambda limit: _resting(limit, int(value)))
        case "week_rest", "rolling_7_days":
            return _with_limits(pack, _in_any_seven)
        case "paid_rest_days", "calendar" if isinstance(pack.pay, ChinaPay):
            return replace(pack, pay=replace(pack.pay, rest_days_by_calendar=True))
        case ("week_rest", "calendar_week") | ("paid_rest_days", "roster"):
            return pack
        case _ if name in _NOT_JUDGED:
            unjudged = _with_limits(pack, lambda limit: _unjudged(limit, name))
            return replace(unjudged, pay_is_judged=pack.pay_is_judged and name not in _PAYS_OTHERWISE)
        case _:
            return None


def _with_limits(pack: Pack, change: Callable[[Limit], Limit]) -> Pack:
    return replace(pack, limits=tuple(change(limit) for limit in pack.limits))


def _over_weeks(limit: Limit, weeks: int) -> Limit:
    # ArbZG § 6(2) fixes the four weeks of night workers.
    is_open = isinstance(limit, WeekAverage | ReferenceAverage) and limit.rule != "DE-NIGHT-AVG"
    return replace(limit, reference_weeks=weeks) if is_open else limit


def _resting(limit: Limit, rest_minutes: int) -> Limit:
    is_open = isinstance(limit, RestInWeek) and limit.rule == "EU-WEEKLY-REST"
    return replace(limit, rest_minutes=rest_minutes) if is_open else limit


def _in_any_seven(limit: Limit) -> Limit:
    if isinstance(limit, FreeDayInWeek) and limit.rule == "CN-WEEK-REST":
        return FreeDayInAnySeven(limit.rule, limit.valid_from, limit.article)
    return limit


def _unjudged(limit: Limit, name: str) -> Limit:
    if limit.rule in _NOT_JUDGED[name]:
        return NotPublished(limit.rule, limit.valid_from, limit.article, f"the reading {name}")
    return limit
