"""How minutes end that are not taken: expiry, payout, and the end of employment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import count

from shiftbid.domain.errors import InputError
from shiftbid.domain.toil import EntryKind, JournalEntry, Lot, LotKind, Posting, ToilAccount
from shiftbid.payroll.toil_advance import debts, settlements
from shiftbid.payroll.toil_ledger import Asked, Change, ToilLedger, entry_of
from shiftbid.payroll.toil_policy import LotTerms, Outcome, ToilPolicy, Validity
from shiftbid.payroll.toil_taking import Part, open_lots, release

OTHER_TERMS = LotTerms(Fraction(1), Validity(), Outcome.PAYOUT, Outcome.PAYOUT)
"""Terms of kinds that the policy does not grant, brought in from elsewhere or returned advances: never lost."""
TARGETS = {Outcome.PAYOUT: ToilAccount.PAID_OUT, Outcome.FORFEIT: ToilAccount.EXPIRED}


def expire_due(ledger: ToilLedger, on: date, policy: ToilPolicy) -> Change:
    """End every lot whose last day lies before `on`, as the policy's terms of its kind say.

    Minutes of a hold wait for its answer. Minutes that a reversal or release gave back after the last day are never
    forfeited, since the person had no day left to take them: they are extended. Run again, it adds nothing.
    """
    change = Change()
    for lot in open_lots(ledger):
        if lot.expires < on:
            day = max(lot.expires + timedelta(days=1), ledger.last_credit(lot.id))
            change += expire_lot(ledger, lot, day, policy) if day <= on else Change()
    return change


def expire_lot(ledger: ToilLedger, lot: Lot, day: date, policy: ToilPolicy) -> Change:
    """End what is free of one lot on a day, as the policy's terms of its kind say; empty where nothing is."""
    minutes = ledger.free_minutes(lot.id, day)
    if not minutes:
        return Change()
    terms = _terms(policy, lot.kind)
    number = next(n for n in count(1) if f"expiry/{lot.id}/{n}" not in ledger.entries)
    key = f"expiry/{lot.id}/{number}"
    outcome, returned_on = terms.at_expiry, ledger.returned_on(lot.id)
    if outcome is Outcome.FORFEIT and returned_on is not None and returned_on > lot.expires:
        outcome = Outcome.EXTEND
    if outcome is Outcome.EXTEND:
        return _extension(ledger, key, lot, minutes, day, terms)
    kind = EntryKind.PAYOUT if outcome is Outcome.PAYOUT else EntryKind.EXPIRE
    moves = [(ToilAccount.BANK, TARGETS[outcome], lot.id, minutes)]
    return Change(entries=(entry_of(key, ledger.employee, day, kind, moves, f"lot {lot.id} expired"),))


def pay_out(
    ledger: ToilLedger,
    key: str,
    day: date,
    source: str,
    policy: ToilPolicy,
    minutes: int | None = None,
    lot: str | None = None,
) -> Change:
    """Pay minutes out instead of time off: of one lot, or of all, earliest expiry first; all that is free where None.

    Minutes of kinds with no pay behind them (those that the policy forfeits when employment ends) are left alone.
    The same payout again changes nothing. Raises InputError where the minutes do not suffice or the key stands for
    something else.
    """
    if ledger.repeats(key, Asked(EntryKind.PAYOUT, day, source, minutes, lot)):
        return Change()
    payable = [
        (each.id, free)
        for each in open_lots(ledger)
        if lot in (None, each.id)
        and _terms(policy, each.kind).at_leaving is Outcome.PAYOUT
        and (free := ledger.free_minutes(each.id, day))
    ]
    wanted = sum(free for _, free in payable) if minutes is None else minutes
    parts = list(_first(payable, wanted))
    if not parts or sum(part for _, part in parts) < wanted:
        have = sum(free for _, free in payable)
        raise InputError("TOIL", [f"{key} pays out {wanted} minutes, {have} may be paid on {day}"])
    moves = [(ToilAccount.BANK, ToilAccount.PAID_OUT, name, part) for name, part in parts]
    return Change(entries=(entry_of(key, ledger.employee, day, EntryKind.PAYOUT, moves, source),))


def end_employment(ledger: ToilLedger, key: str, day: date, source: str, policy: ToilPolicy) -> Change:
    """Close a person's balance: holds are released, advances paid back, the rest is paid or lost by the policy's terms.

    An advance that is left stays on record: whether pay may be kept back for it is no matter of the journal. The same
    closing again changes nothing.
    """
    if ledger.repeats(key, Asked(EntryKind.LEAVING, day, source)):
        return Change()
    after, change = ledger.copy(), Change()

    def post(further: Change) -> None:
        nonlocal change
        after.post(further)
        change += further

    for held in list(after.open_holds()):
        post(release(after, f"{key}/{held.id}", held.id, day, source))
    post(expire_due(after, day, policy))
    free = {lot.id: after.free_minutes(lot.id, day) for lot in open_lots(after)}
    post(Change(entries=tuple(settlements(ledger.employee, key, day, free, debts(after)))))
    moves = [
        (ToilAccount.BANK, TARGETS[_terms(policy, lot.kind).at_leaving], lot.id, minutes)
        for lot in open_lots(after)
        if (minutes := after.free_minutes(lot.id, day))
    ]
    return change + Change(entries=(entry_of(key, ledger.employee, day, EntryKind.LEAVING, moves, source),))


def _terms(policy: ToilPolicy, kind: LotKind) -> LotTerms:
    return policy.terms.get(kind, OTHER_TERMS)


def _extension(ledger: ToilLedger, key: str, lot: Lot, minutes: int, day: date, terms: LotTerms) -> Change:
    longer = Lot(f"{key}/lot", ledger.employee, lot.kind, minutes, terms.validity.last_day(day))
    postings = (Posting(ToilAccount.BANK, lot.id, -minutes), Posting(ToilAccount.BANK, longer.id, minutes))
    source = f"lot {lot.id} expired"
    return Change((longer,), (JournalEntry(key, ledger.employee, day, EntryKind.EXTEND, postings, source),))


def _first(parts: Iterable[Part], minutes: int) -> Iterator[Part]:
    """The first of the parts that make up the minutes."""
    left = minutes
    for lot, available in parts:
        taken = min(left, available)
        if taken:
            left -= taken
            yield lot, taken
