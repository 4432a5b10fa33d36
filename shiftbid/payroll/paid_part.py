"""Working time with the pay class that a law gives it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from shiftbid.domain.pay import PayClass
from shiftbid.payroll.worked_part import WorkedPart
from shiftbid.rules.book import RulePack
from shiftbid.rules.situation import Situation


@dataclass(frozen=True, slots=True)
class PaidPart:
    """A part of somebody's work, or time that is owed without it, in a pay class.

    Attributes
    ----------
    rule
        Pay rule that sets the class.
    cents
        A fixed sum in place of time.
    """

    part: WorkedPart
    pay_class: PayClass
    rule: str
    cents: int = 0


PayLaw = Callable[[Situation, RulePack], Iterator[PaidPart]]
"""What a jurisdiction pays one person: all of the situation's history and candidates, in its pay classes."""


def paid(parts: Iterable[WorkedPart], pay_class: PayClass, rule: str) -> Iterator[PaidPart]:
    """The parts in a class."""
    return (PaidPart(part, pay_class, rule) for part in parts)


def not_before(situation: Situation, parts: Iterable[PaidPart]) -> Iterator[PaidPart]:
    """Only what is paid for the period: what was worked before it has been paid."""
    return (each for each in parts if each.part.source not in situation.before)


def seconds_by_class(parts: Iterable[PaidPart]) -> Mapping[PayClass, int]:
    """Sum of each class that occurs."""
    seconds: dict[PayClass, int] = {}
    for each in parts:
        seconds[each.pay_class] = seconds.get(each.pay_class, 0) + each.part.seconds
    return seconds
