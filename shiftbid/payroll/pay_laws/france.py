"""Pay of France (Code du travail L3121-27 to L3121-36): overtime of each calendar week, in two steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from shiftbid.domain.pay import PayClass
from shiftbid.domain.settlement import Ground
from shiftbid.domain.work_total import TotalKind
from shiftbid.payroll.paid_part import PaidPart, paid
from shiftbid.payroll.worked_part import always, by_day, in_order, split_above, told, week_of
from shiftbid.rules.book import RulePack
from shiftbid.rules.pay_book import PayRule, load_pay
from shiftbid.rules.situation import Situation

LEGAL_WEEK, FIRST_HOURS, FURTHER_HOURS = "FR-WEEK-LEGAL", "FR-OT-25", "FR-OT-50"
PERCENT = 100


def france_pay(situation: Situation, pack: RulePack) -> Iterator[PaidPart]:
    """The legal week at the ordinary rate, its first eight hours of overtime at 125 %, what lies above at 150 %.

    Weeks run from midnight to midnight (L3121-29, -35); all halls of the employer are added. Where overtime is
    answered with rest, all of it is. An agreement may set other premiums, which are not known here.
    """
    pay = load_pay(pack.id, situation.period.first)
    week = week_of(situation.week_starts_on)
    totals = situation.circumstances.totals
    parts = in_order(by_day(situation.shifts, situation.zone), told(totals))
    normal, overtime = split_above(parts, week, always(pay[LEGAL_WEEK].number("limit_minutes")))
    # Overtime told as a sum is part of the hours, where these are known too.
    overtime = overtime if parts else in_order(told(totals, TotalKind.OVERTIME))
    first, further = split_above(overtime, week, always(pay[FIRST_HOURS].number("first_minutes")))
    by_rest = situation.circumstances.settled_by_toil(Ground.WEEKDAY_OVERTIME)
    yield from paid(normal, PayClass.NORMAL, LEGAL_WEEK)
    yield from paid(first, PayClass.TOIL_EARNED if by_rest else PayClass.OVERTIME_QUARTER, FIRST_HOURS)
    yield from paid(further, PayClass.TOIL_EARNED if by_rest else PayClass.OVERTIME, FURTHER_HOURS)


def equivalent_rest_minutes(overtime_seconds: Mapping[str, int], pay: Mapping[str, PayRule]) -> int:
    """Rest that replaces overtime and its premium (FR-TOIL): 1 h 15 for an hour at 25 %, 1 h 30 for one at 50 %.

    Fractions of a minute are rounded up, in the employee's favour.

    Parameters
    ----------
    overtime_seconds
        Overtime by the rule that sets its premium.
    """
    weighted = sum(
        seconds * (PERCENT + pay[rule].number("premium_percent")) for rule, seconds in overtime_seconds.items()
    )
    return -(-weighted // (PERCENT * 60))
