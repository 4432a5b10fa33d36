"""Time off in place of overtime pay in the private sector (United States)."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.settlement import Ground
from shiftbid.rules.clauses import Clause, Excess, Scope
from shiftbid.rules.fixed_workweeks import most_minutes, weekly_overtime_parts, works_for_public_agency
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def private_time_off(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Where a private employer answers overtime with time off, no workweek has overtime beyond `limit_minutes`."""
    toil = situation.circumstances.settled_by_toil(Ground.WEEKDAY_OVERTIME)
    if not toil or works_for_public_agency(situation):
        return
    for span, part in weekly_overtime_parts(situation, rule):
        if most_minutes(part) > rule.number("limit_minutes"):
            yield Excess(Scope(rule.id, span), (part,), rule.number("limit_minutes"))
