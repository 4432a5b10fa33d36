"""A day off for every public holiday worked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from shiftbid.domain.timeline import Period
from shiftbid.rules.clauses import Clause
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.special_days import is_sunday, substitute_days


def substitute_for_holiday(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Who works on a public holiday from Monday to Saturday has another working day off within `within_days`.

    Simple: Sundays and holidays are judged each by themselves, so one day off may answer one of either.
    """
    reach = timedelta(days=rule.number("within_days"))
    known = Period(situation.period.first - reach, situation.period.last)
    named = (day for day in situation.calendar.special if day in known and not is_sunday(day))
    yield from substitute_days(situation, rule, sorted(filter(situation.calendar.is_holiday, named)))
