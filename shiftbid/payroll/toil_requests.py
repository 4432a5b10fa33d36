"""What a request for time off in lieu does to the journal, day by day.

Asking holds the minutes of each working day, so that nobody can ask for them twice; a refusal or cancellation releases
them; the published roster that keeps a day free takes them, from that day on.

Simple: whole days only, Monday to Friday, each a fifth of the contract's week.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from shiftbid.domain.errors import InputError
from shiftbid.domain.timeline import MINUTES_PER_DAY, Interval, Period, day_interval, local_day
from shiftbid.payroll.pay_lines import WORKDAYS_PER_WEEK
from shiftbid.payroll.toil_ledger import Change, ToilLedger
from shiftbid.payroll.toil_policy import ToilPolicy
from shiftbid.payroll.toil_reversal import reverse
from shiftbid.payroll.toil_taking import Taking, hold, release, take


def working_days(span: Interval, zone: str) -> Sequence[date]:
    """Monday to Friday of a span of whole days; raises InputError where it cuts a day or holds no working day."""
    first, last = local_day(span.start, zone), local_day(span.end - 1, zone)
    if Interval(day_interval(first, zone).start, day_interval(last, zone).end) != span:
        raise InputError("time off in lieu", [f"is taken in whole days: ask from {first} to {last}, both included"])
    days = [day for day in Period(first, last).days if day.weekday() < WORKDAYS_PER_WEEK]
    if not days:
        raise InputError("time off in lieu", [f"from {first} to {last} there is no day from Monday to Friday"])
    return days


def day_minutes(contract_minutes: int) -> int:
    """Minutes of a day off: a fifth of the contract's week, at most a day."""
    return min(MINUTES_PER_DAY, contract_minutes // WORKDAYS_PER_WEEK)


def hold_days(ledger: ToilLedger, request: str, days: Sequence[date], minutes: int, asked_on: date) -> Change:
    """Reserve each day's minutes; raises InputError where the balance does not hold them all."""
    after, change = ledger.copy(), Change()
    for day in days:
        held = hold(after, Taking(_key(request, "hold", day), minutes, min(asked_on, day), f"request {request}", day))
        after.post(held)
        change += held
    return change


def take_days(ledger: ToilLedger, request: str, days: Sequence[date]) -> Change:
    """Use what is held for these days, each from the day itself."""
    changes = [
        take(ledger, _key(request, "take", day), held, day, f"request {request}")
        for day, held in _held(ledger, request, days).items()
    ]
    return sum(changes, Change())


def give_days_back(ledger: ToilLedger, request: str, days: Sequence[date], on: date, policy: ToilPolicy) -> Change:
    """Release what is held for these days, and take back what is used already."""
    after, change = ledger.copy(), Change()
    for day, held in _held(ledger, request, days).items():
        taken = _key(request, "take", day)
        if taken in ledger.entries:
            back = reverse(after, _key(request, "reverse", day), taken, on, f"request {request}", policy)
        else:
            back = release(after, _key(request, "release", day), held, on, f"request {request}")
        after.post(back)
        change += back
    return change


def _held(ledger: ToilLedger, request: str, days: Sequence[date]) -> Mapping[date, str]:
    return {day: held for day in days if (held := _key(request, "hold", day)) in ledger.entries}


def _key(request: str, act: str, day: date) -> str:
    return f"request/{request}/{act}/{day.isoformat()}"
