"""A day off for every Sunday worked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from shiftbid.domain.timeline import Period
from shiftbid.rules.clauses import Clause
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.special_days import is_sunday, substitute_days


def substitute_for_sunday(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Who works on a Sunday has a working day off within `within_days` that include the Sunday.

    Any weekday but a public holiday will do, also a Saturday that is always free. A public holiday on a Sunday is a
    Sunday.
    """
    reach = timedelta(days=rule.number("within_days"))
    known = Period(situation.period.first - reach, situation.period.last)
    yield from substitute_days(situation, rule, [day for day in known.days if is_sunday(day)])
