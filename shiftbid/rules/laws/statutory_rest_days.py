"""Statutory rest days of Japan: one a week, or four in four weeks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from shiftbid.domain.timeline import Period
from shiftbid.rules.clauses import AnyFree, Clause, Scope
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import weeks


def statutory_rest_days(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """One calendar day of each week, or four of each four weeks, has no work on it, not even the end of a night.

    Which of the two, the work rules say (`rest_scheme`); the four weeks are counted from the period's first day.
    """
    if rule.reading("rest_scheme") == "weekly":
        for week in weeks(situation):
            yield from _free_days(situation, rule, Period(week.first, week.last), rule.number("weekly_rest_days"))
        return
    first = situation.period.first
    while first <= situation.period.last:
        block = Period.of_weeks(first, rule.number("block_weeks"))
        yield from _free_days(situation, rule, block, rule.number("block_rest_days"))
        first = block.last + timedelta(days=1)


def _free_days(situation: Situation, rule: Rule, span: Period, least: int) -> Iterator[Clause]:
    blocks = [situation.ids_on(day) for day in span.days]
    if blocks.count(()) < least:
        yield AnyFree(Scope(rule.id, span.interval(situation.zone)), tuple(blocks), least=least)
