"""A policy and short ways to write earnings and takings."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from shiftbid.domain.toil import LotKind
from shiftbid.payroll.toil_earning import Earning, accrue
from shiftbid.payroll.toil_ledger import Change, ToilLedger
from shiftbid.payroll.toil_policy import LotTerms, Outcome, ToilPolicy, Validity
from shiftbid.payroll.toil_taking import Taking

DAY = date(2026, 3, 2)
POLICY = ToilPolicy(
    law="HOUSE",
    terms={
        LotKind.REST_DAY_WORK: LotTerms(Fraction(1), Validity(months=6), Outcome.PAYOUT, Outcome.PAYOUT),
        LotKind.HOUSE_BONUS: LotTerms(Fraction(1), Validity(days=180), Outcome.FORFEIT, Outcome.FORFEIT),
        LotKind.OVERTIME: LotTerms(Fraction(3, 2), Validity(months=6), Outcome.EXTEND, Outcome.PAYOUT),
    },
)


def earned(
    lot: str,
    minutes: int,
    day: date = DAY,
    expires: date | None = None,
    kind: LotKind = LotKind.REST_DAY_WORK,
    source: str = "shift",
) -> Earning:
    """An earning whose key is its lot's name."""
    return Earning(f"accrue/{lot}", lot, kind, minutes, day, source, expires)


def taking(key: str, minutes: int, day: date = DAY, kinds: frozenset[LotKind] | None = None) -> Taking:
    """Minutes taken on a day."""
    return Taking(key, minutes, day, "day off", kinds=kinds)


def posted(ledger: ToilLedger, change: Change) -> Change:
    """Post a change and give it."""
    ledger.post(change)
    return change


def ledger_with(*earnings: Earning, policy: ToilPolicy = POLICY) -> ToilLedger:
    """A ledger in which these were earned."""
    ledger = ToilLedger("e")
    for earning in earnings:
        ledger.post(accrue(ledger, earning, policy))
    return ledger
