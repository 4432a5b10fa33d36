"""Overtime of a calendar year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from shiftbid.domain.timeline import Period
from shiftbid.domain.work_total import TotalKind
from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def yearly_overtime(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Overtime of a calendar year, less what was answered with time off in time, comes to at most `limit_minutes`.

    Overtime is what the records call so: under an annual average, a long week is not overtime by itself.
    """
    for year in sorted({total.last.year for total in situation.circumstances.totals}):
        whole = Period(date(year, 1, 1), date(year, 12, 31))
        worked = situation.circumstances.totals_of(TotalKind.OVERTIME, whole.first, whole.last)
        returned = situation.circumstances.totals_of(TotalKind.COMPENSATED_OVERTIME, whole.first, whole.last)
        cap = rule.number("limit_minutes") + sum(total.minutes for total in returned)
        if sum(total.minutes for total in worked) > cap:
            terms = tuple(Term(total.id, total.minutes) for total in worked)
            yield AtMost(Scope(rule.id, whole.interval(situation.zone)), terms, cap)
