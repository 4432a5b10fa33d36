"""Compensatory time of public agencies (United States)."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.settlement import Ground
from shiftbid.rules.clauses import Clause, Excess, Scope
from shiftbid.rules.fixed_workweeks import most_minutes, weekly_overtime_parts, works_for_public_agency
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def public_time_off(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Overtime answered with `rate_percent` of time off grants at most `limit_minutes` in all.

    Simple: the balance is what all known overtime has earned; time off already taken is not deducted.
    """
    toil = situation.circumstances.settled_by_toil(Ground.WEEKDAY_OVERTIME)
    if not toil or not works_for_public_agency(situation):
        return
    parts = tuple(part for _, part in weekly_overtime_parts(situation, rule))
    overtime_minutes = rule.number("limit_minutes") * 100 // rule.number("rate_percent")
    if sum(most_minutes(part) for part in parts) > overtime_minutes:
        span = situation.period.interval(situation.zone)
        facts = {"balance_minutes": rule.number("limit_minutes")}
        yield Excess(Scope(rule.id, span, facts), parts, overtime_minutes)
