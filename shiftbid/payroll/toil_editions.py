"""What a roster posts to the TOIL journal: days off given back, accruals of adapted and peak shifts, and their recall.

An *edition* is the text that tells one version of a roster from another, such as ``h1/2026-01-05/v2``; entries that a
roster causes carry it in their id, so that publishing a version anew can take back what the version before had posted.
"""

from __future__ import annotations

from datetime import date

from shiftbid.domain.roster import Assignment
from shiftbid.domain.toil import EntryKind, Lot, LotKind
from shiftbid.payroll.toil_earning import Earning, accrue
from shiftbid.payroll.toil_ledger import Change, ToilLedger
from shiftbid.payroll.toil_policy import ToilPolicy
from shiftbid.payroll.toil_reversal import reverse
from shiftbid.payroll.toil_taking import Taking, parts_of, use

RECALLED = (EntryKind.ACCRUE, EntryKind.USE)


def open_lot(ledger: ToilLedger, lot: Lot, effective: date, policy: ToilPolicy) -> Change:
    """Bring a lot into the journal as an opening balance."""
    earning = Earning(
        f"opening/{lot.id}",
        lot.id,
        lot.kind,
        lot.minutes,
        effective,
        "opening balance",
        lot.expires,
        EntryKind.OPENING,
    )
    return accrue(ledger, earning, policy)


def accrue_for(ledger: ToilLedger, assignment: Assignment, edition: str, policy: ToilPolicy) -> Change:
    """Bank what an adapted or peak shift earns; nothing where its template has no tariff."""
    shift = assignment.shift
    if not shift.toil_minutes:
        return Change()
    shift_of_person = f"{assignment.employee}/{shift.template}/{shift.day.isoformat()}"
    earning = Earning(
        key=f"{edition}/accrue/{shift_of_person}",
        lot=f"{edition}/{shift_of_person}",
        kind=LotKind.HOUSE_BONUS,
        minutes=shift.toil_minutes,
        day=shift.day,
        source=shift.id,
    )
    return accrue(ledger, earning, policy)


def take_day_off(ledger: ToilLedger, day: date, minutes: int, edition: str, policy: ToilPolicy) -> Change | None:
    """Take a day off out of the lots that expire first; None where they do not suffice."""
    _, short = parts_of(ledger, minutes, day, day)
    if short or not minutes:
        return None
    key = f"{edition}/use/{ledger.employee}/{day.isoformat()}"
    return use(ledger, Taking(key, minutes, day, f"TOIL day off on {day.isoformat()}"), policy)


def recall(ledger: ToilLedger, superseded: str, edition: str, policy: ToilPolicy) -> Change:
    """Take back what the superseded edition posted, each on the day of the entry it takes back."""
    after, change = ledger.copy(), Change()
    for entry in ledger.entries.values():
        if entry.id.startswith(f"{superseded}/") and entry.kind in RECALLED and ledger.answer_to(entry.id) is None:
            key = f"{edition}/reverse/{entry.id}"
            undone = reverse(after, key, entry.id, entry.effective, f"superseded by {edition}", policy)
            after.post(undone)
            change += undone
    return change
