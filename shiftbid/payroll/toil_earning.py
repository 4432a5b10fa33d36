"""Minutes that come into the journal: opening balances and accruals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shiftbid.domain.errors import InputError
from shiftbid.domain.toil import EntryKind, JournalEntry, Lot, LotKind, Posting, ToilAccount
from shiftbid.payroll.toil_advance import debts, settlements
from shiftbid.payroll.toil_ledger import Asked, Change, ToilLedger
from shiftbid.payroll.toil_policy import ToilPolicy


@dataclass(frozen=True, slots=True)
class Earning:
    """Minutes off that a person has earned.

    Attributes
    ----------
    key
        Idempotency key, such as a shift's id and the version of the rule.
    lot
        Id of the lot they make.
    expires
        Last day on which they may be taken; from the policy's terms where None.
    entry_kind
        ACCRUE, or OPENING for a balance that is brought in and was earned elsewhere, under whatever terms.
    """

    key: str
    lot: str
    kind: LotKind
    minutes: int
    day: date
    source: str
    expires: date | None = None
    entry_kind: EntryKind = EntryKind.ACCRUE


def accrue(ledger: ToilLedger, earning: Earning, policy: ToilPolicy) -> Change:
    """Bank earned minutes as a lot; the part above the policy's cap is paid out by the same entry.

    Advances are paid back at once, by further entries. The same earning again changes nothing.

    Raises
    ------
    InputError
        The policy does not grant time off for this kind, the minutes are not positive, the lot exists already, or the
        key stands for something else.
    """
    expires = earning.expires
    if expires is None or earning.entry_kind is EntryKind.ACCRUE:
        lasting = policy.of_kind(earning.kind).validity.last_day(earning.day)
        expires = lasting if expires is None else expires
    lot = Lot(earning.lot, ledger.employee, earning.kind, earning.minutes, expires)
    known = ledger.lots.get(lot.id)
    asked = Asked(earning.entry_kind, earning.day, earning.source, earning.minutes, earning.lot)
    if ledger.repeats(earning.key, asked) and known == lot:
        return Change()
    if known is not None:
        raise InputError("TOIL", [f"lot {lot.id} exists already; each earning makes a lot of its own"])
    if earning.minutes <= 0:
        raise InputError("TOIL", [f"{earning.key} earns {earning.minutes} minutes; give a positive number"])
    banked = _within_cap(ledger, policy, earning.minutes)
    shares = ((ToilAccount.BANK, banked), (ToilAccount.PAID_OUT, earning.minutes - banked))
    entry = JournalEntry(
        earning.key,
        ledger.employee,
        earning.day,
        earning.entry_kind,
        (
            Posting(ToilAccount.EARNED, lot.id, -earning.minutes),
            *(Posting(account, lot.id, minutes) for account, minutes in shares if minutes),
        ),
        earning.source,
    )
    paid_back = settlements(ledger.employee, entry.id, earning.day, {lot.id: banked}, debts(ledger))
    return Change((lot,), (entry, *paid_back))


def _within_cap(ledger: ToilLedger, policy: ToilPolicy, minutes: int) -> int:
    if policy.cap_minutes is None:
        return minutes
    return min(minutes, max(0, policy.cap_minutes - ledger.balance_minutes))
