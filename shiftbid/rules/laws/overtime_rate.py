"""The rate at which overtime is paid."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import Clause, Excess, Scope
from shiftbid.rules.fixed_workweeks import most_minutes, weekly_overtime_parts
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def overtime_rate(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Where the employer pays overtime at less than `rate_percent`, no workweek has any.

    What the employer pays is the open number `paid_percent`.
    """
    paid, due = rule.number("paid_percent"), rule.number("rate_percent")
    if paid >= due:
        return
    for span, part in weekly_overtime_parts(situation, rule):
        if most_minutes(part) > 0:
            yield Excess(Scope(rule.id, span, {"paid_percent": paid, "rate_percent": due}), (part,), 0)
