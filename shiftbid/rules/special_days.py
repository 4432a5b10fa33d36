"""Sundays and public holidays as working-time law looks at them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import product

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Period, instant, local_day
from shiftbid.rules.clauses import AnyFree, Clause, Scope
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation

SATURDAY, SUNDAY = 5, 6
DAY = timedelta(days=1)


def is_sunday(day: date) -> bool:
    """Whether the day is a Sunday."""
    return day.weekday() == SUNDAY


def touched_days(situation: Situation, shifts: Iterable[Shift]) -> tuple[date, ...]:
    """Local days on which some part of the shifts lies, in order."""
    days: set[date] = set()
    for shift in shifts:
        days.add(shift.day)
        if shift.span.end > instant(shift.day + DAY, 0, situation.zone):
            days.add(local_day(shift.span.end - 1, situation.zone))
    return tuple(sorted(days))


def substitute_days(situation: Situation, rule: Rule, rest_days: Sequence[date]) -> Iterator[Clause]:
    """Each worked rest day has a free working day of its own at most `within_days` - 1 days before or after it.

    From any worked rest day to any later one there are at least as many free working days as rest days worked (Hall's
    condition for windows of one length). Days before the first one known are not counted as free, and a window that
    reaches beyond the period is still open.

    Parameters
    ----------
    rest_days
        Sundays, or public holidays on other days, in order.
    """
    reach = timedelta(days=rule.number("within_days") - 1)
    known_from = _known_from(situation)
    unworked = _unworked_days(situation, max(known_from, rest_days[0] - reach)) if rest_days else []
    for index, first in enumerate(rest_days):
        for count, last in enumerate(rest_days[index:], start=1):
            window = Period(max(first - reach, known_from), max(last + reach, known_from))
            if window.last > situation.period.last:
                break
            between = rest_days[index + 1 : index + count - 1]
            free = bisect_right(unworked, window.last) - bisect_left(unworked, window.first)
            free += sum([not situation.ids_on(day) for day in between])
            if window.last >= situation.period.first and free < count:
                yield from _enough_free(situation, rule, rest_days[index : index + count], window)


def _enough_free(situation: Situation, rule: Rule, rest_days: Sequence[date], window: Period) -> Iterator[Clause]:
    """From the first rest day to the last, those between count as free where they are not worked.

    Parameters
    ----------
    window
        Its working days are those that answer for the rest days.
    """
    ends = (rest_days[0],) if len(rest_days) == 1 else (rest_days[0], rest_days[-1])
    switches = tuple(product(*(situation.ids_on(day) for day in ends)))
    if not switches:
        return
    working_days = (day for day in window.days if _is_working_day(situation, day))
    blocks = tuple(situation.ids_on(day) for day in (*rest_days[1:-1], *working_days))
    span = Period(rest_days[0], rest_days[-1]).interval(situation.zone)
    for worked in switches:
        facts = {"within_days": rule.number("within_days")}
        yield AnyFree(Scope(rule.id, span, facts), blocks, when=worked, least=len(rest_days))


def _unworked_days(situation: Situation, first: date) -> list[date]:
    """Working days without work from a day to the end of the period, in order."""
    known = Period(first, max(situation.period.last, first))
    return [day for day in known.days if _is_working_day(situation, day) and not situation.ids_on(day)]


def _is_working_day(situation: Situation, day: date) -> bool:
    return not is_sunday(day) and not situation.calendar.is_holiday(day)


def _known_from(situation: Situation) -> date:
    told = situation.circumstances.known_from
    days = (situation.period.first if told is None else told, *situation.by_day)
    return min(days)
