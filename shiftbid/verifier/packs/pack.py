"""A rule pack of the verifier: dated limits, and how its hours are paid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shiftbid.verifier.limits import Limit
from shiftbid.verifier.pay.tables import PayTable


@dataclass(frozen=True, slots=True)
class Pack:
    """Limits of a rule pack and how its hours are paid.

    Attributes
    ----------
    week_starts_on
        Weekday on which the calendar week starts, 0 is Monday; the texts leave it open.
    weekly_rest_days
        Weekdays that are rest days where the calendar says nothing else.
    pay
        How its hours are paid.
    pay_is_judged
        Whether pay is compared: not under a reading that pays by other hours than are known here.
    """

    id: str
    limits: tuple[Limit, ...]
    pay: PayTable
    week_starts_on: int = 0
    weekly_rest_days: frozenset[int] = frozenset({5, 6})
    pay_is_judged: bool = True

    def in_force(self, on: date) -> Iterator[Limit]:
        """Limits with the value in force on a day: of several dated values of a rule, the latest that has begun."""
        latest: dict[str, Limit] = {}
        for limit in sorted(self.limits, key=lambda each: each.valid_from):
            if limit.valid_from <= on:
                latest[limit.rule] = limit
        yield from latest.values()
