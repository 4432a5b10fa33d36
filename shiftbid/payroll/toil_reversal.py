"""Reversals: an earlier entry taken back by a new one; nothing is changed or removed.

The rule, by what is reversed:

- *A use, or a hold that was taken*: the minutes return to the lots they came from, also where those have expired
  meanwhile; they are then paid or extended, never forfeited (`shiftbid.payroll.toil_ending`). What had been an advance
  cancels the advance; where that was paid back already, the minutes stand in the advance's own lot.
- *An accrual*: what its lot still holds is taken back. What was taken from the lot meanwhile stays taken: it is
  covered by the person's other lots, earliest expiry first, and what those lack is an advance, down to the floor.
- *A payout, an expiry, an extension*: exactly the opposite, while the minutes are still where they were put.
- *A hold* is released, not reversed; a *reversal* is not reversed, what it took back is recorded anew.

A reversal counts from the day given or from that of the entry it takes back, whichever is later.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from shiftbid.domain.errors import InputError
from shiftbid.domain.toil import EntryKind, JournalEntry, Posting, ToilAccount
from shiftbid.payroll.toil_advance import Debt, debts, refuse_overdraft, settlements
from shiftbid.payroll.toil_ledger import Asked, Change, ToilLedger, moved_minutes
from shiftbid.payroll.toil_policy import ToilPolicy
from shiftbid.payroll.toil_taking import parts_of

EARNINGS = (EntryKind.OPENING, EntryKind.ACCRUE)
TAKINGS = (EntryKind.USE, EntryKind.TAKE)
ADVICE = {
    EntryKind.HOLD: "release it instead",
    EntryKind.RELEASE: "hold the minutes anew instead",
    EntryKind.REVERSE: "record anew what it took back instead",
    EntryKind.SETTLE: "reverse what it followed from instead",
    EntryKind.LEAVING: "it ends the journal",
}


def reverse(ledger: ToilLedger, key: str, entry_id: str, day: date, source: str, policy: ToilPolicy) -> Change:
    """Take an entry back by the rule above; the same reversal again changes nothing.

    Raises
    ------
    InputError
        There is no such entry, it cannot be reversed or was reversed already, minutes are missing, or the key stands
        for something else.
    """
    undone = ledger.entries.get(entry_id)
    if undone is None:
        raise InputError("TOIL", [f"{entry_id} is no entry in the journal of {ledger.employee}"])
    effective = max(day, undone.effective)
    if ledger.repeats(key, Asked(EntryKind.REVERSE, effective, source, refers_to=entry_id)):
        return Change()
    if undone.kind in ADVICE:
        raise InputError("TOIL", [f"{entry_id} is of kind {undone.kind.value}: {ADVICE[undone.kind]}"])
    before = ledger.answer_to(entry_id)
    if before is not None:
        raise InputError("TOIL", [f"{entry_id} was reversed already, by {before.id}"])
    if undone.kind in EARNINGS:
        return _earning_back(ledger, key, undone, effective, source, policy)
    if undone.kind in TAKINGS:
        return _taking_back(ledger, key, undone, effective, source)
    return _opposite(ledger, key, undone, effective, source)


def _earning_back(
    ledger: ToilLedger, key: str, undone: JournalEntry, day: date, source: str, policy: ToilPolicy
) -> Change:
    lot = undone.postings[0].lot
    banked = moved_minutes(undone, ToilAccount.BANK)
    left = min(banked, ledger.free_minutes(lot, day))
    taken = banked - left
    parts, short = parts_of(ledger, taken, day, day, without=lot)
    if short:
        refuse_overdraft(ledger, policy, short, f"taking back {undone.id}, of which {taken} minutes were taken,")
    shares = (
        (ToilAccount.EARNED, banked + moved_minutes(undone, ToilAccount.PAID_OUT)),
        (ToilAccount.BANK, -left),
        (ToilAccount.ADVANCED, -taken),
        (ToilAccount.PAID_OUT, -moved_minutes(undone, ToilAccount.PAID_OUT)),
    )
    postings = tuple(Posting(account, lot, minutes) for account, minutes in shares if minutes)
    entry = _reversal(ledger, key, undone, day, source, postings)
    return Change(entries=(entry, *settlements(ledger.employee, key, day, dict(parts), [Debt(lot, taken, day)])))


def _taking_back(ledger: ToilLedger, key: str, undone: JournalEntry, day: date, source: str) -> Change:
    owed = {debt.lot: debt for debt in debts(ledger)}
    postings: list[Posting] = []
    returned: dict[str, int] = {}
    for used in (each for each in undone.postings if each.account is ToilAccount.USED):
        cancelled = 0
        # An entry's own advance is cancelled first; another entry's advance is paid back like any other.
        if used.lot in owed and Posting(ToilAccount.ADVANCED, used.lot, -used.minutes) in undone.postings:
            debt = owed[used.lot]
            cancelled = min(used.minutes, debt.minutes)
            owed[used.lot] = replace(debt, minutes=debt.minutes - cancelled)
        returned[used.lot] = used.minutes - cancelled
        shares = ((ToilAccount.USED, -used.minutes), (ToilAccount.ADVANCED, cancelled))
        postings += [Posting(account, used.lot, minutes) for account, minutes in shares if minutes]
        postings += [Posting(ToilAccount.BANK, used.lot, returned[used.lot])] if returned[used.lot] else []
    entry = _reversal(ledger, key, undone, day, source, tuple(postings))
    return Change(entries=(entry, *settlements(ledger.employee, key, day, returned, owed.values())))


def _opposite(ledger: ToilLedger, key: str, undone: JournalEntry, day: date, source: str) -> Change:
    postings = tuple(Posting(each.account, each.lot, -each.minutes) for each in undone.postings)
    for posting in postings:
        if posting.account is ToilAccount.BANK and ledger.free_minutes(posting.lot, day) < -posting.minutes:
            raise InputError(
                "TOIL",
                [f"{undone.id} gave {-posting.minutes} minutes to lot {posting.lot}, which are not there any more"],
            )
    entry = _reversal(ledger, key, undone, day, source, postings)
    returned = {each.lot: each.minutes for each in postings if each.account is ToilAccount.BANK and each.minutes > 0}
    return Change(entries=(entry, *settlements(ledger.employee, key, day, returned, debts(ledger))))


def _reversal(
    ledger: ToilLedger, key: str, undone: JournalEntry, day: date, source: str, postings: tuple[Posting, ...]
) -> JournalEntry:
    return JournalEntry(key, ledger.employee, day, EntryKind.REVERSE, postings, source, undone.id)
