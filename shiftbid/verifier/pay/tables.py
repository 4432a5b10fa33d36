"""How the hours of a rule pack are paid: the verifier's own values, with their articles beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class HousePay:
    """Policy where no law sets the pay: 150 % above a day and on public holidays; averaged hours have no such day."""

    day_minutes: int
    holiday_class: str = "holiday150"


@dataclass(frozen=True, slots=True)
class ChinaPay:
    """Labour Law art. 44: 150 % above day and week or above the cycle, 200 % on rest days, 300 % on holidays.

    Attributes
    ----------
    quotas
        Seconds of normal time of each cycle of comprehensive hours, by the day from which they hold, in order.
    rest_days_by_calendar
        Whether rest days are those of the calendar instead of those that the roster leaves.
    """

    day_minutes: int
    week_minutes: int
    quotas: tuple[tuple[date, Mapping[str, int]], ...]
    rest_days_by_calendar: bool = False


@dataclass(frozen=True, slots=True)
class FrancePay:
    """L3121-27 and -36: 125 % for the first hours above the legal week, 150 % beyond."""

    week_minutes: int
    first_minutes: int


@dataclass(frozen=True, slots=True)
class JapanPay:
    """Labour Standards Act arts 32, 35, 37: 125 % above day and week, 150 % above the month, 135 % on rest days.

    Attributes
    ----------
    night_start_minute, night_end_minute
        Clock minutes between which a quarter comes on top; the end lies on the next day.
    """

    day_minutes: int
    week_minutes: int
    month_minutes: int
    night_start_minute: int
    night_end_minute: int


@dataclass(frozen=True, slots=True)
class ShortRestPay:
    """What starting again too soon adds under a scheduling law.

    Attributes
    ----------
    rest_minutes
        Rest between the work of two days.
    pay_class
        On top: of the hours inside the rest, or of the `whole_shift` that starts in it.
    cents
        A fixed sum for each such shift, in place of minutes.
    """

    rest_minutes: int
    pay_class: str
    whole_shift: bool = False
    cents: int = 0


@dataclass(frozen=True, slots=True)
class LateChangePay:
    """What a late change of the roster costs in minutes of pay.

    Attributes
    ----------
    notice_minutes
        Changes with this notice or more cost nothing.
    tolerance_minutes
        What is added, moved or cut up to this costs nothing.
    added_minutes
        For time added or moved.
    cut_percent, cut_notice_minutes
        Share of what is cut with less notice than this; with more it costs as much as a move.
    """

    notice_minutes: int
    tolerance_minutes: int
    added_minutes: int
    cut_percent: int
    cut_notice_minutes: int


@dataclass(frozen=True, slots=True)
class LateChangeSums:
    """What a late change costs in cents: by notice in minutes, for time added or moved, and for time cut.

    Each sum holds for less notice than the minutes beside it; the shortest notice that fits counts.
    """

    added: tuple[tuple[int, int], ...]
    cut: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class WorkweekPay:
    """29 USC 207: 150 % above each workweek; city and state laws add what short rests and late changes cost."""

    week_minutes: int
    short_rest: ShortRestPay | None = None
    late_change: LateChangePay | LateChangeSums | None = None


@dataclass(frozen=True, slots=True)
class CaliforniaPay:
    """Labor Code 510 and 226.7: 150 % and 200 % by day and seventh day, 150 % above the week, premiums.

    Attributes
    ----------
    premium_minutes
        Owed for a workday with a missed meal, and once more for a missed rest.
    """

    day_minutes: int
    double_minutes: int
    week_minutes: int
    seventh_day_minutes: int
    premium_minutes: int


PayTable = HousePay | ChinaPay | FrancePay | JapanPay | WorkweekPay | CaliforniaPay
