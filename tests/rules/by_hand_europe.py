"""The rules of Germany, France, Spain and the United Kingdom again, by plain arithmetic on datetimes.

No clauses, no shared code with `shiftbid.rules`: an oracle for the checker. Values are written out once more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import combinations, combinations_with_replacement, product

from tests.rules.by_hand import (
    DAY,
    WEEK,
    Oracle,
    day_above,
    each_shift,
    lacks_break,
    long_stretch,
    no_free_day,
    no_long_rest,
)
from tests.rules.random_weeks import Spell, Weeks, local_midnight

SUNDAY = 6


def _minute_count(span: timedelta) -> int:
    return max(0, span // timedelta(minutes=1))


def _work_inside(spell: Spell, start: datetime, end: datetime) -> int:
    pauses = [(at, at + timedelta(minutes=minutes)) for at, minutes, paid in spell.breaks if not paid]
    spans = [(spell.start, spell.end), *pauses]
    elapsed, *unpaid = [_minute_count(min(last, end) - max(first, start)) for first, last in spans]
    return elapsed - sum(unpaid)


def _rests_on(weeks: Weeks, day: date) -> bool:
    return day.weekday() == SUNDAY or day in weeks.holidays


def _at_work(weeks: Weeks, day: date) -> list[Spell]:
    """Spells that touch a day."""
    start, end = (local_midnight(each, weeks.situation.zone) for each in (day, day + DAY))
    return [spell for spell in weeks.spells if spell.start < end and start < spell.end]


def rest_between_days(hours: int) -> Oracle:
    """Two shifts of different days with less than the hours between them."""

    def broken(weeks: Weeks) -> Iterator[date]:
        for one, two in combinations(sorted(weeks.spells, key=lambda each: (each.start, each.end, each.id)), 2):
            near = timedelta(0) <= two.start - one.end < timedelta(hours=hours)
            if near and one.day != two.day and not (one.before and two.before):
                yield two.day

    return broken


def day_lacks_break(longer_than: int, up_to: int, needed: int, piece: int) -> Oracle:
    """One or two shifts of a day that work long enough and pause too little, the time between them included."""

    def broken(weeks: Weeks) -> Iterator[date]:
        for day in sorted({spell.day for spell in weeks.spells if not spell.before}):
            spells = sorted(
                (spell for spell in weeks.spells if spell.day == day), key=lambda each: (each.start, each.end, each.id)
            )
            for some in (*((one,) for one in spells), *combinations(spells, 2)):
                gaps = [(some[1].start - some[0].end) // timedelta(minutes=1)] if len(some) == 2 else []
                pauses = [minutes for spell in some for _, minutes, _ in spell.breaks]
                taken = sum(minutes for minutes in (*pauses, *gaps) if minutes >= piece)
                work = sum(spell.work_minutes for spell in some)
                if all(gap >= 0 for gap in gaps) and longer_than < work <= up_to and taken < needed:
                    yield day

    return broken


def average_above(limit_hours: int, reference_weeks: int) -> Oracle:
    """Weeks of a reference period that ends in the period average more than the limit, leave days left out."""

    def broken(weeks: Weeks) -> Iterator[date]:
        period = weeks.situation.period
        for monday in (period.first, period.first + WEEK):
            first = monday - (reference_weeks - 1) * WEEK
            days = 7 * reference_weeks - sum(first <= day < monday + WEEK for day in weeks.leave_days)
            if _over(weeks, first, monday + WEEK, limit_hours, days):
                yield first

    return broken


def _over(weeks: Weeks, first: date, after: date, limit_hours: int, days: int) -> bool:
    start, end = (local_midnight(day, weeks.situation.zone) for day in (first, after))
    worked = [(spell, _work_inside(spell, start, end)) for spell in weeks.spells]
    some_rostered = any(minutes and not spell.before for spell, minutes in worked)
    return some_rostered and sum(minutes for _, minutes in worked) * 7 > limit_hours * 60 * days


def average_of_17_weeks(weeks: Weeks) -> Iterator[date]:
    """The weeks since the start, or 17, with every leave day replaced by the next day without leave."""
    period, started = weeks.situation.period, _monday(weeks.situation.employee.employed_from)
    mondays = [period.first + n * WEEK for n in range(-34, 2)]
    for monday in mondays:
        first, after = monday - 16 * WEEK, monday + WEEK
        if started > first:
            if monday != mondays[-1]:
                continue
            first = started
        days = (after - first).days
        replaced = sum(first <= day < after for day in weeks.leave_days)
        while replaced:
            replaced -= after not in weeks.leave_days
            after += DAY
        if _over(weeks, first, after, 48, days):
            yield first


def cut_week_above(limit_minutes: int) -> Oracle:
    """Calendar weeks with more work between their first midnight and their last than the limit."""

    def broken(weeks: Weeks) -> Iterator[date]:
        for monday in sorted({_monday(spell.day) for spell in weeks.spells if not spell.before}):
            bounds = [local_midnight(day, weeks.situation.zone) for day in (monday, monday + WEEK)]
            if sum(_work_inside(spell, bounds[0], bounds[1]) for spell in weeks.spells) > limit_minutes:
                yield monday

    return broken


def work_on_rest_days(weeks: Weeks) -> Iterator[date]:
    """Sundays and holidays with a minute of work."""
    zone = weeks.situation.zone
    days = sorted({day for spell in weeks.spells if not spell.before for day in (spell.day, spell.day + DAY)})
    for day in days:
        spells = _at_work(weeks, day)
        bounds = local_midnight(day, zone), local_midnight(day + DAY, zone)
        rostered = any(not spell.before for spell in spells)
        if _rests_on(weeks, day) and rostered and any(_work_inside(spell, *bounds) for spell in spells):
            yield day


def few_free_sundays(weeks: Weeks) -> Iterator[date]:
    """Years with fewer than fifteen Sundays without work."""
    for year in sorted({spell.day.year for spell in weeks.spells if not spell.before}):
        days = [date(year, 1, 1) + n * DAY for n in range(366)]
        sundays = [day for day in days if day.year == year and day.weekday() == SUNDAY]
        if sum(not _at_work(weeks, day) for day in sundays) < 15:
            yield date(year, 1, 1)


def without_substitute(within_days: int, owes: Callable[[Weeks, date], bool]) -> Oracle:
    """From one worked rest day to another, fewer free working days than rest days worked."""

    def broken(weeks: Weeks) -> Iterator[date]:
        period, reach = weeks.situation.period, (within_days - 1) * DAY
        known = min([period.first, *(spell.day for spell in weeks.spells)])
        back = [period.first + n * DAY for n in range(-within_days, (period.last - period.first).days + 1)]
        owed = [day for day in back if owes(weeks, day)]
        for i, j in combinations_with_replacement(range(len(owed)), 2):
            first, last = max(known, owed[i] - reach), owed[j] + reach
            if not period.first <= last <= period.last:
                continue
            days = [first + n * DAY for n in range((last - first).days + 1)]
            free = [day for day in days if not _rests_on(weeks, day) and not _at_work(weeks, day)]
            worked = sum(bool(_at_work(weeks, day)) for day in owed[i : j + 1])
            involved = [spell for day in (*days, *owed[i : j + 1]) for spell in _at_work(weeks, day)]
            if len(free) < worked and not all(spell.before for spell in involved):
                for _ in product(*(_at_work(weeks, owed[n]) for n in sorted({i, j}))):
                    yield owed[i]

    return broken


def no_rest_in(hours: int, fortnight_hours: int) -> Oracle:
    """Weeks without the rest, and without the longer one in two weeks that are known."""

    def broken(weeks: Weeks) -> Iterator[date]:
        known = min([weeks.situation.period.first, *(spell.day for spell in weeks.spells)])
        for monday in sorted({_monday(spell.day) for spell in weeks.spells if not spell.before}):
            pairs = [first for first in (monday - WEEK, monday) if _monday(known) <= first]
            pairs = [first for first in pairs if first + WEEK <= _monday(weeks.situation.period.last)]
            if _longest_rest(weeks, monday, 1) < timedelta(hours=hours) and all(
                _longest_rest(weeks, first, 2) < timedelta(hours=fortnight_hours) for first in pairs
            ):
                yield monday

    return broken


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _longest_rest(weeks: Weeks, first: date, count: int) -> timedelta:
    start, end = (local_midnight(day, weeks.situation.zone) for day in (first, first + count * WEEK))
    spells = sorted((max(spell.start, start), min(spell.end, end)) for spell in weeks.spells)
    longest, free_from = timedelta(0), start
    for begin, finish in [(begin, finish) for begin, finish in spells if begin < finish] + [(end, end)]:
        longest, free_from = max(longest, begin - free_from), max(free_from, finish)
    return longest


def under_18(rule: Oracle, *, applies: bool) -> Oracle:
    """Breaches of a rule on whose day the person is under 18, or is not."""

    def broken(weeks: Weeks) -> Iterable[date]:
        born = weeks.situation.employee.born
        return (day for day in rule(weeks) if (day < born.replace(year=born.year + 18)) is applies)

    return lambda weeks: iter(broken(weeks))


def never(_weeks: Weeks) -> Iterator[date]:
    """Random weeks hold neither night workers nor overtime records."""
    return iter(())


ORACLES: Mapping[str, Oracle] = {
    "DE-DAILY-MAX": day_above(600),
    "DE-AVG-WEEK": average_above(48, 24),
    "DE-BREAK-30": day_lacks_break(360, 540, 30, 15),
    "DE-BREAK-45": day_lacks_break(540, 1440, 45, 15),
    "DE-BREAK-6H": each_shift(long_stretch),
    "DE-DAILY-REST": rest_between_days(11),
    "DE-NIGHT-AVG": never,
    "DE-SUNDAY": work_on_rest_days,
    "DE-SUNDAY-15": few_free_sundays,
    "DE-SUNDAY-SUB": without_substitute(14, lambda _weeks, day: day.weekday() == SUNDAY),
    "DE-HOLIDAY-SUB": without_substitute(56, lambda weeks, day: day in weeks.holidays and day.weekday() != SUNDAY),
    "FR-DAILY-MAX": day_above(600),
    "FR-WEEK-MAX": cut_week_above(2880),
    "FR-WEEK-AVG": average_above(44, 12),
    "FR-BREAK": day_lacks_break(359, 1440, 20, 20),
    "FR-DAILY-REST": rest_between_days(11),
    "FR-WEEK-6DAYS": no_free_day,
    "FR-WEEKLY-REST": no_long_rest,
    "ES-WEEK-AVG": average_above(40, 52),
    "ES-DAILY": day_above(540),
    "ES-DAILY-REST": rest_between_days(12),
    "ES-BREAK": each_shift(lacks_break(15, 15)),
    "ES-WEEKLY-REST": no_rest_in(36, 72),
    "ES-OT-YEAR": never,
    "UK-WEEK-AVG": average_of_17_weeks,
    "UK-DAILY-REST": under_18(rest_between_days(11), applies=False),
    "UK-WEEKLY-REST": no_rest_in(35, 59),
    "UK-BREAK": day_lacks_break(360, 1440, 20, 20),
    "UK-NIGHT-AVG": never,
    "UK-YOUNG-DAY": under_18(day_above(480), applies=True),
    "UK-YOUNG-WEEK": under_18(cut_week_above(2400), applies=True),
    "UK-YOUNG-REST": under_18(rest_between_days(12), applies=True),
}
