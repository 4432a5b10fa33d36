"""Worked time to pay lines: what a person's shifts and leave come to, day by day and class by class.

Minutes are never rounded away: the lines of a shift in the `WORKED` classes sum to its working time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from shiftbid.domain.pay import WORKED, PayClass, PayLine
from shiftbid.domain.staff import Employee, Leave, LeaveKind
from shiftbid.domain.timeline import SECONDS_PER_MINUTE, Period, day_interval
from shiftbid.payroll.paid_part import PaidPart, not_before
from shiftbid.payroll.pay_laws import PAY_LAWS
from shiftbid.rules.book import RulePack
from shiftbid.rules.situation import Situation

PAID_LEAVE = {LeaveKind.ANNUAL: PayClass.ANNUAL_LEAVE, LeaveKind.TOIL: PayClass.TOIL_TAKEN}
WORKDAYS_PER_WEEK = 5

_Key = tuple[date, str, str, PayClass, str]
"""Day, source, hall, class and rule of a line."""


def pay_lines(situation: Situation, pack: RulePack) -> tuple[PayLine, ...]:
    """What the pack's law pays for a person's candidate shifts, in order of day, shift and class.

    The history is not paid again, but counts towards weeks, months and cycles that it shares with the shifts. A change
    of a later day never changes what an earlier day pays.
    """
    law = PAY_LAWS[pack.pay_law]
    seconds: dict[_Key, int] = {}
    cents: dict[_Key, int] = {}
    for each in not_before(situation, law(situation, pack)):
        key = _key(each)
        seconds[key] = seconds.get(key, 0) + each.part.seconds
        cents[key] = cents.get(key, 0) + each.cents
    starts = {shift.id: shift.span.start for shift in situation.candidates}
    ranks = {pay_class: rank for rank, pay_class in enumerate(PayClass)}
    ordered = sorted(seconds, key=lambda key: (key[0], starts.get(key[1], 0), key[1], ranks[key[3]], key[4], key[2]))
    minutes = _whole_minutes((key, seconds[key]) for key in ordered)
    return tuple(
        PayLine(situation.employee.id, day, hall, pay_class, minutes[key], rule, source, cents[key])
        for key in ordered
        for day, source, hall, pay_class, rule in (key,)
        if minutes[key] or cents[key]
    )


def leave_lines(
    employees: Sequence[Employee], leave: Sequence[Leave], period: Period, zone: str
) -> tuple[PayLine, ...]:
    """Pay lines of paid leave: each weekday away counts a fifth of the contract's week."""
    by_id = {employee.id: employee for employee in employees}
    lines: list[PayLine] = []
    for away in sorted(leave, key=lambda each: (each.employee, each.span)):
        pay_class = PAID_LEAVE.get(away.kind)
        person = by_id[away.employee]
        if pay_class is not None:
            lines += [
                PayLine(
                    person.id,
                    day,
                    person.hall,
                    pay_class,
                    person.contract_minutes // WORKDAYS_PER_WEEK,
                    "HOUSE-LEAVE",
                    f"{away.kind.value} leave",
                )
                for day in period.days
                if day.weekday() < WORKDAYS_PER_WEEK and away.span.covers(day_interval(day, zone))
            ]
    return tuple(lines)


def _key(each: PaidPart) -> _Key:
    return each.part.day, each.part.source, each.part.hall, each.pay_class, each.rule


def _whole_minutes(seconds: Iterable[tuple[_Key, int]]) -> Mapping[_Key, int]:
    """Whole minutes of each line; where a quota ends within a minute, the minute goes to the class above it."""
    return dict(_rises(seconds))


def _rises(seconds: Iterable[tuple[_Key, int]]) -> Iterator[tuple[_Key, int]]:
    """Each worked line is the rise of its shift's running total in whole minutes; what comes on top stands alone."""
    worked: dict[str, int] = {}
    for key, each in seconds:
        _, source, _, pay_class, _ = key
        before = worked.get(source, 0) if pay_class in WORKED else 0
        yield key, (before + each) // SECONDS_PER_MINUTE - before // SECONDS_PER_MINUTE
        if pay_class in WORKED:
            worked[source] = before + each
