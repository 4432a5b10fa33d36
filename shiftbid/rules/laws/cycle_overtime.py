"""Overtime of averaged hours over their cycle."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.staff import HoursSystem
from shiftbid.domain.timeline import SECONDS_PER_MINUTE
from shiftbid.domain.work_total import TotalKind
from shiftbid.rules.circumstances import Cycle
from shiftbid.rules.clauses import Clause, Part, Term
from shiftbid.rules.cycles import cycle_windows, months_of, quota_seconds
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import Window, months
from shiftbid.rules.working_time import at_most_above, minutes_of


def cycle_overtime(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Working time above the quota of the cycle comes to at most `limit_minutes` a month on average.

    Work on a public holiday is paid by itself and not counted. Time told as a sum, such as a week's, counts in the
    cycle in which its days end; overtime told as a sum is added. A cycle of a week is judged by the month in which its
    weeks end. Silent where no cycle is recorded.
    """
    cycle = situation.circumstances.cycle
    if situation.employee.system is not HoursSystem.COMPREHENSIVE or cycle is None:
        return
    limit_minutes = rule.number("limit_minutes")
    if cycle is Cycle.WEEK:
        cycles = tuple(cycle_windows(situation, cycle))
        for month in months(situation):
            parts = (
                part
                for each in cycles
                if month.first <= each.last <= month.last
                for part in _parts(situation, rule, each)
            )
            yield from at_most_above(rule, month.span, tuple(parts), limit_minutes)
        return
    for each in cycle_windows(situation, cycle):
        cap = limit_minutes * months_of(situation, each, rule)
        yield from at_most_above(rule, each.span, tuple(_parts(situation, rule, each)), cap)


def _parts(situation: Situation, rule: Rule, cycle: Window) -> Iterator[Part]:
    worked = tuple(shift for shift in cycle.shifts if not situation.calendar.is_holiday(shift.day))
    # Minutes are whole, so the part of a minute in the quota cannot matter: above 9921.6 is 9922.
    threshold = quota_seconds(situation, cycle, rule) // SECONDS_PER_MINUTE
    told = (total for total in situation.circumstances.totals if total.kind is TotalKind.WORKED)
    ending = (Term(total.id, total.minutes) for total in told if cycle.first <= total.last <= cycle.last)
    yield Part((*minutes_of(worked), *ending), threshold)
    for total in situation.circumstances.totals_of(TotalKind.OVERTIME, cycle.first, cycle.last):
        yield Part((Term(total.id, total.minutes),), 0)
