"""Average weekly working time over a reference period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from shiftbid.domain.staff import LeaveKind
from shiftbid.domain.timeline import DAYS_PER_WEEK, Period, day_interval, local_day, week_start
from shiftbid.rules.averages import WorkSums
from shiftbid.rules.clauses import AtMost, Clause, Scope
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import window

UNDECIDED = "undecided"


def weekly_average(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Over every `reference_weeks` that end in the period, working time averages at most `limit_minutes` a week.

    Each whole day of annual or sick leave takes a seventh of a week out of the average. Where history and period
    together are shorter than the reference period, all their weeks are averaged, once, or, where the rule's reading of
    ``short_record`` is ``undecided``, none. A rule for people with a status judges reference periods that end with it.
    """
    limit_minutes = rule.number("limit_minutes")
    away = _neutral_days(situation)
    worked = WorkSums(situation)
    for averaged in _reference_periods(situation, rule):
        if rule.applies_to is not None and not situation.protects(rule, averaged.last):
            continue
        leave_days = sum(day in averaged for day in away)
        days = (averaged.last - averaged.first).days + 1
        cap = limit_minutes * (days - leave_days) // DAYS_PER_WEEK
        if worked.minutes <= cap or worked.at_most_minutes(averaged.interval(situation.zone), averaged) <= cap:
            continue
        counted = window(situation, averaged.first, averaged.last)
        if sum(term.weight for term in counted.minutes) > cap:
            facts = {"average_minutes": limit_minutes, "weeks": days // DAYS_PER_WEEK, "leave_days": leave_days}
            yield AtMost(Scope(rule.id, counted.span, facts), counted.minutes, cap)


def _reference_periods(situation: Situation, rule: Rule) -> Iterator[Period]:
    before = (total.first for total in situation.circumstances.totals if total.id in situation.before)
    days = [situation.period.first, *(shift.day for shift in situation.history), *before]
    known_from = week_start(min(days), situation.week_starts_on)
    last_week = week_start(situation.period.last, situation.week_starts_on)
    reach = timedelta(weeks=rule.number("reference_weeks") - 1)
    if rule.readings.get("short_record") == UNDECIDED and known_from + reach > last_week:
        return
    week = max(week_start(situation.period.first, situation.week_starts_on), min(known_from + reach, last_week))
    while week <= last_week:
        yield Period(max(known_from, week - reach), week + timedelta(days=DAYS_PER_WEEK - 1))
        week += timedelta(weeks=1)


def _neutral_days(situation: Situation) -> frozenset[date]:
    """Whole local days of annual or sick leave."""
    return frozenset(
        day
        for away in situation.leave
        if away.kind in (LeaveKind.ANNUAL, LeaveKind.SICK)
        for day in Period(local_day(away.span.start, situation.zone), local_day(away.span.end, situation.zone)).days
        if away.span.covers(day_interval(day, situation.zone))
    )
